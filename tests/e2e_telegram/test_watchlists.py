"""`/watch` in full: add, list, edit, pause, resume, remove, preferences, prove, vouch, export, forget-me, stop."""

from __future__ import annotations

import json

import pytest

from tests.e2e.names import Invented
from tests.e2e_telegram.world import Town, Watcher, World, code_in, label, plain, says
from tests.fakes.telegram import Account, Message

FIELDS = ("names", "aliases", "handles", "urls", "context")


async def listed(world: World, who: Account) -> Message:
    return await world.ask(who, "/watch list")


def proved(answer: Message) -> bool:
    """Whether the list says of somebody on it that the proof has passed."""
    return f"· {label('proof-passed')} ·" in answer.text


async def kept(world: World, who: Account, message: Message) -> Message:
    """Presses Keep at a question; the next one."""
    return await world.press(who, message, label("button-keep-answer"))


@pytest.mark.parametrize("standing", ["self", "guardian", "representative"])
async def test_a_person_is_added_question_by_question_and_alerted_at_once(
    world: World, standing: str
) -> None:
    who, person = await world.opened("Jane"), world.somebody()
    menu = await world.ask(who, "/watch", label("watch-menu"))
    whom = await world.press(who, menu, label("watch-menu-add"), label("watch-for"))
    assert whom.buttons == [label(f"standing-{each}") for each in ("self", "guardian", "representative")]
    question = await world.press(who, whom, label(f"standing-{standing}"))
    given = {"names": person.name, "handles": person.handle, "context": "Vlindermere"}
    for number, field in enumerate(FIELDS, 1):
        assert says(question, "question", number=number, count=5)
        assert label(f"watch-field-{field}") in question.text
        assert label(f"watch-hint-{field}").split()[0] in question.text, "an example shows what is meant"
        assert question.buttons == ["Skip", "Cancel"]
        if field in given:
            question = await world.ask(who, given[field])
        else:
            question = await world.press(who, question, "Skip")
    assert says(question, "watch-added-body", standing=standing)
    assert all(each in plain(question.text) for each in given.values())
    answer = await listed(world, who)
    assert person.name in answer.text
    assert says(answer, f"standing-{standing}")
    assert says(answer, "proof-none")
    await world.post(person)
    opened = await world.press(who, await world.note(who), "Show details", "A possible request")
    assert says(opened, "unproved-body", standing=standing)


async def test_in_a_group_it_disappears_and_goes_on_in_private(world: World) -> None:
    shy = world.group.member("Shy")
    written = shy.write(world.group, "/watch add self")
    pointer = await world.group.next_message(lambda each: says(each, "private-open"))
    await world.fake.until(lambda: written.deleted, "the command to be removed")
    assert "watch" not in pointer.text.lower()
    shy.start(pointer.keys[0]["url"].partition("start=")[2])
    await shy.private.next_message(lambda each: label("watch-field-names") in each.text)
    written = shy.write(world.group, "/watch list")
    await world.told(shy, "refused-no-watchlist")
    await world.fake.until(lambda: written.deleted, "the command to be removed")
    shy.write(world.group, "/stop")
    await world.told(shy, "refused-no-watchlist")


@pytest.mark.parametrize("term", ["John", "ab", "woman"])
async def test_what_would_match_everybody_is_refused_with_the_reason_and_not_stored(
    world: World, term: str
) -> None:
    who = await world.opened("Hasty")
    await world.ask(who, "/watch add self", "Names")
    question = await world.ask(who, term, "Aliases")
    for each in ("Handles", "Profile links", "Context"):
        question = await world.press(who, question, "Skip", each)
    again = await world.press(who, question, "Skip", "Question 1 of 5")
    assert term in again.text
    assert "Nothing was stored" in again.text
    assert says(again, "conversation-again")
    await who.press(again, "Cancel")
    await world.fake.until(lambda: says(again, "conversation-left"), "the question to be over")
    assert says(await listed(world, who), "refused-no-watchlist")


async def test_an_empty_form_is_refused_and_a_long_answer_asked_for_again(world: World) -> None:
    who = await world.opened("Hasty")
    question = await world.ask(who, "/watch add self", "Names")
    long = await world.ask(who, "x" * 4090)
    assert "Please write at most" in long.text
    for each in ("Aliases", "Handles", "Profile links", "Context"):
        question = await world.press(who, question, "Skip", each)
    again = await world.press(who, question, "Skip", "Question 1 of 5")
    assert says(again, "conversation-again")
    await world.ask(who, "/cancel", "Left")
    assert says(await listed(world, who), "refused-no-watchlist")


async def test_three_persons_are_the_most_and_one_of_several_is_named_by_name_or_number(world: World) -> None:
    jane = await world.watcher()
    second, third = world.somebody(), world.somebody()
    for person in (second, third):
        await world.watch(jane.who, person)
    assert says(await world.ask(jane.who, "/watch add self"), "refused-too-many-persons", count=3)
    assert says(await world.ask(jane.who, "/watch pause"), "refused-which-person", count=3)
    paused = await world.ask(jane.who, f"/watch pause {second.name.lower()}")
    assert says(paused, "done-paused", person=second.name)
    assert says(await world.ask(jane.who, "/watch pause 1"), "done-paused", person=jane.person.name)
    assert (await listed(world, jane.who)).text.count(label("watch-paused")) == 2
    await world.post(third)
    await world.note(jane.who)


async def test_an_edit_keeps_changes_and_empties_and_counts_from_then_on(world: World) -> None:
    jane, new = await world.watcher(), world.somebody()
    question = await world.ask(jane.who, "/watch edit", "Question 1 of 5")
    assert jane.person.name in question.text, "the form holds what is watched now"
    assert question.buttons == ["Keep", "Leave empty", "Cancel"]
    question = await kept(world, jane.who, question)
    question = await world.ask(jane.who, new.name)
    question = await world.press(jane.who, question, label("button-clear-answer"))
    question = await world.press(jane.who, question, "Skip")
    changed = await world.press(jane.who, question, "Skip", "Watching")
    assert jane.person.name in changed.text
    assert new.name in changed.text
    assert jane.person.handle not in plain(changed.text)
    await world.post(new)
    await world.note(jane.who)


async def test_pause_resume_and_remove(world: World) -> None:
    jane = await world.watcher()
    assert says(await world.ask(jane.who, "/watch pause"), "done-paused", person=jane.person.name)
    assert says(await listed(world, jane.who), "watch-paused")
    await world.post(jane.person)
    await world.card(jane.person)
    await world.hears_nothing(jane.who)
    assert says(await world.ask(jane.who, "/watch resume"), "done-resumed", person=jane.person.name)
    await world.post(jane.person, mild=True)
    await world.note(jane.who)
    asked = await world.ask(jane.who, "/watch remove", "cannot be undone")
    assert jane.person.name in (await listed(world, jane.who)).text
    await jane.who.press(asked, label("button-remove"))
    await world.fake.until(lambda: says(asked, "done-removed"), "the new face")
    assert asked.buttons == []
    assert says(await listed(world, jane.who), "refused-no-watchlist")
    await world.post(jane.person)
    await world.card(jane.person)
    await world.hears_nothing(jane.who)


# --- preferences --------------------------------------------------------------------------------------------


async def test_quiet_hours_hold_an_alert_back_and_ending_them_lets_it_come(world: World) -> None:
    jane = await world.watcher()
    panel = await world.ask(jane.who, "/watch preferences", label("preferences-title"))
    question = await world.press(jane.who, panel, label("button-times"), label("times-quiet"))
    question = await world.ask(jane.who, "late", label("times-timezone"))
    question = await world.ask(jane.who, "Europe/Berlin", label("times-digest"))
    again = await kept(world, jane.who, question)
    assert says(again, "refused-hours"), "what is wrong is said at once, with the questions once more"
    question = await world.ask(jane.who, "00:00-23:59", label("times-timezone"))
    question = await kept(world, jane.who, question)
    changed = await kept(world, jane.who, question)
    assert "Europe/Berlin" in changed.text
    assert "00:00 – 23:59" in changed.text
    await world.post(jane.person)
    await world.card(jane.person)
    await world.hears_nothing(jane.who)
    question = await world.press(jane.who, changed, label("button-times"), label("times-quiet"))
    question = await world.press(jane.who, question, label("button-clear-answer"))
    question = await kept(world, jane.who, question)
    await kept(world, jane.who, question)
    await world.note(jane.who)


async def test_a_daily_digest_is_one_message_for_all(world: World) -> None:
    jane = await world.watcher()
    panel = await world.ask(jane.who, "/watch preferences", label("preferences-title"))
    daily = next(button for button in panel.buttons if button.startswith("once a day"))
    await jane.who.press(panel, daily)
    await world.fake.until(lambda: f"✓ {daily}" in panel.buttons, "the panel")
    await world.post(jane.person)
    await world.card(jane.person)
    await world.post(jane.person, mild=True)
    await world.card(jane.person)
    await world.hears_nothing(jane.who)
    await world.program.alerts_become_due("person")
    note = await world.note(jane.who)
    assert says(note, "alert-neutral", count=2)
    opened = await world.press(jane.who, note, "Show details", "Choose one")
    assert [each for each in opened.buttons if each.startswith("Note")] == ["Note 1", "Note 2"]


async def test_language_detail_and_a_trusted_contact(world: World) -> None:
    jane = await world.proved()
    panel = await world.ask(jane.who, "/watch preferences", label("preferences-title"))
    await jane.who.press(panel, "Deutsch")
    await world.fake.until(lambda: "Einstellungen" in panel.text, "the panel in German")
    await jane.who.press(panel, "English")
    await world.fake.until(lambda: says(panel, "preferences-title"), "the panel in English")
    await jane.who.press(panel, label("detail-full"))
    await world.fake.until(lambda: f"✓ {label('detail-full')}" in panel.buttons, "the panel")
    await world.press(jane.who, panel, label("button-contact"), label("contact-field"))
    assert says(await world.ask(jane.who, "my sister"), "refused-contact")
    friend = await world.opened("Friend")
    jane.who.share(friend)
    changed = await jane.who.private.next_message(lambda each: label("preferences-set") in each.text)
    assert str(friend.id) not in changed.text
    await world.post(jane.person)
    details = await world.press(jane.who, await world.note(jane.who), "Show details", "What is known")
    words = await world.press(jane.who, details, label("button-words"), label("words-title"))
    assert "nude" in words.text, "asked for once, as she chose"
    await jane.who.press(details, label("button-tell-contact"))
    asked = await friend.private.next_message(lambda each: "get in touch" in each.text)
    assert jane.person.name not in asked.text


# --- proofs -------------------------------------------------------------------------------------------------


async def test_a_code_in_a_profile_opens_the_details(world: World) -> None:
    who, person = await world.opened("Jane"), world.somebody()
    await world.watch(who, person, world.profile(person))
    jane = Watcher(who, person)
    begun = await world.code(jane)
    await who.press(begun, label("button-check"))
    await world.hears(who, "no profile at this link")
    world.publish(person, f"{person.name}. I paint.")
    await who.press(begun, label("button-check"))
    await world.told(who, "refused-no-code")
    await world.prove(jane)
    assert proved(await listed(world, who))
    second = await world.opened("Second")
    await world.watch(second, person, world.profile(person))
    rival = await world.code(Watcher(second, person))
    world.publish(person, f"{person.name} {code_in(rival)}")
    await second.press(rival, label("button-check"))
    await world.told(second, "refused-claimed-handle")
    told = await world.told(who, "notice-second-claim")
    assert person.name not in told.text
    link = await world.post(person)
    details = await world.press(who, await world.note(who), "Show details", "What is known")
    assert "nude" not in details.text.lower()
    assert link not in details.text
    await who.press(details, label("button-keep"))
    await world.told(who, "done-kept")
    await world.press(second, await world.note(second), "Show details", "A possible request")


async def test_without_a_proof_no_press_says_anything_of_the_post(world: World) -> None:
    stalker = await world.watcher()
    link = await world.post(stalker.person)
    note = await world.note(stalker.who)
    alert = note.keys[0]["callback_data"].rpartition(":")[2]
    for action in ("details", "one", "ask_words", "words", "keep", "help"):
        _, said = await world.forge(stalker.who, note, f"alert.{action}:{alert}")
        for secret in (link.split("/")[-1], stalker.person.name, "forum", "nude", "rss", "severity"):
            assert secret.lower() not in said.lower(), (action, secret)
    export = await world.ask(stalker.who, "/watch export", "Your data")
    assert export.file is not None
    assert link not in export.file.content.decode()
    menu = await world.ask(stalker.who, "/watch prove", "How would you like")
    await stalker.who.press(menu, label("button-prove-bio"))
    await world.told(stalker.who, "refused-no-profile")
    await stalker.who.press(menu, label("button-prove-vouch"))
    await world.told(stalker.who, "refused-vouch-where")


async def vouch_asked_for(world: World, town: Town, who: Account, person: Invented, standing: str) -> Message:
    """A member of the group asks its moderators; -> the card that they get."""
    await world.watch(who, person, standing=standing)
    written = who.write(town.group, "/watch prove vouch")
    shown = await who.private.next_message(lambda each: says(each, "vouch-ask-body"))
    await world.fake.until(lambda: written.deleted, "the command to be removed")
    assert not [each for each in town.group.messages if person.name in each.text], "nothing is shown unasked"
    await who.press(shown, label("button-vouch-ask"))
    return await town.group.next_message(lambda each: says(each, "vouch-title") and person.name in each.text)


async def test_moderators_vouch_or_decline_and_nobody_for_themselves_or_twice(world: World) -> None:
    town = await world.new_town("Vouching")
    second = await world.member("Second", town)
    town.boss.write(town.group, "/setup moderators", reply_to=second.write(town.group, "hello"))
    await town.boss.private.next_message(lambda each: "✓ Second" in each.buttons)
    jane = await world.member("Jane", town)
    card = await vouch_asked_for(world, town, jane, world.somebody(), "self")
    stranger = await world.member(town=town)
    assert says(await stranger.press(card, label("button-vouch")), "refused-role-moderator")
    await town.moderator.press(card, label("button-vouch"))
    await world.told(jane, "notice-vouch-passed")
    await world.fake.until(lambda: says(card, "vouch-passed"), "the card's new face")
    assert label("button-vouch") not in card.buttons
    assert proved(await listed(world, jane))

    agent = await world.member("Agent", town)
    card = await vouch_asked_for(world, town, agent, world.somebody(), "representative")
    await town.moderator.press(card, label("button-vouch"))
    assert says(await town.moderator.press(card, label("button-vouch")), "refused-vouch-twice")
    assert says(await listed(world, agent), "proof-pending")
    await second.press(card, label("button-vouch"))
    await world.told(agent, "notice-vouch-passed")

    card = await vouch_asked_for(world, town, second, world.somebody(), "self")
    assert says(await second.press(card, label("button-vouch")), "refused-vouch-own")
    await town.moderator.press(card, label("button-decline"))
    await world.told(second, "notice-vouch-failed")
    assert not proved(await listed(world, second))


# --- leaving ------------------------------------------------------------------------------------------------


async def test_an_export_holds_everything_and_forget_me_leaves_nothing(world: World) -> None:
    jane = await world.proved()
    world.group.member(jane.who)
    await world.reported(by=jane.who)
    await world.post(jane.person)
    note = await world.note(jane.who)
    sent = await world.ask(jane.who, "/watch export", "Your data")
    assert sent.file is not None
    document = json.loads(sent.file.content)
    assert document["account"] == str(jane.who.id)
    assert document["subscriber"]["persons"][0]["names"] == [jane.person.name]
    assert document["subscriber"]["persons"][0]["handles"] == [jane.person.handle]
    assert len(document["reports"]) == 1
    asked = await world.ask(jane.who, "/watch forget-me", "cannot be undone")
    await jane.who.press(asked, label("button-forget"))
    await world.fake.until(lambda: says(asked, "done-forgotten"), "the new face")
    assert says(await listed(world, jane.who), "refused-no-watchlist")
    await jane.who.press(note, "Show details")
    await world.told(jane.who, "refused-no-alert")
    sent = await world.ask(jane.who, "/watch export", "Your data")
    assert sent.file is not None
    assert jane.person.name not in sent.file.content.decode()
    await world.post(jane.person, mild=True)
    await world.card(jane.person)
    await world.hears_nothing(jane.who)


async def test_one_word_or_the_command_ends_everything_and_one_press_begins_again(world: World) -> None:
    jane = await world.watcher()
    stopped = await world.ask(jane.who, "Stop!", "Everything has stopped")
    await world.post(jane.person)
    await world.card(jane.person)
    await world.hears_nothing(jane.who)
    assert says(await listed(world, jane.who), "watch-stopped")
    await jane.who.press(stopped, label("button-start-again"))
    await world.fake.until(lambda: says(stopped, "done-started"), "the new face")
    await world.post(jane.person, mild=True)
    await world.note(jane.who)
    assert says(await world.ask(jane.who, "/stop"), "done-stopped")
    await world.post(jane.person)
    await world.card(jane.person)
    await world.hears_nothing(jane.who)


async def test_the_stop_word_of_somebody_who_watches_for_nobody_harms_nothing(world: World) -> None:
    who = await world.opened("Chatty")
    assert says(await world.ask(who, "stop"), "refused-no-watchlist")
