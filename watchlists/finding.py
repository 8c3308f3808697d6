"""One place that may name a person, as judged by its own words: what it says, at what worth, and what is odd about it.

Made by `watchlists.scoring` and `watchlists.several_words`, weighed by `watchlists.surroundings` and `watchlists.verdict`.
"""

from dataclasses import dataclass

from watchlists.match import How

_ABOUT = 6.0
"""Bits by which a name in one piece may be worth less than its words wherever they stand, and yet be the better reading."""


@dataclass(slots=True)
class Finding:
    """One place that may name the person."""

    term: str
    how: How
    score: float
    bends: float
    spans: list[tuple[int, int, int]]
    """(row position, letter start, letter end); the letters are -1 for the whole word."""
    words_only: bool = False
    """Each of its words is first a word or a place."""
    cut_into_words: bool = False
    """What may be the name cut up is a row of words and names in itself: As a Butterfield, for Asa."""
    lower: bool = False
    """No capital says that it is a name."""
    apart: bool = False
    """The words do not read as one name, or as this one: a sentence ends, a verb or conjunction stands between them, or
    one of them is more likely another given name: Michelle for Michel."""
    anchor: int = -1
    """The row of the surname, where the name's words stand far apart in the text; else -1."""
    initial_beside: bool = False
    """One of words that stand far apart has the other's initial beside it: the Roebling tape ... Jane R."""
    first: int = 0
    last: int = 0
    parts: tuple[str, ...] = ()
    initial: bool = False
    family: bool = False
    """No given name, or no surname: it may be any of a family, in whatever town they live, or any of a first name."""
    surname_only: bool = False
    """The surname alone: somebody else's, unless the person's context is near it."""
    complete: bool = False
    """Every part of the name is there."""
    another: bool = False
    """The text says another name in place of a part: whatever else of the name is there, it is somebody else's."""
    like_another: bool = False
    """Its surname is another that people have: Price, for Pryce."""
    mentioned: bool = False
    """A name of one word that stands as it is listed, and nothing near it says that somebody is wanted: it may be a
    thing."""
    commonplace: bool = False
    """So many have this name where it comes from that it does not say who is meant."""
    famous: bool = False
    """A character, a place or somebody of long ago has this name."""
    usual: bool = False
    """All of the name as it stands or as other letters usually write it, in one piece."""
    sure: bool = False
    """A handle or address: needs no context."""


def without_others(found: list[Finding]) -> list[Finding]:
    """The findings of one person in one text without those that are part of somebody else's like name.

    A shorter name that the person has, too, is no more theirs there: Rosa Quint, in Rosa Olga Quint for Rosa Ida Quint.
    """
    in_one_piece = [each for each in found if each.anchor < 0]
    kept = [
        each for each in found if each.anchor < 0 or not any(_explains(one, each) for one in in_one_piece)
    ]
    for other in [each for each in kept if each.another]:
        there = [each for each in kept if not each.sure and _overlap(each, other)]
        whole = any(each.complete and len(each.parts) >= len(other.parts) for each in there)
        if not whole and not any(each.complete and each.term == other.term for each in there):
            kept = [each for each in kept if each not in there and each is not other]
    return [each for each in kept if not each.another]


def _explains(one: Finding, scattered: Finding) -> bool:
    """Whether a name in one piece is the better reading of words that stand far apart."""
    if one.initial:
        return False  # Halmosdi G., and later Gergő
    rows = {row for row, _, _ in one.spans}
    return one.score >= scattered.score - _ABOUT and not rows.isdisjoint(row for row, _, _ in scattered.spans)


def _overlap(one: Finding, other: Finding) -> bool:
    rows, others = ([row for row, _, _ in each.spans] for each in (one, other))
    return min(rows) <= max(others) and min(others) <= max(rows)
