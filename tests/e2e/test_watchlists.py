"""`/watch` in full: add, list, edit, pause, resume, remove, preferences, prove, vouch, export, forget-me, stop."""

from __future__ import annotations

import json

import pytest

from tests.e2e.world import World, label, says
from tests.fakes.discord import Answer, Person


async def hears_nothing(world: World, who: Person) -> None:
    """A later post about somebody else has come through, and still there is nothing for this account."""
    before = list(who.inbox)
    other = await world.watcher()
    await world.post(other.person)
    await world.note(other.who)
    assert who.inbox == before


async def listed(who: Person) -> Answer:
    return await who.slash(who.dm, "watch list")


def proved(answer: Answer) -> bool:
    """Whether the list says of somebody on it that the proof has passed."""
    return f"· {label('proof-passed')} ·" in answer.text


@pytest.mark.parametrize("standing", ["self", "guardian", "representative"])
async def test_a_person_is_added_with_each_standing_and_alerted_at_once(world: World, standing: str) -> None:
    jane = await world.watcher(standing=standing)
    answer = await listed(jane.who)
    assert answer.ephemeral
    assert jane.person.name in answer.text
    assert says(answer, f"standing-{standing}")
    assert says(answer, "proof-none")
    await world.post(jane.person)
    opened = await jane.who.press(await world.note(jane.who), "Show details")
    assert says(opened, "unproved-body", standing=standing)


async def test_a_watchlist_is_kept_in_a_server_too_and_nobody_else_sees_it(world: World) -> None:
    member, person = world.town.member(), world.somebody()
    form = await member.slash(world.town.general, "watch add")
    assert form.modal.labels == [
        label(f"watch-field-{each}") for each in ("names", "aliases", "handles", "urls", "context")
    ]
    added = await member.submit(form, {label("watch-field-names"): person.name})
    shown = await member.slash(world.town.general, "watch list")
    assert added.ephemeral
    assert shown.ephemeral
    assert person.name not in "".join(m.text for m in world.town.general.messages)


@pytest.mark.parametrize("term", ["John", "ab", "woman"])
async def test_what_would_match_everybody_is_refused_with_the_reason_and_not_stored(
    world: World, term: str
) -> None:
    who = world.fake.user("hasty", installed=True)
    form = await who.slash(who.dm, "watch add")
    refused = await who.submit(form, {label("watch-field-names"): term})
    assert term in refused.text
    assert "Nothing was stored" in refused.text
    assert says(await listed(who), "refused-no-watchlist")


async def test_an_empty_form_is_refused(world: World) -> None:
    who = world.fake.user("hasty", installed=True)
    refused = await who.submit(await who.slash(who.dm, "watch add"), {})
    assert refused.ephemeral
    assert says(await listed(who), "refused-no-watchlist")


async def test_three_persons_are_the_most(world: World) -> None:
    who = world.fake.user("busy", installed=True)
    for _ in range(3):
        await world.watch(who, world.somebody())
    assert says(await who.slash(who.dm, "watch add"), "refused-too-many-persons", count=3)
    await world.post(world.somebody())


async def test_an_edit_counts_from_then_on(world: World) -> None:
    jane = await world.watcher()
    new = world.somebody()
    form = await jane.who.slash(jane.who.dm, "watch edit")
    assert jane.person.name in form.text, "the form holds what is watched now"
    changed = await jane.who.submit(
        form, {label("watch-field-names"): new.name, label("watch-field-handles"): new.handle}
    )
    assert new.name in changed.text
    await world.post(jane.person)
    await world.card(jane.person)
    await hears_nothing(world, jane.who)
    await world.post(new)
    await world.note(jane.who)


async def test_pause_and_resume(world: World) -> None:
    jane = await world.watcher()
    paused = await jane.who.slash(jane.who.dm, "watch pause")
    assert says(paused, "done-paused", person=jane.person.name)
    assert says(await listed(jane.who), "watch-paused")
    await world.post(jane.person)
    await world.card(jane.person)
    await hears_nothing(world, jane.who)
    await jane.who.slash(jane.who.dm, "watch resume")
    await world.post(jane.person, mild=True)
    await world.note(jane.who)


async def test_removing_asks_once_and_then_forgets(world: World) -> None:
    jane = await world.watcher()
    asked = await jane.who.slash(jane.who.dm, "watch remove")
    assert jane.person.name in (await listed(jane.who)).text
    gone = await jane.who.press(asked, label("button-remove"))
    assert says(gone, "done-removed")
    assert says(await listed(jane.who), "refused-no-watchlist")
    await world.post(jane.person)
    await world.card(jane.person)
    await hears_nothing(world, jane.who)


async def test_one_of_several_is_chosen_by_name_or_number(world: World) -> None:
    jane = await world.watcher()
    second = world.somebody()
    await world.watch(jane.who, second)
    assert says(await jane.who.slash(jane.who.dm, "watch pause"), "refused-which-person", count=2)
    choices = await jane.who.autocomplete(jane.who.dm, "watch pause", "person", second.name[:4])
    assert [choice["name"] for choice in choices] == [second.name]
    paused = await jane.who.slash(jane.who.dm, "watch pause", person=choices[0]["value"])
    assert says(paused, "done-paused", person=second.name)
    assert says(
        await jane.who.slash(jane.who.dm, "watch pause", person="1"), "done-paused", person=jane.person.name
    )
    stranger = world.fake.user("stranger", installed=True)
    assert await stranger.autocomplete(stranger.dm, "watch pause", "person", second.name[:4]) == []


async def test_quiet_hours_hold_an_alert_back_and_ending_them_lets_it_come(world: World) -> None:
    jane = await world.watcher()
    panel = await jane.who.slash(jane.who.dm, "watch preferences")
    form = await jane.who.press(panel, label("button-times"))
    refused = await jane.who.submit(form, {label("times-quiet"): "late"})
    assert says(refused, "refused-hours")
    form = await jane.who.press(panel, label("button-times"))
    quiet = {label("times-quiet"): "00:00-24:00", label("times-timezone"): "Europe/Berlin"}
    kept = await jane.who.submit(form, {**quiet, label("times-quiet"): "00:00-23:59"})
    assert "Europe/Berlin" in kept.text
    await world.post(jane.person)
    await world.card(jane.person)
    await hears_nothing(world, jane.who)
    form = await jane.who.press(panel, label("button-times"))
    await jane.who.submit(form, {label("times-quiet"): ""})
    await world.note(jane.who)


async def test_a_daily_digest_is_one_message_for_all(world: World) -> None:
    jane = await world.watcher()
    panel = await jane.who.slash(jane.who.dm, "watch preferences")
    updated = await jane.who.select(panel, label("preferences-digest"), "daily")
    assert updated.kind == "update"
    await world.post(jane.person)
    await world.card(jane.person)
    await world.post(jane.person, mild=True)
    await world.card(jane.person)
    await hears_nothing(world, jane.who)
    await world.program.alerts_become_due("person")
    note = await world.note(jane.who)
    assert says(note, "alert-neutral", count=2)
    opened = await jane.who.press(note, "Show details")
    assert len([each for each in opened.buttons if each.startswith("Note")]) == 2


async def test_the_language_and_the_trusted_contact_are_kept(world: World) -> None:
    jane = await world.watcher()
    panel = await jane.who.slash(jane.who.dm, "watch preferences")
    form = await jane.who.press(panel, label("button-contact"))
    assert says(await jane.who.submit(form, {label("contact-field"): "my sister"}), "refused-contact")
    form = await jane.who.press(panel, label("button-contact"))
    friend = world.fake.user("friend")
    kept = await jane.who.submit(form, {label("contact-field"): friend.id})
    assert label("preferences-set") in kept.text
    assert friend.id not in kept.text
    language = await jane.who.select(panel, label("preferences-language"), "en")
    assert says(language, "preferences-title")


# --- proofs -------------------------------------------------------------------------------------------------


async def test_a_code_in_a_profile_opens_the_details(world: World) -> None:
    who, person = world.fake.user("jane", installed=True), world.somebody()
    await world.watch(who, person, urls=f"{world.profiles.url}/posts/{person.handle[1:]}")
    world.publish(person, f"{person.name}. I paint.")
    begun = await who.slash(who.dm, "watch prove")
    assert says(await who.press(begun, label("button-check")), "refused-no-code")
    world.publish(person, f"{person.name} {person.handle}. I paint. {begun.content}")
    passed = await who.press(begun, label("button-check"))
    assert person.handle in passed.text
    assert proved(await listed(who))

    link = await world.post(person)
    details = await who.press(await world.note(who), "Show details")
    assert details.ephemeral
    assert person.name in details.text
    assert says(details, "kind-delicate")
    assert "nude" not in details.text.lower()
    assert link.split("/")[-1] in details.text
    assert link not in details.text
    asked = await who.press(details, label("button-words"))
    assert says(asked, "words-ask")
    words = await who.press(asked, label("button-words-yes"))
    assert "nude" in words.text
    assert words.text.count("||") == 2
    assert says(await who.press(details, label("button-keep")), "done-kept")


async def test_without_a_proof_details_say_nothing_of_the_post(world: World) -> None:
    stalker = await world.watcher()
    link = await world.post(stalker.person)
    note = await world.note(stalker.who)
    alert = note.control("Show details").custom_id.rpartition(":")[2]
    for action in ("details", "one", "ask_words", "words", "keep", "help"):
        answer = await world.forge(stalker.who, stalker.who.dm, f"hu:b:alert.{action}:{alert}")
        said = answer.text.lower()
        for secret in (
            link,
            link.split("/")[-1],
            stalker.person.name,
            "forum",
            "2026",
            "nude",
            "rss",
            "severity",
        ):
            assert (action == "help" and secret == "2026") or secret.lower() not in said, (action, secret)
    export = await stalker.who.slash(stalker.who.dm, "watch export")
    assert link not in export.message.attachments[0].content.decode()


async def test_a_handle_is_proved_by_one_and_the_first_hears_of_a_second_claim(world: World) -> None:
    first = await world.proved()
    second = world.fake.user("second", installed=True)
    await world.watch(second, first.person, urls=f"{world.profiles.url}/posts/{first.person.handle[1:]}")
    refused = await world.prove(second, first.person)
    assert says(refused, "refused-claimed-handle")
    told = await first.who.next_dm(lambda m: says(m, "notice-second-claim"))
    assert first.person.name not in told.text
    await world.post(first.person)
    opened = await second.press(await world.note(second), "Show details")
    assert says(opened, "unproved-title")


async def test_a_profile_that_cannot_be_read_is_said_so(world: World) -> None:
    who, person = world.fake.user("jane", installed=True), world.somebody()
    await world.watch(who, person, urls=f"{world.profiles.url}/posts/{person.handle[1:]}")
    begun = await who.slash(who.dm, "watch prove")
    answer = await who.press(begun, label("button-check"))
    assert "no profile at this link" in answer.text
    bare = await world.watcher()
    assert says(await bare.who.slash(bare.who.dm, "watch prove"), "refused-no-profile")


async def ask_for_a_vouch(world: World, standing: str) -> tuple[Person, str]:
    member, person = world.town.member(), world.somebody()
    await world.watch(member, person, standing=standing)
    asked = await member.slash(world.town.general, "watch prove", method="moderators of this server vouch")
    assert asked.ephemeral
    await member.press(asked, label("button-vouch-ask"))
    return member, person.name


async def test_a_moderator_vouches_for_a_member(world: World) -> None:
    member, name = await ask_for_a_vouch(world, "self")
    card = await world.town.alerts.next_message(lambda m: says(m, "vouch-title") and name in m.text)
    assert card.pinged == frozenset()
    done = await world.town.moderator.press(card, label("button-vouch"))
    assert done.kind == "update"
    assert label("button-vouch") not in card.buttons
    await member.next_dm(lambda m: says(m, "notice-vouch-passed"))
    assert proved(await listed(member))


async def test_a_representative_needs_two_moderators_and_nobody_counts_twice(world: World) -> None:
    member, name = await ask_for_a_vouch(world, "representative")
    card = await world.town.alerts.next_message(lambda m: says(m, "vouch-title") and name in m.text)
    await world.town.moderator.press(card, label("button-vouch"))
    again = await world.town.moderator.press(card, label("button-vouch"))
    assert says(again, "refused-vouch-twice")
    assert says(await listed(member), "proof-pending")
    second = world.town.guild.member("second moderator", [world.town.moderators])
    await second.press(card, label("button-vouch"))
    await member.next_dm(lambda m: says(m, "notice-vouch-passed"))


async def test_moderators_may_decline_and_nobody_vouches_for_themselves(world: World) -> None:
    moderator = world.town.guild.member("moderator who watches", [world.town.moderators])
    person = world.somebody()
    await world.watch(moderator, person)
    asked = await moderator.slash(world.town.general, "watch prove", method="moderators of this server vouch")
    await moderator.press(asked, label("button-vouch-ask"))
    card = await world.town.alerts.next_message(lambda m: says(m, "vouch-title") and person.name in m.text)
    assert says(await moderator.press(card, label("button-vouch")), "refused-vouch-own")
    stranger = world.town.member()
    assert says(await stranger.press(card, label("button-vouch")), "refused-role-moderator")
    await world.town.moderator.press(card, label("button-decline"))
    await moderator.next_dm(lambda m: says(m, "notice-vouch-failed"))
    assert not proved(await listed(moderator))


# --- leaving ------------------------------------------------------------------------------------------------


async def test_an_export_holds_everything_and_is_private(world: World) -> None:
    jane = await world.watcher()
    await world.town.guild.member(jane.who).slash(
        world.town.general, "report", link="https://example.org/mine"
    )
    await world.town.alerts.next_message(lambda m: "mine" in m.text)
    answer = await jane.who.slash(jane.who.dm, "watch export")
    assert answer.ephemeral
    document = json.loads(answer.message.attachments[0].content)
    assert document["account"] == jane.who.id
    assert document["subscriber"]["persons"][0]["names"] == [jane.person.name]
    assert document["subscriber"]["persons"][0]["handles"] == [jane.person.handle]
    assert len(document["reports"]) == 1


async def test_forget_me_asks_once_and_leaves_nothing(world: World) -> None:
    jane = await world.proved()
    await world.post(jane.person)
    note = await world.note(jane.who)
    asked = await jane.who.slash(jane.who.dm, "watch forget-me")
    done = await jane.who.press(asked, label("button-forget"))
    assert says(done, "done-forgotten")
    assert says(await listed(jane.who), "refused-no-watchlist")
    assert says(await jane.who.press(note, "Show details"), "refused-no-alert")
    export = await jane.who.slash(jane.who.dm, "watch export")
    assert jane.person.name not in export.message.attachments[0].content.decode()
    await world.post(jane.person, mild=True)
    await world.card(jane.person)
    await hears_nothing(world, jane.who)


async def test_the_stop_word_ends_everything_and_one_press_begins_again(world: World) -> None:
    jane = await world.watcher()
    jane.who.say(jane.who.dm, "Stop!")
    answer = await jane.who.next_dm(lambda m: says(m, "done-stopped"))
    await world.post(jane.person)
    await world.card(jane.person)
    await hears_nothing(world, jane.who)
    assert says(await listed(jane.who), "watch-stopped")
    await jane.who.press(answer, label("button-start-again"))
    await world.post(jane.person, mild=True)
    await world.note(jane.who)


async def test_the_command_stop_ends_everything_too(world: World) -> None:
    jane = await world.watcher()
    assert says(await jane.who.slash(jane.who.dm, "watch stop"), "done-stopped")
    await world.post(jane.person)
    await world.card(jane.person)
    await hears_nothing(world, jane.who)


async def test_the_stop_word_of_somebody_who_watches_for_nobody_is_just_a_word(world: World) -> None:
    who = world.fake.user("chatty", installed=True)
    who.say(who.dm, "stop")
    await hears_nothing(world, who)
