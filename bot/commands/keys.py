"""`headsup keys`: new, rotate."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Annotated

import typer

from bot.commands.problems import ConfigOption, fail

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
def rotate(config: ConfigOption = None) -> None:
    """Make a new master key, wrap every key with it, and drop the old one. Safe while the bot runs and when cut short.

    Example: headsup keys rotate
    """
    from bot.config import load
    from handlers.vault import rotate as wrap_again
    from storage import Database
    from watchlists.sealing import load_master_keys, new_key_text, write_key_file

    loaded = load(config)
    path: Path = loaded.keys.file
    import os

    if os.environ.get("HEADSUP_MASTER_KEY"):
        keys = load_master_keys(os.environ["HEADSUP_MASTER_KEY"], None)
        if len(keys.keys) < 2:
            fail(
                "The key comes from HEADSUP_MASTER_KEY. Put a new one in front (`headsup keys new --print`), separated by "
                "a comma: NEW,OLD. Restart, run `headsup keys rotate`, then take the old one away."
            )
    else:
        load_master_keys(None, path)  # raises if there is none
        old = [
            line for line in path.read_text("utf-8").splitlines() if line.strip() and not line.startswith("#")
        ]
        write_key_file(path, [new_key_text(), *old])
        keys = load_master_keys(None, path)

    async def work() -> int:
        database = Database(loaded.database.url)
        try:
            await database.upgrade()
            return await wrap_again(database, keys)
        finally:
            await database.close()

    count = asyncio.run(work())
    typer.echo(f"{count} keys are wrapped with {keys.ids[0]}.")
    typer.echo(
        "The old key stays in the list until you remove it: restart the bot, wait for backups made with the old key "
        "to expire, then delete the last line of the key file."
        if path.exists()
        else "Take the old key out of HEADSUP_MASTER_KEY after the next restart."
    )
