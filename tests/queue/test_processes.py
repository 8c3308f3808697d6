"""Several processes on one database: who is there, what one alone may do, and what becomes of one that was killed."""

from __future__ import annotations

import asyncio
import contextlib
import os
import subprocess
import sys
import time
from collections.abc import AsyncIterator, Iterator
from datetime import UTC, datetime, timedelta

import pytest

from handlers import delivery, processes, screening, work
from handlers.processes import Claim, Held
from storage import schema as tables
from tests.handlers.harness import World, item

RECEIVES = [Claim("telegram:abc")]


@pytest.fixture
def child() -> Iterator[subprocess.Popen[bytes]]:
    """A process of this machine that lives until the test kills it."""
    process = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(600)"])
    yield process
    process.kill()
    process.wait()


@contextlib.asynccontextmanager
async def running(
    world: World, monkeypatch: pytest.MonkeyPatch, pid: int, claims: list[Claim], owner: str = "first"
) -> AsyncIterator[World]:
    """Another process, with this id, that says every moment that it lives."""
    other = await world.another(owner)
    with monkeypatch.context() as patched:
        patched.setattr(os, "getpid", lambda: pid)
        await processes.arrive(other.house, ["telegram"], claims)

    async def beat() -> None:
        while True:
            await asyncio.sleep(0.1)
            await processes._beat(other.house)

    beating = asyncio.create_task(beat())
    try:
        yield other
    finally:
        beating.cancel()
        await asyncio.gather(beating, return_exceptions=True)


@pytest.fixture
def real_time(world: World) -> None:
    """The clock on the wall, and one that never jumps, since processes are told apart by them."""
    world.house.clock = lambda: datetime.now(UTC)
    world.house.steady = time.monotonic


@pytest.mark.usefixtures("real_time")
async def test_a_second_receiver_is_refused_and_told_who_holds_it(
    world: World, monkeypatch: pytest.MonkeyPatch, child: subprocess.Popen[bytes]
) -> None:
    async with running(world, monkeypatch, child.pid, RECEIVES):
        with pytest.raises(Held, match=f"process {child.pid} on .*roles telegram"):
            await processes.arrive(world.house, ["telegram"], RECEIVES)
        await processes.arrive(world.house, ["worker"])
        assert sorted(row.roles for row in await world.rows(tables.Process)) == [["telegram"], ["worker"]]


@pytest.mark.usefixtures("real_time")
async def test_a_killed_receiver_of_this_machine_is_succeeded_at_once(
    world: World, monkeypatch: pytest.MonkeyPatch, child: subprocess.Popen[bytes]
) -> None:
    async with running(world, monkeypatch, child.pid, RECEIVES):
        child.kill()
        child.wait()
        await asyncio.wait_for(processes.arrive(world.house, ["telegram"], RECEIVES), 5.0)
    assert [(hold.name, hold.owner) for hold in await world.rows(tables.Hold)] == [
        ("telegram:abc", world.house.owner)
    ]


@pytest.mark.usefixtures("real_time")
async def test_a_silent_receiver_of_another_machine_is_succeeded_when_its_time_is_over(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = await world.another("first")
    monkeypatch.setattr(processes, "DEAD_AFTER", timedelta(seconds=0.5))
    with monkeypatch.context() as patched:
        patched.setattr(processes, "machine", lambda: "elsewhere/pid")
        await processes.arrive(other.house, ["telegram"], RECEIVES)
    await asyncio.wait_for(processes.arrive(world.house, ["telegram"], RECEIVES), 10.0)
    assert not await processes._beat(other.house), "the first one learns that it was succeeded"
    with pytest.raises(Held):
        await processes._enter(other.house, ["telegram"], RECEIVES)


@pytest.mark.usefixtures("real_time")
async def test_of_several_that_arrive_at_once_one_receives(world: World) -> None:
    others = [await world.another(f"process {number}") for number in range(4)]
    results = await asyncio.gather(
        *(processes._enter(each.house, ["telegram"], RECEIVES) for each in others), return_exceptions=True
    )
    assert sorted(isinstance(result, Held) for result in results) == [False, True, True, True]


async def holding(world: World, monkeypatch: pytest.MonkeyPatch) -> tuple[World, int]:
    """A worker on another machine that has taken an alert (-> its id) and an item."""
    await world.feed("board")
    await world.setup()
    world.queue.held = True
    await world.arrives("board", item("[likeness] a model of somebody"))
    await work.screen(world.house)
    await world.arrives("board", item("[likeness] a model of somebody else"))
    (alert,) = await world.rows(tables.Alert)
    other = await world.another("other")
    with monkeypatch.context() as patched:
        patched.setattr(processes, "machine", lambda: "elsewhere/pid")
        await processes.arrive(other.house, ["worker"])
    assert await delivery._claim(other.house, alert.id) is not None
    assert len(await screening._take(other.house)) == 1
    return other, alert.id


async def look(world: World, seconds: int, other: World | None = None) -> None:
    """Sweep every second for so long, while the other process says that it lives, if there is one."""
    for _ in range(seconds):
        if other is not None:
            await processes._beat(other.house)
        await work.sweep(world.house)
        world.clock.advance(seconds=1)


async def test_what_a_dead_process_had_in_hand_is_free_within_seconds(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    _, alert_id = await holding(world, monkeypatch)
    await look(world, 10)
    assert await delivery.due_alerts(world.house) == []
    assert await screening.screen_new(world.house) == 0
    await look(world, 2)
    assert await delivery.due_alerts(world.house) == [alert_id]
    assert await screening.screen_new(world.house) == 1
    assert await work.deliver(world.house, alert_id) == "sent"


async def test_an_outage_in_which_nobody_could_say_anything_kills_no_process(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    other, alert_id = await holding(world, monkeypatch)
    await look(world, 3, other)
    world.clock.advance(seconds=45)
    await look(world, 5)
    assert await delivery.due_alerts(world.house) == []
    assert await processes._beat(other.house), "it is still known"
    await look(world, 15, other)
    assert await delivery.due_alerts(world.house) == [], "it lives, and may have sent what it holds"
    await look(world, 13)
    assert await delivery.due_alerts(world.house) == [alert_id], "it lives no more"


@pytest.mark.parametrize("minutes", [-5, 5])
async def test_a_process_whose_clock_differs_is_alive_as_long_as_it_says_so(
    world: World, monkeypatch: pytest.MonkeyPatch, minutes: int
) -> None:
    other, _ = await holding(world, monkeypatch)
    other.house.clock = lambda: world.clock() + timedelta(minutes=minutes)
    await look(world, 15, other)
    assert await delivery.due_alerts(world.house) == []
    assert await processes._beat(other.house)
    await look(world, 13)
    assert not await processes._beat(other.house), "silence is silence, whatever its clock says"


async def test_who_leaves_gives_back_what_was_in_hand(world: World) -> None:
    await world.feed("board")
    await world.setup()
    world.queue.held = True
    await world.arrives("board", item("[likeness] a model of somebody"))
    await processes.arrive(world.house, ["worker"], RECEIVES)
    assert len(await screening._take(world.house)) == 1
    await processes.leave(world.house)
    assert await world.rows(tables.Process) == []
    assert await world.rows(tables.Hold) == []
    other = await world.another()
    assert await screening.screen_new(other.house) == 1


@pytest.mark.parametrize(
    ("mine", "held", "clashes"),
    [
        (Claim("discord:a", 0, 8), "discord:a 0/8", True),
        (Claim("discord:a", 0, 8), "discord:a 1/8", False),
        (Claim("discord:a", 0, 8), "discord:a 1/4", True),
        (Claim("discord:a", 1, 18), "discord:a 11/18", False),
        (Claim("discord:a", 0, 8), "discord:a", True),
        (Claim("discord:a"), "discord:a 7/8", True),
        (Claim("discord:a"), "discord:b", False),
        (Claim("discord:a"), "telegram:a", False),
    ],
)
def test_shards_clash_where_they_overlap_or_are_counted_otherwise(
    mine: Claim, held: str, clashes: bool
) -> None:
    assert mine.clashes(held) is clashes
