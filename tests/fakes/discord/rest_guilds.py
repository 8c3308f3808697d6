"""REST: guilds, their channels, roles and members."""

from __future__ import annotations

from tests.fakes.discord.guilds import Guild
from tests.fakes.discord.places import TEXT, THREADS
from tests.fakes.discord.routes import Call, Result, route
from tests.fakes.discord.wire import MISSING_ACCESS, MISSING_PERMISSIONS, PERMISSIONS, unknown


def guild_of(call: Call, needed: str | None = None) -> Guild:
    """The guild of the path, in which the bot is and has the needed permission."""
    guild = call.fake.guilds.get(call.params["guild"])
    if guild is None:
        raise unknown("Guild")
    if not guild.has_bot:
        raise MISSING_ACCESS
    if needed is not None and not guild.permissions_of(call.fake.bot) & PERMISSIONS[needed]:
        raise MISSING_PERMISSIONS
    return guild


@route("GET", "/guilds/{guild}")
async def get_guild(call: Call) -> Result:
    """A guild."""
    guild = guild_of(call)
    body = guild.payload()
    if call.query.get("with_counts", "").lower() in ("1", "true"):
        body |= {"approximate_member_count": len(guild.members), "approximate_presence_count": 1}
    return 200, body


@route("GET", "/guilds/{guild}/channels")
async def get_channels(call: Call) -> Result:
    """Its channels, threads left out."""
    return 200, [c.payload() for c in guild_of(call).channels.values() if c.type not in THREADS]


@route("POST", "/guilds/{guild}/channels")
async def create_channel(call: Call) -> Result:
    """A new channel."""
    guild = guild_of(call, "manage_channels")
    channel = guild.channel(call.body["name"], type=call.body.get("type") or TEXT)
    for one in call.body.get("permission_overwrites") or ():
        channel.overwrites[str(one["id"])] = (
            one["type"],
            int(one.get("allow") or 0),
            int(one.get("deny") or 0),
        )
    return 201, channel.payload()


@route("GET", "/guilds/{guild}/threads/active")
async def active_threads(call: Call) -> Result:
    """Its threads that are not archived."""
    guild = guild_of(call)
    threads = [c.payload() for c in guild.channels.values() if c.type in THREADS and not c.archived]
    return 200, {"threads": threads, "members": [], "has_more": False}


@route("GET", "/guilds/{guild}/roles")
async def get_roles(call: Call) -> Result:
    """Its roles."""
    return 200, [role.payload() for role in guild_of(call).roles.values()]


@route("GET", "/guilds/{guild}/roles/{role}")
async def get_role(call: Call) -> Result:
    """One role."""
    role = guild_of(call).roles.get(call.params["role"])
    if role is None:
        raise unknown("Role")
    return 200, role.payload()


@route("GET", "/guilds/{guild}/members")
async def get_members(call: Call) -> Result:
    """Its members by id; only with the members intent granted."""
    guild = guild_of(call)
    if "members" not in call.fake.privileged_intents:
        raise MISSING_ACCESS
    after, limit = int(call.query.get("after", "0")), int(call.query.get("limit", "1"))
    people = sorted((call.fake.people[one] for one in guild.members), key=lambda person: int(person.id))
    return 200, [guild.member_payload(person) for person in people if int(person.id) > after][:limit]


@route("GET", "/guilds/{guild}/members/{user}")
async def get_member(call: Call) -> Result:
    """One member."""
    guild = guild_of(call)
    person = call.fake.people.get(call.params["user"])
    if person is None:
        raise unknown("User")
    if person.id not in guild.members:
        raise unknown("Member")
    return 200, guild.member_payload(person)
