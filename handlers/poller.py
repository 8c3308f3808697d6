"""Keeps as many polls going as is polite, so that one slow site holds up no other. Called by the schedule every second.

What a poll is, and that no feed is polled twice, is `handlers.polling`'s business.
"""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Callable, Sequence
from urllib.parse import urlsplit

import structlog
from sqlalchemy import select

from handlers import polling
from handlers.feed_kinds import PUSHED
from handlers.house import House
from storage import schema as tables

log = structlog.get_logger(__name__)
AT_ONCE = 32
PER_HOST = 2
"""More would wait for their turn in the fetcher anyway, and hold their leases meanwhile."""
_WINDOW = 512


class Poller:
    """The polls that this process has in hand, one task each. `observe` hears of each outcome."""

    def __init__(self, house: House, observe: Callable[[polling.Outcome], None] = lambda _: None) -> None:
        self.house = house
        self._observe = observe
        self._tasks: dict[asyncio.Task[None], tuple[int, str]] = {}

    async def tend(self) -> int:
        """Begin the polls that are due, as far as there is room; -> how many are in hand."""
        room = AT_ONCE - len(self._tasks)
        if room > 0:
            polled = {feed_id for feed_id, _ in self._tasks.values()}
            busy = Counter(host for _, host in self._tasks.values())
            for feed_id, host in await self._due():
                if feed_id in polled or busy[host] >= PER_HOST:
                    continue
                task = asyncio.create_task(self._poll(feed_id), name=f"poll {feed_id}")
                self._tasks[task] = (feed_id, host)
                task.add_done_callback(self._done)
                busy[host] += 1
                room -= 1
                if room <= 0:
                    break
        return len(self._tasks)

    async def _due(self) -> Sequence[tuple[int, str]]:
        house = self.house
        asked = tables.Feed.kind.not_in(PUSHED | house.streamed)
        ids = polling.due(house, house.clock()).where(asked).limit(_WINDOW)
        query = (
            select(tables.Feed.id, tables.Feed.kind, tables.Feed.settings, tables.Feed.moved_to)
            .where(tables.Feed.id.in_(ids))
            .order_by(tables.Feed.next_poll_at, tables.Feed.id)
        )
        async with house.database.read() as session:
            rows = (await session.execute(query)).all()
        return [
            (row.id, urlsplit(row.moved_to or str(row.settings.get("url", ""))).hostname or row.kind)
            for row in rows
        ]

    async def _poll(self, feed_id: int) -> None:
        self._observe(await polling.poll(self.house, feed_id))

    def _done(self, task: asyncio.Task[None]) -> None:
        feed_id, _ = self._tasks.pop(task)
        if not task.cancelled() and (error := task.exception()) is not None:
            log.error("polling failed", feed=feed_id, error=type(error).__name__, exc_info=error)

    async def finish(self) -> None:
        """Wait for the polls in hand."""
        await asyncio.gather(*self._tasks, return_exceptions=True)

    async def close(self) -> None:
        """Break off the polls in hand: their feeds are free for the next process."""
        for task in list(self._tasks):
            task.cancel()
        await self.finish()
