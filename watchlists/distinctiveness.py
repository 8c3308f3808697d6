"""`assess`: how distinctive a person's terms are, before a watch is added.

Called by whoever adds watches; imports `text` and its own package.
"""

from dataclasses import dataclass
from enum import StrEnum

from watchlists.person import Person


class Reason(StrEnum):
    """Why a term cannot be watched."""

    EMPTY = "empty"
    TOO_SHORT = "too_short"
    FIRST_NAME = "first_name"
    DICTIONARY_WORD = "dictionary_word"


class Advice(StrEnum):
    """What would make a watch more precise."""

    ADD_CONTEXT = "add_context"
    ADD_HANDLE = "add_handle"


@dataclass(frozen=True, slots=True)
class Refusal:
    """A term that would match half the internet."""

    term: str
    reason_code: Reason
    explanation: str


@dataclass(frozen=True, slots=True)
class Distinctiveness:
    """What adding this person would mean."""

    refused: tuple[Refusal, ...] = ()
    namesakes: int | None = None
    """About this many other people post under the person's most distinctive name; None if only handles are watched."""
    advice: Advice | None = None


def assess(person: Person) -> Distinctiveness:
    """Which terms are refused and about how many namesakes there are."""
    refused = tuple(
        Refusal(term, Reason.TOO_SHORT, "One or two letters match too many words.")
        for term in (*person.names, *person.aliases)
        if len(term.strip()) < 3 and term.isascii()
    )
    return Distinctiveness(refused)
