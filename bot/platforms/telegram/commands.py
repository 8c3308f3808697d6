"""What people write as commands, read into the names and values of `handlers.front`; and the menus of commands.

`/watch add guardian` is the command `watch add` with its standing. Knows who writes nothing: `client` does.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from telegram import (
    Bot,
    BotCommand,
    BotCommandScope,
    BotCommandScopeAllChatAdministrators,
    BotCommandScopeAllGroupChats,
    BotCommandScopeAllPrivateChats,
    BotCommandScopeDefault,
)

from bot.platforms.telegram.render import JOINER
from handlers.cards import Button, Card
from handlers.errors import Refused
from handlers.texts import LANGUAGES, Texts, texts

_COMMAND = re.compile(
    r"/(?P<name>[a-z_]{1,32})(?:@(?P<bot>\w+))?(?:\s+(?P<rest>.*))?", re.DOTALL | re.IGNORECASE
)
_STATES = ("open", "claimed", "confirmed", "dismissed", "decided")
_ACCOUNTS = ("moderators", "escalation", "child_safety")
STANDINGS = ("self", "guardian", "representative")
WATCH = (
    "add",
    "list",
    "edit",
    "pause",
    "resume",
    "remove",
    "prove",
    "preferences",
    "link",
    "export",
    "forget-me",
    "stop",
)
ABOUT_A_PERSON = ("edit", "pause", "resume", "remove")
OF_A_GROUP = ("setup", "case", "feed")
HIDDEN = ("watch", "stop")
"""Commands that are nobody's business in a group."""
_LINKED = re.compile(
    r"/report( status [\w-]{1,12})?|/watch( add( self| guardian| representative)?| list| prove| preferences| link)?"
    r"|/case( list| show)?( [\w-]{1,12})?|/setup|/help|/feed list|case\.dismiss:\d{1,18}"
)


@dataclass(frozen=True, slots=True)
class Said:
    """A command as it was written."""

    name: str
    rest: str = ""


_FEED_OPTION = re.compile(r"\s+(name|severity|keywords)\s*=\s*", re.IGNORECASE)
"""Behind the address of `/feed add`; a value goes on until the next one, so that names and keywords may hold blanks."""


@dataclass(frozen=True, slots=True)
class Meant:
    """A command of `handlers.front` with its values. `accounts`: which setting of `/setup` names accounts."""

    command: str
    values: dict[str, Any] = field(default_factory=dict)
    accounts: str = ""
    here: bool = False
    """`/setup here`, `/feed add here`: the chat or topic in which it was written."""


def read(text: str, username: str) -> Said | None:
    """The command that a message begins with; None if it has none, or is another bot's.

    What is copied from our own messages brings along the joiners that keep links dead (`#2`, `@name`): they go.
    """
    found = _COMMAND.fullmatch(text.replace(JOINER, "").strip())
    if found is None or (found["bot"] or username).casefold() != username.casefold():
        return None
    return Said(found["name"].lower(), (found["rest"] or "").strip())


def linked(data: str) -> str:
    """The same if a link into the private chat may do it: it shows something, changes nothing, and names nobody."""
    if _LINKED.fullmatch(data):
        return data
    word = data.partition(" ")[0]
    return word if _LINKED.fullmatch(word) else ""


def meant(said: Said) -> Meant | None:
    """What a command means; None for one that there is not. Raises Refused that shows how it is written."""
    match said.name:
        case "report":
            return _report(said.rest)
        case "watch" | "case" | "feed":
            word, _, rest = said.rest.partition(" ")
            return {"watch": _watch, "case": _case, "feed": _feed}[said.name](word.lower(), rest.strip())
        case "setup":
            return _setup(said.rest)
        case "stop":
            return Meant("watch stop")
        case "help" | "start":
            return Meant("help")
        case _:
            return None


def _report(rest: str) -> Meant:
    word, _, more = rest.partition(" ")
    if word.lower() == "status" and len(more) < 20:
        return Meant("report", {"status": more.strip() or "all"})
    return Meant("report", {"text": rest[:4000]} if rest else {})


def _watch(word: str, rest: str) -> Meant:
    word = word.replace("_", "-") or "menu"
    if word == "menu":
        return Meant("watch")
    if word not in WATCH:
        raise Refused("refused-usage", usage=f"/watch {' | '.join(WATCH)}")
    if word == "add":
        if rest and rest not in STANDINGS:
            raise Refused("refused-standing", options=", ".join(STANDINGS))
        return Meant("watch add", {"standing": rest} if rest else {})
    if word == "link":
        return Meant("watch link", {"code": rest[:20]} if rest else {})
    if word == "prove":
        method, _, person = rest.partition(" ")
        if method in ("vouch", "bio"):
            return Meant("watch prove", {"method": method, "person": person.strip()})
        return Meant("watch prove", {"person": rest})
    return Meant(f"watch {word}", {"person": rest} if word in ABOUT_A_PERSON else {})


def _case(word: str, rest: str) -> Meant:
    if word in ("", "list"):
        if rest and rest not in _STATES:
            raise Refused("refused-usage", usage=f"/case list {' | '.join(_STATES)}")
        return Meant("case list", {"state": rest} if rest else {})
    if word == "show":
        return Meant("case show", {"reference": rest})
    if word == "note":
        reference, _, text = rest.partition(" ")
        return Meant("case note", {"reference": reference, "text": text.strip()[:1000]})
    return Meant("case show", {"reference": f"{word} {rest}".strip()})


def _feed(word: str, rest: str) -> Meant:
    match word:
        case "" | "list":
            return Meant("feed list")
        case "add":
            address, *pairs = _FEED_OPTION.split(rest)
            options = dict(zip((each.lower() for each in pairs[::2]), pairs[1::2], strict=True))
            if address.lower() == "here":
                return Meant("feed add", options, here=True)
            return Meant("feed add", {"address": address} | options)
        case "test":
            return Meant("feed test", {"address": rest})
        case "pause" | "resume" | "remove":
            return Meant(f"feed {word}", {"feed": rest})
    raise Refused(
        "refused-usage",
        usage="/feed list | test ADDRESS | pause | resume | remove NAME | add ADDRESS | add here | add @CHANNEL,"
        " with name=… severity=… keywords=… if wanted",
    )


def _setup(rest: str) -> Meant:
    word, _, value = rest.partition(" ")
    word, value = word.lower(), value.strip()
    if not word:
        return Meant("setup")
    if word == "here":
        return Meant("setup", here=True)
    if word in _ACCOUNTS:
        return Meant("setup", {word: value}, accounts=word)
    if word in ("language", "severity", "feeds") and value:
        return Meant("setup", {word: value})
    usage = f"/setup here | {' | '.join(_ACCOUNTS)} | language | severity | feeds"
    raise Refused("refused-usage", usage=usage)


def watch_menu(t: Texts) -> Card:
    """`/watch` alone: what there is, as buttons."""
    return Card(
        body=t("watch-menu"),
        buttons=tuple(Button(t(f"watch-menu-{word}"), f"/watch {word}") for word in WATCH),
    )


def prove_menu(t: Texts, person: str) -> Card:
    """`/watch prove` alone: how?"""
    person = person if len(person) < 12 else ""
    return Card(
        body=t("prove-how"),
        buttons=(
            Button(t("button-prove-bio"), f"/watch prove bio {person}".strip()),
            Button(t("button-prove-vouch"), f"/watch prove vouch {person}".strip()),
        ),
    )


def standing_menu(t: Texts) -> Card:
    """`/watch add` alone: for whom?"""
    return Card(
        body=t("watch-for"),
        buttons=tuple(Button(t(f"standing-{each}"), f"/watch add {each}") for each in STANDINGS),
    )


_SCOPES: Sequence[tuple[BotCommandScope, tuple[str, ...]]] = (
    (BotCommandScopeDefault(), ("report", "help")),
    (BotCommandScopeAllPrivateChats(), ("report", "watch", "help", "stop", "cancel")),
    (BotCommandScopeAllGroupChats(), ("report", "help")),
    (BotCommandScopeAllChatAdministrators(), ("report", "case", "feed", "setup", "help")),
)


async def declare(bot: Bot) -> None:
    """Tell Telegram the commands, for each kind of chat and each language. Raises TelegramError."""
    for scope, names in _SCOPES:
        for language in LANGUAGES:
            t = texts(language)
            commands = [BotCommand(name, t(f"command-{name}")) for name in names]
            code = "" if language == "en" else language
            await bot.set_my_commands(commands, scope=scope, language_code=code)
