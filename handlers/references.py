"""References that people can read out: `H-7K3F`. Used by cases and reports.

Crockford's base 32 without vowels that spell words; four characters while there are few, longer when they run out.
"""

from __future__ import annotations

import re
import secrets

from sqlalchemy import exists, select
from sqlalchemy.ext.asyncio import AsyncSession

from storage import schema as tables

ALPHABET = "23456789BCDFGHJKMNPQRSTVWXYZ"
_CONFUSED = str.maketrans({"0": "Q", "O": "Q", "1": "J", "I": "J", "L": "J", "U": "V"})


async def new_reference(session: AsyncSession) -> str:
    """A reference that no case and no report has."""
    length = 4
    while True:
        for _ in range(8):
            reference = "H-" + "".join(secrets.choice(ALPHABET) for _ in range(length))
            taken = exists().where(tables.Case.reference == reference) | exists().where(
                tables.Report.reference == reference
            )
            if not (await session.execute(select(taken))).scalar_one():
                return reference
        length += 1


def read_reference(text: str) -> str | None:
    """A reference as somebody typed it (`h 7k3f`, `#H-7K3F`), or None if it is none."""
    plain = re.sub(r"[\s#\-–—]", "", text).upper()
    if plain.startswith("H") and len(plain) > 4:
        plain = plain[1:]
    plain = plain.translate(_CONFUSED)
    if len(plain) < 4 or any(letter not in ALPHABET for letter in plain):
        return None
    return f"H-{plain}"
