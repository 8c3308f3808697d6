"""The index on disk: one file that several processes map and share.

Called by `watchlists.screener`. Layout: a magic line, the header's length, a JSON header (format, array shapes, offsets,
stamp), a MAC, then the arrays, each aligned to a page. The MAC (BLAKE2b under a key derived from the index key) covers
everything, so a damaged, foreign or half-written file is refused, never half-used.

    IndexFileError
    ├── Damaged     not our bytes, or another key
    └── Outdated    written by another version: build it anew
"""

import mmap
import os
from hashlib import blake2b
from pathlib import Path

import numpy as np
import orjson

from watchlists.segment import ARRAYS, Segment

FORMAT = 13
_MAGIC = b"headsup-index\n"
_MAC = 32
_PAGE = 4096


class IndexFileError(Exception):
    """The index file cannot be used; build the index from the database again and save it."""


class DamagedError(IndexFileError):
    """The file's bytes are not what was written, or the key is another."""


class OutdatedError(IndexFileError):
    """The file was written by another version of this program."""


def _mac_key(key: bytes) -> bytes:
    return blake2b(b"headsup index file", key=key, digest_size=32).digest()


def save(path: Path, key: bytes, segment: Segment, stamp: str) -> None:
    """Write a segment (without people who were removed: compact first) and put it in place in one step."""
    arrays = {name: np.ascontiguousarray(getattr(segment, name)) for name in ARRAYS}
    offset = 0
    layout = {}
    for name, array in arrays.items():
        layout[name] = [array.dtype.str, len(array), offset]
        offset += -(-array.nbytes // _PAGE) * _PAGE
    header = orjson.dumps(
        {"format": FORMAT, "stamp": stamp, "nonce": segment.nonce.hex(), "arrays": layout, "bytes": offset}
    )
    draft = path.with_name(path.name + ".new")
    mac = blake2b(header, key=_mac_key(key), digest_size=_MAC)
    with draft.open("wb") as out:
        draft.chmod(0o600)
        start = _start(header)
        out.seek(start)
        for array in arrays.values():
            data = array.tobytes() + bytes(-array.nbytes % _PAGE)
            mac.update(data)
            out.write(data)
        out.seek(0)
        out.write(_MAGIC + len(header).to_bytes(4, "big") + mac.digest() + header)
        out.flush()
        os.fsync(out.fileno())
    draft.replace(path)


def _start(header: bytes) -> int:
    used = len(_MAGIC) + 4 + _MAC + len(header)
    return -(-used // _PAGE) * _PAGE


def load(path: Path, key: bytes) -> tuple[Segment, str]:
    """Map a saved index: (segment, stamp). Raises DamagedError or OutdatedError; FileNotFoundError if there is none."""
    with path.open("rb") as source:
        head = source.read(len(_MAGIC) + 4 + _MAC)
        size = int.from_bytes(head[len(_MAGIC) : len(_MAGIC) + 4], "big")
        if not head.startswith(_MAGIC) or len(head) < len(_MAGIC) + 4 + _MAC or size > 1 << 20:
            raise DamagedError(
                f"{path} is not an index file, or its beginning is damaged; it has to be rebuilt"
            )
        header = source.read(size)
        try:
            facts = orjson.loads(header)
        except orjson.JSONDecodeError:
            raise DamagedError(f"{path} has a damaged header; it has to be rebuilt") from None
        if facts.get("format") != FORMAT:
            raise OutdatedError(
                f"{path} has index format {facts.get('format')}, this version reads {FORMAT}; rebuild it"
            )
        start = _start(header)
        if os.fstat(source.fileno()).st_size != start + facts["bytes"]:
            raise DamagedError(f"{path} is cut short or too long; it has to be rebuilt")
        mapped = mmap.mmap(source.fileno(), 0, access=mmap.ACCESS_READ)
    view = memoryview(mapped)
    mac = blake2b(header, key=_mac_key(key), digest_size=_MAC)
    mac.update(view[start:])
    if mac.digest() != head[-_MAC:]:
        raise DamagedError(f"{path} does not verify: changed bytes or another key; it has to be rebuilt")
    arrays = {
        name: np.frombuffer(view, dtype=np.dtype(kind), count=count, offset=start + offset)
        for name, (kind, count, offset) in facts["arrays"].items()
    }
    people = len(arrays["ends"])
    segment = Segment(key=key, nonce=bytes.fromhex(facts["nonce"]), alive=np.ones(people, np.bool_), **arrays)
    return segment, facts["stamp"]
