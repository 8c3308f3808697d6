"""Brokers for the tests of the queue: each test has a prefix of its own on the real servers, cleaned up afterwards."""

from __future__ import annotations

import secrets
from collections.abc import AsyncIterator
from dataclasses import dataclass

import nats
import pytest
from nats.js.errors import NotFoundError
from redis.asyncio import Redis

from tests.conftest import require
from tests.handlers.worlds import (
    postgres_database,
    ready_url,
    small_world,
    sqlite_template,
    sqlite_url,
    world,
)

__all__ = ["postgres_database", "ready_url", "small_world", "sqlite_template", "sqlite_url", "world"]

ADDRESSES = {"memory": "memory://", "redis": "redis://127.0.0.1:6379/0", "nats": "nats://127.0.0.1:4222"}


@dataclass(frozen=True, slots=True)
class Server:
    """A broker that a test may use: `url` and `prefix` as in the configuration."""

    kind: str
    url: str
    prefix: str


async def clean(server: Server) -> None:
    """Take away what was made under the prefix."""
    if server.kind == "redis":
        async with Redis.from_url(server.url) as client:
            names = [name async for name in client.scan_iter(f"*{server.prefix}:*")]
            if names:
                await client.delete(*names)
    elif server.kind == "nats":
        connection = await nats.connect(server.url)
        try:
            await connection.jetstream().delete_stream(f"{server.prefix}-tasks")
        except NotFoundError:
            pass
        finally:
            await connection.close()


async def _server(kind: str) -> AsyncIterator[Server]:
    if kind != "memory":
        require({"redis": "Redis", "nats": "NATS"}[kind])
    server = Server(kind, ADDRESSES[kind], f"headsup-test-{secrets.token_hex(4)}")
    yield server
    await clean(server)


@pytest.fixture(params=["redis", "nats"])
async def broker(request: pytest.FixtureRequest) -> AsyncIterator[Server]:
    """A server between processes; the test runs once on each."""
    async for server in _server(request.param):
        yield server


@pytest.fixture(params=["memory", "redis", "nats"])
async def any_broker(request: pytest.FixtureRequest) -> AsyncIterator[Server]:
    """The same, and the queue within a process."""
    async for server in _server(request.param):
        yield server
