"""What a word of a text may stand for: itself, pet names, romanised forms, itself without an ending, words one typo away.

Called by `watchlists.candidates`, only for words beside something name-like; imports `watchlists.lexicon`. Typos depend
on the words of a segment, so answers are remembered by segment and row.
"""

from abc import ABC, abstractmethod
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from text.fold import basic_forms, consonants, disguise_key, leet_key, sound, stem, unmask
from text.romanise import by_rule, romanised, spellings
from watchlists.keys import BONES, SOUND, STEM, TYPO, WORD, Counts, Hasher, Hashes, pair
from watchlists.lexicon import Lexicon, Rows
from watchlists.nicknames import nicknames_of, variants_of
from watchlists.rarity import names
from watchlists.segment import LONGEST_TYPO, Segment

ITSELF, LISTED, MISTYPED = range(3)


class Forms(ABC):
    """Remembers for each row the hashes of what its word may stand for, in one flat array."""

    def __init__(self, hasher: Hasher) -> None:
        self._hasher = hasher
        self._size = 0
        self.flat: Hashes = np.zeros(4096, np.uint64)
        self.kinds: npt.NDArray[np.uint8] = np.zeros(4096, np.uint8)
        """How each hash of `flat` came about: ITSELF, LISTED or MISTYPED."""
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
        found = [
            (lexicon.exact[rows], np.arange(len(rows))),
            *self._made([lexicon.bares[row] for row in rows.tolist()]),
        ]
        every = np.concatenate([hashes for hashes, _ in found])
        owner = np.concatenate([owners for _, owners in found])
        kind = np.repeat(np.arange(len(found), dtype=np.uint8), [len(hashes) for hashes, _ in found])
        order = np.lexsort((kind, every, owner))
        every, owner, kind = every[order], owner[order], kind[order]
        fresh = np.ones(len(every), np.bool_)
        fresh[1:] = (every[1:] != every[:-1]) | (owner[1:] != owner[:-1])
        every, owner, kind = every[fresh], owner[fresh], kind[fresh]
        counts = np.bincount(owner, minlength=len(rows))
        end = self._size + len(every)
        while len(self.flat) < end:
            self.flat = np.concatenate([self.flat, np.zeros_like(self.flat)])
            self.kinds = np.concatenate([self.kinds, np.zeros_like(self.kinds)])
        self.flat[self._size : end] = every
        self.kinds[self._size : end] = kind
        self._counts[rows] = counts
        self._starts[rows] = self._size + np.cumsum(counts) - counts
        self._size = end

    @abstractmethod
    def _made(self, bares: Sequence[str]) -> list[tuple[Hashes, Counts]]:
        """By kind, in order: hashes, and which word each belongs to."""


class Endings(Forms):
    """A word without each ending that a language may have appended."""

    def _made(self, bares: Sequence[str]) -> list[tuple[Hashes, Counts]]:
        plain: list[str] = []
        owners: list[int] = []
        for number, bare in enumerate(bares):
            forms = basic_forms(bare)
            plain += map(disguise_key, forms)
            owners += [number] * len(forms)
        return [(self._hasher.many(plain, WORD), np.array(owners, np.int64))]


class StandIns(Forms):
    """Pet names, romanised forms, and the words of one segment that are one typo away."""

    def __init__(self, segment: Segment, hasher: Hasher) -> None:
        super().__init__(hasher)
        self._segment = segment

    def _made(self, bares: Sequence[str]) -> list[tuple[Hashes, Counts]]:
        return [self._listed(bares), self._typos(bares)]

    def _listed(self, bares: Sequence[str]) -> tuple[Hashes, Counts]:
        plain: list[str] = []
        owners: list[int] = []
        heard: list[str] = []
        hearers: list[int] = []
        rooted: list[str] = []
        rooters: list[int] = []
        foreign: list[int] = []
        for number, bare in enumerate(bares):
            before = len(plain)
            if not bare.isascii():
                seen = unmask(bare)
                plain += [disguise_key(seen)] if seen.isascii() else []
                forms = romanised(bare)[:5]
                plain += map(disguise_key, forms)
                plain += (disguise_key(pet) for form in forms[:3] for pet in nicknames_of(form))
                foreign.append(number)
                if "\u0400" <= bare[0] < "\u0530":
                    basic = map(by_rule, basic_forms(bare))
                    plain += (disguise_key(pet) for form in basic for pet in nicknames_of(form))
                    stems = {stem(form) for form in forms[-3:]}
                    rooted += stems
                    rooters += [number] * len(stems)
                    forms = [*forms, *spellings(stem(bare))]
                sounds = set(map(sound, forms))
                heard += sounds
                hearers += [number] * len(sounds)
            else:
                forms = [bare] if bare in names() else [bare, *basic_forms(bare)]
                known = {other for form in forms for other in nicknames_of(form) | variants_of(form)}
                plain += map(disguise_key, known)
            owners += [number] * (len(plain) - before)
        many = self._hasher.many
        bones = [(number, consonants(form)) for number in foreign for form in spellings(bares[number])]
        hashes = np.concatenate(
            [
                many(plain, WORD),
                many(heard, SOUND),
                many(rooted, STEM),
                many([skeleton for _, skeleton in bones], BONES),
            ]
        )
        return hashes, np.array(owners + hearers + rooters + [number for number, _ in bones], np.int64)

    def _typos(self, bares: Sequence[str]) -> tuple[Hashes, Counts]:
        spelled = [(n, form) for n, bare in enumerate(bares) for form in (bare, *romanised(bare)[:2])]
        spelled = [(n, form) for n, form in spelled if 3 <= len(form) <= LONGEST_TYPO + 1 and form.isascii()]
        fit = [n for n, _ in spelled]
        letters = self._hasher.letters([leet_key(form) for _, form in spelled])
        shorter, owners = self._hasher.shortened(letters)
        asked = self._hasher.seal(np.concatenate([letters.whole(), shorter]), TYPO)
        owner = np.array(fit, np.int64)
        owner = np.concatenate([owner, owner[owners]])
        at, found = self._segment.near(asked)
        return found, owner[at]


class Memory:
    """The forms in use, for as long as rows keep their meaning."""

    def __init__(self, hasher: Hasher) -> None:
        self._hasher = hasher
        self._age = 0
        self._known: dict[Segment, StandIns] = {}
        self.endings = Endings(hasher)

    def of(self, segments: Sequence[Segment], lexicon: Lexicon) -> list[StandIns]:
        """What is remembered for each of these segments; the others are forgotten."""
        if self._age != lexicon.age:
            self._age, self._known, self.endings = lexicon.age, {}, Endings(self._hasher)
        self._known = {
            segment: self._known.get(segment) or StandIns(segment, self._hasher) for segment in segments
        }
        return list(self._known.values())


class Products(NamedTuple):
    """Everything that the words of pairs may stand for together."""

    keys: Hashes
    which: Counts
    """The pair that each key belongs to."""
    left: npt.NDArray[np.uint8]
    right: npt.NDArray[np.uint8]
    """Kinds of the two forms."""


def products(known: Forms, others: Forms, left: Rows, right: Rows, lexicon: Lexicon) -> Products:
    """The products for these pairs of rows, without the pairs of words as they stand.

    known, others: what the left and what the right word of a pair may stand for.
    """
    (starts, sizes), (other_starts, widths) = known.of(left, lexicon), others.of(right, lexicon)
    counts = sizes * widths
    counts[counts == 1] = 0
    which = np.repeat(np.arange(len(left)), counts)
    inside = np.arange(len(which)) - np.repeat(np.cumsum(counts) - counts, counts)
    width = widths[which]
    a = starts[which] + inside // width
    b = other_starts[which] + inside % width
    return Products(pair(known.flat[a], others.flat[b]), which, known.kinds[a], others.kinds[b])
