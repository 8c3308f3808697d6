"""Every button pressed by every role, allowed and refused; what a client does not offer is pressed all the same."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass

import pytest

from tests.e2e.world import Town, World, label, reference, says
from tests.fakes.discord import Channel, Message, Person

ON_A_CASE = ("claim", "confirm", "dismiss", "escalate", "reopen", "sensitive", "mute")
TO_SET_UP = ("channel", "moderators", "escalation", "feeds", "test")
ON_AN_ALERT = (
    "details", "one", "ask_words", "words", "keep", "contact", "not_me", "help", "snooze", "stop"
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Presser:
    """Somebody, and where they press."""

    who: Person
    where: Channel


def presser(world: World, role: str, town: Town | None = None) -> Presser:
    """Somebody new in that role."""
    town = town or world.town
    match role:
        case "administrator":
            admins = town.guild.role("admins", "administrator")
            return Presser(town.guild.member("administrator", [admins]), town.alerts)
        case "manager":
            managers = town.guild.role("managers", "manage_guild")
            return Presser(town.guild.member("manager", [managers]), town.alerts)
        case "moderator":
            return Presser(town.guild.member("moderator", [town.moderators]), town.alerts)
        case "member":
            return Presser(town.member(), town.alerts)
        case "helper":
            return Presser(town.guild.member("helper", [town.helpers]), town.alerts)
        case "stranger":
            elsewhere = world.fake.guild("Elsewhere")
            return Presser(elsewhere.member("stranger"), elsewhere.channel("general"))
        case _:
            who = world.fake.user("direct", installed=True)
            return Presser(who, who.dm)


def case_id(card: Message) -> str:
    """The number of the case in the buttons of its card."""
    return card.controls[0].custom_id.rpartition(":")[2]


@pytest.mark.parametrize("role", ["member", "helper", "stranger", "direct"])
async def test_who_is_no_moderator_here_changes_no_case(world: World, role: str) -> None:
    card = await world.reported()
    before = (card.text, card.buttons, card.edits)
    by = presser(world, role)
    for action in ON_A_CASE:
        answer = await world.forge(by.who, by.where, f"hu:b:case.{action}:{case_id(card)}")
        assert answer.ephemeral, action
        assert says(answer, f"refused-role-{'child_safety' if action == 'sensitive' else 'moderator'}"), (
            action
        )
    chosen = await world.forge(by.who, by.where, f"hu:m:case.dismissed:{case_id(card)}", "fictional")
    assert says(chosen, "refused-role-moderator")
    listed = await world.forge(by.who, by.where, "hu:b:case.list:open.1")
    assert says(listed, "refused-role-moderator")
    history = await world.town.moderator.slash(world.town.alerts, "case show", reference=reference(card))
    assert not says(history, "event-claimed")
    assert (card.text, card.buttons, card.edits) == before


@pytest.mark.parametrize("role", ["administrator", "manager", "moderator"])
async def test_a_moderator_or_administrator_does_everything_with_a_case(world: World, role: str) -> None:
    by = presser(world, role)
    card = await world.reported()
    claimed = await by.who.press(card, "Claim")
    assert claimed.kind == "update"
    assert by.who.mention in card.text
    assert "Claim" not in card.buttons
    await by.who.press(card, "Escalate")
    ping = await world.town.alerts.next_message(
        lambda m: says(m, "escalated-title", reference=reference(card))
    )
    assert ping.pinged == {world.town.helpers.id}
    # The claim's redraw may still lie over it for a moment.
    await world.fake.until(lambda: "Escalate" not in card.buttons, "the card without the button")
    await by.who.press(card, "Confirm")
    assert says(card, "short-confirmed")
    assert card.buttons == [label("button-reopen")]
    await by.who.press(card, label("button-reopen"))
    asked = await by.who.press(card, "Dismiss…")
    await by.who.select(asked, label("dismiss-prompt"), label("dismiss-handled"))
    await world.fake.until(lambda: card.buttons == [label("button-reopen")], "the card's new face")
    shown = await by.who.slash(world.town.alerts, "case show", reference=reference(card))
    for event in ("claimed", "escalated", "confirmed", "reopened", "dismissed"):
        assert says(shown, f"event-{event}"), event
    assert card.pinged == frozenset()


async def test_a_moderator_of_one_server_has_no_say_in_another(world: World) -> None:
    card = await world.reported()
    town = world.new_town()
    await world.set_up(town)
    by = presser(world, "moderator", town)
    for action in ON_A_CASE:
        if action == "sensitive":
            by = presser(world, "administrator", town)
        answer = await world.forge(by.who, by.where, f"hu:b:case.{action}:{case_id(card)}")
        assert answer.ephemeral, action
        assert says(answer, "refused-no-report" if action == "mute" else "refused-no-case"), action
        assert world.town.moderator.mention not in answer.text
    refused = await by.who.slash(town.alerts, "case show", reference=reference(card))
    assert says(refused, "refused-no-reference", reference=reference(card))


@pytest.mark.parametrize("role", ["moderator", "member", "stranger", "direct"])
async def test_who_is_no_administrator_sets_nothing_up(world: World, role: str) -> None:
    by = presser(world, role)
    for action in TO_SET_UP:
        kind = "b" if action == "test" else "m"
        chosen = () if action == "test" else (world.town.general.id,)
        answer = await world.forge(by.who, by.where, f"hu:{kind}:setup.{action}", *chosen)
        assert says(answer, "refused-role-administrator"), action
    assert await world.town.moderator.slash(world.town.alerts, "case list")
    assert says(await world.reported(), "card-reports")


@pytest.mark.parametrize(
    "role", ["another subscriber", "moderator", "administrator", "member", "stranger", "direct"]
)
async def test_a_persons_note_is_nobody_elses(world: World, role: str) -> None:
    jane = await world.proved()
    link = await world.post(jane.person)
    note = await world.note(jane.who)
    alert = note.control("Show details").custom_id.rpartition(":")[2]
    if role == "another subscriber":
        rival = await world.watcher()
        by = Presser(rival.who, rival.who.dm)
    else:
        by = presser(world, role)
    for action in ON_AN_ALERT:
        answer = await world.forge(by.who, by.where, f"hu:b:alert.{action}:{alert}")
        assert answer.ephemeral, action
        assert jane.person.name not in answer.text
        assert link.split("/")[-1] not in answer.text
        if action == "stop":  # it stops the presser's own alerts, if anything
            expected = "done-stopped" if role == "another subscriber" else "refused-no-watchlist"
            assert says(answer, expected)
        else:
            assert says(answer, "refused-no-alert"), action
    snoozed = await world.forge(by.who, by.where, f"hu:m:alert.snoozed:{alert}", "week")
    assert says(snoozed, "refused-no-alert")
    details = await jane.who.press(note, "Show details")
    assert jane.person.name in details.text, "the person's own alert is as it was"


async def test_a_person_presses_every_button_of_their_note(world: World) -> None:
    jane = await world.proved()
    await world.post(jane.person)
    note = await world.note(jane.who)
    details = await jane.who.press(note, "Show details")
    assert jane.person.name in details.text
    routes = await jane.who.press(note, "What can I do")
    assert routes.ephemeral
    assert says(routes, "help-title")
    asked = await jane.who.press(note, "Snooze")
    snoozed = await jane.who.select(asked, label("snooze-prompt"), label("snooze-week"))
    assert says(snoozed, "done-snoozed", length=label("snooze-week"))
    await world.program.alerts_become_due("person")
    again = await world.note(jane.who)
    assert again.id != note.id
    assert again.text == note.text
    assert says(await jane.who.press(again, "Not me"), "done-not-me")
    assert says(await jane.who.press(again, "Stop"), "done-stopped")


async def test_not_me_quiets_the_same_for_this_person_alone(world: World) -> None:
    jane = await world.watcher()
    namesake = world.fake.user("namesake", installed=True)
    await world.watch(namesake, jane.person)
    await world.post(jane.person)
    await world.note(namesake)
    await jane.who.press(await world.note(jane.who), "Not me")
    world.market.add(jane.person.title, jane.person.request + " Still wanted.")
    await world.poll("Market")
    await world.note(namesake)
    assert len(jane.who.inbox) == 1


async def test_what_belongs_to_a_watchlist_is_nobody_elses(world: World) -> None:
    jane, rival = await world.proved(), await world.watcher()
    begun = await jane.who.slash(jane.who.dm, "watch prove")
    proof = begun.message.controls[0].custom_id
    asked = await jane.who.slash(jane.who.dm, "watch remove")
    removal = asked.message.controls[0].custom_id
    person = removal.rpartition(":")[2]
    for custom_id in (
        removal,
        proof,
        f"hu:b:proof.bio:{person}",
        f"hu:b:proof.vouch:{person}",
        f"hu:b:proof.ask_vouch:{person}",
    ):
        answer = await world.forge(rival.who, rival.who.dm, custom_id)
        assert jane.person.name not in answer.text, custom_id
        assert answer.text, custom_id
    listed = await jane.who.slash(jane.who.dm, "watch list")
    assert jane.person.name in listed.text


async def test_two_moderators_at_once_get_one_decision_and_one_clear_answer(world: World) -> None:
    card = await world.reported()
    first, second = (presser(world, "moderator").who for _ in range(2))
    answers = await asyncio.gather(first.press(card, "Confirm"), second.press(card, "Confirm"))
    assert sorted(answer.kind for answer in answers) == ["message", "update"]
    winner = first if answers[0].kind == "update" else second
    told = next(answer for answer in answers if answer.kind == "message")
    assert told.ephemeral
    assert says(told, "refused-confirmed", actor=winner.mention)
    assert winner.mention in card.text
    shown = await first.slash(world.town.alerts, "case show", reference=reference(card))
    history = next(f["value"] for f in shown.embeds[0]["fields"] if f["name"] == label("case-history"))
    assert history.count(label("event-confirmed")) == 1


async def test_claiming_and_deciding_at_once_tells_the_second_who_was_first(world: World) -> None:
    card = await world.reported()
    await world.town.moderator.press(card, "Claim")
    other = presser(world, "moderator").who
    late = await world.forge(other, world.town.alerts, f"hu:b:case.claim:{case_id(card)}")
    assert says(late, "refused-claimed", actor=world.town.moderator.mention)


@pytest.mark.parametrize(
    "custom_id",
    ["hu:b:case.confirm:999999", "hu:b:case.confirm:x", "hu:b:alert.details:-1", "hu:b:nothing:1", "hu:b:case.list:open.x",
     "hu:b:watch.removed:' OR 1=1", "hu:b:proof.check:99999999999999999999", "hu:b:setup.test", "hu:m:case.dismissed:1"],
)  # fmt: skip
async def test_a_button_that_never_was_gets_a_clear_answer(world: World, custom_id: str) -> None:
    answer = await world.forge(world.town.owner, world.town.alerts, custom_id)
    assert answer.text or answer.kind == "update"
    assert not answer.failed
