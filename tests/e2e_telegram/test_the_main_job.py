"""What Headsup is for, on Telegram: a post or report becomes a card and a safe note; people decide and are told."""

from __future__ import annotations

from handlers.cards import defang
from tests.e2e.program import eventually
from tests.e2e_telegram.world import Watcher, World, reference


async def test_a_new_post_becomes_a_card_in_the_topic_and_a_neutral_note(world: World) -> None:
    jane = await world.watcher()
    await world.post(jane.person)
    card = await world.card(jane.person)
    assert card.topic == world.alerts
    assert card.text.startswith("🟠")
    assert "may ask for" in card.text
    assert "watch" not in card.text.lower()
    assert card.buttons == ["Claim", "Confirm", "Dismiss…", "Escalate"]
    note = await world.note(jane.who)
    assert not {*jane.person.name.split(), "LoRA", "nude"} & set(note.text.split())


async def test_details_open_after_a_proof_and_not_before(world: World) -> None:
    someone = world.somebody()
    url = f"{world.profiles.url}/posts/{someone.handle[1:]}"
    who = await world.opened("Jane")
    await world.watch(who, someone, url)
    jane = Watcher(who, someone)
    link = await world.post(someone)
    note = await world.note(who)
    before = await world.press(who, note, "Show details", "A possible request")
    assert someone.name not in before.text
    await world.prove(jane, url)
    details = await world.press(who, note, "Show details", "What is known")
    assert someone.name in details.text
    assert defang(link) in details.text
    sure = await world.press(who, details, "Show the post's own words", "hurtful")
    words = await world.press(who, sure, "Yes, show them", "LoRA")
    assert any(mark["type"] == "spoiler" for mark in words.marks)


async def test_not_me_snooze_help_and_stop(world: World) -> None:
    jane = await world.watcher()
    await world.post(jane.person)
    note = await world.note(jane.who)
    await world.press(jane.who, note, "What can I do", "What can be done")
    ask = await world.press(jane.who, note, "Snooze", "When")
    await jane.who.press(ask, "in an hour")
    await world.fake.until(lambda: "in an hour" in ask.text and not ask.buttons, "the new face")
    assert "somebody else" in (await world.press(jane.who, note, "Not me")).text
    stopped = await world.press(jane.who, note, "Stop", "Everything has stopped")
    await jane.who.press(stopped, "Start again")


async def test_a_report_gets_a_receipt_a_card_a_decision_and_the_reporter_hears_of_it(world: World) -> None:
    member, link = await world.member(), world.link()
    written = member.write(world.group, f"/report {link}")
    card = await world.card_of(link)
    receipt = await member.private.next_message(lambda each: "Thank you" in each.text)
    assert reference(receipt) == reference(card)
    await world.fake.until(lambda: written.deleted, "the command to be removed")
    await world.moderator.press(card, "Confirm")
    await world.fake.until(lambda: "confirmed by Moderator" in card.text, "the new face")
    told = await member.private.next_message(lambda each: reference(card) in each.text)
    assert "confirmed your report" in told.text
    assert "Not a request" not in card.text


async def test_ten_reports_of_one_link_are_one_case(world: World) -> None:
    link = world.link()
    for _ in range(10):
        member = await world.member()
        member.write(world.group, f"/report {link}")
    card = await world.card_of(link)
    await world.fake.until(lambda: "10 members reported" in card.text, "all ten on the card")


async def test_a_report_in_private_goes_to_the_home_group(world: World) -> None:
    who, link = await world.opened("Far away"), world.link()
    await world.ask(who, f"/report {link}", "Thank you")
    card = await world.card_of(link)
    await world.moderator.press(card, "Dismiss…")
    asked = await world.moderator.private.next_message(lambda each: "Why" in each.text)
    await world.moderator.press(asked, "Already handled")
    await who.private.next_message(lambda each: "closed it without action" in each.text)


async def test_a_moderator_sees_who_reported_and_may_mute_them(world: World) -> None:
    member, link = await world.member("Rae"), world.link()
    member.write(world.group, f"/report {link}")
    card = await world.card_of(link)
    await member.private.next_message(lambda each: "Thank you" in each.text)
    world.moderator.write(world.group, f"/case show {reference(card)}")
    shown = await world.moderator.private.next_message(lambda each: "History" in each.text)
    assert "Rae" in shown.text
    await world.moderator.press(shown, "Mute the first reporter for 7 days")
    await world.moderator.private.next_message(lambda each: "not taken for 7 days" in each.text)
    member.write(world.group, f"/report {world.link()}")
    await member.private.next_message(lambda each: "do not take your reports" in each.text)


async def test_everything_that_is_kept_can_be_had_and_deleted(world: World) -> None:
    jane = await world.watcher()
    exported = await world.ask(jane.who, "/watch export", "Your data")
    assert exported.file is not None
    assert jane.person.name.encode() in exported.file.content
    asked = await world.ask(jane.who, "/watch forget-me", "cannot be undone")
    await jane.who.press(asked, "Forget me")
    await world.fake.until(lambda: "is deleted" in asked.text, "the new face")
    assert "no watchlist" in (await world.ask(jane.who, "/watch list")).text


async def test_german_is_spoken_to_who_speaks_it(world: World) -> None:
    who = world.fake.user("Anna", language="de")
    who.start()
    assert "Ich" in (await who.private.next_message()).text


async def test_readiness_says_telegram(world: World) -> None:
    async def is_ready() -> bool:
        status, body = await world.program.get("/readyz")
        return status == 200 and '"telegram": true' in body

    await eventually(is_ready, "/readyz")
