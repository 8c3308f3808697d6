"""What people write under flagged posts, where a source has comments (Civitai's bounties). Called by polling.

Only posts that screening flagged are followed, at most a few at each poll, for two weeks. A comment is an item of its own
that points to the post, so that it joins the post's case.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any, Protocol, runtime_checkable

import structlog
from sqlalchemy import or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from feeds import Adapter, FeedError, Fetcher, Item
from handlers.house import House
from storage import schema as tables
from watchlists.sealing import Damaged

log = structlog.get_logger(__name__)
AT_ONCE = 5
AGAIN = timedelta(hours=3)
FOR = timedelta(days=14)


@runtime_checkable
class Commented(Protocol):
    """An adapter whose items have comments."""

    async def comments(self, settings: Any, native_id: str, fetch: Fetcher) -> tuple[Item, ...]:
        """What people wrote under one item."""
        ...


async def below_flagged(
    house: House, feed: tables.Feed, adapter: Adapter, settings: Any
) -> tuple[tuple[Item, ...], tuple[int, ...]]:
    """-> comments of flagged items whose turn it is, and the ids of those items (`remember` them with the comments)."""
    if not isinstance(adapter, Commented):
        return (), ()
    written: list[Item] = []
    followed: list[int] = []
    for row_id, item, minor in await _due(house, feed):
        if item.native_id is not None and item.native_id.isdecimal() and not minor:
            try:
                found = await adapter.comments(settings, item.native_id, house.fetch)
            except FeedError as error:
                log.warning("comments cannot be read", feed=feed.id, kind=feed.kind, error=str(error.kind))
                break
            written += [replace(comment, url=item.url) for comment in found]
        followed.append(row_id)
    return tuple(written), tuple(followed)


async def _due(house: House, feed: tables.Feed) -> list[tuple[int, Item, bool]]:
    """-> (id, item, whether a young person may be concerned: nothing more of such a post is copied)."""
    now = house.clock()
    query = (
        select(tables.Item, tables.Finding.labels)
        .join(tables.ItemFeed, tables.ItemFeed.item_id == tables.Item.id)
        .join(tables.Finding, tables.Finding.item_id == tables.Item.id)
        .where(tables.ItemFeed.feed_id == feed.id, tables.Item.source == feed.kind)
        .where(tables.Finding.severity > 0, tables.Item.sealed.is_not(None))
        .where(tables.Item.first_seen_at >= now - FOR)
        .where(or_(tables.Item.followed_at.is_(None), tables.Item.followed_at < now - AGAIN))
        .order_by(tables.Item.followed_at.is_not(None), tables.Item.followed_at, tables.Item.id.desc())
        .limit(AT_ONCE)
    )
    async with house.database.read() as session:
        rows = (await session.execute(query)).all()
    opened: list[tuple[int, Item, bool]] = []
    for row, labels in rows:
        try:
            item = house.vault.open_item(row)
        except Damaged:
            continue
        if item is not None:
            opened.append((row.id, item, "minor" in labels))
    return opened


async def remember(session: AsyncSession, followed: Sequence[int], now: datetime) -> None:
    """These were followed now."""
    if followed:
        await session.execute(update(tables.Item).where(tables.Item.id.in_(followed)).values(followed_at=now))
