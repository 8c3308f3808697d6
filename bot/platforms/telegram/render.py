"""Cards as Telegram shows them: HTML text, inline keyboard, file. Used by the messenger and by answers.

Every text is escaped here, and cut to Telegram's limits before escaping. Telegram makes links of whatever looks like one
(bare domains, @names, #tags, /commands): in all but our own words (`Style.OWN`) a word joiner keeps them dead. Mentions
made by `handlers.cards.mention` become names; only in private, and for whom a card may ping, do they become links.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from bot.platforms.telegram.addresses import HEADING, read_channel, read_press, write_press
from handlers.actors import Place
from handlers.cards import MENTION, Button, Card, Line, Look, Menu, Option, Style
from handlers.texts import texts

SEVERITY = {"none": "⚪", "low": "🔵", "medium": "🟡", "high": "🟠", "critical": "🔴"}
_LOOKS = {Look.NEUTRAL: None, Look.MAIN: "primary", Look.GOOD: "success", Look.GRAVE: "danger"}
_TEXT, _CAPTION, _TITLE, _BODY, _NAME, _VALUE, _FOOTER = 3900, 1000, 256, 2000, 200, 1000, 400
_LABEL, _ROWS, _WIDE = 60, 90, 17
CHOSEN = "✓ "
JOINER = "\u2060"
"""Invisible and unbreakable; not part of a domain, name or tag, so that Telegram makes no link across it."""
_CONTROLS = frozenset(map(chr, (*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x200E, 0x200F, 0x061C)))
_ALIVE = re.compile(r"(?<=[^\s.])\.(?=\w)|[@#$](?=\w)|:(?=//)|(?<!\w)/(?=\w)")
_COMMAND = re.compile(r"`(/[a-z][^`\n]{0,60})`")
_PRIVATE_USE = re.compile("[\ue000-\uf8ff]")


@dataclass(frozen=True, slots=True)
class Rendered:
    """The arguments of `sendMessage`, `sendDocument` and `editMessageText`."""

    text: str
    keyboard: InlineKeyboardMarkup | None
    file: tuple[str, bytes] | None


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a card is drawn with: names of accounts and chats that it mentions, the community it is about if it is shown
    in private, and whether it is."""

    names: Mapping[str, str]
    place: Place | None = None
    private: bool = False
    language: str = "en"


def mentioned(card: Card) -> set[str]:
    """Ids of accounts and channels whose names a card needs."""
    texts_of = [card.title, card.body, card.notice]
    texts_of += [text for line in card.lines for text in (line.name, line.value)]
    found = {match[2] for text in texts_of for match in MENTION.finditer(text)}
    roles = [option.value for menu in card.menus if menu.kind == "roles" for option in menu.options]
    return found | set(roles) | ({card.ping_role} if card.ping_role else set())


def fit(text: str, most: int) -> str:
    """At most `most` UTF-16 units, in which Telegram counts."""
    if _length(text) <= most:
        return text
    cut = text.encode("utf-16-le")[: 2 * (most - 2)].decode("utf-16-le", "ignore")
    return cut.rstrip() + " …"


def _length(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def escape(text: str, around: Surroundings, *, own: bool = False) -> str:
    """Text that Telegram shows as it is: no markup, no mention, no bidi control, and, unless it is our own, no link."""
    plain = "".join(letter for letter in text if letter not in _CONTROLS)
    parts: list[str] = []
    at = 0
    for match in MENTION.finditer(plain):
        parts += [_escaped(plain[at : match.start()], own), _mention(match[1], match[2], around)]
        at = match.end()
    return "".join(parts) + _escaped(plain[at:], own)


def _escaped(text: str, own: bool) -> str:
    text = _PRIVATE_USE.sub("", text)
    parts = _COMMAND.split(text)  # every second one stood between backticks
    return "".join(
        f"<code>{html.escape(part, quote=False)}</code>"
        if number % 2
        else html.escape(part if own else dead(part), quote=False)
        for number, part in enumerate(parts)
    )


def dead(text: str) -> str:
    """Text in which Telegram finds no link, name, tag or command."""
    return _ALIVE.sub(lambda found: found[0] + JOINER, text)


def _mention(kind: str, native_id: str, around: Surroundings) -> str:
    name = html.escape(dead(_PRIVATE_USE.sub("", around.names.get(native_id) or native_id)), quote=False)
    if kind != "channel" and around.private and native_id.isdigit():
        return f'<a href="tg://user?id={native_id}">{name}</a>'
    return name


def _styled(line: Line, around: Surroundings, most: int) -> str:
    if line.style is Style.CODE:
        plain = "".join(letter for letter in line.value if letter not in _CONTROLS)
        return f"<code>{html.escape(fit(plain, most), quote=False)}</code>"
    text = escape(fit(line.value, most), around, own=line.style is Style.OWN)
    return f"<tg-spoiler>{text}</tg-spoiler>" if line.style is Style.SPOILER else text


def render(card: Card, around: Surroundings) -> Rendered:
    """A card as a message."""
    return Rendered(_text(card, around), _keyboard(card, around), card.file)


def _text(card: Card, around: Surroundings) -> str:
    room = _CAPTION if card.file else _TEXT
    parts: list[str] = []
    if card.ping_role:
        name = html.escape(around.names.get(card.ping_role) or card.ping_role, quote=False)
        link = card.ping_role.isdigit()
        parts.append(f'<a href="tg://user?id={card.ping_role}">{name}</a>' if link else name)
    if card.notice:
        parts.append(escape(fit(card.notice, _TITLE), around))
    if card.title:
        dot = f"{SEVERITY[card.severity]} " if card.severity else ""
        parts.append(f"{dot}<b>{escape(fit(card.title, _TITLE), around)}</b>")
    if card.body:
        parts.append(escape(fit(card.body, min(_BODY, room // 2)), around))
    accounts = any(menu.kind == "roles" for menu in card.menus)
    tail = [f"<i>{escape(fit(card.footer, min(_FOOTER, room // 8)), around)}</i>"] if card.footer else []
    if accounts:
        tail.insert(0, escape(texts(around.language)("setup-accounts"), around))
    if card.copyable:
        tail.append(f"<code>{html.escape(card.copyable, quote=False)}</code>")
    room -= _seen([*parts, *tail])
    lines = [] if not card.lines else [_lines(card.lines, around, room)]
    blocks = [part for part in (*parts, *lines, *tail) if part]
    return "\n\n".join(blocks) or "…"


def _lines(lines: tuple[Line, ...], around: Surroundings, room: int) -> str:
    drawn: list[str] = []
    for line in lines:
        name = escape(fit(line.name, _NAME), around)
        value = _styled(line, around, min(_VALUE, max(room - 250, 50))) or "-"
        one = f"<b>{name}</b>: {value}" if line.short else f"<b>{name}</b>\n{value}"
        room -= _seen([one])
        if room < 0:
            drawn.append("…")
            break
        drawn.append(one)
    return "\n".join(drawn)


def _seen(parts: list[str]) -> int:
    """How much of Telegram's limit some HTML takes: what is left when it is parsed."""
    return sum(_length(html.unescape(re.sub(r"<[^>]*>", "", part))) + 2 for part in parts)


def _keyboard(card: Card, around: Surroundings) -> InlineKeyboardMarkup | None:
    rows: list[list[InlineKeyboardButton]] = []
    for menu in card.menus:
        options = list(_options(menu, around))
        if options and len(card.menus) > 1:
            rows.append([InlineKeyboardButton(fit(f"— {menu.prompt} —", _LABEL), callback_data=HEADING)])
        rows += _rows(options)
    rows += _rows([_button(button, around) for button in card.buttons if not button.disabled])
    return InlineKeyboardMarkup(rows[:_ROWS]) if rows else None


def _button(button: Button, around: Surroundings) -> InlineKeyboardButton:
    data = write_press(button.action, None, around.place)
    return InlineKeyboardButton(fit(button.label, _LABEL), callback_data=data, style=_LOOKS[button.look])


def _options(menu: Menu, around: Surroundings) -> Iterator[InlineKeyboardButton]:
    if menu.kind == "channels":
        if around.place is not None and around.place.channel:
            label = texts(around.language)("button-cards-here")
            name = around.names.get(around.place.channel)
            data = write_press(menu.action, "here", around.place)
            yield InlineKeyboardButton(fit(f"{label}: {name}" if name else label, _LABEL), callback_data=data)
        return
    for option in menu.options:
        name = around.names.get(option.value, option.label) if menu.kind == "roles" else option.label
        yield _option(menu, option, name, around)


def _option(menu: Menu, option: Option, name: str, around: Surroundings) -> InlineKeyboardButton:
    label = fit((CHOSEN if option.chosen else "") + name, _LABEL)
    many = menu.least == 0 or menu.most > 1
    data = write_press(menu.action, option.value, around.place, many=many)
    return InlineKeyboardButton(label, callback_data=data)


def _rows(buttons: list[InlineKeyboardButton]) -> list[list[InlineKeyboardButton]]:
    """Two beside each other where both are short."""
    rows: list[list[InlineKeyboardButton]] = []
    for button in buttons:
        short = len(button.text) <= _WIDE
        if rows and short and len(rows[-1]) == 1 and len(rows[-1][0].text) <= _WIDE:
            rows[-1].append(button)
        else:
            rows.append([button])
    return rows


def chosen(keyboard: InlineKeyboardMarkup | None, action: str, pressed: str) -> list[str]:
    """The values of a menu after one of them was pressed: it is added to what was chosen, or taken from it."""
    values = []
    for row in keyboard.inline_keyboard if keyboard is not None else ():
        for button in row:
            press = read_press(str(button.callback_data or ""))
            if press.action == action and press.value is not None and button.text.startswith(CHOSEN):
                values.append(press.value)
    return [value for value in values if value != pressed] if pressed in values else [*values, pressed]


def place_name(channel: str, title: str) -> str:
    """How a chat, or a topic in it, is called."""
    try:
        _, number = read_channel(channel)
    except ValueError:
        return title
    return f"{title} #{number}" if number else title
