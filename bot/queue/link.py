"""The connection to the broker: opened at start, watched, and opened again when it was gone. Used by `tasks` alone.

While it is gone nothing is lost and little is late: workers find what is owed in the database each second.
"""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Awaitable, Callable, Collection, Mapping
from typing import Any

import structlog
from taskiq import AckableMessage, AsyncBroker, InMemoryBroker
from taskiq.acks import AcknowledgeType
from taskiq.exceptions import TaskiqError
from taskiq.receiver import Receiver

from bot.queue import brokers
from bot.queue.brokers import FAULTS, PATIENCE, QueueError

log = structlog.get_logger(__name__)
LOOK_SECONDS = 2.0
FIRST_PAUSE, LONGEST_PAUSE = 0.5, 5.0
NOTICE_SECONDS = 1.0
"""How long it may take to notice that the end has come."""
AT_ONCE = 8

Wake = Callable[[], Awaitable[None]]


class _Reader(Receiver):
    """taskiq's receiver, for which a server that goes away during an acknowledgement is no news."""

    async def callback(self, message: bytes | AckableMessage, raise_err: bool = False) -> None:
        """Carry a wake-up out, then acknowledge it."""
        with contextlib.suppress(*FAULTS):
            await super().callback(message, raise_err)


class Link:
    """One process's end of the queue. `up` says whether wake-ups go through."""

    def __init__(self, url: str, prefix: str, consumer: str, wakes: Mapping[str, Wake]) -> None:
        """`wakes`: what is to be done in this process when a wake-up of that name comes in."""
        self._url, self._prefix, self._consumer = url, prefix, consumer
        self._wakes = wakes
        self._broker: AsyncBroker | None = None
        self._senders: dict[str, Any] = {}
        self._ending = asyncio.Event()
        self._serving: asyncio.Task[None] | None = None
        self.up = False

    async def open(self, *, listens: bool) -> None:
        """Connect, and stay connected until `close`; take wake-ups in if it `listens`. Raises QueueError."""
        await self._connect()
        self._serving = asyncio.create_task(self._serve(listens), name="queue")

    async def send(self, kind: str) -> None:
        """Wake one of the listening processes, if the server is there."""
        if not self.up:
            return
        with contextlib.suppress(*FAULTS, TaskiqError):  # the watch finds out what it is
            async with asyncio.timeout(PATIENCE):
                await self._senders[kind].kiq()

    async def close(self) -> None:
        """Take nothing more in, acknowledge what was done, let go of the server."""
        self._ending.set()
        if self._serving is not None:
            await asyncio.wait({self._serving}, timeout=NOTICE_SECONDS)
            self._serving.cancel()
            await asyncio.wait({self._serving}, timeout=PATIENCE)
        await self._disconnect()

    async def _connect(self) -> None:
        broker = brokers.open_broker(self._url, self._prefix, self._consumer)
        self._senders = {
            kind: broker.register_task(_task(wake), task_name=kind) for kind, wake in self._wakes.items()
        }
        await brokers.start(broker, self._url)
        self._broker, self.up = broker, True

    async def _disconnect(self) -> None:
        broker, self._broker, self.up = self._broker, None, False
        if broker is not None:
            await brokers.stop(broker)

    async def _serve(self, listens: bool) -> None:
        pause = FIRST_PAUSE
        while not self._ending.is_set():
            try:
                if self._broker is None:
                    await self._connect()
                    log.info("the queue is back")
                    pause = FIRST_PAUSE
                await self._attend(listens)
            except Exception:
                await self._disconnect()
                with contextlib.suppress(TimeoutError):
                    await asyncio.wait_for(self._ending.wait(), pause)
                pause = min(LONGEST_PAUSE, 2 * pause)

    async def _attend(self, listens: bool) -> None:
        """Listen and watch until the end, or until one of both fails, which is raised."""
        broker = self._broker
        if broker is None or isinstance(broker, InMemoryBroker):
            await self._ending.wait()
            return
        work = [asyncio.create_task(self._watch(broker))]
        if listens:
            reader = _Reader(
                broker,
                validate_params=False,
                max_async_tasks=AT_ONCE,
                run_startup=False,
                ack_type=AcknowledgeType.WHEN_EXECUTED,
            )
            work.append(asyncio.create_task(reader.listen(self._ending)))
        try:
            done, _ = await asyncio.wait(work, return_when=asyncio.FIRST_EXCEPTION)
            for task in done:
                task.result()
        except Exception as error:
            log.warning(
                "the queue is gone; the database is asked each second until it is back", error=_name(error)
            )
            raise
        finally:
            await self._break_off(work)

    async def _break_off(self, work: Collection[asyncio.Task[None]]) -> None:
        """End these tasks, also a read that did not notice: on Python 3.11, `asyncio.wait_for` in the Redis client can
        lose a cancellation, and the read would go on for ever. It fails once its connection is closed."""
        for task in work:
            task.cancel()
        _, deaf = await asyncio.wait(work, timeout=NOTICE_SECONDS)
        if deaf:
            await self._disconnect()
            await asyncio.wait(deaf, timeout=NOTICE_SECONDS)
        await asyncio.gather(*(task for task in work if task.done()), return_exceptions=True)

    async def _watch(self, broker: AsyncBroker) -> None:
        while not self._ending.is_set():
            await brokers.ping(broker)
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(self._ending.wait(), LOOK_SECONDS)


def _task(wake: Wake) -> Callable[[], Awaitable[None]]:
    async def woken() -> None:
        await wake()

    return woken


def _name(error: BaseException) -> str:
    while isinstance(error, BaseExceptionGroup):
        error = error.exceptions[0]
    return type(error.__cause__ or error).__name__ if isinstance(error, QueueError) else type(error).__name__
