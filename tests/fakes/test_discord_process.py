"""The fake Discord with a bot in a process of its own, which is killed and started again; and with old messages."""

from __future__ import annotations

import asyncio
import contextlib
import sys
from collections.abc import AsyncIterator
from pathlib import Path

from discord import ui

from tests.fakes.discord import FakeDiscord
from tests.fakes.discord_client import Bot, Interaction, running

REPOSITORY = Path(__file__).resolve().parents[2]
SCRIPT = """
import sys, discord, yarl
from discord import gateway, http
http.Route.BASE = sys.argv[1]
bot = discord.AutoShardedClient(intents=discord.Intents(guilds=True))
tree = discord.app_commands.CommandTree(bot)
class Decide(discord.ui.View):
    @discord.ui.button(label="Confirm", custom_id="confirm")
    async def confirm(self, interaction, button):
        await interaction.response.edit_message(content="Confirmed", view=None)
@tree.command(description="Report")
async def report(interaction: discord.Interaction, link: str):
    await interaction.response.send_message("card for " + link, view=Decide(timeout=None))
@bot.event
async def setup_hook():
    bot.add_view(Decide(timeout=None))
    await tree.sync()
bot.run(sys.argv[2], log_handler=None)
"""


@contextlib.asynccontextmanager
async def process(fake: FakeDiscord) -> AsyncIterator[asyncio.subprocess.Process]:
    bot = await asyncio.create_subprocess_exec(
        sys.executable, "-c", SCRIPT, fake.api_url, fake.token, cwd=REPOSITORY
    )
    try:
        await fake.ready("report")
        yield bot
    finally:
        with contextlib.suppress(ProcessLookupError):
            bot.kill()
        await bot.wait()


async def test_a_bot_in_another_process_is_killed_and_its_buttons_work_after_the_restart(
    fake_discord: FakeDiscord,
) -> None:
    guild = fake_discord.guild("Harbour")
    channel, alice = guild.channel("general"), guild.member("alice")
    async with process(fake_discord) as first:
        card = (await alice.slash(channel, "report", link="x")).message
        assert card.content == "card for x"
        first.kill()
        await fake_discord.until(lambda: not fake_discord.gateway.connected, "the end of its socket")
    async with process(fake_discord):
        pressed = await alice.press(card, "Confirm")
        assert (pressed.kind, card.content, card.buttons) == ("update", "Confirmed", [])


async def test_a_process_killed_between_the_platforms_answer_and_its_own_commit(
    fake_discord: FakeDiscord,
) -> None:
    guild = fake_discord.guild("Harbour")
    channel, alice = guild.channel("general"), guild.member("alice")
    async with process(fake_discord) as bot:
        gate = fake_discord.hold_next("POST", "/interactions/*/callback", performed=True)
        asking = asyncio.create_task(alice.slash(channel, "report", link="x"))
        await gate.reached()
        bot.kill()
        await bot.wait()
        gate.release()
        assert (await asking).content == "card for x"


async def test_a_button_on_a_message_that_is_months_old() -> None:
    class Lasting(ui.View):
        def __init__(self) -> None:
            super().__init__(timeout=None)

        @ui.button(label="Claim", custom_id="claim")
        async def claim(self, interaction: Interaction, button: ui.Button[Lasting]) -> None:
            assert interaction.message is not None
            await interaction.response.edit_message(
                content=f"since {interaction.message.created_at:%Y-%m-%d}"
            )

    async with FakeDiscord(days_ago=200) as fake:
        guild = fake.guild("Harbour")
        channel, alice = guild.channel("alerts"), guild.member("alice")
        bot = Bot()
        bot.add_view(Lasting())
        async with running(fake, bot, sync=False):
            await bot.get_partial_messageable(int(channel.id)).send("card", view=Lasting())
            card = channel.messages[0]
            fake.pass_time(200 * 86_400)
            answer = await alice.press(card, "Claim")
            assert answer.content == f"since {card.created:%Y-%m-%d}"
        assert fake.violations == []


async def test_the_bot_learns_of_changed_roles_and_outages(fake_discord: FakeDiscord) -> None:
    guild = fake_discord.guild("Harbour")
    async with running(fake_discord, Bot()) as bot:
        await asyncio.wait_for(bot.became_ready.wait(), 20)
        mine = bot.get_guild(int(guild.id))
        assert mine is not None
        guild.change_role(guild.bot_role, "view_channel")
        await fake_discord.until(lambda: bot.saw("guild_role_update"), "the change")
        assert not mine.me.guild_permissions.mention_everyone
        guild.outage()
        await fake_discord.until(lambda: bot.saw("guild_unavailable"), "the outage")
        guild.recover()
        await fake_discord.until(lambda: len(bot.saw("guild_available")) == 2, "the end of the outage")
