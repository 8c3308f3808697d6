"""One id follows a post through the log, whichever process has it in hand."""

from __future__ import annotations

from structlog.contextvars import merge_contextvars
from structlog.testing import capture_logs

from handlers import work
from storage import schema as tables
from tests.handlers.harness import MEMBER, MODERATOR, World, item

PERSON_POST = "[likeness] a model of Jorunn Valderhaug"


async def test_a_trace_goes_from_the_item_to_its_deliveries_across_processes(world: World) -> None:
    await world.feed("board")
    await world.setup()
    await world.watch()
    world.queue.held = True
    second, third = await world.another("second"), await world.another("third")
    second.queue.held = True
    with capture_logs(processors=[merge_contextvars]) as lines:
        await world.arrives("board", item(PERSON_POST), item("[likeness] somebody else"))
        await work.screen(second.house)
        for alert in await world.rows(tables.Alert):
            await work.deliver(third.house, alert.id)
    first = next(line for line in lines if line["event"] == "item taken in")
    traced = [line["event"] for line in lines if line.get("trace") == first["trace"]]
    assert traced == ["item taken in", "alert owed", "alert owed", "item screened", "delivery", "delivery"]
    assert len({line["trace"] for line in lines if "trace" in line}) == 2
    assert len(first["trace"]) == 12


async def test_a_report_and_what_is_decided_on_it_have_one_trace(world: World) -> None:
    await world.setup()
    with capture_logs(processors=[merge_contextvars]) as lines:
        await world.command(MEMBER, "report", text="[likeness] a model of somebody")
        (case,) = await world.rows(tables.Case)
        await world.press(MODERATOR, f"case.confirm:{case.id}")
    traced = {(line["event"], line.get("kind")): line["trace"] for line in lines if "trace" in line}
    assert {("report taken in", None), ("delivery", "case"), ("delivery", "decision")} <= set(traced)
    assert len(set(traced.values())) == 1
