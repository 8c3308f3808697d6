"""What the fake checks: bodies against the API's description, and rules which that leaves out."""

from __future__ import annotations

import contextlib
import io
from typing import Any

import discord
import pytest
from discord import http, ui

from tests.fakes import spec
from tests.fakes.discord import FakeDiscord
from tests.fakes.discord_client import Bot, running

needs_description = pytest.mark.skipif(
    not spec.available(), reason=f"no {spec.DISCORD_FILE} in {spec.folder()}; set HEADSUP_SPECS"
)


async def post(bot: Bot, channel_id: str, body: dict[str, Any]) -> Any:
    return await bot.http.request(
        http.Route("POST", "/channels/{channel_id}/messages", channel_id=channel_id), json=body
    )


@needs_description
@pytest.mark.parametrize(
    ("body", "complaint"),
    [
        ({"content": 5}, "/content"),
        ({"content": "x", "embeds": [{"title": "x" * 257}]}, "/embeds/0/title"),
        (
            {
                "content": "x",
                "components": [{"type": 1, "components": [{"type": 2, "style": 9, "label": "x"}]}],
            },
            "style",
        ),
        ({"content": "x", "colour": "red"}, "'colour' was unexpected"),
        ({"content": "x", "embeds": [{"titel": "x"}]}, "'titel' was unexpected"),
    ],
)
async def test_a_body_unlike_the_description_is_a_violation(body: dict[str, Any], complaint: str) -> None:
    async with FakeDiscord() as fake:
        channel = fake.guild("Harbour").channel("alerts")
        async with running(fake, Bot(), sync=False) as bot:
            with contextlib.suppress(
                discord.HTTPException
            ):  # an unknown key is not refused, a wrong value is
                await post(bot, channel.id, body)
        assert complaint in "\n".join(fake.violations)


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ({"content": "x" * 2001}, 50035),
        ({"embeds": [{"fields": [{"name": "Reward", "value": " "}]}]}, 50035),
        ({"embeds": [{"title": "x", "url": "hxxps://example.org"}]}, 50035),
        ({"embeds": [{"description": "x" * 3100}, {"description": "x" * 3100}]}, 50035),
        ({"content": "  "}, 50006),
        ({}, 50006),
        ({"content": "x", "flags": 1 << 15, "components": [{"type": 10, "content": "x"}]}, 50035),
        ({"components": [{"type": 10, "content": "x"}]}, 50035),
        (
            {
                "components": [
                    {"type": 1, "components": 2 * [{"type": 2, "style": 1, "label": "x", "custom_id": "a"}]}
                ]
            },
            50035,
        ),
        (
            {
                "components": [
                    {"type": 1, "components": [{"type": 2, "style": 5, "label": "x", "custom_id": "a"}]}
                ]
            },
            50035,
        ),
    ],
)
async def test_the_rules_that_the_description_leaves_out(body: dict[str, Any], code: int) -> None:
    async with FakeDiscord() as fake:
        channel = fake.guild("Harbour").channel("alerts")
        async with running(fake, Bot(), sync=False) as bot:
            with pytest.raises(discord.HTTPException) as refused:
                await post(bot, channel.id, body)
            assert (refused.value.status, refused.value.code) == (400, code)
        assert len(fake.violations) == 1
        assert channel.messages == []


async def test_integer_ids_are_taken_where_the_real_api_takes_them(fake_discord: FakeDiscord) -> None:
    guild = fake_discord.guild("Harbour")
    channel, alice = guild.channel("alerts"), guild.member("alice")
    asked = alice.say(channel, "asked")
    async with running(fake_discord, Bot(), sync=False) as bot:
        body = {
            "content": "x",
            "message_reference": {"message_id": int(asked.id), "channel_id": int(channel.id)},
        }
        await post(bot, channel.id, body)
        assert channel.messages[1].reference is asked
        only_alice = discord.AllowedMentions(
            everyone=False, users=[discord.Object(int(alice.id))], roles=False
        )
        await bot.get_partial_messageable(int(channel.id)).send(
            f"{alice.mention}", allowed_mentions=only_alice
        )
        assert channel.messages[2].pinged == {alice.id}


async def test_a_nonce_that_is_enforced_gives_the_earlier_message_for_some_minutes(
    fake_discord: FakeDiscord,
) -> None:
    channel = fake_discord.guild("Harbour").channel("alerts")
    async with running(fake_discord, Bot(), sync=False) as bot:
        body = {"content": "alert", "nonce": "alert-1", "enforce_nonce": True}
        first, second = await post(bot, channel.id, body), await post(bot, channel.id, body)
        assert first["id"] == second["id"]
        assert len(channel.messages) == 1
        other = fake_discord.guild("Elsewhere").channel("alerts")
        assert (await post(bot, other.id, body))["id"] == first["id"]
        assert (await post(bot, channel.id, body | {"nonce": "alert-2"}))["id"] != first["id"]
        fake_discord.delete_message(channel.messages[0])
        with pytest.raises(discord.NotFound):
            await post(bot, channel.id, body)
        fake_discord.pass_time(600)
        assert (await post(bot, channel.id, body))["id"] != first["id"]


async def test_nobody_is_pinged_unless_the_message_allows_it(fake_discord: FakeDiscord) -> None:
    guild = fake_discord.guild("Harbour")
    channel, alice = guild.channel("alerts"), guild.member("alice")
    role = guild.role("on call", mentionable=True)
    text = f"{alice.mention} {role.mention} @everyone"
    async with running(fake_discord, Bot(), sync=False) as bot:
        target = bot.get_partial_messageable(int(channel.id))
        await target.send(text, allowed_mentions=discord.AllowedMentions.none())
        await target.send(
            text, allowed_mentions=discord.AllowedMentions(everyone=False, users=False, roles=True)
        )
        await target.send(text)
        assert [set(m.pinged) for m in channel.messages] == [
            set(),
            {role.id},
            {alice.id, role.id, "everyone"},
        ]


async def test_files_and_layouts_are_sent_and_read_as_a_person_would(fake_discord: FakeDiscord) -> None:
    channel = fake_discord.guild("Harbour").channel("alerts")
    layout = ui.LayoutView()
    container: ui.Container[Any] = ui.Container(ui.TextDisplay("H-7K3F"))
    container.add_item(ui.Section("Claim it", accessory=ui.Button(label="Claim", custom_id="claim")))
    container.add_item(ui.Separator())
    layout.add_item(container)
    async with running(fake_discord, Bot(), sync=False) as bot:
        target = bot.get_partial_messageable(int(channel.id))
        await target.send("export", file=discord.File(io.BytesIO(b"{}"), "export.json"))
        sent = channel.messages[0].attachments[0]
        assert (sent.filename, sent.content) == ("export.json", b"{}")
        await target.send(view=layout)
        assert channel.messages[1].text == "H-7K3F\nClaim it"
        assert channel.messages[1].buttons == ["Claim"]


async def test_commands_keep_their_ids_and_a_bad_one_is_refused(fake_discord: FakeDiscord) -> None:
    guild = fake_discord.guild("Harbour")
    bot = Bot()

    @bot.tree.command(description="Help")
    async def help_(interaction: discord.Interaction[Any]) -> None: ...

    async with running(fake_discord, bot):
        first = fake_discord.commands.listed(None)[0]
        await bot.tree.sync()
        again = fake_discord.commands.listed(None)[0]
        assert (again["id"], again["version"] > first["version"]) == (first["id"], True)
        bot.tree.copy_global_to(guild=discord.Object(int(guild.id)))
        await bot.tree.sync(guild=discord.Object(int(guild.id)))
        assert [c["name"] for c in fake_discord.commands.listed(guild.id)] == ["help_"]
        fetched = await bot.tree.fetch_commands()
        assert [c.name for c in fetched] == ["help_"]
        with pytest.raises(discord.HTTPException):
            await bot.http.bulk_upsert_global_commands(
                int(fake_discord.application_id), [{"name": "Big Help", "description": "x"}]
            )
        fake_discord.violations.clear()
