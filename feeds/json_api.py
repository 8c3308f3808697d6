"""Any JSON API: an address, and JMESPath expressions that say where its items and their fields are.

Listed in feeds/registry.py. Imports only its own package.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any
from urllib.parse import urlsplit

from pydantic import Field, SecretStr, field_validator

from feeds.adapter import FeedSettings, FeedState, Poll, reveal
from feeds.documents import poll_json, read_json
from feeds.fetch import Fetcher
from feeds.html import absolute
from feeds.identity import dedupe_key
from feeds.json_reading import load, words
from feeds.mapping import ItemMapping, expression, items_of, search
from feeds.parsing import Parsed
from feeds.rss import web_address


class JsonSettings(FeedSettings):
    """`mapping` as in feeds.mapping; `next`: where the answer names its next page (followed on the same host only)."""

    url: str
    mapping: ItemMapping = ItemMapping()
    headers: dict[str, SecretStr] = Field(default_factory=dict)
    next: str = ""
    pages: int = Field(1, ge=1, le=10)

    _url = field_validator("url")(web_address)

    @field_validator("next")
    @classmethod
    def _compiles(cls, value: str) -> str:
        return expression(value) if value else value


class JsonAdapter:
    """One conditional request a poll, and further pages when it has changed."""

    kind = "json"
    Settings = JsonSettings

    async def poll(self, settings: JsonSettings, state: FeedState | None, fetch: Fetcher) -> Poll:
        secrets = reveal(settings.headers)
        parts = urlsplit(settings.url)
        arguments = {
            "source": self.kind,
            "scope": f"{parts.hostname}{parts.path}",
            "url": settings.url,
            "mapping": settings.mapping.model_dump(),
            "next": settings.next,
        }
        poll = await poll_json(settings.url, read_api, arguments, state, fetch, secrets=secrets)
        items, deleted = list(poll.items), list(poll.deleted)
        following = poll.state.cursor.get("next") if not poll.not_modified else None
        page = 1
        while following and page < settings.pages:
            _, parsed = await read_json(
                following, read_api, {**arguments, "url": following}, fetch, secrets=secrets
            )
            if parsed is None:
                break
            items += parsed.items
            deleted += parsed.extra["deleted"]
            following = parsed.extra["cursor"].get("next")
            page += 1
        return replace(
            poll,
            items=tuple(items),
            deleted=tuple(deleted),
            state=replace(poll.state, cursor={}),
            title=parts.hostname or "",
        )


def read_api(body: bytes, arguments: Mapping[str, Any]) -> Parsed:
    """Any JSON answer as items, by its mapping."""
    document = load(body, "this address")
    url = arguments["url"]
    items, deleted = items_of(
        document,
        ItemMapping(**arguments["mapping"]),
        source=arguments["source"],
        scope=arguments["scope"],
        base=url,
    )
    cursor: dict[str, str] = {}
    if arguments["next"]:
        following = absolute(words(search(arguments["next"], document)), url)
        if following and urlsplit(following)[:2] == urlsplit(url)[:2] and following != url:
            cursor["next"] = following
    return Parsed(tuple(items), extra={"cursor": cursor, "deleted": [dedupe_key(item) for item in deleted]})
