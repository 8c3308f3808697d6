"""A world that polls real adapters over loopback, and short ways to feeds that communities add."""

from __future__ import annotations

from typing import Any

from sqlalchemy import update

from feeds import adapters, settings
from feeds.webhooks import WebhookSettings
from handlers import front, polling, work
from handlers.cards import Reply
from handlers.feed_kinds import WEBHOOK, Configured
from storage import schema as tables
from tests.handlers.harness import MODERATOR, World


def real(world: World) -> World:
    """The world with the adapters that the product has."""
    world.house.adapters = adapters()
    return world


async def configure(world: World, name: str, kind: str, **values: Any) -> int:
    """A feed of the configuration; -> its number."""
    return await register(world, Configured(kind, name, settings(kind, values)))


async def webhook(world: World, name: str, **values: Any) -> int:
    """A webhook of the configuration; -> its number."""
    return await register(world, Configured(WEBHOOK, f"webhook {name}", WebhookSettings(name=name, **values)))


async def register(world: World, feed: Configured) -> int:
    world.feeds[feed.name] = feed
    world.house.configured_feeds = {(each.kind, each.key): each.settings for each in world.feeds.values()}
    await polling.register(world.house, list(world.feeds.values()))
    return next(row.id for row in await world.rows(tables.Feed) if row.name == feed.name)


async def poll(world: World, **later: float) -> None:
    """Time passes, every feed is due, and those that may be are polled."""
    world.clock.advance(**(later or {"minutes": 30}))
    async with world.house.database.write() as session:
        await session.execute(update(tables.Feed).values(next_poll_at=world.clock()))
    await work.poll_due(world.house)
    await work.sweep(world.house)


async def follow(world: World, address: str, **values: Any) -> Reply:
    """A moderator adds a feed and agrees to what is shown; -> what was shown."""
    shown = await front.command(world.house, MODERATOR, "feed add", {"address": address, **values})
    assert shown.card is not None
    assert shown.card.buttons, shown.card.body
    await world.press(MODERATOR, shown.card.buttons[0].action)
    return shown
