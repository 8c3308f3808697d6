"""One message for many posts: what came after a long absence. Called by `feed_news` (owing it) and `cards_of` (saying it).

The posts are screened and have their cases like any others; a community gets one notice that lists the gravest and counts
the rest, instead of a card for each. Persons are alerted as always.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from feeds.schedule import DIGEST_CAP
from handlers.feed_kinds import shown_name
from handlers.house import House
from handlers.owed import owe
from handlers.texts import Texts
from intent import Severity
from storage import schema as tables


async def owe_digest(house: House, session: AsyncSession, feed: tables.Feed, new: Sequence[int]) -> list[int]:
    """Owe each subscribing community its digest of these items, or widen the one that is still owed; -> alert ids."""
    owed = []
    for community_id in await subscribed(session, feed.id):
        query = select(tables.Alert).where(
            tables.Alert.kind == "notice",
            tables.Alert.community_id == community_id,
            tables.Alert.state == "owed",
            tables.Alert.dedupe.startswith(f"feed-digest:{feed.id}:"),
        )
        waiting = (await session.scalars(query.with_for_update())).first()
        if waiting is not None:
            waiting.detail = {**waiting.detail, "last": max(new), "items": waiting.detail["items"] + len(new)}
            continue
        alert = await owe(
            session,
            house.clock(),
            "notice",
            f"feed-digest:{feed.id}:{min(new)}:{community_id}",
            severity=1,
            community_id=community_id,
            detail={"code": "feed-digest", "feed": shown_name(feed), **span(feed.id, new)},
        )
        if alert is not None:
            owed.append(alert.id)
    return owed


def span(feed_id: int, new: Sequence[int]) -> dict[str, int]:
    """The part of a notice's detail by which `said` finds the items again."""
    return {"feed_id": feed_id, "first": min(new), "last": max(new), "items": len(new)}


async def subscribed(session: AsyncSession, feed_id: int) -> Sequence[int]:
    """Ids of the communities that hear of a feed."""
    query = (
        select(tables.Subscription.community_id)
        .join(tables.Community, tables.Community.id == tables.Subscription.community_id)
        .where(tables.Subscription.feed_id == feed_id, tables.Subscription.state == "active")
        .where(tables.Community.state == "active")
    )
    return (await session.scalars(query)).all()


async def ready(session: AsyncSession, detail: Mapping[str, Any]) -> bool:
    """Whether all items that the notice speaks of are screened."""
    query = (
        select(func.count())
        .select_from(tables.Item)
        .join(tables.ItemFeed, tables.ItemFeed.item_id == tables.Item.id)
        .where(tables.ItemFeed.feed_id == detail["feed_id"], tables.Item.state == "new")
        .where(tables.Item.id.between(detail["first"], detail["last"]))
    )
    return not await session.scalar(query)


async def said(session: AsyncSession, t: Texts, community_id: int, detail: Mapping[str, Any]) -> str:
    """The cases that the late items opened, the gravest first, at most DIGEST_CAP, the rest counted; empty for none."""
    query = (
        select(tables.Case.reference, tables.Case.severity)
        .join(tables.CaseItem, tables.CaseItem.case_id == tables.Case.id)
        .join(tables.Item, tables.Item.id == tables.CaseItem.item_id)
        .join(tables.ItemFeed, tables.ItemFeed.item_id == tables.Item.id)
        .where(tables.Case.community_id == community_id, tables.ItemFeed.feed_id == detail["feed_id"])
        .where(tables.Item.late.is_(True), tables.Item.id.between(detail["first"], detail["last"]))
        .distinct()
        .order_by(tables.Case.severity.desc(), tables.Case.reference)
    )
    cases = (await session.execute(query)).all()
    if not cases:
        return ""
    lines = [
        f"• {reference} · {t(f'severity-{Severity(severity)}')}" for reference, severity in cases[:DIGEST_CAP]
    ]
    rest = len(cases) - DIGEST_CAP
    if rest > 0:
        lines.append(t("feed-digest-rest", count=rest))
    return "\n".join([t("feed-digest-cases", count=len(cases)), *lines])
