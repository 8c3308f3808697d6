"""REST: the bot itself, its application, where the gateway is, and the application's commands."""

from __future__ import annotations

from tests.fakes.discord.routes import Call, Result, route
from tests.fakes.discord.wire import ApiError, Json, unknown


@route("GET", "/users/@me")
async def me(call: Call) -> Result:
    """The bot's account."""
    return 200, call.fake.bot.own_payload()


@route("GET", "/users/@me/guilds")
async def my_guilds(call: Call) -> Result:
    """The guilds that the bot is in."""
    fake = call.fake
    return 200, [
        {
            "id": g.id,
            "name": g.name,
            "icon": None,
            "banner": None,
            "owner": False,
            "features": [],
            "permissions": str(g.permissions_of(fake.bot)),
        }
        for g in fake.guilds.values()
        if g.has_bot
    ]


@route("GET", "/users/{user_id}")
async def user(call: Call) -> Result:
    """Any account."""
    person = call.fake.people.get(call.params["user_id"])
    if person is None:
        raise unknown("User")
    return 200, person.payload()


@route("POST", "/users/@me/channels")
async def open_dm(call: Call) -> Result:
    """The direct messages with a person; they open even if writing is refused later."""
    person = call.fake.people.get(str(call.body["recipient_id"]))
    if person is None:
        raise unknown("User")
    if person.bot:
        raise ApiError(400, 50007, "Cannot send messages to this user")
    payload = call.fake.dm_of(person).payload()
    return 200, payload | {"recipients": [person.payload()]}


@route("GET", "/oauth2/applications/@me")
async def oauth_application(call: Call) -> Result:
    """The application, as discord.py asks for it at login."""
    return 200, _application(call)


@route("GET", "/applications/@me")
async def application(call: Call) -> Result:
    """The application."""
    return 200, _application(call)


def _application(call: Call) -> Json:
    fake = call.fake
    return {
        "id": fake.application_id,
        "name": fake.application_name,
        "icon": None,
        "description": "",
        "type": None,
        "bot": fake.bot.payload(),
        "bot_public": True,
        "bot_require_code_grant": False,
        "verify_key": "0" * 64,
        "flags": fake.application_flags,
        "flags_new": str(fake.application_flags),
        "redirect_uris": [],
        "interactions_endpoint_url": None,
        "role_connections_verification_url": None,
        "owner": fake.developer.payload(),
        "approximate_guild_count": len(fake.guilds),
        "approximate_user_install_count": 0,
        "approximate_user_authorization_count": 0,
        "explicit_content_filter": 0,
        "team": None,
        "eligible_oauth2_scopes": [],
        "integration_types_config": {"0": {}, "1": {}},
    }


@route("GET", "/gateway")
async def gateway(call: Call) -> Result:
    """Where the websocket is."""
    return 200, {"url": call.fake.gateway_url}


@route("GET", "/gateway/bot")
async def gateway_bot(call: Call) -> Result:
    """Where the websocket is, with how many shards to come, and how often."""
    left = 1000 - call.fake.gateway.identifies
    return 200, {
        "url": call.fake.gateway_url,
        "shards": call.fake.shards,
        "session_start_limit": {
            "total": 1000,
            "remaining": left,
            "reset_after": 14_400_000,
            "max_concurrency": 1,
        },
    }


# --- commands -----------------------------------------------------------------------------------------------


def _scope(call: Call) -> str | None:
    if call.params["application"] != call.fake.application_id:
        raise unknown("Application")
    guild_id = call.params.get("guild")
    if guild_id is None:
        return None
    guild = call.fake.guilds.get(guild_id)
    if guild is None or not guild.has_bot:
        raise ApiError(403, 50001, "Missing Access")
    return guild_id


async def _list(call: Call) -> Result:
    return 200, call.fake.commands.listed(_scope(call))


async def _replace(call: Call) -> Result:
    return 200, call.fake.commands.replace(_scope(call), call.body)


async def _upsert(call: Call) -> Result:
    command, new = call.fake.commands.upsert(_scope(call), call.body)
    return 201 if new else 200, command


async def _get(call: Call) -> Result:
    for command in call.fake.commands.listed(_scope(call)):
        if command["id"] == call.params["command"]:
            return 200, command
    raise unknown("Application Command")


async def _edit(call: Call) -> Result:
    old = (await _get(call))[1]
    command, _ = call.fake.commands.upsert(_scope(call), old | call.body | {"name": old["name"]})
    return 200, command


async def _remove(call: Call) -> Result:
    if not call.fake.commands.remove(_scope(call), call.params["command"]):
        raise unknown("Application Command")
    return 204, None


for _base in ("/applications/{application}/commands", "/applications/{application}/guilds/{guild}/commands"):
    route("GET", _base)(_list)
    route("PUT", _base)(_replace)
    route("POST", _base)(_upsert)
    route("GET", _base + "/{command}")(_get)
    route("PATCH", _base + "/{command}")(_edit)
    route("DELETE", _base + "/{command}")(_remove)
