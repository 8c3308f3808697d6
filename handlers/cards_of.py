"""From an owed alert to the message that it becomes, as things are at the moment of sending. Called by `delivery`."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from handlers import case_card, feed_digest, notices, person_card, subscribers, vouch_over, vouching
from handlers.cards import Card
from handlers.house import House
from handlers.ports import Sent
from handlers.texts import texts
from storage import schema as tables

AFTER_STOP = frozenset({"account-linked", "contact-closed"})
"""Notices that come also after "stop": what they tell of was asked for by a press just before, on one of the accounts."""


@dataclass(frozen=True, slots=True)
class Message:
    """Where to, and what. Neither channel nor account: there is nowhere to send it for the time being."""

    platform: str
    card: Card
    channel: str | None = None
    account: str | None = None
    revision: int = 0
    """Which revision of the case the card shows."""
    also: tuple[int, ...] = ()
    """Other alerts that this message speaks for."""
    edits: Sent | None = None
    """The posted message that takes this face; None: it is a new one."""
    wait: bool = False
    """Not ready: ask again shortly."""


async def message(house: House, alert: tables.Alert) -> Message | None:
    """The message of an alert; None if it has become pointless and is to be cancelled."""
    async with house.database.read() as session:
        match alert.kind:
            case "case":
                return await _case(house, session, alert)
            case "escalation":
                return await _escalation(session, alert)
            case "person":
                return await _person(house, session, alert)
            case "contact":
                return await _contact(house, session, alert)
            case "decision":
                return await _decision(house, session, alert)
            case "vouch":
                return await _vouch(house, session, alert)
            case "vouch_over":
                return await _vouch_over(session, alert)
            case _:
                return await _notice(house, session, alert)


async def _case(house: House, session: AsyncSession, alert: tables.Alert) -> Message | None:
    case = await session.get(tables.Case, alert.case_id)
    if case is None:
        return None
    seen = await case_card.view(house, session, case)
    if seen is None or seen.community.state != "active":
        return None
    waits = seen.finding is None and (house.clock() - seen.row.first_seen_at).total_seconds() < 30
    return Message(
        seen.community.platform,
        case_card.case_card(seen),
        channel=seen.community.alert_channel,
        revision=case.revision,
        wait=waits and seen.row.state == "new",
    )


async def _escalation(session: AsyncSession, alert: tables.Alert) -> Message | None:
    case = await session.get(tables.Case, alert.case_id)
    if case is None:
        return None
    community = await session.get_one(tables.Community, case.community_id)
    card = notices.escalation(texts(community.language), case, community.escalation_role)
    return Message(community.platform, card, channel=community.alert_channel)


async def _person(house: House, session: AsyncSession, alert: tables.Alert) -> Message | None:
    subscriber = await session.get(tables.Subscriber, alert.subscriber_id)
    person = await session.get(tables.Person, alert.person_id)
    if subscriber is None or person is None or subscriber.stopped_at is not None or person.state != "active":
        return None
    also: tuple[int, ...] = ()
    if alert.lease_owner is not None:  # what was taken together is said together
        query = (
            select(tables.Alert.id)
            .join(tables.Person, tables.Person.id == tables.Alert.person_id)
            .where(tables.Alert.lease_owner == alert.lease_owner, tables.Alert.state == "owed")
            .where(tables.Alert.id != alert.id, tables.Person.state == "active")
        )
        also = tuple((await session.scalars(query)).all())
    platform, account = await subscribers.address(house, session, subscriber)
    card = person_card.first_message(texts(subscriber.language), alert.id, 1 + len(also))
    return Message(platform, card, account=account, also=also)


async def _contact(house: House, session: AsyncSession, alert: tables.Alert) -> Message | None:
    subscriber = await session.get(tables.Subscriber, alert.subscriber_id)
    contact = subscribers.contact_of(house, subscriber) if subscriber is not None else None
    if subscriber is None or contact is None:
        return None
    platform, account = contact
    if await subscribers.refuses_contact(house, session, platform, account):
        return None
    who = await subscribers.account_on(house, session, subscriber, platform)
    if who is None:  # the link to the platform on which the contact is has ended
        return None
    return Message(platform, notices.to_contact(texts(subscriber.language), who), account=account)


async def _decision(house: House, session: AsyncSession, alert: tables.Alert) -> Message | None:
    report = await session.get(tables.Report, alert.report_id)
    if report is None or report.sealed_reporter is None or report.case_id is None:
        return None
    case = await session.get_one(tables.Case, report.case_id)
    if case.state not in ("confirmed", "dismissed"):
        return None
    card = notices.decision(texts(report.language), report.reference, case.state)
    return Message(report.platform, card, account=house.vault.open_note(report.sealed_reporter, "reporter"))


async def _vouch(house: House, session: AsyncSession, alert: tables.Alert) -> Message | None:
    proof = await session.get(tables.Proof, alert.proof_id)
    if proof is None or proof.state != "pending" or proof.community_id is None:
        return None
    if proof.expires_at <= house.clock():
        return None
    community = await session.get_one(tables.Community, proof.community_id)
    card = await vouching.card(house, session, proof, texts(community.language))
    return Message(community.platform, card, channel=community.alert_channel)


async def _vouch_over(session: AsyncSession, alert: tables.Alert) -> Message | None:
    community = await session.get(tables.Community, alert.community_id)
    if community is None or alert.channel_ref is None or alert.message_ref is None:
        return None
    posted = Sent(alert.channel_ref, alert.message_ref)
    card = vouch_over.card(texts(community.language))
    return Message(community.platform, card, channel=posted.channel, edits=posted)


async def _notice(house: House, session: AsyncSession, alert: tables.Alert) -> Message | None:
    """A notice to whoever can act: a community's channel, or its steward, or a subscriber."""
    if alert.subscriber_id is not None:
        subscriber = await session.get_one(tables.Subscriber, alert.subscriber_id)
        if subscriber.stopped_at is not None and not await _asked_since(
            session, alert, subscriber.stopped_at
        ):
            return None
        card = notices.notice(texts(subscriber.language), alert.detail)
        platform, account = await subscribers.address(house, session, subscriber)
        if "link" in alert.detail:  # of a link the first account hears, wherever alerts go since
            platform = subscriber.platform
            account = await subscribers.account_on(house, session, subscriber, platform) or account
        return Message(platform, card, account=account)
    community = await session.get(tables.Community, alert.community_id)
    if community is None or community.state != "active":
        return None
    t = texts(community.language)
    card = notices.notice(t, alert.detail)
    if "first" in alert.detail:  # it speaks for posts that came after a long absence
        waits = not await feed_digest.ready(session, alert.detail)
        late = await feed_digest.said(session, t, community.id, alert.detail)
        if not late and not waits and alert.detail["code"] == "feed-digest":
            return None
        card = replace(card, body=f"{card.body}\n{late}".strip())
        return Message(community.platform, card, channel=community.alert_channel, wait=waits)
    if alert.detail.get("to") != "steward":
        return Message(community.platform, card, channel=community.alert_channel)
    messenger = house.messengers.get(community.platform)
    steward = await messenger.steward(community.native_id) if messenger is not None else None
    return Message(community.platform, card, account=steward)


async def _asked_since(session: AsyncSession, alert: tables.Alert, stopped_at: datetime) -> bool:
    """Whether a notice answers what the subscriber asked for after they had stopped everything."""
    if alert.detail["code"] in AFTER_STOP:
        return True
    proof = await session.get(tables.Proof, alert.proof_id) if alert.proof_id is not None else None
    return proof is not None and proof.state != "revoked" and proof.created_at > stopped_at
