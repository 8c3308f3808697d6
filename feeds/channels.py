"""Messages of Discord channels and Telegram chats that the bot is in, as items: from plain values, with no chat library.

Called by handlers for each message, edit and deletion of a watched channel. Imports only its own package. An edit gives an
item with the same dedupe key and other words (screen it again); a deletion gives that key (purge the text).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime

from feeds.html import plain_text
from feeds.identity import dedupe_key
from feeds.item import Item, Link, plausible_time
from feeds.markdown import links

DISCORD = "discord_channel"
TELEGRAM = "telegram_chat"


def discord_message(
    *,
    channel_id: int | str,
    message_id: int | str,
    content: str,
    author: str = "",
    author_id: int | str | None = None,
    url: str = "",
    title: str = "",
    tags: Iterable[str] = (),
    embed_texts: Iterable[str] = (),
    attachment_names: Iterable[str] = (),
    adult: bool = False,
    created_at: datetime | None = None,
) -> Item:
    """`title` and `tags`: of a forum post. `embed_texts`: title, description and fields of each embed, in order."""
    body = "\n\n".join(part for part in map(plain_text, (content, *embed_texts)) if part)
    return Item(
        source=DISCORD,
        title=plain_text(title),
        body=body,
        url=url,
        native_id=f"{channel_id}/{message_id}",
        author=author,
        author_id=None if author_id is None else str(author_id),
        tags=tuple(tag for tag in tags if tag),
        links=links(body),
        adult=adult,
        posted_at=plausible_time(created_at) if created_at else None,
        media=tuple(name for name in attachment_names if name),
    )


def telegram_message(
    *,
    chat_id: int,
    message_id: int,
    text: str,
    author: str = "",
    author_id: int | None = None,
    username: str = "",
    url: str = "",
    topic: str = "",
    hidden_links: Sequence[tuple[str, str]] = (),
    media_names: Iterable[str] = (),
    adult: bool = False,
    sent_at: datetime | None = None,
) -> Item:
    """`text`: of the message or its caption. `hidden_links`: (words, address) of text_link entities. `topic`: of a forum.

    In a public channel (`username` of the chat given and no `url`) the item links to the post.
    """
    body = plain_text(text)
    shown = links(body)
    hidden = tuple(Link(words, target) for words, target in hidden_links if target)
    return Item(
        source=TELEGRAM,
        title=plain_text(topic),
        body=body,
        url=url or (f"https://t.me/{username}/{message_id}" if username else ""),
        native_id=f"{chat_id}/{message_id}",
        author=author,
        author_id=None if author_id is None else str(author_id),
        links=tuple(dict.fromkeys((*hidden, *shown))),
        adult=adult,
        posted_at=plausible_time(sent_at) if sent_at else None,
        media=tuple(name for name in media_names if name),
    )


def discord_key(channel_id: int | str, message_id: int | str) -> str:
    """The dedupe key of a message of which only the ids are known (a deletion)."""
    return dedupe_key(Item(DISCORD, native_id=f"{channel_id}/{message_id}"))


def telegram_key(chat_id: int, message_id: int) -> str:
    """The dedupe key of a message of which only the ids are known."""
    return dedupe_key(Item(TELEGRAM, native_id=f"{chat_id}/{message_id}"))
