"""What happens in the private chat: forwards, the watchlist as a conversation, alerts, the stop word."""

from __future__ import annotations

from bot.platforms.telegram.addresses import write_press
from handlers.actors import Place
from handlers.texts import texts
from storage import schema as tables
from tests.fakes.telegram import Account, FakeTelegram, Message
from tests.handlers.harness import World
from tests.platforms.telegram.conftest import REQUEST, Town, serving


async def opened(who: Account) -> Account:
    who.start()
    await who.private.next_message()
    return who


async def ask(who: Account, text: str, *, says: str = "") -> Message:
    who.write(who.private, text)
    return await who.private.next_message(lambda each: says in each.text)


async def press(who: Account, message: Message, label: str, *, says: str = "") -> Message:
    await who.press(message, label)
    return await who.private.next_message(lambda each: says in each.text)


async def watching(who: Account, name: str = "Jorunn Valderhaug") -> Message:
    """`/watch add` for oneself, with a name alone."""
    question = await ask(who, "/watch add self", says="Names")
    question = await ask(who, name, says="Aliases")
    for label in ("Handles", "Profile links", "Context"):
        question = await press(who, question, "Skip", says=label)
    return await press(who, question, "Skip", says="Watching")


async def test_a_watchlist_is_kept_question_by_question(town: Town) -> None:
    alice = await opened(town.alice)
    menu = await ask(alice, "/watch")
    whom = await press(alice, menu, "Watch for a person", says="For whom")
    question = await press(alice, whom, "for yourself", says="Names")
    assert "Question 1 of 5" in question.text
    await press(alice, question, "Skip", says="Aliases")
    left = await ask(alice, "/cancel")
    assert "Left" in left.text
    assert await town.world.rows(tables.Conversation) == []
    done = await watching(alice)
    assert "Jorunn Valderhaug" in done.text
    assert len(await town.world.rows(tables.Person)) == 1
    assert await town.world.rows(tables.Conversation) == []


async def test_a_form_survives_a_restart_and_is_sealed(world: World, fake_telegram: FakeTelegram) -> None:
    alice = fake_telegram.user("Alice")
    async with serving(world, fake_telegram):
        await opened(alice)
        await ask(alice, "/watch add self", says="Names")
        question = await ask(alice, "Jorunn Valderhaug", says="Aliases")
        (row,) = await world.rows(tables.Conversation)
        assert b"Jorunn" not in row.sealed
        assert str(alice.id) not in row.account_hash
    async with serving(world, fake_telegram):
        for label in ("Handles", "Profile links", "Context"):
            question = await press(alice, question, "Skip", says=label)
        done = await press(alice, question, "Skip", says="Watching")
        assert "Jorunn Valderhaug" in done.text


async def test_a_form_that_waited_too_long_is_over(town: Town) -> None:
    alice = await opened(town.alice)
    await ask(alice, "/watch add self", says="Names")
    town.world.clock.advance(hours=2)
    over = await ask(alice, "Jorunn Valderhaug")
    assert "too long ago" in over.text
    assert await town.world.rows(tables.Conversation) == []


async def test_a_refused_answer_can_be_changed_without_writing_the_others_again(town: Town) -> None:
    alice = await opened(town.alice)
    question = await ask(alice, "/watch add self", says="Names")
    question = await ask(alice, "Maria", says="Aliases")
    for label in ("Handles", "Profile links", "Context"):
        question = await press(alice, question, "Skip", says=label)
    again = await press(alice, question, "Skip", says="Question 1 of 5")
    assert "Very many people" in again.text
    question = await ask(alice, "Jorunn Valderhaug", says="Aliases")
    for label in ("Handles", "Profile links", "Context"):
        question = await press(alice, question, "Skip", says=label)
    await press(alice, question, "Skip", says="Watching")


async def test_an_old_question_is_not_answered_twice(town: Town) -> None:
    alice = await opened(town.alice)
    first = await ask(alice, "/watch add self", says="Names")
    await ask(alice, "Jorunn Valderhaug", says="Aliases")
    refused = await press(alice, first, "Skip")
    assert "answered already" in refused.text


async def test_a_forward_is_a_report(town: Town) -> None:
    town.world.house.homes = {"telegram": str(town.group.id)}
    alice = await opened(town.alice)
    channel = {"id": -1009000, "type": "channel", "title": "Requests", "username": "requests"}
    body = alice.write(alice.private, "").payload() | {
        "text": REQUEST,
        "message_id": town.fake.next_id(),
        "forward_origin": {"type": "channel", "date": 1, "chat": channel, "message_id": 5},
    }
    town.fake.push("message", body)
    receipt = await alice.private.next_message(lambda each: "Thank you" in each.text)
    card = await town.card()
    assert "hxxps[:]//t[.]me/requests/5" in card.text
    assert receipt.text.splitlines()[-1] in card.text


async def test_the_same_words_of_who_knows_whom_can_be_forwarded_and_quoted_by_several(town: Town) -> None:
    origin = {"type": "hidden_user", "date": 1, "sender_user_name": "somebody"}
    quote = {
        "text": "/report",
        "quote": {"text": REQUEST, "position": 0},
        "external_reply": {"origin": origin},
    }
    for shown in ({"text": REQUEST, "forward_origin": origin}, quote):
        for name in ("Alice", "Ulla"):
            who = await opened(town.fake.user(name))
            message = {"message_id": town.fake.next_id(), "date": 1, "chat": who.private.payload()}
            message |= {"from": who.payload(), "entities": [], **shown}
            town.fake.push("message", message)
            await who.private.next_message(lambda each: "Thank you" in each.text)
    assert len(await town.world.rows(tables.Report)) == 4


async def test_what_was_shown_in_private_does_not_hold_whose_chat_it_was(town: Town) -> None:
    alice, author = await opened(town.alice), town.fake.user("Author")
    forward = alice.forward(town.group.member(author).write(town.group, REQUEST))
    await alice.private.next_message(lambda each: "Thank you" in each.text)
    alice.write(alice.private, "/report", reply_to=forward)
    await alice.private.next_message(lambda each: "Thank you" in each.text)
    (row,) = await town.world.rows(tables.Item)
    item = town.world.house.vault.open_item(row)
    assert item is not None
    assert item.author_id == str(author.id)
    assert str(alice.id) not in str(item.to_dict())


async def test_a_post_that_is_watched_and_forwarded_is_one_item(town: Town) -> None:
    home = town.fake.group("Home", bot_status="administrator")
    home.member(town.boss, "creator").write(home, "/setup here")
    await home.next_message(lambda each: "This is where cards will arrive" in each.text)
    town.world.house.homes = {"telegram": str(home.id)}
    channel = town.fake.group("Requests", type="channel", bot_status="administrator")
    channel.member(town.boss, "administrator")
    town.boss.write(town.group, f"/feed add {channel.id}")
    shown = await town.boss.private.next_message(lambda each: "Requests" in each.text)
    await town.boss.press(shown, "Follow this feed")
    await town.fake.until(lambda: "is watched from now on" in shown.text, "the new face")
    post = channel.post(REQUEST)
    await town.card()
    alice = await opened(town.alice)
    alice.forward(post)
    await home.next_message(lambda each: "Confirm" in each.buttons)
    assert len(await town.world.rows(tables.Item)) == 1


async def test_a_report_without_anything_is_asked_for(town: Town) -> None:
    town.world.house.homes = {"telegram": str(town.group.id)}
    alice = await opened(town.alice)
    question = await ask(alice, "/report", says="Link")
    question = await press(alice, question, "Skip", says="What it says")
    question = await ask(alice, REQUEST, says="moderators should know")
    await press(alice, question, "Skip", says="Thank you")
    assert "Jorunn Valderhaug" in (await town.card()).text


async def alerted(town: Town) -> tuple[Account, Message]:
    jane = await opened(town.fake.user("Jane"))
    await watching(jane)
    rae = await opened(town.group.member("Rae"))
    rae.write(town.group, f"/report {REQUEST}")
    note = await jane.private.next_message(lambda each: "Show details" in each.buttons)
    return jane, note


async def test_an_alert_is_neutral_and_says_nothing_before_a_proof(town: Town) -> None:
    jane, note = await alerted(town)
    assert "Jorunn" not in note.text
    assert "model" not in note.text
    details = await press(jane, note, "Show details", says="A possible request")
    assert "50 USD" not in details.text
    helped = await press(jane, note, "What can I do", says="What can be done")
    assert "url" in {each["type"] for each in helped.marks}


async def test_moderators_vouch_and_details_open(town: Town) -> None:
    jane, note = await alerted(town)
    town.group.member(jane)
    jane.write(town.group, "/watch prove vouch")
    shown = await jane.private.next_message(lambda each: "would see" in each.text)
    await jane.press(shown, "Show this and ask")
    card = await town.group.next_message(lambda each: "I vouch" in each.buttons)
    assert "Jane" in card.text
    await town.mo.press(card, "I vouch")
    await jane.private.next_message(lambda each: "vouched for you" in each.text)
    details = await press(jane, note, "Show details", says="What is known")
    assert "Jorunn Valderhaug" in details.text


async def test_a_stranger_learns_nothing_from_somebody_elses_alert(town: Town) -> None:
    _, note = await alerted(town)
    mallory = await opened(town.fake.user("Mallory"))
    data = next(key["callback_data"] for key in note.keys if key["text"] == "Show details")
    pressed = town.forge(mallory, await ask(mallory, "/help"), data)
    await town.answered(pressed)
    said = [each.text for each in mallory.inbox]
    assert "not yours" in said[-1] + pressed.text


async def test_a_stranger_cannot_claim_a_community_by_a_forged_press(town: Town) -> None:
    mallory = await opened(town.fake.user("Mallory"))
    mine = await ask(mallory, "/help")
    place = Place(str(town.group.id))
    for data in (write_press("/case list", None, place), write_press("/setup", None, place)):
        await town.answered(town.forge(mallory, mine, data))
    assert not any("Headsup in this community" in each.text for each in mallory.inbox)
    assert not any("Cases" in each.text for each in mallory.inbox)


async def test_a_private_press_forged_onto_a_card_leaves_the_card_alone(town: Town) -> None:
    rae = await opened(town.group.member("Rae"))
    rae.write(town.group, f"/report {REQUEST}")
    card = await town.card()
    pressed = town.forge(rae, card, "preferences.language=de")
    await town.answered(pressed)
    assert "Confirm" in card.buttons


async def test_one_word_stops_everything_and_a_press_begins_again(town: Town) -> None:
    jane = await opened(town.fake.user("Jane"))
    await watching(jane)
    stopped = await ask(jane, "Stop!", says="Everything has stopped")
    await jane.press(stopped, "Start again")
    await town.fake.until(lambda: "watch again" in stopped.text, "the new face")


async def test_preferences_are_menus_and_forms(town: Town) -> None:
    jane = await opened(town.fake.user("Jane"))
    panel = await ask(jane, "/watch preferences", says="Preferences")
    await jane.press(panel, "Deutsch")
    await town.fake.until(lambda: "Einstellungen" in panel.text, "the panel in German")
    await jane.press(panel, "English")
    await town.fake.until(lambda: "Preferences" in panel.text, "the panel in English")
    question = await press(jane, panel, "Quiet hours and time zone", says="Quiet hours")
    question = await ask(jane, "22:00-07:30", says="Time zone")
    question = await ask(jane, "Europe/Berlin", says="digest")
    changed = await press(jane, question, "Keep", says="22:00 – 07:30")
    assert "Europe/Berlin" in changed.text


async def test_everything_speaks_the_language_that_was_chosen(town: Town) -> None:
    german, jane = texts("de"), await opened(town.group.member("Jane"))
    panel = await ask(jane, "/watch preferences", says="Preferences")
    await jane.press(panel, "Deutsch")
    await town.fake.until(lambda: "Einstellungen" in panel.text, "the panel in German")
    for command, label in (("/watch add self", "watch-field-names"), ("/report", "report-form-link")):
        question = await ask(jane, command, says=german(label))
        assert german("button-cancel") in question.buttons
    await ask(jane, "/case list", says=german("refused-in-private"))
    jane.write(town.group, "/case list")
    await jane.private.next_message(lambda each: german("refused-role-moderator").startswith(each.text[:40]))


async def test_a_blocked_bot_keeps_the_note_until_it_may_write_again(town: Town) -> None:
    jane = await opened(town.fake.user("Jane"))
    await watching(jane)
    jane.block()
    rae = await opened(town.group.member("Rae"))
    rae.write(town.group, f"/report {REQUEST}")
    await town.card()
    await town.until(tables.Alert, lambda each: each.kind == "person" and each.state == "waiting")
    jane.unblock()
    await jane.private.next_message(lambda each: "Show details" in each.buttons)


async def test_an_export_is_a_file(town: Town) -> None:
    jane = await opened(town.fake.user("Jane"))
    await watching(jane)
    sent = await ask(jane, "/watch export", says="Your data")
    assert sent.file is not None
    assert b"Jorunn Valderhaug" in sent.file.content
