"""Calls from outside that bring posts: webhooks of senders, and WebSub hubs. Called by `bot.webhooks`.

A call is answered only after its items are in the database; a repeated call brings nothing. What is refused says so with
a status and no more: whoever calls is not trusted.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta

import structlog
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession

from feeds import FeedError, FeedState, Poll, WebhookRejected, webhooks, websub
from feeds.webhooks import WebhookSettings
from handlers import feed_health, feed_news
from handlers.feed_kinds import WEBHOOK, pushed_key
from handlers.feed_sources import find, settings_of
from handlers.house import House
from storage import schema as tables

log = structlog.get_logger(__name__)
_ASK_AGAIN = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Answer:
    """What the caller is told."""

    status: int
    text: str = ""
    outcome: str = ""
    """A word for metrics and logs."""


async def webhook(house: House, name: str, headers: Mapping[str, str], body: bytes) -> Answer:
    """One call of a sender."""
    settings = house.configured_feeds.get((WEBHOOK, pushed_key(WEBHOOK, name)))
    if not isinstance(settings, WebhookSettings):
        return Answer(404, "There is no such webhook.\n", "unknown")
    try:
        call = webhooks.verify(settings, headers, body)
    except WebhookRejected as error:
        log.warning("webhook call refused", status=error.status)
        return Answer(error.status, f"{error.message}\n", "refused")
    try:
        items, deleted = webhooks.items(settings, body)
    except FeedError as error:
        log.warning("webhook call cannot be read", error=str(error.kind))
        return Answer(400, f"{error.message}\n", "malformed")
    async with house.database.write() as session:
        feed = await find(session, WEBHOOK, pushed_key(WEBHOOK, name))
        if feed is None or feed.state == "removed":
            return Answer(404, "There is no such webhook.\n", "unknown")
        if feed.state == "held":
            return Answer(503, "Paused by the operator.\n", "held")
        if not await _first_time(house, session, feed, call):
            return Answer(200, "Known already.\n", "repeated")
        news = await feed_news.store(house, session, feed, items, deleted)
        last_ok, feed.last_ok_at = feed.last_ok_at, house.clock()
        feed.state = "active"
        notices = await feed_health.tell(house, session, feed, since=last_ok)
    await _after(house, news, notices)
    log.info("webhook call taken", feed=feed.id, items=len(items), new=len(news.taken.new))
    return Answer(200, "Taken.\n", "taken")


async def _after(house: House, news: feed_news.News, notices: list[int]) -> None:
    await feed_news.follow_up(house, news)
    for alert_id in notices:
        await house.queue.deliver(alert_id)


async def _first_time(house: House, session: AsyncSession, feed: tables.Feed, call: str) -> bool:
    seen = tables.WebhookCall(
        feed_id=feed.id, call_hash=house.vault.dedupe_hash(f"call:{feed.id}", call), at=house.clock()
    )
    try:
        async with session.begin_nested():
            session.add(seen)
    except IntegrityError:
        return False
    return True


# WebSub


async def tend_hubs(house: House) -> int:
    """Ask the hubs that feeds name to call us, and ask again before they forget; -> how many were asked.

    Called by the schedule. Nothing happens without `http.public_url`: a hub could not reach us.
    """
    if not house.public_url:
        return 0
    now, asked = house.clock(), 0
    async with house.database.read() as session:
        query = (
            select(tables.Feed, tables.HubSubscription)
            .outerjoin(tables.HubSubscription, tables.HubSubscription.feed_id == tables.Feed.id)
            .where(tables.Feed.kind == "rss", tables.Feed.state == "active", tables.Feed.errors == 0)
        )
        feeds = (await session.execute(query)).all()
    for feed, subscription in feeds:
        try:
            where = _hub(house, feed)
            if where is None or (
                subscription is not None
                and subscription.renew_at > now
                and (subscription.hub, subscription.topic) == (where.hub, where.topic)
            ):
                continue
            row, secret = await _remember(house, feed.id, where)
            callback = f"{house.public_url.rstrip('/')}/websub/{row.token}"
            await websub.subscribe(house.fetch, where, callback, secret)
            asked += 1
        except FeedError as error:  # polling goes on all the same
            log.warning("a hub did not take the subscription", feed=feed.id, error=str(error.kind))
    return asked


def _hub(house: House, feed: tables.Feed) -> websub.Hub | None:
    state = FeedState.from_json(feed.progress)
    if state is None:
        return None
    url = str(getattr(settings_of(house, feed), "url", ""))
    where = websub.discover(state, url)
    return where if where is not None and max(len(where.hub), len(where.topic)) <= 2000 else None


async def _remember(house: House, feed_id: int, where: websub.Hub) -> tuple[tables.HubSubscription, str]:
    """The subscription that is about to be asked for; it is asked for again in a day unless the hub confirms it."""
    async with house.database.write() as session:
        row = await session.get(tables.HubSubscription, feed_id, with_for_update=True)
        secret = websub.new_secret()
        if row is None:
            row = tables.HubSubscription(feed_id=feed_id, token=websub.new_secret(), state="asked")
            session.add(row)
        row.hub, row.topic, row.renew_at = where.hub, where.topic, house.clock() + _ASK_AGAIN
        row.sealed_secret = house.vault.seal_note(secret, "websub")
        row.state = "asked"
    return row, secret


async def hub_asks(house: House, token: str, query: Mapping[str, str]) -> Answer:
    """A hub asks whether we meant the subscription."""
    async with house.database.write() as session:
        row = await _by_token(session, token)
        if row is None:
            return Answer(404, "", "unknown")
        try:
            agreed = websub.confirmed(query, row.topic, house.clock())
        except WebhookRejected as error:
            return Answer(error.status, "", "refused")
        row.state = "confirmed"
        if agreed.renew_at is not None:
            row.renew_at = agreed.renew_at
    return Answer(200, agreed.challenge, "confirmed")


async def hub_brings(house: House, token: str, headers: Mapping[str, str], body: bytes) -> Answer:
    """A hub brings what is new in a feed."""
    async with house.database.read() as session:
        row = await _by_token(session, token)
    if row is None:
        return Answer(404, "", "unknown")
    secret = house.vault.open_note(row.sealed_secret, "websub")
    try:
        parsed = await websub.content(secret, headers, body, row.topic, house.fetch)
    except FeedError:
        return Answer(400, "", "malformed")
    if parsed is None:
        return Answer(202, "", "refused")
    answer = Poll(parsed.items, FeedState(), deleted=tuple(parsed.extra.get("deleted", ())))
    async with house.database.write() as session:
        feed = await session.get_one(tables.Feed, row.feed_id, with_for_update=True)
        if feed.state not in ("active", "paused") or feed.progress is None:
            return Answer(503, "", "held")
        news = await feed_news.store(house, session, feed, answer.items, answer.deleted)
    await _after(house, news, [])
    return Answer(200, "", "taken")


async def _by_token(session: AsyncSession, token: str) -> tables.HubSubscription | None:
    query = select(tables.HubSubscription).where(tables.HubSubscription.token == token)
    return (await session.scalars(query)).one_or_none()
