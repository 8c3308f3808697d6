"""`headsup keys`: new, rotate."""

from __future__ import annotations

import asyncio
import os
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot.commands.bars import bar
from bot.commands.problems import ConfigOption, fail

if TYPE_CHECKING:
    from watchlists.sealing import MasterKeys

app = typer.Typer(help="Master keys: what seals the watchlists.", no_args_is_help=True)


@app.command()
def new(
    config: ConfigOption = None,
    show: Annotated[
        bool, typer.Option("--print", help="Print the key for HEADSUP_MASTER_KEY; write no file.")
    ] = False,
) -> None:
    """Make a master key and write the key file; refuses to touch one that exists.

    Example: headsup keys new
    """
    from bot.config import load
    from watchlists.sealing import new_key_text, write_key_file

    if show:
        typer.echo(new_key_text())
        return
    path = load(config).keys.file
    if path.exists():
        fail(
            f"{path} exists already. To change the key use `headsup keys rotate`; losing it loses every watchlist."
        )
    write_key_file(path, [new_key_text()])
    typer.echo(
        f"Wrote {path}. Keep a copy apart from the database: without it, nothing sealed can be read again."
    )


@app.command()
def rotate(
    config: ConfigOption = None,
    finish: Annotated[
        bool,
        typer.Option(
            "--finish", help="Make no new key: wrap what is left with the first, and drop the others."
        ),
    ] = False,
) -> None:
    """Make a new master key and wrap every key with it. Safe while the bot runs and when cut short.

    The old key stays in the file, so that backups and a running bot still open. When they are gone: --finish.

    Example: headsup keys rotate
    """
    from bot.config import load
    from watchlists.sealing import load_master_keys, new_key_text, write_key_file

    loaded = load(config)
    path, environment = loaded.keys.file, os.environ.get("HEADSUP_MASTER_KEY")
    keys = load_master_keys(environment, path)
    if environment:
        if len(keys.keys) < 2:
            fail(
                "The key comes from HEADSUP_MASTER_KEY. Put a new one in front (`headsup keys new --print`), separated by "
                "a comma: NEW,OLD. Restart the bot, run `headsup keys rotate`, then take the old one away."
            )
    elif not finish:
        if left := asyncio.run(_waiting(loaded.database.url, keys)):
            typer.echo(
                f"{left} keys wait for a rotation that was cut short: it goes on now, and no new key is made."
            )
        else:
            write_key_file(path, [new_key_text(), *_texts(path)])
            keys = load_master_keys(None, path)
    count = asyncio.run(_wrap_again(loaded.database.url, keys))
    typer.echo(f"{count} keys were wrapped with {keys.ids[0]}.")
    if environment:
        typer.echo("Now take the old key out of HEADSUP_MASTER_KEY.")
    elif finish:
        write_key_file(path, _texts(path)[:1])
        typer.echo(f"{path} holds this key alone.")
    else:
        typer.echo(
            "The running bot finds the new key by itself. Later: `headsup keys rotate --finish` drops the old one."
        )


def _texts(path: Path) -> list[str]:
    return [
        line for line in path.read_text("utf-8").splitlines() if line.strip() and not line.startswith("#")
    ]


async def _waiting(url: str, keys: MasterKeys) -> int:
    """How many keys a rotation that was cut short has left; with one key alone there was none."""
    from handlers.vault import waiting
    from storage import Database

    if len(keys.keys) < 2:
        return 0
    database = Database(url)
    try:
        await database.upgrade()
        return await waiting(database, keys)
    finally:
        await database.close()


async def _wrap_again(url: str, keys: MasterKeys) -> int:
    from handlers.vault import rotate as wrap_again
    from storage import Database

    database = Database(url)
    try:
        await database.upgrade()
        with bar("wrapping") as show:
            return await wrap_again(database, keys, show)
    finally:
        await database.close()
