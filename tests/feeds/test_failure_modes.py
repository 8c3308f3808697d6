"""Feeds that break, lie, move, shrink or attack: each gives items, or an error in plain words, and never a hang."""

from __future__ import annotations

import asyncio
import sys
import time
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from feeds import FeedError, Fetcher, FetchSettings, Kind, ParseError
from feeds.html import to_text
from feeds.identity import Verdict, keys, verdict
from feeds.parsing import MAX_ITEMS, Parsers
from feeds.rss import RssAdapter, RssSettings, read_feed
from feeds.silence import Health, health
from tests.fakes.feeds.hostile import HostileServer, brotli_bomb, head, zipped_bomb
from tests.fakes.feeds.rss import RssServer

ADAPTER = RssAdapter()
ARGUMENTS = {"source": "rss", "url": "https://f.example/feed", "content_type": "application/rss+xml"}


def rss(inside: str) -> bytes:
    return (
        f"<?xml version='1.0'?><rss version='2.0'><channel><title>t</title>{inside}</channel></rss>".encode()
    )


def laughs() -> bytes:
    lines = "".join(f"<!ENTITY l{n} '{f'&l{n - 1};' * 10}'>" for n in range(1, 10))
    return (
        f"<?xml version='1.0'?><!DOCTYPE r [<!ENTITY l0 'ha'>{lines}]><rss version='2.0'>&l9;</rss>".encode()
    )


@pytest.fixture
async def guarded() -> AsyncIterator[Fetcher]:
    """As in production, with a parser process of its own, and less patience."""
    settings = FetchSettings(
        allow_private=("127.0.0.1",), gap=0, total_timeout=3, idle_timeout=0.5, max_bytes=1_000_000
    )
    parsers = Parsers(processes=1, time_limit=5)
    async with Fetcher(settings, parsers=parsers) as fetch:
        yield fetch
    await parsers.close()


async def test_every_attack_is_an_error_and_the_next_feed_is_read_all_the_same(guarded: Fetcher) -> None:
    bombs = {"/gz": ("gzip", zipped_bomb(50)), "/br": ("br", brotli_bomb(50))}
    bodies = {
        "/laughs": laughs(),
        "/external": b"<!DOCTYPE r [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><rss version='2.0'>&x;</rss>",
        "/binary": bytes(range(256)) * 100,
        "/empty": b"",
        "/spaces": b" " * 1000,
        "/json": b'{"items": ',
        "/json-deep": b'{"items":' + b"[" * 200_000,
        "/html": b"<!DOCTYPE html><html><body>Hello</body></html>",
        "/challenge": b"<!DOCTYPE html><html><title>Just a moment...</title></html>",
    }
    async with HostileServer() as hostile, RssServer() as good:
        good.add("Good", "text")
        urls = [hostile.url + path for path in ("/drip", "/silence", "/endless", "/half", "/endless-header")]
        urls += [
            hostile.answer(p, head(length=len(b), Content_Encoding=e) + b) for p, (e, b) in bombs.items()
        ]
        urls += [
            hostile.answer(p, head(length=len(b), Content_Type="text/xml") + b) for p, b in bodies.items()
        ]
        refused = 0
        for url in urls:
            with pytest.raises(FeedError) as caught:
                await ADAPTER.poll(RssSettings(url=url), None, guarded)
            assert caught.value.remedy
            refused += 1
            poll = await ADAPTER.poll(RssSettings(url=good.feed), None, guarded)
            assert [item.title for item in poll.items] == ["Good"]
    assert refused == len(urls) > 15


async def test_a_reader_that_takes_too_long_is_stopped_and_replaced() -> None:
    slow = Parsers(processes=1, time_limit=0.001)
    with pytest.raises(ParseError, match=r"more than 0\.001 seconds"):
        await slow.run(read_feed, rss("<item><title>a</title></item>"), ARGUMENTS)
    await slow.close()
    patient = Parsers(processes=1, time_limit=20)
    for _ in range(2):
        assert (await patient.run(read_feed, rss("<item><title>a</title></item>"), ARGUMENTS)).items[
            0
        ].title == "a"
    await patient.close()
    assert (await patient.run(read_feed, rss(""), ARGUMENTS)).items == ()
    await patient.close()


async def test_a_worker_that_is_slow_to_start_is_no_fault_of_the_feed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On a busy machine its libraries take longer to load than any text may take to read."""
    python = tmp_path / "python"
    python.write_text(f'#!/bin/sh\nsleep 6\nexec "{sys.executable}" "$@"\n')
    python.chmod(0o755)
    monkeypatch.setattr("feeds.parsing.sys.executable", str(python))
    parsers = Parsers(processes=1, time_limit=5)
    found = await parsers.run(read_feed, rss("<item><title>a</title></item>"), ARGUMENTS)
    assert [item.title for item in found.items] == ["a"]
    await parsers.close()


async def test_reading_a_monster_does_not_stop_the_world(guarded: Fetcher) -> None:
    monster = rss(
        "".join(f"<item><title>{n}</title><description>{'x ' * 40}</description></item>" for n in range(4000))
    )
    ticks, running = 0, True

    async def tick() -> None:
        nonlocal ticks
        while running:
            await asyncio.sleep(0.01)
            ticks += 1

    ticking = asyncio.create_task(tick())
    parsed = await guarded.parsers.run(read_feed, monster, ARGUMENTS)
    running = False
    await ticking
    assert len(parsed.items) == MAX_ITEMS
    assert parsed.items[0].title == "0"
    assert ticks > 5


@pytest.mark.parametrize(
    "body",
    [
        rss("<item><title>Jane<b>Roe</title></item>"),
        rss("<item><title>Jane &unknown; Roe</title>"),
        rss("<item><title>Jane Roe</title><description><![CDATA[open</description></item>"),
        rss("<item><title>Jane\x00\x01 Roe</title></item>"),
        b"\xef\xbb\xbf\n\n" + rss("<item><title>Jane Roe</title></item>"),
        rss("<item><title>Jane Roe</title></item>")[:-20],
        rss("<item><title>Jané Roe</title></item>").decode().replace("?>", " encoding='utf-8'?>").encode("latin-1"),
        b"<?xml version='1.0' encoding='utf-16'?><rss version='2.0'><channel><item><title>Jane Roe</title></item>"
        b"</channel></rss>",
        b"<rss version='2.0'><channel><item><title>Jane Roe</title></item><item></item></channel></rss>garbage",
    ],
)  # fmt: skip
def test_broken_xml_still_gives_its_items(body: bytes) -> None:
    items = read_feed(body, ARGUMENTS).items
    assert items[0].title.startswith("Jan")
    assert "Roe" in items[0].title


@pytest.mark.parametrize("depth", [200, 2_000, 30_000])
def test_deep_nesting_is_read_or_refused_but_never_hangs(depth: int) -> None:
    started = time.monotonic()
    nested = rss(
        f"<item><title>Jane</title><description>{'<div>' * depth}Roe{'</div>' * depth}</description></item>"
    )
    escaped = rss(f"<item><title>Jane</title><description>{'&lt;div&gt;' * depth}Roe</description></item>")
    for body in (nested, escaped):
        try:
            items = read_feed(body, ARGUMENTS).items
        except (ParseError, RecursionError):
            continue
        assert items[0].title == "Jane"
    assert time.monotonic() - started < 20


def test_a_page_of_half_a_million_links_is_cut_and_not_swallowed() -> None:
    text = to_text("<a href='/x'>y</a>" * 20_000)
    assert text == "y" * 20_000


async def test_304_for_ever_is_not_taken_for_life(fetch: Fetcher) -> None:
    now = datetime(2026, 8, 8, tzinfo=UTC)
    async with RssServer() as server:
        server.add("One")
        settings = RssSettings(url=server.feed)
        poll = await ADAPTER.poll(settings, None, fetch)
        server.fail(304)
        for _ in range(3):
            poll = await ADAPTER.poll(settings, poll.state, fetch)
            assert poll.not_modified
    found = health(now=now, added_at=now - timedelta(days=60), last_ok=now, last_new_item=now - timedelta(days=40),
                   interval=1800, failing=False)  # fmt: skip
    assert found is Health.STALE


async def test_reordering_repeating_and_late_items_make_nothing_new_and_lose_nothing(fetch: Fetcher) -> None:
    stored: dict[str, str] = {}
    news: list[str] = []
    async with RssServer() as server:
        settings, state = RssSettings(url=server.feed), None

        async def look() -> None:
            nonlocal state
            poll = await ADAPTER.poll(settings, state, fetch)
            state = poll.state
            for key, item in zip(keys(poll.items), poll.items, strict=True):
                found = verdict(key, stored, set(stored.values()))
                if found in (Verdict.NEW, Verdict.EDITED):
                    news.append(f"{found}:{item.title}")
                    stored[key.primary] = key.content

        one, two, three = server.add("One", "a"), server.add("Two", "b"), server.add("Three", "c")
        await look()
        server.entries = [one, three, two]
        await look()
        server.entries = []
        await look()
        late = server.add("Late", "d", date=datetime(2020, 1, 1, tzinfo=UTC))
        server.entries = [three, two, one, late]
        await look()
        one.guid, two.date, three.body = "urn:changed", "Mon, 03 Aug 2026 00:00:00 GMT", "c, now of Jane"
        await look()
    assert news == ["new:Three", "new:Two", "new:One", "new:Late", "edited:Three"]


async def test_a_cloudflare_challenge_with_status_503_is_told_from_a_busy_server(fetch: Fetcher) -> None:
    async with RssServer() as server:
        server.fail(503, headers={"cf-mitigated": "challenge"}, times=1)
        server.fail(503, headers={"Retry-After": "0"}, times=1)
        kinds = []
        for _ in range(2):
            with pytest.raises(FeedError) as caught:
                await ADAPTER.poll(RssSettings(url=server.feed), None, fetch)
            kinds.append(caught.value.kind)
    assert kinds == [Kind.CHALLENGE, Kind.RATE_LIMITED]
