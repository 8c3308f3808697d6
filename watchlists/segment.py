"""One immutable piece of the index: keys of a set of people, in arrays that can be mapped from a file.

    keys      sorted 64-bit keys (pairs of name words, surnames with context, joined names, handles, addresses, known words)
    slots     the person that each key belongs to; -1 for what is only known of a word
    worth     bits of the pair of name words that a key stands for; 255 for other keys
    filter    a bit field over the keys' head: most look-ups end here
    typo_keys, typo_words, typo_filter   words with one letter left out -> the word itself
    ends, records   each person, sealed (AES-CTR under the index key); `ids` finds the slot of a person's id

Built by `watchlists.indexing`, asked by `watchlists.candidates`, stored by `watchlists.index_file`. Nothing in it can
be read without the key.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

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
MIXED_UP_TO = 5_000
"""Segments of up to so many people file pairs with each word bent in another way, too."""
SHORTEST_TYPO = 4
LONGEST_TYPO = 14
_THREE, _SEVEN = np.uint64(3), np.uint64(7)

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
        hits = _hits(self.filter, wanted)
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
        held = np.zeros(len(keys), np.bool_)
        hits = _hits(self.filter, keys)
        if len(hits):
            held[hits] = _entry(self.keys, keys[hits]) >= 0
        return held

    def knows(self, words: Hashes) -> npt.NDArray[np.bool_]:
        """Which word hashes are part of some watched name."""
        return self.holds(known(words))

    def near(self, shortened: Hashes) -> tuple[npt.NDArray[np.int64], Hashes]:
        """(position in `shortened`, word hash) of watched words that share a shortened form."""
        hits = _hits(self.typo_filter, shortened)
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

    def unsealed(self, slots: Slots) -> list[Person]:
        """The people in these slots."""
        if not len(slots):
            return []
        ends = self.ends[slots]
        starts = np.where(slots > 0, self.ends[slots - 1], 0)
        heads = starts // 16
        blocks = -(-ends // 16) - heads
        stream = _stream(self.key, self.nonce, _runs(heads, blocks))
        sizes = ends - starts
        skipped = (np.cumsum(blocks) - blocks) * 16 + starts % 16
        clear = (self.records[_runs(starts, sizes)] ^ stream[_runs(skipped, sizes)]).tobytes()
        cuts = [0, *np.cumsum(sizes).tolist()]
        return [_unpack(clear[start:end]) for start, end in pairwise(cuts)]

    def people(self) -> Iterator[Person]:
        """Everybody still watched here."""
        slots = np.flatnonzero(self.alive).astype(np.int32)
        for start in range(0, len(slots), 1024):
            yield from self.unsealed(slots[start : start + 1024])


def _runs(starts: npt.NDArray[np.int64], sizes: npt.NDArray[np.int64]) -> npt.NDArray[np.int64]:
    """start, start + 1, … of every run, one run after the other."""
    shifts = starts - (np.cumsum(sizes) - sizes)
    runs: npt.NDArray[np.int64] = np.repeat(shifts, sizes) + np.arange(int(sizes.sum()))
    return runs


def _hits(field: Bytes, wanted: Hashes) -> npt.NDArray[np.int64]:
    """Positions of the wanted keys that pass a bit field."""
    shift = np.uint64(64 - (len(field).bit_length() - 1 + 3))
    hits = np.flatnonzero(_is_set(field, wanted >> shift))
    return hits[_is_set(field, _second(wanted[hits]) >> shift)]


def _is_set(field: Bytes, bits: Hashes) -> npt.NDArray[np.bool_]:
    found: npt.NDArray[np.bool_] = (field[bits >> _THREE] >> (bits & _SEVEN).astype(np.uint8)) & 1 > 0
    return found


def _second(keys: Hashes) -> Hashes:
    """Another independent number from each key."""
    return (keys << np.uint64(32)) | (keys >> np.uint64(32))


def _entry(keys: Hashes, wanted: Hashes) -> npt.NDArray[np.int64]:
    """The first entry of `keys` equal to each wanted key; -1 if there is none."""
    order = np.argsort(wanted)  # neighbours in the order of the keys share what the processor has loaded
    found = np.searchsorted(keys, wanted[order])
    found[keys[np.minimum(found, len(keys) - 1)] != wanted[order]] = -1
    at = np.empty_like(found)
    at[order] = found
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
    """A bit field, 16 to 32 bits a key, with two bits set for each: one key in a hundred passes by chance."""
    size = 64
    while size < len(keys) * 2:
        size *= 2
    shift = np.uint64(64 - (size.bit_length() - 1 + 3))
    field = np.zeros(size * 8, np.bool_)
    field[(keys >> shift).astype(np.int64)] = True
    field[(_second(keys) >> shift).astype(np.int64)] = True
    return np.packbits(field, bitorder="little")


def seal(key: bytes, nonce: bytes, data: bytes | bytearray) -> Bytes:
    """Records under the key, in counter mode."""
    blocks = np.arange(-(-len(data) // 16))
    sealed: Bytes = np.frombuffer(data, np.uint8) ^ _stream(key, nonce, blocks)[: len(data)]
    return sealed


def _stream(key: bytes, nonce: bytes, blocks: npt.NDArray[np.int64]) -> Bytes:
    """The key stream of these blocks (AES-CTR), in order."""
    high, low = (int.from_bytes(half, "big") for half in (nonce[:8], nonce[8:]))
    counters = np.empty((len(blocks), 2), ">u8")
    counters[:, 1] = lower = blocks.astype(np.uint64) + np.uint64(low)
    counters[:, 0] = np.uint64(high) + (lower < np.uint64(low))
    cipher = Cipher(algorithms.AES(key), modes.ECB())  # noqa: S305 (the counters are made here)
    return np.frombuffer(cipher.encryptor().update(counters.tobytes()), np.uint8)


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
