"""Whether a full name is so common where it comes from that it tells nobody apart: the John Smiths of every country.

Called by `watchlists.scoring`, `watchlists.several_words` and `watchlists.distinctiveness`; reads tables/commonest.txt.
Rarity among all people (`watchlists.rarity`) does not see them: there are few hundred of one Finnish name in the world, and
in Finland everybody knows one.
"""

from collections import defaultdict
from functools import cache
from importlib.resources import files

from text.fold import fold

_MIDDLE_WORDS = ("thi", "van")
"""What Vietnamese write between the two and tells nobody apart."""
_LONGEST_SURNAME = 2
"""Characters, where a name is written in one piece."""


@cache
def _commonest() -> tuple[dict[str, int], dict[str, int]]:
    """(given names, surnames): folded name -> the countries in which it is among the commonest, as bits."""
    given: dict[str, int] = defaultdict(int)
    surnames: dict[str, int] = defaultdict(int)
    countries: dict[str, int] = {}
    for line in files("watchlists.tables").joinpath("commonest.txt").read_text("utf-8").splitlines():
        if line.startswith("#"):
            continue
        country, kind, *names = line.split()
        bit = countries.setdefault(country, 1 << len(countries))
        table = given if kind == "given" else surnames
        for name in names:
            table[fold(name).lower().replace("'", "")] |= bit
    return dict(given), dict(surnames)


def is_commonplace(parts: tuple[str, ...]) -> bool:
    """Whether a name consists of the commonest names of one country: a given name, a surname and nothing else.

    Two words that are written with a hyphen are one: Jean-Pierre, Ji-hoon.
    """
    if len(parts) > 2:
        parts = tuple(part for part in parts if part not in _MIDDLE_WORDS)
    if len(parts) == 3:
        first, middle, last = parts
        return _is_pair(first + middle, last) or _is_pair(first, middle + last)
    return len(parts) == 2 and _is_pair(*parts)


def is_commonplace_run(native: str) -> bool:
    """The same for a name in a script that writes it in one piece, surname first."""
    sizes = range(1, min(_LONGEST_SURNAME, len(native) - 1) + 1)
    return any(_is_pair(native[size:], native[:size]) for size in sizes)


def is_common_surname(part: str) -> bool:
    """Whether a surname is among the commonest of some country, however rare it is elsewhere: Quispe."""
    return part in _commonest()[1]


def _is_pair(one: str, other: str) -> bool:
    given, surnames = _commonest()
    return bool(given.get(one, 0) & surnames.get(other, 0) or given.get(other, 0) & surnames.get(one, 0))
