"""Messages of channels that a community chose to watch. Called by the platforms for each message, edit and deletion.

Only channels with a feed of their own are looked at; everything else that the platform shows is dropped here, unread.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import timedelta

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from feeds import Item
from handlers import feed_health, feed_news
from handlers.feed_kinds import CHANNEL_KINDS, CHANNELS, pushed_key
from handlers.house import House
from handlers.ports import Gone, MessengerError, Reader
from storage import schema as tables

_CLOSED = {
    "kind": "auth",
    "message": "The bot may not read this channel any more.",
    "remedy": "Give it the permissions “View Channel” and “Read Message History” there (Discord), or make it an "
    "administrator there (Telegram).",
}
_CLOCKS = timedelta(minutes=1)
"""How far the platform's clock may be behind ours."""


async def posted(house: House, kind: str, places: Sequence[str], item: Item, *, edited: bool = False) -> bool:
    """A message was written, or edited, in a channel or thread; `places`: its own id, then that of the channel above it.

    -> whether it is watched. An edit of a message older than the watch brings nothing.
    """
    if not await _watched(house, kind, places):
        return False
    notices: list[int] = []
    async with house.database.write() as session:
        feed = await _feed(session, kind, places)
        if feed is None or feed.state != "active":
            return False
        old = item.posted_at is not None and item.posted_at < feed.created_at - _CLOCKS
        if edited and old:
            return False
        news = await feed_news.store(house, session, feed, (item,))
        feed.last_ok_at = house.clock()
        notices = await feed_health.tell(house, session, feed)
    await feed_news.follow_up(house, news)
    for alert_id in notices:
        await house.queue.deliver(alert_id)
    return True


async def deleted(house: House, kind: str, places: Sequence[str], keys: Iterable[str]) -> None:
    """Messages were deleted: their words go, here and from the moderators' cards."""
    if not await _watched(house, kind, places):
        return
    async with house.database.write() as session:
        feed = await _feed(session, kind, places)
        cards = await feed_news.purge(house, session, feed, keys) if feed is not None else []
    await feed_news.follow_up(house, feed_news.News(cards=tuple(cards)))


async def gone(house: House, kind: str, place: str) -> None:
    """The channel itself was deleted, and all its messages with it."""
    if not _brought(house, kind):
        return
    async with house.database.write() as session:
        feed = await _feed(session, kind, (place,))
        if feed is None:
            return
        cards = await feed_news.purge_feed(session, feed.id)
        feed.state = "disabled"
        feed.last_error = {
            "kind": "gone",
            "message": "The channel was deleted.",
            "remedy": "Its messages were deleted here as well. Remove the feed.",
        }
        notices = await feed_health.tell(house, session, feed)
    await feed_news.follow_up(house, feed_news.News(alerts=tuple(notices), cards=tuple(cards)))


async def moved(house: House, kind: str, old: str, new: str) -> None:
    """The platform gave a watched chat another id (a Telegram group that became a supergroup): it stays watched."""
    async with house.database.write() as session:
        feed = await _feed(session, kind, (old,))
        if feed is not None and await _feed(session, kind, (new,)) is None:
            feed.key, feed.settings = pushed_key(kind, new), {**feed.settings, "name": new}


async def cannot_see(house: House, community: tables.Community, place: str) -> bool | None:
    """Whether the bot may not read a channel; None if that cannot be found out just now."""
    messenger = house.messengers.get(community.platform)
    if messenger is None:
        return None
    try:
        if "see" in await messenger.missing_permissions(community.native_id, place):
            return True
        return isinstance(messenger, Reader) and not await messenger.reads(place)
    except Gone:
        return True
    except MessengerError:
        return None


async def verify(house: House) -> None:
    """Look whether the watched channels can be read: one that is closed to the bot would be silent. By the schedule."""
    async with house.database.read() as session:
        query = (
            select(tables.Feed, tables.Community)
            .join(tables.Subscription, tables.Subscription.feed_id == tables.Feed.id)
            .join(tables.Community, tables.Community.id == tables.Subscription.community_id)
            .where(tables.Feed.kind.in_(CHANNELS), tables.Feed.state.in_(("active", "paused")))
        )
        watched = (await session.execute(query)).all()
    for feed, community in watched:
        closed = await cannot_see(house, community, str(feed.settings.get("name", "")))
        if closed is None or closed is (feed.state == "paused"):
            continue
        async with house.database.write() as session:
            row = await session.get_one(tables.Feed, feed.id, with_for_update=True)
            since = row.last_ok_at
            row.state = "paused" if closed else "active"
            row.last_error = _CLOSED if closed else None
            row.last_ok_at = row.last_ok_at if closed else house.clock()
            notices = await feed_health.tell(house, session, row, since=since)
        for alert_id in notices:
            await house.queue.deliver(alert_id)


async def _watched(house: House, kind: str, places: Sequence[str]) -> bool:
    if not _brought(house, kind):
        return False
    async with house.database.read() as session:
        return await _feed(session, kind, places) is not None


def _brought(house: House, kind: str) -> bool:
    return any(CHANNEL_KINDS.get(platform) == kind for platform in house.watched_platforms)


async def _feed(session: AsyncSession, kind: str, places: Sequence[str]) -> tables.Feed | None:
    query = select(tables.Feed).where(
        tables.Feed.kind == kind,
        tables.Feed.key.in_([pushed_key(kind, place) for place in places]),
    )
    return (await session.scalars(query)).first()
