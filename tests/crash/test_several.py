"""Two schedulers, four workers, two shard ranges on one machine: everything once, and one dead changes only speed."""

from __future__ import annotations

import asyncio
from collections import Counter
from pathlib import Path

import pytest

from tests.conftest import require
from tests.crash.settings import SETTINGS
from tests.crash.sides import Discord
from tests.crash.storm import Plan, Storm, feed_name, storm
from tests.e2e.program import PATIENCE, eventually

pytestmark = pytest.mark.xdist_group("crash")
ROUND = 6
"""Posts between two polls of all feeds."""
TICKS_SECONDS = 2.5
"""So long both schedulers look for feeds that are due, once a second."""


async def _round(made: Storm) -> None:
    """Posts come, every feed becomes due once, and everything that is owed for it arrives."""
    for _ in range(ROUND):
        made.post()
    before = [len(feed.seen) for feed in made.feeds]
    for number in range(len(made.feeds)):
        await next(iter(made.processes.values())).program.make_due(feed_name(number))

    async def arrived() -> bool:
        posts = made.ledger.posts
        watched = sum(account is not None for account in posts.values())
        return len(made.side.cards()) >= len(posts) and len(made.side.notes()) >= watched

    await eventually(arrived, "cards and messages", timeout=4 * PATIENCE)
    await asyncio.sleep(TICKS_SECONDS)
    assert [len(feed.seen) - count for feed, count in zip(made.feeds, before, strict=True)] == [1] * len(
        before
    )


def _sent_twice(side: Discord) -> list[str]:
    """Nonces that more than one request brought, whether or not Discord dropped the second."""
    requests = side.fake.requests_to("POST /channels/*/messages")
    nonces = Counter(str(request.body["nonce"]) for request in requests if "nonce" in request.body)
    return [nonce for nonce, count in nonces.items() if count > 1]


@pytest.mark.parametrize("setting", SETTINGS[1:])
async def test_several_of_each_do_everything_once_and_any_may_die(setting: str, tmp_path: Path) -> None:
    for server in ("PostgreSQL", "Redis" if setting.endswith("redis") else "NATS"):
        require(server)
    plan = Plan(setting, persons=5, feeds=3, schedulers=2, workers=4, shared=True)
    async with storm(plan, tmp_path, lambda _: None) as made:
        assert isinstance(made.side, Discord)
        assert len(made.processes) == 8
        await _round(made)
        assert _sent_twice(made.side) == []
        for name in ("scheduler-0", "worker-0", "discord-b"):
            await made.processes[name].end()
            await _round(made)
        assert _sent_twice(made.side) == []
        verdict = await made.verdict()
        assert verdict.missing == []
        assert verdict.unexplained == []
