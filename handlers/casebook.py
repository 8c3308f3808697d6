"""Cases: opening them, joining items to them, and their append-only history. Called by screening and reports.

A case is one community's. The same words posted twice, or one link reported ten times, are one case.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

import re2
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from feeds import Item
from handlers.house import House
from handlers.owed import owe
from handlers.references import new_reference
from intent import Severity, Verdict
from storage import schema as tables


async def open_cases(
    house: House, session: AsyncSession, row: tables.Item, item: Item, verdict: Verdict
) -> list[int]:
    """Cases for the communities that subscribe to the item's feeds, and for those where it was reported.

    -> ids of the moderators' alerts that are due.
    """
    reported = select(tables.CaseItem.case_id).where(tables.CaseItem.item_id == row.id)
    due: list[int] = []
    for case_id in (await session.scalars(reported)).all():
        case = await session.get_one(tables.Case, case_id)
        if int(verdict.severity) != case.severity and case.state in ("open", "claimed"):
            case.severity = max(case.severity, int(verdict.severity))
            case.revision += 1
        due += await owe_card(session, house.clock(), case)
    if verdict.severity is Severity.NONE:
        return due
    for community in await _subscribers(session, row, item, verdict):
        case = await case_for(house, session, community.id, row, int(verdict.severity), by="feed")
        due += await owe_card(session, house.clock(), case)
    return due


async def case_for(
    house: House, session: AsyncSession, community_id: int, row: tables.Item, severity: int, *, by: str
) -> tables.Case:
    """The community's case about this item: its own, that of the same words or link, or a new one."""
    same = (
        select(tables.Case)
        .join(tables.CaseItem, tables.CaseItem.case_id == tables.Case.id)
        .join(tables.Item, tables.Item.id == tables.CaseItem.item_id)
        .where(tables.Case.community_id == community_id)
    )
    found = (await session.scalars(same.where(tables.Item.id == row.id))).first()
    if found is not None:
        return found
    alike = tables.Item.content_hash == row.content_hash
    if row.link_hash is not None:
        alike = alike | (tables.Item.link_hash == row.link_hash)
    found = (await session.scalars(same.where(alike).order_by(tables.Case.id.desc()))).first()
    now = house.clock()
    if found is None:
        found = tables.Case(
            community_id=community_id,
            reference=await new_reference(session),
            severity=severity,
            state="open",
            escalated=False,
            revision=1,
            card_revision=0,
            created_at=now,
        )
        session.add(found)
        await session.flush()
        record(session, found.id, "opened", now, detail=by)
    else:
        found.severity = max(found.severity, severity)
        found.revision += 1
        record(session, found.id, "joined", now, detail=by)
    session.add(tables.CaseItem(case_id=found.id, item_id=row.id, community_id=community_id))
    await session.flush()
    return found


async def owe_card(session: AsyncSession, now: datetime, case: tables.Case) -> list[int]:
    """The moderators' alert about a case, once; -> its id if it is new or still owed."""
    alert = await owe(
        session,
        now,
        "case",
        f"case:{case.id}",
        severity=case.severity,
        case_id=case.id,
        community_id=case.community_id,
    )
    if alert is None:
        query = select(tables.Alert).where(
            tables.Alert.dedupe == f"case:{case.id}", tables.Alert.state == "owed"
        )
        alert = (await session.scalars(query)).one_or_none()
    return [alert.id] if alert is not None else []


def record(
    session: AsyncSession,
    case_id: int,
    kind: str,
    at: datetime,
    *,
    actor: str | None = None,
    detail: str | None = None,
    note: bytes | None = None,
) -> None:
    """Append to a case's history."""
    session.add(
        tables.CaseEvent(case_id=case_id, kind=kind, actor=actor, detail=detail, sealed_note=note, at=at)
    )


async def _subscribers(
    session: AsyncSession, row: tables.Item, item: Item, verdict: Verdict
) -> Sequence[tables.Community]:
    query = (
        select(tables.Community, tables.Subscription)
        .join(tables.Subscription, tables.Subscription.community_id == tables.Community.id)
        .join(tables.ItemFeed, tables.ItemFeed.feed_id == tables.Subscription.feed_id)
        .where(tables.ItemFeed.item_id == row.id, tables.Community.state == "active")
        .order_by(tables.Community.id)
    )
    wanted = []
    for community, subscription in (await session.execute(query)).all():
        least = community.min_severity if subscription.min_severity is None else subscription.min_severity
        if verdict.severity >= least and mentions(item, subscription.keywords) and community not in wanted:
            wanted.append(community)
    return wanted


def mentions(item: Item, keywords: Sequence[str]) -> bool:
    """Whether an item has one of the keywords, or there are none. `/…/` is an RE2 pattern (no backtracking)."""
    if not keywords:
        return True
    text = f"{item.title}\n{item.body}\n{' '.join(item.tags)}"
    folded = text.casefold()
    for keyword in keywords:
        if len(keyword) > 2 and keyword.startswith("/") and keyword.endswith("/"):
            if re2.search(f"(?i){keyword[1:-1]}", text):
                return True
        elif keyword.casefold() in folded:
            return True
    return False
