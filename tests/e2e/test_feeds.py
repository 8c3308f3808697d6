"""Moderators follow feeds and watch channels, on Discord's wire."""

from __future__ import annotations

import asyncio

from tests.e2e.conftest import NewWorld
from tests.e2e.world import COMMANDS, World


async def test_a_moderator_sees_what_a_feed_would_deliver_follows_it_and_lists_it(world: World) -> None:
    town = world.new_town("Feeds")
    await world.set_up(town, feeds="none")
    world.profiles.add("A castle on a hill", "Nobody is asked for here.")
    shown = await town.moderator.slash(
        town.general, "feed add", address=world.profiles.feed, name="A corner", keywords="castle, /l.ke/"
    )
    assert "A castle on a hill" in shown.text
    assert "Nothing is stored yet" in shown.text
    await town.moderator.press(shown, "Follow this feed")
    listed = await town.moderator.slash(town.general, "feed list")
    assert "A corner" in listed.text
    paused = await town.moderator.slash(town.general, "feed pause", feed="A corner")
    assert "paused" in paused.text
    removed = await town.moderator.slash(town.general, "feed remove", feed="A corner")
    assert "no longer followed" in removed.text


async def test_a_member_and_a_senseless_filter_are_refused(world: World) -> None:
    town = world.new_town("Refusals")
    await world.set_up(town, feeds="none")
    refused = await town.member().slash(town.general, "feed add", address=world.profiles.feed)
    assert "moderators" in refused.text
    refused = await town.moderator.slash(
        town.general, "feed add", address=world.profiles.feed, keywords="/(?<=a)b/"
    )
    assert "Nothing was stored" in refused.text


async def test_a_watched_channel_brings_cards_follows_edits_and_forgets_what_is_deleted(
    fresh_world: NewWorld,
) -> None:
    async with fresh_world(started=False) as world:
        config = world.program.config
        text = config.read_text("utf-8").replace("[discord]\n", "[discord]\nwatch_channels = true\n")
        config.write_text(text, "utf-8")
        await world.program.start()
        await world.fake.ready(*COMMANDS)
        town, person = world.town, world.somebody()
        await world.set_up(town)
        shown = await town.moderator.slash(town.general, "feed add", channel=town.general)
        await town.moderator.press(shown, "Follow this feed")
        author = town.member("author")
        message = author.say(town.general, "good morning everybody")
        await asyncio.sleep(0.5)
        world.secrets.add(person.request)
        author.edit(message, f"{person.title}\n{person.request}")
        card = await world.card(person)
        author.delete(message)
        await world.fake.until(
            lambda: person.name not in card.text and "no longer kept" in card.text, "the card without words"
        )
