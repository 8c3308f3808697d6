"""Messages of watched channels as items: edits keep their key, deletions have it."""

from __future__ import annotations

from datetime import UTC, datetime

from feeds import Link, dedupe_key
from feeds.channels import discord_key, discord_message, telegram_key, telegram_message
from feeds.identity import Verdict, keys, verdict


def test_a_discord_message_with_its_embeds_attachments_and_links() -> None:
    item = discord_message(
        channel_id=1,
        message_id=2,
        content="LoRA of Jane?\r\nsee https://social.example/jane",
        author="asker",
        author_id=3,
        url="https://discord.com/channels/9/1/2",
        embed_texts=("Jane Roe", "her page"),
        attachment_names=("ref.png",),
        adult=True,
        created_at=datetime(2026, 8, 8, tzinfo=UTC),
    )
    assert item.body == "LoRA of Jane?\nsee https://social.example/jane\n\nJane Roe\n\nher page"
    assert item.links == (Link("https://social.example/jane", "https://social.example/jane"),)
    assert (item.source, item.adult, item.media, item.author_id) == (
        "discord_channel",
        True,
        ("ref.png",),
        "3",
    )


def test_an_edit_is_the_same_item_with_other_words_and_a_deletion_names_it() -> None:
    before = discord_message(channel_id=1, message_id=2, content="a lake")
    after = discord_message(channel_id=1, message_id=2, content="Jane Roe")
    (old,), (new,) = keys([before]), keys([after])
    assert verdict(new, {old.primary: old.content}, ()) is Verdict.EDITED
    assert old.primary == discord_key(1, 2)


def test_two_people_saying_the_same_are_two_items() -> None:
    (one,) = keys([discord_message(channel_id=1, message_id=2, content="me too")])
    (two,) = keys([discord_message(channel_id=1, message_id=3, content="me too")])
    assert verdict(two, {one.primary: one.content}, {one.content}) is Verdict.NEW


def test_a_telegram_message_shows_where_its_hidden_links_lead() -> None:
    item = telegram_message(
        chat_id=-100,
        message_id=5,
        text="LoRA of her",
        username="requests",
        topic="Bounties",
        hidden_links=(("her", "https://social.example/jane"),),
    )
    assert (item.title, item.url) == ("Bounties", "https://t.me/requests/5")
    assert item.links == (Link("her", "https://social.example/jane"),)
    assert dedupe_key(item) == telegram_key(-100, 5)
