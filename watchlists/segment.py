"""One immutable piece of the index: keys of a set of people, in arrays that can be mapped from a file.

    keys      sorted 64-bit keys (pairs of name words, joined names, handles, addresses, known words)
    slots     the person that each key belongs to; -1 for a known word
    worth     bits of the pair of name words that a key stands for; 255 for other keys
    filter    a bit field over the keys' head: most look-ups end here
    typo_keys, typo_words, typo_filter   words with one letter left out -> the word itself
    ends, records   each person, sealed (AES-CTR under the index key); `ids` finds the slot of a person's id

Built by `watchlists.indexing`, asked by `watchlists.candidates`, stored by `watchlists.index_file`. Nothing in it can
be read without the key.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import orjson
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

from watchlists.keys import Hashes, known
from watchlists.person import Person

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

    def find(
        self, wanted: Hashes, least: npt.NDArray[np.float32] | None = None
    ) -> tuple[npt.NDArray[np.int64], Slots]:
        """(position in `wanted`, slot) of every key that is filed here for somebody still watched.

        `least`: for each wanted key, the bits that the names it stands for must be worth.
        """
        hits = np.flatnonzero(_passes(self.filter, wanted))
        if not len(hits):
            return hits, np.empty(0, np.int32)
        positions, entries = _ranges(self.keys, wanted[hits], hits)
        if not len(entries):
            return positions, np.empty(0, np.int32)
        slots = self.slots[entries]
        fit = self.alive[slots] & (slots >= 0)
        if least is not None:
            fit &= self.worth[entries] >= least[positions]
        return positions[fit], slots[fit]

    def holds(self, keys: Hashes) -> npt.NDArray[np.bool_]:
        """Which keys are filed here."""
        held = _passes(self.filter, keys)
        hits = np.flatnonzero(held)
        if len(hits):
            held[hits] = _entry(self.keys, keys[hits]) >= 0
        return held

    def knows(self, words: Hashes) -> npt.NDArray[np.bool_]:
        """Which word hashes are part of some watched name."""
        return self.holds(known(words))

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
            crypt(self.key, self.nonce, self.records[start : int(self.ends[slot])].tobytes(), start)
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


def _entry(keys: Hashes, wanted: Hashes) -> npt.NDArray[np.int64]:
    """The first entry of `keys` equal to each wanted key; -1 if there is none."""
    at = np.searchsorted(keys, wanted)
    at[keys[np.minimum(at, len(keys) - 1)] != wanted] = -1
    return at


def _ranges(
    keys: Hashes, wanted: Hashes, positions: npt.NDArray[np.int64]
) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]:
    """(position, entry of `keys`) for every entry equal to a wanted key."""
    low = _entry(keys, wanted)
    there = np.flatnonzero(low >= 0)
    if not len(there):
        return positions[:0], positions[:0]
    low, positions = low[there], positions[there]
    counts = np.searchsorted(keys, wanted[there], "right") - low
    inside = np.arange(int(counts.sum())) - np.repeat(np.cumsum(counts) - counts, counts)
    return np.repeat(positions, counts), np.repeat(low, counts) + inside


def filter_of(keys: Hashes) -> Bytes:
    """A bit field over the keys' heads, 16 to 32 bits a key."""
    size = 64
    while size < len(keys) * 2:
        size *= 2
    shift = np.uint64(64 - (size.bit_length() - 1 + 3))
    field = np.zeros(size * 8, np.bool_)
    field[(keys >> shift).astype(np.int64)] = True
    return np.packbits(field, bitorder="little")


def crypt(key: bytes, nonce: bytes, data: bytes, offset: int) -> bytes:
    """Seal or unseal what stands at an offset of the records."""
    counter = int.from_bytes(nonce, "big") + offset // 16
    stream = Cipher(algorithms.AES(key), modes.CTR((counter % (1 << 128)).to_bytes(16, "big"))).encryptor()
    stream.update(bytes(offset % 16))
    return stream.update(data)


def pack(person: Person) -> bytes:
    """A person as one record."""
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
