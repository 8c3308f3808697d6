"""What an adapter is, what it is given and what it gives back.

Implemented by one module per kind of feed, called by handlers (which store the items and the state in one
transaction). Imports only its own package.
"""

from __future__ import annotations

from collections.abc import AsyncGenerator
from dataclasses import dataclass, field, replace
from typing import Any, ClassVar, Protocol, runtime_checkable

import orjson
from pydantic import BaseModel, ConfigDict, SecretStr

from feeds.errors import ParseError
from feeds.fetch import Fetcher
from feeds.item import Item
from feeds.response import Response


class FeedSettings(BaseModel):
    """The base of every adapter's Settings: unknown keys are errors, and secrets never print."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)

    off_by_default: ClassVar[bool] = False  # True: an operator must configure it; moderators cannot add it

    def address(self) -> str:
        """What people see of this feed: its address or name, without secrets."""
        return str(getattr(self, "url", ""))


@dataclass(frozen=True, slots=True)
class FeedState:
    """Where a feed was left off. Opaque to the caller, who stores `to_json()` with the items of the same
    poll.

    `permanent_url` was announced `permanent_seen` polls in a row (`feeds.schedule.adopted_redirect` decides).
    """

    etag: str | None = None
    last_modified: str | None = None
    body_hash: str | None = None
    permanent_url: str | None = None
    permanent_seen: int = 0
    cursor: dict[str, Any] = field(default_factory=dict)

    def to_json(self) -> str:
        """Text that `from_json` reads back."""
        return orjson.dumps(
            {name: value for name in self.__slots__ if (value := getattr(self, name))},
            option=orjson.OPT_SORT_KEYS,
        ).decode()

    @classmethod
    def from_json(cls, text: str | None) -> FeedState | None:
        """The state that `to_json` described; None for none. Raises ParseError if the text is damaged."""
        if not text:
            return None
        try:
            return cls(**orjson.loads(text))
        except (orjson.JSONDecodeError, TypeError) as error:
            raise ParseError(
                "The stored state of the feed is damaged.", remedy="Remove the feed and add it."
            ) from error

    def after(self, response: Response, *, body_hash: str | None = None) -> FeedState:
        """This state after a good answer: new validators, and how often the same new address was announced
        in a row."""
        moved = response.permanent_url
        seen = (self.permanent_seen + 1 if moved == self.permanent_url else 1) if moved else 0
        if response.not_modified:
            return replace(self, permanent_url=moved, permanent_seen=seen)
        return replace(
            self,
            etag=response.etag,
            last_modified=response.last_modified,
            body_hash=body_hash,
            permanent_url=moved,
            permanent_seen=seen,
        )


@dataclass(frozen=True, slots=True)
class Poll:
    """What one poll gave. `deleted` are dedupe keys of items that the source has removed.

    `items` may repeat what earlier polls gave: the caller stores by `feeds.identity`. `ttl_seconds` is the
    shortest pause that the source asked for.
    """

    items: tuple[Item, ...]
    state: FeedState
    not_modified: bool = False
    deleted: tuple[str, ...] = ()
    ttl_seconds: int | None = None
    permanent_url: str | None = None
    title: str = ""


class Adapter(Protocol):
    """One kind of feed. `poll` raises FeedError and nothing else for anything the other side does.

    `state` is None at the first poll: what it gives is the baseline, which the caller stores without
    alerting.
    """

    @property
    def kind(self) -> str: ...

    @property
    def Settings(self) -> type[FeedSettings]: ...  # noqa: N802

    async def poll(self, settings: Any, state: FeedState | None, fetch: Fetcher) -> Poll: ...


@runtime_checkable
class StreamAdapter(Protocol):
    """A kind of feed that can also push: one Poll after another, from the cursor on, at least once."""

    def stream(
        self, settings: Any, state: FeedState | None, fetch: Fetcher
    ) -> AsyncGenerator[Poll, None]: ...


def reveal(secrets: dict[str, SecretStr]) -> dict[str, str]:
    """Secret headers as they go to the fetcher."""
    return {name: value.get_secret_value() for name, value in secrets.items()}
