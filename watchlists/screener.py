"""`Screener`: finds watched people in texts.

Called by handlers and the command line, off the event loop; imports `text` and its own package, never a database or a
chat library.

Invariants: a read sees either all of a change or nothing of it; a removed person is not found by any read that starts
after `remove` returns, and nothing of them is left in memory or file once compaction is through; a batch's answer does
not depend on what else is in the batch.
"""

import secrets
import threading
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

import numpy as np

from text.fold import consonants, endings_of, sound, stem
from watchlists import index_file
from watchlists.candidates import Finder, Spot
from watchlists.comparing import same_word
from watchlists.context import (
    about,
    concepts_of,
    context_words,
    may_have_context,
    places_of,
    terms_of,
)
from watchlists.cues import meanings, profession_in, readings_of
from watchlists.finding import without_others
from watchlists.indexing import build, merged
from watchlists.keys import PERSON, Hasher
from watchlists.lexicon import Lexicon, gate_of
from watchlists.match import Match
from watchlists.person import Person, Text
from watchlists.rarity import bits, is_everyday, is_in_use, wordiness
from watchlists.reading import Reading
from watchlists.scoring import Judge
from watchlists.segment import Segment
from watchlists.standins import Memory
from watchlists.surname import speaks_for
from watchlists.surroundings import around
from watchlists.terms import part, simple_part
from watchlists.verdict import Verdict, decide, explained_away, plausible, worth

BATCH = 512
SMALL = 4_096
"""Segments up to this size are rewritten at once when a person leaves them; larger ones in the background."""
_MOST_SPOTS = 40
"""Places of one text that are judged for one person; of more, the first and the last ones among those whose words around
them differ."""
_SURROUNDING = 8
"""Rows on either side of a spot that tell whether another one repeats it."""

_MEMORIES = (
    part,
    simple_part,
    same_word,
    bits,
    wordiness,
    is_everyday,
    is_in_use,
    sound,
    stem,
    consonants,
    endings_of,
    context_words,
    about,
    profession_in,
    terms_of,
    gate_of,
    concepts_of,
    meanings,
    readings_of,
)
"""What remembers words of names between texts; emptied when somebody is forgotten."""

Tick = Callable[[int], None]


class Screener:
    """Watched people and the search for them. Reads are safe while another thread puts or removes."""

    def __init__(
        self, people: Iterable[Person] = (), *, key: bytes | None = None, tick: Tick | None = None
    ) -> None:
        """Index people. `key` (32 bytes) seals the index and its file; `tick(n)` hears how many have been indexed."""
        self._key = key or secrets.token_bytes(32)
        self._hasher = Hasher(self._key)
        self._lexicon = Lexicon(self._hasher)
        self._memory = Memory(self._hasher)
        self._changing = threading.RLock()
        self._reading = threading.Lock()
        self._segments: tuple[Segment, ...] = ()
        self._compaction: threading.Thread | None = None
        self._compacting = False
        self.stamp = ""
        """Opaque to the screener: what the caller saved with the file, such as the last change it had seen."""
        first = build(people, self._hasher, self._key, secrets.token_bytes(16), tick)
        self._segments = (self._without_twins(first),) if len(first) else ()

    @classmethod
    def open(cls, path: Path, key: bytes) -> "Screener":
        """A screener over a saved index, mapped and shared with other processes. Raises IndexFileError."""
        screener = cls(key=key)
        segment, screener.stamp = index_file.load(path, key)
        screener._segments = (segment,) if len(segment) else ()
        return screener

    def save(self, path: Path, stamp: str = "") -> None:
        """Write the index (compacted) for `open`; replaces the file in one step. It holds no readable name."""
        self.compact()
        with self._changing:
            segments = self._segments
        whole = segments[0] if len(segments) == 1 else self._merge(segments)
        if len(segments) > 1:
            self._forget_words()  # as after a compaction
        index_file.save(path, self._key, whole, stamp)
        self.stamp = stamp

    def __len__(self) -> int:
        return sum(int(segment.alive.sum()) for segment in self._segments)

    def __contains__(self, person_id: str) -> bool:
        return any(segment.slot_of(self._id_hash(person_id)) >= 0 for segment in self._segments)

    def put(self, person: Person) -> None:
        """Add a person or replace the one with the same id; visible at once."""
        self.put_all([person])

    def put_all(self, people: Iterable[Person]) -> None:
        """Add or replace several at once; far cheaper than one by one."""
        fresh = self._without_twins(build(people, self._hasher, self._key, secrets.token_bytes(16)))
        if not len(fresh):
            return
        with self._changing:
            ids = [person.id for person in fresh.people()]
            replaces = any(person_id in self for person_id in ids)
            kept = list(self._dropped(ids))
            small = [fresh]
            while len(kept) > 1 and len(kept[-1]) <= 2 * sum(map(len, small)):
                small.append(kept.pop())
            kept.append(self._merge(small) if len(small) > 1 else fresh)
            self._swap(tuple(kept))
        if replaces:
            self._forget_words()

    def remove(self, person_id: str) -> None:
        """Forget a person; unknown ids are no error."""
        with self._changing:
            if person_id not in self:
                return
            self._swap(self._dropped([person_id]))
        self._forget_words()

    def _forget_words(self) -> None:
        """Empty every memo that may hold a word of somebody's names."""
        with self._reading:
            for memory in _MEMORIES:
                memory.cache_clear()
            self._lexicon.clear()

    def compact(self) -> None:
        """Merge every segment into one, without those removed. Reads go on meanwhile."""
        with self._changing:
            if len(self._segments) > 1 or any(not segment.alive.all() for segment in self._segments):
                whole = self._merge(self._segments)
                self._swap((whole,) if len(whole) else ())

    def matches(self, items: Sequence[Text]) -> list[list[Match]]:
        """Who is found in each text, the surest first."""
        found: list[list[Match]] = []
        for start in range(0, len(items), BATCH):
            found += self._batch(items[start : start + BATCH])
        return found

    def _batch(self, items: Sequence[Text]) -> list[list[Match]]:
        with self._reading:
            segments = self._segments
            if not segments:
                return [[] for _ in items]
            reading = Reading(items, self._lexicon)
            size = len(self)
            finder = Finder(segments, self._lexicon, self._hasher, self._memory, worth(size))
            finder.search(reading.rows, reading.tag_rows)
            answers: list[list[tuple[Match, bool]]] = [[] for _ in items]
            alike: dict[tuple[object, ...], dict[int, Verdict]] = {}
            for person, spots in finder.people():
                terms = person.names, person.aliases, person.handles, person.urls, person.context, *spots
                verdicts = alike.get(terms)
                if verdicts is None:
                    verdicts = alike[terms] = _verdicts(person, reading, spots, size)
                for text, verdict in verdicts.items():
                    match = verdict.match_for(person)
                    if match is not None:
                        answers[text].append((match, verdict.bent))
        return [
            sorted(explained_away(answer), key=lambda match: (-match.score, match.person))
            for answer in answers
        ]

    def _id_hash(self, person_id: str) -> int:
        return int(self._hasher.many([person_id], PERSON)[0])

    def _dropped(self, ids: list[str]) -> tuple[Segment, ...]:
        """The segments without these people; small ones are rewritten, large ones marked and compacted later."""
        hashes = [self._id_hash(person_id) for person_id in ids]
        kept: list[Segment] = []
        for segment in self._segments:
            slots = [slot for value in hashes if (slot := segment.slot_of(value)) >= 0]
            for slot in slots:
                segment.alive[slot] = False
            if slots and len(segment) <= SMALL:
                smaller = self._merge([segment])
                if len(smaller):
                    kept.append(smaller)
                continue
            if slots:
                self._compact_later()
            kept.append(segment)
        return tuple(kept)

    def _compact_later(self) -> None:
        if not self._compacting:
            self._compacting = True
            self._compaction = threading.Thread(
                target=self._compact_quietly, name="watchlist-compaction", daemon=True
            )
            self._compaction.start()

    def _compact_quietly(self) -> None:
        """Rebuild segments until nothing of those removed is left in them."""
        try:
            while not self._rebuilt():
                pass
        except BaseException:
            self._compacting = False
            raise
        finally:
            self._forget_words()  # merging reads names, also of somebody who is removed meanwhile

    def _rebuilt(self) -> bool:
        """Rebuild the segments that people were removed from, and carry over who is removed meanwhile; -> whether that was
        possible, or one of them was merged with another meanwhile."""
        before = tuple(segment for segment in self._segments if not segment.alive.all())
        whole = self._merge(before)
        with self._changing:
            if any(old not in self._segments for old in before):
                return False
            for old in before:
                for slot in (~old.alive).nonzero()[0].tolist():
                    [person] = old.unsealed(np.array([slot]))
                    gone = whole.slot_of(self._id_hash(person.id))
                    if gone >= 0 and not self._elsewhere(before, person.id):
                        whole.alive[gone] = False
            now = (whole, *(segment for segment in self._segments if segment not in before))
            self._swap(tuple(sorted(filter(len, now), key=len, reverse=True)))
            self._compacting = any(not segment.alive.all() for segment in self._segments)
            return not self._compacting  # from here on a removal starts another

    def _elsewhere(self, segments: Iterable[Segment], person_id: str) -> bool:
        return any(segment.slot_of(self._id_hash(person_id)) >= 0 for segment in segments)

    def _merge(self, segments: Iterable[Segment]) -> Segment:
        return merged(segments, self._hasher, self._key, secrets.token_bytes(16))

    def _without_twins(self, segment: Segment) -> Segment:
        """If an id was given twice, the later person stays."""
        same = segment.ids[1:] == segment.ids[:-1]
        for at in same.nonzero()[0].tolist():
            segment.alive[min(segment.id_slots[at], segment.id_slots[at + 1])] = False
        return self._merge([segment]) if same.any() else segment

    def _swap(self, segments: tuple[Segment, ...]) -> None:
        self._segments = segments


def _verdicts(person: Person, reading: Reading, spots: list[Spot], size: int) -> dict[int, Verdict]:
    """What each text says of a person, and of whoever has the same terms."""
    judge = Judge(person)
    judged = {
        text: _judged(judge, reading, text, here, size) for text, here in _by_text(reading, spots).items()
    }
    return {text: verdict for text, verdict in judged.items() if verdict is not None}


def _judged(judge: Judge, reading: Reading, text: int, spots: list[Spot], size: int) -> Verdict | None:
    fields = reading.fields_of(text)
    found = without_others([finding for spot in spots for finding in judge.findings(reading, spot)])
    if not found:
        return None
    helped = may_have_context(judge.person, reading, text)
    if not any(plausible(finding, helped, len(found) == 1, size) for finding in found):
        return None
    context = places_of(judge.person, judge.words, reading, fields) if helped else {}
    weighed = ((finding, around(judge.person, finding, reading, context)) for finding in found)
    judged = [
        (finding, near)
        for finding, near in weighed
        if not finding.surname_only or speaks_for(context, finding, reading)
    ]
    if not judged:
        return None
    return decide(judged, reading, size)


def _by_text(reading: Reading, spots: list[Spot]) -> dict[int, list[Spot]]:
    """A person's spots by text, without repeats, as many of each text as are judged."""
    found: dict[int, list[Spot]] = defaultdict(list)
    for spot in dict.fromkeys(spots):
        field = reading.field_of(spot.first)
        if field == reading.field_of(spot.last):
            found[reading.text_of(field)].append(spot)
    for text, here in found.items():
        if len(here) > _MOST_SPOTS:
            found[text] = _telling(reading, here)
    return found


def _telling(reading: Reading, spots: list[Spot]) -> list[Spot]:
    """The spots of a text that are worth a look where they are many, so that none is hidden behind what is said again
    and again, be it with another number each time."""
    rows = reading.without_numbers()
    different: dict[tuple[object, ...], Spot] = {}
    for spot in sorted(spots, key=lambda each: each.first):
        first, end = reading.bounds(reading.field_of(spot.first))
        low, high = max(first, spot.first - _SURROUNDING), min(end, spot.last + 1 + _SURROUNDING)
        place = spot._replace(first=spot.first - low, last=spot.last - low)
        different.setdefault((place, *rows[low:high]), spot)
    kept = list(different.values())
    half = _MOST_SPOTS // 2
    return kept if len(kept) <= _MOST_SPOTS else [*kept[:half], *kept[-half:]]
