"""The demo's story, told with the real program: configuration, database, feeds, screening, cases, delivery.

Only the platform is the console's and only the posts are invented; everything between is what `headsup run` runs.
"""

from __future__ import annotations

import asyncio
import contextlib
import tempfile
import time
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import structlog
from rich.console import Console
from rich.rule import Rule
from rich.table import Table
from sqlalchemy import func, select

from bot import logs, running
from bot.config import Config, FetchTable, HttpSettings, KeySettings, LogSettings
from bot.demo.server import DemoServer
from bot.platforms.base import Platform
from bot.platforms.console import ConsolePlatform, Message, draw
from handlers import front, polling
from handlers.actors import Actor, Place
from handlers.cards import Reply, Values
from handlers.house import House
from storage import schema as tables
from watchlists.sealing import new_key_text, write_key_file

PERSON = Actor("console", "ilvara")
REPORTER = Actor("console", "member", place=Place("harbour", "general"))
MODERATOR = Actor("console", "moderator", place=Place("harbour", "alerts"), roles=frozenset({"mods"}))
ADMINISTRATOR = Actor("console", "admin", place=Place("harbour", "alerts"), administrator=True)
PATIENCE = 15.0


class Stage:
    """What the audience sees, and when what arrived."""

    def __init__(self, pace: float, console: Console | None = None) -> None:
        self.console = console or Console(highlight=False, width=min(Console().width, 100))
        self.pace = pace
        self.arrived: list[tuple[float, Message]] = []
        self.appeared = 0.0

    def message(self, message: Message) -> None:
        """Draw what the platform was asked to send."""
        self.arrived.append((time.monotonic(), message))
        where = (
            f"direct message to {message.place}"
            if message.direct
            else f"#{message.place}, seen by moderators"
        )
        self.console.print(draw(message.card, where))

    def reply(self, who: str, reply: Reply) -> None:
        """Draw a private answer."""
        if reply.card is not None:
            self.console.print(draw(reply.card, f"only {who} sees this"))

    async def scene(self, text: str) -> None:
        """Announce a scene."""
        await asyncio.sleep(self.pace)
        self.console.print(Rule(text, align="left", style="grey50"))


async def tell(pace: float, stage: Stage | None = None) -> int:
    """Tell it; -> exit status."""
    stage = stage or Stage(pace)
    server = DemoServer()
    await server.start()
    try:
        with tempfile.TemporaryDirectory(prefix="headsup-demo-") as folder:
            return await _run(stage, server, _config(Path(folder), server.port))
    finally:
        await server.stop()


def _config(folder: Path, port: int) -> Config:
    write_key_file(folder / "headsup.key", [new_key_text()])
    base = f"http://127.0.0.1:{port}"
    return Config.model_validate(
        {
            "database": {"url": f"sqlite+aiosqlite:///{folder}/headsup.sqlite3"},
            "keys": KeySettings(file=folder / "headsup.key"),
            "watchlists": {"index": folder / "headsup.index"},
            "http": HttpSettings(port=0),
            "log": LogSettings(level="error"),
            "fetch": FetchTable(allow_private=(f"127.0.0.1:{port}",), gap_seconds=0, floor_seconds=0),
            "feeds": [
                {
                    "kind": "civitai_bounties",
                    "name": "Civitai bounties (demo)",
                    "url": base,
                    "api_key": "demo",
                    "permission_confirmed": True,
                },
                {"kind": "rss", "name": "A forum (demo)", "url": f"{base}/latest.rss"},
            ],
        }
    )


async def _run(stage: Stage, server: DemoServer, config: Config) -> int:
    logs.configure(config.log)
    structlog.contextvars.clear_contextvars()
    platform = ConsolePlatform(stage.message)
    stop = asyncio.Event()
    ready: asyncio.Future[House] = asyncio.get_running_loop().create_future()

    def made(_: House) -> list[Platform]:
        return [platform]

    def started(house: House) -> None:
        ready.set_result(house)

    starting = stage.console.status("starting the bot: database, model, feeds")
    with contextlib.nullcontext() if stage.console.record else starting:
        program = asyncio.create_task(
            running.run(
                config, frozenset({"scheduler", "worker", "http"}), started=started, stop=stop, platforms=made
            )
        )
        waiting: set[asyncio.Future[Any]] = {program, ready}
        await asyncio.wait(waiting, return_when=asyncio.FIRST_COMPLETED)
        if program.done():
            program.result()
        house = ready.result()
        await _until(lambda: _baseline(house), "the first poll of the feeds")
    try:
        await _story(stage, server, house, platform)
    finally:
        stop.set()
        await program
    return 0


async def _until(condition: Callable[[], Awaitable[bool]], what: str) -> None:
    """Wait for an async condition. Raises TimeoutError that says what did not happen."""
    deadline = time.monotonic() + PATIENCE
    while not await condition():
        if time.monotonic() > deadline:
            raise TimeoutError(f"the demo waited in vain for {what}")
        await asyncio.sleep(0.02)


async def _baseline(house: House) -> bool:
    async with house.database.read() as session:
        count = await session.scalar(
            select(func.count()).select_from(tables.Feed).where(tables.Feed.last_ok_at.is_not(None))
        )
        waiting = await session.scalar(
            select(func.count()).select_from(tables.Item).where(tables.Item.state == "new")
        )
    return (count or 0) >= 2 and not waiting


async def _story(stage: Stage, server: DemoServer, house: House, platform: ConsolePlatform) -> None:
    await stage.scene("An administrator sets Headsup up: /setup")
    values: Values = {"channel": "alerts", "moderators": ["mods"], "feeds": "all", "severity": "low"}
    await front.command(house, ADMINISTRATOR, "setup", values)

    await stage.scene("A streamer watches for herself: /watch add")
    entry = {"names": "Ilvara Quenneth", "handles": "@ilvaraq", "context": "streamer"}
    stage.reply("she", await front.act(house, PERSON, "watch.added:self", entry))

    await stage.scene("New bounties and forum posts appear; two of them ask for her")
    await _appear(stage, server, house, bounties=3, posts=3)
    await _until(lambda: _arrived(stage, direct=True, count=2), "her messages")
    await _until(lambda: _arrived(stage, direct=False, count=3), "the moderators' cards")

    await stage.scene("She presses “Show details”: first she is asked to show who she is")
    note = next(message for _, message in stage.arrived if message.direct)
    stage.reply("she", await front.act(house, PERSON, note.card.buttons[0].action, {}))

    await stage.scene("A member reports a post: /report")
    reported = server.posts["reported"]
    stage.reply("the member", await front.command(house, REPORTER, "report", reported))
    await _until(lambda: _arrived(stage, direct=False, count=4), "the card of the report")

    await stage.scene("A moderator presses “Confirm”; the member hears of it")
    card = next(message for _, message in reversed(stage.arrived) if not message.direct)
    confirm = next(button for button in card.card.buttons if "confirm" in button.action)
    reply = await front.act(house, MODERATOR, confirm.action, {})
    if reply.card is not None:
        stage.console.print(draw(reply.card, "#alerts, the same card now"))
    await _until(lambda: _arrived(stage, direct=True, count=3), "the reporter's message")
    await _until(lambda: _settled(house), "the last alert to be marked sent")

    await stage.scene("In figures")
    stage.console.print(await _figures(stage, house))


async def _appear(stage: Stage, server: DemoServer, house: House, *, bounties: int, posts: int) -> None:
    server.bounties_shown, server.posts_shown = bounties, posts
    stage.appeared = time.monotonic()
    for feed in await polling.all_feeds(house):  # what `headsup feed resume` does: due now
        await polling.set_state(house, feed.name, "active")


async def _arrived(stage: Stage, *, direct: bool, count: int) -> bool:
    return sum(message.direct is direct for _, message in stage.arrived) >= count


async def _settled(house: House) -> bool:
    async with house.database.read() as session:
        query = select(func.count()).select_from(tables.Alert).where(tables.Alert.state == "owed")
        return not await session.scalar(query)


async def _figures(stage: Stage, house: House) -> Table:
    async with house.database.read() as session:

        async def count(table: type[tables.Base], *where: object) -> int:
            query = select(func.count()).select_from(table).where(*where)  # type: ignore[arg-type]
            return await session.scalar(query) or 0

        items = await count(tables.Item)
        found = await count(tables.Finding, tables.Finding.severity > 0)
        matches = await count(tables.FindingPerson)
        alerts = await count(tables.Alert, tables.Alert.state == "sent")
    table = Table(show_header=False, box=None, padding=(0, 2))
    table.add_row("items screened", str(items))
    table.add_row("findings (may ask for a real person)", str(found))
    table.add_row("matches with the watchlist", str(matches))
    table.add_row("alerts delivered", str(alerts))
    first = min(moment for moment, message in stage.arrived if message.direct)
    table.add_row("from the post's appearing to her message", f"{(first - stage.appeared) * 1000:.0f} ms")
    return table
