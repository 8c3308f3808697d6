"""`handlers.ports.Queue`: work to be done soon, here if this process is an idle worker, else wherever one is.

What is asked for is folded: one look at the database finds everything that is owed, so a thousand wake-ups are one, and
the queue does not grow with the backlog. An idle worker begins by itself, at once; a busy one, and every other process,
tells the others through the broker, at most once in `GAP` for each kind of work.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable

import structlog

from bot import metrics
from bot.queue.lanes import Going, Lane
from bot.queue.link import Link
from handlers import work
from handlers.house import House

log = structlog.get_logger(__name__)
KINDS = ("screen", "deliver", "redraw")
GAP = 0.05
"""Seconds between two wake-ups of one kind from this process, at least."""
HOLD_SECONDS = 30.0
"""How long a wake-up stays unacknowledged while its work is done; a longer work is everybody's by then."""


class Tasks:
    """A `handlers.ports.Queue`. Does nothing until it is opened: a command that only reads wakes nobody."""

    def __init__(self, url: str, prefix: str) -> None:
        self._url, self._prefix = url, prefix
        self._link: Link | None = None
        self._lanes: dict[str, Lane] = {}
        self._telling: dict[str, asyncio.Task[None]] = {}
        self._more: set[str] = set()

    @property
    def ready(self) -> bool:
        """Whether wake-ups go through (for /readyz)."""
        return self._link is not None and self._link.up

    async def open(self, house: House, *, works: bool) -> None:
        """Connect; if this process is a worker, do what is asked for, by whomever. Raises QueueError."""
        if works:
            self._lanes = {
                "screen": Lane(_guarded("screen", lambda going: _screen(house, going))),
                "deliver": Lane(_guarded("deliver", lambda going: _deliver(house, going))),
                "redraw": Lane(_guarded("redraw", lambda going: work.redraw_due(house, going))),
            }
        wakes = {kind: self._waker(kind) for kind in KINDS}
        self._link = Link(self._url, self._prefix, house.owner, wakes)
        await self._link.open(listens=works)

    async def finish(self, seconds: float) -> None:
        """Begin nothing more, wait for what is in hand, so long at most, and let go of the server."""
        for task in self._telling.values():
            task.cancel()
        link, self._link = self._link, None
        in_time = await asyncio.gather(*(lane.finish(seconds) for lane in self._lanes.values()))
        if not all(in_time):
            log.warning("what was in hand did not end in time; it is owed still")
        if link is not None:
            await link.close()

    async def screen(self) -> None:
        """Some items are new."""
        self._wake("screen")

    async def deliver(self, alert_id: int) -> None:
        """An alert is due. Which one goes next is for the database to say: the gravest."""
        self._wake("deliver")

    async def redraw(self, case_id: int) -> None:
        """A card may be behind."""
        self._wake("redraw")

    def _wake(self, kind: str) -> None:
        lane = self._lanes.get(kind)
        if (lane is not None and lane.wake() is not None) or self._link is None:
            return
        if kind in self._telling:
            self._more.add(kind)
        else:
            self._telling[kind] = asyncio.create_task(self._tell(self._link, kind))

    async def _tell(self, link: Link, kind: str) -> None:
        try:
            while True:
                self._more.discard(kind)
                await link.send(kind)
                metrics.WAKES.labels(kind).inc()
                await asyncio.sleep(GAP)
                if kind not in self._more:
                    return
        finally:
            del self._telling[kind]

    def _waker(self, kind: str) -> Callable[[], Awaitable[None]]:
        async def woken() -> None:
            lane = self._lanes.get(kind)
            begun = lane.wake() if lane is not None else None
            if begun is not None:
                await asyncio.wait({begun}, timeout=HOLD_SECONDS)

        return woken


async def _screen(house: House, going: Going) -> None:
    with metrics.SCREENING.time():
        metrics.SCREENED.inc(await work.screen(house, going))


async def _deliver(house: House, going: Going) -> None:
    await work.deliver_due(house, going, lambda outcome: metrics.DELIVERIES.labels(outcome).inc())


def _guarded(kind: str, do: Callable[[Going], Awaitable[object]]) -> Callable[[Going], Awaitable[None]]:
    failing = False

    async def guarded(going: Going) -> None:
        nonlocal failing
        try:
            await do(going)
        except Exception as error:
            metrics.FAILURES.labels(kind).inc()
            if failing:  # the sweep tries each second, and each would say the same
                return
            failing = True
            log.error(
                "a task failed; the sweep tries again", task=kind, error=type(error).__name__, exc_info=error
            )
        else:
            if failing:
                log.info("a task works again", task=kind)
            failing = False

    return guarded
