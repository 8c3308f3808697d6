"""What watching many feeds costs, beside what a user would write instead, in one run.

    python -m benchmarks.feeds [--feeds 2000] [--rounds 3] [--stream-seconds 20] [--quick]

Polls: `--feeds` feeds on 200 loopback hosts, served by another process; every fifth feed changes between rounds. All are due
within ten simulated minutes and are polled as fast as they can be, which is the worst case for the event loop.
Rivals: aiohttp with feedparser in the event loop (what a small bot does), and feedparser.parse(url) in eight threads.
Stream: a Jetstream of 1,000 posts a second through word filter, dedupe and screening against 1,000 people; and how fast it
could go. Everything is measured in this process and its parser process; the server's CPU is not counted.
"""

from __future__ import annotations

import argparse
import asyncio
import hashlib
import io
import json
import random
import resource
import subprocess
import sys
import time
import warnings
from collections import Counter
from collections.abc import AsyncIterator, Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import aclosing, asynccontextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

# Run as a file, Python puts this folder first on the path, where "feeds" would be this very file.
sys.path[:] = [
    str(Path(__file__).resolve().parent.parent),
    *(p for p in sys.path if p != str(Path(__file__).parent)),
]

import aiohttp  # noqa: E402
import feedparser  # noqa: E402
from aiohttp import web  # noqa: E402

from feeds import FeedError, Fetcher, FetchSettings  # noqa: E402
from feeds.adapter import FeedState  # noqa: E402
from feeds.bluesky import COLLECTION, JetstreamAdapter, JetstreamSettings  # noqa: E402
from feeds.identity import keys  # noqa: E402
from feeds.rss import RssAdapter, RssSettings  # noqa: E402
from watchlists import Person, Screener, Text  # noqa: E402

HOSTS = 200
ENTRIES = 25
WORDS = [
    "looking",
    "for",
    "somebody",
    "who",
    "can",
    "make",
    "this",
    "happen",
    "within",
    "a",
    "week",
    "or",
    "two",
    "please",
    "write",
    "me",
    "about",
    "prices",
    "and",
    "samples",
    "mountain",
    "lake",
    "soft",
    "light",
    "portrait",
    "city",
    "night",
    "garden",
    "train",
    "letter",
    "question",
    "answer",
    "photo",
    "market",
    "winter",
]


SYLLABLES = ("ka", "lo", "mi", "ren", "sta", "vo", "zel", "tor", "nim", "qua")


def name(number: int) -> str:
    """An invented person's name, another one for each number below a thousand."""
    one, two, three = (SYLLABLES[digit] for digit in (*divmod(number // 10, 10), number % 10))
    return f"{one}{two}dra {three}{one}{two}berg".title()


def document(number: int, round_: int) -> bytes:
    """The RSS of feed `number`; every fifth has a new entry each round."""
    chance = random.Random(number)
    newest = round_ if number % 5 == 0 else 0
    out = [f"<?xml version='1.0' encoding='utf-8'?><rss version='2.0'><channel><title>Feed {number}</title>"]
    for entry in range(newest + ENTRIES, newest, -1):
        body = " ".join(chance.choices(WORDS, k=80))
        out.append(
            f"<item><title>Entry {entry} of {number}</title><guid>urn:{number}:{entry}</guid>"
            f"<link>https://forum.example/{number}/{entry}</link><pubDate>Sat, 01 Aug 2026 10:00:00 GMT</pubDate>"
            f"<description>&lt;p&gt;{body}&lt;/p&gt;&lt;p&gt;&lt;a href='/x'&gt;more&lt;/a&gt;&lt;/p&gt;</description>"
            "</item>"
        )
    return "".join([*out, "</channel></rss>"]).encode()


class Served:
    """The other process: feeds at /f/<number>, the round at POST /round, a Jetstream at /subscribe."""

    def __init__(self) -> None:
        self.round = 0
        self.bodies: dict[tuple[int, int], tuple[bytes, str]] = {}

    def app(self) -> web.Application:
        app = web.Application()
        app.router.add_get("/f/{number}", self.feed)
        app.router.add_post("/round", self.turn)
        app.router.add_get("/subscribe", self.subscribe)
        return app

    async def turn(self, request: web.Request) -> web.Response:
        self.round += 1
        return web.Response()

    async def feed(self, request: web.Request) -> web.Response:
        number = int(request.match_info["number"])
        key = (number, self.round if number % 5 == 0 else 0)
        if key not in self.bodies:
            body = document(*key)
            self.bodies[key] = (body, f'"{hashlib.sha256(body).hexdigest()[:16]}"')
        body, etag = self.bodies[key]
        if request.headers.get("If-None-Match") == etag:
            return web.Response(status=304, headers={"ETag": etag})
        return web.Response(body=body, headers={"ETag": etag, "Content-Type": "application/rss+xml"})

    async def subscribe(self, request: web.Request) -> web.WebSocketResponse:
        socket = web.WebSocketResponse()
        await socket.prepare(request)
        rate, count = int(request.query["rate"]), int(request.query["count"])
        chance, started = random.Random(1), time.monotonic()
        try:
            for number in range(count):
                if rate and number % 20 == 0:
                    await asyncio.sleep(max(0.0, started + number / rate - time.monotonic()))
                await socket.send_str(self.post(number, chance))
            await asyncio.sleep(0.5)
            await socket.close()
        except ConnectionError:
            pass
        return socket

    @staticmethod
    def post(number: int, chance: random.Random) -> str:
        text = " ".join(chance.choices(WORDS, k=chance.randrange(5, 45)))
        if number % 50 == 0:
            text += f" lora of {name(number % 1000)} wanted"
        record = {"$type": COLLECTION, "text": text, "createdAt": "2026-08-08T09:00:00Z", "langs": ["en"]}
        commit = {
            "rev": "1",
            "operation": "create",
            "collection": COLLECTION,
            "rkey": f"k{number}",
            "record": record,
        }
        event = {
            "did": "did:plc:bench",
            "time_us": time.time_ns() // 1000,
            "kind": "commit",
            "commit": commit,
        }
        return json.dumps(event)


def serve() -> None:
    """Entry of the other process; prints its port."""

    async def run() -> None:
        runner = web.AppRunner(Served().app(), access_log=None)
        await runner.setup()
        await web.TCPSite(runner, "0.0.0.0", 0).start()  # noqa: S104 - loopback hosts only are asked, many of them
        print(runner.addresses[0][1], flush=True)
        await asyncio.Event().wait()

    asyncio.run(run())


@dataclass
class Measured:
    """One contender's numbers."""

    requests: int = 0
    unchanged: int = 0
    items: int = 0
    lags: list[float] = field(default_factory=list)
    seconds: float = 0.0
    cpu: float = 0.0

    def line(self, name: str) -> str:
        lags = sorted(self.lags) or [0.0]
        p99, worst = lags[int(len(lags) * 0.99) - 1] * 1000, lags[-1] * 1000
        per_thousand = self.cpu / max(self.requests, 1) * 1000
        return (
            f"{name:<34} {self.requests:>8,} {self.unchanged / max(self.requests, 1):>6.0%} {self.items:>9,} "
            f"{self.seconds:>7.1f} {per_thousand:>9.2f} {p99:>9.1f} {worst:>9.1f}"
        )


def cpu_seconds() -> float:
    """User and system time of this process and of its ended children."""
    return sum(
        u.ru_utime + u.ru_stime
        for u in map(resource.getrusage, (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    )


@asynccontextmanager
async def lag_of_the_loop(measured: Measured) -> AsyncIterator[None]:
    """Samples every 5 ms by how much a timer is late."""

    async def sample() -> None:
        loop = asyncio.get_running_loop()
        while True:
            due = loop.time() + 0.005
            await asyncio.sleep(0.005)
            measured.lags.append(loop.time() - due)

    task = asyncio.create_task(sample())
    try:
        yield
    finally:
        task.cancel()


def url_of(number: int, port: int) -> str:
    return f"http://127.0.1.{number % HOSTS + 1}:{port}/f/{number}"


async def rounds_of(
    measured: Measured, feeds: int, rounds: int, port: int, poll: Callable[[int], Awaitable[None]]
) -> None:
    """All feeds, `rounds` times, as fast as they go."""
    started, used = time.perf_counter(), cpu_seconds()
    async with lag_of_the_loop(measured), aiohttp.ClientSession() as control:
        for _ in range(rounds):
            await asyncio.gather(*(poll(number) for number in range(feeds)))
            await control.post(f"http://127.0.0.1:{port}/round")
    measured.seconds, measured.cpu = time.perf_counter() - started, cpu_seconds() - used


async def ours(feeds: int, rounds: int, port: int, processes: int) -> Measured:
    measured, states = Measured(), dict[int, FeedState]()
    settings = FetchSettings(allow_private=("127.0.0.0/8",), gap=0, parser_processes=processes)
    adapter = RssAdapter()
    used = cpu_seconds()
    async with Fetcher(settings) as fetch:

        async def poll(number: int) -> None:
            result = await adapter.poll(RssSettings(url=url_of(number, port)), states.get(number), fetch)
            states[number] = result.state
            measured.requests += 1
            measured.unchanged += result.not_modified
            measured.items += len(result.items)

        await rounds_of(measured, feeds, rounds, port, poll)
    measured.cpu = cpu_seconds() - used  # again, now that the parser process has ended and is counted
    return measured


async def simple_bot(feeds: int, rounds: int, port: int) -> Measured:
    """aiohttp, and feedparser where it is called: in the event loop."""
    measured, etags = Measured(), dict[int, str]()
    limit = asyncio.Semaphore(8)
    async with aiohttp.ClientSession() as session:

        async def poll(number: int) -> None:
            headers = {"If-None-Match": etags[number]} if number in etags else {}
            async with limit, session.get(url_of(number, port), headers=headers) as answer:
                body = await answer.read()
                measured.requests += 1
                if answer.status == 304:
                    measured.unchanged += 1
                    return
                etags[number] = answer.headers["ETag"]
                measured.items += len(feedparser.parse(io.BytesIO(body)).entries)

        await rounds_of(measured, feeds, rounds, port, poll)
    return measured


async def threads(feeds: int, rounds: int, port: int) -> Measured:
    """feedparser.parse(url, etag=...), its own way of fetching, in eight threads."""
    measured, etags = Measured(), dict[int, str]()
    loop = asyncio.get_running_loop()
    with ThreadPoolExecutor(8) as pool:

        def work(number: int) -> tuple[int, str, int]:
            found = feedparser.parse(url_of(number, port), etag=etags.get(number))
            return found.get("status", 0), found.get("etag", ""), len(found.entries)

        async def poll(number: int) -> None:
            status, etag, count = await loop.run_in_executor(pool, work, number)
            measured.requests += 1
            measured.unchanged += status == 304
            measured.items += count
            etags[number] = etag or etags.get(number, "")

        await rounds_of(measured, feeds, rounds, port, poll)
    return measured


async def stream(port: int, seconds: int, rate: int) -> str:
    """Posts through the filter, the keys and the screener; how far behind the newest one it ever was."""
    people = [Person(str(n), names=(name(n),)) for n in range(1000)]
    screener, seen, counts = Screener(people), set[str](), Counter[str]()
    count = seconds * (rate or 20_000)
    url = f"ws://127.0.0.1:{port}/subscribe?rate={rate}&count={count}&x="
    settings = JetstreamSettings(url=url, batch=500, batch_seconds=0.2)
    started, used, behind = time.perf_counter(), cpu_seconds(), 0.0
    finished = started
    fetch_settings = FetchSettings(allow_private=("127.0.0.1",), gap=0, parser_processes=0)
    measured = Measured()
    async with (
        Fetcher(fetch_settings) as fetch,
        lag_of_the_loop(measured),
        aclosing(JetstreamAdapter().stream(settings, None, fetch)) as batches,
    ):
        with suppress(FeedError):  # the end of the stream
            async for batch in batches:
                fresh = [
                    i for i, k in zip(batch.items, keys(batch.items), strict=True) if k.primary not in seen
                ]
                seen.update(key.primary for key in keys(fresh))
                texts = [
                    Text(title=item.title, body=item.body, author=item.author, url=item.url) for item in fresh
                ]
                matches = await asyncio.to_thread(screener.matches, texts) if texts else []
                counts["items"] += len(fresh)
                counts["matches"] += sum(map(bool, matches))
                newest = batch.state.cursor.get("time_us", 0)
                if newest and fresh:
                    behind = max(behind, time.time() - newest / 1e6)
                    finished = time.perf_counter()
    lasted = finished - started
    lags = sorted(measured.lags) or [0.0]
    return (
        f"{'at 1,000 posts/s' if rate else 'as fast as it goes':<20} {count:>9,} posts {count / lasted:>9,.0f}/s "
        f"{counts['items']:>8,} passed the words, {counts['matches']:>6,} matched; at most {behind:.2f} s behind; "
        f"CPU {(cpu_seconds() - used) / lasted:.0%} of a core; loop lag p99 {lags[int(len(lags) * 0.99) - 1] * 1000:.1f} ms"
    )


async def compare(feeds: int, rounds: int, seconds: int, port: int) -> None:
    print(f"{feeds:,} feeds on {HOSTS} hosts, {rounds} rounds, 8 requests at once, {ENTRIES} entries each\n")
    head = f"{'':<34} {'requests':>8} {'304s':>6} {'items':>9} {'seconds':>7} {'CPU s/1k':>9} {'p99 ms':>9} {'max ms':>9}"
    print(head)
    print((await ours(feeds, rounds, port, 1)).line("headsup, parser process (default)"))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    worker = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    print((await ours(feeds, rounds, port, 0)).line("headsup, parser thread"))
    print((await simple_bot(feeds, rounds, port)).line("aiohttp + feedparser in the loop"))
    print((await threads(feeds, rounds, port)).line("feedparser.parse(url), 8 threads"))
    print(f"\npeak memory: {peak:.0f} MiB, and {worker:.0f} MiB in the parser process")
    print("\nJetstream, word filter, dedupe, 1,000 people screened")
    print(await stream(port, seconds, 1000))
    print(await stream(port, max(2, seconds // 4), 0))


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--feeds", type=int, default=2000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--stream-seconds", type=int, default=20)
    parser.add_argument("--quick", action="store_true", help="100 feeds, 2 rounds, 3 seconds")
    parser.add_argument("--serve", action="store_true", help=argparse.SUPPRESS)
    chosen = parser.parse_args()
    if chosen.serve:
        serve()
        return
    if chosen.quick:
        chosen.feeds, chosen.rounds, chosen.stream_seconds = 100, 2, 3
    warnings.simplefilter("ignore", DeprecationWarning)
    with subprocess.Popen([sys.executable, __file__, "--serve"], stdout=subprocess.PIPE, text=True) as server:
        try:
            port = int(server.stdout.readline()) if server.stdout else 0
            asyncio.run(compare(chosen.feeds, chosen.rounds, chosen.stream_seconds, port))
        finally:
            server.kill()


if __name__ == "__main__":
    main()
