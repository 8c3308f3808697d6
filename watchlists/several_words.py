"""Judges a name of several words where its words, or most of them, stand near each other.

Called by `watchlists.scoring`; imports `watchlists.coherence`, `watchlists.relatives`. Prices are in bits.
"""

import re
from collections.abc import Iterable
from operator import itemgetter

from text.fold import fold
from text.letters import word_set
from text.words import Shape
from watchlists.asking import is_asked_for
from watchlists.candidates import Spot
from watchlists.coherence import Used, gap
from watchlists.commonest import is_commonplace
from watchlists.comparing import OTHER_NAME, Likeness, compare
from watchlists.cues import famous
from watchlists.finding import Finding
from watchlists.match import How
from watchlists.nicknames import variants_of
from watchlists.rarity import UNKNOWN_SURNAME, bits, is_everyday, is_plain, is_word, names, wordiness, words
from watchlists.reading import Reading
from watchlists.relatives import (
    conflict,
    has_other_given,
    has_other_half,
    has_other_tones,
    is_another,
    is_part_of_another,
    other_syllable,
)
from watchlists.specificity import MOST, name_bits
from watchlists.terms import (
    OTHER_LETTERS,
    SYLLABLES,
    Name,
    is_given,
    is_patronymic,
    is_rare_given,
    is_surname_first,
    tells_the_father,
    without_surname,
)
from watchlists.twofold import are_words, is_twofold

_cost = itemgetter(0)
_USUAL_COST, _USUAL_GAP = 2.0, 0.5
_WELL_BENT = 3.0
"""The price of a bend from which on a word without the capital that the other has is more likely another word."""
_SURELY_A_NAME = 4
"""So many words of one name are no sentence, even if each is an ordinary one: dang thuy khanh quynh."""
_FIRST_SURNAMES = word_set(
    "nguyen tran le pham huynh hoang phan vu vo dang bui do ho ngo duong ly truong dinh mai lam trinh dao doan dam"
)
"""Surnames before the given names of Vietnamese."""
_VIETNAMESE_TONES = re.compile("[\u01a0-\u01b0\u0102\u0103\u1ea0-\u1ef9âêôÂÊÔàèìòùÀÈÌÒÙáéíóúýđĐ]")
_SURELY_IN_CAPITALS = 3
"""The same, each with a capital: Lâm Quỳnh Giao."""
_SAME_CASE = 4.0
"""The price of a form that could be another given name where the surname is in the same case: Jana Nowaka."""
_AND = 9.0
_AND_LETTERS, _SAID_LIKE_AND = ("و", "ו"), ("و", "ו", "w", "v", "o", "u")
_ANOTHER_INITIAL = 3.0
"""Bits that a second initial adds to a surname: J.-B. Kerguélec."""
_RARE_NAME = 12.0
"""Bits of a name from which on a word of a script without capitals that is met in text is a word rather than the name."""
_COMMON_SURNAME = 14.0
"""Bits of a surname up to which it is rather itself than another in one of its cases: Linden, for Linde."""
_IN_ITS_OWN_RIGHT = 6.0
"""What it costs that it is."""
_COULD_BE = 0.9
"""Wordiness of what may be a word where a capital says nothing."""
_SCATTERED = 5.0
"""The price of words of a name that stand far apart in a text."""
_HIDDEN = Shape.MASKED | Shape.SPELLED
"""Nobody disguises an ordinary word."""
_NO_SMALL_LETTERS = Shape.CAPITAL | Shape.CASELESS | Shape.HASH | Shape.AT | Shape.PART | _HIDDEN


def several(name: Name, reading: Reading, spot: Spot) -> Finding | None:
    """What a place that may hold most words of a name is to it."""
    used = _beside_exact(name, reading, spot) if len(name.parts) == 2 else None
    if used is None:
        used = _used(name, reading, spot)
    if not used:
        return None
    return _scattered(name, reading, used) if spot.scattered else _whole(name, reading, used)


def _beside_exact(name: Name, reading: Reading, spot: Spot) -> Used | None:
    """As `_used`, for a name of two words of which one stands as it is listed: only the other is in question.

    Empty if that is another word, None if neither stands so.
    """
    for row, other in ((spot.first, spot.last), (spot.last, spot.first)):
        bare = reading.bare(row)
        if bare not in name.parts or len(bare) < 2:
            continue
        exact = compare(bare, bare, reading.shape(row))
        if exact is not None and exact.cost == 0.0:
            index = name.parts.index(bare)
            like = compare(name.parts[1 - index], reading.bare(other), reading.shape(other))
            return {index: (row, exact), 1 - index: (other, like)} if like is not None else {}
    return None


def _used(name: Name, reading: Reading, spot: Spot) -> Used | None:
    """Which word of the text stands for which part of a name, the likest first; None if too few do."""
    window: Iterable[int] = (spot.first, spot.last)
    if len(name.parts) > 2:
        low, high = reading.bounds(reading.field_of(spot.first))
        places = {
            position
            for middle in ((spot.first, spot.last) if spot.scattered else range(spot.first, spot.last + 1))
            for position in range(max(low, middle - 3), min(high, middle + 4))
        }
        window = [position for position in sorted(places) if not reading.is_link(position)]
    options: list[tuple[float, int, int, Likeness]] = []
    for position in window:
        bare, shape = reading.bare(position), reading.shape(position)
        beside = spot.first - 1 <= position <= spot.last + 1  # a listed K. is Kochi at most right there
        for index, part in enumerate(name.parts):
            like = compare(part, bare, shape)
            if like is not None and (beside or len(part) > 1 or len(bare) == 1):
                far = 0.01 * min(abs(position - spot.first), abs(position - spot.last))
                options.append(
                    (like.cost + far + (6.0 if like.how == "initial" else 0.0), index, position, like)
                )
    if len(options) < 2:
        return None
    options.sort(key=_cost)
    used: Used = {}
    taken: set[int] = set()
    for _, index, position, like in options:
        if index not in used and position not in taken:
            used[index] = (position, like)
            taken.add(position)
    if spot.first not in taken or spot.last not in taken or len(used) < 2:
        return None
    return used


def _scattered(name: Name, reading: Reading, used: Used) -> Finding | None:
    """A surname, and elsewhere the given name: who is meant is a matter of context."""
    full = sorted(index for index, (_, like) in used.items() if like.how != "initial")
    rows = [row for row, _ in used.values()]
    if (
        len(full) < 2
        or any(is_patronymic(name.parts[index]) for index in full)
        or any(is_part_of_another(name, reading, row, rows) for row in rows)
    ):
        return None
    first, last = full[0], full[-1]
    if is_given(name.parts[last]) and not is_given(name.parts[first]):
        first, last = last, first
    surname = used[last][0]
    likes = [like for _, like in used.values()]
    score = name_bits(name.parts, full) - _price(likes) - _SCATTERED
    bent = max(likes, key=lambda like: like.cost)
    spans = [(row, -1, -1) for row in sorted(rows)]
    how: How = bent.how if bent.how not in ("exact", "initial") else "exact"
    finding = Finding(name.term, how, score, sum(map(_chance, likes)), spans, anchor=surname)
    finding.words_only = any(is_plain(name.parts[index]) for index in full)
    with_capital = [bool(reading.shape(used[index][0]) & _NO_SMALL_LETTERS) for index in full]
    finding.apart = any(with_capital) and not all(with_capital)  # Ayşe teyze ..., yılmaz bir kadın
    finding.commonplace = is_commonplace(tuple(name.parts[index] for index in full))
    finding.initial_beside = any(
        _is_followed_by(reading, used[one][0], name.parts[other][0])
        for one, other in ((first, last), (last, first))
    )
    return finding


def _is_followed_by(reading: Reading, row: int, initial: str) -> bool:
    """Whether the word after a row is this letter alone: Annegret Z."""
    _, end = reading.bounds(reading.field_of(row))
    return row + 1 < end and reading.bare(row + 1) == initial and not reading.is_link(row + 1)


def _whole(name: Name, reading: Reading, used: Used) -> Finding | None:
    full = [index for index, (_, like) in sorted(used.items()) if like.how != "initial"]
    initial = len(full) < len(used)
    if len(full) < 1:
        return None
    used = _in_one_case(used, reading)
    cost = _price([like for _, like in used.values()])
    if len(full) == 1:
        part = name.parts[full[0]]
        given = full[0] == 0 and not is_surname_first(name.parts)
        if given and not is_rare_given(part):
            return None
        if is_word(part) or not reading.shape(used[full[0]][0]) & (Shape.CAPITAL | Shape.CASELESS):
            return None
        score = min(bits(part)[0 if given else 1], MOST) + 4.0 + _ANOTHER_INITIAL * (len(used) - 2)
    else:
        score = name_bits(name.parts, full)
    parted, apart = gap(name, reading, used)
    bends = [like for _, like in used.values() if like.how not in ("exact", "initial")]
    how: How = (
        max(bends, key=lambda like: like.cost).how
        if bends
        else "initial"
        if initial and len(full) == 1
        else "exact"
    )
    if sum(like.how in ("typo",) for like in bends) > 1:
        cost += 1.0
    finding = Finding(
        name.term,
        how,
        score - cost - parted,
        sum(_chance(like) for _, like in used.values()),
        [(position, -1, -1) for position, _ in sorted(used.values())],
    )
    finding.initial = len(used) == 2 and len(full) == 1
    finding.apart = apart or any(like.how == "inflection" and like.cost >= OTHER_NAME for like in bends)
    finding.lower = lower = reading.is_shouted(reading.field_of(min(used.values())[0])) or all(
        not reading.shape(position) & (Shape.CAPITAL | Shape.CASELESS | Shape.HASH | _HIDDEN)
        for position, _ in used.values()
    )
    hidden = {index for index, (_, like) in used.items() if like.how in ("leet", "homoglyph", "spaced")}
    plain = [
        index not in hidden and _is_plain_here(name.parts[index], used[index][0], reading) for index in full
    ]
    chunks = fold(name.term).split()
    listed_small = (
        set() if name.term.islower() else {chunk for chunk in chunks if chunk.islower()}
    )  # Shiko wa Radio
    small = [
        index
        for index in ([] if lower else full)
        if not reading.shape(used[index][0]) & _NO_SMALL_LETTERS
        and name.parts[index] not in listed_small
        and not (SYLLABLES.search(name.term) and _goes_on_in_chunk(reading, used[index][0], used))
    ]
    uncapitalised = {index: reading.bare(used[index][0]) for index in small}
    if any(is_word(name.parts[index]) and bare == name.parts[index] for index, bare in uncapitalised.items()):
        finding.score -= 8.0  # Jordan rivers: a name would have two capitals
        finding.apart = True
    elif any(bare in words() or is_twofold(bare) for bare in uncapitalised.values()):
        finding.apart = True  # Rose marsh, Radka veselá
    elif any(used[index][1].cost >= _WELL_BENT for index in small):
        finding.score -= 8.0  # Любовь заречная
        finding.apart = True
    elif any(map(is_everyday, uncapitalised.values())):
        finding.apart = True
    if SYLLABLES.search(name.term) and any(
        len(part) <= 5 for i, part in enumerate(name.parts) if i not in used
    ):
        if other_syllable(name, reading, used):
            return None
        finding.score -= 8.0  # Kim Min-seok is not Kim Min-ji
    if len(name.parts) > 2 and not name.native:
        if 0 not in used and name.parts[0] in _FIRST_SURNAMES and _VIETNAMESE_TONES.search(name.term):
            finding.score -= 3.0  # as Vietnamese are called: Kiều Oanh
            finding.family = True
        elif 0 not in used:
            finding.score -= 9.0  # two surnames without a given name
            finding.family = is_given(name.parts[0])
        elif len(name.parts) - 1 not in used and (
            without_surname(name.parts, full) or tells_the_father(name.term)
        ):
            finding.score -= 9.0  # two given names without a surname
            finding.family = True
    finding.another = is_another(name, reading, used)
    finding.apart |= any(
        differs(name, reading, used) for differs in (has_other_half, has_other_given, has_other_tones)
    )
    finding.like_another = any(
        _is_another_surname(name.parts[index], reading.bare(row), like)
        for index, (row, like) in used.items()
        if index
    )
    finding.commonplace = not initial and is_commonplace(tuple(name.parts[index] for index in full))
    if finding.like_another and any(like.how == "inflection" for _, like in used.values()):
        finding.score -= _IN_ITS_OWN_RIGHT
    if any(_is_joined_by_and(name.parts[index], reading, row, used) for index, (row, _) in used.items()):
        finding.score -= _AND
        finding.apart = True
    finding.complete = len(used) == len(name.parts) and not finding.another
    finding.score -= conflict(name, reading, used)
    finding.famous = frozenset(reading.bare(position) for position, _ in used.values()) in famous()
    whole = len(full) == len(name.parts) and parted <= _USUAL_GAP and not lower
    finding.usual = whole and all(_is_usual(like, name) for like in bends)
    finding.bends = 0.0 if finding.usual else finding.bends
    if lower and any(like.how == "typo" and is_everyday(reading.bare(row)) for row, like in used.values()):
        finding.score -= 8.0  # zuccherini dell'ottava
    if lower and all(plain) and len(full) < _SURELY_A_NAME:
        finding.score -= 14.0
        finding.words_only = True
    elif lower and any(plain):
        finding.score -= 2.0
        # luz serena, dawn meadows, роман зимний
        finding.words_only = len(full) == 2 and all(
            wordiness(name.parts[index]) > 0.0 or is_everyday(name.parts[index]) for index in full
        )
    elif all(plain):
        finding.words_only = len(full) < _SURELY_IN_CAPITALS
        finding.score -= 2.0 if finding.words_only else 0.0
    capital_free = lower or all(reading.shape(row) & Shape.CASELESS for row, _ in used.values())
    if (
        capital_free
        and not hidden
        and len(full) == len(used) == 2
        and not is_asked_for(reading, min(row for row, _ in used.values()))
    ):
        finding.words_only |= are_words(reading.bare(row) for row, _ in used.values())  # una stella marina
    return finding


def _is_plain_here(part: str, row: int, reading: Reading) -> bool:
    """Whether a part of a name is first a word: as it is listed, in the letters of the text, or where a sentence begins
    (Blessing Sunday at our church)."""
    bare, shape = reading.bare(row), reading.shape(row)
    if is_plain(part):
        return True
    if shape & Shape.CASELESS:
        rare = min(bits(part)) >= _RARE_NAME
        return rare and (is_plain(bare) or wordiness(bare) > 0.0)
    could_be = bare == part and wordiness(bare) > _COULD_BE
    return could_be and bool(shape & Shape.CAPITAL) and _begins(reading, row)


def _begins(reading: Reading, row: int) -> bool:
    """Whether a sentence begins with a row."""
    first, _ = reading.bounds(reading.field_of(row))
    return row == first or (
        bool(reading.shape(row - 1) & Shape.STOP_AFTER) and len(reading.bare(row - 1)) > 1
    )


def _goes_on_in_chunk(reading: Reading, row: int, used: Used) -> bool:
    """Whether a part of the name stands before a row's in one chunk with it: Min-seo."""
    return any(other < row and reading.is_one_chunk(other, row) for other, _ in used.values())


def _is_another_surname(part: str, bare: str, like: Likeness) -> bool:
    """Whether a word that resembles a surname is a surname itself."""
    if not (like.how in ("typo", "inflection") or like.by_ear) or bare not in names():
        return False
    if like.how == "inflection":
        cases = (f"{part}s", f"{part}a")  # of Ivanov, and a woman's name
        return bare.isascii() and names()[bare][1] < _COMMON_SURNAME and bare not in cases
    return names()[bare][1] < UNKNOWN_SURNAME and bare not in variants_of(part)


def _is_joined_by_and(part: str, reading: Reading, row: int, used: Used) -> bool:
    """Whether a word begins with the letter that says "and" in Arabic or Hebrew, after another of the name: علي ومحمد."""
    bare = reading.bare(row)
    if bare[:1] not in _AND_LETTERS or row == min(position for position, _ in used.values()):
        return False
    return part[:1] not in _SAID_LIKE_AND and compare(part, bare[1:], reading.shape(row)) is not None


def _in_one_case(used: Used, reading: Reading) -> Used:
    """A form that could be another given name is none where the surname has its ending, too: Jana Nowaka, of Jan Nowak."""
    endings = [
        reading.bare(row)[-1]
        for row, like in used.values()
        if like.how == "inflection" and like.cost < OTHER_NAME
    ]
    return {
        index: (row, like._replace(cost=_SAME_CASE))
        if like.how == "inflection" and like.cost >= OTHER_NAME and reading.bare(row)[-1] in endings
        else (row, like)
        for index, (row, like) in used.items()
    }


def _is_usual(like: Likeness, name: Name) -> bool:
    """Whether a bend is how other letters usually write the word; East Asian names are written by ear."""
    if like.how == "folded":
        return True
    eastern_name = name.bend >= OTHER_LETTERS
    usual_cost = _USUAL_COST + 1.0 * eastern_name
    return like.how == "transliteration" and like.cost <= usual_cost and (eastern_name or not like.by_ear)


def _chance(like: Likeness) -> float:
    """What a bend counts where chance is weighed: other scripts' usual forms do not, pet names and sounds do a little."""
    if like.how == "typo":
        return max(like.cost, 2.0)
    if like.how == "nickname":
        return 1.0
    if like.how == "transliteration":
        return 0.0 if like.cost <= 2.0 and not like.by_ear else 1.0 if like.cost <= 2.5 else like.cost
    return 0.0


def _price(likes: list[Likeness]) -> float:
    """Bends of one kind come together (who inflects one word of a name inflects the other): the second is cheap."""
    price = 0.0
    for how in dict.fromkeys(like.how for like in likes):
        costs = sorted((like.cost for like in likes if like.how == how), reverse=True)
        price += costs[0] + sum(costs[1:]) * (
            0.3 if how in ("inflection", "transliteration", "homoglyph", "leet") else 1.0
        )
    return price
