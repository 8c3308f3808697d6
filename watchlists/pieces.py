"""Names cut into pieces: letters that stand apart (J a n e) and fragments (Ja ne Roe) put together again.

Called by `watchlists.candidates`; imports `watchlists.lexicon`. Nothing is spelled out: the polynomial of a row of pieces
follows from theirs.
"""

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from watchlists.keys import Counts, Hasher, Hashes
from watchlists.lexicon import FRAGMENT, LETTER, NAMED, NAMEY, PROPER, RARE, WHOLE_PIECE, Lexicon, Rows

_MOST_LETTERS = 40
_MOST_PIECES = 32
_SHORT_HEAD = 3
"""Letters, as `Lexicon.size` counts them: an m is two."""
_MANY = 3
"""From this many loose pieces in a row on, as many as stand there are put together; else two or three."""


class Pieces(NamedTuple):
    """Rows put together: positions of the first and last one, and the polynomial of their letters."""

    first: Counts
    last: Counts
    poly: Hashes


def put_together(rows: Rows, gate: npt.NDArray[np.uint16], lexicon: Lexicon, hasher: Hasher) -> Pieces:
    """Every sensible way to put loose pieces together with what stands beside them."""
    gate = _with_cut_off_heads(rows, gate, lexicon)
    loose = np.flatnonzero(gate & (FRAGMENT | LETTER))
    if not len(loose):
        return Pieces(loose, loose, np.empty(0, np.uint64))
    worthy, many = _groups(loose, gate)
    fit = gate & WHOLE_PIECE > 0
    before = np.concatenate([[0], np.cumsum(worthy)])
    first = np.flatnonzero(fit[:-2] & (worthy[:-2] | worthy[1:-1] | worthy[2:]))
    last = first
    poly, size = lexicon.poly[rows[first]], lexicon.size[rows[first]]
    found: list[Pieces] = []
    for count in range(2, _MOST_PIECES + 1):
        last = last + 1
        keep = last < len(rows)
        keep[keep] = fit[last[keep]]
        if count > 3:
            keep[keep] = many[first[keep]] & many[last[keep]]
        first, last, poly, size = first[keep], last[keep], poly[keep], size[keep]
        added = lexicon.size[rows[last]]
        keep = size + added <= _MOST_LETTERS
        first, last, poly, size, added = first[keep], last[keep], poly[keep], size[keep], added[keep]
        if not len(first):
            break
        poly = hasher.joined(poly, lexicon.poly[rows[last]], added)
        size = size + added
        touching = (before[last + 1] > before[first]) & (size > 2)
        found.append(Pieces(first[touching], last[touching], poly[touching]))
    if not found:
        return Pieces(loose[:0], loose[:0], np.empty(0, np.uint64))
    return Pieces(*(np.concatenate(column) for column in zip(*found, strict=True)))


def _with_cut_off_heads(rows: Rows, gate: npt.NDArray[np.uint16], lexicon: Lexicon) -> npt.NDArray[np.uint16]:
    """The gates, with what follows a short word as a fragment: An abella, To by Smith.

    The short word has a capital, or is in no list; what follows is a name in small letters, or any word before a name.
    """
    head = (lexicon.size[rows[:-1]] <= _SHORT_HEAD) & (gate[:-1] & NAMEY > 0)
    before_a_name = np.append(gate[2:] & PROPER > 0, False)
    rest = (gate[1:] & PROPER == 0) & ((gate[1:] & (NAMED | RARE) > 0) | before_a_name)
    marked = gate.copy()
    marked[1:][head & rest] |= FRAGMENT
    return marked


def _groups(
    loose: Counts, gate: npt.NDArray[np.uint16]
) -> tuple[npt.NDArray[np.bool_], npt.NDArray[np.bool_]]:
    """(rows in a group of loose pieces worth a try, rows in or beside a group of many)."""
    breaks = np.flatnonzero(np.diff(loose) > 1) + 1
    starts = np.concatenate([[0], breaks])
    sizes = np.diff(np.concatenate([starts, [len(loose)]]))
    fragments = np.add.reduceat((gate[loose] & FRAGMENT > 0).astype(np.int64), starts)
    worthy = np.zeros(len(gate), np.bool_)
    worthy[loose] = np.repeat((fragments > 0) | (sizes >= _MANY), sizes)
    many = np.zeros(len(gate) + 4, np.bool_)
    crowd = loose[np.repeat(sizes >= _MANY, sizes)]
    for shift in range(5):
        many[crowd + shift] = True
    return worthy, many[2:-2]
