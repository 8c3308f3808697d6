"""Upgraded databases, made once a session and given clean to each test: a copied file, an emptied server database."""

from __future__ import annotations

import asyncio
import os
import secrets
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from storage import Database
from storage.schema import Base
from tests.conftest import require


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An upgraded, empty file to copy."""
    path = tmp_path_factory.mktemp("template") / "headsup.sqlite3"
    asyncio.run(_upgrade(f"sqlite+aiosqlite:///{path}"))
    return path


@pytest.fixture(scope="session")
def postgres_database() -> Iterator[str]:
    """An upgraded database on the server, for one session of tests."""
    require("PostgreSQL")
    user = os.environ.get("PGUSER", "postgres")
    name = f"headsup_test_{secrets.token_hex(6)}"
    server = f"postgresql+asyncpg://{user}@127.0.0.1:5432"
    asyncio.run(_statement(f'CREATE DATABASE "{name}"'))
    asyncio.run(_statement(f'ALTER DATABASE "{name}" SET synchronous_commit = off'))
    asyncio.run(_upgrade(f"{server}/{name}"))
    yield f"{server}/{name}"
    asyncio.run(_statement(f'DROP DATABASE "{name}" WITH (FORCE)'))


@pytest.fixture(params=["sqlite", "postgresql"])
def ready_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """An upgraded, empty database; the test runs once on each engine."""
    return _clean(request, tmp_path, str(request.param))


@pytest.fixture
def sqlite_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The same on the embedded engine alone, for what the engine has no part in."""
    return _clean(request, tmp_path, "sqlite")


def _clean(request: pytest.FixtureRequest, tmp_path: Path, engine: str) -> str:
    if engine == "sqlite":
        path = tmp_path / "headsup.sqlite3"
        shutil.copy(request.getfixturevalue("sqlite_template"), path)
        return f"sqlite+aiosqlite:///{path}"
    url = str(request.getfixturevalue("postgres_database"))
    tables = [table.name for table in reversed(Base.metadata.sorted_tables) if table.name != "counters"]
    empty = "; ".join(f'DELETE FROM "{name}"' for name in tables)
    empty += "; DELETE FROM counters WHERE name <> 'watchlist'; UPDATE counters SET value = 0"
    asyncio.run(_statement(empty, url.rsplit("/", 1)[1]))
    return url


async def _upgrade(url: str) -> None:
    database = Database(url)
    await database.upgrade()
    await database.close()


async def _statement(sql: str, name: str = "postgres") -> None:
    import asyncpg

    user = os.environ.get("PGUSER", "postgres")
    connection = await asyncpg.connect(host="127.0.0.1", port=5432, user=user, database=name)
    try:
        await connection.execute(sql)
    finally:
        await connection.close()
