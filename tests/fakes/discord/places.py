"""Roles, channels, threads and conversations, and what anyone may do in them.

Made by guilds.py and server.py. Every change after the bot has connected is told to it through the gateway, as
Discord does.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING

from tests.fakes.discord.messages import Message, MessageFilter
from tests.fakes.discord.wire import (
    ALL_PERMISSIONS,
    PERMISSIONS,
    Json,
    permission_bits,
    timestamp,
)

if TYPE_CHECKING:
    from tests.fakes.discord.guilds import Guild
    from tests.fakes.discord.people import Person
    from tests.fakes.discord.server import FakeDiscord

TEXT, DM, GROUP_DM, CATEGORY, ANNOUNCEMENT = 0, 1, 3, 4, 5
PUBLIC_THREAD, PRIVATE_THREAD, FORUM = 11, 12, 15
THREADS = (10, PUBLIC_THREAD, PRIVATE_THREAD)


@dataclass(eq=False)
class Role:
    """A role of a guild; the one with the guild's id is @everyone."""

    id: str
    name: str
    permissions: int
    position: int = 0
    mentionable: bool = False
    bot_id: str | None = None

    @property
    def mention(self) -> str:
        """How a message mentions it."""
        return f"<@&{self.id}>"

    def payload(self) -> Json:
        """The wire form (GuildRoleResponse)."""
        body: Json = {
            "id": self.id,
            "name": self.name,
            "permissions": str(self.permissions),
            "position": self.position,
            "color": 0,
            "colors": {"primary_color": 0, "secondary_color": None, "tertiary_color": None},
            "hoist": False,
            "managed": self.bot_id is not None,
            "mentionable": self.mentionable,
            "icon": None,
            "unicode_emoji": None,
            "flags": 0,
        }
        if self.bot_id is not None:
            body["tags"] = {"bot_id": self.bot_id}
        return body


@dataclass(eq=False)
class Channel:
    """A channel of a guild, a thread, or a conversation (`recipients`); messages in order of arrival."""

    fake: FakeDiscord
    id: str
    type: int
    name: str = ""
    guild: Guild | None = None
    parent: Channel | None = None
    recipients: tuple[Person, ...] = ()
    overwrites: dict[str, tuple[int, int, int]] = field(
        default_factory=dict
    )  # id -> (0 role | 1 person, allow, deny)
    everything: list[Message] = field(default_factory=list)
    topic: str | None = None
    nsfw: bool = False
    archived: bool = False
    locked: bool = False
    owner_id: str = "0"
    thread_people: set[str] = field(default_factory=set)
    created: datetime = field(init=False)

    def __post_init__(self) -> None:
        self.created = self.fake.clock.moment()

    @property
    def messages(self) -> list[Message]:
        """What stands in the channel for all who can see it: no deleted, no ephemeral messages."""
        return [m for m in self.everything if not m.deleted and not m.ephemeral]

    @property
    def mention(self) -> str:
        """How a message mentions it."""
        return f"<#{self.id}>"

    async def next_message(
        self, where: MessageFilter = lambda _: True, *, timeout: float | None = None
    ) -> Message:
        """The first message by the bot that no earlier call of this returned and that fits; waits for it."""

        def fresh() -> Message | None:
            for message in self.messages:
                if message.author.bot and message.id not in self.fake.seen and where(message):
                    return message
            return None

        found = await self.fake.until(
            fresh, f"a message of the bot in {self.name or 'the conversation'}", timeout
        )
        self.fake.seen.add(found.id)
        return found

    def permissions_of(self, person: Person) -> int:
        """The bit field of what a person may do here, overwrites applied."""
        if self.guild is None:
            return ALL_PERMISSIONS if person.bot or person in self.recipients else 0
        if self.parent is not None and self.type in THREADS:
            bits = self.parent.permissions_of(person)
            private = self.type == PRIVATE_THREAD and person.id not in self.thread_people
            return 0 if private and not bits & PERMISSIONS["manage_threads"] else bits
        guild = self.guild
        bits = guild.permissions_of(person)
        if bits == ALL_PERMISSIONS or person.id not in guild.members:
            return bits
        everyone = self.overwrites.get(guild.id)
        if everyone:
            bits = bits & ~everyone[2] | everyone[1]
        given = [
            self.overwrites[r.id]
            for r in guild.roles_of(person)
            if r.id in self.overwrites and r.id != guild.id
        ]
        for _, _, deny in given:
            bits &= ~deny
        for _, allow, _ in given:
            bits |= allow
        own = self.overwrites.get(person.id)
        if own:
            bits = bits & ~own[2] | own[1]
        return bits

    def can(self, person: Person, *names: str) -> bool:
        """Whether a person has all these permissions here; without seeing the channel, none."""
        bits = self.permissions_of(person)
        wanted = permission_bits(names)
        return bool(bits & PERMISSIONS["view_channel"]) and bits & wanted == wanted

    def deny(self, *names: str, to: Person | Role | None = None) -> Channel:
        """Takes permissions away here from a role, a person or (without `to`) the bot."""
        return self._overwrite(to, 0, permission_bits(names))

    def allow(self, *names: str, to: Person | Role | None = None) -> Channel:
        """Gives permissions here to a role, a person or (without `to`) the bot."""
        return self._overwrite(to, permission_bits(names), 0)

    def _overwrite(self, target: Person | Role | None, allow: int, deny: int) -> Channel:
        who = target or self.fake.bot
        kind = 0 if isinstance(who, Role) else 1
        _, old_allow, old_deny = self.overwrites.get(who.id, (kind, 0, 0))
        self.overwrites[who.id] = (kind, old_allow & ~deny | allow, old_deny & ~allow | deny)
        self.fake.dispatch("CHANNEL_UPDATE", self.payload(), self.guild)
        return self

    def private(self, *allowed: Person | Role) -> Channel:
        """Hides the channel from @everyone; only these (and administrators) see it."""
        assert self.guild is not None
        self._overwrite(self.guild.everyone, 0, permission_bits(["view_channel"]))
        for who in allowed:
            self._overwrite(who, permission_bits(["view_channel"]), 0)
        return self

    def delete(self) -> None:
        """Someone deletes the channel."""
        assert self.guild is not None
        self.guild.channels.pop(self.id, None)
        self.fake.channels.pop(self.id, None)
        for thread in [c for c in self.fake.channels.values() if c.parent is self and c.type in THREADS]:
            thread.delete()
        name = "THREAD_DELETE" if self.type in THREADS else "CHANNEL_DELETE"
        self.fake.dispatch(name, self.payload(), self.guild)

    def thread(self, name: str, owner: Person | None = None, *, private: bool = False) -> Channel:
        """Somebody opens a thread in this channel."""
        assert self.guild is not None
        kind = PRIVATE_THREAD if private else PUBLIC_THREAD
        thread = Channel(
            self.fake,
            self.fake.ids.next(),
            kind,
            name,
            self.guild,
            self,
            owner_id=(owner or self.guild.owner).id,
        )
        thread.thread_people.add(thread.owner_id)
        return self.guild.add_channel(thread)

    def add(self, message: Message) -> Message:
        """Puts a message into the channel and tells the bot of it."""
        self.everything.append(message)
        if self.archived and not self.locked:
            self.archived = False
        if not message.ephemeral:
            self.fake.dispatch_message("MESSAGE_CREATE", message)
        self.fake.pulse()
        return message

    def payload(self) -> Json:
        """The wire form (GuildChannelResponse, ThreadResponse or PrivateChannelResponse)."""
        last = self.messages[-1].id if self.messages else None
        body: Json = {"id": self.id, "type": self.type, "flags": 0, "last_message_id": last}
        if self.guild is None:
            body["recipients"] = [person.payload() for person in self.recipients]
            return body
        body |= {"guild_id": self.guild.id, "name": self.name, "rate_limit_per_user": 0}
        body["parent_id"] = self.parent.id if self.parent else None
        if self.type in THREADS:
            body |= {
                "owner_id": self.owner_id,
                "message_count": len(self.messages),
                "total_message_sent": len(self.messages),
                "member_count": len(self.thread_people),
                "thread_metadata": {
                    "archived": self.archived,
                    "locked": self.locked,
                    "auto_archive_duration": 1440,
                    "archive_timestamp": timestamp(self.created),
                    "create_timestamp": timestamp(self.created),
                },
            }
            return body
        body |= {
            "position": list(self.guild.channels).index(self.id) if self.id in self.guild.channels else 0,
            "nsfw": self.nsfw,
            "topic": self.topic,
            "permission_overwrites": [
                {"id": who, "type": kind, "allow": str(allow), "deny": str(deny)}
                for who, (kind, allow, deny) in self.overwrites.items()
            ],
        }
        return body
