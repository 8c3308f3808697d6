"""Silence is never ambiguous: when a community's cards cannot arrive, or a feed goes blind, somebody who can act is told
once, and told again when it works. Called by `delivery`, `polling` and `communities`.
"""

from __future__ import annotations

import structlog
from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncSession

from handlers import pace
from handlers.feed_kinds import shown_name
from handlers.house import House
from handlers.owed import owe
from storage import schema as tables

log = structlog.get_logger(__name__)


async def cards_do_not_arrive(house: House, community_id: int, code: str) -> None:
    """The alert channel is gone or closed to the bot: tell the steward once an episode."""
    now = house.clock()
    async with house.database.write() as session:
        community = await session.get(tables.Community, community_id, with_for_update=True)
        if community is None or community.state != "active" or community.trouble is not None:
            return
        community.trouble, community.trouble_since = code, now
        community.episode += 1
        alert = await owe(
            session,
            now,
            "notice",
            f"trouble:{community.id}:{community.episode}",
            severity=3,
            community_id=community.id,
            detail={"code": f"channel-{code}", "to": "steward"},
        )
    log.warning("cards do not arrive", community=community_id, reason=code)
    if alert is not None:
        await house.queue.deliver(alert.id)


async def cards_arrive_again(house: House, community_id: int) -> None:
    """It works again: say so to whom it was said."""
    async with house.database.read() as session:
        community = await session.get(tables.Community, community_id)
    if community is None or community.trouble is None:
        return
    now = house.clock()
    async with house.database.write() as session:
        community = await session.get_one(tables.Community, community_id, with_for_update=True)
        if community.trouble is None:
            return
        community.trouble = community.trouble_since = None
        alert = await owe(
            session,
            now,
            "notice",
            f"mended:{community.id}:{community.episode}",
            community_id=community.id,
            detail={"code": "channel-mended", "to": "steward"},
        )
        await hurry(house, session, community_id)
    if alert is not None:
        await house.queue.deliver(alert.id)


async def hurry(house: House, session: AsyncSession, community_id: int) -> None:
    """What waited for this community's channel is due now."""
    await session.execute(
        update(tables.Alert)
        .where(tables.Alert.community_id == community_id, tables.Alert.state.in_(("owed", "dead")))
        .values(due_at=house.clock(), attempts=0, state="owed")
    )
    await pace.wake(session, house.clock(), ("community", community_id))


async def tell_subscribers_of_feed(
    house: House, session: AsyncSession, feed: tables.Feed, code: str, **numbers: str | int
) -> list[int]:
    """Owe a notice about a feed to every community that subscribes to it; -> ids of the alerts."""
    query = (
        select(tables.Subscription.community_id)
        .join(tables.Community, tables.Community.id == tables.Subscription.community_id)
        .where(tables.Subscription.feed_id == feed.id, tables.Subscription.state == "active")
        .where(tables.Community.state == "active")
    )
    owed = []
    for community_id in (await session.scalars(query)).all():
        alert = await owe(
            session,
            house.clock(),
            "notice",
            f"{code}:{feed.id}:{feed.episode}:{community_id}",
            severity=2,
            community_id=community_id,
            detail={"code": code, "feed": shown_name(feed), **numbers},
        )
        if alert is not None:
            owed.append(alert.id)
    return owed
