"""What a person does with an alert: details, not me, what can I do, snooze, stop. Called by `handlers.front`.

Every press checks that the alert is the presser's own. What was not proved shows nothing of the item.
"""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncSession

from handlers import own_copy, person_card, proving, subscribers, watchlist
from handlers.actors import Actor
from handlers.cards import Button, Card, Menu, Option, Reply
from handlers.errors import Refused
from handlers.house import House
from handlers.owed import owe
from handlers.person_card import Details
from handlers.texts import texts
from storage import schema as tables

SNOOZES = {"hour": timedelta(hours=1), "day": timedelta(days=1), "week": timedelta(days=7)}
STOP_WORDS = frozenset({"stop", "stopp", "basta", "arrête", "pare", "стоп", "dur", "停止", "중지"})
Own = tuple[tables.Alert, tables.Subscriber, tables.Person]


async def _own(house: House, session: AsyncSession, actor: Actor, alert_id: int) -> Own:
    """The alert, if it is the actor's. Somebody else's gets the same answer as one that is not."""
    alert = await session.get(tables.Alert, alert_id)
    if alert is not None and alert.kind == "person":
        subscriber = await session.get(tables.Subscriber, alert.subscriber_id)
        person = await session.get(tables.Person, alert.person_id)
        own = await subscribers.find(house, session, actor)
        if subscriber is not None and person is not None and subscriber is own:
            return alert, subscriber, person
    raise Refused("refused-no-alert")


async def _details(house: House, session: AsyncSession, own: Own) -> Details | None:
    """What may be shown; None where the identity proof is missing. Raises Refused where nothing is left to be shown."""
    alert, _, person = own
    copy = await own_copy.of(house, session, alert, person)
    if copy is None:
        if await proving.standing_of(house, session, person.id) != "passed":
            return None
        raise Refused("card-purged")
    watched = house.vault.open_person(person)
    if not await proving.covers(house, session, watched, copy.named.evidence):
        return None
    return Details(alert, copy, watched.label)


async def details(house: House, actor: Actor, alert_id: int) -> Reply:
    """The details, or what to prove first. A digest shows each of its alerts."""
    async with house.database.write() as session:
        own = await _own(house, session, actor, alert_id)
        alert, subscriber, _ = own
        t = texts(subscriber.language)
        siblings = await _same_message(session, alert)
        if len(siblings) > 1:
            buttons = tuple(
                Button(t("button-details-number", number=number), f"alert.one:{each}")
                for number, each in enumerate(siblings[:20], 1)
            )
            return Reply(
                Card(
                    title=t("details-title"), body=t("details-several", count=len(siblings)), buttons=buttons
                )
            )
        return await _one(house, session, own)


async def one(house: House, actor: Actor, alert_id: int) -> Reply:
    """One alert of a digest."""
    async with house.database.write() as session:
        return await _one(house, session, await _own(house, session, actor, alert_id))


async def _one(house: House, session: AsyncSession, own: Own) -> Reply:
    alert, subscriber, person = own
    t = texts(subscriber.language)
    seen = await _details(house, session, own)
    if seen is None:
        return Reply(person_card.unproved(t, alert.id, person.id, person.standing))
    alert.response = alert.response or "opened"
    contact = subscriber.sealed_contact is not None
    return Reply(person_card.details(t, seen, subscriber.detail, has_contact=contact))


async def _same_message(session: AsyncSession, alert: tables.Alert) -> list[int]:
    if alert.message_ref is None:
        return [alert.id]
    query = select(tables.Alert.id).where(
        tables.Alert.subscriber_id == alert.subscriber_id,
        tables.Alert.kind == "person",
        tables.Alert.channel_ref == alert.channel_ref,
        tables.Alert.message_ref == alert.message_ref,
    )
    return list((await session.scalars(query.order_by(tables.Alert.id))).all())


async def ask_words(house: House, actor: Actor, alert_id: int) -> Reply:
    """The first of two times that sexual wording is asked for."""
    async with house.database.read() as session:
        alert, subscriber, _ = await _own(house, session, actor, alert_id)
    return Reply(person_card.ask_before_words(texts(subscriber.language), alert.id))


async def words(house: House, actor: Actor, alert_id: int) -> Reply:
    """The post's own words."""
    async with house.database.read() as session:
        own = await _own(house, session, actor, alert_id)
        seen = await _details(house, session, own)
    t = texts(own[1].language)
    if seen is None:
        return Reply(person_card.unproved(t, alert_id, own[2].id, own[2].standing))
    return Reply(person_card.words(t, seen))


async def keep(house: House, actor: Actor, alert_id: int) -> Reply:
    """Keep the item's words beyond their time, as something to show to the police or a platform."""
    async with house.database.write() as session:
        own = await _own(house, session, actor, alert_id)
        seen = await _details(house, session, own)
        if seen is None:
            return Reply(person_card.unproved(texts(own[1].language), alert_id, own[2].id, own[2].standing))
        if "minor" in seen.labels:  # no button offers it
            raise Refused("refused-action")
        own[0].kept = True
    return Reply(Card(body=texts(own[1].language)("done-kept")))


async def kept(
    house: House,
    session: AsyncSession,
    alert: tables.Alert,
    subscriber: tables.Subscriber,
    row: tables.Person,
) -> dict[str, str] | None:
    """The words that a person had kept, for an export; None if there are none, or the proof has ended."""
    if not alert.kept:
        return None
    try:
        seen = await _details(house, session, (alert, subscriber, row))
    except Refused:
        return None
    if seen is None or seen.item is None or "minor" in seen.labels:
        return None
    item = seen.item
    posted = (item.posted_at or seen.copy.seen_at).isoformat()
    return {"title": item.title, "body": item.body, "link": item.url, "time": posted}


async def tell_contact(house: House, actor: Actor, alert_id: int) -> Reply:
    """Ask the trusted contact to get in touch; they are told who asks, and nothing of why. Once a day."""
    async with house.database.write() as session:
        alert, subscriber, _ = await _own(house, session, actor, alert_id)
        contact = subscribers.contact_of(house, subscriber)
        if contact is None:
            raise Refused("refused-no-contact")
        if await subscribers.refuses_contact(house, session, *contact):
            raise Refused("refused-contact-declined")
        owed = await owe(
            session,
            house.clock(),
            "contact",
            f"contact:{subscriber.id}:{house.clock().date().isoformat()}",
            severity=alert.severity,
            subscriber_id=subscriber.id,
        )
    if owed is not None:
        await house.queue.deliver(owed.id)
    return Reply(Card(body=texts(subscriber.language)("done-contact")))


async def not_me(house: House, actor: Actor, alert_id: int) -> Reply:
    """It was another person: remember it for this person alone, and close what it was about."""
    async with house.database.write() as session:
        alert, subscriber, person = await _own(house, session, actor, alert_id)
        t = texts(subscriber.language)
        copy = await own_copy.of(house, session, alert, person)
        alert.response = "not_me"
        if alert.state in ("owed", "waiting"):  # it was snoozed: what is closed does not come back
            alert.state = "cancelled"
        if copy is not None:
            watched = house.vault.open_person(person)
            learned = watchlist.learned(watched.person, copy.named.fingerprints)
            person.sealed = house.vault.seal_person(learned, watched.key)
            person.revision = await watchlist.next_revision(session)
            person.updated_at = house.clock()
    await watchlist.catch_up(house)
    return Reply(Card(body=t("done-not-me")))


async def what_can_i_do(house: House, actor: Actor, alert_id: int) -> Reply:
    """Routes to help; also without a proof, since they tell nothing of the item."""
    async with house.database.read() as session:
        own = await _own(house, session, actor, alert_id)
        try:
            seen = await _details(house, session, own)
        except Refused:  # nothing is left of it: the routes are the same
            seen = None
    labels = seen.labels if seen is not None else []
    return Reply(person_card.help_card(texts(own[1].language), labels))


async def ask_snooze(house: House, actor: Actor, alert_id: int) -> Reply:
    """For how long?"""
    async with house.database.read() as session:
        alert, subscriber, _ = await _own(house, session, actor, alert_id)
    t = texts(subscriber.language)
    options = tuple(Option(t(f"snooze-{key}"), key) for key in SNOOZES)
    return Reply(
        Card(
            body=t("snooze-ask"),
            menus=(Menu(f"alert.snoozed:{alert.id}", t("snooze-prompt"), options=options),),
        )
    )


async def snooze(house: House, actor: Actor, alert_id: int, length: str) -> Reply:
    """The same neutral message again later."""
    if length not in SNOOZES:
        raise Refused("refused-snooze")
    async with house.database.write() as session:
        alert, subscriber, _ = await _own(house, session, actor, alert_id)
        alert.state, alert.response = "owed", "snoozed"
        alert.due_at, alert.attempts = house.clock() + SNOOZES[length], 0
        alert.nonce = watchlist.fresh_nonce()
    t = texts(subscriber.language)
    return Reply(Card(body=t("done-snoozed", length=t(f"snooze-{length}"))), update=True)


def is_stop_word(text: str) -> bool:
    """Whether somebody wrote, in private, that everything is to end."""
    return text.strip(" .!").casefold() in STOP_WORDS


async def stop(house: House, actor: Actor, alert_id: int | None = None) -> Reply:
    """End everything at once; one press undoes it."""
    async with house.database.write() as session:
        subscriber = await subscribers.require(house, session, actor)
        subscriber.stopped_at = house.clock()
        await session.execute(
            update(tables.Alert)
            .where(tables.Alert.subscriber_id == subscriber.id, tables.Alert.state.in_(("owed", "waiting")))
            .values(state="cancelled")
        )
        if alert_id is not None:
            alert = await session.get(tables.Alert, alert_id)
            if alert is not None and alert.subscriber_id == subscriber.id:
                alert.response = "stopped"
    t = texts(subscriber.language)
    return Reply(Card(body=t("done-stopped"), buttons=(Button(t("button-start-again"), "watch.start"),)))
