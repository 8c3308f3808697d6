"""Opening the database, reading and writing it, and bringing its schema up to date. Called by `bot` and `handlers`.

    DatabaseError
    ├── DatabaseUnreachable     wrong URL, no server, no permission
    ├── DatabaseInUse           another process has it open, and this wants it alone
    ├── SchemaMismatch          the schema is newer than this program, or cannot be upgraded
    └── BackupError             see `storage.backup`

Reading and writing are two doors. `write()` is one transaction: on SQLite it takes the write lock at once
(BEGIN IMMEDIATE) and writers of this process queue for it, so that nobody fails half-way with "database is locked".
Two more are for backups: `snapshot()` reads everything as it was at one moment, `alone()` writes while nobody else is there.
"""

from __future__ import annotations

import asyncio
import contextlib
import sqlite3
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

from alembic.util import CommandError
from filelock import FileLock, Timeout
from sqlalchemy import Connection, event, text
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import (
    ArgumentError,
    DataError,
    DBAPIError,
    IntegrityError,
    NoSuchModuleError,
    ProgrammingError,
)
from sqlalchemy.exc import TimeoutError as PoolExhausted
from sqlalchemy.ext.asyncio import (
    AsyncConnection,
    AsyncEngine,
    AsyncSession,
    async_sessionmaker,
    create_async_engine,
)

from storage import migrating
from storage.patience import connect
from storage.schema import Base

_UPGRADE_LOCK = 0x4845_4144  # "HEAD": the advisory lock that upgrades take on PostgreSQL
_PATIENCE, _LOOKS = 3.0, 15
"""Seconds that others have to go away, and how often they are looked for."""
_APPLICATION = "headsup"
"""How this program's sessions call themselves on a server, so that one can be told from a person's client."""


class DatabaseError(Exception):
    """The database cannot be used; the text says why and what to do."""


class DatabaseUnreachable(DatabaseError):
    """It cannot be opened."""


class DatabaseInUse(DatabaseError):
    """Somebody else has it open."""


class SchemaMismatch(DatabaseError):
    """Its schema does not fit this program."""


def is_in_trouble(error: BaseException) -> bool:
    """Whether the database itself is (gone, starting, locked, full, too slow), and not what was written to it."""
    if isinstance(error, DBAPIError):
        return not isinstance(error, DataError | IntegrityError | ProgrammingError)
    return isinstance(error, OSError | TimeoutError | PoolExhausted)


class Database:
    """One database. `read()` and `write()` give sessions; `upgrade()` brings the schema up to date."""

    def __init__(self, url: str, *, pool_size: int = 10) -> None:
        """`url` is an SQLAlchemy URL for aiosqlite or asyncpg. Raises DatabaseUnreachable if it is neither."""
        self.url = _parse(url)
        self._engine = _engine(self.url, pool_size)
        self._writer = self._engine.execution_options(headsup_write=True)
        self._read = async_sessionmaker(self._engine, expire_on_commit=False)
        self._write = async_sessionmaker(self._writer, expire_on_commit=False)
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

    async def keep_writers_out(self, session: AsyncSession, *names: str) -> None:
        """Wait for the transactions that write these tables, and keep new ones waiting until this one ends."""
        if not self.is_sqlite:  # there a writing transaction is alone anyway
            known = [tables.name for tables in Base.metadata.sorted_tables if tables.name in names]
            await session.execute(text(f"LOCK TABLE {', '.join(known)} IN SHARE ROW EXCLUSIVE MODE"))

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

    @contextlib.asynccontextmanager
    async def snapshot(self) -> AsyncIterator[AsyncConnection]:
        """A connection that reads everything as it was at one moment, whatever others write meanwhile."""
        await self.ping()
        async with self._engine.connect() as connection:
            if not self.is_sqlite:  # there every reading transaction is such a snapshot
                await connection.execution_options(
                    isolation_level="REPEATABLE READ", postgresql_readonly=True
                )
            yield connection

    @contextlib.asynccontextmanager
    async def alone(self) -> AsyncIterator[AsyncConnection]:
        """One transaction while no other process has the database open, foreign keys unchecked until its end.

        Raises DatabaseInUse if one has, DatabaseUnreachable.
        """
        async with self._upgrading():
            await self.ping()
            await self._engine.dispose()  # the connections of this process are no strangers
            async with (
                self._writer.connect() as connection,
                self._nobody_else(connection),
                migrating.foreign_keys_off(connection),
                connection.begin(),
            ):
                yield connection

    @contextlib.asynccontextmanager
    async def _nobody_else(self, connection: AsyncConnection) -> AsyncIterator[None]:
        """SQLite leaves the WAL only when nobody else is connected; a server lists its sessions."""
        for _ in range(_LOOKS):
            if await self._is_alone(connection):
                break
            await asyncio.sleep(_PATIENCE / _LOOKS)
        else:
            raise DatabaseInUse(
                "Another process has the database open. Stop the bot (every `headsup run` with this `database.url`), "
                "and try again."
            )
        try:
            yield
        finally:
            if self.is_sqlite:
                await _pragma(connection, "journal_mode=WAL")

    async def _is_alone(self, connection: AsyncConnection) -> bool:
        if not self.is_sqlite:
            return await _sessions(connection) == 0
        await _pragma(connection, "busy_timeout=0")
        try:
            await _pragma(connection, "journal_mode=DELETE")
        except sqlite3.OperationalError:
            return False
        finally:
            await _pragma(connection, "busy_timeout=60000")
        return True

    async def upgrade(self) -> tuple[str | None, str]:
        """Apply what migrations are missing, under a lock; -> (revision before, revision now)."""
        async with self._upgrading():
            return await self._upgrade()

    async def revision(self) -> tuple[str | None, str]:
        """(revision of the database, revision that this program wants)."""
        await self.ping()
        async with self._engine.connect() as connection:
            now = await connection.run_sync(migrating.current)
        return now, _head()

    @contextlib.asynccontextmanager
    async def _upgrading(self) -> AsyncIterator[None]:
        """The embedded database's lock of those who change its schema; a server has one of its own."""
        if self.path is None:
            yield
            return
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
            yield
        finally:
            lock.release()

    async def _upgrade(self) -> tuple[str | None, str]:
        before, wanted = await self.revision()
        if before == wanted:
            return before, wanted
        async with (
            self._writer.connect() as connection,
            migrating.foreign_keys_off(connection),
            connection.begin(),
        ):
            await lock_schema(connection)
            before = await connection.run_sync(migrating.current)
            await connection.run_sync(bring_up_to_date, before)
        return before, wanted

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
                url,
                pool_size=pool_size,
                max_overflow=pool_size,
                pool_pre_ping=True,
                hide_parameters=True,
                connect_args={"server_settings": {"application_name": _APPLICATION}},
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


async def lock_schema(connection: AsyncConnection) -> None:
    """On a server: wait until nobody else changes the schema, and keep others waiting until this transaction ends."""
    if connection.dialect.name != "sqlite":
        await connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _UPGRADE_LOCK})


def bring_up_to_date(connection: Connection, before: str | None) -> None:
    """Apply what migrations are missing, within the caller's transaction. Raises SchemaMismatch."""
    try:
        migrating.apply(connection)
    except CommandError as error:
        raise SchemaMismatch(
            f"The database's schema (revision {before}) is not known to this version of Headsup. "
            "It was probably upgraded by a newer one: install that version again, or restore a backup."
        ) from error
    if lost := migrating.orphans(connection):
        raise SchemaMismatch(
            f"The upgrade would leave rows that point at nothing (in {', '.join(lost)}); nothing was changed. "
            "Please report this as a fault of Headsup."
        )


async def _pragma(connection: AsyncConnection, pragma: str) -> None:
    """A switch of the embedded database, outside of any transaction."""
    driver = (await connection.get_raw_connection()).driver_connection
    assert driver is not None  # noqa: S101 - a connection that is open has one
    await driver.execute(f"PRAGMA {pragma}")


async def _sessions(connection: AsyncConnection) -> int:
    """How many other sessions of this program the server has in this database."""
    async with connection.begin():
        found = await connection.execute(
            text(
                "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"
                " AND application_name = :name AND pid <> pg_backend_pid()"
            ),
            {"name": _APPLICATION},
        )
        return int(found.scalar_one())


def _head() -> str:
    known = migrating.revisions()
    if not known:
        raise SchemaMismatch("This installation has no migrations: install Headsup again.")
    return known[-1]
