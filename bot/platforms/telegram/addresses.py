"""What identifies a place or a press on Telegram, as text: channels, callback data, deep links. Knows no chat library.

A channel is `<chat>` or `<chat>_<topic>`. Callback data (64 bytes) is `<action>`, then `=<value>` of a menu (`+<value>`
where several may be chosen), then `~<place>`, in base 36, where a private message is about a community. `/case list` in
it is a command.
"""

from __future__ import annotations

import base64
import binascii
import re
from dataclasses import dataclass

from handlers.actors import Place

MOST = 64
_VALUE = re.compile(r"(?P<action>[^=+]+)(?P<mark>[=+])(?P<value>.*)")
_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
HEADING = "-"
"""Callback data of a keyboard's heading, which does nothing."""


def channel_of(chat: int, topic: int | None) -> str:
    """A chat's, or a forum topic's, name in the database."""
    return f"{chat}_{topic}" if topic else str(chat)


def read_channel(channel: str) -> tuple[int, int | None]:
    """(chat, topic). Raises ValueError."""
    chat, _, topic = channel.partition("_")
    return int(chat), int(topic) if topic else None


@dataclass(frozen=True, slots=True)
class Press:
    """What callback data says."""

    action: str
    value: str | None = None
    place: Place | None = None
    many: bool = False


def write_press(
    action: str, value: str | None = None, place: Place | None = None, *, many: bool = False
) -> str:
    """Callback data. Raises ValueError if it does not fit."""
    data = (
        action
        + (f"{'+' if many else '='}{value}" if value is not None else "")
        + (f"~{_place(place, action)}" if place else "")
    )
    if len(data.encode()) > MOST:
        raise ValueError(
            f"callback data has at most {MOST} bytes: the action {action.split(':')[0]!r} is too long"
        )
    return data


def read_press(data: str) -> Press:
    """What was written; data from elsewhere gives an action that there is not."""
    rest, mark, place = data.rpartition("~")
    if not mark:
        rest, place = data, ""
    found = _VALUE.fullmatch(rest)
    if found is None:
        return Press(rest, None, _read_place(place))
    return Press(found["action"], found["value"], _read_place(place), found["mark"] == "+")


def _place(place: Place, action: str) -> str:
    chat, topic = read_channel(place.channel or place.community)
    written = _base36(chat)
    return f"{written}.{_base36(topic)}" if topic and action.startswith(("setup", "/setup")) else written


def _read_place(text: str) -> Place | None:
    if not text:
        return None
    chat, _, topic = text.partition(".")
    try:
        number = int(chat, 36)
        if number < 0:  # a group; everything else has no members
            return Place(str(number), channel_of(number, int(topic, 36) if topic else None))
    except ValueError:
        pass
    return None


def _base36(number: int) -> str:
    sign, number, digits = ("-" if number < 0 else ""), abs(number), ""
    while number or not digits:
        number, digit = divmod(number, 36)
        digits = _DIGITS[digit] + digits
    return sign + digits


def deep_link(username: str, data: str) -> str:
    """A link that opens the bot in private and, after Start, does what `data` (see `write_press`) says."""
    payload = base64.urlsafe_b64encode(data.encode()).decode().rstrip("=")
    if len(payload) > MOST:
        payload = ""
    return f"https://t.me/{username}?start={payload}" if payload else f"https://t.me/{username}"


def read_payload(payload: str) -> Press | None:
    """What a deep link asks for; None for one that is not ours."""
    try:
        data = base64.urlsafe_b64decode(payload + "=" * (-len(payload) % 4)).decode()
    except (binascii.Error, UnicodeDecodeError, ValueError):
        return None
    return read_press(data) if data else None
