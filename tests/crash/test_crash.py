"""The short form of a storm, on every setting: nothing acknowledged is lost. The long one, on every setting with either
platform: `python -m tests.crash`.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import delete, func, select, update

from storage import schema as tables
from tests.conftest import require
from tests.crash.storm import Plan, run, storm

pytestmark = pytest.mark.xdist_group("crash")
SHORT = Plan("sqlite-memory", posts=24, persons=5, reports=4, decisions=5, feeds=2, shared=True)
SERVERS = {"postgres-redis": ("PostgreSQL", "Redis"), "postgres-nats": ("PostgreSQL", "NATS")}


@pytest.mark.parametrize(
    ("setting", "side"),
    [
        ("sqlite-memory", "discord"),
        ("sqlite-memory", "telegram"),
        ("postgres-redis", "discord"),
        ("postgres-nats", "telegram"),
    ],
)
async def test_what_was_acknowledged_survives_kills(setting: str, side: str, tmp_path: Path) -> None:
    for server in SERVERS.get(setting, ()):
        require(server)
    plan = replace(SHORT, setting=setting, side=side, kills=4, seed=len(setting) + len(side))
    verdict, suffered = await run(plan, tmp_path)
    assert verdict.missing == [], f"seed {plan.seed}"
    assert verdict.unexplained == [], f"seed {plan.seed}"
    assert suffered["kills"] == plan.kills
    assert suffered["restarts"] >= plan.kills
    told = {name: verdict.counts[name] for name in ("posts acknowledged", "reports", "decisions")}
    assert told == {"posts acknowledged": plan.posts, "reports": plan.reports, "decisions": plan.decisions}
    assert verdict.counts["messages case"] >= plan.posts + plan.reports
    assert verdict.counts["messages person"] > 0


async def test_the_verdict_sees_what_is_missing(tmp_path: Path) -> None:
    few = replace(SHORT, posts=8, persons=3, reports=2, decisions=2, feeds=1, kills=1)
    async with storm(few, tmp_path, lambda _: None) as made:
        await made.rage()
        await made.calm()
        assert not (await made.verdict()).missing
        case = next(iter(made.ledger.decisions))
        _, reference = next(iter(made.ledger.reports.values()))
        for process in made.processes.values():
            await process.end()
        async with made.database.write() as session:
            post = await session.scalar(select(func.min(tables.Item.id)).where(tables.Item.source == "rss"))
            await session.execute(delete(tables.Item).where(tables.Item.id == post))
            await session.execute(delete(tables.Report).where(tables.Report.reference == reference))
            await session.execute(delete(tables.CaseEvent).where(tables.CaseEvent.case_id == case))
            left = select(func.max(tables.Alert.id)).where(tables.Alert.kind == "case")
            alert = await session.scalar(left)  # one that did not go with the post and the report
            await session.execute(update(tables.Alert).where(tables.Alert.id == alert).values(state="owed"))
        missing = "\n".join((await made.verdict()).missing)
        for word in ("post", f"report {reference}", f"case {case}", f"delivery of alert {alert}"):
            assert word in missing
