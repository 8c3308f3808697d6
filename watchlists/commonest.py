"""Whether a full name is so common where it comes from that it tells nobody apart: the John Smiths of every country.

Called by `watchlists.scoring` and those beside it, and by `watchlists.distinctiveness`; reads tables/commonest.txt.
Rarity among all people (`watchlists.rarity`) does not see them: there are few hundred of one Finnish name in the world, and
in Finland everybody knows one.
"""

from collections.abc import Iterator
from functools import cache

from watchlists.tables import by_origin, lines_of
from watchlists.terms import Name

_MIDDLE_WORDS = ("thi", "van")
"""What Vietnamese write between the two and tells nobody apart."""
_LONGEST_SURNAME = 2
"""Characters, where a name is written in one piece."""


@cache
def _given() -> dict[str, int]:
    """Folded given name -> the countries in which it is among the commonest, as bits."""
    return by_origin(_lists("given"))


@cache
def _surnames() -> dict[str, int]:
    """The same for surnames."""
    return by_origin(_lists("surname"))


def _lists(wanted: str) -> Iterator[tuple[str, str]]:
    """(country, names) of one kind. Every country has both kinds, in one order, so that their bits agree."""
    for line in lines_of("commonest.txt"):
        country, kind, names = line.split(" ", 2)
        if kind == wanted:
            yield country, names


def is_common(name: Name) -> bool:
    """Whether so many have a name where it comes from that it tells nobody apart."""
    return is_commonplace(name.parts) or _is_commonplace_run(name.native)


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


def _is_commonplace_run(native: str) -> bool:
    """The same for a name in a script that writes it in one piece, surname first."""
    sizes = range(1, min(_LONGEST_SURNAME, len(native) - 1) + 1)
    return any(_is_pair(native[size:], native[:size]) for size in sizes)


def is_common_surname(part: str) -> bool:
    """Whether a surname is among the commonest of some country, however rare it is elsewhere: Quispe."""
    return part in _surnames()


def _is_pair(one: str, other: str) -> bool:
    given, surnames = _given(), _surnames()
    return bool(given.get(one, 0) & surnames.get(other, 0) or given.get(other, 0) & surnames.get(one, 0))
