"""Names inside runs of scripts that write no spaces.

Called by `watchlists.candidates`; imports `text.romanise` and `watchlists.rarity`.
"""

import re
from collections.abc import Iterable, Sequence
from itertools import combinations, product

from text.eastern import eastern
from text.fold import disguise_key
from text.romanise import kana_spellings, unspaced_parts
from watchlists.keys import SOUND, WORD
from watchlists.rarity import names

_LENGTHS = range(2, 13)
_LONG_LENGTHS = range(4, 36)
_MOST_CUTS = 6
"""In one run of kana, names begin and end at so many of its words."""
_LEAST_KANA = 4
_KANA = re.compile(f"[\u3041-\u3096]{{{_LEAST_KANA},12}}|[\u30a1-\u30fa\u30fc]{{{_LEAST_KANA},12}}")
_AFTER_A_NAME = re.compile("(?:さん|ちゃん|くん|さま)?[のをがはにともで]?$")
_LONG_SCRIPT = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]")


def run_candidates(
    bare: str, starts: Iterable[int], edges: Sequence[int] = ()
) -> list[tuple[int, int, int, str]]:
    """(start, end, kind, key) of names that may stand inside a run.

    starts: where the first two letters of a watched name of that script stand.
    edges: where its words begin, if it is of several.
    """
    found: list[tuple[int, int, int, str]] = []
    lengths = _LONG_LENGTHS if _LONG_SCRIPT.search(bare) else _LENGTHS
    for start in starts:
        for length in lengths:
            end = start + length
            if end > len(bare):
                break
            found.append((start, end, WORD, disguise_key(bare[start:end])))
    for kana in _KANA.finditer(bare):
        inside = [at for at in edges if kana.start() < at < kana.end()]
        for start, end in combinations([kana.start(), *inside[:_MOST_CUTS], kana.end()], 2):
            written = bare[start:end]
            if len(written) < _LEAST_KANA:
                continue
            for name in dict.fromkeys((written, _AFTER_A_NAME.sub("", written))):
                found += [
                    (start, start + len(name), WORD, disguise_key(latin)) for latin in kana_spellings(name)
                ]
    for start in range(len(bare) - 1):
        if bare[start : start + 1] not in names() and bare[start : start + 2] not in names():
            continue
        for end in range(start + 2, min(start + 7, len(bare)) + 1):
            for surname, given in unspaced_parts(bare[start:end]):
                for s, g in product(surname[:4], given[:6]):
                    found.append((start, end, WORD, disguise_key(s + g)))
                    found.append((start, end, SOUND, eastern(s + g)))
    return found
