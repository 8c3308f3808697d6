"""What a look at the house found: the form that `headsup doctor` and `headsup db check` print."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at: `remedy` says what to do, and is empty if it is well."""

    what: str
    good: bool
    detail: str
    remedy: str = ""

    def line(self) -> str:
        """For a terminal or a log."""
        return f"{'ok  ' if self.good else 'BAD '} {self.what}: {self.detail}" + (
            f"\n     {self.remedy}" if self.remedy else ""
        )
