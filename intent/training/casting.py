"""Other characters and titles for those in training texts, drawn anew each epoch, so that the mark is what is learned.

The authors named characters that everybody knows, and the network knows them by heart; what it must learn is to weigh the
mark behind a name that it has never met (`intent.fiction`). Labels never change: whoever is wanted beside a character, is
wanted beside another one. Called by `intent.training.recipe`. Imports of Headsup only `intent.fiction`.
"""

from __future__ import annotations

import random
import re
from collections import defaultdict
from collections.abc import Sequence

from intent.fiction import CHARACTER, TITLE, Named, named, names_of

_SHARE = 0.5
# How often somebody real is called like a character: a private person, about whom the text leaves no doubt, and others.
_NAMESAKES_PRIVATE, _NAMESAKES = 0.25, 0.02
_SCRIPTS = (
    ("kana", re.compile("[\u3040-\u30ff]")),
    ("hangul", re.compile("[\uac00-\ud7af]")),
    ("han", re.compile("[\u3400-\u9fff]")),
    ("cyrillic", re.compile("[\u0400-\u04ff]")),
)
_SIGNS = re.compile(r"[\s_\-]+")


class Casting:
    """Knows the names of the table by what they name and their script."""

    def __init__(self) -> None:
        self._names: dict[tuple[str, str], list[str]] = defaultdict(list)
        for what in (CHARACTER, TITLE):
            for name in names_of(what):
                self._names[what, _script(name)].append(name)
        self._of_two_words = [name for name in self._names[CHARACTER, "latin"] if name.count(" ") == 1]

    def recast(self, text: str, rng: random.Random) -> str:
        """The text, often with other characters and titles."""
        if rng.random() >= _SHARE:
            return text
        other: dict[str, str] = {}
        parts: list[str] = []
        end = 0
        for found in named(text):
            name = text[found.start : found.end]
            if name not in other:
                other[name] = self._another(name, found, rng)
            parts += text[end : found.start], other[name]
            end = found.end
        return "".join((*parts, text[end:]))

    def _another(self, name: str, found: Named, rng: random.Random) -> str:
        pool = self._names.get((found.what, _script(name)))
        return _written_like(rng.choice(pool), name) if pool else name

    def namesake(self, names: Sequence[tuple[str, str]], text: str, private: bool, rng: random.Random) -> str:
        """The text, now and then with a character's name for one of the real people (first and last names) that it wants."""
        if not names or rng.random() >= (_NAMESAKES_PRIVATE if private else _NAMESAKES):
            return text
        first, last = rng.choice(names)
        return text.replace(f"{first} {last}", rng.choice(self._of_two_words).title())


def _script(name: str) -> str:
    return next((script for script, sign in _SCRIPTS if sign.search(name)), "latin")


def _written_like(name: str, model: str) -> str:
    """`name` with the capitals, and between its words the sign, of `model`."""
    sign = _SIGNS.search(model)
    words = name.split()
    if not model.islower():
        words = [word[:1].upper() + word[1:] for word in words]
    elif model.isascii():
        words = [word.lower() for word in words]
    one = len(words) > 1 and not sign and not model[1:].islower()
    return (sign.group() if sign else "" if one else " ").join(words)
