"""`/feed`: what a community watches. Called by `handlers.front`, which has checked the role.

Adding shows first what the feed would deliver, as it would be screened; nothing is stored until the moderator agrees.
"""

from __future__ import annotations

import re
import secrets
from datetime import datetime, timedelta

from babel.dates import format_timedelta

from feeds import FeedError, SettingsError
from feeds.filters import Filters
from feeds.registry import adapters
from feeds.silence import Health
from handlers import channels, feed_health, feed_preview, feed_subscriptions
from handlers.actors import Actor
from handlers.cards import Button, Card, Line, Look, Option, Reply, Style, defang, mention, quote
from handlers.communities import SEVERITIES
from handlers.errors import Refused
from handlers.feed_health import Overview
from handlers.feed_kinds import (
    CHANNEL_KINDS,
    CHANNELS,
    PUSHED,
    ChannelSettings,
    Configured,
    Draft,
    Wish,
    shown_name,
)
from handlers.feed_sources import settings_of
from handlers.house import House
from handlers.polling import resume as make_active
from handlers.texts import Texts, texts
from intent import Severity
from storage import schema as tables

DRAFT_FOR = timedelta(minutes=30)
_MOST_DRAFTS = 200
_MOST_LINES = 24
_KEYWORD = re.compile(r"\s*(/(?:[^/\\]|\\.)+/|[^,]+)\s*(?:,|$)")


async def add(
    house: House,
    actor: Actor,
    community: tables.Community,
    *,
    address: str,
    kind: str = "",
    name: str = "",
    severity: str = "",
    keywords: str = "",
    channel: str = "",
) -> Reply:
    """Show what a feed would deliver, with a button to follow it. Stores nothing. Raises Refused."""
    wish = wish_of(severity, keywords)
    async with house.database.read() as session:
        if await feed_subscriptions.count(session, community.id) >= house.limits.feeds:
            raise Refused("refused-too-many-feeds", count=house.limits.feeds)
    if channel or kind in CHANNELS:
        return await _channel(house, actor, community, channel, name, wish)
    t = texts(actor.language)
    found = await _found(house, address, kind, name)
    card = await _preview(house, t, found, wish)
    token = _keep(house, Draft(community.id, found.feed, wish, house.clock()))
    buttons = (Button(t("button-feed-add"), f"feed.added:{token}", Look.MAIN),)
    return Reply(
        Card(card.title, card.body, lines=card.lines, buttons=buttons, footer=t("feed-preview-footer"))
    )


async def try_address(house: House, actor: Actor, *, address: str, kind: str = "") -> Reply:
    """What a feed would deliver. Raises Refused."""
    found = await _found(house, address, kind, "")
    return Reply(await _preview(house, texts(actor.language), found, Wish()))


async def added(house: House, actor: Actor, community: tables.Community, token: str) -> Reply:
    """The moderator agrees: follow the feed that the draft describes. Raises Refused."""
    draft = house.drafts.get(token)
    now = house.clock()
    if draft is None or draft.community_id != community.id or now - draft.at > DRAFT_FOR:
        raise Refused("refused-feed-draft")
    async with house.database.write() as session:
        feed = await feed_subscriptions.subscribe(house, session, community, draft.feed, draft.wish)
    house.drafts.pop(token, None)
    t = texts(actor.language)
    key = "done-channel-added" if feed.kind in CHANNELS else "done-feed-added"
    return Reply(Card(body=t(key, feed=shown_name(feed), number=feed.id)), update=True)


async def show(house: House, actor: Actor, community: tables.Community) -> Reply:
    """Every feed that the community follows: how it is, what it brought, what to do."""
    t = texts(actor.language)
    async with house.database.read() as session:
        followed = await feed_subscriptions.of_community(session, community.id)
    seen = {
        each.feed.id: each for each in await feed_health.overviews(house, [feed.id for _, feed in followed])
    }
    pairs = [(subscription, seen[feed.id]) for subscription, feed in followed if feed.id in seen]
    lines = [
        Line(f"#{each.feed.id} {shown_name(each.feed)}"[:200], _state(house, t, subscription, each))
        for subscription, each in pairs[:_MOST_LINES]
    ]
    if len(pairs) > _MOST_LINES:
        lines.append(Line("…", t("feed-list-more", count=len(pairs) - _MOST_LINES)))
    body = t("feed-list-body", count=len(pairs)) if pairs else t("feed-list-empty")
    return Reply(Card(title=t("feed-list-title"), body=body, lines=tuple(lines)))


async def set_state(house: House, actor: Actor, community: tables.Community, text: str, state: str) -> Reply:
    """Pause or resume a feed for this community. Raises Refused."""
    async with house.database.write() as session:
        subscription, feed = await feed_subscriptions.named(session, community.id, text)
        if state == "active" and feed.state == "held":
            raise Refused("refused-feed-held", feed=shown_name(feed))
        subscription.state = state
        if state == "active" and feed.state in ("idle", "paused", "disabled"):
            make_active(feed, house.clock())
        elif state == "paused":
            await feed_subscriptions.settle(session, feed.id)
    key = "done-feed-resumed" if state == "active" else "done-feed-paused"
    return Reply(Card(body=texts(actor.language)(key, feed=shown_name(feed))))


async def remove(house: House, actor: Actor, community: tables.Community, text: str) -> Reply:
    """The community no longer follows a feed; its cases stay. Raises Refused."""
    async with house.database.write() as session:
        subscription, feed = await feed_subscriptions.named(session, community.id, text)
        await session.delete(subscription)
        await session.flush()
        await feed_subscriptions.settle(session, feed.id)
    return Reply(Card(body=texts(actor.language)("done-feed-removed", feed=shown_name(feed))))


async def suggestions(
    house: House, community: tables.Community | None, option: str, text: str
) -> list[Option]:
    """For an option that is being typed: the community's feeds, or the kinds of feed that moderators can add."""
    wanted = text.casefold()
    if option == "kind":
        kinds = [kind for kind, each in adapters().items() if not each.Settings.off_by_default]
        return [Option(kind, kind) for kind in kinds if wanted in kind][:25]
    if option != "feed" or community is None:
        return []
    async with house.database.read() as session:
        followed = await feed_subscriptions.of_community(session, community.id)
    return [
        Option(quote(f"#{feed.id} {feed.name}", 98), str(feed.id))
        for _, feed in followed
        if wanted in f"#{feed.id} {feed.name}".casefold()
    ][:25]


def wish_of(severity: str, keywords: str) -> Wish:
    """A community's wish as somebody typed it. Raises Refused for an unknown severity or a filter that is no filter."""
    if severity and severity not in SEVERITIES:
        raise Refused("refused-severity", options=", ".join(SEVERITIES))
    entries = tuple(found.group(1).strip() for found in _KEYWORD.finditer(keywords) if found.group(1).strip())
    try:
        Filters.parse(entries)
    except SettingsError as error:
        raise Refused("refused-filter", problem=str(error)) from None
    return Wish(int(Severity.parse(severity)) if severity else None, entries)


async def _channel(
    house: House, actor: Actor, community: tables.Community, channel: str, name: str, wish: Wish
) -> Reply:
    if community.platform not in house.watched_platforms or community.platform not in CHANNEL_KINDS:
        raise Refused("refused-channels-off")
    if not channel and community.platform == "telegram":
        channel = community.native_id  # the chat itself
    if not channel:
        raise Refused("refused-channel")
    if await channels.cannot_see(house, community, channel):
        raise Refused("refused-channel-closed", channel=mention(channel, "channel"))
    t = texts(actor.language)
    feed = Configured(
        CHANNEL_KINDS[community.platform], name or f"channel {channel}", ChannelSettings(name=channel)
    )
    token = _keep(house, Draft(community.id, feed, wish, house.clock()))
    body = t("feed-channel-body", channel=mention(channel, "channel"))
    buttons = (Button(t("button-feed-add"), f"feed.added:{token}", Look.MAIN),)
    return Reply(Card(title=t("feed-channel-title"), body=body, lines=_wish_lines(t, wish), buttons=buttons))


async def _found(house: House, address: str, kind: str, name: str) -> feed_preview.Found:
    if not address.strip():
        raise Refused("refused-feed-address")
    try:
        if kind and kind not in PUSHED and adapters().get(kind) and adapters()[kind].Settings.off_by_default:
            raise Refused("refused-feed-operator", kind=kind)
        found = await feed_preview.find(address, kind, house.fetch, name=quote(name, 80))
    except feed_preview.OperatorsOnly as error:
        raise Refused("refused-feed-operator", kind=str(error.kind_of_feed)) from None
    except FeedError as error:
        raise Refused("refused-feed-failed", problem=str(error)) from None
    if found.operators:
        raise Refused("refused-feed-operator", kind=found.feed.kind)
    return found


async def _preview(house: House, t: Texts, found: feed_preview.Found, wish: Wish) -> Card:
    try:
        title, tried = await feed_preview.try_out(found, house.fetch, house.classifier, house.policy)
    except FeedError as error:
        raise Refused("refused-feed-failed", problem=str(error)) from None
    lines = [_item_line(t, each) for each in tried]
    lines += _wish_lines(t, wish)
    others = [other.title or str(other.values.get("url", other.kind)) for other in found.others[:5]]
    if others:
        lines.append(Line(t("feed-preview-others"), "\n".join(quote(defang(other), 120) for other in others)))
    body = t("feed-preview-body", count=len(tried), kind=found.feed.kind)
    shown = quote(title or found.feed.name, 120)
    return Card(
        title=defang(shown) if "://" in shown else shown,
        body=body,
        lines=tuple(lines),
    )


def _item_line(t: Texts, tried: feed_preview.Tried) -> Line:
    item, verdict = tried.item, tried.verdict
    labels = ", ".join(verdict.labels)
    head = t(f"severity-{verdict.severity}") + (f" · {labels}" if labels else "")
    if "minor" in verdict.labels:
        return Line(head, t("card-minor"))
    return Line(head, quote(item.title or item.body or "-", 160).replace("\n", " "), Style.SPOILER)


def _wish_lines(t: Texts, wish: Wish) -> tuple[Line, ...]:
    lines = []
    if wish.min_severity is not None:
        lines.append(Line(t("feed-severity"), t(f"severity-{Severity(wish.min_severity)}"), short=True))
    if wish.keywords:
        lines.append(Line(t("feed-keywords"), quote(", ".join(wish.keywords), 400), short=True))
    return tuple(lines)


def _keep(house: House, draft: Draft) -> str:
    for token in [token for token, each in house.drafts.items() if draft.at - each.at > DRAFT_FOR]:
        del house.drafts[token]
    while len(house.drafts) >= _MOST_DRAFTS:
        del house.drafts[next(iter(house.drafts))]
    token = secrets.token_hex(8)
    house.drafts[token] = draft
    return token


def _state(house: House, t: Texts, subscription: tables.Subscription, seen: Overview) -> str:
    feed, now = seen.feed, house.clock()

    def ago(moment: datetime) -> str:
        return str(format_timedelta(moment - now, add_direction=True, locale=t.language))

    paused = subscription.state == "paused"
    parts = [t("feed-state-paused-here") if paused else t(f"feed-state-{_word(feed, seen.health)}")]
    if feed.kind not in PUSHED:
        parts.append(t("feed-last-ok", time=ago(feed.last_ok_at)) if feed.last_ok_at else t("feed-never-ok"))
        if feed.state in ("active", "paused") and feed.kind not in house.streamed:
            parts.append(t("feed-next", time=ago(max(feed.next_poll_at, now))))
    parts.append(t("feed-week", items=seen.items, findings=seen.findings))
    lines = [" · ".join(parts)]
    if feed.last_error:
        lines.append(f"⚠ {feed.last_error.get('message', '')} {feed.last_error.get('remedy', '')}".strip())
    if feed.moved_to:
        lines.append(t("feed-moved", address=quote(defang(settings_of(house, feed).address()), 200)))
    lines += [f"{line.name}: {line.value}" for line in _wish_lines(t, _wish(subscription))]
    return "\n".join(lines)


def _wish(subscription: tables.Subscription) -> Wish:
    return Wish(subscription.min_severity, tuple(subscription.keywords))


def _word(feed: tables.Feed, health: Health) -> str:
    return feed.state if feed.state in ("held", "idle", "disabled", "paused") else str(health)
