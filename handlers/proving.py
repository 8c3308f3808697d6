"""Identity proofs by a code in a watched profile, and what any proof covers. Called by `handlers.front`, `person_alerts`.

Until a proof has passed (this one, or `vouching`), a subscriber sees nothing of an item. A proof covers the terms that it
proved; it expires, and ends when its profile is taken off the watchlist. A handle is proved by one subscriber at a time; a
second claim tells the first.

Only profiles on sites that are known (`watchlists/tables/sites.toml`, `alerting.profile_sites`) count: on a page of one's
own anything can be written. What others may write on a profile, such as comments, does not count either.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from urllib.parse import urlsplit, urlunsplit

from sqlalchemy import or_, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession

from feeds import FeedError, Kind, Response, canonical_url
from feeds.html import description, to_text
from handlers import subscribers, watching
from handlers.actors import Actor
from handlers.cards import Button, Card, Line, Look, Menu, Option, Reply, Style, quote
from handlers.errors import Refused
from handlers.house import House
from handlers.owed import owe
from handlers.texts import texts
from handlers.vault import Watched
from storage import schema as tables
from watchlists import Evidence
from watchlists.handles import clean, read_handle, read_url
from watchlists.proofs import new_code, read_profile

_UNREAD = {
    Kind.NOT_FOUND: "not_found",
    Kind.GONE: "not_found",
    Kind.TRANSIENT: "no_answer",
    Kind.RATE_LIMITED: "no_answer",
}
"""What a person is told of a profile that could not be read."""


async def covers(house: House, session: AsyncSession, watched: Watched, evidence: Sequence[Evidence]) -> bool:
    """Whether what was found is covered by a proof that holds now."""
    found = {each.term for each in evidence if each.how != "context"}
    query = select(tables.Proof).where(
        tables.Proof.person_id == watched.person.id,
        tables.Proof.state == "passed",
        tables.Proof.expires_at > house.clock(),
    )
    for proof in (await session.scalars(query)).all():
        if found & set(open_proof(watched, proof).get("terms", ())):
            return True
    return False


async def standing_of(house: House, session: AsyncSession, person_id: str) -> str:
    """passed, pending or none: for the list."""
    query = select(tables.Proof.state).where(
        tables.Proof.person_id == person_id, tables.Proof.expires_at > house.clock()
    )
    states = set((await session.scalars(query)).all())
    return "passed" if "passed" in states else "pending" if "pending" in states else "none"


def open_proof(watched: Watched, proof: tables.Proof) -> dict[str, list[str]]:
    """What a proof is about: `terms`, `url`, `code`, `account`. Raises Damaged."""
    return watched.key.open_json(proof.sealed, f"proof:{proof.person_id}")


def seal_proof(watched: Watched, **value: list[str]) -> bytes:
    """The same, sealed with the person's key."""
    return watched.key.seal_json(value, f"proof:{watched.person.id}")


async def choose_profile(house: House, actor: Actor, text: str) -> Reply:
    """Begin a proof by profile: which one?"""
    async with house.database.read() as session:
        subscriber = await subscribers.require(house, session, actor)
        watched = await watching.pick(house, session, actor, text)
    t = texts(subscriber.language)
    urls = profiles(house, watched)
    if not urls:
        raise Refused("refused-no-profile")
    if len(urls) == 1:
        return await begin_bio(house, actor, watched.person.id, 0)
    options = tuple(Option(quote(url, 95), str(number)) for number, url in enumerate(urls[:25]))
    menu = Menu(f"proof.profile:{watched.person.id}", t("proof-choose"), options=options)
    return Reply(Card(body=t("proof-choose-body"), menus=(menu,)))


@dataclass(frozen=True, slots=True)
class Profile:
    """Whose page an address is: a handle on a site that is known, or one on a site that the operator named."""

    site: str
    handle: str
    operators: bool = False

    @property
    def claim(self) -> str:
        """What one subscriber at a time can prove, however its address is written."""
        return f"{self.site}:{self.handle}"


def profile_at(house: House, url: str) -> Profile | None:
    """The profile at an address, None if it is none that counts. Host and path alone decide, as they do for the fetcher."""
    try:
        parts = urlsplit(url)
        host = (parts.hostname or "").rstrip(".")
    except ValueError:
        return None
    if host in house.alerting.profile_sites:
        handle = parts.path.rstrip("/").rsplit("/", 1)[-1].lstrip("@").casefold()
        return Profile(canonical_url(url), handle, operators=True) if handle else None
    found = read_url(f"https://{host}{parts.path}").profile
    last = parts.path.rstrip("/").rpartition("/")[2]
    if found is None or found.handle.endswith(".php"):  # whose it is would be in the query
        return None
    if last and clean(last) != found.handle:  # a post below a profile may be anybody's
        return None
    return Profile(found.site, found.handle)


def profiles(house: House, watched: Watched) -> list[str]:
    """The profile pages of a person that can be proved."""
    urls = [url if "://" in url else f"https://{url}" for url in watched.person.urls]
    return [url for url in urls if profile_at(house, url) is not None]


async def begin_bio(house: House, actor: Actor, person_id: str, number: int) -> Reply:
    """Give the code for one profile."""
    async with house.database.write() as session:
        watched = await watching.pick(house, session, actor, person_id)
        subscriber = await subscribers.require(house, session, actor)
        urls = profiles(house, watched)
        if not 0 <= number < len(urls):
            raise Refused("refused-no-profile")
        code = new_code()
        now = house.clock()
        proof = tables.Proof(
            person_id=watched.person.id,
            kind="bio",
            state="pending",
            sealed=seal_proof(watched, url=[urls[number]], code=[code]),
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
        opened = open_proof(watched, proof)
    t = texts(subscriber.language)
    if proof.state == "passed":
        return Reply(Card(body=t("proof-passed")))
    if proof.state != "pending" or proof.expires_at <= house.clock():
        raise Refused("refused-proof-over")
    url, code = opened["url"][0], opened["code"][0]
    profile = profile_at(house, url)
    if profile is None:
        raise Refused("refused-no-profile")
    try:
        answer = await house.fetch.get(url if profile.operators else _bare(url))
    except FeedError as error:
        raise Refused("refused-profile", kind=_UNREAD.get(error.kind, "other")) from None
    if profile_at(house, answer.url) != profile:  # it led elsewhere: to a log-in page, or to somebody else
        raise Refused("refused-no-code")
    seen = read_profile(_said_by_owner(profile, answer), "", code, watched.person)
    if not seen.has_code:
        raise Refused("refused-no-code")
    claim = f"handle:{house.vault.handle_hash(profile.claim)}"
    names = {*watched.person.names, *watched.person.aliases}
    terms = list(dict.fromkeys([*_terms_of(house, watched, profile), *(names & set(seen.terms))]))
    try:
        async with house.database.write() as session:
            await _make_way(house, session, claim, subscriber.id, watched.person.id)
            row = await session.get_one(tables.Proof, proof.id)
            row.state, row.claim, row.passed_at = "passed", claim, house.clock()
            row.expires_at = house.clock() + timedelta(days=house.alerting.proof_days)
            row.sealed = seal_proof(watched, url=[url], code=[], terms=terms)
            await session.flush()
    except IntegrityError:
        await _warn_holder(house, claim)
        raise Refused("refused-claimed-handle") from None
    return Reply(Card(body=t("proof-passed-terms", terms=quote(", ".join(terms), 300))), update=True)


def _bare(url: str) -> str:
    """Without a query: some sites show other people's posts by it."""
    parts = urlsplit(url)
    return urlunsplit((parts.scheme, parts.netloc, parts.path, "", ""))


def _said_by_owner(profile: Profile, answer: Response) -> str:
    """The words of a profile that only its owner writes."""
    page = answer.text()
    return f"{description(page)}\n{to_text(page)}" if profile.operators else description(page)


def _terms_of(house: House, watched: Watched, profile: Profile) -> list[str]:
    """The watched URLs and handles that the profile is; a handle said to be on another site is another one."""
    urls = [
        each
        for each in watched.person.urls
        if profile_at(house, each if "://" in each else f"https://{each}") == profile
    ]
    own = "" if profile.operators else profile.site
    handles = [(each, read_handle(each)) for each in watched.person.handles]
    return urls + [
        each
        for each, read in handles
        if read is not None and read.handle == profile.handle and read.site in ("", own)
    ]


async def drop_foreign(house: House, session: AsyncSession, watched: Watched) -> None:
    """A profile that is no longer on the watchlist proves nothing any more, and somebody else may prove it."""
    kept = {profile_at(house, url) for url in profiles(house, watched)}
    query = select(tables.Proof).where(
        tables.Proof.person_id == watched.person.id,
        tables.Proof.kind == "bio",
        tables.Proof.state.in_(("pending", "passed")),
    )
    for proof in (await session.scalars(query)).all():
        if profile_at(house, open_proof(watched, proof)["url"][0]) not in kept:
            proof.claim, proof.state = None, "revoked"


async def _make_way(
    house: House, session: AsyncSession, claim: str, subscriber_id: int, person_id: str
) -> None:
    """A claim that has expired, or is the subscriber's own, holds nobody up."""
    query = (
        select(tables.Proof)
        .join(tables.Person, tables.Person.id == tables.Proof.person_id)
        .where(tables.Proof.claim == claim)
        .where(
            or_(
                tables.Proof.expires_at <= house.clock(),
                tables.Person.subscriber_id == subscriber_id,
            )
        )
    )
    for old in (await session.scalars(query)).all():
        old.claim = None
        if old.person_id == person_id or old.expires_at <= house.clock():
            old.state = "revoked"  # renewed, or over
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
