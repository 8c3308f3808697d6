"""Guilds: their roles, channels, threads and members, and what the bot is told when these change.

A test builds them by calls: `guild = fake.guild("Harbour")`, `guild.channel("alerts")`, `guild.member("alice")`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tests.fakes.discord.places import TEXT, THREADS, Channel, Role
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

    def change_role(self, role: Role, *permissions: str) -> None:
        """An administrator gives a role these permissions and no others."""
        role.permissions = permission_bits(permissions)
        self.fake.dispatch("GUILD_ROLE_UPDATE", {"guild_id": self.id, "role": role.payload()}, self)

    @property
    def bot_role(self) -> Role:
        """The role that the bot brought along."""
        return self.members[self.fake.bot.id][0]

    def outage(self) -> None:
        """Discord loses the guild for a while."""
        self.fake.dispatch("GUILD_DELETE", {"id": self.id, "unavailable": True}, self)

    def recover(self) -> None:
        """The outage is over."""
        self.fake.announce(self, again=True)

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
