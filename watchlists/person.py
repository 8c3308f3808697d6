"""Who is watched (`Person`) and what is searched for them (`Text`).

Called by everybody who fills or asks a `Screener`; imports nothing of this project. Secrets: the fields of a person
are what the person fears will be read, so no error text here repeats a value, only the key it stood under.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from enum import StrEnum

LIMITS = {"names": 16, "aliases": 16, "handles": 32, "urls": 32, "context": 32}
"""How many terms of each kind one person may have."""
MAX_TERM = 200
"""Characters in one term."""


class Fault(StrEnum):
    """What is wrong with a watchlist entry."""

    NOTHING = "nothing"
    TOO_MANY = "too_many"
    TOO_LONG = "too_long"
    FORM = "form"


class PersonError(ValueError):
    """A watchlist entry that cannot be used; the text says which key and what to do, never the value.

    key: such as "names" or "names[3]". limit: what TOO_MANY and TOO_LONG allow.
    """

    def __init__(self, key: str, problem: str, fault: Fault = Fault.FORM, limit: int = 0) -> None:
        super().__init__(f"{key}: {problem}")
        self.key = key
        self.fault = fault
        self.limit = limit


@dataclass(frozen=True, slots=True)
class Person:
    """One watched person. Terms are as the person wrote them."""

    id: str
    names: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    handles: tuple[str, ...] = ()
    """ "@janeroe", "janeroe" (any site) or "instagram:janeroe" (that site)."""
    urls: tuple[str, ...] = ()
    context: tuple[str, ...] = ()
    """Words that speak for this person when they stand near the name: a city, a profession, a show."""
    not_me: frozenset[str] = frozenset()
    """Fingerprints of matches that were another person; they stay quiet for this person alone."""


@dataclass(frozen=True, slots=True)
class Text:
    """What the matcher sees of an item. Evidence offsets refer to these strings, unchanged."""

    title: str = ""
    body: str = ""
    author: str = ""
    url: str = ""
    tags: tuple[str, ...] = ()
    links: tuple[tuple[str, str], ...] = ()
    """(link text, URL)."""


_LISTS = ("names", "aliases", "handles", "urls", "context", "not_me")


def from_mapping(mapping: Mapping[str, object]) -> Person:
    """A person from `{"person": id, "names": [], "aliases": [], "handles": [], "urls": [], "context": []}`.

    Raises PersonError, which names the key and the remedy.
    """
    known = ("person", *_LISTS)
    for key in mapping:
        if key not in known:
            near = get_close_matches(str(key), known, n=1)
            hint = f"did you mean {near[0]!r}?" if near else f"known keys are {', '.join(known)}"
            raise PersonError(str(key)[:40], f"unknown key; {hint}")
    person = mapping.get("person")
    if isinstance(person, int) and not isinstance(person, bool):
        person = str(person)
    if not isinstance(person, str) or not person.strip():
        raise PersonError("person", "missing; give each entry an id that is a non-empty string")
    _refuse_broken("person", person)
    lists = {key: _strings(key, mapping.get(key)) for key in _LISTS}
    if not any(lists[key] for key in ("names", "aliases", "handles", "urls")):
        raise PersonError(
            "names", "nothing to look for; give at least one name, alias, handle or URL", Fault.NOTHING
        )
    return Person(
        id=person,
        names=lists["names"],
        aliases=lists["aliases"],
        handles=lists["handles"],
        urls=lists["urls"],
        context=lists["context"],
        not_me=frozenset(lists["not_me"]),
    )


def _strings(key: str, value: object) -> tuple[str, ...]:
    if value is None:
        return ()
    if not isinstance(value, list | tuple):
        raise PersonError(key, 'must be a list of strings, such as ["…"]')
    most = LIMITS.get(key, 10_000)
    if len(value) > most:
        raise PersonError(key, f"has {len(value)} entries; {most} at most", Fault.TOO_MANY, most)
    terms: list[str] = []
    for position, term in enumerate(value):
        if not isinstance(term, str):
            raise PersonError(f"{key}[{position}]", f"must be a string, not {type(term).__name__}")
        if len(term) > MAX_TERM:
            problem = f"has {len(term)} characters; {MAX_TERM} at most"
            raise PersonError(f"{key}[{position}]", problem, Fault.TOO_LONG, MAX_TERM)
        _refuse_broken(f"{key}[{position}]", term)
        if not term.strip():
            raise PersonError(f"{key}[{position}]", "is empty; leave it out")
        terms.append(term.strip())
    return tuple(terms)


def _refuse_broken(key: str, term: str) -> None:
    if not term.isprintable() and any("\ud800" <= char < "\ue000" for char in term):
        raise PersonError(key, "holds a broken character (half of a surrogate pair); write it again")
