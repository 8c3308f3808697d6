"""The schedule (APScheduler): due feeds, what is owed, tidying. Jobs are made at start; none is stored."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import UTC, datetime

import structlog
from apscheduler.schedulers.asyncio import AsyncIOScheduler

from bot import metrics
from handlers import communities, index, work
from handlers.house import House

log = structlog.get_logger(__name__)
SWEEP_SECONDS = 1.0
POLL_SECONDS = 1.0
INDEX_SECONDS = 60.0


def start(house: House, roles: frozenset[str]) -> AsyncIOScheduler:
    """A running scheduler for these roles; `shutdown(wait=False)` ends it."""
    scheduler = AsyncIOScheduler(
        timezone=UTC, job_defaults={"coalesce": True, "max_instances": 1, "misfire_grace_time": 60}
    )

    def every(
        seconds: float, name: str, job: Callable[[House], Awaitable[object]], *, at_once: bool = True
    ) -> None:
        async def guarded() -> None:
            try:
                await job(house)
            except Exception as error:
                metrics.FAILURES.labels(name).inc()
                log.error("a scheduled job failed", job=name, error=type(error).__name__, exc_info=error)

        first = datetime.now(UTC) if at_once else None
        scheduler.add_job(
            guarded, "interval", seconds=seconds, id=name, **({"next_run_time": first} if first else {})
        )

    if "scheduler" in roles:
        every(POLL_SECONDS, "poll", work.poll_due)
        every(3600, "tidy", work.tidy, at_once=False)
    if "worker" in roles:
        every(SWEEP_SECONDS, "sweep", work.sweep)
        every(INDEX_SECONDS, "index", index.save, at_once=False)
    if "discord" in roles:
        every(600, "verify", communities.verify, at_once=False)
    scheduler.start()
    return scheduler
