"""Messages without a platform: cards, buttons, menus and forms. Made by handlers, rendered by `bot/platforms`.

Every text in a card is plain text. A renderer escapes markdown, mentions and bidi controls in all of it; how a value is
set (code, spoiler) is said by `Style`, never by markup inside the text.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Literal

MAX_ACTION = 52
"""Characters of an action id: Discord's custom ids have 100, Telegram's callback data 64 bytes with place and value."""


class Style(StrEnum):
    """How a value is set."""

    PLAIN = "plain"
    CODE = "code"
    SPOILER = "spoiler"
    OWN = "own"
    """Headsup's own words: links in them may be pressed, where a platform makes all others dead."""


class Look(StrEnum):
    """How a button looks."""

    NEUTRAL = "neutral"
    MAIN = "main"
    GOOD = "good"
    GRAVE = "grave"


@dataclass(frozen=True, slots=True)
class Line:
    """A name and its value."""

    name: str
    value: str
    style: Style = Style.PLAIN
    short: bool = False


@dataclass(frozen=True, slots=True)
class Button:
    """Something to press. `action` (`case.confirm:41`) is all its state, so it works after a restart and years later."""

    label: str
    action: str
    look: Look = Look.NEUTRAL
    disabled: bool = False

    def __post_init__(self) -> None:
        if len(self.action) > MAX_ACTION:
            raise ValueError(f"an action id has at most {MAX_ACTION} characters")


@dataclass(frozen=True, slots=True)
class Option:
    """A choice of a menu."""

    label: str
    value: str
    description: str = ""
    chosen: bool = False


@dataclass(frozen=True, slots=True)
class Menu:
    """Something to choose from: given options, or the platform's own roles or channels."""

    action: str
    prompt: str
    kind: Literal["options", "roles", "channels"] = "options"
    options: tuple[Option, ...] = ()
    least: int = 1
    most: int = 1


@dataclass(frozen=True, slots=True)
class Card:
    """A message. `notice` is what a locked phone shows: for a person's alert it says nothing of the matter."""

    title: str = ""
    body: str = ""
    notice: str = ""
    lines: tuple[Line, ...] = ()
    severity: str | None = None
    buttons: tuple[Button, ...] = ()
    menus: tuple[Menu, ...] = ()
    footer: str = ""
    ping_role: str | None = None
    """The one role that this card may mention."""
    copyable: str = ""
    """A reference repeated as plain text, so that a phone can copy it."""
    file: tuple[str, bytes] | None = None
    """(name, content) of an attachment: an export."""


@dataclass(frozen=True, slots=True)
class FormField:
    """One question of a form; at most five fit."""

    key: str
    label: str
    value: str = ""
    placeholder: str = ""
    required: bool = False
    long: bool = False
    most: int = 1000


@dataclass(frozen=True, slots=True)
class Form:
    """Questions asked at once. `action` is what is called with the answers."""

    action: str
    title: str
    fields: tuple[FormField, ...]


@dataclass(frozen=True, slots=True)
class Reply:
    """The answer to an actor: a private card, a form, or a new face for the message that the button is on."""

    card: Card | None = None
    form: Form | None = None
    update: bool = False
    """Replace the message that was pressed instead of answering with a new, private one."""
    after: Callable[[], Awaitable[None]] | None = field(default=None, compare=False)
    """Called once the platform has taken the answer."""
    refused: bool = False
    """Nothing was done, and the card says why."""


@dataclass(frozen=True, slots=True)
class Upload:
    """What is kept of an attachment: its name and link; media are never downloaded."""

    name: str
    url: str


Values = Mapping[str, str | int | bool | list[str] | Upload | None]
"""Options of a command, answers of a form, or `{"values": [...]}` of a menu."""


def defang(url: str) -> str:
    """A link that nothing turns into a preview or a click: `hxxps://example[.]org/x`."""
    scheme, separator, rest = url.partition("://")
    if not separator:
        return url.replace(".", "[.]")
    host, slash, path = rest.partition("/")
    return f"{scheme.replace('tt', 'xx', 1)}[:]//{host.replace('.', '[.]')}{slash}{path}"


_OPEN, _CLOSE = "\ue000", "\ue001"


def mention(native_id: str, kind: Literal["account", "role", "channel"] = "account") -> str:
    """An account's, role's or channel's mention inside a text; the renderer makes it one that pings nobody."""
    return f"{_OPEN}{kind}:{native_id}{_CLOSE}"


MENTION = re.compile(f"{_OPEN}(account|role|channel):([0-9A-Za-z_-]{{1,64}}){_CLOSE}")
"""What `mention` made, for renderers: (kind, id)."""


def quote(text: str, most: int) -> str:
    """Somebody else's words for a card: no control, bidi or private-use characters, at most `most` of them.

    Cut at a word where there is one. Renderers escape markup.
    """
    kept = "".join(
        letter
        for letter in text
        if letter in "\n\t" or unicodedata.category(letter) not in ("Cc", "Cf", "Co", "Cs")
    )
    if len(kept) <= most:
        return kept
    cut = kept[:most]
    space = cut.rfind(" ")
    return (cut[:space] if space > most // 2 else cut).rstrip() + " …"
