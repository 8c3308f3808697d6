"""What the model reads of a text: folded as everywhere (`text.plain`), then the commonest disguises undone.

Letters kept apart ("n.u.d.e", "l o r a") are joined, and digits and signs inside a word are read as the letters they
stand for ("c0w0rker", "tw!tch"), in a text full of them at its ends as well ("t0 tr41n"). Version numbers at a word's end
("sd1.5", "wan2") stay. Stacked accents and cApItAlS by turns go. The weights in prompts for pictures
say nothing of who is meant, and go. Called by `intent.classifier` and, so that the model learns from what it will see, by
`intent.training`. Imports of Headsup only `text`.
"""

from __future__ import annotations

import re
import unicodedata

from text.plain import plain, settled

# Single letters or digits with one and the same separator between them: three or more, with spaces four or more.
_APART = re.compile(
    r"(?<![\w'’])[^\W_](?:(?P<by> \. |[.\-_*·/])[^\W_](?:(?P=by)[^\W_])+|(?: [^\W_]){3,})(?!\w)"
)
_INSIDE = re.compile(r"[A-Za-z][0134578@$!€](?=[A-Za-z])")
_MIXED = re.compile(r"(?<![\w@$!€])[A-Za-z@$€][A-Za-z0-9@$!€]*")
# What stays at the end of such a word: two digits or more, exclamation marks.
_END = re.compile(r"(?:(?<![0-9])[0-9]{2,}+!*+|(?<!!)!++)$")
_LETTERS = str.maketrans("0134578@$!€", "oieastbasie")
# So many such words make a text one that hides its words. There, signs at a word's beginning are letters, too, and those at
# its end if there are others in it; and so are those of the shortest words: 0f, t0, th3.
_MANY = 3
_HIDDEN = re.compile(r"(?<![\w@$!€])(?=[0134578@$!€]*[A-Za-z])[A-Za-z0134578@$!€]+(?!\w)")
_SHORTEST = re.compile(r"0[a-z]{1,2}|(?:[ts]h|[dghmnstw])[03]", re.IGNORECASE)
_SIGN = re.compile(r"[0134578@$!€]")
_ACCENT = re.compile(r"[\u0300-\u036f]")
_ACCENTED = re.compile(r"(?:[^\W\d_]|[\u0300-\u036f])+")
_LOOSE = re.compile(r"[A-Za-z\u00c0-\u024f\u1e00-\u1eff][\u0300-\u036f]")
_ON_LATIN = re.compile(r"(?<=[A-Za-z])[\u0300-\u036f]+")
_CAPITALS = re.compile("[A-Z]+")
_WORD = re.compile(r"[A-Za-z]{2,}")
# A capital inside a word that one letter or none follows, or one and another capital: wItH, nOt.
_BY_TURNS = re.compile(r"[a-z][A-Z](?:[a-z](?:[A-Z]|(?![a-z]))|(?![A-Za-z]))")
# In prompts for pictures: how much a word weighs, "(smile:1.2)", "<lora:x:0.8>", and brackets that are there to weigh.
_WEIGHT = re.compile(r"((?::-?(?:\d{1,2}(?:\.\d*+)?|\.\d++))++)(\s{0,3}[)\]}>])?")
_WEIGHING = re.compile(r"([(\[{])\1+|([)\]}])\2+")
# Half of a character, which no tokenizer takes.
_HALF = re.compile("[\ud800-\udfff]")
# An address, and in what follows its host a part of several words: /lora-of-jane-roe.
_ADDRESS = re.compile(r"(?<![a-z0-9+.\-])(?:[a-z][a-z0-9+.\-]*+://|www\.)[^\s/?#]*+(\S*+)", re.IGNORECASE)
_SLUG = re.compile(r"(?<![^\W\d_])[^\W\d_]{2,}+(?:[-_+]|%20)[^\W\d_]{2}")


def as_read(text: str) -> str:
    """`text` as the model gets it. Idempotent, linear, never raises."""
    return settled(text, _once)


def _once(text: str) -> str:
    text = _HALF.sub("\ufffd", text)
    text = _in_one_case(_APART.sub(_joined, _unaccented(plain(text))))
    text = _WEIGHING.sub(lambda brackets: brackets.group()[0], _WEIGHT.sub(_unweighed, text))
    inside = len(_INSIDE.findall(text))
    if inside >= _MANY:
        text = _HIDDEN.sub(_unhidden, text)
    return _MIXED.sub(_lettered, text) if inside else text


def says_something(text: str) -> bool:
    """Whether a text (as read) holds two different letters outside addresses that spell nothing out. A bare link asks for
    nothing, nor does one letter again and again."""
    words = _ADDRESS.sub(lambda link: link[1] if _SLUG.search(link[1]) else "", text)
    return len(set(filter(str.isalpha, words.lower()))) > 1


def _unaccented(text: str) -> str:
    """Accents that have not become one with their letters are mostly stacked to hide a word: it goes without any.

    A few alphabets do write such letters (Yoruba, Guarani): their words are read without accents, too.
    """
    return _ACCENTED.sub(_without_accents, text) if _ACCENT.search(text) else text


def _without_accents(found: re.Match[str]) -> str:
    word = found.group()
    if not _LOOSE.search(word):
        return word
    return unicodedata.normalize("NFC", _ON_LATIN.sub("", unicodedata.normalize("NFD", word)))


def _in_one_case(text: str) -> str:
    """A text whose words mostly change between small and capital letters, in small ones."""
    words = _WORD.findall(text)
    by_turns = sum(1 for word in words if _BY_TURNS.search(word))
    if by_turns < _MANY or by_turns * 5 < len(words) * 2:
        return text
    return _CAPITALS.sub(lambda capitals: capitals.group().lower(), text)


def _joined(found: re.Match[str]) -> str:
    together = found.group().replace(found["by"] or " ", "")
    # Dates, sizes and lists of numbers stay.
    return together if sum(map(str.isalpha, together)) * 2 > len(together) else found.group()


def _unweighed(found: re.Match[str]) -> str:
    """Weights go where a bracket closes after them: 16:9 is none."""
    return found[2] or found[0]


def _unhidden(found: re.Match[str]) -> str:
    word = found.group()
    if _SHORTEST.fullmatch(word):
        return _as_letters(word)
    signs = len(_SIGN.findall(word.rstrip("0134578@$!€")))
    few = signs == 0 or (signs == 1 and not word[0].isalpha() and word[0] != "0")  # flux1, 1girl
    return word if few or sum(map(str.isalpha, word)) * 2 < len(word) else _as_letters(word)


def _lettered(found: re.Match[str]) -> str:
    word = found.group()
    if not _INSIDE.search(word) or sum(map(str.isalpha, word)) * 2 < len(word):
        return word
    end = _END.search(word)
    kept = end.group() if end else ""
    return _as_letters(word[: len(word) - len(kept)]) + kept


def _as_letters(word: str) -> str:
    """Signs as the letters they stand for; the first one of a handle stays."""
    handle = word[0] == "@"
    return word[:handle] + word[handle:].translate(_LETTERS)
