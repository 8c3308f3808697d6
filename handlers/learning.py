"""Moderators' decisions as labelled, anonymised lines for training. Called by `headsup eval export`; never automatic.

Replaced by plain stand-ins: the watched names that the matching engine found, handles, links, e-mail addresses and
numbers that could be somebody's. Names that nobody watches stay, so the lines are to be read before they are shared.
Items with `minor` are left out altogether.
"""

from __future__ import annotations

import re
from collections.abc import AsyncIterator
from typing import Any

from sqlalchemy import select

from handlers import watchlist
from handlers.house import House
from storage import schema as tables

_MAIL = re.compile(r"(?<![\w.+@-])@?[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
# With a scheme; a host and a path; a host alone, where its end is one that sites of people have.
_LINK = re.compile(
    r"[a-z][a-z0-9+.-]{0,20}://\S+|www\.\S+|(?<![\w.@-])(?:[\w-]+\.)+(?:[^\W\d_]{2,}(?::\d+)?/\S*"
    r"|(?:com|net|org|info|io|gg|me|tv|cc|ly|link|page|site|xyz|app|social|fans)(?!\w))",
    re.IGNORECASE,
)
# @name, u/name, name#1234.
_HANDLE = re.compile(r"(?<!\w)[@\uff20][\w.-]{2,}|(?<!\w)u/[\w-]{2,}|[^\s@#]{2,32}#\d{4}(?!\d)")
_NUMBER = re.compile(r"(?:\+|\b|\()\d(?:[ \u00a0().\-\u2010-\u2013/]{0,3}\d){6,}|\d{5,}")


async def decisions(house: House) -> AsyncIterator[dict[str, Any]]:
    """One record a decided item: confirmed keeps the labels that were found, dismissed as no request has none."""
    query = (
        select(tables.Case, tables.Item, tables.Finding)
        .join(tables.CaseItem, tables.CaseItem.case_id == tables.Case.id)
        .join(tables.Item, tables.Item.id == tables.CaseItem.item_id)
        .join(tables.Finding, tables.Finding.item_id == tables.Item.id)
        .where(tables.Case.state.in_(("confirmed", "dismissed")), tables.Item.sealed.is_not(None))
        .order_by(tables.Item.id)
    )
    async with house.database.read() as session:
        rows = (await session.execute(query)).all()
        for case, row, finding in rows:
            if "minor" in finding.labels or case.reason in ("agreed", "handled", "bad_report", "other"):
                continue
            item = house.vault.open_item(row)
            if item is None:
                continue
            found = await _found(house, session, row.id)
            labels = _labels(case, finding)
            yield {
                "title": anonymous(item.title, found),
                "body": anonymous(item.body, found),
                "labels": labels,
                "lang": "und",
                "kind": "decision",
                "scenario": f"case-{case.id}",
            }


def _labels(case: tables.Case, finding: tables.Finding) -> list[str]:
    if case.state == "confirmed":
        return list(dict.fromkeys(["likeness", *finding.labels]))
    return [label for label in finding.labels if label in ("sexual", "veiled")]


async def _found(house: House, session: Any, item_id: int) -> list[str]:
    """What was found of watched persons, as the post wrote it."""
    query = select(tables.FindingPerson).where(tables.FindingPerson.item_id == item_id)
    words: list[str] = []
    for match in (await session.scalars(query)).all():
        person = await session.get_one(tables.Person, match.person_id)
        evidence, _ = watchlist.open_evidence(house, person, match)
        words += [each.text for each in evidence if each.how != "context"]
    return sorted(set(words), key=len, reverse=True)


def anonymous(text: str, found: list[str]) -> str:
    """The text with stand-ins for names that were found, addresses, handles, links and long numbers."""
    for name in found:
        text = text.replace(name, "Alex Doe")
    text = _LINK.sub("https://example.org/post", _MAIL.sub("someone@example.org", text))
    return _NUMBER.sub("00000", _HANDLE.sub("@someone", text))
