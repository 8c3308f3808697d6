"""`/setup`, `/case`, `/feed` and `/help` in groups and topics; a watched group and channel; a group that is closed."""

from __future__ import annotations

import pytest

from tests.e2e_telegram.world import Town, World, label, reference, says
from tests.fakes.telegram import Message


async def panel(world: World, town: Town, command: str, *, topic: int | None = None) -> Message:
    """`/setup …` by the creator; -> the panel, in private."""
    town.boss.write(town.group, command, topic=topic)
    return await world.told(town.boss, "setup-title")


async def test_setup_by_its_panel_in_a_topic(world: World) -> None:
    town = await world.found_town("Fresh", forum=True)
    world.fake.bot_moved(town.group, town.boss, "left", "administrator")
    before = [each for each in town.group.messages if each.sender is world.fake.bot]
    shown = await panel(world, town, "/setup", topic=town.topic)
    assert says(shown, "missing-channel")
    assert [each for each in town.group.messages if each.sender is world.fake.bot] == before
    here = next(each for each in shown.buttons if each.startswith(label("button-cards-here")))
    assert "Fresh" in here, "it says where"
    await town.boss.press(shown, here)
    test = await town.group.next_message(lambda each: says(each, "test-card"))
    assert test.topic == town.topic
    await world.fake.until(lambda: says(shown, "setup-ready"), "the panel")
    await town.boss.press(shown, "Forum")
    await world.fake.until(lambda: "✓ Forum" in shown.buttons, "the panel")
    await town.boss.press(shown, label("button-test"))
    await town.group.next_message(lambda each: says(each, "test-card"))
    someone = world.somebody()
    await world.post(someone)
    card = await world.card(someone, town)
    assert card.topic == town.topic
    await town.boss.press(shown, "✓ Forum")
    await world.fake.until(lambda: "Forum" in shown.buttons, "the panel")


async def test_setup_by_words(world: World) -> None:
    town = await world.new_town("Words")
    refused = (
        "/setup feeds Nowhere",
        "/setup severity huge",
        "/setup language xx",
        "/setup dance",
        "/setup moderators",
    )
    for command, says_what in zip(
        refused, ("Forum", "critical", "de", "did not understand", "Whom"), strict=True
    ):
        town.boss.write(town.group, command)
        answer = await world.hears(town.boss, says_what)
        assert not says(answer, "setup-title")
    await panel(world, town, "/setup language de")
    shown = await panel(world, town, "/setup severity medium")
    assert "medium" in shown.text
    shown = await panel(world, town, "/setup feeds Forum")
    assert "✓ Forum" in shown.buttons
    shown = await panel(world, town, "/setup feeds none")
    assert "Forum" in shown.buttons
    helper = await world.member("Helper", town)
    said = helper.write(town.group, "hello")
    for setting in ("escalation", "child_safety"):
        town.boss.write(town.group, f"/setup {setting}", reply_to=said)
        await town.boss.private.next_message(lambda each: each.text.count("Helper") >= 1)
    await panel(world, town, f"/setup moderators {helper.id}")
    shown = await panel(world, town, "/setup moderators none")
    assert "✓ Moderator" not in shown.buttons
    card = await world.reported(town=town)
    assert "Nicht" in card.text or "Meldung" in card.text, "cards speak the group's language"
    assert says(await town.moderator.press(card, "Bestätigen"), "refused-role-moderator")


async def test_setup_names_what_is_missing(world: World) -> None:
    town = await world.found_town("Closed")
    town.group.roles[world.fake.bot.id] = "member"
    town.group.bot_may_write = False
    shown = await panel(world, town, "/setup here")
    assert says(shown, "setup-missing")
    assert says(shown, "missing-send")
    town.group.bot_may_write = True
    await town.boss.press(shown, label("button-test"))
    await world.fake.until(lambda: says(shown, "setup-ready"), "the panel")
    await town.group.next_message(lambda each: says(each, "test-card"))


async def test_case_list_show_and_note(world: World) -> None:
    town = await world.new_town("Cases", feeds="all")
    town.moderator.write(town.group, "/case")
    await world.told(town.moderator, "list-empty")
    mild, grave = world.somebody(), world.somebody()
    await world.post(mild, mild=True)
    await world.post(grave)
    first, second = await world.card(mild, town), await world.card(grave, town)
    town.moderator.write(town.group, "/case list")
    listed = await world.told(town.moderator, "list-title")
    assert listed.text.index(reference(second)) < listed.text.index(reference(first)), "the gravest first"
    before = len(town.group.messages)
    town.moderator.write(town.group, f"/case note {reference(second)} Asked the platform")
    await world.told(town.moderator, "done-note", reference=reference(second))
    town.boss.write(town.group, f"/case {reference(second).lower()}")
    shown = await town.boss.private.next_message(lambda each: label("case-history") in each.text)
    assert "Asked the platform" in shown.text
    assert "Moderator" in shown.text
    assert says(shown, "case-why")
    assert len(town.group.messages) == before, "commands disappear, and answers are private"
    await town.boss.press(shown, "Confirm")
    await world.fake.until(lambda: "confirmed by Boss" in second.text, "the card in the group")
    await world.fake.until(lambda: shown.buttons[0] == label("button-reopen"), "the private view")
    town.moderator.write(town.group, "/case list confirmed")
    decided = await world.told(town.moderator, "list-title")
    assert reference(second) in decided.text
    assert reference(first) not in decided.text
    town.moderator.write(town.group, "/case show H-0000")
    await world.told(town.moderator, "refused-no-reference", reference="H-0000")
    town.moderator.write(town.group, "/case list strange")
    await town.moderator.private.next_message(lambda each: "did not understand" in each.text)
    for command in ("/case list", "/setup", "/feed list"):
        assert says(await world.ask(town.moderator, command), "refused-in-private")
    member = await world.member(town=town)
    for command in (
        "/case",
        f"/case show {reference(first)}",
        f"/case note {reference(first)} x",
        "/feed list",
    ):
        member.write(town.group, command)
        await world.told(member, "refused-role-moderator")


async def test_a_long_queue_has_pages(world: World) -> None:
    town = await world.new_town("Pages")
    for reporter in (await world.member(town=town), await world.member(town=town)):
        for _ in range(6):
            reporter.write(town.group, f"/report {world.link()}")
    await world.fake.until(
        lambda: len([each for each in town.group.messages if "Confirm" in each.buttons]) == 12, "twelve cases"
    )
    town.moderator.write(town.group, "/case list")
    listed = await world.told(town.moderator, "list-title")
    assert listed.text.count("H-") == 10
    await town.moderator.press(listed, label("button-later"))
    await world.fake.until(lambda: listed.text.count("H-") == 2, "the second page")
    await town.moderator.press(listed, label("button-earlier"))
    await world.fake.until(lambda: listed.text.count("H-") == 10, "the first page")


async def test_help_shows_each_what_they_may_do_and_menus_fit_the_chat(world: World) -> None:
    far, member = await world.opened("Far"), await world.member()
    answers = {"far": await world.ask(far, "/help", "Headsup")}
    for name, who in (("member", member), ("moderator", world.moderator), ("boss", world.boss)):
        who.write(world.group, "/help")
        answers[name] = await who.private.next_message(lambda each: says(each, "guide-report"))
    assert all(says(answer, "guide-watch-add") for answer in answers.values())
    assert [name for name in answers if says(answers[name], "guide-case")] == ["moderator", "boss"]
    assert [name for name in answers if says(answers[name], "guide-setup")] == ["boss"]
    menus = {scope: [each["command"] for each in menu] for scope, menu in world.fake.commands.items()}
    assert {"watch", "stop", "cancel"} <= set(menus["all_private_chats::"])
    assert menus["all_group_chats::"] == ["report", "help"]
    assert {"case", "feed", "setup"} <= set(menus["all_chat_administrators::"])
    german = {each["command"]: each["description"] for each in world.fake.commands["all_private_chats::de"]}
    assert (
        german["help"]
        != {each["command"]: each for each in world.fake.commands["all_private_chats::"]}["help"]
    )


async def test_escalation_without_anybody_to_ping_says_how_to_name_them(world: World) -> None:
    town = await world.new_town("Nobody")
    card = await world.reported(town=town)
    assert says(await town.moderator.press(card, "Escalate"), "refused-no-escalation-role")


# --- feeds --------------------------------------------------------------------------------------------------


async def test_a_moderator_sees_what_a_feed_would_deliver_follows_it_and_lists_it(world: World) -> None:
    town = await world.new_town("Feeds")
    world.profiles.add("A castle on a hill", "Nobody is asked for here.")
    options = "name=Old castles severity=high keywords=castle, /dra+gon/"
    town.moderator.write(town.group, f"/feed add {world.profiles.feed} {options}")
    shown = await town.moderator.private.next_message(lambda each: "A castle on a hill" in each.text)
    assert "Nothing is stored yet" in shown.text
    await town.moderator.press(shown, label("button-feed-add"))
    await world.fake.until(lambda: "is followed from now on" in shown.text, "the new face")
    number = shown.text.partition("#")[2].partition(")")[0]  # as it is copied, with what makes it no tag
    town.moderator.write(town.group, "/feed list")
    listed = await world.told(town.moderator, "feed-list-title")
    assert f"#{number}" in listed.text
    assert "Old castles" in listed.text
    for command, answer in (
        ("pause", "paused"),
        ("resume", "followed again"),
        ("remove", "no longer followed"),
    ):
        town.moderator.write(town.group, f"/feed {command} {number}")
        await world.hears(town.moderator, answer)
    town.moderator.write(town.group, f"/feed pause {number}")
    await town.moderator.private.next_message(lambda each: "There is no such feed here" in each.text)
    town.moderator.write(town.group, "/feed test nonsense")
    await town.moderator.private.next_message(lambda each: "cannot be followed" in each.text)
    member = await world.member(town=town)
    member.write(town.group, f"/feed add {world.profiles.feed}")
    await world.told(member, "refused-role-moderator")


async def followed(world: World, town: Town, command: str, *, topic: int | None = None) -> None:
    """A moderator has a chat watched."""
    town.boss.write(town.group, command, topic=topic)
    shown = await world.told(town.boss, "feed-channel-title")
    await town.boss.press(shown, label("button-feed-add"))
    await world.fake.until(lambda: "is watched from now on" in shown.text, "the new face")


async def test_a_watched_group_brings_cards_and_its_edits_are_followed(world: World) -> None:
    town, person, other = await world.new_town("Watched"), world.somebody(), world.somebody()
    world.secrets |= {person.request, other.request}
    author = await world.member("Author", town)
    author.write(town.group, other.request)
    await followed(world, town, "/feed add here")
    town.boss.write(town.group, "/feed list")
    listed = await world.told(town.boss, "feed-list-title")
    assert "Watched" in listed.text, "it is called by its name"
    message = author.write(town.group, "good morning everybody")
    author.edit(message, f"{person.title}\n{person.request}")
    card = await world.card(person, town)
    assert f"author_{author.id}" in card.text
    assert not [each for each in town.group.messages if other.name in each.text and each.buttons], (
        "older: unread"
    )
    quiet = await world.found_town("Quiet")
    await quiet.group.member(author).ask(author.private, "/help")
    author.write(quiet.group, other.request)
    await world.hears_nothing(quiet.boss)
    large = town.group.upgrade()
    await world.ask(world.boss, "/help", "Headsup")
    world.secrets.add(other.mild_request)
    author.write(large, other.mild_request)
    await large.next_message(lambda each: other.name in each.text and "Confirm" in each.buttons)


async def test_who_was_reported_and_who_writes_where_it_is_watched_is_one_requester(world: World) -> None:
    town, person, other = await world.new_town("Both"), world.somebody(), world.somebody()
    world.secrets |= {person.request, other.request}
    author = await world.member("Author", town)
    town.moderator.write(town.group, "/report", reply_to=author.write(town.group, other.request))
    await town.boss.press(await world.card(other, town), "Confirm")
    await followed(world, town, "/feed add here")
    author.write(town.group, person.request)
    assert says(await world.card(person, town), "card-requester-earlier", count=1)


async def test_a_group_whose_messages_the_bot_is_not_shown_cannot_be_watched(world: World) -> None:
    town = await world.new_town("Private")
    town.group.roles[world.fake.bot.id] = "member"
    town.boss.write(town.group, "/feed add here")
    await world.told(town.boss, "refused-channel-closed", channel="Private")


async def test_a_channel_is_watched_for_those_who_administer_it(world: World) -> None:
    town, person, other = await world.new_town("Readers"), world.somebody(), world.somebody()
    channel = world.fake.group("Requests", type="channel", bot_status="administrator")
    channel.username = f"requests_{next(world.numbers)}"
    town.boss.write(town.group, f"/feed add @{channel.username}")
    await world.told(town.boss, "refused-chat-foreign")
    town.boss.write(town.group, "/feed add @nobody_has_this")
    await world.told(town.boss, "refused-chat-foreign")
    channel.member(town.boss, "administrator")
    await followed(world, town, f"/feed add https://t.me/{channel.username}")
    world.secrets |= {person.request, other.request}
    channel.post(person.request)
    card = await world.card(person, town)
    assert "Requests" in card.text
    post = channel.post("good evening")
    channel.edit_post(post, other.request)
    await world.card(other, town)


# --- trouble ------------------------------------------------------------------------------------------------


async def test_the_bot_is_removed_and_invited_again(world: World) -> None:
    town = await world.new_town("Again", feeds="all")
    town.group.member(world.fake.bot, "kicked")
    someone = world.somebody()
    await world.post(someone)
    await world.card(someone)
    town.group.member(world.fake.bot, "administrator")
    fresh = world.somebody()
    await world.post(fresh)
    await world.card(fresh, town)
    assert not [each for each in town.group.messages if someone.name in each.text]


async def test_a_lost_right_is_told_the_creator_once_and_again_when_it_works(world: World) -> None:
    town = await world.new_town("Losing")
    town.group.roles[world.fake.bot.id] = "member"
    town.group.bot_may_write = False
    member = await world.member(town=town)
    links = [world.link(), world.link()]
    for link in links:
        member.write(town.group, f"/report {link}")
    await world.told(town.boss, "notice-channel-forbidden")
    await world.program.alerts_become_due("case")
    await world.post(world.somebody())
    told = [each for each in town.boss.inbox if says(each, "notice-channel-forbidden")]
    assert len(told) == 1
    town.group.bot_may_write = True
    town.boss.write(town.group, "/setup here")
    for link in links:
        await world.card_of(link, town)
    await world.told(town.boss, "notice-channel-mended")


async def test_a_deleted_topic_is_told_and_another_place_gets_what_waited(world: World) -> None:
    town = await world.new_town("Topics", forum=True)
    assert town.topic is not None
    del town.group.topics[town.topic]
    member, link = await world.member(town=town), world.link()
    member.write(town.group, f"/report {link}")
    await world.told(town.boss, "notice-channel-missing")
    town.boss.write(town.group, "/setup here")
    card = await world.card_of(link, town)
    assert card.topic is None
    await world.told(town.boss, "notice-channel-mended")


@pytest.mark.parametrize("hidden", [False, True])
async def test_a_group_that_gets_another_id_stays_set_up(world: World, hidden: bool) -> None:
    """Told by a message, or (`hidden`: that one got lost) by the answer to the next card."""
    small = world.fake.group("Small", type="group", bot_status="administrator")
    boss = small.member(await world.opened("Boss"), "creator")
    boss.write(small, "/setup here")
    await small.next_message(lambda each: says(each, "test-card"))
    if hidden:
        boss.write(small, "/setup feeds all")
        await world.told(boss, "setup-title")
        await world.told(boss, "setup-title")
    large = small.upgrade(told=not hidden)
    someone = world.somebody()
    if hidden:
        await world.post(someone)
        card = await large.next_message(lambda each: someone.name in each.text)
    else:
        member, link = large.member(await world.opened("Rae")), world.link()
        member.write(large, f"/report {link}")
        card = await large.next_message(lambda each: "Confirm" in each.buttons)
    await boss.press(card, "Confirm")
    await world.fake.until(lambda: "confirmed by Boss" in card.text, "the new face")


async def test_a_feed_that_stops_is_told_and_told_again_when_it_works(world: World) -> None:
    town = await world.new_town("News", feeds="all")
    world.errors_expected = True
    world.forum.fail(401)
    await world.poll()
    told = await town.group.next_message(lambda each: says(each, "notice-feed-stopped-title"))
    assert "Forum" in told.text
    world.forum.faults.clear()
    code, output = await world.program.command("feed", "resume", "Forum")
    assert code == 0, output
    await town.group.next_message(lambda each: says(each, "notice-feed-back-title"))
    someone = world.somebody()
    await world.post(someone)
    await world.card(someone, town)
