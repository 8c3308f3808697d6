"""How many bits a name or a handle is worth: the rarity of its words, in whichever order makes it more common.

Called by `watchlists.scoring`, `watchlists.several_words`, `watchlists.distinctiveness` and the benchmark; imports
`watchlists.rarity`.
"""

from math import log2

from watchlists.rarity import bits, is_word, names, wordiness, words
from watchlists.terms import Name

MOST = 17.0
"""Bits that one word counts at most."""
_HAN_BITS, _KANA_BITS = 5.0, 3.2
"""Bits of one character of a name that is in no table; Thai letters count as kana do."""
LEAST = 11.0
"""Bits of the commonest name of two words: one for a moderator, in small lists."""


def distinctive(handle: str) -> float:
    """Bits of a handle seen without its site: long and odd ones are nobody else's, "maria" is everybody's."""
    letters = handle.strip("._0123456789")
    plain = letters.replace(".", "").replace("_", "")
    if plain in words() or is_word(plain):
        base = min(14.0, 9.0 - min(wordiness(plain), 9.0) / 3)
    elif plain in names():
        base = min(bits(plain)) + 1.0
    else:
        base = min(22.0, 2.9 * len(plain))
    return min(26.0, base + 2.0 * min(4, len(handle) - len(plain)))


def name_bits(parts: tuple[str, ...], matched: list[int] | None = None) -> float:
    """Bits of the matched parts of a name, in whichever order of given name and surname makes it more common."""
    if len(parts) == 1:
        return single_bits(parts[0])
    found = matched if matched is not None else list(range(len(parts)))
    ends = (found[0], found[-1])
    a, b = bits(parts[ends[0]]), bits(parts[ends[1]])
    total = min(min(a[0], MOST) + min(b[1], MOST), min(a[1], MOST) + min(b[0], MOST))
    return max(LEAST, total + sum(min(5.0, min(bits(parts[i])) / 2) for i in found[1:-1]))


def single_bits(bare: str) -> float:
    """Bits of a name that is one word: rare letters are worth much, a given name or a word little."""
    if bare in names():
        return min(bits(bare)) + (2.0 if not is_word(bare) else 0.0)
    frequency = words().get(bare, 0.0)
    if frequency:
        return min(19.0, -log2(frequency)) - 3.0
    if not bare.isascii():
        return min(21.0, 5.0 * len(bare))
    return min(22.0, 3.4 * len(bare))


def native_bits(name: Name) -> float:
    """Bits of a name written without spaces."""
    native = name.native
    if len(name.parts) > 1:
        return name_bits(name.parts)
    if native in names() or len(native) < 2:
        return single_bits(native)
    if any("\u0e00" <= c < "\u0f00" or "\u3040" <= c < "\u3100" for c in native):
        return min(24.0, sum(_HAN_BITS if "\u3400" <= c < "\ua000" else _KANA_BITS for c in native))
    at = 2 if len(native) > 3 else 1
    surname = min(bits(native[:at])[1], 10.0)
    given = native[at:]
    known = bits(given)[0] if given in names() else 14.5
    return surname + (min(known, 8.0) if len(given) == 1 else min(15.5, known + 1.5))
