"""Sending what is owed. Called by the `deliver` task and by the sweep; safe to call twice for one alert.

A row is taken by a lease, sent, and marked sent only after the platform answered. Rate limits, closed direct messages
and missing permissions are states of the row. Nothing here decides what an alert says: `cards_of` does.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

import structlog
from sqlalchemy import exists, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from handlers import cards_of, trouble
from handlers.house import House
from handlers.ports import (
    DirectClosed,
    Gone,
    Messenger,
    MessengerError,
    NotAllowed,
    NotReady,
    RateLimited,
    Sent,
    Unavailable,
)
from handlers.settings import LEASE
from storage import schema as tables

log = structlog.get_logger(__name__)


async def deliver(house: House, alert_id: int) -> str:
    """Send one alert if it is owed and due; -> its outcome in a word (for logs, metrics and tests)."""
    alert = await _claim(house, alert_id)
    if alert is None:
        return "not_due"
    try:
        outcome = await _send(house, alert)
    except RateLimited as error:
        outcome = await _later(house, alert, error, error.retry_after, counts=False)
    except DirectClosed as error:
        outcome = await _closed(house, alert, error)
    except (NotAllowed, Gone) as error:
        if alert.kind == "case" and alert.community_id is not None:
            await trouble.cards_do_not_arrive(house, alert.community_id, error.code)
        outcome = await _later(house, alert, error, _pause(alert.attempts))
    except (Unavailable, MessengerError) as error:
        outcome = await _later(house, alert, error, _pause(alert.attempts))
    except (
        Exception
    ) as error:  # a fault of ours in one alert: it is tried as often as any other, then set aside
        log.error(
            "an alert cannot be made or sent", alert=alert.id, error=type(error).__name__, exc_info=error
        )
        outcome = await _later(house, alert, MessengerError(), _pause(alert.attempts))
    log.info("delivery", alert=alert.id, kind=alert.kind, outcome=outcome, attempt=alert.attempts)
    return outcome


@dataclass(frozen=True, slots=True)
class Due:
    """An alert that may be sent now, and the place that it goes to: one chat, as far as its row can tell."""

    id: int
    place: Place


Place = tuple[str, int]
"""(community, subscriber, report or alert; its id): what has one pace, and one order."""


async def due(house: House, *, without: Collection[Place] = (), limit: int = 32) -> list[Due]:
    """Alerts that are owed and due and that nobody holds, the gravest first, but none for places in `without`."""
    now = house.clock()
    alert = tables.Alert
    query = (
        select(alert.id, alert.community_id, alert.subscriber_id, alert.report_id)
        .where(alert.state == "owed", alert.due_at <= now)
        .where(or_(alert.lease_until.is_(None), alert.lease_until < now))
        .order_by(alert.severity.desc(), alert.due_at, alert.id)
        .limit(limit)
    )
    for kind, column in (("community", alert.community_id), ("subscriber", alert.subscriber_id)):
        ids = [number for name, number in without if name == kind]
        if ids:
            query = query.where(or_(column.is_(None), column.not_in(ids)))
    async with house.database.read() as session:
        rows = (await session.execute(query)).all()
    return [Due(row.id, _place(*row)) for row in rows]


async def due_alerts(house: House, limit: int = 500) -> list[int]:
    """Their ids."""
    return [each.id for each in await due(house, limit=limit)]


def _place(
    alert_id: int, community_id: int | None, subscriber_id: int | None, report_id: int | None
) -> Place:
    if subscriber_id is not None:
        return ("subscriber", subscriber_id)
    if community_id is not None:
        return ("community", community_id)
    return ("report", report_id) if report_id is not None else ("alert", alert_id)


async def _claim(house: House, alert_id: int) -> tables.Alert | None:
    """Take an alert that is owed and due; with it what else a subscriber's daily digest is to say."""
    now = house.clock()
    alert = tables.Alert
    async with house.database.write() as session:
        about = (
            await session.execute(select(alert.kind, alert.subscriber_id).where(alert.id == alert_id))
        ).first()
        if about is None:
            return None
        wanted = alert.id == alert_id
        if about.kind == "person":
            daily = exists().where(
                tables.Subscriber.id == alert.subscriber_id, tables.Subscriber.digest == "daily"
            )
            alike = (alert.kind == "person") & (alert.subscriber_id == about.subscriber_id)
            wanted = wanted | (alike & alert.response.is_(None) & daily)
        query = (
            select(alert)
            .where(wanted, alert.state == "owed", alert.due_at <= now)
            .where(or_(alert.lease_until.is_(None), alert.lease_until < now))
            .order_by(alert.id)  # one order for all processes, so that they wait for one another
            .with_for_update()
        )
        free = {row.id: row for row in (await session.scalars(query)).all()}
        if alert_id not in free:
            return None
        taken = free[alert_id]
        for row in free.values() if taken.response is None else [taken]:
            row.lease_owner, row.lease_until = f"{house.owner}:{alert_id}", now + LEASE
        taken.attempts += 1
        return taken


async def _release(session: AsyncSession, alert: tables.Alert, due_at: datetime) -> None:
    """Let go of what a digest would have said, so that it comes whole later."""
    held = update(tables.Alert).where(
        tables.Alert.lease_owner == alert.lease_owner, tables.Alert.id != alert.id
    )
    await session.execute(held.values(lease_owner=None, lease_until=None, due_at=due_at))


async def _send(house: House, alert: tables.Alert) -> str:
    message = await cards_of.message(house, alert)
    if message is None:
        await _settle(house, alert, state="cancelled")
        return "cancelled"
    if message.wait:
        return await _later(house, alert, NotReady("not screened yet"), 1.0, counts=False)
    messenger = house.messengers.get(message.platform)
    if messenger is None:
        return await _later(house, alert, Unavailable("no such platform here"), 60.0, counts=False)
    if message.channel is None and message.account is None:
        return await _later(house, alert, NotAllowed("nowhere to send it"), 900.0, counts=False)
    sent = await _post(messenger, message, alert.nonce)
    await _settle(house, alert, state="sent", sent=sent, message=message)
    if alert.kind == "case" and alert.community_id is not None:
        await trouble.cards_arrive_again(house, alert.community_id)
    return "sent"


async def _post(messenger: Messenger, message: cards_of.Message, nonce: str) -> Sent:
    if message.channel is not None:
        return await messenger.send_channel(message.channel, message.card, nonce)
    assert message.account is not None  # noqa: S101 - one of the two is set
    return await messenger.send_direct(message.account, message.card, nonce)


async def _settle(
    house: House,
    alert: tables.Alert,
    *,
    state: str,
    sent: Sent | None = None,
    message: cards_of.Message | None = None,
) -> None:
    now = house.clock()
    async with house.database.write() as session:
        row = await session.get_one(tables.Alert, alert.id)
        row.state, row.lease_owner, row.lease_until = state, None, None
        if sent is None or message is None:
            return
        # A direct message's channel is the account itself on some platforms, so it is not kept in the clear.
        channel = sent.channel if message.account is None else None
        row.sent_at, row.channel_ref, row.message_ref = now, channel, sent.message
        session.add(tables.Delivery(alert_id=alert.id, outcome="sent", at=now))
        if alert.case_id is not None:
            case = await session.get_one(tables.Case, alert.case_id)
            case.card_revision = max(case.card_revision, message.revision)
        if message.also:  # a digest speaks for them, too
            others = update(tables.Alert).where(
                tables.Alert.id.in_(message.also), tables.Alert.state == "owed"
            )
            await session.execute(
                others.values(
                    state="sent",
                    sent_at=now,
                    channel_ref=channel,
                    message_ref=sent.message,
                    lease_owner=None,
                    lease_until=None,
                )
            )
        if alert.subscriber_id is not None and alert.kind != "contact":
            subscriber = await session.get_one(tables.Subscriber, alert.subscriber_id)
            subscriber.direct = "open"


async def _later(
    house: House, alert: tables.Alert, error: MessengerError, seconds: float, *, counts: bool = True
) -> str:
    now = house.clock()
    async with house.database.write() as session:
        row = await session.get_one(tables.Alert, alert.id)
        row.lease_owner, row.lease_until = None, None
        row.due_at = now + timedelta(seconds=seconds)
        await _release(session, alert, row.due_at)
        if not counts:
            row.attempts = max(0, row.attempts - 1)
        elif row.attempts >= house.alerting.attempts:
            row.state = "dead"
        if not isinstance(error, NotReady):
            session.add(tables.Delivery(alert_id=alert.id, outcome=error.code, at=now))
        return "dead" if row.state == "dead" else error.code


async def _closed(house: House, alert: tables.Alert, error: DirectClosed) -> str:
    """The alert waits until the account writes to the bot; nothing is marked sent."""
    now = house.clock()
    async with house.database.write() as session:
        row = await session.get_one(tables.Alert, alert.id)
        row.lease_owner, row.lease_until = None, None
        await _release(session, alert, now)
        session.add(tables.Delivery(alert_id=alert.id, outcome=error.code, at=now))
        if row.subscriber_id is None:
            row.state = "cancelled"  # a receipt or notice: `/report status` and `headsup doctor` say the same
            return error.code
        if row.kind == "contact":  # it is the contact's direct messages that are closed
            row.state = "cancelled"
            return error.code
        row.state = "waiting"
        subscriber = await session.get_one(tables.Subscriber, row.subscriber_id)
        subscriber.direct = "closed"
    return error.code


def _pause(attempts: int) -> float:
    """Seconds until the next attempt: 5, 10, 20, … at most an hour."""
    return float(min(3600, 5 * 2 ** min(attempts - 1, 10)))


async def redraw(house: House, case_id: int) -> str:
    """Bring a posted card up to what its case says now; -> outcome in a word."""
    async with house.database.read() as session:
        case = await session.get(tables.Case, case_id)
        query = select(tables.Alert).where(
            tables.Alert.dedupe == f"case:{case_id}", tables.Alert.state == "sent"
        )
        alert = (await session.scalars(query)).one_or_none()
    if case is None or alert is None or alert.channel_ref is None or alert.message_ref is None:
        return "no_card"
    if case.card_revision >= case.revision:
        return "current"
    message = await cards_of.message(house, alert)
    messenger = house.messengers.get(message.platform) if message else None
    if message is None or messenger is None:
        return "no_card"
    try:
        await messenger.edit(
            Sent(alert.channel_ref, alert.message_ref), replace(message.card, ping_role=None)
        )
    except (Gone, NotAllowed) as error:
        outcome = error.code
    except MessengerError as error:
        return error.code  # the sweep tries again
    else:
        outcome = "redrawn"
    await card_shown(house, case_id, message.revision)
    return outcome


async def card_shown(house: House, case_id: int, revision: int) -> None:
    """Remember that the posted card shows this revision of its case."""
    async with house.database.write() as session:
        case = await session.get(tables.Case, case_id)
        if case is not None:
            case.card_revision = max(case.card_revision, revision)


async def stale_cards(house: House, limit: int = 200) -> list[int]:
    """Ids of cases whose posted card is behind: what the sweep redraws."""
    query = (
        select(tables.Case.id)
        .join(tables.Alert, tables.Alert.case_id == tables.Case.id)
        .where(tables.Alert.kind == "case", tables.Alert.state == "sent")
        .where(tables.Case.card_revision < tables.Case.revision)
        .order_by(tables.Case.id)
        .limit(limit)
    )
    async with house.database.read() as session:
        return list((await session.scalars(query)).all())
