"""A member's report: its ways, its limits, what the reporter hears."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest
from structlog.testing import capture_logs

from feeds import Item
from feeds.channels import discord_message
from handlers import communities
from handlers.cards import Upload
from storage import schema as tables
from tests.handlers.harness import MEMBER, MODERATOR, STRANGER, World, item, said, someone

LINK = "https://board.example/post/7"


async def test_the_receipt_has_a_reference_that_status_knows(world: World) -> None:
    await world.setup()
    receipt = await world.command(MEMBER, "report", link=LINK, reason="please look")
    assert receipt.card is not None
    reference = receipt.card.copyable
    assert reference == world.cards[0].copyable
    status = await world.command(MEMBER, "report", status=reference)
    assert reference in said(status.card)
    other = await world.command(someone("55"), "report", status=reference)
    assert "no such report" in said(other.card)


async def test_nothing_given_opens_a_form_whose_answers_are_a_report(small_world: World) -> None:
    world = small_world
    await world.setup()
    asked = await world.command(MEMBER, "report")
    assert asked.form is not None
    assert [field.key for field in asked.form.fields] == ["link", "text", "reason"]
    await world.press(MEMBER, asked.form.action, {"link": "", "text": "[likeness] a model", "reason": ""})
    assert [card.severity for card in world.cards] == ["low"]


@pytest.mark.parametrize(
    "values",
    [
        {"link": LINK},
        {"link": f"see {LINK}"},
        {"text": f"somebody asks at {LINK} for it"},
        {"text": "words without a link"},
        {"attachment": Upload("screenshot.png", "https://cdn.example/1/screenshot.png")},
    ],
)
async def test_each_way_makes_one_case(small_world: World, values: dict[str, Any]) -> None:
    await small_world.setup()
    await small_world.command(MEMBER, "report", **values)
    assert len(await small_world.rows(tables.Case)) == 1
    assert len(small_world.cards) == 1


async def test_a_message_can_be_reported_by_itself(small_world: World) -> None:
    world = small_world
    await world.setup()
    message = Item(
        source="discord_channel", body="[likeness] [sexual] a model", native_id="900", author="poster"
    )
    await world.command(MEMBER, "report", item=message)
    assert [card.severity for card in world.cards] == ["high"]


async def test_of_an_attachment_only_link_and_name_are_kept(small_world: World) -> None:
    world = small_world
    await world.setup()
    upload = Upload("screenshot.png", "https://cdn.example/1/screenshot.png")
    await world.command(MEMBER, "report", attachment=upload)
    (row,) = await world.rows(tables.Item)
    opened = world.house.vault.open_item(row)
    assert opened is not None
    assert opened.media == ("screenshot.png",)
    assert [link.url for link in opened.links] == [upload.url]
    assert "screenshot.png" in said(world.cards[0])


@pytest.mark.parametrize("link", ["javascript:alert(1)", "just words", "ftp://board.example/7"])
async def test_a_link_that_is_none_is_refused_with_what_one_looks_like(small_world: World, link: str) -> None:
    await small_world.setup()
    reply = await small_world.command(MEMBER, "report", link=link)
    assert "https://" in said(reply.card)
    assert await small_world.rows(tables.Item) == []


async def test_ten_reports_of_one_link_are_one_case(world: World) -> None:
    await world.setup()
    for number in range(10):
        await world.command(someone(f"20{number}"), "report", link=f"{LINK}?utm_source={number}")
    assert len(await world.rows(tables.Case)) == 1
    assert len(await world.rows(tables.Report)) == 10
    (card,) = world.cards
    assert "10 members reported this" in said(card)


async def test_ten_reports_at_the_same_moment_are_one_case(world: World) -> None:
    await world.setup()
    world.queue.held = True
    replies = await asyncio.gather(
        *(world.command(someone(f"20{number}"), "report", link=LINK) for number in range(10))
    )
    assert all("Thank you" in said(reply.card) for reply in replies)
    assert len(await world.rows(tables.Item)) == 1
    assert len(await world.rows(tables.Case)) == 1
    assert len(await world.rows(tables.Report)) == 10


async def test_different_links_without_words_are_different_cases(world: World) -> None:
    await world.setup()
    await world.command(MEMBER, "report", link=LINK)
    await world.command(MEMBER, "report", link="https://board.example/post/8")
    for number in (1, 2):
        upload = Upload(f"{number}.png", f"https://cdn.example/{number}.png")
        await world.command(MEMBER, "report", attachment=upload)
    assert len(await world.rows(tables.Item)) == 4
    assert len(await world.rows(tables.Case)) == 4


async def test_a_member_has_one_vote_an_item(world: World) -> None:
    await world.setup()
    first = await world.command(MEMBER, "report", link=LINK)
    second = await world.command(MEMBER, "report", link=LINK)
    assert first.card is not None
    assert second.card is not None
    assert first.card.copyable == second.card.copyable
    assert len(await world.rows(tables.Report)) == 1


async def test_later_words_fill_a_report_that_had_only_a_link_and_replace_nobodys_words(world: World) -> None:
    await world.setup()
    await world.command(MEMBER, "report", link=LINK)
    assert [card.severity for card in world.cards] == ["none"]
    await world.command(someone("21"), "report", link=LINK, text="[likeness] [sexual] a model")
    assert [card.severity for card in world.cards] == ["high"]
    await world.command(someone("22"), "report", link=LINK, text="nothing to see here")
    assert [card.severity for card in world.cards] == ["high"]
    (row,) = await world.rows(tables.Item)
    opened = world.house.vault.open_item(row)
    assert opened is not None
    assert opened.body == "[likeness] [sexual] a model"


async def test_a_report_of_a_feeds_post_does_not_change_its_words(world: World) -> None:
    await world.feed("board")
    await world.setup()
    await world.arrives("board", item("[likeness] the post's words", url=LINK))
    await world.command(MEMBER, "report", link=LINK, text="[likeness] [sexual] a member's words")
    (row,) = await world.rows(tables.Item)
    opened = world.house.vault.open_item(row)
    assert opened is not None
    assert opened.body == "[likeness] the post's words"
    assert len(world.cards) == 1


async def test_reports_are_limited_by_the_hour(world: World) -> None:
    await world.setup()
    limit = world.house.limits.reports_per_hour
    for number in range(limit):
        await world.command(MEMBER, "report", link=f"{LINK}{number}")
    refused = await world.command(MEMBER, "report", link=f"{LINK}-more")
    assert f"{limit} reports an hour" in said(refused.card)
    assert len(await world.rows(tables.Item)) == limit
    world.clock.advance(minutes=61)
    allowed = await world.command(MEMBER, "report", link=f"{LINK}-more")
    assert "Thank you" in said(allowed.card)


async def test_a_muted_reporter_is_told_so_until_it_ends(world: World) -> None:
    await world.setup()
    await world.setup("elsewhere")
    await world.command(MEMBER, "report", link=LINK)
    (report,) = await world.rows(tables.Report)
    await world.press(MODERATOR, f"case.mute:{report.id}")
    refused = await world.command(MEMBER, "report", link=f"{LINK}0")
    assert "2026-03-09" in said(refused.card)
    there = await world.command(someone(MEMBER.account, "elsewhere"), "report", link=f"{LINK}1")
    assert "Thank you" in said(there.card)
    world.clock.advance(days=8)
    again = await world.command(MEMBER, "report", link=f"{LINK}2")
    assert "Thank you" in said(again.card)


@pytest.mark.parametrize(("decide", "word"), [("case.confirm", "confirmed"), ("case.dismissed", "closed it")])
async def test_the_reporter_hears_of_the_decision(world: World, decide: str, word: str) -> None:
    await world.setup()
    await world.command(MEMBER, "report", text="[likeness] a model of somebody")
    (case,) = await world.rows(tables.Case)
    await world.press(MODERATOR, f"{decide}:{case.id}", {"values": ["no_request"]})
    (told,) = world.direct(MEMBER)
    assert word in told.body
    assert case.reference in told.body
    assert MODERATOR.account not in said(told)


async def test_a_report_in_a_direct_message_reaches_the_home_community_if_there_is_one(world: World) -> None:
    await world.setup()
    alone = someone(MEMBER.account, None)
    receipt = await world.command(alone, "report", text="[likeness] one")
    assert "No moderators are attached" in said(receipt.card)
    assert world.cards == []
    world.house.homes = {"console": "guild"}
    receipt = await world.command(alone, "report", text="[likeness] two")
    assert "No moderators" not in said(receipt.card)
    assert len(world.cards) == 1


async def test_a_home_that_moved_is_still_the_home_and_the_log_says_which_key_to_change(world: World) -> None:
    await world.setup()
    world.house.homes = {"console": "guild"}
    with capture_logs() as lines:
        await communities.moved(world.house, "console", "guild", "supergroup")
    (said_once,) = [line for line in lines if "configuration" in line["event"]]
    assert (said_once["keys"], said_once["new"]) == (["console.home"], "supergroup")
    receipt = await world.command(someone(MEMBER.account, None), "report", text="[likeness] one")
    assert "No moderators" not in said(receipt.card)
    assert len(world.cards) == 1


async def test_a_report_in_a_direct_message_still_reaches_the_person(world: World) -> None:
    await world.watch()
    await world.command(someone("31", None), "report", text="[likeness] a model of Jorunn Valderhaug")
    assert len(world.direct(someone("100000000000000007"))) == 1


async def test_the_reporter_is_seen_by_moderators_alone_and_never_by_name_in_the_card(world: World) -> None:
    await world.setup()
    await world.command(MEMBER, "report", text="[likeness] a model", reason="I saw this")
    assert MEMBER.account not in said(world.cards[0])
    shown = await world.command(MODERATOR, "case show", reference=world.cards[0].copyable)
    assert MEMBER.account in said(shown.card)
    assert "I saw this" in said(shown.card)


async def test_a_message_of_another_communitys_channel_is_not_shown_to_whoever_has_its_link(
    small_world: World,
) -> None:
    """A link into a private channel gets around; what is written there does not."""
    world = small_world
    await world.setup()
    await world.setup("elsewhere")
    url = "https://discord.com/channels/1/2/3"
    words = "[likeness] only the members of this channel read this"
    message = discord_message(channel_id=2, message_id=3, content=words, author="poster", url=url)
    await world.command(STRANGER, "report", item=message)
    await world.command(MEMBER, "report", link=url)
    await world.command(someone("71"), "report", text=words)
    theirs, by_link, by_words = world.cards
    assert "only the members" in said(theirs)
    assert "only the members" not in said(by_link)
    assert "poster" not in said(by_link) + said(by_words)
    assert "channels" not in said(by_words)
    again = await world.command(someone("72", "elsewhere"), "report", link=url)
    assert again.card is not None
    assert again.card.copyable == theirs.copyable


async def test_a_message_that_is_reported_twice_outside_every_community_is_one_item(world: World) -> None:
    message = discord_message(channel_id=2, message_id=3, content="[likeness] of somebody", author="poster")
    for account in ("71", "72"):
        receipt = await world.command(someone(account, None), "report", item=message)
        assert "Thank you" in said(receipt.card)
    assert len(await world.rows(tables.Item)) == 1


async def test_being_forgotten_gives_no_second_vote_and_no_second_allowance(world: World) -> None:
    await world.setup()
    for number in range(world.house.limits.reports_per_hour):
        await world.command(MEMBER, "report", link=f"{LINK}{number}")
    await world.press(MEMBER, "watch.forgotten")
    assert "reports an hour" in said((await world.command(MEMBER, "report", link=f"{LINK}-new")).card)
    assert "reports an hour" not in said((await world.command(someone("71"), "report", link=LINK)).card)
    world.clock.advance(hours=2)
    await world.command(MEMBER, "report", link=f"{LINK}0")
    assert len(await world.rows(tables.Report)) == world.house.limits.reports_per_hour + 1
    hashes = [row.reporter_hash for row in await world.rows(tables.Report)]
    assert len(set(hashes)) == len(hashes), "nobody can see that they were one account's"


async def test_a_refused_report_is_not_said_to_be_kept(small_world: World) -> None:
    world = small_world
    await world.setup()
    for number in range(world.house.limits.reports_per_hour):
        await world.command(MEMBER, "report", link=f"{LINK}{number}")
    refused = await world.command(MEMBER, "report", link=f"{LINK}-new")
    assert "This one was not taken" in said(refused.card)
