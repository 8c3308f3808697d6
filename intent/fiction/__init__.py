"""Which words of a text name fiction: characters and titles of a table, marked for the network.

A network of six layers cannot know thirty thousand names of characters, and takes those that it does not know for people's.
What the table knows is marked in what the network reads, "rikka takarada (character)", and it has learned to weigh that
mark: a hint and no verdict, since an actor may be wanted beside it and a name may be shared. Names are found in both orders,
apart, with "_" or "-" between, and in one ("RikkaTakarada"); in Chinese, Japanese and Korean inside running text.

`characters.txt` and `titles.txt`, a name a line, are made by `make_tables.py`; to add one, add it to the file written by
hand and make them anew. Called by `intent.backends.onnx`, `intent.training` and `handlers.asked_of`. Imports of
Headsup only `intent.reading`.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache, partial
from importlib.resources import files
from itertools import pairwise
from sys import intern
from typing import NamedTuple

from intent.reading import as_read

CHARACTER, TITLE = "character", "series"

_EAST = "\u3005-\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uac00-\ud7af"
_WORD = re.compile(rf"[{_EAST}]+|[^\W_{_EAST}]+(?:['’][^\W_{_EAST}]+)*")
_EASTERN = re.compile(rf"[{_EAST}]")
_KATAKANA = re.compile("[\u30a1-\u30fa\u30fc]")
_HANGUL = re.compile("[\uac00-\ud7af]")
_CYRILLIC = re.compile("[\u0400-\u04ff]")
# What a Russian case puts at a word's end.
_CASE = re.compile("(?:[иы]ми|[оеё]го|[оеё]му|[аяиы]ми|[аеояи][юйхм]|[аеёиоуыюяйьъ])$")
# What may stand between two words of one name.
_BETWEEN = frozenset((" ", "_", "-", ".", "·", "・", "•", "=", "–"))
_MOST_WORDS = 6
# Long vowels of Japanese names, which most people write short: hyuuga, satou.
_LONG = re.compile("(?<=o)[ou]|(?<=u)u")
# Letters of a name that is found inside a longer word (ptejasonvoorhees), and of its beginning.
_LEAST_INSIDE, _BEGINNING = 9, 8
# A name with a number or a version behind it: yanfei1, daenerysv100.
_NUMBERED = re.compile(r"([^\W\d_]{5,}?)v?\d\w*")
_MOST_MARKS = 6
_SOMEBODY = "Tamsin Ockley"
# No further small letter: Ellie Williams, also in EllieWilliamsLora, but not the beginning of Ellie Williamson.
_GOES_ON = r"(?![^\W\d_A-Z])"


class Named(NamedTuple):
    """text[start:end] names a character or a title."""

    start: int
    end: int
    what: str


class _Table(NamedTuple):
    """The names by their words.

    keys: what each name is, by its words apart and in one. pairs: the first two words of those apart, with the most words of
    a name that begins so. inside: those in one word that are found inside longer ones, by their first letters, with a space
    between two. lengths: of the names in Eastern scripts, by their first two characters, the longest first.
    """

    keys: dict[str, str]
    pairs: dict[tuple[str, str], int]
    inside: dict[str, str]
    lengths: dict[str, tuple[int, ...]]


def marked(text: str) -> str:
    """`text` with a mark behind each character and title that the table knows, once. Idempotent, linear, never raises."""
    seen: set[str] = set()
    parts: list[str] = []
    end = 0
    for name in named(text):
        key = _key_of(text[name.start : name.end])
        mark = f" ({name.what})"
        if key in seen or len(seen) == _MOST_MARKS:
            continue
        seen.add(key)
        if not text.startswith(mark, name.end):
            parts += text[end : name.end], mark
            end = name.end
    return "".join((*parts, text[end:])) if parts else text


def as_somebody(text: str, names: Iterable[str]) -> str:
    """`text` with another name for those of `names`, of people known to be real, that the table has as a character's."""
    for name in names:
        if any(found.what == CHARACTER for found in named(as_read(name))):
            goes_on = "" if _EASTERN.search(name) else _GOES_ON  # such names stand in running text
            text = re.sub(f"{re.escape(name)}{goes_on}", _SOMEBODY, text)
    return text


def named(text: str) -> Iterator[Named]:
    """What the table knows of the names in a text, from left to right, none over another."""
    table = _table()
    if not _may_name(table, text):
        return
    words = [(found.group(), found.start(), found.end()) for found in _WORD.finditer(text)]
    at = 0
    while at < len(words):
        word, start, _ = words[at]
        if _EASTERN.match(word):
            after = _chain(text, words, at)
            yield from _in_running(table, words[at:after])
            at = after
            continue
        count, what = _from_here(table, text, words, at)
        if count:
            yield Named(start, words[at + count - 1][2], what)
        at += count or 1


def _may_name(table: _Table, text: str) -> bool:
    """Whether a name can be in a text at all: most hold none, and a look at its words and pairs of words says so."""
    words = list(map(key_of, _WORD.findall(text)))
    if not (table.keys.keys().isdisjoint(words) and table.pairs.keys().isdisjoint(pairwise(words))):
        return True
    if any(map(partial(_in_longer, table), words)):
        return True
    return not text.isascii() and not table.lengths.keys().isdisjoint(map("".join, pairwise("".join(words))))


def _from_here(table: _Table, text: str, words: list[tuple[str, int, int]], at: int) -> tuple[int, str]:
    """How many words from here on are the longest name, and what it names; 0 for none."""
    key = key_of(words[at][0])
    best = (1, table.keys[key]) if key in table.keys else (0, "")
    following = key_of(words[at + 1][0]) if at + 1 < len(words) else ""
    most = table.pairs.get((key, following), 1)
    for count in range(2, most + 1):
        last = at + count - 1
        if last >= len(words) or text[words[last - 1][2] : words[last][1]] not in _BETWEEN:
            break
        key += " " + key_of(words[last][0])
        if key in table.keys:
            best = count, table.keys[key]
    if not best[0] and (what := _in_longer(table, key_of(words[at][0]))):
        return 1, what
    return best


def _in_longer(table: _Table, word: str) -> str:
    """What a name before a number or inside a longer word names; "" for none."""
    if not word.isalpha() and (numbered := _NUMBERED.fullmatch(word)) and numbered[1] in table.keys:
        return table.keys[numbered[1]]
    for at in range(len(word) - _LEAST_INSIDE + 1):
        for name in table.inside.get(word[at : at + _BEGINNING], "").split():
            if word.startswith(name, at):
                return table.keys[name]
    return ""


def _chain(text: str, words: list[tuple[str, int, int]], at: int) -> int:
    """The word after the last of those in Eastern scripts that stand next to each other from here on."""
    after = at + 1
    while (
        after < len(words)
        and _EASTERN.match(words[after][0])
        and text[words[after - 1][2] : words[after][1]] in _BETWEEN
    ):
        after += 1
    return after


def _in_running(table: _Table, words: list[tuple[str, int, int]]) -> Iterator[Named]:
    """Names inside words that may be written without spaces."""
    run = "".join(word for word, _, _ in words)
    places = [start + i for word, start, _ in words for i in range(len(word))]
    begins = {start for _, start, _ in words}
    at = 0
    while at < len(run):
        length = next(
            (n for n in table.lengths.get(run[at : at + 2], ()) if _stands_there(table, run, at, n)), 0
        )
        inside = at and _HANGUL.match(run[at - 1]) and places[at] not in begins
        if length and not (_HANGUL.match(run[at]) and inside):
            yield Named(places[at], places[at + length - 1] + 1, table.keys[run[at : at + length]])
            at += length
        else:
            at += 1


def _stands_there(table: _Table, run: str, at: int, length: int) -> bool:
    """Whether a name of this length begins there, and no longer word in katakana goes on before or behind it."""
    if run[at : at + length] not in table.keys or at + length > len(run):
        return False
    ends = (run[at - 1 : at] + run[at], run[at + length - 1 : at + length + 1])
    return not any(len(end) == 2 and all(map(_KATAKANA.match, end)) for end in ends)


def key_of(word: str) -> str:
    """A word as the table has it: in small letters, Latin ones without accents, Cyrillic ones without endings."""
    small = word.lower()
    if small.isascii():
        return small.replace("'", "") if "'" in small else small
    if _CYRILLIC.match(small):
        return _CASE.sub("", small) if len(small) > 4 else small
    if _EASTERN.match(small):
        return small
    bare = unicodedata.normalize("NFD", small)
    return "".join(c for c in bare if not unicodedata.combining(c) and c not in "'’")


def _key_of(name: str) -> str:
    return "".join(map(key_of, _WORD.findall(name)))


@cache
def _table() -> _Table:
    keys: dict[str, str] = {}
    pairs: dict[tuple[str, str], int] = {}
    inside: dict[str, str] = {}
    lengths: dict[str, set[int]] = defaultdict(set)
    for what, name in ((TITLE, "titles.txt"), (CHARACTER, "characters.txt")):
        for words in map(words_of, _lines(name)):
            for order in _orders(words, what):
                one = "".join(order)
                keys[one] = what
                if _EASTERN.match(one):
                    lengths[one[:2]].add(len(one))
                    continue
                if len(one) >= _LEAST_INSIDE:
                    beginning = one[:_BEGINNING]
                    inside[beginning] = f"{inside[beginning]} {one}" if beginning in inside else one
                if len(order) > 1:
                    keys[" ".join(order)] = what
                    first = (intern(order[0]), intern(order[1]))
                    pairs[first] = max(len(order), pairs.get(first, 2))
    by_length = {first: tuple(sorted(found, reverse=True)) for first, found in lengths.items()}
    return _Table(keys, pairs, inside, by_length)


def words_of(name: str) -> list[str]:
    """A name's words, as keys."""
    return [key_of(found.group()) for found in _WORD.finditer(name)][:_MOST_WORDS]


def _orders(words: list[str], what: str) -> Iterator[list[str]]:
    """A name as it is written and with short vowels, and of a character also with the last word first."""
    short = [_LONG.sub("", word) for word in words]
    forms = (words, short) if short != words and what == CHARACTER and len(words) > 1 else (words,)
    for form in forms:
        yield form
        if what == CHARACTER and 1 < len(form) < 4:
            yield [form[-1], *form[:-1]]


def _lines(name: str) -> list[str]:
    return files("intent.fiction").joinpath(name).read_text(encoding="utf-8").splitlines()


def names_of(what: str) -> list[str]:
    """The names of characters, or of titles, as the table writes them."""
    return _lines({TITLE: "titles.txt", CHARACTER: "characters.txt"}[what])
