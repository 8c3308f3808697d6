"""A community that got another id: what came in for the new id, before it was known that it is the same, is not lost."""

from __future__ import annotations

from dataclasses import replace

import pytest

from handlers import communities, work
from handlers.actors import Actor, Place
from storage import schema as tables
from tests.handlers.harness import (
    JORUNN,
    MEMBER,
    MODERATOR,
    SECOND_MODERATOR,
    World,
    item,
    said,
    someone,
)

LINK = "https://board.example/post/7"
NEW = "supergroup"


def _there(actor: Actor) -> Actor:
    """The same account in the community under its new id."""
    return replace(actor, place=Place(NEW, "general"))


async def _move(world: World) -> None:
    await communities.moved(world.house, "console", "guild", NEW)
    await work.sweep(world.house)


async def test_a_report_that_was_made_there_before_reaches_the_moderators(world: World) -> None:
    await world.setup()
    await communities.joined(world.house, "console", NEW)
    receipt = await world.command(_there(MEMBER), "report", link=LINK, text="[likeness] somebody")
    assert receipt.card is not None
    reference = receipt.card.copyable
    assert world.cards == []
    await _move(world)
    (card,) = world.cards
    assert card.copyable == reference
    shown = await world.command(_there(MODERATOR), "case show", reference=reference)
    assert MEMBER.account in said(shown.card)
    (case,) = await world.rows(tables.Case)
    await world.press(_there(MODERATOR), f"case.confirm:{case.id}")
    (told,) = world.direct(MEMBER)
    assert reference in said(told)
    assert [(each.native_id, each.state) for each in await world.rows(tables.Community)] == [(NEW, "active")]


async def test_cases_of_both_about_one_post_become_one_and_nobodys_report_counts_twice(world: World) -> None:
    await world.setup()
    first = await world.command(MEMBER, "report", link=LINK, text="[likeness] somebody")
    await communities.joined(world.house, "console", NEW)
    other = _there(someone("71"))
    second = await world.command(other, "report", link=LINK)
    await world.command(_there(MEMBER), "report", link=LINK)
    await world.command(_there(MEMBER), "report", link="https://board.example/post/8", text="[likeness] too")
    assert first.card is not None
    assert second.card is not None
    await _move(world)
    one, another = await world.rows(tables.Case)
    assert one.reference == first.card.copyable
    assert sorted(each.copyable for each in world.cards) == sorted((one.reference, another.reference))
    assert [each.case_id for each in await world.rows(tables.Report)] == [one.id, one.id, another.id]
    shown = await world.command(_there(MODERATOR), "case show", reference=one.reference)
    assert MEMBER.account in said(shown.card)
    assert "71" in said(shown.card)
    await world.press(_there(MODERATOR), f"case.confirm:{one.id}")
    assert len(world.direct(MEMBER)) == 1
    (told,) = world.direct(other)
    assert second.card.copyable in said(told)
    assert second.card.copyable in said((await world.command(other, "report", status="x")).card)


@pytest.mark.parametrize("decided_there", [False, True])
async def test_a_decision_on_either_of_two_cases_about_one_post_holds_and_all_who_reported_hear_of_it(
    world: World, decided_there: bool
) -> None:
    await world.setup()
    await world.setup(NEW)
    await world.command(MEMBER, "report", link=LINK, text="[likeness] somebody")
    other = _there(someone("71"))
    await world.command(other, "report", link=LINK)
    here, there = await world.rows(tables.Case)
    moderator = _there(MODERATOR) if decided_there else MODERATOR
    await world.press(moderator, f"case.confirm:{(there if decided_there else here).id}")
    await _move(world)
    (case,) = await world.rows(tables.Case)
    assert (case.id, case.state, case.decided_by) == (here.id, "confirmed", MODERATOR.account)
    assert [len(world.direct(each)) for each in (MEMBER, other)] == [1, 1]
    kinds = [each.kind for each in await world.rows(tables.CaseEvent)]
    assert kinds.count("opened") == 2
    assert kinds.count("confirmed") == 1


async def test_what_was_followed_muted_and_asked_there_stays(world: World) -> None:
    await world.feed("board")
    await world.feed("forum")
    await world.setup(feeds="board")
    await world.setup(NEW, feeds="all")
    for actor in (MEMBER, _there(MEMBER)):
        await world.command(actor, "report", text=f"[likeness] {actor}")
    for report in await world.rows(tables.Report):
        moderator = MODERATOR if report.id == 1 else _there(SECOND_MODERATOR)
        await world.press(moderator, f"case.mute:{report.id}")
        world.clock.advance(hours=1)
    person = await world.watch()
    await world.press(_there(JORUNN), f"proof.ask_vouch:{person}")
    await _move(world)
    followed = [each.feed_id for each in await world.rows(tables.Subscription)]
    assert sorted(followed) == [each.id for each in await world.rows(tables.Feed)]
    (mute,) = await world.rows(tables.Mute)
    assert mute.actor == SECOND_MODERATOR.account
    (proof,) = await world.rows(tables.Proof)
    await world.press(_there(MODERATOR), f"proof.vouched:{proof.id}")
    assert [each.state for each in await world.rows(tables.Proof)] == ["passed"]
    before = len(world.cards)
    await world.arrives("forum", item("[likeness] of somebody else"))
    assert len(world.cards) == before + 1


async def test_a_community_that_was_set_up_only_there_stays_set_up(small_world: World) -> None:
    world = small_world
    await communities.joined(world.house, "console", "guild")
    await world.setup(NEW)
    await _move(world)
    await world.command(_there(MEMBER), "report", text="[likeness] somebody")
    assert [each.place for each in world.console.messages if each.card.severity] == [f"{NEW}-alerts"]
    assert not (await world.command(_there(MODERATOR), "case list")).refused
