"""What the words around a name say about whom it means: fiction, things, the past, professions.

Called by those who judge (`watchlists.relatives`, `watchlists.surroundings` and others); reads cues.toml, occupations.txt,
synonyms.txt and famous.txt of tables, where words are added.
"""

import tomllib
from functools import cache, lru_cache
from importlib.resources import files
from typing import NamedTuple

from text.fold import fold, stem
from text.romanise import romanised
from text.words import unspaced
from watchlists.rarity import names, words

_COMMON = 4e-5
"""A word that is so frequent in some language is hardly an occupation in all."""


class Cues(NamedTuple):
    """The cue words by what they say."""

    character: frozenset[str]
    fiction: frozenset[str]
    thing_after: frozenset[str]
    thing_before: frozenset[str]
    past: frozenset[str]
    before_year: frozenset[str]
    after_year: frozenset[str]
    counted: frozenset[str]
    profession: frozenset[str]
    trade: frozenset[str]
    other: frozenset[str]


@cache
def cues() -> Cues:
    """The table, folded."""
    table = tomllib.loads(files("watchlists.tables").joinpath("cues.toml").read_text("utf-8"))
    return Cues(**{kind: frozenset(fold(words).lower().split()) for kind, words in table.items()})


@cache
def telling() -> frozenset[str]:
    """Every word that says what somebody is: a character, dead, of a profession."""
    return cues().character | cues().past | professions()


@cache
def professions() -> frozenset[str]:
    """What people are, in many languages; without what is as often a name (Schneider), a word of the trade in models, or
    another word of some language: nun, fotoğraf.
    """
    listed = {word for group in _groups("occupations.txt") for word in group}
    common = {word for word in listed if words().get(word, 0.0) >= _COMMON}
    return cues().profession | (listed - common - names().keys() - cues().trade)


def _groups(table: str) -> list[frozenset[str]]:
    lines = files("watchlists.tables").joinpath(table).read_text("utf-8").splitlines()
    return [frozenset(fold(line).lower().split()) for line in lines if not line.startswith("#")]


@cache
def famous() -> frozenset[frozenset[str]]:
    """The words of names that mostly mean a character, a place or somebody of long ago: Jane Eyre, Victoria Falls."""
    return frozenset(_groups("famous.txt"))


@cache
def _synonyms() -> dict[str, frozenset[str]]:
    groups = [*_groups("occupations.txt"), *_groups("synonyms.txt")]
    return {word: group for group in groups for word in group}


@cache
def _concepts() -> dict[str, str]:
    """stem or word -> the first word, in alphabetical order, of those that say the same."""
    return {form: min(group) for word, group in _synonyms().items() for form in (stem(word), word)}


@lru_cache(50_000)
def meanings(word: str) -> tuple[str, ...]:
    """What a folded word says, in whichever case and known language, also as it is spelled in Latin letters: a word for
    each reading, the same one for all words that say the same."""
    forms = (word,) if word.isascii() else (word, *romanised(word)[:4])
    return tuple(dict.fromkeys(_concept(form) for form in forms if len(form) > 2 or unspaced(form)))


def _concept(word: str) -> str:
    root = stem(word) if len(word) > 4 else word
    known = _concepts()
    return known.get(word) or known.get(root) or root


def synonyms(word: str) -> frozenset[str]:
    """What says the same as a folded context word in other languages, itself included: aktorka, actress."""
    return _synonyms().get(word, frozenset((word,)))
