"""How rare a name is among all people, and whether a word is a word before it is a name.

Called by `watchlists.scoring`, `watchlists.several_words`, `watchlists.lexicon` and `watchlists.distinctiveness`. Bits
are −log2 of the share of posters with that name, from a background table (tables/names.txt), never from the watchlist
itself. Word frequencies come from the package wordfreq.
"""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from importlib.resources import files
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from text.fold import fold
from text.romanise import romanised
from watchlists.tables import lines_of

UNKNOWN_GIVEN = 14.5
UNKNOWN_SURNAME = 16.5
RARE_SURNAME = 14.0
"""Bits of a surname that six posters in a hundred thousand have: those from here on are rare."""
RARE_GIVEN = 13.0
"""The same for a given name: one poster in eight thousand."""
POSTERS = 1.5e9
"""People who post, about: namesakes are counted among them."""
_LANGUAGES = (
    "en",
    "es",
    "fr",
    "de",
    "pt",
    "it",
    "nl",
    "sv",
    "pl",
    "tr",
    "id",
    "ru",
    "uk",
    "fi",
    "cs",
    "ar",
    "vi",
    "hi",
    "he",
)
_PLURALS = 0.05
"""An English noun's plural is at least so often written as the noun; a name's is not: kestrels, but hardly "Rihannas"."""
_EVERYDAY = 3e-6
_IN_USE, _IN_USE_IN_ENGLISH = 1e-6, 1e-7
"""How frequent a word of some language is at least that a name of one word must not rest on: taffeta, tamarind."""
_MOST_LANGUAGES = 3
"""A word belongs to few languages; a name that is in the news is in all of them."""
_NAMES_IN_TEXT = 0.01  # a word in a hundred of running text is a person's name
_COMMON = 2e-5
_UMLAUTS = re.compile("[aou]e")
"""Müller, where it is written Mueller."""


@cache
def names() -> dict[str, tuple[float, float]]:
    """Folded name -> (bits as given name, bits as surname); unknown sides have the unknown name's bits."""
    table: dict[str, tuple[float, float]] = {}
    for line in files("watchlists.tables").joinpath("names.txt").read_text("utf-8").splitlines():
        name, given, surname = line.split()
        table[name] = (
            min(UNKNOWN_GIVEN, int(given) / 10) if given != "-" else UNKNOWN_GIVEN,
            min(UNKNOWN_SURNAME, int(surname) / 10) if surname != "-" else UNKNOWN_SURNAME,
        )
    return table


def _by_share(language: str, size: str, least: float) -> Iterator[tuple[float, list[str]]]:
    """(frequency, folded words) of a language's words that are at least so frequent, the commonest first."""
    import wordfreq  # takes a seventh of a second that most commands need not spend

    for number, bucket in enumerate(wordfreq.get_frequency_list(language, size)):
        share = wordfreq.cB_to_freq(-number)
        if share < least:
            break
        plain = [word for word in bucket if word.isascii()]
        other = [word for word in bucket if not word.isascii()]
        if other:  # all of a bucket at once: a call for each would take several times as long
            plain += fold("\n".join(other)).lower().split("\n")
        yield share, plain
    wordfreq.get_frequency_list.cache_clear()  # what it would keep of all languages is 40 MB


@cache
def words() -> dict[str, float]:
    """Word -> its highest frequency in running text of a common language, English or other."""
    table: dict[str, float] = {}
    for language in _LANGUAGES:
        weight, least = (1.0, 0.0) if language == "en" else (0.5, _COMMON / 0.5)
        for share, listed in _by_share(language, "small", least):
            frequency = share * weight
            for word in listed:
                bare = word.replace("'", "")
                if frequency > table.get(bare, 0.0):
                    table[bare] = frequency
    return table


class _Known(NamedTuple):
    """Hashes, sorted: a set of the words themselves would be ten times as large."""

    everyday: npt.NDArray[np.int64]
    in_use: npt.NDArray[np.int64]


@cache
def _known() -> _Known:
    """The words that `is_everyday` and `is_in_use` know."""
    english = {word: share for share, listed in _by_share("en", "large", 0.0) for word in listed}
    nouns = [
        hash(word) for word, share in english.items() if english.get(f"{word}s", 0.0) >= _PLURALS * share
    ]
    often = [hash(word) for word, share in english.items() if share >= _IN_USE_IN_ENGLISH]
    everyday, in_use = [np.array(nouns, np.int64)], [np.array(often, np.int64)]
    for language in (*_LANGUAGES[1:], "ko", "ja", "zh"):
        hashes: list[int] = []
        shares: list[bool] = []
        for share, listed in _by_share(language, "small", _IN_USE):
            hashes += map(hash, listed)
            shares += [share >= _EVERYDAY] * len(listed)
        every = np.array(hashes, np.int64)
        in_use.append(_distinct(every))
        everyday.append(_distinct(every[np.array(shares, np.bool_)]))
    return _Known(_of_few_languages(everyday), _of_few_languages(in_use))


def _distinct(numbers: npt.NDArray[np.int64]) -> npt.NDArray[np.int64]:
    """As `np.unique`, which takes twice as long for so many different ones."""
    ordered = np.sort(numbers)
    distinct: npt.NDArray[np.int64] = ordered[np.diff(ordered, prepend=ordered[:1] - 1) != 0]
    return distinct


def _of_few_languages(known: list[npt.NDArray[np.int64]]) -> npt.NDArray[np.int64]:
    """The English words, and of the others those that a few languages have at most."""
    every = np.sort(np.concatenate(known[1:]))
    first = np.flatnonzero(np.diff(every, prepend=every[:1] - 1))
    languages = np.diff(first, append=len(every))
    return _distinct(np.concatenate([known[0], every[first[languages <= _MOST_LANGUAGES]]]))


def _holds(known: npt.NDArray[np.int64], bare: str) -> bool:
    key = hash(bare)
    at = int(np.searchsorted(known, key))
    return at < len(known) and int(known[at]) == key


@lru_cache(20_000)
def is_everyday(bare: str) -> bool:
    """Whether a word is an ordinary one of some language, however rare, and no listed name: kestrel, kaiku."""
    return bare not in names() and (is_word(bare) or _holds(_known().everyday, bare))


@lru_cache(20_000)
def is_in_use(bare: str) -> bool:
    """Whether a name of one word is met in ordinary text, whatever it means there: taffeta, and whoever is in the news."""
    return bare not in names() and (is_everyday(bare) or _holds(_known().in_use, bare))


@cache
def _english() -> dict[str, float]:
    import wordfreq

    return wordfreq.get_frequency_dict("en", "small")


def english(bare: str) -> float:
    """Frequency of a word in English text; 0 if unknown."""
    return _english().get(bare, 0.0)


@cache
def _only_names() -> frozenset[str]:
    return frozenset(word for line in lines_of("only_names.txt") for word in line.split())


@cache
def places() -> frozenset[str]:
    """Single-word names of countries, large cities and the like, folded."""
    return frozenset(files("watchlists.tables").joinpath("places.txt").read_text("utf-8").split())


@lru_cache(100_000)
def bits(bare: str) -> tuple[float, float]:
    """(bits as given name, bits as surname) of one folded name part."""
    found = names().get(bare)
    if found is not None:
        return found
    if not bare.isascii():
        known = [names()[form] for form in romanised(bare)[:4] if form in names()]
        if known:
            return (min(given for given, _ in known), min(surname for _, surname in known))
    short = max(0, 5 - len(bare)) * 1.5 if bare.isascii() else max(0, 2 - len(bare)) * 3.0
    word = words().get(bare, 0.0)
    common = 0.0 if word == 0.0 else min(6.0, max(0.0, 1.5 + 0.5 * _log2(word / 1e-6)))
    return (UNKNOWN_GIVEN - short - common, UNKNOWN_SURNAME - short - common)


def _umlaut(written_out: re.Match[str]) -> str:
    return written_out.group()[0]


def _log2(x: float) -> float:
    from math import log2

    return log2(x) if x > 0 else -60.0


@lru_cache(100_000)
def wordiness(bare: str) -> float:
    """How much oftener this is an ordinary word than a name, in bits; below 0 it is a name first."""
    frequency = words().get(bare, 0.0)
    if frequency < 1.5e-6 or bare in _only_names():
        return -10.0
    forms = {bare, _UMLAUTS.sub(_umlaut, bare)}
    shares = [
        2**-given + 2**-surname for given, surname in (names()[form] for form in forms & names().keys())
    ]
    as_name = _NAMES_IN_TEXT * max(shares) / 2 if shares else 2e-8
    return _log2(frequency / as_name)


def is_word(bare: str) -> bool:
    """Whether a reader would first take it for a word (rose, will, young), not for a name."""
    return wordiness(bare) > 2.0


def is_plain(bare: str) -> bool:
    """Whether a part of a name is first a word, one word or several (Banks), or a place."""
    return is_word(bare) or bare in places() or (len(bare) > 4 and bare[-1] == "s" and is_word(bare[:-1]))
