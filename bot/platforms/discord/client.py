"""The Discord client: turns interactions into `handlers.front` calls and replies into answers.

Discord wants an answer within 3 seconds: what takes longer than half of that is deferred first. Everything is answered
privately (ephemeral), except that a pressed message may get a new face.
"""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from typing import Any

import discord
import structlog
from discord import app_commands
from yarl import URL

from bot.config import DiscordSettings, read_shards
from bot.platforms.base import PlatformError, Unreachable
from bot.platforms.discord import watching
from bot.platforms.discord.commands import declare
from bot.platforms.discord.messenger import DiscordMessenger
from bot.platforms.discord.render import FORM, Choose, Press, answers, modal, render
from feeds.channels import DISCORD
from handlers import channels, communities, front, person_alerts
from handlers.actors import Actor, Place
from handlers.cards import Card, Reply, Values
from handlers.errors import Refused
from handlers.house import House
from handlers.texts import texts

log = structlog.get_logger(__name__)
DEFER_AFTER = 1.5
FINISH_SECONDS = 5.0
"""How long what is in hand at the end may take."""


class Client(discord.AutoShardedClient):
    """Knows the house; keeps no state of its own between interactions."""

    def __init__(self, house: House, settings: DiscordSettings, *, declares: bool = True) -> None:
        """`declares`: tell Discord the commands, which one process does for all."""
        intents = discord.Intents.none()
        intents.guilds = True
        intents.dm_messages = True
        if settings.watch_channels:
            intents.guild_messages = intents.message_content = True
        sharding: dict[str, Any] = {}
        if settings.shards is not None:
            ids, count = read_shards(settings.shards)
            sharding = {"shard_ids": ids, "shard_count": count}
            declares = declares and 0 in ids
        super().__init__(
            intents=intents,
            allowed_mentions=discord.AllowedMentions.none(),
            member_cache_flags=discord.MemberCacheFlags.none(),
            chunk_guilds_at_startup=False,
            max_messages=None,
            max_ratelimit_timeout=30.0,
            guild_ready_timeout=0.5,  # the default says "ready" two seconds after the last server is known
            **sharding,
        )
        self.house = house
        self.in_hand: set[asyncio.Task[Any]] = set()
        self._declares = declares
        self.tree = app_commands.CommandTree(self, fallback_to_global=True)
        self.tree.error(self._command_failed)
        declare(self.tree, self)

    async def setup_hook(self) -> None:
        """Before the gateway is connected: buttons that outlive restarts, and the commands."""
        self.add_dynamic_items(Press, Choose)
        if not self._declares:
            return
        try:
            await self.tree.sync()
        except discord.HTTPException as error:
            log.error("Discord did not take the commands; those known to it stay", status=error.status)

    async def on_guild_available(self, guild: discord.Guild) -> None:
        """Also at start, for each server."""
        await communities.joined(self.house, "discord", str(guild.id))

    async def on_guild_join(self, guild: discord.Guild) -> None:
        """The bot was added."""
        await communities.joined(self.house, "discord", str(guild.id))

    async def on_guild_remove(self, guild: discord.Guild) -> None:
        """The bot was removed."""
        await communities.left(self.house, "discord", str(guild.id))

    async def on_guild_channel_delete(self, channel: discord.abc.GuildChannel) -> None:
        """If it was the alert channel, somebody is told."""
        await communities.channel_gone(self.house, "discord", str(channel.guild.id), str(channel.id))
        await channels.gone(self.house, DISCORD, str(channel.id))

    async def on_raw_message_edit(self, payload: discord.RawMessageUpdateEvent) -> None:
        """In a watched channel an edit is followed."""
        if payload.guild_id is not None and payload.message.author.id != self._own_id:
            await watching.posted(self.house, payload.message, edited=True)

    async def on_raw_message_delete(self, payload: discord.RawMessageDeleteEvent) -> None:
        """In a watched channel a deletion purges the words."""
        if payload.guild_id is not None:
            await watching.deleted(self, self.house, payload.channel_id, [payload.message_id])

    async def on_raw_bulk_message_delete(self, payload: discord.RawBulkMessageDeleteEvent) -> None:
        """As one deletion."""
        if payload.guild_id is not None:
            await watching.deleted(self, self.house, payload.channel_id, payload.message_ids)

    @property
    def _own_id(self) -> int | None:
        return self.user.id if self.user is not None else None

    async def on_message(self, message: discord.Message) -> None:
        """The stop word, in direct messages; in a server, what a watched channel brings."""
        if message.guild is not None:
            if message.author.id != self._own_id:
                await watching.posted(self.house, message)
            return
        if message.author.bot:
            return
        if person_alerts.is_stop_word(message.content):
            actor = Actor("discord", str(message.author.id))
            try:
                reply = await person_alerts.stop(self.house, actor)
            except Refused:
                return
            if reply.card is not None:
                drawn = render(reply.card)
                if drawn.view is not None:
                    await message.channel.send(drawn.content, view=drawn.view)

    async def on_interaction(self, interaction: discord.Interaction[Any]) -> None:
        """Forms are read here, so that one opened before a restart is taken after it."""
        data: Any = interaction.data or {}
        action = str(data.get("custom_id", ""))
        if interaction.type is discord.InteractionType.modal_submit and action.startswith(FORM):
            await self.acted(interaction, action.removeprefix(FORM), answers(data))

    async def commanded(
        self, interaction: discord.Interaction[Any], name: str, values: Values, **more: Any
    ) -> None:
        """A command."""
        await self._answer(
            interaction, front.command(self.house, actor_of(interaction), name, values, **more)
        )

    async def acted(self, interaction: discord.Interaction[Any], action: str, values: Values) -> None:
        """A button, menu or form."""
        await self._answer(interaction, front.act(self.house, actor_of(interaction), action, values))

    async def _answer(self, interaction: discord.Interaction[Any], work: Coroutine[Any, Any, Reply]) -> None:
        own = asyncio.current_task()
        if own is not None:
            self.in_hand.add(own)
            own.add_done_callback(self.in_hand.discard)
        task = asyncio.create_task(work)
        await asyncio.wait({task}, timeout=DEFER_AFTER)
        try:
            if not task.done():
                await interaction.response.defer(ephemeral=True, thinking=True)
            try:
                reply = await task
            except Exception as error:
                log.error("an action failed", error=type(error).__name__, exc_info=error)
                sorry = texts(str(interaction.locale))("failed")
                reply = Reply(Card(body=sorry))
            await self._give(interaction, reply)
            if reply.after is not None:
                await reply.after()
        except discord.HTTPException as error:
            log.warning("an answer did not arrive", status=error.status, code=error.code)

    async def _give(self, interaction: discord.Interaction[Any], reply: Reply) -> None:
        response = interaction.response
        if reply.form is not None:
            if response.is_done():
                await interaction.followup.send(texts(str(interaction.locale))("again"), ephemeral=True)
            else:
                await response.send_modal(modal(reply.form))
            return
        if reply.card is None:
            return
        drawn = render(reply.card)
        pressed = interaction.type in (discord.InteractionType.component,) and interaction.message is not None
        if reply.update and pressed and not response.is_done():
            await response.edit_message(content=drawn.content, embed=drawn.embed, view=drawn.view)
            return
        if response.is_done():
            await interaction.followup.send(**drawn.arguments(), ephemeral=True)
        else:
            await response.send_message(**drawn.arguments(), ephemeral=True)

    async def _command_failed(
        self, interaction: discord.Interaction[Any], error: app_commands.AppCommandError
    ) -> None:
        log.error("a command failed", error=type(error).__name__, exc_info=error)
        if not interaction.response.is_done():
            await interaction.response.send_message(texts(str(interaction.locale))("failed"), ephemeral=True)


def actor_of(interaction: discord.Interaction[Any]) -> Actor:
    """Who acts, as Discord's server says. Where only the user installed the app, the server is no community of ours."""
    place, roles, administrator = None, frozenset[str](), False
    if interaction.guild_id is not None and interaction.is_guild_integration():
        place = Place(str(interaction.guild_id), str(interaction.channel_id or ""))
        if isinstance(interaction.user, discord.Member):
            roles = frozenset(str(role.id) for role in interaction.user.roles)
        allowed = interaction.permissions
        administrator = allowed.administrator or allowed.manage_guild
    return Actor("discord", str(interaction.user.id), str(interaction.locale), place, roles, administrator)


class DiscordPlatform:
    """A `bot.platforms.base.Platform`."""

    name = "discord"

    def __init__(self, house: House, settings: DiscordSettings, *, receives: bool = True) -> None:
        """`receives`: it is to be served; else it is there to send."""
        self._settings = settings
        if settings.api_url:
            url = URL(settings.api_url.rstrip("/"))
            discord.http.Route.BASE = str(url)
        self.client = Client(house, settings, declares=receives)
        self._messenger = DiscordMessenger(self.client)

    @property
    def messenger(self) -> DiscordMessenger:
        """How messages are sent."""
        return self._messenger

    @property
    def ready(self) -> bool:
        """Whether the gateway is connected."""
        return self.client.is_ready() and not self.client.is_closed()

    async def login(self) -> None:
        """Check the token. Raises PlatformError."""
        token = self._settings.token
        if token is None:
            raise PlatformError("There is no Discord token: set `discord.token` or HEADSUP_DISCORD__TOKEN.")
        try:
            await self.client.login(token.get_secret_value())
            if self._settings.shards is not None:
                await self._find_gateway()
        except discord.LoginFailure:
            raise PlatformError(
                "Discord refused the token. Copy it anew from the developer portal (Bot → Reset Token)."
            ) from None
        except (discord.HTTPException, discord.GatewayNotFound, OSError) as error:
            await self._hang_up()
            raise Unreachable(
                f"Discord cannot be reached ({type(error).__name__}). Check the network."
            ) from None

    async def _hang_up(self) -> None:
        """Let go of the session of a failed login: discord.py makes another one each time."""
        await self.client.http.close()
        self.client.http.connector = discord.utils.MISSING

    async def _find_gateway(self) -> None:
        """Ask where the gateway is: discord.py does so only where it counts the shards itself, too."""
        _, url, _ = await self.client.http.get_bot_gateway()
        discord.gateway.DiscordWebSocket.DEFAULT_GATEWAY = URL(url)

    async def serve(self) -> None:
        """Receive from the gateway until cancelled; discord.py reconnects and resumes by itself. At the end, what people
        asked last is answered."""
        try:
            await self.client.connect()
        except discord.PrivilegedIntentsRequired:
            raise PlatformError(
                "Discord refused an intent. Switch it on in the developer portal (Bot → Privileged Gateway Intents)."
            ) from None
        finally:
            if self.client.in_hand:
                await asyncio.wait(self.client.in_hand, timeout=FINISH_SECONDS)

    async def close(self) -> None:
        """Close the gateway and the HTTP session."""
        await self.client.close()
