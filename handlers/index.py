"""The matching engine's index file: opened at start, so that a restart takes seconds, and written again as people change.

Called by `bot.composition` and the schedule. The file is derived data: sealed with a key of the database, verified when it
is opened, and built anew from the database when it is missing, damaged, old, or does not hold whom it should.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from pathlib import Path

import structlog
from sqlalchemy import func, select

from handlers import watchlist
from handlers.house import House
from storage import schema as tables
from watchlists import Screener
from watchlists.index_file import IndexFileError

log = structlog.get_logger(__name__)
OLDEST = 30 * 86_400
"""Seconds after which a file is not trusted to know of every removal (they are remembered for 90 days)."""
SAVE_AFTER = 3_600
"""Seconds that a change may wait to be in the file; a removal does not wait."""


async def load(house: House, progress: Callable[[int], None] | None = None) -> None:
    """Make `house.screener` know every active person, from the file where it can."""
    key = house.vault.index_key()
    house.screener, house.watchlist_revision = await asyncio.to_thread(_open, house.index_path, key)
    await watchlist.catch_up(house, progress)
    if len(house.screener) != await _active(house):
        log.warning("the index does not hold whom it should and is built anew")
        house.screener, house.watchlist_revision = Screener(key=key), 0
        await watchlist.catch_up(house, progress)


def _open(path: Path | None, key: bytes) -> tuple[Screener, int]:
    if path is not None and path.exists() and time.time() - path.stat().st_mtime < OLDEST:
        try:
            screener = Screener.open(path, key)
            return screener, int(screener.stamp)
        except (IndexFileError, ValueError) as error:
            log.warning("the index file cannot be used and is built anew", reason=type(error).__name__)
    return Screener(key=key), 0


async def _active(house: House) -> int:
    query = select(func.count()).select_from(tables.Person).where(tables.Person.state == "active")
    async with house.database.read() as session:
        return await session.scalar(query) or 0


async def save(house: House, *, now: bool = False) -> bool:
    """Write the file if there is something new that has waited long enough, or somebody was removed; -> whether."""
    if house.index_path is None or house.watchlist_revision == house.index_revision:
        return False
    waited = time.monotonic() - house.index_saved_at
    if not (now or house.removed_since_save or waited >= SAVE_AFTER):
        return False
    revision, house.removed_since_save = house.watchlist_revision, False
    try:
        await asyncio.to_thread(house.screener.save, house.index_path, str(revision))
    except OSError as error:
        house.removed_since_save = True
        log.error("the index file cannot be written", reason=error.strerror)
        return False
    house.index_revision, house.index_saved_at = revision, time.monotonic()
    return True
