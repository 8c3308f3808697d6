"""Keeps a process running, as systemd or Docker do: whenever it ends it is started again. Used by storm.py."""

from __future__ import annotations

import asyncio
import contextlib
import time
from dataclasses import dataclass, field

from tests.e2e.program import Program

RESTART_SECONDS = 0.3
CRASH_LOOP_SECONDS = 1.5
"""The pause after a process that ended by itself, for instance because its database is away."""


@dataclass
class Supervised:
    """One process. `kills` and `ended`: how often it was killed, and how often it ended by itself."""

    name: str
    program: Program
    starts: int = 0
    kills: int = 0
    ended: int = 0
    killed_at: list[float] = field(default_factory=list)
    """time.time()"""
    _killed: int = 0
    """The start that was killed last."""
    _task: asyncio.Task[None] | None = None

    def begin(self) -> None:
        """Start it, and again whenever it ends."""
        self._task = asyncio.create_task(self._keep(), name=self.name)

    async def _keep(self) -> None:
        while True:
            self.starts += 1
            kills = self.kills
            await self.program.spawn()
            assert self.program.process is not None
            await self.program.process.wait()
            if self.kills > kills:
                await asyncio.sleep(RESTART_SECONDS)
            else:
                self.ended += 1
                await asyncio.sleep(CRASH_LOOP_SECONDS)

    def kill(self) -> bool:
        """kill -9, if it runs just now and is not dying already; it is started again. -> whether it was killed."""
        if not self.program.running or self._killed == self.starts:
            return False
        assert self.program.process is not None
        self.kills, self._killed = self.kills + 1, self.starts
        self.killed_at.append(time.time())
        self.program.process.kill()
        return True

    @property
    def is_back(self) -> bool:
        """Whether it was started again after its last kill."""
        return self.starts > self._killed

    async def end(self) -> None:
        """Kill it, and leave it so."""
        if self._task is not None:
            self._task.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await self._task
            self._task = None
        if self.program.running:
            self.killed_at.append(time.time())
            await self.program.kill()
