"""Alembic, as `storage.database` and `storage.backup` use it: which revision a database has, and bringing it to another.

All of it works on a connection of the caller's, inside the caller's transaction: what fails is undone as a whole.
"""

from __future__ import annotations

import contextlib
from collections.abc import AsyncIterator
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection
from sqlalchemy.ext.asyncio import AsyncConnection

MIGRATIONS = Path(__file__).parent / "migrations"


def revisions() -> list[str]:
    """The revisions that this program knows, the first one first; empty if the installation is broken."""
    found = [script.revision for script in ScriptDirectory.from_config(_config()).walk_revisions()]
    return found[::-1]


def current(connection: Connection) -> str | None:
    """The database's revision; None if it is empty."""
    return MigrationContext.configure(connection).get_current_revision()


def apply(connection: Connection, revision: str = "head") -> None:
    """Upgrade to a revision. Raises CommandError if the database's own is not known here."""
    config = _config()
    config.attributes["connection"] = connection
    command.upgrade(config, revision)


def orphans(connection: Connection) -> list[str]:
    """Tables of the embedded database with rows that point at nothing; a server checks that by itself."""
    if connection.dialect.name != "sqlite":
        return []
    found = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
    return sorted({str(row[0]) for row in found})


@contextlib.asynccontextmanager
async def foreign_keys_off(connection: AsyncConnection) -> AsyncIterator[None]:
    """SQLite can change a column only by making the table anew, and dropping the old one would delete what refers to it.

    The switch has no effect inside a transaction, so this goes around one. Other engines need none of it.
    """
    if connection.dialect.name != "sqlite":
        yield
        return
    driver = (await connection.get_raw_connection()).driver_connection
    assert driver is not None  # noqa: S101 - a connection that is open has one
    await driver.execute("PRAGMA foreign_keys=OFF")
    try:
        yield
    finally:
        await driver.execute("PRAGMA foreign_keys=ON")


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    return config
