"""Every process's matching engine keeps in step with the watchlists of the database."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import pytest
from structlog.testing import capture_logs

from handlers import watchlist, work
from handlers.cards import Reply
from tests.handlers.harness import JORUNN, World
from watchlists import Person, Screener, Text


async def test_other_processes_catch_up_with_what_one_changed(world: World) -> None:
    other = await world.another()
    first = await world.watch(names="Jorunn Valderhaug")
    second = await world.watch(names="Ragnvi Solstrand")
    await work.sweep(other.house)
    assert len(other.house.screener) == 2
    await world.command(JORUNN, "watch pause", person=first)
    await world.press(JORUNN, f"watch.removed:{second}")
    await work.sweep(other.house)
    assert len(other.house.screener) == 0
    await other.command(JORUNN, "watch resume")
    await work.sweep(world.house)
    assert len(world.house.screener) == 1
    assert await watchlist.catch_up(world.house) == 0


async def test_a_fresh_process_knows_everybody_who_is_watched(world: World) -> None:
    await world.watch(names="Jorunn Valderhaug")
    paused = await world.watch(names="Ragnvi Solstrand")
    await world.command(JORUNN, "watch pause", person=paused)
    other = await world.another()
    await watchlist.catch_up(other.house)
    assert len(other.house.screener) == 1


@pytest.fixture
def break_matcher(monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """From its call on the matcher cannot take in one name."""
    put_all = Screener.put_all

    def put(self: Screener, people: Iterable[Person]) -> None:
        known = list(people)
        assert not any("Ragnvi Solstrand" in person.names for person in known), "a fault of the matcher"
        put_all(self, known)

    return lambda: monkeypatch.setattr(Screener, "put_all", put)


async def test_one_whom_the_matcher_cannot_take_in_keeps_nobody_else_from_being_watched(
    small_world: World, break_matcher: Callable[[], None]
) -> None:
    world = small_world
    await world.watch(names="Ragnvi Solstrand")
    await world.watch(names="Jorunn Valderhaug")
    break_matcher()
    other = await world.another()
    with capture_logs() as lines:
        await watchlist.catch_up(other.house)
    assert len(other.house.screener) == 1
    assert ["cannot be filed" in line["event"] for line in lines if line["log_level"] == "error"] == [True]
    assert "Ragnvi" not in str([{**line, "exc_info": None} for line in lines])


async def test_what_a_person_took_off_is_not_watched_for_because_the_new_could_not_be_filed(
    small_world: World, break_matcher: Callable[[], None]
) -> None:
    await small_world.watch(names="Jorunn Valderhaug")
    other = await small_world.another()
    await watchlist.catch_up(other.house)
    await _edit(small_world, "Ragnvi Solstrand")
    break_matcher()
    await watchlist.catch_up(other.house)
    assert len(other.house.screener) == 0


async def test_whoever_adds_what_the_matcher_cannot_take_in_is_told_and_nothing_changes(
    small_world: World, break_matcher: Callable[[], None]
) -> None:
    await small_world.watch(names="Jorunn Valderhaug")
    break_matcher()
    with capture_logs() as lines:
        added = await small_world.press(JORUNN, "watch.added:self", {"names": "Ragnvi Solstrand"})
        edited = await _edit(small_world, "Ragnvi Solstrand")
    for reply in (added, edited):
        assert reply.card is not None
        assert reply.card.body == "One of the entries cannot be read. Please write it again."
    assert "Ragnvi" not in str([{**line, "exc_info": None} for line in lines])
    [[match]] = small_world.house.screener.matches([Text(body="Jorunn Valderhaug")])
    assert [each.text for each in match.evidence] == ["Jorunn Valderhaug"]


async def _edit(world: World, names: str) -> Reply:
    form = (await world.command(JORUNN, "watch edit")).form
    assert form is not None
    return await world.press(JORUNN, form.action, {"names": names})
