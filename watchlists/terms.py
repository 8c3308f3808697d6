"""A person's terms taken apart: which words of a name count, and every key under which the index files it.

Called by `watchlists.indexing` (filing) and `watchlists.scoring` (comparing); imports `text` and `watchlists.handles`.
"""

import re
from collections.abc import Iterable
from functools import lru_cache
from itertools import product
from typing import NamedTuple

from text.eastern import eastern
from text.letters import word_set
from text.romanise import east_asian_surnames, romanised, unspaced_parts
from text.words import SERVANT, Shape, cut, unspaced
from watchlists.handles import Profile, is_everybodys, read_handle, read_url
from watchlists.keys import ADDRESS, HANDLE, RUN_HEAD, SOUND, WORD
from watchlists.person import Person
from watchlists.rarity import RARE_GIVEN, bits, names

PARTICLES = word_set(
    "de del della di da das do dos du des der den van von vom zu zum ter ten te la le las los el al ul ibn bin bint ben abu "
    "dela degli dello delle dei delos vd ap af av y e i of the san santa st mac o фон дер binti binte bte bt"
)
SON_OF = word_set("bin ibn ben bint binti binte bte bt")
_SECOND_OF_TWO = re.compile(
    r"(?:Nurul?|Siti|Muhamm[ae]d|Mohamm?[ae]d|Mohd\.?|Ahmad|Wan|Nik|Puteri) (\S+) (?:bin|binti|binte|bte|bt) (\S+)"
)
"""Malay names whose first word everybody has: people are called by the second, Hidayu Razmin."""
SUFFIXES = word_set(
    "jr sr ii iii iv phd md dds esq mr mrs ms miss dr prof sir dame mullah maulana shaykh sheikh haji hafiz "
    "ayatollah dato datuk"
)
_ALSO_NAMES = word_set("maulana shaykh sheikh haji hafiz mullah")
"""Titles that are somebody's name, too: Robert Maulana, Hafiz Rahman."""
MOST_PARTS = 6
_HYPHENED = re.compile(r"[^\W\d_]{2,9}-[^\W\d_]{2,9}")
_RUN_TOGETHER = re.compile(r"(?!Mac)([A-Z][a-z]{3,})([A-Z][a-z]{3,})")
"""JaneRoe, for Jane Roe."""
_SERBIAN_D = re.compile("[đĐ]")
"""Đorđe, whom Serbs without that letter write Djordje; in Vietnamese it is a d."""
_VIETNAMESE = re.compile("[\u01a0\u01a1\u01af\u01b0\u0102\u0103\u1ea0-\u1ef9âêôÂÊÔàèìòùÀÈÌÒÙ]")
SYLLABLES = re.compile(r"\b[^\W\d_]{2,5}-[^\W\d_]{2,5}\b")
"""A given name of two syllables, as Koreans and Chinese write it: Min-seok."""
OTHER_LETTERS = 1.0
"""From this bend on, a name is read from a script that writes no spaces."""
_ZWNJ = "\u200c"
"""Parts the words of a Persian compound, as a hyphen does."""
_PERSIAN_COMPOUND = re.compile("(?:محمد|علي|غلام|امير)(?=...)")
_ARTICLE = re.compile(r"\b[ae]l[- ]", re.IGNORECASE)
_THAI_TITLE = re.compile(r"^\s*(?:(?:นางสาว|น\.ส\.|นาย|เด็กหญิง|เด็กชาย|ด\.[ญช]\.)\s*|นาง\s+)(?=[ก-ฮเ-ไ])")
_SLAVIC_SURNAME = re.compile(
    "(?:[бвгджзклмнпрстфхцчшщ]|ко|[сц]ь?к[иі]{1,2}|[оы]и|[оеи]ва|[иы]на|ая|[сц]ь?ка|ль|рь|ць"
    "|[oei]v|[iy]n|[uya]k|ik|ko|sk[iy]{1,2}|[oei]va|[iy]na|aya|ska|yan|ich|ets)$"
)
_PATRONYMIC = re.compile(
    "(?:(?:[оеі]в|иль|кузьм|лук|фом|никит)ич|[оеії]вна|ична|(?:[oey]v|il[iy]|kuzm|luk|fom|nikit)[iy]ch|[oeiy]vna|ichna)$"
)


class Name(NamedTuple):
    """A name or alias as the matcher sees it."""

    term: str
    parts: tuple[str, ...]
    """Its words folded, in the written order, without particles and titles."""
    native: str
    """The name as one run, if its script writes no spaces; else empty."""
    alias: bool
    bend: float = 0.0
    """Price of reading the name this way at all: romanised from a script that writes no spaces."""


class Keys(NamedTuple):
    """What is filed for one person. Pairs and initials are of folded words; singles are found alone."""

    pairs: list[tuple[str, str]]
    initials: list[tuple[str, str]]
    abbreviated: list[tuple[str, str]]
    """Where the list itself has but an initial."""
    singles: list[tuple[int, str]]
    """(kind of `watchlists.keys`, string)."""


@lru_cache(200_000)
def part(chunk: str) -> tuple[str, ...]:
    """The folded words of one chunk of a name."""
    words = cut(chunk)
    if len(words) == 1:
        return (words[0].bare,)
    words = [word for word in words if not word.shape & Shape.HYPHENED]
    if words and words[0].shape & Shape.WHOLE and not words[0].shape & Shape.DIGIT:
        return (words[0].bare,)
    return tuple(word.bare for word in words if not word.shape & (Shape.PART | Shape.HYPHENED))


@lru_cache(200_000)
def simple_part(chunk: str) -> str:
    """The folded word of a chunk that is one plain word of a name; empty if it needs a closer look."""
    if not (chunk.isascii() and chunk.isalpha() and len(chunk) > 1) or SERVANT.match(chunk):
        return ""
    words = part(chunk)
    return words[0] if len(words) == 1 and words[0] not in PARTICLES and words[0] not in SUFFIXES else ""


_SIMPLE_HANDLE = re.compile(r"@?([A-Za-z0-9_](?:[A-Za-z0-9_.\-]{0,38}[A-Za-z0-9_])?)")


def simple_handle(term: str) -> str:
    """The handle of a term such as @janeroe; empty if it needs a closer look."""
    found = _SIMPLE_HANDLE.fullmatch(term)
    return found.group(1).lower() if found else ""


def read_name(term: str, alias: bool = False) -> Name:
    """A name or alias taken apart; without parts if it holds no letter."""
    chunks = term.split()
    if len(chunks) == 2:
        left, right = simple_part(chunks[0]), simple_part(chunks[1])
        if left and right:
            return Name(term, (left, right), "", alias)
    every: list[str] = []
    for chunk in _THAI_TITLE.sub("", term).replace("・", " ").replace("·", " ").split()[:24]:
        every.extend(part(chunk))
    words = [word for word in every if word not in PARTICLES and word not in SUFFIXES]
    if len(words) < 2:  # Ben Hollowell, Van Morrison, Robert Maulana: here it is a name
        words = [word for word in every if word not in SUFFIXES - _ALSO_NAMES] or every
    native = "".join(every) if every and all(unspaced(word) for word in every) else ""
    if "," in term and len(words) > 1 and not native:
        surname = len(read_name(term.partition(",")[0]).parts)
        words = words[surname:] + words[:surname]
    elif len(words) == 3 and is_patronymic(words[2]) and _is_east_slavic(words[0]) and is_given(words[1]):
        words = [words[1], words[2], words[0]]  # Шевчук Тихон Маркович
    return Name(term, tuple(words[:MOST_PARTS]), native, alias)


def is_given(part: str) -> bool:
    """Whether a part of a name is rather a given name than a surname."""
    known = names().get(part)
    return known is not None and known[0] < known[1]


def is_surname_first(parts: tuple[str, ...]) -> bool:
    """Whether a name is listed as Hungarians say it: Nagy László."""
    return len(parts) > 1 and is_given(parts[-1]) and not is_given(parts[0])


def is_rare_given(part: str) -> bool:
    """Whether a given name is so rare that with the surname's initial it says who is meant: Venkatasubramanian R."""
    return len(part) > 1 and bits(part)[0] >= RARE_GIVEN


def _is_east_slavic(surname: str) -> bool:
    """Whether a word may be a surname where people have patronymics, and is no given name: Шевчук, Мороз."""
    return _SLAVIC_SURNAME.search(surname) is not None and not is_given(surname)


def is_patronymic(part: str) -> bool:
    """Whether a part of a name is made of the father's, in Russian and its neighbours."""
    return _PATRONYMIC.search(part) is not None


def tells_the_father(term: str) -> bool:
    """Whether a name as listed says whose son or daughter somebody is: Nur Aqilah binti Zulhelmi."""
    _, *others = term.casefold().split()
    return not SON_OF.isdisjoint(others[:-1])


def without_surname(parts: tuple[str, ...], matched: list[int]) -> bool:
    """Whether these parts of a name, its last one not among them, are given names and patronymics alone."""
    return all(is_given(parts[index]) or is_patronymic(parts[index]) for index in matched)


def names_of(person: Person) -> list[Name]:
    """Every name and alias of a person that holds a letter."""
    found = [read_name(name) for name in person.names]
    found += [read_name(alias, alias=True) for alias in person.aliases]
    found += [
        read_name(name.term.replace(_ZWNJ, " "), name.alias)._replace(term=name.term, bend=0.2)
        for name in found
        if _ZWNJ in name.term
    ]
    found += [whole for name in found if (whole := _hyphens_joined(name)) is not None]
    found += [
        read_name(f"{apart[1]} {apart[2]}", name.alias)._replace(term=name.term, bend=0.3)
        for name in found
        if (apart := _RUN_TOGETHER.fullmatch(name.term))
    ]
    found += [
        read_name(_SERBIAN_D.sub("dj", name.term), name.alias)._replace(term=name.term, bend=0.2)
        for name in found
        if _SERBIAN_D.search(name.term) and not _VIETNAMESE.search(name.term)
    ]
    found += _with_surname(found)
    found += [
        read_name(f"{second[1]} {second[2]}", name.alias)._replace(term=name.term, bend=0.3)
        for name in found
        if (second := _SECOND_OF_TWO.fullmatch(name.term))
    ]
    found += [
        name._replace(parts=name.parts[1:], bend=0.3)
        for name in found
        if len(name.parts) == 2
        and name.parts[0] in _ALSO_NAMES  # Sheikh Qorvathian, with and without the title
    ]
    found += [other for name in found for other in _other_readings(name)]
    for name in [name for name in found if name.native]:
        for surnames, given in unspaced_parts(name.native):
            pairs = product(surnames[:4], given[:6])
            found += [Name(name.term, (g, s), "", name.alias, 1.5) for s, g in pairs]
    return [name for name in found if all(name.parts) and name.parts]


def _with_surname(found: list[Name]) -> list[Name]:
    """An alias before the surname, whole or its beginning: Temi Adebayo, for Temitope who is called Temi or Temi A."""
    whole = next((name for name in found if len(name.parts) > 1 and not name.native), None)
    if whole is None:
        return []
    *given, surname = whole.parts
    return [
        name._replace(parts=(name.parts[0], surname), bend=0.3)
        for name in found
        if name.alias
        and not name.native
        and name.parts
        and surname not in name.parts
        and (len(name.parts) == 1 or any(part.startswith(name.parts[0]) for part in given))
        and len(name.parts[0]) > 2
        and name.parts[0] not in given
    ]


def _other_readings(name: Name) -> list[Name]:
    """Abdelaziz as Aziz, van den Berghe as Vandenberghe, نور الدين as نورالدين."""
    parts = name.parts
    if not parts:
        return []
    if (
        len(parts) == 2
        and len(name.term) == len(parts[0]) + len(parts[1]) + 1
        and not any(map(SERVANT.match, parts))
        and not _PERSIAN_COMPOUND.match(parts[0])
    ):
        return []
    other: list[tuple[str, ...]] = []
    for at, word in enumerate(parts):
        servant = SERVANT.match(word)
        if servant:
            other.append((*parts[:at], word[servant.end() :], *parts[at + 1 :]))
    if len(parts) > 1:
        words = [bare for chunk in name.term.split() for bare in part(chunk)]
        last = len(words) - 1
        while last > 1 and words[last - 1] in PARTICLES:
            last -= 1
        if 0 < last < len(words) - 1 and words[-1] == parts[-1]:
            other.append((*parts[:-1], "".join(words[last:])))
    compound = _PERSIAN_COMPOUND.match(parts[0])
    if compound and len(parts) > 1:
        other.append((compound.group(), parts[0][compound.end() :], *parts[1:]))
    if len(parts) == 3 and parts[0].isascii() and min(map(len, parts)) > 2:
        other.append((parts[0] + parts[1], parts[2]))
    if len(parts) > 2 and not parts[0].isascii() and not name.native:
        other += [(*parts[:at], parts[at] + parts[at + 1], *parts[at + 2 :]) for at in range(len(parts) - 1)]
    return [name._replace(parts=parts, bend=0.3) for parts in other]


def _hyphens_joined(name: Name) -> Name | None:
    """Min-soo as Minsoo: a name with a hyphened part, read with the part as one word."""
    if "-" not in name.term or not _HYPHENED.search(name.term):
        return None
    whole = read_name(_HYPHENED.sub(lambda found: found.group().replace("-", ""), name.term), name.alias)
    return whole._replace(term=name.term, bend=0.2) if len(whole.parts) > 1 else None


def profiles_of(person: Person) -> list[tuple[str, Profile]]:
    """(term, profile) of each handle and of each URL whose site is known."""
    found = [(handle, read_handle(handle)) for handle in person.handles]
    found += [(url, read_url(url).profile) for url in person.urls]
    return [(term, profile) for term, profile in found if profile]


def addresses_of(person: Person) -> list[tuple[str, str]]:
    """(term, canonical address with what of the query tells the page) of each URL that is no profile of a known site and
    not everybody's."""
    places = [(url, read_url(url)) for url in person.urls]
    return [
        (url, place.page)
        for url, place in places
        if not place.profile and place.address and not is_everybodys(place)
    ]


def keys_of(person: Person) -> Keys:
    """Every key under which a person is filed."""
    keys = Keys([], [], [], [])
    for name in names_of(person):
        if not name.bend:
            _file_name(name, keys)
        elif len(name.parts) == 1 and name.term.split()[0].casefold() in _ALSO_NAMES:
            keys.singles.append((WORD, name.parts[0]))
        elif name.bend < 1 and len(name.parts) > 1:
            keys.pairs.extend(_pairs(name.parts))
            keys.pairs.extend(_romanised_pairs(name.parts))
            keys.singles.append((WORD, "".join(name.parts)))
    for _, profile in profiles_of(person):
        keys.singles.append((HANDLE, profile.handle))
        if profile.handle.isalpha():
            keys.singles.append((WORD, profile.handle))
    keys.singles.extend((ADDRESS, address) for _, address in addresses_of(person))
    return keys


def _file_name(name: Name, keys: Keys) -> None:
    parts = name.parts
    words: list[str] = []
    if name.native:
        words.append(name.native)
        keys.singles.append((RUN_HEAD, name.native[:2]))
        for surname, given in unspaced_parts(name.native):
            keys.pairs.extend(product(surname[:4], given[:6]))
            words.extend(s + g for s, g in product(surname[:4], given[:6]))
            words.extend(g + s for s, g in product(surname[:4], given[:6]))
            heard = {eastern(form) for s, g in product(surname[:4], given[:6]) for form in (s + g, g + s)}
            keys.singles.extend((SOUND, form) for form in heard)
    if len(parts) == 1:
        words.append(parts[0])
        if not parts[0].isascii():
            words.extend(romanised(parts[0])[:3])
    else:
        words.extend(_file_parts(name, keys))
    keys.singles.extend((WORD, word) for word in words)


def _file_parts(name: Name, keys: Keys) -> list[str]:
    """Files a name of several words; its joined forms are returned."""
    parts = name.parts
    keys.pairs.extend(_pairs(parts))
    if _ARTICLE.search(name.term):
        keys.pairs.append((parts[0], f"al{parts[-1]}"))
    if len(parts[0]) == 1:
        keys.abbreviated.append((parts[0], parts[-1]))
    else:
        surnames = (word for word in parts[1:-1] if not is_given(word) and not is_patronymic(word))
        keys.initials.extend((parts[0][0], surname) for surname in (*surnames, parts[-1]))
        if is_surname_first(parts) or is_rare_given(parts[0]):
            keys.initials.append((parts[-1][0], parts[0]))
    joined = joined_forms(parts)
    if parts[0] in east_asian_surnames() or parts[-1] in east_asian_surnames():
        keys.singles.extend((SOUND, eastern(whole)) for whole in joined[:2])
    pairs = _romanised_pairs(parts)
    keys.pairs.extend(pairs)
    keys.initials.extend({(given[0], surname) for given, surname in pairs if len(given) > 1})
    joined.extend(given + surname for given, surname in pairs)
    return joined


def joined_forms(parts: tuple[str, ...]) -> list[str]:
    """How a name is written as one word: whole, the surname first, then its first and last part and its first two."""
    forms = ["".join(parts)]
    if len(parts) > 1:
        forms.append("".join((*parts[1:], parts[0])))
    if len(parts) > 2:
        forms += [parts[0] + parts[-1], parts[0] + parts[1]]
    return forms


def _romanised_pairs(parts: tuple[str, ...]) -> list[tuple[str, str]]:
    if all(word.isascii() for word in parts):
        return []
    given, surname = ([word] if word.isascii() else romanised(word)[:4] for word in (parts[0], parts[-1]))
    return list(product(given, surname))


def _pairs(parts: tuple[str, ...]) -> Iterable[tuple[str, str]]:
    if len(parts) == 2:
        return ((parts[0], parts[1]),)
    last = len(parts) - 1
    wanted = {(0, i) for i in range(1, min(last + 1, 4))} | {(0, last)} | {(i, last) for i in range(1, last)}
    return ((parts[a], parts[b]) for a, b in wanted)
