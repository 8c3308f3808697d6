"""Checks request and response bodies against the machine-readable API descriptions.

Called by the fake chat servers in this folder, for every body that passes through them. The descriptions
are not part of the repository: they are looked for in the folder named by HEADSUP_SPECS, else in
`../shared/specs` beside the repository. Without them nothing is checked, and `available()` says so.
Imports nothing of the product.
"""

from __future__ import annotations

import copy
import json
import os
import re
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema_rs

Json = dict[str, Any]

DISCORD_FILE = "discord-openapi.json"
TELEGRAM_FILE = "telegram-api.json"

#: Keys which the real API takes (and discord.py sends, or awaits) although the description does not list them.
TOLERATED_KEYS: dict[str, tuple[str, ...]] = {
    "ApplicationCommandCreateRequest": ("nsfw",),
    "ApplicationCommandUpdateRequest": ("nsfw",),
    "ApplicationCommandPatchRequestPartial": ("nsfw",),
    "IncomingWebhookUpdateForInteractionCallbackRequestPartial": ("tts",),
    "IncomingWebhookUpdateRequestPartial": ("tts",),
    "MessageEditRequestPartial": ("tts",),
    "RichEmbed": ("flags",),
    "CreatedThreadResponse": ("message",),
    "CreateForumThreadRequest": ("type", "invitable"),
    "BaseCreateMessageCreateRequest": ("tts",),
}

#: Places where the description wants a string and the real API takes an integer snowflake too.
INTEGER_SNOWFLAKES: dict[str, tuple[str, ...]] = {
    "CreatePrivateChannelRequest": ("recipient_id",),
    "MessageReferenceRequest": ("guild_id", "channel_id", "message_id"),
    "MessageAttachmentRequest": ("id",),
    "MessageAllowedMentionsRequest": ("users", "roles"),
}


def folder() -> Path:
    """The folder in which the descriptions are expected."""
    named = os.environ.get("HEADSUP_SPECS")
    return Path(named) if named else Path(__file__).resolve().parents[2].parent / "shared" / "specs"


def available(name: str = DISCORD_FILE) -> bool:
    """Whether the description is there, that is: whether the fakes check what they see."""
    return (folder() / name).is_file()


@cache
def discord() -> DiscordDescription | None:
    """The Discord description, loaded once a process; None when it is not on this machine."""
    path = folder() / DISCORD_FILE
    return DiscordDescription(json.loads(path.read_text(encoding="utf-8"))) if path.is_file() else None


class DiscordDescription:
    """Discord's OpenAPI description: `request()` and `response()` return what is wrong with a body, in words.

    Two compiled forms of each schema are kept: as described (with the known over-strictness relaxed), and
    closed, which finds keys that the description does not know.
    """

    def __init__(self, document: Json) -> None:
        self._paths: Json = document["paths"]
        self._responses: Json = document["components"]["responses"]
        schemas = document["components"]["schemas"]
        _relax(schemas)
        described = {name: _discriminated(schema, schemas) for name, schema in schemas.items()}
        closed = {name: _closed(schema) for name, schema in described.items()}
        self._schemas = schemas
        self._described = jsonschema_rs.Registry([("urn:described", {"components": {"schemas": described}})])
        self._closed = jsonschema_rs.Registry([("urn:closed", {"components": {"schemas": closed}})])
        self._compiled: dict[str, tuple[Any, Any]] = {}
        self._templates: dict[int, list[tuple[re.Pattern[str], str]]] = {}
        for path in sorted(self._paths, key=lambda p: (p.count("{"), p)):
            pattern = re.compile(
                "".join(
                    "[^/]+" if part.startswith("{") else re.escape(part)
                    for part in re.split(r"(\{[^}]+\})", path)
                )
            )
            self._templates.setdefault(path.count("/"), []).append((pattern, path))

    def template(self, method: str, path: str) -> str | None:
        """The described path of a concrete one; the one with the fewest parameters wins."""
        for pattern, path_template in self._templates.get(path.count("/"), []):
            if pattern.fullmatch(path) and method.lower() in self._paths[path_template]:
                return path_template
        return None

    def request(self, method: str, path: str, body: object) -> tuple[list[str], list[str]]:
        """(errors for which the API would refuse the body, keys that the description does not know)."""
        template = self.template(method, path)
        if template is None:
            return [f"the description has no {method} {path}"], []
        described = self._paths[template][method.lower()].get("requestBody")
        if described is None:
            return ([] if body is None else [f"{method} {template} takes no body"]), []
        if body is None:
            return ([f"{method} {template} needs a body"] if described.get("required") else []), []
        schema = described["content"]["application/json"]["schema"]
        if template.endswith("/callback") and isinstance(body, dict):
            schema = self._callback(body.get("type"), schema)
        return self._check(schema, body)

    def response(self, method: str, path: str, status: int, body: object) -> list[str]:
        """What is wrong with an answer of ours: an undescribed status, a body unlike the described one."""
        template = self.template(method, path)
        if template is None:
            return [f"the description has no {method} {path}"]
        answers = self._paths[template][method.lower()]["responses"]
        described = answers.get(str(status)) or answers.get(f"{status // 100}XX")
        if described is None:
            return [] if status >= 500 else [f"{method} {template} is not described as answering {status}"]
        if "$ref" in described:
            described = self._responses[described["$ref"].rsplit("/", 1)[-1]]
        content = described.get("content", {}).get("application/json")
        if content is None:
            return [] if body is None else [f"{method} {template} answers {status} without a body"]
        errors, unknown = self._check(content["schema"], body)
        return errors + ([] if status >= 400 else unknown)

    def _callback(self, kind: object, schema: Json) -> Json:
        for option in schema["anyOf"]:
            name = option["$ref"].rsplit("/", 1)[-1]
            if kind in self._schemas[name]["properties"]["type"]["enum"]:
                found: Json = option
                return found
        return schema

    def _check(self, schema: Json, body: object) -> tuple[list[str], list[str]]:
        key = json.dumps(schema, sort_keys=True)
        if key not in self._compiled:
            self._compiled[key] = (
                _compile(_discriminated(schema, self._schemas), "urn:described", self._described),
                _compile(_closed(_discriminated(schema, self._schemas)), "urn:closed", self._closed),
            )
        described, closed = self._compiled[key]
        errors = list(_words(described.iter_errors(body)))
        unknown = [] if errors else list(_words(closed.iter_errors(body)))
        return errors, unknown


def _compile(schema: Json, base: str, registry: jsonschema_rs.Registry) -> Any:
    text = json.dumps(schema).replace('"#/components', f'"{base}#/components')
    return jsonschema_rs.Draft202012Validator(json.loads(text), registry=registry, validate_formats=True)


def _words(errors: Iterable[Any]) -> Iterator[str]:
    for error in errors:
        where = "/".join(str(part) for part in error.instance_path)
        yield f"/{where}: {error.message[:300]}"


def _relax(schemas: Json) -> None:
    """Applies INTEGER_SNOWFLAKES and TOLERATED_KEYS in place, and the text codes that field errors really have."""
    schemas["InnerErrors"]["properties"]["_errors"]["items"] = {
        "type": "object",
        "properties": {"code": {"type": ["string", "integer"]}, "message": {"type": "string"}},
        "required": ["code", "message"],
    }
    # A documented channel type (media) that the description lacks; discord.py lists it for "any channel".
    schemas["ChannelTypes"]["oneOf"].append({"title": "GUILD_MEDIA", "const": 16})
    for name, keys in TOLERATED_KEYS.items():
        for key in keys:
            schemas.get(name, {}).get("properties", {}).setdefault(key, {})
    for name, keys in INTEGER_SNOWFLAKES.items():
        for key in keys:
            place = schemas[name]["properties"][key]
            target = place.get("items", place)
            alternatives = target.pop("oneOf", None) or [copy.deepcopy(target)]
            target.clear()
            target["anyOf"] = [*alternatives, {"type": "integer", "minimum": 0}]
            if place is not target:
                place["items"] = target


def _discriminated(schema: Any, schemas: Json) -> Any:
    """The same schema with each `oneOf` over objects that differ by `type` told apart by it, for errors one
    can read."""
    if isinstance(schema, list):
        return [_discriminated(part, schemas) for part in schema]
    if not isinstance(schema, dict):
        return schema
    changed = {key: _discriminated(value, schemas) for key, value in schema.items()}
    options = changed.get("oneOf")
    if not isinstance(options, list):
        return changed
    kinds = [_kinds(option, schemas) for option in options if option != {"type": "null"}]
    known = [kind for group in kinds if group for kind in group]
    if len(kinds) < 2 or not all(kinds) or len(set(known)) != len(known):
        return changed
    del changed["oneOf"]
    objects = [option for option in options if option != {"type": "null"}]
    changed["allOf"] = changed.get("allOf", []) + [
        {
            "if": {"type": "object", "properties": {"type": {"enum": group}}, "required": ["type"]},
            "then": option,
        }
        for group, option in zip(kinds, objects, strict=True)
    ]
    typed = {"type": "object", "properties": {"type": {"enum": known}}, "required": ["type"]}
    changed["allOf"].append(typed if len(objects) == len(options) else {"anyOf": [{"type": "null"}, typed]})
    return changed


def _kinds(option: Any, schemas: Json) -> list[int] | None:
    if not isinstance(option, dict) or "$ref" not in option:
        return None
    target = schemas.get(option["$ref"].rsplit("/", 1)[-1], {})
    kinds = target.get("properties", {}).get("type", {}).get("enum")
    return kinds if isinstance(kinds, list) and "type" in target.get("required", []) else None


def _closed(schema: Any) -> Any:
    """The same schema, in which every object with listed properties takes no others."""
    if isinstance(schema, list):
        return [_closed(part) for part in schema]
    if not isinstance(schema, dict):
        return schema
    changed = {
        key: value if key in ("if", "allOf") and _is_discriminator(value) else _closed(value)
        for key, value in schema.items()
    }
    if "allOf" in changed:
        changed["allOf"] = [
            {"if": part["if"], "then": _closed(part["then"])}
            if isinstance(part, dict) and "if" in part
            else part
            for part in changed["allOf"]
        ]
    elif (
        isinstance(changed.get("properties"), dict)
        and "type" in changed
        and "additionalProperties" not in changed
    ):
        changed["additionalProperties"] = False
    return changed


def _is_discriminator(value: Any) -> bool:
    return isinstance(value, dict) or (
        isinstance(value, list) and any("if" in v for v in value if isinstance(v, dict))
    )
