"""`/feed` as Discord is told of it. Each command only collects its options; `handlers.front` does the rest."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

import discord
from discord import app_commands

from handlers import front

if TYPE_CHECKING:
    from bot.platforms.discord.client import Client

Interaction = discord.Interaction[Any]
Severity = Literal["low", "medium", "high", "critical"]


def feed_group(client: Client) -> app_commands.Group:
    """The group, for the command tree."""
    group = app_commands.Group(
        name="feed",
        description="For moderators: the places that are watched",
        allowed_installs=app_commands.AppInstallationType(guild=True, user=False),
        allowed_contexts=app_commands.AppCommandContext(guild=True, dm_channel=False, private_channel=False),
    )

    async def suggest(interaction: Interaction, option: str, current: str) -> list[app_commands.Choice[str]]:
        from bot.platforms.discord.client import actor_of

        options = await front.complete(client.house, actor_of(interaction), "feed list", option, current)
        return [app_commands.Choice(name=each.label[:100], value=each.value) for each in options]

    async def kinds(interaction: Interaction, current: str) -> list[app_commands.Choice[str]]:
        return await suggest(interaction, "kind", current)

    async def feeds(interaction: Interaction, current: str) -> list[app_commands.Choice[str]]:
        return await suggest(interaction, "feed", current)

    @group.command(name="add", description="Follow a feed; first you see what it would deliver")
    @app_commands.describe(
        address="Address of a feed, or of a page that has one",
        channel="Or a channel of this server, to watch its messages",
        kind="Kind of feed; left out: found out from the address",
        name="What to call it",
        severity="Cards from this severity on; left out: as in /setup",
        keywords="Only posts with one of these: words, or /patterns/, separated by commas",
    )
    @app_commands.autocomplete(kind=kinds)
    async def add(
        interaction: Interaction,
        address: app_commands.Range[str, 1, 1000] | None = None,
        channel: discord.TextChannel | discord.ForumChannel | discord.Thread | None = None,
        kind: app_commands.Range[str, 1, 40] | None = None,
        name: app_commands.Range[str, 1, 80] | None = None,
        severity: Severity | None = None,
        keywords: app_commands.Range[str, 1, 1000] | None = None,
    ) -> None:
        values = {
            "address": address,
            "channel": str(channel.id) if channel else None,
            "kind": kind,
            "name": name or (f"#{channel.name}" if channel else None),
            "severity": severity,
            "keywords": keywords,
        }
        await client.commanded(interaction, "feed add", values)

    @group.command(name="test", description="See what a feed would deliver; nothing is stored")
    @app_commands.describe(address="Address of a feed, or of a page that has one", kind="Kind of feed")
    @app_commands.autocomplete(kind=kinds)
    async def test(
        interaction: Interaction,
        address: app_commands.Range[str, 1, 1000],
        kind: app_commands.Range[str, 1, 40] | None = None,
    ) -> None:
        await client.commanded(interaction, "feed test", {"address": address, "kind": kind})

    @group.command(name="list", description="How each feed is, and what it brought in the last week")
    async def list_(interaction: Interaction) -> None:
        await client.commanded(interaction, "feed list", {})

    def about_a_feed(name: str, description: str) -> None:
        @group.command(name=name, description=description)
        @app_commands.describe(feed="Its number or name")
        @app_commands.autocomplete(feed=feeds)
        async def command(interaction: Interaction, feed: app_commands.Range[str, 1, 200]) -> None:
            await client.commanded(interaction, f"feed {name}", {"feed": feed})

    about_a_feed("pause", "No cards from a feed for a while")
    about_a_feed("resume", "Cards from a feed again")
    about_a_feed("remove", "No longer follow a feed")
    return group
