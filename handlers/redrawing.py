"""Bringing posted cards up to date. Called by the `redraw` task and by the sweep; safe to call twice for one card.

A card that is behind is taken by a lease, so that an older face never lands on a newer one; one that cannot be redrawn
is tried as often as an alert, and then given up, visibly (`headsup queue dead list`). A platform that fails never uses
up the last attempt.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta

import structlog
from sqlalchemy import or_, select

from handlers import cards_of, pace, traces
from handlers.house import House
from handlers.ports import Gone, MessengerError, NotAllowed, RateLimited, Sent, Unavailable
from handlers.settings import LEASE
from storage import schema as tables

log = structlog.get_logger(__name__)


async def redraw(house: House, case_id: int) -> str:
    """Bring a posted card up to what its case says now; -> outcome in a word."""
    taken = await _claim_card(house, case_id)
    if isinstance(taken, str):
        return taken
    with await traces.of_alert(house, taken.alert):
        return await _redraw(house, case_id, taken)


async def _redraw(house: House, case_id: int, taken: _Card) -> str:
    posted, place, attempts = taken.posted, ("community", taken.community_id), taken.attempts
    message = await cards_of.message(house, taken.alert)
    messenger = house.messengers.get(message.platform) if message else None
    if message is None or messenger is None:
        return "no_card"
    pacing = messenger.pacing
    try:
        if pacing is not None:
            wait = await pace.book(house, pacing, message.platform, place, direct=False)
            if wait > 0:
                return await _card_later(house, case_id, RateLimited(wait), wait, attempts)
        await messenger.edit(posted, replace(message.card, ping_role=None))
    except (Gone, NotAllowed) as error:
        outcome = error.code
    except RateLimited as error:
        await pace.rest(house, place, error.retry_after)
        return await _card_later(house, case_id, error, error.retry_after, attempts)
    except Unavailable as error:  # not the card's fault: the last attempt is left to it
        seconds, left = min(pace.LONGEST_REST, _pause(attempts)), house.alerting.attempts - 1
        return await _card_later(house, case_id, error, seconds, min(attempts + 1, left))
    except MessengerError as error:
        return await _card_later(house, case_id, error, _pause(attempts), attempts + 1)
    except (
        Exception
    ) as error:  # a fault of ours in one card: it is tried as often as any other, then set aside
        log.error("a card cannot be made", case=case_id, error=type(error).__name__, exc_info=error)
        return await _card_later(house, case_id, MessengerError(), _pause(attempts), attempts + 1)
    else:
        outcome = "redrawn"
    async with house.database.write() as session:
        case = await session.get(tables.Case, case_id, with_for_update=True)
        if (
            case is not None
        ):  # also if a newer face was shown meanwhile: this older one may lie over it, so once more
            case.card_revision, case.card_attempts, case.card_due_at = message.revision, 0, None
    log.info("card redrawn", case=case_id, outcome=outcome)
    return outcome


@dataclass(frozen=True, slots=True)
class _Card:
    """A posted card that this process redraws."""

    alert: tables.Alert
    posted: Sent
    community_id: int
    attempts: int


async def _claim_card(house: House, case_id: int) -> _Card | str:
    """The card, if it is posted, behind and nobody is at it; else why not."""
    now = house.clock()
    async with house.database.write() as session:
        case = await session.get(tables.Case, case_id, with_for_update=True)
        query = select(tables.Alert).where(
            tables.Alert.dedupe == f"case:{case_id}", tables.Alert.state == "sent"
        )
        alert = (await session.scalars(query)).one_or_none()
        if case is None or alert is None or alert.channel_ref is None or alert.message_ref is None:
            return "no_card"
        if case.card_revision >= case.revision:
            return "current"
        if case.card_due_at is not None and case.card_due_at > now:
            return "not_due"
        case.card_due_at = now + LEASE
        return _Card(alert, Sent(alert.channel_ref, alert.message_ref), case.community_id, case.card_attempts)


async def _card_later(
    house: House, case_id: int, error: MessengerError, seconds: float, attempts: int
) -> str:
    async with house.database.write() as session:
        case = await session.get(tables.Case, case_id, with_for_update=True)
        if case is not None:
            case.card_attempts = attempts
            case.card_due_at = house.clock() + timedelta(seconds=seconds)
    log.info("card not redrawn", case=case_id, outcome=error.code, attempt=attempts)
    return error.code


async def stale_cards(house: House, limit: int = 200) -> list[int]:
    """Ids of cases whose posted card is behind and may be redrawn: what the sweep redraws."""
    case, now = tables.Case, house.clock()
    query = (
        select(case.id)
        .join(tables.Alert, tables.Alert.case_id == case.id)
        .where(tables.Alert.kind == "case", tables.Alert.state == "sent")
        .where(tables.Alert.message_ref.is_not(None), case.card_revision < case.revision)
        .where(or_(case.card_due_at.is_(None), case.card_due_at <= now))
        .where(case.card_attempts < house.alerting.attempts)
        .order_by(case.severity.desc(), case.id)
        .limit(limit)
    )
    async with house.database.read() as session:
        return list((await session.scalars(query)).all())


def _pause(attempts: int) -> float:
    """Seconds until the next attempt: at once after the first, then 5, 10, 20, … at most an hour."""
    return 0.0 if attempts == 0 else float(min(3600, 5 * 2 ** min(attempts - 1, 10)))
