"""Names that are also ordinary words of their language: stella and marina, tuuli and meri, بهار.

Called by `watchlists.scoring` and `watchlists.several_words`; reads tables/twofold.txt. `watchlists.rarity` knows words by
how often they are written, which says little of a word that is as often a name.
"""

from collections.abc import Iterable
from functools import cache, reduce
from operator import and_

from watchlists.tables import by_origin, lines_of


@cache
def _languages() -> dict[str, int]:
    """Folded word -> the languages of which it is one, as bits."""
    parted = (line.partition(" ") for line in lines_of("twofold.txt"))
    return by_origin((language, words) for language, _, words in parted)


def is_twofold(bare: str) -> bool:
    """Whether a name is also a word of some language."""
    return bare in _languages()


def are_words(bares: Iterable[str]) -> bool:
    """Whether the words of a name are all words of one language."""
    known = _languages()
    return reduce(and_, (known.get(bare, 0) for bare in bares)) > 0
