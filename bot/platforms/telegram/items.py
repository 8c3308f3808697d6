"""A Telegram message as an item: its words and the names of its files. Nothing is downloaded."""

from __future__ import annotations

from telegram import (
    Message,
    MessageEntity,
    MessageOriginChannel,
    MessageOriginChat,
    MessageOriginHiddenUser,
    MessageOriginUser,
)

from feeds import Item, Link

SOURCE = "telegram_channel"


def item_of(message: Message) -> Item:
    """A message in a group, with the link by which members find it."""
    author = message.sender_chat.title if message.sender_chat else None
    if message.from_user is not None and message.sender_chat is None:
        author = message.from_user.username or message.from_user.full_name
    writer = message.sender_chat or message.from_user
    return Item(
        source=SOURCE,
        native_id=f"{message.chat.id}:{message.message_id}",
        body=words(message),
        url=message.link or "",
        author=author or "",
        author_id=str(writer.id) if writer is not None else None,
        links=hidden_links(message),
        posted_at=message.date,
        media=media(message),
    )


def forwarded(message: Message) -> Item:
    """A message that was forwarded to the bot; who wrote it first, as far as Telegram says."""
    origin = message.forward_origin
    author, author_id, url, native_id = "", None, "", None
    if isinstance(origin, MessageOriginUser):
        author = origin.sender_user.username or origin.sender_user.full_name
        author_id = str(origin.sender_user.id)
    elif isinstance(origin, MessageOriginHiddenUser):
        author = origin.sender_user_name
    elif isinstance(origin, MessageOriginChat):
        author, author_id = origin.sender_chat.title or "", str(origin.sender_chat.id)
    elif isinstance(origin, MessageOriginChannel):
        author, author_id = origin.chat.title or "", str(origin.chat.id)
        native_id = f"{origin.chat.id}:{origin.message_id}"
        if origin.chat.username:
            url = f"https://t.me/{origin.chat.username}/{origin.message_id}"
    return Item(
        source=SOURCE,
        native_id=native_id,
        body=words(message),
        url=url,
        author=author,
        author_id=author_id,
        links=hidden_links(message),
        posted_at=origin.date if origin is not None else None,
        media=media(message),
    )


def quoted(message: Message, own: int) -> Item | None:
    """What a command answers to: a message of the group, or words quoted from another chat; nothing of our `own`."""
    target = message.reply_to_message
    if target is not None and target.from_user is not None and target.from_user.id == own:
        return None
    if target is not None and target.forum_topic_created is None:
        item = item_of(target)
        if item.body or item.media:
            return item
    if message.quote is not None and message.quote.text:
        return Item(source=SOURCE, body=message.quote.text)
    return None


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
