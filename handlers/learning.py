"""Moderators' decisions as labelled, anonymised lines for training. Called by `headsup eval export`; never automatic.

Names, handles and links are replaced by plain stand-ins: what the matching engine found, every @handle and every
address. Items with `minor` are left out altogether.
"""

from __future__ import annotations

import re
from collections.abc import AsyncIterator
from typing import Any

from sqlalchemy import select

from handlers import watchlist
from handlers.house import House
from storage import schema as tables

_LINK = re.compile(r"https?://\S+|www\.\S+")
_HANDLE = re.compile(r"(?<!\w)@[\w.]{2,}")
_LONG_NUMBER = re.compile(r"\d{5,}")


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
    """The text with stand-ins for names that were found, handles, links and long numbers."""
    for name in found:
        text = text.replace(name, "Alex Doe")
    text = _HANDLE.sub("@someone", _LINK.sub("https://example.org/post", text))
    return _LONG_NUMBER.sub("00000", text)
