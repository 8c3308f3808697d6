"""`assess`: how distinctive a person's terms are, before a watch is added.

Called by whoever adds watches; imports `watchlists.cues`, `watchlists.handles`, `watchlists.rarity`,
`watchlists.specificity` and `watchlists.terms`.
"""

from dataclasses import dataclass
from enum import StrEnum

from watchlists.commonest import is_common
from watchlists.cues import famous
from watchlists.handles import is_everybodys, read_url
from watchlists.person import Person
from watchlists.rarity import POSTERS, is_in_use, is_plain, is_word, names, places, words
from watchlists.specificity import distinctive, name_bits, native_bits, single_bits
from watchlists.terms import Name, profiles_of, read_name

SINGLE_ENOUGH = 15.5
"""Bits from which on a single word may be watched without context."""
HANDLE_ENOUGH = 9.0
MANY = 2_000
"""From this many namesakes on, context words or a handle are asked for."""


class Reason(StrEnum):
    """Why a term cannot be watched."""

    EMPTY = "empty"
    TOO_SHORT = "too_short"
    FIRST_NAME = "first_name"
    DICTIONARY_WORD = "dictionary_word"
    PLACE = "place"
    NEEDS_SITE = "needs_site"
    NOT_A_HANDLE = "not_a_handle"


class Advice(StrEnum):
    """What would make a watch more precise."""

    ADD_CONTEXT = "add_context"
    ADD_HANDLE = "add_handle"
    ADD_NAME_PART = "add_name_part"


_EXPLANATIONS = {
    Reason.EMPTY: "There is no letter or digit in it.",
    Reason.TOO_SHORT: "One or two letters stand in almost every text.",
    Reason.FIRST_NAME: "Very many people have this name. Add a second name part, or context words such as a city.",
    Reason.DICTIONARY_WORD: "It is an ordinary word. Add a second name part, or context words such as a profession.",
    Reason.PLACE: "It is a place. Add a second name part, or context words such as a profession.",
    Reason.NEEDS_SITE: "Many accounts may be called so. Say the site too, such as instagram:name.",
    Reason.NOT_A_HANDLE: "It is not a handle. Write it as @name or as site:name.",
}


@dataclass(frozen=True, slots=True)
class Refusal:
    """A term that would match half the internet."""

    term: str
    reason_code: Reason

    @property
    def explanation(self) -> str:
        """Why, and what to do, in English."""
        return _EXPLANATIONS[self.reason_code]


@dataclass(frozen=True, slots=True)
class Distinctiveness:
    """What adding this person would mean."""

    refused: tuple[Refusal, ...] = ()
    namesakes: int | None = None
    """About this many other people post under the person's most distinctive name; None if no name is watched."""
    advice: Advice | None = None
    needs_context: bool = False
    """Every name is one of very many people, or also a word, a place or a well-known character's: alone, it is left to the
    moderators."""


def assess(person: Person) -> Distinctiveness:
    """Which terms are refused, about how many namesakes there are, and what would help.

    A single given name, word or place is not refused where context words make it usable; a term without letters or of
    one or two ASCII letters always is.
    """
    refused: list[Refusal] = []
    best: float | None = None
    for term in (*person.names, *person.aliases):
        name = read_name(term)
        reason = _reason(name, bool(person.context))
        if reason is not None:
            refused.append(Refusal(term, reason))
        elif name.parts:
            value = native_bits(name) if name.native else name_bits(name.parts)
            best = value if best is None else max(best, value)
    known = {term for term, _ in profiles_of(person)}
    for handle in person.handles:
        if handle not in known:
            refused.append(Refusal(handle, Reason.NOT_A_HANDLE))
    refused += [Refusal(url, Reason.NOT_A_HANDLE) for url in person.urls if is_everybodys(read_url(url))]
    for term, profile in profiles_of(person):
        short = len(profile.handle) < 3 or distinctive(profile.handle) < HANDLE_ENOUGH
        if short and not profile.site:
            refused.append(Refusal(term, Reason.NEEDS_SITE))
    namesakes = None if best is None else max(0, round(POSTERS * 2 ** -min(best, 60.0)))
    return Distinctiveness(tuple(refused), namesakes, _advice(person, namesakes), _needs_context(person))


def _needs_context(person: Person) -> bool:
    if person.context:
        return False
    every = [name for name in map(read_name, (*person.names, *person.aliases)) if name.parts]
    watched = [name for name in every if _reason(name, helped=False) is None]
    return bool(watched) and all(map(_is_doubtful, watched))


def _is_doubtful(name: Name) -> bool:
    if is_common(name):
        return True
    if len(name.parts) == 1:
        return is_in_use(name.parts[0])
    return all(map(is_plain, name.parts)) or frozenset(name.parts) in famous()


def _reason(name: Name, helped: bool) -> Reason | None:
    letters = "".join(name.parts)
    if not any(map(str.isalnum, letters)):
        return Reason.EMPTY
    if (len(letters) < 3 and letters.isascii()) or len(letters) < 2:
        return Reason.TOO_SHORT
    if len(name.parts) > 1 or helped or len(name.native) > 1:
        return None
    return _word_reason(name.parts[0]) if single_bits(name.parts[0]) < SINGLE_ENOUGH else None


def _word_reason(bare: str) -> Reason:
    if bare in places():
        return Reason.PLACE
    if is_word(bare) or (bare in words() and bare not in names()):
        return Reason.DICTIONARY_WORD
    return Reason.FIRST_NAME


def _advice(person: Person, namesakes: int | None) -> Advice | None:
    if namesakes is None or namesakes < MANY:
        return None
    if not person.handles and not person.urls:
        return Advice.ADD_HANDLE
    return Advice.ADD_CONTEXT if not person.context else None
