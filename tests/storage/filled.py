"""Rows in every table, for tests of upgrades and backups: made from the schema as it stands in a database, not from memory.

`fill` looks at the tables and writes rows that use every column, its NULLs and its limits; `content` reads everything back
in a form that can be compared between two databases, whatever their engines.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import (
    Boolean,
    Column,
    Connection,
    Float,
    Integer,
    MetaData,
    Table,
    Text,
    cast,
    func,
    insert,
    select,
)

from storage import migrating
from storage.snapshot import kind_of, writable

ROWS = 4
_MOMENT = datetime(2026, 3, 2, 12, 0, 0, 123456, tzinfo=UTC)
_JSON = ('{"a": [1, null, "\\u00e9\\ud83d\\ude00"]}', "[]", "null", '"text"')


def make_empty(connection: Connection, revision: str) -> None:
    """The schema of a revision, without the rows that migrations put in."""
    migrating.apply(connection, revision)
    for table in reversed(_tables(connection)):
        connection.execute(table.delete())


def fill(connection: Connection) -> None:
    """`ROWS` rows in every table; a row refers to the same one of its neighbours."""
    made: dict[str, list[dict[str, Any]]] = {}
    for table in _tables(connection):
        rows = made[table.name] = [_row(table, number, made) for number in range(ROWS)]
        connection.execute(insert(writable(table)), rows)
        _count_on(connection, table)


def copy_into(connection: Connection, rows: Mapping[str, list[dict[str, Any]]]) -> None:
    """Rows of another schema, as one that lacks some of the columns and tables would have held them."""
    for table in _tables(connection):
        names = {column.name for column in table.columns}
        kept = [{name: value for name, value in row.items() if name in names} for row in rows[table.name]]
        if kept:
            connection.execute(insert(writable(table)), kept)
            _count_on(connection, table)


def content(connection: Connection) -> dict[str, list[dict[str, Any]]]:
    """Every row of every table, JSON as its text without spaces, moments in UTC."""
    found = {}
    for table in _tables(connection):
        columns = [cast(each, Text) if kind_of(each.type) == "json" else each for each in table.columns]
        rows = connection.execute(select(*columns).order_by(*table.primary_key.columns)).all()
        names = [each.name for each in table.columns]
        kinds = [kind_of(each.type) for each in table.columns]
        found[table.name] = [
            {name: _plain(kind, value) for name, kind, value in zip(names, kinds, row, strict=True)}
            for row in rows
        ]
    return found


def lost(before: Mapping[str, Any], after: Mapping[str, Any]) -> list[str]:
    """What of `before` is not in `after`; new tables and columns are no loss."""
    shorter = [
        f"{name}: {len(rows)} rows, then {len(after[name])}"
        for name, rows in before.items()
        if len(rows) != len(after[name])
    ]
    return shorter or [
        f"{table} row {number}: {name} was {value!r} and is {after[table][number].get(name)!r}"
        for table, rows in before.items()
        for number, row in enumerate(rows)
        for name, value in row.items()
        if after[table][number].get(name) != value
    ]


def _tables(connection: Connection) -> list[Table]:
    metadata = MetaData()
    metadata.reflect(connection)
    return [table for table in metadata.sorted_tables if table.name != "alembic_version"]


def _row(table: Table, number: int, made: Mapping[str, list[dict[str, Any]]]) -> dict[str, Any]:
    unique = {column.name for column in table.primary_key.columns} | {
        column.name for index in table.indexes if index.unique for column in index.columns
    }
    row = {}
    for column in table.columns:
        target = next(iter(column.foreign_keys), None)
        last = number == ROWS - 1
        if target is not None:
            value = made[target.column.table.name][number][target.column.name]
            row[column.name] = None if last and column.nullable else value
        elif last and column.nullable and column.name not in unique:
            row[column.name] = None
        else:
            row[column.name] = _value(column, number)
    return row


def _value(column: Column[Any], number: int) -> Any:
    kind = kind_of(column.type)
    if kind == "moment":
        return _MOMENT + timedelta(days=number)
    if kind == "bytes":
        return bytes([0, 255, number]) * 40
    if kind == "json":
        return _JSON[number]
    if isinstance(column.type, Boolean):
        return number % 2 == 0
    if isinstance(column.type, Integer):
        return 41 + number
    if isinstance(column.type, Float):
        return number + 0.1
    length = getattr(column.type, "length", None) or 300
    return f"{number}{column.name}é"[: length - 1].ljust(length - 1, "x") + str(number)


def _count_on(connection: Connection, table: Table) -> None:
    """A server's counters of ids know nothing of ids that were given."""
    key = list(table.primary_key.columns)
    if connection.dialect.name == "sqlite" or [each.name for each in key] != ["id"]:
        return
    if sequence := connection.execute(select(func.pg_get_serial_sequence(table.name, "id"))).scalar():
        connection.execute(select(func.setval(sequence, select(func.max(key[0])).scalar_subquery())))


def _plain(kind: str, value: Any) -> Any:
    if value is None:
        return None
    if kind == "json":
        return json.dumps(json.loads(value), ensure_ascii=False)
    if kind == "moment":
        return (value if value.tzinfo is not None else value.replace(tzinfo=UTC)).astimezone(UTC)
    return value
