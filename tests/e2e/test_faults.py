"""Discord in trouble: rate limits, server errors, lost answers, dropped sockets, closed direct messages."""

from __future__ import annotations

import asyncio

from sqlalchemy import text

from tests.e2e.program import eventually
from tests.e2e.slow import SECONDS
from tests.e2e.world import World, label, reference, says
from tests.fakes.discord import Channel, Message


def cards_in(channel: Channel) -> list[Message]:
    """The cards of cases that stand in a channel."""
    return [m for m in channel.messages if "Confirm" in m.buttons]


async def test_a_rate_limited_card_comes_after_the_wait_and_once(world: World) -> None:
    town = world.new_town()
    await world.set_up(town, feeds="none")
    world.fake.rate_limit_next(f"POST /channels/{town.alerts.id}/messages", retry_after=0.5, times=2)
    receipt = await town.member().slash(town.general, "report", link="https://forum.example.org/limited")
    card = await town.alerts.next_message()
    assert reference(card) == reference(receipt)
    assert len(cards_in(town.alerts)) == 1


async def test_a_long_rate_limit_puts_an_alert_off_and_holds_nothing_else_up(world: World) -> None:
    jane, town = await world.watcher(), world.new_town()
    await world.set_up(town)
    world.fake.rate_limit_next(f"POST /channels/{town.alerts.id}/messages", retry_after=90)
    await world.post(jane.person)
    await world.note(jane.who)
    await world.card(jane.person)
    await eventually(lambda: world.program.was_put_off("rate_limited"), "the card to be put off")
    assert cards_in(town.alerts) == []


async def test_a_global_rate_limit_is_waited_for(world: World) -> None:
    jane = await world.watcher()
    world.fake.rate_limit_next("POST /channels/*/messages", retry_after=0.5, scope="global")
    await world.post(jane.person)
    await world.card(jane.person)
    await world.note(jane.who)
    assert len(jane.who.inbox) == 1


async def test_a_server_error_is_tried_again(world: World) -> None:
    jane = await world.watcher()
    world.fake.fail_next("POST", f"/channels/{world.town.alerts.id}/messages", 500)
    world.fake.fail_next("POST", f"/channels/{jane.who.dm.id}/messages", 502)
    await world.post(jane.person)
    await world.card(jane.person)
    await world.note(jane.who)


async def test_a_message_whose_answer_was_lost_is_not_sent_twice(world: World) -> None:
    jane = await world.watcher()
    world.fake.fail_next("POST", f"/channels/{world.town.alerts.id}/messages", 0, performed=True)
    world.fake.fail_next("POST", f"/channels/{jane.who.dm.id}/messages", 500, performed=True)
    await world.post(jane.person)
    delivered = [(await world.card(jane.person)).id, (await world.note(jane.who)).id]

    async def settled() -> bool:
        return all([await world.program.is_settled(each) for each in delivered])

    await eventually(settled, "both alerts to be marked as sent")
    assert len([m for m in world.town.alerts.messages if jane.person.name in m.text]) == 1
    assert len(jane.who.inbox) == 1


async def test_a_decision_whose_answer_was_lost_stands_and_shows_on_the_card(world: World) -> None:
    card = await world.reported()
    world.fake.fail_next("POST", "/interactions/*/callback", 403, code=50001)
    pressing = asyncio.create_task(world.town.moderator.press(card, "Confirm"))
    await world.fake.until(lambda: says(card, "short-confirmed"), "the card's new face")
    assert world.town.moderator.mention in card.text
    pressing.cancel()


async def test_a_dropped_socket_is_resumed_and_nothing_is_missed(world: World) -> None:
    jane = await world.watcher()
    await world.fake.drop_gateway(4000)
    jane.who.say(jane.who.dm, "stop")
    await jane.who.next_dm(lambda m: says(m, "done-stopped"), timeout=30)
    assert says(await jane.who.slash(jane.who.dm, "watch list"), "watch-stopped")


async def test_alerts_are_delivered_while_the_socket_is_down(world: World) -> None:
    jane = await world.watcher()
    world.forum.add(jane.person.title, jane.person.request)
    await world.program.make_due("Forum")
    await world.fake.drop_gateway(4000)
    await world.note(jane.who)
    card = await world.card(jane.person)
    await world.fake.until(lambda: world.fake.gateway.connected, "the bot to come back", 30)
    await world.town.moderator.press(card, "Claim")
    assert world.town.moderator.mention in card.text


async def test_closed_direct_messages_hold_an_alert_until_they_are_open(world: World) -> None:
    jane = await world.watcher()
    jane.who.close_dms()
    await world.post(jane.person)
    await world.card(jane.person)

    async def waits() -> bool:
        return await world.program.alerts("person", "waiting") == 1

    await eventually(waits, "the alert to wait")
    hinted = await jane.who.slash(jane.who.dm, "watch list")
    assert says(hinted, "hint-direct-closed", count=1)
    assert jane.who.inbox == []
    await eventually(waits, "the alert to wait again")
    jane.who.reopen_dms()
    await jane.who.slash(jane.who.dm, "help")
    await world.note(jane.who)
    assert not says(await jane.who.slash(jane.who.dm, "watch list"), "hint-direct-closed", count=1)
    assert len(jane.who.inbox) == 1


async def test_a_reporter_with_closed_direct_messages_still_sees_the_decision(world: World) -> None:
    member = world.town.member()
    card = await world.reported(by=member)
    member.close_dms()
    await world.town.moderator.press(card, "Confirm")
    status = await member.slash(world.town.general, "report", status=reference(card))
    assert says(status, "short-confirmed")


async def test_a_slow_answer_is_announced_and_still_given(world: World) -> None:
    """A profile that takes its time: Discord hears within three seconds that the answer will come."""
    who, person = world.fake.user("jane", installed=True), world.somebody()
    await world.watch(who, person, urls=f"{world.slow.url}/{person.handle[1:]}")
    begun = await who.slash(who.dm, "watch prove")
    pressed = await who.press(begun, label("button-check"))
    assert pressed.was_deferred
    assert says(pressed, "refused-no-code")


async def test_a_press_that_takes_long_still_gives_the_card_its_new_face(world: World) -> None:
    """Somebody else's transaction holds the database; the press waits for it, and Discord is told so in time."""
    card = await world.reported()
    async with world.program.database.write() as session:
        await session.execute(text("SELECT 1"))
        pressing = asyncio.create_task(world.town.moderator.press(card, "Confirm"))
        await asyncio.sleep(SECONDS)
    answer = await pressing
    assert answer.was_deferred
    assert answer.ephemeral
    await world.fake.until(lambda: says(card, "short-confirmed"), "the card's new face")
    assert world.town.moderator.mention in card.text
