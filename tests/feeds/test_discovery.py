"""From an address that somebody pasted to the feed behind it."""

from __future__ import annotations

import pytest

from feeds import FeedError, Fetcher, FetchRefused, ParseError, registry
from feeds.discovery import Candidate, discover, recognise
from tests.fakes.feeds.discourse import DiscourseServer
from tests.fakes.feeds.fediverse import MastodonServer
from tests.fakes.feeds.rss import RssServer
from tests.fakes.feeds.serving import FakeServer


async def test_a_feeds_own_address_is_the_feed(fetch: Fetcher) -> None:
    async with RssServer() as server:
        assert await discover(server.feed, fetch) == (Candidate("rss", {"url": server.feed}, "A fake feed"),)


async def test_a_pages_feeds_are_found_in_its_order_with_their_names(fetch: Fetcher) -> None:
    async with RssServer() as server:
        found = await discover(server.url, fetch)
    assert [(c.values["url"], c.title) for c in found] == [
        (server.feed, "Posts"),
        (server.atom, "Posts (Atom)"),
    ]


async def test_a_page_that_announces_none_is_tried_at_the_usual_places(fetch: Fetcher) -> None:
    async with RssServer() as server:
        server.fail(
            200, body="<html><body>no links</body></html>", headers={"Content-Type": "text/html"}, times=1
        )
        (found,) = await discover(server.url, fetch)
    assert found.values == {"url": f"{server.url}/feed.json"}


async def test_forums_and_servers_are_recognised(fetch: Fetcher) -> None:
    async with DiscourseServer() as server:
        assert (await discover(server.url, fetch))[0] == Candidate(
            "discourse", {"url": server.url}, "Discourse forum"
        )
    async with MastodonServer() as server:
        (found,) = await discover(f"{server.url}/tags/bounty", fetch)
        assert found == Candidate("mastodon", {"url": server.url, "tag": "bounty"}, "#bounty")


@pytest.mark.parametrize(
    ("url", "kind", "values"),
    [
        ("https://civitai.com/bounties", "civitai_bounties", {}),
        ("https://www.civitai.red/bounties/9104", "civitai_bounties", {}),
        ("https://civitai.com/models?tag=woman", "civitai_models", {"tag": "woman"}),
        ("https://boards.4chan.org/g/catalog", "fourchan", {"board": "g"}),
        ("https://huggingface.co/models?other=lora&sort=created", "huggingface_models", {"filter": "lora"}),
        ("https://huggingface.co/a/b/discussions", "huggingface_discussions",
         {"repository": "a/b", "repository_kind": "models"}),
        ("https://bsky.app/search?q=lora%20request", "bluesky_search", {"query": "lora request"}),
        ("https://bsky.app/profile/jane.example", "rss", {"url": "https://bsky.app/profile/jane.example/rss"}),
        ("https://old.reddit.com/r/requests/new", "reddit", {"subreddit": "requests"}),
    ],
)  # fmt: skip
def test_known_services_are_recognised_by_their_address(url: str, kind: str, values: dict[str, str]) -> None:
    found = recognise(url)
    assert found is not None
    assert (found.kind, found.values) == (kind, values)
    assert bool(found.note) is registry.adapter(kind).Settings.off_by_default
    if not found.note:
        assert registry.settings(kind, found.values)


async def test_what_has_no_feed_says_what_to_do_instead(fetch: Fetcher) -> None:
    async with FakeServer() as server:
        server.fail(200, body="<html><body>nothing</body></html>", headers={"Content-Type": "text/html"})
        with pytest.raises(ParseError, match=r"announces no feed.*RSS link"):
            await discover(server.url, fetch)
        server.faults.clear()
        server.fail(200, body='{"a": 1}', headers={"Content-Type": "application/json"})
        with pytest.raises(ParseError, match="kind json"):
            await discover(server.url, fetch)


@pytest.mark.parametrize(
    "url", ["http://169.254.169.254/", "localhost/feed", "https://user@example.org/feed"]
)
async def test_hostile_addresses_are_refused_here_too(fetch: Fetcher, url: str) -> None:
    with pytest.raises(FetchRefused):
        await discover(url, fetch)


@pytest.mark.parametrize("url", ["", "ftp://example.org/", "javascript://x", "https://"])
async def test_what_is_no_address_is_an_error(fetch: Fetcher, url: str) -> None:
    with pytest.raises(FeedError):
        await discover(url, fetch)
