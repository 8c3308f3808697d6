"""What `headsup doctor` looks at beside the program's parts: who can read the key, room on the disk, backups, the
communities that the configuration names, and those whose cards do not arrive. Called by `bot.doctor` alone.
"""

from __future__ import annotations

import os
import shutil
import stat
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

from sqlalchemy import func, select

from bot.config import Config
from bot.findings import Finding
from handlers.communities import named
from handlers.vouching import EVERY
from storage import Database
from storage import schema as tables
from storage.backup import last

ROOM = 500 * 1024 * 1024
"""Bytes that should be free, or as many again as the database has, which an upgrade or a restoration may need."""
BACKUP_DAYS = 8
"""A backup that came every night or every week is missed after this."""


def key_file(path: Path) -> Finding:
    """Whether the key file is its owner's alone."""
    mode = stat.S_IMODE(path.stat().st_mode)
    if mode & 0o077:
        return Finding(
            "key file",
            False,
            f"others on this machine can read {path} (mode {mode:04o})",
            f"chmod 600 {path}",
        )
    return Finding("key file", True, "readable by its owner alone")


def disk(config: Config, database: Database) -> Finding:
    """Room where the database, or at least the key and the index, are."""
    path = database.path or config.keys.file
    folder = next(each for each in path.absolute().parents if each.exists())
    size = path.stat().st_size if database.path is not None and path.exists() else 0
    free, wanted = shutil.disk_usage(folder).free, max(ROOM, size)
    detail = f"{_size(free)} free in {folder}" + (f", the database has {_size(size)}" if size else "")
    if free < wanted:
        return Finding(
            "disk",
            False,
            detail,
            f"Make room: {_size(wanted)} are wanted. On a full disk nothing new is taken in; nothing is lost.",
        )
    if not os.access(folder, os.W_OK):
        return Finding(
            "disk", False, f"{folder} cannot be written", "Give it to the account that runs the bot."
        )
    return Finding("disk", True, detail)


async def backups(database: Database, now: datetime | None = None) -> Finding:
    """How old the last backup is. One that stopped coming is a fault; none ever is advice, since there are other ways."""
    made = await last(database)
    advice = "headsup db backup FOLDER --keep 14, every night; keep the master key's copy elsewhere."
    if made is None:
        async with database.read() as session:
            persons = await session.scalar(select(func.count()).select_from(tables.Person)) or 0
        return Finding("backup", True, "none was made with `headsup db backup`", advice if persons else "")
    age = (now or datetime.now(UTC)) - made
    detail = f"the last one is of {made:%Y-%m-%d %H:%M UTC}, {_days(age)}"
    return Finding(
        "backup", age < timedelta(days=BACKUP_DAYS), detail, advice if age.days >= BACKUP_DAYS else ""
    )


async def communities(database: Database) -> list[Finding]:
    """Communities whose cards do not arrive, as the running bot last found them; it looks every ten minutes."""
    query = (
        select(tables.Community)
        .where(tables.Community.state == "active", tables.Community.trouble.is_not(None))
        .order_by(tables.Community.id)
    )
    async with database.read() as session:
        found = (await session.scalars(query)).all()
        active = await session.scalar(
            select(func.count()).select_from(tables.Community).where(tables.Community.state == "active")
        )
    if not found:
        return [Finding("permissions", True, f"cards arrive in {active or 0} communities")]
    return [
        Finding(
            f"permissions in {each.platform} {each.native_id}",
            False,
            f"cards do not arrive ({each.trouble}), since {each.trouble_since:%Y-%m-%d %H:%M UTC}",
            "Its owner was told. /setup there names the permission; what waits is sent by itself.",
        )
        for each in found
    ]


async def named_communities(config: Config, database: Database) -> list[Finding]:
    """Whether the communities that the configuration names are there."""
    homes = {"discord": config.discord.home, "telegram": config.telegram.home}
    keys = [(f"{platform}.home", home, [platform]) for platform, home in homes.items() if home]
    vouching = [each for each in config.alerting.vouching if each != EVERY]
    keys += [("alerting.vouching", each, list(homes)) for each in vouching]
    async with database.read() as session:
        return [
            _named(key, native_id, [await named(session, platform, native_id) for platform in platforms])
            for key, native_id, platforms in keys
        ]


def _named(key: str, native_id: str, found: Sequence[tables.Community | None]) -> Finding:
    active = [each for each in found if each is not None and each.state == "active"]
    if not active:
        detail = f"{native_id} is no group or server that the bot is in"
        return Finding(key, False, detail, f"Add the bot there, or write another id into {key}.")
    if active[0].native_id != native_id:
        remedy = f"Write {active[0].native_id} into {key}; until then the old id still holds."
        return Finding(key, True, f"{native_id} has another id now", remedy)
    return Finding(key, True, f"{native_id} is known")


def _size(count: int) -> str:
    return f"{count / 1024**3:.1f} GB" if count >= 1024**3 else f"{count / 1024**2:.0f} MB"


def _days(age: timedelta) -> str:
    return "today" if age.days < 1 else "yesterday" if age.days < 2 else f"{age.days} days ago"
