"""A community that has two rows after it moved: all that came in for the new id goes to the row that it had before.

Called by `communities.moved`, in its transaction. Nothing that was acknowledged for the new id is lost: reports, cases
with their history and decisions, alerts, requests to vouch. Cases of both about one item become one.
"""

from __future__ import annotations

from collections import defaultdict
from datetime import datetime

from sqlalchemy import delete, exists, select, update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased

from handlers import feed_subscriptions
from handlers.casebook import owe_card, record
from handlers.house import House
from handlers.owed import owe
from storage import schema as tables

_SET_UP = (
    "alert_channel",
    "moderator_roles",
    "child_safety_roles",
    "escalation_role",
    "min_severity",
    "language",
)
"""What `/setup` sets; taken over where only the new row was set up."""


async def give_way(
    house: House, session: AsyncSession, new: tables.Community, community: tables.Community
) -> None:
    """Everything of `new` becomes `community`'s; then `new` is deleted, so that whoever still writes to it fails."""
    both = select(tables.Community).where(tables.Community.id.in_((new.id, community.id)))
    both = both.order_by(tables.Community.id).with_for_update()
    await session.execute(both.execution_options(populate_existing=True))
    await _reports(session, new.id, community.id)
    await _cases(session, new.id, community.id, house.clock())
    await _subscriptions(session, new.id, community.id)
    await _mutes(session, new.id, community.id)
    alerts = update(tables.Alert).where(tables.Alert.community_id == new.id)
    await session.execute(alerts.values(community_id=community.id))
    proofs = update(tables.Proof).where(tables.Proof.community_id == new.id)
    await session.execute(proofs.values(community_id=community.id))
    if community.alert_channel is None and new.alert_channel is not None:
        for name in _SET_UP:
            setattr(community, name, getattr(new, name))
    await session.delete(new)
    await session.flush()


async def _reports(session: AsyncSession, new: int, community: int) -> None:
    """One vote a member and item; what is owed to who reported it to both is owed once more for the report that stays."""
    report, twin, alert = tables.Report, aliased(tables.Report), tables.Alert
    twins = (
        select(report, twin.id)
        .join(twin, (twin.item_id == report.item_id) & (twin.reporter_hash == report.reporter_hash))
        .where(report.community_id == new, twin.community_id == community)
    )
    for second, first_id in (await session.execute(twins)).all():
        await session.execute(update(alert).where(alert.report_id == second.id).values(report_id=first_id))
        await session.delete(second)
    await session.flush()
    await session.execute(update(report).where(report.community_id == new).values(community_id=community))


async def _cases(session: AsyncSession, new: int, community: int, now: datetime) -> None:
    case, placed = tables.Case, tables.CaseItem
    items = defaultdict(set)
    for case_id, item_id in (
        await session.execute(select(placed.case_id, placed.item_id).where(placed.community_id == new))
    ).all():
        items[case_id].add(item_id)
    query = select(case).where(case.community_id == new).order_by(case.id).with_for_update()
    for moving in (await session.scalars(query)).all():
        same = (
            select(case)
            .join(placed, placed.case_id == case.id)
            .where(placed.community_id == community, placed.item_id.in_(items[moving.id]))
            .order_by(case.id)
            .limit(1)
            .with_for_update(of=case)
        )
        found = (await session.scalars(same)).first()
        if found is not None:
            await _join(session, moving, found, now)
            continue
        moving.community_id = community
        theirs = update(placed).where(placed.case_id == moving.id)
        await session.execute(theirs.values(community_id=community))


async def _join(session: AsyncSession, moving: tables.Case, found: tables.Case, now: datetime) -> None:
    """What hangs on the one case goes to the other, which is about the same item. If either is decided, both are."""
    report, alert = tables.Report, tables.Alert
    undecided = [each.id for each in (moving, found) if each.decided_at is None]
    waiting = (await session.scalars(select(report).where(report.case_id.in_(undecided)))).all()
    await _join_items(session, moving, found)
    for table in (tables.CaseEvent, tables.Report):
        await session.execute(update(table).where(table.case_id == moving.id).values(case_id=found.id))
    others = update(alert).where(alert.case_id == moving.id, alert.kind != "case")
    await session.execute(others.values(case_id=found.id))
    if found.decided_at is None and moving.decided_at is not None:
        found.state, found.reason = moving.state, moving.reason
        found.decided_by, found.decided_at = moving.decided_by, moving.decided_at
    elif found.state == "open" and moving.state == "claimed":
        found.state, found.claimed_by = moving.state, moving.claimed_by
    found.severity = max(found.severity, moving.severity)
    found.escalated = found.escalated or moving.escalated
    found.revision += 1
    record(session, found.id, "joined", now, detail="moved")
    await session.delete(moving)
    await session.flush()
    await owe_card(session, now, found)
    if found.decided_at is not None:
        for each in waiting:
            if each.sealed_reporter is not None:
                await owe(session, now, "decision", f"decision:{each.id}:{found.revision}", report_id=each.id)


async def _join_items(session: AsyncSession, moving: tables.Case, found: tables.Case) -> None:
    placed, twin = tables.CaseItem, aliased(tables.CaseItem)
    known = exists().where(twin.community_id == found.community_id, twin.item_id == placed.item_id)
    await session.execute(delete(placed).where(placed.case_id == moving.id, known))
    theirs = update(placed).where(placed.case_id == moving.id)
    await session.execute(theirs.values(case_id=found.id, community_id=found.community_id))


async def _subscriptions(session: AsyncSession, new: int, community: int) -> None:
    """A feed that both follow is followed as it was before."""
    subscription, feed = tables.Subscription, tables.Feed
    known = set(
        await session.scalars(select(subscription.feed_id).where(subscription.community_id == community))
    )
    query = select(subscription).where(subscription.community_id == new).order_by(subscription.id)
    for each in (await session.scalars(query)).all():
        if each.feed_id not in known:
            each.community_id = community
            continue
        await session.delete(each)
        await feed_subscriptions.settle(session, each.feed_id)
    await session.execute(update(feed).where(feed.origin == str(new)).values(origin=str(community)))


async def _mutes(session: AsyncSession, new: int, community: int) -> None:
    """Of two about one reporter the longer holds."""
    for mute in (await session.scalars(select(tables.Mute).where(tables.Mute.community_id == new))).all():
        known = await session.get(tables.Mute, (community, mute.reporter_hash))
        if known is None:
            mute.community_id = community
            continue
        if mute.until > known.until:
            known.until, known.actor = mute.until, mute.actor
        await session.delete(mute)
