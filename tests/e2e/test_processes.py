"""Roles in processes of their own: workers deliver without a gateway, two receivers are refused, and an end is an end."""

from __future__ import annotations

import asyncio
import contextlib
import secrets
from collections.abc import AsyncIterator
from dataclasses import replace

import pytest
import pytest_asyncio

from tests.conftest import own_postgres, require
from tests.e2e.conftest import NewWorld
from tests.e2e.program import Program, eventually, free_port
from tests.e2e.world import World, set_up
from tests.queue.conftest import ADDRESSES, Server, clean


@contextlib.asynccontextmanager
async def beside(world: World, *roles: str) -> AsyncIterator[Program]:
    """Another process of the same installation; not started yet."""
    folder = world.program.folder.parent / f"{'-'.join(roles)}-{secrets.token_hex(2)}"
    made = replace(world.program, folder=folder, port=free_port(), process=None, only=roles)
    try:
        yield made
    finally:
        await made.close()


@pytest_asyncio.fixture(loop_scope="package")
async def postgresql() -> AsyncIterator[str]:
    """An empty database on the PostgreSQL of this machine."""
    async with own_postgres() as url:
        yield url


@pytest_asyncio.fixture(loop_scope="package", params=["memory", "redis", "nats"])
async def queue(request: pytest.FixtureRequest) -> AsyncIterator[Server]:
    """A queue between the processes, or (memory) none."""
    kind = request.param
    if kind != "memory":
        require({"redis": "Redis", "nats": "NATS"}[kind])
    server = Server(kind, ADDRESSES[kind], f"headsup-test-{secrets.token_hex(4)}")
    yield server
    await clean(server)


async def test_a_worker_without_gateway_delivers_what_other_processes_owe(
    fresh_world: NewWorld, postgresql: str, queue: Server
) -> None:
    extra = f'queue = {{ url = "{queue.url}", prefix = "{queue.prefix}" }}'
    async with fresh_world(database_url=postgresql, extra=extra, started=False) as world:
        world.program.only = ("discord", "scheduler", "http")
        async with beside(world, "worker", "http") as worker:
            await asyncio.gather(world.program.start(), worker.start())
            await world.fake.ready()
            await set_up(world.town, "all")
            await world.program.feed_is_known("Forum")
            jane = await world.watcher()
            await world.post(jane.person)  # at once: what one process was told, the other finds
            card, note = await world.card(jane.person), await world.note(jane.who)
            await world.town.moderator.press(card, "Confirm")
            assert "Show details" in note.buttons
            assert len(world.fake.gateway.sessions) == 1, "the worker receives nothing"
            traces = [
                {each["trace"] for each in program.events() if "trace" in each}
                for program in (world.program, worker)
            ]
            assert traces[0] & traces[1], "one trace in both logs"
            assert not any(event["event"] == "delivery" for event in world.program.events())
            assert await worker.stop() == 0


async def test_a_second_receiver_is_refused_and_a_killed_one_is_succeeded_at_once(
    fresh_world: NewWorld,
) -> None:
    async with fresh_world(started=False) as world:
        world.program.only = ("discord", "worker", "http")
        await world.program.start()
        async with beside(world, "discord") as second:
            await second.spawn()
            assert second.process is not None
            assert await asyncio.wait_for(second.process.wait(), 60) == 2
            assert "Another process receives with this token already" in second.log_text()
            assert "--shards" in second.log_text()
        assert world.program.running
        await world.program.kill()
        await world.program.start()
        await world.fake.ready()


async def test_sigterm_finishes_what_is_in_hand(fresh_world: NewWorld) -> None:
    async with fresh_world() as world:
        gate = world.fake.hold_next("POST", f"/channels/{world.town.alerts.id}/messages")
        await world.town.member().slash(world.town.general, "report", link="https://forum.example.org/7")
        await gate.reached()
        stopping = asyncio.create_task(world.program.stop())
        await asyncio.sleep(1.0)
        assert not stopping.done(), "it waits for Discord's answer"
        gate.release()
        assert await stopping == 0
        assert await world.program.alerts("case", "sent") == 1
        assert [event["event"] for event in world.program.events()][-1] != "stopping"


async def test_what_hangs_does_not_keep_it_from_ending_and_is_sent_after_the_restart(
    fresh_world: NewWorld,
) -> None:
    async with fresh_world() as world:
        gate = world.fake.hold_next("POST", f"/channels/{world.town.alerts.id}/messages")
        await world.town.member().slash(world.town.general, "report", link="https://forum.example.org/8")
        await gate.reached()
        assert await world.program.stop() == 0
        await world.program.start()
        await world.town.alerts.next_message(lambda m: bool(m.buttons))
        gate.release()

        async def settled() -> bool:
            return await world.program.alerts("case", "sent") == 1

        await eventually(settled, "the alert to be marked as sent")
        assert len([m for m in world.town.alerts.messages if m.buttons]) == 1
