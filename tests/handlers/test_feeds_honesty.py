"""A feed that goes blind, quiet or away says so once, and once more when it is back; nothing is lost and nothing floods."""

from __future__ import annotations

import asyncio

import pytest
from sqlalchemy import update

from feeds import FetchFailed, FetchRefused, Kind, Poll
from handlers import feed_health, polling, work
from handlers.feed_sources import settings_of
from handlers.poller import Poller
from storage import schema as tables
from tests.fakes.feeds.civitai import CivitaiServer
from tests.fakes.feeds.rss import RssServer
from tests.handlers.feeds_harness import configure, poll, real
from tests.handlers.harness import JORUNN, MODERATOR, World, item, said

DOWN = FetchFailed(Kind.TRANSIENT, "board.example could not be reached.")


def told(world: World) -> list[str]:
    return [each.card.title for each in world.notices if not each.direct and each.card.title != "Test"]


async def test_a_blind_feed_is_told_of_once_and_its_return_with_what_was_missed(world: World) -> None:
    await world.feed("board")
    await world.setup()
    await world.arrives("board")
    await world.fails("board", DOWN)
    assert told(world) == []
    for _ in range(10):
        world.clock.advance(hours=1)
        await world.fails("board", DOWN)
    assert told(world) == ["A feed has gone blind"]
    await world.arrives("board", item("[likeness] one"), item("two"))
    await world.arrives("board", item("three"))
    assert told(world) == ["A feed has gone blind", "A feed is back"]
    words = said(world.notices[-1].card)
    assert "2 new posts" in words
    assert "10 hours" in words
    assert len(world.cards) == 1


@pytest.mark.parametrize(
    ("error", "state"),
    [
        (FetchFailed(Kind.AUTH, "The key was refused.", http_status=401), "paused"),
        (FetchFailed(Kind.REGION, "Not from this country.", http_status=451), "paused"),
        (FetchRefused("address", "It leads inward."), "paused"),
        (FetchFailed(Kind.GONE, "It is gone.", http_status=410), "disabled"),
    ],
)
async def test_what_somebody_must_look_at_is_told_at_once(
    small_world: World, error: FetchFailed, state: str
) -> None:
    world = small_world
    await world.feed("board")
    await world.setup()
    await world.fails("board", error)
    world.clock.advance(days=1)
    await world.fails("board", error)
    (feed,) = await world.rows(tables.Feed)
    assert feed.state == state
    assert told(world) == ["A feed has stopped"]
    assert error.message in said(world.notices[-1].card)


async def test_passing_faults_never_switch_a_feed_off(small_world: World) -> None:
    world = small_world
    await world.feed("board")
    await world.setup()
    for _ in range(30):
        world.clock.advance(days=1)
        await world.fails("board", DOWN)
    (feed,) = await world.rows(tables.Feed)
    assert feed.state == "active"
    assert told(world) == ["A feed has gone blind"]


async def test_an_adapters_own_mistake_is_said_and_tried_again(small_world: World) -> None:
    world = small_world
    await world.feed("board")
    await world.setup()
    await world.fails("board", ZeroDivisionError("secret words"))
    (feed,) = await world.rows(tables.Feed)
    assert feed.last_error is not None
    assert "fault of its own" in feed.last_error["message"]
    assert "secret" not in str(feed.last_error)
    await world.arrives("board", item("[likeness] a model"))
    assert len(world.cards) == 1


async def test_a_feed_that_answers_and_brings_nothing_is_told_of_once(small_world: World) -> None:
    world = small_world
    await world.feed("board")
    await world.setup()
    for number in range(6):
        world.clock.advance(hours=2)
        await world.arrives("board", item(f"post {number}"))
    for _ in range(9):
        world.clock.advance(days=1)
        await world.arrives("board")
        await feed_health.look(world.house)
    assert told(world) == ["A feed has gone quiet"]
    await world.arrives("board", item("at last"))
    assert told(world) == ["A feed has gone quiet", "A feed brings something again"]


async def test_a_feed_that_nobody_polls_is_noticed_too(small_world: World) -> None:
    world = small_world
    await world.feed("board")
    await world.setup()
    world.clock.advance(hours=9)
    assert await feed_health.look(world.house) == 1
    assert await feed_health.look(world.house) == 0
    assert told(world) == ["A feed has gone blind"]


async def test_after_a_long_absence_one_digest_speaks_for_many_posts(world: World) -> None:
    await world.feed("board")
    await world.setup()
    await world.watch(JORUNN)
    await world.arrives("board")
    world.clock.advance(days=3)
    posts = [item(f"[likeness] a model of person {number}") for number in range(25)]
    posts.append(item("[likeness] [sexual] a model of Jorunn Valderhaug"))
    await world.arrives("board", *posts)
    await work.sweep(world.house)
    assert world.cards == []
    assert told(world) == ["News after a long absence"]
    words = world.notices[-1].card.body if not world.notices[-1].direct else world.notices[-2].card.body
    assert "26 new posts" in words
    assert "26 cases were opened" in words
    assert words.count("• H-") == 20
    assert "and 6 more" in words
    assert words.index("high") < words.index("low")
    assert len(world.direct(JORUNN)) == 1
    await world.arrives("board", item("[likeness] a late one"))
    assert len(world.cards) == 1


async def test_a_few_posts_after_a_long_absence_come_one_by_one(small_world: World) -> None:
    world = small_world
    await world.feed("board")
    await world.setup()
    await world.arrives("board")
    world.clock.advance(days=3)
    await world.arrives("board", item("[likeness] one"), item("[likeness] two"))
    assert len(world.cards) == 2
    assert told(world) == []


async def test_an_edit_alerts_again_only_if_it_is_graver(world: World) -> None:
    await world.feed("board")
    await world.setup()
    await world.vouched(JORUNN, await world.watch(JORUNN))
    known, notices = len(world.direct(JORUNN)), len(told(world))
    await world.arrives("board", item("[likeness] Jorunn Valderhaug", guid="7"))
    await world.arrives("board", item("[likeness] Jorunn Valderhaug, please", guid="7"))
    assert (len(world.cards), told(world)[notices:], len(world.direct(JORUNN))) == (1, [], known + 1)
    await world.arrives("board", item("[likeness] [sexual] Jorunn Valderhaug", guid="7"))
    await work.sweep(world.house)
    assert [card.severity for card in world.cards] == ["high"]
    assert told(world)[notices:] == ["A case is graver than it was"]
    assert len(world.direct(JORUNN)) == known + 2


async def test_a_baselines_post_that_becomes_graver_is_news(small_world: World) -> None:
    world = small_world
    await world.setup()
    await world.feed("board", item("[likeness] a model", guid="7"))
    await world.setup()
    await work.sweep(world.house)
    world.clock.advance(days=2)
    await world.arrives("board", item("[likeness] a model!", guid="7"))
    assert world.cards == []
    await world.arrives("board", item("[likeness] [sexual] a model", guid="7"))
    assert [card.severity for card in world.cards] == ["high"]


async def test_what_the_source_removed_loses_its_words_here_and_on_the_card(world: World) -> None:
    await world.feed("board")
    await world.setup()
    await world.arrives("board", item("[likeness] these words", guid="tag:7"))
    assert "these words" in said(world.cards[0])
    await world.arrives("board", deleted=("guid:tag:7",))
    await work.sweep(world.house)
    (row,) = await world.rows(tables.Item)
    assert (row.sealed, row.state) == (None, "purged")
    assert "these words" not in said(world.cards[0])


async def test_no_feed_can_remove_another_feeds_posts(small_world: World) -> None:
    world = small_world
    await world.feed("board")
    await world.feed("hostile")
    await world.arrives("board", item("words", url="https://board.example/7"))
    await world.arrives("hostile", deleted=("url:https://board.example/7",))
    (row,) = await world.rows(tables.Item)
    assert row.sealed is not None


async def test_a_permanent_redirect_is_adopted_after_three_polls(small_world: World) -> None:
    world = real(small_world)
    async with RssServer() as old, RssServer() as new:
        new.add("Post", "hello")
        old.fail(301, headers={"Location": new.feed})
        await configure(world, "board", "rss", url=old.feed)
        for _ in range(3):
            (feed,) = await world.rows(tables.Feed)
            assert feed.moved_to is None
            await poll(world)
        before = len(old.requests())
        await poll(world)
        assert len(old.requests()) == before
        (feed,) = await world.rows(tables.Feed)
        assert getattr(settings_of(world.house, feed), "url", "") == new.feed
        await configure(world, "board", "rss", url=old.feed)  # a restart with the same configuration
        await poll(world)
        assert len(old.requests()) == before
    assert len(await world.rows(tables.Item)) == 1


async def test_a_feed_with_a_key_does_not_move_to_another_site(small_world: World) -> None:
    world = real(small_world)
    async with RssServer() as old, RssServer() as new:
        old.fail(301, headers={"Location": new.feed})
        await configure(world, "board", "rss", url=old.feed, headers={"X-Key": "secret"})
        for _ in range(5):
            await poll(world)
        assert not [seen for seen in new.requests() if "X-Key" in seen.headers]
    (feed,) = await world.rows(tables.Feed)
    assert feed.moved_to is None


async def test_a_new_key_is_no_new_feed(small_world: World) -> None:
    world = real(small_world)
    async with RssServer() as server:
        server.add("Post", "hello")
        first = await configure(world, "board", "rss", url=server.feed, headers={"X-Key": "one"})
        await world.setup()
        await poll(world)
        second = await configure(world, "board", "rss", url=server.feed, headers={"X-Key": "two"})
        await poll(world)
    assert first == second
    (feed,) = await world.rows(tables.Feed)
    assert "two" not in str(feed.settings)
    assert len(await world.rows(tables.Subscription)) == 1


async def test_comments_are_read_under_flagged_bounties_alone_and_join_their_case(small_world: World) -> None:
    world = real(small_world)
    async with CivitaiServer() as server:
        await configure(
            world,
            "bounties",
            "civitai_bounties",
            url=server.url,
            api_key="fake-key",
            permission_confirmed=True,
        )
        await world.setup()
        await poll(world)
        flagged = server.add("[likeness] Model of a person")
        harmless = server.add("A castle")
        await poll(world)
        server.comment(flagged.id, "<p>[likeness] [sexual] make it so</p>")
        server.comment(harmless.id, "<p>nice</p>")
        await poll(world)
        asked = [seen.query["input"] for seen in server.requests("commentv2")]
        assert asked
        assert all(str(flagged.id) in each for each in asked)
        assert len(await world.rows(tables.Item)) == 3
        (case,) = await world.rows(tables.Case)
        assert case.severity == 3
        await poll(world)
        assert len(server.requests("commentv2")) == len(asked)


async def test_two_schedulers_never_poll_one_feed_twice(world: World) -> None:
    real(world)
    async with RssServer() as server:
        await configure(world, "board", "rss", url=server.feed)
        other = await world.another()
        first, second = Poller(world.house), Poller(other.house)
        for _ in range(3):
            await first.tend()
            await second.tend()
        await first.finish()
        await second.finish()
        assert len(server.requests("/feed.rss")) == 1


async def test_a_poll_that_is_broken_off_leaves_the_feed_free(small_world: World) -> None:
    world = small_world
    await world.feed("board")
    started = []

    class Slow:
        kind = "rss"
        Settings = world.shelf.Settings

        async def poll(self, *_: object) -> Poll:
            started.append(1)
            await asyncio.sleep(60)
            raise AssertionError

    world.house.adapters = {"rss": Slow()}
    async with world.house.database.write() as session:
        await session.execute(update(tables.Feed).values(next_poll_at=world.clock()))
    poller = Poller(world.house)
    await poller.tend()
    while not started:
        await work.sweep(world.house)
    await poller.close()
    world.house.adapters = {"rss": world.shelf}
    (feed,) = await world.rows(tables.Feed)
    assert feed.lease_owner is None
    assert (await polling.poll(world.house, feed.id)).word == "ok"


async def test_the_list_of_a_healthy_feed_has_no_error(small_world: World) -> None:
    world = small_world
    await world.feed("board")
    await world.setup()
    await world.fails("board", DOWN)
    assert "could not be reached" in said((await world.command(MODERATOR, "feed list")).card)
    await world.arrives("board")
    assert "could not be reached" not in said((await world.command(MODERATOR, "feed list")).card)
