"""Which platforms there are, and which of them a configuration asks for. Called by `bot.running`."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from bot.config import Config
from bot.platforms.base import Platform
from handlers.house import House


def _discord(house: House, config: Config, receives: bool) -> Platform | None:
    if config.discord.token is None:
        return None
    from bot.platforms.discord.client import DiscordPlatform

    return DiscordPlatform(house, config.discord, receives=receives)


def _telegram(house: House, config: Config, _: bool) -> Platform | None:
    if config.telegram.token is None:
        return None
    from bot.platforms.telegram.client import TelegramPlatform

    return TelegramPlatform(house, config.telegram)


PLATFORMS: Mapping[str, Callable[[House, Config, bool], Platform | None]] = {
    "discord": _discord,
    "telegram": _telegram,
}
"""By name: what makes the platform, or None if it is not configured."""


def open_platforms(house: House, config: Config, roles: frozenset[str]) -> list[Platform]:
    """The configured platforms that this process needs: to receive, or (as a worker) to send."""
    needed = [name for name in PLATFORMS if name in roles or "worker" in roles]
    made = [PLATFORMS[name](house, config, name in roles) for name in needed]
    return [platform for platform in made if platform is not None]
