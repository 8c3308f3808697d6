"""The running program: a platform that cannot be reached holds up no other, and at the end what is in hand is finished."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator, Callable, Sequence
from pathlib import Path
from typing import Any

import aiohttp
import discord
import pytest
from aiohttp import web
from telegram import Bot, Update

from bot import running
from bot.config import Config, DiscordSettings, KeySettings, TelegramSettings
from bot.platforms.base import Platform, PlatformError, Unreachable
from bot.platforms.console import ConsolePlatform
from bot.platforms.discord.client import DiscordPlatform
from bot.platforms.telegram.receiving import Receiver
from handlers.house import House
from tests.e2e.program import eventually, free_port
from tests.fakes.discord import FakeDiscord
from tests.fakes.telegram import FakeTelegram
from tests.handlers.harness import World
from watchlists.sealing import new_key_text, write_key_file


def _config(folder: Path, port: int = 0) -> Config:
    write_key_file(folder / "headsup.key", [new_key_text()])
    return Config.model_validate(
        {
            "database": {"url": f"sqlite+aiosqlite:///{folder}/headsup.sqlite3"},
            "keys": KeySettings(file=folder / "headsup.key"),
            "http": {"port": port},
            "feeds": [],
        }
    )


@contextlib.asynccontextmanager
async def program(
    config: Config, roles: set[str], platforms: list[Platform]
) -> AsyncIterator[tuple[House, Callable[[], None], asyncio.Task[None]]]:
    """A running program, once it says that it runs; with what stops it."""
    stop = asyncio.Event()
    ready: asyncio.Future[House] = asyncio.get_running_loop().create_future()
    task = asyncio.create_task(
        running.run(
            config, frozenset(roles), started=ready.set_result, stop=stop, platforms=lambda _: platforms
        )
    )
    try:
        waiting: set[asyncio.Future[Any]] = {task, ready}
        await asyncio.wait(waiting, return_when=asyncio.FIRST_COMPLETED)
        if task.done():
            task.result()
        yield await ready, stop.set, task
    finally:
        stop.set()
        await asyncio.gather(task, return_exceptions=True)


class Far(ConsolePlatform):
    """A platform whose logins raise these, one after the other, before one works."""

    name = "far"

    def __init__(self, *faults: Exception) -> None:
        super().__init__()
        self.faults = list(faults)

    async def login(self) -> None:
        if self.faults:
            raise self.faults.pop(0)


async def test_a_platform_that_cannot_be_reached_holds_up_no_other_and_is_used_when_it_can(
    tmp_path: Path,
) -> None:
    far, near = Far(Unreachable("no network"), Unreachable("no network")), ConsolePlatform()
    async with program(_config(tmp_path), {"worker"}, [far, near]) as (house, _, task):
        assert set(house.messengers) == {"console"}
        while set(house.messengers) != {"far", "console"}:
            await asyncio.sleep(0.1)
            assert not task.done()


async def test_a_platform_that_refuses_when_it_is_reached_at_last_ends_the_program(tmp_path: Path) -> None:
    far = Far(Unreachable("no network"), PlatformError("the token was refused"))
    async with program(_config(tmp_path), {"worker"}, [far]) as (_, _, task):
        with pytest.raises(PlatformError, match="the token was refused"):
            await task


async def test_discord_is_reached_once_it_answers(
    small_world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(discord.http.Route, "BASE", discord.http.Route.BASE)
    async with FakeDiscord() as fake:
        away = DiscordSettings.model_validate(
            {"token": fake.token, "api_url": f"http://127.0.0.1:{free_port()}"}
        )
        platform = DiscordPlatform(small_world.house, away, receives=False)
        for _ in range(2):
            with pytest.raises(Unreachable, match="cannot be reached"):
                await platform.login()
        discord.http.Route.BASE = fake.api_url
        await platform.login()
        assert platform.client.user is not None
        await platform.close()


class Called(ConsolePlatform):
    """A platform that is called, and takes its time."""

    def __init__(self) -> None:
        super().__init__()
        self.begun, self.may_end = asyncio.Event(), asyncio.Event()

    @property
    def routes(self) -> Sequence[web.RouteDef]:
        return [web.post("/called", self._called)]

    async def _called(self, _: web.Request) -> web.Response:
        self.begun.set()
        await self.may_end.wait()
        return web.Response(text="done")


class Busy(Called):
    """One that has something in hand at the end."""

    async def serve(self) -> None:
        try:
            await super().serve()
        finally:
            await self.may_end.wait()


async def _refuses(port: int) -> bool:
    try:
        _, writer = await asyncio.open_connection("127.0.0.1", port)
    except OSError:
        return True
    writer.close()
    return False


async def test_at_the_end_nothing_new_is_taken_in_and_what_is_in_hand_is_answered(tmp_path: Path) -> None:
    port, platform = free_port(), Busy()
    url = f"http://127.0.0.1:{port}"
    async with (
        program(_config(tmp_path, port), {"http"}, [platform]) as (_, stop, task),
        aiohttp.ClientSession() as session,
    ):
        async with session.get(f"{url}/healthz") as alive:
            assert alive.status == 200
        call = asyncio.create_task(session.post(f"{url}/called"))
        await platform.begun.wait()
        stop()
        await eventually(lambda: _refuses(port), "the listener to be closed")
        assert not task.done()
        platform.may_end.set()
        async with await call as answer:
            assert await answer.text() == "done"
        await task


async def test_a_call_that_never_ends_does_not_keep_the_program_from_ending(tmp_path: Path) -> None:
    port, platform = free_port(), Called()
    async with (
        program(_config(tmp_path, port), {"http"}, [platform]) as (_, stop, task),
        aiohttp.ClientSession() as session,
    ):
        call = asyncio.create_task(session.post(f"http://127.0.0.1:{port}/called"))
        await platform.begun.wait()
        stop()
        await asyncio.wait_for(task, 30.0)
        with pytest.raises(aiohttp.ClientError):
            await call


async def test_an_update_that_was_finished_at_the_end_does_not_come_again() -> None:
    begun, may_end = asyncio.Event(), asyncio.Event()

    async def take(_: Update) -> None:
        begun.set()
        await may_end.wait()

    async with FakeTelegram() as fake, Bot(fake.token, base_url=fake.api_url) as bot:
        table = TelegramSettings.model_validate({"token": fake.token, "api_url": fake.api_url})
        receiving = asyncio.create_task(Receiver(bot, table, take).serve())
        alice = fake.user("Alice")
        alice.start()
        await begun.wait()
        assert len(fake.updates) == 1
        receiving.cancel()
        may_end.set()
        await asyncio.gather(receiving, return_exceptions=True)
        assert fake.updates == []
