"""A post appears where people ask: the group's moderators get a card, and the person named a message that is safe."""

from __future__ import annotations

import re

from handlers.cards import defang
from handlers.texts import texts
from tests.e2e_telegram.world import World, label, plain, reference, says
from tests.fakes.telegram import Message

SEXUAL = re.compile(r"nude|nsfw|sex|lora|porn|naked|likeness|request|image|photo", re.IGNORECASE)


def marked(message: Message, kind: str) -> list[str]:
    """The parts of a message that are marked so."""
    text = message.text.encode("utf-16-le")
    spans = [(2 * mark["offset"], 2 * mark["length"]) for mark in message.marks if mark["type"] == kind]
    return [text[begin : begin + length].decode("utf-16-le") for begin, length in spans]


def headings(card: Message) -> list[str]:
    """What stands in bold in a card, its title left out."""
    return marked(card, "bold")[1:]


async def test_a_card_says_all_that_moderators_need_and_nothing_in_it_can_be_pressed_but_its_buttons(
    world: World,
) -> None:
    jane = await world.watcher()
    link = await world.post(jane.person)
    card = await world.card(jane.person)
    assert card.text.splitlines()[0].startswith("🟠"), "its gravity can be seen from far"
    assert "high" in card.text.splitlines()[0]
    assert marked(card, "code")[-1] == reference(card), "a tap copies the reference"
    for key in ("asks-likeness", "asks-sexual", "source-rss", "card-footer"):
        assert says(card, key), key
    for key in ("source", "confidence", "posted", "link", "excerpt"):
        assert label(f"card-{key}") in headings(card), key
    (excerpt,) = marked(card, "spoiler")
    assert jane.person.name in excerpt
    assert defang(link) in card.text
    assert "://" not in card.text.replace("[:]//", "")

    note = await world.note(jane.who)
    assert plain(note.text) == plain(texts("en")("alert-neutral", count=1))
    assert not SEXUAL.search(note.text)
    assert jane.person.name.split()[0] not in str(note.payload())
    assert note.buttons == ["Show details", "Not me", "What can I do", "Snooze", "Stop"]
    await world.press(jane.who, note, "Stop", "Everything has stopped")


async def test_a_bounty_of_a_marketplace_reaches_moderators_and_the_person(world: World) -> None:
    jane = await world.watcher()
    bounty = world.market.add(jane.person.title, f"<p>{jane.person.request}</p>")
    await world.poll("Market")
    card = await world.card(jane.person)
    assert says(card, "source-civitai_bounties")
    assert defang(f"{world.market.url}/bounties/{bounty.id}") in card.text
    await world.note(jane.who)


async def test_what_asks_for_nobody_stays_quiet(world: World) -> None:
    jane = await world.watcher()
    words = f"{jane.person.name} painted the mountains over our town; the exhibition opens on Friday."
    world.forum.add("An exhibition", words)
    await world.poll()
    await world.hears_nothing(jane.who)
    assert not [each for each in world.group.messages if "mountains" in each.text]


async def test_a_mild_request_looks_less_grave_and_cards_do_not_say_who_watches(world: World) -> None:
    jane, nobody = await world.watcher(), world.somebody()
    await world.post(jane.person)
    await world.post(nobody)
    watched, unwatched = await world.card(jane.person), await world.card(nobody)
    assert headings(watched) == headings(unwatched)
    for card in (watched, unwatched):
        assert "watch" not in card.text.lower()
    await world.post(nobody, mild=True)
    mild = await world.card(nobody)
    assert mild.text.startswith(("🔵", "🟡")), mild.text


async def test_the_same_words_posted_again_are_one_case_and_one_message(world: World) -> None:
    jane = await world.watcher()
    for _ in range(2):
        world.forum.add("Wanted", jane.person.request)
        await world.poll()
    await world.card(jane.person)
    await world.note(jane.who)
    await world.hears_nothing(jane.who)
    assert len([each for each in world.group.messages if jane.person.name in each.text]) == 1


async def test_every_watcher_of_a_name_is_told(world: World) -> None:
    jane = await world.watcher()
    mother = await world.opened("Mother")
    await world.watch(mother, jane.person, standing="guardian")
    await world.post(jane.person)
    await world.note(jane.who)
    await world.note(mother)
    await world.card(jane.person)


async def test_a_group_that_comes_later_gets_what_is_new_from_then_on_and_what_is_grave_enough(
    world: World,
) -> None:
    old, mild, fresh = world.somebody(), world.somebody(), world.somebody()
    await world.post(old)
    await world.card(old)
    town = await world.new_town("Later", feeds="all")
    town.boss.write(town.group, "/setup severity high")
    panel = await town.boss.private.next_message(lambda each: "high" in each.text)
    assert label("setup-severity") in panel.text
    await world.post(mild, mild=True)
    await world.card(mild)
    await world.post(fresh)
    await world.card(fresh, town)
    assert not [each for each in town.group.messages if old.name in each.text or mild.name in each.text]


async def test_a_post_that_may_concern_a_young_person_is_not_quoted(world: World) -> None:
    person = world.somebody()
    world.forum.add(
        f"Yearbook video: {person.name}",
        "He is in 12th grade, 17. We want him as an astronaut for the graduation film. 30 photos from the "
        "yearbook team. Just the face LoRA.",
    )
    await world.poll()
    card = await world.group.next_message(lambda each: says(each, "card-minor"))
    assert person.name not in card.text
    assert "[:]//" not in card.text
    assert marked(card, "spoiler") == []
    refused = await world.moderator.press(card, label("button-open"))
    assert refused.alert
    assert says(refused, "refused-role-child_safety")
    guardian = await world.member("Guardian")
    world.boss.write(world.group, "/setup child_safety", reply_to=guardian.write(world.group, "hello"))
    await world.boss.private.next_message(lambda each: "Guardian" in each.text)
    opened = await world.press(guardian, card, label("button-open"))
    assert says(opened, "sensitive-body")
    assert says(opened, "route-ncmec-tipline-name")
    assert person.name not in opened.text
