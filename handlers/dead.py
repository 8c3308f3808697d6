"""What was given up after many attempts, and trying it again. Called by `headsup queue dead`; the database is the list.

Three kinds: an alert that no platform took, an item that breaks an engine, a posted card that cannot be redrawn. Nothing
here opens what is sealed: ids, codes and counts say what is wrong, and a retry tells the rest.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from handlers import pace
from intent import Severity
from storage import Database
from storage import schema as tables

KINDS = ("alert", "item", "card")


@dataclass(frozen=True, slots=True)
class Letter:
    """One that is dead. `what`: the alert's kind, the item's source; `reason`: how the last attempt ended, if known."""

    kind: str
    number: int
    what: str
    severity: str
    attempts: int
    since: datetime
    reason: str | None

    @property
    def id(self) -> str:
        """How the operator names it."""
        return f"{self.kind}:{self.number}"


class NoSuchLetter(Exception):
    """An id that is not one of a dead letter."""


async def letters(database: Database, attempts: int) -> list[Letter]:
    """All of them, by kind and age. `attempts`: after how many a card is given up (`alerting.attempts`)."""
    async with database.read() as session:
        return [*await _alerts(session), *await _items(session), *await _cards(session, attempts)]


async def _alerts(session: AsyncSession) -> list[Letter]:
    last = (
        select(func.max(tables.Delivery.id))
        .where(tables.Delivery.alert_id == tables.Alert.id)
        .correlate(tables.Alert)
        .scalar_subquery()
    )
    query = (
        select(tables.Alert, tables.Delivery)
        .outerjoin(tables.Delivery, tables.Delivery.id == last)
        .where(tables.Alert.state == "dead")
        .order_by(tables.Alert.id)
    )
    return [
        Letter(
            "alert",
            alert.id,
            alert.kind,
            str(Severity(alert.severity)),
            alert.attempts,
            tried.at if tried is not None else alert.created_at,
            tried.outcome if tried is not None else None,
        )
        for alert, tried in (await session.execute(query)).all()
    ]


async def _items(session: AsyncSession) -> list[Letter]:
    query = select(tables.Item).where(tables.Item.state == "failed").order_by(tables.Item.id)
    return [
        Letter("item", row.id, row.source, "none", row.attempts, row.first_seen_at, "cannot be screened")
        for row in (await session.scalars(query)).all()
    ]


async def _cards(session: AsyncSession, attempts: int) -> list[Letter]:
    query = (
        select(tables.Case)
        .where(tables.Case.card_attempts >= attempts, tables.Case.card_revision < tables.Case.revision)
        .order_by(tables.Case.id)
    )
    return [
        Letter(
            "card",
            row.id,
            row.state,
            str(Severity(row.severity)),
            row.card_attempts,
            row.card_due_at or row.created_at,
            "cannot be redrawn",
        )
        for row in (await session.scalars(query)).all()
    ]


async def retry(database: Database, now: datetime, ids: Sequence[str] | None, attempts: int) -> list[Letter]:
    """Make dead letters due again, with a clean slate (None: all); -> which. Raises NoSuchLetter, and changes nothing."""
    known = {letter.id: letter for letter in await letters(database, attempts)}
    for each in ids or ():
        if each not in known:
            raise NoSuchLetter(each)
    chosen = list(known.values()) if ids is None else [known[each] for each in dict.fromkeys(ids)]
    numbers = {kind: [each.number for each in chosen if each.kind == kind] for kind in KINDS}
    alert, item, case = tables.Alert, tables.Item, tables.Case
    async with database.write() as session:
        dead = update(alert).where(alert.id.in_(numbers["alert"]), alert.state == "dead")
        again = dead.values(state="owed", attempts=0, due_at=now, lease_owner=None, lease_until=None)
        for row in (await session.execute(again.returning(alert.community_id, alert.subscriber_id))).all():
            await pace.wake(session, now, ("community", row.community_id or 0))
            await pace.wake(session, now, ("subscriber", row.subscriber_id or 0))
        failed = update(item).where(item.id.in_(numbers["item"]), item.state == "failed")
        await session.execute(failed.values(state="new", attempts=0))
        stuck = update(case).where(case.id.in_(numbers["card"]))
        await session.execute(stuck.values(card_attempts=0, card_due_at=None))
    return chosen
