"""Discourse forums: newest topics of the forum or of one category, or every new post, by the feeds they publish.

Listed in feeds/registry.py. Imports only its own package. The feeds are RSS, conditional and cheap for the forum; about 200
requests a minute are allowed per address, and one is made.
"""

from __future__ import annotations

from typing import Literal

from pydantic import Field, field_validator

from feeds.adapter import FeedSettings, FeedState, Poll
from feeds.fetch import Fetcher
from feeds.rss import poll_document, web_address


class DiscourseSettings(FeedSettings):
    """`url` of the forum; `category`: "slug/5" as in its address; `what`: topics, or posts for replies too."""

    url: str
    category: str = Field("", pattern=r"^(|[A-Za-z0-9_%.-]+(/[A-Za-z0-9_%.-]+)*)$", max_length=300)
    what: Literal["topics", "posts"] = "topics"

    _url = field_validator("url")(web_address)

    def feed(self) -> str:
        """The address of the RSS document."""
        base = self.url.rstrip("/")
        if self.what == "posts":
            return f"{base}/posts.rss"
        return f"{base}/c/{self.category}.rss" if self.category else f"{base}/latest.rss"

    def address(self) -> str:
        return self.feed().removesuffix(".rss")


class DiscourseAdapter:
    """One RSS document a poll."""

    kind = "discourse"
    Settings = DiscourseSettings

    async def poll(self, settings: DiscourseSettings, state: FeedState | None, fetch: Fetcher) -> Poll:
        return await poll_document(settings.feed(), self.kind, state, fetch)
