"""FakeDiscord: its world, its clock, and what a test asks of it; serving.py answers the HTTP requests.

Used by tests through the `fake_discord` fixture (fixtures.py), or by hand: `async with FakeDiscord() as
fake`. The bot under test reaches it over sockets alone: `fake.api_url` and `fake.token` are all it needs
to know.
"""

from __future__ import annotations

import asyncio
import base64
import secrets
import time
from collections.abc import Callable
from types import TracebackType
from typing import Self, TypeVar

from aiohttp import web

from tests.fakes import spec
from tests.fakes.discord.commands import CommandBook
from tests.fakes.discord.gateway import PRIVILEGED, Gateway
from tests.fakes.discord.guilds import Guild, new_guild
from tests.fakes.discord.interactions import Interaction
from tests.fakes.discord.messages import Attachment, Message
from tests.fakes.discord.people import Person
from tests.fakes.discord.places import GROUP_DM, Channel
from tests.fakes.discord.serving import BASE, Front, Recorded
from tests.fakes.discord.wire import Clock, Json, Snowflakes
from tests.fakes.faults import Fault, Faults, Gate, route_pattern

T = TypeVar("T")
USUAL_BOT_PERMISSIONS = (
    "view_channel",
    "send_messages",
    "embed_links",
    "attach_files",
    "read_message_history",
    "mention_everyone",
    "create_public_threads",
    "send_messages_in_threads",
    "add_reactions",
)


class FakeDiscord:
    """One Discord on loopback, with one application and its bot.

    `days_ago`: its clock starts that far in the past, for messages that are old once `pass_time` has caught up.

    Invariants: every body that passes is checked against the API's description (when it is there) and the
    fake's own rules, and what is wrong with it stands in `violations`; every request stands in `requests`;
    changes to the world reach the connected bot through the gateway.
    """

    def __init__(self, *, shards: int = 1, patience: float = 15.0, days_ago: float = 0.0) -> None:
        self.clock = Clock(-86_400 * days_ago)
        self.ids = Snowflakes(self.clock)
        self.people: dict[str, Person] = {}
        self.guilds: dict[str, Guild] = {}
        self.channels: dict[str, Channel] = {}
        self.interactions: dict[str, Interaction] = {}
        self.attachments: dict[str, Attachment] = {}
        self.nonces: dict[str, tuple[float, Message]] = {}
        self.requests: list[Recorded] = []
        self.violations: list[str] = []
        self.seen: set[str] = set()
        self.faults = Faults()
        self.gateway = Gateway(self)
        self.shards = shards
        self.patience = patience
        self.answer_window = 3.0
        self.token_life = 900.0
        self.privileged_intents: set[str] = set(PRIVILEGED)
        self.application_id = self.ids.next()
        self.application_name = "Headsup"
        self.bot = self._new_person(self.application_name, id=self.application_id, bot=True)
        self.developer = self._new_person("developer")
        self.token = ".".join(
            [
                base64.b64encode(self.application_id.encode()).decode().rstrip("="),
                "fake",
                secrets.token_urlsafe(16),
            ]
        )
        self.commands = CommandBook(self)
        self._changed = asyncio.Event()
        self._runner: web.AppRunner | None = None
        self.port = 0
        self.description = spec.discord()

    # --- running --------------------------------------------------------------------------------------------

    async def __aenter__(self) -> Self:
        self._runner = web.AppRunner(Front(self).application(), access_log=None, shutdown_timeout=0.5)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", 0)
        await site.start()
        self.port = self._runner.addresses[0][1]
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.faults.release_all()
        await self.gateway.close()
        if self._runner is not None:
            await self._runner.cleanup()

    @property
    def api_url(self) -> str:
        """What `discord.http.Route.BASE` (config key `discord.api_url`) is set to."""
        return f"http://127.0.0.1:{self.port}{BASE}"

    @property
    def gateway_url(self) -> str:
        """Where the websocket is; clients learn it from `GET /gateway/bot`."""
        return f"ws://127.0.0.1:{self.port}/gateway"

    @property
    def application_flags(self) -> int:
        """Which privileged intents the developer portal grants, as the application's flags say it."""
        bits = {"presences": 1 << 13, "members": 1 << 15, "message_content": 1 << 19}
        return sum(bits[name] for name in self.privileged_intents)

    def now(self) -> float:
        """The fake's clock in seconds since 1970; `days_ago` and `pass_time` move it."""
        return self.clock.now()

    def pass_time(self, seconds: float) -> None:
        """Lets time pass at once, for tokens, nonces and ids."""
        self.clock.ahead += seconds

    def pulse(self) -> None:
        """Something changed: whoever waits looks again."""
        self._changed.set()
        self._changed = asyncio.Event()

    async def until(self, condition: Callable[[], T | None], what: str, timeout: float | None = None) -> T:
        """Waits until the condition gives something true and returns that; AssertionError names `what` it
        waited for."""
        limit = self.patience if timeout is None else timeout
        deadline = time.monotonic() + limit
        while not (found := condition()):
            left = deadline - time.monotonic()
            if left <= 0:
                raise AssertionError(f"waited {limit:g} s for {what}")
            try:
                await asyncio.wait_for(self._changed.wait(), min(left, 0.1))
            except TimeoutError:
                continue  # conditions may also depend on the world outside
        return found

    async def ready(self, *commands: str, timeout: float = 60.0) -> None:
        """Waits until the bot has connected on every shard, and has registered these commands globally."""

        def connected() -> bool:
            registered = {command["name"] for command in self.commands.listed(None)}
            return len({s.shard for s in self.gateway.connected}) >= self.shards and registered.issuperset(
                commands
            )

        await self.until(connected, f"the bot to connect with its commands {commands}", timeout)

    # --- the world ------------------------------------------------------------------------------------------

    def _new_person(self, name: str, *, id: str | None = None, bot: bool = False) -> Person:
        person = Person(self, id or self.ids.next(), name, bot=bot)
        self.people[person.id] = person
        return person

    def user(self, name: str, *, locale: str = "en-US", installed: bool = False) -> Person:
        """A new person; `installed`: has added the app to their own account."""
        person = self._new_person(name)
        person.locale, person.installed = locale, installed
        return person

    def guild(
        self,
        name: str,
        *,
        owner: Person | str | None = None,
        bot: bool = True,
        bot_permissions: tuple[str, ...] = USUAL_BOT_PERMISSIONS,
    ) -> Guild:
        """A new guild, with the bot in it unless told otherwise."""
        who = owner if isinstance(owner, Person) else self.user(owner or f"owner of {name}")
        guild = new_guild(self, name, who, bot=bot, bot_permissions=bot_permissions)
        self.guilds[guild.id] = guild
        if bot:
            self.announce(guild)
        return guild

    def announce(self, guild: Guild, *, again: bool = False) -> None:
        """GUILD_CREATE to the sessions there are; `again`: a guild that was unavailable is back."""
        back = {"unavailable": False} if again else {}
        for session in self.gateway.sessions:
            if self.gateway.holds(session, guild):
                session.send("GUILD_CREATE", guild.event(all_members=session.wants("members")) | back)

    def invite_bot(self, guild: Guild, *permissions: str) -> None:
        """Somebody adds the bot to a guild that it is not in."""
        guild.add_bot(permissions or USUAL_BOT_PERMISSIONS)
        self.announce(guild)

    def dm_of(self, *people: Person) -> Channel:
        """The conversation of these people (with one: of the bot and them), made if it is not there yet."""
        members = (self.bot, people[0]) if len(people) == 1 else people
        for channel in self.channels.values():
            if channel.guild is None and set(channel.recipients) == set(members):
                return channel
        kind = 1 if len(members) == 2 else GROUP_DM
        channel = Channel(self, self.ids.next(), kind, recipients=members)
        self.channels[channel.id] = channel
        return channel

    def attachment(
        self,
        filename: str,
        content: bytes = b"",
        content_type: str = "application/octet-stream",
        *,
        ephemeral: bool = False,
        description: str = "",
    ) -> Attachment:
        """A file that was uploaded: to hand to a command, or on a message."""
        number = self.ids.next()
        url = f"http://127.0.0.1:{self.port}/attachments/{number}/{filename}"
        made = Attachment(number, filename, content, content_type, url, ephemeral, description)
        self.attachments[number] = made
        return made

    def dispatch(
        self, event: str, data: Json, guild: Guild | None, *, even_without_bot: bool = False
    ) -> None:
        """An event for the bot, if it is in that guild."""
        if guild is None or even_without_bot or (guild.has_bot and guild.id in self.guilds):
            self.gateway.dispatch(event, data, guild)
        self.pulse()

    def dispatch_message(self, event: str, message: Message) -> None:
        """A message event for the bot, if it may see the channel."""
        self.gateway.dispatch_message(event, message)
        self.pulse()

    def delete_message(self, message: Message) -> None:
        """A message goes, by whoever."""
        message.deleted = True
        if not message.ephemeral:
            body = {"id": message.id, "channel_id": message.channel.id}
            guild = message.channel.guild
            if guild is not None:
                body["guild_id"] = guild.id
            self.gateway.dispatch(
                "MESSAGE_DELETE", body, guild, intent="guild_messages" if guild else "direct_messages"
            )
        self.pulse()

    def message(self, id: str) -> Message | None:
        """Any message of the world by id."""
        return next((m for c in self.channels.values() for m in c.everything if m.id == id), None)

    def requests_to(self, route: str) -> list[Recorded]:
        """The recorded requests to a route like "POST /channels/*/messages", oldest first."""
        pattern = route_pattern(route)
        return [one for one in self.requests if pattern.fullmatch(f"{one.method} {one.path}")]

    # --- faults ---------------------------------------------------------------------------------------------

    def rate_limit_next(
        self, route: str, *, retry_after: float = 0.2, times: int = 1, scope: str = "user"
    ) -> Fault:
        """429 for the next requests to a route ("POST /channels/*/messages"); scope "global" for the global
        limit."""
        return self.faults.add(
            Fault(route_pattern(route), times, 429, 0, retry_after=retry_after, scope=scope)
        )

    def fail_next(
        self,
        method: str,
        path: str,
        status: int = 500,
        times: int = 1,
        *,
        performed: bool = False,
        code: int = 0,
        message: str = "",
    ) -> Fault:
        """Any error for the next requests; status 0 cuts the connection; `performed`: only the answer is
        lost."""
        return self.faults.add(
            Fault(route_pattern(f"{method} {path}"), times, status, code, message, performed=performed)
        )

    def hold_next(self, method: str, path: str, *, performed: bool = False) -> Gate:
        """Holds the next such request before (or, `performed`, after) it takes effect, until the gate is
        released."""
        gate = Gate()
        self.faults.add(Fault(route_pattern(f"{method} {path}"), 1, -1, performed=performed, gate=gate))
        return gate

    async def drop_gateway(self, code: int = 4000) -> None:
        """Closes the bot's sockets; it will resume after a backoff of up to ten seconds."""
        await self.gateway.drop(code)
