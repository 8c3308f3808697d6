"""From people to a `Segment`: every key under which each of them is filed.

Called by `watchlists.screener`; imports `watchlists.terms` and `watchlists.segment`. Names are taken apart once and their
words numbered; everything that follows from words (pairs, joined forms, sounds, typos) is computed for all of them at
once, so a million people are filed in seconds.
"""

from array import array
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from itertools import permutations
from typing import Any

import numpy as np
import numpy.typing as npt

from text.eastern import eastern
from text.fold import consonants, disguise_key, leet_key, sound, stem
from text.romanise import by_rule, east_asian_surnames
from watchlists.context import concepts_of
from watchlists.keys import (
    ABBREVIATED,
    ADDRESS,
    BONES,
    CONTEXT,
    HANDLE,
    INITIAL,
    PERSON,
    RUN_HEAD,
    SOUND,
    STEM,
    TYPO,
    WORD,
    Counts,
    Hasher,
    Hashes,
    known,
    pair,
    with_context,
)  # fmt: skip
from watchlists.nicknames import sounding_like
from watchlists.person import Person
from watchlists.rarity import RARE_GIVEN, RARE_SURNAME, bits
from watchlists.segment import (
    LONGEST_TYPO,
    MIXED_UP_TO,
    SHORTEST_TYPO,
    Bytes,
    Segment,
    Slots,
    filter_of,
    pack,
    seal,
)
from watchlists.terms import Keys, is_given, keys_of, simple_handle, simple_part

ANY_WORTH = 255
Rarity = npt.NDArray[np.float32]
"""Of each word, its bits as given name and as surname."""
_TICKS = 2048
_MANY, _HEAD_BITS = 100_000, 3


class _Filed:
    """What has been taken in, by kind, before it is hashed."""

    def __init__(self) -> None:
        self.words: dict[str, int] = {}
        self.two = array("q")
        """(word, word, slot) of names of two plain words: pairs, initial and joined forms follow from these."""
        self.pairs: dict[str, array[int]] = {"left": array("q"), "right": array("q"), "slots": array("q")}
        self.initials: dict[str, array[int]] = {"right": array("q"), "slots": array("q")}
        self.letters: list[tuple[int, str]] = []
        self.strings: dict[int, list[str]] = {kind: [] for kind in (WORD, HANDLE, ADDRESS, SOUND, RUN_HEAD)}
        self.slots: dict[int, array[int]] = {kind: array("q") for kind in self.strings}
        self.concepts: dict[str, int] = {}
        self.contexts: dict[tuple[str, ...], list[int]] = {}
        """Context terms, as people list them -> numbers of what they say."""
        self.said = array("q")
        """Those numbers, one person after the other."""
        self.sizes = array("q")
        """How many of them each person has."""
        self.records = bytearray()
        self.ends = array("q")
        """Where each person's record ends."""
        self.ids: list[str] = []
        self._simple: dict[str, int] = {}
        """Number of the word that a chunk of a name is; -1 for one that needs a closer look."""

    def take(self, person: Person, slot: int) -> None:
        """File one person."""
        self.records += pack(person)
        self.ends.append(len(self.records))
        self.ids.append(person.id)
        said = self.contexts.get(person.context)
        if said is None:
            said = self.contexts[person.context] = self._numbers_of(person.context)
        self.said.extend(said)
        self.sizes.append(len(said))
        if person.urls or not self._take_plain(person, slot):
            self._file(keys_of(person), slot)

    def _numbers_of(self, context: tuple[str, ...]) -> list[int]:
        said = dict.fromkeys(concept for term in context for concept in concepts_of(term))
        return [self.concepts.setdefault(concept, len(self.concepts)) for concept in said]

    def _take_plain(self, person: Person, slot: int) -> bool:
        """File somebody whose names are two plain words each, as most are; False if they need a closer look."""
        if person.aliases and _is_called_by_part(person):
            return False
        filed: list[int] = []
        known = self._simple
        for term in person.names + person.aliases:
            chunks = term.split()
            if len(chunks) != 2:
                return False
            for chunk in chunks:
                number = known.get(chunk)
                filed.append(self._number_of(chunk) if number is None else number)
            filed.append(slot)
        handles = list(map(simple_handle, person.handles))
        if -1 in filed or "" in handles:
            return False
        self.two.extend(filed)
        self.strings[HANDLE] += handles
        for handle in handles:
            self.slots[HANDLE].append(slot)
            if handle.isalpha():
                self._single(WORD, handle, slot)
        return True

    def _number_of(self, chunk: str) -> int:
        word = simple_part(chunk)
        number = self._simple[chunk] = self.words.setdefault(word, len(self.words)) if word else -1
        return number

    def _file(self, keys: Keys, slot: int) -> None:
        words = self.words
        for left, right in keys.pairs:
            self.pairs["left"].append(words.setdefault(left, len(words)))
            self.pairs["right"].append(words.setdefault(right, len(words)))
            self.pairs["slots"].append(slot)
        for kind, initials in ((INITIAL, keys.initials), (ABBREVIATED, keys.abbreviated)):
            for letter, surname in initials:
                self.letters.append((kind, letter))
                self.initials["right"].append(words.setdefault(surname, len(words)))
                self.initials["slots"].append(slot)
        for kind, string in keys.singles:
            self._single(kind, string, slot)

    def _single(self, kind: int, string: str, slot: int) -> None:
        self.strings[kind].append(string)
        self.slots[kind].append(slot)


def _is_called_by_part(person: Person) -> bool:
    """Whether an alias begins with the beginning of a given name, so that the surname may follow it, too."""
    heads = [term.split(None, 1)[0].lower() for term in person.names + person.aliases if term.strip()]
    calls = heads[len(heads) - len(person.aliases) :]
    return any(name != call and name.startswith(call) for name in heads for call in calls)


class _Gathered:
    """Keys with their slots and worth, gathered part by part."""

    def __init__(self) -> None:
        self._keys: list[Hashes] = []
        self._slots: list[Slots] = []
        self._worth: list[Bytes] = []

    def add(self, keys: Hashes, slots: Any, worth: Bytes | None = None) -> None:
        """Keys of one kind; without `worth` they are always looked at."""
        self._keys.append(keys)
        self._slots.append(np.asarray(slots, np.int32))
        self._worth.append(np.full(len(keys), ANY_WORTH, np.uint8) if worth is None else worth)

    def sorted(self) -> tuple[Hashes, Slots, Bytes]:
        """Everything by key, without repeats."""
        keys, slots, worth = (
            np.concatenate(self._keys),
            np.concatenate(self._slots),
            np.concatenate(self._worth),
        )
        keys, slots, worth = _in_order(keys, slots, worth)
        fresh = np.ones(len(keys), np.bool_)
        fresh[1:] = (keys[1:] != keys[:-1]) | (slots[1:] != slots[:-1])
        return keys[fresh], slots[fresh], worth[fresh]


def _in_order(keys: Hashes, slots: Slots, worth: Bytes) -> tuple[Hashes, Slots, Bytes]:
    """All three by key, equal keys as they were; many of them on two cores, by the keys' heads."""
    if len(keys) < _MANY:
        order = np.argsort(keys, kind="stable")
        return keys[order], slots[order], worth[order]

    def one(head: int) -> tuple[Hashes, Slots, Bytes]:
        here = np.flatnonzero(heads == head)
        order = here[np.argsort(keys[here], kind="stable")]
        return keys[order], slots[order], worth[order]

    heads = (keys >> np.uint64(64 - _HEAD_BITS)).astype(np.uint8)
    with ThreadPoolExecutor(2) as threads:
        parts = list(threads.map(one, range(1 << _HEAD_BITS)))
    keys, slots, worth = (np.concatenate(column) for column in zip(*parts, strict=True))
    return keys, slots, worth


def build(people: Iterable[Person], hasher: Hasher, key: bytes, nonce: bytes, tick: Any = None) -> Segment:
    """File people under every key. `tick(n)` is called now and then with how many have been taken in."""
    filed = _Filed()
    for slot, person in enumerate(people):
        filed.take(person, slot)
        if tick is not None and slot % _TICKS == _TICKS - 1:
            tick(slot + 1)
    return _segment(filed, hasher, key, nonce)


def merged(
    segments: Iterable[Segment], hasher: Hasher, key: bytes, nonce: bytes, tick: Any = None
) -> Segment:
    """One segment with everybody who is still watched in any of these."""
    return build((person for segment in segments for person in segment.people()), hasher, key, nonce, tick)


def _segment(filed: _Filed, hasher: Hasher, key: bytes, nonce: bytes) -> Segment:
    words = list(filed.words)
    exact, polys, sizes = _plain(words, hasher)
    gathered = _Gathered()
    two = _numbers(filed.two).reshape(-1, 3)
    left, right, slots = (
        np.concatenate([two[:, column], _numbers(filed.pairs[side])])
        for column, side in enumerate(("left", "right", "slots"))
    )
    rarity = np.array([bits(word) for word in words], np.float32).reshape(-1, 2)
    worth = _worth(rarity, left, right)
    latin = [word if word.isascii() else by_rule(word) for word in words]
    gathered.add(pair(exact[left], exact[right]), slots, worth)
    heard = [
        hasher.many(list(forms), kind)
        for kind, forms in (
            (SOUND, map(sound, latin)),
            (STEM, map(stem, words)),
            (BONES, map(consonants, latin)),
        )
    ]
    for hashes in heard:
        gathered.add(pair(hashes[left], hashes[right]), slots, worth)
    if len(filed.ids) <= MIXED_UP_TO:
        for a, b in permutations((exact, *heard), 2):
            gathered.add(pair(a[left], b[right]), slots, worth)
    like = [sounding_like(word) for word in words]
    listed = np.flatnonzero(np.array([bool(name) for name in like], np.bool_)[left])
    if len(listed):
        formal = hasher.many(list(map(disguise_key, like)), WORD)
        gathered.add(pair(formal[left[listed]], exact[right[listed]]), slots[listed], worth[listed])
    _file_two(filed, two, words, rarity, exact, polys, sizes, hasher, gathered)
    if filed.letters:
        surnames = _numbers(filed.initials["right"])
        initials = {
            kind: hasher.many([letter for _, letter in filed.letters], kind)
            for kind in (INITIAL, ABBREVIATED)
        }
        letters = np.where(
            [kind == INITIAL for kind, _ in filed.letters], initials[INITIAL], initials[ABBREVIATED]
        )
        gathered.add(pair(letters, exact[surnames]), filed.initials["slots"])
    _file_surnames(filed, rarity, exact, (left, right, slots), hasher, gathered)
    for kind, strings in filed.strings.items():
        if strings:
            folded = list(map(disguise_key, strings)) if kind == WORD else strings
            gathered.add(hasher.many(folded, kind), filed.slots[kind])
    gathered.add(known(exact), np.full(len(exact), -1))
    keys, key_slots, key_worth = gathered.sorted()
    typo_keys, typo_words = _typos(words, exact, hasher)
    ids = hasher.many(filed.ids, PERSON)
    order = np.argsort(ids, kind="stable")
    return Segment(
        key=key,
        nonce=nonce,
        keys=keys,
        slots=key_slots,
        worth=key_worth,
        filter=filter_of(keys),
        typo_keys=typo_keys,
        typo_words=typo_words,
        typo_filter=filter_of(typo_keys),
        ends=_numbers(filed.ends).copy(),
        records=seal(key, nonce, filed.records),
        ids=ids[order],
        id_slots=order.astype(np.int32),
        alive=np.ones(len(ids), np.bool_),
    )


def _numbers(numbers: "array[int]") -> Counts:
    return np.frombuffer(numbers, np.int64) if len(numbers) else np.empty(0, np.int64)


def _plain(words: list[str], hasher: Hasher) -> tuple[Hashes, Hashes, Counts]:
    """(hash, polynomial, length) of each word without disguises."""
    folded = list(map(disguise_key, words))
    letters = hasher.letters(folded)
    return hasher.seal(letters.whole(), WORD), letters.whole(), letters.ends - letters.starts


def _file_two(
    filed: _Filed,
    two: Counts,
    words: list[str],
    rarity: Rarity,
    exact: Hashes,
    polys: Hashes,
    sizes: Counts,
    hasher: Hasher,
    gathered: _Gathered,
) -> None:
    """Initial and joined forms of the names of two plain words."""
    left, right, slots = two.T
    if not len(left):
        return
    initials = hasher.many([word[0] for word in words], INITIAL)
    gathered.add(pair(initials[left], exact[right]), slots)
    given = np.fromiter(map(is_given, words), np.bool_, len(words))
    rare = rarity[:, 0] >= RARE_GIVEN  # as `terms.is_rare_given`
    turned = np.flatnonzero((given[right] & ~given[left]) | rare[left])  # as `terms.is_surname_first`
    gathered.add(pair(initials[right[turned]], exact[left[turned]]), slots[turned])
    for a, b in ((left, right), (right, left)):
        gathered.add(hasher.seal(hasher.joined(polys[a], polys[b], sizes[b]), WORD), slots)
    surnames = east_asian_surnames()
    in_east = np.fromiter((word in surnames for word in words), np.bool_, len(words))
    for at in np.flatnonzero(in_east[left] | in_east[right]).tolist():
        a, b, slot = words[left[at]], words[right[at]], int(slots[at])
        for joined in (a + b, b + a):
            filed.strings[SOUND].append(eastern(joined))
            filed.slots[SOUND].append(slot)


def _file_surnames(
    filed: _Filed,
    rarity: Rarity,
    exact: Hashes,
    pairs: tuple[Counts, Counts, Counts],
    hasher: Hasher,
    gathered: _Gathered,
) -> None:
    """Rare surnames (as `watchlists.surname` takes them from a name) with each context word of their person."""
    concepts, sizes_of = _numbers(filed.said), _numbers(filed.sizes)
    if not len(concepts):
        return
    left, right, slots = pairs
    first_name = np.array(list(map(is_given, filed.words)), np.bool_)
    rare = (rarity[:, 1] >= RARE_SURNAME) & ~first_name
    hashes = hasher.many(list(filed.concepts), CONTEXT)
    starts_of = np.cumsum(sizes_of) - sizes_of
    for word, fit in ((right, rare[right]), (left, rare[left] & first_name[right])):
        named, slot = word[fit], slots[fit]
        sizes = sizes_of[slot]
        inside = np.arange(int(sizes.sum())) - np.repeat(np.cumsum(sizes) - sizes, sizes)
        said = concepts[np.repeat(starts_of[slot], sizes) + inside]
        named = np.repeat(named, sizes)
        distinct = np.unique(named)
        gathered.add(pair(exact[named], hashes[said]), np.repeat(slot, sizes))
        gathered.add(with_context(exact[distinct]), np.full(len(distinct), -1))


def _worth(rarity: Rarity, left: Counts, right: Counts) -> Bytes:
    """Bits of each pair of words as given name and surname, in the order that makes it more common."""
    if not len(left):
        return np.empty(0, np.uint8)
    given, surname = rarity.T
    both = np.minimum(given[left] + surname[right], surname[left] + given[right])
    worth: Bytes = np.clip(both, 0, ANY_WORTH - 1).astype(np.uint8)
    return worth


def _typos(words: list[str], exact: Hashes, hasher: Hasher) -> tuple[Hashes, Hashes]:
    """(hash of a word or of the word with one letter left out, hash of the word), sorted."""
    fit = [
        number
        for number, word in enumerate(words)
        if SHORTEST_TYPO <= len(word) <= LONGEST_TYPO and word.isascii()
    ]
    keys: list[Hashes] = [np.empty(0, np.uint64)]
    owners: list[Counts] = [np.empty(0, np.int64)]
    for start in range(0, len(fit), 2048):
        block = np.array(fit[start : start + 2048], np.int64)
        letters = hasher.letters([leet_key(words[number]) for number in block.tolist()])
        shorter, which = hasher.shortened(letters)
        keys.append(hasher.seal(np.concatenate([letters.whole(), shorter]), TYPO))
        owners.append(np.concatenate([block, block[which]]))
    every, owner = np.concatenate(keys), np.concatenate(owners)
    order = np.argsort(every)
    return every[order], exact[owner[order]]
