"""What moderators do with a case, and what its card says."""

from __future__ import annotations

import asyncio

import pytest

from handlers import work
from handlers.cards import Style
from handlers.ports import Unavailable
from handlers.texts import texts
from storage import schema as tables
from tests.handlers.harness import (
    ADMINISTRATOR,
    GUARDIAN,
    JORUNN,
    MEMBER,
    MODERATOR,
    SECOND_MODERATOR,
    World,
    item,
    said,
    someone,
)

NAME = "Jorunn Valderhaug"
POST = "[likeness] [sexual] a model of somebody, please"


async def _case(world: World, text: str = POST, **fields: object) -> int:
    await world.feed("board")
    await world.setup()
    await world.arrives("board", item(text, **fields))
    (case,) = await world.rows(tables.Case)
    return case.id


async def test_a_card_says_what_is_asked_and_shows_the_words_only_behind_a_spoiler(
    small_world: World,
) -> None:
    await _case(
        small_world,
        title="Bounty",
        url="https://board.example/7",
        author="somebody",
        author_id="12",
        reward="5,000 Buzz",
    )
    (card,) = small_world.cards
    lines = {line.name: line for line in card.lines}
    assert card.severity == "high"
    assert card.body.startswith("This post may ask for")
    assert card.copyable in card.title
    assert lines["Reward"].value == "5,000 Buzz"
    assert lines["Link (not clickable)"].value == "hxxps[:]//board[.]example/7"
    assert lines["Excerpt"].style is Style.SPOILER
    assert "nothing confirmed here before" in lines[texts("en")("card-requester")].value
    assert "a model of somebody" not in said(card).replace(lines["Excerpt"].value, "")
    assert [button.label for button in card.buttons] == ["Claim", "Confirm", "Dismiss…", "Escalate"]
    assert "https://" not in said(card)


async def test_a_card_never_says_whether_anybody_watches_the_name(small_world: World) -> None:
    world = small_world
    await world.feed("board")
    await world.setup()
    await world.arrives("board", item("[likeness] a model of Jorunn Valderhaug, one", guid="1"))
    await world.watch()
    await world.arrives("board", item("[likeness] a model of Jorunn Valderhaug, two", guid="2"))
    assert len(world.direct(someone("100000000000000007"))) == 1
    first, second = (
        said(card).replace(card.copyable, "").replace(", one", "").replace(", two", "")
        for card in world.cards
    )
    assert second.replace("Raised because: there was an earlier request about the same person\n", "") == first


async def test_claiming_says_who_looks_at_it(world: World) -> None:
    case = await _case(world)
    reply = await world.press(MODERATOR, f"case.claim:{case}")
    assert reply.update
    assert "is looking at it" in said(reply.card)
    again = await world.press(SECOND_MODERATOR, f"case.claim:{case}")
    assert MODERATOR.account in said(again.card)
    assert not again.update


async def test_confirming_is_recorded_with_who_and_when_and_the_card_follows(world: World) -> None:
    case = await _case(world)
    world.clock.advance(minutes=5)
    await world.press(MODERATOR, f"case.confirm:{case}")
    (row,) = await world.rows(tables.Case)
    assert (row.state, row.decided_by, row.decided_at) == ("confirmed", MODERATOR.account, world.clock())
    event = (await world.rows(tables.CaseEvent))[-1]
    assert (event.kind, event.actor, event.at) == ("confirmed", MODERATOR.account, world.clock())
    await work.sweep(world.house)
    (card,) = world.cards
    assert "confirmed by" in said(card)
    assert [button.label for button in card.buttons] == ["Reopen"]


async def test_dismissing_asks_for_a_reason_and_takes_no_other(world: World) -> None:
    case = await _case(world)
    asked = await world.press(MODERATOR, f"case.dismiss:{case}")
    assert asked.card is not None
    values = [option.value for option in asked.card.menus[0].options]
    assert "no_request" in values
    refused = await world.choose(MODERATOR, f"case.dismissed:{case}", "because")
    assert "choose one of the reasons" in said(refused.card)
    assert (await world.rows(tables.Case))[0].state == "open"
    await world.choose(MODERATOR, f"case.dismissed:{case}", "no_request")
    (row,) = await world.rows(tables.Case)
    assert (row.state, row.reason) == ("dismissed", "no_request")
    assert "Not a request" in said(world.cards[0])


async def test_a_dismissed_cases_card_follows_even_if_the_first_edit_fails(world: World) -> None:
    case = await _case(world)
    world.console.faults.append(Unavailable())
    await world.choose(MODERATOR, f"case.dismissed:{case}", "no_request")
    await work.sweep(world.house)
    assert "Not a request" in said(world.cards[0])


async def test_the_posted_card_follows_a_decision_made_in_the_private_view(world: World) -> None:
    case = await _case(world)
    shown = await world.command(MODERATOR, "case show", reference=world.cards[0].copyable)
    assert shown.card is not None
    assert f"case.confirm:{case}" in [button.action for button in shown.card.buttons]
    await world.press(MODERATOR, f"case.confirm:{case}")
    await work.sweep(world.house)
    assert "confirmed by" in said(world.cards[0])


@pytest.mark.parametrize("second", ["case.confirm", "case.dismissed"])
async def test_two_moderators_at_once_get_one_decision_and_one_clear_answer(
    world: World, second: str
) -> None:
    case = await _case(world)
    other = await world.another()
    one, two = await asyncio.gather(
        world.press(MODERATOR, f"case.confirm:{case}"),
        other.press(SECOND_MODERATOR, f"{second}:{case}", {"values": ["no_request"]}),
    )
    decisions = [
        each for each in await world.rows(tables.CaseEvent) if each.kind in ("confirmed", "dismissed")
    ]
    assert len(decisions) == 1
    loser = two if decisions[0].actor == MODERATOR.account else one
    assert not loser.update
    assert str(decisions[0].actor) in said(loser.card)
    assert said(loser.card).startswith("\nAlready ")


async def test_escalating_pings_the_configured_role_once_and_nobody_else_ever(world: World) -> None:
    case = await _case(world)
    await world.press(MODERATOR, f"case.escalate:{case}")
    again = await world.press(SECOND_MODERATOR, f"case.escalate:{case}")
    assert "already" in said(again.card)
    await world.press(MODERATOR, f"case.confirm:{case}")
    pings = [each.card.ping_role for each in world.console.messages if each.card.ping_role is not None]
    assert pings == ["oncall"]


async def test_without_a_configured_role_escalating_says_what_to_do(small_world: World) -> None:
    world = small_world
    case = await _case(world)
    await world.press(ADMINISTRATOR, "setup.escalation", {"values": []})
    reply = await world.press(MODERATOR, f"case.escalate:{case}")
    assert "/setup" in said(reply.card)
    assert not (await world.rows(tables.Case))[0].escalated


async def test_reopening_undoes_a_decision_and_the_history_keeps_both(world: World) -> None:
    case = await _case(world)
    await world.press(MODERATOR, f"case.confirm:{case}")
    await world.press(SECOND_MODERATOR, f"case.reopen:{case}")
    await world.choose(SECOND_MODERATOR, f"case.dismissed:{case}", "fictional")
    kinds = [event.kind for event in await world.rows(tables.CaseEvent)]
    assert kinds == ["opened", "confirmed", "reopened", "dismissed"]
    (row,) = await world.rows(tables.Case)
    assert (row.state, row.decided_by, row.reason) == ("dismissed", SECOND_MODERATOR.account, "fictional")


async def test_an_open_case_cannot_be_reopened(small_world: World) -> None:
    case = await _case(small_world)
    reply = await small_world.press(MODERATOR, f"case.reopen:{case}")
    assert "open already" in said(reply.card)


async def test_history_is_append_only(world: World) -> None:
    case = await _case(world)
    seen: list[tuple[int, str, str | None]] = []
    for action, values in (
        ("case.claim", []),
        ("case.escalate", []),
        ("case.dismissed", ["handled"]),
        ("case.reopen", []),
        ("case.confirm", []),
    ):
        await world.press(MODERATOR, f"{action}:{case}", {"values": values})
        now = [(event.id, event.kind, event.actor) for event in await world.rows(tables.CaseEvent)]
        assert now[: len(seen)] == seen
        assert len(now) == max(2, len(seen) + 1)
        seen = now


async def test_a_case_with_minor_shows_nothing_of_the_post_to_anybody_but_its_route(world: World) -> None:
    words = "[likeness] [minor] wording that must stay out"
    case = await _case(world, words, title="A title", url="https://board.example/7", author="poster")
    await world.command(
        MEMBER, "report", link="https://board.example/7", reason="it says wording that must stay out"
    )
    (card,) = world.cards
    assert card.severity == "critical"
    shown = await world.command(MODERATOR, "case show", reference=card.copyable)
    for each in (card, shown.card):
        text = said(each)
        for hidden in ("wording", "A title", "board", "poster"):
            assert hidden not in text
    refused = await world.press(MODERATOR, f"case.sensitive:{case}")
    assert "child-safety role" in said(refused.card)
    opened = await world.press(GUARDIAN, f"case.sensitive:{case}")
    text = said(opened.card)
    assert "board[.]example" in text
    assert "NCMEC" in text
    assert "wording" not in text
    assert "A title" not in text
    assert (await world.rows(tables.CaseEvent))[-1].kind == "opened_sensitive"


async def test_the_queue_is_listed_gravest_first_in_pages(small_world: World) -> None:
    world = small_world
    await world.feed("board")
    await world.setup()
    posts = [item(f"[likeness] number {number}") for number in range(11)]
    await world.arrives("board", *posts, item("[likeness] [sexual] the gravest"))
    reply = await world.command(MODERATOR, "case list")
    assert reply.card is not None
    assert len(reply.card.lines) == 10
    assert reply.card.lines[0].name.endswith("high")
    assert "12 cases" in reply.card.body
    (later,) = reply.card.buttons
    page = await world.press(MODERATOR, later.action)
    assert page.card is not None
    assert len(page.card.lines) == 2
    assert [button.label for button in page.card.buttons] == ["Earlier page"]
    decided = await world.command(MODERATOR, "case list", state="decided")
    assert "Nothing is waiting" in said(decided.card)


@pytest.mark.parametrize("form", ["{}", "#{}", " {} ", "h {1}", "{1}"])
async def test_a_reference_is_found_however_it_is_typed(small_world: World, form: str) -> None:
    await _case(small_world)
    reference = small_world.cards[0].copyable
    typed = form.format(reference, reference.removeprefix("H-").lower())
    reply = await small_world.command(MODERATOR, "case show", reference=typed)
    assert reply.card is not None
    assert reference in reply.card.title


async def test_showing_a_case_says_why_it_is_what_it_is(small_world: World) -> None:
    await _case(small_world)
    reply = await small_world.command(MODERATOR, "case show", reference=small_world.cards[0].copyable)
    text = said(reply.card)
    assert "policy row “sexual”" in text
    assert "likeness 0.95" in text
    assert "opened" in text


async def test_an_unknown_reference_is_answered_with_what_one_looks_like(small_world: World) -> None:
    await _case(small_world)
    reply = await small_world.command(MODERATOR, "case show", reference="nothing@everyone")
    assert "H-7K3F" in said(reply.card)


async def test_a_note_stands_in_the_history_for_moderators(small_world: World) -> None:
    await _case(small_world)
    reference = small_world.cards[0].copyable
    empty = await small_world.command(MODERATOR, "case note", reference=reference, text="   ")
    assert "empty" in said(empty.card)
    await small_world.command(MODERATOR, "case note", reference=reference, text="asked the platform")
    shown = await small_world.command(SECOND_MODERATOR, "case show", reference=reference)
    assert "asked the platform" in said(shown.card)
    raw = [
        bytes(event.sealed_note) for event in await small_world.rows(tables.CaseEvent) if event.sealed_note
    ]
    assert all(b"asked the platform" not in each for each in raw)


async def test_what_this_community_confirmed_of_a_requester_counts_and_nothing_else(world: World) -> None:
    await world.feed("board")
    await world.setup("guild")
    await world.setup("elsewhere")
    posts = [item(f"[likeness] number {n}", author="poster", author_id="77") for n in range(3)]
    await world.arrives("board", posts[0])
    cases = {row.community_id: row.id for row in await world.rows(tables.Case)}
    communities = {row.native_id: row.id for row in await world.rows(tables.Community)}
    await world.press(
        someone(MODERATOR.account, "elsewhere", "mods"), f"case.confirm:{cases[communities['elsewhere']]}"
    )
    await world.arrives("board", posts[1])
    here = [
        each.card for each in world.console.messages if each.place == "guild-alerts" and each.card.severity
    ]
    assert "nothing confirmed here before" in said(here[-1])
    await world.press(MODERATOR, f"case.confirm:{cases[communities['guild']]}")
    await world.arrives("board", posts[2])
    here = [
        each.card for each in world.console.messages if each.place == "guild-alerts" and each.card.severity
    ]
    assert "1 earlier item confirmed here" in said(here[-1])


async def test_words_that_are_not_screened_are_shown_to_nobody(world: World) -> None:
    """What was edited may concern a young person: until the engines have looked, nobody knows."""
    await world.feed("board")
    await world.setup()
    person = await world.watch()
    await world.vouched(JORUNN, person)
    await world.arrives("board", item(f"[likeness] a model of {NAME}", native_id="7"))
    case = next(iter(await world.rows(tables.Case)))
    alert = next(each for each in await world.rows(tables.Alert) if each.kind == "person")
    world.queue.held = True
    await world.arrives("board", item(f"[likeness] [minor] edited words, {NAME}", native_id="7"))
    world.queue.held = False
    shown = await world.command(MODERATOR, "case show", reference=case.reference)
    assert "edited words" not in said(shown.card)
    assert "edited words" not in said((await world.press(JORUNN, f"alert.words:{alert.id}")).card)
    await world.queue.screen()
    shown = await world.command(MODERATOR, "case show", reference=case.reference)
    assert "edited words" not in said(shown.card)
    assert "young person" in said(shown.card)


async def test_one_post_that_may_concern_a_young_person_silences_its_whole_case(world: World) -> None:
    await world.feed("board")
    await world.feed("forum")
    await world.setup()
    url = "https://board.example/7"
    await world.arrives("board", item("[likeness] [sexual] [private] first words", url=url, guid="1"))
    await world.arrives("forum", item("[likeness] [minor] second words", url=url, guid="2"))
    await work.sweep(world.house)
    (card,) = world.cards
    assert "first words" not in said(card)
    assert "second words" not in said(card)
    case = (await world.rows(tables.Case))[0]
    opened = await world.press(GUARDIAN, f"case.sensitive:{case.id}")
    young = (await world.rows(tables.Item))[1]
    assert young.content_hash in said(opened.card)


async def test_a_card_that_was_posted_unscreened_follows_the_screening(small_world: World) -> None:
    world = small_world
    await world.setup()
    world.queue.held = True
    await world.command(MEMBER, "report", text="some words that nobody judged")
    world.clock.advance(seconds=40)
    world.queue.held = False
    (alert,) = await world.rows(tables.Alert)
    await world.queue.deliver(alert.id)
    assert "nobody judged" not in said(world.cards[0])
    await world.queue.screen()
    await work.sweep(world.house)
    assert "nobody judged" in said(world.cards[0])
