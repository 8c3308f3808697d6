"""`headsup run`, `headsup demo`, `headsup doctor`."""

from __future__ import annotations

import asyncio
import sys
from typing import Annotated

import typer

from bot.commands.problems import ERR, ConfigOption

Only = Annotated[
    list[str] | None,
    typer.Option(
        "--only",
        help="Only this role: discord, telegram, scheduler, worker, http. May be given several times.",
    ),
]
Shards = Annotated[
    str | None,
    typer.Option("--shards", help="Which Discord shards, counted from 0, and of how many: 0-3/8 or 0,2,5/8."),
]


def run(config: ConfigOption = None, only: Only = None, shards: Shards = None) -> None:
    """Run the bot, or some of its roles. Any number of processes may share one database.

    Example: headsup run --config config.toml --only scheduler --only worker

    Example: headsup run --only discord --shards 0-3/8
    """
    from bot import logs, running
    from bot.config import load
    from bot.roles import check_tokens, roles_of, with_shards

    roles = roles_of(only or [])
    loaded = with_shards(load(config), roles, shards)
    check_tokens(loaded, only or [])
    logs.configure(loaded.log)
    with ERR.status("starting") as status:

        def progress(what: str) -> None:
            status.update(f"starting: {what}")

        def started(_: object) -> None:
            status.stop()

        asyncio.run(running.run(loaded, roles, progress=progress, started=started))


def demo(
    pace: Annotated[float, typer.Option(help="Seconds to pause between scenes.", min=0, max=5)] = 0.6,
) -> None:
    """Show the main job with invented posts: no tokens, no network, a temporary database.

    Example: headsup demo --pace 0
    """
    from bot.demo.story import tell

    sys.exit(asyncio.run(tell(pace)))


def doctor(config: ConfigOption = None) -> None:
    """Check everything that `run` needs, and say how to mend what is wrong.

    Example: headsup doctor --config config.toml
    """
    from bot.doctor import examine

    sys.exit(asyncio.run(examine(config)))


def register(app: typer.Typer) -> None:
    """Put these commands on the program."""
    for command in (run, demo, doctor):
        app.command()(command)
