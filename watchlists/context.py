"""What speaks for a person near a name: the context words that they listed, in their cases and in other languages.

Called by `watchlists.surroundings`, `watchlists.verdict` and `watchlists.screener`; imports `watchlists.cues` and the
reading.
"""

from functools import lru_cache
from itertools import product

from text.fold import basic_forms, stem
from text.romanise import romanised
from text.words import unspaced
from watchlists.cues import professions, synonyms
from watchlists.finding import Finding
from watchlists.person import Person
from watchlists.rarity import words
from watchlists.reading import Reading
from watchlists.terms import PARTICLES, part

_LEAST_HEAD, _LEAST_WHOLE, _MOST_ADDED = 4, 5, 6
"""Letters: of a stem that is looked for at all; of a context word that may be the beginning of another; of what is added."""


@lru_cache(50_000)
def context_words(term: str) -> tuple[str, ...]:
    """The folded words of a context term."""
    return tuple(bare for chunk in term.split() for bare in part(chunk) if bare not in PARTICLES)


@lru_cache(20_000)
def about(context: tuple[str, ...]) -> tuple[frozenset[str], frozenset[str]]:
    """(every word that says one of these context terms, in any language known; those of them that are professions)."""
    said = frozenset(same for term in context for word in context_words(term) for same in synonyms(word))
    return said, said & professions()


def is_profession(term: str) -> bool:
    """Whether a context term says what somebody does, in any language that `cues` or their synonyms know."""
    return bool(about((term,))[1])


def may_have_context(person: Person, reading: Reading, fields: list[int]) -> bool:
    """Whether a context word of the person may stand in a text; quick, and true too often."""
    spelled = [_spelled(person, reading, number) for number in fields] if person.context else []
    for term in person.context:
        wanted = context_words(term)
        if any(_begins(stems[0]) in words for stems in spellings_of(wanted) for words in spelled):
            return True
    return False


def _spelled(person: Person, reading: Reading, field: int) -> str:
    """The words of a field, and where the person's context is in Latin letters, foreign ones in those, too."""
    spelled = reading.spelled_out(field)
    if spelled.isascii() or not any(map(str.isascii, person.context)):
        return spelled
    return " ".join((spelled, *(form for forms in reading.latin(field).values() for form in forms)))


@lru_cache(20_000)
def spellings_of(wanted: tuple[str, ...]) -> list[list[str]]:
    """The stems of a context term's words, and of what says the same as a term of one word: Latin forms, other languages."""
    if not wanted:
        return []
    other = [form for form in romanised(wanted[0])[:3] if len(form) > 3] if len(wanted) == 1 else []
    other += sorted(synonyms(wanted[0]) - {wanted[0]}) if len(wanted) == 1 else []
    return [[_head(word) for word in wanted], *([_head(form)] for form in other)]


def _begins(head: str) -> str:
    """What a text must hold if it holds the word."""
    return head if _is_glued(head) else f" {head[: max(_LEAST_HEAD, len(head) - 1)]}"


def _is_glued(word: str) -> bool:
    """Whether other words are written together with it: no spaces, or "from" and "the" as letters before it."""
    return len(word) > 1 and (unspaced(word) or "\u0590" <= word[0] < "\u0700")


def _head(word: str) -> str:
    return stem(word) if len(word) > 4 else word


def context_hits(
    person: Person, finding: Finding, reading: Reading, fields: list[int]
) -> list[tuple[int, int, str]]:
    """(first row, last row, context term) of each context term found in these fields, once each."""
    hits: list[tuple[int, int, str]] = []
    own = set(finding.parts)
    spots = {position for position, _, _ in finding.spans}
    for term in person.context:
        wanted = context_words(term)
        if not wanted or all(word in own for word in wanted):
            continue
        whole = wanted[0] if len(wanted) == 1 else ""
        for number, stems in product(fields, spellings_of(wanted)):
            if _begins(stems[0]) not in _spelled(person, reading, number):
                continue
            first, _ = reading.bounds(number)
            found = _find(reading, number, stems, whole)
            if found and (first + found[0] not in spots or _is_glued(stems[0])):
                hits.append((first + found[0], first + found[-1], term))
                break
    return hits


def _find(reading: Reading, field: int, stems: list[str], whole: str) -> list[int]:
    """Where in a field the words of a context term stand, close together; empty if one is missing.

    whole: the term as it is listed, if it is one word.
    """
    bares = reading.bares(field)
    head = stems[0]
    for at, bare in enumerate(bares):
        if _says(bare, head, whole):
            places = [at]
            for n, wanted in enumerate(stems[1:]):
                near = range(at + 1, min(at + 3 + n, len(bares)))
                places += [p for p in near if bares[p] == wanted or stem(bares[p]) == wanted][:1]
            if len(places) == len(stems):
                return sorted(places)
    if head.isascii() and len(stems) == 1 and not reading.spelled_out(field).isascii():
        for at, forms in reading.latin(field).items():
            if any(_says(form, head, whole) for form in forms):
                return [at]
    return []


def _says(bare: str, head: str, whole: str) -> bool:
    """Whether a word is a context word, one of its cases, or made of it: Kuopio, Kuopiossa, kuopiolainen."""
    if bare == head or (len(head) > 3 and stem(bare) == head) or (_is_glued(head) and head in bare):
        return True
    if len(whole) < _LEAST_WHOLE or bare[:3] != whole[:3]:
        return False
    longer = bare.startswith(whole) and len(bare) <= len(whole) + _MOST_ADDED and bare not in words()
    return longer or whole in basic_forms(bare)
