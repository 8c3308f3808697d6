"""Writing alerts that are owed, and when they are due. Called inside the transaction of the finding or decision.

An alert is one row, unique by what it is about; `handlers.delivery` sends it. Quiet hours, digests and snoozes are due
times, reckoned in the subscriber's own time zone, daylight-saving changes included.
"""

from __future__ import annotations

import secrets
from bisect import bisect_left
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import structlog
from sqlalchemy.ext.asyncio import AsyncSession

from storage import insert_if_new
from storage import schema as tables

log = structlog.get_logger(__name__)


async def owe(
    session: AsyncSession, now: datetime, kind: str, dedupe: str, **columns: object
) -> tables.Alert | None:
    """Write an alert unless there is one about the same already; -> the new row or None."""
    values: dict[str, object] = {"due_at": now, "detail": {}, "severity": 0, "attempts": 0, "state": "owed"}
    values |= {"kind": kind, "dedupe": dedupe, "nonce": secrets.token_hex(12), "created_at": now} | columns
    alert = await insert_if_new(session, tables.Alert, values, unique="dedupe")
    if alert is None:
        return None
    log.info("alert owed", alert=alert.id, kind=kind, severity=alert.severity, later=alert.due_at > now)
    return alert


def due_at(subscriber: tables.Subscriber, earliest: datetime) -> datetime:
    """When a subscriber is to be told of something that is ready at `earliest` (aware UTC)."""
    zone = ZoneInfo(subscriber.timezone)
    if subscriber.digest == "daily":
        return _next(earliest, zone, subscriber.digest_at)
    start, end = subscriber.quiet_from, subscriber.quiet_to
    if start is None or end is None or start == end:
        return earliest
    local = earliest.astimezone(zone)
    minute = local.hour * 60 + local.minute
    quiet = start <= minute < end if start < end else (minute >= start or minute < end)
    return _next(earliest, zone, end) if quiet else earliest


def _next(earliest: datetime, zone: ZoneInfo, minute: int) -> datetime:
    """The first moment, not before `earliest`, at which the clock on the wall shows this minute of a day."""
    local = earliest.astimezone(zone)
    moments = (_moment(local + timedelta(days=day), minute, fold) for day in range(3) for fold in (0, 1))
    return next(moment for moment in moments if moment >= earliest)


def _moment(day: datetime, minute: int, fold: int) -> datetime:
    """When the wall shows this minute on that day, in UTC; one that the clocks skip is the moment after the gap."""
    wall = day.replace(hour=minute // 60, minute=minute % 60, second=0, microsecond=0, fold=fold)
    moment = wall.astimezone(UTC)
    if moment.astimezone(day.tzinfo).replace(tzinfo=None) == wall.replace(tzinfo=None):
        return moment
    before, after = wall.replace(fold=1).astimezone(UTC), wall.replace(fold=0).astimezone(UTC)
    new = wall.replace(fold=1).utcoffset()
    gap = range(int((after - before).total_seconds()) // 60)
    minutes = bisect_left(
        gap,
        True,
        key=lambda each: (before + timedelta(minutes=each)).astimezone(day.tzinfo).utcoffset() == new,
    )
    return before + timedelta(minutes=minutes)
