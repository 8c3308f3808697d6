"""Wake-ups between processes, on the real servers: what one process owes another one sends, and the queue stays short."""

from __future__ import annotations

import asyncio
import contextlib
import time
from collections.abc import AsyncGenerator, AsyncIterator, Awaitable, Callable

import pytest
from taskiq import AckableMessage
from taskiq_redis import RedisStreamBroker

from bot.queue import Tasks, brokers
from handlers import work
from storage import schema as tables
from tests.conftest import require
from tests.handlers.harness import World, item
from tests.queue.conftest import ADDRESSES, Server, clean
from tests.queue.flood import communities, owe

PATIENCE = 20.0


async def eventually(condition: Callable[[], Awaitable[bool]], what: str) -> None:
    """Wait until the condition holds."""
    deadline = time.monotonic() + PATIENCE
    while not await condition():
        assert time.monotonic() < deadline, f"waited {PATIENCE:g} s for {what}"
        await asyncio.sleep(0.02)


@contextlib.asynccontextmanager
async def process(world: World, server: Server, *, works: bool) -> AsyncIterator[tuple[World, Tasks]]:
    """Another process on the same database and broker."""
    other = await world.another(owner=f"process {id(object())}")
    tasks = Tasks(server.url, server.prefix)
    other.house.queue = tasks
    await tasks.open(other.house, works=works)
    try:
        yield other, tasks
    finally:
        await tasks.finish(5.0)


async def _owe(world: World, number: int = 1) -> None:
    """Alerts to moderators that are owed; nobody was told."""
    await world.feed("board")
    await world.setup()
    world.queue.held = True
    await world.arrives("board", *(item(f"[likeness] a model of somebody, {each}") for each in range(number)))
    await work.screen(world.house)


async def _sent(world: World) -> int:
    return sum(alert.state == "sent" for alert in await world.rows(tables.Alert))


async def test_what_one_process_owes_an_idle_worker_sends_without_a_sweep(
    world: World, broker: Server
) -> None:
    await _owe(world)
    async with process(world, broker, works=True), process(world, broker, works=False) as (_, tasks):
        await tasks.deliver(1)

        async def sent() -> bool:
            return await _sent(world) == 1

        await eventually(sent, "the card")


async def test_items_are_screened_and_their_cards_redrawn_by_whoever_listens(
    small_world: World, broker: Server
) -> None:
    world = small_world
    await world.feed("board")
    await world.setup()
    world.queue.held = True
    await world.arrives("board", item("[likeness] a model of somebody"))
    async with process(world, broker, works=True), process(world, broker, works=False) as (_, tasks):
        await tasks.screen()

        async def sent() -> bool:
            return await _sent(world) == 1

        await eventually(sent, "the card")
        async with world.house.database.write() as session:
            case = await session.get_one(tables.Case, 1)
            case.revision += 1
        await tasks.redraw(1)

        async def redrawn() -> bool:
            (case,) = await world.rows(tables.Case)
            return case.card_revision == case.revision

        await eventually(redrawn, "the new face of the card")


async def test_ten_thousand_wake_ups_are_a_few(small_world: World, broker: Server) -> None:
    async with process(small_world, broker, works=False) as (_, tasks):
        for number in range(10_000):
            await tasks.deliver(number)
            await tasks.screen()
        await asyncio.sleep(0.2)
        probe = brokers.open_broker(broker.url, broker.prefix, "probe")
        await brokers.start(probe, broker.url)
        try:
            assert 1 <= await brokers.waiting(probe) <= 10
        finally:
            await brokers.stop(probe)


async def test_a_worker_without_a_broker_between_processes_sends_what_it_owes(
    small_world: World, any_broker: Server
) -> None:
    await _owe(small_world)
    async with process(small_world, any_broker, works=True) as (_, tasks):
        await tasks.deliver(1)

        async def sent() -> bool:
            return await _sent(small_world) == 1

        await eventually(sent, "the card")


async def test_the_queue_does_not_grow_with_what_is_owed(small_world: World, broker: Server) -> None:
    world = small_world
    await owe(world, await communities(world, 200), [1] * 10_000)
    hang = asyncio.Event()

    async def never(*_: object) -> None:
        await hang.wait()

    world.console.send_channel = never  # type: ignore[method-assign, assignment]
    probe = brokers.open_broker(broker.url, broker.prefix, "probe")
    async with (
        process(world, broker, works=True) as (first, _),
        process(world, broker, works=True) as (second, _),
    ):
        await brokers.start(probe, broker.url)
        for _ in range(5):
            await work.sweep(first.house)
            await work.sweep(second.house)
            await asyncio.sleep(0.1)
        waiting = await brokers.waiting(probe)
        hang.set()
    await brokers.stop(probe)
    assert waiting <= 40, "a few a second, whatever the backlog"


class _Deaf(RedisStreamBroker):
    """Reads on when it is cancelled, as the Redis client now and then does on Python 3.11."""

    async def listen(self) -> AsyncGenerator[AckableMessage, None]:
        """Every message, until the connection is gone."""
        messages = super().listen()
        while True:
            reading = asyncio.ensure_future(anext(messages))
            while not reading.done():
                with contextlib.suppress(asyncio.CancelledError):
                    await asyncio.wait({reading})
            yield reading.result()


async def test_a_reader_that_misses_the_end_does_not_keep_the_process(
    small_world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    require("Redis")
    made = brokers.KINDS["redis"]

    def deaf(url: str, prefix: str, consumer: str) -> RedisStreamBroker:
        broker = made(url, prefix, consumer)
        broker.__class__ = _Deaf
        assert isinstance(broker, _Deaf)
        return broker

    monkeypatch.setitem(brokers.KINDS, "redis", deaf)
    server = Server("redis", ADDRESSES["redis"], "headsup-test-deaf")
    tasks = Tasks(server.url, server.prefix)
    try:
        await tasks.open(small_world.house, works=True)
        await asyncio.sleep(0.2)  # until it reads
        await asyncio.wait_for(tasks.finish(5.0), PATIENCE)
    finally:
        await clean(server)
