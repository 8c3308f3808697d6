"""How a kind of feed reaches us: asked (polled), streamed, or pushed to us; and a feed before it is a row.

Read by everything that handles feeds; asks no database.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import datetime

from feeds import FeedSettings
from feeds.channels import DISCORD, TELEGRAM
from feeds.registry import feed_key
from handlers.cards import defang, mention, quote
from storage import schema as tables

WEBHOOK = "webhook"
CHANNEL_KINDS = {"discord": DISCORD, "telegram": TELEGRAM}
"""What the channels of a platform are called."""
CHANNELS = frozenset(CHANNEL_KINDS.values())
"""Chat channels that the bot is in: a community chooses them, the platform brings their messages."""
PUSHED = CHANNELS | {WEBHOOK}
MOVABLE = frozenset({"rss"})
"""Kinds whose `url` is the very address that is fetched: a permanent redirect of it can be adopted."""
STREAM_INTERVAL = 60.0
"""Seconds after which a stream that said nothing counts as one missed poll."""


def pushed_key(kind: str, name: str) -> str:
    """`feeds.key` of something that is pushed: by its name alone, so that a new secret is no new feed."""
    return hashlib.sha256(f"{kind}\0{name}".encode()).hexdigest()[:32]


def shown_name(feed: tables.Feed) -> str:
    """A feed's name as people read it: a channel is mentioned, an address is not clickable."""
    if feed.kind in CHANNELS:
        return mention(str(feed.settings.get("name", "")), "channel")
    return quote(defang(feed.name) if "://" in feed.name else feed.name, 200)


@dataclass(frozen=True, slots=True)
class Configured:
    """A feed of the configuration file, or one that a community is about to add."""

    kind: str
    name: str
    settings: FeedSettings

    @property
    def key(self) -> str:
        """Under which the database knows it."""
        if self.kind in PUSHED:
            return pushed_key(self.kind, str(getattr(self.settings, "name", self.name)))
        return feed_key(self.kind, self.settings)


class ChannelSettings(FeedSettings):
    """A chat channel; `name` is its id on its platform."""

    name: str

    def address(self) -> str:
        return self.name


@dataclass(frozen=True, slots=True)
class Wish:
    """What a community asks of a feed: severity (None: its usual one) and keyword filters."""

    min_severity: int | None = None
    keywords: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Draft:
    """A feed that was shown to a moderator and waits for a yes."""

    community_id: int
    feed: Configured
    wish: Wish
    at: datetime
