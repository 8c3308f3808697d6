"""`/feed`: what moderators see before they agree, what is stored after, and what is refused."""

from __future__ import annotations

from typing import Any

import pytest

from storage import schema as tables
from tests.fakes.feeds.rss import RssServer
from tests.handlers.feeds_harness import configure, follow, poll, real
from tests.handlers.harness import ADMINISTRATOR, MEMBER, MODERATOR, World, said, someone

REQUEST = "[likeness] a model of somebody"
OTHER_MODERATOR = someone("100000000000000033", "elsewhere", "mods")


async def test_adding_shows_the_newest_posts_as_they_would_be_screened_and_stores_nothing(
    small_world: World,
) -> None:
    world = real(small_world)
    await world.setup()
    async with RssServer() as server:
        for number in range(5):
            server.add(f"Post {number}", "[likeness] [sexual]" if number == 4 else "hello")
        shown = await world.command(MODERATOR, "feed add", address=server.feed)
        words = said(shown.card)
        assert "Post 4" in words
        assert "high · likeness, sexual" in words
        assert "Post 3" in words
        assert "Post 1" not in words
    assert await world.rows(tables.Feed) == []
    assert await world.rows(tables.Item) == []


async def test_a_followed_feed_begins_with_a_baseline_and_then_brings_cards(world: World) -> None:
    real(world)
    await world.setup()
    async with RssServer() as server:
        server.add("Old", REQUEST)
        await follow(world, server.feed)
        await poll(world)
        assert world.cards == []
        server.add("New", f"{REQUEST}, please")
        await poll(world)
    assert [card.severity for card in world.cards] == ["low"]


async def test_a_pages_address_leads_to_its_feed(small_world: World) -> None:
    world = real(small_world)
    await world.setup()
    async with RssServer() as server:
        server.add("Post", "hello")
        shown = await follow(world, server.url)
    assert "Also found there" in said(shown.card)
    (feed,) = await world.rows(tables.Feed)
    assert (feed.kind, feed.settings["url"]) == ("rss", server.feed)


async def test_one_feed_for_all_who_follow_it_and_none_for_nobody(world: World) -> None:
    real(world)
    await world.setup()
    await world.setup("elsewhere")
    async with RssServer() as server:
        server.add("Old", "hello")
        await follow(world, server.feed)
        shown = await world.command(OTHER_MODERATOR, "feed add", address=server.feed)
        assert shown.card is not None
        await world.press(OTHER_MODERATOR, shown.card.buttons[0].action)
        (feed,) = await world.rows(tables.Feed)
        before = len(server.requests("/feed.rss"))
        await poll(world)
        assert len(server.requests("/feed.rss")) == before + 1
        server.add("New", REQUEST)
        await poll(world)
        assert len(world.cards) == 2
        for actor in (MODERATOR, OTHER_MODERATOR):
            await world.command(actor, "feed remove", feed=str(feed.id))
        asked = len(server.requests())
        await poll(world)
        assert len(server.requests()) == asked


async def test_what_is_added_twice_is_refused_the_second_time(small_world: World) -> None:
    world = real(small_world)
    await world.setup()
    async with RssServer() as server:
        server.add("Old", "hello")
        await follow(world, server.feed)
        again = await world.command(MODERATOR, "feed add", address=server.feed)
        assert again.card is not None
        refused = await world.press(MODERATOR, again.card.buttons[0].action)
    assert "already" in said(refused.card)


async def test_severity_and_words_choose_what_a_community_hears_of(small_world: World) -> None:
    world = real(small_world)
    await world.setup()
    async with RssServer() as server:
        await follow(world, server.feed, severity="low", keywords="lora, /face ?swap/")
        await poll(world)
        server.add("A", f"{REQUEST} as a Lora")
        server.add("B", f"{REQUEST} by faceswap")
        server.add("C", f"{REQUEST} in oil")
        await poll(world)
        assert len(world.cards) == 2
        await world.command(MODERATOR, "feed remove", feed="1")
        await follow(world, server.feed, severity="high")
        await poll(world)
        server.add("D", f"{REQUEST} once more")
        server.add("E", f"{REQUEST} [sexual]")
        await poll(world)
    assert [card.severity for card in world.cards[2:]] == ["high"]


@pytest.mark.parametrize(
    ("values", "why"),
    [
        ({"keywords": "fine, /(un(closed/"}, "Filter 2"),
        ({"keywords": "/a(?=b)/"}, "not a pattern of RE2"),
        ({"severity": "huge"}, "low, medium, high, critical"),
        ({"address": "ftp://host.example/x"}, "http"),
        ({"address": "http://169.254.169.254/latest"}, "not public"),
        ({"address": "https://civitai.red/bounties"}, "only the operator"),
        ({"address": "https://www.reddit.com/r/pictures"}, "only the operator"),
        ({"kind": "civitai_bounties"}, "only the operator"),
        ({"kind": "rsss"}, "Did you mean 'rss'"),
        ({"address": " "}, "Give the address"),
    ],
)
async def test_what_makes_no_sense_is_refused_clearly_and_changes_nothing(
    small_world: World, values: dict[str, Any], why: str
) -> None:
    world = real(small_world)
    await world.setup()
    given: dict[str, Any] = {"address": "http://127.0.0.1:9/feed.rss"} | values
    reply = await world.command(MODERATOR, "feed add", **given)
    assert why in said(reply.card)
    assert reply.card is not None
    assert reply.card.buttons == ()
    assert await world.rows(tables.Feed) == []


async def test_members_may_not_and_administrators_may(small_world: World) -> None:
    world = real(small_world)
    await world.setup()
    for name in ("feed add", "feed list", "feed test", "feed pause", "feed resume", "feed remove"):
        assert "moderators may" in said((await world.command(MEMBER, name, address="x", feed="1")).card)
    assert "follows no feed" in said((await world.command(ADMINISTRATOR, "feed list")).card)


async def test_a_draft_is_for_its_community_and_for_half_an_hour(small_world: World) -> None:
    world = real(small_world)
    await world.setup()
    await world.setup("elsewhere")
    async with RssServer() as server:
        shown = await world.command(MODERATOR, "feed add", address=server.feed)
        assert shown.card is not None
        action = shown.card.buttons[0].action
        assert "begin again" in said((await world.press(OTHER_MODERATOR, action)).card)
        world.clock.advance(minutes=31)
        assert "begin again" in said((await world.press(MODERATOR, action)).card)
    assert await world.rows(tables.Feed) == []


async def test_another_communitys_feeds_are_nobodys_business(small_world: World) -> None:
    world = real(small_world)
    await world.setup()
    await world.setup("elsewhere")
    async with RssServer() as server:
        server.title = "Our private corner"
        await follow(world, server.feed, name="Our private corner")
        await poll(world)
        for name, feed in (("feed list", ""), ("feed pause", "1"), ("feed remove", "our corner")):
            assert "private" not in said((await world.command(OTHER_MODERATOR, name, feed=feed)).card)
        shown = await world.command(someone("1", "elsewhere", administrator=True), "setup", feeds="all")
        assert "private" not in said(shown.card)
    (subscription,) = await world.rows(tables.Subscription)
    assert subscription.state == "active"


async def test_the_list_says_how_each_feed_is_and_what_to_do(small_world: World) -> None:
    world = real(small_world)
    await world.setup()
    async with RssServer() as server:
        await follow(world, server.feed, name="A forum", keywords="lora")
        await poll(world)
        server.add("A", f"{REQUEST} lora")
        server.add("B", "hello lora")
        await poll(world)
        words = said((await world.command(MODERATOR, "feed list")).card)
        assert "#1 A forum" in words
        assert "works" in words
        assert "last success" in words
        assert "next poll" in words
        assert "2 posts, 1 finding" in words
        assert "Only with: lora" in words
        server.fail(401)
        await poll(world)
        words = said((await world.command(MODERATOR, "feed list")).card)
        assert "stopped by an error" in words
        assert "key or token" in words


async def test_pausing_is_for_one_community_and_resuming_does_not_flood(world: World) -> None:
    real(world)
    await world.setup()
    async with RssServer() as server:
        await configure(world, "board", "rss", url=server.feed)
        await world.setup()
        await poll(world)
        await world.command(MODERATOR, "feed pause", feed="board")
        server.add("A", REQUEST)
        await poll(world)
        assert world.cards == []
        await world.command(MODERATOR, "feed resume", feed="board")
        server.add("B", f"{REQUEST}, again")
        await poll(world)
        assert len(world.cards) == 1


async def test_a_community_can_follow_so_many_feeds(small_world: World) -> None:
    world = real(small_world)
    world.house.limits = world.house.limits.model_copy(update={"feeds": 1})
    await world.setup()
    async with RssServer() as server:
        await follow(world, server.feed)
        refused = await world.command(MODERATOR, "feed add", address=server.atom)
    assert "can follow 1" in said(refused.card)
