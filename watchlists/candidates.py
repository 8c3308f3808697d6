"""From a batch of texts to (text, person, where): every place that could name somebody, before it is judged.

Called by `watchlists.screener`; imports `watchlists.lexicon`, `watchlists.standins` and `watchlists.pieces`. Cheap and
wide: exact pairs of words over the whole batch at once, then, only between words that could be names, sounds, stems, pet
names, other scripts and typos, then letters that stand apart. `watchlists.scoring` decides.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from itertools import permutations
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from text.eastern import eastern
from text.words import Shape
from watchlists.keys import ABBREVIATED, HANDLE, RUN_HEAD, SOUND, WORD, Hasher, Hashes, pair
from watchlists.lexicon import (
    CHUNK,
    KNOWN,
    LETTER,
    LOUD,
    NAMED,
    NAMEY,
    OTHER_SCRIPT,
    OWN_PLACE,
    PROPER,
    RARE,
    RUN,
    SHORT,
    SINGLE,
    SURNAME,
    WITH_CONTEXT,
    Lexicon,
    Rows,
)
from watchlists.person import Person
from watchlists.pieces import Pieces, put_together
from watchlists.runs import run_candidates
from watchlists.segment import Segment
from watchlists.standins import ITSELF, MISTYPED, Memory, products

WINDOW = 5
"""A name's words stand at most this many words apart."""
_BESIDE, _FAR = 2, 120
"""So far from a rare surname, at least and at most, the given name may say who is meant: "the Roebling tape", and three
sentences on "Jane"."""
_MOST_SCATTERED = 200
"""Pairs of one field that are looked at: a text full of rare words names nobody."""
_AROUND = np.array([*range(-12, 0), *range(1, 13)])
"""Where, from a surname alone, the words stand that may be the person's context."""
_MOST_SURNAMES = 8
"""Places of one surname in a field that are looked at."""
_LONGEST_RUN = CHUNK + 1
"""From so many letters on, no further word is added to a run; a whole piece of a chunk and the one after it are one run."""
Positions = npt.NDArray[np.int64]
Gates = npt.NDArray[np.uint16]


class Spot(NamedTuple):
    """A place where a person may be named: positions in the batch's rows, first and last."""

    first: int
    last: int
    spelled: str
    """What the place spells when it is not its rows' words: letters or fragments joined, a part of a run; else ""."""
    start: int
    """For a part of a run: where it starts in the word, in letters; else -1."""
    end: int
    scattered: bool = False
    """Whether the two rows stand further apart than the words of a name do."""
    surname: bool = False
    """Whether the row is a surname alone, with a context word near it or among the tags."""
    said: bool = False
    """Whether the rows say a handle, its sign in a word: jane dot roe."""


class Worth(NamedTuple):
    """Bits that a pair of name words must be worth before a bent spelling of it is looked at; all 0 in small lists."""

    small: bool = True
    mixed: bool = True
    """Whether each of the two words may be bent in another way."""
    heard: float = 0.0
    inflected: float = 0.0
    vowelless: float = 0.0
    romanised: float = 0.0
    standins: tuple[tuple[float, float, float], ...] = ((0.0, 0.0, 0.0),) * 3
    """By the kinds of the two words: themselves, listed forms, mistyped."""


class Finder:
    """Looks up one batch in all segments and gathers the spots by (segment, slot)."""

    def __init__(
        self, segments: Sequence[Segment], lexicon: Lexicon, hasher: Hasher, memory: Memory, worth: Worth
    ) -> None:
        self._segments = segments
        self._lexicon = lexicon
        self._hasher = hasher
        self._standins = memory.of(segments, lexicon)
        self._memory = memory
        self._worth = worth
        self.found: dict[tuple[int, int], list[Spot]] = defaultdict(list)

    def search(self, rows: Rows, tag_rows: Callable[[int], list[int]]) -> None:
        """Fill `found` for these rows (as `Lexicon.read` gives them).

        tag_rows: the positions of the tags of the text in which a position stands.
        """
        lexicon = self._lexicon
        lexicon.mark(self._segments)
        marks, gate = lexicon.marks[rows], lexicon.gate[rows]
        alone = np.flatnonzero(marks & SINGLE)
        self._look(lexicon.single[rows[alone]], alone, alone)
        self._exact_pairs(rows, np.flatnonzero(marks & KNOWN))
        namey = np.flatnonzero(gate & NAMEY)
        self._bent(rows, namey, gate, marks)
        if self._worth.small:
            self._ended(rows, namey)
        self._initials(rows, np.flatnonzero(gate & LETTER), gate, marks)
        self._joined(rows, gate, marks)
        self._syllables(rows, np.flatnonzero(gate & SURNAME), gate)
        self._spoken(rows)
        read_until = 0
        for position in np.flatnonzero(gate & RUN).tolist():
            if position >= read_until:
                read_until = self._run(rows, position)
        self._scattered(rows, gate, marks)
        self._surnames(rows, np.flatnonzero((marks & WITH_CONTEXT > 0) & (gate & RARE > 0)), tag_rows)

    def people(self) -> Iterator[tuple[Person, list[Spot]]]:
        """Everybody found, unsealed, with their spots."""
        for number, segment in enumerate(self._segments):
            here = [(slot, spots) for (owner, slot), spots in self.found.items() if owner == number]
            slots = np.array([slot for slot, _ in here], np.int32)
            for person, (_, spots) in zip(segment.unsealed(slots), here, strict=True):
                yield person, spots

    def _look(
        self,
        keys: Hashes,
        first: Positions,
        last: Positions,
        least: npt.NDArray[np.float32] | None = None,
        scattered: bool = False,
    ) -> None:
        for number, segment in enumerate(self._segments):
            at, slots = segment.find(keys, least)
            if len(at):
                self._note(number, slots, first[at], last[at], scattered)

    def _note(
        self, number: int, slots: npt.NDArray[np.int32], first: Positions, last: Positions, scattered: bool
    ) -> None:
        shared: dict[tuple[int, int], Spot] = {}
        for slot, place in zip(slots.tolist(), zip(first.tolist(), last.tolist(), strict=True), strict=True):
            spot = shared.get(place)
            if spot is None:
                spot = shared[place] = Spot(*place, "", -1, -1, scattered)
            self.found[number, slot].append(spot)

    def _exact_pairs(self, rows: Rows, known: Positions) -> None:
        """Words of watched names near each other."""
        exact = self._lexicon.exact[rows[known]]
        keys: list[Hashes] = []
        firsts: list[Positions] = []
        lasts: list[Positions] = []
        for distance in range(1, WINDOW + 1):
            near = np.flatnonzero(known[distance:] - known[:-distance] <= WINDOW)
            if not len(near):
                break
            keys.append(pair(exact[near], exact[near + distance]))
            firsts.append(known[near])
            lasts.append(known[near + distance])
        if keys:
            self._look(np.concatenate(keys), np.concatenate(firsts), np.concatenate(lasts))

    def _scattered(self, rows: Rows, gate: Gates, marks: npt.NDArray[np.uint8]) -> None:
        """A rare surname, and far from it in the same field a given name; in small lists one of them may be bent."""
        known, small = marks & KNOWN > 0, self._worth.mixed
        rare = np.flatnonzero((gate & RARE > 0) & (known | small))
        named = np.flatnonzero((gate & NAMED > 0) & (known | small))
        field = np.cumsum(rows == 0)
        low = np.searchsorted(named, rare - _FAR)
        sizes = np.searchsorted(named, rare + _FAR) - low
        which = np.repeat(np.arange(len(rare)), sizes)
        other = named[np.arange(len(which)) - np.repeat(np.cumsum(sizes) - sizes - low, sizes)]
        surname = rare[which]
        fit = (np.abs(surname - other) > _BESIDE) & (field[surname] == field[other])
        fit &= known[surname] | known[other]
        a, b = np.minimum(surname, other)[fit], np.maximum(surname, other)[fit]
        _, first, number = np.unique(field[a], return_index=True, return_inverse=True)
        few = np.arange(len(a)) - first[number] < _MOST_SCATTERED
        a, b = a[few], b[few]
        if len(a):
            exact = self._lexicon.exact
            self._look(pair(exact[rows[a]], exact[rows[b]]), a, b, scattered=True)
            if small:
                self._look_bent(rows, a, b, gate, scattered=True)

    def _surnames(self, rows: Rows, surnames: Positions, tag_rows: Callable[[int], list[int]]) -> None:
        """Rare surnames alone, with a word of the person's context near them or among the tags."""
        lexicon = self._lexicon
        field = np.cumsum(rows == 0)
        times: Counter[tuple[int, str]] = Counter()
        few: list[int] = []
        for at in surnames.tolist():
            place = int(field[at]), lexicon.bares[rows[at]]
            times[place] += 1
            if times[place] <= _MOST_SURNAMES:
                few.append(at)
        if not few:
            return
        chosen = np.array(few)
        window = chosen[:, None] + _AROUND
        inside = np.clip(window, 0, len(rows) - 1)
        fit = (window == inside) & (field[inside] == field[chosen][:, None]) & (rows[inside] > 0)
        tags = [tag_rows(at) for at in few]
        near = np.concatenate([np.nonzero(fit)[0], np.repeat(np.arange(len(few)), list(map(len, tags)))])
        places = np.concatenate([inside[fit], np.array([row for each in tags for row in each], np.int64)])
        concepts, which = lexicon.concepts(rows[places])
        beside = chosen[near[which]]
        keys = pair(lexicon.exact[rows[beside]], concepts)
        for number, segment in enumerate(self._segments):
            found, slots = segment.find(keys)
            for at, slot in zip(beside[found].tolist(), slots.tolist(), strict=True):
                self.found[number, slot].append(Spot(at, at, "", -1, -1, surname=True))

    def _bent(self, rows: Rows, namey: Positions, gate: Gates, marks: npt.NDArray[np.uint8]) -> None:
        """Pairs of neighbouring name-like words under their bent forms."""
        firsts: list[Positions] = []
        lasts: list[Positions] = []
        place = np.cumsum(gate & OWN_PLACE > 0)[namey]
        for distance in range(1, WINDOW + 1):
            near = np.flatnonzero(place[distance:] - place[:-distance] <= 2)
            if distance > 2:
                near = near[namey[near + distance] - namey[near] <= WINDOW]
            firsts.append(namey[near])
            lasts.append(namey[near + distance])
        a, b = np.concatenate(firsts), np.concatenate(lasts)
        sure = (((marks[a] | marks[b]) & KNOWN) > 0) | (gate[a] & gate[b] & LOUD > 0)
        if self._worth.small:
            sure |= (gate[a] & RARE > 0) & (gate[b] & NAMED > 0)
            sure |= (gate[a] & NAMED > 0) & (gate[b] & RARE > 0)
        a, b = a[sure], b[sure]
        if len(a):
            self._look_bent(rows, a, b, gate)

    def _look_bent(
        self, rows: Rows, a: Positions, b: Positions, gate: Gates, scattered: bool = False
    ) -> None:
        """The words at `a` with those at `b`, each under its bent forms."""
        lexicon, worth = self._lexicon, self._worth
        left, right = rows[a], rows[b]
        lexicon.hear(np.concatenate([left, right]))
        keys = [
            pair(lexicon.sound[left], lexicon.sound[right]),
            pair(lexicon.stem[left], lexicon.stem[right]),
        ]
        least = np.repeat(np.array([worth.heard, worth.inflected], np.float32), len(a))
        self._look(np.concatenate(keys), np.tile(a, 2), np.tile(b, 2), least, scattered)
        foreign = gate[a] & gate[b] & OTHER_SCRIPT > 0
        bony = np.arange(len(a)) if worth.small else np.flatnonzero(foreign)
        if len(bony):
            lexicon.strip_vowels(np.concatenate([left[bony], right[bony]]))
            bones = pair(lexicon.bones[left[bony]], lexicon.bones[right[bony]])
            vowelless = np.full(len(bony), worth.vowelless, np.float32)
            self._look(bones, a[bony], b[bony], vowelless, scattered)
        if worth.mixed and not scattered:
            self._mixed(left, right, a, b)
        endings = self._memory.endings
        ended = products(endings, endings, left, right, lexicon)
        inflected = np.full(len(ended.keys), worth.inflected, np.float32)
        self._look(ended.keys, a[ended.which], b[ended.which], inflected, scattered)
        table = np.array(worth.standins, np.float32)
        for number, (segment, standins) in enumerate(zip(self._segments, self._standins, strict=True)):
            made = products(standins, standins, left, right, lexicon)
            wanted = table[made.left, made.right]
            abroad = foreign[made.which] & (made.left != MISTYPED) & (made.right != MISTYPED)
            wanted[abroad] = worth.romanised
            at, slots = segment.find(made.keys, wanted)
            self._note(number, slots, a[made.which[at]], b[made.which[at]], scattered)
            crosses = ((standins, endings), (endings, standins)) if worth.mixed else ()
            for one, two in crosses:  # a pet name, and a surname with an ending
                crossed = products(one, two, left, right, lexicon)
                at, slots = segment.find(crossed.keys)
                self._note(number, slots, a[crossed.which[at]], b[crossed.which[at]], scattered)

    def _ended(self, rows: Rows, namey: Positions) -> None:
        """Names of one word with an ending: Kaikun, of Kaiku."""
        forms, which = self._without_endings(rows[namey])
        self._look(forms, namey[which], namey[which])

    def _without_endings(self, rows: Rows) -> tuple[Hashes, Positions]:
        """(hash, position in `rows`) of the words of these rows without each ending they may have."""
        forms = self._memory.endings
        starts, sizes = forms.of(rows, self._lexicon)
        which = np.repeat(np.arange(len(rows)), sizes)
        inside = np.arange(len(which)) - np.repeat(np.cumsum(sizes) - sizes, sizes)
        at = starts[which] + inside
        listed = forms.kinds[at] != ITSELF
        return forms.flat[at[listed]], which[listed]

    def _mixed(self, left: Rows, right: Rows, a: Positions, b: Positions) -> None:
        """Each word bent in another way, and a full name where the list has an initial."""
        lexicon = self._lexicon
        lexicon.strip_vowels(np.concatenate([left, right]))
        columns = (lexicon.exact, lexicon.sound, lexicon.stem, lexicon.bones)
        keys = [pair(one[left], two[right]) for one, two in permutations(columns, 2)]
        self._look(np.concatenate(keys), np.tile(a, len(keys)), np.tile(b, len(keys)))
        for one, two in ((left, right), (right, left)):
            heads = self._hasher.many([lexicon.bares[row][:1] for row in one.tolist()], ABBREVIATED)
            self._look(pair(heads, lexicon.exact[two]), a, b)

    def _initials(self, rows: Rows, letters: Positions, gate: Gates, marks: npt.NDArray[np.uint8]) -> None:
        lexicon = self._lexicon
        letters = letters[lexicon.initial[rows[letters]] != 0]
        if not len(letters):
            return
        at = np.concatenate([letters, letters, letters])
        other = np.clip(at + np.repeat(np.array([-1, 1, 2]), len(letters)), 0, len(rows) - 1)
        fit = (marks[other] & KNOWN > 0) | self._worth.small
        fit &= gate[other] & PROPER > 0
        at, other = at[fit], other[fit]
        first, last = np.minimum(at, other), np.maximum(at, other)
        self._look(pair(lexicon.initial[rows[at]], lexicon.exact[rows[other]]), first, last)
        if self._worth.small:
            forms, which = self._without_endings(rows[other])
            self._look(pair(lexicon.initial[rows[at]][which], forms), first[which], last[which])

    def _syllables(self, rows: Rows, surnames: Positions, gate: Gates) -> None:
        """East Asian names written by syllable: Wang Xiao Tong, Xiao-tong Wang."""
        if not len(surnames):
            return
        firsts = np.concatenate([surnames, surnames - 2])
        firsts = firsts[(firsts >= 0) & (firsts + 2 < len(rows))]
        firsts = firsts[gate[firsts] & gate[firsts + 1] & gate[firsts + 2] & SHORT > 0]
        ends = [(first, first + 2) for first in firsts.tolist()]
        pairs = np.concatenate([surnames, surnames - 1])
        pairs = pairs[(pairs >= 0) & (pairs + 1 < len(rows))]
        pairs = pairs[gate[pairs] & gate[pairs + 1] & NAMEY > 0]
        ends += [(first, first + 1) for first in pairs.tolist()]
        places = [(first, last, self._spelled(rows, first, last)) for first, last in ends]
        if places:
            self._look_spelled(self._hasher.many([eastern(bare) for _, _, bare in places], SOUND), places)

    def _spoken(self, rows: Rows) -> None:
        """Handles whose sign is said in a word: jane dot roe. Each side is one chunk of one word."""
        lexicon = self._lexicon
        if not lexicon.spoken:
            return
        places: list[tuple[int, int, str]] = []
        for at in (np.flatnonzero(np.isin(rows[1:-1], list(lexicon.spoken))) + 1).tolist():
            first = at - 1
            while rows[first] and lexicon.shapes[rows[first]] & Shape.PART:
                first -= 1  # JaneRoe is the handle, not Roe
            sides = lexicon.shapes[rows[first]] | lexicon.shapes[rows[at]]
            if rows[first] and rows[at + 1] and not sides & (Shape.STOP_AFTER | Shape.COMMA_AFTER):
                sign = lexicon.spoken[int(rows[at])]
                handle = f"{lexicon.bares[rows[first]]}{sign}{lexicon.bares[rows[at + 1]]}"
                places.append((first, at + 1, handle))
        keys = self._hasher.many([handle for *_, handle in places], HANDLE)
        for number, segment in enumerate(self._segments):
            found, slots = segment.find(keys)
            for index, slot in zip(found.tolist(), slots.tolist(), strict=True):
                first, last, handle = places[index]
                self.found[number, slot].append(Spot(first, last, handle, -1, -1, said=True))

    def _joined(self, rows: Rows, gate: Gates, marks: npt.NDArray[np.uint8]) -> None:
        """Names cut into fragments ("Ja ne Roe") or letters ("J a n e"): pieces are put together and looked up."""
        lexicon = self._lexicon
        pieces = put_together(rows, gate, lexicon, self._hasher)
        if not len(pieces.first):
            return
        hashes = self._hasher.seal(pieces.poly, WORD)
        known = np.zeros(len(hashes), np.bool_)
        for number, segment in enumerate(self._segments):
            at, slots = segment.find(hashes)
            for index, slot in zip(at.tolist(), slots.tolist(), strict=True):
                first, last = int(pieces.first[index]), int(pieces.last[index])
                self.found[number, slot].append(Spot(first, last, self._spelled(rows, first, last), -1, -1))
            known |= segment.knows(hashes)
        part = np.flatnonzero(known)
        if len(part):
            self._beside(
                rows, Pieces(pieces.first[part], pieces.last[part], pieces.poly[part]), hashes[part], marks
            )

    def _beside(self, rows: Rows, pieces: Pieces, hashes: Hashes, marks: npt.NDArray[np.uint8]) -> None:
        """Pieces that make one word of a name, with the word or the pieces beside them."""
        exact = self._lexicon.exact
        by_start: dict[int, list[int]] = defaultdict(list)
        ends = list(zip(pieces.first.tolist(), pieces.last.tolist(), strict=True))
        for number, (first, _) in enumerate(ends):
            by_start[first].append(number)
        places: list[tuple[int, int, str]] = []
        left: list[int] = []
        right: list[np.uint64] = []
        for number, (first, last) in enumerate(ends):
            for other in (first - 1, last + 1):
                if 0 <= other < len(rows) and marks[other] & KNOWN:
                    places.append((min(first, other), max(last, other), self._spelled(rows, first, last)))
                    left.append(number)
                    right.append(exact[rows[other]])
            for second in by_start.get(last + 1, ())[:20]:
                start, end = ends[second]
                spelled = f"{self._spelled(rows, first, last)} {self._spelled(rows, start, end)}"
                places.append((first, end, spelled))
                left.append(number)
                right.append(hashes[second])
        if places:
            self._look_spelled(pair(hashes[np.array(left)], np.array(right, np.uint64)), places)

    def _spelled(self, rows: Rows, first: int, last: int) -> str:
        bares = self._lexicon.bares
        return "".join(bares[row] for row in rows[first : last + 1].tolist())

    def _look_spelled(self, keys: Hashes, places: list[tuple[int, int, str]]) -> None:
        for number, segment in enumerate(self._segments):
            at, slots = segment.find(keys)
            for index, slot in zip(at.tolist(), slots.tolist(), strict=True):
                first, last, bare = places[index]
                self.found[number, slot].append(Spot(first, last, bare, -1, -1))

    def _run(self, rows: Rows, position: int) -> int:
        """Look inside neighbouring words of scripts without spaces; the row where to go on: after the last one, or at it
        if a name may begin in it and end beyond."""
        lexicon = self._lexicon
        bare = lexicon.bares[rows[position]]
        after = position + 1
        edges: list[int] = []
        parting = Shape.COMMA_AFTER | Shape.STOP_AFTER
        while (
            len(bare) < _LONGEST_RUN
            and after < len(rows)
            and lexicon.gate[rows[after]] & RUN
            and not lexicon.shapes[rows[after - 1]] & parting
        ):
            edges.append(len(bare))
            bare += lexicon.bares[rows[after]]
            after += 1
        goes_on = len(bare) >= _LONGEST_RUN and after - position > 1
        heads = self._hasher.many([bare[i : i + 2] for i in range(len(bare))], RUN_HEAD)
        begun = np.zeros(len(heads), np.bool_)
        for segment in self._segments:
            begun |= segment.holds(heads)
        candidates = run_candidates(bare, np.flatnonzero(begun).tolist(), edges)
        for kind in (WORD, SOUND):
            here = [(start, end, key) for start, end, known, key in candidates if known == kind]
            if not here:
                continue
            keys = self._hasher.many([key for _, _, key in here], kind)
            for number, segment in enumerate(self._segments):
                at, slots = segment.find(keys)
                for index, slot in zip(at.tolist(), slots.tolist(), strict=True):
                    start, end, _ = here[index]
                    self.found[number, slot].append(Spot(position, after - 1, bare[start:end], start, end))
        return after - goes_on
