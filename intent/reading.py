"""What the model reads of a text: folded as everywhere (`text.plain`), then the two commonest disguises undone.

Letters kept apart ("n.u.d.e", "l o r a") are joined, and digits and signs inside a word are read as the letters they
stand for ("c0w0rker", "tw!tch"). Version numbers at a word's end ("sd1.5", "wan2") stay. The weights in prompts for
pictures say nothing of who is meant, and go. Called by `intent.classifier` and, so that the model learns from what it will
see, by `intent.training`. Imports of Headsup only `text`.
"""

from __future__ import annotations

import re

from text import plain

# Single letters or digits with one and the same separator between them: three or more, with spaces four or more.
_APART = re.compile(
    r"(?<![\w'’])[^\W_](?:(?P<by> \. |[.\-_*·/])[^\W_](?:(?P=by)[^\W_])+|(?: [^\W_]){3,})(?!\w)"
)
_INSIDE = re.compile(r"[A-Za-z][0134578@$!](?=[A-Za-z])")
_MIXED = re.compile(r"(?<![\w@$!])[A-Za-z@$][A-Za-z0-9@$!]*")
# What stays at the end of such a word: two digits or more, exclamation marks.
_END = re.compile(r"(?:[0-9]{2,}|!)!*$")
_LETTERS = str.maketrans("0134578@$!", "oieastbasi")
# In prompts for pictures: how much a word weighs, "(smile:1.2)", "<lora:x:0.8>", and brackets that are there to weigh.
_WEIGHT = re.compile(r"(?::-?(?:\d{1,2}(?:\.\d*)?|\.\d+))+(?=\s{0,3}[)\]}>])")
_WEIGHING = re.compile(r"([(\[{])\1+|([)\]}])\2+")
# An address, and in what follows its host a part of several words: /lora-of-jane-roe.
_ADDRESS = re.compile(r"(?:[a-z][a-z0-9+.\-]*://|www\.)[^\s/?#]*(\S*)", re.IGNORECASE)
_SLUG = re.compile(r"[^\W\d_]{2,}(?:[-_+]|%20)[^\W\d_]{2,}")


def as_read(text: str) -> str:
    """`text` as the model gets it. Idempotent, linear, never raises."""
    text = _APART.sub(_joined, plain(text))
    text = _WEIGHING.sub(lambda brackets: brackets.group()[0], _WEIGHT.sub("", text))
    return _MIXED.sub(_lettered, text) if _INSIDE.search(text) else text


def says_something(text: str) -> bool:
    """Whether a text (as read) holds a letter outside addresses that spell nothing out. A bare link asks for nothing."""
    return any(map(str.isalpha, _ADDRESS.sub(lambda link: link[1] if _SLUG.search(link[1]) else "", text)))


def _joined(found: re.Match[str]) -> str:
    together = found.group().replace(found["by"] or " ", "")
    # Dates, sizes and lists of numbers stay.
    return together if sum(map(str.isalpha, together)) * 2 > len(together) else found.group()


def _lettered(found: re.Match[str]) -> str:
    word = found.group()
    if not _INSIDE.search(word) or sum(map(str.isalpha, word)) * 2 < len(word):
        return word
    end = _END.search(word)
    kept = end.group() if end else ""
    return word[: len(word) - len(kept)].translate(_LETTERS) + kept
