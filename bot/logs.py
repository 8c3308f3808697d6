"""Logging: structlog, a console form for people, JSON lines for machines; on stderr. Set up once, by `bot.cli`.

No watched name, handle, message text or token reaches a log line: events carry ids, codes and counts. Libraries are kept
at warning, since some of them log addresses and bodies below that; exceptions are logged without their messages.
"""

from __future__ import annotations

import asyncio
import logging
import sys
import traceback
from collections.abc import MutableMapping
from typing import Any

import structlog

from bot.config import LogSettings

_QUIET = (
    "discord",
    "telegram",
    "httpx",
    "aiohttp",
    "sqlalchemy",
    "aiosqlite",
    "apscheduler",
    "asyncio",
    "alembic",
)


def _without_messages(_: Any, __: str, event: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
    """An exception as its type and where it happened: its message may quote what must not be logged."""
    error = event.pop("exc_info", None)
    if isinstance(error, BaseException):
        frames = traceback.extract_tb(error.__traceback__)[-4:]
        event["at"] = " < ".join(f"{frame.name}:{frame.lineno}" for frame in reversed(frames))
    return event


class _Foreign(logging.Handler):
    """Libraries' warnings, by logger name and level alone. That something was cancelled is none: whoever did it meant it."""

    def emit(self, record: logging.LogRecord) -> None:
        kind = record.exc_info[0] if record.exc_info else None
        if kind is not None and issubclass(kind, asyncio.CancelledError):
            return  # a pool says so of a connection that comes back while the program ends
        structlog.get_logger(record.name).log(
            record.levelno,
            "library",
            where=f"{record.module}:{record.lineno}",
            error=kind.__name__ if kind is not None else None,
        )


def configure(settings: LogSettings) -> None:
    """Set logging up for this process."""
    as_json = settings.format == "json" or (settings.format == "auto" and not sys.stderr.isatty())
    processors: list[Any] = [
        structlog.contextvars.merge_contextvars,
        structlog.processors.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        _without_messages,
    ]
    processors.append(
        structlog.processors.JSONRenderer()
        if as_json
        else structlog.dev.ConsoleRenderer(colors=sys.stderr.isatty())
    )
    structlog.configure(
        processors=processors,
        wrapper_class=structlog.make_filtering_bound_logger(getattr(logging, settings.level.upper())),
        logger_factory=lambda *_: structlog.PrintLogger(sys.stderr),
        cache_logger_on_first_use=False,
    )
    root = logging.getLogger()
    root.handlers[:] = [_Foreign()]
    root.setLevel(logging.WARNING)
    for name in ("taskiq", "taskiq_nats", "nats"):  # bot.queue says what matters of them
        logging.getLogger(name).setLevel(logging.CRITICAL)
    for name in _QUIET:
        logging.getLogger(name).setLevel(logging.WARNING)
