"""Sending what is owed. Called by the `deliver` task and by the sweep; safe to call twice for one alert.

A row is taken by a lease, sent, and marked sent only after the platform answered. Rate limits, closed direct messages
and missing permissions are states of the row. Nothing here decides what an alert says: `cards_of` does.
"""

from __future__ import annotations

import asyncio
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Protocol

import structlog
from sqlalchemy import ColumnElement, SQLColumnExpression, and_, exists, func, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import InstrumentedAttribute

from handlers import cards_of, pace, traces, trouble, vouch_over
from handlers.house import House
from handlers.owed import owe
from handlers.pace import Place
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
from storage import is_in_trouble
from storage import schema as tables

log = structlog.get_logger(__name__)
_Addressee = tuple[InstrumentedAttribute[int | None], InstrumentedAttribute[int], SQLColumnExpression[str]]
_ADDRESSEES: tuple[_Addressee, ...] = (
    (
        tables.Alert.subscriber_id,
        tables.Subscriber.id,
        func.coalesce(tables.Subscriber.alerts_to, tables.Subscriber.platform),
    ),
    (tables.Alert.community_id, tables.Community.id, tables.Community.platform),
    (tables.Alert.report_id, tables.Report.id, tables.Report.platform),
)
"""Whom an alert can go to: its column, the key there, and the platform."""


async def deliver(house: House, alert_id: int) -> str:
    """Send one alert if it is owed and due; -> its outcome in a word (for logs, metrics and tests)."""
    alert = await _claim(house, alert_id)
    if alert is None:
        return "not_due"
    with await traces.of_alert(house, alert):
        outcome = await _deliver(house, alert)
        if outcome != "paced":
            log.info("delivery", alert=alert.id, kind=alert.kind, outcome=outcome, attempt=alert.attempts)
    return outcome


async def _deliver(house: House, alert: tables.Alert) -> str:
    try:
        outcome = await _send(house, alert)
    except _Paced:
        await _give_back(house, alert)
        return "paced"
    except RateLimited as error:
        await pace.rest(house, _place(alert), error.retry_after)
        outcome = await _later(house, alert, error, error.retry_after, counts=False)
    except DirectClosed as error:
        outcome = await _closed(house, alert, error)
    except (NotAllowed, Gone) as error:
        await pace.rest(house, _place(alert))
        if alert.kind == "case" and alert.community_id is not None:
            await trouble.cards_do_not_arrive(house, alert.community_id, error.code)
        outcome = await _later(house, alert, error, _pause(alert.attempts))
    except Unavailable as error:
        seconds = await pace.rest(house, _place(alert))
        counts = await _others_arrive(house, alert)
        outcome = await _later(house, alert, error, seconds, counts=counts)
    except MessengerError as error:
        await pace.rest(house, _place(alert))
        outcome = await _later(house, alert, error, _pause(alert.attempts))
    except (
        Exception
    ) as error:  # a fault of ours in one alert: it is tried as often as any other, then set aside
        log.error(
            "an alert cannot be made or sent", alert=alert.id, error=type(error).__name__, exc_info=error
        )
        outcome = await _later(house, alert, MessengerError(), _pause(alert.attempts))
    if outcome == "sent" and alert.kind == "case" and alert.community_id is not None:
        await trouble.cards_arrive_again(house, alert.community_id)
    return outcome


@dataclass(frozen=True, slots=True)
class Due:
    """An alert that may be sent now, and the place that it goes to: one chat, as far as its row can tell."""

    id: int
    place: Place


async def due(house: House, *, without: Collection[Place] = (), limit: int = 32) -> list[Due]:
    """Alerts that are owed and due and that nobody holds, the gravest first; none for places that rest or are `without`."""
    now = house.clock()
    alert = tables.Alert
    async with house.database.read() as session:
        resting = await pace.resting(session, now)
        query = (
            select(alert.id, alert.community_id, alert.subscriber_id, alert.report_id, alert.detail)
            .where(alert.state == "owed", alert.due_at <= now)
            .where(_is_free(house, now))
            .where(*_elsewhere({*without, *resting.places}), *_on_others(resting.platforms))
            .order_by(alert.severity.desc(), alert.due_at, alert.id)
            .limit(limit)
        )
        rows = (await session.execute(query)).all()
    return [Due(row.id, _place(row)) for row in rows]


def _is_free(house: House, now: datetime) -> ColumnElement[bool]:
    """Condition: nobody holds it. After its time, too, another process that lives may hold it: it may have sent it, and
    wait for the database to note so. The dead hold nothing (`handlers.processes`)."""
    alert, process = tables.Alert, tables.Process
    theirs = alert.lease_owner.startswith(process.owner + ":")
    lives = exists().where(process.owner != house.owner, theirs)
    return or_(alert.lease_until.is_(None), and_(alert.lease_until < now, ~lives))


def _elsewhere(places: Collection[Place]) -> Iterator[ColumnElement[bool]]:
    """Conditions: not to these places."""
    alert = tables.Alert
    for kind, column in (("subscriber", alert.subscriber_id), ("report", alert.report_id)):
        if ids := [number for name, number in places if name == kind]:
            yield or_(column.is_(None), column.not_in(ids))
    if ids := [number for name, number in places if name == "community"]:
        yield or_(
            alert.community_id.is_(None),
            alert.subscriber_id.is_not(None),
            alert.community_id.not_in(ids),
            alert.detail["to"].as_string() == "steward",  # who can mend it hears of it in another place
        )


def _on_others(platforms: Collection[str]) -> Iterator[ColumnElement[bool]]:
    """Conditions: not on these platforms."""
    if not platforms:
        return
    for column, key, platform in _ADDRESSEES:
        yield or_(column.is_(None), column.not_in(select(key).where(platform.in_(platforms))))


async def _others_arrive(house: House, alert: tables.Alert) -> bool:
    """Whether anything else arrived on the platform since the alert was last tried, so that the fault is this alert's or
    its place's. While a platform fails altogether, what is owed waits, however long."""
    delivery = tables.Delivery
    async with house.database.read() as session:
        tried = await session.scalar(select(func.max(delivery.id)).where(delivery.alert_id == alert.id))
        if tried is None:
            return False
        for column, key, platform in _ADDRESSEES:
            if (addressee := getattr(alert, column.key)) is not None:
                here = await session.scalar(select(platform).where(key == addressee))
                break
        else:
            return True
        there = or_(
            *(column.in_(select(key).where(platform == here)) for column, key, platform in _ADDRESSEES)
        )
        query = (
            select(delivery.id)
            .join(tables.Alert, tables.Alert.id == delivery.alert_id)
            .where(delivery.id > tried, delivery.outcome == "sent", there)
            .limit(1)
        )
        return await session.scalar(query) is not None


async def due_alerts(house: House, limit: int = 500) -> list[int]:
    """Their ids."""
    return [each.id for each in await due(house, limit=limit)]


class _Addressed(Protocol):
    id: int
    community_id: int | None
    subscriber_id: int | None
    report_id: int | None
    detail: dict[str, Any]


def _place(alert: _Addressed) -> Place:
    """Where an alert goes, as far as its row can tell."""
    if alert.subscriber_id is not None:
        return ("subscriber", alert.subscriber_id)
    if alert.community_id is not None and alert.detail.get("to") != "steward":
        return ("community", alert.community_id)
    return ("report", alert.report_id) if alert.report_id is not None else ("alert", alert.id)


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
            .where(_is_free(house, now))
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
    pacing, direct = messenger.pacing, message.channel is None
    if (
        pacing is not None
        and await pace.book(house, pacing, message.platform, _place(alert), direct=direct) > 0
    ):
        raise _Paced
    try:
        sent = await _post(messenger, message, alert.nonce)
    except Gone:
        if message.edits is None:
            raise
        await _settle(house, alert, state="cancelled")  # nothing is left of what was to be changed
        return "cancelled"
    await _note_sent(house, alert, sent, message)
    return "sent"


async def _post(messenger: Messenger, message: cards_of.Message, nonce: str) -> Sent:
    if message.edits is not None:
        await messenger.edit(message.edits, message.card)
        return message.edits
    if message.channel is not None:
        return await messenger.send_channel(message.channel, message.card, nonce)
    assert message.account is not None  # noqa: S101 - one of the two is set
    return await messenger.send_direct(message.account, message.card, nonce)


class _Paced(Exception):
    """Not yet: enough went there lately."""


async def _give_back(house: House, alert: tables.Alert) -> None:
    """As if it had not been taken: it keeps its place in the order, and its place is looked at again when it is free."""
    async with house.database.write() as session:
        held = update(tables.Alert).where(tables.Alert.lease_owner == alert.lease_owner)
        await session.execute(held.values(lease_owner=None, lease_until=None))
        row = await session.get_one(tables.Alert, alert.id)
        row.attempts = max(0, row.attempts - 1)


async def _note_sent(house: House, alert: tables.Alert, sent: Sent, message: cards_of.Message) -> None:
    """Mark it as sent, however long the database is away: what the platform has taken must not go out again."""
    while True:
        try:
            return await _settle(house, alert, state="sent", sent=sent, message=message)
        except Exception as error:
            if not is_in_trouble(error):
                raise
            await asyncio.sleep(0.5)


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
        row = await session.get(tables.Alert, alert.id, with_for_update=True)
        if row is None:  # whom it was about was removed while it was being sent
            if alert.kind == "vouch" and sent is not None:
                await vouch_over.owe_edit(session, now, alert, sent)
            return
        row.state, row.lease_owner, row.lease_until = state, None, None
        if sent is None or message is None:
            return
        # A direct message's channel is the account itself on some platforms, so it is not kept in the clear.
        channel = sent.channel if message.account is None else None
        row.sent_at, row.channel_ref, row.message_ref = now, channel, sent.message
        await pace.works(session, _place(row))
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
            row.dedupe += f":{row.id}"  # so that they can be asked again today
            about = {"code": "contact-closed"}
            await owe(
                session, now, "notice", f"closed:{row.id}", subscriber_id=row.subscriber_id, detail=about
            )
            return error.code
        row.state = "waiting"
        subscriber = await session.get_one(tables.Subscriber, row.subscriber_id)
        subscriber.direct = "closed"
    return error.code


def _pause(attempts: int) -> float:
    """Seconds until the next attempt: 5, 10, 20, … at most an hour."""
    return float(min(3600, 5 * 2 ** min(attempts - 1, 10)))
