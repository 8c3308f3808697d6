"""/healthz (alive), /readyz (database, queue, platforms), /metrics, and the webhooks of `bot.webhooks`.

On a listener of their own; loopback by default.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from datetime import timedelta

from aiohttp import web
from prometheus_client import CONTENT_TYPE_LATEST, generate_latest
from sqlalchemy import func, select

from bot import metrics, webhooks
from bot.config import HttpSettings
from bot.roles import ROLES
from feeds.webhooks import MAX_BODY
from handlers import feed_health
from handlers.house import House
from storage import DatabaseError
from storage import schema as tables

_STATES = ("owed", "sent", "waiting", "dead", "cancelled")
"""Of alerts: each is shown, also once none is in it any more."""

_ALIVE = timedelta(minutes=1)
"""A process that has said nothing for so long is not counted; no shorter, since the machines' clocks may differ."""
FINISH_SECONDS = 3.0
"""How long an answer in hand at the end may take; what still reads or writes then has as long again."""

Checks = Mapping[str, Callable[[], bool]]


async def start(
    settings: HttpSettings, house: House, checks: Checks, platforms: Iterable[web.RouteDef] = ()
) -> web.AppRunner:
    """A running listener, also for the `platforms` that are called; `cleanup()` ends it.

    Raises OSError if the port is taken.
    """
    app = web.Application(client_max_size=MAX_BODY)

    async def healthz(_: web.Request) -> web.Response:
        return web.Response(text="ok\n")

    async def parts() -> dict[str, bool]:
        state = {name: check() for name, check in checks.items()}
        try:
            await house.database.ping()
            state["database"] = True
        except DatabaseError:
            state["database"] = False
        return state

    async def readyz(_: web.Request) -> web.Response:
        state = await parts()
        return web.json_response(state, status=200 if all(state.values()) else 503)

    async def show_metrics(_: web.Request) -> web.Response:
        state = await parts()
        for name, works in state.items():
            metrics.READY.labels(name).set(works)
        if state["database"]:  # what needs no database is shown without it, then above all
            await _measure(house)
        return web.Response(
            body=generate_latest(metrics.REGISTRY), headers={"Content-Type": CONTENT_TYPE_LATEST}
        )

    app.add_routes(
        [web.get("/healthz", healthz), web.get("/readyz", readyz), web.get("/metrics", show_metrics)]
    )
    app.add_routes(webhooks.routes(house))
    app.add_routes(platforms)
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=FINISH_SECONDS)
    await runner.setup()
    await web.TCPSite(runner, settings.host, settings.port).start()
    return runner


async def _measure(house: House) -> None:
    async with house.database.read() as session:
        alerts = await session.execute(select(tables.Alert.state, func.count()).group_by(tables.Alert.state))
        counts = {str(state): int(count) for state, count in alerts.all()}
        for state in _STATES:
            metrics.OWED.labels(state).set(counts.get(state, 0))
        alive = tables.Process.seen_at > house.clock() - _ALIVE
        roles = Counter(
            role for each in await session.scalars(select(tables.Process.roles).where(alive)) for role in each
        )
        waiting = await session.scalar(
            select(func.count()).select_from(tables.Item).where(tables.Item.state == "new")
        )
    seen = await feed_health.overviews(house)
    metrics.FEEDS.clear()
    for (kind, health), count in Counter((each.feed.kind, str(each.health)) for each in seen).items():
        metrics.FEEDS.labels(kind, health).set(count)
    metrics.ITEMS_WEEK.clear()
    metrics.FINDINGS_WEEK.clear()
    for each in seen:
        metrics.ITEMS_WEEK.labels(each.feed.kind).inc(each.items)
        metrics.FINDINGS_WEEK.labels(each.feed.kind).inc(each.findings)
    for role in ROLES:
        metrics.PROCESSES.labels(role).set(roles[role])
    metrics.ITEMS_NEW.set(waiting or 0)
    metrics.PERSONS.set(len(house.screener))
