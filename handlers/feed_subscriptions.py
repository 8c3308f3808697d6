"""Which community hears of which feed. Called by `/feed` and `/setup`, inside their transactions.

A feed that communities added is asked as long as one of them listens; a feed of the configuration is asked always, since
the people who watch for themselves hear of it too.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from sqlalchemy import exists, func, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from handlers.errors import Refused
from handlers.feed_kinds import CHANNELS, Configured, Wish
from handlers.feed_sources import find, new_row
from handlers.house import House
from handlers.polling import resume
from storage import schema as tables

FRESH = timedelta(days=1)
"""A feed that was left alone for longer begins with a baseline again."""


async def available(session: AsyncSession, community_id: int) -> Sequence[tables.Feed]:
    """What a community can choose from: the operator's feeds, and those that it follows; never another one's."""
    own = exists().where(
        tables.Subscription.feed_id == tables.Feed.id, tables.Subscription.community_id == community_id
    )
    query = (
        select(tables.Feed)
        .where(tables.Feed.state != "removed", or_(tables.Feed.origin == "config", own))
        .order_by(tables.Feed.id)
    )
    return (await session.scalars(query)).all()


async def of_community(
    session: AsyncSession, community_id: int
) -> Sequence[tuple[tables.Subscription, tables.Feed]]:
    """A community's subscriptions with their feeds."""
    query = (
        select(tables.Subscription, tables.Feed)
        .join(tables.Feed, tables.Feed.id == tables.Subscription.feed_id)
        .where(tables.Subscription.community_id == community_id)
        .order_by(tables.Feed.id)
    )
    return [(subscription, feed) for subscription, feed in (await session.execute(query))]


async def named(
    session: AsyncSession, community_id: int, text: str
) -> tuple[tables.Subscription, tables.Feed]:
    """The subscription to the feed of this number or name. Raises Refused, which names those that there are."""
    wanted = text.strip().casefold().removeprefix("#")
    followed = await of_community(session, community_id)
    for subscription, feed in followed:
        if wanted in (str(feed.id), feed.name.casefold()):
            return subscription, feed
    raise Refused(
        "refused-feed", options=", ".join(f"#{feed.id} {feed.name}" for _, feed in followed[:20]) or "-"
    )


async def subscribe(
    house: House, session: AsyncSession, community: tables.Community, wanted: Configured, wish: Wish
) -> tables.Feed:
    """The community follows a feed, which is made if there is none yet. Raises Refused if it follows it already."""
    now = house.clock()
    feed = await find(session, wanted.kind, wanted.key)
    if feed is None:
        feed = new_row(wanted, now, str(community.id))
        session.add(feed)
        await session.flush()
    elif feed.state in ("removed", "idle"):
        if feed.last_ok_at is None or now - feed.last_ok_at > FRESH:
            feed.progress, feed.last_ok_at = None, None
        feed.origin, feed.name = str(community.id), wanted.name
        resume(feed, now)
    query = select(tables.Subscription).where(
        tables.Subscription.community_id == community.id, tables.Subscription.feed_id == feed.id
    )
    if (await session.scalars(query)).one_or_none() is not None:
        raise Refused("refused-feed-known", feed=feed.name)
    session.add(
        tables.Subscription(
            community_id=community.id,
            feed_id=feed.id,
            state="active",
            min_severity=wish.min_severity,
            keywords=list(wish.keywords),
            created_at=now,
        )
    )
    await session.flush()
    return feed


async def count(session: AsyncSession, community_id: int) -> int:
    """How many feeds a community follows."""
    query = select(func.count()).where(tables.Subscription.community_id == community_id)
    return await session.scalar(query) or 0


async def settle(session: AsyncSession, feed_id: int) -> None:
    """After a subscription ended or paused: a feed that only communities wanted rests when none listens."""
    feed = await session.get_one(tables.Feed, feed_id)
    if feed.origin == "config" or feed.state not in ("active", "paused", "idle"):
        return
    await session.flush()
    query = select(tables.Subscription.state, func.count()).where(tables.Subscription.feed_id == feed.id)
    left: dict[str, int] = dict((await session.execute(query.group_by(tables.Subscription.state))).all())
    if not left:
        feed.state = "removed"
    elif not left.get("active"):
        feed.state = "idle"


def is_channel(feed: tables.Feed) -> bool:
    """Whether this is a chat channel that the bot is in."""
    return feed.kind in CHANNELS
