"""How the feeds are, and who is told when one is not: so that silence is never ambiguous.

Called by `polling` and `streams` after each answer, by the schedule (`look`), by the commands, `headsup doctor` and the
metrics. What health means is `feeds.silence`'s business; here are the rows and the notices.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

import structlog
from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from feeds import silence
from feeds.silence import Health, Notice
from handlers.feed_kinds import CHANNELS, PUSHED, STREAM_INTERVAL
from handlers.house import House
from handlers.trouble import tell_subscribers_of_feed
from storage import schema as tables

log = structlog.get_logger(__name__)
WEEK = timedelta(days=7)
_RECENT = 20
"""New items from which a feed's usual pause is reckoned."""
_WATCHED = ("active", "paused", "disabled")
"""States in which somebody expects the feed to work."""


@dataclass(frozen=True, slots=True)
class Overview:
    """One feed as `/feed list`, `headsup feed list` and the metrics show it."""

    feed: tables.Feed
    health: Health
    items: int
    """New in the last week."""
    findings: int
    """Of those, items whose severity is not none."""


async def overviews(house: House, feed_ids: Iterable[int] | None = None) -> list[Overview]:
    """Every feed that is not removed, or these, with what it brought in the last week."""
    async with house.database.read() as session:
        query = select(tables.Feed).where(tables.Feed.state != "removed").order_by(tables.Feed.id)
        if feed_ids is not None:
            query = query.where(tables.Feed.id.in_(list(feed_ids)))
        feeds = (await session.scalars(query)).all()
        counts = await _last_week(house, session)
        return [
            Overview(feed, await health_of(house, session, feed), *counts.get(feed.id, (0, 0)))
            for feed in feeds
        ]


async def _last_week(house: House, session: AsyncSession) -> Mapping[int, tuple[int, int]]:
    query = (
        select(tables.ItemFeed.feed_id, func.count(), func.count(tables.Finding.item_id))
        .join(tables.Item, tables.Item.id == tables.ItemFeed.item_id)
        .outerjoin(tables.Finding, (tables.Finding.item_id == tables.Item.id) & (tables.Finding.severity > 0))
        .where(tables.Item.first_seen_at >= house.clock() - WEEK, tables.Item.quiet.is_(False))
        .group_by(tables.ItemFeed.feed_id)
    )
    return {feed: (items, found) for feed, items, found in (await session.execute(query))}


async def health_of(house: House, session: AsyncSession, feed: tables.Feed) -> Health:
    """What `feeds.silence` says of the row. A pushed feed is never blind; a quiet channel is not stale."""
    now = house.clock()
    last_ok = feed.last_ok_at
    if feed.kind in PUSHED:
        last_ok = now
    elif feed.failing_since is not None and last_ok is not None:
        # the program's own absence is not the feed's silence: count from when the feed began to fail
        last_ok = max(last_ok, feed.failing_since - timedelta(seconds=feed.interval_seconds))
    last_new = now if feed.kind in CHANNELS else feed.last_new_at
    streamed = feed.kind in house.streamed
    return silence.health(
        now=now,
        added_at=feed.created_at,
        last_ok=last_ok,
        last_new_item=last_new,
        interval=STREAM_INTERVAL if streamed else feed.interval_seconds,
        failing=feed.errors > 0,
        usual_pause=await _usual_pause(session, feed, last_new or feed.created_at, now),
        paused=feed.state in ("paused", "held", "idle"),
        disabled=feed.state == "disabled",
        blind_after=timedelta(hours=house.alerting.feed_blind_hours),
    )


async def _usual_pause(
    session: AsyncSession, feed: tables.Feed, last_new: datetime, now: datetime
) -> float | None:
    if now - last_new < silence.STALE_AFTER:
        return None  # it cannot be stale yet
    query = (
        select(tables.Item.first_seen_at)
        .join(tables.ItemFeed, tables.ItemFeed.item_id == tables.Item.id)
        .where(tables.ItemFeed.feed_id == feed.id, tables.Item.quiet.is_(False))
        .order_by(tables.Item.id.desc())
        .limit(_RECENT)
    )
    return silence.usual_pause_of((await session.scalars(query)).all())


async def tell(
    house: House,
    session: AsyncSession,
    feed: tables.Feed,
    *,
    since: datetime | None = None,
    missed: Mapping[str, int] | None = None,
) -> list[int]:
    """Owe what operator and subscribing moderators are to hear of the feed's health now; -> alert ids.

    `since`: the last good answer before this one; `missed`: what came with the answer that ended the trouble.
    """
    health = await health_of(house, session, feed)
    told = Notice(feed.told) if feed.told else None
    telling = silence.to_tell(told, health)
    feed.told = str(telling.told) if telling.told else None
    if telling.notice is None:
        return []
    detail: dict[str, str | int] = {}
    code = f"feed-{telling.notice}"
    if telling.notice is Notice.BACK and told is Notice.STALE:
        code = "feed-news-again"
        log.warning("feed brings something again", feed=feed.id, kind=feed.kind)
    elif telling.notice is Notice.BACK:
        away = silence.missed(since or feed.created_at, house.clock())
        detail = {"hours": int(away.total_seconds() // 3600), "items": 0, **(missed or {})}
        log.warning("feed works again", feed=feed.id, kind=feed.kind, hours=detail["hours"])
    else:
        feed.episode += 1
        error = feed.last_error or {}
        detail = {
            "error": error.get("message", ""),
            "remedy": error.get("remedy", ""),
            "days": (house.clock() - (feed.last_new_at or feed.created_at)).days,
        }
        log.error("feed needs somebody to look", feed=feed.id, kind=feed.kind, trouble=str(telling.notice))
    return await tell_subscribers_of_feed(house, session, feed, code, **detail)


async def look(house: House) -> int:
    """Look at every feed whose silence nobody else would notice; -> how many notices. Called by the schedule."""
    async with house.database.read() as session:
        query = select(tables.Feed).where(tables.Feed.state.in_(_WATCHED))
        feeds = (await session.scalars(query)).all()
        suspects = [feed.id for feed in feeds if await _differs(house, session, feed)]
    owed: list[int] = []
    for feed_id in suspects:
        async with house.database.write() as session:
            feed = await session.get_one(tables.Feed, feed_id, with_for_update=True)
            owed += await tell(house, session, feed)
    for alert_id in owed:
        await house.queue.deliver(alert_id)
    return len(owed)


async def _differs(house: House, session: AsyncSession, feed: tables.Feed) -> bool:
    told = Notice(feed.told) if feed.told else None
    telling = silence.to_tell(told, await health_of(house, session, feed))
    return telling.notice is not None and telling.notice is not Notice.BACK


def in_trouble(seen: Sequence[Overview]) -> list[Overview]:
    """Those that somebody should look at."""
    bad = (Health.BLIND, Health.STALE, Health.DISABLED)
    return [each for each in seen if each.health in bad or each.feed.state == "paused"]
