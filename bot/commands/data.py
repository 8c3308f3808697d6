"""`headsup db`: upgrade, check."""

from __future__ import annotations

import asyncio
import sys

import typer

from bot.commands.problems import ConfigOption

app = typer.Typer(help="The database.", no_args_is_help=True)


@app.command()
def upgrade(config: ConfigOption = None) -> None:
    """Bring the schema up to date (`run` does so by itself at start).

    Example: headsup db upgrade
    """
    from bot.config import load
    from storage import Database

    async def work() -> None:
        database = Database(load(config).database.url)
        try:
            before, now = await database.upgrade()
        finally:
            await database.close()
        typer.echo(f"schema {now}" + ("" if before == now else f" (was {before or 'empty'})"))

    asyncio.run(work())


@app.command()
def check(config: ConfigOption = None) -> None:
    """Say whether the schema is current and everything sealed opens with the master key. Exit status 1 if not.

    Example: headsup db check
    """
    from bot.config import load
    from bot.doctor import check_database

    async def work() -> bool:
        good = True
        for finding in await check_database(load(config)):
            typer.echo(finding.line())
            good = good and finding.good
        return good

    sys.exit(0 if asyncio.run(work()) else 1)
