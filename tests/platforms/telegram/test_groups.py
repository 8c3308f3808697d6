"""What happens in groups: reports, cards, presses, setting up. Nothing private is ever posted there."""

from __future__ import annotations

import contextlib
import re
from collections.abc import AsyncIterator

import pytest
from sqlalchemy import text
from structlog.testing import capture_logs

from handlers.cards import Card
from handlers.texts import texts
from storage import schema as tables
from tests.fakes.telegram import Account, Message
from tests.platforms.telegram.conftest import REQUEST, Town


def reference(message: Message) -> str:
    found = re.search(r"H-[0-9A-Z]{4,}", message.text)
    assert found, message.text
    return found.group()


async def reported(town: Town, by: Account | None = None, words: str = REQUEST) -> Message:
    reporter = by or town.group.member("Rae")
    reporter.start()
    await reporter.private.next_message()
    reporter.write(town.group, f"/report {words}")
    await reporter.private.next_message(lambda each: "Thank you" in each.text)
    return await town.card()


async def opened(who: Account) -> Account:
    who.start()
    await who.private.next_message()
    return who


@contextlib.asynccontextmanager
async def without(town: Town, table: str) -> AsyncIterator[None]:
    """A table is missing for a while: whatever needs it fails, and the log of that is nobody's business here."""
    await renamed(town, table, "put_away")
    with capture_logs():
        yield
    await renamed(town, "put_away", table)


async def renamed(town: Town, old: str, new: str) -> None:
    async with town.world.house.database.write() as session:
        await session.execute(text(f"ALTER TABLE {old} RENAME TO {new}"))


async def test_a_report_becomes_a_card_and_its_command_disappears(town: Town) -> None:
    town.alice.start()
    await town.alice.private.next_message()
    written = town.alice.write(town.group, f"/report {REQUEST}")
    card = await town.card()
    receipt = await town.alice.private.next_message(lambda each: "Thank you" in each.text)
    assert reference(card) == reference(receipt)
    await town.fake.until(lambda: written.deleted, "the command to be removed")
    assert "Alice" not in card.text
    assert [each for each in town.by_bot() if "Thank you" in each.text] == []
    assert not card.previewed


async def test_a_reporter_who_has_not_opened_the_private_chat_gets_a_link_to_the_receipt(town: Town) -> None:
    town.alice.write(town.group, f"/report {REQUEST}")
    card = await town.card()
    pointer = await town.group.next_message(lambda each: "receipt waits" in each.text)
    assert pointer.reply_to is None
    assert "Alice" not in pointer.text
    url = pointer.keys[0]["url"]
    assert url.startswith(f"https://t.me/{town.fake.bot.username}?start=")
    town.alice.start(url.partition("start=")[2])
    shown = await town.alice.private.next_message()
    assert reference(card) in shown.text


async def test_a_reply_reports_the_message_it_answers(town: Town) -> None:
    bad = town.mo.write(town.group, REQUEST)
    town.alice.write(town.group, "/report please look", reply_to=bad)
    card = await town.card()
    assert "Jorunn Valderhaug" in card.text
    assert f"mo_{town.mo.id}" in card.text
    spoilers = [each for each in card.marks if each["type"] == "spoiler"]
    assert len(spoilers) == 1


async def test_where_the_bot_may_not_delete_the_reporter_is_told_so_in_private(town: Town) -> None:
    town.alice.start()
    await town.alice.private.next_message()
    town.group.member(town.fake.bot, "member")
    town.alice.write(town.group, f"/report {REQUEST}")
    await town.alice.private.next_message(lambda each: "can still be seen" in each.text)


async def test_a_named_moderator_decides_and_the_card_says_so(town: Town) -> None:
    card = await reported(town)
    await town.mo.press(card, "Confirm")
    await town.fake.until(lambda: "confirmed by Mo" in card.text, "the new face of the card")
    assert [each for each in card.marks if each["type"] in ("text_link", "text_mention", "mention")] == []
    assert card.buttons == ["Reopen"]


async def test_others_may_not_press_and_are_told_in_a_small_window(town: Town) -> None:
    card = await reported(town)
    before = len(town.by_bot())
    pressed = await town.alice.press(card, "Confirm")
    assert pressed.alert
    assert "moderators" in pressed.text
    assert len(pressed.text) <= 200
    assert "Confirm" in card.buttons
    assert len(town.by_bot()) == before


async def test_a_moderator_who_has_left_may_not_press(town: Town) -> None:
    card = await reported(town)
    data = next(key["callback_data"] for key in card.keys if key["text"] == "Confirm")
    town.group.member(town.mo, "left")
    pressed = town.forge(town.mo, card, data)
    await town.answered(pressed)
    assert "moderators" in pressed.text
    assert "Confirm" in card.buttons


async def test_a_dismissal_asks_for_the_reason_in_private(town: Town) -> None:
    card = await reported(town)
    await town.mo.press(card, "Dismiss…")
    asked = await town.mo.private.next_message(lambda each: "Why" in each.text)
    await town.mo.press(asked, "Not a request")
    await town.fake.until(lambda: "Not a request" in card.text, "the card")
    assert "Dismissed" in asked.text


async def test_a_moderator_who_cannot_be_written_to_gets_a_link(town: Town) -> None:
    card = await reported(town)
    admin = town.group.member("Ada", "administrator")
    pressed = await admin.press(card, "Dismiss…")
    assert pressed.url.startswith(f"t.me/{town.fake.bot.username}?start=")
    admin.start(pressed.url.partition("start=")[2])
    asked = await admin.private.next_message(lambda each: "Why" in each.text)
    await admin.press(asked, "Not a request")
    await town.fake.until(lambda: "Not a request" in card.text, "the card")


async def test_the_queue_and_a_case_are_shown_in_private_with_buttons_that_work_there(town: Town) -> None:
    card = await reported(town)
    before = len(town.by_bot())
    town.mo.write(town.group, f"/case {reference(card)}")
    shown = await town.mo.private.next_message(lambda each: "History" in each.text)
    assert "Rae" in shown.text
    await town.mo.press(shown, "Claim")
    await town.fake.until(lambda: "Mo is looking at it" in card.text, "the card")
    town.mo.write(town.group, "/case list")
    listed = await town.mo.private.next_message(lambda each: "1 case" in each.text)
    assert reference(card) in listed.text
    assert len(town.by_bot()) == before


async def test_members_see_nothing_of_the_queue(town: Town) -> None:
    card = await reported(town)
    town.alice.start()
    await town.alice.private.next_message()
    town.alice.write(town.group, f"/case {reference(card)}")
    refused = await town.alice.private.next_message()
    assert "Only this community's moderators" in refused.text
    town.alice.write(town.group, "/setup here")
    refused = await town.alice.private.next_message()
    assert "Only administrators" in refused.text


async def test_watching_is_nobodys_business_in_a_group(town: Town) -> None:
    written = town.alice.write(town.group, "/watch add self")
    pointer = await town.group.next_message(lambda each: bool(each.keys))
    assert "watch" not in pointer.text.lower()
    await town.fake.until(lambda: written.deleted, "the command to be removed")
    town.alice.start(pointer.keys[0]["url"].partition("start=")[2])
    question = await town.alice.private.next_message()
    assert "Names" in question.text


async def test_an_administrator_who_hides_goes_on_by_a_press(town: Town) -> None:
    town.fake.push(
        "message",
        {
            "message_id": town.fake.next_id(),
            "date": 1,
            "chat": town.group.payload(),
            "from": {
                "id": 1087968824,
                "is_bot": True,
                "first_name": "Group",
                "username": "GroupAnonymousBot",
            },
            "sender_chat": town.group.payload(),
            "text": "/setup severity high",
            "entities": [{"type": "bot_command", "offset": 0, "length": 6}],
        },
    )
    offer = await town.group.next_message(lambda each: "Go on" in each.buttons)
    refused = await town.alice.press(offer, "Go on")
    assert "Only administrators" in refused.text
    await town.boss.press(offer, "Go on")
    panel = await town.boss.private.next_message(lambda each: "Headsup in this community" in each.text)
    assert "high" in panel.text


async def test_setting_up_in_a_topic_sends_cards_there_and_the_panel_is_private(town: Town) -> None:
    topic = town.group.topic("Alerts")
    before = len(town.by_bot())
    town.boss.write(town.group, "/setup", topic=topic)
    panel = await town.boss.private.next_message(lambda each: "Headsup in this community" in each.text)
    assert len(town.by_bot()) == before
    here = next(label for label in panel.buttons if label.startswith("Cards arrive here"))
    await town.boss.press(panel, here)
    test_card = await town.group.next_message(lambda each: "This is where cards will arrive" in each.text)
    assert test_card.topic == topic
    card = await reported(town)
    assert card.topic == topic


async def test_named_moderators_are_taken_back_by_a_press(town: Town) -> None:
    town.boss.write(town.group, "/setup")
    panel = await town.boss.private.next_message(lambda each: "Headsup in this community" in each.text)
    await town.boss.press(panel, "✓ Mo")
    await town.fake.until(lambda: "✓ Mo" not in panel.buttons, "the panel")
    (community,) = await town.world.rows(tables.Community)
    assert community.moderator_roles == []


async def test_a_deleted_topic_is_said_to_somebody_who_can_act(town: Town) -> None:
    topic = town.group.topic("Alerts")
    town.boss.write(town.group, "/setup here", topic=topic)
    await town.group.next_message(lambda each: each.topic == topic)
    del town.group.topics[topic]
    town.alice.write(town.group, f"/report {REQUEST}")
    told = await town.boss.private.next_message(lambda each: "gone" in each.text)
    assert "Nothing is lost" in told.text


async def test_a_group_that_becomes_a_supergroup_stays_the_same_community(town: Town) -> None:
    old = town.fake.group("Small", type="group", bot_status="administrator")
    boss = old.member(town.boss, "creator")
    boss.write(old, "/setup here")
    await old.next_message(lambda each: "This is where cards will arrive" in each.text)
    new = old.upgrade()
    town.alice.start()
    new.member(town.alice)
    await town.alice.private.next_message()
    town.alice.write(new, f"/report {REQUEST}")
    card = await new.next_message(lambda each: "Confirm" in each.buttons)
    await boss.press(card, "Confirm")
    await town.fake.until(lambda: "confirmed by Boss" in card.text, "the card")


async def test_a_delivery_that_meets_the_new_id_first_follows_it(town: Town) -> None:
    old = town.fake.group("Small", type="group", bot_status="administrator")
    old.member(town.boss, "creator").write(old, "/setup here")
    await old.next_message(lambda each: "This is where cards will arrive" in each.text)
    new = old.upgrade()
    town.fake.updates.clear()
    sent = await town.platform.messenger.send_channel(str(old.id), Card(body="hello"), "n1")
    assert sent.channel == str(new.id)
    assert str(new.id) in {each.native_id for each in await town.world.rows(tables.Community)}


async def test_a_group_that_throws_the_bot_out_is_left_alone(town: Town) -> None:
    town.group.member(town.fake.bot, "kicked")

    await town.until(tables.Community, lambda each: each.state == "left")


async def test_what_a_report_quotes_is_dead(town: Town) -> None:
    words = "[likeness] see evil.example @everyone_here #tag /stop https://evil.example/x <b>x</b> \u202e"
    card = await reported(town, words=words)
    kinds = {each["type"] for each in card.marks}
    assert not kinds & {"url", "mention", "bot_command", "text_link", "hashtag"}
    assert "\u202e" not in card.text
    assert "<b>x</b>" in card.text.replace("\u2060", "")


# --- what fails ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("command", "table"), [("/report {words}", "reports"), ("/case note {case} {words}", "case_events")]
)
async def test_a_command_stays_where_it_can_be_read_again_until_it_was_carried_out(
    town: Town, command: str, table: str
) -> None:
    case = reference(await reported(town))
    said = command.format(words="[likeness] somebody else asks for Jorunn Valderhaug", case=case)
    async with without(town, table):
        written = town.mo.write(town.group, said)
        await town.mo.private.next_message(lambda each: each.text.startswith("Something went wrong"))
        assert not written.deleted
    again = town.mo.write(town.group, said)
    await town.fake.until(lambda: again.deleted, "the command to be removed")


async def test_a_command_that_is_refused_disappears_all_the_same(town: Town) -> None:
    alice = await opened(town.alice)
    written = alice.write(town.group, "/case list")
    await alice.private.next_message(lambda each: "Only this community's moderators" in each.text)
    assert written.deleted


@pytest.mark.parametrize("table", ["subscribers", "communities"])
async def test_a_press_whose_action_fails_is_told_so(town: Town, table: str) -> None:
    card = await reported(town)
    async with without(town, table):
        pressed = await town.mo.press(card, "Confirm")
    assert pressed.alert
    assert pressed.text.startswith("Something went wrong")
    await town.mo.press(card, "Confirm")
    await town.fake.until(lambda: "confirmed by Mo" in card.text, "the new face of the card")


async def test_who_presses_is_asked_again_after_a_fault(town: Town) -> None:
    card = await reported(town)
    town.fake.fail_next("getChatMember", 502, chat=town.group)
    town.fake.rate_limit_next("getChatMember", chat=town.group)
    await town.mo.press(card, "Confirm")
    await town.fake.until(lambda: "confirmed by Mo" in card.text, "the new face of the card")


async def test_a_fault_that_does_not_pass_is_not_taken_for_a_missing_right(town: Town) -> None:
    card = await reported(town)
    town.fake.fail_next("getChatMember", 502, times=3, chat=town.group)
    pressed = await town.mo.press(card, "Confirm")
    assert pressed.alert
    assert pressed.text.startswith("Something went wrong")
    assert "Confirm" in card.buttons


async def test_a_report_waits_out_a_limit(town: Town) -> None:
    alice = await opened(town.alice)
    town.fake.rate_limit_next("getChatMember", chat=town.group)
    alice.write(town.group, f"/report {REQUEST}")
    await alice.private.next_message(lambda each: "Thank you" in each.text)


async def test_a_fault_is_not_taken_for_a_channel_of_somebody_else(town: Town) -> None:
    channel = town.fake.group("Requests", type="channel", bot_status="administrator")
    channel.member(town.boss, "administrator")
    town.fake.fail_next("getChatMember", 502, chat=channel)
    town.boss.write(town.group, f"/feed add {channel.id}")
    await town.boss.private.next_message(lambda each: "Requests" in each.text)


async def test_a_receipt_comes_though_the_word_before_it_does_not(town: Town) -> None:
    alice = await opened(town.alice)
    town.group.member(town.fake.bot, "member")
    town.fake.rate_limit_next("sendMessage", retry_after=90, chat=alice.private)
    alice.write(town.group, f"/report {REQUEST}")
    receipt = await alice.private.next_message()
    assert "Thank you" in receipt.text


# --- what is nobody's business there ------------------------------------------------------------------------


async def test_a_mistyped_watch_with_a_name_in_it_does_not_stay(town: Town) -> None:
    alice = await opened(town.alice)
    written = alice.write(town.group, "/watch Jorunn Valderhaug")
    await alice.private.next_message(lambda each: "did not understand" in each.text)
    assert written.deleted
    town.group.member(town.fake.bot, "member")
    alice.write(town.group, "/watch Jorunn Valderhaug")
    await alice.private.next_message(lambda each: "can still be seen" in each.text)


async def test_who_hides_is_sent_to_the_private_chat_with_what_is_private(town: Town) -> None:
    written = town.boss.write(town.group, "/watch Jorunn Valderhaug", hidden=True)
    told = await town.group.next_message(lambda each: "write that to me in private" in each.text)
    assert written.deleted
    assert "Jorunn" not in told.text


async def test_who_hides_is_spoken_to_in_the_groups_language(town: Town) -> None:
    german = texts("de")
    town.boss.write(town.group, "/setup language de")
    await town.boss.private.next_message()
    town.boss.write(town.group, "/setup severity high", hidden=True)
    offer = await town.group.next_message(lambda each: german("anonymous") in each.text)
    assert offer.buttons == [german("button-go-on")]
    town.boss.write(town.group, f"/case note H-1234 {'somebody asked the platform ' * 3}", hidden=True)
    await town.group.next_message(lambda each: german("anonymous-long") in each.text)
