"""Sending to Discord over REST; works with a logged-in client, with or without a gateway. Used by `handlers.delivery`."""

from __future__ import annotations

from collections.abc import Awaitable, Sequence
from typing import Any, TypeVar

import aiohttp
import discord

from bot.platforms.discord.render import Rendered, render
from handlers.cards import Card
from handlers.ports import (
    DirectClosed,
    Gone,
    Limit,
    MessengerError,
    NotAllowed,
    Pacing,
    RateLimited,
    Sent,
    Unavailable,
)

T = TypeVar("T")
_NEEDED = {
    "see": "view_channel",
    "send": "send_messages",
    "embed": "embed_links",
    "history": "read_message_history",
}
_GONE = {10003, 10004, 10008, 10013}  # unknown channel, guild, message, user
CLOSED = {50007, 50278}  # cannot send to this user; no mutual guilds


async def translated(call: Awaitable[T], *, direct: bool = False) -> T:
    """Await an API call; its errors as those of `handlers.ports`."""
    try:
        return await call
    except discord.RateLimited as error:
        raise RateLimited(error.retry_after) from None
    except discord.Forbidden as error:
        raise (
            DirectClosed("closed") if direct or error.code in CLOSED else NotAllowed(str(error.code))
        ) from None
    except discord.NotFound as error:
        raise (
            Gone(str(error.code)) if error.code in _GONE or not direct else DirectClosed("closed")
        ) from None
    except discord.DiscordServerError as error:
        raise Unavailable(f"HTTP {error.status}") from None
    except discord.HTTPException as error:
        if error.status == 429:
            raise RateLimited(5.0) from None
        if error.code in CLOSED:
            raise DirectClosed("closed") from None
        fault = f"HTTP {error.status}, code {error.code}"
        raise (Unavailable(fault) if error.status == 401 else MessengerError(fault)) from None
    except (TimeoutError, aiohttp.ClientError, OSError) as error:
        raise Unavailable(type(error).__name__) from None


class DiscordMessenger:
    """A `handlers.ports.Messenger`. discord.py heeds what Discord's headers say of each channel; `pacing` comes before it,
    since several processes share those limits: 5 messages in 5 s to a channel, and 50 requests a second in all, of which a
    direct message takes two. Answers to interactions do not count there.
    """

    pacing = Pacing(overall=Limit(20, 1.0), channel=Limit(5, 5.5), direct=Limit(5, 5.5))

    def __init__(self, client: discord.Client) -> None:
        self._client = client

    async def send_channel(self, channel: str, card: Card, nonce: str) -> Sent:
        """Post in a channel or thread; Discord drops a second copy with the same nonce (`enforce_nonce`)."""
        return await translated(self._send(int(channel), render(card), nonce))

    async def send_direct(self, account: str, card: Card, nonce: str) -> Sent:
        """Post to an account. Raises DirectClosed where Discord refuses."""
        opened: Any = await translated(self._client.http.start_private_message(int(account)), direct=True)
        return await translated(self._send(int(opened["id"]), render(card), nonce), direct=True)

    async def _send(self, channel: int, drawn: Rendered, nonce: str) -> Sent:
        more: dict[str, Any] = {"suppress_embeds": True} if drawn.embed is None else {}
        place = self._client.get_partial_messageable(channel)
        message = await place.send(**drawn.arguments(), **more, nonce=nonce)
        return Sent(str(message.channel.id), str(message.id))

    async def edit(self, sent: Sent, card: Card) -> None:
        """Change a message."""
        drawn = render(card)
        message = self._client.get_partial_messageable(int(sent.channel)).get_partial_message(
            int(sent.message)
        )
        await translated(
            message.edit(
                content=drawn.content,
                embed=drawn.embed,
                view=drawn.view,
                allowed_mentions=drawn.allowed_mentions,
            )
        )

    async def missing_permissions(self, community: str, channel: str) -> Sequence[str]:
        """What the bot may not do in a channel; needs the gateway's view of the server."""
        guild = self._client.get_guild(int(community))
        if guild is None or guild.me is None:
            raise Unavailable("the server is not known yet")
        place = guild.get_channel_or_thread(int(channel))
        if place is None:
            try:
                fetched = await translated(guild.fetch_channel(int(channel)))
            except NotAllowed:
                return ["see"]
            place = fetched
        allowed = place.permissions_for(guild.me)
        needed = dict(_NEEDED)
        if isinstance(place, discord.Thread):
            needed["threads"] = "send_messages_in_threads"
            del needed["send"]
        return [code for code, name in needed.items() if not getattr(allowed, name)]

    async def steward(self, community: str) -> str | None:
        """The server's owner."""
        guild = self._client.get_guild(int(community))
        if guild is None:
            fetched = await translated(self._client.fetch_guild(int(community), with_counts=False))
            guild = fetched
        return str(guild.owner_id) if guild.owner_id else None
