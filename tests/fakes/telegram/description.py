"""Checks Bot API calls and answers against the machine-readable description, and decodes form fields by it.

Called by server.py for every call. Found like Discord's (tests/fakes/spec.py); without it values are
decoded by their looks and nothing is checked.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from typing import Any

from tests.fakes import spec

Json = dict[str, Any]


@cache
def load() -> TelegramDescription | None:
    """The description, loaded once a process; None when it is not on this machine."""
    path = spec.folder() / spec.TELEGRAM_FILE
    return TelegramDescription(json.loads(path.read_text(encoding="utf-8"))) if path.is_file() else None


class TelegramDescription:
    """The Bot API's methods and types: names, required fields, types."""

    def __init__(self, document: Json) -> None:
        self._methods: Json = document["methods"]
        self._types: Json = document["types"]

    def knows(self, method: str) -> bool:
        """Whether the Bot API has that method."""
        return method in self._methods

    def call(
        self, method: str, fields: Mapping[str, str], files: Mapping[str, Any]
    ) -> tuple[Json, list[str]]:
        """(the fields decoded by their types, what is wrong with them)."""
        described = {one["name"]: one for one in self._methods[method].get("fields", [])}
        decoded: Json = {}
        wrong = [f"{name} is no field of {method}" for name in fields if name not in described]
        for name, one in described.items():
            if name in fields:
                decoded[name] = _decode(fields[name], one["types"])
                wrong += self._check(decoded[name], one["types"], name)
            elif name not in files and one["required"]:
                wrong.append(f"{name} is missing")
        return decoded, wrong

    def answer(self, method: str, result: object) -> list[str]:
        """What is wrong with a result of ours."""
        return self._check(result, self._methods[method]["returns"], "result")

    def value(self, value: object, kind: str) -> list[str]:
        """What is wrong with a value of one of the Bot API's types."""
        return self._check(value, [kind], kind)

    def _check(self, value: object, types: list[str], where: str) -> list[str]:
        complaints: list[str] = []
        for kind in types:
            found = self._against(value, kind, where)
            if not found:
                return []
            complaints = found if not complaints or len(found) < len(complaints) else complaints
        return complaints

    def _against(self, value: object, kind: str, where: str) -> list[str]:
        if kind.startswith("Array of "):
            if not isinstance(value, list):
                return [f"{where} is no array"]
            return [
                bad for i, one in enumerate(value) for bad in self._against(one, kind[9:], f"{where}[{i}]")
            ]
        plain: dict[str, tuple[type, ...]] = {
            "Integer": (int,),
            "Float": (int, float),
            "String": (str,),
            "Boolean": (bool,),
            "True": (bool,),
            "InputFile": (str,),
        }
        if kind in plain:
            fits = isinstance(value, plain[kind]) and (bool in plain[kind] or not isinstance(value, bool))
            return [] if fits else [f"{where} is no {kind}"]
        described = self._types[kind]
        if "subtypes" in described:
            return self._check(value, described["subtypes"], where)
        if not isinstance(value, dict):
            return [f"{where} is no {kind}"]
        fields = {one["name"]: one for one in described.get("fields", [])}
        wrong = [f"{where}.{name} is no field of {kind}" for name in value if name not in fields]
        for name, one in fields.items():
            if name in value:
                wrong += self._check(value[name], one["types"], f"{where}.{name}")
            elif one["required"]:
                wrong.append(f"{where}.{name} is missing")
        return wrong


_TEXTS = ("callback_query_id", "file_id", "inline_message_id", "business_connection_id", "text", "caption")


def decode_plain(fields: Mapping[str, str]) -> Json:
    """The fields decoded by their looks, for when there is no description."""
    return {name: text if name in _TEXTS else _decode(text, []) for name, text in fields.items()}


def _decode(text: str, types: list[str]) -> Any:
    """A form field's value: text where a text is wanted, else the JSON that it holds."""
    if "String" in types and not ("Integer" in types and text.lstrip("-").isdigit()) and len(types) < 3:
        return text
    try:
        return json.loads(text)
    except ValueError:
        return {"True": True, "False": False}.get(text, text)
