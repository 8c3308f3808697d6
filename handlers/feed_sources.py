"""Which feeds there are and with which settings they are asked: those of the configuration, and those that communities
added. Called by `bot.composition` at start, by polling, streams and the commands.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any
from urllib.parse import urlsplit

import structlog
from pydantic import SecretStr
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from feeds import FeedError, FeedSettings, FeedState
from feeds import schedule as rules
from feeds.registry import settings as checked_settings
from handlers.feed_kinds import MOVABLE, Configured
from handlers.house import House
from handlers.trouble import tell_subscribers_of_feed
from storage import schema as tables

log = structlog.get_logger(__name__)


def public_settings(settings: FeedSettings) -> dict[str, Any]:
    """The settings without secrets, as the database keeps them."""
    secret = {name for name, value in settings if _is_secret(value)}
    return settings.model_dump(mode="json", exclude=secret, exclude_defaults=True)


def _is_secret(value: object) -> bool:
    if isinstance(value, Mapping):
        return any(map(_is_secret, value.values()))
    if isinstance(value, tuple | list):
        return any(map(_is_secret, value))
    return isinstance(value, SecretStr)


async def register(house: House, feeds: list[Configured]) -> None:
    """Make the database's feeds of origin `config` those of the configuration.

    A feed is the same by its settings, or by its name if they changed (a new key is no new feed). What is gone from the
    configuration is no longer polled, and those who subscribed to it are told.
    """
    wanted = {(feed.kind, feed.key): feed for feed in feeds}
    async with house.database.write() as session:
        await house.database.keep_writers_out(session, "feeds")  # processes may start at once
        rows = {(row.kind, row.key): row for row in (await session.scalars(select(tables.Feed))).all()}
        orphans = {
            (row.kind, row.name): row
            for identity, row in rows.items()
            if row.origin == "config" and identity not in wanted
        }
        for identity, feed in wanted.items():
            row = rows.get(identity) or orphans.pop((feed.kind, feed.name), None)
            if row is None:
                session.add(new_row(feed, house.clock(), "config"))
            else:
                _refresh(row, feed, house.clock())
        for row in orphans.values():
            if row.state != "removed":
                row.state = "removed"
                row.episode += 1
                await tell_subscribers_of_feed(house, session, row, "feed-removed")


def _refresh(row: tables.Feed, feed: Configured, now: datetime) -> None:
    """A feed that the configuration (still, or again) names."""
    row.name, row.origin = feed.name, "config"
    if row.key != feed.key:
        if row.settings.get("url") != public_settings(feed.settings).get("url"):
            row.progress, row.moved_to = (
                None,
                None,
            )  # another address: what it had at first is a baseline again
        row.key, row.next_poll_at = feed.key, now
        if row.state in ("paused", "disabled"):
            row.state = "active"
    row.settings = public_settings(feed.settings)
    if row.state in ("removed", "idle"):
        row.state, row.next_poll_at = "active", now


def new_row(feed: Configured, now: datetime, origin: str) -> tables.Feed:
    """A row for a feed that is new; due now."""
    return tables.Feed(
        kind=feed.kind,
        key=feed.key,
        name=feed.name,
        origin=origin,
        settings=public_settings(feed.settings),
        state="active",
        interval_seconds=int(rules.START),
        next_poll_at=now,
        errors=0,
        episode=0,
        created_at=now,
    )


async def find(session: AsyncSession, kind: str, key: str) -> tables.Feed | None:
    """The row of a feed, if there is one."""
    query = select(tables.Feed).where(tables.Feed.kind == kind, tables.Feed.key == key)
    return (await session.scalars(query)).one_or_none()


def settings_of(house: House, feed: tables.Feed) -> FeedSettings:
    """With what a feed is asked: the configuration's settings with their secrets, or those of the row; at the address
    to which it has moved. Raises SettingsError.
    """
    settings = house.configured_feeds.get((feed.kind, feed.key))
    if settings is None:
        settings = checked_settings(feed.kind, feed.settings)
    if feed.moved_to is not None and feed.kind in MOVABLE:
        return settings.model_copy(update={"url": feed.moved_to})
    return settings


def adopt(house: House, row: tables.Feed, state: FeedState) -> FeedState:
    """The state to store; the row moves to an address that three polls in a row announced as permanent.

    It must be one that may be contacted, and never another site if the feed has secrets.
    """
    moved = rules.adopted_redirect(state)
    if moved is None or row.kind not in MOVABLE:
        return state
    current = settings_of(house, row)
    try:
        house.fetch.check(moved)
        checked_settings(row.kind, {**row.settings, "url": moved})
    except FeedError:
        return state
    before = str(getattr(current, "url", ""))
    secret = any(_is_secret(value) for _, value in current)
    if len(moved) > 2000 or (secret and urlsplit(before)[:2] != urlsplit(moved)[:2]):
        return state
    row.moved_to = moved
    log.info("feed moved for good", feed=row.id, kind=row.kind)
    return replace(state, permanent_url=None, permanent_seen=0)
