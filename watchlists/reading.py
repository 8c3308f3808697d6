"""A batch of texts laid out as rows, and the way back from a row to the original text.

Called by `watchlists.screener` and by all that judges; imports `text` and `watchlists.lexicon`.
"""

from bisect import bisect_right
from collections.abc import Sequence
from itertools import islice
from typing import NamedTuple

import numpy as np

from text.fold import unmask
from text.romanise import romanised
from text.words import Word, spread
from watchlists.handles import Place
from watchlists.lexicon import CASED, UPPER, Lexicon
from watchlists.person import Text

_FEW, _MOSTLY = 4, 0.7
"""From so many words on, and so large a share of them in capitals, a field is shouted."""


class Piece(NamedTuple):
    """One searched string of a text."""

    field: str
    value: str


class At(NamedTuple):
    """Where a row stands: the piece, and the offset of its chunk in it."""

    piece: Piece
    offset: int


def pieces_of(text: Text) -> list[tuple[Piece, ...]]:
    """The searched strings of a text; title and body are read as one, because a name may be split over them."""
    title, body = text.title, text.body
    if title and body:
        found: list[tuple[Piece, ...]] = [(Piece("title", title), Piece("body", body))]
    else:
        found = [(Piece("title", title) if title else Piece("body", body),)] if title or body else []
    if text.author:
        found.append((Piece("author", text.author),))
    if text.url:
        found.append((Piece("url", text.url),))
    found.extend((Piece(f"tags[{i}]", tag),) for i, tag in enumerate(text.tags) if tag)
    for i, (shown, url) in enumerate(text.links):
        found.extend(
            (piece,)
            for piece in (Piece(f"links[{i}].text", shown), Piece(f"links[{i}].url", url))
            if piece.value
        )
    return found


_TAIL = 48
_MOST_TAG_ROWS = 60
_OPENS, _CLOSES = "\"'“”„‘«(\u300c", "\"'“”’»)\u300d"


class Reading:
    """The rows of a batch. Valid until the lexicon is next asked to read."""

    def __init__(self, texts: Sequence[Text], lexicon: Lexicon) -> None:
        self._fields: list[tuple[int, tuple[Piece, ...]]] = []
        for number, text in enumerate(texts):
            self._fields += [(number, pieces) for pieces in pieces_of(text)]
        self._by_text: dict[int, list[int]] = {}
        for field, (owner, _) in enumerate(self._fields):
            self._by_text.setdefault(owner, []).append(field)
        self._lexicon = lexicon
        self.rows = lexicon.read([value.split() for _, value in pieces] for _, pieces in self._fields)
        self.row: list[int] = self.rows.tolist()
        """The rows, for one look at a time."""
        self._ends: list[int] = np.flatnonzero(self.rows == 0)[::4].tolist()
        self._owners = lexicon.owners
        self._bare: dict[int, list[str]] = {}
        self._spelled: dict[int, str] = {}
        self._latin: dict[int, dict[int, list[str]]] = {}
        self._in_latin: dict[int, str] = {}
        self._edges: dict[int, int] = {}
        self._tag_rows: dict[int, list[int]] = {}
        self._distinct: dict[int, frozenset[str]] = {}
        self._shouted: list[bool] | None = None
        self._unnumbered: list[int] | None = None
        self.may_have_context: dict[tuple[tuple[str, ...], int], bool] = {}
        """What `watchlists.context` has answered, by context terms and text."""

    def field_of(self, position: int) -> int:
        """The field (a text's title and body, or one other string) in which a row stands."""
        return bisect_right(self._ends, position)

    def text_of(self, field: int) -> int:
        """The text to which a field belongs."""
        return self._fields[field][0]

    def kind_of(self, field: int) -> str:
        """The name of a field's first piece."""
        return self._fields[field][1][0].field

    def bounds(self, field: int) -> tuple[int, int]:
        """First row of a field and the row after its last."""
        return (self._ends[field - 1] + 4 if field else 0), self._ends[field]

    def word(self, position: int) -> Word:
        """The word in a row."""
        return self._lexicon.word(self.row[position])

    def bare(self, position: int) -> str:
        """The folded word in a row."""
        return self._lexicon.bares[self.row[position]]

    def shape(self, position: int) -> int:
        """The shape of the word in a row."""
        return self._lexicon.shapes[self.row[position]]

    def is_link(self, position: int) -> bool:
        """Whether a row is a handle or an address, no word."""
        return self.row[position] in self._lexicon.links

    def bares(self, field: int) -> list[str]:
        """The folded words of a field, by row."""
        known = self._bare.get(field)
        if known is None:
            first, end = self.bounds(field)
            bares = self._lexicon.bares
            known = self._bare[field] = [bares[row] for row in self.row[first:end]]
        return known

    def distinct(self, field: int) -> frozenset[str]:
        """The folded words of a field, each once."""
        known = self._distinct.get(field)
        if known is None:
            known = self._distinct[field] = frozenset(self.bares(field))
        return known

    def spelled_out(self, field: int) -> str:
        """The folded words of a field as one string, each after a space."""
        known = self._spelled.get(field)
        if known is None:
            known = self._spelled[field] = f" {' '.join(self.bares(field))}"
        return known

    def latin(self, field: int) -> dict[int, list[str]]:
        """The words of a field in other letters, by their place in it, as they are spelled in Latin ones."""
        known = self._latin.get(field)
        if known is None:
            known = self._latin[field] = {
                at: romanised(bare) for at, bare in enumerate(self.bares(field)) if not bare.isascii()
            }
        return known

    def spelled_in_latin(self, field: int) -> str:
        """As `spelled_out`, and after that the words in other letters as they are spelled in Latin ones."""
        known = self._in_latin.get(field)
        if known is None:
            latin = (form for forms in self.latin(field).values() for form in forms)
            known = self._in_latin[field] = " ".join((self.spelled_out(field), *latin))
        return known

    def without_numbers(self) -> list[int]:
        """`row`, with a break in place of every number."""
        if self._unnumbered is None:
            bares = self._lexicon.bares
            self._unnumbered = [0 if bares[row].isdigit() else row for row in self.row]
        return self._unnumbered

    def is_shouted(self, field: int) -> bool:
        """Whether a field is written in capitals throughout, so that they say nothing."""
        if self._shouted is None:
            case = self._lexicon.case[self.rows]
            words, capitals = (np.cumsum(case & kind > 0)[self._ends] for kind in (CASED, UPPER))
            words, capitals = np.diff(words, prepend=0), np.diff(capitals, prepend=0)
            self._shouted = ((words >= _FEW) & (capitals >= _MOSTLY * words)).tolist()
        return self._shouted[field]

    def is_one_chunk(self, first: int, last: int) -> bool:
        """Whether two rows stand in one chunk."""
        return self._owner(first) == self._owner(last)

    def after_chunk(self, position: int, end: int) -> int:
        """The first row, or `end`, after those of the chunk in which a row stands."""
        after = position + 1
        while after < end and self.is_one_chunk(position, after):
            after += 1
        return after

    def is_quoted(self, position: int) -> bool:
        """Whether a row's word stands in quotes or brackets."""
        piece, start, end = self.span(position)
        before, after = piece.value[start - 1 : start] if start else "", piece.value[end : end + 1]
        return bool(before and before in _OPENS and after and after in _CLOSES)

    def is_opened(self, position: int) -> bool:
        """Whether a bracket or quote opens right before a row's word."""
        piece, start, _ = self.span(position)
        return start > 0 and piece.value[start - 1] in _OPENS

    def sign_between(self, first: int, last: int) -> str:
        """What stands alone between two neighbouring rows: the sign in "Autumn | Brooks"; "" for nothing."""
        if self._owner(last) - self._owner(first) < 2:
            return ""
        piece, _, end = self.span(first)
        other, start, _ = self.span(last)
        return piece.value[end:start].strip() if piece is other else ""

    def tail(self, position: int) -> str:
        """What follows a row in its piece, for a little."""
        piece, _, end = self.span(position)
        return piece.value[end : end + _TAIL]

    def links_over(self, position: int) -> list[str]:
        """The handles and addresses that a row's word is a part of."""
        if self.is_link(position):
            return []
        word = self.word(position)
        found: list[str] = []
        other = position + 1
        while other < len(self.row) and self.is_one_chunk(position, other):
            link = self.word(other)
            if self.is_link(other) and link.start <= word.start and word.end <= link.end:
                found.append(link.bare)
            other += 1
        return found

    def place(self, position: int) -> Place | None:
        """What the URL in a row points to, if it is a profile."""
        return self._lexicon.places.get(self.row[position])

    def fields_of(self, text: int) -> list[int]:
        """The fields of a text."""
        return self._by_text.get(text, [])

    def is_tag(self, field: int) -> bool:
        """Whether a field is one of its text's tags."""
        return self.kind_of(field).startswith("tags")

    def is_running(self, field: int) -> bool:
        """Whether a field is a text's title and body."""
        return self.kind_of(field) in ("title", "body")

    def tag_rows(self, position: int) -> list[int]:
        """The rows of the first tags of the text whose title or body holds a row; none for other rows."""
        here = self.field_of(position)
        if not self.is_running(here):
            return []
        text = self.text_of(here)
        known = self._tag_rows.get(text)
        if known is None:
            tags = filter(self.is_tag, self.fields_of(text))
            rows = (row for field in tags for row in range(*self.bounds(field)))
            known = self._tag_rows[text] = list(islice(rows, _MOST_TAG_ROWS))
        return known

    def at(self, position: int) -> At:
        """Where a row stands in the original."""
        piece, chunk = self._chunk(position)
        return At(piece, len(piece.value) - len(piece.value.split(None, chunk)[chunk]))

    def _chunk(self, position: int) -> tuple[Piece, int]:
        """The piece in which a row stands, and its chunk's number there."""
        field = self.field_of(position)
        chunk = self._owner(position) - (self._owner(self._ends[field - 1]) + 4 if field else 0)
        pieces = self._fields[field][1]
        if len(pieces) == 1:
            return pieces[0], chunk
        edge = self._edges.get(field)
        if edge is None:
            edge = self._edges[field] = len(pieces[0].value.split())
        return (pieces[0], chunk) if chunk < edge else (pieces[1], chunk - edge)

    def _owner(self, position: int) -> int:
        return int(self._owners[position])

    def gap(self, first: int, last: int) -> str:
        """What parts two rows of a field besides words: "piece" (title and body), "line" or nothing."""
        (piece, a), (other, b) = self._chunk(first), self._chunk(last)
        if piece is not other:
            return "piece"
        if a == b or "\n" not in piece.value:
            return ""
        piece, _, end = self.span(first)
        _, start, _ = self.span(last)
        return "line" if "\n" in piece.value[end:start] else ""

    def span(self, position: int, start: int = -1, end: int = -1) -> tuple[Piece, int, int]:
        """(piece, start, end) of a row's word, or of its letters `start:end`."""
        place, word = self.at(position), self.word(position)
        if start < 0:
            return place.piece, place.offset + word.start, place.offset + word.end
        inside = _places(place.piece.value[place.offset : place.offset + word.end], word)
        first = inside[start] if start < len(inside) else word.start
        last = inside[end] if end < len(inside) else word.end
        return place.piece, place.offset + first, place.offset + last


def _places(chunk: str, word: Word) -> list[int]:
    """Where in its chunk each letter of a word stands: what was left out between them (周.雨.桐) is passed over."""
    seen, sources = spread(chunk)
    found: list[int] = []
    for letter, source in zip(seen, sources or range(len(seen)), strict=True):
        wanted = _one_sigma(word.bare[len(found) : len(found) + 1])
        if source >= word.start and wanted in map(_one_sigma, (letter, unmask(letter))):
            found.append(source)
    return found


def _one_sigma(letter: str) -> str:
    """A letter in lower case, which for Σ depends on where in its word it stands."""
    return letter.lower().replace("ς", "σ")
