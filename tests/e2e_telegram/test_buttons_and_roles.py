"""Every button pressed by every role, allowed and refused; what a client does not offer is pressed all the same."""

from __future__ import annotations

import asyncio

import pytest

from tests.e2e_telegram.world import Town, World, label, reference, says
from tests.fakes.telegram import Account, Message

ON_A_CASE = ("claim", "confirm", "dismiss", "escalate", "reopen", "sensitive", "mute")
ON_AN_ALERT = (
    "details", "one", "ask_words", "words", "keep", "contact", "not_me", "help", "snooze", "stop"
)  # fmt: skip
TO_SET_UP = (("channel", "here"), ("moderators", "1"), ("escalation", "1"), ("feeds", "1"), ("test", None))
MAY = ("creator", "administrator", "moderates", "named")
MAY_NOT = ("member", "titled", "helper", "stranger", "left", "banned", "other moderator")


async def presser(world: World, role: str, town: Town | None = None) -> Account:
    """Somebody new in that role."""
    town = town or world.town
    who = await world.opened(role.capitalize())
    match role:
        case "creator" | "administrator" | "moderates" | "titled":
            town.group.member(who, role)
        case "named" | "left" | "banned" | "helper":
            setting = "escalation" if role == "helper" else "moderators"
            said = town.group.member(who).write(town.group, "hello")
            town.boss.write(town.group, f"/setup {setting}", reply_to=said)
            await town.boss.private.next_message(lambda each: who.name in each.text)
            if role in ("left", "banned"):
                town.group.member(who, "left" if role == "left" else "kicked")
        case "member":
            town.group.member(who)
        case "other moderator":
            world.fake.group("Elsewhere", bot_status="administrator").member(who, "administrator")
    return who


def case_id(card: Message) -> str:
    """The number of the case in the buttons of its card."""
    return str(card.keys[0]["callback_data"].rpartition(":")[2])


@pytest.mark.parametrize("role", MAY_NOT)
async def test_who_is_no_moderator_here_changes_no_case(world: World, role: str) -> None:
    town = await world.new_town("Roles") if role in ("left", "banned", "helper") else world.town
    card = await world.reported(town=town)
    by = await presser(world, role, town)
    own = by.inbox[0]
    before = (card.text, card.buttons, card.edits)
    for action in ON_A_CASE:
        refused = f"refused-role-{'child_safety' if action == 'sensitive' else 'moderator'}"
        for on, place in (
            (card, None),
            (own, town.group),
        ):  # at the card, and from a private message of theirs
            pressed, _ = await world.forge(by, on, f"case.{action}:{case_id(card)}", place=place)
            if on is card:
                assert pressed.alert, action
                assert says(pressed, refused), action
            else:
                await world.told(by, refused)
    pressed, _ = await world.forge(by, card, f"case.dismissed:{case_id(card)}", "fictional")
    assert says(pressed, "refused-role-moderator")
    pressed, _ = await world.forge(by, card, "case.list:open.1")
    assert says(pressed, "refused-role-moderator")
    for action, value in TO_SET_UP:
        pressed, _ = await world.forge(by, card, f"setup.{action}", value)
        assert says(pressed, "refused-role-administrator"), action
    assert (card.text, card.buttons, card.edits) == before


@pytest.mark.parametrize("role", MAY)
async def test_a_moderator_or_administrator_does_everything_with_a_case(world: World, role: str) -> None:
    town = await world.new_town("Roles")
    helper = await world.member("Helper", town)
    world.may_be_pinged.add(helper.id)
    town.boss.write(town.group, "/setup escalation", reply_to=helper.write(town.group, "hello"))
    await town.boss.private.next_message(lambda each: "Helper" in each.text)
    by = await presser(world, role, town)
    card = await world.reported(town=town)
    await by.press(card, "Claim")
    await world.fake.until(lambda: f"{by.name} is looking at it" in card.text, "the claim")
    assert "Claim" not in card.buttons
    await by.press(card, "Escalate")
    ping = await town.group.next_message(lambda each: "Helper" in each.text)
    assert says(ping, "escalated-title", reference=reference(card))
    assert [mark["url"] for mark in ping.marks if mark["type"] == "text_link"] == [
        f"tg://user?id={helper.id}"
    ]
    await world.fake.until(lambda: "Escalate" not in card.buttons, "the escalation")
    await by.press(card, "Confirm")
    await world.fake.until(lambda: f"confirmed by {by.name}" in card.text, "the decision")
    assert card.buttons == [label("button-reopen")]
    await by.press(card, label("button-reopen"))
    await world.fake.until(lambda: "Dismiss…" in card.buttons, "the case to be open again")
    asked = await world.press(by, card, "Dismiss…", label("dismiss-ask"))
    await by.press(asked, label("dismiss-handled"))
    await world.fake.until(lambda: label("dismiss-handled") in card.text, "the card's new face")
    assert says(asked, "done-dismissed"), "the question does not stay to be answered again"
    by.write(town.group, f"/case show {reference(card)}")
    shown = await by.private.next_message(lambda each: label("case-history") in each.text)
    for event in ("claimed", "escalated", "confirmed", "reopened", "dismissed"):
        assert says(shown, f"event-{event}"), event
    assert not [mark for mark in card.marks if mark["type"] in ("text_link", "text_mention", "mention")]


async def test_a_moderator_of_one_group_has_no_say_in_another(world: World) -> None:
    card, town = await world.reported(), await world.new_town("Other")
    theirs = await world.reported(town=town)
    for action in ON_A_CASE:
        by = town.boss if action == "sensitive" else town.moderator
        pressed, _ = await world.forge(by, theirs, f"case.{action}:{case_id(card)}")
        expected = "refused-no-report" if action == "mute" else "refused-no-case"
        assert says(pressed, expected), action
    town.moderator.write(town.group, f"/case show {reference(card)}")
    await world.told(town.moderator, "refused-no-reference", reference=reference(card))


async def test_who_is_no_administrator_sets_nothing_up_and_an_administrator_does(world: World) -> None:
    town = await world.new_town("Setting up")
    for role in ("moderates", "named"):
        by = await presser(world, role, town)
        by.write(town.group, "/setup severity critical")
        await world.told(by, "refused-role-administrator")
        for action, value in TO_SET_UP:
            await world.forge(by, by.inbox[0], f"setup.{action}", value, town.group)
            await world.told(by, "refused-role-administrator")
    admin = await presser(world, "administrator", town)
    admin.write(town.group, "/setup")
    panel = await world.told(admin, "setup-title")
    assert "low" in panel.text


@pytest.mark.parametrize("role", ["another subscriber", "creator", "named", "member", "stranger"])
async def test_a_persons_note_is_nobody_elses(world: World, role: str) -> None:
    jane = await world.proved()
    link = await world.post(jane.person)
    note = await world.note(jane.who)
    alert = note.keys[0]["callback_data"].rpartition(":")[2]
    watches = role == "another subscriber"
    town = world.town if watches or role == "stranger" else await world.new_town("Notes")
    by = (await world.watcher()).who if watches else await presser(world, role, town)
    for action in ON_AN_ALERT:
        said = await world.answered(by, f"alert.{action}:{alert}")
        assert jane.person.name not in said.text
        assert link.split("/")[-1] not in said.text
        if action == "stop":  # it stops the presser's own alerts, if anything
            assert says(said, "done-stopped" if watches else "refused-no-watchlist")
        else:
            assert says(said, "refused-no-alert"), action
    details = await world.press(jane.who, note, "Show details", "What is known")
    assert jane.person.name in details.text, "the person's own alert is as it was"


async def test_a_person_presses_every_button_of_their_note(world: World) -> None:
    jane = await world.proved()
    namesake = await world.opened("Namesake")
    await world.watch(namesake, jane.person)
    await world.post(jane.person)
    note = await world.note(jane.who)
    details = await world.press(jane.who, note, "Show details", "What is known")
    assert jane.person.name in details.text
    await world.press(jane.who, note, "What can I do", label("help-title"))
    asked = await world.press(jane.who, note, "Snooze", label("snooze-ask"))
    await jane.who.press(asked, label("snooze-week"))
    await world.fake.until(lambda: says(asked, "done-snoozed", length=label("snooze-week")), "the new face")
    await world.program.alerts_become_due("person")
    again = await world.note(jane.who)
    assert again.text == note.text
    await world.press(jane.who, again, "Not me", label("done-not-me"))
    await world.note(namesake)
    entry = world.forum.add(jane.person.title, jane.person.request + " Still wanted.")
    world.secrets.add(entry.body if hasattr(entry, "body") else jane.person.request)
    await world.poll()
    await world.note(namesake)
    await world.hears_nothing(jane.who)
    stopped = await world.press(jane.who, again, "Stop", "Everything has stopped")
    await jane.who.press(stopped, label("button-start-again"))


async def test_what_belongs_to_a_watchlist_is_nobody_elses(world: World) -> None:
    jane, rival = await world.proved(), await world.watcher()
    begun = await world.code(jane)
    asked = await world.ask(jane.who, "/watch remove", "cannot be undone")
    removal, proof = asked.keys[0]["callback_data"], begun.keys[0]["callback_data"]
    person = removal.rpartition(":")[2]
    for action in (
        removal,
        proof,
        f"proof.bio:{person}",
        f"proof.vouch:{person}",
        f"proof.ask_vouch:{person}",
    ):
        said = await world.answered(rival.who, action)
        assert jane.person.name not in said.text, action
    assert jane.person.name in (await world.ask(jane.who, "/watch list")).text


async def test_two_moderators_at_once_get_one_decision_and_one_clear_answer(world: World) -> None:
    card, first, second = await world.reported(), world.boss, world.moderator
    pressed = await asyncio.gather(first.press(card, "Confirm"), second.press(card, "Confirm"))
    (told,) = [each for each in pressed if each.text]
    winner = second if told is pressed[0] else first
    assert told.alert
    assert says(told, "refused-confirmed", actor=winner.name)
    await world.fake.until(lambda: f"confirmed by {winner.name}" in card.text, "the decision")
    first.write(world.group, f"/case show {reference(card)}")
    shown = await first.private.next_message(lambda each: label("case-history") in each.text)
    history = shown.text.partition(label("case-history"))[2]
    assert history.count(label("event-confirmed")) == 1
    other = await world.reported()
    await world.moderator.press(other, "Claim")
    late, _ = await world.forge(first, other, f"case.claim:{case_id(other)}")
    assert says(late, "refused-claimed", actor=world.moderator.name)


async def test_an_administrator_who_hides_goes_on_by_a_press_and_presses_cards_as_everybody(
    world: World,
) -> None:
    town = await world.new_town("Hiding")
    town.boss.write(town.group, "/setup severity high", hidden=True)
    offer = await town.group.next_message(lambda each: label("button-go-on") in each.buttons)
    assert says(offer, "anonymous")
    stranger = await world.member(town=town)
    assert says(await stranger.press(offer, label("button-go-on")), "refused-role-administrator")
    await town.boss.press(offer, label("button-go-on"))
    panel = await world.told(town.boss, "setup-title")
    assert "high" in panel.text
    card = await world.reported(town=town)
    await town.boss.press(card, "Confirm")
    await world.fake.until(lambda: "confirmed by Boss" in card.text, "the decision")


@pytest.mark.parametrize(
    "action",
    ["case.confirm:999999", "case.confirm:x", "alert.details:-1", "nothing:1", "case.list:open.x", "form.keep:9",
     "watch.removed:' OR 1=1", "proof.check:99999999999999999999", "case.dismissed:1", "/setup dance", "/", "~", "-"],
)  # fmt: skip
async def test_a_button_that_never_was_gets_a_clear_answer(world: World, action: str) -> None:
    on = world.boss.inbox[0]
    before = len(world.boss.inbox)
    pressed = await world.boss.forge(on, action)
    assert pressed.answered
    if action != "-":  # the heading of a keyboard does nothing
        await world.fake.until(lambda: pressed.text or len(world.boss.inbox) > before, "a clear answer")
        assert not says(world.boss.inbox[-1], "failed")
