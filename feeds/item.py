"""One post in one form, whatever its source: feed, report, watched channel or inbound webhook.

Made by every adapter in `feeds/`, by `feeds.channels` and `feeds.webhooks`; read by handlers and storage.
Imports nothing of this project. Text fields are plain text (`feeds.html.to_text` made them so); media are
names only and nothing ever downloads them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import UTC, datetime, timedelta
from typing import Any, NamedTuple

FUTURE_TOLERANCE = timedelta(minutes=10)  # a sender's clock may run a little ahead
OLDEST = datetime(1990, 1, 1, tzinfo=UTC)  # "year 1" and epoch zero are how software says "unknown"


class Link(NamedTuple):
    """A link inside an item: the words a reader clicks, and where they lead."""

    text: str
    url: str


@dataclass(frozen=True, slots=True)
class Item:
    """One post. `native_id` is unique within `source`; `posted_at` is aware UTC, or None if unknown or
    implausible."""

    source: str
    title: str = ""
    body: str = ""
    url: str = ""
    native_id: str | None = None
    guid: str | None = None
    author: str = ""
    author_id: str | None = None
    author_url: str = ""
    tags: tuple[str, ...] = ()
    links: tuple[Link, ...] = ()
    adult: bool = False
    claimed_real_person: bool | None = None
    reward: str = ""
    base_model: str = ""
    posted_at: datetime | None = None
    media: tuple[str, ...] = ()

    def place_and_time(self) -> Item:
        """Where and when it was posted, without a word of it."""
        return Item(
            source=self.source,
            url=self.url,
            native_id=self.native_id,
            guid=self.guid,
            posted_at=self.posted_at,
        )

    def to_dict(self) -> dict[str, Any]:
        """A JSON-able mapping that holds only what is not the default; `from_dict` gives the same item
        back."""
        out: dict[str, Any] = {"source": self.source}
        for field in fields(self):
            value = getattr(self, field.name)
            if value == field.default:
                continue
            if isinstance(value, datetime):
                value = value.isoformat()
            elif field.name == "links":
                value = [list(link) for link in value]
            elif isinstance(value, tuple):
                value = list(value)
            out[field.name] = value
        return out

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Item:
        """The item that `to_dict` described. Raises TypeError on an unknown field."""
        values = dict(data)
        if values.get("posted_at"):
            values["posted_at"] = datetime.fromisoformat(values["posted_at"])
        if "links" in values:
            values["links"] = tuple(Link(text, url) for text, url in values["links"])
        for name in ("tags", "media"):
            if name in values:
                values[name] = tuple(values[name])
        return cls(**values)


def plausible_time(value: object, now: datetime | None = None) -> datetime | None:
    """`value` as aware UTC, or None if it is unknown, unreadable, or later than now: callers then use
    first-seen.

    Takes ISO 8601 text, Unix seconds (or milli- or microseconds), or a datetime (naive is read as UTC).
    """
    moment: datetime | None = None
    try:
        if isinstance(value, datetime):
            moment = value
        elif isinstance(value, bool):
            return None
        elif isinstance(value, int | float):
            seconds = float(value)
            for _ in range(2):  # milliseconds, microseconds
                seconds = seconds / 1000 if abs(seconds) > 1e11 else seconds
            moment = datetime.fromtimestamp(seconds, UTC)
        elif isinstance(value, str) and value.strip():
            moment = datetime.fromisoformat(value.strip())
    except (ValueError, OverflowError, OSError):
        return None
    if moment is None:
        return None
    try:
        moment = (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).astimezone(UTC)
    except (ValueError, OverflowError):
        return None
    latest = (now or datetime.now(UTC)) + FUTURE_TOLERANCE
    return moment if OLDEST <= moment <= latest else None
