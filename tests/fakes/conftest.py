"""For the fakes' own tests: discord.py's addresses, which they point at a fake, are as before after each test."""

from __future__ import annotations

import pytest
from discord import gateway, http


@pytest.fixture(autouse=True)
def discord_addresses(monkeypatch: pytest.MonkeyPatch) -> None:
    """Notes the addresses; monkeypatch puts them back."""
    monkeypatch.setattr(http.Route, "BASE", http.Route.BASE)
    monkeypatch.setattr(gateway.DiscordWebSocket, "DEFAULT_GATEWAY", gateway.DiscordWebSocket.DEFAULT_GATEWAY)
