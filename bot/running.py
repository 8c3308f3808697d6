"""`headsup run`: the house, its platforms, its schedule and its HTTP listener, until a signal. Called by `bot.cli`."""

from __future__ import annotations

import asyncio
import contextlib
import gc
import itertools
import signal
from collections.abc import AsyncIterator, Callable, Iterator

import structlog
from sqlalchemy.exc import DBAPIError

from bot import http, schedule
from bot import roles as parts
from bot.composition import open_house
from bot.config import Config
from bot.platforms.base import Called, Platform, PlatformError, Unreachable
from bot.platforms.registry import open_platforms
from bot.queue import Tasks
from bot.roles import RoleError
from handlers import processes
from handlers.house import House

log = structlog.get_logger(__name__)
FINISH_SECONDS = 8.0
"""Of the ten that a supervisor grants, for what is in hand at the end."""


async def run(
    config: Config,
    roles: frozenset[str],
    *,
    progress: Callable[[str], None] = lambda _: None,
    started: Callable[[House], None] = lambda _: None,
    stop: asyncio.Event | None = None,
    platforms: Callable[[House], list[Platform]] | None = None,
) -> None:
    """Run until SIGTERM, SIGINT or `stop`. Raises what `open_house` raises, PlatformError, QueueError, RoleError."""
    stop = stop or asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        with contextlib.suppress(NotImplementedError, RuntimeError, ValueError):
            loop.add_signal_handler(number, stop.set)
    async with (
        open_house(config, progress) as (house, tasks),
        present(config, roles, house, progress) as lost,
    ):
        made = platforms(house) if platforms is not None else open_platforms(house, config, roles)
        await _serve(config, roles, house, tasks, made, stop, started, progress, lost)


async def _serve(
    config: Config,
    roles: frozenset[str],
    house: House,
    tasks: Tasks,
    platforms: list[Platform],
    stop: asyncio.Event,
    started: Callable[[House], None],
    progress: Callable[[str], None],
    present: asyncio.Task[None],
) -> None:
    async with contextlib.AsyncExitStack() as stack:
        reached = set()
        for platform in platforms:
            stack.push_async_callback(platform.close)
            progress(platform.name)
            if await _reach(house, platform):
                reached.add(platform.name)
        serving = [platform for platform in platforms if platform.name in roles or platform.name == "console"]
        routes = [route for each in serving if isinstance(each, Called) for route in each.routes]
        if routes and "http" not in roles:
            raise PlatformError(
                "telegram.webhook_url needs the http role in the same process: add --only http."
            )
        listener = None
        if "http" in roles:
            checks = {platform.name: _is_ready(platform) for platform in serving}
            checks["queue"] = lambda: tasks.ready
            try:
                listener = await http.start(config.http, house, checks, routes)
            except OSError as error:
                raise PlatformError(
                    f"http.port {config.http.port} on {config.http.host} cannot be opened: {error.strerror}. "
                    "Choose another port, or leave the http role out with --only."
                ) from None
            stack.push_async_callback(listener.cleanup)
        progress("queue")
        await tasks.open(house, works="worker" in roles)
        stack.push_async_callback(tasks.finish, 0.5)
        running = [
            asyncio.create_task(
                _live(house, each, serves=each in serving, reached=each.name in reached), name=each.name
            )
            for each in platforms
        ]
        jobs = schedule.start(house, roles)
        stopping = asyncio.create_task(stop.wait())
        if not platforms:
            log.warning(
                "no chat platform is configured: nobody can be told; set discord.token or telegram.token"
            )
        gc.collect()
        gc.freeze()  # what the start made stays; each full collection would go through it for a tenth of a second
        log.info("running", roles=sorted(roles), persons=len(house.screener))
        started(house)
        try:
            done, _ = await asyncio.wait({stopping, present, *running}, return_when=asyncio.FIRST_COMPLETED)
            for task in done - {stopping}:
                task.result()
        finally:
            log.info("stopping")
            stopping.cancel()
            ending = [stopping, *running]
            if listener is not None:  # first of all: what is taken in now would have to be finished, too
                ending.append(asyncio.create_task(listener.cleanup()))
            await jobs.close()
            for task in running:
                task.cancel()
            await asyncio.gather(tasks.finish(FINISH_SECONDS), *ending, return_exceptions=True)


async def _reach(house: House, platform: Platform) -> bool:
    """Log in, so that messages can be sent there; -> whether the platform could be reached."""
    try:
        await platform.login()
    except Unreachable as error:
        log.warning(
            "a platform cannot be reached; trying until it can", platform=platform.name, why=str(error)
        )
        return False
    house.messengers[platform.name] = platform.messenger
    return True


async def _live(house: House, platform: Platform, *, serves: bool, reached: bool) -> None:
    """Reach the platform, however long that takes, and receive from it if it is to be served; until cancelled."""
    for pause in () if reached else _pauses():
        await asyncio.sleep(pause)
        if await _reach(house, platform):
            log.info("a platform can be reached", platform=platform.name)
            break
    if serves:
        await platform.serve()
    else:
        await asyncio.Event().wait()


def _pauses() -> Iterator[float]:
    """Seconds between attempts to reach a platform: 1, 2, 4, … at most a minute."""
    return (min(60.0, 2.0**count) for count in itertools.count())


def _is_ready(platform: Platform) -> Callable[[], bool]:
    return lambda: platform.ready


@contextlib.asynccontextmanager
async def present(
    config: Config, roles: frozenset[str], house: House, progress: Callable[[str], None]
) -> AsyncIterator[asyncio.Task[None]]:
    """Be known to the other processes meanwhile; -> a task that ends only if another one took over, and says so.

    Raises RoleError if another process does already what one alone may do.
    """
    claims = parts.claims_of(house, config, roles)
    progress("other processes")
    try:
        await processes.arrive(house, roles, claims)
    except processes.Held as held:
        raise RoleError(parts.refusal(claims, config, str(held))) from None

    async def stay() -> None:
        try:
            await processes.keep(house, roles, claims)
        except processes.Held as held:
            raise RoleError(parts.refusal(claims, config, str(held))) from None

    staying = asyncio.create_task(stay())
    try:
        yield staying
    finally:
        staying.cancel()
        await asyncio.gather(staying, return_exceptions=True)
        with contextlib.suppress(DBAPIError, OSError):
            await processes.leave(house)
