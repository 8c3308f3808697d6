"""A small world around one running program: a Telegram group with its people, a forum, profile pages.

As tests/e2e/world.py does for Discord. A test in short:

    jane = await world.watcher()                 # keeps a watchlist for an invented person, in private
    await world.post(jane.person)                # somebody asks for their likeness, and the forum is polled
    card = await world.card(jane.person)         # in the group's topic
    note = await world.note(jane.who)
"""

from __future__ import annotations

import contextlib
import itertools
import json
import re
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from tests.e2e.names import Invented, invented
from tests.e2e.program import PATIENCE, Program
from tests.e2e.traces import traces
from tests.fakes.faults import Faults
from tests.fakes.feeds.rss import RssServer
from tests.fakes.telegram import Account, Chat, FakeTelegram, Message


class TelegramProgram(Program):
    """An installation with a Telegram token alone."""

    @property
    def environment(self) -> dict[str, str]:
        """What the process sees of the environment."""
        kept = super().environment
        del kept["HEADSUP_DISCORD__TOKEN"]
        return kept | {"HEADSUP_TELEGRAM__TOKEN": self.token}

    def _toml(self) -> str:
        lines = [
            f'database = {{ url = "{self.database_url}" }}',
            f"http = {{ port = {self.port} }}",
            'log = { format = "json", level = "info" }',
            "intent = { threads = 1 }",
            'alerting = { profile_sites = ["127.0.0.1"], vouching = ["*"] }',
            "[telegram]",
            f'api_url = "{self.api_url}"',
            "messages_per_second = 1000",
            "group_messages_per_minute = 1000",
            self.extra.replace("PORT", str(self.port)),
            "[fetch]",
            "gap_seconds = 0",
            "floor_seconds = 3600",
            f"allow_private = {json.dumps(self.allowed)}",
        ]
        for feed in self.feeds:
            lines.append("[[feeds]]")
            lines += [f"{key} = {json.dumps(value)}" for key, value in feed.items()]
        return "\n".join(lines) + "\n"


@dataclass(frozen=True, slots=True)
class Watcher:
    """An account and the invented person that it watches for."""

    who: Account
    person: Invented


@dataclass
class World:
    """Everything that a test acts on. `group` is set up: cards arrive in its topic `alerts`."""

    fake: FakeTelegram
    forum: RssServer
    profiles: RssServer
    program: TelegramProgram
    group: Chat
    boss: Account
    moderator: Account
    alerts: int
    people: Iterator[Invented] = field(default_factory=invented)
    numbers: Iterator[int] = field(default_factory=lambda: itertools.count(1001))
    secrets: set[str] = field(default_factory=set)
    errors_expected: bool = False

    # --- people -----------------------------------------------------------------------------------------------------

    async def opened(self, name: str = "Somebody") -> Account:
        """A new account that has opened the private chat."""
        account = self.fake.user(name)
        account.start()
        await account.private.next_message()
        return account

    async def member(self, name: str = "Member") -> Account:
        """The same, in the group."""
        return self.group.member(await self.opened(name))

    def somebody(self) -> Invented:
        """An invented person whom nobody watches yet."""
        person = next(self.people)
        self.secrets |= {person.name, person.handle, *person.name.split()}
        return person

    async def watcher(self, urls: str = "") -> Watcher:
        """An account that watches for somebody new."""
        who, person = await self.opened("Watcher"), self.somebody()
        await self.watch(who, person, urls)
        return Watcher(who, person)

    async def watch(self, who: Account, person: Invented, urls: str = "") -> Message:
        """`/watch add self`, answered question by question."""
        question = await self.ask(who, "/watch add self", "Names")
        question = await self.ask(who, person.name, "Aliases")
        question = await self.press(who, question, "Skip", "Handles")
        question = await self.ask(who, person.handle, "Profile links")
        if urls:
            question = await self.ask(who, urls, "Context")
        else:
            question = await self.press(who, question, "Skip", "Context")
        return await self.press(who, question, "Skip", "Watching")

    async def prove(self, watcher: Watcher, url: str) -> Message:
        """Puts the code into the profile page and presses Check."""
        menu = await self.ask(watcher.who, "/watch prove", "How would you like")
        begun = await self.press(watcher.who, menu, "Prove with a profile", "Put this code")
        code = begun.text.splitlines()[-1]
        person = watcher.person
        bio = f"<html><head><title>{person.name}</title></head><body><p>{person.name} {person.handle} {code}</p></body>"
        path = "/" + url.split("/", 3)[3]
        self.profiles.fail(200, headers={"Content-Type": "text/html"}, body=bio, path=path)
        await watcher.who.press(begun, "Check")
        await self.fake.until(lambda: "Proved" in begun.text, "the proof")
        return begun

    async def ask(self, who: Account, text: str, says: str = "") -> Message:
        """Writes in private; -> the bot's next message that says this."""
        who.write(who.private, text)
        return await who.private.next_message(lambda each: says in each.text)

    async def press(self, who: Account, message: Message, label: str, says: str = "") -> Message:
        """Presses in private; -> the bot's next message that says this."""
        await who.press(message, label)
        return await who.private.next_message(lambda each: says in each.text)

    # --- what happens -----------------------------------------------------------------------------------------------

    async def poll(self) -> None:
        """Lets the forum's interval pass, and waits until it was asked."""
        before = len(self.forum.seen)
        await self.program.make_due("Forum")
        await self.fake.until(lambda: len(self.forum.seen) > before, "a poll of the forum", PATIENCE)

    async def post(self, person: Invented) -> str:
        """Somebody asks for the person's likeness on the forum, and it is polled; -> the post's link."""
        entry = self.forum.add(person.title, person.request)
        entry.link = f"{self.forum.url}/posts/{person.handle[1:]}-{len(self.forum.entries)}"
        self.secrets |= {entry.link, person.request}
        await self.poll()
        return entry.link

    def link(self) -> str:
        """A link that nobody reported yet."""
        link = f"https://forum.example.org/{next(self.numbers)}"
        self.secrets.add(link)
        return link

    async def card(self, person: Invented) -> Message:
        """The card about a post that names the person."""
        return await self.group.next_message(
            lambda each: person.name in each.text and "Confirm" in each.buttons
        )

    async def card_of(self, link: str) -> Message:
        """The card about a reported link."""
        return await self.group.next_message(
            lambda each: link.partition("://")[2].partition("/")[2] in each.text
        )

    async def note(self, who: Account) -> Message:
        """The neutral message that an alert becomes."""
        return await who.private.next_message(lambda each: "Show details" in each.buttons)

    # --- what must always hold --------------------------------------------------------------------------------------

    def complaints(self) -> list[str]:
        """What went wrong since the last call, whatever the test was about."""
        found = [f"Telegram's API would not have it: {each}" for each in self.fake.violations]
        self.fake.violations.clear()
        if not self.errors_expected:  # a process that ends for a reason says it in plain words
            found += [f"the log says: {error}" for error in self.program.new_errors()]
        self.errors_expected = False
        if self.fake.faults.pending():
            found.append(f"{self.fake.faults.pending()} planned faults were not met")
            self.fake.faults = Faults()
        for chat in self.fake.chats.values():
            for each in chat.messages:
                if each.sender is self.fake.bot and each.previewed and each.file is None:
                    found.append(f"a preview: {each.text!r}")
                if each.sender is self.fake.bot and chat.account is None:
                    kinds = {mark["type"] for mark in each.marks} - {"bold", "italic", "code", "spoiler"}
                    found += [f"{kind} in a group: {each.text!r}" for kind in kinds]
        return found

    async def leaks(self) -> list[str]:
        """Where a secret can be read: log, metrics, the files of the database."""
        metrics = ""
        if self.program.running:
            with contextlib.suppress(OSError):
                metrics = (await self.program.get("/metrics"))[1]
        places = {"the log": self.program.log_text().encode(), "/metrics": metrics.encode()}
        places |= {path.name: path.read_bytes() for path in self.program.folder.glob("*.sqlite3*")}
        return [
            f"{word!r} can be read in {where}"
            for where, data in places.items()
            for word in traces(data, {*self.secrets, self.program.token})
        ]


def reference(message: Message) -> str:
    """The reference that stands in a card or receipt."""
    found = re.search(r"H-[0-9A-Z]{4,}", message.text)
    assert found, f"no reference in {message.text!r}"
    return found.group()


async def set_up(fake: FakeTelegram, group: Chat, boss: Account, moderator: Account, topic: int) -> None:
    """`/setup` by the group's creator, in the topic."""
    fake.bot_moved(group, boss, "left", "administrator")
    boss.write(group, "/setup here", topic=topic)
    await boss.private.next_message(lambda each: "Ready" in each.text)
    await group.next_message(lambda each: "This is where cards will arrive" in each.text)
    boss.write(group, "/setup feeds all")
    await boss.private.next_message(lambda each: "✓ Forum" in each.buttons)
    boss.write(group, "/setup moderators", reply_to=moderator.write(group, "hello"))
    await boss.private.next_message(lambda each: "Moderator" in each.text)


@contextlib.asynccontextmanager
async def running_world(folder: Path, *, database_url: str = "", extra: str = "") -> AsyncIterator[World]:
    """A world whose program runs, is set up and has polled its forum once; killed at the end."""
    async with FakeTelegram(patience=PATIENCE) as fake, RssServer() as forum, RssServer() as profiles:
        group = fake.group("Harbour", forum=True, bot_status="administrator")
        boss, moderator = group.member("Boss", "creator"), group.member("Moderator")
        topic = group.topic("Alerts")
        program = TelegramProgram(
            folder,
            database_url or f"sqlite+aiosqlite:///{folder}/headsup.sqlite3",
            fake.api_url,
            fake.token,
            feeds=[{"kind": "rss", "name": "Forum", "url": forum.feed}],
            allowed=[forum.allowed, profiles.allowed],
            extra=f'home = "{group.id}"\n{extra}',
        )
        world = World(fake, forum, profiles, program, group, boss, moderator, topic)
        try:
            await program.start()
            await fake.ready()
            for each in (boss, moderator):
                each.start()
                await each.private.next_message()
            await set_up(fake, group, boss, moderator, topic)
            await program.feed_is_known("Forum")
            yield world
        finally:
            await program.close()
