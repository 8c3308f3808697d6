"""How a text that is too long to be judged at once is cut: windows that overlap, each between the first and the last line.

A post's title and its tags say what the rest is about: settings, outfits and thanks are the same under a character's
name and under an actress's. So every window of a long text holds them. Called by `intent.backends.onnx`. Imports
nothing of Headsup.
"""

from __future__ import annotations

from collections.abc import Sequence

# Of a window, at most: a title of some twenty tokens, a line of tags of some forty.
_FIRST_LINE, _LAST_LINE = 1 / 8, 1 / 5


def frame_lines(text: str) -> tuple[str, str]:
    """The first and the last line of `text`; "" where it has not so many that something lies between them."""
    lines = text.split("\n")
    return (lines[0], lines[-1]) if len(lines) > 2 else (lines[0] if len(lines) > 1 else "", "")


def cut(
    ids: Sequence[int], first: Sequence[int], last: Sequence[int], size: int, overlap: int
) -> list[list[int]]:
    """The windows of `ids`, the tokens of a text: one if it fits, else as many as it takes.

    first, last: the tokens of the text's first and last line, with which `ids` begin and end. Of a long first line the
    beginning is repeated; a long last line is text like any other. size: most tokens of a window. overlap: tokens that
    two neighbours share beside these lines.
    """
    if len(ids) <= size:
        return [list(ids)]
    head = list(first[: int(size * _FIRST_LINE)])
    tail = list(last) if len(last) <= size * _LAST_LINE else []
    between = ids[len(head) : len(ids) - len(tail)]
    room = size - len(head) - len(tail)
    step = max(1, room - overlap)
    starts = range(0, max(1, len(between) - overlap), step)
    return [[*head, *between[start : start + room], *tail] for start in starts]
