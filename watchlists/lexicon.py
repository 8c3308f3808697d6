"""Every distinct chunk of text seen lately, analysed once: words, hashes, and what their shape allows.

Called by `watchlists.reading` and `watchlists.candidates`; imports `text`, `watchlists.keys`, `watchlists.cues` and
`watchlists.handles`. A row is one word of one chunk; row 0 is a break. Columns are numpy arrays so that a batch of texts is
looked up at once. When full, the lexicon starts afresh: nothing in it is needed for correctness.
"""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from text.fold import consonants, disguise_key, sound, stem
from text.letters import word_set
from text.romanise import by_rule, east_asian_surnames
from text.words import Shape, Word, cut, unspaced
from watchlists.cues import readings_of
from watchlists.handles import SPOKEN, Place, links_in
from watchlists.keys import (
    ADDRESS,
    BONES,
    CONTEXT,
    HANDLE,
    INITIAL,
    SOUND,
    STEM,
    WORD,
    Counts,
    Hasher,
    Hashes,
    with_context,
)
from watchlists.rarity import RARE_SURNAME, english, is_word, names, words
from watchlists.segment import Segment
from watchlists.terms import PARTICLES

MOST_ROWS = 300_000
CHUNK = 300
"""Longer chunks are read in pieces of at most this many characters."""

(
    NAMEY,
    LETTER,
    FRAGMENT,
    RUN,
    LINK,
    LOUD,
    OTHER_SCRIPT,
    WHOLE_PIECE,
    SURNAME,
    SHORT,
    PROPER,
    OWN_PLACE,
    RARE,
    NAMED,
) = (1 << n for n in range(14))
"""Gate bits. LINK: a handle or an address, no word. WHOLE_PIECE: may be a piece of a name that was cut up. PROPER: written
as a name and no word first. OWN_PLACE: counts where words between two are counted. RARE: no listed word and no common
surname. NAMED: says who is meant beside a surname elsewhere in the text, in whichever case."""
CASED, UPPER = 1, 2
"""Case of a word of several letters; UPPER: all of it in capitals."""
KNOWN, SINGLE, WITH_CONTEXT = 1, 2, 4
"""Marks: the word is part of some watched name; the word, handle or address alone is filed; the word is a surname that is
filed with context words."""
_PLAIN = re.compile(r"[(\[\"'*]*([A-Za-z]+)([,.!?:;)\]\"'*…]*)")
_UP_TO_A_SIGN = re.compile(rf".{{{CHUNK // 2},}}[!-$&-/:-@\[-`{{-~]", re.DOTALL)
"""The longest beginning of a piece that ends with a sign; none that percent-encodes."""
_STOP_SIGN = re.compile("[.!?;:…]")
_STOPPED = word_set(
    "the a an and or of to in on for with is are was be it this that at as by from i you he she they we my your his her "
    "their our me him them not no so if but have has had do does did who what which there here"
)
_COLUMNS = (
    ("exact", np.uint64), ("single", np.uint64), ("poly", np.uint64), ("initial", np.uint64), ("sound", np.uint64),
    ("stem", np.uint64), ("bones", np.uint64), ("size", np.int64), ("gate", np.uint16),
    ("marks", np.uint8), ("heard", np.uint8), ("case", np.uint8),
)  # fmt: skip
_LOOKS = (
    Shape.CAPITAL
    | Shape.UPPER
    | Shape.DIGIT
    | Shape.FOREIGN
    | Shape.CASELESS
    | Shape.PART
    | Shape.HYPHENED
    | Shape.MASKED
)
"""What of a word's shape its gate depends on."""
Rows = npt.NDArray[np.int32]


class _Chunks(dict[str, int]):
    """Chunk -> its number; a chunk not met before gets the next one and is noted as fresh."""

    def __init__(self) -> None:
        super().__init__()
        self.fresh: list[str] = []

    def __missing__(self, chunk: str) -> int:
        number = self[chunk] = len(self) + 1
        self.fresh.append(chunk)
        return number


class Lexicon:
    """The memo of chunks and the columns of their words. Not thread-safe: one lock around its use."""

    exact: Hashes
    """The word without disguises; 0 for what is never part of a name."""
    single: Hashes
    """What the row is filed under alone: as `exact`, or the handle's or address's hash."""
    poly: Hashes
    size: Counts
    """Polynomial and length of the word without disguises, for joining pieces."""
    initial: Hashes
    sound: Hashes
    stem: Hashes
    bones: Hashes
    gate: npt.NDArray[np.uint16]
    marks: npt.NDArray[np.uint8]
    heard: npt.NDArray[np.uint8]
    case: npt.NDArray[np.uint8]

    def __init__(self, hasher: Hasher) -> None:
        self._hasher = hasher
        self._initials: dict[str, np.uint64] = {}
        self.clear()

    def clear(self) -> None:
        """Forget every chunk."""
        self.chunks = _Chunks()
        self.age = getattr(self, "age", 0) + 1
        """Changes when rows lose their meaning."""
        self.bares: list[str] = [""]
        self.shapes: list[int] = [0]
        self.starts: list[int] = [0]
        self.ends: list[int] = [0]
        self.places: dict[int, Place] = {}
        self._concepts: dict[int, list[int]] = {}
        self.links: set[int] = set()
        """Rows that are handles or addresses."""
        self.spoken: dict[int, str] = {}
        """Rows of words that say a sign of a handle -> the sign."""
        self._first = np.zeros(4096, np.int32)
        self._count = np.ones(4096, np.int32)
        for name, kind in _COLUMNS:
            setattr(self, name, np.zeros(4096, kind))
        self.owners: Counts = np.zeros(0, np.int64)
        """For each row last read, which chunk it came from, breaks counted."""
        self._marked: dict[Segment, npt.NDArray[np.uint8]] = {}

    def word(self, row: int) -> Word:
        """The word of a row; offsets are relative to its chunk."""
        return Word(self.starts[row], self.ends[row], self.bares[row], self.shapes[row])

    def read(self, fields: Iterable[list[list[str]]]) -> Rows:
        """Rows of the chunk lists of many fields, one after the other, four breaks after each field."""
        if max(len(self.bares), len(self.chunks)) > MOST_ROWS:
            self.clear()
        number = self.chunks.__getitem__
        numbers: list[int] = []
        for field in fields:
            for chunks in field:
                numbers += map(number, chunks)
            numbers += (0, 0, 0, 0)
        if self.chunks.fresh:
            self._learn(self.chunks.fresh)
            self.chunks.fresh = []
        read = np.fromiter(numbers, np.int32, len(numbers))
        first, count = self._first[read], self._count[read]
        ends = np.cumsum(count)
        self.owners = np.repeat(np.arange(len(read)), count)
        if len(read) and (int(ends[-1]) != len(read) or int(count.max()) > 1):
            first = np.repeat(first - ends + count, count)
            first += np.arange(len(first))
        rows: Rows = first.astype(np.int32)
        return rows

    def _learn(self, missing: list[str]) -> None:
        first = len(self.bares)
        number = len(self.chunks) - len(missing) + 1
        while len(self._first) <= len(self.chunks):
            self._first = np.concatenate([self._first, np.zeros_like(self._first)])
            self._count = np.concatenate([self._count, np.zeros_like(self._count)])
        gates: list[int] = []
        links: list[tuple[int, str, int]] = []
        firsts: list[int] = []
        row = first
        bares, shapes, starts, ends = self.bares, self.shapes, self.starts, self.ends
        for chunk in missing:
            firsts.append(row)
            if chunk.isdigit() and chunk.isascii() and len(chunk) > 1:
                bares.append(chunk)
                shapes.append(Shape.DIGIT)
                starts.append(0)
                ends.append(len(chunk))
                gates.append(WHOLE_PIECE | OWN_PLACE)
                row += 1
                continue
            plain = _PLAIN.fullmatch(chunk)
            if plain:
                letters, after = plain.groups()
                bare = letters.lower()
                shape = _plain_shape(letters, bare)
                if shape >= 0 and not bare.startswith(("abd", "abu")):
                    if after:
                        shape |= _after(after)
                    start, end = plain.span(1)
                    bares.append(bare)
                    shapes.append(shape)
                    starts.append(start)
                    ends.append(end)
                    gates.append(gate_of(bare, shape & _LOOKS))
                    row += 1
                    continue
            for offset, piece in _pieces(chunk):
                for start, end, bare, shape in cut(piece):
                    bares.append(bare)
                    shapes.append(shape)
                    starts.append(start + offset)
                    ends.append(end + offset)
                    gates.append(gate_of(bare, shape & _LOOKS))
                for (start, end, bare, shape), kind, place in links_in(piece):
                    if place is not None:
                        self.places[len(bares)] = place
                    links.append((len(bares), bare, kind))
                    self.links.add(len(bares))
                    bares.append(bare)
                    shapes.append(shape)
                    starts.append(start + offset)
                    ends.append(end + offset)
                    gates.append(LINK)
            row = len(bares)
        firsts.append(row)
        self._first[number : number + len(missing)] = firsts[:-1]
        self._count[number : number + len(missing)] = np.diff(firsts)
        self._fill(first, row, gates, links)

    def _fill(self, first: int, end: int, gates: list[int], links: list[tuple[int, str, int]]) -> None:
        """The columns of fresh rows."""
        while len(self.exact) < end:
            for name, _ in _COLUMNS:
                column = getattr(self, name)
                setattr(self, name, np.concatenate([column, np.zeros_like(column)]))
        bares = self.bares[first:end]
        letters = self._hasher.letters(list(map(disguise_key, bares)))
        at = slice(first, end)
        self.poly[at] = letters.whole()
        self.size[at] = letters.ends - letters.starts
        self.exact[at] = self.single[at] = self._hasher.seal(self.poly[at], WORD)
        self.gate[at] = gates
        self.case[at] = [
            (CASED | UPPER if shape & Shape.UPPER else CASED) if len(bare) > 1 else 0
            for bare, shape in zip(bares, self.shapes[first:end], strict=True)
        ]
        for kind in (HANDLE, ADDRESS):
            rows = [row for row, _, said in links if said == kind]
            if rows:
                self.single[rows] = self._hasher.many([bare for _, bare, said in links if said == kind], kind)
                self.exact[rows] = 0
                self.case[rows] = 0
        for row, gate in enumerate(gates, first):
            shape = self.shapes[row]
            word = self.bares[row] in ("a", "i") and not shape & Shape.STOP_AFTER
            if gate & LETTER and shape & Shape.CAPITAL and not word:
                self.initial[row] = self._initial(self.bares[row])
        self.spoken.update((row, SPOKEN[bare]) for row, bare in enumerate(bares, first) if bare in SPOKEN)
        dull = [
            row
            for row, bare in enumerate(bares, first)
            if bare in _STOPPED and not self.shapes[row] & (Shape.CAPITAL | Shape.UPPER)
        ]
        self.exact[dull] = 0

    def _initial(self, letter: str) -> np.uint64:
        known = self._initials.get(letter)
        if known is None:
            known = self._initials[letter] = self._hasher.many([letter], INITIAL)[0]
        return known

    def mark(self, segments: Sequence[Segment]) -> None:
        """Fill the column `marks` for these segments."""
        size = len(self.bares)
        changed = len(segments) != len(self._marked)
        for segment in [segment for segment in self._marked if segment not in segments]:
            del self._marked[segment]
            changed = True
        start = size
        for segment in segments:
            marks = self._marked.get(segment, _NO_MARKS)
            have = len(marks)
            if have < size:
                exact = self.exact[have:size]
                fresh = segment.knows(exact) & (exact != 0)
                fresh = fresh * np.uint8(KNOWN) | segment.holds(self.single[have:size]) * np.uint8(SINGLE)
                fresh |= segment.holds(with_context(exact)) * np.uint8(WITH_CONTEXT)
                self._marked[segment] = np.concatenate([marks, fresh])
                start = min(start, have)
        if changed:
            start = 0
        if start < size:
            self.marks[start:size] = 0
            for marks in self._marked.values():
                self.marks[start:size] |= marks[start:]

    def hear(self, rows: Rows) -> None:
        """Make sure that the sound and stem columns of these rows are filled."""
        missing = np.unique(rows[self.heard[rows] & 1 == 0])
        if len(missing):
            bares = [self.bares[row] for row in missing.tolist()]
            many = self._hasher.many
            self.sound[missing] = many([sound(_latin(bare)) for bare in bares], SOUND)
            self.stem[missing] = many(list(map(stem, bares)), STEM)
            self.heard[missing] |= 1

    def concepts(self, rows: Rows) -> tuple[Hashes, Counts]:
        """(hash, position in `rows`) of what the words of these rows say, in every way in which context is filed."""
        distinct, place = np.unique(rows, return_inverse=True)
        missing = [row for row in distinct.tolist() if row not in self._concepts]
        said = [readings_of(self.bares[row]) if self.exact[row] else () for row in missing]
        hashes = self._hasher.many([word for each in said for word in each], CONTEXT)
        ends = np.cumsum([len(each) for each in said], dtype=np.int64)
        for row, end, each in zip(missing, ends.tolist(), said, strict=True):
            self._concepts[row] = hashes[end - len(each) : end].tolist()
        known = [self._concepts[row] for row in distinct.tolist()]
        flat = np.array([concept for each in known for concept in each], np.uint64)
        sizes = np.fromiter(map(len, known), np.int64, len(known))
        starts = np.cumsum(sizes) - sizes
        counts = sizes[place]
        which = np.repeat(np.arange(len(rows)), counts)
        inside = np.arange(len(which)) - np.repeat(np.cumsum(counts) - counts, counts)
        return flat[starts[place][which] + inside], which

    def strip_vowels(self, rows: Rows) -> None:
        """Make sure that the consonants' column of these rows is filled."""
        missing = np.unique(rows[self.heard[rows] & 2 == 0])
        if len(missing):
            bares = [consonants(_latin(self.bares[row])) for row in missing.tolist()]
            self.bones[missing] = self._hasher.many(bares, BONES)
            self.heard[missing] |= 2


_NO_MARKS = np.zeros(0, np.uint8)


def _pieces(chunk: str) -> Iterable[tuple[int, str]]:
    """(offset, piece) of a chunk, cut behind a sign where there is one, so that no word is in two pieces."""
    offset = 0
    while offset < len(chunk):
        piece = chunk[offset : offset + CHUNK]
        sign = _UP_TO_A_SIGN.match(piece) if offset + CHUNK < len(chunk) else None
        piece = sign.group() if sign else piece
        yield offset, piece
        offset += len(piece)


def _latin(bare: str) -> str:
    return bare if bare.isascii() else by_rule(bare)


def _plain_shape(letters: str, bare: str) -> int:
    """Shape of a word of ASCII letters; -1 if it has capitals inside."""
    if letters == bare:
        return 0
    if letters[1:] == bare[1:]:
        return Shape.CAPITAL
    if letters.isupper():
        return Shape.CAPITAL | Shape.UPPER
    return -1


def _after(signs: str) -> int:
    if _STOP_SIGN.search(signs):
        return Shape.STOP_AFTER
    return Shape.COMMA_AFTER if "," in signs else 0


@lru_cache(50_000)
def gate_of(bare: str, shape: int) -> int:
    """The gate bits of a word that looks like this."""
    gate = 0 if shape & (Shape.PART | Shape.HYPHENED) else WHOLE_PIECE
    if gate and bare not in PARTICLES:
        gate |= OWN_PLACE
    capital = shape & Shape.CAPITAL
    size = len(bare)
    ascii_only = bare.isascii()
    if not ascii_only and unspaced(bare):
        gate |= RUN
    if size == 1:
        prefix = FRAGMENT if bare in "odlm" else 0  # O Brien, D Angelo
        return gate | LETTER | (NAMEY | SHORT | prefix if capital else 0)
    if shape & Shape.FOREIGN:
        gate |= OTHER_SCRIPT
    listed = bare in words()
    word = listed and is_word(bare)
    if not word or shape & (Shape.CAPITAL | Shape.FOREIGN | Shape.MASKED | Shape.DIGIT):
        gate |= NAMEY
        if size <= 6:
            gate |= SHORT
        if bare in east_asian_surnames():
            gate |= SURNAME
        if not word and shape & (Shape.CAPITAL | Shape.CASELESS):
            gate |= PROPER | NAMED
        elif not word and bare in names():
            gate |= NAMED
        if (
            not listed
            and size > 3
            and not shape & Shape.CASELESS
            and (bare not in names() or names()[bare][1] >= RARE_SURNAME)
        ):
            gate |= RARE
    loud = shape & (Shape.CAPITAL | Shape.MASKED) and (
        not word
        or not ascii_only
        or bare in names()
        or bare[:-1] in names()  # Adama is a word for a list of words
    )
    if loud or (not listed and not bare.isdigit()) or shape & Shape.CASELESS:
        gate |= LOUD
    if size <= 12 and not shape & Shape.DIGIT and _loose(bare, size, bool(capital), listed):
        gate |= FRAGMENT
    return gate


def _loose(bare: str, size: int, capital: bool, listed: bool) -> bool:
    """Whether a short word is odd enough to be a piece of a name."""
    if size == 2:
        return english(bare) < (5e-4 if capital else 1e-4)
    if size == 3:
        return english(bare) < (1e-4 if capital else 1e-5)
    return not listed and (size <= 5 or bare not in names())
