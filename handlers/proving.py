"""Identity proofs: a code in a watched profile, or a moderator's vouch. Called by `handlers.front`.

Until one has passed, a subscriber sees nothing of an item. A proof covers the terms that it proved; it expires and can be
revoked. A handle is proved by one subscriber at a time; a second claim tells the first.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession

from feeds import FeedError, canonical_url
from feeds.html import to_text
from handlers import subscribers, watching
from handlers.actors import Actor
from handlers.cards import Button, Card, Line, Look, Menu, Option, Reply, Style, mention, quote
from handlers.communities import community_of
from handlers.errors import Refused
from handlers.house import House
from handlers.owed import owe
from handlers.texts import Texts, texts
from handlers.vault import Watched
from storage import schema as tables
from watchlists import Evidence
from watchlists.proofs import new_code, read_profile


async def covers(house: House, session: AsyncSession, watched: Watched, evidence: Sequence[Evidence]) -> bool:
    """Whether what was found is covered by a proof that holds now."""
    found = {each.term for each in evidence if each.how != "context"}
    query = select(tables.Proof).where(
        tables.Proof.person_id == watched.person.id,
        tables.Proof.state == "passed",
        tables.Proof.expires_at > house.clock(),
    )
    for proof in (await session.scalars(query)).all():
        if found & set(_open(watched, proof).get("terms", ())):
            return True
    return False


async def standing_of(house: House, session: AsyncSession, person_id: str) -> str:
    """passed, pending or none: for the list."""
    query = select(tables.Proof.state).where(
        tables.Proof.person_id == person_id, tables.Proof.expires_at > house.clock()
    )
    states = set((await session.scalars(query)).all())
    return "passed" if "passed" in states else "pending" if "pending" in states else "none"


def _open(watched: Watched, proof: tables.Proof) -> dict[str, list[str]]:
    return watched.key.open_json(proof.sealed, f"proof:{proof.person_id}")


def _seal(watched: Watched, **value: list[str]) -> bytes:
    return watched.key.seal_json(value, f"proof:{watched.person.id}")


async def choose_profile(house: House, actor: Actor, text: str) -> Reply:
    """Begin a proof by profile: which one?"""
    async with house.database.read() as session:
        subscriber = await subscribers.require(house, session, actor)
        watched = await watching.pick(house, session, actor, text)
    t = texts(subscriber.language)
    urls = profiles(watched)
    if not urls:
        raise Refused("refused-no-profile")
    if len(urls) == 1:
        return await begin_bio(house, actor, watched.person.id, 0)
    options = tuple(Option(quote(url, 95), str(number)) for number, url in enumerate(urls[:25]))
    menu = Menu(f"proof.profile:{watched.person.id}", t("proof-choose"), options=options)
    return Reply(Card(body=t("proof-choose-body"), menus=(menu,)))


def profiles(watched: Watched) -> list[str]:
    """The profile pages of a person."""
    return [url if "://" in url else f"https://{url}" for url in watched.person.urls]


async def begin_bio(house: House, actor: Actor, person_id: str, number: int) -> Reply:
    """Give the code for one profile."""
    async with house.database.write() as session:
        watched = await watching.pick(house, session, actor, person_id)
        subscriber = await subscribers.require(house, session, actor)
        urls = profiles(watched)
        if not 0 <= number < len(urls):
            raise Refused("refused-no-profile")
        code = new_code()
        now = house.clock()
        proof = tables.Proof(
            person_id=watched.person.id,
            kind="bio",
            state="pending",
            sealed=_seal(watched, url=[urls[number]], code=[code]),
            vouched_by=[],
            vouches_needed=0,
            created_at=now,
            expires_at=now + timedelta(hours=house.alerting.proof_code_hours),
        )
        session.add(proof)
        await session.flush()
    t = texts(subscriber.language)
    return Reply(
        Card(
            title=t("proof-bio-title"),
            body=t("proof-bio-body", hours=house.alerting.proof_code_hours),
            lines=(
                Line(t("proof-profile"), quote(urls[number], 200), Style.CODE),
                Line(t("proof-code"), code, Style.CODE),
            ),
            buttons=(Button(t("button-check"), f"proof.check:{proof.id}", Look.MAIN),),
            copyable=code,
        )
    )


async def check_bio(house: House, actor: Actor, proof_id: int) -> Reply:
    """Fetch the profile and look for the code."""
    async with house.database.read() as session:
        proof, watched, subscriber = await _own(house, session, actor, proof_id)
        opened = _open(watched, proof)
    t = texts(subscriber.language)
    if proof.state == "passed":
        return Reply(Card(body=t("proof-passed")))
    if proof.state != "pending" or proof.expires_at <= house.clock():
        raise Refused("refused-proof-over")
    url, code = opened["url"][0], opened["code"][0]
    try:
        answer = await house.fetch.get(url)
    except FeedError as error:
        raise Refused("refused-profile", why=error.message) from None
    seen = read_profile(to_text(answer.text()), url, code, watched.person)
    if not seen.has_code:
        raise Refused("refused-no-code")
    claim = f"handle:{house.vault.handle_hash(canonical_url(url))}"
    terms = list(dict.fromkeys([*_terms_of(watched, url), *seen.terms]))
    try:
        async with house.database.write() as session:
            await _make_way(house, session, claim)
            row = await session.get_one(tables.Proof, proof.id)
            row.state, row.claim, row.passed_at = "passed", claim, house.clock()
            row.expires_at = house.clock() + timedelta(days=house.alerting.proof_days)
            row.sealed = _seal(watched, url=[url], code=[], terms=terms)
            await session.flush()
    except IntegrityError:
        await _warn_holder(house, claim)
        raise Refused("refused-claimed-handle") from None
    return Reply(Card(body=t("proof-passed-terms", terms=quote(", ".join(terms), 300))), update=True)


def _terms_of(watched: Watched, url: str) -> list[str]:
    """The watched URLs and handles that the profile at `url` is."""
    same = canonical_url(url)
    terms = [
        each
        for each in watched.person.urls
        if canonical_url(each if "://" in each else f"https://{each}") == same
    ]
    last = same.rstrip("/").rsplit("/", 1)[-1].lstrip("@").casefold()
    return terms + [
        each for each in watched.person.handles if each.rsplit(":", 1)[-1].lstrip("@").casefold() == last
    ]


async def _make_way(house: House, session: AsyncSession, claim: str) -> None:
    """A claim that has expired holds nobody up."""
    query = select(tables.Proof).where(tables.Proof.claim == claim, tables.Proof.expires_at <= house.clock())
    for old in (await session.scalars(query)).all():
        old.claim, old.state = None, "revoked"
    await session.flush()


async def _warn_holder(house: House, claim: str) -> None:
    """Tell the first subscriber that somebody else tried to prove the same handle."""
    async with house.database.write() as session:
        holder = (
            await session.scalars(select(tables.Proof).where(tables.Proof.claim == claim))
        ).one_or_none()
        if holder is None:
            return
        person = await session.get_one(tables.Person, holder.person_id)
        day = house.clock().date().isoformat()
        alert = await owe(
            session,
            house.clock(),
            "notice",
            f"claim:{holder.id}:{day}",
            severity=2,
            subscriber_id=person.subscriber_id,
            detail={"code": "second-claim"},
        )
    if alert is not None:
        await house.queue.deliver(alert.id)


async def _own(
    house: House, session: AsyncSession, actor: Actor, proof_id: int
) -> tuple[tables.Proof, Watched, tables.Subscriber]:
    subscriber = await subscribers.require(house, session, actor)
    proof = await session.get(tables.Proof, proof_id)
    person = await session.get(tables.Person, proof.person_id) if proof is not None else None
    if proof is None or person is None or person.subscriber_id != subscriber.id:
        raise Refused("refused-proof-over")
    return proof, house.vault.open_person(person), subscriber


async def ask_vouch(house: House, actor: Actor, text: str) -> Reply:
    """Before anything is shown to moderators: what exactly, and whether that is wanted."""
    async with house.database.read() as session:
        subscriber = await subscribers.require(house, session, actor)
        watched = await watching.pick(house, session, actor, text)
        community = await community_of(session, actor)
    t = texts(subscriber.language)
    if community is None or community.alert_channel is None:
        raise Refused("refused-vouch-where")
    terms = [*watched.person.names, *watched.person.aliases, *watched.person.handles]
    return Reply(
        Card(
            title=t("vouch-ask-title"),
            body=t("vouch-ask-body"),
            lines=(Line(t("vouch-shown"), quote(", ".join(terms), 500)),),
            buttons=(Button(t("button-vouch-ask"), f"proof.ask_vouch:{watched.person.id}", Look.MAIN),),
        )
    )


async def begin_vouch(house: House, actor: Actor, person_id: str) -> Reply:
    """Ask this community's moderators. Two must agree for a representative."""
    now = house.clock()
    async with house.database.write() as session:
        watched = await watching.pick(house, session, actor, person_id)
        subscriber = await subscribers.require(house, session, actor)
        community = await community_of(session, actor)
        if community is None or community.alert_channel is None:
            raise Refused("refused-vouch-where")
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
        terms = [*watched.person.names, *watched.person.aliases, *watched.person.handles]
        proof = tables.Proof(
            person_id=watched.person.id,
            kind="vouch",
            state="pending",
            sealed=_seal(watched, terms=terms, account=[actor.account]),
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


async def vouch_card(house: House, session: AsyncSession, proof: tables.Proof, t: Texts) -> Card:
    """What moderators see of a request to vouch: only what the subscriber agreed to show."""
    person = await session.get_one(tables.Person, proof.person_id)
    opened = _open(house.vault.open_person(person), proof)
    lines = [
        Line(t("vouch-account"), mention(opened["account"][0])),
        Line(t("vouch-shown"), quote(", ".join(opened["terms"]), 500)),
        Line(t("watch-standing"), t(f"standing-{person.standing}"), short=True),
        Line(t("vouch-count"), f"{len(proof.vouched_by)} / {proof.vouches_needed}", short=True),
    ]
    buttons: tuple[Button, ...] = ()
    if proof.state == "pending":
        buttons = (
            Button(t("button-vouch"), f"proof.vouched:{proof.id}", Look.GOOD),
            Button(t("button-decline"), f"proof.declined:{proof.id}"),
        )
    return Card(title=t("vouch-title"), body=t(f"vouch-{proof.state}"), lines=tuple(lines), buttons=buttons)


async def vouch(house: House, actor: Actor, proof_id: int, *, agree: bool) -> Reply:
    """A moderator's answer; nobody vouches for themselves, nor twice."""
    now = house.clock()
    alert = None
    async with house.database.write() as session:
        proof = await session.get(tables.Proof, proof_id, with_for_update=True)
        community = await community_of(session, actor)
        if proof is None or community is None or proof.community_id != community.id:
            raise Refused("refused-proof-over")
        if proof.state != "pending" or proof.expires_at <= now:
            raise Refused("refused-proof-over")
        person = await session.get_one(tables.Person, proof.person_id)
        watched = house.vault.open_person(person)
        opened = _open(watched, proof)
        if actor.account in opened["account"]:
            raise Refused("refused-vouch-own")
        if actor.account in proof.vouched_by:
            raise Refused("refused-vouch-twice")
        if not agree:
            proof.state = "failed"
        else:
            proof.vouched_by = [*proof.vouched_by, actor.account]
            if len(proof.vouched_by) >= proof.vouches_needed:
                proof.state, proof.passed_at = "passed", now
                proof.expires_at = now + timedelta(days=house.alerting.proof_days)
                if person.standing == "representative":
                    subscriber = await session.get_one(tables.Subscriber, person.subscriber_id)
                    subscriber.persons_allowed = watching.REPRESENTATIVE_PERSONS
        if proof.state != "pending":
            alert = await owe(
                session,
                now,
                "notice",
                f"vouched:{proof.id}",
                severity=1,
                subscriber_id=person.subscriber_id,
                detail={"code": f"vouch-{proof.state}"},
            )
        card = await vouch_card(house, session, proof, texts(community.language))
    if alert is not None:
        await house.queue.deliver(alert.id)
    return Reply(card, update=True)
