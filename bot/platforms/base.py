"""What the program asks of a platform. Implemented by each folder beside this file; used by `bot.running`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol, runtime_checkable

from aiohttp import web

from handlers.ports import Messenger


class PlatformError(Exception):
    """A platform cannot be used: what is wrong, and what to do."""


class Unreachable(PlatformError):
    """It does not answer just now; it may, later."""


@runtime_checkable
class Called(Protocol):
    """A platform that brings what people do by calling the HTTP listener."""

    @property
    def routes(self) -> Sequence[web.RouteDef]:
        """What the listener serves for it; empty where it is not called."""
        ...


class Platform(Protocol):
    """One chat platform: its messenger works once `login` is done, people reach it while `serve` runs."""

    name: str

    @property
    def messenger(self) -> Messenger:
        """How messages are sent there."""
        ...

    @property
    def ready(self) -> bool:
        """Whether it is connected (for /readyz)."""
        ...

    async def login(self) -> None:
        """Check the token and make the messenger usable. Raises PlatformError; after Unreachable it may be tried again."""
        ...

    async def serve(self) -> None:
        """Receive what people do, until cancelled."""
        ...

    async def close(self) -> None:
        """Let go of connections."""
        ...
