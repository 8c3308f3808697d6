"""Person names of other scripts in Latin letters: by rule, and by a table where rules fail.

Called by `watchlists` for texts and lists alike; imports `text.fold`, `text.eastern`, `text.indic` and `text.thai`. The
table (romanised.txt, made by `text.tables.make_romanised`, and by_hand.txt) holds the forms that people really use for a
name: 玛丽 is Mary, not mali.
"""

import re
from functools import cache
from importlib.resources import files

import jaconv

from text.eastern import cantonese_given, japanese_given
from text.fold import fold
from text.indic import ascii_letters, indic, spoken
from text.letters import word_set
from text.thai import thai_spellings


class _Ascii(dict[int, str]):
    """Code point -> lower-case ASCII letters and digits, filled as characters are met."""

    def __missing__(self, code: int) -> str:
        latin = self[code] = ascii_letters(chr(code))
        return latin


_ASCII = _Ascii()
_UNASPIRATED = str.maketrans("", "", "h")
_SUN_LETTER = re.compile("(?<=..)ال(?=[تثدذرزسشصضطظلن])")
_ARMENIAN_O = re.compile("^ո")
_SERBIAN = re.compile("[ђћљњџј]")
_GAJ = str.maketrans(
    {
        "ђ": "d",
        "ћ": "c",
        "љ": "lj",
        "њ": "nj",
        "џ": "dz",
        "ж": "z",
        "ш": "s",
        "ч": "c",
        "ц": "c",
        "х": "h",
        "ј": "j",
    }
)
"""Serbian and Macedonian letters as Latin ones, whose hooks are folded away."""
_AS_GERMAN = {"щ": "schtsch", "ж": "sch", "х": "ch", "ч": "tsch", "ц": "z", "я": "ja", "ю": "ju"}
_HARD_TS = re.compile("ц(?![еиіэєї])")
_UKRAINIAN = re.compile("[іїєґ]")
_GERMAN = re.compile("[щжхчцяю]")
"""Letters that German spells as no other language does: Schigalowa, Achterberg."""
_PERSIAN_Z = re.compile("[ضذظ]")
_ARABIC_ARTICLE = re.compile("^(?:ال|وال)(?=..)")
_GREEK_VOWELS = re.compile("([αεηο])υ((?=[θκξπστφχψς]|$))?")
_GREEK_HEADS = {"mp": "b", "nt": "d", "gk": "g"}
"""How words begin as they are written and as they are spoken: both are used in Latin letters."""

_KOREAN_SURNAMES = {
    "김": "kim gim", "이": "lee yi rhee", "박": "park pak bak", "최": "choi choe", "정": "jung jeong chung", "강": "kang",
    "조": "cho jo", "윤": "yoon yun", "장": "jang chang", "임": "lim im", "한": "han", "오": "oh", "서": "seo suh",
    "신": "shin sin", "권": "kwon gwon", "황": "hwang", "안": "ahn an", "송": "song", "류": "ryu yoo", "유": "yoo yu you",
    "홍": "hong", "전": "jeon jun", "고": "ko go", "문": "moon mun", "양": "yang", "손": "son sohn", "배": "bae pae",
    "백": "baek paik", "허": "heo hur", "남": "nam", "심": "shim sim", "노": "noh roh", "하": "ha", "곽": "kwak",
    "성": "sung seong", "차": "cha", "주": "joo ju", "우": "woo", "구": "koo gu", "민": "min", "진": "jin", "나": "na ra",
    "지": "ji", "엄": "um eom", "변": "byun", "채": "chae", "원": "won", "천": "cheon", "방": "bang", "공": "kong gong",
    "현": "hyun", "함": "ham", "여": "yeo", "추": "choo chu", "남궁": "namgung namkung namgoong namkoong", "황보": "hwangbo",
    "림": "rim lim", "리": "ri lee yi", "로": "ro roh", "량": "ryang yang", "려": "ryo yeo",
    "선우": "sunwoo seonu", "제갈": "jegal", "독고": "dokgo dokko",
}  # fmt: skip
_KOREAN_R = re.compile("(?<!l)l(?=[aeiouyw])")
"""ㄹ at the beginning of a syllable: 예린 is Yerin."""
_CHINESE_SURNAMES = (
    "wang li zhang liu chen yang huang zhao wu zhou xu sun ma zhu hu guo he lin gao luo zheng liang xie song tang feng yu "
    "dong xiao cheng cao yuan deng fu shen zeng peng lu su jiang cai jia ding wei xue ye yan pan du dai xia zhong tian ren "
    "fan fang shi yao tan liao zou xiong jin hao kong bai cui kang mao qiu qin gu hou shao meng long wan duan "
    "qian yin chang "
    "qiao lai gong wen ouyang situ zhuge lee chan wong cheung lau leung ng ho tsai hsu chang chou tseng hsieh lo yip kwok"
)
_TWO_CHARACTER_SURNAMES = word_set(
    "欧阳 歐陽 司马 司馬 司徒 上官 诸葛 諸葛 东方 東方 皇甫 尉迟 尉遲 公孙 公孫 慕容 令狐 长孙 長孫 宇文 夏侯 端木 南宫 "
    "南宮 独孤 獨孤 轩辕 軒轅 呼延 申屠 濮阳 濮陽 西门 西門 东郭 東郭 남궁 황보 선우 제갈 독고"
)
_JAPANESE = re.compile("[\u3040-\u30ff]")


def _read(name: str) -> dict[str, tuple[str, ...]]:
    lines = files("text.tables").joinpath(name).read_text("utf-8").splitlines()
    return {form: tuple(latin) for form, *latin in map(str.split, lines)}


@cache
def _by_hand() -> dict[str, tuple[str, ...]]:
    """Japanese surnames."""
    return {fold(form): latin for form, latin in _read("by_hand.txt").items()}


@cache
def _given_names() -> dict[str, tuple[str, ...]]:
    """Arabic, Persian and Hebrew given names; what is one name but for the letters of its language is one line."""
    table: dict[str, tuple[str, ...]] = {}
    for form, latin in _read("given_names.txt").items():
        bare = fold(form)
        table[bare] = tuple(dict.fromkeys((*table.get(bare, ()), *latin)))
    return table


def arabic_spellings() -> list[tuple[str, ...]]:
    """The Latin spellings of each Arabic or Persian given name of the table: Youssef, Yusuf, Yousef."""
    return [latin for form, latin in _given_names().items() if form[0] >= "\u0600"]


@cache
def _table() -> dict[str, tuple[str, ...]]:
    table = _read("romanised.txt")
    for form, latin in (*_by_hand().items(), *_given_names().items()):
        table[form] = tuple(dict.fromkeys((*latin, *table.get(form, ()))))
    return table


def by_rule(bare: str) -> str:
    """A lower-case word letter by letter in ASCII; Arabic and Hebrew come out without vowels."""
    return spellings(bare)[0]


def spellings(bare: str) -> list[str]:
    """As `by_rule`, and then what else the same letters are spelled as."""
    first = bare[:1]
    if indic(bare):
        return spoken(bare)
    if "\u0370" <= first < "\u0400":
        letters = _GREEK_VOWELS.sub(_greek_vowels, bare).replace("γγ", "ng").translate(_ASCII)
        head = _GREEK_HEADS.get(letters[:2])
        forms = [head + letters[2:], letters] if head else [letters]
        if "χ" in bare:
            forms.append(bare.replace("χ", "x").translate(_ASCII))  # Χρυσούλα, as Greeks type it: xrysoula
        return list(dict.fromkeys((*forms, letters.replace("mp", "b").replace("nt", "d"))))
    if "\u0530" <= first < "\u0590":
        latin = _ARMENIAN_O.sub("vo", bare.replace("ու", "u")).translate(_ASCII)
        return [latin, latin.replace("kh", "x")] if "խ" in bare else [latin]
    if "\u10d0" <= first < "\u1100":
        latin = bare.translate(_ASCII)
        typed = latin.replace("kh", "x").replace("ts", "c")  # as Georgians type it
        return list(dict.fromkeys((latin, typed)))
    if "\u0e00" <= first < "\u0e80":
        return [form.translate(_ASCII).translate(_UNASPIRATED) for form in thai_spellings(bare)]
    latin = _SUN_LETTER.sub("", _ARABIC_ARTICLE.sub("", bare)).translate(_ASCII)
    if "\u0590" <= first < "\u0780":
        return _vowelless(bare, latin)
    if _SERBIAN.search(bare):
        return [bare.translate(_GAJ).translate(_ASCII), latin]
    return _cyrillic(bare, latin) if "\u0400" <= first < "\u0530" else [latin]


def _cyrillic(bare: str, latin: str) -> list[str]:
    """The spellings of a Cyrillic word: г is g in Russian, h in Ukrainian, щ is sht in Bulgarian; German has its own."""
    forms = [latin]
    if "г" in bare:
        forms.insert(0 if _UKRAINIAN.search(bare) else 1, latin.replace("g", "h"))
    if bare[0] == "є":
        forms = [form.replace("ie", "ye", 1) for form in forms]
    elif bare[0] == "е":
        forms.append(f"j{latin}")  # Јелисавета, as Serbian and Polish spell it
    if _GERMAN.search(bare):
        forms.append(_GERMAN.sub(lambda found: _AS_GERMAN[found.group()], bare).translate(_ASCII))
    if "щ" in bare:
        forms.append(latin.replace("shch", "sht"))
    if _HARD_TS.search(bare):
        forms.append(_HARD_TS.sub("c", bare).translate(_ASCII))  # Цветелина, as Bulgarians type it: Cvetelina
    if "х" in bare:
        forms.append(latin.replace("kh", "x"))  # Юлдошхонова, in Uzbek letters Yuldoshxonova
    return forms


def _vowelless(bare: str, latin: str) -> list[str]:
    """The spellings of a Hebrew or Arabic word: ח is h or ch, ض is d in Arabic and z in Persian."""
    if bare[0] < "\u0600":
        latin = latin.replace("ts", "z")
    if bare[0] in "אעع" and latin[:1] not in "aeiou":
        latin = f"a{latin}"
    if "ח" in bare:
        return [latin, latin.replace("h", "ch"), latin.replace("h", "kh")]
    if _PERSIAN_Z.search(bare[1:]):
        return [latin, *spellings(bare[0] + _PERSIAN_Z.sub("ز", bare[1:]))]
    return [latin]


def _greek_vowels(found: re.Match[str]) -> str:
    first, voiceless = found.groups()
    if first == "ο":
        return "ou"
    return first + ("f" if voiceless is not None else "v")


def listed(bare: str) -> tuple[str, ...]:
    """The Latin forms that the table has for this very word, the most common first."""
    return _table().get(bare, ())


def romanised(bare: str) -> list[str]:
    """Latin forms of a lower-case word in another script, likeliest first; empty for a Latin word."""
    if bare.isascii():
        return []
    forms = dict.fromkeys(listed(bare))
    forms.update(dict.fromkeys(form for form in spellings(bare) if form and form != bare))
    return list(forms)


@cache
def east_asian_surnames() -> frozenset[str]:
    """Latin forms of Korean and Chinese surnames: names with one of them may stand in Han or Hangul in a text."""
    latin = {form for forms in _KOREAN_SURNAMES.values() for form in forms.split()}
    return frozenset(latin | set(_CHINESE_SURNAMES.split()))


def _surnames(bare: str) -> list[str]:
    """Forms of a Han surname: as Mandarin reads it, then as families abroad write it."""
    return list(dict.fromkeys([by_rule(bare), *listed(bare)]))


_KANA = re.compile("[\u3041-\u3096\u30a1-\u30fa\u30fc]+")
_LONG_VOWEL = re.compile("(?<=o)u|(?<=u)u|(?<=o)o|-")


def kana_spellings(bare: str) -> list[str]:
    """A word of kana alone in Latin letters, long vowels written and left out; empty for any other word."""
    if not _KANA.fullmatch(bare):
        return []
    latin = jaconv.kana2alphabet(jaconv.kata2hira(bare))
    return list(dict.fromkeys([latin.replace("-", ""), _LONG_VOWEL.sub("", latin)]))


def unspaced_parts(bare: str) -> list[tuple[list[str], list[str]]]:
    """A name written without spaces (王小明, 김민수, 田中太郎) as possible (surname forms, given-name forms) in Latin.

    Han names of Chinese people split after one character (after two for the compound surnames), Korean ones alike;
    Japanese names split where the table knows both parts.
    """
    size = len(bare)
    splits: list[tuple[list[str], list[str]]] = []
    if not 2 <= size <= 8:
        return splits
    hangul = "\uac00" <= bare[0] <= "\ud7a3"
    if size <= 4 and not _JAPANESE.search(bare):
        at = 2 if bare[:2] in _TWO_CHARACTER_SURNAMES and size > 2 else 1
        if size - at <= 2:
            known = _KOREAN_SURNAMES.get(bare[:at])
            surname = known.split() if known else _surnames(bare[:at])
            given = [by_rule(bare[at:])] if hangul or size - at == 2 else romanised(bare[at:])
            given += [_KOREAN_R.sub("r", given[0])] if hangul else cantonese_given(bare[at:])
            splits.append((surname, [form for form in given if form]))
    if not hangul:
        for at in range(1, size):
            given = [*listed(bare[at:]), *(japanese_given(bare[at:]) if bare[:at] in _by_hand() else ())]
            if listed(bare[:at]) and given and at + 1 < size + (size > 3):
                splits.append((list(listed(bare[:at])), list(dict.fromkeys(given))))
    kept = (tuple([form for form in side if form] for side in split) for split in splits)
    return [(surname, given) for surname, given in kept if surname and given]
