"""Telegram in trouble: limits, server errors, lost answers, dropped polls, closed chats, ends of every kind; webhooks."""

from __future__ import annotations

import aiohttp

from tests.e2e.program import eventually
from tests.e2e_telegram.conftest import NewWorld
from tests.e2e_telegram.world import World, label, reference, says
from tests.fakes.telegram import Account, Message

BLOCKED = "Forbidden: bot was blocked by the user"
CANNOT_BEGIN = "Forbidden: bot can't initiate conversation with a user"
NO_SUCH_USER = "Forbidden: user is deactivated"


def notes(who: Account) -> list[Message]:
    """The neutral messages in a private chat."""
    return [each for each in who.inbox if "Show details" in each.buttons]


async def test_a_kill_in_the_middle_of_everything_loses_nothing(fresh_world: NewWorld) -> None:
    async with fresh_world() as world:
        jane = await world.watcher()
        half = await world.opened("Half")
        someone = world.somebody()
        await world.ask(half, "/watch add self", "Names")
        question = await world.ask(half, someone.name, "Aliases")
        member, link = await world.member(), world.link()
        member.write(world.group, f"/report {link}")
        card = await world.card_of(link)
        await member.private.next_message(lambda each: "Thank you" in each.text)
        await world.post(jane.person)
        note = await world.note(jane.who)
        await world.program.kill()
        late = world.link()
        member.write(world.group, f"/report {late}")
        await world.program.start()
        await world.card_of(late)
        await world.moderator.press(card, "Confirm")
        await world.fake.until(lambda: "confirmed by Moderator" in card.text, "an old button to work")
        await world.press(jane.who, note, "Show details", "A possible request")
        for each in ("Handles", "Profile links", "Context"):
            question = await world.press(half, question, "Skip", each)
        await world.press(half, question, "Skip", "Watching")
        gate, in_hand = world.fake.hold_next("getChatMember"), world.link()
        member.write(world.group, f"/report {in_hand}")
        await gate.reached(60)
        await world.program.kill()
        gate.release()
        await world.program.start()
        await world.card_of(in_hand)
        await member.private.next_message(lambda each: "Thank you" in each.text)
        assert await world.program.stop() == 0


# --- limits and server errors -------------------------------------------------------------------------------


async def test_limits_and_server_errors_delay_and_lose_nothing(world: World) -> None:
    jane = await world.watcher()
    world.fake.rate_limit_next("sendMessage", retry_after=1, chat=jane.who.private)
    world.fake.rate_limit_next("sendMessage", retry_after=1, times=2, chat=world.group)
    world.fake.fail_next("sendMessage", 502, chat=world.group)
    world.fake.fail_next("sendMessage", 500, chat=jane.who.private)
    await world.post(jane.person)
    await world.card(jane.person)
    await world.note(jane.who)
    assert len(notes(jane.who)) == 1


async def test_a_long_limit_in_one_chat_holds_no_other_up(world: World) -> None:
    jane, anna, town = (
        await world.watcher(),
        await world.opened("Anna"),
        await world.new_town("Full", feeds="all"),
    )
    await world.watch(anna, jane.person)
    world.fake.rate_limit_next("sendMessage", retry_after=90, chat=jane.who.private)
    world.fake.rate_limit_next("sendMessage", retry_after=90, chat=town.group)
    await world.post(jane.person)
    await world.card(jane.person)
    await world.note(anna)
    await eventually(lambda: world.program.was_put_off("rate_limited"), "the others to be put off")
    assert notes(jane.who) == []
    assert not [each for each in town.group.messages if jane.person.name in each.text]
    answer = await world.ask(jane.who, "/watch list")
    assert jane.person.name in answer.text, "who writes is answered all the same"


async def test_answers_to_people_wait_out_limits_and_faults(world: World) -> None:
    who = await world.opened("Patient")
    world.fake.rate_limit_next("sendMessage", retry_after=1, chat=who.private)
    assert says(await world.ask(who, "/help"), "guide-report")
    world.fake.fail_next("sendMessage", 502, chat=who.private)
    assert says(await world.ask(who, "/help"), "guide-report")
    card = await world.reported()
    world.fake.rate_limit_next("editMessageText", retry_after=1, chat=world.group)
    await world.moderator.press(card, "Claim")
    await world.fake.until(lambda: "Moderator is looking" in card.text, "the claim")


async def test_a_message_whose_answer_was_lost_comes_twice_at_most_and_is_counted(world: World) -> None:
    """Telegram knows no nonce: what was lost with the answer cannot be told from what was never sent."""
    jane = await world.watcher()
    fault = world.fake.fail_next("sendMessage", 0, performed=True, chat=jane.who.private)
    await world.post(jane.person)
    first, second = await world.note(jane.who), await world.note(jane.who)
    assert first.text == second.text
    await world.hears_nothing(jane.who)
    assert len(notes(jane.who)) == 1 + fault.done
    for each in (first, second):
        await world.press(jane.who, each, "Show details", "A possible request")


async def test_a_card_that_says_so_already_or_is_gone_harms_no_decision(world: World) -> None:
    card, other = await world.reported(), await world.reported()
    same = "Bad Request: message is not modified: specified new message content and reply markup are exactly the same"
    world.fake.fail_next("editMessageText", 400, message=same, chat=world.group)
    await world.moderator.press(card, "Confirm")
    world.moderator.write(world.group, f"/case {reference(card)}")
    shown = await world.moderator.private.next_message(lambda each: label("case-history") in each.text)
    assert says(shown, "short-confirmed")
    other.deleted = True
    pressed = await world.moderator.forge(
        other, str(other.keys[0]["callback_data"]).replace("claim", "confirm")
    )
    assert pressed.answered
    world.moderator.write(world.group, f"/case {reference(other)}")
    shown = await world.moderator.private.next_message(lambda each: reference(other) in each.text)
    assert says(shown, "short-confirmed")


async def test_a_press_that_is_answered_too_late_has_counted_all_the_same(world: World) -> None:
    card = await world.reported()
    old = "Bad Request: query is too old and response timeout expired or query ID is invalid"
    fault = world.fake.fail_next("answerCallbackQuery", 400, message=old)
    pressing = await _pressed_unheard(world, card)
    await world.fake.until(lambda: "confirmed by Moderator" in card.text, "the decision")
    await world.fake.until(lambda: fault.done == 1, "the answer that came too late")
    assert not pressing


async def _pressed_unheard(world: World, card: Message) -> bool:
    """Presses Confirm without waiting for the small wheel to stop; -> whether it has."""
    data = next(key["callback_data"] for key in card.keys if key["text"] == "Confirm")
    body = {"from": world.moderator.payload(), "message": card.payload(), "data": data, "chat_instance": "1"}
    world.fake.push("callback_query", {"id": "unheard", **body})
    return "unheard" in world.fake.pressed


async def test_updates_come_after_dropped_polls_server_errors_and_a_passing_rival(world: World) -> None:
    who = await world.opened("Early")
    for status, words in (
        (0, ""),
        (502, "Bad Gateway"),
        (
            409,
            "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running",
        ),
    ):
        world.fake.fail_next("getUpdates", status, message=words)
        assert says(await world.ask(who, "/help"), "guide-report"), status
        assert says(await world.ask(who, "/help"), "guide-report"), status


# --- closed chats -------------------------------------------------------------------------------------------


async def test_a_chat_that_is_closed_keeps_its_note_until_its_owner_comes_back(world: World) -> None:
    jane, anna, ulla = await world.watcher(), await world.watcher(), await world.watcher()
    before = await world.program.alerts("person", "waiting")
    jane.who.block()
    world.fake.fail_next("sendMessage", 403, message=CANNOT_BEGIN, chat=anna.who.private)
    world.fake.fail_next("sendMessage", 403, message=NO_SUCH_USER, chat=ulla.who.private)
    for each in (jane, anna, ulla):
        await world.post(each.person)
        await world.card(each.person)

    async def wait() -> bool:
        return await world.program.alerts("person", "waiting") == before + 3

    await eventually(wait, "the notes to wait")
    jane.who.unblock()
    await world.note(jane.who)
    for each in (anna, ulla):
        answer = await world.ask(each.who, "/watch list")
        assert each.person.name in answer.text
        assert not says(answer, "hint-direct-closed", count=1), "the chat in which this is read is open"
        await world.note(each.who)
        assert len(notes(each.who)) == 1


async def test_a_reporter_who_blocked_the_bot_still_sees_the_decision(world: World) -> None:
    member = await world.member()
    card = await world.reported(by=member)
    member.blocked_bot = True
    await world.moderator.press(card, "Confirm")
    await world.fake.until(lambda: "confirmed by Moderator" in card.text, "the decision")
    link = world.link()
    member.write(world.group, f"/report {link}")
    await world.card_of(link)
    pointer = await world.group.next_message(lambda each: says(each, "private-thanks"))
    assert pointer.keys[0]["url"].startswith("https://t.me/")
    member.unblock()
    status = await world.ask(member, f"/report status {reference(card)}", label("report-status-title"))
    assert says(status, "short-confirmed")


# --- webhook, and two programs ------------------------------------------------------------------------------


async def test_a_webhook_brings_the_same_and_refuses_a_wrong_secret(fresh_world: NewWorld) -> None:
    extra = (
        'webhook_url = "http://127.0.0.1:PORT/telegram"\nwebhook_secret = "an-invented-secret-of-this-test"'
    )
    async with fresh_world(extra=extra) as world:
        member, link = await world.member(), world.link()
        member.write(world.group, f"/report {link}")
        card = await world.card_of(link)
        await world.moderator.press(card, "Claim")
        await world.fake.until(lambda: "Moderator is looking" in card.text, "the new face")
        forged = {"update_id": 1, "message": member.private.messages[0].payload()}
        before = len(member.inbox)
        async with aiohttp.ClientSession() as session:
            for secret in (None, "", "an-invented-secret-of-this-tes", "wrong", "ä"):
                headers = {} if secret is None else {"X-Telegram-Bot-Api-Secret-Token": secret}
                async with session.post(
                    f"{world.program.url}/telegram", json=forged, headers=headers
                ) as answer:
                    assert answer.status == 403, secret
        assert len(member.inbox) == before
        await world.program.kill()
        late = world.link()
        member.write(world.group, f"/report {late}")
        await world.program.start()
        await world.card_of(late)


async def test_a_second_poller_ends_with_a_clear_word(fresh_world: NewWorld) -> None:
    async with fresh_world() as world:
        world.errors_expected = True
        world.fake.fail_next(
            "getUpdates", 409, times=6, message="Conflict: terminated by other getUpdates request"
        )
        world.boss.write(world.boss.private, "/help")
        assert world.program.process is not None
        await world.program.process.wait()
        assert "Another program receives with this Telegram token" in world.program.log_text()
