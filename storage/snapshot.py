"""The file of a backup: every row of every table as it was at one moment, in a form that both engines take.

Written and read by `storage.backup`. Gzip around JSON lines: one that says what follows, one a row, and one with the
SHA-256 of everything before it, so that a file that was cut short or changed is known for one. What is sealed in the
database is sealed here, byte for byte; the master key is nowhere in it.

    BackupError
    ├── NotABackup      another file, or of a newer Headsup
    └── BackupDamaged   cut short, or changed
"""

from __future__ import annotations

import base64
import contextlib
import gzip
import os
import secrets
import zlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from typing import IO, Any

import orjson
from sqlalchemy import JSON, Column, DateTime, LargeBinary, MetaData, Table
from sqlalchemy.types import TypeDecorator, TypeEngine

from storage.database import DatabaseError
from storage.types import UtcDateTime

FORMAT = 1
_MAGIC = "headsup-backup"


class BackupError(DatabaseError):
    """A backup cannot be made or restored; the text says why and what to do."""


class NotABackup(BackupError):
    """The file is something else."""


class BackupDamaged(BackupError):
    """The file is not what it was when it was written."""


@dataclass(frozen=True, slots=True)
class TableHead:
    """A table of a backup. `columns`: name and kind (moment, bytes, json, plain), in the order of a row's values."""

    name: str
    columns: tuple[tuple[str, str], ...]
    rows: int


@dataclass(frozen=True, slots=True)
class Head:
    """What a backup says of itself. `tables` come in an order in which none refers to a later one."""

    revision: str
    made_at: datetime
    version: str
    tables: tuple[TableHead, ...]

    @property
    def rows(self) -> int:
        """How many rows there are in all."""
        return sum(table.rows for table in self.tables)


class AnyJson(TypeDecorator[str]):
    """JSON as the text that it is, so that a JSON null stays one and an SQL NULL stays the other."""

    impl = JSON(none_as_null=True)
    cache_ok = True

    def process_bind_param(self, value: str | None, _: Any) -> Any:
        if value is None:
            return None
        return JSON.NULL if value == "null" else orjson.loads(value)


def kind_of(column_type: TypeEngine[Any]) -> str:
    """How values of a column stand in a backup."""
    for kind, types in (("moment", DateTime), ("bytes", LargeBinary), ("json", JSON)):
        if isinstance(column_type, types):
            return kind
    return "plain"


def writable(table: Table) -> Table:
    """The table with column types that take what `rows` gives, whatever a reflection made of them."""
    types: dict[str, TypeEngine[Any]] = {"moment": UtcDateTime(), "json": AnyJson()}
    columns: list[Column[Any]] = [
        Column(each.name, types.get(kind_of(each.type), each.type)) for each in table.columns
    ]
    return Table(table.name, MetaData(), *columns)


def encode(kind: str, value: Any) -> Any:
    """A value of the database as JSON."""
    if value is None or kind in ("plain", "json"):
        return value
    if kind == "bytes":
        return base64.b64encode(value).decode()
    moment: datetime = value if value.tzinfo is not None else value.replace(tzinfo=UTC)
    return moment.astimezone(UTC).isoformat()


def _decode(kind: str, value: Any) -> Any:
    if value is None or kind in ("plain", "json"):
        return value
    return base64.b64decode(value, validate=True) if kind == "bytes" else datetime.fromisoformat(value)


class Writer:
    """Writes a backup: `head`, then rows in the head's order. Made by `writing`, which also writes the last line."""

    def __init__(self, out: IO[bytes], path: Path) -> None:
        self._out = out
        self._path = path
        self._hash = sha256()
        self.rows = 0

    def head(self, head: Head) -> None:
        """The first line."""
        tables = [{"name": each.name, "columns": each.columns, "rows": each.rows} for each in head.tables]
        made = head.made_at.astimezone(UTC).isoformat()
        self._line(
            {
                _MAGIC: FORMAT,
                "revision": head.revision,
                "made_at": made,
                "version": head.version,
                "tables": tables,
            }
        )

    def row(self, values: Sequence[Any]) -> None:
        """One row, encoded."""
        self._line(values)
        self.rows += 1

    def end(self) -> None:
        """The last line."""
        self._line({"rows": self.rows, "sha256": self._hash.hexdigest()})

    def _line(self, value: Any) -> None:
        line = orjson.dumps(value) + b"\n"
        self._hash.update(line)
        with _writable(self._path):
            self._out.write(line)


@contextlib.contextmanager
def writing(path: Path, *, replace: bool) -> Iterator[Writer]:
    """A backup that appears under its name, readable by its owner alone, when it is whole and on the disk, or not at all.

    Raises BackupError if there is such a file already and `replace` is not set, or if it cannot be written.
    """
    draft = path.with_name(f".{path.name}.{secrets.token_hex(4)}.partial")
    if path.exists() and not replace:
        raise BackupError(_THERE.format(path))
    with _writable(path):
        file = os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb")
    try:
        out = gzip.GzipFile(fileobj=file, mode="wb", compresslevel=6, filename="", mtime=0)
        writer = Writer(out, path)  # type: ignore[arg-type]  # a GzipFile takes bytes
        yield writer
        writer.end()
        with _writable(path):
            out.close()
            file.flush()
            os.fsync(file.fileno())
            _appear(draft, path, replace)
    finally:
        file.close()
        draft.unlink(missing_ok=True)


@contextlib.contextmanager
def _writable(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise BackupError(f"{path} cannot be written: {error.strerror}. Nothing was left behind.") from None


_THERE = "{} exists already. Choose another name, or replace it with --force."


def _appear(draft: Path, path: Path, replace: bool) -> None:
    if replace:
        draft.replace(path)
    else:
        try:
            os.link(draft, path)  # unlike a rename it never replaces
        except FileExistsError:
            raise BackupError(_THERE.format(path)) from None
        except OSError:  # a file system without links
            draft.replace(path)
    folder = os.open(path.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)


@contextlib.contextmanager
def reading(path: Path) -> Iterator[tuple[Head, Iterator[tuple[TableHead, dict[str, Any]]]]]:
    """(what a backup says of itself, its rows). The rows' end is reached only if the file is whole.

    Raises NotABackup, BackupDamaged, BackupError.
    """
    with contextlib.ExitStack() as stack:
        with _readable(path):
            lines = stack.enter_context(gzip.open(path, "rb"))
            first = lines.readline(1 << 24)
        head = _head(first, path)
        yield head, _rows(head, lines, sha256(first), path)


@contextlib.contextmanager
def _readable(path: Path) -> Iterator[None]:
    try:
        yield
    except (EOFError, zlib.error):
        raise BackupDamaged(_DAMAGED.format(path, "it ends early")) from None
    except gzip.BadGzipFile as error:
        if "Not a gzipped file" in str(error):
            raise NotABackup(_NO_BACKUP.format(path)) from None
        raise BackupDamaged(_DAMAGED.format(path, "its checksum is wrong")) from None
    except OSError as error:
        raise BackupError(f"{path} cannot be read: {error.strerror}.") from None


_NO_BACKUP = "{} is no backup of Headsup. `headsup db backup FILE` makes one."
_DAMAGED = "The backup {} is damaged: {}. Take another one; nothing was changed."


def _head(line: bytes, path: Path) -> Head:
    try:
        value = orjson.loads(line)
        number = value[_MAGIC]
        if number != FORMAT:
            raise NotABackup(
                f"{path} was made by another version of Headsup (format {number}, and this one reads {FORMAT}). "
                "Install that version, or a newer one."
            )
        tables = [
            TableHead(each["name"], tuple((name, kind) for name, kind in each["columns"]), int(each["rows"]))
            for each in value["tables"]
        ]
        return Head(
            value["revision"], datetime.fromisoformat(value["made_at"]), value["version"], tuple(tables)
        )
    except (KeyError, TypeError, ValueError):
        raise NotABackup(_NO_BACKUP.format(path)) from None


def _rows(
    head: Head, lines: Iterable[bytes], hashed: Any, path: Path
) -> Iterator[tuple[TableHead, dict[str, Any]]]:
    source = iter(lines)
    with _readable(path):  # what whoever takes the rows raises does not come by here
        for table in head.tables:
            names, kinds = [name for name, _ in table.columns], [kind for _, kind in table.columns]
            for _ in range(table.rows):
                line = next(source, b"")
                hashed.update(line)
                try:
                    values = [_decode(*each) for each in zip(kinds, orjson.loads(line), strict=True)]
                except (TypeError, ValueError):
                    raise BackupDamaged(
                        _DAMAGED.format(path, f"a row of {table.name} is malformed")
                    ) from None
                yield table, dict(zip(names, values, strict=True))
        try:
            said = orjson.loads(next(source, b""))["sha256"]
        except (ValueError, KeyError, TypeError):
            raise BackupDamaged(_DAMAGED.format(path, "its end is missing")) from None
        if said != hashed.hexdigest() or next(source, b""):
            raise BackupDamaged(_DAMAGED.format(path, "its checksum is wrong"))
