"""Feeds that push one post after another (Bluesky's Jetstream): followed, reconnected from their cursor, at least once.

`Streams.tend` is called by the schedule every few seconds. One process follows a stream at a time, by the feed's lease,
which each batch renews; the items of a batch and its cursor are one transaction, and what repeats after a break is known
by its key. A break is retried soon, then with growing pauses.
"""

from __future__ import annotations

import asyncio
import random
import time
from contextlib import aclosing
from datetime import timedelta

import structlog

from feeds import FeedError, FeedState, Kind, Poll, StreamAdapter
from feeds import schedule as rules
from handlers import feed_health, feed_news, polling
from handlers.feed_sources import settings_of
from handlers.house import House
from storage import schema as tables

log = structlog.get_logger(__name__)
LEASE = timedelta(minutes=3)
COMMIT_SECONDS = 15.0
"""Batches without a post move the cursor at most this often."""
LONGEST_PAUSE = 300.0
_SOON = frozenset({Kind.TRANSIENT, Kind.RATE_LIMITED, Kind.MALFORMED})


class Streams:
    """The streams that this process follows, one task each."""

    def __init__(self, house: House) -> None:
        self.house = house
        self._tasks: dict[int, asyncio.Task[str]] = {}

    async def tend(self) -> int:
        """Begin to follow the streams that are due and that nobody follows; -> how many this process follows."""
        for feed_id in [feed_id for feed_id, task in self._tasks.items() if task.done()]:
            self._ended(feed_id, self._tasks.pop(feed_id))
        house = self.house
        if house.streamed:
            query = polling.due(house, house.clock()).where(tables.Feed.kind.in_(house.streamed))
            async with house.database.read() as session:
                waiting = (await session.scalars(query)).all()
            for feed_id in waiting:
                if feed_id in self._tasks:
                    continue
                feed = await polling.claim(house, feed_id, LEASE)
                if feed is not None:
                    self._tasks[feed_id] = asyncio.create_task(follow(house, feed), name=f"stream {feed_id}")
        return len(self._tasks)

    def _ended(self, feed_id: int, task: asyncio.Task[str]) -> None:
        if task.cancelled():
            return
        error = task.exception()
        if error is not None:
            log.error("following a stream failed", feed=feed_id, error=type(error).__name__, exc_info=error)

    async def close(self) -> None:
        """Let go of all of them."""
        for task in self._tasks.values():
            task.cancel()
        await asyncio.gather(*self._tasks.values(), return_exceptions=True)
        self._tasks.clear()


async def follow(house: House, feed: tables.Feed) -> str:
    """Follow one stream, which this process holds, until it breaks or another process takes it over; -> why it ended."""
    adapter = house.adapters[feed.kind]
    assert isinstance(adapter, StreamAdapter)  # noqa: S101 - `streamed` says so
    session = _Session(house, feed)
    try:
        settings = settings_of(house, feed)
        state = FeedState.from_json(feed.progress)
        async with aclosing(adapter.stream(settings, state, house.fetch)) as batches:
            async for batch in batches:
                if not await session.take(batch):
                    return "lost"
    except FeedError as error:
        await polling.failed(house, feed, error, delay=_pause(session.failures + 1, error))
        return str(error.kind)
    except Exception as error:
        log.error(
            "an adapter failed", feed=feed.id, kind=feed.kind, error=type(error).__name__, exc_info=error
        )
        await polling.failed(house, feed, polling.own_fault(error), delay=LONGEST_PAUSE)
        return "fault"
    except BaseException:
        await asyncio.shield(polling.release(house, feed))
        raise
    await polling.release(house, feed)
    return "ended"


def _pause(failures: int, error: FeedError) -> float | None:
    """Seconds until the next attempt: 1, 2, 4, … at most five minutes; None where the usual rules hold."""
    if error.kind not in _SOON:
        return None
    seconds = min(2.0 ** min(failures - 1, 9), LONGEST_PAUSE) * (0.75 + 0.5 * random.random())
    return max(seconds, min(error.retry_after or 0.0, rules.LONGEST_BACKOFF))


class _Session:
    """One connection: what was stored last, and whether it still is this process's to follow."""

    def __init__(self, house: House, feed: tables.Feed) -> None:
        self._house = house
        self._feed = feed
        self._stored = FeedState.from_json(feed.progress)
        self._committed = 0.0
        self._away_since = feed.last_ok_at
        self._began = house.clock()
        self.failures = feed.errors

    async def take(self, batch: Poll) -> bool:
        """Store a batch; -> False if another process took the stream over."""
        quiet = not batch.items and not batch.deleted
        if quiet and self._committed and time.monotonic() - self._committed < COMMIT_SECONDS:
            return True
        house, now = self._house, self._house.clock()
        async with house.database.write() as session:
            row = await polling.held(house, session, self._feed.id)
            if row is None or row.state not in ("active", "paused"):
                return False
            last_ok = row.last_ok_at
            news = await feed_news.store(
                house, session, row, batch.items, batch.deleted, arrival=self._arrival(batch)
            )
            if batch.state != self._stored or not row.errors:
                row.state, row.errors, row.last_error, row.failing_since = "active", 0, None, None
                self.failures = 0
            row.progress = batch.state.to_json()
            row.lease_until = now + LEASE
            row.last_ok_at = now
            notices = await feed_health.tell(
                house, session, row, since=last_ok, missed=polling.missed(row, news, len(news.taken.new))
            )
        self._stored, self._committed = batch.state, time.monotonic()
        await feed_news.follow_up(house, news)
        for alert_id in notices:
            await house.queue.deliver(alert_id)
        return True

    def _arrival(self, batch: Poll) -> rules.Arrival:
        """A stream begins with the present and has no baseline; what was posted during a long absence is late."""
        if self._away_since is None or self._began - self._away_since <= rules.LONG_ABSENCE:
            return rules.Arrival.SINGLY
        times = [item.posted_at for item in batch.items if item.posted_at is not None]
        return rules.Arrival.DIGEST if times and min(times) < self._began else rules.Arrival.SINGLY
