"""A whole house for tests: real database, vault, screener, policy; the model, clock and outside are stand-ins.

Used by the tests of handlers, storage and bot. The judge finds a label where its word stands in brackets (`[sexual]`), so
that a test chooses the intent; the model's quality is another suite's business.
"""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import AsyncIterator, Iterable, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from typing import Any, ClassVar, TypeVar

from sqlalchemy import select, update

from bot.platforms.console import ConsolePlatform
from bot.platforms.console.platform import Message
from feeds import Adapter, FeedError, FeedSettings, FeedState, Fetcher, FetchSettings, Item, Poll, settings
from handlers import front, polling, work
from handlers.actors import Actor, Place
from handlers.cards import Card, Reply, Values
from handlers.house import House
from handlers.polling import Configured
from handlers.ports import MessengerError, Sent
from handlers.settings import Alerting
from handlers.vault import open_vault
from intent import LABELS, Intent, Policy, Span
from storage import Database
from storage import schema as tables
from watchlists import Screener
from watchlists.sealing import MasterKeys, new_key_text, parse_master_keys

START = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)
Row = TypeVar("Row", bound=tables.Base)


class Clock:
    """A clock that the test moves."""

    def __init__(self, now: datetime = START) -> None:
        self.now = now

    def __call__(self) -> datetime:
        return self.now

    def steady(self) -> float:
        return self.now.timestamp()

    def advance(self, **by: float) -> None:
        self.now += timedelta(**by)


class Judge:
    """Finds a label where its word stands in brackets, half sure where a question mark follows it; `[broken]` makes it
    fail.
    """

    version = "judge"
    thresholds: ClassVar[Mapping[str, float]] = dict.fromkeys(LABELS, 0.5)

    def __init__(self) -> None:
        self.texts: list[str] = []

    async def classify(self, texts: Sequence[str]) -> list[Intent]:
        self.texts += texts
        if any("[broken]" in text for text in texts):
            raise RuntimeError("the model fails on this text")
        return [Intent(**{label: _probability(label, text) for label in LABELS}) for text in texts]

    async def explain(self, text: str) -> list[Span]:
        return [Span(0, min(len(text), 8), "likeness", 1.0)]


def _probability(label: str, text: str) -> float:
    return 0.95 if f"[{label}]" in text else 0.6 if f"[{label}?]" in text else 0.02


class Doubtful(Judge):
    """As the shipped model, it wants to be surer than "more likely than not"; and it knows two characters."""

    thresholds: ClassVar[Mapping[str, float]] = {**Judge.thresholds, "likeness": 0.8}

    async def classify(self, texts: Sequence[str]) -> list[Intent]:
        intents = await super().classify(texts)
        return [
            replace(intent, likeness=0.1)
            if any(name in text for name in ("Rikka Takarada", "Lara Croft"))
            else intent
            for text, intent in zip(texts, intents, strict=True)
        ]


class Faulty(ConsolePlatform):
    """The console platform; `faults` are raised, one a call, before anything is sent."""

    def __init__(self) -> None:
        super().__init__()
        self.faults: list[MessengerError] = []
        self.steward_account: str | None = "owner"
        self.missing: list[str] = []
        self.asked: list[str] = []

    def _raise(self, place: str) -> None:
        self.asked.append(place)
        if self.faults:
            raise self.faults.pop(0)

    async def send_channel(self, channel: str, card: Card, nonce: str) -> Sent:
        self._raise(channel)
        return await super().send_channel(channel, card, nonce)

    async def send_direct(self, account: str, card: Card, nonce: str) -> Sent:
        self._raise(account)
        return await super().send_direct(account, card, nonce)

    async def edit(self, sent: Sent, card: Card) -> None:
        self._raise(sent.channel)
        await super().edit(sent, card)

    async def missing_permissions(self, community: str, channel: str) -> Sequence[str]:
        return self.missing

    async def steward(self, community: str) -> str | None:
        return self.steward_account


class AtOnce:
    """A queue that does the work in the call, or, while `held`, forgets it as a crash would."""

    def __init__(self) -> None:
        self.house: House | None = None
        self.held = False
        self.asked: list[tuple[str, int]] = []

    async def screen(self) -> None:
        self.asked.append(("screen", 0))
        if self.house is not None and not self.held:
            await work.screen(self.house)

    async def deliver(self, alert_id: int) -> None:
        self.asked.append(("deliver", alert_id))
        if self.house is not None and not self.held:
            await work.deliver(self.house, alert_id)

    async def redraw(self, case_id: int) -> None:
        self.asked.append(("redraw", case_id))
        if self.house is not None and not self.held:
            await work.redraw(self.house, case_id)


class Shelf:
    """An adapter whose pages the test lays out: items by address, or an error."""

    kind = "rss"
    Settings: type[FeedSettings] = FeedSettings

    def __init__(self) -> None:
        self.pages: dict[str, Poll | Exception] = {}
        self.polls: list[str] = []

    def lay(self, url: str, items: Iterable[Item], deleted: tuple[str, ...] = ()) -> None:
        number = len(self.polls) + 1
        self.pages[url] = Poll(tuple(items), FeedState(cursor={"page": number}), deleted=deleted)

    async def poll(self, settings: FeedSettings, state: FeedState | None, fetch: Fetcher) -> Poll:
        url = settings.address()
        self.polls.append(url)
        answer = self.pages.get(url, Poll((), FeedState(cursor={"page": 0})))
        if isinstance(answer, Exception):
            raise answer
        return answer


def someone(account: str, community: str | None = "guild", *roles: str, administrator: bool = False) -> Actor:
    """An account, in a community or (None) in a direct message."""
    place = Place(community, "general") if community is not None else None
    return Actor("console", account, place=place, roles=frozenset(roles), administrator=administrator)


MEMBER = someone("100000000000000001")
MODERATOR = someone("100000000000000002", "guild", "mods")
SECOND_MODERATOR = someone("100000000000000003", "guild", "mods")
GUARDIAN = someone("100000000000000004", "guild", "guardians")
ADMINISTRATOR = someone("100000000000000005", "guild", administrator=True)
STRANGER = someone("100000000000000006", "elsewhere", "mods")
JORUNN = someone("100000000000000007", None)
OTHER = someone("100000000000000008", None)


@dataclass(slots=True)
class World:
    """A house with what surrounds it, and short ways through the front door."""

    house: House
    console: Faulty
    queue: AtOnce
    clock: Clock
    judge: Judge
    shelf: Shelf
    keys: MasterKeys
    feeds: dict[str, Configured] = field(default_factory=dict)

    # What people do

    async def command(self, actor: Actor, name: str, *, item: Item | None = None, **values: Any) -> Reply:
        return await front.command(self.house, actor, name, values, item=item)

    async def press(self, actor: Actor, action: str, values: Values | None = None) -> Reply:
        reply = await front.act(self.house, actor, action, values or {})
        if reply.after is not None:
            await reply.after()
        return reply

    async def choose(self, actor: Actor, action: str, *chosen: str) -> Reply:
        return await self.press(actor, action, {"values": list(chosen)})

    async def setup(self, community: str = "guild", **values: Any) -> None:
        """A community with everything set: channel, roles, all feeds."""
        actor = someone("100000000000000005", community, administrator=True)
        given = {
            "channel": f"{community}-alerts",
            "moderators": ["mods"],
            "escalation": "oncall",
            "child_safety": ["guardians"],
            "feeds": "all",
        }
        reply = await self.command(actor, "setup", **(given | values))
        assert reply.card is not None
        assert reply.card.title == "Headsup in this community", reply.card

    async def watch(self, actor: Actor = JORUNN, standing: str = "self", **terms: str) -> str:
        """Add a person; -> its id. Without terms: Jorunn Valderhaug."""
        known = {row.id for row in await self.rows(tables.Person)}
        reply = await self.press(
            actor, f"watch.added:{standing}", terms or {"names": "Jorunn Valderhaug", "handles": "@jorunnval"}
        )
        assert reply.card is not None
        assert reply.card.title == "Watching", reply.card.body
        (new,) = {row.id for row in await self.rows(tables.Person)} - known
        return str(new)

    async def link(self, first: Actor, second: Actor) -> Reply:
        """Link the second account to the first one's watchlist."""
        shown = await self.command(first, "watch link")
        assert shown.card is not None
        code = next(line.value for line in shown.card.lines if line.name == "Code")
        asked = await self.command(second, "watch link", code=code)
        if asked.card is None or not asked.card.buttons:
            return asked
        return await self.press(second, asked.card.buttons[0].action)

    async def vouched(self, actor: Actor, person: str, *moderators: Actor) -> Reply:
        """Ask for a vouch in the community, and let moderators agree."""
        there = replace(actor, place=Place("guild", "general"))
        await self.press(there, f"proof.ask_vouch:{person}")
        proof = max(row.id for row in await self.rows(tables.Proof))
        reply = Reply()
        for moderator in moderators or (MODERATOR,):
            reply = await self.press(moderator, f"proof.vouched:{proof}")
        return reply

    # What arrives

    async def feed(self, name: str, *baseline: Item) -> str:
        """Configure a feed and let its first poll happen; -> its address."""
        url = f"https://{name}.example/feed.xml"
        self.feeds[name] = Configured("rss", name, settings("rss", {"url": url}))
        self.house.configured_feeds = {(each.kind, each.key): each.settings for each in self.feeds.values()}
        await polling.register(self.house, list(self.feeds.values()))
        self.shelf.lay(url, baseline)
        await work.poll_due(self.house)
        return url

    async def arrives(self, name: str, *items: Item, deleted: tuple[str, ...] = ()) -> None:
        """The feed shows these items and is polled."""
        self.shelf.lay(f"https://{name}.example/feed.xml", items, deleted)
        await polling.set_state(self.house, name, "active")
        await work.poll_due(self.house)

    async def fails(self, name: str, error: FeedError | Exception) -> None:
        """The feed is polled and fails."""
        self.shelf.pages[f"https://{name}.example/feed.xml"] = error
        async with self.house.database.write() as session:
            await session.execute(
                update(tables.Feed).where(tables.Feed.name == name).values(next_poll_at=self.clock())
            )
        await work.poll_due(self.house)

    # What is there now

    async def rows(self, table: type[Row]) -> list[Row]:
        """All rows of a table, in the order of its key."""
        async with self.house.database.read() as session:
            query = select(table).order_by(*table.__table__.primary_key)
            return list((await session.scalars(query)).all())

    async def person_alert(self) -> tables.Alert:
        """The first alert to a person."""
        return next(each for each in await self.rows(tables.Alert) if each.kind == "person")

    async def exported(self, actor: Actor = JORUNN) -> str:
        """The file that `/watch export` gives."""
        reply = await self.command(actor, "watch export")
        assert reply.card is not None
        assert reply.card.file is not None
        return reply.card.file[1].decode()

    @property
    def cards(self) -> list[Card]:
        """Moderators' cards, as they stand now."""
        return [each.card for each in self.console.messages if each.card.severity is not None]

    @property
    def notices(self) -> list[Message]:
        """Every other message."""
        return [each for each in self.console.messages if each.card.severity is None]

    def direct(self, actor: Actor) -> list[Card]:
        """Direct messages to an account."""
        return [each.card for each in self.console.messages if each.direct and each.place == actor.account]

    async def another(self, owner: str = "second") -> World:
        """A second process on the same database, with an engine and a queue of its own."""
        queue = AtOnce()
        house = replace(
            self.house,
            screener=Screener(),
            queue=queue,
            owner=owner,
            screening=asyncio.Lock(),
            silences={},
            watchlist_revision=0,
        )
        queue.house = house
        return replace(self, house=house, queue=queue)


def item(body: str = "[likeness] a model of Jorunn Valderhaug", **fields: Any) -> Item:
    """A post; unlike every other one unless the test says what makes it the same."""
    if not {"native_id", "guid", "url"} & set(fields):
        fields["guid"] = secrets.token_hex(8)
    return Item(source=fields.pop("source", "rss"), body=body, **fields)


def said(card: Card | None) -> str:
    """Every word of a card, for looking something up in it."""
    if card is None:
        return ""
    lines = [f"{line.name}: {line.value}" for line in card.lines]
    labels = [button.label for button in card.buttons]
    return "\n".join([card.title, card.body, card.notice, *lines, *labels, card.footer, card.copyable])


@asynccontextmanager
async def open_world(url: str, keys: MasterKeys | None = None) -> AsyncIterator[World]:
    """A world on an upgraded database."""
    keys = keys or parse_master_keys([new_key_text()], "test")
    clock, console, queue, judge, shelf = Clock(), Faulty(), AtOnce(), Judge(), Shelf()
    database = Database(url)
    fetch_settings = FetchSettings(allow_private=("127.0.0.1",), gap=0, parser_processes=0)
    adapters: dict[str, Adapter] = {"rss": shelf}
    async with Fetcher(fetch_settings) as fetch:
        house = House(
            database=database,
            vault=await open_vault(database, keys, clock()),
            screener=Screener(),
            classifier=judge,
            policy=Policy(),
            fetch=fetch,
            adapters=adapters,
            queue=queue,
            messengers={"console": console},
            alerting=Alerting(profile_sites=("127.0.0.1", "profiles.example"), vouching=("*",)),
            clock=clock,
            steady=clock.steady,
        )
        queue.house = house
        try:
            yield World(house, console, queue, clock, judge, shelf, keys)
        finally:
            await database.close()
