"""What the words around a name say about whom it means: fiction, things, the past, professions.

Called by those who judge (`watchlists.relatives`, `watchlists.surroundings` and others) and by `watchlists.lexicon`. Reads
cues.toml and, of the tables, occupations.txt, pursuits.txt, fields.txt, kindred.txt, place_names.txt and famous.txt, where
words are added.
"""

import tomllib
from collections import defaultdict
from functools import cache, lru_cache
from importlib.resources import files
from typing import NamedTuple

from text.fold import basic_forms, fold, stem
from text.romanise import romanised
from watchlists.rarity import names, places, words
from watchlists.tables import lines_of

_COMMON = 4e-5
"""A word that is so frequent in some language is hardly an occupation in all."""


_RARE = 14.0
"""Bits from which on a word that is a name, too, is rather the word: harp."""
_NO_NAME = (_RARE, _RARE)
_LONG = 7
"""Letters from which on a word that nothing lists may be a profession in another case."""


class Cues(NamedTuple):
    """The cue words by what they say."""

    character: frozenset[str]
    fiction: frozenset[str]
    thing_after: frozenset[str]
    thing_before: frozenset[str]
    past: frozenset[str]
    died: frozenset[str]
    mourned: frozenset[str]
    before_year: frozenset[str]
    after_year: frozenset[str]
    counted: frozenset[str]
    profession: frozenset[str]
    trade: frozenset[str]
    wanted: frozenset[str]
    other: frozenset[str]
    kin: frozenset[str]


@cache
def cues() -> Cues:
    """The table, folded."""
    table = tomllib.loads(files("watchlists.tables").joinpath("cues.toml").read_text("utf-8"))
    return Cues(**{kind: frozenset(fold(words).lower().split()) for kind, words in table.items()})


@cache
def occupations() -> frozenset[str]:
    """What people are, in many languages, also in words that mostly mean something else: for what somebody lists."""
    return cues().profession | {word for group in _groups("occupations.txt") for word in group}


@cache
def professions() -> frozenset[str]:
    """What a text says that people are, in many languages; without what is as often a name (Schneider), a word of the
    trade in models, or another word of some language: nun, fotoğraf.
    """
    common = {word for word in occupations() if words().get(word, 0.0) >= _COMMON}
    return cues().profession | (occupations() - common - names().keys() - cues().trade)


@lru_cache(50_000)
def profession_in(bare: str) -> str:
    """The profession that a word of a text says, in whichever case; "" if it says none."""
    if bare in professions():
        return bare
    long = len(bare) >= _LONG and bare not in words() and bare not in names()
    return next((form for form in basic_forms(bare) if form in professions()), "") if long else ""


def _groups(table: str) -> list[frozenset[str]]:
    return [frozenset(fold(line).lower().split()) for line in lines_of(table)]


@cache
def famous() -> frozenset[frozenset[str]]:
    """The words of names that mostly mean a character, a place or somebody of long ago: Jane Eyre, Victoria Falls."""
    return frozenset(_groups("famous.txt"))


@cache
def _said_alike() -> list[frozenset[str]]:
    """Words that say the same."""
    return [*_groups("occupations.txt"), *_groups("pursuits.txt"), *_groups("place_names.txt")]


@cache
def _synonyms() -> dict[str, frozenset[str]]:
    alike: dict[str, list[frozenset[str]]] = defaultdict(list)
    for group in _said_alike():
        for word in group:
            alike[word].append(group)
    return {word: _joined(groups) for word, groups in alike.items()}


def _joined(groups: list[frozenset[str]]) -> frozenset[str]:
    """All their words; one group is itself, since thousands of words share it."""
    return groups[0] if len(groups) == 1 else frozenset().union(*groups)


@cache
def _fields() -> dict[str, frozenset[str]]:
    said: dict[str, list[frozenset[str]]] = defaultdict(list)
    for line in _groups("fields.txt"):
        whole = frozenset().union(*map(synonyms, line))
        for word in whole:
            said[word].append(whole)
    return {word: _joined(fields) for word, fields in said.items()}


def akin(word: str) -> frozenset[str]:
    """What is said of who does it, or of what they do, beside the synonyms: cosplay, of cosplayer. No common names."""
    others = _fields().get(word, frozenset()) - synonyms(word)
    return frozenset(other for other in others if min(names().get(other, _NO_NAME)) >= _RARE)


def activities() -> frozenset[str]:
    """Everything that somebody does whom one word names, and that word: cosplay, cosplayer."""
    return frozenset(_fields())


@cache
def pursuits() -> frozenset[str]:
    """What people do, play and work at."""
    return frozenset(word for group in _groups("pursuits.txt") for word in group)


@cache
def place_names() -> frozenset[str]:
    """Cities, regions and countries in many languages."""
    return places() | {word for group in _groups("place_names.txt") for word in group}


@cache
def _concepts() -> dict[str, str]:
    """word -> one word for all that say the same, also by way of a third: doctora, doctor, doktor."""
    first: dict[str, str] = {}

    def root(word: str) -> str:
        while first.setdefault(word, word) != word:
            first[word] = word = first[first[word]]
        return word

    for group in (*_said_alike(), *_groups("fields.txt")):
        head = min(group)
        for word in group:
            one, other = sorted((root(head), root(word)))
            first[other] = one
    return {word: root(word) for word in first}


@cache
def _kindred() -> dict[str, frozenset[str]]:
    near: dict[str, list[frozenset[str]]] = defaultdict(list)
    for line in _groups("kindred.txt"):
        kin = frozenset().union(*map(synonyms, line)) & professions()
        for word in kin:
            near[word].append(kin)
    return {word: _joined(kin) for word, kin in near.items()}


def kindred(profession: str) -> frozenset[str]:
    """Professions that the same person may be called by, with one another's: journalist, presenter; itself included."""
    return _kindred().get(profession, frozenset((profession,)))


@lru_cache(50_000)
def meanings(word: str) -> tuple[str, ...]:
    """What a folded word says, in whichever case and known language, also as it is spelled in Latin letters: a word for
    each reading, the same one for all words that say the same."""
    forms = (word,) if word.isascii() else (word, *romanised(word)[:4])
    return tuple(dict.fromkeys(_concept(form) for form in forms if len(form) > 1))


@lru_cache(50_000)
def readings_of(word: str) -> tuple[str, ...]:
    """The meanings of a word of a text, which may stand in another case: Kuopiossa, of Kuopio."""
    return tuple(dict.fromkeys(said for form in (word, *basic_forms(word)[:6]) for said in meanings(form)))


def _concept(word: str) -> str:
    root = stem(word) if len(word) > 4 else word
    return _concepts().get(word) or _stems().get(root) or root


@cache
def _stems() -> dict[str, str]:
    """stem of a listed word -> what the word says; of two words with one stem, the first that is listed."""
    known: dict[str, str] = {}
    for group in (*_said_alike(), *_groups("fields.txt")):
        for word in sorted(group):
            if len(word) > 4:
                known.setdefault(stem(word), _concepts()[word])
    return known


def synonyms(word: str) -> frozenset[str]:
    """What says the same as a folded context word in other languages, itself included: aktorka, actress."""
    return _synonyms().get(word, frozenset((word,)))
