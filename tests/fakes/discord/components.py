"""Message components and modal fields: the API's rules for them, their form in answers, and what a person
sees.

Called by messages.py, interactions.py and people.py. Knows nothing of channels or people.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from tests.fakes.discord.wire import Json, invalid

ROW, BUTTON, STRING_SELECT, TEXT_INPUT = 1, 2, 3, 4
USER_SELECT, ROLE_SELECT, MENTIONABLE_SELECT, CHANNEL_SELECT = 5, 6, 7, 8
SECTION, TEXT_DISPLAY, CONTAINER, LABEL, FILE_UPLOAD = 9, 10, 17, 18, 19
RADIO_GROUP, CHECKBOX_GROUP, CHECKBOX = 21, 22, 23
SELECTS = (STRING_SELECT, USER_SELECT, ROLE_SELECT, MENTIONABLE_SELECT, CHANNEL_SELECT)
LINK_STYLE = 5


@dataclass(frozen=True, slots=True)
class Option:
    """One choice of a string select, radio group or checkbox group."""

    label: str
    value: str
    description: str = ""
    default: bool = False


@dataclass(frozen=True, slots=True)
class Component:
    """A button or select on a message, or a field of a modal, as a person meets it."""

    type: int
    custom_id: str
    label: str = ""
    description: str = ""
    style: int = 0
    disabled: bool = False
    required: bool = True
    url: str = ""
    emoji: str = ""
    placeholder: str = ""
    value: str = ""
    options: tuple[Option, ...] = ()
    min_values: int = 1
    max_values: int = 1
    min_length: int = 0
    max_length: int = 4000
    id: int = 0
    default_values: tuple[str, ...] = ()
    channel_types: tuple[int, ...] = ()


def read(raw: Json, label: str = "", description: str = "") -> Component:
    """The component of one wire object."""
    select = raw["type"] in SELECTS or raw["type"] in (FILE_UPLOAD, CHECKBOX_GROUP)
    minimum = raw.get("min_values")
    return Component(
        type=raw["type"],
        custom_id=raw.get("custom_id") or "",
        label=label or raw.get("label") or "",
        description=description,
        style=raw.get("style") or 0,
        disabled=bool(raw.get("disabled")),
        required=raw.get("required") is not False,
        url=raw.get("url") or "",
        emoji=(raw.get("emoji") or {}).get("name") or "",
        placeholder=raw.get("placeholder") or "",
        value=str(raw.get("value") or ""),
        options=tuple(
            Option(o["label"], o["value"], o.get("description") or "", bool(o.get("default")))
            for o in raw.get("options") or ()
        ),
        min_values=(1 if minimum is None else minimum) if select else 1,
        max_values=raw.get("max_values") or 1,
        min_length=raw.get("min_length") or 0,
        max_length=raw.get("max_length") or 4000,
        id=raw.get("id") or 0,
        default_values=tuple(v["id"] for v in raw.get("default_values") or ()),
        channel_types=tuple(raw.get("channel_types") or ()),
    )


def walk(components: Iterable[Json]) -> Iterator[Json]:
    """Every component object, depth first, containers before what they hold."""
    for component in components:
        yield component
        yield from walk(component.get("components") or ())
        for single in ("component", "accessory"):
            if component.get(single):
                yield from walk([component[single]])


def interactive(components: Iterable[Json]) -> list[Component]:
    """The buttons and selects of a message, in reading order."""
    return [read(c) for c in walk(components) if c["type"] == BUTTON or c["type"] in SELECTS]


def texts(components: Iterable[Json]) -> list[str]:
    """The texts that components show by themselves (text displays)."""
    return [c["content"] for c in walk(components) if c["type"] == TEXT_DISPLAY]


def modal_fields(components: Iterable[Json]) -> list[Component]:
    """The fields of a modal: text inputs in action rows, and whatever a label holds."""
    fields: list[Component] = []
    for top in components:
        if top["type"] == ROW:
            fields.extend(read(c) for c in top["components"])
        elif top["type"] == LABEL:
            fields.append(read(top["component"], top["label"], top.get("description") or ""))
    return fields


def normalised(components: list[Json]) -> list[Json]:
    """As the API gives them back: without nulls, every component with an id, selects with their limits."""
    used = {c["id"] for c in walk(components) if c.get("id")}
    counter = 0

    def fresh() -> int:
        nonlocal counter
        counter += 1
        while counter in used:
            counter += 1
        return counter

    def one(raw: Json) -> Json:
        out: Json = {"type": raw["type"], "id": raw.get("id") or fresh()}
        for key, value in raw.items():
            if (
                key in out
                or value is None
                or (key in ("required", "channel_types") and raw["type"] in SELECTS)
            ):
                continue
            if key == "components":
                out[key] = [one(child) for child in value]
            elif key in ("component", "accessory"):
                out[key] = one(value)
            elif key in ("media", "file"):
                out[key] = _media(value)
            elif key == "items":
                out[key] = [{**_without_null(item), "media": _media(item["media"])} for item in value]
            elif key == "options":
                out[key] = [_without_null(option) for option in value]
            else:
                out[key] = value
        for key, default in _DEFAULTS.get(raw["type"], {}).items():
            out.setdefault(key, default)
        return out

    return [one(component) for component in components]


_DEFAULTS: dict[int, Json] = {
    **{kind: {"min_values": 1, "max_values": 1} for kind in SELECTS},
    CONTAINER: {"accent_color": None, "spoiler": False},
    14: {"spacing": 1, "divider": True},
}


def _media(raw: Json) -> Json:
    return {
        "id": "1",
        "url": raw["url"],
        "proxy_url": raw["url"],
        "width": None,
        "height": None,
        "content_type": None,
    }


def _without_null(raw: Json) -> Json:
    return {key: value for key, value in raw.items() if value is not None}


def check_message(components: list[Json], *, v2: bool) -> None:
    """Raises for what the API refuses and the description does not say."""
    everything = list(walk(components))
    if v2:
        if len(everything) > 40:
            raise invalid("a message has at most 40 components")
        if sum(len(text) for text in texts(components)) > 4000:
            raise invalid("the texts of a message's components are longer than 4000 together")
    else:
        if any(c["type"] != ROW for c in components):
            raise invalid("without the flag IS_COMPONENTS_V2 a message takes action rows alone")
        if len(components) > 5:
            raise invalid("a message has at most 5 action rows")
    _check_unique(everything)
    for row in everything:
        if (
            row["type"] == ROW
            and any(c["type"] in SELECTS for c in row["components"])
            and len(row["components"]) > 1
        ):
            raise invalid("an action row holds up to five buttons or one select")
    for raw in everything:
        if raw["type"] == BUTTON:
            _check_button(raw)
        elif raw["type"] in SELECTS:
            _check_select(raw)


def _check_unique(everything: list[Json]) -> None:
    for key in ("custom_id", "id"):
        given = [c[key] for c in everything if c.get(key)]
        if len(set(given)) != len(given):
            raise invalid(f"two components have the same {key}")


def _check_button(raw: Json) -> None:
    linked = raw["style"] == LINK_STYLE
    if linked != bool(raw.get("url")) or linked == bool(raw.get("custom_id")):
        raise invalid("a link button has a url and no custom_id, every other one a custom_id and no url")
    if linked and not re.match(r"(https?|discord)://", raw["url"]):
        raise invalid("a link button's url has the scheme http, https or discord")
    if not raw.get("label") and not raw.get("emoji"):
        raise invalid("a button needs a label or an emoji")


def _check_select(raw: Json) -> None:
    minimum, maximum = raw.get("min_values"), raw.get("max_values")
    if minimum is not None and maximum is not None and minimum > maximum:
        raise invalid("min_values is above max_values")
    if raw["type"] == STRING_SELECT:
        values = [option["value"] for option in raw["options"]]
        if len(set(values)) != len(values):
            raise invalid("two options of a select have the same value")
        if maximum is not None and maximum > len(values):
            raise invalid("max_values is above the number of options")


def check_modal(data: Json) -> None:
    """Raises for a modal that the API refuses although the description allows it."""
    if len(data["components"]) > 5:
        raise invalid("a modal has at most 5 components")
    everything = list(walk(data["components"]))
    _check_unique(everything)
    for top in data["components"]:
        if top["type"] == ROW:
            if len(top["components"]) != 1 or not top["components"][0].get("label"):
                raise invalid("an action row in a modal holds one text input, which has a label")
        elif top["type"] == LABEL and top["component"].get("label"):
            raise invalid("a field inside a label has no label of its own")
    for raw in everything:
        if raw["type"] == TEXT_INPUT:
            low, high, value = raw.get("min_length"), raw.get("max_length"), raw.get("value")
            if low is not None and high is not None and low > high:
                raise invalid("min_length is above max_length")
            if value and high is not None and len(value) > high:
                raise invalid("a text input's value is longer than its max_length")
        elif raw["type"] in SELECTS:
            _check_select(raw)


def describe(components: Iterable[Component]) -> str:
    """A list for error messages: what there would have been to press."""
    return (
        ", ".join(
            f"{c.label or c.placeholder or c.custom_id!r}{' (disabled)' if c.disabled else ''}"
            for c in components
        )
        or "nothing"
    )


def find(components: Iterable[Component], wanted: str, kinds: Iterable[int]) -> Component | None:
    """The component with that custom id, else the only one with that label (or placeholder)."""
    candidates = [c for c in components if c.type in kinds]
    by_id = [c for c in candidates if c.custom_id == wanted]
    by_label = [c for c in candidates if wanted in (c.label, c.placeholder, f"{c.emoji} {c.label}".strip())]
    found: list[Any] = by_id or by_label
    return found[0] if len(found) == 1 else None
