"""Every distinct chunk of text seen lately, analysed once: words, hashes, and what they could stand for.

Called by `watchlists.candidates`; imports `text`, `watchlists.keys` and `watchlists.handles`. A row is one word of one
chunk; row 0 is a break. Columns are numpy arrays so that a batch of texts is looked up at once. When full, the lexicon
starts afresh: nothing in it is needed for correctness.
"""

import re
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from importlib.resources import files
from itertools import chain, product

import numpy as np
import numpy.typing as npt
from nicknames import NickNamer

from text.fold import disguise_key, sound, unmask
from text.letters import word_set
from text.romanise import romanised, unspaced_parts
from text.words import Shape, Word, cut, unspaced
from watchlists.handles import Place, clean, find_urls, read_url
from watchlists.keys import Hasher, Hashes
from watchlists.rarity import english, is_word, names, words
from watchlists.segment import Segment, heard, shorter_by_one

MOST_ROWS = 300_000
CHUNK = 300
"""Longer chunks are read in pieces of this many characters."""
CHUNKS = re.compile(rf"\S{{1,{CHUNK}}}")

NAMEY, LETTER, FRAGMENT, RUN, HANDLE, LOUD, OTHER_SCRIPT = 1, 2, 4, 8, 16, 32, 64
_HANDLE_LIKE = re.compile(r"@?[A-Za-z0-9][A-Za-z0-9_.\-]{3,38}")
_STOPPED = word_set(
    "the a an and or of to in on for with is are was be it this that at as by from i you he she they we my your his her "
    "their our me him them not no so if but have has had do does did who what which there here"
)
ENDINGS = word_set(
    "s es in un a u e i o y ov om em im ym ou oj ej ie owi ovi ego iego emu ach ami ya ye yi nin nun ni nu na nda ndan "
    "da dan de den n sta ssa lla lle ta en an ina inna "
    "nak nek val vel rol tol hoz ban ben t ς ου а у ом ем е ы и ой ою ей ю я ых ым ами ого ому"
)
"""What languages append to a name (Slavic, Turkish, Finnish, Germanic, possessives)."""
_RUN_LENGTHS = range(2, 13)
_LONG_RUN_LENGTHS = range(4, 36)
_LONG_SCRIPT = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]")


@lru_cache(1)
def _nicknames() -> NickNamer:
    return NickNamer()


@cache
def _petnames() -> dict[str, frozenset[str]]:
    """Both ways: formal name -> pet names, pet name -> formal names and its siblings."""
    near: dict[str, set[str]] = {}
    for line in files("watchlists.tables").joinpath("petnames.txt").read_text("utf-8").splitlines():
        group = line.split()
        if not line.startswith("#"):
            near.setdefault(group[0], set()).update(group[1:])
            for pet in group[1:]:
                near.setdefault(pet, set()).update(group)
    return {name: frozenset(group - {name}) for name, group in near.items()}


@lru_cache(20_000)
def nicknames_of(bare: str) -> frozenset[str]:
    """Formal and pet forms that stand for the same given name, siblings (Kate, Katie) included."""
    namer = _nicknames()
    formal = namer.canonicals_of(bare)
    near = set(formal) | namer.nicknames_of(bare)
    for name in formal:
        near |= namer.nicknames_of(name)
    near |= _petnames().get(bare, frozenset())
    return frozenset(name for name in near if name.isalpha() and name != bare)


class Lexicon:
    """The memo of chunks and the columns of their words. Not thread-safe: one lock around its use."""

    def __init__(self, hasher: Hasher) -> None:
        self._hasher = hasher
        self.clear()

    def clear(self) -> None:
        """Forget every chunk."""
        self.chunks: dict[str, tuple[int, ...]] = {}
        self.words: list[Word] = [Word(0, 0, "", 0)]
        self.places: dict[int, Place] = {}
        self._alternatives: dict[int, Hashes] = {}
        self._size = 1
        self.exact = np.zeros(4096, np.uint64)
        self.single = np.zeros(4096, np.uint64)
        self.sound = np.zeros(4096, np.uint64)
        self.stem = np.zeros(4096, np.uint64)
        self.bones = np.zeros(4096, np.uint64)
        self.gate = np.zeros(4096, np.uint8)
        self.shorn = np.zeros(4096, np.uint64)
        self.is_heard = np.zeros(4096, np.bool_)
        self._version = -1

    def read(self, fields: list[list[str]]) -> npt.NDArray[np.int32]:
        """Rows of many chunk lists, one after the other, four breaks after each."""
        if self._size > MOST_ROWS:
            self.clear()
        chunks = self.chunks
        missing = sorted(set(chain.from_iterable(fields)).difference(chunks))
        if missing:
            self._learn(missing)
        get = chunks.__getitem__
        pieces: list[Iterable[int]] = []
        for field in fields:
            pieces.append(chain.from_iterable(map(get, field)))
            pieces.append((0, 0, 0, 0))
        return np.fromiter(chain.from_iterable(pieces), np.int32)

    def _learn(self, missing: list[str]) -> None:
        fresh: list[Word] = []
        gates: list[int] = []
        singles: list[str] = []
        row = self._size
        for chunk in missing:
            found: list[tuple[Word, int, str]] = []
            for word in cut(chunk):
                found.append((word, _gate(word), f"={disguise_key(word.bare)}"))
            found += self._handles(chunk, row + len(found))
            self.chunks[chunk] = tuple(range(row, row + len(found)))
            row += len(found)
            for word, gate, single in found:
                fresh.append(word)
                gates.append(gate)
                singles.append(single)
        self.words += fresh
        self._grow(row)
        at = slice(self._size, row)
        many = self._hasher.many
        self.exact[at] = many([disguise_key(word.bare) for word in fresh])
        self.single[at] = many(singles)
        self.gate[at] = gates
        dull = [i for i, word in enumerate(fresh, self._size) if word.bare in _STOPPED and not word.shape & 3]
        self.exact[dull] = 0
        self._size = row

    def _handles(self, chunk: str, row: int) -> list[tuple[Word, int, str]]:
        found: list[tuple[Word, int, str]] = []
        if chunk.isalpha():
            return found
        urls = find_urls(chunk) if len(chunk) > 4 else []
        for url in urls:
            place = read_url(url.group())
            start, end = url.span()
            if place.profile:
                self.places[row + len(found)] = place
                found.append((Word(start, end, place.profile.handle, 0), HANDLE, f"@{place.profile.handle}"))
            host, *parts = place.address.split("/")[:5]
            for depth in range(len(parts) + 1):
                address = "/".join((host, *parts[:depth]))
                found.append((Word(start, end, address, 0), HANDLE, f"//{address}"))
        if not urls:
            like = _HANDLE_LIKE.search(chunk)
            if like:
                handle = clean(like.group().rstrip(".-_"))
                marked = chunk[like.start()] == "@" or any(c in "_.0123456789-" for c in handle)
                if handle and marked:
                    start = like.start()
                    shape = Shape.AT if chunk[start] == "@" else 0
                    found.append(
                        (Word(start, start + len(like.group()), handle, shape), HANDLE, f"@{handle}")
                    )
        return found

    def _grow(self, size: int) -> None:
        while len(self.exact) < size:
            for name in ("exact", "single", "sound", "stem", "bones", "gate", "shorn", "is_heard"):
                column = getattr(self, name)
                setattr(self, name, np.concatenate([column, np.zeros_like(column)]))

    def alternatives(self, rows: list[int], segments: Sequence[Segment], version: int) -> list[Hashes]:
        """For each row, hashes of the names its word may stand for: itself, pet names, romanised, one typo away.

        Typos depend on the segments; `version` says when these have changed.
        """
        if version != self._version:
            self._alternatives, self._version = {}, version
        known = self._alternatives
        missing = [row for row in rows if row not in known]
        if missing:
            known.update(zip(missing, self._stand_ins(missing, segments), strict=True))
        return [known[row] for row in rows]

    def _stand_ins(self, rows: list[int], segments: Sequence[Segment]) -> list[Hashes]:
        strings: list[str] = []
        owners: list[int] = []
        shorter: list[str] = []
        shorter_owners: list[int] = []
        for number, row in enumerate(rows):
            bare = self.words[row].bare
            before = len(strings)
            if not bare.isascii():
                seen = unmask(bare)
                strings += [disguise_key(seen)] if seen.isascii() else []
                for form in romanised(bare)[:5]:
                    strings += [disguise_key(form), *heard(form)]
            elif bare.isalpha():
                strings += [disguise_key(name) for name in sorted(nicknames_of(bare))[:24]]
            if len(bare) > 4:
                strings += [
                    disguise_key(bare[:-n])
                    for n in (1, 2, 3, 4)
                    if bare[-n:] in ENDINGS and len(bare) - n > 2
                ]
            owners += [number] * (len(strings) - before)
            key = disguise_key(bare)
            if 3 <= len(key) <= 15 and key.isascii():
                forms = shorter_by_one(key)
                if len(bare) != len(key):  # the slip may have made an rn or a vv
                    forms += shorter_by_one(bare)
                shorter += forms
                shorter_owners += [number] * len(forms)
        owned = [np.arange(len(rows)), np.array(owners, np.int64)]
        hashes = [self.exact[np.array(rows)], self._hasher.many(strings)]
        asked = self._hasher.many(shorter)
        owners_of_asked = np.array(shorter_owners, np.int64)
        for segment in segments:
            at, found = segment.near(asked)
            owned.append(owners_of_asked[at])
            hashes.append(found)
        every, owner = np.concatenate(hashes), np.concatenate(owned)
        order = np.lexsort((every, owner))
        every, owner = every[order], owner[order]
        fresh = np.ones(len(every), np.bool_)
        fresh[1:] = (every[1:] != every[:-1]) | (owner[1:] != owner[:-1])
        every, owner = every[fresh], owner[fresh]
        return np.split(every, np.searchsorted(owner, np.arange(1, len(rows))))

    def hear(self, rows: npt.NDArray[np.int32]) -> None:
        """Make sure that the sound, stem and consonant columns of these rows are filled."""
        missing = np.unique(rows[~self.is_heard[rows]])
        if len(missing):
            forms = [heard(self.words[row].bare) for row in missing.tolist()]
            for column, kind in ((self.sound, 0), (self.stem, 1), (self.bones, 2)):
                column[missing] = self._hasher.many([form[kind] for form in forms])
            self.shorn[missing] = self._hasher.many(
                [disguise_key(_shorn(self.words[row].bare)) for row in missing.tolist()]
            )
            self.is_heard[missing] = True

    def run_candidates(self, bare: str, starts: Iterable[int]) -> list[tuple[int, int, str]]:
        """(start, end, key string) of names that may stand inside a run of a script without spaces.

        `starts`: where the first two letters of a watched name of that script stand.
        """
        found: list[tuple[int, int, str]] = []
        lengths = _LONG_RUN_LENGTHS if _LONG_SCRIPT.search(bare) else _RUN_LENGTHS
        for start in starts:
            for length in lengths:
                end = start + length
                if end > len(bare):
                    break
                found.append((start, end, f"={bare[start:end]}"))
        for start in range(len(bare) - 1):
            if bare[start : start + 1] not in names() and bare[start : start + 2] not in names():
                continue
            for end in range(start + 2, min(start + 7, len(bare)) + 1):
                for surname, given in unspaced_parts(bare[start:end]):
                    for s, g in product(surname[:4], given[:2]):
                        found.append((start, end, f"={disguise_key(s + g)}"))
                        found.append((start, end, f"~{sound(s + g)}"))
        return found


def _shorn(bare: str) -> str:
    """A word without the longest ending that a language may have appended."""
    for size in (4, 3, 2, 1):
        if len(bare) - size > 2 and bare[-size:] in ENDINGS:
            return bare[:-size]
    return bare


def _gate(word: Word) -> int:
    gate = 0
    bare = word.bare
    if len(bare) == 1:
        prefix = FRAGMENT if bare in "odlm" else 0  # O Brien, D Angelo
        return LETTER | (NAMEY | prefix if word.shape & Shape.CAPITAL else 0)
    if unspaced(bare):
        gate |= RUN
    if word.shape & Shape.FOREIGN:
        gate |= OTHER_SCRIPT
    if word.shape & (Shape.CAPITAL | Shape.FOREIGN | Shape.MASKED | Shape.DIGIT) or not is_word(bare):
        gate |= NAMEY
    cased = bare.upper() != bare
    loud = word.shape & (Shape.CAPITAL | Shape.MASKED) and (
        not is_word(bare) or bare in names() or not bare.isascii()
    )
    if loud or (word.shape & Shape.FOREIGN and not cased) or (bare not in words() and not bare.isdigit()):
        gate |= LOUD
    if len(bare) <= 5 and not word.shape & Shape.DIGIT:
        share = english(bare)
        if len(bare) == 2:
            loose = share < (5e-4 if word.shape & Shape.CAPITAL else 1e-4)
        elif len(bare) == 3:
            loose = share < (1e-4 if word.shape & Shape.CAPITAL else 1e-5)
        else:
            loose = bare not in words() and bare not in names()
        gate |= FRAGMENT if loose else 0
    return gate
