"""Reading tRPC answers in both of their encodings: superjson objects and devalue strings.

Called by feeds.civitai_bounties, whose server switches between the two without notice. Imports only
feeds.errors. Dates become ISO text (as superjson has them on the wire), and `undefined` becomes None, so
both encodings give one value. Sources: github.com/flightcontrolhq/superjson and
github.com/sveltejs/devalue (format of `stringify`).
"""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

import orjson

from feeds.errors import ParseError

_SPECIAL = {-1: None, -2: None, -3: float("nan"), -4: float("inf"), -5: float("-inf"), -6: -0.0, -7: None}
_MAX_DEPTH = 200
_MAX_VALUES = 2_000_000  # a small document can name one array many times; this bounds what it unfolds to


def query(payload: dict[str, Any]) -> str:
    """The `input` parameter of a call, encoded for an address."""
    return quote(orjson.dumps({"json": payload}), safe="")


def result(body: bytes) -> Any:
    """What a successful call returned. Raises ParseError."""
    document = _document(body)
    try:
        return _decoded(document["result"]["data"])
    except (KeyError, TypeError) as error:
        raise ParseError("The answer is not that of a tRPC call.") from error


def error_message(body: bytes) -> tuple[str, str]:
    """The message and code ("FORBIDDEN") of a failed call; empty strings if the body is not one."""
    try:
        error = _decoded(_document(body)["error"])
        return str(error["message"]), str(error["data"]["code"])
    except (ParseError, KeyError, TypeError):
        return "", ""


def _document(body: bytes) -> dict[str, Any]:
    try:
        document = orjson.loads(body)
    except orjson.JSONDecodeError as error:
        raise ParseError("The JSON is broken.") from error
    if not isinstance(document, dict):
        raise ParseError("The answer is not that of a tRPC call.")
    return document


def _decoded(data: Any) -> Any:
    if isinstance(data, str):
        return _devalue(data)
    if isinstance(data, dict) and "json" in data:
        return data["json"]
    raise ParseError("The answer is in an encoding that is neither superjson nor devalue.")


def _devalue(text: str) -> Any:
    """devalue's flat array: slot 0 is the value, objects and arrays hold the slots of their parts."""
    try:
        slots = orjson.loads(text)
    except orjson.JSONDecodeError as error:
        raise ParseError("The devalue text is broken.") from error
    if isinstance(slots, int):
        return _SPECIAL.get(slots)
    if not isinstance(slots, list) or not slots:
        raise ParseError("The devalue text is not a list of values.")
    return _Unfolding(slots).value(0, 0)


class _Unfolding:
    """One devalue text being unfolded; shared parts are unfolded again each time they are named, within a
    limit."""

    def __init__(self, slots: list[Any]) -> None:
        self._slots = slots
        self._left = _MAX_VALUES

    def value(self, index: Any, depth: int) -> Any:
        if not isinstance(index, int) or isinstance(index, bool):
            raise ParseError("The devalue text holds a value where a reference belongs.")
        if index < 0:
            if index not in _SPECIAL:
                raise ParseError("The devalue text refers to an unknown special value.")
            return _SPECIAL[index]
        self._left -= 1
        if depth > _MAX_DEPTH or self._left < 0:
            raise ParseError("The devalue text refers to itself or is nested too deeply.")
        if index >= len(self._slots):
            raise ParseError("The devalue text refers to a value that it does not hold.")
        slot = self._slots[index]
        if isinstance(slot, dict):
            return {key: self.value(part, depth + 1) for key, part in slot.items()}
        if not isinstance(slot, list):
            return slot
        if slot and isinstance(slot[0], str):
            return self._tagged(slot, depth)
        return [self.value(part, depth + 1) for part in slot if part != -2]

    def _tagged(self, slot: list[Any], depth: int) -> Any:
        tag, *rest = slot
        if tag in ("Date", "BigInt", "RegExp", "URL", "URLSearchParams", "Temporal"):
            return rest[0] if rest else None
        if tag == "Set":
            return [self.value(part, depth + 1) for part in rest]
        if tag in ("Map", "null"):
            keys = [self.value(part, depth + 1) if tag == "Map" else part for part in rest[::2]]
            return {
                str(key): self.value(part, depth + 1) for key, part in zip(keys, rest[1::2], strict=False)
            }
        if tag == "Object":
            return rest[0] if rest else None
        raise ParseError("The devalue text holds a kind of value that is not known.")
