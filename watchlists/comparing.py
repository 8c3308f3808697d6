"""Whether one word of a text can be one word of a watched name, how, and at what price in bits.

Called by `watchlists.scoring` and `watchlists.several_words`; imports `text` and `watchlists.rarity`. Prices are −log2
of how much rarer the bend is than the plain spelling, rounded by hand and tuned on invented posts; the more the result
looks like another real name or word, the higher.
"""

import re
from functools import lru_cache
from typing import NamedTuple

from rapidfuzz.distance import OSA

from text.fold import basic_forms, consonants, disguise_key, leet_key, sound, stem, unmask
from text.indic import indic
from text.romanise import by_rule, romanised, spellings
from text.words import Shape, unspaced
from watchlists.match import How
from watchlists.nicknames import nicknames_of, variants_of
from watchlists.rarity import UNKNOWN_SURNAME, is_word, names, words

_TWINS = frozenset(("uv", "vw", "iy", "ck", "sz", "ij", "kq", "bv", "dt", "cz", "cs", "uw"))
_DOTTED = str.maketrans("і", "и")
"""Kazakh and Ukrainian names as Russian writes them: Айгерім, Айгерим."""
_SEMITIC_CONSONANTS = re.compile("[^אהויעاوىيةهع]")
"""Letters of Hebrew and Arabic that stand for no vowel: נועה (Noa) has one consonant, בן two."""
_GREEK = re.compile("[\u0370-\u03ff]")
"""Where cases take letters away: Παπαθεοφάνη, of Παπαθεοφάνης."""
_HEBREW = re.compile("[\u05d0-\u05ea]+")
_VOWEL_LETTERS = "וי"
_ALEF, _AFTER_ALEF = "اأإآא", "aeiouyh'"
_NO_VOWELS = str.maketrans("", "", "aeiou")
_MEANINGFUL = Shape.MASKED | Shape.SPELLED | Shape.DIGIT | Shape.CAPITAL


OTHER_NAME = 10.0
"""What it costs that a word is an inflected form and at least as likely another given name: Michel, Michelle."""
_READ_IN_DISGUISE = 2.5
"""The price of a reading in Latin letters with signs for some of them."""
_COMMON_SURNAME = 13.0
"""Up to so many bits as a surname, a like name is rather that one than a spelling of a rarer one."""
_COMMON = 12.0
"""Up to so many bits as a given name, two names a letter apart (Sofia, Sonia; Erik, Erika) are two people's."""


_FAR_RARER, _FAR_RARER_SLOPE = 8.0, 5.0
"""A listed name rarer by so many bits than another that it resembles is a typo of that; from so many less on, partly."""


class Likeness(NamedTuple):
    """How a word stands for a part of a name."""

    how: How
    cost: float
    by_ear: bool = False
    """Only the sound agrees, within one script."""


def compare(part: str, bare: str, shape: int) -> Likeness | None:
    """Likeness of a text's folded word to a folded name part, or None."""
    return same_word(part, bare, shape & _MEANINGFUL)


@lru_cache(50_000)
def same_word(part: str, bare: str, shape: int) -> Likeness | None:
    """As `compare`, for the bits of a shape that matter; remembers the pairs seen lately."""
    if part == bare:
        if shape & Shape.MASKED:
            return Likeness("homoglyph", 0.3)
        return Likeness("spaced", 0.5) if shape & Shape.SPELLED else Likeness("exact", 0.0)
    if len(bare) == 1:
        same = shape & Shape.CAPITAL and (bare == part[0] or _is_initial_of(bare, part))
        return Likeness("initial", 0.0) if same and len(part) > 1 else None
    if len(part) == 1 or not bare:
        return Likeness("initial", 1.0) if bare[:1] == part and shape & Shape.CAPITAL else None
    if bare[:2] in ("al", "el") and bare[2:] == part and len(part) > 3:
        return Likeness("folded", 1.0)
    if "*" in bare:
        return _censored(part, bare)
    return _disguised(part, bare) or _bent(part, bare, shape) or _mistyped(part, bare, shape)


def _is_initial_of(letter: str, part: str) -> bool:
    """Whether a letter of one script begins a word of another: T. for Тихон."""
    if letter.isascii() == part.isascii():
        return False
    return any(a[:1] == b[:1] for a in romanised(letter) or [letter] for b in romanised(part)[:2] or [part])


def _censored(part: str, bare: str) -> Likeness | None:
    """A word some of whose letters were hidden: Ro*bling."""
    hidden = bare.count("*")
    if len(part) != len(bare) or hidden * 3 > len(part):
        return None
    same = all(b in (a, "*") or leet_key(a) == leet_key(b) for a, b in zip(part, bare, strict=True))
    return Likeness("leet", 1.0 + 0.5 * hidden) if same else None


def _disguised(part: str, bare: str) -> Likeness | None:
    seen = unmask(bare)
    if seen == part:
        return Likeness("homoglyph", 1.0)
    if disguise_key(seen) == disguise_key(part):
        changed = abs(len(seen) - len(part)) + sum(a != b for a, b in zip(seen, part, strict=False))
        if seen.isalpha():  # only i/l or rn/m: may be a word of its own
            return None if is_word(seen) or seen in names() else Likeness("homoglyph", 3.0)
        return Likeness("leet", 0.5 + 0.5 * changed)
    return None


def _bent(part: str, bare: str, shape: int) -> Likeness | None:
    if part.isascii() and bare.isascii():
        if _umlauts(part) == _umlauts(bare):
            return Likeness("folded", 0.5)
        if bare in variants_of(part):
            return Likeness("transliteration", 1.0)
        if bare in nicknames_of(part):
            return Likeness("nickname", 2.5)
        if bare not in names() and not nicknames_of(part).isdisjoint(basic_forms(bare)):
            return Likeness("nickname", 4.0)
        return _inflected(part, bare) or _spelled_by_ear(part, bare, shape)
    if part.isascii() == bare.isascii():
        return _inflected(part, bare) or _read_alike(part, bare)
    return _romanised(part, bare) or _disguised_reading(part, bare)


def _disguised_reading(part: str, bare: str) -> Likeness | None:
    """A word in Latin letters and signs for letters, that is read as one in another script: R@hul."""
    if part.isascii() or bare.isalpha():
        return None
    key = disguise_key(bare)
    return Likeness("leet", _READ_IN_DISGUISE) if key in map(disguise_key, romanised(part)[:4]) else None


def _read_alike(part: str, bare: str) -> Likeness | None:
    """Two words of one other script that are read alike, or of which one is the other's pet name: Юрій, Юрий; Саша."""
    if unspaced(part) or unspaced(bare):
        return None
    if len(part) > 2 and not _sounds(part).isdisjoint(_sounds(bare)):
        return Likeness("transliteration", 2.0)
    if _HEBREW.fullmatch(part) and _is_spelled_fully(*sorted((part, bare), key=len)):
        return Likeness("transliteration", 2.0)
    forms = [*romanised(bare)[:3], *(by_rule(form) for form in basic_forms(bare))]
    mine = romanised(part)[:4]
    if not {*forms}.isdisjoint(mine):
        return Likeness("transliteration", 2.5)
    pets = {pet for form in forms for pet in nicknames_of(form)}
    return Likeness("nickname", 2.5) if pets.intersection(mine) else None


def _is_spelled_fully(shorter: str, longer: str) -> bool:
    """Whether a Hebrew surname is another with the letters for vowels inside it, which people write or leave out.

    Of short names they make others: דנה is Dana, דינה Dina.
    """
    letters = iter(longer)
    inside = all(letter in letters for letter in shorter)
    added = len(longer) - len(shorter)
    return len(shorter) > 5 and 0 < added <= 2 and inside and _vowels(longer) - _vowels(shorter) == added


def _vowels(bare: str) -> int:
    return sum(map(bare.count, _VOWEL_LETTERS))


def _sounds(bare: str) -> set[str]:
    return {sound(form) for form in spellings(bare.translate(_DOTTED))}


def _umlauts(bare: str) -> str:
    return bare.replace("ae", "a").replace("oe", "o").replace("ue", "u")


def _inflected(part: str, bare: str) -> Likeness | None:
    root = stem(part)
    if root != stem(bare):
        if part in basic_forms(bare):
            return Likeness("inflection", (2.5 if len(part) > 3 else 5.0) + _commoner(part, bare))
        return None
    if bare in names() and part in names() and names()[bare][0] < 14 and bare.isascii():
        return Likeness(
            "inflection", OTHER_NAME if names()[bare][0] < _COMMON and names()[part][0] < _COMMON else 7.0
        )
    if part.startswith(bare) and not _GREEK.match(part):  # cases add letters: Mansour is no form of Mansouri
        return Likeness("inflection", OTHER_NAME if part.isascii() else 6.0)
    return Likeness("inflection", (2.0 if len(root) > 3 else 3.0) + _commoner(part, bare))


def _spelled_by_ear(part: str, bare: str, shape: int) -> Likeness | None:
    if len(part) < 3 or sound(part) != sound(bare):
        return None
    if is_word(bare) and not shape & Shape.CAPITAL:
        return None
    gap = OSA.distance(part, bare)
    if gap > 3 + len(part) // 4:
        return None
    return Likeness("transliteration", 0.9 + gap * 0.4 + _commoner(part, bare), by_ear=True)


def _commoner(part: str, bare: str) -> float:
    """What it costs that a like name is a surname far commoner than the listed one: Price, where Pryce is listed."""
    if bare not in names() or names()[bare][1] > _COMMON_SURNAME:
        return 0.0
    listed = names()[part][1] if part in names() else UNKNOWN_SURNAME
    return min(5.0, max(0.0, listed - names()[bare][1]))


def _romanised(part: str, bare: str) -> Likeness | None:
    foreign, latin = (bare, part) if part.isascii() else (part, bare)
    forms = romanised(foreign)
    if latin in forms:
        return Likeness("transliteration", 1.5)
    heard = sound(latin)
    if any(sound(form) == heard for form in forms):
        return Likeness("transliteration", 2.0)
    if any(latin in nicknames_of(form) for form in forms[:3]):
        return Likeness("nickname", 3.0)
    if not part.isascii() and any(form in forms for form in basic_forms(latin)):
        return Likeness("transliteration", 3.0)
    with_vowel = foreign[0] in _ALEF and not foreign.startswith("ال")
    if with_vowel and latin[0] not in _AFTER_ALEF and latin not in {form[1:] for form in forms}:
        return None  # Ikram is no Karim, but Ismail is Smail
    rule = by_rule(foreign)
    vowelless = "\u0590" <= foreign[0] < "\u0780" or "\u0e00" <= foreign[0] < "\u0e80"
    skeleton, written = (consonants, forms) if vowelless else (heard_bones, [rule])
    bones = skeleton(latin)
    few = vowelless and len(latin) <= 4 and not _SEMITIC_CONSONANTS.search(foreign[1:])
    if bones and bones in map(skeleton, written) and (len(bones) >= 2 or few):
        if vowelless and _has_another_reading(latin, forms):
            return None
        gap = OSA.distance(rule, latin)
        if vowelless and rule[-1] == "y" and latin[-1] not in "aeiy":
            return Likeness("transliteration", 9.0)  # a long final i is written: Mansouri is not Mansour
        if vowelless or gap <= max(2, len(latin) // 3):
            return Likeness("transliteration", 3.0 if vowelless and len(bones) > 2 else 4.0)
    inflects = "\u0400" <= foreign[0] < "\u0530"
    if inflects and any(latin in romanised(form) for form in basic_forms(foreign)):
        return Likeness("transliteration", 3.0)
    if len(rule) >= 6 and OSA.distance(sound(rule), heard) == 1:
        if indic(foreign) and heard_bones(rule) != heard_bones(latin):
            return None  # these scripts tell consonants apart: Rajesh, Rakesh
        if latin not in names():
            return Likeness("transliteration", 4.5)
        return None if names().keys() & set(forms) else Likeness("transliteration", 10.0)
    if inflects:
        ended = sound(by_rule(stem(foreign)))
        if len(ended) >= 3 and (heard == ended or heard[:-1] == ended):
            return Likeness("transliteration", 4.0)
    return None


def _has_another_reading(latin: str, forms: list[str]) -> bool:
    """Whether a name in Latin letters is known, and so is how the other is read: Mohammed, محمود; but Khaled, خالد."""
    known = [form for form in forms if form[0] == latin[0] and form in names()] if latin in names() else []
    apart = 2 if len(latin) <= 4 else 3
    return bool(known) and all(OSA.distance(latin, form) >= apart for form in known)


def heard_bones(latin: str) -> str:
    """The consonants of how a word sounds."""
    return sound(latin).translate(_NO_VOWELS)


def _alike(a: str, b: str) -> bool:
    """Whether the one letter that differs is often written for the other: Lindqvist, Lindquist."""
    return any(x != y and "".join(sorted((x, y))) in _TWINS for x, y in zip(a, b, strict=True))


def _digits(bare: str) -> str:
    return "".join(filter(str.isdigit, bare))


def _mistyped(part: str, bare: str, shape: int) -> Likeness | None:
    shortest = min(len(part), len(bare))
    if shortest < 3 or abs(len(part) - len(bare)) > 2 or not (part.isascii() and bare.isascii()):
        return None
    gap = OSA.distance(part, bare, score_cutoff=2)
    if gap == 0 or gap > 2 or (gap == 2 and shortest < 9):
        return None
    if _digits(part) != _digits(bare):
        return None
    if shortest == 3 and part[0] != bare[0]:
        return None  # Moe, Soe
    a_word = is_word(bare) or (bare in words() and bare not in names())
    if a_word and not shape & Shape.CAPITAL:
        return None
    if gap == 1 and len(part) == len(bare) and _alike(part, bare):
        return Likeness("transliteration", 4.0 if bare in names() and part in names() else 2.0, by_ear=True)
    cost = 5.0 if a_word else 0.0
    cost += 4.0 if gap == 1 else 8.0
    cost += 2.5 if part[0] != bare[0] else 0.0
    cost += max(0, 6 - shortest) * 1.3
    return Likeness("typo", cost + _another_name(part, bare))


def _another_name(part: str, bare: str) -> float:
    """What it costs that a typo is somebody else's name: nothing if that is far rarer than the name itself."""
    listed = names()
    if bare not in listed:
        return 0.0
    if part not in listed:
        return 3.0
    price = 7.0 if listed[bare][0] < _COMMON and listed[part][0] < _COMMON else 5.0
    rarer = min(listed[bare]) - min(listed[part])
    return price * min(1.0, max(0.0, (_FAR_RARER - rarer) / _FAR_RARER_SLOPE))
