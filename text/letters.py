"""What single characters are: look-alikes of ASCII letters, invisible ones, scripts. Tables only, built at import.

Used by `text.plain` and `text.words`; imports nothing of this project.
"""

import re
import unicodedata
from importlib.resources import files

MAX_MARKS = 8
"""Combining marks kept in one run. Real orthographies stack three or four; more is decoration ("zalgo"), and sorting
a long run takes quadratic time in the standard library."""


def _lookalikes() -> dict[int, str]:
    table: dict[int, str] = {}
    for line in files("text.tables").joinpath("lookalikes.txt").read_text("utf-8").splitlines():
        letter, _, others = line.partition(" ")
        table.update((ord(other), letter) for other in others)
    return table


def _char_class(wanted: list[int]) -> str:
    """A regex character class of these code points, as ranges."""
    parts: list[str] = []
    start = previous = wanted[0]
    for code in [*wanted[1:], -1]:
        if code == previous + 1:
            previous = code
            continue
        parts.append(
            re.escape(chr(start))
            if start == previous
            else f"{re.escape(chr(start))}-{re.escape(chr(previous))}"
        )
        start = previous = code
    return "[" + "".join(parts) + "]"


_BLANK_LETTERS = (0x115F, 0x1160, 0x3164, 0xFFA0, 0x2800, 0x180E, 0x034F, 0x17B4, 0x17B5)
_categories = [(code, unicodedata.category(chr(code))) for code in range(0x80, 0x1F000)]
_categories += [(code, unicodedata.category(chr(code))) for code in range(0xE0000, 0xE01F0)]
_marks = [code for code, category in _categories if category in ("Mn", "Me")]
_unseen = sorted(
    {code for code, category in _categories if category == "Cf"}
    | set(_BLANK_LETTERS)
    | {0xAD, *range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0), *range(0xE0000, 0xE0080)}
)

LOOKALIKES = _lookalikes()
"""Code point -> the ASCII letter it passes for (keeps case)."""
STYLED = {
    code: letter
    for code, letter in LOOKALIKES.items()
    if code not in range(0x1F1E6, 0x1F200)
    and unicodedata.name(chr(code), "").split()[0] in ("LATIN", "NEGATIVE", "SQUARED")
}
"""The look-alikes that belong to no other script (small capitals, squared letters): Latin wherever they stand."""
INVISIBLE = re.compile(_char_class(_unseen))
"""Characters a reader cannot see: format controls, variation selectors, tags, blank fillers."""
INVISIBLE_CODES = frozenset(_unseen)
MARK_RUN = re.compile(f"({_char_class(_marks)}{{{MAX_MARKS}}}){_char_class(_marks)}+")
"""A run of more combining marks than any writing needs; group 1 is the part to keep."""
LATIN = re.compile("[A-Za-zÀ-ÖØ-öø-ɏḀ-ỿ]")


def word_set(words: str) -> frozenset[str]:
    """A set of words from one string: how word lists are written in this project."""
    return frozenset(words.split())


def visible(raw: str) -> str:
    """Without invisible characters and overlong runs of marks; ASCII text comes back as it is."""
    if raw.isascii():
        return raw
    return MARK_RUN.sub(r"\1", INVISIBLE.sub("", raw))
