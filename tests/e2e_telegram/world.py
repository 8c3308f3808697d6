"""A small world around one running program: a Telegram group with its people, a forum, a marketplace, profiles.

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

from bot.platforms.telegram.addresses import write_press
from handlers.actors import Place
from handlers.texts import texts
from tests.e2e.names import Invented, invented
from tests.e2e.program import PATIENCE, Program
from tests.e2e.traces import traces
from tests.fakes.faults import Faults
from tests.fakes.feeds.civitai import CivitaiServer
from tests.fakes.feeds.rss import RssServer
from tests.fakes.feeds.serving import FakeServer
from tests.fakes.telegram import Account, Chat, FakeTelegram, Message, Pressed


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


@dataclass(frozen=True, slots=True)
class Town:
    """A group that is set up, with its creator and one named moderator; cards arrive in its topic, if it has one."""

    group: Chat
    boss: Account
    moderator: Account
    topic: int | None = None


@dataclass
class World:
    """Everything that a test acts on. `group` is set up: cards arrive in its topic `alerts`."""

    fake: FakeTelegram
    forum: RssServer
    market: CivitaiServer
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
    may_be_pinged: set[int] = field(default_factory=set)
    """Whom escalations name."""
    witness: Watcher | None = None

    @property
    def town(self) -> Town:
        """The group that is set up from the start."""
        return Town(self.group, self.boss, self.moderator, self.alerts)

    async def new_town(self, name: str = "Haven", *, forum: bool = False, feeds: str = "none") -> Town:
        """Another group, set up, with a creator and a moderator of its own."""
        town = await self.found_town(name, forum=forum)
        await set_up(self.fake, town.group, town.boss, town.moderator, town.topic, feeds=feeds)
        return town

    async def found_town(self, name: str = "Haven", *, forum: bool = False) -> Town:
        """The same, not set up yet."""
        group = self.fake.group(name, forum=forum, bot_status="administrator")
        boss = group.member(await self.opened("Boss"), "creator")
        moderator = group.member(await self.opened("Moderator"))
        return Town(group, boss, moderator, group.topic("Alerts") if forum else None)

    # --- people -----------------------------------------------------------------------------------------------------

    async def opened(self, name: str = "Somebody") -> Account:
        """A new account that has opened the private chat."""
        account = self.fake.user(name)
        account.start()
        await account.private.next_message()
        return account

    async def member(self, name: str = "Member", town: Town | None = None) -> Account:
        """The same, in the group."""
        return (town or self.town).group.member(await self.opened(name))

    def somebody(self) -> Invented:
        """An invented person whom nobody watches yet."""
        person = next(self.people)
        self.secrets |= {person.name, person.handle, *person.name.split()}
        return person

    async def watcher(self, urls: str = "", *, standing: str = "self") -> Watcher:
        """An account that watches for somebody new."""
        who, person = await self.opened("Watcher"), self.somebody()
        await self.watch(who, person, urls, standing=standing)
        return Watcher(who, person)

    async def watch(
        self, who: Account, person: Invented, urls: str = "", *, standing: str = "self"
    ) -> Message:
        """`/watch add self`, answered question by question."""
        question = await self.ask(who, f"/watch add {standing}", "Names")
        question = await self.ask(who, person.name, "Aliases")
        question = await self.press(who, question, "Skip", "Handles")
        question = await self.ask(who, person.handle, "Profile links")
        if urls:
            question = await self.ask(who, urls, "Context")
        else:
            question = await self.press(who, question, "Skip", "Context")
        return await self.press(who, question, "Skip", "Watching")

    def profile(self, person: Invented) -> str:
        """Where the person's profile page is."""
        return f"{self.profiles.url}/posts/{person.handle[1:]}"

    def publish(self, person: Invented, bio: str) -> None:
        """What the person's profile page says."""
        path = f"/posts/{person.handle[1:]}"
        self.profiles.faults = [fault for fault in self.profiles.faults if fault.path != path]
        page = f"<html><head><title>{person.name}</title></head><body><p>{bio}</p></body></html>"
        self.profiles.fail(200, headers={"Content-Type": "text/html"}, body=page, path=path)

    async def prove(self, watcher: Watcher, url: str = "") -> Message:
        """Puts the code into the profile page and presses Check."""
        begun = await self.code(watcher)
        self.publish(watcher.person, f"{watcher.person.name} {watcher.person.handle} {code_in(begun)}")
        await watcher.who.press(begun, "Check")
        await self.fake.until(lambda: "Proved" in begun.text, "the proof")
        return begun

    async def code(self, watcher: Watcher) -> Message:
        """`/watch prove` by a profile, up to the code."""
        menu = await self.ask(watcher.who, "/watch prove", "How would you like")
        return await self.press(watcher.who, menu, "Prove with a profile", "Put this code")

    async def proved(self) -> Watcher:
        """A watcher who has proved to be the person."""
        who, person = await self.opened("Proved"), self.somebody()
        await self.watch(who, person, self.profile(person))
        watcher = Watcher(who, person)
        await self.prove(watcher)
        return watcher

    async def hears_nothing(self, who: Account) -> None:
        """A later post about somebody else has come through, and still there is nothing for this account."""
        before = list(who.inbox)
        if self.witness is None:
            self.witness = await self.watcher()
        await self.post(self.witness.person)
        await self.note(self.witness.who)
        assert [each.text for each in who.inbox if each not in before] == []

    async def ask(self, who: Account, text: str, says: str = "") -> Message:
        """Writes in private; -> the bot's next message that says this."""
        before = list(who.inbox)
        who.write(who.private, text)
        return await who.private.next_message(lambda each: says in each.text and each not in before)

    async def press(self, who: Account, message: Message, label: str, says: str = "") -> Message:
        """Presses in private; -> the bot's next message that says this."""
        before = list(who.inbox)
        await who.press(message, label)
        return await who.private.next_message(lambda each: says in each.text and each not in before)

    async def told(self, who: Account, key: str, **arguments: str | int) -> Message:
        """The bot's next message in private with this text of the product."""
        return await who.private.next_message(lambda each: says(each, key, **arguments))

    async def hears(self, who: Account, words: str) -> Message:
        """The bot's next message in private with these words."""
        return await who.private.next_message(lambda each: words in each.text)

    async def answered(self, who: Account, action: str) -> Message:
        """Presses a forged button on the first message of their private chat; -> what the bot then writes there."""
        before = len(who.inbox)
        await who.forge(who.inbox[0], action)
        await self.fake.until(lambda: len(who.inbox) > before, f"an answer to {action}")
        return who.inbox[-1]

    async def forge(
        self, who: Account, on: Message, action: str, value: str | None = None, place: Chat | None = None
    ) -> tuple[Pressed, str]:
        """A press of anything on any message, whether or not a client would offer it; -> (its end, all that was said)."""
        before = {each.id for each in who.inbox}
        pressed = await who.forge(on, write_press(action, value, _place(place)))
        said = [each.text for each in who.inbox if each.id not in before]
        return pressed, "\n".join([pressed.text, *said])

    # --- what happens -----------------------------------------------------------------------------------------------

    async def poll(self, name: str = "Forum") -> None:
        """Lets a feed's interval pass, and waits until its server was asked."""
        server: FakeServer = {"Forum": self.forum, "Market": self.market}[name]
        before = len(server.seen)
        await self.program.make_due(name)
        await self.fake.until(lambda: len(server.seen) > before, f"a poll of {name}", PATIENCE)
        await self.program.feed_is_polled(name)

    async def post(self, person: Invented, *, mild: bool = False) -> str:
        """Somebody asks for the person's likeness on the forum, and it is polled; -> the post's link."""
        number = len(self.forum.entries) + 1
        ticket = "".join("bcdfghjklm"[int(digit)] for digit in str(number))  # no two posts say quite the same
        words = f"{person.mild_request if mild else person.request} Ticket {ticket}."
        entry = self.forum.add(person.title, words)
        entry.link = f"{self.forum.url}/posts/{person.handle[1:]}-{number}"
        self.secrets |= {entry.link, words}
        await self.poll()
        return entry.link

    def link(self) -> str:
        """A link that nobody reported yet."""
        link = f"https://forum.example.org/{next(self.numbers)}"
        self.secrets.add(link)
        return link

    async def card(self, person: Invented, town: Town | None = None) -> Message:
        """The card about a post that names the person."""
        return await (town or self.town).group.next_message(
            lambda each: person.name in each.text and "Confirm" in each.buttons
        )

    async def card_of(self, link: str, town: Town | None = None) -> Message:
        """The card about a reported link."""
        return await (town or self.town).group.next_message(
            lambda each: link.partition("://")[2].partition("/")[2] in each.text
        )

    async def reported(self, by: Account | None = None, town: Town | None = None) -> Message:
        """A fresh card about a link that a member reported."""
        town = town or self.town
        member, link = by or await self.member(town=town), self.link()
        member.write(town.group, f"/report {link}")
        card = await self.card_of(link, town)
        await member.private.next_message(lambda each: reference(card) in each.text)
        return card

    async def note(self, who: Account) -> Message:
        """The neutral message that an alert becomes."""
        return await who.private.next_message(lambda each: "Show details" in each.buttons)

    # --- what must always hold --------------------------------------------------------------------------------------

    def complaints(self) -> list[str]:
        """What went wrong since the last call, whatever the test was about."""
        found = [f"Telegram's API would not have it: {each}" for each in self.fake.violations]
        self.fake.violations.clear()
        errors = self.program.new_errors()
        if not self.errors_expected:  # a process that ends for a reason says it in plain words
            found += [f"the log says: {error}" for error in errors]
        self.errors_expected = False
        answered = sum(each.status != 0 for each in self.fake.requests)
        if self.fake.description is not None and self.fake.checked["answers"] < answered:
            found.append(
                f"only {self.fake.checked} of {answered} answers were checked against the description"
            )
        if self.fake.faults.pending():
            found.append(f"{self.fake.faults.pending()} planned faults were not met")
            self.fake.faults = Faults()
        for chat in self.fake.chats.values():
            for each in chat.messages:
                if each.sender is self.fake.bot and each.previewed and each.file is None:
                    found.append(f"a preview: {each.text!r}")
                if each.sender is self.fake.bot and chat.account is None:
                    found += [f"{mark} in a group: {each.text!r}" for mark in each.marks if self._alive(mark)]
        return found

    def _alive(self, mark: dict[str, str]) -> bool:
        """Whether one could press this in a group, or is named by it."""
        pings = {f"tg://user?id={account}" for account in self.may_be_pinged}
        return mark["type"] not in ("bold", "italic", "code", "spoiler") and mark.get("url") not in pings

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


def code_in(begun: Message) -> str:
    """The code that a proof or a link wants, which stands last in its message, to be copied with a tap."""
    return begun.text.splitlines()[-1]


def says(seen: Message | Pressed, key: str, **arguments: str | int) -> bool:
    """Whether a person reads this text of the product there (handlers/locales/en.ftl), markup left out."""
    return plain(texts("en")(key, **arguments)) in plain(seen.text)


def plain(text: str) -> str:
    """Without marks of markup and isolation, invisible joiners and differences of spacing."""
    return re.sub(r"\s+", " ", re.sub("[`\u2060\u2068\u2069]", "", text))


def label(key: str) -> str:
    """A button's label in English."""
    return texts("en")(key)


def _place(chat: Chat | None) -> Place | None:
    return Place(str(chat.id)) if chat is not None else None


async def set_up(
    fake: FakeTelegram, group: Chat, boss: Account, moderator: Account, topic: int | None, feeds: str = "all"
) -> None:
    """`/setup` by the group's creator, in the topic."""
    fake.bot_moved(group, boss, "left", "administrator")
    boss.write(group, "/setup here", topic=topic)
    await boss.private.next_message(lambda each: "Ready" in each.text)
    await group.next_message(lambda each: "This is where cards will arrive" in each.text)
    boss.write(group, f"/setup feeds {feeds}")
    chosen = "✓ Forum" if feeds == "all" else "Forum"
    await boss.private.next_message(lambda each: chosen in each.buttons)
    boss.write(group, "/setup moderators", reply_to=moderator.write(group, "hello"))
    await boss.private.next_message(lambda each: "✓ Moderator" in each.buttons)


@contextlib.asynccontextmanager
async def running_world(folder: Path, *, database_url: str = "", extra: str = "") -> AsyncIterator[World]:
    """A world whose program runs, is set up and has polled its forum once; killed at the end."""
    async with (
        FakeTelegram(patience=PATIENCE) as fake,
        RssServer() as forum,
        CivitaiServer() as market,
        RssServer() as profiles,
    ):
        group = fake.group("Harbour", forum=True, bot_status="administrator")
        boss, moderator = group.member("Boss", "creator"), group.member("Moderator")
        topic = group.topic("Alerts")
        program = TelegramProgram(
            folder,
            database_url or f"sqlite+aiosqlite:///{folder}/headsup.sqlite3",
            fake.api_url,
            fake.token,
            feeds=[{"kind": "rss", "name": "Forum", "url": forum.feed}, market.configured("Market")],
            allowed=[forum.allowed, market.allowed, profiles.allowed],
            extra=f'home = "{group.id}"\n{extra}',
        )
        world = World(fake, forum, market, profiles, program, group, boss, moderator, topic)
        try:
            await program.start()
            await fake.ready()
            for each in (boss, moderator):
                each.start()
                await each.private.next_message()
            await set_up(fake, group, boss, moderator, topic)
            for name in ("Forum", "Market"):
                await program.feed_is_known(name)
            yield world
        finally:
            await program.close()
