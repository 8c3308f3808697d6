"""A Telegram message as an item: its words and the names of its files. Nothing is downloaded.

An item never holds the id of a private chat, which is the account of whoever writes there: what was shown to the bot in
one goes by a keyed hash, unless Telegram says which message of which channel it was.
"""

from __future__ import annotations

from dataclasses import replace

from telegram import (
    Message,
    MessageEntity,
    MessageOriginChannel,
    MessageOriginChat,
    MessageOriginHiddenUser,
    MessageOriginUser,
)
from telegram.constants import ChatType

from feeds import Item, Link
from feeds.channels import telegram_message
from handlers.vault import Vault


def item_of(message: Message) -> Item:
    """A message of a group or channel, with the link by which members find it."""
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
        hidden_links=hidden_links(message),
        media_names=media(message),
        sent_at=message.date,
    )


def forwarded(message: Message, vault: Vault) -> Item:
    """A message that was shown to the bot in private; who wrote it first, as far as Telegram says."""
    origin = message.forward_origin
    author, author_id, username = "", None, ""
    chat, number = message.chat.id, message.message_id
    if isinstance(origin, MessageOriginUser):
        author = origin.sender_user.username or origin.sender_user.full_name
        author_id = origin.sender_user.id
    elif isinstance(origin, MessageOriginHiddenUser):
        author = origin.sender_user_name
    elif isinstance(origin, MessageOriginChat):
        author, author_id = origin.sender_chat.title or "", origin.sender_chat.id
    elif isinstance(origin, MessageOriginChannel):
        author, author_id, username = origin.chat.title or "", origin.chat.id, origin.chat.username or ""
        chat, number = origin.chat.id, origin.message_id
    item = telegram_message(
        chat_id=chat,
        message_id=number,
        text=words(message),
        author=author,
        author_id=author_id,
        username=username,
        hidden_links=hidden_links(message),
        media_names=media(message),
        sent_at=origin.date if origin is not None else None,
    )
    return item if isinstance(origin, MessageOriginChannel) else _hashed(item, vault)


def quoted(message: Message, own: int, vault: Vault) -> Item | None:
    """What a command answers to: a message of the chat, or words quoted from another; nothing of our `own`."""
    target = message.reply_to_message
    if target is not None and target.from_user is not None and target.from_user.id == own:
        return None
    if target is not None and target.forum_topic_created is None:
        item = forwarded(target, vault) if target.chat.type == ChatType.PRIVATE else item_of(target)
        if item.body or item.media:
            return item
    if message.quote is not None and message.quote.text:
        words_alone = telegram_message(
            chat_id=message.chat.id, message_id=message.message_id, text=message.quote.text
        )
        return _hashed(words_alone, vault)
    return None


def _hashed(item: Item, vault: Vault) -> Item:
    """The same under an id that says nothing of the chat."""
    return replace(item, native_id=vault.message_hash(item.native_id or ""))


def words(message: Message) -> str:
    """The text, the caption, or the question of a poll with its answers."""
    if message.poll is not None:
        return "\n".join([message.poll.question, *(option.text for option in message.poll.options)])
    return message.text or message.caption or ""


def media(message: Message) -> tuple[str, ...]:
    """Names of what hangs on the message."""
    files = (message.document, message.video, message.audio, message.animation)
    names = [each.file_name or "file" for each in files if each is not None]
    return tuple(dict.fromkeys(names + (["photo"] if message.photo else [])))


def hidden_links(message: Message) -> tuple[Link, ...]:
    """Links that stand behind words."""
    found = message.parse_entities([MessageEntity.TEXT_LINK]) | message.parse_caption_entities(
        [MessageEntity.TEXT_LINK]
    )
    return tuple(Link(text, entity.url) for entity, text in found.items() if entity.url)[:20]
