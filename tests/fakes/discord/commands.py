"""The application's registered commands, and what a person's client lets them send.

The REST handlers put commands in (rest_application.py); people.py asks for the data of an invocation,
which fails as a real client would refuse: a command that is not registered, not offered there, or with an
option that does not fit.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeGuard

from tests.fakes.discord.guilds import Guild
from tests.fakes.discord.messages import Attachment, Message
from tests.fakes.discord.places import GROUP_DM, Channel, Role
from tests.fakes.discord.wire import PERMISSIONS, Json, invalid

if TYPE_CHECKING:
    from tests.fakes.discord.people import Person
    from tests.fakes.discord.server import FakeDiscord

CHAT_INPUT, USER_MENU, MESSAGE_MENU = 1, 2, 3
SUBCOMMAND, GROUP, STRING, INTEGER, BOOLEAN, USER, CHANNEL, ROLE, MENTIONABLE, NUMBER, ATTACHMENT = range(
    1, 12
)
_NAME = re.compile(r"[-_'\w]{1,32}")
_LIMITS = {CHAT_INPUT: 100, USER_MENU: 15, MESSAGE_MENU: 15}


class RefusedError(AssertionError):
    """The person's own client would not let them do this."""


class CommandBook:
    """What is registered: globally (key None) and for single guilds, by (name, type)."""

    def __init__(self, fake: FakeDiscord) -> None:
        self._fake = fake
        self._scopes: dict[str | None, dict[tuple[str, int], Json]] = {None: {}}

    def listed(self, guild_id: str | None) -> list[Json]:
        """The commands of a scope, as the API lists them."""
        return list(self._scopes.get(guild_id, {}).values())

    def replace(self, guild_id: str | None, bodies: list[Json]) -> list[Json]:
        """PUT: these commands and no others; a command that stays keeps its id."""
        keys = [(body["name"], body.get("type") or CHAT_INPUT) for body in bodies]
        if len(set(keys)) != len(keys):
            raise invalid("two commands of one type have the same name")
        for kind, limit in _LIMITS.items():
            if sum(key[1] == kind for key in keys) > limit:
                raise invalid(f"more than {limit} commands of type {kind}")
        old = self._scopes.get(guild_id, {})
        self._scopes[guild_id] = {
            key: self._stored(guild_id, body, old.get(key)) for key, body in zip(keys, bodies, strict=True)
        }
        self._fake.pulse()
        return self.listed(guild_id)

    def upsert(self, guild_id: str | None, body: Json) -> tuple[Json, bool]:
        """POST: one command; (command, whether it is new)."""
        key = (body["name"], body.get("type") or CHAT_INPUT)
        scope = self._scopes.setdefault(guild_id, {})
        old = scope.get(key)
        scope[key] = self._stored(guild_id, body, old)
        return scope[key], old is None

    def remove(self, guild_id: str | None, command_id: str) -> bool:
        """DELETE: whether there was one with that id."""
        scope = self._scopes.get(guild_id, {})
        found = [key for key, command in scope.items() if command["id"] == command_id]
        for key in found:
            del scope[key]
        return bool(found)

    def _stored(self, guild_id: str | None, body: Json, old: Json | None) -> Json:
        kind = body.get("type") or CHAT_INPUT
        _check_command(body, kind)
        permissions = body.get("default_member_permissions")
        stored: Json = {
            "id": old["id"] if old else self._fake.ids.next(),
            "application_id": self._fake.application_id,
            "version": self._fake.ids.next(),
            "type": kind,
            "name": body["name"],
            "name_localizations": None,
            "description": body.get("description") or "",
            "description_localizations": None,
            "nsfw": bool(body.get("nsfw")),
            "default_member_permissions": None if permissions is None else str(permissions),
            "integration_types": body.get("integration_types") or [0],
        }
        for key in ("name_localizations", "description_localizations"):
            stored[key] = body.get(key)
        if guild_id is None:
            stored["dm_permission"] = body.get("dm_permission") is not False
            stored["contexts"] = body.get("contexts")
        else:
            stored["guild_id"] = guild_id
        options = [_option(one) for one in body.get("options") or ()]
        if options:
            stored["options"] = options
        return stored

    # --- what a person may use ------------------------------------------------------------------------------

    def offered(self, person: Person, channel: Channel) -> list[Json]:
        """The commands that a person's client lists in a channel."""
        guild = channel.guild
        scopes = [self.listed(guild.id)] if guild else []
        return [
            c for scope in [*scopes, self.listed(None)] for c in scope if self._offers(c, person, channel)
        ]

    def _offers(self, command: Json, person: Person, channel: Channel) -> bool:
        guild = channel.guild
        context = (
            0 if guild else 2 if channel.type == GROUP_DM or self._fake.bot not in channel.recipients else 1
        )
        contexts = command.get("contexts")
        if contexts is None:
            contexts = [0, 1, 2] if command.get("dm_permission", True) else [0]
        if context not in contexts:
            return False
        installs = command["integration_types"]
        by_guild = 0 in installs and (guild.has_bot if guild else context == 1)
        by_person = 1 in installs and person.installed
        if not by_guild and not by_person:
            return False
        return guild is None or self._permitted(command, person, channel, guild)

    def _permitted(self, command: Json, person: Person, channel: Channel, guild: Guild) -> bool:
        override = guild.command_overrides.get(command["name"])
        bits = channel.permissions_of(person)
        if bits & PERMISSIONS["administrator"]:
            return True
        if not bits & PERMISSIONS["use_application_commands"]:
            return False
        if override is not None:
            return person.id in override or any(role.id in override for role in guild.roles_of(person))
        needed = command["default_member_permissions"]
        return needed is None or (needed != "0" and bits & int(needed) == int(needed))

    def find(self, person: Person, channel: Channel, name: str, kind: int) -> Json:
        """The command a person picks; RefusedError with what there is."""
        offered = [c for c in self.offered(person, channel) if c["type"] == kind]
        for command in offered:
            if command["name"] == name:
                return command
        everywhere = [c for scope in self._scopes.values() for c in scope.values()]
        known = any(c["name"] == name and c["type"] == kind for c in everywhere)
        there = ", ".join(c["name"] for c in offered) or "none"
        raise RefusedError(
            f"command {name!r} is {'not offered to ' + person.name if known else 'not registered'} here; "
            f"offered: {there}"
        )

    def chat_input(
        self,
        person: Person,
        channel: Channel,
        words: str,
        values: Mapping[str, Any],
        focused: str | None = None,
    ) -> Json:
        """The data of a slash command ("watch add"); with `focused`, that of an autocomplete request."""
        names = words.split()
        command = self.find(person, channel, names[0], CHAT_INPUT)
        options: list[Json] = command.get("options", [])
        path: list[Json] = []
        for name in names[1:]:
            step = next((o for o in options if o["name"] == name and o["type"] in (SUBCOMMAND, GROUP)), None)
            if step is None:
                raise RefusedError(
                    f"/{words}: there is no subcommand {name!r}, only {[o['name'] for o in options]}"
                )
            path.append(step)
            options = step.get("options", [])
        if any(o["type"] in (SUBCOMMAND, GROUP) for o in options):
            raise RefusedError(f"/{words} needs a subcommand: {[o['name'] for o in options]}")
        resolved: Json = {}
        given = self._given(words, options, values, resolved, channel, focused)
        for step in reversed(path):
            given = [{"type": step["type"], "name": step["name"], "options": given}]
        data: Json = {"id": command["id"], "name": command["name"], "type": CHAT_INPUT, "options": given}
        if resolved:
            data["resolved"] = resolved
        if "guild_id" in command:
            data["guild_id"] = command["guild_id"]
        return data

    def _given(
        self,
        words: str,
        options: list[Json],
        values: Mapping[str, Any],
        resolved: Json,
        channel: Channel,
        focused: str | None,
    ) -> list[Json]:
        known = {option["name"]: option for option in options}
        strange = [name for name in values if name not in known]
        if strange:
            raise RefusedError(f"/{words} has no option {strange[0]!r}, only {list(known)}")
        given = []
        for name, option in known.items():
            if name not in values:
                if option.get("required") and focused is None:
                    raise RefusedError(f"/{words}: option {name!r} is required")
                continue
            wire = values[name] if name == focused else _value(words, option, values[name], channel)
            entry = {"type": option["type"], "name": name, "value": wire}
            if name == focused:
                if not option.get("autocomplete"):
                    raise RefusedError(f"/{words}: option {name!r} has no autocomplete")
                entry["focused"] = True
            given.append(entry)
            resolve(resolved, values[name], channel.guild)
        return given

    def context_menu(self, person: Person, channel: Channel, name: str, target: Message | Person) -> Json:
        """The data of a message or user command."""
        kind = USER_MENU if is_person(target) else MESSAGE_MENU
        command = self.find(person, channel, name, kind)
        resolved: Json = {}
        resolve(resolved, target, channel.guild)
        data: Json = {
            "id": command["id"],
            "name": name,
            "type": kind,
            "target_id": target.id,
            "resolved": resolved,
        }
        if "guild_id" in command:
            data["guild_id"] = command["guild_id"]
        return data


def is_person(value: object) -> TypeGuard[Person]:
    """Whether that is a person; told by what people alone can do, for their module imports this one."""
    return hasattr(value, "slash")


def resolve(resolved: Json, value: object, guild: Guild | None) -> None:
    """Adds what an id stands for to an interaction's `resolved`."""
    if isinstance(value, Attachment):
        value.ephemeral = True
        resolved.setdefault("attachments", {})[value.id] = value.payload()
    elif isinstance(value, Role):
        resolved.setdefault("roles", {})[value.id] = value.payload()
    elif isinstance(value, Channel):
        resolved.setdefault("channels", {})[value.id] = value.payload() | {"permissions": "0"}
    elif is_person(value):
        resolved.setdefault("users", {})[value.id] = value.payload()
        if guild is not None and value.id in guild.members:
            member = {
                k: v for k, v in guild.member_payload(value).items() if k not in ("user", "mute", "deaf")
            }
            resolved.setdefault("members", {})[value.id] = member | {
                "permissions": str(guild.permissions_of(value))
            }
    elif isinstance(value, Message):
        resolved.setdefault("messages", {})[value.id] = value.payload()


def _value(words: str, option: Json, value: Any, channel: Channel) -> Any:
    kind, name = option["type"], option["name"]
    if option.get("choices"):
        for choice in option["choices"]:
            if value in (choice["name"], choice["value"]):
                return choice["value"]
        raise RefusedError(
            f"/{words}: {value!r} is no choice of {name!r}: {[c['name'] for c in option['choices']]}"
        )
    if kind in (STRING, INTEGER, BOOLEAN, NUMBER):
        return _plain(words, option, value)
    wanted = {
        ATTACHMENT: isinstance(value, Attachment),
        CHANNEL: isinstance(value, Channel),
        ROLE: isinstance(value, Role),
        USER: is_person(value),
        MENTIONABLE: isinstance(value, Role) or is_person(value),
    }
    if not wanted[kind]:
        raise RefusedError(f"/{words}: {value!r} does not fit option {name!r} of type {kind}")
    if kind == CHANNEL:
        if value.guild is not channel.guild:
            raise RefusedError(f"/{words}: {name!r} takes a channel of this guild")
        if option.get("channel_types") and value.type not in option["channel_types"]:
            raise RefusedError(f"/{words}: {name!r} takes channels of types {option['channel_types']}")
    return value.id


def _plain(words: str, option: Json, value: Any) -> str | bool | float:
    """A text, number or yes/no, within the option's limits."""
    kind, name = option["type"], option["name"]
    fits: dict[int, tuple[type, ...]] = {
        STRING: (str,),
        INTEGER: (int,),
        BOOLEAN: (bool,),
        NUMBER: (int, float),
    }
    fitting = isinstance(value, fits[kind]) and (kind == BOOLEAN or not isinstance(value, bool))
    if not fitting:
        raise RefusedError(f"/{words}: {value!r} does not fit option {name!r} of type {kind}")
    size: float = len(value) if isinstance(value, str) else value
    suffix = "length" if isinstance(value, str) else "value"
    low, high = option.get(f"min_{suffix}", size), option.get(f"max_{suffix}", size)
    if not low <= size <= high:
        raise RefusedError(f"/{words}: {value!r} is outside the limits of option {name!r}")
    if isinstance(value, str) and not 0 < size <= 6000:
        raise RefusedError(f"/{words}: option {name!r} holds 1 to 6000 characters")
    plain: str | bool | float = value
    return plain


def _check_command(body: Json, kind: int) -> None:
    if kind == CHAT_INPUT:
        if not _NAME.fullmatch(body["name"]) or body["name"] != body["name"].lower():
            raise invalid(f"{body['name']!r} is no name for a slash command")
        if not body.get("description"):
            raise invalid(f"/{body['name']} needs a description")
    elif body.get("description") or body.get("options"):
        raise invalid("a context menu command has neither description nor options")
    _check_options(body["name"], body.get("options") or [])
    if _size(body) > 8000:
        raise invalid(f"/{body['name']} has more than 8000 characters together")


def _check_options(name: str, options: list[Json]) -> None:
    names = [option["name"] for option in options]
    if len(set(names)) != len(names):
        raise invalid(f"/{name}: two options have the same name")
    nested = [option["type"] in (SUBCOMMAND, GROUP) for option in options]
    if any(nested) and not all(nested):
        raise invalid(f"/{name} mixes subcommands and options")
    optional = False
    for option in options:
        if not _NAME.fullmatch(option["name"]) or option["name"] != option["name"].lower():
            raise invalid(f"/{name}: {option['name']!r} is no name for an option")
        if option.get("required") and optional:
            raise invalid(f"/{name}: required option {option['name']!r} stands after an optional one")
        optional = optional or not option.get("required")
        if option.get("autocomplete") and option.get("choices"):
            raise invalid(f"/{name}: option {option['name']!r} has both autocomplete and choices")
        _check_options(f"{name} {option['name']}", option.get("options") or [])


def _size(body: Json) -> int:
    own = len(body["name"]) + len(body.get("description") or "")
    own += sum(len(c["name"]) + len(str(c["value"])) for c in body.get("choices") or ())
    return own + sum(_size(option) for option in body.get("options") or ())


def _option(raw: Json) -> Json:
    out = {key: value for key, value in raw.items() if value is not None and value != []}
    if "options" in out:
        out["options"] = [_option(one) for one in out["options"]]
    return out
