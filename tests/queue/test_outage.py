"""The broker goes away and comes back: said once each time, nothing waits for it, and it is used again by itself."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator
from dataclasses import dataclass, field, replace
from urllib.parse import urlsplit

import nats
import pytest
from redis.asyncio import Redis
from structlog.testing import capture_logs

from bot.queue import QueueError, Tasks, check
from handlers import work
from tests.handlers.harness import World
from tests.queue.conftest import Server
from tests.queue.flood import communities, eventually, owe


@dataclass
class Cable:
    """Between the program and the server; can be cut and mended."""

    host: str
    port: int
    at: int = 0
    _server: asyncio.Server | None = None
    _ends: set[asyncio.StreamWriter] = field(default_factory=set)

    async def mend(self) -> None:
        """Let connections through, always on the same port."""
        self._server = await asyncio.start_server(self._through, "127.0.0.1", self.at)
        self.at = self._server.sockets[0].getsockname()[1]

    async def cut(self) -> None:
        """Break every connection and take no new one."""
        assert self._server is not None
        self._server.close()
        for end in list(self._ends):
            end.close()

    async def _through(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        other_reader, other_writer = await asyncio.open_connection(self.host, self.port)
        ends = {writer, other_writer}
        self._ends |= ends
        await asyncio.gather(_pump(reader, other_writer), _pump(other_reader, writer))
        self._ends -= ends


async def _pump(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    with contextlib.suppress(OSError):
        while data := await reader.read(65536):
            writer.write(data)
            await writer.drain()
    writer.close()


@pytest.fixture
async def cable(broker: Server) -> AsyncIterator[tuple[Cable, Server]]:
    """A server behind a cable."""
    address = urlsplit(broker.url)
    made = Cable(str(address.hostname), int(address.port or 0))
    await made.mend()
    yield made, replace(broker, url=broker.url.replace(f":{made.port}", f":{made.at}"))
    await made.cut()


async def _opened(world: World, server: Server, *, works: bool) -> Tasks:
    tasks = Tasks(server.url, server.prefix)
    world.house.queue = tasks
    await tasks.open(world.house, works=works)
    return tasks


async def test_without_the_broker_work_goes_on_and_with_it_again_wake_ups_come(
    small_world: World, cable: tuple[Cable, Server]
) -> None:
    world, (line, server) = small_world, cable
    to = await communities(world, 1)
    other = await world.another("other")
    with capture_logs() as lines:
        tasks = await _opened(world, server, works=True)
        telling = await _opened(other, server, works=False)
        assert tasks.ready
        await line.cut()
        await eventually(lambda: not tasks.ready and not telling.ready, "the loss to be seen")
        await owe(world, to, [1])
        await work.sweep(world.house)
        await eventually(lambda: len(world.console.messages) == 1, "the alert, by the sweep")
        await telling.deliver(1)
        await line.mend()
        await eventually(lambda: tasks.ready and telling.ready, "the queue to be back")
        await owe(world, to, [1])
        await telling.deliver(2)
        await eventually(lambda: len(world.console.messages) == 2, "the alert, by a wake-up")
        await asyncio.gather(tasks.finish(5.0), telling.finish(5.0))
    said = [line["event"] for line in lines if "queue" in line["event"]]
    assert sum(event.startswith("the queue is gone") for event in said) == 2, "each process says it once"
    assert said.count("the queue is back") == 2
    assert not [line for line in lines if line["log_level"] == "error"]


async def test_what_was_deleted_on_the_server_is_made_again(small_world: World, broker: Server) -> None:
    tasks = await _opened(small_world, broker, works=True)
    if broker.kind == "redis":
        async with Redis.from_url(broker.url) as client:
            await client.delete(f"{broker.prefix}:tasks")
    else:
        connection = await nats.connect(broker.url)
        await connection.jetstream().delete_stream(f"{broker.prefix}-tasks")
        await connection.close()
    await owe(small_world, await communities(small_world, 1), [1])
    other = await small_world.another("other")
    await eventually(lambda: not tasks.ready, "the loss to be seen")
    await eventually(lambda: tasks.ready, "everything to be there again")
    telling = await _opened(other, broker, works=False)
    await telling.deliver(1)
    await eventually(lambda: len(small_world.console.messages) == 1, "the alert, by a wake-up")
    await asyncio.gather(tasks.finish(5.0), telling.finish(5.0))


async def test_a_server_that_is_not_there_is_an_error_that_says_what_to_do(
    cable: tuple[Cable, Server],
) -> None:
    line, server = cable
    await check(server.url, server.prefix)
    await line.cut()
    with pytest.raises(QueueError, match=r"cannot be reached.*queue\.url"):
        await check(server.url, server.prefix)
