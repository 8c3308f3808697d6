"""A flood of owed alerts: the gravest first, within the platform's limits, and nobody waits for somebody else's chat."""

from __future__ import annotations

import asyncio
import random
from collections import Counter
from datetime import datetime

import pytest

from handlers import dispatch, work
from handlers.cards import Card
from handlers.ports import Limit, Pacing, RateLimited, Sent, Unavailable
from storage import schema as tables
from tests.handlers.harness import MEMBER, World, said
from tests.queue.flood import communities, eventually, owe

SLOW = Pacing(overall=Limit(20, 1.0), channel=Limit(3, 5.0), direct=Limit(3, 5.0))


class Gate:
    """Holds messages to some channels until it is opened; `sent` says what went where, and when."""

    def __init__(self, world: World, *held: str) -> None:
        self.open = asyncio.Event()
        self.waiting: list[str] = []
        self.sent: list[tuple[str, datetime]] = []
        post = world.console.send_channel

        async def send(channel: str, card: Card, nonce: str) -> Sent:
            if channel in held or "*" in held:
                self.waiting.append(channel)
                await self.open.wait()
            self.sent.append((channel, world.clock()))
            return await post(channel, card, nonce)

        world.console.send_channel = send  # type: ignore[method-assign]


async def _severities(world: World, gate: Gate) -> list[int]:
    """Of what was sent, in its order; for communities that have one alert each."""
    rows = await world.rows(tables.Alert)
    by_channel = {f"channel-{row.community_id}": row.severity for row in rows}
    return [by_channel[channel] for channel, _ in gate.sent]


async def test_the_gravest_go_first_also_those_that_come_during_the_flood(world: World) -> None:
    chance = random.Random(7)
    gate = Gate(world)
    await owe(world, await communities(world, 60), [chance.randint(0, 3) for _ in range(60)])
    world.console.pacing = SLOW
    await work.deliver_due(world.house)
    assert len(gate.sent) == 20
    await owe(world, await communities(world, 5), [4] * 5)
    while len(gate.sent) < 65:
        world.clock.advance(seconds=1)
        await work.deliver_due(world.house)
    severities = await _severities(world, gate)
    seconds = [at for at, _ in gate.sent]
    assert severities[20:40].count(4) == 5, "they go in the next second"
    for second in sorted(set(seconds)):
        went = [severity for severity, at in zip(severities, seconds, strict=True) if at == second]
        left = [severity for severity, at in zip(severities, seconds, strict=True) if at > second]
        known = [severity for severity in left if severity < 4 or second > seconds[0]]
        before_their_turn = [severity for severity in went if severity < max(known, default=0)]
        assert len(before_their_turn) < dispatch.AT_ONCE, "only what was in hand with something graver"


async def test_an_answer_is_given_while_every_delivery_hangs(small_world: World) -> None:
    world = small_world
    await world.setup()
    gate = Gate(world, "*")
    await owe(world, await communities(world, 500), [2] * 10_000)
    flood = asyncio.create_task(work.deliver_due(world.house))
    await eventually(lambda: len(gate.waiting) >= dispatch.AT_ONCE, "deliveries that hang")
    world.queue.held = True  # what the report owes is for the queue
    receipt = await world.command(MEMBER, "report", text="[likeness] a model of somebody")
    assert "H-" in said(receipt.card)
    helped = await world.command(MEMBER, "help")
    assert helped.card is not None
    assert gate.sent == []
    assert len(gate.waiting) == dispatch.AT_ONCE, "so many at once, and no more"
    flood.cancel()
    await asyncio.gather(flood, return_exceptions=True)


async def test_a_chat_that_hangs_holds_up_itself_alone(world: World) -> None:
    ids = await communities(world, 10)
    gate = Gate(world, f"channel-{ids[0]}")
    await owe(world, ids[:1], [4] * 20)
    await owe(world, ids[1:], [1] * 18)
    flood = asyncio.create_task(work.deliver_due(world.house))
    await eventually(lambda: len(gate.sent) >= 18, "the other chats' messages")
    assert gate.waiting == [f"channel-{ids[0]}"], "one at a time to one place"
    gate.open.set()
    await flood
    assert len(gate.sent) == 38


async def test_what_comes_to_be_owed_while_the_only_chat_in_hand_hangs_is_sent(world: World) -> None:
    ids = await communities(world, 3)
    gate = Gate(world, f"channel-{ids[0]}")
    await owe(world, ids[:1], [4])
    flood = asyncio.create_task(work.deliver_due(world.house))
    await eventually(lambda: bool(gate.waiting), "the chat that hangs")
    await owe(world, ids[1:2], [1])
    await eventually(lambda: len(gate.sent) == 1, "what came to be owed meanwhile")
    world.console.faults.append(RateLimited(30.0))
    await owe(world, ids[2:], [1])
    for _ in range(400):
        if "rate_limited" in {row.outcome for row in await world.rows(tables.Delivery)}:
            break
        await asyncio.sleep(0.05)
    world.clock.advance(seconds=31)
    await eventually(lambda: len(gate.sent) == 3, "what was put off meanwhile, and is due again")
    gate.open.set()
    await flood


@pytest.mark.parametrize("error", [Unavailable(), RateLimited(30.0)], ids=["fails", "limited"])
async def test_a_chat_that_fails_rests_and_the_others_go_on(
    world: World, error: Unavailable | RateLimited
) -> None:
    ids = await communities(world, 10)
    await owe(world, ids[:1], [4])
    world.console.faults.append(error)
    await work.deliver_due(world.house)
    await owe(world, ids[:1], [4] * 10)
    await owe(world, ids[1:], [1] * 18)
    before = len(world.console.asked)
    await work.deliver_due(world.house)
    assert len(world.console.messages) == 18
    assert f"channel-{ids[0]}" not in world.console.asked[before:]
    world.clock.advance(seconds=31)
    await work.deliver_due(world.house)
    assert len(world.console.messages) == 29


async def test_all_processes_together_keep_below_the_limits(world: World) -> None:
    world.console.pacing = Pacing(overall=Limit(6, 1.0), channel=Limit(2, 5.0), direct=Limit(2, 5.0))
    gate = Gate(world)
    await owe(world, await communities(world, 6), [2] * 30)
    others = [world, await world.another("second"), await world.another("third")]
    for _ in range(26):
        await asyncio.gather(*(work.deliver_due(each.house) for each in others))
        world.clock.advance(seconds=0.5)
    assert len(gate.sent) == 30
    times = [(at.timestamp(), channel) for channel, at in gate.sent]
    for begin, _ in times:
        assert sum(begin <= at < begin + 1.0 for at, _ in times) <= 6
        assert max(Counter(channel for at, channel in times if begin <= at < begin + 5.0).values()) <= 2
    assert {row.attempts for row in await world.rows(tables.Alert)} == {1}, (
        "waiting for one's turn is no attempt"
    )
    assert len(await world.rows(tables.Delivery)) == 30
