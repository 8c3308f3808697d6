"""JSON lines in and out, for `classify`, `match`, `screen`. Unknown keys pass through; a malformed line is reported on
stderr with its number and the others are still processed.
"""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import IO, Any

import orjson
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    SpinnerColumn,
    TextColumn,
    TimeElapsedColumn,
)

from bot.commands.problems import ERR

Record = dict[str, Any]


class Lines:
    """Reads objects from JSON lines and counts the bad ones."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.bad = 0

    def report(self, number: int, problem: str) -> None:
        """Say on stderr what is wrong with a line; never its text."""
        self.bad += 1
        name = "standard input" if self.source == "-" else self.source
        ERR.print(f"{name}:{number}: {problem}", markup=False)

    def __iter__(self) -> Iterator[tuple[int, Record]]:
        with _open(self.source) as lines:
            for number, line in enumerate(lines, 1):
                if not line.strip():
                    continue
                try:
                    value = orjson.loads(line)
                except orjson.JSONDecodeError as error:
                    self.report(number, f"not JSON ({error.msg if hasattr(error, 'msg') else 'malformed'})")
                    continue
                if not isinstance(value, dict):
                    self.report(number, "not a JSON object; write one object a line")
                    continue
                yield number, value

    def batches(self, size: int) -> Iterator[list[tuple[int, Record]]]:
        """The objects, some at a time; smaller first batches so that a stream starts early."""
        batch: list[tuple[int, Record]] = []
        for entry in self:
            batch.append(entry)
            if len(batch) >= size:
                yield batch
                batch = []
        if batch:
            yield batch


@contextlib.contextmanager
def _open(source: str) -> Iterator[Iterable[bytes]]:
    if source == "-":
        yield sys.stdin.buffer
        return
    with Path(source).open("rb") as file:
        yield file


def text_of(record: Record, key: str) -> str:
    """A text value; empty if it is missing or null. Raises ValueError if it is something else."""
    value = record.get(key)
    if value is None:
        return ""
    if not isinstance(value, str):
        raise ValueError(f"{key} must be a string")
    return value


def for_programs(asked: bool) -> bool:
    """Whether results are JSON lines: if asked for, or if nobody looks because stdout is a pipe or a file."""
    return asked or not sys.stdout.isatty()


def write(records: Sequence[Record], out: IO[bytes] | None = None) -> None:
    """Objects as JSON lines on stdout."""
    stream = out or sys.stdout.buffer
    for record in records:
        stream.write(orjson.dumps(record) + b"\n")
    stream.flush()


@contextlib.contextmanager
def progress(what: str, source: str) -> Iterator[Any]:
    """A progress bar on stderr: of the file's lines, or a count where the input is a stream; gives `advance(n)`."""
    total = None
    if source != "-":
        with Path(source).open("rb") as file:
            total = sum(chunk.count(b"\n") for chunk in iter(lambda: file.read(1 << 20), b""))
    columns = (SpinnerColumn(), TextColumn(what), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=ERR, transient=True, disable=not ERR.is_terminal) as bar:
        task = bar.add_task(what, total=total)
        yield lambda count: bar.advance(task, count)
