"""Proof by a one-time code in the bio of a watched profile.

Whoever can write into the profile holds its handle. Names count as proved only where the same page shows them: a code
in one's own profile proves nothing about somebody else's name.
"""

from __future__ import annotations

import re
import secrets
from dataclasses import dataclass

from watchlists.person import Person, Text
from watchlists.screener import Screener

_LETTERS = "23456789bcdfghjkmnpqrstvwxyz"
CODE = re.compile(r"headsup-[2-9a-z]{5}-[2-9a-z]{5}")


@dataclass(frozen=True, slots=True)
class Profile:
    """What a fetched profile page shows: whether the code is there, and which of the person's terms."""

    has_code: bool
    terms: tuple[str, ...]


def new_code() -> str:
    """A code that nobody guesses (48 bits)."""
    part = ["".join(secrets.choice(_LETTERS) for _ in range(5)) for _ in range(2)]
    return f"headsup-{part[0]}-{part[1]}"


def read_profile(page: str, url: str, code: str, person: Person) -> Profile:
    """Look for `code`, and for the person's names, in the text of a page."""
    found = Screener([person]).matches([Text(body=page, url=url)])[0]
    terms = dict.fromkeys(each.term for match in found for each in match.evidence if each.how != "context")
    return Profile(has_code=code in page.lower(), terms=tuple(terms))
