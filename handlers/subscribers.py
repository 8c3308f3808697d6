"""The chat accounts that keep watchlists: finding, making, and their preferences. Called by `watching` and `front`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from zoneinfo import ZoneInfo, available_timezones

from rapidfuzz import process
from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncSession

from handlers.actors import Actor
from handlers.cards import Button, Card, Form, FormField, Line, Menu, Option, Reply
from handlers.errors import Refused
from handlers.house import House
from handlers.owed import due_at
from handlers.texts import LANGUAGES, Texts, texts
from intent import Severity
from storage import schema as tables

_HOURS = re.compile(r"\s*(\d{1,2})(?::?(\d{2}))?\s*[-–—to]+\s*(\d{1,2})(?::?(\d{2}))?\s*")
_TIME = re.compile(r"\s*(\d{1,2})(?::(\d{2}))?\s*")


async def find(house: House, session: AsyncSession, actor: Actor) -> tables.Subscriber | None:
    """The actor's own row, or the one that their account is linked to."""
    account = house.vault.account_hash(actor.platform, actor.account)
    own, link = tables.Subscriber, tables.LinkedAccount
    linked = select(link.subscriber_id).where(link.platform == actor.platform, link.account_hash == account)
    mine = (own.platform == actor.platform) & (own.account_hash == account)
    return (await session.scalars(select(own).where(mine | own.id.in_(linked)).order_by(~mine))).first()


async def linked(session: AsyncSession, subscriber: tables.Subscriber) -> list[tables.LinkedAccount]:
    """The accounts that a subscriber has linked to the first one."""
    query = select(tables.LinkedAccount).where(tables.LinkedAccount.subscriber_id == subscriber.id)
    return list((await session.scalars(query.order_by(tables.LinkedAccount.id))).all())


async def account_on(
    house: House, session: AsyncSession, subscriber: tables.Subscriber, platform: str
) -> str | None:
    """The id of the subscriber's account on a platform, if they have one there."""
    if platform == subscriber.platform:
        return house.vault.open_note(subscriber.sealed_account, "account")
    accounts = {each.platform: each.sealed_account for each in await linked(session, subscriber)}
    return house.vault.open_note(accounts[platform], "account") if platform in accounts else None


async def address(house: House, session: AsyncSession, subscriber: tables.Subscriber) -> tuple[str, str]:
    """Where alerts go: platform and account id."""
    platform = subscriber.alerts_to or subscriber.platform
    account = await account_on(house, session, subscriber, platform)
    if account is not None:
        return platform, account
    return subscriber.platform, house.vault.open_note(subscriber.sealed_account, "account")


async def require(house: House, session: AsyncSession, actor: Actor) -> tables.Subscriber:
    """The actor's own row. Raises Refused if they keep no watchlist."""
    subscriber = await find(house, session, actor)
    if subscriber is None:
        raise Refused("refused-no-watchlist")
    return subscriber


async def find_or_make(house: House, session: AsyncSession, actor: Actor) -> tables.Subscriber:
    """The actor's own row, made if there is none."""
    subscriber = await find(house, session, actor)
    if subscriber is not None:
        return subscriber
    subscriber = tables.Subscriber(
        platform=actor.platform,
        account_hash=house.vault.account_hash(actor.platform, actor.account),
        sealed_account=house.vault.seal_note(actor.account, "account"),
        language=texts(actor.language).language,
        timezone="UTC",
        detail="summary",
        digest="immediate",
        digest_at=540,
        min_severity=int(Severity.LOW),
        direct="unknown",
        created_at=house.clock(),
    )
    session.add(subscriber)
    await session.flush()
    return subscriber


async def greet(house: House, actor: Actor) -> str | None:
    """At any command of a subscriber whose direct messages were closed: a hint, and what waited is tried again."""
    async with house.database.read() as session:
        subscriber = await find(house, session, actor)
    if subscriber is None or subscriber.direct != "closed":
        return None
    async with house.database.write() as session:
        ids = await wake(house, session, subscriber)
    for alert_id in ids:
        await house.queue.deliver(alert_id)
    if not ids or actor.platform == "telegram":
        return None  # there the answer comes in the very chat that was closed: it is open, and what waited follows
    return texts(subscriber.language)("hint-direct-closed", count=len(ids))


async def wake(house: House, session: AsyncSession, subscriber: tables.Subscriber) -> list[int]:
    """What waited because direct messages were closed is owed again; -> its ids."""
    waiting = update(tables.Alert).where(
        tables.Alert.subscriber_id == subscriber.id, tables.Alert.state == "waiting"
    )
    waiting = waiting.values(state="owed", due_at=house.clock(), attempts=0)
    return list((await session.scalars(waiting.returning(tables.Alert.id))).all())


async def language_of(house: House, actor: Actor) -> str:
    """The language a subscriber chose, else the platform's."""
    async with house.database.read() as session:
        subscriber = await find(house, session, actor)
    return subscriber.language if subscriber is not None else texts(actor.language).language


async def preferences(house: House, actor: Actor) -> Reply:
    """How things are set, with what changes them."""
    async with house.database.write() as session:
        subscriber = await find_or_make(house, session, actor)
    return Reply(_panel(texts(subscriber.language), subscriber))


def _panel(t: Texts, subscriber: tables.Subscriber) -> Card:
    quiet = t("preferences-none")
    if subscriber.quiet_from is not None and subscriber.quiet_to is not None:
        quiet = f"{_clock(subscriber.quiet_from)} – {_clock(subscriber.quiet_to)}"
    digest = t(f"digest-{subscriber.digest}", time=_clock(subscriber.digest_at))
    lines = (
        Line(t("preferences-detail"), t(f"detail-{subscriber.detail}")),
        Line(t("preferences-quiet"), quiet, short=True),
        Line(t("preferences-timezone"), subscriber.timezone, short=True),
        Line(t("preferences-digest"), digest, short=True),
        Line(t("preferences-severity"), t(f"severity-{Severity(subscriber.min_severity)}"), short=True),
        Line(t("preferences-language"), LANGUAGES.get(subscriber.language, subscriber.language), short=True),
        Line(
            t("preferences-contact"),
            t("preferences-set" if subscriber.sealed_contact else "preferences-none"),
            short=True,
        ),
    )

    def menu(name: str, values: Mapping[str, str], current: str) -> Menu:
        options = tuple(Option(label, value, chosen=value == current) for value, label in values.items())
        return Menu(f"preferences.{name}", t(f"preferences-{name}"), options=options)

    return Card(
        title=t("preferences-title"),
        body=t("preferences-body"),
        lines=lines,
        menus=(
            menu("detail", {key: t(f"detail-{key}") for key in ("summary", "full")}, subscriber.detail),
            menu(
                "digest",
                {
                    key: t(f"digest-{key}", time=_clock(subscriber.digest_at))
                    for key in ("immediate", "daily")
                },
                subscriber.digest,
            ),
            menu(
                "severity",
                {str(each): t(f"severity-{each}") for each in Severity if each is not Severity.NONE},
                str(Severity(subscriber.min_severity)),
            ),
            menu("language", LANGUAGES, subscriber.language),
        ),
        buttons=(
            Button(t("button-times"), "preferences.times"),
            Button(t("button-contact"), "preferences.contact"),
            Button(t("button-link"), "preferences.link"),
        ),
    )


async def choose(house: House, actor: Actor, name: str, value: str) -> Reply:
    """One preference from a menu."""
    allowed = {
        "detail": ("summary", "full"),
        "digest": ("immediate", "daily"),
        "severity": tuple(str(each) for each in Severity if each is not Severity.NONE),
        "language": tuple(LANGUAGES),
    }
    if value not in allowed.get(name, ()):
        raise Refused("refused-preference")
    async with house.database.write() as session:
        subscriber = await find_or_make(house, session, actor)
        if name == "severity":
            subscriber.min_severity = int(Severity.parse(value))
        else:
            setattr(subscriber, name, value)
        await _rearrange(house, session, subscriber)
    return Reply(_panel(texts(subscriber.language), subscriber), update=True)


async def times_form(house: House, actor: Actor) -> Reply:
    """Quiet hours, time zone and the hour of the digest."""
    async with house.database.write() as session:
        subscriber = await find_or_make(house, session, actor)
    t = texts(subscriber.language)
    quiet = ""
    if subscriber.quiet_from is not None and subscriber.quiet_to is not None:
        quiet = f"{_clock(subscriber.quiet_from)}-{_clock(subscriber.quiet_to)}"
    fields = (
        FormField("quiet", t("times-quiet"), value=quiet, placeholder="22:00-07:30", most=20),
        FormField(
            "timezone", t("times-timezone"), value=subscriber.timezone, placeholder="Europe/Berlin", most=60
        ),
        FormField(
            "digest", t("times-digest"), value=_clock(subscriber.digest_at), placeholder="09:00", most=10
        ),
    )
    return Reply(form=Form("preferences.times_set", t("times-title"), fields))


async def set_times(house: House, actor: Actor, quiet: str, timezone: str, digest: str) -> Reply:
    """Store them all or none. Raises Refused naming what is no time or zone."""
    zone = _zone(timezone)
    begin, end = _hours(quiet)
    at = _minute(digest)
    async with house.database.write() as session:
        subscriber = await find_or_make(house, session, actor)
        subscriber.quiet_from, subscriber.quiet_to = begin, end
        subscriber.timezone, subscriber.digest_at = zone, at
        await _rearrange(house, session, subscriber)
    return Reply(_panel(texts(subscriber.language), subscriber))


async def contact_form(house: House, actor: Actor) -> Reply:
    """A trusted contact: an account that is told when the subscriber asks for it to be."""
    t = texts(await language_of(house, actor))
    field = FormField("contact", t("contact-field"), placeholder="123456789012345678", most=64)
    return Reply(form=Form("preferences.contact_set", t("contact-title"), (field,)))


async def set_contact(house: House, actor: Actor, contact: str) -> Reply:
    """Set or, empty, take away the trusted contact."""
    account = "".join(letter for letter in contact if letter.isalnum())
    if contact.strip() and (not account.isdigit() or len(account) > 24):
        raise Refused("refused-contact")
    async with house.database.write() as session:
        if account and await refuses_contact(house, session, actor.platform, account):
            raise Refused("refused-contact-declined")
        subscriber = await find_or_make(house, session, actor)
        named = f"{actor.platform}:{account}"
        subscriber.sealed_contact = house.vault.seal_note(named, "contact") if account else None
    t = texts(subscriber.language)
    hint = t("contact-start") if account and actor.platform == "telegram" else ""
    return Reply(replace(_panel(t, subscriber), footer=hint))


def contact_of(house: House, subscriber: tables.Subscriber) -> tuple[str, str] | None:
    """The trusted contact: platform and account id. Older entries name no platform: it is the subscriber's."""
    platform, _, account = house.vault.open_note(subscriber.sealed_contact, "contact").rpartition(":")
    return (platform or subscriber.platform, account) if account else None


async def refuses_contact(house: House, session: AsyncSession, platform: str, account: str) -> bool:
    """Whether an account wants to be nobody's trusted contact."""
    return await session.get(tables.ContactRefusal, house.vault.account_hash(platform, account)) is not None


async def refuse_contact(house: House, actor: Actor) -> Reply:
    """Never write to this account on anybody's behalf again: whoever names somebody may be whom they fled from."""
    who = house.vault.account_hash(actor.platform, actor.account)
    async with house.database.write() as session:
        await session.merge(tables.ContactRefusal(account_hash=who, at=house.clock()))
    return Reply(Card(body=texts(await language_of(house, actor))("done-no-contact")), update=True)


async def _rearrange(house: House, session: AsyncSession, subscriber: tables.Subscriber) -> None:
    """What is owed and was not snoozed follows the new times."""
    now = house.clock()
    await session.execute(
        update(tables.Alert)
        .where(tables.Alert.subscriber_id == subscriber.id, tables.Alert.state == "owed")
        .where(tables.Alert.kind == "person", tables.Alert.response.is_(None))
        .values(due_at=due_at(subscriber, now))
    )


def _clock(minute: int) -> str:
    return f"{minute // 60:02d}:{minute % 60:02d}"


def _zone(text: str) -> str:
    wanted = text.strip() or "UTC"
    zones = available_timezones()
    by_fold = {zone.casefold(): zone for zone in zones}
    zone = by_fold.get(wanted.casefold().replace(" ", "_"))
    if zone is None:
        near = process.extractOne(wanted, sorted(zones), processor=str.casefold)
        raise Refused("refused-timezone", nearest=near[0] if near else "Europe/Berlin")
    return ZoneInfo(zone).key


def _hours(text: str) -> tuple[int | None, int | None]:
    if not text.strip():
        return None, None
    match = _HOURS.fullmatch(text)
    if match is None:
        raise Refused("refused-hours")
    begin, begin_minutes, end, end_minutes = match.groups()
    return _minutes(begin, begin_minutes), _minutes(end, end_minutes)


def _minute(text: str) -> int:
    match = _TIME.fullmatch(text or "9:00")
    if match is None:
        raise Refused("refused-hours")
    return _minutes(*match.groups())


def _minutes(hour: str, minute: str | None) -> int:
    total = int(hour) * 60 + int(minute or 0)
    if int(hour) > 24 or int(minute or 0) > 59 or total > 24 * 60:
        raise Refused("refused-hours")
    return total % (24 * 60)
