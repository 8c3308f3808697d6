"""What a word of a text may stand for: itself, pet names, romanised forms, a shorter form, words one typo away.

Called by `watchlists.candidates`, only for words beside something name-like; imports `watchlists.lexicon`. Typos depend
on the words of a segment, so answers are remembered by segment and row.
"""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from text.fold import disguise_key, leet_key, sound, unmask
from text.romanise import romanised
from watchlists.keys import SOUND, TYPO, WORD, Counts, Hasher, Hashes
from watchlists.lexicon import ENDINGS, Lexicon, Rows
from watchlists.nicknames import nicknames_of
from watchlists.segment import LONGEST_TYPO, Segment


class StandIns:
    """For one segment: a flat array of hashes, and each row's place in it."""

    def __init__(self, segment: Segment, hasher: Hasher) -> None:
        self._segment = segment
        self._hasher = hasher
        self._size = 0
        self.flat: Hashes = np.zeros(4096, np.uint64)
        self._starts: Counts = np.zeros(0, np.int64)
        self._counts: Counts = np.zeros(0, np.int64)

    def of(self, rows: Rows, lexicon: Lexicon) -> tuple[Counts, Counts]:
        """(start in `flat`, count) for each row."""
        short = len(lexicon.exact) - len(self._counts)
        if short > 0:
            self._starts = np.concatenate([self._starts, np.zeros(short, np.int64)])
            self._counts = np.concatenate([self._counts, np.zeros(short, np.int64)])
        missing = np.unique(rows[self._counts[rows] == 0])
        if len(missing):
            self._learn(missing, lexicon)
        return self._starts[rows], self._counts[rows]

    def _learn(self, rows: Rows, lexicon: Lexicon) -> None:
        bares = [lexicon.bares[row] for row in rows.tolist()]
        hashes, owners = self._forms(bares)
        typos, mistyped = self._typos(bares)
        every = np.concatenate([lexicon.exact[rows], hashes, typos])
        owner = np.concatenate([np.arange(len(rows)), owners, mistyped])
        order = np.lexsort((every, owner))
        every, owner = every[order], owner[order]
        fresh = np.ones(len(every), np.bool_)
        fresh[1:] = (every[1:] != every[:-1]) | (owner[1:] != owner[:-1])
        every, owner = every[fresh], owner[fresh]
        counts = np.bincount(owner, minlength=len(rows))
        while len(self.flat) < self._size + len(every):
            self.flat = np.concatenate([self.flat, np.zeros_like(self.flat)])
        self.flat[self._size : self._size + len(every)] = every
        self._counts[rows] = counts
        self._starts[rows] = self._size + np.cumsum(counts) - counts
        self._size += len(every)

    def _forms(self, bares: Sequence[str]) -> tuple[Hashes, Counts]:
        plain: list[str] = []
        owners: list[int] = []
        heard: list[str] = []
        hearers: list[int] = []
        for number, bare in enumerate(bares):
            before = len(plain)
            if not bare.isascii():
                seen = unmask(bare)
                plain += [disguise_key(seen)] if seen.isascii() else []
                forms = romanised(bare)[:5]
                plain += map(disguise_key, forms)
                heard += map(sound, forms)
                hearers += [number] * len(forms)
            else:
                plain += map(disguise_key, nicknames_of(bare))
            if len(bare) > 4:
                plain += [
                    disguise_key(bare[:-n])
                    for n in (1, 2, 3, 4)
                    if len(bare) - n > 2 and bare[-n:] in ENDINGS
                ]
            owners += [number] * (len(plain) - before)
        many = self._hasher.many
        return (
            np.concatenate([many(plain, WORD), many(heard, SOUND)]),
            np.array(owners + hearers, np.int64),
        )

    def _typos(self, bares: Sequence[str]) -> tuple[Hashes, Counts]:
        fit = [n for n, bare in enumerate(bares) if 3 <= len(bare) <= LONGEST_TYPO + 1 and bare.isascii()]
        letters = self._hasher.letters([leet_key(bares[n]) for n in fit])
        shorter, owners = self._hasher.shortened(letters)
        asked = self._hasher.seal(np.concatenate([letters.whole(), shorter]), TYPO)
        owner = np.array(fit, np.int64)
        owner = np.concatenate([owner, owner[owners]])
        at, found = self._segment.near(asked)
        return found, owner[at]


class Memory:
    """The stand-ins of each segment in use."""

    def __init__(self, hasher: Hasher) -> None:
        self._hasher = hasher
        self._age = 0
        self._known: dict[Segment, StandIns] = {}

    def of(self, segments: Sequence[Segment], lexicon: Lexicon) -> list[StandIns]:
        """What is remembered for each of these segments; the others are forgotten."""
        old = self._known if self._age == lexicon.age else {}
        self._age = lexicon.age
        self._known = {
            segment: old[segment] if segment in old else StandIns(segment, self._hasher)
            for segment in segments
        }
        return list(self._known.values())


def products(
    known: StandIns, left: tuple[Counts, Counts], right: tuple[Counts, Counts]
) -> tuple[Hashes, Hashes, npt.NDArray[np.int64]]:
    """(left, right, which pair) of everything that the words of each pair may stand for together."""
    (left_start, left_count), (right_start, right_count) = left, right
    more = left_count * right_count > 1
    counts = np.where(more, left_count * right_count, 0)
    which = np.repeat(np.arange(len(counts)), counts)
    inside = np.arange(len(which)) - np.repeat(np.cumsum(counts) - counts, counts)
    width = right_count[which]
    return (
        known.flat[left_start[which] + inside // width],
        known.flat[right_start[which] + inside % width],
        which,
    )
