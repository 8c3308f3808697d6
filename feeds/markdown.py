"""Links in Markdown, which Lemmy, Reddit and Hugging Face send as it was written.

Called by their readers. The text itself stays as written: Markdown is readable, and stripping it could lose a name.
Imports only feeds.item.
"""

from __future__ import annotations

import re

from feeds.item import Link

_MARKED = re.compile(
    r"\[([^\[\]\n]{0,300})\]\((https?://[^\s()<>]{1,2000}(?:\([^\s()<>]{0,200}\))?)(?:\s[^)\n]{0,300})?\)"
)
_BARE = re.compile(r"(?<![\w(\"'=])https?://[^\s<>()\[\]\"']{1,2000}")
MAX_LINKS = 200


def links(text: str) -> tuple[Link, ...]:
    """`[words](address)` and bare addresses, in that order, each address once."""
    found: dict[str, Link] = {}
    for match in _MARKED.finditer(text):
        found.setdefault(match.group(2), Link(match.group(1).strip(), match.group(2)))
    for match in _BARE.finditer(_MARKED.sub(" ", text)):
        url = match.group(0).rstrip(".,;:!?*_~")
        found.setdefault(url, Link(url, url))
    return tuple(found.values())[:MAX_LINKS]
