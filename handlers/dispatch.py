"""Sending all that is owed: the gravest first, many at once, one at a time to each place. Called by `handlers.work`.

Which alert goes next is asked of the database again and again, so that what becomes due meanwhile has its place in the
order, and a place that answers slowly, or not at all, holds up itself alone. What was begun is ended, whatever else fails:
a message that a platform has taken already must be noted as sent, or it would go out again.
"""

from __future__ import annotations

import asyncio
import contextlib
from collections import deque
from collections.abc import AsyncIterator, Callable, Collection, Coroutine
from typing import Generic, TypeVar

from handlers import delivery, redrawing
from handlers.house import House
from handlers.pace import Place

Key = TypeVar("Key", int, Place)

AT_ONCE = 8
"""Alerts in hand at once in a process; so few that answers to people always find a free connection."""
REDRAWN_AT_ONCE = 4
AGAIN = 0.5
"""Seconds after which what is owed is looked at again, and tried again if it is due again, although something is in hand
still: a place may hang for long."""


async def send_due(house: House, going: Callable[[], bool], observe: Callable[[str], None]) -> None:
    """Send what is owed and due, until nothing is left that may go now."""
    hand = _Hand[Place](AT_ONCE, observe)
    page = _Page(house)
    async with _ended(hand):
        while going():
            while not hand.full and (due := await page.next(hand.keys)) is not None:
                hand.take(due.place, delivery.deliver(house, due.id))
            if not hand:
                return
            await hand.some()


class _Page:
    """The gravest of what is owed, as the database said a moment ago; whoever takes an alert looks again."""

    def __init__(self, house: House) -> None:
        self._house = house
        self._clock = asyncio.get_running_loop().time
        self._rows: deque[delivery.Due] = deque()
        self._read_at = -AGAIN
        self._tried: dict[int, float] = {}

    async def next(self, busy: Collection[Place]) -> delivery.Due | None:
        """The gravest that may go to a place that is not busy, and was not tried just now."""
        if self._clock() - self._read_at >= AGAIN or (found := self._take(busy)) is None:
            self._read_at = self._clock()
            self._rows = deque(await delivery.due(self._house, without=busy))
            found = self._take(busy)
        return found

    def _take(self, busy: Collection[Place]) -> delivery.Due | None:
        while self._rows:
            due = self._rows.popleft()
            if due.place not in busy and self._clock() - self._tried.get(due.id, -AGAIN) >= AGAIN:
                self._tried[due.id] = self._clock()
                return due
        return None


async def redraw_stale(house: House, going: Callable[[], bool]) -> None:
    """Redraw the cards that are behind, each once."""
    hand = _Hand[int](REDRAWN_AT_ONCE, lambda _: None)
    async with _ended(hand):
        for case_id in await redrawing.stale_cards(house):
            while hand.full:
                await hand.some()
            if not going():
                return
            hand.take(case_id, redrawing.redraw(house, case_id))


class _Hand(Generic[Key]):
    """What is under way, by what it is about."""

    def __init__(self, most: int, observe: Callable[[str], None]) -> None:
        self._most, self._observe = most, observe
        self._tasks: dict[asyncio.Task[str], Key] = {}

    def __len__(self) -> int:
        return len(self._tasks)

    @property
    def full(self) -> bool:
        return len(self._tasks) >= self._most

    @property
    def keys(self) -> set[Key]:
        return set(self._tasks.values())

    def take(self, key: Key, work: Coroutine[None, None, str]) -> None:
        self._tasks[asyncio.create_task(work)] = key

    async def some(self) -> None:
        """Wait until one is done, though not for long. Raises what it raised."""
        if self._tasks:
            done, _ = await asyncio.wait(self._tasks, timeout=AGAIN, return_when=asyncio.FIRST_COMPLETED)
            for task in done:
                del self._tasks[task]
                self._observe(task.result())

    async def all(self) -> None:
        """Wait until all are done. Raises what the first of them raised, after the others are done too."""
        outcomes = await asyncio.gather(*self._tasks, return_exceptions=True)
        self._tasks.clear()
        errors = [outcome for outcome in outcomes if isinstance(outcome, BaseException)]
        for outcome in outcomes:
            if isinstance(outcome, str):
                self._observe(outcome)
        if errors:
            raise errors[0]

    async def drop(self) -> None:
        """Break off what is left; its leases end by themselves."""
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        self._tasks.clear()


@contextlib.asynccontextmanager
async def _ended(hand: _Hand[Key]) -> AsyncIterator[None]:
    """Whatever happens in the block, what is in hand at its end is waited for; only a cancellation breaks it off."""
    try:
        yield
        await hand.all()
    except Exception:
        with contextlib.suppress(Exception):  # the first error is the one to tell
            await hand.all()
        raise
    finally:
        await hand.drop()
