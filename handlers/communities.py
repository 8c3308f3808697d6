"""Setting up a community, and knowing which one an actor is in. Called by `handlers.front` and the platforms' events."""

from __future__ import annotations

import secrets
from collections.abc import Sequence

import structlog
from sqlalchemy import or_, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession

from handlers import feed_subscriptions, moving, trouble
from handlers.actors import Actor
from handlers.cards import Button, Card, Line, Look, Menu, Option, Reply, mention, quote
from handlers.errors import Refused
from handlers.feed_kinds import shown_name
from handlers.house import House
from handlers.ports import Gone, MessengerError, NotAllowed
from handlers.texts import LANGUAGES, Texts, texts
from intent import Severity
from storage import schema as tables

log = structlog.get_logger(__name__)
SEVERITIES = ("low", "medium", "high", "critical")


async def community_of(session: AsyncSession, actor: Actor) -> tables.Community | None:
    """The actor's community, if it is known."""
    if actor.place is None:
        return None
    return await _find(session, actor.platform, actor.place.community)


async def home_of(house: House, session: AsyncSession, platform: str) -> tables.Community | None:
    """The community that decides on reports made in direct messages, if the operator named one: on the same platform
    if there is one, else on another."""
    for each in dict.fromkeys((platform, *house.homes)):
        if each in house.homes:
            return await named(session, each, house.homes[each])
    return None


async def named(session: AsyncSession, platform: str, native_id: str) -> tables.Community | None:
    """The community that the configuration names so; it may have moved since."""
    community = tables.Community
    query = (
        select(community)
        .where(community.platform == platform)
        .where(or_(community.native_id == native_id, community.former_id == native_id))
        .order_by(community.native_id != native_id)
    )
    return (await session.scalars(query)).first()


async def _find(session: AsyncSession, platform: str, native_id: str) -> tables.Community | None:
    query = select(tables.Community).where(
        tables.Community.platform == platform, tables.Community.native_id == native_id
    )
    return (await session.scalars(query)).one_or_none()


async def joined(house: House, platform: str, native_id: str) -> None:
    """The bot is in this community: make its row, or wake it."""
    async with house.database.write() as session:
        community = await _find(session, platform, native_id)
        if community is not None:
            community.state = "active"
            return
        try:
            async with session.begin_nested():
                session.add(
                    tables.Community(
                        platform=platform,
                        native_id=native_id,
                        state="active",
                        moderator_roles=[],
                        child_safety_roles=[],
                        min_severity=int(Severity.LOW),
                        language="en",
                        episode=0,
                        created_at=house.clock(),
                    )
                )
        except IntegrityError:
            return


async def known(house: House, platform: str, native_id: str) -> tables.Community | None:
    """A community's row, for platforms that need to know what is set there."""
    async with house.database.read() as session:
        return await _find(session, platform, native_id)


async def left(house: House, platform: str, native_id: str) -> None:
    """The bot was removed: nothing is sent there; what was decided stays until its time is over."""
    async with house.database.write() as session:
        community = await _find(session, platform, native_id)
        if community is not None:
            community.state = "left"


async def moved(house: House, platform: str, old: str, new: str) -> None:
    """The platform gave a community another id (a Telegram group that became a supergroup); all else stays.

    A row that was made for the new id meanwhile gives way, and what came in for it is this community's. Where the
    configuration names the old id, it still holds.
    """
    async with house.database.write() as session:
        community = await _find(session, platform, old)
        if community is None:
            return
        taken = await _find(session, platform, new)
        if taken is not None:
            await moving.give_way(house, session, taken, community)
        community.native_id, community.former_id, community.state = new, old, "active"
        if community.alert_channel == old:
            community.alert_channel = new
        await trouble.hurry(house, session, community.id)
    keys = [f"{platform}.home"] if house.homes.get(platform) == old else []
    keys += ["alerting.vouching"] if old in house.alerting.vouching else []
    if keys:
        log.warning(
            "a community has another id now; write it into the configuration", keys=keys, old=old, new=new
        )


async def channel_gone(house: House, platform: str, native_id: str, channel: str) -> None:
    """A channel was deleted: if cards went there, somebody who can act is told."""
    async with house.database.read() as session:
        community = await _find(session, platform, native_id)
    if community is not None and community.alert_channel == channel:
        await trouble.cards_do_not_arrive(house, community.id, "missing")


async def verify(house: House) -> None:
    """Look whether cards could arrive in every community, before one is due. Called by the schedule."""
    async with house.database.read() as session:
        query = select(tables.Community).where(
            tables.Community.state == "active", tables.Community.alert_channel.is_not(None)
        )
        active = (await session.scalars(query)).all()
    for community in active:
        missing = await check(house, community)
        if missing:
            code = "missing" if "gone" in missing else "forbidden"
            await trouble.cards_do_not_arrive(house, community.id, code)
        elif missing == []:
            await trouble.cards_arrive_again(house, community.id)


async def setup(
    house: House,
    actor: Actor,
    *,
    channel: str | None = None,
    moderators: Sequence[str] | None = None,
    escalation: str | None = None,
    child_safety: Sequence[str] | None = None,
    severity: str | None = None,
    language: str | None = None,
    feeds: Sequence[str] | None = None,
) -> Reply:
    """Change what is given, then show how things stand, check the bot's permissions, and send a test card.

    Raises Refused for an unknown severity, language or feed; nothing is changed then.
    """
    if actor.place is None:
        raise Refused("refused-not-here")
    if severity is not None and severity not in SEVERITIES:
        raise Refused("refused-severity", options=", ".join(SEVERITIES))
    if language is not None and language not in LANGUAGES:
        raise Refused("refused-language", options=", ".join(LANGUAGES))
    await joined(house, actor.platform, actor.place.community)
    async with house.database.write() as session:
        community = await community_of(session, actor)
        assert community is not None  # noqa: S101 - `joined` made it
        if channel is not None:
            community.alert_channel = channel
        if moderators is not None:
            community.moderator_roles = list(moderators)
        if child_safety is not None:
            community.child_safety_roles = list(child_safety)
        if escalation is not None:
            community.escalation_role = escalation or None
        if severity is not None:
            community.min_severity = int(Severity.parse(severity))
        if language is not None:
            community.language = language
        if feeds is not None:
            await _subscribe(house, session, community, feeds)
        if channel is not None:
            await trouble.hurry(house, session, community.id)
    missing = await check(house, community)
    if channel is not None and missing == []:
        missing = await _test(house, community)
    if missing == []:
        await trouble.cards_arrive_again(house, community.id)
    return Reply(await _panel(house, community, texts(actor.language), missing))


async def test(house: House, actor: Actor) -> Reply:
    """Check the permissions again and send a test card."""
    async with house.database.read() as session:
        community = await community_of(session, actor)
    if community is None:
        raise Refused("refused-not-here")
    missing = await check(house, community)
    if missing == []:
        missing = await _test(house, community)
    if missing == []:
        await trouble.cards_arrive_again(house, community.id)
    return Reply(await _panel(house, community, texts(actor.language), missing))


async def check(house: House, community: tables.Community) -> list[str] | None:
    """Codes of what keeps cards from the alert channel; [] if nothing does, None if it cannot be found out just now."""
    messenger = house.messengers.get(community.platform)
    if community.alert_channel is None:
        return ["channel"]
    if messenger is None:
        return None
    try:
        return list(await messenger.missing_permissions(community.native_id, community.alert_channel))
    except Gone:
        return ["gone"]
    except MessengerError:
        return None


async def _test(house: House, community: tables.Community) -> list[str] | None:
    messenger = house.messengers[community.platform]
    t = texts(community.language)
    card = Card(title=t("test-card-title"), body=t("test-card"), footer=t("card-footer"))
    try:
        await messenger.send_channel(community.alert_channel or "", card, secrets.token_hex(12))
    except NotAllowed:
        return ["send"]
    except Gone:
        return ["gone"]
    except MessengerError:
        return None
    return []


async def _subscribe(
    house: House, session: AsyncSession, community: tables.Community, names: Sequence[str]
) -> None:
    """Subscribe to exactly these feeds (names or ids; `all`, `none`). Raises Refused for one that there is not."""
    available = await feed_subscriptions.available(session, community.id)
    by_name = {feed.name.casefold(): feed for feed in available} | {str(feed.id): feed for feed in available}
    wanted: dict[int, tables.Feed] = {}
    for name in (each.strip().casefold() for each in names):
        if name == "all":
            wanted |= {feed.id: feed for feed in available}
        elif name in by_name:
            wanted[by_name[name].id] = by_name[name]
        elif name and name != "none":
            raise Refused("refused-feed", options=", ".join(feed.name for feed in available) or "-")
    current = (
        await session.scalars(
            select(tables.Subscription).where(tables.Subscription.community_id == community.id)
        )
    ).all()
    for subscription in current:
        if subscription.feed_id in wanted:
            del wanted[subscription.feed_id]
        else:
            await session.delete(subscription)
            await session.flush()
            await feed_subscriptions.settle(session, subscription.feed_id)
    for feed_id in wanted:
        session.add(
            tables.Subscription(
                community_id=community.id, feed_id=feed_id, keywords=[], created_at=house.clock()
            )
        )


async def _panel(house: House, community: tables.Community, t: Texts, missing: Sequence[str] | None) -> Card:
    async with house.database.read() as session:
        available = (await feed_subscriptions.available(session, community.id))[:25]
        chosen = set(
            (
                await session.scalars(
                    select(tables.Subscription.feed_id).where(
                        tables.Subscription.community_id == community.id
                    )
                )
            ).all()
        )
    none = t("setup-none")
    only = t("setup-only-administrators")
    channel = mention(community.alert_channel, "channel") if community.alert_channel else none
    escalation = mention(community.escalation_role, "role") if community.escalation_role else none
    lines = [
        Line(t("setup-channel"), channel, short=True),
        Line(t("setup-moderators"), _roles(community.moderator_roles) or only, short=True),
        Line(t("setup-escalation"), escalation, short=True),
        Line(t("setup-child-safety"), _roles(community.child_safety_roles) or only, short=True),
        Line(t("setup-severity"), t(f"severity-{Severity(community.min_severity)}"), short=True),
        Line(t("setup-language"), LANGUAGES.get(community.language, community.language), short=True),
        Line(
            t("setup-feeds"), ", ".join(shown_name(feed) for feed in available if feed.id in chosen) or none
        ),
    ]
    if missing is None:
        body = t("setup-unknown")
    elif missing:
        body = t("setup-missing") + "\n" + "\n".join(f"• {t(f'missing-{code}')}" for code in missing)
    else:
        body = t("setup-ready")
    menus = [
        Menu("setup.channel", t("setup-channel-prompt"), "channels"),
        Menu(
            "setup.moderators",
            t("setup-moderators-prompt"),
            "roles",
            tuple(Option(each, each, chosen=True) for each in community.moderator_roles),
            least=0,
            most=10,
        ),
        Menu(
            "setup.escalation",
            t("setup-escalation-prompt"),
            "roles",
            tuple(Option(each, each, chosen=True) for each in [community.escalation_role] if each),
            least=0,
            most=1,
        ),
    ]
    if available:
        options = tuple(
            Option(quote(feed.name, 98), str(feed.id), chosen=feed.id in chosen) for feed in available
        )
        menus.append(
            Menu("setup.feeds", t("setup-feeds-prompt"), options=options, least=0, most=len(options))
        )
    buttons = (Button(t("button-test"), "setup.test", Look.MAIN),)
    return Card(title=t("setup-title"), body=body, lines=tuple(lines), menus=tuple(menus), buttons=buttons)


def _roles(ids: Sequence[str]) -> str:
    return ", ".join(mention(role, "role") for role in ids)
