"""What the doctor says of Discord, asked of a Discord."""

from __future__ import annotations

import discord
import pytest

from bot.config import Config, DiscordSettings
from bot.doctor import _discord
from tests.fakes.discord import FakeDiscord


def _config(fake: FakeDiscord, *, token: str = "", watch: bool = False) -> Config:
    settings = {"token": token or fake.token, "api_url": fake.api_url, "watch_channels": watch}
    return Config(discord=DiscordSettings.model_validate(settings))


@pytest.fixture
def base(monkeypatch: pytest.MonkeyPatch) -> None:
    """The address that the library asks is put back afterwards."""
    monkeypatch.setattr(discord.http.Route, "BASE", discord.http.Route.BASE)


@pytest.mark.usefixtures("base")
async def test_the_doctor_logs_in_and_gives_a_link_to_invite_the_bot() -> None:
    async with FakeDiscord() as fake:
        found = await _discord(_config(fake))
        assert found.good, found
        assert "logged in as" in found.detail
        assert "permissions=" in found.remedy, "it is in no server yet"
        fake.guild("Harbour")
        assert (await _discord(_config(fake))).remedy == ""


@pytest.mark.usefixtures("base")
async def test_the_doctor_says_that_a_token_was_refused_and_does_not_show_it() -> None:
    async with FakeDiscord() as fake:
        found = await _discord(_config(fake, token="not-the-token"))
        assert not found.good
        assert "refused" in found.detail
        assert "Reset Token" in found.remedy
        assert "not-the-token" not in found.line()


@pytest.mark.usefixtures("base")
async def test_the_doctor_says_that_watched_channels_need_an_intent_that_is_off() -> None:
    async with FakeDiscord() as fake:
        assert (await _discord(_config(fake, watch=True))).good
        fake.privileged_intents.clear()
        assert (await _discord(_config(fake))).good
        found = await _discord(_config(fake, watch=True))
        assert not found.good
        assert "Message Content" in found.detail
        assert "developer portal" in found.remedy.lower()
