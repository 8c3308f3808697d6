"""Names that are also ordinary words of their language: stella and marina, tuuli and meri, بهار.

Called by `watchlists.scoring` and `watchlists.several_words`; reads tables/twofold.txt. `watchlists.rarity` knows words by
how often they are written, which says little of a word that is as often a name.
"""

from collections import defaultdict
from collections.abc import Iterable
from functools import cache, reduce
from importlib.resources import files
from operator import and_

from text.fold import fold


@cache
def _languages() -> dict[str, int]:
    """Folded word -> the languages of which it is one, as bits."""
    found: dict[str, int] = defaultdict(int)
    bits: dict[str, int] = {}
    for line in files("watchlists.tables").joinpath("twofold.txt").read_text("utf-8").splitlines():
        if line.startswith("#"):
            continue
        language, _, words = line.partition(" ")
        bit = bits.setdefault(language, 1 << len(bits))
        for word in fold(words).lower().split():
            found[word] |= bit
    return dict(found)


def is_twofold(bare: str) -> bool:
    """Whether a name is also a word of some language."""
    return bare in _languages()


def are_words(bares: Iterable[str]) -> bool:
    """Whether the words of a name are all words of one language."""
    known = _languages()
    return reduce(and_, (known.get(bare, 0) for bare in bares)) > 0
