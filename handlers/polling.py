"""Polling due feeds. Called by the scheduler; several schedulers never poll one feed twice, since a due feed is claimed by
a row lease. The items, the cursor and the next time are one transaction.
"""

from __future__ import annotations

import random
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import structlog
from pydantic import SecretStr
from sqlalchemy import or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from feeds import Adapter, FeedError, FeedSettings, FeedState, Poll
from feeds import schedule as rules
from feeds.registry import adapter, feed_key
from feeds.registry import settings as checked_settings
from handlers.house import House
from handlers.intake import Taken, take_in
from handlers.settings import LEASE
from handlers.trouble import tell_subscribers_of_feed
from storage import schema as tables

log = structlog.get_logger(__name__)
POLL_LEASE = 5 * LEASE


@dataclass(frozen=True, slots=True)
class Configured:
    """A feed of the configuration file."""

    kind: str
    name: str
    settings: FeedSettings

    @property
    def key(self) -> str:
        """Under which the database knows it."""
        return feed_key(self.kind, self.settings)


def public_settings(settings: FeedSettings) -> dict[str, Any]:
    """The settings without secrets, as the database keeps them."""
    secret = {name for name, value in settings if isinstance(value, SecretStr) or _has_secret(value)}
    return settings.model_dump(mode="json", exclude=secret, exclude_defaults=True)


def _has_secret(value: object) -> bool:
    return isinstance(value, Mapping) and any(isinstance(each, SecretStr) for each in value.values())


async def register(house: House, feeds: list[Configured]) -> None:
    """Make the database's feeds of origin `config` those of the configuration; what was removed there is disabled."""
    now = house.clock()
    wanted = {(feed.kind, feed.key): feed for feed in feeds}
    async with house.database.write() as session:
        rows = {
            (row.kind, row.key): row
            for row in (
                await session.scalars(select(tables.Feed).where(tables.Feed.origin == "config"))
            ).all()
        }
        for identity, feed in wanted.items():
            row = rows.get(identity)
            if row is None:
                session.add(_row(feed, now, "config"))
            else:
                row.name = feed.name
                if row.state == "removed":
                    row.state, row.next_poll_at = "active", now
        for identity, row in rows.items():
            if identity not in wanted and row.state != "removed":
                row.state = "removed"


def _row(feed: Configured, now: datetime, origin: str) -> tables.Feed:
    return tables.Feed(
        kind=feed.kind,
        key=feed.key,
        name=feed.name,
        origin=origin,
        settings=public_settings(feed.settings),
        state="active",
        interval_seconds=int(rules.START),
        next_poll_at=now,
        errors=0,
        episode=0,
        created_at=now,
    )


async def due_feeds(house: House, limit: int = 64) -> list[int]:
    """Ids of feeds that are due and that nobody holds. Paused feeds are probed once a day in case they heal."""
    now = house.clock()
    query = (
        select(tables.Feed.id)
        .where(tables.Feed.state.in_(("active", "paused")), tables.Feed.next_poll_at <= now)
        .where(or_(tables.Feed.lease_until.is_(None), tables.Feed.lease_until < now))
        .order_by(tables.Feed.next_poll_at)
        .limit(limit)
    )
    async with house.database.read() as session:
        return list((await session.scalars(query)).all())


async def poll(house: House, feed_id: int) -> str:
    """Poll one feed if it is due and free; -> outcome in a word."""
    feed = await _claim(house, feed_id)
    if feed is None:
        return "not_due"
    try:
        answer = await _ask(house, feed)
    except FeedError as error:
        await _failed(house, feed, error)
        return str(error.kind)
    taken = await _succeeded(house, feed, answer)
    if taken.to_screen:
        await house.queue.screen()
    log.info("feed polled", feed=feed.id, kind=feed.kind, items=len(answer.items), new=len(taken.new))
    return "not_modified" if answer.not_modified else "ok"


async def _claim(house: House, feed_id: int) -> tables.Feed | None:
    now = house.clock()
    async with house.database.write() as session:
        query = (
            update(tables.Feed)
            .where(tables.Feed.id == feed_id, tables.Feed.next_poll_at <= now)
            .where(tables.Feed.state.in_(("active", "paused")))
            .where(or_(tables.Feed.lease_until.is_(None), tables.Feed.lease_until < now))
            .values(lease_owner=house.owner, lease_until=now + POLL_LEASE)
            .returning(tables.Feed)
        )
        return (await session.scalars(query)).one_or_none()


async def _ask(house: House, feed: tables.Feed) -> Poll:
    settings = house.configured_feeds.get((feed.kind, feed.key))
    if settings is None:
        settings = checked_settings(feed.kind, feed.settings)
    chosen: Adapter = house.adapters.get(feed.kind) or adapter(feed.kind)
    return await chosen.poll(settings, FeedState.from_json(feed.progress), house.fetch)


async def _succeeded(house: House, feed: tables.Feed, answer: Poll) -> Taken:
    now = house.clock()
    notices: list[int] = []
    async with house.database.write() as session:
        row = await session.get_one(tables.Feed, feed.id, with_for_update=True)
        if row.lease_owner != house.owner:
            return Taken()  # held too long, and another process took it over: its answer counts
        arrival = rules.arrival(row.progress is None, row.last_ok_at, now)
        quiet = arrival is rules.Arrival.BASELINE
        taken = await take_in(house, session, answer.items, feed_id=row.id, quiet=quiet)
        await _purge(house, session, answer.deleted)
        interval, wait = rules.next_interval(
            row.interval_seconds,
            bool(taken.new) and not quiet,
            answer.ttl_seconds,
            floor=house.poll_floor,
            rng=random.random,
        )
        row.progress = answer.state.to_json()
        row.interval_seconds = int(interval)
        row.next_poll_at = now + timedelta(seconds=wait)
        row.lease_owner = row.lease_until = None
        row.state, row.errors, row.last_error, row.failing_since = "active", 0, None, None
        if row.told is not None:
            hours = int((now - (row.last_ok_at or row.created_at)).total_seconds() // 3600)
            notices = await tell_subscribers_of_feed(
                house, session, row, "feed-back", hours=hours, items=len(taken.new)
            )
            row.told = None
        row.last_ok_at = now
    for alert_id in notices:
        await house.queue.deliver(alert_id)
    return taken


async def _purge(house: House, session: AsyncSession, deleted: tuple[str, ...]) -> None:
    """What the source removed keeps its hash and loses its words."""
    for key in deleted:
        query = select(tables.Item).where(tables.Item.dedupe_hash == house.vault.dedupe_hash("all", key))
        for item in (await session.scalars(query)).all():
            item.sealed, item.state = None, "purged"


async def _failed(house: House, feed: tables.Feed, error: FeedError) -> None:
    now = house.clock()
    notices: list[int] = []
    async with house.database.write() as session:
        row = await session.get_one(tables.Feed, feed.id, with_for_update=True)
        if row.lease_owner != house.owner:
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
        row.next_poll_at = now + timedelta(seconds=reaction.delay or rules.LONGEST_BACKOFF)
        blind = now - (row.last_ok_at or row.created_at) >= timedelta(hours=house.alerting.feed_blind_hours)
        if row.told is None and (reaction.tell or blind):
            row.told = "blind"
            row.episode += 1
            notices = await tell_subscribers_of_feed(
                house, session, row, "feed-blind", error=error.message, remedy=error.remedy
            )
    log.warning("feed failed", feed=feed.id, kind=feed.kind, error=str(error.kind), http=error.http_status)
    for alert_id in notices:
        await house.queue.deliver(alert_id)


async def set_state(house: House, name: str, state: str) -> tables.Feed | None:
    """Pause or resume a feed by name or id; a resumed one is due now. -> the feed, None if there is none."""
    async with house.database.write() as session:
        rows = (await session.scalars(select(tables.Feed).order_by(tables.Feed.id))).all()
        for row in rows:
            if name in (str(row.id), row.name):
                row.state = state
                if state == "active":
                    row.next_poll_at, row.errors, row.failing_since = house.clock(), 0, None
                return row
    return None


async def all_feeds(house: House) -> list[tables.Feed]:
    """Every feed that is not removed."""
    async with house.database.read() as session:
        query = select(tables.Feed).where(tables.Feed.state != "removed").order_by(tables.Feed.id)
        return list((await session.scalars(query)).all())
