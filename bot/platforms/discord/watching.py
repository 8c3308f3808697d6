"""Messages of Discord channels as items, and what happens to them: posted, edited, deleted. Used by `client`.

Which channels are looked at is `handlers.channels`' business; a message elsewhere is dropped there, unread.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import discord

from feeds import Item
from feeds.channels import DISCORD, discord_key, discord_message
from handlers import channels
from handlers.house import House


def item_of(message: discord.Message) -> Item:
    """A message as an item: its words and the names of its attachments; nothing is downloaded."""
    channel: Any = message.channel
    thread = channel if isinstance(channel, discord.Thread) else None
    begins = thread is not None and message.id == thread.id  # a forum's post carries its title and tags
    return discord_message(
        channel_id=message.channel.id,
        message_id=message.id,
        content=message.content,
        author=message.author.name,
        author_id=message.author.id,
        url=message.jump_url,
        title=thread.name if thread is not None and begins else "",
        tags=[tag.name for tag in thread.applied_tags] if thread is not None and begins else (),
        embed_texts=[text for embed in message.embeds for text in _words(embed)],
        attachment_names=[each.filename for each in message.attachments],
        adult=_adult(channel),
        created_at=message.created_at,
    )


def _words(embed: discord.Embed) -> Iterable[str]:
    yield from (part for part in (embed.title, embed.description) if part)
    for field in embed.fields:
        yield f"{field.name}\n{field.value}"


def _adult(channel: Any) -> bool:
    is_nsfw = getattr(channel, "is_nsfw", None)
    return bool(is_nsfw()) if callable(is_nsfw) else False


def places(channel: Any) -> list[str]:
    """A channel's own id, and that of the channel above a thread."""
    parent = getattr(channel, "parent_id", None)
    return [str(channel.id), str(parent)] if parent else [str(channel.id)]


async def posted(house: House, message: discord.Message, *, edited: bool = False) -> None:
    """A message of a server was written or edited."""
    if message.content or message.embeds or message.attachments:
        await channels.posted(house, DISCORD, places(message.channel), item_of(message), edited=edited)


async def deleted(client: discord.Client, house: House, channel_id: int, ids: Iterable[int]) -> None:
    """Messages of a server were deleted; only their ids are known."""
    channel = client.get_channel(channel_id)
    where = places(channel) if channel is not None else [str(channel_id)]
    await channels.deleted(house, DISCORD, where, [discord_key(channel_id, each) for each in ids])
