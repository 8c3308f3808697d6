"""Two accounts of one subscriber: linking them, where alerts go, and ending the link."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from handlers import work
from handlers.cards import Reply
from handlers.ports import DirectClosed
from storage import schema as tables
from tests.handlers.harness import JORUNN, MEMBER, OTHER, Faulty, World, item, said

HERS = replace(JORUNN, platform="telegram", account="777000777000")
STRANGERS = replace(OTHER, platform="telegram", account="888000888000")


@pytest.fixture
def telegram(world: World) -> Faulty:
    """A second platform of the same house."""
    platform = Faulty()
    world.house.messengers["telegram"] = platform
    return platform


def _code(reply: Reply) -> str:
    assert reply.card is not None
    return next(line.value for line in reply.card.lines if line.name == "Code")


async def _asked_for(world: World) -> int:
    """A post about her arrives; -> the newest alert's id."""
    await world.arrives("board", item(f"[likeness] a model of Jorunn Valderhaug, {len(world.shelf.polls)}"))
    return max(each.id for each in await world.rows(tables.Alert) if each.kind == "person")


async def test_a_linked_account_keeps_the_same_watchlist(world: World, telegram: Faulty) -> None:
    await world.watch()
    linked = await world.link(JORUNN, HERS)
    assert "Both accounts" in said(linked.card)
    assert "Jorunn Valderhaug" in said((await world.command(HERS, "watch list")).card)
    await world.command(HERS, "watch pause")
    assert [each.state for each in await world.rows(tables.Person)] == ["paused"]
    assert len(await world.rows(tables.Subscriber)) == 1


async def test_the_first_account_is_told_of_the_link_and_ends_it_with_a_press(
    world: World, telegram: Faulty
) -> None:
    await world.watch()
    await world.link(JORUNN, HERS)
    (told,) = world.direct(JORUNN)
    assert "Telegram" in said(told)
    assert "Jorunn" not in said(told)
    await world.press(JORUNN, told.buttons[0].action)
    refused = await world.command(HERS, "watch list")
    assert refused.refused
    assert not (await world.command(JORUNN, "watch list")).refused


async def test_alerts_go_where_she_chooses_and_are_pressed_there(world: World, telegram: Faulty) -> None:
    await world.feed("board")
    await world.watch()
    await world.link(JORUNN, HERS)
    await _asked_for(world)
    assert len(telegram.messages) == 0
    await world.choose(HERS, "link.to", "telegram")
    alert = await _asked_for(world)
    (note,) = telegram.messages
    assert (note.place, note.direct) == (HERS.account, True)
    assert not (await world.press(HERS, f"alert.details:{alert}")).refused
    assert not (await world.press(JORUNN, f"alert.details:{alert}")).refused
    assert (await world.press(STRANGERS, f"alert.details:{alert}")).refused
    ended = next(each.id for each in await world.rows(tables.LinkedAccount))
    await world.press(HERS, f"link.end:{ended}")
    await _asked_for(world)
    assert len(telegram.messages) == 1
    assert (await world.press(HERS, f"alert.details:{alert}")).refused


async def test_what_waits_for_a_closed_account_goes_to_the_other_one_when_she_says_so(
    world: World, telegram: Faulty
) -> None:
    await world.feed("board")
    await world.watch()
    await world.link(JORUNN, HERS)
    world.console.faults = [DirectClosed("closed")]
    await _asked_for(world)
    assert [each.state for each in await world.rows(tables.Alert) if each.kind == "person"] == ["waiting"]
    await world.choose(HERS, "link.to", "telegram")
    assert len(telegram.messages) == 1


async def test_what_waits_for_a_closed_account_goes_to_the_first_one_when_the_link_ends(
    world: World, telegram: Faulty
) -> None:
    await world.feed("board")
    await world.watch()
    await world.link(JORUNN, HERS)
    await world.choose(HERS, "link.to", "telegram")
    telegram.closed.add(HERS.account)
    await _asked_for(world)
    assert [each.state for each in await world.rows(tables.Alert) if each.kind == "person"] == ["waiting"]
    before = len(world.direct(JORUNN))
    (linked,) = await world.rows(tables.LinkedAccount)
    await world.press(HERS, f"link.end:{linked.id}")
    assert len(world.direct(JORUNN)) == before + 1
    assert [each.state for each in await world.rows(tables.Alert) if each.kind == "person"] == ["sent"]


async def test_a_code_works_once_for_ten_minutes_and_only_from_another_platform(
    world: World, telegram: Faulty
) -> None:
    await world.watch()
    code = _code(await world.command(JORUNN, "watch link"))
    same = await world.command(MEMBER, "watch link", code=code)
    assert "another platform" in said(same.card)
    world.clock.advance(minutes=11)
    late = await world.command(HERS, "watch link", code=code)
    assert "not known" in said(late.card)
    fresh = _code(await world.command(JORUNN, "watch link"))
    asked = await world.command(HERS, "watch link", code=f" {fresh[:5].lower()}-{fresh[5:]} ")
    assert "if somebody gave you this code, do not" in said(asked.card)
    assert not await world.rows(tables.LinkedAccount)
    assert asked.card is not None
    assert not (await world.press(HERS, asked.card.buttons[0].action)).refused
    assert (await world.command(STRANGERS, "watch link", code=fresh)).refused
    assert (await world.press(STRANGERS, asked.card.buttons[0].action)).refused
    assert (await world.command(STRANGERS, "watch link", code="HHHHHHHHHH")).refused
    assert len(await world.rows(tables.LinkedAccount)) == 1


async def test_a_watchlist_is_never_given_up_for_a_link(world: World, telegram: Faulty) -> None:
    await world.watch()
    await world.watch(HERS, names="Sunniva Tveitan")
    refused = await world.link(JORUNN, HERS)
    assert "Both accounts keep a watchlist" in said(refused.card)
    assert len(await world.rows(tables.Person)) == 2
    await world.press(HERS, "watch.forgotten")
    assert not (await world.link(JORUNN, HERS)).refused


async def test_a_stranger_neither_chooses_nor_ends(world: World, telegram: Faulty) -> None:
    await world.watch()
    await world.link(JORUNN, HERS)
    await world.watch(STRANGERS, names="Sunniva Tveitan")
    (linked,) = await world.rows(tables.LinkedAccount)
    assert (await world.press(STRANGERS, f"link.end:{linked.id}")).refused
    assert (await world.choose(STRANGERS, "link.to", "console")).refused
    assert (await world.choose(JORUNN, "link.to", "carrier-pigeon")).refused
    assert len(await world.rows(tables.LinkedAccount)) == 1


async def test_stop_and_forget_me_from_either_account_end_everything(world: World, telegram: Faulty) -> None:
    await world.watch()
    await world.link(JORUNN, HERS)
    await world.command(HERS, "watch stop")
    assert all(each.stopped_at is not None for each in await world.rows(tables.Subscriber))
    exported = await world.command(HERS, "watch export")
    assert exported.card is not None
    assert exported.card.file is not None
    document = json.loads(exported.card.file[1])["subscriber"]
    assert [each["account"] for each in document["linked_accounts"]] == [HERS.account]
    await world.press(HERS, "watch.forgotten")
    assert not await world.rows(tables.Subscriber)
    assert not await world.rows(tables.LinkedAccount)
    assert not await world.rows(tables.Person)


async def test_a_trusted_contact_stays_on_the_platform_where_it_was_named(
    world: World, telegram: Faulty
) -> None:
    await world.feed("board")
    await world.watch()
    await world.link(JORUNN, HERS)
    await world.press(HERS, "preferences.contact_set", {"contact": "555000555"})
    alert = await _asked_for(world)
    await world.press(JORUNN, f"alert.contact:{alert}")
    (note,) = telegram.messages
    assert note.place == "555000555"
    assert HERS.account in said(note.card)
    assert JORUNN.account not in said(note.card)


async def test_whoever_asked_a_contact_that_cannot_be_written_to_is_told_and_can_ask_again_today(
    world: World, telegram: Faulty
) -> None:
    await world.feed("board")
    await world.watch()
    await world.link(JORUNN, HERS)
    named = await world.press(HERS, "preferences.contact_set", {"contact": "555000555"})
    assert "pressed Start" in said(named.card)
    alert = await _asked_for(world)
    telegram.closed.add("555000555")
    before = len(world.direct(JORUNN))
    await world.press(JORUNN, f"alert.contact:{alert}")
    await work.sweep(world.house)
    (told,) = world.direct(JORUNN)[before:]
    assert "could not be asked" in said(told)
    telegram.closed.clear()
    await world.press(JORUNN, f"alert.contact:{alert}")
    await world.press(JORUNN, f"alert.contact:{alert}")
    assert [each.place for each in telegram.messages] == ["555000555"]


async def test_of_a_link_the_first_account_hears_wherever_alerts_go(world: World, telegram: Faulty) -> None:
    """Whoever got hold of a code cannot lead the warning to themselves."""
    await world.watch()
    world.console.faults = [DirectClosed("closed")]
    await world.link(JORUNN, HERS)
    await world.choose(HERS, "link.to", "telegram")
    assert telegram.messages == []
    assert ["linked" in said(each) for each in world.direct(JORUNN)] == [True]


async def test_of_a_link_the_first_account_hears_also_after_stop(world: World, telegram: Faulty) -> None:
    """A second account may start everything again."""
    await world.watch()
    await world.command(JORUNN, "watch stop")
    await world.link(JORUNN, HERS)
    assert ["linked" in said(each) for each in world.direct(JORUNN)] == [True]


async def test_whoever_was_named_as_a_contact_can_refuse_once_and_for_all(world: World) -> None:
    await world.feed("board")
    await world.watch()
    await world.press(JORUNN, "preferences.contact_set", {"contact": MEMBER.account})
    alert = await _asked_for(world)
    await world.press(JORUNN, f"alert.contact:{alert}")
    (note,) = world.direct(MEMBER)
    await world.press(MEMBER, note.buttons[0].action)
    world.clock.advance(days=2)
    again = await world.press(JORUNN, f"alert.contact:{alert}")
    assert "choose somebody else" in said(again.card)
    named = await world.press(JORUNN, "preferences.contact_set", {"contact": MEMBER.account})
    assert named.refused
    await world.press(MEMBER, "watch.forgotten")
    assert (await world.press(JORUNN, f"alert.contact:{alert}")).refused
    assert len(world.direct(MEMBER)) == 1
