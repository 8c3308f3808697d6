"""Errors that people can do something about, as one clear message on stderr and exit status 2. Used by every command."""

from __future__ import annotations

import contextlib
import sys
import traceback
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
    """Known errors become a message; anything else is a fault of ours, shown without what it might quote."""
    from bot.config import ConfigError
    from bot.platforms.base import PlatformError
    from bot.queue import QueueError
    from bot.roles import RoleError
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
    except Exception as error:
        _fault(error)


def _fault(error: BaseException) -> None:
    """A fault of ours: where it happened, and no message, since that may quote what must not be shown."""
    ERR.print(
        "[bold red]This is a fault of Headsup.[/] Please report it with these lines; they hold no data of yours."
    )
    cause: BaseException | None = error
    while cause is not None:
        ERR.print(f"{type(cause).__module__}.{type(cause).__qualname__}", markup=False)
        frames = traceback.extract_tb(cause.__traceback__)
        ours = [frame for frame in frames[:-1] if "site-packages" not in frame.filename]
        for frame in [*ours[-5:], *frames[-1:]]:
            ERR.print(f"  {frame.filename.rsplit('/', 3)[-1]}:{frame.lineno} in {frame.name}", markup=False)
        cause = cause.__cause__
    sys.exit(2)
