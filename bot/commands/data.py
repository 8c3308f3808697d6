"""`headsup db`: upgrade, check, backup, restore."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from bot.commands.bars import bar
from bot.commands.problems import ConfigOption, fail

if TYPE_CHECKING:
    from bot.config import Config
    from storage.snapshot import Head

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


_NAME = "headsup-{:%Y%m%dT%H%M%SZ}.backup"
"""What a backup in a folder is called: names in the order of time."""
File = Annotated[Path, typer.Argument(help="The backup's file.", show_default=False)]
Target = Annotated[
    Path,
    typer.Argument(help="The file to write, or a folder for one named by the time.", show_default=False),
]
Replace = Annotated[bool, typer.Option("--force", help="Replace the file, if there is one.")]
Over = Annotated[bool, typer.Option("--force", help="Replace what the database holds.")]
Keep = Annotated[
    int | None, typer.Option(help="In a folder: keep so many of the newest, and remove the others.", min=1)
]


@app.command()
def backup(file: Target, config: ConfigOption = None, force: Replace = False, keep: Keep = None) -> None:
    """Write everything to one file, as it is at one moment, while the bot runs. What is sealed stays sealed.

    The file is the same for SQLite and PostgreSQL. The master key is not in it: keep a copy of that apart.

    Example: headsup db backup /var/backups/headsup --keep 14
    """
    from importlib.metadata import version

    from bot.config import load
    from storage import Database
    from storage.backup import make

    loaded = load(config)
    into_folder = file.is_dir()
    if keep is not None and not into_folder:
        fail(f"--keep is for a folder, and {file} is none. Make the folder first, or leave --keep out.")
    path = file / _NAME.format(datetime.now(UTC)) if into_folder else file
    ids: set[str] = set()

    async def work() -> Head:
        database = Database(loaded.database.url)
        if database.path is not None and not database.path.exists():
            fail(f"There is no database {database.path} yet. Is `database.url` the right one?")
        try:
            with bar("backup") as show:
                return await make(
                    database,
                    path,
                    version=version("headsup"),
                    replace=force,
                    progress=show,
                    look=lambda table, row: _note_keys(ids, table, row),
                )
        finally:
            await database.close()

    head = asyncio.run(work())
    gone = _thin_out(file, keep) if keep is not None else 0
    typer.echo(
        f"Wrote {path}: {head.rows} rows, schema {head.revision}." + (f" Removed {gone} old." if gone else "")
    )
    if ids:
        typer.echo(
            f"It opens with master key {', '.join(sorted(ids))}, which is not in it: keep a copy of the key apart."
        )


@app.command()
def restore(file: File, config: ConfigOption = None, force: Over = False) -> None:
    """Put a backup into the database, of either engine. The bot must not run; whatever fails changes nothing.

    An older schema is upgraded. What was delivered after the backup was made is delivered again.

    Example: headsup db restore headsup-20261128T030000Z.backup
    """
    from bot.config import load
    from storage import Database
    from storage.backup import restore as put_back
    from storage.backup import verify

    loaded = load(config)
    ids: set[str] = set()
    with bar("verifying") as show:
        head = verify(file, progress=show, look=lambda table, row: _note_keys(ids, table, row))
    _have_keys(loaded, ids)

    async def work() -> int:
        database = Database(loaded.database.url)
        try:
            with bar("restoring") as show:
                return await put_back(database, file, replace=force, progress=show)
        finally:
            await database.close()

    removed = asyncio.run(work())
    typer.echo(f"Restored {head.rows} rows as they were on {head.made_at:%Y-%m-%d at %H:%M:%S UTC}.")
    if removed:
        typer.echo(f"{removed} persons were removed since then, and stay removed.")
    typer.echo("Now: headsup db check, headsup doctor, then start the bot.")


def _note_keys(ids: set[str], table: str, row: Mapping[str, Any]) -> None:
    """Which master keys a row needs."""
    from watchlists.sealing import key_id

    column = {"secrets": "wrapped", "persons": "wrapped_key"}.get(table)
    if column is not None:
        ids.add(key_id(row[column]))


def _have_keys(config: Config, ids: set[str]) -> None:
    from bot.composition import master_keys
    from watchlists.sealing import SealingError

    try:
        missing = sorted(ids - set(master_keys(config).ids)) if ids else []
    except SealingError as error:
        fail(f"The backup needs master key {', '.join(sorted(ids))}. {error}")
    if missing:
        fail(
            f"The backup needs master key {', '.join(missing)}, which is not among yours. Put it into the key file "
            "(after the first key) or HEADSUP_MASTER_KEY, and try again; nothing was changed."
        )


def _thin_out(folder: Path, keep: int) -> int:
    """Remove all but the newest backups; -> how many were."""
    old = sorted(folder.glob("headsup-*Z.backup"))[:-keep]
    for path in old:
        path.unlink(missing_ok=True)
    return len(old)
