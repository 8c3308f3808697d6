"""Cases: opening them, joining items to them, and their append-only history. Called by screening and reports.

A case is one community's. The same words posted twice, or one link reported ten times, are one case.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import lru_cache

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from feeds import Item, SettingsError
from feeds.filters import Filters
from handlers.house import House
from handlers.owed import owe
from handlers.references import new_reference
from intent import Severity, Verdict
from storage import schema as tables

SETTLED_AFTER = timedelta(days=1)
"""How long after a decision the same words still join its case."""


@dataclass(frozen=True, slots=True)
class Around:
    """What an item belongs to: the cases that it is in, and who follows its feeds."""

    cases: Sequence[tables.Case] = ()
    following: Sequence[tuple[tables.Community, tables.Subscription]] = ()

    def without_followers(self) -> Around:
        """The same for an item that nobody is to hear of for following its feeds."""
        return replace(self, following=())


async def around(
    session: AsyncSession, item_ids: Sequence[int], may_open: Collection[int]
) -> dict[int, Around]:
    """What the items belong to, each of them. Those that may open cases keep others from opening any meanwhile.

    All their communities are locked at once and in order: alike items find each other's cases, and nobody waits crosswise.
    """
    cases: dict[int, list[tables.Case]] = defaultdict(list)
    placed = (
        select(tables.CaseItem.item_id, tables.Case)
        .join(tables.Case, tables.Case.id == tables.CaseItem.case_id)
        .where(tables.CaseItem.item_id.in_(item_ids))
    )
    for item_id, case in (await session.execute(placed)).all():
        cases[item_id].append(case)
    following: dict[int, list[tuple[tables.Community, tables.Subscription]]] = defaultdict(list)
    query = (
        select(tables.ItemFeed.item_id, tables.Community, tables.Subscription)
        .join(tables.Subscription, tables.Subscription.feed_id == tables.ItemFeed.feed_id)
        .join(tables.Community, tables.Community.id == tables.Subscription.community_id)
        .where(tables.ItemFeed.item_id.in_(may_open), tables.Community.state == "active")
        .where(tables.Subscription.state == "active")
        .order_by(tables.Community.id)
    )
    for item_id, community, subscription in (await session.execute(query)).all():
        following[item_id].append((community, subscription))
    writing = {case.community_id for each in cases.values() for case in each}
    writing |= {community.id for each in following.values() for community, _ in each}
    await _keep_to_ourselves(session, writing)
    return {each: Around(cases[each], following[each]) for each in item_ids}


async def _keep_to_ourselves(session: AsyncSession, community_ids: Collection[int]) -> None:
    """Nobody else opens cases in these communities until the transaction ends."""
    if community_ids:
        lock = select(tables.Community.id).where(tables.Community.id.in_(community_ids))
        await session.execute(lock.order_by(tables.Community.id).with_for_update(key_share=True))


async def open_cases(
    house: House,
    session: AsyncSession,
    row: tables.Item,
    item: Item,
    verdict: Verdict,
    confirmed: Verdict,
    placed: Around,
) -> list[int]:
    """Cases for the communities that subscribe to the item's feeds, and for those where it was reported.

    `confirmed` is the verdict for a community that confirmed an earlier item of the same requester.
    -> ids of the moderators' alerts that are due.
    """
    knowing = await _confirmed_by(session, row)
    due: list[int] = []
    for case in placed.cases:
        if case.state in ("open", "claimed"):
            here = confirmed if case.community_id in knowing else verdict
            case.severity = max(case.severity, int(here.severity))
        case.revision += 1  # a card that was posted before shows nothing of words that were not screened
        due += await owe_card(session, house.clock(), case)
    if verdict.severity is Severity.NONE:
        return due
    already = {case.community_id: case for case in placed.cases}
    for community, severity in _wanting(item, verdict, confirmed, placed.following, knowing):
        case = already.get(community.id) or await _joined_or_opened(
            house, session, community.id, row, int(severity), by="feed"
        )
        if not row.late:  # one digest speaks for those
            due += await owe_card(session, house.clock(), case)
    return due


async def case_for(
    house: House, session: AsyncSession, community_id: int, row: tables.Item, severity: int, *, by: str
) -> tables.Case:
    """The community's case about this item: its own, that of the same words or link, or a new one."""
    await _keep_to_ourselves(session, [community_id])  # one by one, so that alike ones find each other
    own = (
        select(tables.Case)
        .join(tables.CaseItem, tables.CaseItem.case_id == tables.Case.id)
        .where(tables.Case.community_id == community_id, tables.CaseItem.item_id == row.id)
    )
    found = (await session.scalars(own)).first()
    return found or await _joined_or_opened(house, session, community_id, row, severity, by=by)


async def _joined_or_opened(
    house: House, session: AsyncSession, community_id: int, row: tables.Item, severity: int, *, by: str
) -> tables.Case:
    """The case of the same words or link, or a new one.

    What returns a day after a decision is a new case: a decided one that it joined would tell nobody.
    """
    alike = tables.Item.content_hash == row.content_hash
    if row.link_hash is not None:
        alike = alike | (tables.Item.link_hash == row.link_hash)
    now = house.clock()
    fresh = tables.Case.decided_at.is_(None) | (tables.Case.decided_at > now - SETTLED_AFTER)
    same = (
        select(tables.Case)
        .join(tables.CaseItem, tables.CaseItem.case_id == tables.Case.id)
        .join(tables.Item, tables.Item.id == tables.CaseItem.item_id)
        .where(tables.Case.community_id == community_id, alike, fresh)
        .order_by(tables.Case.id.desc())
        .limit(1)
    )
    found = (await session.scalars(same)).first()
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


async def _confirmed_by(session: AsyncSession, row: tables.Item) -> set[int]:
    """The communities that confirmed an earlier item of the same requester."""
    if row.requester_hash is None:
        return set()
    query = (
        select(tables.Case.community_id)
        .join(tables.CaseItem, tables.CaseItem.case_id == tables.Case.id)
        .join(tables.Item, tables.Item.id == tables.CaseItem.item_id)
        .where(tables.Case.state == "confirmed", tables.Item.requester_hash == row.requester_hash)
        .where(tables.Item.id < row.id)
        .distinct()
    )
    return set((await session.scalars(query)).all())


def _wanting(
    item: Item,
    verdict: Verdict,
    confirmed: Verdict,
    following: Sequence[tuple[tables.Community, tables.Subscription]],
    knowing: Collection[int],
) -> Sequence[tuple[tables.Community, Severity]]:
    """Communities that want to see the item, each with its severity there."""
    wanted: dict[int, tuple[tables.Community, Severity]] = {}
    for community, subscription in following:
        severity = (confirmed if community.id in knowing else verdict).severity
        least = community.min_severity if subscription.min_severity is None else subscription.min_severity
        kept = item.title or item.body  # nothing is left to look for words in: if in doubt they hear of it
        if severity >= least and (mentions(item, subscription.keywords) or not kept):
            wanted.setdefault(community.id, (community, severity))
    return list(wanted.values())


def mentions(item: Item, keywords: Sequence[str]) -> bool:
    """Whether an item has one of the keywords, or there are none. `/…/` is an RE2 pattern (no backtracking)."""
    return _filters(tuple(keywords)).admit(item)


@lru_cache(maxsize=1024)
def _filters(keywords: tuple[str, ...]) -> Filters:
    try:
        return Filters.parse(keywords)
    except SettingsError:  # they were checked when they were given; if in doubt a community hears of the item
        return Filters()


async def below(session: AsyncSession, row: tables.Item, severity: Severity) -> Sequence[tables.Case]:
    """Cases that the item is in, that are less grave than this and whose card was posted."""
    query = (
        select(tables.Case)
        .join(tables.CaseItem, tables.CaseItem.case_id == tables.Case.id)
        .join(tables.Alert, tables.Alert.case_id == tables.Case.id)
        .where(tables.CaseItem.item_id == row.id, tables.Case.severity < int(severity))
        .where(tables.Alert.kind == "case", tables.Alert.state == "sent")
    )
    return (await session.scalars(query)).all()


async def owe_raised(
    session: AsyncSession, now: datetime, cases: Sequence[tables.Case], severity: Severity
) -> list[int]:
    """Moderators hear again of a case whose post was edited into something graver; -> alert ids."""
    due = []
    for case in cases:
        record(session, case.id, "raised", now, detail=str(severity))
        alert = await owe(
            session,
            now,
            "notice",
            f"case-raised:{case.id}:{int(severity)}",
            severity=int(severity),
            case_id=case.id,
            community_id=case.community_id,
            detail={"code": f"case-raised-{severity}", "reference": case.reference},
        )
        if alert is not None:
            due.append(alert.id)
    return due
