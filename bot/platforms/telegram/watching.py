"""Messages of Telegram groups and channels as items of a watched feed: written and edited. Used by `client`.

Which chats are looked at is `handlers.channels`' business; a message elsewhere is dropped there, unread. Telegram tells
bots nothing of deletions. A channel is watched for those alone who administer it.
"""

from __future__ import annotations

import re
from functools import partial

from telegram import Bot, Message
from telegram.constants import ChatMemberStatus, ChatType

from bot.platforms.telegram.addresses import channel_of
from bot.platforms.telegram.answers import told
from bot.platforms.telegram.items import item_of, media, words
from feeds.channels import TELEGRAM
from handlers import channels
from handlers.errors import Refused
from handlers.house import House

_NAMED = re.compile(r"@(?P<name>\w{4,32})|(?P<id>-100\d{4,12})|(?:https?://)?t\.me/(?P<link>\w{4,32})/?")
_ADMINISTER = (ChatMemberStatus.OWNER, ChatMemberStatus.ADMINISTRATOR)


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
    """The channel of that name. Raises Refused unless both the account and the bot administer it, and MessengerError."""
    found = _NAMED.fullmatch(address.strip())
    if found is None:
        raise Refused("refused-feed-address")
    chat: str | int = int(found["id"]) if found["id"] else f"@{found['name'] or found['link']}"
    channel = await told(lambda: bot.get_chat(chat))
    if channel is None or channel.type != ChatType.CHANNEL:
        raise Refused("refused-chat-foreign")
    for each in (account, bot.id):
        member = await told(partial(bot.get_chat_member, channel.id, each))
        if member is None or member.status not in _ADMINISTER:
            raise Refused("refused-chat-foreign")
    return str(channel.id)
