"""Polling due feeds. Called by the scheduler; several schedulers never poll one feed twice, since a due feed is claimed by
a row lease. The items, the cursor and the next time are one transaction.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

import structlog
from sqlalchemy import Select, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from feeds import Adapter, FeedError, FeedState, Kind, Poll
from feeds import schedule as rules
from feeds.registry import adapter
from handlers import comments, feed_digest, feed_health, feed_news
from handlers.feed_kinds import PUSHED, Configured
from handlers.feed_sources import adopt, register, settings_of
from handlers.house import House
from handlers.settings import LEASE
from storage import schema as tables

__all__ = ["Configured", "Outcome", "all_feeds", "due_feeds", "poll", "register", "set_state"]

log = structlog.get_logger(__name__)
POLL_LEASE = 5 * LEASE


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one poll came to, for logs, metrics and tests: `word` is ok, not_modified, not_due or the error's kind."""

    word: str
    kind: str = ""
    new: int = 0


def due(house: House, now: datetime) -> Select[int]:
    """Ids of feeds that are due and that nobody holds. Paused feeds are probed once a day in case they heal."""
    return (
        select(tables.Feed.id)
        .where(tables.Feed.state.in_(("active", "paused")), tables.Feed.next_poll_at <= now)
        .where(or_(tables.Feed.lease_until.is_(None), tables.Feed.lease_until < now))
        .order_by(tables.Feed.next_poll_at, tables.Feed.id)
    )


async def due_feeds(house: House, limit: int = 64, *, without: Sequence[int] = ()) -> list[int]:
    """Ids of feeds to poll now; streams and what is pushed are not asked."""
    query = due(house, house.clock()).where(tables.Feed.kind.not_in(PUSHED | house.streamed)).limit(limit)
    if without:
        query = query.where(tables.Feed.id.not_in(without))
    async with house.database.read() as session:
        return list((await session.scalars(query)).all())


async def poll(house: House, feed_id: int) -> Outcome:
    """Poll one feed if it is due and free."""
    feed = await claim(house, feed_id, POLL_LEASE)
    if feed is None:
        return Outcome("not_due")
    try:
        answer, followed = await _ask(house, feed)
    except FeedError as error:
        await failed(house, feed, error)
        return Outcome(str(error.kind), feed.kind)
    except Exception as error:
        log.error(
            "an adapter failed", feed=feed.id, kind=feed.kind, error=type(error).__name__, exc_info=error
        )
        await failed(house, feed, own_fault(error))
        return Outcome("fault", feed.kind)
    except BaseException:
        await release(house, feed)
        raise
    taken = await _succeeded(house, feed, answer, followed)
    log.info("feed polled", feed=feed.id, kind=feed.kind, items=len(answer.items), new=taken)
    return Outcome("not_modified" if answer.not_modified else "ok", feed.kind, taken)


def own_fault(error: Exception) -> FeedError:
    """An adapter's own mistake, as people hear of it."""
    return FeedError(
        Kind.MALFORMED,
        f"Headsup could not read the answer ({type(error).__name__}): a fault of its own.",
        remedy="It is tried again. If it stays, tell the project; the log has the details.",
    )


async def claim(house: House, feed_id: int, lease: timedelta) -> tables.Feed | None:
    """Hold a feed that is due and free, for so long; None if it is not."""
    now = house.clock()
    async with house.database.write() as session:
        query = (
            update(tables.Feed)
            .where(tables.Feed.id == feed_id, tables.Feed.next_poll_at <= now)
            .where(tables.Feed.state.in_(("active", "paused")))
            .where(or_(tables.Feed.lease_until.is_(None), tables.Feed.lease_until < now))
            .values(lease_owner=house.owner, lease_until=now + lease)
            .returning(tables.Feed)
        )
        return (await session.scalars(query)).one_or_none()


async def release(house: House, feed: tables.Feed) -> None:
    """Let go of a feed whose poll was cut short, so that the next process need not wait for the lease to end."""
    async with house.database.write() as session:
        await session.execute(
            update(tables.Feed)
            .where(tables.Feed.id == feed.id, tables.Feed.lease_owner == house.owner)
            .values(lease_owner=None, lease_until=None)
        )


async def held(house: House, session: AsyncSession, feed_id: int) -> tables.Feed | None:
    """The row, locked, if this process still holds it; None if it held too long and another took it over."""
    row = await session.get(tables.Feed, feed_id, with_for_update=True)
    return row if row is not None and row.lease_owner == house.owner else None


async def _ask(house: House, feed: tables.Feed) -> tuple[Poll, tuple[int, ...]]:
    settings = settings_of(house, feed)
    chosen: Adapter = house.adapters.get(feed.kind) or adapter(feed.kind)
    answer = await chosen.poll(settings, FeedState.from_json(feed.progress), house.fetch)
    written, followed = await comments.below_flagged(house, feed, chosen, settings)
    return (replace(answer, items=(*answer.items, *written)), followed) if written else (answer, followed)


async def _succeeded(house: House, feed: tables.Feed, answer: Poll, followed: Sequence[int]) -> int:
    now = house.clock()
    notices: list[int] = []
    async with house.database.write() as session:
        row = await held(house, session, feed.id)
        if row is None:
            return 0
        last_ok = row.last_ok_at
        arrival = rules.arrival(row.progress is None, last_ok, now)
        quiet = arrival is rules.Arrival.BASELINE
        news = await feed_news.store(
            house, session, row, answer.items, answer.deleted, arrival=arrival, digest=row.told is None
        )
        await comments.remember(session, followed, now)
        new = 0 if quiet else len(news.taken.new)
        interval, wait = rules.next_interval(
            row.interval_seconds,
            new > 0,
            answer.ttl_seconds,
            floor=house.poll_floor,
            rng=random.random,
        )
        row.progress = adopt(house, row, answer.state).to_json()
        row.interval_seconds = int(interval)
        row.next_poll_at = now + timedelta(seconds=wait)
        row.lease_owner = row.lease_until = None
        row.state, row.errors, row.last_error, row.failing_since = "active", 0, None, None
        row.last_ok_at = now
        notices = await feed_health.tell(house, session, row, since=last_ok, missed=missed(row, news, new))
    await feed_news.follow_up(house, news)
    for alert_id in notices:
        await house.queue.deliver(alert_id)
    return new


def missed(row: tables.Feed, news: feed_news.News, new: int) -> dict[str, int]:
    """What a notice that the feed is back says of what came with it."""
    return feed_digest.span(row.id, news.taken.new) if new else {}


async def failed(house: House, feed: tables.Feed, error: FeedError, *, delay: float | None = None) -> None:
    """Write down a failure, decide when to try again (`delay`: in so many seconds), and tell whoever can act."""
    now = house.clock()
    async with house.database.write() as session:
        row = await held(house, session, feed.id)
        if row is None:
            return
        row.lease_owner = row.lease_until = None
        row.errors += 1
        row.failing_since = row.failing_since or now
        row.last_error = {"kind": str(error.kind), "message": error.message, "remedy": error.remedy}
        reaction = rules.after_error(
            error.kind, row.errors, row.failing_since, now, error.retry_after, rng=random.random
        )
        if reaction.action is rules.Action.DISABLE:
            row.state = "disabled"
        elif reaction.action is rules.Action.PAUSE:
            row.state = "paused"
        wait = reaction.delay or rules.LONGEST_BACKOFF
        if delay is not None and reaction.action is rules.Action.RETRY:
            wait = delay
        row.next_poll_at = now + timedelta(seconds=wait)
        notices = await feed_health.tell(house, session, row)
    log.warning("feed failed", feed=feed.id, kind=feed.kind, error=str(error.kind), http=error.http_status)
    for alert_id in notices:
        await house.queue.deliver(alert_id)


async def set_state(house: House, name: str, state: str) -> tables.Feed | None:
    """Hold or resume a feed by name or id; a resumed one is due now. -> the feed, None if there is none."""
    async with house.database.write() as session:
        rows = (await session.scalars(select(tables.Feed).order_by(tables.Feed.id))).all()
        for row in rows:
            if name in (str(row.id), row.name) and row.state != "removed":
                row.state = state
                if state == "active":
                    resume(row, house.clock())
                return row
    return None


def resume(row: tables.Feed, now: datetime) -> None:
    """Make a feed active and due now, with a clean slate."""
    row.state, row.next_poll_at, row.errors, row.failing_since = "active", now, 0, None
    row.lease_owner = row.lease_until = None


async def all_feeds(house: House) -> list[tables.Feed]:
    """Every feed that is not removed."""
    async with house.database.read() as session:
        query = select(tables.Feed).where(tables.Feed.state != "removed").order_by(tables.Feed.id)
        return list((await session.scalars(query)).all())
