"""What every handler works with, in one place: made once by `bot.composition`, passed as the first argument."""

from __future__ import annotations

import asyncio
import secrets
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Protocol

from feeds import Adapter, FeedSettings, Fetcher, StreamAdapter
from handlers.feed_kinds import Draft
from handlers.ports import Messenger, Queue
from handlers.settings import Alerting, Limits, Retention
from handlers.vault import Vault
from intent import Intent, Policy, Span
from storage import Database
from watchlists import Screener


class Judge(Protocol):
    """The classifier as handlers use it (`intent.AsyncClassifier`)."""

    @property
    def version(self) -> str:
        """The model's version."""
        ...

    @property
    def thresholds(self) -> Mapping[str, float]:
        """From which probability on a label holds."""
        ...

    async def classify(self, texts: Sequence[str]) -> list[Intent]:
        """The intents of some texts, in their order."""
        ...

    async def explain(self, text: str) -> list[Span]:
        """The parts of a text that carried the decision."""
        ...


def _now() -> datetime:
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class Silence:
    """For how long another process has been seen to say nothing, since what it said of itself last (by its own clock)."""

    since: datetime
    lasted: timedelta


@dataclass(slots=True)
class House:
    """The running program's parts. `clock` gives aware UTC, `steady` seconds that never jump; `owner` names this process
    in leases."""

    database: Database
    vault: Vault
    screener: Screener
    classifier: Judge
    policy: Policy
    fetch: Fetcher
    adapters: Mapping[str, Adapter]
    queue: Queue
    messengers: dict[str, Messenger] = field(default_factory=dict)
    limits: Limits = field(default_factory=Limits)
    retention: Retention = field(default_factory=Retention)
    alerting: Alerting = field(default_factory=Alerting)
    configured_feeds: Mapping[tuple[str, str], FeedSettings] = field(default_factory=dict)
    """Settings of the feeds of the configuration by (kind, key), with their secrets, which the database never sees."""
    homes: Mapping[str, str] = field(default_factory=dict)
    """By platform: the community (native id) that decides on reports made outside every community."""
    poll_floor: float = 600.0
    """Seconds between two polls of one feed, at least."""
    watched_platforms: frozenset[str] = frozenset({"telegram"})
    """Platforms that bring the messages of channels that communities choose to watch."""
    drafts: dict[str, Draft] = field(default_factory=dict)
    """Feeds that were shown to moderators and wait for a yes, by a token; forgotten after a while, and by a restart."""
    changes: dict[int, list[datetime]] = field(default_factory=dict)
    """When each subscriber changed their watchlist lately, by their id: so that one place is not used to try many names."""
    silences: dict[str, Silence] = field(default_factory=dict)
    """Of the other processes, by owner, as of `listened_at`."""
    listened_at: float = 0.0
    public_url: str = ""
    """The address at which hubs and senders reach the HTTP listener from outside; empty if they cannot."""
    clock: Callable[[], datetime] = _now
    steady: Callable[[], float] = time.monotonic
    owner: str = field(default_factory=lambda: secrets.token_hex(8))
    screening: asyncio.Lock = field(default_factory=asyncio.Lock)
    watching: asyncio.Lock = field(default_factory=asyncio.Lock)
    index_path: Path | None = None
    """Where the matching engine's index is kept between runs, if anywhere."""
    index_revision: int = 0
    """Up to which change the index file knows the watchlists."""
    index_saved_at: float = field(default_factory=time.monotonic)
    removed_since_save: bool = False
    watchlist_revision: int = 0
    """Up to which change of the watchlists `screener` knows them."""

    @property
    def streamed(self) -> frozenset[str]:
        """Kinds of feed that are followed as a stream instead of being polled."""
        return frozenset(
            kind for kind, adapter in self.adapters.items() if isinstance(adapter, StreamAdapter)
        )
