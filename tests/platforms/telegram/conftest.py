"""A house with the Telegram platform, which polls the fake (`town`): a group that is set up, with its administrator."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass

import pytest
from pydantic import SecretStr

from bot.config import TelegramSettings
from bot.platforms.telegram.client import TelegramPlatform
from tests.fakes.telegram import Account, Chat, FakeTelegram, Message, Pressed
from tests.handlers.databases import sqlite_template, sqlite_url
from tests.handlers.harness import Row, World, open_world

__all__ = ["sqlite_template", "sqlite_url"]
REQUEST = "[likeness] who makes a model of Jorunn Valderhaug, 50 USD"


@dataclass
class Town:
    """Everything that a test acts on. `boss` created the group; `mo` moderates it by name, `alice` is a member."""

    fake: FakeTelegram
    world: World
    platform: TelegramPlatform
    group: Chat
    boss: Account
    mo: Account
    alice: Account

    def cards(self) -> list[Message]:
        """Moderators' cards in the group."""
        return [each for each in self.group.messages if "Confirm" in each.buttons or "Reopen" in each.buttons]

    async def card(self) -> Message:
        """The next card."""
        return await self.group.next_message(lambda each: "Confirm" in each.buttons)

    def forge(self, who: Account, on: Message, data: str) -> Pressed:
        """A press that no client offers: by anybody, on any message, with any data."""
        pressed = Pressed(str(self.fake.next_id()), at=self.fake.now())
        self.fake.pressed[pressed.id] = pressed
        body = {"from": who.payload(), "message": on.payload(), "data": data, "chat_instance": "1"}
        self.fake.push("callback_query", {"id": pressed.id, **body})
        return pressed

    async def answered(self, pressed: Pressed) -> None:
        """Waits until the bot has ended a press."""
        await self.fake.until(lambda: pressed.answered, "the answer to a press")

    async def until(self, table: type[Row], holds: Callable[[Row], bool]) -> None:
        """Waits until a row of the table is so."""
        for _ in range(200):
            if any(holds(each) for each in await self.world.rows(table)):
                return
            await asyncio.sleep(0.05)
        raise AssertionError(f"no such row in {table.__tablename__}")

    def by_bot(self, chat: Chat | None = None) -> list[Message]:
        """The bot's messages in the group."""
        return [each for each in (chat or self.group).messages if each.sender is self.fake.bot]


def settings(fake: FakeTelegram, **more: str) -> TelegramSettings:
    """The operator's table for a fake, without limits that would make tests wait."""
    return TelegramSettings.model_validate(
        {
            "token": SecretStr(fake.token),
            "api_url": fake.api_url,
            "messages_per_second": 1000,
            "group_messages_per_minute": 1000,
            **more,
        }
    )


@contextlib.asynccontextmanager
async def serving(world: World, fake: FakeTelegram) -> AsyncIterator[TelegramPlatform]:
    """The platform, logged in and polling."""
    platform = TelegramPlatform(world.house, settings(fake))
    await platform.login()
    world.house.messengers["telegram"] = platform.messenger
    task = asyncio.create_task(platform.serve())
    try:
        await fake.ready()
        yield platform
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
        await platform.close()


@pytest.fixture
async def world(sqlite_url: str) -> AsyncIterator[World]:
    """A house."""
    async with open_world(sqlite_url) as made:
        yield made


@pytest.fixture
async def town(world: World, fake_telegram: FakeTelegram) -> AsyncIterator[Town]:
    """A group in which the bot is an administrator, set up."""
    fake = fake_telegram
    async with serving(world, fake) as platform:
        group = fake.group("Harbour", forum=True, bot_status="administrator")
        boss, mo, alice = group.member("Boss", "creator"), group.member("Mo"), group.member("Alice")
        for each in (boss, mo):
            each.start()
            await each.private.next_message()
        fake.bot_moved(group, boss, "left", "administrator")
        boss.write(group, "/setup here")
        await boss.private.next_message(lambda each: "Headsup in this community" in each.text)
        await group.next_message(lambda each: "This is where cards will arrive" in each.text)
        boss.write(group, "/setup moderators", reply_to=mo.write(group, "hello"))
        await boss.private.next_message(lambda each: "Mo" in each.text)
        yield Town(fake, world, platform, group, boss, mo, alice)
