"""Message markup: parse modes to plain text with entities, and the rules for inline keyboards.

Called by methods.py. HTML is parsed whole; of MarkdownV2 only the plain text and the need for escapes are
worked out.
"""

from __future__ import annotations

import re
from html import unescape
from html.parser import HTMLParser
from typing import Any

Json = dict[str, Any]

_TAGS = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "code": "code",
    "pre": "pre",
    "tg-spoiler": "spoiler",
    "blockquote": "blockquote",
    "a": "text_link",
    "span": "spoiler",
    "tg-emoji": "custom_emoji",
}


class MarkupError(ValueError):
    """Telegram cannot parse the entities."""


class _Html(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self.text = ""
        self.entities: list[Json] = []
        self._open: list[tuple[str, Json]] = []

    def _length(self) -> int:
        return len(self.text.encode("utf-16-le")) // 2

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in _TAGS or (tag == "span" and ("class", "tg-spoiler") not in attrs):
            raise MarkupError(f'Unsupported start tag "{tag}"')
        entity: Json = {"type": _TAGS[tag], "offset": self._length()}
        if tag == "a":
            entity["url"] = dict(attrs).get("href") or ""
        self._open.append((tag, entity))

    def handle_endtag(self, tag: str) -> None:
        if not self._open or self._open[-1][0] != tag:
            raise MarkupError(f'Unexpected end tag "{tag}"')
        entity = self._open.pop()[1]
        entity["length"] = self._length() - entity["offset"]
        if entity["length"]:
            self.entities.append(entity)

    def handle_data(self, data: str) -> None:
        if "<" in data:
            raise MarkupError('Unsupported start tag ""')
        self.text += data

    def handle_entityref(self, name: str) -> None:
        self.text += unescape(f"&{name};") if name in ("lt", "gt", "amp", "quot") else f"&{name};"

    def handle_charref(self, name: str) -> None:
        self.text += unescape(f"&#{name};")

    def finish(self) -> tuple[str, list[Json]]:
        self.close()
        if self._open:
            raise MarkupError(f'Can\'t find end tag corresponding to start tag "{self._open[-1][0]}"')
        return self.text, sorted(self.entities, key=lambda e: (e["offset"], -e["length"]))


def plain(text: str, parse_mode: str | None) -> tuple[str, list[Json]]:
    """(the text as shown, its entities); MarkupError for what Telegram refuses."""
    if parse_mode is None:
        return text, []
    if parse_mode.lower() == "html":
        parser = _Html()
        parser.feed(text)
        return parser.finish()
    if parse_mode.lower() == "markdownv2":
        return _markdown(text), []
    if parse_mode.lower() == "markdown":
        return re.sub(r"[*_`]", "", text), []
    raise MarkupError("unsupported parse_mode")


def _markdown(text: str) -> str:
    linked = re.sub(r"\[((?:[^\]\\]|\\.)*)\]\(((?:[^)\\]|\\.)*)\)", r"\1", text)
    quoted = re.sub(r"^(\*\*)?>", "", linked, flags=re.M)
    bare = re.sub(r"\\.", "", re.sub(r"```.*?```|`[^`]*`", "", quoted, flags=re.S))
    found = re.search(r"[\[\]()>#+\-={}.!]", bare)
    if found:
        raise MarkupError(
            f"Character '{found.group()}' is reserved and must be escaped with the preceding '\\'"
        )
    for mark in ("*", "~", "||", "__"):
        if bare.count(mark) % 2:
            raise MarkupError(f"Can't find end of the entity that starts with {mark}")
    return re.sub(r"\\(.)", r"\1", re.sub(r"(?<!\\)(\|\||[*_~`])", "", quoted))


def check_keyboard(markup: Json | None) -> str | None:
    """What Telegram would refuse about an inline keyboard, in its words."""
    for row in (markup or {}).get("inline_keyboard", []):
        for key in row:
            data = key.get("callback_data")
            if data is not None and not 1 <= len(data.encode()) <= 64:
                return "BUTTON_DATA_INVALID"
            if not key.get("text"):
                return "BUTTON_TEXT_INVALID"
            kinds = [k for k in key if k not in ("text", "style", "icon_custom_emoji_id", "pay")]
            if len(kinds) != 1:
                return "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard"
    return None
