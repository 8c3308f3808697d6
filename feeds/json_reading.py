"""Looking into JSON from outside without tripping over what is missing or of another type.

Used by the readers of all JSON adapters. Imports only feeds.errors.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import orjson

from feeds.errors import ParseError
from feeds.item import Link


def load(body: bytes, what: str) -> Any:
    """The document. Raises ParseError that says whose answer (`what`) is no JSON."""
    try:
        return orjson.loads(body.lstrip(b"\xef\xbb\xbf"))
    except orjson.JSONDecodeError as error:
        raise ParseError(f"The answer of {what} is not JSON, or is broken.") from error


def mapping(value: object) -> Mapping[str, Any]:
    """`value` if it is an object, else an empty one."""
    return value if isinstance(value, dict) else {}


def listing(value: object) -> list[Mapping[str, Any]]:
    """The objects in `value` if it is a list, else none."""
    return [part for part in value if isinstance(part, dict)] if isinstance(value, list) else []


def words(value: object) -> str:
    """`value` as text: strings and numbers as they are, everything else empty."""
    if isinstance(value, str):
        return value
    return str(value) if isinstance(value, int | float) and not isinstance(value, bool) else ""


def texts(value: object) -> tuple[str, ...]:
    """The non-empty strings in `value` if it is a list, each once."""
    if not isinstance(value, list):
        return ()
    return tuple(dict.fromkeys(part.strip() for part in value if isinstance(part, str) and part.strip()))


def expect_list(value: object, what: str) -> list[Mapping[str, Any]]:
    """The objects in a list that must be there. Raises ParseError: a new form must not look like silence."""
    if not isinstance(value, list):
        raise ParseError(f"The answer of {what} has a new form: the adapter needs an update.")
    return listing(value)


def linked(text: str, url: object) -> tuple[Link, ...]:
    """A single link as an item's links, if it is one."""
    return (Link(text, url),) if isinstance(url, str) and url.startswith(("http://", "https://")) else ()
