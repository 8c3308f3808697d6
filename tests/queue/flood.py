"""Many owed alerts at once, for tests: short notices to communities of one alert channel each."""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import Callable, Iterator, Sequence

from sqlalchemy import insert

from storage import schema as tables
from tests.handlers.harness import World


async def communities(world: World, number: int) -> list[int]:
    """Ids of so many new communities, whose channels are `channel-<id>`."""
    now, made = world.clock(), []
    async with world.house.database.write() as session:
        for _ in range(number):
            row = tables.Community(
                platform="console",
                native_id=secrets.token_hex(8),
                state="active",
                moderator_roles=[],
                child_safety_roles=[],
                min_severity=1,
                language="en",
                episode=0,
                created_at=now,
            )
            session.add(row)
            await session.flush()
            row.alert_channel = f"channel-{row.id}"
            made.append(row.id)
    return made


async def owe(world: World, to: Sequence[int], severities: Sequence[int]) -> None:
    """An alert for each severity, to these communities in turn."""
    now = world.clock()

    def rows() -> Iterator[dict[str, object]]:
        for number, severity in enumerate(severities):
            yield {
                "kind": "notice",
                "dedupe": f"flood:{secrets.token_hex(8)}",
                "severity": severity,
                "community_id": to[number % len(to)],
                "detail": {"code": "channel-mended"},
                "state": "owed",
                "kept": False,
                "due_at": now,
                "attempts": 0,
                "nonce": secrets.token_hex(12),
                "created_at": now,
            }

    async with world.house.database.write() as session:
        await session.execute(insert(tables.Alert), list(rows()))


async def eventually(condition: Callable[[], bool], what: str) -> None:
    """Wait until the condition holds."""
    for _ in range(2000):
        if condition():
            return
        await asyncio.sleep(0.01)
    raise AssertionError(f"waited 20 s for {what}")
