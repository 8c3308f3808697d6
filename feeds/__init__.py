"""Where requests are posted: one module a kind of feed, one guarded fetcher that all of them share.

To add a kind of feed:
1. a module with a Settings class (feeds.adapter.FeedSettings) and an adapter class with `kind`, `Settings`
   and `poll`;
2. its reader, a plain function `(bytes, arguments) -> Parsed`, called as `await fetch.parsers.run(reader,
   body, {...})`;
3. one line in `_ADAPTERS` of feeds/registry.py;
4. a fake server in tests/fakes/feeds/ and its behaviours in tests/feeds/; a section in docs/feeds.md.
Nothing else changes: storage, scheduling and commands know adapters only by what feeds/adapter.py says.

A library: it knows no chat platform, no database and none of its sister engines.
"""

from feeds.adapter import Adapter, FeedSettings, FeedState, Poll, StreamAdapter
from feeds.errors import (
    FeedError,
    FetchFailed,
    FetchRefused,
    HttpFailed,
    Kind,
    ParseError,
    SettingsError,
    WebhookRejected,
)
from feeds.fetch import Fetcher, FetchSettings
from feeds.identity import canonical_url, content_hash, dedupe_key, dedupe_keys
from feeds.item import Item, Link
from feeds.registry import adapter, adapters, feed_key, preview, settings
from feeds.response import Response

__all__ = [
    "Adapter",
    "FeedError",
    "FeedSettings",
    "FeedState",
    "FetchFailed",
    "FetchRefused",
    "FetchSettings",
    "Fetcher",
    "HttpFailed",
    "Item",
    "Kind",
    "Link",
    "ParseError",
    "Poll",
    "Response",
    "SettingsError",
    "StreamAdapter",
    "WebhookRejected",
    "adapter",
    "adapters",
    "canonical_url",
    "content_hash",
    "dedupe_key",
    "dedupe_keys",
    "feed_key",
    "preview",
    "settings",
]
