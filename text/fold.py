"""Folding one word: to bare letters, to the key that disguises share, to its sound and to its stem.

Called by `text.words` (offsets) and `watchlists` (lists are folded exactly as texts are); imports `text.letters`.
Every function is pure and linear in the word's length; those that cost most remember the words seen lately.
"""

import re
import unicodedata
from functools import lru_cache

from text.letters import INVISIBLE_CODES, LOOKALIKES, STYLED, word_set

_SPECIAL = {
    "ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "ß": "ss", "ẞ": "SS", "æ": "ae", "Æ": "AE",
    "œ": "oe", "Œ": "OE", "þ": "th", "Þ": "Th", "ð": "d", "Ð": "D", "ı": "i", "ŋ": "n", "ə": "e", "Ə": "E",
    "ħ": "h", "Ħ": "H", "ŧ": "t", "ɓ": "b", "ɗ": "d", "ƙ": "k", "ɛ": "e", "ɔ": "o", "ʻ": "'", "ʼ": "'", "’": "'",
    "‘": "'", "´": "'", "`": "'", "ˈ": "'", "′": "'", "אַ": "א", "־": "-",
    "ә": "а", "Ә": "А", "қ": "к", "Қ": "К", "ғ": "г", "Ғ": "Г", "ұ": "у", "Ұ": "У", "ү": "у", "Ү": "У", "ө": "о", "Ө": "О",
    "ң": "н", "Ң": "Н", "һ": "х", "Һ": "Х",
}  # fmt: skip
_SPECIAL |= dict(
    zip(
        "邊邉齋澤濱濵櫻廣眞惠髙﨑嵜瀧嶋嶌冨槇彌與瀨圓淺峯",
        "辺辺斎沢浜浜桜広真恵高崎崎滝島島富槙弥与瀬円浅峰",
        strict=True,
    )
)
"""Japanese characters of names in their other shape: 渡邊 and 渡辺 are one family's."""
_KEEP_COMPOSED = re.compile(
    "[\u0900-\u1fff\u3040-\u30ff\u3100-\u9fff\uac00-\ud7ff\uf900-\ufaff\uff66-\uffdc]"
)
_DROPPED = re.compile(
    "[\u0300-\u036f\u0483-\u0489\u0591-\u05c7\u0610-\u061a\u064b-\u0655\u0670\u06d6-\u06ed\u0640\u20d0-\u20ff]"
)
_ARABIC = str.maketrans("أإآٱىةؤئیکہھے", "ااااايوييكههي"[:13])
_LEET = str.maketrans("i1!|0345$7@€£¢¥+", "lllloeassta"[:11] + "elcyt")


class _Folded(dict[int, str]):
    """Code point -> what `base_letters` says of it, filled as they are met."""

    def __missing__(self, code: int) -> str:
        letters = self[code] = _base_letters(chr(code))
        return letters


_FOLDED = _Folded()


def base_letters(char: str) -> str:
    """One character without accents, width, style or vowel points, case kept; empty for what cannot be seen."""
    return _FOLDED[ord(char)]


def _base_letters(char: str) -> str:
    code = ord(char)
    if code in INVISIBLE_CODES:
        return ""
    if code in STYLED:
        return STYLED[code]
    if char in _SPECIAL:
        return _SPECIAL[char]
    if 0x1F1E6 <= code < 0x1F200:
        return LOOKALIKES[code]
    if _KEEP_COMPOSED.match(char) and not 0x1E00 <= code < 0x2000:
        return unicodedata.normalize("NFKC", char)
    spread = _DROPPED.sub("", unicodedata.normalize("NFKD", char))
    return "".join(STYLED.get(ord(c)) or _SPECIAL.get(c, c) for c in spread).translate(_ARABIC)


def fold(word: str) -> str:
    """A word without accents, width, style and invisible characters; case and other scripts kept."""
    if word.isascii():
        return word
    return unicodedata.normalize("NFC", word.translate(_FOLDED))


def unmask(word: str) -> str:
    """A folded word with every look-alike letter of another script read as the ASCII letter it passes for."""
    return word if word.isascii() else word.translate(LOOKALIKES)


def leet_key(bare: str) -> str:
    """What a lower-case bare word and its leet spellings share: i, 1, l and ! are one letter."""
    return bare.translate(_LEET)


def disguise_key(bare: str) -> str:
    """As `leet_key`, and m is rn, w is vv. Letter by letter: the key of joined words is their keys joined."""
    return bare.translate(_LEET).replace("m", "rn").replace("w", "vv")


_HARD_OR_SOFT = frozenset(
    ["schtsch", "szcz", "shtsh", "shch", "stsch", "tsch", "tch", "tsh", "cz", "cs", "ch", "c"]
)
"""k, but s before e, i and y."""
_UNITS = {
    "s": "sch sh sj sz ş", "j": "dzh dsch dj zh dz", "h": "kh", "g": "gh", "t": "th", "d": "dh", "b": "bh",
    "r": "rh", "k": "ck qu q", "ks": "x", "of": "off ow", "ef": "eff ew", "f": "ph v", "v": "w", "u": "ou oo ue",
    "o": "oe eo", "a": "ae aa", "i": "ej ee ie ey ei ij iy yi ii y",
}  # fmt: skip
_SOUND_OF = {unit: to for to, units in _UNITS.items() for unit in units.split()}
_UNIT = re.compile(
    "schtsch|szcz|shtsh|shch|stsch|tsch|tch|tsh|cz|cs(?=.)|ck|ch|c|sch|sh|sj|sz|ş|dzh|dsch|dj|zh|dz|kh|gh(?=.)|ph|th|dh|bh|rh"
    "|qu|q|x|off$|ow$|eff$|ew$|ej$|v$|w|ou|oo|ue(?=[^aeiouy])|oe(?=.)|eo|ae|aa|ee|ie|ey|ei|ij|iy|yi|ii|y"
)
_MUTE = re.compile(r"(?<=[aeiou])h(?=[^aeiou]|$)")
_DOUBLED = re.compile(r"(.)\1+")


def _heard(unit: re.Match[str]) -> str:
    found = unit.group()
    if found in _HARD_OR_SOFT:
        return "s" if unit.string[unit.end() : unit.end() + 1] in ("e", "i", "y") else "k"
    return _SOUND_OF[found]


_VOWELS = str.maketrans("eo", "au")


@lru_cache(50_000)
def sound(bare: str) -> str:
    """How a romanised lower-case name sounds, coarsely: Yusuf/Yousuf, Mohammed/Muhammad, Müller/Mueller agree."""
    heard = _UNIT.sub(_heard, bare)
    if "h" in heard:
        heard = _MUTE.sub("", heard)
    return _DOUBLED.sub(r"\1", heard).translate(_VOWELS)


_VOWELS_AFTER_W = ("a", "e", "i")
_HALF_VOWELS = str.maketrans("", "", "wv")
_ASSIMILATED = re.compile("^abd[aeiou]?l(?=[dnrstz])")
"""Abdulrahman, as it is spoken: Abdurrahman."""
_CONSONANTS = str.maketrans("pvqzjg", "bfksck", "aeiouyhw'")


@lru_cache(50_000)
def consonants(bare: str) -> str:
    """The consonant skeleton of a romanised name, for scripts that do not write vowels; may be short."""
    if bare.startswith("ou") and bare[2:3] in _VOWELS_AFTER_W:
        bare = f"w{bare[2:]}"  # Ouardighi, as the French write Wardighi
    plain = bare.translate(_HALF_VOWELS).replace("tz", "z").replace("kh", "k")
    heard = sound(_ASSIMILATED.sub("abd", plain))
    first = "a" if heard[:1] in "aeiou" and bare[:1] not in "wv" else ""
    return first + _DOUBLED.sub(r"\1", heard.translate(_CONSONANTS))


_ENDINGS_LATIN = re.compile(
    r"(?:iego|iemu|owej|owego|ovej|oveho|ovou|nego|owi|ovi|ami|ach|ego|emu|iej|aho|sella|selle|sesta|sen|nen|lla|"
    r"lle|sta|lta|ella|elle|esta|essa|een|aan|nin|nun|inin|unun|ini|unu|una|ina|inda|unda|indan|undan|nda|nde|yla|yle|iem|ym|im|em|om|en|ei|ej|oj|ou|ie|es|as|os|us|is|(?<=dott)ir|ur|(?<=.{5})ar|(?<=so)nar|a|e|i|o|u|y|s|n)$"
)
_ENDINGS_CYRILLIC = re.compile(
    r"(?:ими|ыми|ого|ому|ами|ях|ях|ою|ею|ои|еи|ои|ыи|ии|ая|яя|ую|юю|"
    r"ым|им|ом|ем|ев|ья|ье|ью|а|я|ы|и|у|ю|е|о|ь|й|і|ї)$"
)
_ENDINGS_GEORGIAN = re.compile("(?:ის|ით|ად|მა|ში|ზე|ს|ე|ი|ა|ო)$")
_ENDINGS_ARMENIAN = re.compile("(?:ից|ին|ով|ի|ը|ն)$")
_ENDINGS_GREEK = re.compile(r"(?:ος|ης|ας|ους|ου|ων|α|η|ο|ι|ε|υ|ς)$")


_ENDINGS_BEFORE = (
    ("\u0400", _ENDINGS_GREEK),
    ("\u0530", _ENDINGS_CYRILLIC),
    ("\u0590", _ENDINGS_ARMENIAN),
    ("\u10a0", _ENDINGS_LATIN),
    ("\u1100", _ENDINGS_GEORGIAN),
)


_LATIN_FLEETING = re.compile("(?<=..[^aeiouy])(?:e(?=[klc]$)|a(?=c$))")
_CYRILLIC_FLEETING = re.compile("(?<=.[^аеиоуыэюяіє])[ео](?=[клц]$)")
"""The vowel of Marek, Павел, that their other cases (Marka, Павла) leave out."""
_SOFT_ENDS = "аеиоуыэюяіьє"


@lru_cache(50_000)
def stem(bare: str) -> str:
    """A lower-case name without its case ending (Slavic, Finnish, Turkish, plural or possessive s); at least 3 letters."""
    script = bare[:1]
    endings, fleeting = _ENDINGS_LATIN, _LATIN_FLEETING
    if script >= "\u0370":
        endings = next((found for end, found in _ENDINGS_BEFORE if script < end), _ENDINGS_LATIN)
        fleeting = _CYRILLIC_FLEETING
    shorter = endings.sub("", bare)
    if endings is _ENDINGS_CYRILLIC:
        while len(shorter) > 3 and shorter[-1] in _SOFT_ENDS:
            shorter = shorter[:-1]
    return fleeting.sub("", shorter) if len(shorter) >= 3 else bare


_ENDINGS = word_set(
    fold(
        "s es in un a u e i o y ov om em im ym ou oj ej ie owi ovi ego iego emu ach ami ya ye yi nin nun ni nu na nda ndan "
        "da dan de den n sta ssa lla lle ta en an ina inna "
        "nak nek val vel rol tol hoz ban ben t ς ου а у ом ем е ы и ой ою ей ю я ых ым ами ого ому "
        "ро ийн ын ийг ыг ගේ ට ව ගෙන් "
        "ning ni ga ge ka lar ler aren ren ri ei ului it ut os es io us ai ui ui le lt ga st ks "
        "ның нің дың дің тың тің нинг ни дан ға ге да де на ні ою єю і ї ові ою та "
        "ის ი მა მ ს ით ად ზე ში თან ի ին ից ով ը ն ում को का की के जी ले लाई मा ने से র এর কে ের "
        "ांचा ांची ांचे ांनी ांना ंचा ंची ंचे ंनी ंना "
        "யின் வின் ின் ை க்கு ால் ோட ோடு வோட யோட ar चा ची चे च्या ने ला चं नं नी शी ን "
        "ના ની નો નું ને માં થી ಯವರ ನವರ ರವರ ಯ ನ ಗೆ ను ని కి కు లో తో గారి గారు യുടെ ക്ക് യെ യും ଙ୍କ ର କୁ "
    )
)
"""What languages append to a name (Slavic, Turkish, Finnish, Germanic, possessives)."""
_TAMIL_OF = ("\u0bbf\u0ba9\u0bcd", "\u0bcb\u0b9f", "\u0bc1\u0b95\u0bcd\u0b95\u0bc1", "\u0bc8")
"""Of (also as it is spoken), to and the object, after a name that ends in a consonant; the sign that no vowel follows
stands there otherwise."""
_MALAYALAM_OF = "\u0d3f\u0d28\u0d4d\u0d31\u0d46"
"""The same in Malayalam."""
_MALAYALAM_OF_N = ("ന്റെ", "നെ", "നോട്")
"""Of, to and the object after an n: മേനോന്റെ."""
_CHILLU = {"ല": "ൽ", "ന": "ൻ", "ര": "ർ", "ള": "ൾ", "ണ": "ൺ"}
"""Malayalam consonants, and as they end a word."""
_FINNISH = word_set("n lla lle lta sta ssa")
_FINNISH_HILL = re.compile("mae(?:n|lle|lta|sta|ssa|lla)$")
_WEAK = re.compile("(?:(?<=[aeiouyh])[kptd]|nn|ng|mm|ll|rr|(?<=[aeiouy])[lr])(?=[aeiouy]$)")
_STRONG = {
    "k": "kk", "p": "pp", "t": "tt", "d": "t", "nn": "nt", "ng": "nk", "mm": "mp", "ll": "lt", "rr": "rt",
    "l": "lk", "r": "rk",
}  # fmt: skip
"""Finnish consonants before most case endings, and in the name as it is listed: Pekan, Pekka."""
_CYRILLIC_BASIC = {
    "а": ("о",), "я": ("и", "ь"), "ю": ("я", "и", "ь"), "и": ("а", "я"), "і": ("а", "я"), "ы": ("а",), "у": ("а",),
    "е": ("а", "я", "и"), "ои": ("а", "ая"), "еи": ("а", "я"), "ем": ("и", "ь"), "ого": ("ии", "ыи"), "ому": ("ии", "ыи"),
    "им": ("ии",), "ым": ("ыи",), "ую": ("ая",), "ског": ("ски",), "чког": ("чки",),
}  # fmt: skip
_LATIN_BASIC = {
    "ou": ("a",), "ovi": ("a",), "ie": ("ia",), "iego": ("y", "i"), "iej": ("a",), "skog": ("ski",),
    "ckog": ("cki",), "ei": ("a",), "ce": ("ka",), "ove": ("ova",),
    "jem": ("",), "aan": ("as",),
}  # fmt: skip
"""Czech, Polish, Romanian, Slovenian and Finnish cases, whose accents are folded away: Škvrňákovou, Zofię, Smarandei,
Jitce Havlíčkové, Gašperjem, Kettukankaan."""
_FINNISH_KANGAS = re.compile("(?<=an)kaa(?=(?:n|lle|lta|sta|ssa|lla)$)")
_SLAVIC = word_set("a u em om ie owi ovi ou")
_LOST_LATIN = re.compile("(?<=..[^aeiouy])(?=[klc]$)")
"""Where the e of the name as it is listed was, before these endings: Hrubouňkem, of Hrubouněk."""
_HUNGARIAN_WITH = re.compile(r"(.)\1(s|z|y?)[ae]l$")
"""With somebody, in Hungarian: Balázzsal, Péterrel."""
_GREEKLISH = re.compile("(?<=[bdfgklmnprstvxz])h(?=s?$)")
"""η, as Greeks type it in Latin letters: karpouzelh, elenhs."""
_LOST = re.compile("(?<=..[^аеиоуыэюяіє])(?=[клц]$)")


_PREFIXES = (("\u0590", "\u0600", "בהולמשכ"), ("\u0600", "\u0700", "لبوفك"), ("\u1200", "\u1380", "የለበከ"))
"""(from, to, letters): what Hebrew, Arabic and Ethiopic write before a name as one word with it: to, from, and, of."""


def _strong(weak: re.Match[str]) -> str:
    return _STRONG[weak.group()]


def basic_forms(bare: str) -> list[str]:
    """What a lower-case name may be an inflected form of, besides itself: words of at least 3 letters."""
    found: list[str] = []
    cyrillic = "\u0400" <= bare[:1] < "\u0530"
    for size, ending, listed, basics in endings_of(bare[-4:], cyrillic):
        root = bare[:-size]
        if len(root) < 2:
            break
        if len(root) > 2 and listed:
            found.append(root)
            if ending in _FINNISH and root[-1] == "e":
                found.append(f"{root[:-1]}i")
                found.append(_WEAK.sub(_strong, found[-1]))  # Ahvenlammen, of Ahvenlampi
            if ending in _FINNISH and _WEAK.search(root):
                found.append(_WEAK.sub(_strong, root))
            elif cyrillic and _LOST.search(root):
                found.append(_LOST.sub("е", root))
            elif ending in _SLAVIC and _LOST_LATIN.search(root):
                found.append(_LOST_LATIN.sub("e", root))
        found += [root + basic for basic in basics]
    if not bare.isascii():
        found += _basic_by_affix(bare)
    elif bare.endswith("l") and (with_somebody := _HUNGARIAN_WITH.search(bare)):
        found.append(bare[: with_somebody.start()] + "".join(with_somebody.groups()))
    elif "h" in bare[-2:] and _GREEKLISH.search(bare):
        found.append(_GREEKLISH.sub("i", bare).removesuffix("s"))
    elif bare.endswith("dottur"):
        found.append(f"{bare[:-2]}ir")
    elif "nkaa" in bare[2:] and _FINNISH_KANGAS.search(bare):
        found.append(f"{_FINNISH_KANGAS.split(bare)[0]}gas")
    elif "mae" in bare and (ended := _FINNISH_HILL.search(bare)):
        found.append(f"{bare[: ended.start()]}maki")
    return [form for form in found if len(form) > 2]


@lru_cache(20_000)
def endings_of(tail: str, cyrillic: bool) -> list[tuple[int, str, bool, tuple[str, ...]]]:
    """(size, ending, whether it is one that is appended, what stands in its place in the name) of what a word may end in,
    the shortest first."""
    cases = _CYRILLIC_BASIC if cyrillic else _LATIN_BASIC
    endings = [(size, tail[-size:]) for size in range(1, len(tail) + 1)]
    return [
        (size, ending, ending in _ENDINGS, cases.get(ending, ()))
        for size, ending in endings
        if ending in _ENDINGS or ending in cases
    ]


def _basic_by_affix(bare: str) -> list[str]:
    """The same for prefixes and endings of scripts that have them as signs of their own."""
    found: list[str] = []
    if len(bare) > 3 and any(
        low <= bare[1] < high and bare[0] in letters for low, high, letters in _PREFIXES
    ):
        found.append(bare[1:])
    found += [f"{bare.removesuffix(ending)}\u0bcd" for ending in _TAMIL_OF if bare.endswith(ending)]
    if bare.endswith(_MALAYALAM_OF):
        root = bare[: -len(_MALAYALAM_OF)]
        found.append(f"{root}\u0d4d")
        found += [root[:-1] + _CHILLU[last] for last in root[-1:] if last in _CHILLU]
    found += [f"{bare.removesuffix(ending)}ൻ" for ending in _MALAYALAM_OF_N if bare.endswith(ending)]
    return found
