"""The fake Discord with an unmodified discord.py: login, commands, buttons, messages."""

from __future__ import annotations

import asyncio

import discord
import pytest
from discord import app_commands

from tests.fakes.discord import FakeDiscord, RefusedError
from tests.fakes.discord_client import Bot, Interaction, running


class Decide(discord.ui.View):
    def __init__(self) -> None:
        super().__init__(timeout=None)

    @discord.ui.button(label="Confirm", custom_id="case:confirm", style=discord.ButtonStyle.green)
    async def confirm(self, interaction: Interaction, button: discord.ui.Button[Decide]) -> None:
        button.disabled = True
        await interaction.response.edit_message(content="Confirmed", view=self)


def reporting_bot() -> Bot:
    bot = Bot()

    @bot.tree.command(name="report", description="Report a request")
    @app_commands.describe(link="Where it is")
    async def report(interaction: Interaction, link: str) -> None:
        await interaction.response.send_message(f"Thank you for {link}", ephemeral=True, view=Decide())

    return bot


async def test_a_bot_logs_in_and_becomes_ready_with_its_guilds(fake_discord: FakeDiscord) -> None:
    harbour = fake_discord.guild("Harbour")
    alerts = harbour.channel("alerts")
    async with running(fake_discord, Bot()) as bot:
        await asyncio.wait_for(bot.became_ready.wait(), 20)
        guild = bot.get_guild(int(harbour.id))
        assert guild is not None
        assert guild.name == "Harbour"
        channel = guild.get_channel(int(alerts.id))
        assert channel is not None
        assert channel.permissions_for(guild.me).send_messages


async def test_a_guild_that_invites_the_bot_later_is_joined(fake_discord: FakeDiscord) -> None:
    async with running(fake_discord, Bot()) as bot:
        await asyncio.wait_for(bot.became_ready.wait(), 20)
        later = fake_discord.guild("Later")
        await fake_discord.until(lambda: bot.get_guild(int(later.id)), "the guild")
        assert [g.name for g in bot.saw("guild_join")] == ["Later"]


async def test_a_slash_command_is_answered_for_one_person_and_its_button_updates_it(
    fake_discord: FakeDiscord,
) -> None:
    guild = fake_discord.guild("Harbour")
    channel = guild.channel("general")
    alice, bob = guild.member("alice"), guild.member("bob")
    async with running(fake_discord, reporting_bot()):
        answer = await alice.slash(channel, "report", link="https://example.org/1")
        assert answer.kind == "message"
        assert answer.ephemeral
        assert answer.content == "Thank you for https://example.org/1"
        assert answer.buttons == ["Confirm"]
        with pytest.raises(RefusedError, match="does not see"):
            await bob.press(answer, "Confirm")
        pressed = await alice.press(answer, "Confirm")
        assert pressed.kind == "update"
        assert pressed.content == "Confirmed"
        assert pressed.message is answer.message
        with pytest.raises(RefusedError, match="disabled"):
            await alice.press(answer, "Confirm")
        assert channel.messages == []


async def test_direct_messages_arrive_unless_they_are_closed(fake_discord: FakeDiscord) -> None:
    guild = fake_discord.guild("Harbour")
    alice = guild.member("alice")
    async with running(fake_discord, Bot()) as bot:
        user = await bot.fetch_user(int(alice.id))
        await user.send("A heads-up.", allowed_mentions=discord.AllowedMentions.none())
        assert [m.content for m in alice.inbox] == ["A heads-up."]
        alice.close_dms()
        with pytest.raises(discord.Forbidden) as refused:
            await user.send("Another.")
        assert refused.value.code == 50007


async def test_the_bot_sends_edits_and_deletes_in_a_channel(fake_discord: FakeDiscord) -> None:
    guild = fake_discord.guild("Harbour")
    alerts = guild.channel("alerts")
    async with running(fake_discord, Bot()) as bot:
        channel = bot.get_partial_messageable(int(alerts.id))
        sent = await channel.send(
            embed=discord.Embed(title="Card", description="asks for").add_field(name="a", value="b"),
            view=Decide(),
        )
        assert alerts.messages[0].text == "Card\nasks for\na\nb"
        await sent.edit(content="changed", embed=None)
        assert alerts.messages[0].content == "changed"
        assert alerts.messages[0].embeds == []
        await sent.delete()
        assert alerts.messages == []
        with pytest.raises(discord.NotFound) as gone:
            await sent.edit(content="again")
        assert gone.value.code == 10008
