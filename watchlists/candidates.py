"""From a batch of texts to (text, person, where): every place that could name somebody, before it is judged.

Called by `watchlists.screener`; imports `watchlists.lexicon` and `watchlists.segment`. Cheap and wide: exact pairs of
words over the whole batch at once, then, only between words that could be names, sounds, stems, pet names, other
scripts and typos, then letters that stand apart. `watchlists.scoring` decides.
"""

from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from text.fold import disguise_key, sound
from text.romanise import east_asian_surnames
from text.words import Shape
from watchlists.keys import Hasher, Hashes, pair
from watchlists.lexicon import FRAGMENT, HANDLE, LETTER, LOUD, NAMEY, OTHER_SCRIPT, RUN, Lexicon
from watchlists.segment import Segment

WINDOW = 4
"""A name's words stand at most this many words apart."""
WORTH_INFLECTED = 15.0
"""Bits that a name must be worth, in large lists, for its inflected forms to be looked at."""
TWICE_BENT = 8.0
"""Bits more that a name must be worth for a bend in both of its words to be looked at, in large lists."""
_LONGEST_RUN = 300
_LETTERS = 32
_NOT_A_PIECE = Shape.PART | Shape.HYPHENED
Positions = npt.NDArray[np.int64]


class Spot(NamedTuple):
    """A place where a person may be named: positions in the batch's rows, first and last."""

    first: int
    last: int
    spelled: str
    """What the place spells when it is not its rows' words: letters or fragments joined, a part of a run; else ""."""
    start: int
    """For a part of a run: where it starts in the word, in letters; else -1."""
    end: int


class Finder:
    """Looks up one batch in all segments and gathers the spots by (segment, slot)."""

    def __init__(
        self, segments: Sequence[Segment], lexicon: Lexicon, hasher: Hasher, version: int, least: float = 0.0
    ) -> None:
        """`least`: bits that a pair of name words must be worth before bent spellings of it are looked at."""
        self._segments = segments
        self._lexicon = lexicon
        self._hasher = hasher
        self._version = version
        self._least = least
        self.found: dict[tuple[int, int], list[Spot]] = defaultdict(list)

    def search(self, rows: npt.NDArray[np.int32]) -> None:
        """Fill `found` for these rows (as `Lexicon.read` gives them)."""
        lexicon = self._lexicon
        exact = lexicon.exact[rows]
        gate = lexicon.gate[rows]
        real = np.flatnonzero((exact != 0) & (gate & HANDLE == 0))
        everywhere = np.flatnonzero(rows != 0)
        self._look(lexicon.single[rows[everywhere]], everywhere, everywhere)
        words = exact[real]
        for distance in range(1, WINDOW):
            self._look(
                pair(words[:-distance], words[distance:]), real[:-distance], real[distance:], WINDOW + 1
            )
        namey = np.flatnonzero((gate & NAMEY > 0) & (gate & HANDLE == 0))
        self._bent(rows, namey)
        letters = np.flatnonzero(gate & LETTER > 0)
        if len(letters):
            self._initials(rows, letters, exact)
        self._joined(rows, gate)
        self._syllables(rows, namey)
        read_until = 0
        for position in np.flatnonzero(gate & RUN > 0).tolist():
            if position >= read_until:
                read_until = self._run(rows, position)

    def _look(
        self, keys: Hashes, first: Positions, last: Positions, apart: int = 0, least: float = 0.0
    ) -> None:
        for number, segment in enumerate(self._segments):
            at, slots = segment.find(keys, least)
            for index, slot in zip(at.tolist(), slots.tolist(), strict=True):
                a, b = int(first[index]), int(last[index])
                if slot >= 0 and segment.alive[slot] and (not apart or b - a <= apart):
                    self.found[number, slot].append(Spot(a, b, "", -1, -1))

    def _bent(self, rows: npt.NDArray[np.int32], namey: Positions) -> None:
        """Pairs of neighbouring name-like words under their bent forms."""
        if len(namey) < 2:
            return
        lexicon = self._lexicon
        for distance in (1, 2):
            a, b = namey[:-distance], namey[distance:]
            near = b - a <= distance + 1
            a, b = a[near], b[near]
            if not len(a):
                continue
            sure = self._known(lexicon.exact[rows[a]]) | self._known(lexicon.exact[rows[b]])
            sure |= ((lexicon.gate[rows[a]] & lexicon.gate[rows[b]]) & LOUD) > 0
            a, b = a[sure], b[sure]
            if not len(a):
                continue
            lexicon.hear(rows[np.concatenate([a, b])])
            self._look(pair(lexicon.sound[rows[a]], lexicon.sound[rows[b]]), a, b, least=self._least)
            inflected = min(self._least, WORTH_INFLECTED)
            self._look(pair(lexicon.stem[rows[a]], lexicon.stem[rows[b]]), a, b, least=inflected)
            self._look(pair(lexicon.shorn[rows[a]], lexicon.shorn[rows[b]]), a, b, least=inflected)
            self._look(pair(lexicon.exact[rows[a]], lexicon.shorn[rows[b]]), a, b, least=inflected)
            self._look(pair(lexicon.shorn[rows[a]], lexicon.exact[rows[b]]), a, b, least=inflected)
            bony = (
                np.flatnonzero(lexicon.gate[rows[a]] & lexicon.gate[rows[b]] & OTHER_SCRIPT)
                if self._least
                else slice(None)
            )
            self._look(
                pair(lexicon.bones[rows[a[bony]]], lexicon.bones[rows[b[bony]]]),
                a[bony],
                b[bony],
                least=self._least,
            )
            self._stand_ins(rows, a, b)

    def _known(self, words: Hashes) -> npt.NDArray[np.bool_]:
        """Which words are part of some watched name."""
        known = np.zeros(len(words), np.bool_)
        for segment in self._segments:
            known |= segment.knows(words)
        return known

    def _stand_ins(self, rows: npt.NDArray[np.int32], a: Positions, b: Positions) -> None:
        """The product of what each word of a pair may stand for, for all pairs at once."""
        if not len(a):
            return
        unique = np.unique(rows[np.concatenate([a, b])])
        tables = self._lexicon.alternatives(unique.tolist(), self._segments, self._version)
        sizes = np.array([len(table) for table in tables])
        starts = np.cumsum(sizes) - sizes
        flat = np.concatenate(tables)
        ia, ib = np.searchsorted(unique, rows[a]), np.searchsorted(unique, rows[b])
        na, nb = sizes[ia], sizes[ib]
        more = na * nb > 1
        ia, ib, na, nb, a, b = ia[more], ib[more], na[more], nb[more], a[more], b[more]
        counts = na * nb
        total = int(counts.sum())
        if not total:
            return
        which = np.repeat(np.arange(len(counts)), counts)
        inside = np.arange(total) - np.repeat(np.cumsum(counts) - counts, counts)
        left = flat[starts[ia][which] + inside // nb[which]]
        right = flat[starts[ib][which] + inside % nb[which]]
        keys, a, b = pair(left, right), a[which], b[which]
        if not self._least:
            self._look(keys, a, b)
            return
        lexicon = self._lexicon
        straight = (left == lexicon.exact[rows[a]]) | (right == lexicon.exact[rows[b]])
        straight |= (lexicon.gate[rows[a]] & lexicon.gate[rows[b]] & OTHER_SCRIPT) > 0
        self._look(keys[straight], a[straight], b[straight], least=self._least + 1.0)
        twice = ~straight
        self._look(keys[twice], a[twice], b[twice], least=self._least + TWICE_BENT)

    def _initials(self, rows: npt.NDArray[np.int32], letters: Positions, exact: Hashes) -> None:
        words = self._lexicon.words
        capital = [p for p in letters.tolist() if words[rows[p]].shape & 1]
        if not capital:
            return
        hashes = self._hasher.many([f"'{words[rows[p]].bare}" for p in capital])
        at = np.array(capital)
        for distance in (-1, 1, 2):
            other = np.clip(at + distance, 0, len(rows) - 1)
            self._look(pair(hashes, exact[other]), np.minimum(at, other), np.maximum(at, other))

    def _syllables(self, rows: npt.NDArray[np.int32], namey: Positions) -> None:
        """East Asian names written by syllable: Wang Xiao Tong, Xiao-tong Wang."""
        words = self._lexicon.words
        surnames = east_asian_surnames()
        short = {position for position in namey.tolist() if len(words[rows[position]].bare) <= 6}
        places: list[tuple[int, int, str]] = []
        for position in short:
            if words[rows[position]].bare not in surnames:
                continue
            for first, last in ((position, position + 2), (position - 2, position)):
                if all(other in short for other in range(first, last + 1)):
                    places.append(
                        (first, last, "".join(words[row].bare for row in rows[first : last + 1].tolist()))
                    )
        if places:
            self._look_spelled(self._hasher.many([f"~{sound(bare)}" for _, _, bare in places]), places)

    def _joined(self, rows: npt.NDArray[np.int32], gate: npt.NDArray[np.uint8]) -> None:
        """Names cut into fragments ("Ja ne Roe") or letters ("J a n e"): pieces are put together and looked up."""
        whole = self._pieced(rows, gate)
        if not whole:
            return
        keys = [disguise_key(bare) for _, _, bare in whole]
        self._look_spelled(self._hasher.many([f"={key}" for key in keys]), whole)
        hashes = self._hasher.many(keys)
        known = np.flatnonzero(self._known(hashes)).tolist()
        by_start: dict[int, list[int]] = defaultdict(list)
        for number in known:
            by_start[whole[number][0]].append(number)
        exact = self._lexicon.exact
        places: list[tuple[int, int, str]] = []
        left: list[int] = []
        right: list[np.uint64] = []
        for number in known:
            i, j, bare = whole[number]
            for other in (i - 1, j + 1):
                if 0 <= other < len(rows) and rows[other]:
                    places.append((min(i, other), max(j, other), bare))
                    left.append(number)
                    right.append(exact[rows[other]])
            for second in by_start.get(j + 1, ())[:20]:
                places.append((i, whole[second][1], f"{bare} {whole[second][2]}"))
                left.append(number)
                right.append(hashes[second])
        if places:
            self._look_spelled(pair(hashes[np.array(left)], np.array(right, np.uint64)), places)

    def _pieced(self, rows: npt.NDArray[np.int32], gate: npt.NDArray[np.uint8]) -> list[tuple[int, int, str]]:
        """(first, last, letters) of every sensible way to put loose pieces together with what stands beside them."""
        loose = np.flatnonzero(gate & (FRAGMENT | LETTER) > 0)
        if not len(loose):
            return []
        words = self._lexicon.words
        whole: list[tuple[int, int, str]] = []
        breaks = np.flatnonzero(np.diff(loose) > 1) + 1
        firsts = loose[np.concatenate([[0], breaks])]
        sizes = np.diff(np.concatenate([[0], breaks, [len(loose)]]))
        fragments = np.add.reduceat(
            (gate[loose] & FRAGMENT > 0).astype(np.int64), np.concatenate([[0], breaks])
        )
        worth = (fragments > 0) | (sizes >= 3)
        row_list, gates = rows.tolist(), gate.tolist()
        for first, size in zip(firsts[worth].tolist(), sizes[worth].tolist(), strict=True):
            last = first + size - 1
            low, high = first, last
            for _ in range(2):
                low -= low > 0 and row_list[low - 1] > 0
                high += high + 1 < len(row_list) and row_list[high + 1] > 0
            bares = [
                "" if words[row].shape & _NOT_A_PIECE or kind & HANDLE else words[row].bare
                for row, kind in zip(row_list[low : high + 1], gates[low : high + 1], strict=True)
            ]
            longest = _LETTERS if size >= 3 else 3
            for i in range(len(bares)):
                bare = bares[i]
                for j in range(i + 1, min(i + longest, len(bares))):
                    bare += bares[j]
                    if len(bare) > _LETTERS:
                        break
                    if low + j >= first and low + i <= last and len(bare) > 2 and bares[j]:
                        whole.append((low + i, low + j, bare))
        return whole

    def _look_spelled(self, keys: Hashes, places: list[tuple[int, int, str]]) -> None:
        for number, segment in enumerate(self._segments):
            at, slots = segment.find(keys)
            for index, slot in zip(at.tolist(), slots.tolist(), strict=True):
                if slot >= 0 and segment.alive[slot]:
                    first, last, bare = places[index]
                    self.found[number, slot].append(Spot(first, last, bare, -1, -1))

    def _run(self, rows: npt.NDArray[np.int32], position: int) -> int:
        """Look inside neighbouring words of scripts without spaces; the row after the last one read."""
        bare = self._lexicon.words[rows[position]].bare
        after = position + 1
        while len(bare) < _LONGEST_RUN and after < len(rows) and self._lexicon.gate[rows[after]] & RUN:
            bare += self._lexicon.words[rows[after]].bare
            after += 1
        heads = self._hasher.many([f"<{bare[i : i + 2]}" for i in range(len(bare))])
        begun = np.zeros(len(heads), np.bool_)
        for segment in self._segments:
            begun |= segment.holds(heads)
        candidates = self._lexicon.run_candidates(bare, np.flatnonzero(begun).tolist())
        if not candidates:
            return after
        keys = self._hasher.many([key for _, _, key in candidates])
        for number, segment in enumerate(self._segments):
            at, slots = segment.find(keys)
            for index, slot in zip(at.tolist(), slots.tolist(), strict=True):
                start, end, _ = candidates[index]
                if slot >= 0 and segment.alive[slot]:
                    self.found[number, slot].append(Spot(position, after - 1, bare[start:end], start, end))
        return after
