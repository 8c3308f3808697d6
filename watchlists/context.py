"""What speaks for a person near a name: the context words that they listed, in their cases and in other languages.

Called by `watchlists.surroundings`, `watchlists.verdict`, `watchlists.screener` and `watchlists.indexing`; imports
`watchlists.cues` and the reading.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from functools import cache, lru_cache
from itertools import islice
from typing import NamedTuple

from text.fold import basic_forms, stem
from text.letters import word_set
from text.romanise import romanised
from text.words import Shape, unspaced
from watchlists.cues import (
    activities,
    akin,
    kindred,
    meanings,
    occupations,
    place_names,
    professions,
    pursuits,
    synonyms,
)
from watchlists.finding import Finding
from watchlists.person import Person
from watchlists.rarity import names, places, words
from watchlists.reading import Reading
from watchlists.tables import lines_of
from watchlists.terms import PARTICLES, part

_LEAST_HEAD, _LEAST_WHOLE, _MOST_ADDED = 4, 5, 6
"""Letters: of a stem that is looked for at all; of a context word that may be the beginning of another; of what is added."""
_MOST_PLACES = 4
_DENIED_NEAR = 2
NEGATED = word_set("not isnt nicht pas ikke inte nie не")
_NOT_BEFORE = NEGATED | word_set(
    "no never nem nao nunca non kein keine keinen jamais aldrig niet geen ни hic"
)
_NOT_AFTER = word_set("no degil yapmadi")
"""What says within so many words that somebody is not what stands after it, or before it."""
Place = tuple[int, int]
"""First and last row of what was found."""


@lru_cache(50_000)
def context_words(term: str) -> tuple[str, ...]:
    """The folded words of a context term."""
    return tuple(bare for chunk in term.split() for bare in part(chunk) if bare not in PARTICLES)


@lru_cache(20_000)
def concepts_of(term: str) -> tuple[str, ...]:
    """What the words of a context term say, one word for all that say the same; a surname is filed with these."""
    return tuple(dict.fromkeys(said for word in context_words(term) for said in meanings(word)))


@lru_cache(20_000)
def about(context: tuple[str, ...]) -> tuple[frozenset[str], frozenset[str]]:
    """(every word that says one of these context terms, in any language known; those of them that are professions, and the
    professions that go with them)."""
    own = {word for term in context for word in (*context_words(term), *_named_by(term))}
    said = frozenset(same for word in own for same in synonyms(word) | akin(word))
    said |= {word for same in said for phrase in _phrases_for().get(same, ()) for word in phrase}
    return said, frozenset(kin for work in said & professions() for kin in kindred(work))


def is_profession(term: str) -> bool:
    """Whether a context term says what somebody does, in any language that `cues` or their synonyms know."""
    return bool(_named_by(term)) or not occupations().isdisjoint(context_words(term))


def is_pursuit(term: str) -> bool:
    """Whether a context term says what somebody plays, makes or works at."""
    said = context_words(term)
    return not (pursuits().isdisjoint(said) and activities().isdisjoint(said))


def is_place(term: str) -> bool:
    """Whether a context term says where somebody is, as far as the table of places knows."""
    return not place_names().isdisjoint(context_words(term))


class Term(NamedTuple):
    """A context term as it is looked for."""

    said: str
    """Its first word as it is listed."""
    others: tuple[frozenset[str], ...]
    """What its further words may be or begin with, in their order."""
    heads: frozenset[str]
    """What its first word may be or begin with: of a term of one word also Latin forms, and what says the same elsewhere."""
    roots: frozenset[str]
    """Those of them that are stems, which a word in another case shares."""
    whole: str
    """The word as it is listed, if it is one that others may be made of."""
    loosely: bool = False
    """Whether it is no word of the context term, but what is said of who does it."""


class Found(NamedTuple):
    """Where a context term stands in a text, the first few times."""

    places: list[Place]
    loosely: bool
    """Whether only something akin to it stands there: cosplay, of cosplayer."""


class Hit(NamedTuple):
    """A context term near a name."""

    first: int
    last: int
    """Rows of the first place where it stands."""
    term: str
    loosely: bool


@lru_cache(20_000)
def terms_of(said: str) -> tuple[Term, ...]:
    """A context term as it is looked for, and loosely: who does it or what is done; of an occupation of several words also
    what is done alone (makeup, of makeup artist)."""
    wanted = context_words(said)
    if len(wanted) != 1:
        named = [term for word in _named_by(said) for term in terms_of(word)]
        does = wanted if is_profession(said) else ()
        parts = {
            same for word in does if word in activities() for same in {word} | synonyms(word) | akin(word)
        }
        return (_phrase(wanted), *named, *_loosely(parts)) if wanted else ()
    word = wanted[0]
    other = {form for form in romanised(word)[:3] if len(form) > 3} | synonyms(word)
    roots = _roots_of(other) | {_head(word)}
    whole = word if len(word) >= _LEAST_WHOLE else ""
    phrases = [_phrase(words) for same in synonyms(word) for words in _phrases_for().get(same, ())]
    return (Term(word, (), roots | other, roots, whole), *phrases, *_loosely(akin(word)))


def _phrase(wanted: tuple[str, ...]) -> Term:
    """Several words that stand close together, each in any language known."""
    alike = [synonyms(word) | kindred(word) for word in wanted]
    roots = [_roots_of(words) | {_head(word)} for words, word in zip(alike, wanted, strict=True)]
    first, *others = (found | words for found, words in zip(roots, alike, strict=True))
    return Term(wanted[0], tuple(others), first, roots[0], "")


def _named_by(said: str) -> tuple[str, ...]:
    """The professions that a context term names in several words: logopeda, of "speech therapist"."""
    return _professions_in_several_words().get(context_words(said), ())


@cache
def _professions_in_several_words() -> dict[tuple[str, ...], tuple[str, ...]]:
    """phrase -> the words of the table of occupations that say the same."""
    known: dict[tuple[str, ...], tuple[str, ...]] = {}
    for line in lines_of("phrases.txt"):
        word, *phrases = line.split()
        for phrase in phrases:
            said = context_words(phrase.replace("_", " "))
            if len(said) > 1:
                known[said] = (*known.get(said, ()), *context_words(word))
    return known


@cache
def _phrases_for() -> dict[str, list[tuple[str, ...]]]:
    """word of the table of occupations -> the phrases that say the same."""
    found: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    for phrase, said in _professions_in_several_words().items():
        for word in said:
            found[word].append(phrase)
    return dict(found)


def _loosely(others: Collection[str]) -> list[Term]:
    roots = _roots_of(others)
    return [Term("", (), roots.union(others), roots, "", loosely=True)] if others else []


def _roots_of(others: Iterable[str]) -> frozenset[str]:
    """The stems of words that say the same as a listed one; none that is as well another word: back, of Bäcker."""
    roots = {word: _head(word) for word in others}
    return frozenset(
        root
        for word, root in roots.items()
        if root == word or (len(root) > _LEAST_HEAD * root.isascii() and root not in words())
    )


def may_have_context(person: Person, reading: Reading, text: int) -> bool:
    """Whether a context word of the person may stand in a text; quick, and true too often."""
    asked = person.context, text
    known = reading.may_have_context.get(asked)
    if known is None:
        known = reading.may_have_context[asked] = _may_hold(person, reading, reading.fields_of(text))
    return known


def _may_hold(person: Person, reading: Reading, fields: list[int]) -> bool:
    spelled = [_spelled(person, reading, number) for number in fields] if person.context else []
    return any(
        _begins(head) in words
        for said in person.context
        for term in terms_of(said)
        for head in term.heads
        for words in spelled
    )


def _spelled(person: Person, reading: Reading, field: int) -> str:
    """The words of a field, and where the person's context is in Latin letters, foreign ones in those, too."""
    spelled = reading.spelled_out(field)
    if spelled.isascii() or not any(map(str.isascii, person.context)):
        return spelled
    return reading.spelled_in_latin(field)


def _begins(head: str) -> str:
    """What a text must hold if it holds the word."""
    return head if _is_glued(head) else f" {head[: max(_LEAST_HEAD, len(head) - 1)]}"


def _is_glued(word: str) -> bool:
    """Whether other words are written together with it: no spaces, or "from" and "the" as letters before it."""
    return len(word) > 1 and (unspaced(word) or "\u0590" <= word[0] < "\u0700")


def _head(word: str) -> str:
    return stem(word) if len(word) > 4 else word


def places_of(person: Person, own: Collection[str], reading: Reading, fields: list[int]) -> dict[str, Found]:
    """Where each context term of the person stands in these fields, the first few times.

    own: the words of the person's names, which are no context unless they are listed as such: Milana, of Milan.
    """
    found: dict[str, Found] = {}
    for said in person.context:
        for term in terms_of(said):
            begins = [_begins(head) for head in term.heads]
            here: list[Place] = []
            for number in fields:
                spelled = _spelled(person, reading, number)
                if len(here) < _MOST_PLACES and any(begun in spelled for begun in begins):
                    here += _find(reading, number, term, own)
            if here:
                found[said] = Found(here[:_MOST_PLACES], term.loosely)
                break
    return found


def context_hits(context: Mapping[str, Found], finding: Finding) -> list[Hit]:
    """Each context term that stands elsewhere than the name itself."""
    own = set(finding.parts)
    rows = {row for row, _, _ in finding.spans}
    hits: list[Hit] = []
    for said, found in context.items():
        if all(word in own for word in context_words(said)):
            continue
        glued = any(_is_glued(head) for term in terms_of(said) for head in term.heads)
        elsewhere = [place for place in found.places if glued or place[0] not in rows]
        if elsewhere:
            hits.append(Hit(*elsewhere[0], said, found.loosely))
    return hits


def _find(reading: Reading, field: int, term: Term, own: Collection[str]) -> list[Place]:
    """Where in a field the words of a context term stand, close together, in either order: hockey coach, coach de hockey."""
    first, _ = reading.bounds(field)
    bares = reading.bares(field)
    found: list[Place] = []
    for at, bare in enumerate(bares):
        if len(found) == _MOST_PLACES:
            break
        is_said = _says(bare, term) or _is_short_place(bare, reading.shape(first + at), term)
        if is_said and (bare not in own or bare == term.said):
            rows = [at]
            for n, other in enumerate(term.others):
                near = (*range(at + 1, min(at + 3 + n, len(bares))), *range(max(0, at - 2 - n), at))
                rows += [p for p in near if bares[p] in other or stem(bares[p]) in other][:1]
            place = first + min(rows), first + max(rows)
            if len(rows) == 1 + len(term.others) and not _is_denied(reading, *place):
                found.append(place)
    in_latin = not term.others and term.said.isascii()
    if found or not in_latin or reading.spelled_out(field).isascii():
        return found
    latin = reading.latin(field).items()
    said = (first + at for at, forms in latin if any(_says(form, term) for form in forms))
    return [(row, row) for row in islice(said, _MOST_PLACES) if not _is_denied(reading, row, row)]


def _is_denied(reading: Reading, row: int, last: int) -> bool:
    """Whether a text says that something is not so: nem eletricistas, idraulico proprio no."""
    first, end = reading.bounds(reading.field_of(row))
    before = range(max(first, row - _DENIED_NEAR), row)
    after = range(last + 1, min(end, last + 1 + _DENIED_NEAR))
    return any(reading.bare(at) in _NOT_BEFORE and _is_unparted(reading, at, row) for at in before) or any(
        reading.bare(at) in _NOT_AFTER and _is_unparted(reading, last, at) for at in after
    )


def _is_unparted(reading: Reading, first: int, last: int) -> bool:
    """Whether no comma or stop stands between two rows."""
    parting = Shape.STOP_AFTER | Shape.COMMA_AFTER
    return not any(reading.shape(row) & parting for row in range(first, last))


def _is_short_place(bare: str, shape: int, term: Term) -> bool:
    """Whether a word with a capital is a case of a place of three letters: Niša, of Niš."""
    listed = term.said
    short = len(listed) < _LEAST_HEAD and len(bare) <= len(listed) + 2 and bare.startswith(listed)
    return bool(short and shape & Shape.CAPITAL and listed in places() and listed in basic_forms(bare))


def _says(bare: str, term: Term) -> bool:
    """Whether a word is a context word, one of its cases, or made of it: Kuopio, Kuopiossa, kuopiolainen."""
    root = stem(bare)
    if bare in term.heads or (len(root) > 2 + root.isascii() and root in term.roots):
        return True
    if not bare.isascii() and any(head in bare for head in term.heads if _is_glued(head)):
        return True
    if term.others and bare[:_LEAST_HEAD] == term.said[:_LEAST_HEAD]:  # košarkaškog trenera
        return any(stem(form) in term.roots for form in basic_forms(bare))
    whole = term.whole
    if not whole or bare[:3] != whole[:3] or bare in names() or bare in places():
        return False
    longer = bare.startswith(whole) and len(bare) <= len(whole) + _MOST_ADDED and bare not in words()
    return longer or whole in basic_forms(bare)
