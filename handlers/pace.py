"""How fast messages go, over all processes together, so that no platform has to say that it is enough. Called by `delivery`.

A place (a community's channel, an account) and a whole platform have a row each, with the times of their last messages.
The limits are the messenger's own (`ports.Pacing`) and leave room for answers to people, which do not pass here. A place
where the platform fails rests, longer each time, and holds up no other.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from sqlalchemy import select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession

from handlers.house import House
from handlers.ports import Limit, Pacing
from storage import schema as tables

Place = tuple[str, int]
"""(community, subscriber, report or alert; its id): what has one pace."""
LONGEST_REST = 300.0
_BLOCKED = 2000


@dataclass(frozen=True, slots=True)
class Resting:
    """Whom nothing may be sent to just now."""

    places: frozenset[Place] = frozenset()
    platforms: frozenset[str] = frozenset()


def key_of(place: Place) -> str:
    """The key of a place's row."""
    return f"{place[0]}:{place[1]}"


async def book(house: House, pacing: Pacing, platform: str, place: Place, *, direct: bool) -> float:
    """Seconds until one more message may go there; 0: now, and it is counted."""
    now = house.clock()
    limits = {
        key_of(place): pacing.direct if direct else pacing.channel,
        f"platform:{platform}": pacing.overall,
    }
    async with house.database.write() as session:
        rows = [(await _row(session, key, now), limits[key]) for key in sorted(limits)]
        wait = max(_wait(row, limit, now) for row, limit in rows)
        if wait > 0:
            return wait
        for row, limit in rows:
            row.sent = [*_lately(row.sent, limit, now), now.timestamp()][-limit.messages :]
            row.free_at = max(now, _free_at(row.sent, limit))
    return 0.0


def _lately(sent: Sequence[float], limit: Limit, now: datetime) -> list[float]:
    return [at for at in sent if at > now.timestamp() - limit.seconds]


def _free_at(sent: Sequence[float], limit: Limit) -> datetime:
    if len(sent) < limit.messages:
        return datetime.fromtimestamp(0, UTC)
    return datetime.fromtimestamp(sent[-limit.messages] + limit.seconds, UTC)


def _wait(row: tables.Pace, limit: Limit, now: datetime) -> float:
    free_at = max(row.free_at, _free_at(_lately(row.sent, limit, now), limit))
    return (free_at - now).total_seconds()


async def _row(session: AsyncSession, key: str, now: datetime) -> tables.Pace:
    """The row, locked; made if there is none."""
    found = await session.get(tables.Pace, key, with_for_update=True)
    if found is not None:
        return found
    try:
        async with session.begin_nested():
            made = tables.Pace(key=key, sent=[], failures=0, free_at=now)
            session.add(made)
        return made
    except IntegrityError:  # another process made it
        return await session.get_one(tables.Pace, key, with_for_update=True)


async def rest(house: House, place: Place, seconds: float | None = None) -> float:
    """Send nothing there for so long; without `seconds`: the longer, the oftener it failed in a row. -> How long."""
    now = house.clock()
    async with house.database.write() as session:
        row = await _row(session, key_of(place), now)
        if seconds is None:
            row.failures += 1
            seconds = min(LONGEST_REST, 5.0 * 2 ** min(row.failures - 1, 10))
        row.free_at = max(row.free_at, now + timedelta(seconds=seconds))
    return seconds


async def works(session: AsyncSession, place: Place) -> None:
    """Something arrived there."""
    await session.execute(
        update(tables.Pace)
        .where(tables.Pace.key == key_of(place), tables.Pace.failures > 0)
        .values(failures=0)
    )


async def wake(session: AsyncSession, now: datetime, place: Place) -> None:
    """Whoever could mend it did: it need not rest any longer."""
    await session.execute(
        update(tables.Pace)
        .where(tables.Pace.key == key_of(place), tables.Pace.failures > 0)
        .values(failures=0, free_at=now)
    )


async def resting(session: AsyncSession, now: datetime) -> Resting:
    """Whom nothing may be sent to now."""
    query = (
        select(tables.Pace.key)
        .where(tables.Pace.free_at > now)
        .order_by(tables.Pace.free_at.desc())
        .limit(_BLOCKED)
    )
    keys = [key.split(":", 1) for key in (await session.scalars(query)).all()]
    return Resting(
        frozenset((kind, int(rest)) for kind, rest in keys if kind != "platform"),
        frozenset(rest for kind, rest in keys if kind == "platform"),
    )
