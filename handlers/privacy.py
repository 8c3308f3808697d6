"""What is known of an account: exported or forgotten on request. Called by `/watch export` and `/watch forget-me`.

Every table with personal data is named in `storage.personal`, with how it is exported and erased; a test walks all tables
of the schema and fails for one that is not.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import delete, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from handlers import conversations, person_alerts, subscribers, watching, watchlist
from handlers.actors import Actor
from handlers.cards import Card, Reply
from handlers.house import House
from handlers.texts import texts
from storage import schema as tables


async def export(house: House, actor: Actor) -> Reply:
    """Everything that is kept of this account, as JSON."""
    who = house.vault.account_hash(actor.platform, actor.account)
    async with house.database.read() as session:
        document: dict[str, Any] = {"exported_at": house.clock().isoformat(), "account": actor.account}
        document["subscriber"] = await _subscriber(house, session, actor)
        refused = await session.get(tables.ContactRefusal, who)
        document["contact_refused_at"] = refused.at.isoformat() if refused is not None else None
        document["conversation"] = await conversations.exported(house, session, actor)
        document["reports"] = [
            {
                "reference": row.reference,
                "reason": house.vault.open_note(row.sealed_reason, "reason"),
                "at": row.created_at.isoformat(),
            }
            for row in (
                await session.scalars(select(tables.Report).where(tables.Report.reporter_hash == who))
            ).all()
        ]
        document["mutes"] = [
            {"until": row.until.isoformat()}
            for row in (
                await session.scalars(select(tables.Mute).where(tables.Mute.reporter_hash == who))
            ).all()
        ]
        document["case_events"] = [
            {
                "kind": row.kind,
                "at": row.at.isoformat(),
                "note": house.vault.open_note(row.sealed_note, "case"),
            }
            for row in (
                await session.scalars(select(tables.CaseEvent).where(tables.CaseEvent.actor == actor.account))
            ).all()
        ]
    t = texts(await subscribers.language_of(house, actor))
    return Reply(Card(title=t("export-title"), body=t("export-body"), file=watching.as_file(document)))


async def _subscriber(house: House, session: AsyncSession, actor: Actor) -> dict[str, Any] | None:
    subscriber = await subscribers.find(house, session, actor)
    if subscriber is None:
        return None
    plain = (
        "language",
        "timezone",
        "detail",
        "quiet_from",
        "quiet_to",
        "digest",
        "digest_at",
        "min_severity",
    )
    persons = await watching.own(house, session, actor)
    return {
        **{name: getattr(subscriber, name) for name in plain},
        "since": subscriber.created_at.isoformat(),
        "trusted_contact": house.vault.open_note(subscriber.sealed_contact, "contact"),
        "alerts_to": subscriber.alerts_to or subscriber.platform,
        "linked_accounts": [
            {
                "platform": each.platform,
                "account": house.vault.open_note(each.sealed_account, "account"),
                "since": each.linked_at.isoformat(),
            }
            for each in await subscribers.linked(session, subscriber)
        ],
        "persons": [await _person(house, session, subscriber, watched) for watched in persons],
    }


async def _person(
    house: House, session: AsyncSession, subscriber: tables.Subscriber, watched: Any
) -> dict[str, Any]:
    person, row = watched.person, watched.row
    alerts = (await session.scalars(select(tables.Alert).where(tables.Alert.person_id == person.id))).all()
    proofs = (await session.scalars(select(tables.Proof).where(tables.Proof.person_id == person.id))).all()
    return {
        "standing": row.standing,
        "state": row.state,
        "since": row.created_at.isoformat(),
        **{name: list(getattr(person, name)) for name in watching.FIELDS},
        "not_me": len(person.not_me),
        "alerts": [
            {
                "state": each.state,
                "answer": each.response,
                "sent": _iso(each.sent_at),
                "kept": await person_alerts.kept(house, session, each, subscriber, row),
            }
            for each in alerts
        ],
        "proofs": [
            {"kind": each.kind, "state": each.state, "expires": _iso(each.expires_at)} for each in proofs
        ],
    }


def _iso(moment: datetime | None) -> str | None:
    return moment.isoformat() if moment else None


async def forget(house: House, actor: Actor) -> Reply:
    """Delete the watchlist with its keys, and make the account's reports and decisions nobody's.

    A mute stays until it ends, as a keyed hash: being forgotten does not lift it. Nor does it give a second vote on an
    item, or a second vote for a request to vouch: of each report and each vouch a keyed hash stays that fits this account
    and this item, or this request, alone.
    """
    t = texts(await subscribers.language_of(house, actor))
    who = house.vault.account_hash(actor.platform, actor.account)
    over: list[int] = []
    async with house.database.write() as session:
        subscriber = await subscribers.find(house, session, actor)
        if subscriber is not None:
            query = select(tables.Person.id).where(tables.Person.subscriber_id == subscriber.id)
            over = await watching.forget_persons(house, session, (await session.scalars(query)).all())
            await conversations.forget_names(session, subscriber)
            await session.execute(delete(tables.Subscriber).where(tables.Subscriber.id == subscriber.id))
        reports = (
            await session.scalars(select(tables.Report).where(tables.Report.reporter_hash == who))
        ).all()
        for report in reports:
            report.reporter_hash = house.vault.forgotten_hash(who, report.item_id)
            report.sealed_reporter = report.sealed_reason = None
        await conversations.forget(house, session, actor)
        await _forget_moderator(house, session, actor)
    for alert_id in over:
        await house.queue.deliver(alert_id)
    await watchlist.catch_up(house)
    return Reply(Card(body=t("done-forgotten")), update=True)


async def _forget_moderator(house: House, session: AsyncSession, actor: Actor) -> None:
    nobody = "forgotten"
    events, cases, mutes = tables.CaseEvent, tables.Case, tables.Mute
    await session.execute(update(events).where(events.actor == actor.account).values(actor=nobody))
    await session.execute(update(cases).where(cases.claimed_by == actor.account).values(claimed_by=nobody))
    await session.execute(update(cases).where(cases.decided_by == actor.account).values(decided_by=nobody))
    await session.execute(update(mutes).where(mutes.actor == actor.account).values(actor=nobody))
    who = house.vault.account_hash(actor.platform, actor.account)
    query = (
        select(tables.Proof)
        .join(tables.Community, tables.Community.id == tables.Proof.community_id)
        .where(tables.Proof.kind == "vouch", tables.Community.platform == actor.platform)
        .order_by(tables.Proof.id)
        .with_for_update(of=tables.Proof)
    )
    for proof in (await session.scalars(query)).all():
        if actor.account in proof.vouched_by:
            left = house.vault.forgotten_voucher(who, proof.id)
            proof.vouched_by = [left if each == actor.account else each for each in proof.vouched_by]
