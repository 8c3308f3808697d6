"""The database goes away between a platform's answer and the commit: the message is not sent again when it is back."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from handlers.dispatch import AGAIN
from tests.conftest import missing
from tests.crash.services import Service, ServiceMissing, own
from tests.crash.settings import Setting
from tests.crash.sides import Telegram
from tests.crash.storm import Plan, storm_on
from tests.e2e.program import PATIENCE

pytestmark = pytest.mark.xdist_group("crash")
PLAN = Plan("postgres-memory", "telegram", posts=1, persons=1, feeds=1)


async def test_what_telegram_took_while_the_database_was_away_is_not_sent_again(tmp_path: Path) -> None:
    try:
        async with own("postgres") as database:
            await _is_sent_once(database, tmp_path)
    except ServiceMissing as away:
        missing(str(away))


async def _is_sent_once(database: Service, folder: Path) -> None:
    setting = Setting(PLAN.setting, database.url, "memory://", [database])
    async with storm_on(setting, PLAN, folder, lambda _: None) as made:
        side, program = made.side, next(iter(made.processes.values())).program
        assert isinstance(side, Telegram)
        gate = side.fake.hold_next("sendMessage", performed=True)
        made.post()
        await program.make_due("Forum")
        await gate.reached(PATIENCE)
        await database.stop()
        await asyncio.sleep(3 * AGAIN)  # what is owed is looked at meanwhile, in vain
        gate.release()
        await database.start()
        assert await made.arrived(4 * PATIENCE), "it is owed still"
        verdict = await made.verdict()
        assert verdict.missing == []
        assert verdict.counts["second copies"] == 0
        assert verdict.counts["messages case"] == 1
