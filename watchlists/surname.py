"""Judges a rare surname that stands alone: "that newsreader, roebling". Only the person's context can say whom it means.

Called by `watchlists.scoring` for the spots that `watchlists.candidates` found beside a word of the context or of the tags,
and by `watchlists.screener` and `watchlists.verdict`; imports `watchlists.relatives` and `watchlists.coherence`.
"""

from collections.abc import Mapping

from text.letters import word_set
from text.words import Shape
from watchlists.coherence import CLOSED, is_somebody
from watchlists.commonest import is_common_surname
from watchlists.comparing import compare
from watchlists.context import Found
from watchlists.cues import cues, place_names
from watchlists.finding import Finding
from watchlists.rarity import RARE_SURNAME, bits, english, is_in_use, is_word, names, words
from watchlists.reading import Reading
from watchlists.relatives import GENERATIONS, is_part_of_another
from watchlists.specificity import MOST
from watchlists.terms import Name, is_given, is_patronymic

_HARDLY_A_NAME = 5e-4
"""A word with a capital that is as frequent as this in English is none of a name before a surname: Will, May."""
_SOON = 6
"""So many words after a surname a new sentence may still speak of the same person."""
_MOST_LOOKED_AT = 8
"""Places of one surname in a text whose neighbours are looked at."""
_WHERE = word_set("in at near aus в w we en på près")
"""What stands before a place: in Lyngkrogh lives a midwife."""


def surname_alone(name: Name, reading: Reading, row: int) -> Finding | None:
    """What a rare surname is worth in a row; None if it is none of this name, or part of somebody else's."""
    if len(name.parts) < 2 or name.native:
        return None
    bare, shape = reading.bare(row), reading.shape(row)
    for part in _surnames(name):
        like = compare(part, bare, shape)
        if like is not None and like.how != "initial":
            break
    else:
        return None
    if _is_of_another(name, reading, row):
        return None
    score = min(bits(part)[1], MOST) - like.cost
    finding = Finding(name.term, like.how, score, 0.0, [(row, -1, -1)])
    finding.family = finding.surname_only = True
    finding.apart = _is_a_place_here(reading, row) or _is_said_of_kin(reading, row)
    return finding


def means_more(finding: Finding, reading: Reading) -> bool:
    """Whether a surname alone is also a town, a brand or somebody in the news: it is left to a moderator whatever stands
    near. Slow once: the first call reads a list of the world's words."""
    surname = reading.bare(finding.first)
    return surname in place_names() or is_in_use(surname)


def speaks_for(context: Mapping[str, Found], finding: Finding, reading: Reading) -> bool:
    """Whether a context word stands in the same sentence as a surname alone, soon after it, or among the tags."""
    (row, _, _), *_ = finding.spans
    tagged = reading.is_running(reading.field_of(row))
    return any(
        (tagged and reading.is_tag(reading.field_of(first))) or _is_beside(reading, row, first, last)
        for found in context.values()
        for first, last in found.places
    )


def _is_beside(reading: Reading, row: int, first: int, last: int) -> bool:
    if reading.field_of(row) != reading.field_of(first):
        return False
    low, high = min(row, last), max(row, first)
    if reading.gap(low, high) == "line":
        return False
    stops = [
        between
        for between in range(low, high)
        if reading.shape(between) & Shape.STOP_AFTER and len(reading.bare(between)) > 1
    ]
    soon = row < first <= row + _SOON
    return not stops or (soon and not any(is_somebody(reading, between) for between in range(row + 1, first)))


def _surnames(name: Name) -> list[str]:
    """The rare parts of a name that are no given name: the last one, of double surnames both, or the first one."""
    parts = name.parts[:1] if is_given(name.parts[-1]) else name.parts[1:]
    return [
        part
        for part in reversed(parts)
        if bits(part)[1] >= RARE_SURNAME
        and not is_common_surname(part)
        and not is_given(part)
        and not is_patronymic(part)
    ]


def _is_of_another(name: Name, reading: Reading, row: int) -> bool:
    """Whether the surname, here or elsewhere in the field, belongs to another given name or initial."""
    field = reading.field_of(row)
    first, _ = reading.bounds(field)
    bare = reading.bare(row)
    rows = [first + at for at, other in enumerate(reading.bares(field)) if other == bare][:_MOST_LOOKED_AT]
    return any(
        is_part_of_another(name, reading, each, rows)
        or _is_after_another(name, reading, each)
        or _is_before_another(name, reading, each)
        for each in {*rows, row}
    )


def _is_after_another(name: Name, reading: Reading, row: int) -> bool:
    """Whether a given name that may also be a word, half of one, or an initial stands right before: Tom, Jean-Luc, P."""
    before = _word_before(reading, row)
    if before < 0 or reading.shape(before) & Shape.COMMA_AFTER:
        return False
    bare, shape = reading.bare(before), reading.shape(before)
    if bare in name.parts or not shape & Shape.CAPITAL:
        return False
    if len(bare) == 1:
        return _is_other_initial(name, reading, row, bare)
    if shape & CLOSED:
        return False
    half = _word_before(reading, before)
    if half >= 0 and reading.is_one_chunk(half, before):
        return is_given(bare) or is_given(reading.bare(half)) or bare not in words()
    return is_given(bare) and english(bare) < _HARDLY_A_NAME


def _word_before(reading: Reading, row: int) -> int:
    """The row of the word before one in its field, handles and addresses passed over; -1 if there is none."""
    first, _ = reading.bounds(reading.field_of(row))
    before = row - 1
    while before >= first and reading.is_link(before):
        before -= 1
    return before if before >= first else -1


def _is_before_another(name: Name, reading: Reading, row: int) -> bool:
    """Whether another given name or initial follows, as in a register: Lyngkrogh, Peter; Lyngkrogh P."""
    _, end = reading.bounds(reading.field_of(row))
    after = reading.after_chunk(row, end)
    if after >= end or reading.is_link(after) or reading.shape(row) & Shape.STOP_AFTER:
        return False
    bare, shape = reading.bare(after), reading.shape(after)
    if not shape & Shape.CAPITAL or bare in name.parts:
        return False
    if len(bare) == 1:
        return bare != "i" and _is_other_initial(name, reading, row, bare)
    registered = reading.shape(row) & Shape.COMMA_AFTER and not is_word(bare)
    return bool(registered) and (is_given(bare) or (bare in names() and bare not in words()))


def _is_other_initial(name: Name, reading: Reading, row: int, letter: str) -> bool:
    """Whether no part of a name but the surname begins with a letter."""
    surname = reading.bare(row)
    return all(part[0] != letter for part in name.parts if part != surname)


def _is_a_place_here(reading: Reading, row: int) -> bool:
    before = _word_before(reading, row)
    return before >= 0 and reading.bare(before) in _WHERE and not reading.shape(before) & Shape.CAPITAL


def _is_said_of_kin(reading: Reading, row: int) -> bool:
    """Whether it is said to be somebody's brother, father or a senior."""
    before = _word_before(reading, row)
    _, end = reading.bounds(reading.field_of(row))
    after = reading.bare(row + 1) if row + 1 < end else ""
    return (before >= 0 and reading.bare(before) in cues().kin) or after in GENERATIONS
