"""Poison: what breaks again and again is given up visibly, holds up nothing else, and can be tried again."""

from __future__ import annotations

from handlers import dead, work
from handlers.ports import MessengerError, Unavailable
from storage import schema as tables
from tests.handlers.harness import MODERATOR, World, item


async def _letters(world: World) -> list[dead.Letter]:
    return await dead.letters(world.house.database, world.house.alerting.attempts)


async def _retry(world: World, *ids: str) -> list[dead.Letter]:
    return await dead.retry(world.house.database, world.clock(), ids or None, world.house.alerting.attempts)


async def test_an_alert_that_no_attempt_brought_is_listed_and_sent_when_it_is_tried_again(
    world: World,
) -> None:
    await world.feed("board")
    await world.setup()
    world.console.faults = [MessengerError() for _ in range(world.house.alerting.attempts)]
    await world.arrives("board", item("[likeness] a model of somebody"))
    while not await _letters(world):
        world.clock.advance(hours=1)
        await work.sweep(world.house)
    (letter,) = await _letters(world)
    assert (letter.kind, letter.what, letter.severity, letter.reason) == ("alert", "case", "low", "failed")
    assert letter.attempts == world.house.alerting.attempts
    await _retry(world, letter.id)
    await work.sweep(world.house)
    assert len(world.cards) == 1
    assert await _letters(world) == []


async def test_an_item_that_breaks_the_engine_is_listed_and_holds_up_no_other(world: World) -> None:
    await world.feed("board")
    await world.setup()
    await world.arrives("board", item("[broken] x"), item("[likeness] a model of somebody"))
    for _ in range(5):
        await work.sweep(world.house)
    assert len(world.cards) == 1
    (letter,) = await _letters(world)
    assert (letter.kind, letter.what) == ("item", "rss")
    assert await _retry(world) == [letter]
    assert [row.state for row in await world.rows(tables.Item) if row.id == letter.number] == ["new"]


async def test_a_card_that_cannot_be_redrawn_is_listed_and_redrawn_when_it_is_tried_again(
    world: World,
) -> None:
    await world.feed("board")
    await world.setup()
    await world.arrives("board", item("[likeness] a model of somebody"))
    (case,) = await world.rows(tables.Case)
    world.console.faults = [MessengerError() for _ in range(world.house.alerting.attempts)]
    await world.choose(MODERATOR, f"case.dismissed:{case.id}", "no_request")
    for _ in range(world.house.alerting.attempts):
        world.clock.advance(hours=1)
        await work.sweep(world.house)
    assert world.console.faults == []
    (letter,) = await _letters(world)
    assert (letter.id, letter.what) == (f"card:{case.id}", "dismissed")
    edits = len(world.console.asked)
    world.clock.advance(hours=2)
    await work.sweep(world.house)
    assert len(world.console.asked) == edits, "it is left alone"
    await _retry(world, letter.id)
    await work.sweep(world.house)
    assert await _letters(world) == []
    (case,) = await world.rows(tables.Case)
    assert case.card_revision == case.revision


async def test_a_platform_that_is_away_for_hours_gives_no_card_up(world: World) -> None:
    await world.feed("board")
    await world.setup()
    await world.arrives("board", item("[likeness] a model of somebody"))
    (case,) = await world.rows(tables.Case)
    hours = 2 * world.house.alerting.attempts
    world.console.faults = [Unavailable() for _ in range(hours)]
    await world.choose(MODERATOR, f"case.dismissed:{case.id}", "no_request")
    for _ in range(hours):
        world.clock.advance(hours=1)
        await work.sweep(world.house)
    assert await _letters(world) == []
    world.clock.advance(hours=1)
    await work.sweep(world.house)
    (case,) = await world.rows(tables.Case)
    assert case.card_revision == case.revision
