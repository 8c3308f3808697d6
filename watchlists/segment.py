"""One immutable piece of the index: keys of a set of people, in arrays that can be mapped from a file.

    keys      sorted 64-bit keys (pairs of name words, joined names, handles, addresses, known words)
    slots     the person that each key belongs to; -1 for a known word
    worth     bits of the pair of name words that a key stands for; 255 for other keys
    filter    a bit field over the keys' head: most look-ups end here
    typo_keys, typo_words, typo_filter   words with one letter left out -> the word itself
    ends, records   each person, sealed (AES-CTR under the index key); `ids` finds the slot of a person's id

Built by `build`, asked by `watchlists.candidates`, stored by `watchlists.index_file`. Nothing in it can be read without
the key.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import orjson
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

from text.fold import consonants, disguise_key, sound, stem
from text.romanise import by_rule
from watchlists.keys import Hasher, Hashes, known, pair
from watchlists.person import Person
from watchlists.rarity import bits
from watchlists.terms import Keys, keys_of

ARRAYS = (
    "keys",
    "slots",
    "worth",
    "filter",
    "typo_keys",
    "typo_words",
    "typo_filter",
    "ends",
    "records",
    "ids",
    "id_slots",
)
SHORTEST_TYPO = 4
LONGEST_TYPO = 14

Slots = npt.NDArray[np.int32]
Bytes = npt.NDArray[np.uint8]


def heard(bare: str) -> tuple[str, str, str]:
    """The sound, stem and consonant forms of a folded word, marked by kind."""
    latin = bare if bare.isascii() else by_rule(bare)
    return f"~{sound(latin)}", f"^{stem(bare)}", f"%{consonants(latin)}"


def shorter_by_one(key: str) -> list[str]:
    """A word and the words with one of its letters left out, marked."""
    return [f"-{key}", *{f"-{key[:i]}{key[i + 1 :]}" for i in range(len(key))}]


@dataclass(frozen=True, slots=True, eq=False)
class Segment:
    """See the module's docstring for the arrays."""

    key: bytes
    nonce: bytes
    keys: Hashes
    slots: Slots
    worth: Bytes
    filter: Bytes
    typo_keys: Hashes
    typo_words: Hashes
    typo_filter: Bytes
    ends: npt.NDArray[np.int64]
    records: Bytes
    ids: Hashes
    id_slots: Slots
    alive: npt.NDArray[np.bool_]
    """Which slots are still watched; the one array that changes, and only from True to False."""

    def __len__(self) -> int:
        return len(self.ends)

    def find(self, wanted: Hashes, least: float = 0.0) -> tuple[npt.NDArray[np.int64], Slots]:
        """(position in `wanted`, slot) of every key that is filed here and worth at least so many bits."""
        hits = np.flatnonzero(_passes(self.filter, wanted))
        if not len(hits):
            return hits, np.empty(0, np.int32)
        positions, entries = _ranges(self.keys, wanted[hits], hits)
        if least > 0 and len(entries):
            enough = self.worth[entries] >= least
            positions, entries = positions[enough], entries[enough]
        return positions, self.slots[entries]

    def holds(self, keys: Hashes) -> npt.NDArray[np.bool_]:
        """Which keys may be filed here (a few others pass too)."""
        return _passes(self.filter, keys)

    def knows(self, words: Hashes) -> npt.NDArray[np.bool_]:
        """Which word hashes are part of some watched name (a few others pass too)."""
        return _passes(self.filter, known(words))

    def near(self, shortened: Hashes) -> tuple[npt.NDArray[np.int64], Hashes]:
        """(position in `shortened`, word hash) of watched words that share a shortened form."""
        hits = np.flatnonzero(_passes(self.typo_filter, shortened))
        if not len(hits):
            return hits, np.empty(0, np.uint64)
        positions, entries = _ranges(self.typo_keys, shortened[hits], hits)
        return positions, self.typo_words[entries]

    def slot_of(self, id_hash: int) -> int:
        """The slot of a person by the hash of their id, or -1."""
        at = int(np.searchsorted(self.ids, np.uint64(id_hash)))
        if at < len(self.ids) and int(self.ids[at]) == id_hash and self.alive[self.id_slots[at]]:
            return int(self.id_slots[at])
        return -1

    def person(self, slot: int) -> Person:
        """The person in a slot, unsealed."""
        start = int(self.ends[slot - 1]) if slot else 0
        return _unpack(
            _crypt(self.key, self.nonce, self.records[start : int(self.ends[slot])].tobytes(), start)
        )

    def people(self) -> Iterator[Person]:
        """Everybody still watched here."""
        for slot in np.flatnonzero(self.alive):
            yield self.person(int(slot))


def _passes(field: Bytes, wanted: Hashes) -> npt.NDArray[np.bool_]:
    shift = np.uint64(64 - (len(field).bit_length() - 1 + 3))
    head = wanted >> shift
    bits = field[(head >> np.uint64(3)).astype(np.int64)]
    found: npt.NDArray[np.bool_] = (bits >> (head & np.uint64(7)).astype(np.uint8)) & 1 > 0
    return found


def _ranges(
    keys: Hashes, wanted: Hashes, positions: npt.NDArray[np.int64]
) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]:
    """(position, entry of `keys`) for every entry equal to a wanted key."""
    low = np.searchsorted(keys, wanted, "left")
    counts = np.searchsorted(keys, wanted, "right") - low
    total = int(counts.sum())
    if not total:
        return positions[:0], positions[:0]
    inside = np.arange(total) - np.repeat(np.cumsum(counts) - counts, counts)
    return np.repeat(positions, counts), np.repeat(low, counts) + inside


def _filter(keys: Hashes) -> Bytes:
    size = 64
    while size < len(keys) * 2:
        size *= 2
    shift = np.uint64(64 - (size.bit_length() - 1 + 3))
    field = np.zeros(size * 8, np.bool_)
    field[(keys >> shift).astype(np.int64)] = True
    return np.packbits(field, bitorder="little")


def _crypt(key: bytes, nonce: bytes, data: bytes, offset: int) -> bytes:
    counter = int.from_bytes(nonce, "big") + offset // 16
    stream = Cipher(algorithms.AES(key), modes.CTR((counter % (1 << 128)).to_bytes(16, "big"))).encryptor()
    stream.update(bytes(offset % 16))
    return stream.update(data)


def _pack(person: Person) -> bytes:
    return orjson.dumps(
        [
            person.id,
            person.names,
            person.aliases,
            person.handles,
            person.urls,
            person.context,
            list(person.not_me),
        ]
    )


def _unpack(record: bytes) -> Person:
    person_id, names, aliases, handles, urls, context, not_me = orjson.loads(record)
    return Person(
        person_id,
        tuple(names),
        tuple(aliases),
        tuple(handles),
        tuple(urls),
        tuple(context),
        frozenset(not_me),
    )


class _Words:
    """Every distinct word of the names being filed, numbered."""

    def __init__(self) -> None:
        self.numbers: dict[str, int] = {}

    def number(self, bare: str) -> int:
        return self.numbers.setdefault(bare, len(self.numbers))


def build(people: Iterable[Person], hasher: Hasher, key: bytes, nonce: bytes, tick: Any = None) -> Segment:
    """File people under every key. `tick(n)` is called now and then with how many have been taken in."""
    words = _Words()
    left: list[int] = []
    right: list[int] = []
    pair_slots: list[int] = []
    initials: list[tuple[str, int]] = []
    initial_slots: list[int] = []
    singles: list[str] = []
    single_slots: list[int] = []
    records: list[bytes] = []
    ids: list[str] = []
    number = words.number
    for slot, person in enumerate(people):
        keys: Keys = keys_of(person)
        for a, b in keys.pairs:
            left.append(number(a))
            right.append(number(b))
            pair_slots.append(slot)
        for letter, surname in keys.initials:
            initials.append((letter, number(surname)))
            initial_slots.append(slot)
        singles += keys.singles
        single_slots += [slot] * len(keys.singles)
        records.append(_pack(person))
        ids.append(person.id)
        if tick is not None and slot % 2048 == 2047:
            tick(slot + 1)
    return _arrays(
        hasher, key, nonce, list(words.numbers), np.array(left, np.int64), np.array(right, np.int64),
        np.array(pair_slots, np.int32), initials, np.array(initial_slots, np.int32), singles,
        np.array(single_slots, np.int32), records, ids,
    )  # fmt: skip


def _arrays(
    hasher: Hasher, key: bytes, nonce: bytes, words: list[str], left: Any, right: Any, pair_slots: Slots,
    initials: list[tuple[str, int]], initial_slots: Slots, singles: list[str], single_slots: Slots,
    records: list[bytes], ids: list[str],
) -> Segment:  # fmt: skip
    folded = [disguise_key(word) for word in words]
    exact = hasher.many(folded)
    forms = [heard(word) for word in words]
    kinds = [exact, *(hasher.many([form[kind] for form in forms]) for kind in range(3))]
    parts = [pair(hashes[left], hashes[right]) for hashes in kinds]
    slots = [pair_slots] * len(parts)
    if initials:
        letters = hasher.many([f"'{letter}" for letter, _ in initials])
        parts.append(pair(letters, exact[np.array([surname for _, surname in initials])]))
        slots.append(initial_slots)
    parts.append(
        hasher.many([single if single[0] in "@/=~<" else f"={disguise_key(single)}" for single in singles])
    )
    slots.append(single_slots)
    parts.append(known(exact))
    slots.append(np.full(len(exact), -1, np.int32))
    every, every_slots = np.concatenate(parts), np.concatenate(slots)
    worth = np.full(len(every), 255, np.uint8)
    worth[: len(kinds) * len(left)] = np.tile(_worth(words, left, right), len(kinds))
    order = np.argsort(every, kind="stable")
    every, every_slots, worth = every[order], every_slots[order], worth[order]
    fresh = np.ones(len(every), np.bool_)
    fresh[1:] = (every[1:] != every[:-1]) | (every_slots[1:] != every_slots[:-1])
    every, every_slots, worth = every[fresh], every_slots[fresh], worth[fresh]
    typo_keys, typo_words = _typos(hasher, folded, exact)
    id_hashes = hasher.many([f"#{person_id}" for person_id in ids])
    id_order = np.argsort(id_hashes)
    blob = _crypt(key, nonce, b"".join(records), 0)
    return Segment(
        key=key,
        nonce=nonce,
        keys=every,
        slots=every_slots,
        worth=worth,
        filter=_filter(every),
        typo_keys=typo_keys,
        typo_words=typo_words,
        typo_filter=_filter(typo_keys),
        ends=np.cumsum(np.array([len(record) for record in records], np.int64)),
        records=np.frombuffer(blob, np.uint8),
        ids=id_hashes[id_order],
        id_slots=id_order.astype(np.int32),
        alive=np.ones(len(ids), np.bool_),
    )


def _worth(words: list[str], left: Any, right: Any) -> Bytes:
    """Bits of each pair of words as given name and surname, in the order that makes it more common."""
    if not len(left):
        return np.empty(0, np.uint8)
    table = np.array([bits(word) for word in words], np.float32)
    given, surname = table[:, 0], table[:, 1]
    both = np.minimum(given[left] + surname[right], surname[left] + given[right])
    worth: Bytes = np.clip(both, 0, 254).astype(np.uint8)
    return worth


def _typos(hasher: Hasher, folded: list[str], exact: Hashes) -> tuple[Hashes, Hashes]:
    strings: list[str] = []
    counts = np.zeros(len(folded), np.int64)
    for number, word in enumerate(folded):
        if SHORTEST_TYPO <= len(word) <= LONGEST_TYPO and word.isascii():
            before = len(strings)
            strings += shorter_by_one(word)
            counts[number] = len(strings) - before
    keys = hasher.many(strings)
    owners = np.repeat(exact, counts)
    order = np.argsort(keys)
    return keys[order], owners[order]


def merged(
    segments: Iterable[Segment], hasher: Hasher, key: bytes, nonce: bytes, tick: Any = None
) -> Segment:
    """One segment with everybody who is still watched in any of these."""
    return build((person for segment in segments for person in segment.people()), hasher, key, nonce, tick)
