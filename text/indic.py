"""Words of the scripts of India and Sri Lanka in Latin letters, with the vowels that their consonants carry unwritten.

Called by `text.romanise`; imports nothing of this project. A consonant is spoken with an a unless a vowel sign or the sign
for none follows. Languages of the north leave that a out at the end of a word and between two open syllables (राहुल is
Rahul, देशपांडे is Deshpande); languages of the south speak it (కావ్య is Kavya).
"""

import re
import unicodedata

from anyascii import anyascii

_NOT_LETTERS = re.compile(r"[^a-z0-9]")
_TAMIL, _TELUGU, _SINHALA = "\u0b80", "\u0c00", "\u0d80"  # the scripts of the south, from here on
_UNWRITTEN = "ə"
_NO_VOWEL, _DOT = 9, 7  # combining classes
_LETTERS = {0x0B: "ri", 0x1A: "ch", 0x1B: "chh", 0x36: "sh", 0x37: "sh", 0x43: "ri"}
"""By place in a script (those from Devanagari to Malayalam are laid out alike), where anyascii says otherwise."""
_DOTTED = {0x15: "q", 0x17: "g", 0x1C: "z", 0x21: "r", 0x22: "rh", 0x2B: "f", 0x2F: "y"}
_TAMIL_LETTERS = {"த": "th", "ழ": "zh"}
_VOICED = {"k": "g", "t": "d", "p": "b", "th": "d", "s": "ch"}
_NASALS = ("m", "n", "ng")
_LABIALS = ("p", "b", "m", "")
_ALONE = "\u09ce\u0d7a\u0d7b\u0d7c\u0d7d\u0d7e\u0d7f"
"""Consonants that never carry a vowel."""


def ascii_letters(char: str) -> str:
    """One character in lower-case ASCII letters and digits; empty for a sign."""
    return _NOT_LETTERS.sub("", anyascii(char).lower())


def indic(bare: str) -> bool:
    """Whether a word is in one of these scripts."""
    return "\u0900" <= bare[:1] < "\u0e00"


def spoken(bare: str) -> list[str]:
    """A lower-case word's Latin forms, the likeliest first."""
    full = _syllables(bare)
    if bare[0] < _TAMIL:
        forms = [_without_unspoken(full), full]
    elif bare[0] < _TELUGU:
        soft = _tamil(full)
        forms = [soft, [(_VOICED.get(first, first), vowel) for first, vowel in soft[:1]] + soft[1:]]
    else:
        forms = [full]
    latin = list(map(_joined, forms))
    return list(dict.fromkeys([*latin, latin[0].replace("au", "ow")]))


def _syllables(bare: str) -> list[tuple[str, str]]:
    """(consonant, vowel) of each letter; either may be empty."""
    found: list[tuple[str, str]] = []
    for at, char in enumerate(bare):
        sign = unicodedata.category(char)[0] == "M"
        consonant, vowel = found[-1] if found else ("", "")
        if sign and unicodedata.combining(char) == _NO_VOWEL:
            found[-1:] = [(consonant, "")]
        elif sign and unicodedata.combining(char) == _DOT:
            found[-1:] = [(_DOTTED.get(ord(bare[at - 1]) & 0x7F, consonant) if at else "", vowel)]
        elif (latin := _latin(char)) and (latin[0] in "aeiou" or latin == "ri"):
            found[-1:] = [(consonant, latin)] if sign and vowel == _UNWRITTEN else [*found[-1:], ("", latin)]
        elif sign and latin == "m":
            found.append((_nasal(bare, at), ""))
        elif latin:
            alone = sign or char in _ALONE or not indic(char)
            found.append((latin, "" if alone else _UNWRITTEN))
    return found


def _latin(char: str) -> str:
    if char in _TAMIL_LETTERS:
        return _TAMIL_LETTERS[char]
    known = _LETTERS.get(ord(char) & 0x7F) if indic(char) and char < _SINHALA else None
    return known or ascii_letters(char)


def _nasal(bare: str, at: int) -> str:
    """The sign for a nasal, as what follows it makes it sound."""
    following = _latin(bare[at + 1]) if at + 1 < len(bare) else ""
    if following == "h":
        return "ng"
    return "m" if following[:1] in _LABIALS and (following or bare[0] >= _TAMIL) else "n"


def _without_unspoken(syllables: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """As the north speaks: no unwritten vowel at the end, nor between two open syllables, judged from the end."""
    spoken = list(syllables)
    for at in range(len(spoken) - 1, 0, -1):
        consonant, vowel = spoken[at]
        if vowel != _UNWRITTEN:
            continue
        before = spoken[at - 1]
        if at + 1 == len(spoken):
            silent = bool(before[1]) or before[0] in _NASALS  # Mishra, Gupta; but Anand
        else:
            after, sounded = spoken[at + 1]
            harpreet = after not in _NASALS and spoken[at + 2 : at + 3] and spoken[at + 2][0] == "r"
            silent = bool(before[1] and after and (sounded or harpreet))
        if silent:
            spoken[at] = (consonant, "")
    return spoken


def _tamil(syllables: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """k, t, p are written for g, d, b, too, and ch for s and j: which is meant, the neighbours say."""
    spoken: list[tuple[str, str]] = []
    for at, (consonant, vowel) in enumerate(syllables):
        before, before_vowel = syllables[at - 1] if at else ("", "")
        after = syllables[at + 1][0] if at + 1 < len(syllables) else ""
        soft = at > 0 and vowel != "" and (before_vowel or before in _NASALS)
        if consonant == "ch" and before != "ch" and after != "ch":
            consonant = "j" if before in _NASALS and not before_vowel else "s"
        elif soft and consonant in ("k", "t", "p"):
            consonant = _VOICED[consonant]
        spoken.append((consonant, vowel))
    return spoken


def _joined(syllables: list[tuple[str, str]]) -> str:
    """The letters, with what people write for ज्ञ, च्च and த்த."""
    latin = "".join(consonant + vowel for consonant, vowel in syllables).replace(_UNWRITTEN, "a")
    return latin.replace("chch", "ch").replace("thth", "th").replace("jn", "gy")
