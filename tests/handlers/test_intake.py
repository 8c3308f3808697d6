"""What arrives is stored once, in the transaction that moves the feed's cursor."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from feeds import Item
from handlers import feed_news, intake, polling, work
from storage import schema as tables
from tests.handlers.harness import MEMBER, World, item, said


@pytest.mark.parametrize(
    "fields",
    [{"native_id": "7"}, {"guid": "tag:example,2026:7"}, {"url": "https://board.example/7"}, {}],
    ids=["native id", "guid", "address", "content"],
)
async def test_an_item_that_is_shown_again_is_stored_once(world: World, fields: dict[str, Any]) -> None:
    await world.feed("board")
    post = Item(source="rss", title="Commission", body="[likeness] a model of somebody", **fields)
    for _ in range(3):
        await world.arrives("board", post)
    assert len(await world.rows(tables.Item)) == 1


async def test_an_id_that_repeats_inside_a_document_does_not_swallow_posts(world: World) -> None:
    await world.feed("board")
    await world.arrives("board", item("first words", guid="same"), item("second words", guid="same"))
    assert len(await world.rows(tables.Item)) == 2
    await world.arrives("board", item("first words", guid="same"), item("second words", guid="same"))
    assert len(await world.rows(tables.Item)) == 2


async def test_an_edited_post_is_screened_again_and_shows_on_its_card(world: World) -> None:
    await world.feed("board")
    await world.setup()
    await world.arrives("board", item("[likeness] a model of somebody", guid="7"))
    assert [card.severity for card in world.cards] == ["low"]
    await world.arrives("board", item("[likeness] [sexual] a model of somebody", guid="7"))
    await work.sweep(world.house)
    assert len(await world.rows(tables.Item)) == 1
    assert [card.severity for card in world.cards] == ["high"]


async def test_the_same_words_under_another_guid_are_the_same_post(world: World) -> None:
    await world.feed("board")
    await world.arrives("board", item("the same words", guid="one"))
    await world.arrives("board", item("the same words", guid="two"))
    assert len(await world.rows(tables.Item)) == 1


async def test_posts_without_words_are_not_taken_for_one_another(world: World) -> None:
    await world.feed("board")
    await world.arrives("board", item("", guid="one", media=("a.png",)))
    await world.arrives("board", item("", guid="two", media=("b.png",)))
    assert len(await world.rows(tables.Item)) == 2


async def test_an_item_known_from_another_feed_reaches_that_feeds_communities_as_well(world: World) -> None:
    await world.feed("first")
    await world.setup("guild", feeds="first")
    await world.feed("second")
    await world.setup("elsewhere", feeds="second")
    post = item("[likeness] a model of somebody", url="https://board.example/7")
    await world.arrives("first", post)
    assert [each.place for each in world.console.messages if each.card.severity] == ["guild-alerts"]
    await world.arrives("second", post)
    assert len(await world.rows(tables.Item)) == 1
    assert {each.place for each in world.console.messages if each.card.severity} == {
        "guild-alerts",
        "elsewhere-alerts",
    }


async def test_the_items_and_the_cursor_move_together_or_not_at_all(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    await world.feed("board")
    (before,) = await world.rows(tables.Feed)

    async def cut_off(*args: object, **rest: object) -> intake.Taken:
        await intake.take_in(*args, **rest)  # type: ignore[arg-type]
        raise RuntimeError("the process dies here")

    with monkeypatch.context() as patched:
        patched.setattr(feed_news, "take_in", cut_off)
        await world.arrives("board", item("one"), item("two"))
    (after,) = await world.rows(tables.Feed)
    assert await world.rows(tables.Item) == []
    assert after.progress == before.progress

    world.clock.advance(hours=1)  # the lease of the process that died ends
    await work.poll_due(world.house)
    (after,) = await world.rows(tables.Feed)
    assert len(await world.rows(tables.Item)) == 2
    assert after.progress != before.progress


async def test_a_baseline_alerts_nobody_but_is_kept_for_comparison(world: World) -> None:
    await world.setup()
    await world.watch()
    post = item("[likeness] a model of Jorunn Valderhaug", guid="old")
    await world.feed("board", post)
    await world.setup()
    await world.arrives("board", post)
    assert world.cards == []
    assert await world.rows(tables.Alert) == []
    (row,) = await world.rows(tables.Item)
    assert (row.state, row.quiet) == ("screened", True)


async def test_a_report_of_a_baseline_post_makes_it_count(world: World) -> None:
    await world.feed("board", item("[likeness] [sexual] a model of somebody", url="https://board.example/7"))
    await world.setup()
    await world.command(MEMBER, "report", link="https://board.example/7")
    (card,) = world.cards
    assert card.severity == "high"
    assert "rss" not in said(card)


async def test_what_the_source_removed_loses_its_words_and_is_not_new_again(world: World) -> None:
    await world.feed("board")
    post = Item(source="rss", body="[likeness] a model of somebody", native_id="7")
    await world.arrives("board", post)
    await world.arrives("board", deleted=("id:rss:7",))
    (row,) = await world.rows(tables.Item)
    assert (row.sealed, row.state) == (None, "purged")
    await world.arrives("board", post)
    assert len(await world.rows(tables.Item)) == 1


async def test_the_same_words_from_two_documents_at_once_are_stored_once(world: World) -> None:
    await world.feed("first")
    await world.feed("second")
    other = await world.another()
    post = item("[likeness] a model", url="https://board.example/7")
    world.shelf.lay("https://first.example/feed.xml", [post])
    world.shelf.lay("https://second.example/feed.xml", [post])
    await polling.set_state(world.house, "first", "active")
    await polling.set_state(world.house, "second", "active")
    ids = {row.name: row.id for row in await world.rows(tables.Feed)}
    await asyncio.gather(polling.poll(world.house, ids["first"]), polling.poll(other.house, ids["second"]))
    assert len(await world.rows(tables.Item)) == 1
    assert len(await world.rows(tables.ItemFeed)) == 2


async def test_a_feed_that_gives_a_known_address_other_words_replaces_nobodys(small_world: World) -> None:
    """Whoever is reported may have a feed of their own, in which the address says something harmless."""
    world = small_world
    url = "https://board.example/7"
    await world.feed("board")
    await world.feed("hostile")
    await world.setup()
    await world.arrives("board", item("[likeness] a model of somebody", url=url))
    for _ in range(3):
        await world.arrives("hostile", item("a castle on a hill", url=url))
        await world.arrives("board", item("[likeness] a model of somebody", url=url))
    await work.sweep(world.house)
    (card,) = world.cards
    assert "a model of somebody" in said(card)
    rows = await world.rows(tables.Item)
    assert [(row.state, row.revision) for row in rows] == [("screened", 0), ("screened", 0)]
    await world.arrives("hostile", item("a castle by the sea", url=url))
    assert [row.revision for row in await world.rows(tables.Item)] == [0, 1]


async def test_a_report_with_words_does_not_keep_a_feeds_own_words_from_being_screened(
    small_world: World,
) -> None:
    world = small_world
    url = "https://board.example/7"
    await world.feed("board")
    await world.setup()
    await world.command(MEMBER, "report", link=url, text="a castle on a hill")
    await world.arrives("board", item("[likeness] a model of somebody", url=url))
    await work.sweep(world.house)
    (card,) = world.cards
    assert card.severity != "none"
    assert "a model of somebody" in said(card)
    await world.command(MEMBER, "report", link=f"{url}8")
    await world.arrives("board", item("[likeness] of somebody else", url=f"{url}8"))
    assert len(await world.rows(tables.Item)) == 3, "a report of a bare link takes the feed's words"
