"""Whom an item owes an alert: the subscribers whose persons it asks for. Called inside the transaction of the finding."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import func, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from feeds import Item
from handlers import own_copy, proving, watchlist
from handlers.house import House
from handlers.owed import due_at, owe
from handlers.own_copy import Named
from intent import Severity
from storage import schema as tables
from watchlists import Tier


async def owe_persons(
    house: House, session: AsyncSession, row: tables.Item, item: Item, named: Sequence[Named]
) -> list[int]:
    """Alerts to the subscribers whose persons an item asks for, by the severity for each; -> ids of those due now.

    Before an identity proof, neither a chosen severity nor a second alert of the same item tells how grave it is.
    """
    now = house.clock()
    due = []
    for each in named:
        if why_not(house, each.severity, each.tier) is not None:
            continue
        person = await session.get_one(tables.Person, each.person)
        subscriber = await session.get_one(tables.Subscriber, person.subscriber_id)
        if person.state != "active" or subscriber.stopped_at is not None:
            continue
        if await _is_closed(session, row, each.person) or await _told_of_same(session, row, each.person):
            continue
        watched = watchlist.opened(house, person)
        if watched is None:
            continue
        proved = await proving.covers(house, session, watched, each.evidence)
        if proved and each.severity < subscriber.min_severity:
            continue
        copy = own_copy.sealed(house, person, row, item, each)
        alert = await owe(
            session,
            now,
            "person",
            f"person:{row.id}:{each.person}" + (await _graver(session, row, each) if proved else ""),
            severity=int(each.severity),
            item_id=row.id,
            person_id=each.person,
            subscriber_id=subscriber.id,
            due_at=due_at(subscriber, now),
            sealed_copy=copy,
        )
        if alert is None and not proved:
            await _replace_copy(session, row, each, copy)
        elif alert is not None and alert.due_at <= now:
            due.append(alert.id)
    return due


def why_not(house: House, severity: Severity, tier: str) -> str | None:
    """The reason why a match does not become an alert, or None if it does: severity, tentative."""
    if severity is Severity.NONE:
        return "severity"
    if tier != str(Tier.ALERT) and severity < house.alerting.review_from:
        return "tentative"
    return None


async def _graver(session: AsyncSession, row: tables.Item, named: Named) -> str:
    """What makes a second alert about an item one of its own: an edit made it graver than what the first one said."""
    if row.revision == 0:
        return ""
    query = select(func.max(tables.Alert.severity)).where(
        tables.Alert.kind == "person",
        tables.Alert.person_id == named.person,
        tables.Alert.item_id == row.id,
    )
    before = await session.scalar(query)
    return f":{int(named.severity)}" if before is not None and before < int(named.severity) else ""


async def _replace_copy(session: AsyncSession, row: tables.Item, named: Named, copy: bytes) -> None:
    """Whoever proves who they are after an edit that made an item graver sees what it has become."""
    await session.execute(
        update(tables.Alert)
        .where(tables.Alert.dedupe == f"person:{row.id}:{named.person}")
        .where(tables.Alert.severity < int(named.severity))
        .values(severity=int(named.severity), sealed_copy=copy)
    )


async def _is_closed(session: AsyncSession, row: tables.Item, person_id: str) -> bool:
    """Whether the person said of this item that it is about somebody else."""
    query = select(tables.Alert.id).where(
        tables.Alert.person_id == person_id,
        tables.Alert.item_id == row.id,
        tables.Alert.response == "not_me",
    )
    return (await session.execute(query.limit(1))).first() is not None


async def _told_of_same(session: AsyncSession, row: tables.Item, person_id: str) -> bool:
    """Whether the person was alerted, or is going to be, of the same words posted elsewhere."""
    query = (
        select(tables.Alert.id)
        .join(tables.Item, tables.Item.id == tables.Alert.item_id)
        .where(tables.Alert.person_id == person_id, tables.Item.content_hash == row.content_hash)
        .where(tables.Item.id != row.id, tables.Alert.state.in_(("owed", "waiting", "sent")))
        .limit(1)
    )
    return (await session.execute(query)).first() is not None
