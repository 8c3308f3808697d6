"""A small world around one running program: a Discord server with its people, a forum, a marketplace.

Made by conftest.py. A test in short:

    jane = await world.watcher()                     # keeps a watchlist for an invented person, from a DM
    world.forum.add(jane.person.title, jane.person.request)
    await world.poll("Forum")
    card = await world.card(jane.person)             # in the alert channel
    note = await jane.who.next_dm()
"""

from __future__ import annotations

import contextlib
import itertools
import re
from collections.abc import AsyncIterator, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from handlers.texts import texts
from tests.e2e.names import Invented, invented
from tests.e2e.program import PATIENCE, Program
from tests.e2e.slow import SlowServer
from tests.e2e.traces import traces
from tests.fakes.discord import Answer, Channel, FakeDiscord, Guild, Message, Person, Role
from tests.fakes.discord.interactions import PRESSED, Interaction
from tests.fakes.faults import Faults
from tests.fakes.feeds.civitai import CivitaiServer
from tests.fakes.feeds.rss import RssServer
from tests.fakes.feeds.serving import FakeServer

COMMANDS = ("report", "watch", "case", "setup", "help", "Report likeness request")


@dataclass(frozen=True, slots=True)
class Watcher:
    """An account and the invented person that it watches for."""

    who: Person
    person: Invented


@dataclass
class Town:
    """One server with the bot in it, set up or not."""

    guild: Guild
    general: Channel
    alerts: Channel
    moderators: Role
    helpers: Role
    child_safety: Role
    moderator: Person

    @property
    def owner(self) -> Person:
        """Who owns the server, and may do everything there."""
        return self.guild.owner

    def member(self, name: str = "member") -> Person:
        """Somebody new without any role."""
        return self.guild.member(name)


@dataclass
class World:
    """Everything that a test acts on. `town` is set up; its moderators decide on reports from direct messages."""

    fake: FakeDiscord
    forum: RssServer
    market: CivitaiServer
    profiles: RssServer
    slow: SlowServer
    program: Program
    town: Town
    people: Iterator[Invented] = field(default_factory=invented)
    numbers: Iterator[int] = field(default_factory=lambda: itertools.count(1001))
    secrets: set[str] = field(default_factory=set)
    """What must not be found in logs, metrics and database: every watched name and handle, every link and text."""
    may_be_pinged: set[str] = field(default_factory=set)
    errors_expected: bool = False

    # --- people ---------------------------------------------------------------------------------------------

    def somebody(self) -> Invented:
        """An invented person whom nobody watches yet."""
        person = next(self.people)
        self.secrets |= {person.name, person.handle, *person.name.split()}
        return person

    async def watcher(
        self, who: Person | None = None, *, urls: str = "", standing: str = "self", installed: bool = True
    ) -> Watcher:
        """An account (without a shared server, unless one is given) that watches for somebody new, from its DMs."""
        who = who or self.fake.user("somebody", installed=installed)
        person = self.somebody()
        answer = await self.watch(who, person, urls=urls, standing=standing)
        assert person.name in answer.text
        return Watcher(who, person)

    async def watch(self, who: Person, person: Invented, *, urls: str = "", standing: str = "self") -> Answer:
        """`/watch add`, in the direct messages."""
        form = await who.slash(who.dm, "watch add", standing=standing)
        return await who.submit(form, {"Names": person.name, "Handles": person.handle, "Profile links": urls})

    async def proved(self, person: Invented | None = None) -> Watcher:
        """A watcher who has proved to be the person, with a code in a profile."""
        who = self.fake.user("proved", installed=True)
        someone = person or self.somebody()
        url = f"{self.profiles.url}/posts/{someone.handle[1:]}"
        await self.watch(who, someone, urls=url)
        await self.prove(who, someone)
        return Watcher(who, someone)

    async def prove(self, who: Person, person: Invented) -> Answer:
        """Puts the code into the profile page and presses Check."""
        begun = await who.slash(who.dm, "watch prove", method="a code in a profile")
        self.publish(person, f"{person.name} {person.handle} {begun.content}")
        return await who.press(begun, "Check")

    def publish(self, person: Invented, bio: str) -> None:
        """What the person's profile page says."""
        path = f"/posts/{person.handle[1:]}"
        self.profiles.faults = [fault for fault in self.profiles.faults if fault.path != path]
        page = (
            f"<!doctype html><html><head><title>{person.name}</title></head><body><p>{bio}</p></body></html>"
        )
        self.profiles.fail(200, headers={"Content-Type": "text/html"}, body=page, path=path)

    # --- what happens ---------------------------------------------------------------------------------------

    async def poll(self, name: str) -> None:
        """Lets a feed's interval pass, and waits until its server was asked and the answer is stored."""
        server: FakeServer = {"Forum": self.forum, "Market": self.market}[name]
        before = len(server.seen)
        await self.program.make_due(name)
        await self.fake.until(lambda: len(server.seen) > before, f"a poll of {name}", PATIENCE)
        await self.program.feed_is_polled(name)

    async def post(self, person: Invented, *, mild: bool = False) -> str:
        """Somebody asks for the person's likeness on the forum, and it is polled; -> the post's link."""
        entry = self.forum.add(person.title, person.mild_request if mild else person.request)
        link = f"{self.forum.url}/posts/{person.handle[1:]}-{len(self.forum.entries)}"
        entry.link = link
        self.secrets |= {link, person.request, person.mild_request}
        await self.poll("Forum")
        return link

    async def card(self, person: Invented, where: Channel | None = None) -> Message:
        """The card about a post that names the person."""
        channel = where or self.town.alerts
        return await channel.next_message(lambda m: person.name in m.text and bool(m.buttons))

    async def note(self, who: Person) -> Message:
        """The neutral message that an alert becomes."""
        return await who.next_dm(lambda m: "Show details" in m.buttons)

    async def reported(self, where: Channel | None = None, by: Person | None = None) -> Message:
        """A fresh card about a link that a member reported."""
        channel, town = where or self.town.general, self.town
        link = f"https://forum.example.org/{next(self.numbers)}"
        self.secrets.add(link)
        await (by or town.member()).slash(channel, "report", link=link)
        return await town.alerts.next_message(lambda m: defanged(link) in m.text)

    async def forge(self, who: Person, where: Channel, custom_id: str, *chosen: str) -> Answer:
        """A press (or, with `chosen`, a choice) of any custom id from anywhere, on a message of the presser's making."""
        data: dict[str, Any] = {"custom_id": custom_id, "component_type": 3 if chosen else 2, "id": 2}
        control: dict[str, Any] = {"type": 2, "style": 2, "label": "Press", "custom_id": custom_id}
        if chosen:
            data["values"] = list(chosen)
            options = [{"label": one, "value": one} for one in chosen]
            control = {"type": 3, "custom_id": custom_id, "options": options}
        on = Message(self.fake.ids.next(), where, self.fake.bot)
        on.apply({"content": "forged", "components": [{"type": 1, "components": [control]}]}, {})
        did = Interaction(
            self.fake.ids.next(), PRESSED, who, where, data, self.fake.now(), source=on, original=on
        )
        answer = await who._act(did)
        assert not answer.failed, f"{custom_id} got no answer"
        return answer

    async def case(self, *, mild: bool = False) -> Message:
        """A fresh card about somebody whom nobody watches."""
        person = self.somebody()
        await self.post(person, mild=mild)
        return await self.card(person)

    # --- towns ----------------------------------------------------------------------------------------------

    def new_town(self, name: str = "Haven") -> Town:
        """Another server with the bot in it, not set up yet."""
        return found_town(self.fake, name)

    async def set_up(self, town: Town, *, feeds: str = "all") -> Answer:
        """`/setup` by the owner, with everything; the test card is taken from the channel."""
        answer = await set_up(town, feeds)
        self.may_be_pinged.add(town.helpers.id)
        return answer

    # --- what must always hold ------------------------------------------------------------------------------

    def complaints(self) -> list[str]:
        """What went wrong since the last call, whatever the test was about."""
        found = [f"Discord's API would not have it: {each}" for each in self.fake.violations]
        self.fake.violations.clear()
        errors = self.program.new_errors()
        if not self.errors_expected:
            found += [f"the log says: {error}" for error in errors]
        self.errors_expected = False
        if self.fake.faults.pending():
            found.append(f"{self.fake.faults.pending()} planned faults were not met")
            self.fake.faults = Faults()
        found += [f"pinged: {message.text!r}" for message in self.pinging()]
        return found

    def pinging(self) -> Iterable[Message]:
        """The bot's messages that notified anybody but an escalation role."""
        for channel in self.fake.channels.values():
            for message in channel.everything:
                if message.author.bot and message.pinged - self.may_be_pinged:
                    yield message

    async def leaks(self) -> list[str]:
        """Where a secret can be read: log, metrics, the database and whatever else it wrote."""
        metrics = ""
        if self.program.running:
            with contextlib.suppress(OSError):
                metrics = (await self.program.get("/metrics"))[1]
        places = {"the log": self.program.log_text().encode(), "/metrics": metrics.encode()}
        kept = [path for path in self.program.folder.rglob("*") if path.is_file()]
        places |= {path.name: path.read_bytes() for path in kept if path != self.program.config}
        return [
            f"{word!r} can be read in {where}"
            for where, data in places.items()
            for word in traces(data, self.secrets)
        ]


def says(seen: Answer | Message, key: str, **arguments: str | int) -> bool:
    """Whether a person reads this text of the product there (handlers/locales/en.ftl), markup left out."""
    return plain(texts("en")(key, **arguments)) in plain(seen.text)


def plain(text: str) -> str:
    """Without escapes, isolation marks and differences of spacing."""
    return re.sub(r"\s+", " ", re.sub("[\\\\\u2068\u2069]", "", text))


def label(key: str) -> str:
    """A button's or menu's label in English."""
    return texts("en")(key)


def reference(seen: Answer | Message) -> str:
    """The reference that stands in a card or receipt."""
    found = re.search(r"H-[0-9A-Z]{4,}", seen.text)
    assert found, f"no reference in {seen.text!r}"
    return found.group()


def defanged(link: str) -> str:
    """A link as cards show it."""
    scheme, rest = link.split("://")
    host, slash, path = rest.partition("/")
    return f"{scheme.replace('tt', 'xx')}[:]//{host.replace('.', '[.]')}{slash}{path}"


def found_town(fake: FakeDiscord, name: str) -> Town:
    """A server with channels, roles and one moderator."""
    guild = fake.guild(name)
    moderators = guild.role("moderators")
    return Town(
        guild=guild,
        general=guild.channel("general"),
        alerts=guild.channel("alerts"),
        moderators=moderators,
        helpers=guild.role("helpers"),
        child_safety=guild.role("child safety"),
        moderator=guild.member("moderator", [moderators]),
    )


async def set_up(town: Town, feeds: str) -> Answer:
    """`/setup` by the owner."""
    answer = await town.owner.slash(
        town.general,
        "setup",
        channel=town.alerts,
        moderators=town.moderators,
        escalation=town.helpers,
        child_safety=town.child_safety,
        severity="low",
        feeds=feeds,
    )
    assert "Ready" in answer.text, answer.text
    await town.alerts.next_message(lambda m: "This is where cards will arrive" in m.text)
    return answer


@contextlib.asynccontextmanager
async def running_world(
    folder: Path, *, database_url: str = "", days_ago: float = 0.0, extra: str = "", started: bool = True
) -> AsyncIterator[World]:
    """A world whose program runs, is set up and has polled its feeds once; killed at the end.

    `started=False`: the program waits for the test to start it, and nothing is set up.
    """
    async with (
        FakeDiscord(days_ago=days_ago, patience=PATIENCE) as fake,
        RssServer() as forum,
        CivitaiServer() as market,
        RssServer() as profiles,
        SlowServer() as slow,
    ):
        fake.answer_window = 10.0  # a busy machine's three seconds; what the bot does at 1.5 s stays as it is
        town = found_town(fake, "Harbour")
        program = Program(
            folder,
            database_url or f"sqlite+aiosqlite:///{folder}/headsup.sqlite3",
            fake.api_url,
            fake.token,
            feeds=[
                {"kind": "rss", "name": "Forum", "url": forum.feed},
                market.configured("Market"),
            ],
            allowed=[forum.allowed, market.allowed, profiles.allowed, slow.allowed],
            home=town.guild.id,
            extra=extra,
        )
        world = World(fake, forum, market, profiles, slow, program, town)
        try:
            if started:
                await program.start()
                await fake.ready(*COMMANDS)
                await world.set_up(town)
                for name in ("Forum", "Market"):
                    await program.feed_is_known(name)
            yield world
        finally:
            await program.close()
