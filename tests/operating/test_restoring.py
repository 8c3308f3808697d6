"""The rehearsal of a restoration: a bot that lived, a backup taken while it did, and a new machine with another database."""

from __future__ import annotations

import asyncio
import base64
import gzip
import re
import secrets
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio

from storage.backup import ID_GAP
from tests.conftest import own_postgres
from tests.e2e.conftest import NewWorld
from tests.e2e.program import Program
from tests.e2e.traces import traces
from tests.e2e.world import World, reference, says


@pytest_asyncio.fixture(params=["sqlite to postgresql", "postgresql to sqlite"], loop_scope="package")
async def two_urls(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[tuple[str, str]]:
    """Where the bot lives, and where it is restored: each engine once."""
    (tmp_path / "headsup").mkdir()
    sqlite = f"sqlite+aiosqlite:///{tmp_path}/headsup/headsup.sqlite3"
    async with own_postgres() as postgres:
        yield (sqlite, postgres) if str(request.param).startswith("sqlite") else (postgres, sqlite)


def moved(world: World, folder: Path, url: str) -> Program:
    """The same installation on another machine: same token, feeds and key, another folder and database."""
    old = world.program
    return Program(
        folder,
        url,
        old.api_url,
        old.token,
        old.feeds,
        old.allowed,
        home=old.home,
        extra=old.extra,
        key=old.key,
    )


async def test_a_backup_taken_while_the_bot_works_brings_everything_back_elsewhere(
    fresh_world: NewWorld, two_urls: tuple[str, str], tmp_path: Path
) -> None:
    here, there = two_urls
    async with fresh_world(database_url=here) as world:
        told, waiting = await world.proved(), await world.watcher()
        await world.post(told.person)
        card, note = await world.card(told.person), await world.note(told.who)
        member = world.town.member()
        open_case = await world.reported(by=member)
        gate = world.fake.hold_next("POST", f"/channels/{waiting.who.dm.id}/messages")
        await world.post(waiting.person)
        await gate.reached()

        file = tmp_path / "headsup" / "taken.backup"
        taking = asyncio.create_task(world.program.command("db", "backup", str(file)))
        written = 0
        while not taking.done():
            await world.reported()
            written += 1
        status, output = taking.result()
        assert status == 0, output
        assert written > 1, "people went on reporting meanwhile"
        assert "master key" in output
        assert traces(gzip.decompress(file.read_bytes()), world.secrets) == []
        assert world.program.key.encode() not in gzip.decompress(file.read_bytes())

        status, output = await world.program.command("db", "restore", "--force", str(file))
        assert status == 2
        assert "Stop the bot" in output
        await world.program.kill()

        old, world.program = world.program, moved(world, tmp_path / "elsewhere", there)
        status, output = await world.program.command("db", "restore", str(file))
        assert status == 0, output
        status, output = await world.program.command("db", "check")
        assert status == 0, output
        assert "2 persons open" in output
        await world.program.leases_run_out()
        await world.program.start()
        try:
            await world.note(waiting.who)
            gate.release()  # what had been under way from the old machine arrives after all
            assert len(waiting.who.inbox) == 1
            assert len(told.who.inbox) == 1, "what was sent is not sent again"
            assert told.person.name in (await told.who.press(note, "Show details")).text
            await world.town.moderator.press(card, "Confirm")
            assert says(card, "short-confirmed")
            await world.town.moderator.press(open_case, "Confirm")
            answer = await member.next_dm()
            assert says(answer, "reporter-confirmed", reference=reference(open_case))
            await _a_new_case_has_a_new_id(world)
        finally:
            await old.close()


async def _a_new_case_has_a_new_id(world: World) -> None:
    """No button on a card that was posted after the backup decides on somebody else's case."""
    fresh = await world.reported()
    found = re.search(r"case\.confirm:(\d+)", fresh.control("Confirm").custom_id)
    assert found
    assert int(found.group(1)) > ID_GAP


async def test_a_backup_with_another_key_is_refused_before_anything_is_touched(
    fresh_world: NewWorld, tmp_path: Path
) -> None:
    async with fresh_world(started=False) as world:
        assert (await world.program.command("db", "upgrade"))[0] == 0
        status, output = await world.program.command("db", "backup", str(tmp_path))
        assert status == 0, output
        await world.program.start()
        await world.program.stop()
        status, output = await world.program.command("db", "backup", str(tmp_path / "b.backup"))
        assert status == 0, output
        other = moved(
            world, tmp_path / "elsewhere", f"sqlite+aiosqlite:///{tmp_path}/elsewhere/other.sqlite3"
        )
        other.key = base64.b64encode(secrets.token_bytes(32)).decode()
        status, output = await other.command("db", "restore", str(tmp_path / "b.backup"))
        assert status == 2
        assert "needs master key" in output
        assert not (tmp_path / "elsewhere" / "other.sqlite3").exists()
        await other.close()
