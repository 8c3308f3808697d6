"""Looking for watched words where none may be: in a log, in metrics, in a database file, in whatever form."""

from __future__ import annotations

import base64
from collections.abc import Iterable, Iterator

from ahocorasick_rs import BytesAhoCorasick


def forms(word: str) -> Iterator[bytes]:
    """How a word may stand in bytes: encodings, letter cases, base64 at any offset, hexadecimal, percent signs."""
    for text in {word, word.lower()}:
        for encoding in ("utf-8", "utf-16-le"):
            raw = text.encode(encoding)
            yield raw
            yield raw.hex().encode()
            for offset in range(3):
                coded = base64.b64encode(b"\0" * offset + raw).rstrip(b"=")
                # the first and last characters also hold bits of what stands around the word
                yield coded[4 if offset else 0 : -1]
        yield text.replace(" ", "%20").encode()


def traces(data: bytes, words: Iterable[str]) -> list[str]:
    """The words that can be read in the data, in any of the forms."""
    owners = {form: word for word in words for form in forms(word)}
    if not owners or not data:
        return []
    patterns = list(owners)
    found = BytesAhoCorasick(patterns).find_matches_as_indexes(data, overlapping=True)
    return sorted({owners[patterns[number]] for number, _, _ in found})
