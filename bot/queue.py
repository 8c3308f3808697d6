"""The task queue (taskiq). `memory://` runs tasks in this process's own loop; the database is the source of truth.

A task that is lost loses nothing: `handlers.work.sweep` finds what is owed. Calls are folded: while a screening waits,
another one need not be queued.
"""

from __future__ import annotations

import structlog
from taskiq import AsyncBroker, InMemoryBroker

from bot import metrics
from handlers import work
from handlers.house import House

log = structlog.get_logger(__name__)


class QueueError(Exception):
    """The queue cannot be used: why, and what to do."""


def open_broker(url: str) -> AsyncBroker:
    """The broker that `queue.url` names. Raises QueueError."""
    if url.startswith("memory://"):
        return InMemoryBroker(await_inplace=False, max_async_tasks=16)
    raise QueueError(
        f"queue.url: {url.split('://')[0]}:// is not available in this version; use memory://. "
        "Several processes can share one database: each finds what is owed there."
    )


class Tasks:
    """A `handlers.ports.Queue` over a broker."""

    def __init__(self, broker: AsyncBroker) -> None:
        self.broker = broker
        self._house: House | None = None
        self._delivering: set[int] = set()
        self._screening = False

        async def screen() -> None:
            await self._run_screen()

        async def deliver(alert_id: int) -> None:
            await self._run_deliver(alert_id)

        async def redraw(case_id: int) -> None:
            await self._run_redraw(case_id)

        self._screen = broker.register_task(screen, task_name="screen")
        self._deliver = broker.register_task(deliver, task_name="deliver")
        self._redraw = broker.register_task(redraw, task_name="redraw")

    @property
    def ready(self) -> bool:
        """Whether tasks are taken and carried out (for /readyz)."""
        return self._house is not None

    def serve(self, house: House) -> None:
        """From now on tasks work for this house."""
        self._house = house

    async def finish(self) -> None:
        """Wait for what is in hand."""
        if isinstance(self.broker, InMemoryBroker):
            await self.broker.wait_all()

    async def screen(self) -> None:
        """Queue a screening unless one waits."""
        if not self._screening:
            self._screening = True
            try:
                await self._screen.kiq()
            except BaseException:
                self._screening = False
                raise

    async def deliver(self, alert_id: int) -> None:
        """Queue a delivery unless it waits already."""
        if alert_id not in self._delivering:
            self._delivering.add(alert_id)
            try:
                await self._deliver.kiq(alert_id)
            except BaseException:
                self._delivering.discard(alert_id)
                raise

    async def redraw(self, case_id: int) -> None:
        """Queue the redrawing of a card."""
        await self._redraw.kiq(case_id)

    async def _run_screen(self) -> None:
        self._screening = False
        if self._house is None:
            return
        try:
            with metrics.SCREENING.time():
                metrics.SCREENED.inc(await work.screen(self._house))
        except Exception as error:
            metrics.FAILURES.labels("screen").inc()
            log.error("screening failed; the sweep tries again", error=type(error).__name__, exc_info=error)

    async def _run_deliver(self, alert_id: int) -> None:
        self._delivering.discard(alert_id)
        if self._house is None:
            return
        try:
            metrics.DELIVERIES.labels(await work.deliver(self._house, alert_id)).inc()
        except Exception as error:
            metrics.FAILURES.labels("deliver").inc()
            log.error("a delivery failed; the sweep tries again", error=type(error).__name__, exc_info=error)

    async def _run_redraw(self, case_id: int) -> None:
        if self._house is None:
            return
        try:
            await work.redraw(self._house, case_id)
        except Exception as error:
            metrics.FAILURES.labels("redraw").inc()
            log.error(
                "a card was not redrawn; the sweep tries again", error=type(error).__name__, exc_info=error
            )
