"""Row leases: of several processes one polls a feed or sends an alert, and a dead one's work is taken over."""

from __future__ import annotations

import asyncio

import pytest

from feeds import FeedState, Poll
from handlers import delivery, polling, work
from handlers.polling import POLL_LEASE
from storage import schema as tables
from tests.handlers.harness import World, item


async def _due(world: World) -> int:
    await world.feed("board")
    await polling.set_state(world.house, "board", "active")
    (feed,) = await world.rows(tables.Feed)
    return feed.id


async def test_of_several_claimants_of_a_feed_one_wins(world: World) -> None:
    feed = await _due(world)
    others = [world, await world.another("a"), await world.another("b"), await world.another("c")]
    claims = await asyncio.gather(*(polling.claim(each.house, feed, POLL_LEASE) for each in others))
    assert sum(claim is not None for claim in claims) == 1


async def test_of_several_schedulers_one_polls(world: World) -> None:
    await _due(world)
    polls = len(world.shelf.polls)
    others = [world, await world.another("a"), await world.another("b")]
    await asyncio.gather(*(work.poll_due(each.house) for each in others))
    assert len(world.shelf.polls) == polls + 1


async def test_a_feed_of_a_dead_process_is_taken_over_and_the_late_answer_does_not_count(
    world: World,
) -> None:
    feed = await _due(world)
    dead = await world.another("dead")
    claimed = await polling.claim(dead.house, feed, POLL_LEASE)
    assert claimed is not None
    assert await polling.due_feeds(world.house) == []
    world.clock.advance(minutes=6)
    assert await polling.due_feeds(world.house) == [feed]
    assert await polling.claim(world.house, feed, POLL_LEASE) is not None
    answer = Poll((item("[likeness] from the dead", guid="7"),), FeedState())
    await polling._succeeded(dead.house, claimed, answer, ())
    assert await world.rows(tables.Item) == []


@pytest.mark.parametrize("claimants", [2, 5])
async def test_of_several_claimants_of_an_alert_one_wins(world: World, claimants: int) -> None:
    await world.feed("board")
    await world.setup()
    world.queue.held = True
    await world.arrives("board", item("[likeness] a model of somebody"))
    await work.screen(world.house)
    (alert,) = await world.rows(tables.Alert)
    houses = [(await world.another(f"process {number}")).house for number in range(claimants)]
    claims = await asyncio.gather(*(delivery._claim(house, alert.id) for house in houses))
    assert sum(claim is not None for claim in claims) == 1
    (row,) = await world.rows(tables.Alert)
    assert row.attempts == 1
