"""Faults on demand: rate limits, server errors, lost answers, requests that are held.

A test plans them (`fake.rate_limit_next`, `fake.fail_next`, `fake.hold_next`); server.py asks for the plan
of each request. Patterns are "METHOD /path" with `*` for one or more path parts: "POST
/channels/*/messages".
"""

from __future__ import annotations

import asyncio
import re
from dataclasses import dataclass, field


def route_pattern(route: str) -> re.Pattern[str]:
    """The compiled form of "POST /channels/*/messages"; the method may be `*` too."""
    return re.compile("".join(".+" if part == "*" else re.escape(part) for part in re.split(r"(\*)", route)))


@dataclass(eq=False)
class Fault:
    """What happens to the next `times` requests that fit."""

    pattern: re.Pattern[str]
    times: int
    status: int = 0  # 429: rate limited; 0: the connection is cut without an answer
    code: int = 0
    message: str = ""
    retry_after: float = 0.0
    scope: str = "user"  # "user", "global" or "shared"
    performed: bool = False  # the request takes effect, only its answer is lost
    gate: Gate | None = None
    done: int = 0


@dataclass(eq=False)
class Gate:
    """A request that waits for the test: `await gate.reached()`, look around, `gate.release()`."""

    _arrived: asyncio.Event = field(default_factory=asyncio.Event)
    _open: asyncio.Event = field(default_factory=asyncio.Event)

    async def reached(self, timeout: float = 15.0) -> None:
        """Returns when the request stands at the gate."""
        await asyncio.wait_for(self._arrived.wait(), timeout)

    def release(self) -> None:
        """Lets the request go on."""
        self._open.set()

    async def wait(self) -> None:
        """Called for the request itself."""
        self._arrived.set()
        await self._open.wait()


class Faults:
    """The plans that are still open, in the order they were made."""

    def __init__(self) -> None:
        self._plans: list[Fault] = []

    def add(self, fault: Fault) -> Fault:
        """Takes a plan in."""
        self._plans.append(fault)
        return fault

    def take(self, method: str, path: str) -> Fault | None:
        """The plan for this request, counted as used; None if it is to be answered as usual."""
        for fault in self._plans:
            if fault.done < fault.times and fault.pattern.fullmatch(f"{method} {path}"):
                fault.done += 1
                return fault
        return None

    def pending(self) -> int:
        """How many planned faults no request has met yet."""
        return sum(fault.times - fault.done for fault in self._plans)

    def release_all(self) -> None:
        """Opens every gate, at the end of the fake."""
        for fault in self._plans:
            if fault.gate is not None:
                fault.gate.release()
