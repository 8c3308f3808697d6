"""SQLite connections that survive cancellation. Used by `storage.database` alone.

aiosqlite runs each statement in a thread. A task that is cancelled while it waits goes on at once, and the statement is
carried out all the same: a BEGIN IMMEDIATE that nobody waits for any more holds the write lock for good. Here a cancelled
task first waits for the statement in hand, and undoes the transaction that it was part of.
"""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Awaitable, Callable
from typing import Any

import aiosqlite


def connect(*arguments: Any, **keywords: Any) -> aiosqlite.Connection:
    """`aiosqlite.connect`, with statements that cancellation does not abandon."""
    connection = aiosqlite.connect(*arguments, **keywords)
    connection._thread.daemon = True  # as SQLAlchemy does for connections that it makes itself
    execute: Callable[..., Awaitable[Any]] = connection._execute

    async def patient(function: Callable[..., Any], *arguments: Any, **keywords: Any) -> Any:
        work = asyncio.ensure_future(execute(function, *arguments, **keywords))
        try:
            await asyncio.wait({work})
        except asyncio.CancelledError:
            await _done(work)
            await _done(asyncio.ensure_future(execute(lambda: connection._conn.rollback())))
            raise
        return work.result()

    setattr(connection, "_execute", patient)  # noqa: B010 - the one seam that aiosqlite has
    return connection


async def _done(work: asyncio.Future[Any]) -> None:
    """Wait until it is, whoever cancels meanwhile; what it raised is nobody's business any more."""
    while not work.done():
        with contextlib.suppress(asyncio.CancelledError):
            await asyncio.wait({work})
    if not work.cancelled():
        work.exception()
