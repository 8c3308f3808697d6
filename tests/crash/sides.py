"""The people of Discord and of Telegram, as storm.py has them act: who watch, who report, who decide.

What they do may meet a process that has just died: then they have no answer, which is not an acknowledgement.
"""

from __future__ import annotations

import contextlib
import itertools
import re
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.e2e import world as discord_world
from tests.e2e.names import Invented
from tests.e2e.program import PATIENCE, Program
from tests.e2e_telegram import world as telegram_world
from tests.fakes.discord import FakeDiscord
from tests.fakes.discord.components import BUTTON
from tests.fakes.feeds.civitai import CivitaiServer
from tests.fakes.feeds.rss import RssServer
from tests.fakes.telegram import Account, Chat, FakeTelegram

_REFERENCE = re.compile(r"H-[0-9A-Z]{4,}")
_CASE, _ALERT = re.compile(r"(?:.*:)?case\.\w+:(\d+)"), re.compile(r"(?:.*:)?alert\.\w+:(\d+)")
_SORRY = ("went wrong", "took too long")
ANSWER_SECONDS = 8.0
"""How long somebody waits for an answer before they try again."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A message of the bot that a person sees, and when it came (seconds since 1970)."""

    id: str
    text: str
    actions: tuple[str, ...]
    at: float

    @property
    def case(self) -> int | None:
        """The case that its buttons are about."""
        return _number(_CASE, self.actions)

    @property
    def alert(self) -> int | None:
        """The alert that its buttons are about."""
        return _number(_ALERT, self.actions)


def _number(pattern: re.Pattern[str], actions: tuple[str, ...]) -> int | None:
    found = [match for each in actions if (match := pattern.match(each))]
    return int(found[0].group(1)) if found else None


@dataclass
class Side(ABC):
    """One platform, with one community that follows the feeds."""

    numbers: Iterator[int] = field(default_factory=lambda: itertools.count(1001))

    name = ""

    @abstractmethod
    def program(self, folder: Path, database_url: str, **how: Any) -> Program:
        """An installation that reaches this side's fake."""

    @abstractmethod
    async def set_up(self, program: Program) -> None:
        """Set up the communities."""

    @abstractmethod
    def lose_patience(self) -> None:
        """From now on an answer that does not come soon is not waited for: whoever owes it may be dead."""

    @abstractmethod
    async def watch(self, person: Invented) -> str:
        """Somebody new watches for this person; -> their account."""

    @abstractmethod
    async def report(self, link: str) -> tuple[str, str] | None:
        """A new member reports a link; -> (account, reference of the receipt), None if they got none."""

    @abstractmethod
    async def decide(self, card: Shown, label: str) -> str | None:
        """A moderator presses; -> their account, None if they got no answer."""

    @abstractmethod
    def cards(self) -> list[Shown]:
        """Every card in the alert channels."""

    @abstractmethod
    def notes(self) -> list[Shown]:
        """Every neutral message that an alert to a person is."""

    @abstractmethod
    def decisions(self) -> list[Shown]:
        """Every message that tells a reporter of a decision."""

    @property
    @abstractmethod
    def violations(self) -> list[str]:
        """What the platform's API would not have."""


@dataclass
class Discord(Side):
    """Two servers on different shards, which two processes share; the second follows the feeds."""

    fake: FakeDiscord = field(default_factory=lambda: FakeDiscord(shards=2))
    towns: list[discord_world.Town] = field(default_factory=list)
    reporters: list[Any] = field(default_factory=list)

    name = "discord"

    def __post_init__(self) -> None:
        self.fake.answer_window = self.fake.patience = 4 * PATIENCE
        while len(self.towns) < 2:
            town = discord_world.found_town(self.fake, "Harbour")
            if (int(town.guild.id) >> 22) % 2 == len(self.towns):
                self.towns.append(town)
            else:
                del self.fake.guilds[town.guild.id]

    def program(self, folder: Path, database_url: str, **how: Any) -> Program:
        return Program(
            folder, database_url, self.fake.api_url, self.fake.token, home=self.towns[0].guild.id, **how
        )

    async def set_up(self, program: Program) -> None:
        await self.fake.ready(*discord_world.COMMANDS, timeout=4 * PATIENCE)
        for town in self.towns:
            await discord_world.set_up(town, "all" if town is self.towns[-1] else "none")

    def lose_patience(self) -> None:
        self.fake.answer_window = self.fake.patience = ANSWER_SECONDS

    async def watch(self, person: Invented) -> str:
        who = self.fake.user("watcher", installed=True)
        form = await who.slash(who.dm, "watch add", standing="self")
        answer = await who.submit(form, {"Names": person.name, "Handles": person.handle})
        assert person.name in answer.text, answer.text
        return who.id

    async def report(self, link: str) -> tuple[str, str] | None:
        town = self.towns[next(self.numbers) % len(self.towns)]
        member = town.member()
        self.reporters.append(member)
        with contextlib.suppress(AssertionError):
            answer = await member.slash(town.general, "report", link=link)
            found = _REFERENCE.search("" if answer.failed else answer.text)
            return (member.id, found.group()) if found else None
        return None

    async def decide(self, card: Shown, label: str) -> str | None:
        message = self.fake.message(card.id)
        assert message is not None
        town = next(town for town in self.towns if town.alerts is message.channel)
        with contextlib.suppress(AssertionError):
            answer = await town.moderator.press(message, label)
            if answer.kind in ("update", "message") and not any(word in answer.text for word in _SORRY):
                return town.moderator.id
        return None

    def cards(self) -> list[Shown]:
        return [s for town in self.towns for s in self._shown(town.alerts) if s.case is not None]

    def notes(self) -> list[Shown]:
        people = [person for person in self.fake.people.values() if person.installed]
        return [s for who in people for s in self._shown(who.dm) if s.alert is not None]

    def decisions(self) -> list[Shown]:
        return [s for who in self.reporters for s in self._shown(who.dm)]

    def _shown(self, channel: Any) -> list[Shown]:
        return [
            Shown(
                message.id,
                message.text,
                tuple(one.custom_id for one in message.controls if one.type == BUTTON),
                message.created.timestamp(),
            )
            for message in channel.messages
            if message.author.bot and message.interaction is None
        ]

    @property
    def violations(self) -> list[str]:
        return self.fake.violations


@dataclass
class Telegram(Side):
    """One group with a topic for cards."""

    fake: FakeTelegram = field(default_factory=FakeTelegram)
    reporters: list[Account] = field(default_factory=list)
    watchers: list[Account] = field(default_factory=list)
    world: telegram_world.World | None = None

    name = "telegram"

    def __post_init__(self) -> None:
        self.fake.patience = 4 * PATIENCE
        self.group = self.fake.group("Harbour", forum=True, bot_status="administrator")
        self.boss = self.group.member("Boss", "creator")
        self.moderator = self.group.member("Moderator")
        self.topic = self.group.topic("Alerts")

    def program(self, folder: Path, database_url: str, **how: Any) -> Program:
        how["extra"] = f'home = "{self.group.id}"\n' + how.get("extra", "")
        return telegram_world.TelegramProgram(folder, database_url, self.fake.api_url, self.fake.token, **how)

    async def set_up(self, program: Program) -> None:
        await self.fake.ready(timeout=4 * PATIENCE)
        assert isinstance(program, telegram_world.TelegramProgram)
        self.world = telegram_world.World(
            self.fake,
            RssServer(),
            CivitaiServer(),
            RssServer(),
            program,
            self.group,
            self.boss,
            self.moderator,
            self.topic,
        )
        for each in (self.boss, self.moderator):
            each.start()
            await each.private.next_message()
        await telegram_world.set_up(self.fake, self.group, self.boss, self.moderator, self.topic)

    def lose_patience(self) -> None:
        self.fake.patience = ANSWER_SECONDS

    async def watch(self, person: Invented) -> str:
        who = self.fake.user("Watcher")
        who.start()
        await who.private.next_message()
        self.watchers.append(who)
        assert self.world is not None, "set_up comes first"
        await self.world.watch(who, person)
        return str(who.id)

    async def report(self, link: str) -> tuple[str, str] | None:
        who = self.group.member("Member")
        self.reporters.append(who)
        who.start()
        who.write(self.group if next(self.numbers) % 2 else who.private, f"/report {link}")
        with contextlib.suppress(AssertionError):
            receipt = await who.private.next_message(lambda each: bool(_REFERENCE.search(each.text)))
            return str(who.id), _REFERENCE.findall(receipt.text)[0]
        return None

    async def decide(self, card: Shown, label: str) -> str | None:
        message = next(each for each in self.group.messages if str(each.id) == card.id)
        with contextlib.suppress(AssertionError):
            pressed = await self.moderator.press(message, label)
            if not any(word in pressed.text for word in _SORRY):
                return str(self.moderator.id)
        return None

    def cards(self) -> list[Shown]:
        return [s for s in self._shown(self.group) if s.case is not None]

    def notes(self) -> list[Shown]:
        return [s for who in self.watchers for s in self._shown(who.private) if s.alert is not None]

    def decisions(self) -> list[Shown]:
        return [
            s for who in self.reporters for s in self._shown(who.private) if "confirmed your report" in s.text
        ]

    def _shown(self, chat: Chat) -> list[Shown]:
        return [
            Shown(
                str(message.id),
                message.text,
                tuple(key.get("callback_data", "") for key in message.keys),
                float(message.date),
            )
            for message in chat.messages
            if message.sender is self.fake.bot
        ]

    @property
    def violations(self) -> list[str]:
        return self.fake.violations


SIDES: dict[str, Callable[[], Discord | Telegram]] = {
    "discord": Discord,
    "telegram": Telegram,
}
"""By name: makes one that is not started yet (its `fake` is a context manager)."""
