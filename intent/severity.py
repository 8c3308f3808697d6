"""How serious a finding is: an ordered scale that the policy table assigns and moderators read.

Used by `intent.policy`, handlers, storage and cards. Imports nothing of Headsup.
"""

from __future__ import annotations

from enum import IntEnum


class Severity(IntEnum):
    """Ordered; the string form is the lower-case name that configuration, database and cards use."""

    NONE = 0
    LOW = 1
    MEDIUM = 2
    HIGH = 3
    CRITICAL = 4

    def __str__(self) -> str:
        return self.name.lower()

    @classmethod
    def parse(cls, word: str) -> Severity:
        """The severity that `word` names. Raises ValueError that lists the words there are."""
        try:
            return cls[word.strip().upper()]
        except KeyError:
            words = ", ".join(str(each) for each in cls)
            raise ValueError(f"unknown severity {word!r}; one of: {words}") from None

    def raised(self, steps: int) -> Severity:
        """`steps` higher, at most critical. None stays none: what asks for nothing is not raised."""
        if self is Severity.NONE:
            return self
        return Severity(max(Severity.LOW, min(Severity.CRITICAL, self + steps)))
