"""Backups: taken while the bot runs, restored while it does not, the same file for SQLite and PostgreSQL.

Called by `headsup db backup` and `headsup db restore`. A backup is one reading transaction, written as `storage.snapshot`
says; restoring is one writing transaction, so that whatever fails changes nothing. The schema is that of the backup first,
and is then upgraded as any database is.

Two things are not as they were: persons who were removed after the backup was made stay removed where the database being
replaced still knows of it, and new rows take ids far above the old ones, because buttons of messages sent meanwhile carry
ids that the backup does not know.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import UTC, datetime
from itertools import groupby
from pathlib import Path
from typing import Any

from sqlalchemy import (
    Connection,
    Integer,
    MetaData,
    Table,
    Text,
    cast,
    delete,
    func,
    insert,
    inspect,
    select,
    text,
    update,
)
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncConnection

from storage import migrating
from storage import schema as tables
from storage.database import Database, SchemaMismatch, bring_up_to_date, lock_schema
from storage.snapshot import (
    BackupDamaged,
    BackupError,
    Head,
    TableHead,
    encode,
    kind_of,
    reading,
    writable,
    writing,
)

Progress = Callable[[int, int], None]
"""Told how many rows of how many are done."""
Look = Callable[[str, Mapping[str, Any]], None]
"""Shown every row that goes by: the table's name, the row."""
LAST = "backup"
"""The counter that holds when the last backup was made, in seconds since 1970 (`headsup doctor` reads it)."""
ID_GAP = 1_000_000
"""How far above the highest id of a backup the ids of new rows begin."""
_BATCH = 500
_FLEETING = frozenset({"processes", "holds", "paces"})
"""What says something of the running processes alone; a backup has none of it."""
_OWN = frozenset({"counters", "secrets", "feeds"}) | _FLEETING
"""What a bot writes at its first start; a database that holds nothing else may be restored into."""


class NotEmpty(BackupError):
    """The database holds something that a restoration would replace."""


async def make(
    database: Database,
    path: Path,
    *,
    version: str,
    replace: bool = False,
    progress: Progress = lambda *_: None,
    look: Look = lambda *_: None,
) -> Head:
    """Write a backup. Raises BackupError if there is such a file, DatabaseError."""
    async with database.snapshot() as connection:
        revision = await connection.run_sync(migrating.current)
        if revision is None:
            raise BackupError(
                "The database is empty: there is nothing to back up. Is `database.url` the right one?"
            )
        found = await connection.run_sync(_reflected)
        counted = [(table, await _count(connection, table)) for table in found]
        head = Head(revision, datetime.now(UTC), version, tuple(_head_of(*each) for each in counted))
        with writing(path, replace=replace) as writer:
            writer.head(head)
            for (table, rows_of_it), described in zip(counted, head.tables, strict=True):
                if not rows_of_it:
                    continue
                names, kinds = zip(*described.columns, strict=True)
                columns = [
                    cast(each, Text) if kind_of(each.type) == "json" else each for each in table.columns
                ]
                order = list(table.primary_key.columns)
                async with connection.stream(select(*columns).order_by(*order)) as rows:
                    async for row in rows:
                        look(table.name, dict(zip(names, row, strict=True)))
                        writer.row([encode(*each) for each in zip(kinds, row, strict=True)])
                        if writer.rows % _BATCH == 0:
                            progress(writer.rows, head.rows)
    await _remember(database, head.made_at)
    return head


async def _count(connection: AsyncConnection, table: Table) -> int:
    if table.name in _FLEETING:
        return 0
    return (await connection.execute(select(func.count()).select_from(table))).scalar_one()


def _reflected(connection: Connection) -> list[Table]:
    """Our tables as they are, in an order in which none refers to a later one."""
    there = set(inspect(connection).get_table_names()) & set(tables.Base.metadata.tables)
    metadata = MetaData()
    metadata.reflect(connection, only=sorted(there))
    return list(metadata.sorted_tables)


def _head_of(table: Table, rows: int) -> TableHead:
    return TableHead(table.name, tuple((each.name, kind_of(each.type)) for each in table.columns), rows)


async def _remember(database: Database, moment: datetime) -> None:
    async with database.write() as session:
        await session.merge(tables.Counter(name=LAST, value=int(moment.timestamp())))


async def last(database: Database) -> datetime | None:
    """When the last backup was made; None if none ever was."""
    async with database.read() as session:
        value = await session.scalar(select(tables.Counter.value).where(tables.Counter.name == LAST))
    return None if value is None else datetime.fromtimestamp(value, UTC)


def verify(path: Path, *, look: Look = lambda *_: None, progress: Progress = lambda *_: None) -> Head:
    """Read a backup to its end. Raises NotABackup, BackupDamaged, SchemaMismatch if a newer Headsup made it."""
    with reading(path) as (head, rows):
        if head.revision not in migrating.revisions():
            raise SchemaMismatch(
                f"{path} was made by a newer Headsup ({head.version}, schema {head.revision}), and this one knows up to "
                f"{migrating.revisions()[-1]}. Install that version, or a newer one."
            )
        for done, (table, row) in enumerate(rows, 1):
            look(table.name, row)
            if done % _BATCH == 0:
                progress(done, head.rows)
    return head


async def restore(
    database: Database, path: Path, *, replace: bool = False, progress: Progress = lambda *_: None
) -> int:
    """Put a verified backup into the database; -> how many persons stay removed.

    Raises NotEmpty unless the database is empty or `replace` is set, DatabaseInUse while a bot has it open.
    """
    there_before = database.path is None or database.path.exists()
    try:
        async with database.alone() as connection:
            await lock_schema(connection)
            return await connection.run_sync(_restore, path, replace, progress)
    except DBAPIError as error:
        raise BackupError(
            f"The database did not take the backup ({type(error.orig).__name__}); nothing was changed. "
            "Look at the permissions of the user in `database.url`, and at the room on the disk."
        ) from None
    finally:
        if database.path is not None and not there_before:
            revision, _ = await database.revision()
            await database.close()
            if revision is None:  # it failed, and made this file
                _remove(database.path)


def _remove(path: Path) -> None:
    for suffix in ("", "-wal", "-shm", ".upgrade-lock"):
        Path(f"{path}{suffix}").unlink(missing_ok=True)


def _restore(connection: Connection, path: Path, replace: bool, progress: Progress) -> int:
    existing = _reflected(connection)
    if (held := _holds(connection, existing)) and not replace:
        raise NotEmpty(
            f"The database holds something already ({held}). Make a backup of it, then replace it with --force."
        )
    removed, newest = _removed(connection, existing), _watchlist_revision(connection, existing)
    _drop(connection, existing)
    with reading(path) as (head, rows):
        migrating.apply(connection, head.revision)
        stayed = _fill(connection, head, rows, frozenset(removed), progress)
    bring_up_to_date(connection, head.revision)
    _renumber_watchlists(connection, newest, removed)
    _leave_a_gap(connection)
    connection.execute(delete(tables.Counter).where(tables.Counter.name == LAST))
    connection.execute(insert(tables.Counter).values(name=LAST, value=int(head.made_at.timestamp())))
    return stayed


def _holds(connection: Connection, existing: Iterable[Table]) -> str:
    counts = [
        (table.name, connection.execute(select(func.count()).select_from(table)).scalar_one())
        for table in existing
        if table.name not in _OWN
    ]
    return ", ".join(f"{count} {name.replace('_', ' ')}" for name, count in counts if count)


def _removed(connection: Connection, existing: Iterable[Table]) -> dict[str, datetime]:
    """When which persons were removed, as far as the database that is replaced remembers."""
    if "person_removals" not in {table.name for table in existing}:
        return {}
    query = select(tables.PersonRemoval.person_id, tables.PersonRemoval.at)
    return {row.person_id: row.at for row in connection.execute(query)}


def _watchlist_revision(connection: Connection, existing: Iterable[Table]) -> int:
    if "counters" not in {table.name for table in existing}:
        return 0
    query = select(tables.Counter.value).where(tables.Counter.name == "watchlist")
    return connection.execute(query).scalar_one_or_none() or 0


def _drop(connection: Connection, existing: Iterable[Table]) -> None:
    for table in reversed(list(existing)):
        table.drop(connection)
    connection.execute(text("DROP TABLE IF EXISTS alembic_version"))


def _fill(
    connection: Connection,
    head: Head,
    rows: Iterator[tuple[TableHead, dict[str, Any]]],
    removed: frozenset[str],
    progress: Progress,
) -> int:
    """Insert all rows but those of removed persons and what refers to them; -> how many persons that were."""
    found = {table.name: table for table in _reflected(connection)}
    _same_shape(head, found)
    for table in reversed(found.values()):
        connection.execute(delete(table))  # what a migration puts in is in the backup as well
    gone: dict[str, set[Any]] = {"persons": set(removed)}
    done = stayed = 0
    for described, group in groupby(rows, key=lambda each: each[0]):
        table = found[described.name]
        into, batch = insert(writable(table)), []
        for _, row in group:
            done += 1
            if _survives(table, row, gone):
                batch.append(row)
            elif table.name == "persons":
                stayed += 1
            if len(batch) == _BATCH:
                connection.execute(into, batch)
                batch = []
                progress(done, head.rows)
        if batch:
            connection.execute(into, batch)
    return stayed


def _same_shape(head: Head, found: Mapping[str, Table]) -> None:
    wanted = {table.name: {name for name, _ in table.columns} for table in head.tables}
    if wanted != {name: {column.name for column in table.columns} for name, table in found.items()}:
        raise BackupDamaged(
            f"The backup's tables are not those of schema {head.revision}: it was not made by Headsup's own release. "
            "Nothing was changed."
        )


def _survives(table: Table, row: dict[str, Any], gone: dict[str, set[Any]]) -> bool:
    """Whether a row stays when the rows of `gone` do not: as the foreign keys would have it, which are off meanwhile."""
    keys = [column.name for column in table.primary_key.columns]
    dropped = len(keys) == 1 and row[keys[0]] in gone.get(table.name, ())
    for constraint in table.foreign_key_constraints:
        (element,) = constraint.elements
        column = element.parent.name
        if row[column] is None or row[column] not in gone.get(element.column.table.name, ()):
            continue
        if constraint.ondelete == "SET NULL":
            row[column] = None
        else:
            dropped = True
    if dropped and len(keys) == 1:
        gone.setdefault(table.name, set()).add(row[keys[0]])
    return not dropped


def _renumber_watchlists(connection: Connection, newest: int, removed: Mapping[str, datetime]) -> None:
    """Give every change a number that no process has seen, so that no index file from before passes for up to date."""
    watchlist = tables.Counter.name == "watchlist"
    restored = connection.execute(select(tables.Counter.value).where(watchlist)).scalar_one_or_none() or 0
    shift = max(newest - restored, 0) + ID_GAP
    for table in (tables.Person, tables.PersonRemoval):
        connection.execute(update(table).values(revision=table.revision + shift))
    known = set(connection.execute(select(tables.PersonRemoval.person_id)).scalars())
    fresh = [(person, at) for person, at in removed.items() if person not in known]
    for number, (person, at) in enumerate(fresh, restored + shift + 1):
        connection.execute(insert(tables.PersonRemoval).values(person_id=person, revision=number, at=at))
    connection.execute(delete(tables.Counter).where(watchlist))
    connection.execute(insert(tables.Counter).values(name="watchlist", value=restored + shift + len(fresh)))


def _leave_a_gap(connection: Connection) -> None:
    if connection.dialect.name == "sqlite":
        if inspect(connection).has_table("sqlite_sequence"):
            connection.execute(text("UPDATE sqlite_sequence SET seq = seq + :gap"), {"gap": ID_GAP})
        return
    for table in tables.Base.metadata.sorted_tables:
        key = list(table.primary_key.columns)
        if len(key) == 1 and isinstance(key[0].type, Integer) and not key[0].foreign_keys:
            query = select(
                func.setval(
                    func.pg_get_serial_sequence(table.name, key[0].name),
                    select(func.coalesce(func.max(key[0]), 0)).scalar_subquery() + ID_GAP,
                )
            )
            connection.execute(query)
