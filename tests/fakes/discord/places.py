"""Guilds, channels, threads and roles, and what anyone may do in them.

A test builds them by calls (`fake.guild("Harbour")`, `guild.channel("alerts")`); every change after the
bot has connected is told to it through the gateway, as Discord does.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from tests.fakes.discord.messages import Message, MessageFilter
from tests.fakes.discord.wire import (
    ALL_PERMISSIONS,
    EVERYONE_PERMISSIONS,
    PERMISSIONS,
    Json,
    permission_bits,
    timestamp,
)

if TYPE_CHECKING:
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
    created: datetime = field(default_factory=lambda: datetime.now(UTC))

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


@dataclass(eq=False)
class Guild:
    """A server: roles, channels, members with their roles. The bot is a member unless it was left out."""

    fake: FakeDiscord
    id: str
    name: str
    owner: Person
    roles: dict[str, Role] = field(default_factory=dict)
    channels: dict[str, Channel] = field(default_factory=dict)
    members: dict[str, list[Role]] = field(default_factory=dict)
    command_overrides: dict[str, set[str]] = field(
        default_factory=dict
    )  # command name -> ids of roles and people
    has_bot: bool = True
    locale: str = "en-US"

    @property
    def everyone(self) -> Role:
        """The role that all have."""
        return self.roles[self.id]

    def role(self, name: str, *permissions: str, mentionable: bool = False) -> Role:
        """A new role with these permissions (names as in wire.PERMISSIONS)."""
        role = Role(self.fake.ids.next(), name, permission_bits(permissions), len(self.roles), mentionable)
        self.roles[role.id] = role
        self.fake.dispatch("GUILD_ROLE_CREATE", {"guild_id": self.id, "role": role.payload()}, self)
        return role

    def channel(self, name: str, *, type: int = TEXT, nsfw: bool = False) -> Channel:
        """A new channel that everyone sees."""
        channel = Channel(self.fake, self.fake.ids.next(), type, name, self, nsfw=nsfw)
        return self.add_channel(channel)

    def add_channel(self, channel: Channel) -> Channel:
        """Takes a channel or thread into the guild and tells the bot."""
        self.channels[channel.id] = channel
        self.fake.channels[channel.id] = channel
        if channel.type in THREADS:
            self.fake.dispatch("THREAD_CREATE", {**channel.payload(), "newly_created": True}, self)
        else:
            self.fake.dispatch("CHANNEL_CREATE", channel.payload(), self)
        return channel

    def member(self, person: Person | str, roles: list[Role] | None = None) -> Person:
        """Makes a person (by name: a new one) a member with these roles; again: replaces their roles."""
        who = self.fake.user(person) if isinstance(person, str) else person
        event = "GUILD_MEMBER_UPDATE" if who.id in self.members else "GUILD_MEMBER_ADD"
        self.members[who.id] = list(roles or [])
        self.fake.dispatch(event, {**self.member_payload(who), "guild_id": self.id}, self)
        return who

    def add_bot(self, permissions: tuple[str, ...]) -> None:
        """The bot joins, with a role of its own that has these permissions."""
        bot = self.fake.bot
        role = Role(
            self.fake.ids.next(), bot.name, permission_bits(permissions), len(self.roles), bot_id=bot.id
        )
        self.roles[role.id] = role
        self.members[bot.id] = [role]
        self.has_bot = True

    def leave(self, person: Person) -> None:
        """A person leaves; if it is the bot, it is removed from the guild."""
        del self.members[person.id]
        if person is self.fake.bot:
            self.has_bot = False
            self.fake.dispatch("GUILD_DELETE", {"id": self.id}, self, even_without_bot=True)
        else:
            self.fake.dispatch("GUILD_MEMBER_REMOVE", {"guild_id": self.id, "user": person.payload()}, self)

    def permit_command(self, name: str, *who: Person | Role) -> None:
        """An administrator lets these use a command whatever its default permissions say (Integrations
        settings)."""
        self.command_overrides.setdefault(name, set()).update(one.id for one in who)

    def roles_of(self, person: Person) -> list[Role]:
        """A member's roles, @everyone included."""
        return [self.everyone, *self.members.get(person.id, [])]

    def permissions_of(self, person: Person) -> int:
        """What a member may do in the guild as a whole."""
        if person is self.owner:
            return ALL_PERMISSIONS
        if person.id not in self.members:
            return 0
        bits = 0
        for role in self.roles_of(person):
            bits |= role.permissions
        return ALL_PERMISSIONS if bits & PERMISSIONS["administrator"] else bits

    def member_payload(self, person: Person) -> Json:
        """The wire form of a membership (GuildMemberResponse)."""
        return {
            "user": person.payload(),
            "roles": [role.id for role in self.members.get(person.id, [])],
            "nick": None,
            "avatar": None,
            "banner": None,
            "communication_disabled_until": None,
            "flags": 0,
            "mute": False,
            "deaf": False,
            "joined_at": timestamp(person.created),
            "pending": False,
            "premium_since": None,
        }

    def payload(self) -> Json:
        """The wire form (GuildWithCountsResponse without counts)."""
        return {
            "id": self.id,
            "name": self.name,
            "icon": None,
            "description": None,
            "home_header": None,
            "splash": None,
            "discovery_splash": None,
            "features": [],
            "banner": None,
            "owner_id": self.owner.id,
            "application_id": None,
            "region": "us-east",
            "afk_channel_id": None,
            "afk_timeout": 300,
            "system_channel_id": None,
            "system_channel_flags": 0,
            "widget_enabled": False,
            "widget_channel_id": None,
            "verification_level": 0,
            "roles": [role.payload() for role in self.roles.values()],
            "default_message_notifications": 0,
            "mfa_level": 0,
            "explicit_content_filter": 0,
            "max_presences": None,
            "max_members": 500_000,
            "max_stage_video_channel_users": 50,
            "max_video_channel_users": 25,
            "vanity_url_code": None,
            "premium_tier": 0,
            "premium_subscription_count": 0,
            "preferred_locale": self.locale,
            "rules_channel_id": None,
            "safety_alerts_channel_id": None,
            "public_updates_channel_id": None,
            "premium_progress_bar_enabled": False,
            "nsfw": False,
            "nsfw_level": 0,
            "emojis": [],
            "stickers": [],
            "incidents_data": None,
        }

    def event(self, *, all_members: bool) -> Json:
        """The form in GUILD_CREATE; without the members intent it lists the bot alone."""
        people = [self.fake.people[one] for one in self.members]
        shown = people if all_members else [person for person in people if person is self.fake.bot]
        return self.payload() | {
            "joined_at": timestamp(self.fake.bot.created),
            "large": False,
            "member_count": len(people),
            "members": [self.member_payload(person) for person in shown],
            "channels": [c.payload() for c in self.channels.values() if c.type not in THREADS],
            "threads": [c.payload() for c in self.channels.values() if c.type in THREADS and not c.archived],
            "voice_states": [],
            "presences": [],
            "stage_instances": [],
            "guild_scheduled_events": [],
            "soundboard_sounds": [],
        }


def new_guild(
    fake: FakeDiscord, name: str, owner: Person, *, bot: bool, bot_permissions: tuple[str, ...]
) -> Guild:
    """A guild with its @everyone role, its owner, and (with `bot`) the bot with a role of its own."""
    guild = Guild(fake, fake.ids.next(), name, owner, has_bot=bot)
    guild.roles[guild.id] = Role(guild.id, "@everyone", EVERYONE_PERMISSIONS)
    guild.members[owner.id] = []
    if bot:
        guild.add_bot(bot_permissions)
    return guild
