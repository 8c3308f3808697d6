"""Keeping little, and not for long (TRUST rule 6). Called once an hour by the scheduler; a pass is a transaction.

How long an item is kept depends on no watchlist, since moderators and reporters see what is left of it; what a person may
see of it is their own (`handlers.own_copy`).
"""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy import delete, exists, or_, select, update

from handlers import own_copy, vouch_over
from handlers.house import House
from storage import schema as tables

BATCH = 500


async def sweep(house: House) -> dict[str, int]:
    """Purge what has had its time; -> how much of each kind."""
    await own_copy.make_for_kept(house)
    return {
        "items": await _plain_items(house),
        "cases": await _old_cases(house),
        "copies": await _copies(house),
        "notes": await _notes(house),
        "reporters": await _reporters(house),
        "rest": await _rest(house),
    }


async def _purge(house: House, condition: object) -> int:
    """Take the words from the items that `condition` selects; hashes and ids stay, so that they are not new again."""
    total = 0
    while True:
        async with house.database.write() as session:
            query = (
                select(tables.Item.id)
                .where(tables.Item.sealed.is_not(None), tables.Item.state.in_(("screened", "failed")))
                .where(condition)  # type: ignore[arg-type]
                .limit(BATCH)
            )
            ids = (await session.scalars(query)).all()
            if not ids:
                return total
            await session.execute(
                update(tables.Item).where(tables.Item.id.in_(ids)).values(sealed=None, state="purged")
            )
            await session.execute(delete(tables.FindingPerson).where(tables.FindingPerson.item_id.in_(ids)))
            total += len(ids)


async def _plain_items(house: House) -> int:
    """Severity none, in no case: only hash and ids after a day."""
    before = house.clock() - timedelta(hours=house.retention.unmatched_items_hours)
    return await _purge(
        house,
        (tables.Item.first_seen_at < before)
        & (tables.Item.state == "screened")
        & ~exists().where(tables.Finding.item_id == tables.Item.id, tables.Finding.severity > 0)
        & ~exists().where(tables.CaseItem.item_id == tables.Item.id),
    )


async def _old_cases(house: House) -> int:
    """Items all of whose cases were decided long ago, and items of no case."""
    now = house.clock()
    decided = now - timedelta(days=house.retention.decided_cases_days)
    undecided = now - timedelta(days=house.retention.open_cases_days)
    holds = or_(
        tables.Case.decided_at >= decided,
        (tables.Case.decided_at.is_(None)) & (tables.Case.created_at >= undecided),
    )
    held = (
        exists()
        .where(tables.CaseItem.item_id == tables.Item.id, tables.CaseItem.case_id == tables.Case.id)
        .where(holds)
    )
    return await _purge(house, (tables.Item.first_seen_at < decided) & ~held)


async def _copies(house: House) -> int:
    """What persons may see of the items that they were alerted of, unless they keep it."""
    before = house.clock() - timedelta(days=house.retention.decided_cases_days)
    async with house.database.write() as session:
        alert = tables.Alert
        return await own_copy.purge(session, (alert.created_at < before) & alert.kept.is_(False))


async def _notes(house: House) -> int:
    """What moderators wrote beside a case goes when its text goes; that they wrote something stays."""
    now = house.clock()
    decided = now - timedelta(days=house.retention.decided_cases_days)
    undecided = now - timedelta(days=house.retention.open_cases_days)
    over = select(tables.Case.id).where(
        or_(
            tables.Case.decided_at < decided,
            (tables.Case.decided_at.is_(None)) & (tables.Case.created_at < undecided),
        )
    )
    async with house.database.write() as session:
        gone = (
            update(tables.CaseEvent)
            .where(tables.CaseEvent.case_id.in_(over), tables.CaseEvent.sealed_note.is_not(None))
            .where(tables.CaseEvent.at < decided)
            .values(sealed_note=None)
            .returning(tables.CaseEvent.id)
        )
        return len((await session.scalars(gone)).all())


async def _reporters(house: House) -> int:
    """Reporters' ids become keyed hashes."""
    before = house.clock() - timedelta(days=house.retention.reporters_days)
    async with house.database.write() as session:
        gone = (
            update(tables.Report)
            .where(tables.Report.created_at < before, tables.Report.sealed_reporter.is_not(None))
            .values(sealed_reporter=None, sealed_reason=None)
            .returning(tables.Report.id)
        )
        return len((await session.scalars(gone)).all())


async def _rest(house: House) -> int:
    """Attempts to deliver, ended mutes, proofs that are over, and the ids of persons removed long ago.

    What moderators were shown of a request to vouch goes as soon as it is over.
    """
    now = house.clock()
    before = now - timedelta(days=house.retention.deliveries_days)
    deletions = (
        delete(tables.Delivery).where(tables.Delivery.at < before).returning(tables.Delivery.id),
        delete(tables.Conversation)
        .where(tables.Conversation.expires_at < now - timedelta(days=1))
        .returning(tables.Conversation.platform),
        delete(tables.Mute).where(tables.Mute.until < now).returning(tables.Mute.community_id),
        delete(tables.WebhookCall)
        .where(tables.WebhookCall.at < before)
        .returning(tables.WebhookCall.feed_id),
        delete(tables.Proof)
        .where(tables.Proof.expires_at < now - timedelta(days=30))
        .returning(tables.Proof.id),
        delete(tables.Pace).where(tables.Pace.free_at < now - timedelta(hours=1)).returning(tables.Pace.key),
        delete(tables.PersonRemoval)
        .where(tables.PersonRemoval.at < before)
        .returning(tables.PersonRemoval.revision),
    )
    count = 0
    async with house.database.write() as session:
        over = await vouch_over.owe_edits(house, session, tables.Proof.expires_at <= now)
        for deletion in deletions:
            count += len((await session.scalars(deletion)).all())
    for alert_id in over:
        await house.queue.deliver(alert_id)
    return count
