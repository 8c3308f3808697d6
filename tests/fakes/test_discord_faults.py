"""The fake's faults: rate limits, server errors, lost answers, permissions, dropped and resumed sockets."""

from __future__ import annotations

import asyncio
import time

import aiohttp
import discord
import pytest

from tests.fakes.discord import Channel, FakeDiscord
from tests.fakes.discord_client import Bot, point_at, running


def messageable(bot: Bot, channel: Channel) -> discord.PartialMessageable:
    return bot.get_partial_messageable(int(channel.id))


@pytest.mark.parametrize("scope", ["user", "global"])
async def test_a_rate_limit_is_waited_out(fake_discord: FakeDiscord, scope: str) -> None:
    channel = fake_discord.guild("Harbour").channel("alerts")
    async with running(fake_discord, Bot()) as bot:
        fake_discord.rate_limit_next("POST /channels/*/messages", retry_after=0.3, scope=scope)
        before = time.monotonic()
        await messageable(bot, channel).send("patient")
        assert time.monotonic() - before >= 0.3
        assert [r.status for r in fake_discord.requests if r.path.endswith("/messages")] == [429, 200]
        assert [m.content for m in channel.messages] == ["patient"]


async def test_a_server_error_is_retried_and_a_lost_answer_with_a_nonce_gives_one_message(
    fake_discord: FakeDiscord,
) -> None:
    channel = fake_discord.guild("Harbour").channel("alerts")
    async with running(fake_discord, Bot()) as bot:
        fake_discord.fail_next("POST", "/channels/*/messages", status=502)
        await messageable(bot, channel).send("retried")
        fake_discord.fail_next("POST", "/channels/*/messages", status=500, performed=True)
        sent = await messageable(bot, channel).send("once", nonce="alert-7")
        assert [m.content for m in channel.messages] == ["retried", "once"]
        assert str(sent.id) == channel.messages[1].id
        assert fake_discord.faults.pending() == 0


async def test_a_cut_connection_and_a_held_request(fake_discord: FakeDiscord) -> None:
    channel = fake_discord.guild("Harbour").channel("alerts")
    async with running(fake_discord, Bot()) as bot:
        fake_discord.fail_next("POST", "/channels/*/messages", status=0)
        with pytest.raises(aiohttp.ServerDisconnectedError):
            await messageable(bot, channel).send("never")
        assert channel.messages == []
        gate = fake_discord.hold_next("POST", "/channels/*/messages", performed=True)
        sending = asyncio.create_task(messageable(bot, channel).send("held"))
        await gate.reached()
        assert [m.content for m in channel.messages] == ["held"]
        assert not sending.done()
        gate.release()
        await sending


async def test_missing_permissions_are_refused_channel_by_channel(fake_discord: FakeDiscord) -> None:
    guild = fake_discord.guild("Harbour")
    silent = guild.channel("silent").deny("send_messages")
    plain = guild.channel("plain").deny("embed_links")
    hidden = guild.channel("hidden").private()
    async with running(fake_discord, Bot()) as bot:
        codes = []
        for channel, embed in ((silent, None), (plain, discord.Embed(title="x")), (hidden, None)):
            with pytest.raises(discord.Forbidden) as refused:
                await messageable(bot, channel).send("hello", embed=embed or discord.utils.MISSING)
            codes.append(refused.value.code)
        assert codes == [50013, 50013, 50001]
        await messageable(bot, plain).send("hello")
        silent.allow("send_messages")
        await messageable(bot, silent).send("hello")
        with pytest.raises(discord.NotFound) as gone:
            await messageable(bot, silent).fetch_message(1)
        assert gone.value.code == 10008
        silent.delete()
        with pytest.raises(discord.NotFound) as gone:
            await messageable(bot, silent).send("hello")
        assert gone.value.code == 10003


async def test_a_person_without_a_common_guild_cannot_be_written_to(fake_discord: FakeDiscord) -> None:
    stranger, friend = fake_discord.user("stranger"), fake_discord.user("friend", installed=True)
    async with running(fake_discord, Bot()) as bot:
        with pytest.raises(discord.Forbidden) as refused:
            await (await bot.fetch_user(int(stranger.id))).send("hello")
        assert refused.value.code == 50007
        await (await bot.fetch_user(int(friend.id))).send("hello")
        assert len(friend.inbox) == 1


async def test_a_dropped_socket_is_resumed_and_what_was_missed_is_replayed(fake_discord: FakeDiscord) -> None:
    guild = fake_discord.guild("Harbour")
    channel, alice = guild.channel("general"), guild.member("alice")
    async with running(fake_discord, Bot()) as bot:
        await bot.knows_its_guilds(fake_discord)
        await fake_discord.drop_gateway(4000)
        alice.say(channel, "while you were away")
        await fake_discord.until(lambda: bot.saw("message"), "the replay", 30)
        assert fake_discord.gateway.resumes == 1
        assert fake_discord.gateway.identifies == 1
        await fake_discord.until(lambda: bot.saw("resumed"), "the end of the replay")


async def test_the_bot_reconnects_on_command_and_identifies_anew_when_its_session_is_gone(
    fake_discord: FakeDiscord,
) -> None:
    fake_discord.guild("Harbour")
    async with running(fake_discord, Bot()) as bot:
        await bot.knows_its_guilds(fake_discord)
        await fake_discord.gateway.ask_reconnect()
        await fake_discord.until(lambda: fake_discord.gateway.resumes == 1, "a resume", 30)
        fake_discord.gateway.forget_sessions()
        await fake_discord.drop_gateway()
        await fake_discord.until(lambda: fake_discord.gateway.identifies == 2, "a new session", 40)


@pytest.mark.parametrize(
    ("code", "error"), [(4004, discord.ConnectionClosed), (4014, discord.PrivilegedIntentsRequired)]
)
async def test_the_gateway_refuses_for_good(
    fake_discord: FakeDiscord, code: int, error: type[Exception]
) -> None:
    if code == 4014:
        fake_discord.privileged_intents.discard("message_content")
    else:
        fake_discord.gateway.refuse_with = code
    point_at(fake_discord)
    bot = Bot(discord.Intents(guilds=True, message_content=True))
    await bot.login(fake_discord.token)
    try:
        with pytest.raises(error):
            await bot.connect()
    finally:
        await bot.close()


async def test_a_wrong_token_is_refused_at_login(fake_discord: FakeDiscord) -> None:
    point_at(fake_discord)
    bot = Bot()
    try:
        with pytest.raises(discord.LoginFailure):
            await bot.login("not.the.token")
    finally:
        await bot.close()


async def test_each_shard_gets_its_own_guilds() -> None:
    async with FakeDiscord(shards=2) as fake:
        guilds = [fake.guild(f"guild {number}") for number in range(4)]
        async with running(fake, Bot()) as bot:
            await bot.knows_its_guilds(fake)
            assert {g.id for g in bot.guilds} == {int(g.id) for g in guilds}
            for session in fake.gateway.connected:
                named = [f["d"]["id"] for f in session.history if f["t"] == "GUILD_CREATE"]
                assert all((int(one) >> 22) % 2 == session.shard[0] for one in named)
        assert fake.violations == []


async def test_content_stays_hidden_without_its_intent(fake_discord: FakeDiscord) -> None:
    guild = fake_discord.guild("Harbour")
    channel, alice = guild.channel("general"), guild.member("alice")
    async with running(fake_discord, Bot()) as bot:
        await bot.knows_its_guilds(fake_discord)
        alice.say(channel, "in the guild")
        alice.say(channel, f"to {fake_discord.bot.mention}")
        alice.say(alice.dm, "in private")
        await fake_discord.until(lambda: len(bot.saw("message")) == 3, "the messages")
        assert [m.content for m in bot.saw("message")] == ["", f"to {fake_discord.bot.mention}", "in private"]


async def test_edits_and_deletions_by_people_reach_the_bot(fake_discord: FakeDiscord) -> None:
    guild = fake_discord.guild("Harbour")
    channel, alice = guild.channel("general"), guild.member("alice")
    intents = discord.Intents(guilds=True, guild_messages=True, message_content=True)
    async with running(fake_discord, Bot(intents)) as bot:
        await bot.knows_its_guilds(fake_discord)
        written = alice.say(channel, "one")
        alice.edit(written, "two")
        alice.delete(written)
        await fake_discord.until(lambda: bot.saw("message_delete"), "the deletion")
        assert len(bot.saw("message")) == 1
        assert [args[1].content for name, args in bot.events if name == "message_edit"] == ["two"]


async def test_the_bot_learns_that_it_lost_a_channel_a_permission_or_a_guild(
    fake_discord: FakeDiscord,
) -> None:
    guild = fake_discord.guild("Harbour")
    alerts, spare = guild.channel("alerts"), guild.channel("spare")
    async with running(fake_discord, Bot()) as bot:
        await bot.knows_its_guilds(fake_discord)
        mine = bot.get_guild(int(guild.id))
        assert mine is not None
        alerts.deny("send_messages")
        await fake_discord.until(lambda: bot.saw("guild_channel_update"), "the change")
        seen = mine.get_channel(int(alerts.id))
        assert seen is not None
        assert not seen.permissions_for(mine.me).send_messages
        spare.delete()
        await fake_discord.until(lambda: bot.saw("guild_channel_delete"), "the deletion")
        guild.leave(fake_discord.bot)
        await fake_discord.until(lambda: bot.saw("guild_remove"), "the removal")


async def test_threads_are_opened_by_the_bot_and_by_people(fake_discord: FakeDiscord) -> None:
    guild = fake_discord.guild("Harbour")
    channel, alice = guild.channel("alerts"), guild.member("alice")
    async with running(fake_discord, Bot()) as bot:
        await bot.knows_its_guilds(fake_discord)
        theirs = channel.thread("by alice", alice)
        await fake_discord.until(lambda: bot.saw("thread_create"), "the thread")
        await messageable(bot, theirs).send("in a thread")
        assert theirs.messages[0].content == "in a thread"
        text = bot.get_channel(int(channel.id))
        assert isinstance(text, discord.TextChannel)
        card = await text.send("card")
        thread = await card.create_thread(name="H-7K3F")
        await thread.send("note")
        await thread.edit(archived=True, locked=True)
        mine = fake_discord.channels[str(thread.id)]
        assert (mine.name, mine.archived, mine.messages[0].content) == ("H-7K3F", True, "note")
        with pytest.raises(discord.HTTPException) as refused:
            await messageable(bot, mine).send("too late")
        assert refused.value.code == 50083


async def test_with_the_members_intent_the_bot_knows_who_is_there(fake_discord: FakeDiscord) -> None:
    guild = fake_discord.guild("Harbour")
    guild.member("alice")
    async with running(fake_discord, Bot(discord.Intents(guilds=True, members=True))) as bot:
        await asyncio.wait_for(bot.became_ready.wait(), 20)
        mine = bot.get_guild(int(guild.id))
        assert mine is not None
        assert {m.name for m in mine.members} == {"alice", "owner of Harbour", "Headsup"}
        bob = guild.member("bob")
        await fake_discord.until(lambda: bot.saw("member_join"), "the newcomer")
        moderators = guild.role("moderators", "manage_messages")
        guild.member(bob, [moderators])
        await fake_discord.until(lambda: bot.saw("member_update"), "the role")
        seen = mine.get_member(int(bob.id))
        assert seen is not None
        assert [role.name for role in seen.roles] == ["@everyone", "moderators"]
        guild.leave(bob)
        await fake_discord.until(lambda: bot.saw("member_remove"), "the parting")
        assert (await mine.fetch_member(int(guild.owner.id))).name == "owner of Harbour"


async def test_a_forum_takes_posts_and_no_messages(fake_discord: FakeDiscord) -> None:
    forum = fake_discord.guild("Harbour").channel("cases", type=15)
    async with running(fake_discord, Bot()) as bot:
        await bot.knows_its_guilds(fake_discord)
        with pytest.raises(discord.HTTPException) as refused:
            await messageable(bot, forum).send("card")
        assert refused.value.code == 50008
        seen = bot.get_channel(int(forum.id))
        assert isinstance(seen, discord.ForumChannel)
        post = await seen.create_thread(name="H-7K3F", content="card")
        assert fake_discord.channels[str(post.thread.id)].messages[0].content == "card"
