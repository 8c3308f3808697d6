"""The fake's interactions: forms, selects, deferred answers, tokens, menus, autocomplete, installations."""

from __future__ import annotations

import asyncio
from typing import Any

import discord
import pytest
from discord import app_commands, ui

from tests.fakes.discord import FakeDiscord, RefusedError
from tests.fakes.discord_client import Bot, Interaction, running


class Classic(ui.Modal, title="Report"):
    link: ui.TextInput[Classic] = ui.TextInput(label="Link", custom_id="link", max_length=40)
    note: ui.TextInput[Classic] = ui.TextInput(label="Note", required=False, default="none")

    async def on_submit(self, interaction: discord.Interaction[Any]) -> None:
        await interaction.response.send_message(f"{self.link.value}|{self.note.value}", ephemeral=True)


class Labelled(ui.Modal, title="Watch"):
    intro: ui.TextDisplay[Any] = ui.TextDisplay("Who is it?")
    name: ui.Label[Labelled] = ui.Label(
        text="Name", description="As written", component=ui.TextInput(custom_id="n")
    )
    standing: ui.Label[Labelled] = ui.Label(
        text="Standing",
        component=ui.Select(
            options=[discord.SelectOption(label="Me", value="self"), discord.SelectOption(label="My child")]
        ),
    )
    who: ui.Label[Labelled] = ui.Label(text="Contact", component=ui.UserSelect(required=False, min_values=0))

    async def on_submit(self, interaction: discord.Interaction[Any]) -> None:
        name, standing, who = self.name.component, self.standing.component, self.who.component
        assert isinstance(name, ui.TextInput)
        assert isinstance(standing, ui.Select)
        assert isinstance(who, ui.UserSelect)
        chosen = [person.name for person in who.values]
        await interaction.response.send_message(f"{name.value}|{standing.values}|{chosen}")


async def test_a_form_with_classic_fields_is_filled_in_and_answered(fake_discord: FakeDiscord) -> None:
    guild = fake_discord.guild("Harbour")
    channel, alice = guild.channel("general"), guild.member("alice")
    bot = Bot()

    @bot.tree.command(description="Report")
    async def report(interaction: Interaction) -> None:
        await interaction.response.send_modal(Classic())

    async with running(fake_discord, bot):
        form = await alice.slash(channel, "report")
        assert form.kind == "modal"
        assert form.modal.title == "Report"
        assert form.modal.labels == ["Link", "Note"]
        with pytest.raises(RefusedError, match="Link"):
            await alice.submit(form, {})
        with pytest.raises(RefusedError, match="no field 'Colour'"):
            await alice.submit(form, {"Colour": "x"})
        answer = await alice.submit(form, {"Link": "https://example.org"})
        assert answer.content == "https://example.org|none"
        assert answer.ephemeral


async def test_a_form_with_labelled_fields_takes_texts_choices_and_people(fake_discord: FakeDiscord) -> None:
    guild = fake_discord.guild("Harbour")
    channel, alice, bob = guild.channel("general"), guild.member("alice"), guild.member("bob")
    bot = Bot()

    @bot.tree.command(description="Watch")
    async def watch(interaction: Interaction) -> None:
        await interaction.response.send_modal(Labelled())

    async with running(fake_discord, bot):
        form = await alice.slash(channel, "watch")
        assert "Who is it?" in form.text
        answer = await alice.submit(form, {"Name": "Jane Roe", "Standing": "Me", "Contact": bob})
        assert answer.content == "Jane Roe|['self']|['bob']"
        with pytest.raises(RefusedError, match="not offered"):
            await alice.submit(form, {"Name": "Jane Roe", "Standing": "Stranger"})


class Choosing(ui.View):
    @ui.select(
        placeholder="Why",
        custom_id="why",
        options=[discord.SelectOption(label="Spam"), discord.SelectOption(label="Art")],
    )
    async def why(self, interaction: Interaction, select: ui.Select[Choosing]) -> None:
        await interaction.response.send_message(f"why {select.values}")

    @ui.select(cls=ui.RoleSelect, placeholder="Roles", custom_id="roles", max_values=3)
    async def roles(self, interaction: Interaction, select: ui.RoleSelect[Choosing]) -> None:
        await interaction.response.defer()
        await interaction.edit_original_response(
            content=f"roles {[r.name for r in select.values]}", view=None
        )

    @ui.select(cls=ui.ChannelSelect, placeholder="Where", channel_types=[discord.ChannelType.text])
    async def where(self, interaction: Interaction, select: ui.ChannelSelect[Choosing]) -> None:
        await interaction.response.send_message(f"where {[c.name for c in select.values]}")


async def test_selects_of_texts_roles_and_channels(fake_discord: FakeDiscord) -> None:
    guild = fake_discord.guild("Harbour")
    channel, alice = guild.channel("general"), guild.member("alice")
    moderators = guild.role("moderators", "manage_messages")
    bot = Bot()

    @bot.tree.command(description="Set up")
    async def setup(interaction: Interaction) -> None:
        await interaction.response.send_message("Set up", view=Choosing())

    async with running(fake_discord, bot):
        shown = await alice.slash(channel, "setup")
        assert (await alice.select(shown, "Why", "Art")).content == "why ['Art']"
        assert (await alice.select(shown, "Where", channel)).content == "where ['general']"
        with pytest.raises(RefusedError, match="not offered"):
            await alice.select(shown, "Why", "Weather")
        changed = await alice.select(shown, "roles", moderators)
        assert changed.kind == "update"
        assert changed.was_deferred
        assert changed.content == "roles ['moderators']"
        assert changed.components == []


async def test_a_deferred_answer_is_awaited_and_its_first_followup_takes_its_place(
    fake_discord: FakeDiscord,
) -> None:
    alice = fake_discord.guild("Harbour").member("alice")
    bot = Bot()

    @bot.tree.command(description="Edits")
    async def edits(interaction: Interaction) -> None:
        await interaction.response.defer(ephemeral=True, thinking=True)
        await asyncio.sleep(0.1)
        await interaction.edit_original_response(content="done")
        await interaction.followup.send("and more", ephemeral=True)

    @bot.tree.command(description="Follows")
    async def follows(interaction: Interaction) -> None:
        await interaction.response.defer(ephemeral=True, thinking=True)
        await interaction.followup.send("in place")

    async with running(fake_discord, bot):
        edited = await alice.slash(alice.dm, "edits")
        assert edited.kind == "message"
        assert edited.content == "done"
        assert (edited.followups or [await edited.next_followup()])[0].content == "and more"
        assert edited.ephemeral
        followed = await alice.slash(alice.dm, "follows")
        assert followed.content == "in place"
        assert followed.ephemeral
        assert followed.followups == []


async def test_a_token_dies_after_three_seconds_unanswered(fake_discord: FakeDiscord) -> None:
    fake_discord.answer_window = 0.3
    alice = fake_discord.guild("Harbour").member("alice")
    bot, codes = Bot(), []

    @bot.tree.command(description="Slow")
    async def slow(interaction: Interaction) -> None:
        await asyncio.sleep(0.6)
        try:
            await interaction.response.send_message("too late")
        except discord.NotFound as error:
            codes.append(error.code)

    async with running(fake_discord, bot):
        answer = await alice.slash(alice.dm, "slow")
        assert answer.failed
        assert answer.kind == "failed"
        await fake_discord.until(lambda: codes, "the refusal")
        assert codes == [10062]


async def test_a_token_dies_fifteen_minutes_after_the_command(fake_discord: FakeDiscord) -> None:
    alice = fake_discord.guild("Harbour").member("alice")
    bot = Bot()
    kept: list[Interaction] = []

    @bot.tree.command(description="Keep")
    async def keep(interaction: Interaction) -> None:
        kept.append(interaction)
        await interaction.response.send_message("now")

    async with running(fake_discord, bot):
        await alice.slash(alice.dm, "keep")
        await kept[0].followup.send("in time")
        fake_discord.pass_time(901)
        with pytest.raises(discord.HTTPException) as refused:
            await kept[0].followup.send("too late")
        assert (refused.value.status, refused.value.code) == (401, 50027)


async def test_a_second_answer_to_one_interaction_is_refused(fake_discord: FakeDiscord) -> None:
    alice = fake_discord.guild("Harbour").member("alice")
    bot, codes = Bot(), []

    @bot.tree.command(description="Twice")
    async def twice(interaction: Interaction) -> None:
        await interaction.response.send_message("first")
        interaction.response._response_type = None  # what a second process with the same token would be
        try:
            await interaction.response.send_message("second")
        except discord.HTTPException as error:
            codes.append((error.status, error.code))

    async with running(fake_discord, bot):
        answer = await alice.slash(alice.dm, "twice")
        await fake_discord.until(lambda: codes, "the refusal")
        assert codes == [(400, 40060)]
        assert answer.content == "first"


async def test_context_menus_come_with_their_message_or_person(fake_discord: FakeDiscord) -> None:
    guild = fake_discord.guild("Harbour")
    channel, alice, bob = guild.channel("general"), guild.member("alice"), guild.member("bob")
    bot = Bot()

    @bot.tree.context_menu(name="Report likeness request")
    async def report(interaction: Interaction, message: discord.Message) -> None:
        await interaction.response.send_message(f"{message.author.name}: {message.content}", ephemeral=True)

    @bot.tree.context_menu(name="Vouch")
    async def vouch(interaction: Interaction, person: discord.Member) -> None:
        await interaction.response.send_message(person.name, ephemeral=True)

    async with running(fake_discord, bot):
        written = bob.say(channel, "looking for a picture")
        assert (
            await alice.context_menu(written, "Report likeness request")
        ).content == "bob: looking for a picture"
        assert (await alice.context_menu(bob, "Vouch", channel)).content == "bob"


async def test_what_was_not_registered_or_does_not_fit_is_refused_by_the_client(
    fake_discord: FakeDiscord,
) -> None:
    guild = fake_discord.guild("Harbour")
    channel, alice = guild.channel("general"), guild.member("alice")
    bot = Bot()
    watch = app_commands.Group(name="watch", description="Watch")

    @watch.command(description="Add")
    @app_commands.choices(kind=[app_commands.Choice(name="Myself", value="self")])
    async def add(interaction: Interaction, name: app_commands.Range[str, 2, 8], kind: str = "self") -> None:
        await interaction.response.send_message(f"{name} {kind}")

    @watch.command(description="Count")
    async def count(interaction: Interaction, number: int, proof: discord.Attachment | None = None) -> None:
        await interaction.response.send_message(f"{number} {proof.filename if proof else None}")

    bot.tree.add_command(watch)

    async with running(fake_discord, bot):
        assert (await alice.slash(channel, "watch add", name="Jane", kind="Myself")).content == "Jane self"
        proof = fake_discord.attachment("proof.png", b"png", "image/png")
        assert (await alice.slash(channel, "watch count", number=3, proof=proof)).content == "3 proof.png"
        for words, options, why in (
            ("watch", {}, "needs a subcommand"),
            ("watch drop", {}, "no subcommand 'drop'"),
            ("report", {}, "not registered"),
            ("watch add", {}, "'name' is required"),
            ("watch add", {"name": "J"}, "outside the limits"),
            ("watch add", {"name": "Jane", "kind": "Other"}, "no choice"),
            ("watch add", {"name": "Jane", "colour": "red"}, "no option 'colour'"),
            ("watch count", {"number": "three"}, "does not fit"),
        ):
            with pytest.raises(RefusedError, match=why):
                await alice.slash(channel, words, options)


async def test_commands_are_offered_where_their_contexts_and_installations_say(
    fake_discord: FakeDiscord,
) -> None:
    guild, foreign = fake_discord.guild("Harbour"), fake_discord.guild("Foreign", bot=False)
    here, there = guild.channel("general"), foreign.channel("general")
    alice = guild.member("alice")
    foreign.member(alice)
    carol = fake_discord.user("carol", installed=True)
    foreign.member(carol)
    bot = Bot()

    @bot.tree.command(description="Guild only")
    @app_commands.guild_only()
    async def setup(interaction: Interaction) -> None:
        await interaction.response.send_message("setup")

    @bot.tree.command(description="Everywhere")
    @app_commands.allowed_installs(guilds=True, users=True)
    @app_commands.allowed_contexts(guilds=True, dms=True, private_channels=True)
    async def watch(interaction: Interaction) -> None:
        by_person = interaction.is_user_integration()
        await interaction.response.send_message(
            f"{interaction.context.dm_channel} {by_person}", ephemeral=True
        )

    async with running(fake_discord, bot):
        assert (await alice.slash(here, "setup")).content == "setup"
        with pytest.raises(RefusedError, match="not offered"):
            await alice.slash(alice.dm, "setup")
        assert (await alice.slash(alice.dm, "watch")).content == "True False"
        with pytest.raises(RefusedError, match="not offered"):
            await alice.slash(there, "watch")
        assert (await carol.slash(there, "watch")).content == "False True"
        assert (await carol.slash(fake_discord.dm_of(carol, alice), "watch")).content == "False True"


async def test_default_permissions_hide_a_command_until_an_administrator_permits_it(
    fake_discord: FakeDiscord,
) -> None:
    guild = fake_discord.guild("Harbour")
    channel, alice = guild.channel("general"), guild.member("alice")
    bot = Bot()

    @bot.tree.command(description="Set up")
    @app_commands.default_permissions(manage_guild=True)
    async def setup(interaction: Interaction) -> None:
        await interaction.response.send_message(f"{interaction.permissions.manage_guild}")

    async with running(fake_discord, bot):
        assert (await guild.owner.slash(channel, "setup")).content == "True"
        with pytest.raises(RefusedError, match="not offered"):
            await alice.slash(channel, "setup")
        guild.permit_command("setup", alice)
        assert (await alice.slash(channel, "setup")).content == "False"


async def test_autocomplete_offers_what_the_bot_says(fake_discord: FakeDiscord) -> None:
    alice = fake_discord.guild("Harbour").member("alice")
    bot = Bot()

    async def offers(interaction: Interaction, typed: str) -> list[app_commands.Choice[str]]:
        return [app_commands.Choice(name=typed.upper(), value=typed)]

    @bot.tree.command(description="Edit")
    @app_commands.autocomplete(person=offers)
    async def edit(interaction: Interaction, person: str) -> None:
        await interaction.response.send_message(person)

    async with running(fake_discord, bot):
        assert await alice.autocomplete(alice.dm, "edit", "person", "ja") == [{"name": "JA", "value": "ja"}]


async def test_buttons_work_after_the_bot_was_restarted(fake_discord: FakeDiscord) -> None:
    guild = fake_discord.guild("Harbour")
    alerts, alice = guild.channel("alerts"), guild.member("alice")

    class Lasting(ui.View):
        def __init__(self) -> None:
            super().__init__(timeout=None)

        @ui.button(label="Claim", custom_id="claim:7")
        async def claim(self, interaction: Interaction, button: ui.Button[Lasting]) -> None:
            await interaction.response.send_message(f"claimed by {interaction.user.name}", ephemeral=True)

    async with running(fake_discord, Bot()) as first:
        await first.get_partial_messageable(int(alerts.id)).send("card", view=Lasting())
    card = alerts.messages[0]
    second = Bot()
    second.add_view(Lasting())
    async with running(fake_discord, second):
        answer = await alice.press(card, "Claim")
        assert answer.content == "claimed by alice"
        assert answer.message is not card
