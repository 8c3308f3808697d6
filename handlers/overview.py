"""What waits and who works on it, in counts. Called by `headsup queue status`."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import func, select

from storage import Database
from storage import schema as tables


async def overview(database: Database, now: datetime) -> list[dict[str, Any]]:
    """One record of counts, and one for each process."""
    async with database.read() as session:

        async def by_state(table: type[tables.Alert] | type[tables.Item]) -> dict[str, int]:
            rows = await session.execute(select(table.state, func.count()).group_by(table.state))
            return {str(state): int(count) for state, count in rows.all()}

        behind = select(func.count()).where(tables.Case.card_revision < tables.Case.revision)
        due = select(func.count()).where(tables.Alert.state == "owed", tables.Alert.due_at <= now)
        counts = {
            "alerts": await by_state(tables.Alert),
            "alerts_due": await session.scalar(due),
            "items": await by_state(tables.Item),
            "cards_behind": await session.scalar(behind),
        }
        holds = (await session.execute(select(tables.Hold.owner, tables.Hold.name))).all()
        processes = (await session.scalars(select(tables.Process).order_by(tables.Process.started_at))).all()
    return [
        counts,
        *(
            {
                "process": row.pid,
                "machine": row.machine.split("/")[0],
                "roles": row.roles,
                "alone_in": sorted(_shown(name) for owner, name in holds if owner == row.owner),
                "since": row.started_at.isoformat(timespec="seconds"),
                "seen_seconds_ago": round((now - row.seen_at).total_seconds(), 1),
            }
            for row in processes
        ),
    ]


def _shown(hold: str) -> str:
    """`discord 0/8`, `telegram`: without the token's hash."""
    name, _, part = hold.partition(" ")
    return f"{name.split(':')[0]} {part}".strip()
