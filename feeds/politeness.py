"""One request in flight per host, a pause between two, a limit on all together, and pauses that a host
asked for.

Called by `feeds.fetch` alone. Imports nothing of this project.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

_FORGET_ABOVE = 10_000


@dataclass(slots=True)
class _Host:
    lock: asyncio.Lock = field(default_factory=asyncio.Lock)
    next_at: float = 0.0  # loop time before which no request may start: the gap
    held_until: float = 0.0  # loop time before which the host asked not to be called
    waiting: int = 0


class Politeness:
    """Turns to speak. Bound to the event loop it is used in; state is per process."""

    def __init__(self, *, gap: float, in_flight: int) -> None:
        self._gap = gap
        self._slots = asyncio.Semaphore(in_flight)
        self._hosts: dict[str, _Host] = {}

    def _host(self, name: str) -> _Host:
        if len(self._hosts) > _FORGET_ABOVE:
            now = asyncio.get_running_loop().time()
            for key, host in list(self._hosts.items()):
                if not host.waiting and max(host.next_at, host.held_until) < now:
                    del self._hosts[key]
        return self._hosts.setdefault(name, _Host())

    def hold(self, host: str, seconds: float) -> None:
        """Nothing is sent to `host` for `seconds`: it said so with Retry-After."""
        entry = self._host(host)
        entry.held_until = max(entry.held_until, asyncio.get_running_loop().time() + seconds)

    def held_for(self, host: str) -> float:
        """Seconds until `host` may be called again; 0 when it may be now."""
        entry = self._hosts.get(host)
        return max(0.0, entry.held_until - asyncio.get_running_loop().time()) if entry else 0.0

    @asynccontextmanager
    async def turn(self, host: str) -> AsyncIterator[None]:
        """Waits for this host's turn; the pause to the next turn starts when this one ends."""
        loop = asyncio.get_running_loop()
        entry = self._host(host)
        entry.waiting += 1
        try:
            async with entry.lock:
                pause = entry.next_at - loop.time()
                if pause > 0:
                    await asyncio.sleep(pause)
                async with self._slots:
                    try:
                        yield
                    finally:
                        entry.next_at = loop.time() + self._gap
        finally:
            entry.waiting -= 1
