"""The slash commands and the message command, as Discord is told of them. Each only collects its options.

What a command does, and who may use it, is in `handlers.front`; the permissions here are hints for Discord's menu.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, Literal

import discord
from discord import app_commands

from bot.platforms.discord.feed_commands import feed_group
from bot.platforms.discord.watching import item_of
from feeds import Link
from handlers import front
from handlers.cards import Upload
from handlers.texts import LANGUAGES

if TYPE_CHECKING:
    from bot.platforms.discord.client import Client

Interaction = discord.Interaction[Any]
_EVERYWHERE: dict[str, Any] = {
    "allowed_installs": app_commands.AppInstallationType(guild=True, user=True),
    "allowed_contexts": app_commands.AppCommandContext(guild=True, dm_channel=True, private_channel=True),
}
_SERVERS: dict[str, Any] = {
    "allowed_installs": app_commands.AppInstallationType(guild=True, user=False),
    "allowed_contexts": app_commands.AppCommandContext(guild=True, dm_channel=False, private_channel=False),
}
Standing = Literal["self", "guardian", "representative"]
SeverityChoice = Literal["low", "medium", "high", "critical"]


def declare(tree: app_commands.CommandTree[Any], client: Client) -> None:
    """Put all commands on the tree."""
    _reports(tree, client)
    tree.add_command(_watch(client))
    tree.add_command(_case(client))
    tree.add_command(feed_group(client))
    _setup(tree, client)


def _reports(tree: app_commands.CommandTree[Any], client: Client) -> None:
    @app_commands.describe(
        link="Link to the post",
        text="What the post says",
        reason="Anything the moderators should know",
        attachment="Only its name and link are kept; it is not opened",
        status="How your reports stand: a reference such as H-7K3F, or “all”",
    )
    async def report(
        interaction: Interaction,
        link: app_commands.Range[str, 1, 1000] | None = None,
        text: app_commands.Range[str, 1, 4000] | None = None,
        reason: app_commands.Range[str, 1, 500] | None = None,
        attachment: discord.Attachment | None = None,
        status: app_commands.Range[str, 1, 20] | None = None,
    ) -> None:
        upload = Upload(attachment.filename, attachment.url) if attachment is not None else None
        values = {"link": link, "text": text, "reason": reason, "attachment": upload, "status": status}
        await client.commanded(interaction, "report", values)

    async def help_(interaction: Interaction) -> None:
        await client.commanded(interaction, "help", {})

    async def report_message(interaction: Interaction, message: discord.Message) -> None:
        item = item_of(message)
        attached = tuple(Link(each.filename, each.url) for each in message.attachments)
        item = replace(item, links=(*item.links, *attached))
        await client.commanded(interaction, "report", {}, item=item)

    tree.add_command(
        app_commands.Command(
            name="report",
            description="Report a post that asks for somebody's likeness",
            callback=report,
            **_EVERYWHERE,
        )
    )
    tree.add_command(
        app_commands.Command(
            name="help", description="What Headsup can do for you", callback=help_, **_EVERYWHERE
        )
    )
    tree.add_command(
        app_commands.ContextMenu(name="Report likeness request", callback=report_message, **_EVERYWHERE)
    )


def _watch(client: Client) -> app_commands.Group:
    group = app_commands.Group(name="watch", description="Your own watchlist; only you see it", **_EVERYWHERE)

    @group.command(name="add", description="Be told when something may ask for a likeness")
    @app_commands.describe(standing="Whom you watch for")
    async def add(interaction: Interaction, standing: Standing = "self") -> None:
        await client.commanded(interaction, "watch add", {"standing": standing})

    async def persons(interaction: Interaction, current: str) -> list[app_commands.Choice[str]]:
        from bot.platforms.discord.client import actor_of

        options = await front.complete(client.house, actor_of(interaction), "watch edit", "person", current)
        return [app_commands.Choice(name=option.label[:100], value=option.value) for option in options]

    def about_a_person(name: str, description: str) -> None:
        @group.command(name=name, description=description)
        @app_commands.describe(person="Which person, if you watch for several")
        @app_commands.autocomplete(person=persons)
        async def command(
            interaction: Interaction, person: app_commands.Range[str, 1, 100] | None = None
        ) -> None:
            await client.commanded(interaction, f"watch {name}", {"person": person})

    about_a_person("edit", "Change names, handles, links and words")
    about_a_person("pause", "Stop watching for a person for a while")
    about_a_person("resume", "Watch for a person again")
    about_a_person("remove", "Take a person off your watchlist")

    @group.command(name="prove", description="Show that you are, or speak for, the person")
    @app_commands.describe(person="Which person, if you watch for several", method="How")
    @app_commands.autocomplete(person=persons)
    @app_commands.choices(
        method=[
            app_commands.Choice(name="a code in a profile", value="bio"),
            app_commands.Choice(name="moderators of this server vouch", value="vouch"),
        ]
    )
    async def prove(
        interaction: Interaction, method: str = "bio", person: app_commands.Range[str, 1, 100] | None = None
    ) -> None:
        await client.commanded(interaction, "watch prove", {"method": method, "person": person})

    def plain(name: str, description: str) -> None:
        @group.command(name=name, description=description)
        async def command(interaction: Interaction) -> None:
            await client.commanded(interaction, f"watch {name}", {})

    @group.command(name="link", description="Use the same watchlist from Telegram as well")
    @app_commands.describe(code="The code that the other account was given; none to be given one")
    async def link(interaction: Interaction, code: app_commands.Range[str, 1, 20] | None = None) -> None:
        await client.commanded(interaction, "watch link", {"code": code})

    plain("list", "See your watchlist")
    plain("preferences", "How and when you are told")
    plain("export", "Everything that is kept of you, as a file")
    plain("forget-me", "Delete everything that is kept of you")
    plain("stop", "Stop everything at once")
    return group


def _case(client: Client) -> app_commands.Group:
    group = app_commands.Group(name="case", description="For moderators: the queue", **_SERVERS)

    @group.command(name="list", description="What is waiting")
    @app_commands.describe(state="Which cases")
    async def list_(
        interaction: Interaction,
        state: Literal["open", "claimed", "confirmed", "dismissed", "decided"] = "open",
    ) -> None:
        await client.commanded(interaction, "case list", {"state": state})

    @group.command(name="show", description="One case, whole: why, history, reporters")
    @app_commands.describe(reference="Such as H-7K3F")
    async def show(interaction: Interaction, reference: app_commands.Range[str, 1, 20]) -> None:
        await client.commanded(interaction, "case show", {"reference": reference})

    @group.command(name="note", description="Write something beside a case")
    @app_commands.describe(reference="Such as H-7K3F", text="For the other moderators")
    async def note(
        interaction: Interaction,
        reference: app_commands.Range[str, 1, 20],
        text: app_commands.Range[str, 1, 1000],
    ) -> None:
        await client.commanded(interaction, "case note", {"reference": reference, "text": text})

    return group


def _setup(tree: app_commands.CommandTree[Any], client: Client) -> None:
    @app_commands.describe(
        channel="Where cards arrive: a channel or thread",
        moderators="Role that decides on cases",
        escalation="Role that Escalate pings",
        child_safety="Role that may open cases concerning minors",
        severity="Cards from this severity on",
        language="Language of cards",
        feeds="Feeds to subscribe to: all, none, or names separated by commas",
    )
    @app_commands.choices(
        language=[app_commands.Choice(name=own, value=code) for code, own in LANGUAGES.items()]
    )
    async def setup(
        interaction: Interaction,
        channel: app_commands.AppCommandChannel | app_commands.AppCommandThread | None = None,
        moderators: discord.Role | None = None,
        escalation: discord.Role | None = None,
        child_safety: discord.Role | None = None,
        severity: SeverityChoice | None = None,
        language: str | None = None,
        feeds: app_commands.Range[str, 1, 1000] | None = None,
    ) -> None:
        values = {
            "channel": str(channel.id) if channel else None,
            "moderators": [str(moderators.id)] if moderators else None,
            "escalation": str(escalation.id) if escalation else None,
            "child_safety": [str(child_safety.id)] if child_safety else None,
            "severity": severity,
            "language": language,
            "feeds": feeds,
        }
        await client.commanded(interaction, "setup", values)

    command: app_commands.Command[Any, ..., None] = app_commands.Command(
        name="setup", description="Set Headsup up for this server", callback=setup, **_SERVERS
    )
    command.default_permissions = discord.Permissions(manage_guild=True)
    tree.add_command(command)
