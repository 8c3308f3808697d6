"""Feeds that come by themselves: the Bluesky stream, webhooks, hubs and watched channels."""

from __future__ import annotations

import asyncio
import base64
import hashlib
import hmac
import json
import time
from collections.abc import Awaitable, Callable

import aiohttp
import pytest
from sqlalchemy import update

from bot import http
from bot.config import HttpSettings
from feeds import settings
from feeds.channels import DISCORD, discord_key, discord_message
from handlers import channels, front, inbound, work
from handlers.actors import Actor, Place
from handlers.cards import Values
from handlers.feed_kinds import Configured
from handlers.streams import Streams
from storage import schema as tables
from tests.fakes.feeds.bluesky import BlueskyServer
from tests.fakes.feeds.rss import RssServer
from tests.handlers.feeds_harness import configure, poll, real, register, webhook
from tests.handlers.harness import World, said

SECRET = "whsec_" + base64.b64encode(b"0123456789abcdef0123456789abcdef").decode()
POST = {"id": "1", "title": "Wanted", "body": "[likeness] a model of somebody"}


async def until(condition: Callable[[], Awaitable[bool]]) -> None:
    async with asyncio.timeout(20):
        while not await condition():  # noqa: ASYNC110 - what is waited for is a row
            await asyncio.sleep(0.02)


async def stream(world: World, server: BlueskyServer) -> Streams:
    """A house that follows the stream."""
    await configure(
        world, "bluesky", "bluesky_jetstream", url=server.stream, words=["lora"], batch_seconds=0.05
    )
    await world.setup()
    streams = Streams(world.house)
    await streams.tend()
    return streams


async def items(world: World) -> int:
    return len(await world.rows(tables.Item))


async def test_the_streams_posts_are_stored_with_its_cursor_and_bring_cards(world: World) -> None:
    real(world)
    async with BlueskyServer() as server:
        streams = await stream(world, server)
        server.post("[likeness] a lora of somebody, please")
        server.post("breakfast")
        await until(lambda: _is(world, 1))
        await streams.close()
    await work.sweep(world.house)
    (feed,) = await world.rows(tables.Feed)
    assert len(world.cards) == 1
    assert feed.lease_owner is None
    assert json.loads(feed.progress or "{}")["cursor"]["time_us"] > 0


async def _is(world: World, count: int) -> bool:
    return await items(world) == count


async def test_a_stream_that_breaks_is_taken_up_from_its_cursor_and_nothing_is_lost_or_doubled(
    world: World,
) -> None:
    real(world)
    async with BlueskyServer() as server:
        server.drop_after = 7
        streams = await stream(world, server)
        for number in range(30):
            server.post(f"lora number {number}")

        async def done() -> bool:
            world.clock.advance(seconds=1)
            await streams.tend()
            return await items(world) == 30

        server_cursors = server.connections
        await asyncio.sleep(0.3)
        server.drop_after = None
        await until(done)
        await streams.close()
        assert len(server_cursors) > 1
        assert server_cursors[-1] is not None


async def test_one_process_follows_a_stream_and_another_takes_it_over(world: World) -> None:
    real(world)
    async with BlueskyServer() as server:
        first = await stream(world, server)
        other = await world.another()
        second = Streams(other.house)
        assert (await first.tend(), await second.tend()) == (1, 0)
        server.post("lora one")
        await until(lambda: _is(world, 1))
        await first.close()
        assert await second.tend() == 1
        server.post("lora two")
        await until(lambda: _is(world, 2))
        await second.close()


async def test_what_is_deleted_on_bluesky_loses_its_words(small_world: World) -> None:
    world = real(small_world)
    async with BlueskyServer() as server:
        streams = await stream(world, server)
        key = server.post("a lora of somebody")
        await until(lambda: _is(world, 1))
        server.delete(key)

        async def purged() -> bool:
            return (await world.rows(tables.Item))[0].sealed is None

        await until(purged)
        await streams.close()


async def test_a_stream_that_cannot_be_reached_is_tried_again_and_then_said_to_be_blind(
    small_world: World,
) -> None:
    world = real(small_world)
    async with BlueskyServer() as server:
        url = server.stream
    await register(
        world, Configured("bluesky_jetstream", "bluesky", settings("bluesky_jetstream", {"url": url}))
    )
    await world.setup()
    streams = Streams(world.house)
    for errors in range(1, 4):
        await streams.tend()

        async def failed(wanted: int = errors) -> bool:
            await streams.tend()
            return (await world.rows(tables.Feed))[0].errors == wanted

        await until(failed)
        (feed,) = await world.rows(tables.Feed)
        assert feed.next_poll_at > world.clock()
        world.clock.advance(hours=4)

    def said() -> list[str]:
        return [each.card.title for each in world.notices if "feed" in each.card.title]

    async def was_said() -> bool:
        return bool(said())

    await until(was_said)
    assert said() == ["A feed has gone blind"]
    await streams.close()


# Webhooks


def signed(body: bytes, number: str = "msg_1", at: int | None = None, secret: str = SECRET) -> dict[str, str]:
    at = int(time.time()) if at is None else at
    key = base64.b64decode(secret.removeprefix("whsec_"))
    digest = hmac.new(key, f"{number}.{at}.".encode() + body, hashlib.sha256).digest()
    return {
        "webhook-id": number,
        "webhook-timestamp": str(at),
        "webhook-signature": f"v1,{base64.b64encode(digest).decode()}",
    }


async def test_a_signed_call_is_answered_after_it_is_stored_and_its_repetition_brings_nothing(
    world: World,
) -> None:
    await webhook(world, "partner", secrets=(SECRET,))
    await world.setup()
    runner = await http.start(HttpSettings(port=0), world.house, {})
    try:
        url = f"http://127.0.0.1:{runner.addresses[0][1]}/hooks/partner"
        body = json.dumps(POST).encode()
        async with aiohttp.ClientSession() as session:
            for _ in range(2):
                async with session.post(url, data=body, headers=signed(body)) as answer:
                    assert answer.status == 200
                    assert await items(world) == 1
            for headers, status in (
                ({}, 401),
                (signed(b"other"), 401),
                (signed(body, at=int(time.time()) - 3600), 401),
                (signed(body) | {"webhook-signature": "v1,\xff"}, 401),
            ):
                async with session.post(url, data=body, headers=headers) as answer:
                    assert answer.status == status
            broken = b'"only words"'
            async with session.post(url, data=broken, headers=signed(broken, "msg_2")) as answer:
                assert answer.status == 400
            async with session.post(url, data=b"x" * 1_100_000, headers=signed(body)) as answer:
                assert answer.status == 413
            async with session.post(url.replace("partner", "nobody"), data=body) as answer:
                assert answer.status == 404
    finally:
        await runner.cleanup()
    assert len(world.cards) == 1


async def test_a_call_that_could_not_be_stored_is_not_acknowledged(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    await webhook(world, "partner", secrets=(SECRET,))
    body = json.dumps(POST).encode()

    async def cut_off(*_: object, **__: object) -> None:
        raise RuntimeError("the process dies here")

    with monkeypatch.context() as patched:
        patched.setattr("handlers.feed_news.store", cut_off)
        with pytest.raises(RuntimeError):
            await inbound.webhook(world.house, "partner", signed(body), body)
    assert (await inbound.webhook(world.house, "partner", signed(body), body)).outcome == "taken"
    assert await items(world) == 1


async def test_a_plain_secret_is_enough_where_the_operator_says_so(small_world: World) -> None:
    world = small_world
    await webhook(world, "hub", secrets=("an old secret of mine", "a new secret of mine"), signature="plain")
    body = json.dumps({"items": [POST, POST | {"id": "2", "title": "Another"}]}).encode()
    wrong = await inbound.webhook(world.house, "hub", {"X-Webhook-Secret": "a wrong secret of his"}, body)
    right = await inbound.webhook(world.house, "hub", {"X-Webhook-Secret": "a new secret of mine"}, body)
    again = await inbound.webhook(world.house, "hub", {"x-webhook-secret": "an old secret of mine"}, body)
    assert (wrong.status, right.status, again.outcome) == (401, 200, "repeated")
    assert await items(world) == 2


async def test_a_webhook_with_a_new_secret_is_the_same_feed(small_world: World) -> None:
    world = small_world
    first = await webhook(world, "hub", secrets=("an old secret of mine",))
    second = await webhook(world, "hub", secrets=("a new secret of mine",))
    assert first == second


# WebSub


async def test_a_hub_is_asked_confirmed_and_believed_only_with_its_signature(small_world: World) -> None:
    world = real(small_world)
    async with RssServer() as server, RssServer() as hub:
        server.hub = f"{hub.url}/hub"
        hub.fail(202, path="/hub")
        await configure(world, "board", "rss", url=server.feed)
        await poll(world)
        assert await inbound.tend_hubs(world.house) == 0  # nobody could reach us
        world.house.public_url = "https://headsup.example"
        assert await inbound.tend_hubs(world.house) == 1
        assert await inbound.tend_hubs(world.house) == 0
        form = dict(pair.split("=") for pair in hub.seen[-1].body.decode().split("&"))
        assert form["hub.mode"] == "subscribe"
        (row,) = await world.rows(tables.HubSubscription)
        asked = {
            "hub.mode": "subscribe",
            "hub.topic": server.feed,
            "hub.challenge": "c",
            "hub.lease_seconds": "864000",
        }
        agreed = await inbound.hub_asks(world.house, row.token, asked)
        assert (agreed.status, agreed.text) == (200, "c")
        assert (await inbound.hub_asks(world.house, row.token, asked | {"hub.topic": "x"})).status == 404
        assert (await inbound.hub_asks(world.house, "0" * 64, asked)).status == 404
        server.add("New", "[likeness] a model")
        body = server.rss_text().encode()
        digest = hmac.new(form["hub.secret"].encode(), body, hashlib.sha256).hexdigest()
        headers = {"X-Hub-Signature": f"sha256={digest}", "Content-Type": "application/rss+xml"}
        assert (
            await inbound.hub_brings(world.house, row.token, headers | {"X-Hub-Signature": "sha256=0"}, body)
        ).outcome == "refused"
        assert await items(world) == 0
        assert (await inbound.hub_brings(world.house, row.token, headers, body)).outcome == "taken"
        assert await items(world) == 1
        await poll(world)
        assert await items(world) == 1


# Channels

MOD = Actor("discord", "22", place=Place("900", "1"), roles=frozenset({"mods"}))
ADMIN = Actor("discord", "21", place=Place("900", "1"), administrator=True)


async def watched(world: World) -> None:
    """A Discord server whose moderators watch channel 77."""
    world.house.watched_platforms = frozenset({"discord"})
    world.house.messengers["discord"] = world.console
    given: Values = {"channel": "5", "moderators": ["mods"]}
    await front.command(world.house, ADMIN, "setup", given)
    shown = await front.command(world.house, MOD, "feed add", {"channel": "77", "name": "#requests"})
    assert shown.card is not None
    await front.act(world.house, MOD, shown.card.buttons[0].action, {})


def message(text: str, number: int = 1, **more: object):  # type: ignore[no-untyped-def]
    return discord_message(channel_id=78, message_id=number, content=text, author_id=3, **more)  # type: ignore[arg-type]


async def test_a_watched_channel_brings_its_threads_messages_follows_edits_and_forgets_deletions(
    world: World,
) -> None:
    await watched(world)
    assert await channels.posted(world.house, DISCORD, ["78", "77"], message("hello"))
    assert world.cards == []
    await channels.posted(
        world.house, DISCORD, ["78", "77"], message("[likeness] a model of you"), edited=True
    )
    assert "a model of you" in said(world.cards[0])
    await channels.deleted(world.house, DISCORD, ["78", "77"], [discord_key(78, 1)])
    await work.sweep(world.house)
    (row,) = await world.rows(tables.Item)
    assert row.sealed is None
    assert "a model of you" not in said(world.cards[0])


async def test_other_channels_and_what_was_there_before_are_not_looked_at(small_world: World) -> None:
    world = small_world
    await watched(world)
    assert not await channels.posted(world.house, DISCORD, ["99"], message("[likeness]"))
    world.clock.advance(days=1)
    before = world.clock.now.replace(year=2025)
    assert not await channels.posted(
        world.house, DISCORD, ["77"], message("[likeness]", created_at=before), edited=True
    )
    assert await items(world) == 0


async def test_a_deleted_channel_takes_its_words_along_and_somebody_is_told(small_world: World) -> None:
    world = small_world
    await watched(world)
    await channels.posted(world.house, DISCORD, ["77"], message("[likeness] a model"))
    await channels.gone(world.house, DISCORD, "77")
    assert [row.sealed for row in await world.rows(tables.Item)] == [None]
    assert "The channel was deleted" in said(world.notices[-1].card)


async def test_channels_are_refused_where_the_operator_has_not_allowed_them(small_world: World) -> None:
    world = small_world
    await watched(world)
    world.house.watched_platforms = frozenset()
    refused = await front.command(world.house, MOD, "feed add", {"channel": "79"})
    assert "discord.watch_channels" in said(refused.card)
    assert not await channels.posted(world.house, DISCORD, ["77"], message("[likeness]"))


async def test_a_channel_that_is_closed_to_the_bot_is_told_of_once_and_when_it_opens(
    small_world: World,
) -> None:
    world = small_world
    await watched(world)
    world.console.missing = ["see"]
    for _ in range(2):
        await channels.verify(world.house)
    assert [each.card.title for each in world.notices][-1] == "A feed has stopped"
    refused = await front.command(world.house, MOD, "feed add", {"channel": "79"})
    assert "View Channel" in said(refused.card)
    world.console.missing = []
    for _ in range(2):
        await channels.verify(world.house)
    assert [each.card.title for each in world.notices][-2:] == ["A feed has stopped", "A feed is back"]
    assert await channels.posted(world.house, DISCORD, ["77"], message("words"))


async def test_a_paused_channel_is_not_looked_at_and_still_forgets(small_world: World) -> None:
    world = small_world
    await watched(world)
    await channels.posted(world.house, DISCORD, ["77"], message("words"))
    await front.command(world.house, MOD, "feed pause", {"feed": "1"})
    assert not await channels.posted(world.house, DISCORD, ["77"], message("more", 2))
    await channels.deleted(world.house, DISCORD, ["77"], [discord_key(78, 1)])
    assert [row.sealed for row in await world.rows(tables.Item)] == [None]


async def test_a_late_stream_batch_is_a_digest(small_world: World) -> None:
    world = real(small_world)
    async with BlueskyServer() as server:
        streams = await stream(world, server)
        server.post("lora")
        await until(lambda: _is(world, 1))
        await streams.close()
        async with world.house.database.write() as session:
            await session.execute(update(tables.Feed).values(last_ok_at=world.clock()))
        world.clock.advance(days=200)
        for number in range(9):
            server.post(f"[likeness] lora {number}", createdAt="2026-08-01T00:00:00Z")
        await streams.tend()
        await until(lambda: _is(world, 10))
        await streams.close()
    await work.sweep(world.house)
    await world.queue.screen()
    world.clock.advance(minutes=1)
    await work.sweep(world.house)
    assert world.cards == []
    assert [each.card.title for each in world.notices if "absence" in each.card.title] != []
