"""Thai names as people spell them in Latin letters: silent letters, vowels before their consonant, ends of syllables.

Called by `text.romanise`; imports nothing of this project. Spellings keep a letter as it is written (Sawas) or as it is
spoken (Sawat), so both come out; vowels are left to whoever compares, since Thai writes only some.
"""

import re

_CONSONANT = "[\u0e01-\u0e2e]"
_SILENT = re.compile(f"{_CONSONANT}[\u0e34-\u0e39]?\u0e4c")
_VOWEL_FIRST = re.compile(f"([\u0e40-\u0e44])({_CONSONANT})")
_DOUBLED_R = re.compile(f"รร(?={_CONSONANT}|$)")
_MARKS = re.compile("[\u0e47-\u0e4b\u0e4d\u0e4e]")
_LAST = re.compile(f"(?<=.){_CONSONANT}$")
_SPOKEN = dict.fromkeys("จชซฌฎฏฐฑฒดตถทธศษส", "ท") | dict.fromkeys("ญณนรลฬ", "น") | dict.fromkeys("บปพฟภ", "ป")
"""How a consonant sounds at the end of a syllable."""
_AS_J = re.compile("(?<=.)[จชฌ]$")
_AS_K = re.compile("[จชฌ]")


def thai_spellings(bare: str) -> list[str]:
    """The word in Thai letters, in the order in which they are spoken: as it is written, then as it sounds."""
    bare = bare.replace("เจริญ", "จรน")  # Charoen
    heard = _MARKS.sub("", _DOUBLED_R.sub("\u0e31น", _SILENT.sub("", bare)))
    written = _VOWEL_FIRST.sub(r"\2\1", heard)
    spoken = _LAST.sub(lambda last: _SPOKEN.get(last.group(), last.group()), written)
    return list(dict.fromkeys((written, spoken, _AS_K.sub("k", spoken), _AS_J.sub("j", written))))
