"""The schedule (APScheduler): due feeds, what is owed, tidying. Jobs are made at start; none is stored."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import UTC, datetime

import structlog
from apscheduler.schedulers.asyncio import AsyncIOScheduler

from bot import metrics
from handlers import channels, communities, feed_health, inbound, index, polling, work
from handlers.house import House
from handlers.poller import Poller
from handlers.streams import Streams

log = structlog.get_logger(__name__)
SWEEP_SECONDS = 1.0
POLL_SECONDS = 1.0
INDEX_SECONDS = 60.0
STREAM_SECONDS = 2.0
LOOK_SECONDS = 600.0
HUB_SECONDS = 300.0


@dataclass(frozen=True, slots=True)
class Schedule:
    """A running schedule, and what it keeps going between its ticks."""

    jobs: AsyncIOScheduler
    poller: Poller
    streams: Streams

    async def close(self) -> None:
        """End it: no new work, polls broken off, streams let go of."""
        self.jobs.shutdown(wait=False)
        await self.poller.close()
        await self.streams.close()


def _observe(outcome: polling.Outcome) -> None:
    if outcome.kind:
        metrics.POLLS.labels(outcome.kind, outcome.word).inc()
        metrics.ITEMS.labels(outcome.kind).inc(outcome.new)


def start(house: House, roles: frozenset[str]) -> Schedule:
    """A running schedule for these roles."""
    poller, streams = Poller(house, _observe), Streams(house)
    scheduler = AsyncIOScheduler(
        timezone=UTC, job_defaults={"coalesce": True, "max_instances": 1, "misfire_grace_time": 60}
    )

    def every(
        seconds: float, name: str, job: Callable[[House], Awaitable[object]], *, at_once: bool = True
    ) -> None:
        failing = False

        async def guarded() -> None:
            nonlocal failing
            try:
                await job(house)
            except asyncio.CancelledError:
                log.debug("a scheduled job was broken off by the end", job=name)
            except Exception as error:
                metrics.FAILURES.labels(name).inc()
                if not failing:  # each second would say the same
                    log.error("a scheduled job fails", job=name, error=type(error).__name__, exc_info=error)
                failing = True
            else:
                if failing:
                    log.info("a scheduled job works again", job=name)
                failing = False

        first = datetime.now(UTC) if at_once else None
        scheduler.add_job(
            guarded, "interval", seconds=seconds, id=name, **({"next_run_time": first} if first else {})
        )

    if "scheduler" in roles:
        every(POLL_SECONDS, "poll", lambda _: poller.tend())
        every(STREAM_SECONDS, "streams", lambda _: streams.tend())
        every(LOOK_SECONDS, "look", feed_health.look, at_once=False)
        every(HUB_SECONDS, "hubs", inbound.tend_hubs, at_once=False)
        every(3600, "tidy", work.tidy, at_once=False)
    if "worker" in roles:
        every(SWEEP_SECONDS, "sweep", work.sweep)
        every(INDEX_SECONDS, "index", index.save, at_once=False)
    if roles & {"discord", "telegram"}:
        every(600, "verify", communities.verify, at_once=False)
        every(600, "channels", channels.verify, at_once=False)
    scheduler.start()
    return Schedule(scheduler, poller, streams)
