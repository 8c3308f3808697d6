"""Messages of Telegram groups and channels as items of a watched feed: written and edited. Used by `client`.

Which chats are looked at is `handlers.channels`' business; a message elsewhere is dropped there, unread. Telegram tells
bots nothing of deletions. A channel is watched for those alone who administer it.
"""

from __future__ import annotations

import re

from telegram import Bot, Message, error
from telegram.constants import ChatMemberStatus, ChatType

from bot.platforms.telegram.addresses import channel_of
from bot.platforms.telegram.items import hidden_links, media, words
from feeds import Item
from feeds.channels import TELEGRAM, telegram_message
from handlers import channels
from handlers.errors import Refused
from handlers.house import House

_NAMED = re.compile(r"@(?P<name>\w{4,32})|(?P<id>-100\d{4,12})|(?:https?://)?t\.me/(?P<link>\w{4,32})/?")
_ADMINISTER = (ChatMemberStatus.OWNER, ChatMemberStatus.ADMINISTRATOR)


def item_of(message: Message) -> Item:
    """A message as an item: its words and the names of what hangs on it; nothing is downloaded."""
    author, author_id = "", None
    if message.sender_chat is not None:
        author, author_id = message.sender_chat.title or "", message.sender_chat.id
    elif message.from_user is not None:
        author, author_id = message.from_user.username or message.from_user.full_name, message.from_user.id
    return telegram_message(
        chat_id=message.chat.id,
        message_id=message.message_id,
        text=words(message),
        author=author,
        author_id=author_id,
        url=message.link or "",
        hidden_links=[(link.text, link.url) for link in hidden_links(message)],
        media_names=media(message),
        sent_at=message.date,
    )


async def posted(house: House, message: Message, *, edited: bool = False) -> None:
    """A message was written or edited in a group or channel."""
    topic = message.message_thread_id if message.is_topic_message else None
    places = dict.fromkeys((channel_of(message.chat.id, topic), str(message.chat.id)))
    if words(message) or media(message):
        await channels.posted(house, TELEGRAM, list(places), item_of(message), edited=edited)


def names_a_channel(address: str) -> bool:
    """Whether `/feed add` was given a Telegram channel and not the address of a feed."""
    return _NAMED.fullmatch(address.strip()) is not None


async def channel_named(bot: Bot, address: str, account: int) -> str:
    """The channel of that name. Raises Refused unless both the account and the bot administer it."""
    found = _NAMED.fullmatch(address.strip())
    if found is None:
        raise Refused("refused-feed-address")
    chat: str | int = int(found["id"]) if found["id"] else f"@{found['name'] or found['link']}"
    try:
        channel = await bot.get_chat(chat)
        theirs = await bot.get_chat_member(channel.id, account)
        ours = await bot.get_chat_member(channel.id, bot.id)
    except error.RetryAfter:
        raise
    except error.TelegramError:
        raise Refused("refused-chat-foreign") from None
    if channel.type != ChatType.CHANNEL or {theirs.status, ours.status} - set(_ADMINISTER):
        raise Refused("refused-chat-foreign")
    return str(channel.id)
