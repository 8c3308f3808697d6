"""Killed, restarted, and months later: nothing is lost, what comes twice is counted, and the buttons still work."""

from __future__ import annotations

import asyncio

from tests.conftest import own_postgres
from tests.e2e.program import eventually
from tests.e2e_telegram.conftest import NewWorld
from tests.e2e_telegram.world import World, label, reference, says
from tests.fakes.telegram import Account, Chat, Message

MONTHS = 200 * 86_400


def notes(who: Account) -> list[Message]:
    """The neutral messages in a private chat."""
    return [each for each in who.inbox if "Show details" in each.buttons]


def cards(group: Chat, name: str) -> list[Message]:
    """The cards about somebody."""
    return [each for each in group.messages if name in each.text and each.buttons]


async def again(world: World) -> None:
    """A supervisor ends it and starts it again, on the same database."""
    assert await world.program.stop() == 0
    await world.program.start()


async def test_buttons_and_questions_of_before_a_restart_work_after_it_and_months_later(
    fresh_world: NewWorld,
) -> None:
    async with fresh_world() as world:
        jane = await world.proved()
        await world.post(jane.person)
        card, note = await world.card(jane.person), await world.note(jane.who)
        other = await world.reported()
        question = await world.ask(jane.who, "/watch edit", "Question 1 of 5")
        await again(world)
        await world.moderator.press(card, "Claim")
        await world.fake.until(lambda: "Moderator is looking" in card.text, "the claim")
        await world.press(jane.who, note, "Show details", "What is known")
        for number, pressed in enumerate(
            ("Keep", "Skip", "Keep", "Keep"), 2
        ):  # names, aliases, handles, profile
            question = await world.press(jane.who, question, pressed, f"Question {number} of 5")
        changed = await world.ask(jane.who, "painter", "Watching")
        assert "painter" in changed.text, "a form that was begun before the restart is carried out after it"
        await again(world)
        for each in (card, other, note):
            each.date -= MONTHS
        await world.moderator.press(card, "Confirm")
        await world.fake.until(lambda: "confirmed by Moderator" in card.text, "the decision")
        await world.moderator.press(other, "Confirm", faded=True)
        await world.fake.until(lambda: "confirmed by Moderator" in other.text, "the decision")
        await jane.who.press(note, "Show details", faded=True)
        await jane.who.private.next_message(lambda each: jane.person.name in each.text)
        asked = await world.press(jane.who, note, "Snooze", label("snooze-ask"))
        await jane.who.press(asked, label("snooze-week"), faded=True)
        await world.fake.until(
            lambda: says(asked, "done-snoozed", length=label("snooze-week")), "the new face"
        )
        assert len(notes(jane.who)) == 1, "nothing came twice"


async def test_killed_at_any_point_nothing_is_lost_and_what_comes_twice_is_what_lost_its_answer(
    fresh_world: NewWorld,
) -> None:
    async with fresh_world() as world:
        jane, anna = await world.watcher(), await world.watcher()
        gates = [world.fake.hold_next("sendMessage", chat=chat) for chat in (world.group, jane.who.private)]
        await world.post(jane.person)
        for gate in gates:
            await gate.reached(60)
        await world.program.kill()
        for gate in gates:  # nothing of it had reached Telegram
            gate.release()
        await world.program.leases_run_out()
        await world.program.start()
        card, note = await world.card(jane.person), await world.note(jane.who)
        await world.moderator.press(card, "Confirm")
        await world.press(jane.who, note, "Show details", "A possible request")
        assert len(notes(jane.who)) == len(cards(world.group, jane.person.name)) == 1

        gate = world.fake.hold_next("sendMessage", performed=True, chat=anna.who.private)
        await world.post(anna.person)
        await gate.reached(60)

        async def card_is_settled() -> bool:
            return await world.program.alerts("case", "sent") == 2

        await eventually(card_is_settled, "the card to be marked as sent")
        await world.program.kill()
        gate.release()
        await world.program.leases_run_out()
        await world.program.start()
        first, second = await world.note(anna.who), await world.note(anna.who)
        assert first.text == second.text
        lost = 1
        assert len(notes(anna.who)) == 1 + lost
        await world.card(anna.person)
        assert len(cards(world.group, anna.person.name)) == 1
        for each in (first, second):
            await world.press(anna.who, each, "Show details", "A possible request")

        member = await world.member()
        card = await world.reported(by=member)
        gates = [world.fake.hold_next("answerCallbackQuery")]
        gates += [world.fake.hold_next("sendMessage", chat=member.private)]
        pressing = asyncio.create_task(world.moderator.press(card, "Confirm"))
        for gate in gates:
            await gate.reached(60)
        await world.program.kill()
        for gate in gates:
            gate.release()
        late = world.link()
        member.write(world.group, f"/report {late}")
        await world.program.leases_run_out()
        await world.program.start()
        await world.told(member, "reporter-confirmed", reference=reference(card))
        await world.fake.until(lambda: "confirmed by Moderator" in card.text, "the decision")
        pressing.cancel()
        assert says(card, "short-confirmed")
        await world.card_of(late)
        told = [each for each in member.inbox if says(each, "reporter-confirmed", reference=reference(card))]
        assert len(told) == 1

        async def settled() -> bool:
            return await world.program.alerts("decision", "sent") == 1

        await eventually(settled, "the word to the reporter")


async def test_the_whole_way_on_postgresql(fresh_world: NewWorld) -> None:
    async with own_postgres() as url, fresh_world(database_url=url) as world:
        jane = await world.proved()
        await world.post(jane.person)
        card, note = await world.card(jane.person), await world.note(jane.who)
        await world.program.kill()
        await world.program.leases_run_out()
        await world.program.start()
        await world.moderator.press(card, "Confirm")
        await world.fake.until(lambda: "confirmed by Moderator" in card.text, "the decision")
        await world.press(jane.who, note, "Show details", jane.person.name)
        member = await world.member()
        again = await world.reported(by=member)
        await world.moderator.press(again, "Confirm")
        await world.told(member, "reporter-confirmed", reference=reference(again))
        asked = await world.ask(jane.who, "/watch forget-me", "cannot be undone")
        await jane.who.press(asked, label("button-forget"))
        await world.fake.until(lambda: says(asked, "done-forgotten"), "the new face")
