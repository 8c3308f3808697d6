"""Sending what is owed: what each answer of a platform does to the alert, and that nothing is lost between."""

from __future__ import annotations

import asyncio

import pytest

from handlers import communities, delivery, processes, work
from handlers.ports import Gone, MessengerError, NotAllowed, RateLimited, Unavailable
from storage import Database
from storage import schema as tables
from tests.handlers.harness import JORUNN, MEMBER, MODERATOR, World, item, said

PERSON_POST = "[likeness] [sexual] a model of Jorunn Valderhaug"


async def _owed(world: World, text: str = "[likeness] a model of somebody") -> int:
    """A case's alert that is owed and not sent."""
    await world.feed("board")
    await world.setup()
    world.queue.held = True
    await world.arrives("board", item(text))
    await work.screen(world.house)
    alerts = [each for each in await world.rows(tables.Alert) if each.kind == "case"]
    assert [each.state for each in alerts] == ["owed"]
    return alerts[0].id


async def _alert(world: World, alert_id: int) -> tables.Alert:
    return next(each for each in await world.rows(tables.Alert) if each.id == alert_id)


async def test_an_alert_is_marked_sent_only_after_the_platform_answered(world: World) -> None:
    alert_id = await _owed(world)
    answered = asyncio.Event()
    post = world.console.send_channel

    async def slow(*args: object) -> object:
        assert (await _alert(world, alert_id)).state == "owed"
        answered.set()
        return await post(*args)  # type: ignore[arg-type]

    world.console.send_channel = slow  # type: ignore[method-assign,assignment]
    assert await work.deliver(world.house, alert_id) == "sent"
    assert answered.is_set()
    row = await _alert(world, alert_id)
    assert (row.state, row.sent_at) == ("sent", world.clock())
    assert [each.outcome for each in await world.rows(tables.Delivery)] == ["sent"]


async def test_a_database_that_fails_meanwhile_breaks_off_nothing_that_is_being_sent(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    alert_id = await _owed(world)
    taken, looked, answers = asyncio.Event(), asyncio.Event(), asyncio.Event()
    post = world.console.send_channel

    async def slow(*args: object) -> object:
        sent = await post(*args)  # type: ignore[arg-type]
        taken.set()
        await answers.wait()
        return sent

    def away() -> None:
        looked.set()
        raise ConnectionRefusedError

    world.console.send_channel = slow  # type: ignore[method-assign,assignment]
    sending = asyncio.create_task(work.deliver_due(world.house))
    await taken.wait()
    with monkeypatch.context() as outage:
        outage.setattr(world.house.database, "read", away)
        await looked.wait()
    answers.set()
    with pytest.raises(ConnectionRefusedError):
        await sending
    assert (await _alert(world, alert_id)).state == "sent"


async def test_an_outage_longer_than_any_lease_sends_nothing_twice(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    alert_id = await _owed(world)
    await processes.arrive(world.house, ["worker"])
    other = await world.another()
    other.house.database = Database(world.house.database.url.render_as_string(hide_password=False))
    away = asyncio.Event()
    post, write = world.console.send_channel, world.house.database.write

    requests = []

    async def sent(*args: object) -> object:
        requests.append(args)
        answer = await post(*args)  # type: ignore[arg-type]
        monkeypatch.setattr(world.house.database, "write", refused)
        return answer

    def refused() -> None:
        away.set()
        raise ConnectionRefusedError

    world.console.send_channel = sent  # type: ignore[method-assign,assignment]
    sending = asyncio.create_task(work.deliver_due(world.house))
    await away.wait()
    world.clock.advance(hours=1)
    await work.deliver_due(other.house)
    monkeypatch.setattr(world.house.database, "write", write)
    await sending
    await other.house.database.close()
    assert ((await _alert(world, alert_id)).state, len(requests)) == ("sent", 1)


async def test_an_alert_that_was_sent_is_not_sent_again(world: World) -> None:
    alert_id = await _owed(world)
    assert [await work.deliver(world.house, alert_id) for _ in range(3)] == ["sent", "not_due", "not_due"]
    assert len(world.cards) == 1


@pytest.mark.parametrize(
    ("error", "outcome", "seconds", "attempts"),
    [
        (RateLimited(42.0), "rate_limited", 42, 0),
        (Unavailable(), "failed", 5, 0),
        (MessengerError(), "failed", 5, 1),
        (NotAllowed(), "forbidden", 5, 1),
        (Gone(), "missing", 5, 1),
    ],
    ids=lambda value: type(value).__name__ if isinstance(value, Exception) else str(value),
)
async def test_each_error_is_a_state_of_the_alert(
    world: World, error: MessengerError, outcome: str, seconds: int, attempts: int
) -> None:
    alert_id = await _owed(world)
    world.console.faults.append(error)
    assert await work.deliver(world.house, alert_id) == outcome
    row = await _alert(world, alert_id)
    assert (row.state, row.attempts) == ("owed", attempts)
    assert (row.due_at - world.clock()).total_seconds() == seconds
    assert row.sent_at is None
    assert await work.deliver(world.house, alert_id) == "not_due"
    world.clock.advance(seconds=seconds)
    await communities.verify(world.house)  # whoever could mend it did
    assert await work.deliver(world.house, alert_id) == "sent"


async def test_the_pause_doubles_and_after_the_last_attempt_the_alert_waits_for_somebody(
    world: World,
) -> None:
    alert_id = await _owed(world)
    pauses = []
    for _ in range(world.house.alerting.attempts):
        world.console.faults.append(MessengerError())
        outcome = await work.deliver(world.house, alert_id)
        row = await _alert(world, alert_id)
        pauses.append(int((row.due_at - world.clock()).total_seconds()))
        world.clock.advance(seconds=pauses[-1])
    assert pauses[:5] == [5, 10, 20, 40, 80]
    assert max(pauses) <= 3600
    assert (outcome, row.state) == ("dead", "dead")
    assert await delivery.due_alerts(world.house) == []


async def test_while_a_platform_fails_altogether_what_is_owed_waits_and_comes_when_it_works(
    world: World,
) -> None:
    alert_id = await _owed(world)
    pauses = []
    for _ in range(5 * world.house.alerting.attempts):
        world.console.faults.append(Unavailable())
        assert await work.deliver(world.house, alert_id) == "failed"
        row = await _alert(world, alert_id)
        pauses.append(int((row.due_at - world.clock()).total_seconds()))
        world.clock.advance(seconds=pauses[-1])
    assert pauses[:5] == [5, 10, 20, 40, 80]
    assert max(pauses) == 300
    assert (row.state, row.attempts) == ("owed", 0)
    assert await work.deliver(world.house, alert_id) == "sent"


async def test_an_alert_that_makes_the_platform_fail_while_others_arrive_ends(world: World) -> None:
    alert_id = await _owed(world)
    await world.setup("other")
    post = world.console.send_channel

    async def fails_here(channel: str, *args: object) -> object:
        if channel == "guild-alerts":
            raise Unavailable
        return await post(channel, *args)  # type: ignore[arg-type]

    world.console.send_channel = fails_here  # type: ignore[method-assign,assignment]
    for number in range(world.house.alerting.attempts):
        assert await work.deliver(world.house, alert_id) == "failed"
        assert (await _alert(world, alert_id)).attempts == number
        await world.arrives("board", item(f"[likeness] a model of somebody {number}"))
        await work.screen(world.house)
        await work.deliver_due(world.house)
        world.clock.advance(minutes=5)
    assert world.cards, "the other community's arrive"
    assert await work.deliver(world.house, alert_id) == "dead"


async def test_a_fault_of_the_program_in_one_alert_does_not_keep_it_forever_in_the_sweep(
    world: World,
) -> None:
    alert_id = await _owed(world)
    world.house.messengers["console"] = None  # type: ignore[assignment]

    class Broken:
        async def send_channel(self, *_: object) -> None:
            raise KeyError("a fault of ours")

    world.house.messengers["console"] = Broken()  # type: ignore[assignment]
    for _ in range(world.house.alerting.attempts):
        await work.deliver(world.house, alert_id)
        world.clock.advance(hours=2)
    assert (await _alert(world, alert_id)).state == "dead"


async def test_the_sweep_finds_what_is_owed_the_gravest_first(world: World) -> None:
    await world.feed("board")
    await world.setup()
    world.queue.held = True
    await world.arrives(
        "board",
        item("[likeness] first"),
        item("[likeness] [sexual] second"),
        item("[likeness] [veiled] third"),
    )
    await work.screen(world.house)
    world.queue.held = False
    await work.sweep(world.house)
    assert [card.severity for card in world.cards] == ["high", "medium", "low"]
    assert await delivery.due_alerts(world.house) == []


async def test_an_alert_that_a_dead_process_held_is_sent_when_its_lease_ends(world: World) -> None:
    alert_id = await _owed(world)
    other = await world.another("died")
    assert await delivery._claim(other.house, alert_id) is not None
    assert await work.deliver(world.house, alert_id) == "not_due"
    assert await delivery.due_alerts(world.house) == []
    world.clock.advance(seconds=61)
    assert await delivery.due_alerts(world.house) == [alert_id]
    assert await work.deliver(world.house, alert_id) == "sent"


async def test_of_two_processes_one_sends(world: World) -> None:
    alert_id = await _owed(world)
    other = await world.another()
    outcomes = await asyncio.gather(
        *(work.deliver(each.house, alert_id) for each in (world, other, world, other))
    )
    assert sorted(outcomes) == ["not_due", "not_due", "not_due", "sent"]
    assert len(world.cards) == 1


async def test_a_crash_between_the_answer_and_the_commit_sends_no_second_message(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    alert_id = await _owed(world)

    async def dies(*_: object, **__: object) -> None:
        raise asyncio.CancelledError

    with monkeypatch.context() as patched:
        patched.setattr(delivery, "_settle", dies)
        with pytest.raises(asyncio.CancelledError):
            await work.deliver(world.house, alert_id)
    world.clock.advance(minutes=2)
    assert await work.deliver(world.house, alert_id) == "sent"
    assert len(world.cards) == 1


async def test_closed_direct_messages_wait_and_come_after_the_next_command(world: World) -> None:
    await world.feed("board")
    await world.watch()
    world.console.closed.add(JORUNN.account)
    await world.arrives("board", item(PERSON_POST))
    (alert,) = await world.rows(tables.Alert)
    assert (alert.state, alert.sent_at) == ("waiting", None)
    await work.sweep(world.house)
    assert world.console.asked.count(JORUNN.account) == 1

    hinted = await world.command(JORUNN, "watch list")
    assert hinted.card is not None
    assert "allow direct messages" in hinted.card.footer
    assert (await world.rows(tables.Alert))[0].state == "waiting"

    world.console.closed.clear()
    await world.command(JORUNN, "help")
    assert (await world.rows(tables.Alert))[0].state == "sent"
    assert len(world.direct(JORUNN)) == 1
    later = await world.command(JORUNN, "watch list")
    assert later.card is not None
    assert "allow direct messages" not in later.card.footer


async def test_a_reporter_with_closed_messages_is_not_asked_again_and_can_look(world: World) -> None:
    await world.setup()
    world.console.closed.add(MEMBER.account)
    await world.command(MEMBER, "report", text="[likeness] a model of somebody")
    (case,) = await world.rows(tables.Case)
    await world.press(MODERATOR, f"case.confirm:{case.id}")
    decision = next(each for each in await world.rows(tables.Alert) if each.kind == "decision")
    assert decision.state == "cancelled"
    status = await world.command(MEMBER, "report", status="mine")
    assert "confirmed" in said(status.card)


async def test_a_lost_permission_is_told_once_to_who_can_act_and_once_when_it_works(world: World) -> None:
    alert_id = await _owed(world)
    world.queue.held = False
    for _ in range(3):
        world.console.faults.append(NotAllowed())
        await work.deliver(world.house, alert_id)
        world.clock.advance(hours=1)
    told = [each.card.title for each in world.console.messages if each.direct and each.place == "owner"]
    assert told == ["Headsup cannot post cards"]
    assert await work.deliver(world.house, alert_id) == "sent"
    told = [each.card.title for each in world.console.messages if each.direct and each.place == "owner"]
    assert told == ["Headsup cannot post cards", "Headsup works again"]


async def test_a_channel_that_was_deleted_is_told_before_a_card_is_due(world: World) -> None:
    await world.setup()
    await communities.channel_gone(world.house, "console", "guild", "guild-alerts")
    await communities.channel_gone(world.house, "console", "guild", "guild-alerts")
    titles = [each.card.title for each in world.console.messages if each.direct]
    assert titles == ["Headsup's alert channel is gone"]


async def test_cards_wait_for_a_channel_and_come_when_there_is_one(world: World) -> None:
    await world.feed("board")
    await world.setup(channel="")
    await world.arrives("board", item("[likeness] a model of somebody"))
    assert world.cards == []
    await world.setup(channel="new-channel")
    await work.sweep(world.house)
    assert [each.place for each in world.console.messages if each.card.severity] == ["new-channel"]


async def test_a_community_that_the_bot_left_gets_nothing_more(world: World) -> None:
    alert_id = await _owed(world)
    await communities.left(world.house, "console", "guild")
    assert await work.deliver(world.house, alert_id) == "cancelled"
    await world.arrives("board", item("[likeness] another"))
    await work.screen(world.house)
    assert len(await world.rows(tables.Case)) == 1


async def test_a_daily_digest_joins_what_came_into_one_message(world: World) -> None:
    await world.feed("board")
    person = await world.watch()
    await world.choose(JORUNN, "preferences.digest", "daily")
    await world.arrives("board", *(item(f"{PERSON_POST}, number {number}") for number in range(3)))
    assert world.direct(JORUNN) == []
    world.clock.advance(days=1)
    other = await world.another()
    ids = await delivery.due_alerts(world.house)
    assert len(ids) == 3
    await asyncio.gather(
        *(work.deliver((world, other)[number % 2].house, alert_id) for number, alert_id in enumerate(ids))
    )
    await work.sweep(world.house)
    (card,) = world.direct(JORUNN)
    assert "3 notes" in card.body
    assert {each.state for each in await world.rows(tables.Alert)} == {"sent"}
    await world.setup()
    await world.vouched(JORUNN, person)
    opened = await world.press(JORUNN, card.buttons[0].action)
    assert opened.card is not None
    assert [button.label for button in opened.card.buttons] == ["Note 1", "Note 2", "Note 3"]
    one = await world.press(JORUNN, opened.card.buttons[1].action)
    assert "Jorunn Valderhaug" in said(one.card)


async def test_a_digest_that_cannot_be_sent_comes_whole_later(world: World) -> None:
    await world.feed("board")
    await world.watch()
    await world.choose(JORUNN, "preferences.digest", "daily")
    await world.arrives("board", *(item(f"{PERSON_POST}, number {number}") for number in range(3)))
    world.clock.advance(days=1)
    world.console.faults.append(RateLimited(30.0))
    await work.sweep(world.house)
    world.clock.advance(minutes=2)
    await work.sweep(world.house)
    assert sum(int("3 notes" in card.body) for card in world.direct(JORUNN)) <= 1
    assert {each.state for each in await world.rows(tables.Alert)} == {"sent"}


async def test_snoozing_brings_the_same_neutral_message_later(world: World) -> None:
    await world.feed("board")
    await world.watch()
    await world.arrives("board", item(PERSON_POST))
    (alert,) = await world.rows(tables.Alert)
    await world.choose(JORUNN, f"alert.snoozed:{alert.id}", "hour")
    await work.sweep(world.house)
    assert len(world.direct(JORUNN)) == 1
    world.clock.advance(minutes=61)
    await work.sweep(world.house)
    first, second = world.direct(JORUNN)
    assert first == second
