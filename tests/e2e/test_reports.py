"""`/report` by every way there is: receipt, card, decision, and the reporter hears of it; limits, mutes and `status`."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

import pytest

from tests.e2e.world import World, defanged, label, reference, says
from tests.fakes.discord import Answer, Person

Way = Callable[[World, str], Awaitable[tuple[Person, Answer, str]]]


def _link(world: World) -> str:
    link = f"https://forum.example.org/{next(world.numbers)}"
    world.secrets.add(link)
    return link


async def by_link(world: World, words: str) -> tuple[Person, Answer, str]:
    member, link = world.town.member(), _link(world)
    answer = await member.slash(world.town.general, "report", link=link, reason="It names a real person")
    return member, answer, defanged(link)


async def by_text(world: World, words: str) -> tuple[Person, Answer, str]:
    member = world.town.member()
    return member, await member.slash(world.town.general, "report", text=words), words


async def by_attachment(world: World, words: str) -> tuple[Person, Answer, str]:
    member = world.town.member()
    name = f"screenshot-{next(world.numbers)}.png"
    file = world.fake.attachment(name, b"not a picture")
    file.url = f"{world.forum.url}/{name}"
    return member, await member.slash(world.town.general, "report", attachment=file), name


async def by_form(world: World, words: str) -> tuple[Person, Answer, str]:
    member, link = world.town.member(), _link(world)
    form = await member.slash(world.town.general, "report")
    assert form.kind == "modal"
    filled = {label("report-form-link"): link, label("report-form-text"): words}
    return member, await member.submit(form, filled), defanged(link)


async def by_message_menu(world: World, words: str) -> tuple[Person, Answer, str]:
    member = world.town.member()
    message = world.town.member("poster").say(world.town.general, words)
    return member, await member.context_menu(message, "Report likeness request"), words


async def in_direct_messages(world: World, words: str) -> tuple[Person, Answer, str]:
    member, link = world.fake.user("far away", installed=True), _link(world)
    return member, await member.slash(member.dm, "report", link=link, text=words), defanged(link)


async def in_a_server_without_the_bot(world: World, words: str) -> tuple[Person, Answer, str]:
    elsewhere = world.fake.guild("Elsewhere", bot=False)
    channel = elsewhere.channel("general")
    member = elsewhere.member(world.fake.user("far away", installed=True))
    message = elsewhere.member("poster").say(channel, words)
    return member, await member.context_menu(message, "Report likeness request"), words


WAYS = (
    by_link,
    by_text,
    by_attachment,
    by_form,
    by_message_menu,
    in_direct_messages,
    in_a_server_without_the_bot,
)


@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.__name__)
async def test_a_report_gets_a_receipt_a_card_a_decision_and_the_reporter_hears_of_it(
    world: World, way: Way
) -> None:
    someone = world.somebody()
    world.secrets.add(someone.request)
    reporter, receipt, mark = await way(world, someone.request)
    assert receipt.ephemeral
    assert says(receipt, "receipt", reference=reference(receipt))
    assert reference(receipt) in receipt.content, "a phone can copy the reference from the plain text"

    card = await world.town.alerts.next_message(lambda m: mark in m.text)
    assert reference(card) == reference(receipt)
    assert reporter.id not in str(card.payload())
    assert says(card, "card-reports-value", count=1)

    decided = await world.town.moderator.press(card, "Confirm")
    assert decided.kind == "update"
    assert says(card, "short-confirmed")
    reporter.fake.pulse()
    told = await reporter.next_dm(lambda m: reference(receipt) in m.text)
    assert says(told, "reporter-confirmed", reference=reference(receipt))
    assert someone.name not in told.text


async def test_an_attachment_is_named_and_never_opened(world: World) -> None:
    _, _, name = await by_attachment(world, "")
    await world.town.alerts.next_message(lambda m: name in m.text)
    assert not world.forum.requests(name)


async def test_a_dismissal_needs_a_reason_and_the_reporter_hears_a_kind_word(world: World) -> None:
    member = world.town.member()
    card = await world.reported(by=member)
    asked = await world.town.moderator.press(card, "Dismiss…")
    assert asked.ephemeral
    assert says(card, "state-open")
    done = await world.town.moderator.select(asked, label("dismiss-prompt"), label("dismiss-fictional"))
    assert says(done, "done-dismissed")
    await world.fake.until(lambda: label("dismiss-fictional") in card.text, "the new face of the card")
    told = await member.next_dm()
    assert says(told, "reporter-dismissed", reference=reference(card))


async def test_a_link_without_words_is_shown_as_not_recognised_for_the_moderators_to_look_at(
    world: World,
) -> None:
    card = await world.reported()
    assert "none" in card.embeds[0]["title"]
    assert says(card, "asks-nothing")
    assert says(card, "card-link")


async def test_ten_reports_of_one_link_are_one_case(world: World) -> None:
    link = _link(world)
    receipts = [await world.town.member().slash(world.town.general, "report", link=link) for _ in range(10)]
    assert len({reference(receipt) for receipt in receipts}) == 1
    card = await world.town.alerts.next_message(lambda m: defanged(link) in m.text)
    await world.fake.until(lambda: says(card, "card-reports-value", count=10), "all ten on the card")
    assert len([m for m in world.town.alerts.messages if defanged(link) in m.text]) == 1


async def test_a_member_has_one_vote_an_item(world: World) -> None:
    link, member = _link(world), world.town.member()
    first = await member.slash(world.town.general, "report", link=link)
    second = await member.slash(world.town.general, "report", link=link)
    assert reference(first) == reference(second)
    card = await world.town.alerts.next_message(lambda m: defanged(link) in m.text)
    shown = await world.town.moderator.slash(world.town.alerts, "case show", reference=reference(card))
    assert says(shown, "card-reports-value", count=1)


async def test_a_report_of_what_was_decided_says_so(world: World) -> None:
    link = _link(world)
    await world.town.member().slash(world.town.general, "report", link=link)
    card = await world.town.alerts.next_message(lambda m: defanged(link) in m.text)
    await world.town.moderator.press(card, "Confirm")
    late = await world.town.member().slash(world.town.general, "report", link=link)
    assert says(late, "receipt-known", state=label("short-confirmed"), reference=reference(card))


async def test_a_reporter_who_makes_too_many_is_told_so(world: World) -> None:
    member = world.town.member()
    for _ in range(10):
        assert "H-" in (await member.slash(world.town.general, "report", link=_link(world))).text
    refused = await member.slash(world.town.general, "report", link=_link(world))
    assert says(refused, "refused-too-many-reports", count=10)


async def test_a_muted_reporter_is_told_so(world: World) -> None:
    member = world.town.member()
    card = await world.reported(by=member)
    shown = await world.town.moderator.slash(world.town.alerts, "case show", reference=reference(card))
    assert member.mention in shown.text, "moderators alone see who reported"
    assert says(await world.town.moderator.press(shown, label("button-mute")), "done-muted", days=7)
    refused = await member.slash(world.town.general, "report", link=_link(world))
    assert refused.ephemeral
    assert "do not take your reports until" in refused.text
    elsewhere = world.new_town()
    await world.set_up(elsewhere)
    elsewhere.guild.member(member)
    assert "H-" in (await member.slash(elsewhere.general, "report", link=_link(world))).text


async def test_status_shows_ones_own_reports_alone(world: World) -> None:
    member, other = world.town.member(), world.town.member()
    first, second = await world.reported(by=member), await world.reported(by=member)
    await world.town.moderator.press(first, "Confirm")
    every = await member.slash(world.town.general, "report", status="all")
    assert reference(first) in every.text
    assert reference(second) in every.text
    one = await member.slash(member.dm, "report", status=reference(first).lower())
    assert says(one, "short-confirmed")
    assert reference(second) not in one.text
    refused = await other.slash(world.town.general, "report", status=reference(first))
    assert says(refused, "refused-no-report")


async def test_what_cannot_be_a_report_is_refused_and_changes_nothing(world: World) -> None:
    member = world.town.member()
    assert says(await member.slash(world.town.general, "report", link="not a link"), "refused-link")
    form = await member.slash(world.town.general, "report")
    assert says(await member.submit(form, {}), "refused-empty-report")
    assert says(await member.slash(world.town.general, "report", status="all"), "refused-no-report")
    assert member.inbox == []


async def test_a_reported_post_reaches_the_person_it_names(world: World) -> None:
    jane = await world.watcher()
    world.secrets.add(jane.person.request)
    await world.town.member().slash(world.town.general, "report", text=jane.person.request)
    await world.card(jane.person)
    note = await world.note(jane.who)
    assert jane.person.name not in note.text


async def test_markup_mentions_and_links_of_a_report_are_shown_dead(world: World) -> None:
    someone, member = world.somebody(), world.town.member()
    words = f"@everyone <@{member.id}> **LoRA** of {someone.name} <@&{world.town.helpers.id}> || spoiler \u202e turned"
    await world.town.member().slash(world.town.general, "report", text=words)
    card = await world.card(someone)
    assert card.pinged == frozenset()
    excerpt = next(f["value"] for f in card.embeds[0]["fields"] if f["name"] == label("card-excerpt"))
    assert "**LoRA**" not in excerpt
    assert "@everyone" not in excerpt
    assert f"<@{member.id}>" not in excerpt
    assert "\u202e" not in excerpt
    assert excerpt.count("||") == 2
