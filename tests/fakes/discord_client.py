"""The unmodified discord.py client that the fake's own tests run against it.

Used by test_discord_*.py in this folder. Its commands answer in every way the product's might.
"""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator
from typing import Any

import discord
import yarl
from discord import app_commands, gateway, http

from tests.fakes.discord import FakeDiscord

Interaction = discord.Interaction[discord.AutoShardedClient]


class Bot(discord.AutoShardedClient):
    """A bot that notes what reaches it; commands are added to `tree` by the tests."""

    def __init__(self, intents: discord.Intents | None = None) -> None:
        super().__init__(
            intents=intents or discord.Intents(guilds=True, guild_messages=True, dm_messages=True)
        )
        self.tree = app_commands.CommandTree(self)
        self.events: list[tuple[str, Any]] = []
        self.became_ready = asyncio.Event()

    def dispatch(self, event: str, /, *args: Any, **kwargs: Any) -> None:
        """Notes every event, then goes on as usual."""
        self.events.append((event, args))
        super().dispatch(event, *args, **kwargs)

    def saw(self, event: str) -> list[Any]:
        """The first argument of every event of that name."""
        return [args[0] if args else None for name, args in self.events if name == event]

    async def knows_its_guilds(self, fake: FakeDiscord) -> None:
        """Waits until every guild is in the cache, which is sooner than ready."""
        wanted = {int(guild.id) for guild in fake.guilds.values() if guild.has_bot}
        await fake.until(lambda: wanted <= {g.id for g in self.guilds if not g.unavailable}, "the guilds", 40)

    async def on_ready(self) -> None:
        """Notes it."""
        self.became_ready.set()


def point_at(fake: FakeDiscord) -> None:
    """What an operator's `discord.api_url` does."""
    http.Route.BASE = fake.api_url
    gateway.DiscordWebSocket.DEFAULT_GATEWAY = yarl.URL(fake.gateway_url)


@contextlib.asynccontextmanager
async def running(fake: FakeDiscord, bot: Bot, *, sync: bool = True) -> AsyncIterator[Bot]:
    """The bot, logged in and connected, with its commands registered; closed at the end."""
    point_at(fake)
    await bot.login(fake.token)
    if sync:
        await bot.tree.sync()
    task = asyncio.create_task(bot.connect())
    try:
        await fake.ready()
        yield bot
    finally:
        await bot.close()
        with contextlib.suppress(Exception, asyncio.CancelledError):
            await task
