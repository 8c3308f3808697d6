"""RSS, Atom and JSON Feed through the adapter, against a server of our own."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest

from feeds import FeedError, Fetcher, FetchSettings, Kind, Link, ParseError, dedupe_key, dedupe_keys
from feeds.rss import RssAdapter, RssSettings, read_feed
from tests.fakes.feeds.rss import RssServer

ADAPTER = RssAdapter()


@pytest.mark.parametrize("form", ["feed", "atom", "json_feed"])
async def test_an_entry_becomes_the_same_item_in_every_format(fetch: Fetcher, form: str) -> None:
    async with RssServer() as server:
        server.add(
            "LoRA of Jane Roe wanted",
            '<p>Looking for <b>Ja</b>ne&nbsp;Roe, <a href="/jane">her page</a></p><img src="/x/ref1.png">',
            author="requester",
            tags=("lora", "bounty"),
        )
        poll = await ADAPTER.poll(RssSettings(url=getattr(server, form)), None, fetch)
    assert poll.title == "A fake feed"
    (item,) = poll.items
    assert (item.source, item.title, item.body) == (
        "rss",
        "LoRA of Jane Roe wanted",
        "Looking for Jane Roe, her page",
    )
    assert item.guid == "urn:fake:1"
    assert item.author == "requester"
    assert item.tags == ("lora", "bounty")
    assert item.links == (Link("her page", f"{server.url}/jane"),)
    assert item.media == ("ref1.png",)
    assert item.posted_at == datetime(2026, 8, 1, 12, 1, tzinfo=UTC)


async def test_an_unchanged_feed_is_not_sent_again(fetch: Fetcher) -> None:
    async with RssServer() as server:
        server.add("One")
        settings = RssSettings(url=server.feed)
        first = await ADAPTER.poll(settings, None, fetch)
        second = await ADAPTER.poll(settings, first.state, fetch)
        server.add("Two")
        third = await ADAPTER.poll(settings, second.state, fetch)
    assert (len(first.items), second.not_modified, second.items) == (1, True, ())
    assert [item.title for item in third.items] == ["Two", "One"]


async def test_a_server_that_ignores_validators_is_still_recognised_as_unchanged(fetch: Fetcher) -> None:
    async with RssServer() as server:
        server.conditional = False
        server.add("One")
        settings = RssSettings(url=server.feed)
        first = await ADAPTER.poll(settings, None, fetch)
        assert (await ADAPTER.poll(settings, first.state, fetch)).not_modified


async def test_state_survives_as_text(fetch: Fetcher) -> None:
    async with RssServer() as server:
        server.add("One")
        settings = RssSettings(url=server.feed)
        first = await ADAPTER.poll(settings, None, fetch)
        stored = type(first.state).from_json(first.state.to_json())
        assert stored == first.state
        assert (await ADAPTER.poll(settings, stored, fetch)).not_modified


async def test_a_feeds_own_wish_for_a_pause_is_passed_on(fetch: Fetcher) -> None:
    async with RssServer() as server:
        server.ttl = 120
        server.headers = {"Cache-Control": "max-age=600"}
        server.add("One")
        first = await ADAPTER.poll(RssSettings(url=server.feed), None, fetch)
        unchanged = await ADAPTER.poll(RssSettings(url=server.feed), first.state, fetch)
    assert unchanged.not_modified
    assert (first.ttl_seconds, unchanged.ttl_seconds) == (7200, 7200)


async def test_dates_in_the_future_or_in_no_known_form_are_unknown_and_drop_nothing(fetch: Fetcher) -> None:
    async with RssServer() as server:
        server.add("Tomorrow", date=datetime.now(UTC) + timedelta(days=400))
        server.add("Word", date="yesterday")
        server.add("Zone", date="Sat, 01 Aug 2026 10:00:00 EST")
        poll = await ADAPTER.poll(RssSettings(url=server.feed), None, fetch)
    assert {item.title: item.posted_at for item in poll.items} == {
        "Tomorrow": None,
        "Word": None,
        "Zone": datetime(2026, 8, 1, 15, tzinfo=UTC),
    }


async def test_an_id_that_repeats_in_one_document_falls_through_to_the_link(fetch: Fetcher) -> None:
    async with RssServer() as server:
        server.add("One", "first", guid="same")
        server.add("Two", "second", guid="same")
        server.add("Three", "third", guid="other")
        poll = await ADAPTER.poll(RssSettings(url=server.feed), None, fetch)
    assert dedupe_keys(poll.items) == [
        "guid:127.0.0.1/other",
        f"url:{server.url}/posts/2",
        f"url:{server.url}/posts/1",
    ]


async def test_an_empty_feed_is_a_feed(fetch: Fetcher) -> None:
    async with RssServer() as server:
        poll = await ADAPTER.poll(RssSettings(url=server.feed), None, fetch)
    assert poll.items == ()
    assert poll.title == "A fake feed"


async def test_a_web_page_in_place_of_the_feed_says_what_to_do(fetch: Fetcher) -> None:
    async with RssServer() as server:
        with pytest.raises(ParseError, match=r"a web page, not a feed.*address of its feed"):
            await ADAPTER.poll(RssSettings(url=server.url), None, fetch)


async def test_a_secret_header_reaches_the_feed_and_never_the_state(fetch: Fetcher) -> None:
    async with RssServer() as server:
        server.add("One")
        settings = RssSettings.model_validate({"url": server.feed, "headers": {"X-Key": "s3cret"}})
        poll = await ADAPTER.poll(settings, None, fetch)
        assert server.seen[0].headers["X-Key"] == "s3cret"
    assert "s3cret" not in poll.state.to_json() + repr(settings)


async def test_the_parser_process_gives_the_same_items() -> None:
    settings = FetchSettings(allow_private=("127.0.0.1",), gap=0, parser_processes=1)
    async with RssServer() as server, Fetcher(settings) as fetch:
        server.add("Ünïcode", "<p>bo<wbr>dy</p>", author="x")
        poll = await ADAPTER.poll(RssSettings(url=server.feed), None, fetch)
        assert [(item.title, item.body) for item in poll.items] == [("Ünïcode", "body")]
        with pytest.raises(ParseError):
            await ADAPTER.poll(RssSettings(url=server.url), None, fetch)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-16-le", "cp037"])
def test_entity_declarations_are_refused_in_every_encoding(encoding: str) -> None:
    text = (
        f'<?xml version="1.0" encoding="{encoding}"?><!DOCTYPE x [<!ENTITY a "ha">]>'
        "<rss version='2.0'><channel><title>t</title><item><title>&a;</title></item></channel></rss>"
    )
    body = text.encode(encoding)
    with pytest.raises(ParseError, match="entities"):
        read_feed(
            body, {"source": "rss", "url": "https://e.org/f", "content_type": f"text/xml; charset={encoding}"}
        )


def test_a_bare_guid_is_told_apart_by_its_site_and_keeps_when_the_feed_moves() -> None:
    def key(feed: str, moved_to: str) -> str:
        body = b"<rss version='2.0'><channel><title>t</title><item><guid>17</guid></item></channel></rss>"
        parsed = read_feed(body, {"source": "rss", "url": moved_to, "feed_url": feed})
        return dedupe_key(parsed.items[0])

    assert key("https://a.org/f", "https://a.org/f") != key("https://b.org/f", "https://b.org/f")
    assert key("https://a.org/f", "https://a.org/f") == key("http://www.a.org/f", "https://new.org/f")


def test_deleted_atom_entries_are_named() -> None:
    body = (
        b'<feed xmlns="http://www.w3.org/2005/Atom" xmlns:at="http://purl.org/atompub/tombstones/1.0"><title>t</title>'
        b'<at:deleted-entry ref="urn:fake:1" when="2026-08-01T00:00:00Z"/></feed>'
    )
    assert read_feed(body, {"url": "https://a.org/f"}).extra["deleted"] == ("guid:urn:fake:1",)


async def test_a_browser_check_is_called_one(fetch: Fetcher) -> None:
    page = "<!DOCTYPE html><html><head><title>Just a moment...</title></head></html>"
    async with RssServer() as server:
        server.fail(
            403, headers={"cf-mitigated": "challenge", "Content-Type": "text/html"}, body=page, times=1
        )
        server.fail(200, headers={"Content-Type": "text/html"}, body=page)
        for _ in range(2):
            with pytest.raises(FeedError) as caught:
                await ADAPTER.poll(RssSettings(url=server.feed), None, fetch)
            assert caught.value.kind is Kind.CHALLENGE


def test_wild_dates_keep_the_time_that_feedparser_reads() -> None:
    date = format_datetime(datetime(2026, 8, 1, 9, tzinfo=UTC))
    body = (
        "<rss version='2.0'><channel><title>t</title>"
        f"<item><title>a</title><pubDate> {date} </pubDate></item>"
        "<item><title>b</title><pubDate>2026-08-01</pubDate></item>"
        "<item><title>c</title><pubDate>Fri, 31 Dec 1899 00:00:00 GMT</pubDate></item></channel></rss>"
    ).encode()
    times = [item.posted_at for item in read_feed(body, {"url": "https://a.org/f"}).items]
    assert times == [datetime(2026, 8, 1, 9, tzinfo=UTC), datetime(2026, 8, 1, tzinfo=UTC), None]
