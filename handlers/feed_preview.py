"""What a feed would deliver, as it would be screened, before anything is stored. Called by `/feed add`, `/feed test` and
`headsup feed test`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from feeds import FeedSettings, Fetcher, Item, SettingsError, preview
from feeds.discovery import Candidate, discover
from feeds.registry import adapter
from feeds.registry import settings as checked_settings
from handlers.feed_kinds import PUSHED, Configured
from handlers.house import Judge
from intent import Intent, Policy, Severity, Signals, Verdict, compose

COUNT = 3
_NAME_LIMIT = 80


@dataclass(frozen=True, slots=True)
class Found:
    """A feed behind an address, checked; `others` are what else the address offers."""

    feed: Configured
    others: tuple[Candidate, ...] = ()

    @property
    def operators(self) -> bool:
        """Whether only an operator may configure this kind."""
        return self.feed.settings.off_by_default


@dataclass(frozen=True, slots=True)
class Tried:
    """One item of the feed and what the policy says of its text."""

    item: Item
    verdict: Verdict
    """By which moderators would hear of it, or not."""
    unsure: bool
    """Whether its text may be a request, and is not surely enough one for a case from this kind of feed."""


class OperatorsOnly(SettingsError):
    """The address leads to a kind of feed that needs something only an operator can supply."""

    def __init__(self, kind: str, note: str) -> None:
        self.kind_of_feed = kind
        super().__init__(f"This is a feed of kind {kind}.", remedy=note)


async def find(address: str, kind: str, fetch: Fetcher, *, name: str = "") -> Found:
    """The feed that `address` means; `kind` empty: find out. Raises FeedError, and SettingsError for what makes no sense.

    For a kind whose settings have no address (`fourchan`), `address` is its settings as `key=value, key=value`, or the
    value of its first required key.
    """
    if kind:
        if kind in PUSHED:
            raise SettingsError(f"A feed of kind {kind} brings its posts by itself; there is nothing to try.")
        checked = checked_settings(kind, values_of(kind, address))
        return Found(Configured(kind, name or _name(checked, ""), checked))
    first, *others = await discover(address, fetch)
    if adapter(first.kind).Settings.off_by_default:
        raise OperatorsOnly(first.kind, first.note)
    checked = checked_settings(first.kind, first.values)
    return Found(Configured(first.kind, name or _name(checked, first.title), checked), tuple(others))


def _name(checked: FeedSettings, title: str) -> str:
    return (" ".join(title.split()) or checked.address() or "feed")[:_NAME_LIMIT]


def values_of(kind: str, address: str) -> Mapping[str, Any]:
    """Settings as somebody types them: an address, or `key=value` pairs separated by commas."""
    fields = adapter(kind).Settings.model_fields
    text = address.strip()
    first_key = text.partition("=")[0].strip()
    if first_key in fields and "=" in text:
        pairs = (part.partition("=") for part in text.split(","))
        return {key.strip(): value.strip() for key, _, value in pairs if key.strip()}
    required = [key for key, field in fields.items() if field.is_required()]
    return {
        (
            "url"
            if text.startswith(("http://", "https://")) and "url" in fields
            else (required or ["url"])[0]
        ): text
    }


async def try_out(
    found: Found, fetch: Fetcher, judge: Judge, policy: Policy, *, count: int = COUNT
) -> tuple[str, Sequence[Tried]]:
    """-> the feed's own title, and its newest items as they would be screened. Stores nothing. Raises FeedError.

    Nobody's watchlist is looked at: a preview must not tell a moderator who is on one.
    """
    answer = await preview(found.feed.kind, found.feed.settings, fetch, count=count)
    if not answer.items:
        return answer.title, ()
    intents = await judge.classify([compose(item.title, item.body, item.tags) for item in answer.items])
    pairs = zip(answer.items, intents, strict=True)
    return answer.title, [_tried(policy, intent, item, judge.thresholds) for item, intent in pairs]


def _tried(policy: Policy, intent: Intent, item: Item, thresholds: Mapping[str, float]) -> Tried:
    verdict = policy.judge(intent, Signals(adult_context=item.adult), thresholds)
    if verdict.severity is Severity.NONE or policy.is_sure(intent, thresholds, item.source):
        return Tried(item, verdict, unsure=False)
    return Tried(item, replace(verdict, severity=Severity.NONE), unsure=True)
