"""What a `Screener` answers: a person found in a text, how surely, and the evidence.

Called by `watchlists.screener` (makes them) and by whoever reads matches; imports nothing of this project.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

How = Literal[
    "exact",
    "folded",
    "homoglyph",
    "leet",
    "joined",
    "spaced",
    "initial",
    "nickname",
    "typo",
    "transliteration",
    "inflection",
    "handle",
    "url",
    "context",
]


class Tier(StrEnum):
    """What a match is good for. Weaker findings are not returned at all."""

    ALERT = "alert"
    REVIEW = "review"


@dataclass(frozen=True, slots=True)
class Evidence:
    """One place that speaks for a match. `text` is exactly `field[start:end]` of the original."""

    field: str
    """title, body, author, url, tags[i], links[i].text or links[i].url."""
    start: int
    end: int
    text: str
    term: str
    """The watched term as the person wrote it."""
    how: How


@dataclass(frozen=True, slots=True)
class Match:
    """A person found in a text."""

    person: str
    score: float
    """Bits: how much rarer this finding is than chance, after the costs of every bend it took to find it."""
    probability: float
    """That the text means this person and no namesake, calibrated on posts about both."""
    tier: Tier
    evidence: tuple[Evidence, ...]
    fingerprints: tuple[str, ...]
    """Opaque; put them into `Person.not_me` and the same finding stays quiet for this person."""
