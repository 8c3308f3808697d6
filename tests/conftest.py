"""What every test shares: the databases and brokers it may use, and the rule that nothing is skipped in CI.

A service is looked for on 127.0.0.1. Without it a test says what it skipped and the one command that starts it;
with HEADSUP_CI set (`.ci/run`) such a skip fails the run instead. pytest-socket (pyproject.toml) fails whatever
reaches past loopback.
"""

from __future__ import annotations

import os
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest

from tests.postgres import own_database

pytest_plugins = ["tests.fakes.discord.fixtures", "tests.fakes.telegram.fixtures"]

SERVICES = {
    "PostgreSQL": (
        5432,
        "docker run -d -p 127.0.0.1:5432:5432 -e POSTGRES_HOST_AUTH_METHOD=trust postgres:16",
    ),
    "Redis": (6379, "docker run -d -p 127.0.0.1:6379:6379 redis:7"),
    "NATS": (4222, "docker run -d -p 127.0.0.1:4222:4222 nats:2 -js"),
}


def pytest_make_parametrize_id(val: object, argname: str) -> str | None:
    """Bytes and long texts are named by their argument: a case has one short name, the same in every process."""
    return argname if isinstance(val, bytes) or (isinstance(val, str) and len(val) > 120) else None


def require(service: str) -> None:
    """Skip the test with the command that starts `service`, or fail it in CI."""
    port, start = SERVICES[service]
    with socket.socket() as probe:
        probe.settimeout(0.5)
        if probe.connect_ex(("127.0.0.1", port)) == 0:
            return
    missing(f"{service} is not running on 127.0.0.1:{port}; start it with: {start}")


def missing(what: str) -> None:
    """Skip with `what`, or fail in CI, where nothing may be missing."""
    if os.environ.get("HEADSUP_CI"):
        pytest.fail(what)
    pytest.skip(what)


@asynccontextmanager
async def own_postgres() -> AsyncIterator[str]:
    """An empty database of the test's own on the server."""
    require("PostgreSQL")
    async with own_database("test") as url:
        yield url


@pytest.fixture(params=["sqlite", "postgresql"])
async def database_url(request: pytest.FixtureRequest, tmp_path: os.PathLike[str]) -> AsyncIterator[str]:
    """An empty database of the test's own; the test runs once on each engine."""
    if request.param == "sqlite":
        yield f"sqlite+aiosqlite:///{os.fspath(tmp_path)}/headsup.sqlite3"
        return
    async with own_postgres() as url:
        yield url
