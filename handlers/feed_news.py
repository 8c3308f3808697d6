"""What a poll, a stream, a webhook or a watched channel brought, into the database. Called by `polling`, `streams`,
`inbound` and `channels`, inside the transaction that moves the feed's cursor or acknowledges the call.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

import structlog
from sqlalchemy import delete, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from feeds import Item
from feeds.schedule import Arrival
from handlers import feed_digest, own_copy, traces
from handlers.house import House
from handlers.intake import Taken, take_in
from storage import schema as tables

log = structlog.get_logger(__name__)
FEW = 5
"""New items that are told one by one even after a long absence."""
_CHUNK = 400


@dataclass(frozen=True, slots=True)
class News:
    """What was taken in, and what is to be done once the transaction is committed."""

    taken: Taken = field(default_factory=Taken)
    alerts: tuple[int, ...] = ()
    cards: tuple[int, ...] = ()
    """Cases whose cards show words that are gone."""


async def store(
    house: House,
    session: AsyncSession,
    feed: tables.Feed,
    items: Sequence[Item],
    deleted: Iterable[str] = (),
    *,
    arrival: Arrival = Arrival.SINGLY,
    digest: bool = True,
) -> News:
    """Take in what is new, purge what was removed. `digest`: owe the message that speaks for late items."""
    taken = await take_in(house, session, items, feed_id=feed.id, quiet=arrival is Arrival.BASELINE)
    alerts: list[int] = []
    if arrival is Arrival.DIGEST and len(taken.new) > FEW:
        await _mark_late(session, taken.new)
        if digest:
            alerts += await feed_digest.owe_digest(house, session, feed, taken.new)
    cards = await purge(house, session, feed, deleted)
    if taken.new:
        feed.last_new_at = house.clock()
    return News(taken, tuple(alerts), tuple(cards))


async def follow_up(house: House, news: News) -> None:
    """After the commit: queue what is to be done. What is lost here, the sweep finds."""
    taken = news.taken
    for how, ids in (("new", taken.new), ("edited", taken.edited), ("seen elsewhere", taken.also_seen)):
        for item_id in ids:
            log.info("item taken in", item=item_id, how=how, trace=traces.trace(house, item_id))
    if news.taken.to_screen:
        await house.queue.screen()
    for alert_id in news.alerts:
        await house.queue.deliver(alert_id)
    for case_id in news.cards:
        await house.queue.redraw(case_id)


async def _mark_late(session: AsyncSession, ids: Sequence[int]) -> None:
    for start in range(0, len(ids), _CHUNK):
        chunk = ids[start : start + _CHUNK]
        await session.execute(update(tables.Item).where(tables.Item.id.in_(chunk)).values(late=True))


async def purge(house: House, session: AsyncSession, feed: tables.Feed, keys: Iterable[str]) -> list[int]:
    """What the source removed keeps its hash and loses its words; -> cases whose cards are behind now.

    Only items of this feed and kind: no other place may make them vanish by naming them.
    """
    hashes = [house.vault.dedupe_hash(scope, key) for key in keys for scope in ("all", f"feed:{feed.id}")]
    behind: set[int] = set()
    for start in range(0, len(hashes), _CHUNK):
        query = (
            select(tables.Item.id)
            .join(tables.ItemFeed, tables.ItemFeed.item_id == tables.Item.id)
            .where(tables.ItemFeed.feed_id == feed.id, tables.Item.source == feed.kind)
            .where(tables.Item.scope.in_(("all", f"feed:{feed.id}")))
            .where(tables.Item.dedupe_hash.in_(hashes[start : start + _CHUNK]))
            .where(tables.Item.sealed.is_not(None))
        )
        behind |= set(await _forget(session, (await session.scalars(query)).all()))
    return sorted(behind)


async def purge_feed(session: AsyncSession, feed_id: int) -> list[int]:
    """All that a feed ever brought loses its words (its channel was deleted); -> cases whose cards are behind now."""
    query = (
        select(tables.Item.id)
        .join(tables.ItemFeed, tables.ItemFeed.item_id == tables.Item.id)
        .where(tables.ItemFeed.feed_id == feed_id, tables.Item.sealed.is_not(None))
    )
    behind: set[int] = set()
    ids = (await session.scalars(query)).all()
    for start in range(0, len(ids), _CHUNK):
        behind |= set(await _forget(session, ids[start : start + _CHUNK]))
    return sorted(behind)


async def _forget(session: AsyncSession, ids: Sequence[int]) -> Sequence[int]:
    if not ids:
        return ()
    await session.execute(
        update(tables.Item).where(tables.Item.id.in_(ids)).values(sealed=None, state="purged")
    )
    await session.execute(delete(tables.FindingPerson).where(tables.FindingPerson.item_id.in_(ids)))
    await own_copy.purge(session, tables.Alert.item_id.in_(ids))
    concerned = select(tables.CaseItem.case_id).where(tables.CaseItem.item_id.in_(ids))
    bumped = (
        update(tables.Case)
        .where(tables.Case.id.in_(concerned))
        .values(revision=tables.Case.revision + 1)
        .returning(tables.Case.id)
    )
    return (await session.scalars(bumped)).all()
