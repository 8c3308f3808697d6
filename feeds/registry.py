"""Every kind of feed there is, one line each, and how settings become a checked object.

Called by handlers and by the bot's configuration. Imports the adapters and only its own package.
"""

from __future__ import annotations

import difflib
import hashlib
from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Any

import orjson
from pydantic import SecretStr, ValidationError

from feeds.adapter import Adapter, FeedSettings, Poll
from feeds.bluesky import BlueskySearchAdapter, JetstreamAdapter
from feeds.civitai_bounties import CivitaiBountiesAdapter
from feeds.civitai_models import CivitaiModelsAdapter
from feeds.discourse import DiscourseAdapter
from feeds.errors import SettingsError
from feeds.fetch import Fetcher
from feeds.fourchan import FourchanAdapter
from feeds.huggingface import HuggingFaceDiscussionsAdapter, HuggingFaceModelsAdapter
from feeds.json_api import JsonAdapter
from feeds.lemmy import LemmyAdapter
from feeds.mastodon import MastodonAdapter
from feeds.reddit import RedditAdapter
from feeds.rss import RssAdapter

_ADAPTERS: tuple[Adapter, ...] = (
    RssAdapter(),
    CivitaiBountiesAdapter(),
    CivitaiModelsAdapter(),
    FourchanAdapter(),
    HuggingFaceModelsAdapter(),
    HuggingFaceDiscussionsAdapter(),
    JetstreamAdapter(),
    BlueskySearchAdapter(),
    MastodonAdapter(),
    LemmyAdapter(),
    DiscourseAdapter(),
    RedditAdapter(),
    JsonAdapter(),
)

_BY_KIND: Mapping[str, Adapter] = MappingProxyType({adapter.kind: adapter for adapter in _ADAPTERS})


def adapters() -> Mapping[str, Adapter]:
    """All adapters by kind."""
    return _BY_KIND


def adapter(kind: str) -> Adapter:
    """The adapter of a kind. Raises SettingsError that names the nearest known kind."""
    found = _BY_KIND.get(kind)
    if found is None:
        near = difflib.get_close_matches(kind, _BY_KIND, 1)
        hint = f" Did you mean {near[0]!r}?" if near else ""
        raise SettingsError(
            f"There is no kind of feed {kind!r}.{hint}", remedy=f"Known kinds: {', '.join(_BY_KIND)}."
        )
    return found


def settings(kind: str, values: Mapping[str, Any]) -> FeedSettings:
    """Checked settings for a kind. Raises SettingsError that names each wrong key and never repeats a
    value."""
    model = adapter(kind).Settings
    try:
        return model.model_validate(dict(values))
    except ValidationError as error:
        problems = []
        for problem in error.errors(include_url=False, include_context=False, include_input=False):
            key = ".".join(str(part) for part in problem["loc"]) or "settings"
            near = (
                difflib.get_close_matches(key, model.model_fields, 1)
                if problem["type"] == "extra_forbidden"
                else []
            )
            hint = f" (did you mean {near[0]!r}?)" if near else ""
            text = "is not a setting of this kind" if problem["type"] == "extra_forbidden" else problem["msg"]
            problems.append(f"{key}: {text}{hint}")
        raise SettingsError(f"The settings of a {kind} feed are not right. {'; '.join(problems)}.") from None


def feed_key(kind: str, checked: FeedSettings) -> str:
    """The same for every community that watches the same thing, so that it is fetched once. Secrets are
    digested too."""

    def revealed(value: Any) -> Any:
        if isinstance(value, SecretStr):
            return hashlib.sha256(value.get_secret_value().encode()).hexdigest()
        raise TypeError

    data = orjson.dumps([kind, checked.model_dump()], default=revealed, option=orjson.OPT_SORT_KEYS)
    return hashlib.sha256(data).hexdigest()[:32]


async def preview(kind: str, checked: FeedSettings, fetch: Fetcher, *, count: int = 3) -> Poll:
    """What the feed would deliver: its newest items, before anything is stored. Raises FeedError."""
    poll = await adapter(kind).poll(checked, None, fetch)
    dated = [item for item in poll.items if item.posted_at is not None]
    newest = sorted(
        dated, key=lambda item: item.posted_at.timestamp() if item.posted_at else 0.0, reverse=True
    )
    newest += [item for item in poll.items if item.posted_at is None]
    return replace(poll, items=tuple(newest[:count]), deleted=())
