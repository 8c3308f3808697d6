"""One run: people watch, posts come in, members report, moderators decide, and processes are killed all the while.

Called by __main__.py (long) and test_crash.py (short). Chance comes from the seed alone; which process is in the middle of
what when it dies is the machine's business.
"""

from __future__ import annotations

import asyncio
import contextlib
import random
import time
from collections import Counter
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from aiohttp import ClientError
from sqlalchemy import func, select, update
from sqlalchemy.exc import DBAPIError

from storage import Database
from storage import schema as tables
from tests.crash.feed import ForgetfulFeed
from tests.crash.ledger import Ledger, Verdict, judge
from tests.crash.settings import Setting, opened
from tests.crash.sides import SIDES, Side
from tests.crash.supervisor import Supervised
from tests.e2e.names import Invented, invented
from tests.e2e.program import eventually

AWAY = (OSError, DBAPIError)
"""What the harness itself meets while the database is stopped."""
POLL_SECONDS = 1.5
BETWEEN_ONE, BETWEEN_MANY = (0.5, 10.0), (0.3, 9.0)
"""Seconds between two kills, at least and at most: of the only process, which takes some to start, and of one of several."""
START_SECONDS = 300.0
"""How long the first start of all processes may take on a busy machine."""
CALM_SECONDS = 1800.0
"""How long everything may take to arrive once nothing is killed any more: a channel takes five cards in five seconds."""


@dataclass(frozen=True, slots=True)
class Plan:
    """How much of everything. `outages`: how often each database and broker is stopped and started."""

    setting: str
    side: str = "discord"
    kills: int = 100
    outages: int = 0
    posts: int = 500
    persons: int = 50
    reports: int = 30
    pace: float = 1.0
    """How many times slower than usual: on a machine that does much else."""
    decisions: int = 60
    feeds: int = 5
    schedulers: int = 1
    workers: int = 2
    seed: int = 1
    shared: bool = False
    """On the servers that run on this machine, which are not stopped."""


@dataclass
class Storm:
    """What acts on one setting."""

    plan: Plan
    setting: Setting
    side: Side
    feeds: list[ForgetfulFeed]
    processes: dict[str, Supervised]
    note: Callable[[str], None]
    chance: random.Random = field(init=False)
    ledger: Ledger = field(default_factory=Ledger)
    watching: list[tuple[Invented, str]] = field(default_factory=list)
    strangers: list[Invented] = field(default_factory=list)
    tasks: list[asyncio.Task[None]] = field(default_factory=list)
    outages: list[float] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.chance = random.Random(self.plan.seed)
        self.database = Database(self.setting.database_url)
        self.key = next(iter(self.processes.values())).program.key

    # --- before and after ---------------------------------------------------------------------------------------

    async def set_up(self) -> None:
        """Everything runs, the communities are set up, the watchlists are kept, the feeds have their baseline."""
        first = next(iter(self.processes.values()))
        first.begin()
        await asyncio.sleep(0.2)  # the others find the schema made, as on any machine but the very first time
        await _ready(first)
        for process in list(self.processes.values())[1:]:
            process.begin()
        for process in self.processes.values():
            await _ready(process)
        await self.side.set_up(first.program)
        people = list(invented())
        for person in people[: self.plan.persons]:
            self.watching.append((person, await self.side.watch(person)))
        self.strangers = people[self.plan.persons :]
        for number in range(len(self.feeds)):
            await eventually(self._polled_once(number), feed_name(number), timeout=START_SECONDS)
        self.note(f"{len(self.watching)} persons watched, {len(self.processes)} processes")

    def _polled_once(self, number: int) -> Callable[[], Awaitable[bool]]:
        async def polled() -> bool:
            row = await next(iter(self.processes.values())).program.feed(feed_name(number))
            return row is not None and row.progress is not None and row.lease_owner is None

        return polled

    async def calm(self) -> None:
        """Nothing is killed any more; wait until everything has arrived, or too much time has passed."""
        clock = asyncio.create_task(self._polls())
        try:
            async with asyncio.timeout(CALM_SECONDS):
                await asyncio.gather(*self.tasks)
        finally:
            clock.cancel()
        await self.arrived(CALM_SECONDS)

        async def all_back() -> bool:
            return all(process.is_back for process in self.processes.values())

        await eventually(all_back, "every killed process to be started again", timeout=CALM_SECONDS)

    async def arrived(self, seconds: float) -> bool:
        """Wait until nothing is owed any more, so long at most; -> whether that is so."""
        deadline = time.monotonic() + seconds
        clock = asyncio.create_task(self._polls())
        try:
            while owed := await self._owed():
                self.note(", ".join(f"{count} {what}" for what, count in owed.items()))
                if time.monotonic() > deadline:
                    return False
                await asyncio.sleep(1.0)
        finally:
            clock.cancel()
        return True

    async def _owed(self) -> Counter[str]:
        left: Counter[str] = Counter()
        left["posts on a page"] = sum(
            entry.guid not in feed.acknowledged for feed in self.feeds for entry in feed.entries
        )
        async with self.database.read() as session:
            for what, table, state in (("items", tables.Item, "new"), ("alerts", tables.Alert, "owed")):
                query = select(func.count()).select_from(table).where(table.state == state)
                left[f"{what} {state}"] = await session.scalar(query) or 0
        return +left

    async def verdict(self) -> Verdict:
        """What is there."""
        ends = [at for process in self.processes.values() for at in process.killed_at]
        pages = {f"{feed.url}/{guid}": guid for feed in self.feeds for guid in feed.acknowledged}
        self.ledger.acknowledged = {link for link in self.ledger.posts if link in pages}
        found = await judge(self.database, self.key, self.side, self.ledger, [*ends, *self.outages])
        found.unexplained += self.side.violations
        return found

    async def close(self) -> None:
        """The end."""
        for task in self.tasks:
            task.cancel()
        for process in self.processes.values():
            await process.end()
            await process.program.database.close()
        await self.database.close()

    # --- the storm ----------------------------------------------------------------------------------------------

    async def rage(self) -> None:
        """Kill, and meanwhile bring posts, reports and decisions, evenly spread over the kills."""
        clock = asyncio.create_task(self._polls())
        self.side.lose_patience()
        self.tasks.append(asyncio.create_task(self._moderate()))
        posts, reports, outages = (
            self._spread(self.plan.posts),
            self._spread(self.plan.reports),
            self._stops(),
        )
        try:
            for number in range(self.plan.kills):
                began = time.monotonic()
                between = BETWEEN_MANY if len(self.processes) > 1 else BETWEEN_ONE
                pause = self.plan.pace * self.chance.uniform(*between)
                for at in sorted(self.chance.uniform(0, pause) for _ in range(next(posts))):
                    await asyncio.sleep(max(0.0, began + at - time.monotonic()))
                    self.post()
                for _ in range(next(reports)):
                    self.tasks.append(asyncio.create_task(self._report(len(self.tasks))))
                if number in outages:
                    self.tasks.append(asyncio.create_task(self._outage(outages[number])))
                await asyncio.sleep(max(0.0, began + pause - time.monotonic()))
                await self._kill()
                self.note(f"{number + 1} of {self.plan.kills} kills, {len(self.ledger.posts)} posts")
        finally:
            clock.cancel()

    def _spread(self, total: int) -> Iterator[int]:
        """`total`, evenly over the kills."""
        return (
            total * (number + 1) // self.plan.kills - total * number // self.plan.kills
            for number in range(self.plan.kills)
        )

    def _stops(self) -> dict[int, int]:
        """Before which kill which service goes."""
        services, every = len(self.setting.services), max(1, self.plan.kills // max(1, self.plan.outages))
        if not services:
            return {}
        return {number * every: number % services for number in range(self.plan.outages)}

    async def _kill(self) -> None:
        async def killed() -> bool:
            return self.processes[self.chance.choice(sorted(self.processes))].kill()

        await eventually(killed, "a process to kill")

    async def _outage(self, which: int) -> None:
        service = self.setting.services[which]
        self.outages.append(time.time())
        await service.stop()
        await asyncio.sleep(self.chance.uniform(0.2, 3.0))
        await service.start()

    async def _polls(self) -> None:
        """The interval between two polls passes."""
        while True:
            with contextlib.suppress(*AWAY):
                async with self.database.write() as session:
                    now = datetime.now(UTC)
                    waiting = update(tables.Feed).where(tables.Feed.next_poll_at > now)
                    await session.execute(waiting.values(next_poll_at=now))
            await asyncio.sleep(POLL_SECONDS)

    def post(self) -> None:
        """Somebody asks for a likeness; for two of three there is somebody who watches."""
        feed, number = self.chance.choice(self.feeds), len(self.ledger.posts)
        person, account = self.chance.choice(self.watching)
        if self.chance.random() > 0.66:
            person, account = self.chance.choice(self.strangers), ""
        words = f"{person.request} I will pay for NSFW pictures of {person.name}."
        entry = feed.add(f"Request {number}: nude {person.title}", words)
        entry.link = f"{feed.url}/{entry.guid}"
        self.ledger.posts[entry.link] = account or None

    async def _report(self, number: int) -> None:
        """Members report a link until one has a receipt."""
        link = f"https://forum.example.org/{number}"

        async def has_receipt() -> bool:
            receipt = await self.side.report(link)
            if receipt is not None:
                self.ledger.reports[link] = receipt
            return receipt is not None

        await eventually(has_receipt, "a receipt", timeout=CALM_SECONDS, every=1.0)

    async def _moderate(self) -> None:
        """Press Confirm on cards, each until it is answered."""
        pressed = 0
        while pressed < self.plan.decisions:
            cards = [card for card in self.side.cards() if card.case not in self.ledger.decisions]
            if not cards:
                await asyncio.sleep(0.5)
                continue
            card = self.chance.choice(cards)
            case = card.case
            assert case is not None
            account = await self.side.decide(card, "Confirm")
            if account is not None:
                self.ledger.decisions[case] = (account, "confirmed")
                pressed += 1
            await asyncio.sleep(self.chance.uniform(0.0, 1.0))


def feed_name(number: int) -> str:
    """The name of a feed: Forum, Forum 1, …"""
    return f"Forum {number}" if number else "Forum"


async def _ready(process: Supervised) -> None:
    async def is_ready() -> bool:
        with contextlib.suppress(ClientError):
            return (await process.program.get("/readyz"))[0] == 200
        return False

    await eventually(is_ready, f"/readyz of {process.name}", timeout=START_SECONDS, every=0.2)


@contextlib.asynccontextmanager
async def storm(plan: Plan, folder: Path, note: Callable[[str], None]) -> AsyncIterator[Storm]:
    """Everything that a run needs, set up. Raises ServiceMissing."""
    async with (
        opened(plan.setting, folder, shared=plan.shared) as setting,
        storm_on(setting, plan, folder, note) as made,
    ):
        yield made


@contextlib.asynccontextmanager
async def storm_on(
    setting: Setting, plan: Plan, folder: Path, note: Callable[[str], None]
) -> AsyncIterator[Storm]:
    """The same on a database and queue that run already."""
    side = SIDES[plan.side]()
    async with contextlib.AsyncExitStack() as stack:
        await stack.enter_async_context(side.fake)
        feeds = [await stack.enter_async_context(ForgetfulFeed()) for _ in range(plan.feeds)]
        programs = setting.programs(
            side,
            folder,
            setting.processes(side, schedulers=plan.schedulers, workers=plan.workers),
            [{"kind": "rss", "name": feed_name(n), "url": feed.feed} for n, feed in enumerate(feeds)],
            [feed.allowed for feed in feeds],
        )
        processes = {name: Supervised(name, program) for name, program in programs.items()}
        made = Storm(plan, setting, side, feeds, processes, note)
        stack.push_async_callback(made.close)
        await made.set_up()
        yield made


async def run(
    plan: Plan, folder: Path, note: Callable[[str], None] = lambda _: None
) -> tuple[Verdict, Counter[str]]:
    """One run; -> (verdict, how often what was killed, restarted and stopped)."""
    async with storm(plan, folder, note) as made:
        await made.rage()
        await made.calm()
        verdict = await made.verdict()
        suffered: Counter[str] = Counter()
        for name, process in made.processes.items():
            role = name.split("-")[0]
            suffered[f"kills {role}"] += process.kills
            suffered["restarts"] += process.starts - 1
            suffered["ended by themselves"] += process.ended
        for service in made.setting.services:
            suffered[f"stops {service.name}"] = service.stops
        suffered["kills"] = sum(process.kills for process in made.processes.values())
        return verdict, suffered
