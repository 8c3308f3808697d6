"""Whether a text names somebody else of a like name: a relative, a namesake with another part, another generation.

Called by `watchlists.several_words` and `watchlists.scoring`; imports `watchlists.coherence` and `watchlists.comparing`.
"""

import re
from collections.abc import Collection
from itertools import pairwise
from unicodedata import normalize

from rapidfuzz import fuzz

from text.eastern import eastern
from text.fold import consonants, fold
from text.letters import visible, word_set
from text.romanise import romanised
from text.words import SERVANT, Shape
from watchlists.coherence import CLOSED, CONJUNCTIONS, PARTLY, Used
from watchlists.comparing import compare
from watchlists.cues import cues, professions
from watchlists.rarity import english, is_word, names, words
from watchlists.reading import Reading
from watchlists.terms import PARTICLES, SON_OF, SUFFIXES, Name, is_patronymic

_ADJECTIVE = re.compile(
    "(?:(?P<his>[scz]k[iy]j?|[сц]ь?к[иі]{1,2}|[оы]и)|(?P<her>[scz]ka|[сц]ь?ка|ая|skaya))$"
)
"""Surnames that have a form for men and one for women."""
_HERS_TOO = "ои"
"""Of a man in the first case (Толстой), of a woman in most others: с Аглаей Вертоградской."""
_ENDS_IN_Y = re.compile("(?:i[iyj]|ei|[iy]|ии|[иі])$")
_OTHER_FATHER, _OTHER_MIDDLE = 12.0, 9.0
"""What it costs, in bits, that another patronymic or middle name stands in place of a missing one."""
_HARDLY_ENGLISH = 3e-5
"""A listed name that is rarer than this in English text is one there, whatever other languages call so: Pierre."""
GENERATIONS = word_set("jr sr junior senior ii iii iv")
_NISBA = re.compile("ال[\u0600-\u06ff]{2,}[يى]ه?")
"""An Arabic surname from a place or tribe: العتيبي."""
_VIETNAMESE = re.compile("[ơưấ-ặế-ệố-ợứ-ự]", re.IGNORECASE)
"""Letters that no other language's names have."""
_LIKE_A_SPELLING = 70
"""Of 100: from this likeness on, a word may be the missing part in a spelling that nobody has listed."""
_LIKE_IN_OTHER_LETTERS = 60
_LONGEST_SLOT = 8
"""Rows between two parts of a name of which another name is made at most."""


def conflict(name: Name, reading: Reading, used: Used) -> float:
    """Juan Carlos Ortega is not Juan Pablo Ortega: where one part is missing, another name stands in its place."""
    left_out = [index for index in range(1, len(name.parts)) if index not in used]
    taken = {position for position, _ in used.values()}
    first, last = min(taken), max(taken)
    _, high = reading.bounds(reading.field_of(first))
    if not left_out or len(name.parts[left_out[0]]) == 1:
        return 0.0
    places = set(range(first + 1, last)) - taken
    if left_out[-1] == len(name.parts) - 1:
        places |= {last + 1} if last + 1 < high else set()
    for position in places:
        bare, shape = reading.bare(position), reading.shape(position)
        if (
            shape & (Shape.CAPITAL | Shape.CASELESS)
            and not shape & PARTLY
            and len(bare) > 1
            and (bare in names() or bare not in words())
            and bare not in cues().trade
            and (first < position < last or not is_word(bare))
            and bare not in PARTICLES
            and not any(compare(name.parts[index], bare, shape) for index in left_out)
            and not reading.is_quoted(position)
        ):
            return _OTHER_FATHER if is_patronymic(bare) else _OTHER_MIDDLE
    return 0.0


def is_another(name: Name, reading: Reading, used: Used) -> bool:
    """Whether a text names somebody else of a like name: where one of three parts or more is missing, another name stands.

    Gabriel Pinto Lorca is not Gabriel Pinto Moura, Rustam Magomedovich Aslan no Rustam Ibrahimovich Aslan; nor is Omar bin
    Abdullah his father. A spelling of the missing part, a nickname in quotes and a further name are no other.
    """
    spots = sorted((position, index) for index, (position, _) in used.items())
    if _is_the_father(name, reading, spots) or _is_of_other_sex(name, reading, used):
        return True
    if len(name.parts) < 3 or name.native:
        return False
    if _has_other_hyphened(name, reading, used):
        return True
    size = len(name.parts)
    for turned in (0, 1):  # as listed, or the surname first
        ranked = [(position, (index + turned) % size) for position, index in spots]
        if all(i < j for (_, i), (_, j) in pairwise(ranked)):
            break
    else:
        return False
    low, high = reading.bounds(reading.field_of(spots[0][0]))
    first, rank = ranked[0]
    if not turned and rank and low < first and _is_another_given(name, reading, first - 1):
        return True
    missing = [part for index, part in enumerate(name.parts) if index not in used]
    twice = len(set(name.parts)) < size
    slots = [(a + 1, b) for (a, i), (b, j) in pairwise(ranked) if missing and (j - i > 1 or twice)]
    last, rank = ranked[-1]
    after = end = reading.after_chunk(last, high)
    if (
        rank < size - 1
        and not reading.shape(last) & CLOSED
        and not (after < high and reading.is_opened(after))
    ):
        while end < high and reading.bare(end) in PARTICLES:
            end = reading.after_chunk(end, high)
        slots.append((after, reading.after_chunk(end, high) if end < high else high))
    taken = [position for position, _ in spots]
    return any(_names_another(missing, reading, range(max(first, low), end), taken) for first, end in slots)


def _is_the_father(name: Name, reading: Reading, spots: list[tuple[int, int]]) -> bool:
    """Whether son and father change places: the list has X Y or X son of Y, the text Y son of X."""
    words = name.term.casefold().split()
    said = [at for at, word in enumerate(words) if word in SON_OF]
    if said and not 0 < said[0] < len(words) - 1:
        return False
    return any(
        i > j and any(_is_son_of(reading, row) for row in range(a + 1, b))
        for (a, i), (b, j) in pairwise(spots)
    )


def _is_son_of(reading: Reading, row: int) -> bool:
    """Whether a word says whose son or daughter somebody is; Ben with a capital may be a given name."""
    bare = reading.bare(row)
    return bare in SON_OF and not (bare == "ben" and reading.shape(row) & Shape.CAPITAL)


def _halves(name: Name) -> list[str]:
    """The halves of a given name with a hyphen; empty if it has none."""
    for chunk in fold(name.term).lower().replace(",", " ").split():
        halves = chunk.split("-")
        if len(halves) == 2 and name.parts[0] in (halves[0], "".join(halves)):
            return halves
    return []


def _has_other_hyphened(name: Name, reading: Reading, used: Used) -> bool:
    """Jean-Pierre Kalondji is not Jean-Claude Kalondji: whether the other half of a given name is another."""
    halves = _halves(name)
    if 0 not in used or 1 in used or len(halves) != 2 or halves[1] != name.parts[1]:
        return False
    row = used[0][0]
    first, end = reading.bounds(reading.field_of(row))
    if row == first or row + 1 >= end or not reading.shape(row - 1) & Shape.HYPHENED:
        return False
    bare = reading.bare(row + 1)
    if not reading.is_one_chunk(row - 1, row + 1):
        return False
    return not compare(name.parts[1], bare, Shape.CAPITAL) and not _may_spell(name.parts[1], bare)


def _is_of_other_sex(name: Name, reading: Reading, used: Used) -> bool:
    """Bogusława Niedźwiedzka is not Bogusław Niedźwiedzki: whether given name and adjective are both of the other sex."""
    ends = (0, len(name.parts) - 1)
    if len(name.parts) < 2 or not used.keys() >= {*ends}:
        return False
    for given, surname in (ends, ends[::-1]):
        written = reading.bare(used[given][0])
        listed, other = (
            _ADJECTIVE.search(word) for word in (name.parts[surname], reading.bare(used[surname][0]))
        )
        if listed and other and listed.lastgroup != other.lastgroup and not other[0].endswith(_HERS_TOO):
            return _are_his_and_hers(name.parts[given], written)
    return False


def _are_his_and_hers(listed: str, written: str) -> bool:
    """Whether two given names differ by the ending for women alone: Bogusław, Bogusława; Евгений, Evgeniya."""
    mine, others = ({word, *romanised(word)} for word in (listed, written))
    return any(
        not {form for one in his for form in _hers(one)}.isdisjoint(hers)
        for his, hers in ((mine, others), (others, mine))
    )


def _hers(his: str) -> list[str]:
    """What a woman is called whose name is made of a man's."""
    root = _ENDS_IN_Y.sub("", his)
    hers = [his + ending for ending in ("a", "а", "na", "на", "ina", "ина", "le", "e")]
    hers += [root + ending for ending in ("ia", "iya", "ija", "ya", "ия")] if root != his else []
    return [*hers, f"{his[:-2]}la"] if his.endswith("el") else hers


def _names_another(missing: list[str], reading: Reading, slot: range, taken: list[int]) -> bool:
    """Whether the rows of `slot` hold a name that is no way of writing any part in `missing`.

    taken: the rows of the parts that were found.
    """
    own = [
        position
        for position in slot[:_LONGEST_SLOT]
        if not any(reading.is_one_chunk(position, other) for other in taken) and not reading.is_link(position)
    ]
    together = "".join(map(reading.bare, own))
    whole = {together, eastern(together)}
    found = False
    for position in own:
        bare, shape = reading.bare(position), reading.shape(position)
        if any(compare(part, bare, shape) or _may_spell(part, bare, whole) for part in missing):
            return False
        skipped = bare in PARTICLES or bare in SUFFIXES or bare in CONJUNCTIONS or bare in cues().trade
        inside = position < taken[-1]
        written_as_name = (
            shape & Shape.CAPITAL or (inside and shape & Shape.CASELESS) or _NISBA.fullmatch(bare)
        )
        named = written_as_name and (bare in names() or bare not in words() or shape & Shape.HYPHENED)
        if skipped or not named or len(bare) == 1:
            continue
        found |= (inside or bare in names() or not is_word(bare)) and not reading.is_quoted(position)
    return found


def _may_spell(part: str, bare: str, together: Collection[str] = ()) -> bool:
    """Whether a word may be a part of a name in a spelling that nobody has listed.

    together: spellings of it and its neighbours as one word, for a part that is written as several.
    """
    if is_patronymic(part) and is_patronymic(bare) and _is_daughter(part) != _is_daughter(bare):
        return False
    if part.isascii() != bare.isascii():
        latin, forms = (part, romanised(bare)) if part.isascii() else (bare, romanised(part))
        known = [form for form in forms if form in names()] if latin in names() else []
        if known:
            return any(consonants(form) == consonants(latin) for form in known)
        return any(fuzz.partial_ratio(latin, form) >= _LIKE_IN_OTHER_LETTERS for form in forms)
    if part in together or eastern(part) == eastern(bare):
        return True
    servants = SERVANT.match(bare), SERVANT.match(part)
    if servants[0] and servants[1]:  # Abdul Karim is no spelling of Abdul Rashid
        bare, part = bare[servants[0].end() :], part[servants[1].end() :]
    if bare in names() and part in names():
        return consonants(bare) == consonants(part) and fuzz.ratio(bare, part) >= _LIKE_IN_OTHER_LETTERS
    return fuzz.ratio(bare, part) >= _LIKE_A_SPELLING


def _is_daughter(patronymic: str) -> bool:
    return patronymic[-1] in "aа"


def is_other_generation(name: Name, reading: Reading, last: int) -> bool:
    """Robert Langham Jr. is not Robert Langham Sr.: whether another generation stands right after the name."""
    said = {chunk.strip(".,").lower() for chunk in name.term.split()} & GENERATIONS
    _, high = reading.bounds(reading.field_of(last))
    after = reading.bare(last + 1) if said and last + 1 < high else ""
    return after in GENERATIONS and after not in said


def _is_another_given(name: Name, reading: Reading, position: int) -> bool:
    """Whether another given name stands where a name's first one is missing: Amr Khalid Hashimi is not Omar Khalid."""
    given, bare, shape = name.parts[0], reading.bare(position), reading.shape(position)
    if bare in _halves(name):
        return False  # Jean, of Jean-Claude
    named = (
        shape & Shape.CAPITAL and bare in names() and (not is_word(bare) or english(bare) < _HARDLY_ENGLISH)
    )
    if not named or bare in cues().profession or shape & CLOSED:
        return False
    return not compare(given, bare, shape) and not _may_spell(given, bare)


def is_part_of_another(name: Name, reading: Reading, row: int, found: list[int]) -> bool:
    """Whether a word of a name stands beside a word that makes another's name of it: Imogen Hart, Tom Thackwray."""
    first, end = reading.bounds(reading.field_of(row))
    for partner, closing in ((row - 1, row - 1), (row + 1, row)):
        served = False
        while partner > row and partner < end and reading.bare(partner) in PARTICLES:
            served, partner = True, partner + 1  # Femke van de Wiel
        if not first <= partner < end or partner in found or reading.is_link(partner):
            continue
        if reading.is_opened(max(row, partner)):  # Großkreuzer (Bienen, Fulda)
            continue
        bare, shape = reading.bare(partner), reading.shape(partner)
        if reading.shape(closing) & CLOSED or bare in SUFFIXES or bare in cues().trade:
            continue
        if len(bare) == 1 or any(compare(part, bare, shape | Shape.CAPITAL) for part in name.parts):
            continue
        if bare in cues().profession:
            continue
        a_name = bare in names() and not is_word(bare)
        if shape & Shape.CAPITAL:  # after it even a surname that is a word: Imogen Hart
            a_name |= bare not in words() or (partner > row and bare in names())
        if served or a_name:
            return True
    return False


def has_other_half(name: Name, reading: Reading, used: Used) -> bool:
    """Whether the surname or the given name is half of a double one that is not the person's: Bronwen Gethin-Price,
    Jean-Pierre Martin."""
    last = len(name.parts) - 1
    for row in (used[index][0] for index in (0, last) if index in used):
        first, end = reading.bounds(reading.field_of(row))
        for whole, partner in ((row - 1, row + 1), (row - 2, row - 1)):
            if not (first <= whole and partner < end and reading.shape(whole) & Shape.HYPHENED):
                continue
            other, shape = reading.bare(partner), reading.shape(partner)
            if reading.is_one_chunk(whole, max(row, partner)) and shape & (Shape.CAPITAL | Shape.CASELESS):
                mine = other in PARTICLES or any(compare(own, other, shape) for own in name.parts)
                a_name = other in names() or not is_word(other)
                if a_name and not mine and other not in cues().trade:
                    return True
    return False


def has_other_given(name: Name, reading: Reading, used: Used) -> bool:
    """Whether an unknown word with a capital stands right before words of a name whose given name is missing."""
    row = min(position for position, _ in used.values())
    first, _ = reading.bounds(reading.field_of(row))
    before = row - 1
    if 0 in used or len(name.parts) < 3 or before < first or reading.is_link(before):
        return False
    if reading.is_one_chunk(before, row):
        return False
    bare, shape = reading.bare(before), reading.shape(before)
    named = shape & Shape.CAPITAL and not shape & (CLOSED | Shape.UPPER | Shape.DIGIT) and bare not in words()
    known = bare in cues().trade or bare in professions() or bare in PARTICLES or bare in SUFFIXES
    return bool(named) and not known and not _may_spell(name.parts[0], bare)


def has_other_tones(name: Name, reading: Reading, used: Used) -> bool:
    """Whether a Vietnamese name is written with tones, and they are other ones than the listed name's: Hương, Hường.

    Where in a syllable a tone stands (Thúy, Thuý) and words without any marks say nothing.
    """
    if not _VIETNAMESE.search(name.term):
        return False
    listed: dict[str, set[str]] = {}
    for word in name.term.split():
        listed.setdefault(fold(word).lower(), set()).add(_marked(word))
    for row, like in used.values():
        mine = listed.get(reading.bare(row)) if like.how == "exact" else None
        piece, start, end = reading.span(row)
        written = _marked(piece.value[start:end])
        if mine and not written.isascii() and written not in mine:
            return True
    return False


def _marked(word: str) -> str:
    """The letters and marks of a word, wherever in it a mark stands and however it is made to look."""
    marked = normalize("NFD", visible(normalize("NFKC", word))).casefold()
    return "".join(sorted(marked.replace("đ", "d").replace("ð", "d")))


def other_syllable(name: Name, reading: Reading, used: Used) -> bool:
    """Park Min-ho is not Park Min-seo: whether the half beside a matched half is none of the name's."""
    left_out = [part for index, part in enumerate(name.parts) if index not in used]
    for position, _ in used.values():
        first, end = reading.bounds(reading.field_of(position))
        for whole, partner in ((position - 1, position + 1), (position - 2, position - 1)):
            if (
                first <= whole
                and partner < end
                and reading.shape(whole) & Shape.HYPHENED
                and reading.is_one_chunk(whole, max(position, partner))
            ):
                bare, shape = reading.bare(partner), reading.shape(partner)
                return not any(compare(part, bare, shape) for part in left_out)
    return False
