"""One kind of work, done while there is any and never twice at once in a process. Used by `tasks` alone."""

from __future__ import annotations

import asyncio
import contextvars
from collections.abc import Awaitable, Callable

Going = Callable[[], bool]
"""Whether to go on; false once the process is to end."""


class Lane:
    """Runs `work` when woken. Whatever wakes it meanwhile makes it run once more, however often that is."""

    def __init__(self, work: Callable[[Going], Awaitable[None]]) -> None:
        """`work` does all that there is to do while it may go on, and does not raise."""
        self._work = work
        self._again = False
        self._closed = False
        self._running: asyncio.Task[None] | None = None

    @property
    def busy(self) -> bool:
        """Whether it is at work."""
        return self._running is not None and not self._running.done()

    def wake(self) -> asyncio.Task[None] | None:
        """Begin, and -> the task to wait for; None if it is at work already, and will look again."""
        if self._closed:
            return None
        if self.busy:
            self._again = True
            return None
        self._running = asyncio.create_task(self._run(), context=contextvars.Context())
        return self._running

    async def _run(self) -> None:
        self._again = True
        while self._again and not self._closed:
            self._again = False
            await self._work(lambda: not self._closed)

    async def finish(self, seconds: float) -> bool:
        """Begin nothing new, and wait for what is in hand; -> whether it ended in time."""
        self._closed = True
        if self._running is None:
            return True
        done, _ = await asyncio.wait({self._running}, timeout=seconds)
        if not done:
            self._running.cancel()
            await asyncio.wait({self._running}, timeout=1.0)
        return bool(done)
