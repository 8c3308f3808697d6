"""Keyed 64-bit hashes: what the index holds instead of names.

Called by `watchlists.lexicon` and `watchlists.segment`; imports nothing of this project. A hash is the head of AES-256
over the 128-bit xxHash of the string: without the key nobody can tell whether a name is in the index file.
"""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
import xxhash
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

Hashes = npt.NDArray[np.uint64]

_M1 = np.uint64(0x9E3779B97F4A7C15)
_M2 = np.uint64(0xBF58476D1CE4E5B9)
_S1 = np.uint64(29)
_S2 = np.uint64(32)


class Hasher:
    """Hashes strings under one secret key. Thread-safe."""

    def __init__(self, key: bytes) -> None:
        self._cipher = Cipher(algorithms.AES(key), modes.ECB())  # noqa: S305 (a keyed permutation of single blocks)

    def many(self, strings: Sequence[str]) -> Hashes:
        """One hash a string, in order."""
        digest = xxhash.xxh3_128_digest
        blocks = b"".join([digest(string.encode("utf-8", "surrogatepass")) for string in strings])
        sealed = self._cipher.encryptor().update(blocks)
        return np.frombuffer(sealed, dtype=np.uint64)[::2].copy()


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
