"""Which `headsup run` processes there are, what each alone may do, and what becomes of one that died.

Called by `bot.running` and by the sweep. A process says every few seconds that it lives. When one has said nothing for
`DEAD_AFTER`, or its process id is gone from this machine, whoever notices frees what it held: alerts, items and feeds go to
the next process at once, and so do its roles (`Hold`). Silence is what the one who looks has seen of it, by its own steady
clock and while the database answered: clocks that differ, and an outage in which nobody could say anything, kill nobody.
"""

from __future__ import annotations

import asyncio
import os
import platform
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

import structlog
from sqlalchemy import delete, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession

from handlers.house import House, Silence
from storage import schema as tables

log = structlog.get_logger(__name__)
BEAT_SECONDS = 2.0
DEAD_AFTER = timedelta(seconds=10)
BURIED_AFTER = timedelta(minutes=2)
"""After so long even a process whose id is still there is dead: the id is another program's by now."""


class Held(Exception):
    """Another process does already what one alone may do; the text names it."""

    def __init__(self, hold: str, holder: tables.Process) -> None:
        self.hold, self.holder = hold, holder
        super().__init__(
            f"process {holder.pid} on {holder.machine.split('/')[0]}, with the roles {', '.join(holder.roles)}, "
            f"running since {holder.started_at:%Y-%m-%d %H:%M} UTC"
        )


@dataclass(frozen=True, slots=True)
class Claim:
    """What a process wants to do alone: `name`, and (for shards) which part of how many."""

    name: str
    shard: int | None = None
    of: int | None = None

    @property
    def hold(self) -> str:
        """As it stands in the table."""
        return self.name if self.of is None else f"{self.name} {self.shard}/{self.of}"

    def clashes(self, hold: str) -> bool:
        """Whether a hold is about the same; shards of different counts always are."""
        name, _, part = hold.partition(" ")
        if name != self.name:
            return False
        return self.of is None or not part or part.split("/")[1] != str(self.of) or hold == self.hold


def machine() -> str:
    """This machine, as far as process ids mean the same: host name, and namespace where there are containers."""
    space = Path("/proc/self/ns/pid")
    inside = space.readlink().name if space.exists() else ""
    return f"{platform.node()[:100]}/{inside}"[:160]


async def arrive(house: House, roles: Collection[str], claims: Sequence[Claim] = ()) -> None:
    """Say that this process is there, and take its holds. Raises Held while a living process has one of them.

    A holder that was killed is waited for: it is known to be dead after some seconds, or at once on the same machine.
    """
    seen: datetime | None = None
    while True:
        await bury(house)
        try:
            await _enter(house, roles, claims)
            return
        except Held as held:
            if seen is not None and held.holder.seen_at != seen:
                raise
            if seen is None:
                log.info("waiting for another process, in case it is dead", hold=held.hold.split(":")[0])
            seen = held.holder.seen_at
        await asyncio.sleep(BEAT_SECONDS / 2)


async def _enter(house: House, roles: Collection[str], claims: Sequence[Claim]) -> None:
    now = house.clock()
    async with house.database.write() as session:
        await _one_by_one(session)
        others = await session.execute(
            select(tables.Hold.name, tables.Process)
            .join(tables.Process, tables.Process.owner == tables.Hold.owner)
            .where(tables.Hold.owner != house.owner)
        )
        for name, process in others.all():
            for claim in claims:
                if claim.clashes(name):
                    session.expunge(process)  # a rollback would take what is known of it
                    raise Held(claim.hold, process)
        row = tables.Process(
            owner=house.owner,
            machine=machine(),
            pid=os.getpid(),
            roles=sorted(roles),
            started_at=now,
            seen_at=now,
        )
        await session.merge(row)
        await session.flush()
        for claim in claims:
            await session.merge(tables.Hold(name=claim.hold, owner=house.owner))


async def _one_by_one(session: AsyncSession) -> None:
    """Let processes arrive one after the other, so that two never take what clashes."""
    name = "arrivals"
    query = select(tables.Counter).where(tables.Counter.name == name).with_for_update()
    if (await session.scalars(query)).one_or_none() is None:
        try:
            async with session.begin_nested():
                session.add(tables.Counter(name=name, value=0))
        except IntegrityError:
            await session.scalars(query)


async def keep(house: House, roles: Collection[str], claims: Sequence[Claim] = ()) -> None:
    """Say so again and again, until cancelled. Raises Held if this process was thought dead and another took over."""
    failing = False
    while True:
        await asyncio.sleep(BEAT_SECONDS)
        try:
            if not await _beat(house):
                log.warning("this process stood still and was thought dead; it takes up its work again")
                await _enter(house, roles, claims)
            failing = False
        except Held:
            raise
        except Exception as error:
            if not failing:
                log.warning("the database does not answer", error=type(error).__name__)
            failing = True


async def _beat(house: House) -> bool:
    async with house.database.write() as session:
        seen = (
            update(tables.Process)
            .where(tables.Process.owner == house.owner)
            .values(seen_at=house.clock())
            .returning(tables.Process.owner)
        )
        return (await session.scalars(seen)).first() is not None


async def bury(house: House) -> int:
    """Free what dead processes held; -> how many there were."""
    async with house.database.read() as session:
        query = select(tables.Process).where(tables.Process.owner != house.owner)
        others = (await session.scalars(query)).all()
    _listen(house, others)
    here = machine()
    dead = [each for each in others if _dead(each, house.silences[each.owner].lasted, here)]
    for process in dead:
        async with house.database.write() as session:
            if await _gone(session, process):
                log.warning("a process is dead; what it had in hand is free", roles=process.roles)
    return len(dead)


def _listen(house: House, others: Sequence[tables.Process]) -> None:
    """Note for how long each has said nothing. A long time between two looks counts as one beat: perhaps nobody could."""
    now = house.steady()
    passed = min(timedelta(seconds=now - house.listened_at), timedelta(seconds=BEAT_SECONDS))
    house.listened_at = now
    before = house.silences
    house.silences = {}
    for each in others:
        known = before.get(each.owner)
        same = known is not None and known.since == each.seen_at
        lasted = known.lasted + passed if known is not None and same else timedelta()
        house.silences[each.owner] = Silence(each.seen_at, lasted)


def _dead(process: tables.Process, silent: timedelta, here: str) -> bool:
    if process.machine == here and silent < BURIED_AFTER:
        return process.pid == os.getpid() or not _lives(process.pid)
    return silent > DEAD_AFTER


def _lives(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        pass
    return True


async def _gone(session: AsyncSession, process: tables.Process) -> bool:
    """Take the process out, unless it was seen meanwhile; -> whether it was."""
    query = (
        delete(tables.Process)
        .where(tables.Process.owner == process.owner, tables.Process.seen_at == process.seen_at)
        .returning(tables.Process.owner)
    )
    if (await session.scalars(query)).first() is None:
        return False
    await _free(session, process.owner)
    return True


async def _free(session: AsyncSession, owner: str) -> None:
    nobody = {"lease_owner": None, "lease_until": None}
    alert = tables.Alert
    mine = alert.lease_owner.startswith(f"{owner}:", autoescape=True)
    await session.execute(update(alert).where(alert.lease_until.is_not(None), mine).values(**nobody))
    for table in (tables.Item, tables.Feed):
        await session.execute(update(table).where(table.lease_owner == owner).values(**nobody))


async def leave(house: House) -> None:
    """The end: whatever is still in this process's name is free."""
    async with house.database.write() as session:
        await session.execute(delete(tables.Process).where(tables.Process.owner == house.owner))
        await _free(session, house.owner)
