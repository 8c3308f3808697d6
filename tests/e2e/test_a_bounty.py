"""A bounty or post appears where people ask: the moderators get a card, and the person named a message that is safe."""

from __future__ import annotations

import re

from handlers.texts import texts
from tests.e2e.world import World, defanged, label, plain, reference, says

SEXUAL = re.compile(r"nude|nsfw|sex|lora|porn|naked|likeness|request|image|photo", re.IGNORECASE)


async def test_a_new_bounty_becomes_a_card_and_a_neutral_direct_message(world: World) -> None:
    jane = await world.watcher()
    bounty = world.market.add(f"LoRA of {jane.person.name}", f"<p>{jane.person.request}</p>")
    world.secrets.add(jane.person.request)
    await world.poll("Market")

    card = await world.card(jane.person)
    assert card.buttons == ["Claim", "Confirm", "Dismiss…", "Escalate"]
    assert reference(card) in card.content, "a phone can copy the reference from the plain text"
    assert reference(card) in card.embeds[0]["title"]
    assert "high" in card.embeds[0]["title"]
    fields = {field["name"]: field["value"] for field in card.embeds[0]["fields"]}
    assert says(card, "asks-likeness")
    assert says(card, "asks-sexual")
    assert fields[label("card-source")] == label("source-civitai_bounties")
    assert "5,000 Buzz" in fields[label("card-reward")]
    assert "2026" in fields[label("card-posted")]
    assert "likely" in fields[label("card-confidence")]
    assert says(card, "card-requester-earlier", count=0)
    assert re.fullmatch(r"\|\|LoRA of .*\|\|", fields[label("card-excerpt")], re.DOTALL)
    assert defanged(f"{world.market.url}/bounties/{bounty.id}") in fields[label("card-link")]
    assert "://" not in card.text.replace("[:]//", "")
    assert "url" not in card.embeds[0]

    note = await world.note(jane.who)
    assert plain(note.text) == plain(texts("en")("alert-neutral", count=1))
    assert not note.embeds
    assert not SEXUAL.search(note.text)
    assert jane.person.name.split()[0] not in str(note.payload())
    assert note.buttons == ["Show details", "Not me", "What can I do", "Snooze", "Stop"]


async def test_a_post_on_a_forum_becomes_a_card_and_a_message_too(world: World) -> None:
    jane = await world.watcher()
    link = await world.post(jane.person)
    card = await world.card(jane.person)
    assert says(card, "source-rss")
    assert link not in card.text
    assert defanged(link) in card.text
    await world.note(jane.who)


async def test_what_asks_for_nobody_stays_quiet(world: World) -> None:
    jane = await world.watcher()
    world.forum.add(
        "Weather", f"A style LoRA of mountains; thanks to {jane.person.name} for the idea of the sky."
    )
    await world.post(jane.person)
    assert "Please make" in (await world.card(jane.person)).text
    await world.note(jane.who)
    assert len(jane.who.inbox) == 1


async def test_a_mild_request_is_less_severe_than_a_sexual_one(world: World) -> None:
    assert "low" in (await world.case(mild=True)).embeds[0]["title"]
    assert "high" in (await world.case()).embeds[0]["title"]


async def test_moderators_are_not_told_who_watches(world: World) -> None:
    """The card of a watched name and that of a name that nobody watches differ in the name alone."""
    jane, nobody = await world.watcher(), world.somebody()
    await world.post(jane.person)
    await world.post(nobody)
    watched, unwatched = await world.card(jane.person), await world.card(nobody)
    for card in (watched, unwatched):
        assert "watch" not in card.text.lower()
    assert [f["name"] for f in watched.embeds[0]["fields"]] == [
        f["name"] for f in unwatched.embeds[0]["fields"]
    ]


async def test_the_same_words_posted_again_are_one_case_and_one_message(world: World) -> None:
    jane = await world.watcher()
    for _ in range(2):
        world.forum.add("Wanted", jane.person.request)
        await world.poll("Forum")
    bounty = world.market.add("Wanted", jane.person.request)
    await world.poll("Market")
    card = await world.card(jane.person)
    await world.fake.until(lambda: says(card, "card-items"), "the other post on the card")
    await world.note(jane.who)
    later = await world.case()
    assert later is not card
    assert len([m for m in world.town.alerts.messages if jane.person.name in m.text]) == 1
    assert len(jane.who.inbox) == 1
    assert bounty.name == "Wanted"


async def test_every_watcher_of_a_name_is_told_and_none_of_the_others(world: World) -> None:
    jane = await world.watcher()
    mother = world.fake.user("mother", installed=True)
    await world.watch(mother, jane.person, standing="guardian")
    other = await world.watcher()
    await world.post(jane.person)
    await world.note(jane.who)
    await world.note(mother)
    await world.card(jane.person)
    assert other.who.inbox == []


async def test_what_was_posted_before_the_bot_came_alerts_nobody(world: World) -> None:
    """Another server that subscribes later gets what is new from then on."""
    old = world.somebody()
    await world.post(old)
    await world.card(old)
    town = world.new_town()
    await world.set_up(town)
    fresh = world.somebody()
    await world.post(fresh)
    await world.card(fresh, town.alerts)
    assert not [m for m in town.alerts.messages if old.name in m.text]


async def test_a_post_that_may_concern_a_young_person_is_not_quoted(world: World) -> None:
    person = world.somebody()
    world.forum.add(
        f"Yearbook video: {person.name}",
        "He is in 12th grade, 17. We want him as an astronaut for the graduation film. 30 photos from the "
        "yearbook team. Just the face LoRA.",
    )
    await world.poll("Forum")
    card = await world.town.alerts.next_message(lambda m: says(m, "card-minor"))
    assert person.name not in card.text
    assert "[:]//" not in card.text
    assert "||" not in card.text
    refused = await world.town.moderator.press(card, label("button-open"))
    assert says(refused, "refused-role-child_safety")
    guardian = world.town.guild.member("guardian", [world.town.child_safety])
    opened = await guardian.press(card, label("button-open"))
    assert opened.ephemeral
    assert says(opened, "route-ncmec-tipline-name")
    assert person.name not in opened.text
