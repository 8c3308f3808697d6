"""Forms that are asked question by question can be left at every step, and are over after an hour of silence."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from sqlalchemy import select, update

from storage import schema as tables
from tests.e2e_telegram.world import World, label, says
from tests.fakes.telegram import Account, Message

ANSWERS = ("Ulvendahlia Prestwick", "Ulve", "@ulveprestwick", "https://ulve.example.org/profile")


async def conversations(world: World) -> int:
    """How many forms are open."""
    async with world.program.database.read() as session:
        return len((await session.scalars(select(tables.Conversation.platform))).all())


async def answered(world: World, who: Account, steps: int) -> Message:
    """`/watch add` with the first answers given; -> the question that is open."""
    world.secrets |= {"Ulvendahlia", "Prestwick"}
    question = await world.ask(who, "/watch add self", "Question 1 of 5")
    for number in range(steps):
        question = await world.ask(who, ANSWERS[number], f"Question {number + 2} of 5")
    return question


@pytest.mark.parametrize("steps", range(5))
async def test_a_form_is_left_at_any_step_and_nothing_of_it_is_kept(world: World, steps: int) -> None:
    who, before = await world.opened("Hasty"), await conversations(world)
    await answered(world, who, steps)
    assert says(await world.ask(who, "/cancel"), "conversation-left")
    assert says(await world.ask(who, "/cancel"), "conversation-nothing")
    question = await answered(world, who, steps)
    await who.press(question, "Cancel")
    await world.fake.until(lambda: says(question, "conversation-left"), "the question to be over")
    assert question.buttons == []
    assert await conversations(world) == before
    assert says(await world.ask(who, "/watch list"), "refused-no-watchlist")
    assert says(await world.ask(who, ANSWERS[0]), "guide-report"), "it is an answer to nothing"


@pytest.mark.parametrize("command", ["/help", "/report status", "/watch list", "/stop", "Stop"])
async def test_another_command_leaves_it_and_says_so(world: World, command: str) -> None:
    who = await world.opened("Hasty")
    await answered(world, who, 1)
    other = await world.ask(who, command)
    assert says(other, "conversation-left-by") is command.startswith("/")
    assert says(await world.ask(who, ANSWERS[1]), "guide-report"), "it is an answer to nothing"


async def test_a_command_that_was_mistyped_leaves_nothing(world: World) -> None:
    who = await world.opened("Hasty")
    await answered(world, who, 1)
    assert "I did not understand that" in (await world.ask(who, "/watch dance")).text
    await world.ask(who, ANSWERS[1], "Question 3 of 5")
    await world.ask(who, "/skip", "Question 4 of 5")
    await world.ask(who, "/cancel", "Left")


async def test_an_alert_in_the_middle_disturbs_nothing(world: World) -> None:
    jane = await world.watcher()
    await world.ask(jane.who, "/watch add self", "Question 1 of 5")
    await world.post(jane.person)
    note = await world.note(jane.who)
    await world.press(jane.who, note, label("button-help"), label("help-title"))
    await world.ask(jane.who, ANSWERS[0], "Question 2 of 5")
    await world.ask(jane.who, "/cancel", "Left")


async def test_an_hour_of_silence_ends_it(world: World) -> None:
    who = await world.opened("Slow")
    await answered(world, who, 2)
    async with world.program.database.write() as session:
        await session.execute(update(tables.Conversation).values(expires_at=datetime.now(UTC)))
    assert says(await world.ask(who, ANSWERS[2]), "conversation-over")
    assert says(await world.ask(who, ANSWERS[2]), "guide-report"), "it is said once"


async def test_a_question_is_answered_once(world: World) -> None:
    who = await world.opened("Hasty")
    first = await world.ask(who, "/watch add self", "Question 1 of 5")
    await world.ask(who, ANSWERS[0], "Question 2 of 5")
    await world.press(who, first, "Skip", label("refused-question"))
    await world.ask(who, "/cancel", "Left")
