"""Opening the database, reading and writing it, and bringing its schema up to date. Called by `bot` and `handlers`.

    DatabaseError
    ├── DatabaseUnreachable     wrong URL, no server, no permission
    └── SchemaMismatch          the schema is newer than this program, or cannot be upgraded

Reading and writing are two doors. `write()` is one transaction: on SQLite it takes the write lock at once
(BEGIN IMMEDIATE) and writers of this process queue for it, so that nobody fails half-way with "database is locked".
"""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from alembic.util import CommandError
from filelock import FileLock, Timeout
from sqlalchemy import Connection, event, text
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession, async_sessionmaker, create_async_engine

from storage.patience import connect

MIGRATIONS = Path(__file__).parent / "migrations"
_UPGRADE_LOCK = 0x4845_4144  # "HEAD": the advisory lock that upgrades take on PostgreSQL


class DatabaseError(Exception):
    """The database cannot be used; the text says why and what to do."""


class DatabaseUnreachable(DatabaseError):
    """It cannot be opened."""


class SchemaMismatch(DatabaseError):
    """Its schema does not fit this program."""


class Database:
    """One database. `read()` and `write()` give sessions; `upgrade()` brings the schema up to date."""

    def __init__(self, url: str, *, pool_size: int = 10) -> None:
        """`url` is an SQLAlchemy URL for aiosqlite or asyncpg. Raises DatabaseUnreachable if it is neither."""
        self.url = _parse(url)
        self._engine = _engine(self.url, pool_size)
        self._read = async_sessionmaker(self._engine, expire_on_commit=False)
        self._write = async_sessionmaker(
            self._engine.execution_options(headsup_write=True), expire_on_commit=False
        )
        self._one_writer = asyncio.Lock() if self.is_sqlite else None

    @property
    def is_sqlite(self) -> bool:
        """Whether this is the embedded database."""
        return self.url.get_backend_name() == "sqlite"

    @property
    def path(self) -> Path | None:
        """The file of the embedded database, None for a server."""
        return Path(self.url.database) if self.is_sqlite and self.url.database else None

    @contextlib.asynccontextmanager
    async def read(self) -> AsyncIterator[AsyncSession]:
        """A session for reading."""
        async with self._read() as session:
            yield session

    @contextlib.asynccontextmanager
    async def write(self) -> AsyncIterator[AsyncSession]:
        """One transaction: committed when the block ends, rolled back when it raises."""
        async with self._one_writer or contextlib.nullcontext(), self._write() as session, session.begin():
            yield session

    async def ping(self) -> None:
        """Raises DatabaseUnreachable if a query does not work."""
        try:
            async with self._engine.connect() as connection:
                await connection.execute(text("SELECT 1"))
        except (DBAPIError, OSError) as error:
            raise DatabaseUnreachable(
                f"The database ({self.url.get_backend_name()}) cannot be opened: "
                f"{type(getattr(error, 'orig', error)).__name__}. Check `database.url`, that the server runs, "
                "and its permissions."
            ) from None

    async def upgrade(self) -> tuple[str | None, str]:
        """Apply what migrations are missing, under a lock; -> (revision before, revision now)."""
        if self.path is None:
            return await self._upgrade()
        lock = FileLock(f"{self.path}.upgrade-lock", timeout=120, thread_local=False)
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            await asyncio.to_thread(lock.acquire)
        except Timeout:
            raise DatabaseUnreachable(
                "Another process has been upgrading the database for two minutes (`database.url`). "
                f"If none is running, delete {lock.lock_file}."
            ) from None
        except OSError as error:
            raise DatabaseUnreachable(
                f"The database's folder (`database.url`) cannot be used: {error.strerror}. Check path and permissions."
            ) from None
        try:
            return await self._upgrade()
        finally:
            lock.release()

    async def revision(self) -> tuple[str | None, str]:
        """(revision of the database, revision that this program wants)."""
        await self.ping()
        async with self._engine.connect() as connection:
            now = await connection.run_sync(_current)
        return now, _head()

    async def _upgrade(self) -> tuple[str | None, str]:
        await self.ping()
        async with self._engine.connect() as connection:
            if not self.is_sqlite:
                await connection.execute(text("SELECT pg_advisory_lock(:key)"), {"key": _UPGRADE_LOCK})
            try:
                before = await connection.run_sync(_current)
                await connection.run_sync(_apply)
                await connection.commit()
            except CommandError as error:
                raise SchemaMismatch(
                    f"The database's schema (revision {before}) is not known to this version of Headsup. "
                    "It was probably upgraded by a newer one: install that version again, or restore a backup."
                ) from error
            finally:
                if not self.is_sqlite:
                    await connection.rollback()
                    await connection.execute(text("SELECT pg_advisory_unlock(:key)"), {"key": _UPGRADE_LOCK})
                    await connection.commit()
        return before, _head()

    async def close(self) -> None:
        """Close all connections."""
        await self._engine.dispose()


def _parse(url: str) -> URL:
    try:
        parsed = make_url(url)
    except (ArgumentError, ValueError):
        raise DatabaseUnreachable(
            "`database.url` is no database URL. Write for example sqlite+aiosqlite:///headsup.sqlite3 "
            "or postgresql+asyncpg://user@host/name."
        ) from None
    drivers = {
        "sqlite": "sqlite+aiosqlite",
        "postgresql": "postgresql+asyncpg",
        "postgres": "postgresql+asyncpg",
    }
    backend = parsed.drivername.split("+")[0]
    if backend not in drivers:
        raise DatabaseUnreachable(f"`database.url` names {backend!r}; Headsup runs on sqlite and postgresql.")
    return parsed.set(drivername=drivers[backend])


def _engine(url: URL, pool_size: int) -> AsyncEngine:
    if url.get_backend_name() != "sqlite":
        try:
            return create_async_engine(
                url, pool_size=pool_size, max_overflow=pool_size, pool_pre_ping=True, hide_parameters=True
            )
        except NoSuchModuleError as error:
            raise DatabaseUnreachable(f"`database.url`: {error}") from None
    engine = create_async_engine(
        url, connect_args={"timeout": 60, "async_creator_fn": connect}, hide_parameters=True
    )

    @event.listens_for(engine.sync_engine, "connect")
    def _configure(connection: Any, _record: Any) -> None:
        connection.isolation_level = None  # transactions are begun below, not by the driver
        cursor = connection.cursor()
        for pragma in (
            "journal_mode=WAL",
            "synchronous=FULL",
            "foreign_keys=ON",
            "busy_timeout=60000",
            "secure_delete=ON",
        ):
            cursor.execute(f"PRAGMA {pragma}")
        cursor.close()

    @event.listens_for(engine.sync_engine, "begin")
    def _begin(connection: Connection) -> None:
        writes = connection.get_execution_options().get("headsup_write", False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

    return engine


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    return config


def _head() -> str:
    head = ScriptDirectory.from_config(_config()).get_current_head()
    if head is None:
        raise SchemaMismatch("This installation has no migrations: install Headsup again.")
    return head


def _current(connection: Connection) -> str | None:
    return MigrationContext.configure(connection).get_current_revision()


def _apply(connection: Connection) -> None:
    config = _config()
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
