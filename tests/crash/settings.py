"""Which database and which queue, and which processes share them. Used by storm.py."""

from __future__ import annotations

import base64
import contextlib
import secrets
from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import nats
from nats.js.errors import NotFoundError
from redis.asyncio import Redis

from tests.crash.services import Service, own
from tests.crash.sides import Side
from tests.e2e.program import Program
from tests.postgres import own_database

Roles = tuple[str, ...]
_TOGETHER: Mapping[str, Roles] = {"bot": ()}
_APART: Mapping[str, Mapping[str, Roles]] = {
    "discord": {"discord-a": ("discord",), "discord-b": ("discord",)},
    "telegram": {"telegram": ("telegram",)},
}
SHARDS = {"discord-a": "0-0/2", "discord-b": "1-1/2"}
SETTINGS = ("sqlite-memory", "postgres-redis", "postgres-nats")


@dataclass
class Setting:
    """A database and a queue that run. `services`: those of its own, which may be stopped."""

    name: str
    database_url: str
    queue_url: str
    services: list[Service] = field(default_factory=list)
    prefix: str = field(default_factory=lambda: f"headsup-crash-{secrets.token_hex(4)}")
    """Of what the queue makes on its server."""

    def processes(self, side: Side, *, schedulers: int = 1, workers: int = 2) -> dict[str, Roles]:
        """By name, the roles of each process; on SQLite one process has them all."""
        if self.name == "sqlite-memory":
            return dict(_TOGETHER)
        several = {f"scheduler-{number}": ("scheduler",) for number in range(schedulers)}
        several |= {f"worker-{number}": ("worker",) for number in range(workers)}
        return {**_APART[side.name], **several}

    def programs(
        self,
        side: Side,
        folder: Path,
        processes: Mapping[str, Roles],
        feeds: list[dict[str, str | bool]],
        allowed: list[str],
    ) -> dict[str, Program]:
        """One installation that these processes share: key, database and queue."""
        shared: dict[str, str] = {"key": base64.b64encode(secrets.token_bytes(32)).decode()}
        queue = {"HEADSUP_QUEUE__URL": self.queue_url, "HEADSUP_QUEUE__PREFIX": self.prefix}
        made: dict[str, Program] = {}
        for name, roles in processes.items():
            made[name] = side.program(
                folder / name,
                self.database_url,
                feeds=feeds,
                allowed=allowed,
                only=(*roles, "http") if roles else (),
                variables=queue | _shards(name),
                **shared,
            )
        return made


def _shards(name: str) -> dict[str, str]:
    return {"HEADSUP_DISCORD__SHARDS": SHARDS[name]} if name in SHARDS else {}


@contextlib.asynccontextmanager
async def opened(name: str, folder: Path, *, shared: bool) -> AsyncIterator[Setting]:
    """The setting, with servers of its own, or (`shared`) with a database and names of its own on those that run here.

    Raises ServiceMissing.
    """
    if name == "sqlite-memory":
        yield Setting(name, f"sqlite+aiosqlite:///{folder}/headsup.sqlite3", "memory://")
        return
    broker = name.removeprefix("postgres-")
    if shared:
        async with own_database("crash") as url:
            ports = {"redis": 6379, "nats": 4222}
            setting = Setting(name, url, f"{broker}://127.0.0.1:{ports[broker]}")
            try:
                yield setting
            finally:
                await _cleared(broker, setting)
        return
    async with own("postgres") as database, own(broker) as queue:
        yield Setting(name, database.url, queue.url, [database, queue])


async def _cleared(broker: str, setting: Setting) -> None:
    """Take what the queue made off the shared server."""
    if broker == "redis":
        async with Redis.from_url(setting.queue_url) as server:
            await server.delete(*[key async for key in server.scan_iter(f"{setting.prefix}:*")] or ["-"])
    else:
        connection = await nats.connect(setting.queue_url)
        with contextlib.suppress(NotFoundError):
            await connection.jetstream().delete_stream(f"{setting.prefix}-tasks")
        await connection.close()
