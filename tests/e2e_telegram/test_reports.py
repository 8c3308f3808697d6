"""`/report` by every way there is: receipt, card, decision, and the reporter hears of it; limits, mutes and `status`."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

import pytest

from handlers.cards import defang
from tests.e2e_telegram.world import World, label, reference, says
from tests.fakes.telegram import Account, Message

Way = Callable[[World, str], Awaitable[tuple[Account, str]]]
"""Reports these words; -> who did, and what a card will show of it."""


async def by_link(world: World, words: str) -> tuple[Account, str]:
    member, link = await world.member(), world.link()
    written = member.write(world.group, f"/report {link} It names a real person")
    await world.fake.until(lambda: written.deleted, "the command to be removed")
    return member, defang(link)


async def by_words(world: World, words: str) -> tuple[Account, str]:
    member = await world.member()
    member.write(world.group, f"/report@{world.fake.bot.username} {words}")
    return member, words


async def by_reply(world: World, words: str) -> tuple[Account, str]:
    member, author = await world.member(), await world.member("Author")
    bad = author.write(world.group, words)
    member.write(world.group, "/report please look", reply_to=bad)
    return member, words


async def by_file(world: World, words: str) -> tuple[Account, str]:
    member, name = await world.member(), f"screenshot-{next(world.numbers)}.png"
    member.write(world.group, "/report", file=world.fake.file(name, b"not a picture"))
    return member, name


async def by_questions(world: World, words: str) -> tuple[Account, str]:
    """Nothing was given with it: the questions come in private."""
    member, link = await world.member(), world.link()
    written = member.write(world.group, "/report")
    question = await member.private.next_message(lambda each: "Question 1 of 3" in each.text)
    assert label("report-form-link") in question.text
    await world.fake.until(lambda: written.deleted, "the command to be removed")
    await world.ask(member, link, label("report-form-text"))
    question = await world.ask(member, words, label("report-form-reason"))
    await member.press(question, "Skip")
    return member, defang(link)


async def by_forward(world: World, words: str) -> tuple[Account, str]:
    who, author = await world.opened("Far away"), world.fake.user("Author")
    elsewhere = world.fake.group("Elsewhere", bot_status="left")
    who.forward(elsewhere.member(author).write(elsewhere, words))
    return who, words


async def by_forward_of_one_who_hides(world: World, words: str) -> tuple[Account, str]:
    who, author = await world.opened("Far away"), world.fake.user("Author")
    elsewhere = world.fake.group("Elsewhere", bot_status="left")
    who.forward(elsewhere.member(author).write(elsewhere, words), hides=True)
    return who, words


async def by_forward_of_a_channel(world: World, words: str) -> tuple[Account, str]:
    who, channel = (
        await world.opened("Far away"),
        world.fake.group("Wanted", type="channel", bot_status="left"),
    )
    channel.username = f"wanted_{next(world.numbers)}"
    post = channel.post(words)
    who.forward(post)
    return who, defang(f"https://t.me/{channel.username}/{post.id}")


WAYS = (
    by_link, by_words, by_reply, by_file, by_questions,
    by_forward, by_forward_of_one_who_hides, by_forward_of_a_channel,
)  # fmt: skip


def shown(card: Message, mark: str) -> bool:
    """Whether a card shows these words, whatever keeps them from being a link."""
    return mark in card.text.replace("\u2060", "")


@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.__name__)
async def test_a_report_gets_a_receipt_a_card_a_decision_and_the_reporter_hears_of_it(
    world: World, way: Way
) -> None:
    words = f"Who makes a LoRA of Quillon Nobody? Paying. Ticket {'abcdefgh'[WAYS.index(way)] * 3}"
    world.secrets.add(words)
    reporter, mark = await way(world, words)
    receipt = await reporter.private.next_message(lambda each: "Thank you" in each.text)
    assert says(receipt, "receipt", reference=reference(receipt))
    assert receipt.text.splitlines()[-1] == reference(receipt), "a tap copies it"

    card = await world.group.next_message(lambda each: shown(each, mark) and "Confirm" in each.buttons)
    assert reference(card) == reference(receipt)
    assert str(reporter.id) not in str(card.payload())
    assert reporter.name not in card.text
    assert says(card, "card-reports-value", count=1)

    await world.moderator.press(card, "Confirm")
    told = await reporter.private.next_message(lambda each: reference(card) in each.text)
    assert says(told, "reporter-confirmed", reference=reference(receipt))
    assert says(card, "short-confirmed")


async def test_who_has_not_opened_the_private_chat_finds_the_receipt_behind_a_link(world: World) -> None:
    shy, link = world.group.member("Shy"), world.link()
    written = shy.write(world.group, f"/report {link}", topic=world.group.topic("Talk"))
    card = await world.card_of(link)
    pointer = await world.group.next_message(lambda each: says(each, "private-thanks"))
    assert pointer.topic == written.topic, "it stands where they wrote"
    assert pointer.silent
    assert shy.name not in pointer.text
    assert reference(card) not in pointer.text
    await world.fake.until(lambda: written.deleted, "the command to be removed")
    shy.start(pointer.keys[0]["url"].partition("start=")[2])
    status = await world.told(shy, "report-status-title")
    assert reference(card) in status.text
    other = await world.opened("Other")
    other.start(pointer.keys[0]["url"].partition("start=")[2])
    assert reference(card) not in (await world.told(other, "refused-no-report")).text
    await world.moderator.press(card, "Confirm")
    await world.told(shy, "reporter-confirmed", reference=reference(card))


async def test_where_the_bot_may_not_delete_the_reporter_is_told_so(world: World) -> None:
    town = await world.new_town("Weak")
    town.group.roles[world.fake.bot.id] = "member"
    member, link = await world.member(town=town), world.link()
    written = member.write(town.group, f"/report {link}")
    await world.told(member, "private-command-stays")
    assert not written.deleted
    await world.card_of(link, town)


async def test_an_administrator_who_hides_is_told_how_to_report(world: World) -> None:
    town = await world.new_town("Hidden")
    town.boss.write(town.group, f"/report {world.link()}", hidden=True)
    await town.group.next_message(lambda each: says(each, "anonymous-report"))


async def test_a_link_without_words_is_shown_for_the_moderators_to_look_at(world: World) -> None:
    card = await world.reported()
    assert card.text.startswith("⚪")
    assert says(card, "asks-nothing")
    assert says(card, "card-link")


async def test_a_member_has_one_vote_an_item_and_hears_when_it_was_decided(world: World) -> None:
    member, link = await world.member(), world.link()
    for _ in range(2):
        member.write(world.group, f"/report {link}")
        await member.private.next_message(lambda each: "Thank you" in each.text)
    card = await world.card_of(link)
    assert says(card, "card-reports-value", count=1)
    await world.moderator.press(card, "Confirm")
    late = await world.member()
    late.write(world.group, f"/report {link}")
    await world.told(late, "receipt-known", state=label("short-confirmed"), reference=reference(card))


async def test_a_reporter_who_makes_too_many_is_told_so(world: World) -> None:
    member = await world.opened("Eager")
    for _ in range(10):
        await world.ask(member, f"/report {world.link()}", "Thank you")
    refused = await world.ask(member, f"/report {world.link()}")
    assert says(refused, "refused-too-many-reports", count=10)


async def test_a_mute_counts_in_its_group_alone(world: World) -> None:
    member = await world.member("Rude")
    card = await world.reported(by=member)
    world.moderator.write(world.group, f"/case {reference(card)}")
    seen = await world.moderator.private.next_message(lambda each: "History" in each.text)
    await world.moderator.press(seen, label("button-mute"))
    await world.told(world.moderator, "done-muted", days=7)
    member.write(world.group, f"/report {world.link()}")
    await member.private.next_message(lambda each: "do not take your reports until" in each.text)
    elsewhere = await world.new_town("Elsewhere")
    elsewhere.group.member(member).write(elsewhere.group, f"/report {world.link()}")
    await member.private.next_message(lambda each: "Thank you" in each.text)


async def test_status_shows_ones_own_reports_alone(world: World) -> None:
    member, other = await world.member(), await world.member("Other")
    first, second = await world.reported(by=member), await world.reported(by=member)
    await world.moderator.press(first, "Confirm")
    every = await world.ask(member, "/report status", label("report-status-title"))
    assert reference(first) in every.text
    assert reference(second) in every.text
    one = await world.ask(member, f"/report status {reference(first).lower()}", label("report-status-title"))
    assert says(one, "short-confirmed")
    assert reference(second) not in one.text
    refused = await world.ask(other, f"/report status {reference(first)}")
    assert says(refused, "refused-no-report")


async def test_an_empty_form_is_no_report_and_can_be_filled_or_left(world: World) -> None:
    member = await world.opened("Hasty")
    question = await world.ask(member, "/report", "Question 1 of 3")
    question = await world.press(member, question, "Skip", "Question 2 of 3")
    question = await world.press(member, question, "Skip", "Question 3 of 3")
    again = await world.press(member, question, "Skip", "Question 1 of 3")
    assert says(again, "refused-empty-report")
    await member.press(again, "Cancel")
    await world.fake.until(lambda: says(again, "conversation-left"), "the question to be over")
    assert says(await world.ask(member, "/report status"), "refused-no-report")


async def test_a_reported_post_reaches_the_person_it_names(world: World) -> None:
    jane, member = await world.watcher(), await world.member()
    world.secrets.add(jane.person.request)
    member.write(world.group, f"/report {jane.person.request}")
    await world.card(jane.person)
    note = await world.note(jane.who)
    assert jane.person.name not in note.text


async def test_markup_names_and_links_of_a_report_are_shown_dead(world: World) -> None:
    member = await world.member()
    words = "@everyone_here #tag /stop evil.example <b>LoRA</b> [x](https://evil.example) \u202e turned, ticket zz"
    member.write(world.group, f"/report {words}")
    card = await world.group.next_message(lambda each: "ticket zz" in each.text)
    assert not {mark["type"] for mark in card.marks} & {
        "url",
        "mention",
        "bot_command",
        "text_link",
        "hashtag",
    }
    assert "\u202e" not in card.text
    assert shown(card, "<b>LoRA</b>")
    assert len([mark for mark in card.marks if mark["type"] == "spoiler"]) == 1


async def test_a_message_of_one_group_is_not_shown_to_another_that_has_its_words_or_its_link(
    world: World,
) -> None:
    home, other = await world.new_town("Home"), await world.new_town("Other")
    words = "Who makes a LoRA of Quillon Nobody for the two of us? Paying. Ticket homely"
    world.secrets.add(words)
    author = await world.member("Author", home)
    bad = author.write(home.group, words)
    (await world.member(town=home)).write(home.group, "/report", reply_to=bad)
    theirs = await home.group.next_message(lambda each: shown(each, words) and "Confirm" in each.buttons)
    assert shown(theirs, author.username)
    link = f"https://t.me/c/{str(home.group.id).removeprefix('-100')}/{bad.id}"
    assert shown(theirs, defang(link))
    stranger = await world.member(town=other)
    stranger.write(other.group, f"/report {words}")
    by_words = await other.group.next_message(lambda each: shown(each, words) and "Confirm" in each.buttons)
    assert not shown(by_words, author.username)
    assert not shown(by_words, defang(link))
    stranger.write(other.group, f"/report {link}")
    by_link = await other.group.next_message(lambda each: shown(each, defang(link)))
    assert not shown(by_link, author.username)
    assert not shown(by_link, words)


async def test_pictures_that_are_forwarded_are_cases_of_their_own(world: World) -> None:
    who, elsewhere = await world.opened("Far away"), world.fake.group("Elsewhere", bot_status="left")
    photo = world.fake.file("photo.jpg", b"not a picture", "photo")
    for name in ("Picturer one", "Picturer two"):
        author = elsewhere.member(name)
        who.forward(author.write(elsewhere, "", file=photo))
        receipt = await who.private.next_message(lambda each: "Thank you" in each.text)
        assert says(receipt, "receipt", reference=reference(receipt)), "nobody has decided on it"
        reported = reference(receipt)
        card = await world.group.next_message(lambda each: "Confirm" in each.buttons and "photo" in each.text)
        assert reference(card) == reported
        assert shown(card, author.username)
        await world.moderator.press(card, "Confirm")
