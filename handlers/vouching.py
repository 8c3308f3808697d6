"""Identity proofs by vouch: moderators say that an account is, or speaks for, a person. Called by `handlers.front`.

One moderator's word, two for a representative, never one's own. Who may vouch is the operator's choice: anybody can make
a community, add the bot and be its moderator, so a community counts only if the operator named it, or if the bot is in no
other. What was shown to moderators goes from their card once they have answered.
"""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from handlers import subscribers, watching
from handlers.actors import Actor
from handlers.cards import Button, Card, Line, Look, Reply, mention, quote
from handlers.communities import community_of
from handlers.errors import Refused
from handlers.house import House
from handlers.owed import owe
from handlers.proving import open_proof, seal_proof
from handlers.texts import Texts, texts
from handlers.vault import Watched
from storage import schema as tables

EVERY = "*"


async def _vouching(house: House, session: AsyncSession, actor: Actor) -> tables.Community:
    """The actor's community, if its moderators may vouch. Raises Refused."""
    community = await community_of(session, actor)
    if community is None or community.alert_channel is None:
        raise Refused("refused-vouch-where")
    named = {*house.alerting.vouching, house.homes.get(community.platform)}
    if EVERY in named or named & ({community.native_id, community.former_id} - {None}):
        return community
    active = select(func.count()).select_from(tables.Community).where(tables.Community.state == "active")
    if house.alerting.vouching or await session.scalar(active) != 1:
        raise Refused("refused-vouch-here")
    return community


def _shown(watched: Watched) -> list[str]:
    return [*watched.person.names, *watched.person.aliases, *watched.person.handles]


async def ask(house: House, actor: Actor, text: str) -> Reply:
    """Before anything is shown to moderators: what exactly, and whether that is wanted."""
    async with house.database.read() as session:
        subscriber = await subscribers.require(house, session, actor)
        watched = await watching.pick(house, session, actor, text)
        await _vouching(house, session, actor)
    t = texts(subscriber.language)
    return Reply(
        Card(
            title=t("vouch-ask-title"),
            body=t("vouch-ask-body"),
            lines=(Line(t("vouch-shown"), quote(", ".join(_shown(watched)), 500)),),
            buttons=(Button(t("button-vouch-ask"), f"proof.ask_vouch:{watched.person.id}", Look.MAIN),),
        )
    )


async def begin(house: House, actor: Actor, person_id: str) -> Reply:
    """Ask this community's moderators. Two must agree for a representative."""
    now = house.clock()
    async with house.database.write() as session:
        watched = await watching.pick(house, session, actor, person_id)
        subscriber = await subscribers.require(house, session, actor)
        community = await _vouching(house, session, actor)
        pending = await session.scalar(
            select(tables.Proof.id).where(
                tables.Proof.person_id == watched.person.id,
                tables.Proof.kind == "vouch",
                tables.Proof.state == "pending",
                tables.Proof.expires_at > now,
            )
        )
        if pending is not None:
            raise Refused("refused-vouch-pending")
        proof = tables.Proof(
            person_id=watched.person.id,
            kind="vouch",
            state="pending",
            sealed=seal_proof(watched, terms=_shown(watched), account=[actor.account]),
            community_id=community.id,
            vouched_by=[],
            vouches_needed=2 if watched.row.standing == "representative" else 1,
            created_at=now,
            expires_at=now + timedelta(days=7),
        )
        session.add(proof)
        await session.flush()
        alert = await owe(
            session,
            now,
            "vouch",
            f"vouch:{proof.id}",
            severity=2,
            community_id=community.id,
            proof_id=proof.id,
        )
    if alert is not None:
        await house.queue.deliver(alert.id)
    return Reply(Card(body=texts(subscriber.language)("done-vouch-asked")), update=True)


async def card(house: House, session: AsyncSession, proof: tables.Proof, t: Texts) -> Card:
    """What moderators see of a request to vouch: while it is open what the subscriber agreed to show, then the answer."""
    person = await session.get_one(tables.Person, proof.person_id)
    opened = open_proof(house.vault.open_person(person), proof)
    lines = [Line(t("vouch-account"), mention(opened["account"][0]))]
    buttons: tuple[Button, ...] = ()
    if proof.state == "pending":
        lines.append(Line(t("vouch-shown"), quote(", ".join(opened["terms"]), 500)))
        buttons = (
            Button(t("button-vouch"), f"proof.vouched:{proof.id}", Look.GOOD),
            Button(t("button-decline"), f"proof.declined:{proof.id}"),
        )
    elif proof.state == "passed":
        buttons = (Button(t("button-vouch-back"), f"proof.revoked:{proof.id}", Look.GRAVE),)
    lines += [
        Line(t("watch-standing"), t(f"standing-{person.standing}"), short=True),
        Line(t("vouch-count"), f"{len(proof.vouched_by)} / {proof.vouches_needed}", short=True),
    ]
    return Card(title=t("vouch-title"), body=t(f"vouch-{proof.state}"), lines=tuple(lines), buttons=buttons)


async def answer(house: House, actor: Actor, proof_id: int, *, agree: bool) -> Reply:
    """A moderator's answer; nobody vouches for themselves, nor twice."""
    now = house.clock()
    async with house.database.write() as session:
        community, proof = await _here(session, actor, proof_id)
        if proof.state != "pending" or proof.expires_at <= now:
            raise Refused("refused-proof-over")
        if agree:
            await _vouching(house, session, actor)
        person = await session.get_one(tables.Person, proof.person_id)
        opened = open_proof(house.vault.open_person(person), proof)
        if actor.account in opened["account"]:
            raise Refused("refused-vouch-own")
        if _has_vouched(house, actor, proof):
            raise Refused("refused-vouch-twice")
        if not agree:
            proof.state = "failed"
        else:
            await _agreed(house, session, actor, proof, person)
        alert = None
        if proof.state != "pending":
            alert = await _owe_answer(house, session, proof, person, f"vouched:{proof.id}")
        face = await card(house, session, proof, texts(community.language))
    if alert is not None:
        await house.queue.deliver(alert.id)
    return Reply(face, update=True)


def _has_vouched(house: House, actor: Actor, proof: tables.Proof) -> bool:
    """Also of one who was forgotten since: one vouch a moderator and request."""
    who = house.vault.account_hash(actor.platform, actor.account)
    return bool({actor.account, house.vault.forgotten_voucher(who, proof.id)} & set(proof.vouched_by))


async def _agreed(
    house: House, session: AsyncSession, actor: Actor, proof: tables.Proof, person: tables.Person
) -> None:
    proof.vouched_by = [*proof.vouched_by, actor.account]
    if len(proof.vouched_by) < proof.vouches_needed:
        return
    proof.state, proof.passed_at = "passed", house.clock()
    proof.expires_at = house.clock() + timedelta(days=house.alerting.proof_days)
    if person.standing == "representative":
        subscriber = await session.get_one(tables.Subscriber, person.subscriber_id)
        subscriber.persons_allowed = watching.REPRESENTATIVE_PERSONS


async def take_back(house: House, actor: Actor, proof_id: int) -> Reply:
    """A moderator takes a vouch back: from now on it covers nothing, and the subscriber is told."""
    async with house.database.write() as session:
        community, proof = await _here(session, actor, proof_id)
        if proof.state != "passed":
            raise Refused("refused-proof-over")
        proof.state = "revoked"
        person = await session.get_one(tables.Person, proof.person_id)
        await _fewer_persons(session, person.subscriber_id)
        alert = await _owe_answer(house, session, proof, person, f"vouch-revoked:{proof.id}")
        face = await card(house, session, proof, texts(community.language))
    if alert is not None:
        await house.queue.deliver(alert.id)
    return Reply(face, update=True)


async def _fewer_persons(session: AsyncSession, subscriber_id: int) -> None:
    """Who has no vouch as a representative any more may watch for no more persons than anybody."""
    await session.flush()
    vouched = (
        select(tables.Proof.id)
        .join(tables.Person, tables.Person.id == tables.Proof.person_id)
        .where(tables.Person.subscriber_id == subscriber_id, tables.Person.standing == "representative")
        .where(tables.Proof.kind == "vouch", tables.Proof.state == "passed")
    )
    if (await session.scalars(vouched.limit(1))).first() is None:
        subscriber = await session.get_one(tables.Subscriber, subscriber_id)
        subscriber.persons_allowed = None


async def _here(session: AsyncSession, actor: Actor, proof_id: int) -> tuple[tables.Community, tables.Proof]:
    """The request, if it was made to the actor's community. Raises Refused."""
    proof = await session.get(tables.Proof, proof_id, with_for_update=True)
    community = await community_of(session, actor)
    if proof is None or community is None or proof.kind != "vouch" or proof.community_id != community.id:
        raise Refused("refused-proof-over")
    return community, proof


async def _owe_answer(
    house: House, session: AsyncSession, proof: tables.Proof, person: tables.Person, dedupe: str
) -> tables.Alert | None:
    return await owe(
        session,
        house.clock(),
        "notice",
        dedupe,
        severity=1,
        subscriber_id=person.subscriber_id,
        proof_id=proof.id,
        detail={"code": f"vouch-{proof.state}"},
    )
