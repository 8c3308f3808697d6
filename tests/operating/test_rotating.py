"""`headsup keys rotate` beside a bot that runs and takes people in: before, during, after, killed in the middle."""

from __future__ import annotations

import asyncio
import base64
import secrets
from pathlib import Path

import pytest

from tests.e2e.conftest import NewWorld
from tests.e2e.program import HEADSUP, Program, eventually
from tests.e2e.world import Watcher, World
from watchlists.sealing import load_master_keys, write_key_file


def new_key() -> str:
    return base64.b64encode(secrets.token_bytes(32)).decode()


class KeyFile(Program):
    """A program whose master key is in a file, as `headsup keys new` makes it."""

    @property
    def environment(self) -> dict[str, str]:
        return {name: value for name, value in super().environment.items() if name != "HEADSUP_MASTER_KEY"}


@pytest.fixture
def key_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The program's key is in this file."""
    monkeypatch.setattr("tests.e2e.world.Program", KeyFile)
    path = tmp_path / "headsup" / "headsup.key"
    write_key_file(path, [new_key()])
    return path


def keys_in(path: Path) -> tuple[str, ...]:
    return load_master_keys(None, path).ids


async def somebody_comes(world: World) -> Watcher:
    """A new person on a watchlist; on a busy machine the bot asks to try once more, and people do."""
    for _ in range(4):
        try:
            return await world.watcher()
        except AssertionError as error:
            if "there is no form" not in str(error):
                raise
    return await world.watcher()


async def people_come_while(task: asyncio.Task[tuple[int, str]], world: World) -> list[Watcher]:
    """New persons on watchlists for as long as the command runs, some twenty at most."""
    came: list[Watcher] = []
    while not task.done():
        if len(came) < 20:
            came.append(await somebody_comes(world))
        await asyncio.sleep(0.3)
    return came


async def everybody_is_found(world: World, watchers: list[Watcher]) -> None:
    """Each of them is told of a post, and sees the watchlist."""
    for watcher in watchers:
        await world.post(watcher.person)
        await world.note(watcher.who)
        assert watcher.person.name in (await watcher.who.slash(watcher.who.dm, "watch list")).text


async def test_a_key_is_rotated_while_the_bot_takes_people_in(
    fresh_world: NewWorld, engine_url: str, key_file: Path
) -> None:
    async with fresh_world(database_url=engine_url) as world:
        watchers = [await world.watcher() for _ in range(3)]
        (old,) = keys_in(key_file)
        rotating = asyncio.create_task(world.program.command("keys", "rotate"))
        watchers += await people_come_while(rotating, world)
        status, output = rotating.result()
        assert status == 0, output
        assert len(keys_in(key_file)) == 2
        watchers.append(await world.watcher())
        await everybody_is_found(world, [watchers[0], watchers[-1]])
        finishing = asyncio.create_task(world.program.command("keys", "rotate", "--finish"))
        watchers += await people_come_while(finishing, world)
        status, output = finishing.result()
        assert status == 0, output
        (new,) = keys_in(key_file)
        assert new != old
        watchers.append(await world.watcher())
        status, output = await world.program.command("db", "check")
        assert status == 0, output
        assert f"{len(watchers)} persons open" in output
        await everybody_is_found(world, [watchers[3], watchers[-1]])
        assert await world.program.stop() == 0
        await world.program.start()
        await everybody_is_found(world, [watchers[1], watchers[-2]])


async def test_a_rotation_that_was_killed_goes_on_where_it_was(
    fresh_world: NewWorld, engine_url: str, key_file: Path
) -> None:
    async with fresh_world(database_url=engine_url) as world:
        watchers = [await world.watcher() for _ in range(2)]
        process = await asyncio.create_subprocess_exec(
            HEADSUP, "keys", "rotate", "--config", world.program.config,
            cwd=world.program.folder, env=world.program.environment,
            stdout=asyncio.subprocess.DEVNULL, stderr=asyncio.subprocess.DEVNULL,
        )  # fmt: skip

        async def has_begun() -> bool:
            return len(keys_in(key_file)) == 2

        await eventually(has_begun, "the new key", every=0.001)
        process.kill()
        await process.wait()
        both = keys_in(key_file)
        watchers.append(await world.watcher())
        await everybody_is_found(world, [watchers[0], watchers[-1]])
        status, output = await world.program.command("keys", "rotate")
        assert status == 0, output
        if "cut short" in output:
            assert keys_in(key_file) == both, "no third key for one rotation"
        status, output = await world.program.command("keys", "rotate", "--finish")
        assert status == 0, output
        assert len(keys_in(key_file)) == 1
        status, output = await world.program.command("db", "check")
        assert (status, "3 persons open" in output) == (0, True), output
        await everybody_is_found(world, [watchers[1]])


async def test_a_key_in_the_environment_is_rotated_with_two_restarts(fresh_world: NewWorld) -> None:
    async with fresh_world() as world:
        watchers = [await world.watcher()]
        old, new = world.program.key, new_key()
        status, output = await world.program.command("keys", "rotate")
        assert status == 2
        assert "NEW,OLD" in output
        assert old not in output
        world.program.key = f"{new},{old}"
        assert await world.program.stop() == 0
        await world.program.start()
        watchers.append(await world.watcher())
        status, output = await world.program.command("keys", "rotate")
        assert status == 0, output
        watchers.append(await world.watcher())
        world.program.key = new
        status, output = await world.program.command("db", "check")
        assert (status, "3 persons open" in output) == (0, True), output
        assert await world.program.stop() == 0
        await world.program.start()
        await everybody_is_found(world, watchers)
        world.program.key = old
        status, output = await world.program.command("db", "check")
        assert status == 1
        assert "sealed with master key" in output
