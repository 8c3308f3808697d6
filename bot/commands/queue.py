"""`headsup queue`: status, dead list, dead retry. JSON lines on stdout: ids, codes and counts, never a text or a name."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Annotated, TypeVar

import typer

from bot.commands.problems import ConfigOption, fail

if TYPE_CHECKING:
    from bot.config import Config
    from handlers.dead import Letter
    from storage import Database

app = typer.Typer(help="What is owed, who works on it, and what was given up.", no_args_is_help=True)
dead = typer.Typer(help="What was given up after many attempts.", no_args_is_help=True)
app.add_typer(dead, name="dead")
T = TypeVar("T")


@app.command()
def status(config: ConfigOption = None) -> None:
    """Show what waits, which processes run, and whether the queue's server is there (exit status 1 if not).

    Example: headsup queue status
    """
    from bot.commands.lines import write
    from bot.queue import brokers

    async def look(database: Database, loaded: Config) -> bool:
        from handlers.overview import overview

        url, waiting, problem = loaded.queue.url, None, None
        try:
            broker = brokers.open_broker(url, loaded.queue.prefix, "status")
            await brokers.start(broker, url)
            waiting = await brokers.waiting(broker)
            await brokers.stop(broker)
        except brokers.QueueError as error:
            problem = str(error)
        write([{"queue": brokers.shown(url), "up": problem is None, "wakes": waiting, "problem": problem}])
        write(await overview(database, datetime.now(UTC)))
        return problem is None

    sys.exit(0 if _with_database(config, look) else 1)


@dead.command("list")
def list_dead(config: ConfigOption = None) -> None:
    """List what was given up: alerts that no platform took, items that cannot be screened, cards that cannot be redrawn.

    Example: headsup queue dead list
    """
    from bot.commands.lines import write

    async def look(database: Database, loaded: Config) -> list[Letter]:
        from handlers.dead import letters

        return await letters(database, loaded.alerting.attempts)

    write([_line(letter) for letter in _with_database(config, look)])


@dead.command()
def retry(
    ids: Annotated[
        list[str] | None, typer.Argument(metavar="[ID]...", help="From the list: alert:12, item:7, card:3.")
    ] = None,
    everything: Annotated[bool, typer.Option("--all", help="All of them.")] = False,
    config: ConfigOption = None,
) -> None:
    """Try again what was given up, with a clean slate; a running bot begins within a second. Mend the cause first.

    Example: headsup queue dead retry alert:12 item:7

    Example: headsup queue dead retry --all
    """
    from bot.commands.lines import write

    if bool(ids) == everything:
        fail("Name what to try again (`headsup queue dead list` shows the ids), or write --all.")

    async def again(database: Database, loaded: Config) -> list[Letter]:
        from handlers.dead import NoSuchLetter, retry

        try:
            return await retry(database, datetime.now(UTC), ids or None, loaded.alerting.attempts)
        except NoSuchLetter as error:
            fail(
                f"{error}: nothing with this id was given up. Nothing was changed; see `headsup queue dead list`."
            )
            raise

    write([{"id": letter.id, "retried": True} for letter in _with_database(config, again)])


def _line(letter: Letter) -> dict[str, object]:
    return {
        "id": letter.id,
        "kind": letter.kind,
        "what": letter.what,
        "severity": letter.severity,
        "attempts": letter.attempts,
        "since": letter.since.isoformat(timespec="seconds"),
        "reason": letter.reason,
    }


def _with_database(config: ConfigOption, look: Callable[[Database, Config], Awaitable[T]]) -> T:
    from bot.config import load
    from storage import Database

    loaded = load(config)

    async def work() -> T:
        database = Database(loaded.database.url)
        try:
            await database.upgrade()
            return await look(database, loaded)
        finally:
            await database.close()

    return asyncio.run(work())
