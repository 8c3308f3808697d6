"""Names of East Asia: families, readings of characters, and the many ways to write one syllable in Latin letters.

Called by `text.romanise` and `watchlists`; imports nothing of this project. Systems differ more than people do: 志明 is
Zhiming in pinyin and Chih-ming in Wade-Giles, 영희 is Yeong-hui and Young-hee; `eastern` hears them alike.
"""

import re
from functools import cache
from importlib.resources import files
from itertools import product

_MOST = 12

_UNITS = {
    "si": "szu ssu", "ci": "tzu", "c": "zh ch ts tz tc j q z c", "s": "hs sh x s ss", "k": "kk k g gg", "t": "tt t d",
    "p": "pp p b", "l": "r l", "yu": "yeo you yoo yo yu iung", "ye": "ieh ie ye yeh yae",
    "u": "eo ou oo eu uo o u ueh ue w wu woo", "i": "ih i ee ui yi y", "e": "ae e eh",
    "ian": "ien ian", "yan": "yen yan", "ng": "ng",
}  # fmt: skip
_HEARD = {unit: to for to, units in _UNITS.items() for unit in units.split()}
_UNIT = re.compile("|".join(sorted(_HEARD, key=len, reverse=True)))


@cache
def _readings(table: str) -> dict[str, list[str]]:
    lines = files("text.tables").joinpath(table).read_text("utf-8").splitlines()
    return {char: readings for char, *readings in map(str.split, lines)}


def eastern(bare: str) -> str:
    """How a romanised Chinese or Korean name sounds whatever system wrote it; coarse."""
    return _UNIT.sub(lambda unit: _HEARD[unit.group()], bare)


def japanese_given(bare: str) -> list[str]:
    """Likely readings of a Japanese given name, character by character; empty if one is unknown."""
    return _by_character(bare, "kanji.txt")


def cantonese_given(bare: str) -> list[str]:
    """Readings of a given name as Hong Kong writes it in Latin letters; empty if a character is unknown."""
    return _by_character(bare, "cantonese.txt")


def _by_character(bare: str, readings: str) -> list[str]:
    table = _readings(readings)
    if not 1 <= len(bare) <= 3 or any(char not in table for char in bare):
        return []
    return list(dict.fromkeys("".join(parts) for parts in product(*(table[char] for char in bare))))[:_MOST]
