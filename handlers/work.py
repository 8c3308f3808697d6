"""What runs without anybody asking: tasks and schedules. Called by `bot.queue` and `bot.schedule`.

Each function may be called at any time, twice, or be cut off: the database says what is left to do.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable

import structlog

from handlers import delivery, dispatch, polling, processes, redrawing, retention, screening, watchlist
from handlers.house import House

log = structlog.get_logger(__name__)


def _always() -> bool:
    return True


async def screen(house: House, going: Callable[[], bool] = _always) -> int:
    """Screen everything that is new, while it may go on; -> how many items."""
    total = 0
    while going() and (count := await screening.screen_new(house)):
        total += count
    return total


async def deliver(house: House, alert_id: int) -> str:
    """Send one alert that is owed."""
    return await delivery.deliver(house, alert_id)


async def deliver_due(
    house: House,
    going: Callable[[], bool] = _always,
    observe: Callable[[str], None] = lambda _: None,
) -> None:
    """Send everything that is owed and may go now, the gravest first; `observe` hears of each outcome."""
    await dispatch.send_due(house, going, observe)


async def redraw_due(house: House, going: Callable[[], bool] = _always) -> None:
    """Bring every card that is behind up to date."""
    await dispatch.redraw_stale(house, going)


async def redraw(house: House, case_id: int) -> str:
    """Bring one card up to date."""
    return await redrawing.redraw(house, case_id)


async def sweep(house: House) -> None:
    """Find what is owed and queue it: items not screened, alerts due, cards behind, changes to the watchlists; and what
    dead processes left."""
    await processes.bury(house)
    await watchlist.catch_up(house)
    await house.queue.screen()
    for alert_id in await delivery.due_alerts(house):
        await house.queue.deliver(alert_id)
    for case_id in await redrawing.stale_cards(house):
        await house.queue.redraw(case_id)


async def poll_due(house: House) -> int:
    """Poll the feeds that are due, each host politely (the fetcher's business); -> how many."""
    ids = await polling.due_feeds(house)
    outcomes = await asyncio.gather(
        *(polling.poll(house, feed_id) for feed_id in ids), return_exceptions=True
    )
    for feed_id, outcome in zip(ids, outcomes, strict=True):
        if isinstance(outcome, BaseException):
            log.error("polling failed", feed=feed_id, error=type(outcome).__name__, exc_info=outcome)
    return len(ids)


async def tidy(house: House) -> None:
    """Purge what has had its time."""
    counts = await retention.sweep(house)
    if any(counts.values()):
        log.info("retention", **counts)
