"""`/watch`: a person's own list of names and handles. Called by `handlers.front`, in direct messages and private replies.

A change is sealed, numbered and known to this process's matching engine before the reply; others take it in within a
second. Terms that would match everybody are refused with the reason, and nothing is stored then.
"""

from __future__ import annotations

import asyncio
import json
import re
import uuid
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

import structlog
from sqlalchemy import delete, func, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from handlers import conversations, proving, subscribers, vouch_over, watchlist
from handlers.actors import Actor
from handlers.cards import Button, Card, Form, FormField, Line, Look, Option, Reply, Values, quote
from handlers.errors import Refused
from handlers.house import House
from handlers.texts import Texts, texts
from handlers.vault import Watched
from storage import schema as tables
from watchlists import Distinctiveness, Person, PersonError, Screener, assess, from_mapping

log = structlog.get_logger(__name__)
STANDINGS = ("self", "guardian", "representative")
FIELDS = ("names", "aliases", "handles", "urls", "context")
REPRESENTATIVE_PERSONS = 25
"""How many persons a representative may watch once moderators have vouched."""


async def add_form(house: House, actor: Actor, standing: str) -> Reply:
    """The short form that adds a person."""
    if standing not in STANDINGS:
        raise Refused("refused-standing", options=", ".join(STANDINGS))
    t = texts(await subscribers.language_of(house, actor))
    async with house.database.read() as session:
        await _room(house, session, await subscribers.find(house, session, actor))
    return Reply(form=_form(t, f"watch.added:{standing}", t("watch-add-title")))


def _form(t: Texts, action: str, title: str, person: Person | None = None) -> Form:
    fields = tuple(
        FormField(
            name,
            t(f"watch-field-{name}"),
            value="\n".join(getattr(person, name)) if person else "",
            placeholder=t(f"watch-hint-{name}"),
            long=True,
        )
        for name in FIELDS
    )
    return Form(action, title, fields)


async def _room(house: House, session: AsyncSession, subscriber: tables.Subscriber | None) -> None:
    if subscriber is None:
        return
    allowed = subscriber.persons_allowed or house.limits.persons
    count = await session.scalar(
        select(func.count()).select_from(tables.Person).where(tables.Person.subscriber_id == subscriber.id)
    )
    if (count or 0) >= allowed:
        raise Refused("refused-too-many-persons", count=allowed)


def _changed(house: House, subscriber_id: int) -> None:
    """Count a change of names. Raises Refused if there were too many in an hour, be it by removing and adding."""
    since = house.clock() - timedelta(hours=1)
    for each in [each for each, times in house.changes.items() if times[-1] <= since]:
        del house.changes[each]
    recent = [moment for moment in house.changes.get(subscriber_id, ()) if moment > since]
    if len(recent) >= house.limits.watch_changes_per_hour:
        raise Refused("refused-too-many-changes", count=house.limits.watch_changes_per_hour)
    house.changes[subscriber_id] = [*recent, house.clock()]


async def add(house: House, actor: Actor, standing: str, values: Values) -> Reply:
    """Watch for a person. Raises Refused with the reason if a term would match everybody."""
    if standing not in STANDINGS:
        raise Refused("refused-standing", options=", ".join(STANDINGS))
    person = _person(house, uuid.uuid4().hex, values)
    judged = await _judged(person)
    now = house.clock()
    key, wrapped = house.vault.new_person_key()
    async with house.database.write() as session:
        subscriber = await subscribers.find_or_make(house, session, actor)
        await _room(house, session, subscriber)
        _changed(house, subscriber.id)
        subscriber.stopped_at = None
        row = tables.Person(
            id=person.id,
            subscriber_id=subscriber.id,
            standing=standing,
            state="active",
            wrapped_key=wrapped,
            sealed=house.vault.seal_person(person, key),
            revision=await watchlist.next_revision(session),
            created_at=now,
            updated_at=now,
        )
        session.add(row)
    await watchlist.catch_up(house)
    t = texts(subscriber.language)
    return Reply(_added(t, person, judged, standing))


def _person(house: House, person_id: str, values: Values, not_me: frozenset[str] = frozenset()) -> Person:
    entry: dict[str, object] = {name: _split(str(values.get(name) or ""), name) for name in FIELDS}
    count = sum(len(terms) for terms in entry.values() if isinstance(terms, list))
    if count > house.limits.terms:
        raise Refused("refused-too-many-terms", count=house.limits.terms)
    try:
        person = from_mapping({"person": person_id, **entry})
    except PersonError as error:
        field = error.key.partition("[")[0]
        raise Refused("refused-person", fault=error.fault.value, field=field, limit=error.limit) from None
    return Person(
        person.id, person.names, person.aliases, person.handles, person.urls, person.context, not_me
    )


def _split(text: str, field: str) -> list[str]:
    separators = r"[\n;,]+" if field in ("names", "aliases", "context") else r"[\s;,]+"
    return list(dict.fromkeys(term.strip() for term in re.split(separators, text) if term.strip()))


async def _judged(person: Person) -> Distinctiveness:
    judged = await asyncio.to_thread(assess, person)  # the first name of one word reads the list of words
    if judged.refused:
        first = judged.refused[0]
        raise Refused("refused-term", term=quote(first.term, 60), reason=first.reason_code.value)
    try:
        await asyncio.to_thread(Screener().put_all, [person])
    except Exception as error:
        # A fault of the matching engine: better to tell the person now than to watch in vain.
        log.error("a person cannot be filed; please report this", error=type(error).__name__, exc_info=error)
        raise Refused("refused-person", fault="unreadable") from None
    return judged


def _added(t: Texts, person: Person, judged: Distinctiveness, standing: str) -> Card:
    lines = list(_terms(t, person))
    if judged.namesakes:
        lines.append(Line(t("watch-namesakes"), t("watch-namesakes-text", count=judged.namesakes)))
    if judged.needs_context:
        lines.append(Line(t("watch-needs-context"), t("watch-needs-context-text")))
    return Card(
        title=t("watch-added-title"),
        body=t("watch-added-body", standing=standing),
        lines=tuple(lines),
        buttons=(
            Button(t("button-prove-bio"), f"proof.bio:{person.id}", Look.MAIN),
            Button(t("button-prove-vouch"), f"proof.vouch:{person.id}"),
            Button(t("button-preferences"), "preferences.show"),
        ),
    )


def _terms(t: Texts, person: Person) -> Sequence[Line]:
    return [
        Line(t(f"watch-field-{name}"), quote(", ".join(getattr(person, name)), 500))
        for name in FIELDS
        if getattr(person, name)
    ]


async def own(house: House, session: AsyncSession, actor: Actor) -> list[Watched]:
    """The actor's persons, oldest first."""
    subscriber = await subscribers.require(house, session, actor)
    query = select(tables.Person).where(tables.Person.subscriber_id == subscriber.id)
    rows = (await session.scalars(query.order_by(tables.Person.created_at, tables.Person.id))).all()
    return [house.vault.open_person(row) for row in rows]


async def pick(house: House, session: AsyncSession, actor: Actor, text: str) -> Watched:
    """The person that `text` names: an id, a number of the list, a name; the only one if it is empty. Raises Refused."""
    persons = await own(house, session, actor)
    if not persons:
        raise Refused("refused-no-watchlist")
    text = text.strip()
    if not text and len(persons) == 1:
        return persons[0]
    for number, watched in enumerate(persons, 1):
        names = {watched.person.id, str(number), watched.label.casefold()}
        if text and (text in names or text.casefold() in names):
            return watched
    raise Refused("refused-which-person", count=len(persons))


async def suggestions(house: House, actor: Actor, text: str) -> list[Option]:
    """For autocompletion: the actor's own persons, shown to nobody else."""
    async with house.database.read() as session:
        if await subscribers.find(house, session, actor) is None:
            return []
        persons = await own(house, session, actor)
    return [
        Option(quote(watched.label, 90), watched.person.id)
        for watched in persons
        if text.casefold() in watched.label.casefold()
    ][:25]


async def show(house: House, actor: Actor) -> Reply:
    """The watchlist as its owner sees it."""
    async with house.database.read() as session:
        subscriber = await subscribers.require(house, session, actor)
        persons = await own(house, session, actor)
        proofs = {
            each.person.id: await proving.standing_of(house, session, each.person.id) for each in persons
        }
    t = texts(subscriber.language)
    if not persons:
        raise Refused("refused-no-watchlist")
    lines = [
        Line(
            f"{number}. {quote(each.label, 80)}",
            t(
                "watch-list-line",
                state=t(f"watch-{each.row.state}"),
                standing=t(f"standing-{each.row.standing}"),
                proof=t(f"proof-{proofs[each.person.id]}"),
                terms=sum(len(getattr(each.person, name)) for name in FIELDS),
            ),
        )
        for number, each in enumerate(persons, 1)
    ]
    if subscriber.stopped_at is not None:
        return Reply(
            Card(
                title=t("watch-list-title"),
                body=t("watch-stopped"),
                lines=tuple(lines),
                buttons=(Button(t("button-start-again"), "watch.start", Look.MAIN),),
            )
        )
    return Reply(
        Card(
            title=t("watch-list-title"),
            lines=tuple(lines),
            buttons=(Button(t("button-stop-all"), "alert.stop:0"),),
        )
    )


async def edit_form(house: House, actor: Actor, text: str) -> Reply:
    """The same form, filled."""
    async with house.database.read() as session:
        subscriber = await subscribers.require(house, session, actor)
        watched = await pick(house, session, actor, text)
    t = texts(subscriber.language)
    return Reply(form=_form(t, f"watch.edited:{watched.person.id}", t("watch-edit-title"), watched.person))


async def edit(house: House, actor: Actor, person_id: str, values: Values) -> Reply:
    """Replace a person's terms. What was proved stays proved only for the terms that it covered."""
    async with house.database.write() as session:
        watched = await pick(house, session, actor, person_id)
        changed = _person(house, watched.person.id, values, watched.person.not_me)
        judged = await _judged(changed)
        row = await session.get_one(tables.Person, watched.person.id)
        _changed(house, row.subscriber_id)
        row.sealed = house.vault.seal_person(changed, watched.key)
        await proving.drop_foreign(house, session, replace(watched, person=changed))
        await _touch(house, session, row)
        subscriber = await session.get_one(tables.Subscriber, row.subscriber_id)
    await watchlist.catch_up(house)
    return Reply(_added(texts(subscriber.language), changed, judged, row.standing))


async def _touch(house: House, session: AsyncSession, row: tables.Person) -> None:
    row.revision = await watchlist.next_revision(session)
    row.updated_at = house.clock()


async def set_state(house: House, actor: Actor, text: str, state: str) -> Reply:
    """Pause or resume a person."""
    async with house.database.write() as session:
        watched = await pick(house, session, actor, text)
        row = await session.get_one(tables.Person, watched.person.id)
        row.state = state
        await _touch(house, session, row)
        subscriber = await session.get_one(tables.Subscriber, row.subscriber_id)
        if state == "active":
            subscriber.stopped_at = None
    await watchlist.catch_up(house)
    t = texts(subscriber.language)
    return Reply(
        Card(body=t(f"done-{'resumed' if state == 'active' else 'paused'}", person=quote(watched.label, 80)))
    )


async def ask_remove(house: House, actor: Actor, text: str) -> Reply:
    """Removing destroys the key: ask once."""
    async with house.database.read() as session:
        subscriber = await subscribers.require(house, session, actor)
        watched = await pick(house, session, actor, text)
    t = texts(subscriber.language)
    button = Button(t("button-remove"), f"watch.removed:{watched.person.id}", Look.GRAVE)
    return Reply(Card(body=t("watch-remove-ask", person=quote(watched.label, 80)), buttons=(button,)))


async def remove(house: House, actor: Actor, person_id: str) -> Reply:
    """Forget a person: the row, its key, matches, proofs and alerts, and forms that are being filled in."""
    async with house.database.write() as session:
        watched = await pick(house, session, actor, person_id)
        subscriber = await session.get_one(tables.Subscriber, watched.row.subscriber_id)
        over = await forget_persons(house, session, [watched.person.id])
        await conversations.forget_names(session, subscriber)
    for alert_id in over:
        await house.queue.deliver(alert_id)
    await watchlist.catch_up(house)
    return Reply(Card(body=texts(subscriber.language)("done-removed")), update=True)


async def forget_persons(house: House, session: AsyncSession, ids: Sequence[str]) -> list[int]:
    """Delete persons and leave only their random ids, for other processes' indexes.

    -> ids of the alerts that take their names from what moderators were shown.
    """
    over = await vouch_over.owe_edits(house, session, tables.Proof.person_id.in_(ids))
    for person_id in ids:
        session.add(
            tables.PersonRemoval(
                person_id=person_id, revision=await watchlist.next_revision(session), at=house.clock()
            )
        )
    await session.execute(delete(tables.Person).where(tables.Person.id.in_(ids)))
    return over


async def start_again(house: House, actor: Actor) -> Reply:
    """Undo "stop": everything that is not paused is watched again; what was cancelled stays cancelled."""
    async with house.database.write() as session:
        subscriber = await subscribers.require(house, session, actor)
        await session.execute(
            update(tables.Subscriber).where(tables.Subscriber.id == subscriber.id).values(stopped_at=None)
        )
    return Reply(Card(body=texts(subscriber.language)("done-started")), update=True)


async def ask_forget(house: House, actor: Actor) -> Reply:
    """Forgetting is for good: ask once."""
    t = texts(await subscribers.language_of(house, actor))
    return Reply(
        Card(body=t("forget-ask"), buttons=(Button(t("button-forget"), "watch.forgotten", Look.GRAVE),))
    )


def as_file(document: object) -> tuple[str, bytes]:
    """An export as an attachment."""
    return "headsup-export.json", json.dumps(document, ensure_ascii=False, indent=2).encode()
