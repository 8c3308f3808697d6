"""Weeks of feeds with random faults and dying processes: what was served while a feed was reachable is stored exactly once.

    python -m tests.soak.feeds --days 28 --seed 1

Two processes poll the same feeds over real HTTP; the clock jumps from one due poll to the next. Posts appear late below
newer ones, are edited, counted, reordered, get new guids or share one; answers fail, break off or are something else; and
processes die between the answer and the commit, holding their leases.
"""

from __future__ import annotations

import argparse
import asyncio
import gzip
import random
import re
import tempfile
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

from aiohttp import web
from sqlalchemy import select
from structlog.testing import capture_logs

from feeds import Item, adapters
from feeds.schedule import Arrival
from handlers import feed_news, work
from handlers.house import House
from storage import schema as tables
from tests.fakes.feeds.rss import Entry, RssServer
from tests.handlers.feeds_harness import configure
from tests.handlers.harness import World, open_world

WINDOW = 80
MARK = re.compile(r"post (\d+\.\d+)\b")
FAULTS = ("500", "503", "429", "cut", "page", "bomb", "empty", "gzip", "circle")


class Died(RuntimeError):
    """The process was killed here."""


@dataclass
class Counts:
    """What happened, for people to read."""

    days: float = 0
    polls: int = 0
    faults: int = 0
    deaths: int = 0
    posts: int = 0
    edits: int = 0
    renamed: int = 0
    served: int = 0
    stored: int = 0
    lost: int = 0
    doubled: int = 0
    wrong: str = ""

    def __str__(self) -> str:
        return ", ".join(f"{name} {value}" for name, value in vars(self).items())


@dataclass
class Place:
    """A server, what it has shown in good answers, and how its posts change."""

    server: RssServer
    number: int
    rng: random.Random
    served: set[str] = field(default_factory=set)
    made: int = 0
    kinds: dict[str, str] = field(default_factory=dict)

    def write(self, counts: Counts) -> None:
        """Somebody posts."""
        self.made += 1
        mark = f"{self.number}.{self.made}"
        kind = self.rng.choice(("plain", "plain", "edited", "renamed", "counted", "twin", "late"))
        entry = Entry(
            f"Title of post {mark}",
            f"<p>words of post {mark}</p>",
            guid=f"urn:fake:{mark}",
            link=f"{self.server.url}/posts/{mark}",
        )
        if (
            kind == "twin"
            and self.server.entries
            and self.kinds.get(_mark(self.server.entries[0])) == "plain"
        ):
            self.kinds[_mark(self.server.entries[0])] = "twin"
            entry.guid = self.server.entries[0].guid
        self.kinds[mark] = kind
        at = min(3, len(self.server.entries)) if kind == "late" else 0
        self.server.entries.insert(at, entry)
        del self.server.entries[WINDOW:]
        counts.posts += 1

    def stir(self, counts: Counts) -> None:
        """What is there changes without being new."""
        for entry in self.rng.sample(self.server.entries, min(3, len(self.server.entries))):
            mark = _mark(entry)
            match self.kinds[mark]:
                case "edited":
                    entry.body += " and more"
                    counts.edits += 1
                case "counted":
                    entry.body = f"<p>words of post {mark}</p> {self.rng.randrange(9999)} views"
                case "renamed":
                    entry.guid = f"urn:moved:{mark}:{self.rng.randrange(10**6)}"
                    entry.link = f"{self.server.url}/new/{mark}/{self.rng.randrange(10**6)}"
                    counts.renamed += 1
                case _:
                    pass
        if self.rng.random() < 0.2:
            newest = self.server.entries[: WINDOW // 4]
            self.rng.shuffle(newest)
            self.server.entries[: WINDOW // 4] = newest

    def trouble(self) -> None:
        """The next answer is not what it should be."""
        name = self.rng.choice(FAULTS)
        document = self.server.rss_text().encode()
        self.server.faults.clear()
        match name:
            case "500" | "503":
                self.server.fail(int(name), times=1)
            case "429":
                self.server.fail(429, times=1)  # no Retry-After: the fetcher keeps that pause in real time
            case "cut":
                packed = gzip.compress(document, 1)
                coded = {"Content-Encoding": "gzip"}
                self.server.fail(200, headers=coded, body=packed[: len(packed) // 3], times=1)
            case "page":
                self.server.fail(200, body=b"<!doctype html><html><body>Under repair</body></html>", times=1)
            case "bomb":
                self.server.fail(
                    200, body=b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "b">]><rss/>', times=1
                )
            case "gzip":
                self.server.fail(200, headers={"Content-Encoding": "gzip"}, body=b"\x1f\x8bbroken", times=1)
            case "circle":
                self.server.fail(302, headers={"Location": self.server.feed}, times=1)
            case _:
                self.server.fail(200, times=1)


def _mark(entry: Entry) -> str:
    found = MARK.search(entry.title)
    assert found is not None
    return found.group(1)


class Watched(RssServer):
    """Remembers which posts were in a good answer."""

    place: Place | None = None

    def _answer(self, request: web.Request, body: str, content_type: str) -> web.Response:
        assert self.place is not None
        self.place.served |= set(MARK.findall(body))
        return super()._answer(request, body, content_type)


@asynccontextmanager
async def dying(rng: random.Random, chance: float, counts: Counts) -> AsyncIterator[None]:
    """Now and then a process dies after it has written and before it commits."""
    real = feed_news.store

    async def store(
        house: House,
        session: object,
        feed: tables.Feed,
        items: object,
        deleted: object = (),
        **more: Arrival | bool,
    ) -> feed_news.News:
        news = await real(house, session, feed, items, deleted, **more)  # type: ignore[arg-type]
        if rng.random() < chance:
            counts.deaths += 1
            raise Died
        return news

    feed_news.store = store
    try:
        yield
    finally:
        feed_news.store = real


async def simulate(url: str, *, days: float, seed: int, polls: int = 10**6) -> Counts:
    """Run it on an upgraded, empty database for so many days or polls; -> what happened: `lost`, `doubled` be 0."""
    rng, counts = random.Random(seed), Counts(days=days)
    async with open_world(url) as first, Watched() as rss, Watched() as json_feed:
        places = [Place(rss, 1, random.Random(seed + 1)), Place(json_feed, 2, random.Random(seed + 2))]
        for place in places:
            assert isinstance(place.server, Watched)
            place.server.place = place
            for _ in range(5):
                place.write(counts)
        first.house.adapters = adapters()
        first.queue.held = True
        await configure(first, "one", "rss", url=rss.feed)
        await configure(first, "two", "rss", url=json_feed.json_feed)
        async with dying(rng, 0.05, counts):
            with capture_logs():  # each death would be a page
                await _live(first, places, rng, counts, days, polls)
        first.clock.advance(days=2)
        for place in places:
            place.server.faults.clear()
        await work.poll_due(first.house)  # the last look, with nothing in its way
        await _compare(first, places, counts)
    return counts


async def _live(
    world: World, places: list[Place], rng: random.Random, counts: Counts, days: float, polls: int
) -> None:
    end = world.clock() + timedelta(days=days)
    processes = [world, await world.another("b")]
    for other in processes:
        other.queue.held = True
    while world.clock() < end and counts.polls < polls:
        for place in places:
            while rng.random() < 0.35:
                place.write(counts)
            place.stir(counts)
            if rng.random() < 0.2:
                place.trouble()
                counts.faults += 1
        if rng.random() < 0.01:  # a process is gone, another one begins; its leases run out by themselves
            number = rng.randrange(2)
            processes[number] = await world.another(f"{rng.random()}")
            processes[number].queue.held = True
        if rng.random() < 0.01:
            off = timedelta(hours=rng.randrange(40))  # the whole machine is off
            world.clock.now, end = world.clock() + off, end + off
        polled = await asyncio.gather(*(work.poll_due(each.house) for each in processes))
        counts.polls += max(polled)
        await _next(world)


async def _next(world: World) -> None:
    """To the next due poll, and past leases that dead processes hold."""
    feeds = await world.rows(tables.Feed)
    due = min(max(feed.next_poll_at, feed.lease_until or feed.next_poll_at) for feed in feeds)
    world.clock.now = max(world.clock() + timedelta(seconds=30), due + timedelta(seconds=1))


async def _compare(world: World, places: list[Place], counts: Counts) -> None:
    stored: Counter[str] = Counter()
    async with world.house.database.read() as session:
        for row in (await session.scalars(select(tables.Item))).all():
            item: Item | None = world.house.vault.open_item(row)
            assert item is not None
            found = MARK.search(f"{item.title} {item.body}")
            assert found is not None
            stored[found.group(1)] += 1
    served = {mark for place in places for mark in place.served}
    counts.served, counts.stored = len(served), sum(stored.values())
    counts.lost = len(served - set(stored))
    if counts.lost or len(stored) < sum(stored.values()):
        kinds = {mark: kind for place in places for mark, kind in place.kinds.items()}
        wrong = sorted(served - set(stored)) + [mark for mark, count in stored.items() if count > 1]
        counts.wrong = ", ".join(f"{mark} ({kinds[mark]})" for mark in wrong[:20])
    counts.doubled = sum(count - 1 for count in stored.values())


async def _main(days: float, seed: int) -> Counts:
    from storage import Database

    with tempfile.TemporaryDirectory(prefix="headsup-soak-") as folder:
        url = f"sqlite+aiosqlite:///{Path(folder)}/soak.sqlite3"
        database = Database(url)
        await database.upgrade()
        await database.close()
        return await simulate(url, days=days, seed=seed)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--days", type=float, default=28)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    result = asyncio.run(_main(given.days, given.seed))
    raise SystemExit(1 if result.lost or result.doubled else 0)
