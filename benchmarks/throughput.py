"""How many posts a second go from intake to alerts owed, with 1, 2 and 4 worker processes, and where the time goes.

    python -m benchmarks.throughput [--items 600] [--persons 1000] [--workers 1,2,4] [--no-postgres]

Intake: pages of 25 posts are stored as a poll stores them, one transaction a page. Screening: worker processes, each with
everything that `headsup run --only worker` has but the platforms, take what is new until nothing is left: match, classify,
write finding, cases and alerts. One post in ten names somebody who is watched; each is a request, most owe a card.
Ceilings of the same machine in the same run: the classifier alone, the matching alone, and bare commits of one row.
PostgreSQL is the one on 127.0.0.1 (trust), in a database of the run's own. SQLite has one writer, hence one worker.
"""

from __future__ import annotations

import argparse
import asyncio
import base64
import json
import os
import secrets
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable, Sequence
from contextlib import AsyncExitStack
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from rich.console import Console
from sqlalchemy import func, insert, select, text, update

from benchmarks.matching_data import People
from benchmarks.population import populate
from bot.composition import open_house
from bot.config import Config, DatabaseSettings
from feeds import Item
from handlers import screening, work
from handlers.house import House
from handlers.intake import take_in
from storage import Database
from storage import schema as tables
from tests.postgres import own_database

ROOT = Path(__file__).resolve().parent.parent
PAGE = 25
COMMITS = 200
ERR = Console(stderr=True, highlight=False)
Figures = dict[str, float]


class Clock:
    """Seconds spent in some functions of a worker, by name."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}

    def around(self, name: str, call: Callable[..., Awaitable[Any]]) -> Callable[..., Awaitable[Any]]:
        """The same coroutine function, timed."""

        async def timed(*arguments: Any) -> Any:
            began = time.monotonic()
            try:
                return await call(*arguments)
            finally:
                self.add(name, time.monotonic() - began)

        return timed

    def add(self, name: str, seconds: float) -> None:
        """Count them."""
        self.seconds[name] = self.seconds.get(name, 0.0) + seconds


def configuration(url: str) -> Config:
    """What a worker is configured with; the key comes from the environment."""
    return Config(database=DatabaseSettings(url=url))


def posts(count: int, persons: int) -> list[Item]:
    """Requests, each in words of its own; one in ten names a person of the population."""
    watched, others = People(seed=1), People(seed=9)
    named = [watched.person(number).names[0] for number in range(1, persons + 1)]
    made = []
    for number in range(count):
        name = named[number // 10 % persons] if number % 10 == 0 else " ".join(others.name())
        words = f"Please make a realistic LoRA of {name}, nude and NSFW. Paying for it. Offer {number} of this week."
        link = f"https://forum.example.org/posts/{number}"
        made.append(
            Item(source="rss", guid=f"urn:post:{number}", url=link, title=f"LoRA {number}", body=words)
        )
    return made


async def community(house: House) -> int:
    """A community that follows a feed; -> the feed's id."""
    now = datetime.now(UTC)
    async with house.database.write() as session:
        guild = tables.Community(platform="discord", native_id="1", alert_channel="2", created_at=now)
        feed = tables.Feed(
            kind="rss", key="benchmark", name="Forum", settings={}, next_poll_at=now, created_at=now
        )
        session.add_all([guild, feed])
        await session.flush()
        session.add(tables.Subscription(community_id=guild.id, feed_id=feed.id, created_at=now))
        return feed.id


async def intake(house: House, feed_id: int, items: Sequence[Item]) -> float:
    """Store them page by page; -> posts a second."""
    began = time.monotonic()
    for start in range(0, len(items), PAGE):
        async with house.database.write() as session:
            await take_in(house, session, items[start : start + PAGE], feed_id=feed_id)
    return len(items) / (time.monotonic() - began)


async def ceilings(house: House, items: Sequence[Item]) -> Figures:
    """Posts a second of each engine by itself, and commits a second."""
    texts = [screening.to_text(item) for item in items]
    bodies = [item.body for item in items]
    began = time.monotonic()
    for start in range(0, len(items), screening.BATCH):
        await asyncio.to_thread(house.screener.matches, texts[start : start + screening.BATCH])
    matched = time.monotonic()
    for start in range(0, len(items), screening.BATCH):
        await house.classifier.classify(bodies[start : start + screening.BATCH])
    classified = time.monotonic()
    for number in range(COMMITS):
        async with house.database.write() as session:
            await session.execute(insert(tables.Counter).values(name=f"benchmark-{number}", value=number))
    done = time.monotonic()
    return {
        "matching alone": len(items) / (matched - began),
        "classifier alone": len(items) / (classified - matched),
        "commits": COMMITS / (done - classified),
    }


# --- a worker process -----------------------------------------------------------------------------------------------


async def be_worker(url: str) -> None:
    """Open everything, say so, wait for the word, screen until nothing is left, print what it took."""
    async with open_house(configuration(url)) as (house, _):
        clock = Clock()
        await screening.examine(house, posts(screening.BATCH, 100))  # what is loaded at the first use
        matches = house.screener.matches

        def timed_matches(texts: Any) -> Any:
            began = time.monotonic()
            found = matches(texts)
            clock.add("match", time.monotonic() - began)
            return found

        house.screener.matches = timed_matches  # type: ignore[method-assign, assignment]
        classify = clock.around("classify", house.classifier.classify)
        house.classifier.classify = classify  # type: ignore[method-assign, assignment]
        screening.examine = clock.around("match and classify", screening.examine)  # type: ignore[assignment]
        print("ready", flush=True)
        await asyncio.to_thread(sys.stdin.readline)
        began = time.monotonic()
        count = await work.screen(house)
        clock.add("all", time.monotonic() - began)
        used = time.process_time()
        print(json.dumps({"items": count, "processor": used, **clock.seconds}), flush=True)


async def screened(url: str, key: str, workers: int) -> tuple[float, list[dict[str, float]]]:
    """(seconds until nothing is left, what each of so many workers says of its time)."""
    started = [
        await asyncio.create_subprocess_exec(
            sys.executable, "-m", "benchmarks.throughput", "--be-worker", url,
            stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE,
            env=os.environ | {"HEADSUP_MASTER_KEY": key, "PYTHONPATH": str(ROOT)},
        )
        for _ in range(workers)
    ]  # fmt: skip
    for process in started:
        assert process.stdout is not None
        while (await process.stdout.readline()).strip() != b"ready":
            assert process.returncode is None, "a worker ended"
    began = time.monotonic()
    said = await asyncio.gather(*(process.communicate(b"go\n") for process in started))
    spent = [json.loads(output.splitlines()[-1]) for output, _ in said]
    return max(each["all"] for each in spent) or time.monotonic() - began, spent


async def renew(database: Database) -> None:
    """Everything is new again, and nothing is owed."""
    async with database.write() as session:
        for table in ("alerts", "case_items", "case_events", "cases", "finding_persons", "findings"):
            await session.execute(text(f"DELETE FROM {table}"))  # noqa: S608 - names of our own
        await session.execute(update(tables.Item).values(state="new", lease_owner=None, lease_until=None))


async def measure(url: str, options: argparse.Namespace, workers: Sequence[int]) -> dict[str, Any]:
    """All figures of one database."""
    key = base64.b64encode(secrets.token_bytes(32)).decode()
    os.environ["HEADSUP_MASTER_KEY"] = key
    database = Database(url)
    await populate(database, key, options.persons)
    items = posts(options.items, options.persons)
    found: dict[str, Any] = {}
    async with open_house(configuration(url)) as (house, _):
        feed_id = await community(house)
        found["intake"] = await intake(house, feed_id, items)
        found["ceilings"] = await ceilings(house, items[:256])
    for count in workers:
        ERR.print(f"{database.url.get_backend_name()}: {count} workers")
        await renew(database)
        seconds, spent = await screened(url, key, count)
        async with database.read() as session:
            owed = await session.scalar(select(func.count()).select_from(tables.Alert)) or 0
            left = await session.scalar(
                select(func.count()).select_from(tables.Item).where(tables.Item.state == "new")
            )
        assert left == 0, f"{left} posts were not screened"
        assert owed > len(items) // 2, f"only {owed} alerts are owed"
        total = sum(each["all"] for each in spent)
        examined = sum(each.get("match and classify", 0.0) for each in spent)
        found[f"{count} workers"] = {
            "posts/s": len(items) / seconds,
            "alerts owed": owed,
            "match, ms/post": 1000 * sum(each.get("match", 0.0) for each in spent) / len(items),
            "classify, ms/post": 1000 * sum(each.get("classify", 0.0) for each in spent) / len(items),
            "both at once, ms/post": 1000 * examined / len(items),
            "database and the rest, ms/post": 1000 * (total - examined) / len(items),
        }
    await database.close()
    return found


async def run(options: argparse.Namespace) -> dict[str, Any]:
    """The figures by database."""
    found: dict[str, Any] = {}
    async with AsyncExitStack() as stack:
        for backend in ("sqlite",) if options.no_postgres else ("sqlite", "postgresql"):
            folder = stack.enter_context(tempfile.TemporaryDirectory())
            os.chdir(folder)  # the index file lies there
            url = f"sqlite+aiosqlite:///{folder}/headsup.sqlite3"
            if backend == "postgresql":
                url = await stack.enter_async_context(own_database("throughput"))
            found[backend] = await measure(url, options, [1] if backend == "sqlite" else options.workers)
    return found


def show(found: dict[str, Any]) -> None:
    """The figures as lines."""
    for backend, figures in found.items():
        print(f"{backend}: intake {figures['intake']:.0f} posts/s; alone, each a second: ", end="")
        print(", ".join(f"{what} {rate:.0f}" for what, rate in figures["ceilings"].items()))
        for what, measured in figures.items():
            if isinstance(measured, dict) and what != "ceilings":
                print(f"  {what}: " + ", ".join(f"{name} {value:.1f}" for name, value in measured.items()))


def main() -> None:
    """Run what is asked for; lines, and the last one as JSON."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0] if __doc__ else "")
    parser.add_argument("--items", type=int, default=600)
    parser.add_argument("--persons", type=int, default=1000)
    parser.add_argument(
        "--workers", type=lambda text: [int(part) for part in text.split(",")], default=[1, 2, 4]
    )
    parser.add_argument("--no-postgres", action="store_true")
    parser.add_argument("--be-worker", metavar="URL", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.be_worker:
        asyncio.run(be_worker(options.be_worker))
        return
    found = asyncio.run(run(options))
    show(found)
    print(json.dumps(found | {"load": os.getloadavg()[0]}))


if __name__ == "__main__":
    main()
