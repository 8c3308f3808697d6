"""Keyed 64-bit hashes: what the index holds instead of names.

Called by `watchlists.lexicon`, `watchlists.candidates` and `watchlists.segment`; imports nothing of this project. A hash
is made in two steps. First a polynomial over the letters, its base and its letters' values drawn from the key: it is
computed for many strings at once, and the polynomial of a joined, cut or shortened string follows from its parts'
without spelling it out. Then the head of AES-256 over polynomial and kind: without the key nobody can tell whether a
name is in the index file.
"""

from collections.abc import Sequence
from hashlib import blake2b
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

Hashes = npt.NDArray[np.uint64]
Counts = npt.NDArray[np.int64]

WORD, HANDLE, ADDRESS, SOUND, STEM, BONES, INITIAL, TYPO, PERSON, RUN_HEAD, ABBREVIATED, CONTEXT = range(
    1, 13
)
"""What a string is hashed as; equal strings of different kinds share nothing."""

_M1 = np.uint64(0x9E3779B97F4A7C15)
_M2 = np.uint64(0xBF58476D1CE4E5B9)
_S1 = np.uint64(29)
_S2 = np.uint64(32)
_TABLE = 0x3000
_BLOCK = 4096  # so that what one step makes fits the processor's cache


class Letters(NamedTuple):
    """The letters of many strings, one after the other, as terms of their polynomials."""

    sums: Hashes
    """Running sum of the terms, with a leading 0: a string's polynomial is the difference at its ends."""
    starts: Counts
    ends: Counts

    def whole(self) -> Hashes:
        """The polynomial of each string."""
        return self.sums[self.ends] - self.sums[self.starts]


class Hasher:
    """Hashes strings under one secret key. Thread-safe."""

    def __init__(self, key: bytes) -> None:
        self._cipher = Cipher(algorithms.AES(key), modes.ECB())  # noqa: S305 (a keyed permutation of single blocks)
        secret = np.frombuffer(blake2b(b"headsup polynomial", key=key, digest_size=16).digest(), np.uint64)
        self._base = secret[:1] | np.uint64(1)
        self._inverse = np.array([pow(int(self._base[0]), -1, 1 << 64)], np.uint64)
        self._salt = secret[1]
        self._values = self._value(np.arange(_TABLE, dtype=np.uint32))
        self._powers = self._grown(1024)

    def many(self, strings: Sequence[str], kind: int) -> Hashes:
        """One hash a string, in order."""
        if len(strings) <= _BLOCK:
            return self.seal(self.letters(strings).whole(), kind)
        blocks = range(0, len(strings), _BLOCK)
        return np.concatenate([self.many(strings[start : start + _BLOCK], kind) for start in blocks])

    def letters(self, strings: Sequence[str]) -> Letters:
        """The strings' letters, ready for `whole` and `shortened`."""
        joined = "".join(strings)
        if joined.isascii():
            terms = self._values[np.frombuffer(joined.encode("ascii"), np.uint8)]
        else:
            codes = np.frombuffer(joined.encode("utf-32-le", "surrogatepass"), np.uint32)
            terms = self._values[codes] if int(codes.max()) < _TABLE else self._value(codes)
        sizes = np.fromiter(map(len, strings), np.int64, len(strings))
        ends = np.cumsum(sizes)
        starts = ends - sizes
        after = np.repeat(ends, sizes)
        after -= np.arange(1, len(terms) + 1)
        sums = np.zeros(len(terms) + 1, np.uint64)
        np.cumsum(terms * self.power(after), out=sums[1:])
        return Letters(sums, starts, ends)

    def shortened(self, letters: Letters) -> tuple[Hashes, Counts]:
        """(polynomial, number of its string) of every string with each one of its letters left out."""
        sizes = letters.ends - letters.starts
        owners = np.repeat(np.arange(len(sizes)), sizes)
        at = np.arange(len(letters.sums) - 1)
        before = (letters.sums[at] - letters.sums[letters.starts[owners]]) * self._inverse
        return before + letters.sums[letters.ends[owners]] - letters.sums[at + 1], owners

    def joined(self, left: Hashes, right: Hashes, right_size: Counts) -> Hashes:
        """The polynomial of each left string with the right one appended."""
        return left * self.power(right_size) + right

    def power(self, exponents: Counts) -> Hashes:
        """The base to these powers."""
        most = int(exponents.max()) if len(exponents) else 0
        if most >= len(self._powers):
            self._powers = self._grown(most + 1024)
        return self._powers[exponents]

    def seal(self, polynomials: Hashes, kind: int) -> Hashes:
        """The keyed hash of each polynomial."""
        blocks = np.empty((len(polynomials), 2), np.uint64)
        blocks[:, 0] = polynomials
        blocks[:, 1] = kind
        sealed = self._cipher.encryptor().update(blocks.tobytes())
        return np.frombuffer(sealed, np.uint64)[::2].copy()

    def _grown(self, size: int) -> Hashes:
        powers = np.full(size, self._base[0])
        powers[0] = 1
        grown: Hashes = np.multiply.accumulate(powers)
        return grown

    def _value(self, codes: npt.NDArray[np.uint32]) -> Hashes:
        mixed: Hashes = (codes.astype(np.uint64) + self._salt) * _M1
        mixed ^= mixed >> _S1
        mixed *= _M2
        mixed ^= mixed >> _S2
        return mixed


def pair(a: Hashes, b: Hashes) -> Hashes:
    """The key of two words in either order."""
    mixed = (a + b) * _M1
    mixed ^= mixed >> _S1
    mixed *= _M2
    mixed ^= mixed >> _S2
    return mixed


def known(a: Hashes) -> Hashes:
    """The key that says: this word is part of some watched name."""
    mixed = (a ^ _M2) * _M1
    mixed ^= mixed >> _S2
    return mixed


def with_context(a: Hashes) -> Hashes:
    """The key that says: this word is a surname that is filed with context words."""
    mixed = (a ^ _M1) * _M2
    mixed ^= mixed >> _S2
    return mixed
