"""superjson and devalue as Civitai's server writes them: the counterpart of feeds.trpc, which only reads.

Formats: github.com/flightcontrolhq/superjson, github.com/sveltejs/devalue; the samples in
tests/feeds/samples check it.
"""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any


class _Undefined:
    """JavaScript's undefined."""


UNDEFINED = _Undefined()


def iso(moment: datetime) -> str:
    """As JavaScript's toISOString has it."""
    utc = moment.astimezone(UTC)
    return utc.strftime("%Y-%m-%dT%H:%M:%S.") + f"{utc.microsecond // 1000:03d}Z"


def superjson(value: Any) -> dict[str, Any]:
    """{"json": …, "meta": {"values": {path: [type]}, "v": 1}}."""
    kinds: dict[str, list[str]] = {}

    def plain(part: Any, path: tuple[str, ...]) -> Any:
        if isinstance(part, datetime):
            kinds[".".join(path)] = ["Date"]
            return iso(part)
        if part is UNDEFINED:
            kinds[".".join(path)] = ["undefined"]
            return None
        if isinstance(part, dict):
            return {key: plain(inner, (*path, key)) for key, inner in part.items()}
        if isinstance(part, list | tuple):
            return [plain(inner, (*path, str(index))) for index, inner in enumerate(part)]
        return part

    out: dict[str, Any] = {"json": plain(value, ())}
    if kinds:
        out["meta"] = {"values": kinds, "v": 1}
    return out


def devalue(value: Any) -> str:
    """The flat array: slot 0 is the value, parts are slot numbers, equal primitives share a slot."""
    slots: list[str] = []
    known: dict[tuple[str, Any], int] = {}

    def put(part: Any) -> int:
        if part is UNDEFINED:
            return -1
        key = (
            (type(part).__name__, part)
            if isinstance(part, str | int | float | bool | None)
            else ("", id(part))
        )
        if key in known:
            return known[key]
        index = len(slots)
        known[key] = index
        slots.append("")
        if isinstance(part, datetime):
            slots[index] = json.dumps(["Date", iso(part)])
        elif isinstance(part, dict):
            slots[index] = json.dumps({name: put(inner) for name, inner in part.items()})
        elif isinstance(part, list | tuple):
            slots[index] = json.dumps([put(inner) for inner in part])
        else:
            slots[index] = json.dumps(part)
        return index

    put(value)
    return "[" + ",".join(slots) + "]"
