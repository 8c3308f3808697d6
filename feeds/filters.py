"""What a community wants to hear of from a feed: words, or patterns that cannot be made slow.

Called by handlers for each item and subscription. Imports only its own package. Patterns are RE2, which has no backtracking;
everything else is compared as text, without regard to case and to how characters were composed.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import re2

from feeds.errors import SettingsError
from feeds.item import Item

MAX_FILTERS = 50
MAX_LENGTH = 200


def _folded(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold()


def _options() -> Any:
    options = re2.Options()
    options.case_sensitive = False
    options.max_mem = 1 << 20
    options.log_errors = False
    return options


@dataclass(frozen=True, slots=True)
class Filters:
    """`words` and `patterns` are alternatives: an item passes if it holds one. Without any, everything passes."""

    words: tuple[str, ...] = ()
    patterns: tuple[Any, ...] = ()

    @classmethod
    def parse(cls, entries: Iterable[str]) -> Filters:
        """From "lora" (a literal) and "/face ?swap/" (a pattern). Raises SettingsError that names the entry's number."""
        words: list[str] = []
        patterns: list[Any] = []
        for number, entry in enumerate(entries, 1):
            text = entry.strip()
            if not text or len(text) > MAX_LENGTH or number > MAX_FILTERS:
                raise SettingsError(
                    f"Filter {number} is empty or too long, or there are more than {MAX_FILTERS}.",
                    remedy=f"Use 1 to {MAX_LENGTH} characters each.",
                )
            if len(text) > 2 and text.startswith("/") and text.endswith("/"):
                try:
                    patterns.append(re2.compile(text[1:-1], options=_options()))
                except re2.error as error:
                    raise SettingsError(
                        f"Filter {number} is not a pattern of RE2.",
                        remedy="Look-around and back-references do not exist there; or leave out the slashes.",
                    ) from error
            else:
                words.append(_folded(text))
        return cls(tuple(words), tuple(patterns))

    def admit(self, item: Item) -> bool:
        """Whether the community wants to hear of this item."""
        if not self.words and not self.patterns:
            return True
        text = "\n".join((item.title, item.body, *item.tags, item.author))
        folded = _folded(text)
        return any(word in folded for word in self.words) or any(p.search(text) for p in self.patterns)
