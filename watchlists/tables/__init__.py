"""Tables of the matching engine, each beside the generator that made it. Read by `watchlists.rarity` and others."""

from collections import defaultdict
from collections.abc import Iterable
from importlib.resources import files

from text.fold import fold


def lines_of(table: str) -> list[str]:
    """The lines of a table of words, without its comments."""
    lines = files(__name__).joinpath(table).read_text("utf-8").splitlines()
    return [line for line in lines if not line.startswith("#")]


def by_origin(lists: Iterable[tuple[str, str]]) -> dict[str, int]:
    """Folded word -> the countries or languages that have it, as bits; from (country or language, words) pairs."""
    found: dict[str, int] = defaultdict(int)
    bits: dict[str, int] = {}
    for origin, words in lists:
        bit = bits.setdefault(origin, 1 << len(bits))
        for word in fold(words).lower().replace("'", "").split():
            found[word] |= bit
    return dict(found)
