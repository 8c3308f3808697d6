"""What stands around a name: how much the person's context speaks for them, and signs that somebody else is meant.

Called by `watchlists.screener` after `watchlists.scoring`; imports `watchlists.context`, `watchlists.cues` and the reading.
"""

import re
from collections.abc import Collection, Mapping
from dataclasses import replace
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from text.fold import stem
from text.letters import word_set
from text.words import Shape, unspaced
from watchlists.coherence import CLOSED, STREETS
from watchlists.context import NEGATED, Found, Hit, about, context_hits, context_words
from watchlists.cues import cues, place_names, profession_in
from watchlists.finding import Finding
from watchlists.person import Person
from watchlists.rarity import is_word, names, places, wordiness, words
from watchlists.reading import Reading
from watchlists.terms import PARTICLES, SUFFIXES, part

NEAR, AT_HAND, _RIGHT_AFTER = 14, 6, 3
"""So many words around a name may belong to it; so many tell who has it; so many after it where they live."""
_HIT_FIRST, _HIT_MORE, HIT_CAP, _AKIN = 7.0, 3.0, 13.0, 2.0
"""Bits of the first context term and of each other, at most, and of what is only akin to one."""
_FROM = word_set("from in of at near de aus von da di w z из в en à bei")
_AT = word_set("on at")
_COMPANIES = word_set(
    "ltd limited inc incorporated llc llp gmbh ag sa sarl spa bv nv plc corp corporation co kg oy ab as srl associates "
    "partners sons bros enterprises traders sat sl sas ltda kft zrt doo sro ooo pte pty"
)
_AS = word_set(
    "as like als wie como comme come jako som как olarak gibi for für para pour per для için cosplaying playing dressed"
)
_EMPLOYED = word_set(
    "works worked working job career arbeitet trabaja travaille lavora trabalha pracuje работает çalışıyor"
)
_GUISES = [
    [word]
    for word in word_set(
        "outfit costume uniform cosplay look style dress clothes role art version kostüm stil estilo stile styl"
    )
]
_LIKE = word_set("of with that who which like based von mit der die das de con com di avec que")
_ARTICLES = word_set("the a an")
_ARTICLES_ELSEWHERE = word_set("le la l les un une du der die das dem den ein eine il lo el los una")
"""Before two words without a capital: à la claire fontaine, la serena costa. Some say it of people, too."""
_COMMON_NAME = 14.0
"""Bits up to which a word in small letters after a name goes on with it: anna lee hopkins, but not Bjørn Sæter etter."""
_YEARS = re.compile(
    r"[\s,]{0,2}[(,]?[^.!?\n\d]{0,30}\b(1[5-9]\d\d)\s?[\u2013\u2014-]\s?(?:(?:[A-ZÀ-ÞА-Я]\w+|†|died|d)\s){0,2}(1[5-9]\d\d|20\d\d)\b"
)
_A_LIFE, _BORN_BEFORE = range(15, 111), 1965


class Around(NamedTuple):
    """What was found near a name."""

    change: float
    """Bits for or against."""
    context: tuple[Hit, ...]
    """Each context term found."""
    against: tuple[str, ...]
    """What speaks for somebody else, as short codes; they go into the fingerprints."""


def around(person: Person, finding: Finding, reading: Reading, context: Mapping[str, Found]) -> Around:
    """Context and contradiction for one finding. `context`: what `watchlists.context.places_of` found in its text."""
    hits = context_hits(context, finding)
    if finding.sure:
        return Around(min(HIT_CAP, 2.0 * len(hits)), tuple(hits), ())
    whole = finding if finding.anchor < 0 else replace(finding, spans=[(finding.anchor, -1, -1)])
    spoken_for = bool(hits) and not finding.surname_only
    change, against = _against(person, whole, reading, spoken_for)
    change += _worth(hits)
    return Around(change, tuple(hits), tuple(against))


def _worth(hits: list[Hit]) -> float:
    """Bits of the context terms near a name."""
    told = len({hit.term for hit in hits if not hit.loosely})
    akin = len({hit.term for hit in hits}) - told
    return min(HIT_CAP, (_HIT_FIRST + _HIT_MORE * (told - 1) if told else 0.0) + _AKIN * akin)


def _against(person: Person, finding: Finding, reading: Reading, spoken_for: bool) -> tuple[float, list[str]]:
    number = reading.field_of(finding.first)
    first, end = reading.bounds(number)
    bares = reading.bares(number)
    positions = [position for position, _, _ in finding.spans]
    last = max(positions)
    low, high = min(positions) - first, reading.after_chunk(last, end) - 1 - first
    near = bares[max(0, low - NEAR) : low] + bares[high + 1 : high + 1 + NEAR]
    table = cues()
    change = 0.0
    against: list[str] = []
    if reading.kind_of(number) == "author":
        change -= 5.0
    own, mine = about(person.context)
    at_hand = _beside(bares, low, high, AT_HAND)
    said = [at for at in at_hand if _tells(bares[at]) and bares[at] not in own and _is_said(bares, at)]
    made_up = [at for at in said if bares[at] in table.character and _names_somebody(bares, at)]
    made_up += [
        at
        for at in _beside(bares, low, high, NEAR // 2)
        if bares[at] in table.fiction and bares[at] not in own and _is_world(bares, at)
    ]
    if made_up:
        change -= (5.0 if spoken_for else 11.0) + 2.0 * (len(made_up) > 1)
        against.append("fiction")
    following = _following(reading, last, end)
    of_another_word = bool(following) and following[0] in table.trade  # a Kestrel lora
    before = bares[max(0, low - 1) : low]
    article = finding.words_only and not of_another_word and not _ARTICLES.isdisjoint(before)
    if (
        article
        or _is_street(finding, bares, low)
        or (following and following[0] in table.thing_after and following[0] not in own)
        or (before and _is_named_so(reading, first + low - 1, own))
        or (before and before[0] in STREETS and _is_address(reading, first + low - 1, last, end))
    ):
        change -= 12.0
        against.append("thing")
    elif finding.lower and not _ARTICLES_ELSEWHERE.isdisjoint(before) and wordiness(bares[low]) > 0.0:
        change -= 5.0
        against.append("thing")
    elif _is_company(reading, last, end):
        change -= 14.0
        against.append("company")
    past = (
        any(bares[at] in table.past for at in said)
        or _is_told_of(table.died, [*near, *bares[low : high + 1]])
        or _is_told_of(table.mourned, reading.distinct(number))
        or _in_an_old_year(reading, first, bares, low, high)
    )
    if _lived(reading.tail(last)) or (past and not spoken_for):
        change -= 8.0
        against.append("past")
    title = _title_before(reading, finding)
    works = set(filter(None, (title, *map(profession_in, near))))
    theirs = set(filter(None, (title, *(profession_in(bares[at]) for at in said))))
    if mine and theirs and not works & mine and not _same_work(theirs, mine):
        change -= 5.0 if spoken_for else 9.0
        against += [f"work:{word}" for word in sorted(works)]
    else:
        against += [f"works:{word}" for word in sorted(works - mine)]
    beside = [*bares[max(0, low - 4) : low], *bares[high + 1 : high + 5]]
    if any(word in table.other for word in beside) or not NEGATED.isdisjoint(before):
        change -= 5.0
        against.append("other")
    change += _elsewhere(own, bares[high + 1 : high + 1 + _RIGHT_AFTER], spoken_for, against)
    change += _longer_name(person, finding, reading, first, end, low, last - first)
    change += _other_handle(person, finding, reading, last, end, against)
    return change, against


def _title_before(reading: Reading, finding: Finding) -> str:
    """The profession that stands right before a name in one run of letters without spaces: 作家林佩瑜; "" for none."""
    row, start, _ = finding.spans[0]
    if start <= 1:
        return ""
    before = reading.bare(row)[:start]
    return next(filter(None, (profession_in(before[-size:]) for size in (4, 3, 2))), "")


def _is_told_of(cue: frozenset[str], bares: Collection[str]) -> bool:
    """Whether one of these words is there; in scripts without spaces also inside others: 田中さんが亡くなった."""
    if not cue.isdisjoint(bares):
        return True
    foreign = [bare for bare in bares if not bare.isascii() and unspaced(bare)]
    return any(word in bare for bare in foreign for word in _unspaced_of(cue))


@cache
def _unspaced_of(cue: frozenset[str]) -> tuple[str, ...]:
    """The words of one of the tables that are in scripts without spaces."""
    return tuple(filter(unspaced, sorted(cue)))


def _in_an_old_year(reading: Reading, first: int, bares: list[str], low: int, high: int) -> bool:
    """Whether a year before anybody alive was born is told near a name: in 1871, 1871 року, census 1880, her sampler,
    1822; but not 1799 kr."""
    return any(
        len(bares[at]) == 4
        and bares[at].isdecimal()
        and 1500 <= int(bares[at]) < 1900
        and _is_told_as_year(bares, at, _is_last_of(reading, first, bares, at))
        for at in _beside(bares, low, high, NEAR)
    )


def _is_last_of(reading: Reading, first: int, bares: list[str], at: int) -> bool:
    """Whether a number ends a sentence after a comma or a place: her sampler, 1822; Norwich 1822."""
    if not at or bares[at - 1].isdecimal() or bares[at - 1] in cues().counted:
        return False
    after = reading.shape(first + at - 1) & Shape.COMMA_AFTER or bares[at - 1] in place_names()
    ends = at + 1 == len(bares) or reading.shape(first + at) & Shape.STOP_AFTER
    return bool(after and ends)


def _is_told_as_year(bares: list[str], at: int, is_last: bool) -> bool:
    """Whether a number is a year by what stands beside it, and no count of something."""
    bare, before, after = bares[at], bares[max(0, at - 1)], bares[min(at + 1, len(bares) - 1)]
    if after in cues().counted:
        return False
    round_number = int(bare) % 50 == 0 or int(bare) % 64 == 0  # of steps, or of pixels
    told = is_last or before in cues().before_year or after in cues().after_year
    return told and not round_number


def _lived(following: str) -> bool:
    """Whether the years of a life stand after a name: (1931-2024)."""
    years = _YEARS.match(following)
    return years is not None and int(years[1]) < _BORN_BEFORE and int(years[2]) - int(years[1]) in _A_LIFE


def _is_street(finding: Finding, bares: list[str], low: int) -> bool:
    """Whether a name whose last word is that of a street stands as an address: on Hazel Lane, 14 Hazel Lane."""
    before = bares[low - 1] if low else ""
    return len(finding.parts) > 1 and finding.parts[-1] in STREETS and (before in _AT or before.isdigit())


def _is_address(reading: Reading, street: int, last: int, end: int) -> bool:
    """Whether a name behind a word for a street is an address's: Calle Rosa Montes 14; not "via Rosa Montes"."""
    number = last + 1 < end and reading.bare(last + 1)[:1].isdecimal()
    return number or bool(reading.shape(street) & Shape.CAPITAL and reading.bare(street) != "via")


def _is_named_so(reading: Reading, row: int, own: frozenset[str]) -> bool:
    """Whether the word right before a name says that a thing has it: Hotel Tamarindo, the ferry 'Marina Colombo'."""
    bare, shape = reading.bare(row), reading.shape(row)
    if bare not in cues().thing_before or bare in own or shape & CLOSED:
        return False
    return bool(shape & Shape.CAPITAL) or reading.is_opened(row + 1)


def _tells(bare: str) -> bool:
    """Whether a word says what somebody is: a character, dead, of a profession."""
    return bare in cues().character or bare in cues().past or bool(profession_in(bare))


def _beside(bares: list[str], low: int, high: int, reach: int) -> list[int]:
    """Where the words near a name stand, on both sides."""
    return [*range(max(0, low - reach), low), *range(high + 1, min(len(bares), high + 1 + reach))]


def _is_said(bares: list[str], at: int) -> bool:
    """Whether a word says what is, and not what is asked for: as a nurse, in a nurse outfit, anime style, for my novel."""
    before = set(bares[max(0, at - 3) : at])
    guise = (before & _AS and not before & _EMPLOYED) or bares[at + 1 : at + 2] in _GUISES
    return not guise


def _names_somebody(bares: list[str], at: int) -> bool:
    """Whether the name may be that of the character: not in "character lora of", "a character that looks like"."""
    following = bares[at + 1 : at + 2]
    return not following or (following[0] not in cues().trade and following[0] not in _LIKE)


def _is_world(bares: list[str], at: int) -> bool:
    """Whether a word of fiction tells of a world from which somebody is: from the anime, in my novel."""
    return not _FROM.isdisjoint(bares[max(0, at - 3) : at]) and _is_said(bares, at)


def _same_work(theirs: set[str], mine: frozenset[str]) -> bool:
    return any(a[:5] == b[:5] for a in theirs for b in mine)


def _elsewhere(own: frozenset[str], after: list[str], spoken_for: bool, against: list[str]) -> float:
    if spoken_for or own.isdisjoint(places()):
        return 0.0
    for preposition, place in pairwise(after):
        if preposition in _FROM and place in places() and place not in own:
            against.append(f"place:{place}")
            return -6.0
    return 0.0


def _is_company(reading: Reading, position: int, end: int) -> bool:
    """Whether the name goes on, in capitals, to a company's last word: Grace Holloway Trading Co."""
    for other in range(position + 1, min(position + 4, end)):
        if reading.shape(other - 1) & Shape.STOP_AFTER and len(reading.bare(other - 1)) > 1:
            break
        if reading.bare(other) in _COMPANIES and reading.shape(other) & Shape.CAPITAL:
            return True
        if not reading.shape(other) & Shape.CAPITAL:
            break
    return False


def _following(reading: Reading, position: int, end: int) -> list[str]:
    found: list[str] = []
    if reading.shape(position) & (Shape.STOP_AFTER | Shape.COMMA_AFTER | Shape.POSSESSIVE):
        return found
    after = reading.after_chunk(position, end)
    for other in range(after, min(after + 2, end)):
        if not reading.is_link(other):
            found.append(reading.bare(other))
    return found


def _longer_name(
    person: Person, finding: Finding, reading: Reading, first: int, end: int, low: int, high: int
) -> float:
    """The match may be a part of somebody else's longer name: Mary *Anna Lee*, *Anna Lee* Hopkins."""
    change = 0.0
    own = {bare for name in person.names for chunk in name.split() for bare in part(chunk)}
    own.update(finding.parts)
    spans = {position for position, _, _ in finding.spans}
    after = reading.after_chunk(first + high, end)
    while after < end and reading.is_link(after):
        after += 1
    closed = Shape.STOP_AFTER | Shape.COMMA_AFTER | Shape.POSSESSIVE
    single = len(finding.parts) == 1
    open_end = not reading.shape(first + high) & closed
    if after < end and after not in spans and open_end and not reading.is_opened(after):
        word = reading.word(after)
        if word.bare not in own and (
            _name_like(word.bare, word.shape, single) or (single and _is_odd(word.bare, word.shape))
        ):
            change -= 8.0 if not single else 9.0
    before = first + low - 1
    while before >= first and reading.is_link(before):
        before -= 1
    if before >= first and not reading.shape(before) & closed:
        word = reading.word(before)
        if (
            _name_like(word.bare, word.shape, single)
            and word.bare not in own
            and names()[word.bare][0] < 12.0
        ):
            change -= 6.0
        elif (
            single
            and word.bare not in own
            and _is_odd(word.bare, word.shape)
            and not _is_context(person, word.bare)
        ):
            change -= 6.0  # Endang Sulistyowati
    return change


def _name_like(bare: str, shape: int, single: bool) -> bool:
    if bare not in names() or len(bare) < 3 or shape & (Shape.PART | Shape.HASH | Shape.AT):
        return False
    if bare in cues().trade or bare in cues().profession or bare in PARTICLES or bare in SUFFIXES:
        return False
    capital = shape & (Shape.CAPITAL | Shape.CASELESS)
    if is_word(bare):
        return False
    return bool(capital) or (not single and bare not in words() and min(names()[bare]) < _COMMON_NAME)


def _is_context(person: Person, bare: str) -> bool:
    return any(stem(bare) == stem(word) for term in person.context for word in context_words(term))


def _is_odd(bare: str, shape: int) -> bool:
    """Whether a word with a capital is in no list of words, names or trades: beside a single name, its surname."""
    known = bare in words() or bare in cues().trade or bare in cues().profession or bare in SUFFIXES
    return bool(shape & Shape.CAPITAL) and not shape & (Shape.UPPER | Shape.DIGIT | Shape.PART) and not known


def _other_handle(
    person: Person, finding: Finding, reading: Reading, position: int, end: int, against: list[str]
) -> float:
    """A handle right after the name that is made of the name but is none of the person's: a namesake introduces."""
    for other in range(position + 1, min(position + 5, end)):
        if not reading.is_link(other):
            continue
        word = reading.word(other)
        mine = _accounts_of(person)
        if (word.shape & Shape.AT or reading.place(other)) and word.bare not in mine:
            plain = word.bare.replace(".", "").replace("_", "")
            if any(piece in plain for piece in finding.parts if len(piece) > 2):
                against.append(f"handle:{word.bare}")
                return -9.0 if mine else -4.0
    return 0.0


def _accounts_of(person: Person) -> set[str]:
    mine = {handle.rpartition(":")[2].strip().lstrip("@").lower() for handle in person.handles}
    return mine | {url.rstrip("/").rpartition("/")[2].lstrip("@").lower() for url in person.urls}
