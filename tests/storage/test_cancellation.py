"""A task that is cancelled in the middle of writing leaves the database as it found it, and free for the next one."""

from __future__ import annotations

import asyncio
from random import Random

from sqlalchemy import select

from storage import Database
from storage import schema as tables


async def _count_up(database: Database) -> None:
    async with database.write() as session:
        counter = (await session.scalars(select(tables.Counter))).one()
        counter.value += 1
        await session.flush()
        await asyncio.sleep(0)


async def test_a_cancelled_writer_holds_up_nobody(database_url: str) -> None:
    database = Database(database_url)
    await database.upgrade()
    random = Random(7)
    finished = 0
    for _ in range(60):
        task = asyncio.create_task(_count_up(database))
        await asyncio.sleep(random.random() * 0.006)
        task.cancel()
        outcome = (await asyncio.gather(task, return_exceptions=True))[0]
        finished += outcome is None
        await asyncio.wait_for(_count_up(database), 30)
        finished += 1
    async with database.read() as session:
        value = await session.scalar(select(tables.Counter.value))
    await database.close()
    assert value is not None
    assert finished <= value <= 120
