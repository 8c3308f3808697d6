"""Errors that people can do something about, as one clear message on stderr and exit status 2. Used by every command."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

ERR = Console(stderr=True, highlight=False, soft_wrap=True)
ConfigOption = Annotated[
    Path | None,
    typer.Option(
        "--config", "-c", envvar="HEADSUP_CONFIG", help="Configuration file; default ./config.toml."
    ),
]


def fail(message: str) -> None:
    """Print an error and leave with status 2."""
    ERR.print("[bold red]Error:[/] ", end="")
    ERR.print(message, markup=False)
    sys.exit(2)


@contextlib.contextmanager
def explained() -> Iterator[None]:
    """Known errors become a message; anything else is a fault of ours and keeps its traceback."""
    from bot.config import ConfigError
    from bot.platforms.base import PlatformError
    from bot.queue import QueueError
    from bot.running import RoleError
    from feeds import FeedError
    from intent import ModelError
    from storage import DatabaseError
    from watchlists.sealing import SealingError

    try:
        yield
    except (
        ConfigError,
        PlatformError,
        QueueError,
        RoleError,
        FeedError,
        ModelError,
        DatabaseError,
        SealingError,
    ) as error:
        fail(str(error))
