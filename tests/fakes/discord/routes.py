"""The table of REST routes: which function answers which method and path.

The rest_*.py modules put their handlers in with `@route`; server.py asks `answer()`. To add a route: write
a handler in the module of its subject with `@route("GET", "/path/{name}")`; it returns (status, body) or
raises ApiError.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from tests.fakes.discord.messages import Upload
from tests.fakes.discord.wire import NOT_FOUND, UNAUTHORIZED, invalid

if TYPE_CHECKING:
    from tests.fakes.discord.server import FakeDiscord

Result = tuple[int, Any]


@dataclass(eq=False)
class Call:
    """One request: `errors` is what its body violates of the description, `params` the path's parts."""

    fake: FakeDiscord
    method: str
    path: str
    query: dict[str, str]
    headers: dict[str, str]
    body: Any = None
    files: dict[str, Upload] = field(default_factory=dict)
    errors: list[str] = field(default_factory=list)
    params: dict[str, str] = field(default_factory=dict)


Handler = Callable[[Call], Awaitable[Result]]


@dataclass(frozen=True, slots=True)
class _Route:
    method: str
    template: str
    pattern: re.Pattern[str]
    handler: Handler
    by_token: bool


_ROUTES: list[_Route] = []


def route(method: str, template: str, *, by_token: bool = True) -> Callable[[Handler], Handler]:
    """Registers a handler; `by_token=False`: the path's own token is the authorization (interactions,
    webhooks)."""
    pattern = re.compile(
        "".join(
            f"(?P<{part[1:-1]}>[^/]+)" if part.startswith("{") else re.escape(part)
            for part in re.split(r"(\{\w+\})", template)
        )
    )

    def register(handler: Handler) -> Handler:
        _ROUTES.append(_Route(method, template, pattern, handler, by_token))
        _ROUTES.sort(key=lambda one: one.template.count("{"))
        return handler

    return register


def find(method: str, path: str) -> tuple[_Route, dict[str, str]] | None:
    """The route of a request and its parts; None if the fake has none."""
    for one in _ROUTES:
        if one.method == method and (match := one.pattern.fullmatch(path)):
            return one, match.groupdict()
    return None


def bucket(method: str, path: str) -> str:
    """A stable X-RateLimit-Bucket for a request's route."""
    found = find(method, path)
    return f"{zlib.crc32(f'{method} {found[0].template if found else path}'.encode()):08x}"


async def answer(call: Call) -> Result:
    """Calls the handler, after authorization and the check of the body."""
    found = find(call.method, call.path)
    if found is None:
        call.fake.violations.append(f"the fake has no route {call.method} {call.path}")
        raise NOT_FOUND
    matched, call.params = found
    if matched.by_token and call.headers.get("Authorization") != f"Bot {call.fake.token}":
        raise UNAUTHORIZED
    if call.errors:
        raise invalid(call.errors[0])
    try:
        return await matched.handler(call)
    except (KeyError, TypeError, AttributeError) as error:
        if call.fake.description is not None:
            raise
        raise invalid(
            f"{type(error).__name__}: {error}"
        ) from error  # unchecked bodies, without the description
