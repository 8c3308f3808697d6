"""Whether a text asks for somebody where it says a name: a model, a picture, a voice is spoken of near it.

Called by `watchlists.scoring` and `watchlists.several_words`, for names that may as well be things.
"""

import unicodedata

from text.words import Shape
from watchlists.cues import cues
from watchlists.reading import Reading

_NEAR = 4
_JUST_BEFORE = 3
_DISGUISED = Shape.SPELLED | Shape.MASKED | Shape.DIGIT


def is_mentioned(reading: Reading, row: int) -> bool:
    """Whether a word stands undisguised in running text, and nothing near it is made of people or asked for."""
    if reading.shape(row) & (_DISGUISED | Shape.CASELESS | Shape.HASH | Shape.AT):
        return False
    piece, start, end = reading.span(row)
    if not unicodedata.is_normalized("NFKC", piece.value[start:end]):
        return False  # in letters that are drawn: Ⓥⓔⓧⓐⓡⓐ
    return reading.is_running(reading.field_of(row)) and not _is_wanted(
        reading, row - _NEAR, row + _NEAR + 1, row
    )


def is_asked_for(reading: Reading, row: int) -> bool:
    """Whether what is made of people is spoken of right before a row: un modello di stella marina."""
    return _is_wanted(reading, row - _JUST_BEFORE, row, row)


def _is_wanted(reading: Reading, low: int, high: int, row: int) -> bool:
    first, end = reading.bounds(reading.field_of(row))
    near = [reading.bare(at) for at in range(max(first, low), min(end, high)) if at != row]
    return not (cues().trade.isdisjoint(near) and cues().wanted.isdisjoint(near))
