"""Inserting a row unless there is one like it. Called by `handlers`, inside a transaction."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncSession

from storage.schema import Base

Row = TypeVar("Row", bound=Base)


async def insert_if_new(
    session: AsyncSession, table: type[Row], values: Mapping[str, object], *, unique: str
) -> Row | None:
    """Insert a row unless one has the same value in the column `unique`; -> the new row, or None.

    One statement, which waits for a transaction that is about to insert the same, where a savepoint takes three.
    """
    await session.flush()
    on_sqlite = session.get_bind().dialect.name == "sqlite"
    insert = sqlite.insert(table) if on_sqlite else postgresql.insert(table)
    fresh = insert.values(**values).on_conflict_do_nothing(index_elements=[unique]).returning(table)
    return (await session.scalars(fresh)).one_or_none()
