"""What one `headsup run` process does: roles, Discord shards, and what it must be alone in. Used by `bot.running`."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.config import Config, ShardsError, read_shards
from handlers.house import House
from handlers.processes import Claim

ROLES = ("discord", "telegram", "scheduler", "worker", "http")


class RoleError(Exception):
    """`--only` or `--shards` cannot be followed: what is wrong, and what to write."""


def roles_of(only: Sequence[str]) -> frozenset[str]:
    """The roles of this process; all of them if none is named. Raises RoleError."""
    named = [role for each in only for role in re.split(r"[,\s]+", each) if role]
    unknown = [role for role in named if role not in ROLES]
    if unknown:
        raise RoleError(f"--only {unknown[0]}: there is no such role; roles are {', '.join(ROLES)}")
    return frozenset(named) or frozenset(ROLES)


def check_tokens(config: Config, only: Sequence[str]) -> None:
    """Roles that were named and cannot work without a token. Raises RoleError."""
    named = roles_of(only) if only else frozenset[str]()
    for role, token in (("discord", config.discord.token), ("telegram", config.telegram.token)):
        if role in named and token is None:
            raise RoleError(
                f"--only {role}: there is no {role.capitalize()} token. Set {role}.token or "
                f"HEADSUP_{role.upper()}__TOKEN, or leave the role out."
            )


def with_shards(config: Config, roles: frozenset[str], shards: str | None) -> Config:
    """The configuration with the shards of the command line. Raises RoleError."""
    if shards is None:
        return config
    if "discord" not in roles:
        raise RoleError("--shards needs the role discord: add --only discord, or leave --shards out")
    try:
        read_shards(shards)
    except ShardsError as error:
        raise RoleError(f"--shards {shards}: {error}") from None
    return config.model_copy(update={"discord": config.discord.model_copy(update={"shards": shards})})


def claims_of(house: House, config: Config, roles: frozenset[str]) -> list[Claim]:
    """What this process must be alone in: receiving with a Telegram token, being a Discord shard."""
    claims: list[Claim] = []
    if "telegram" in roles and config.telegram.token is not None:
        claims.append(Claim(_name(house, "telegram", config.telegram.token.get_secret_value())))
    if "discord" in roles and config.discord.token is not None:
        name = _name(house, "discord", config.discord.token.get_secret_value())
        if config.discord.shards is None:
            claims.append(Claim(name))
        else:
            ids, count = read_shards(config.discord.shards)
            claims += [Claim(name, number, count) for number in ids]
    return claims


def _name(house: House, platform: str, token: str) -> str:
    return f"{platform}:{house.vault.account_hash('token', token)[:16]}"


def refusal(claims: Sequence[Claim], config: Config, who: str) -> str:
    """What to say when another process has one of the claims."""
    if any(claim.of is not None for claim in claims):
        return (
            f"Discord shards {config.discord.shards} (or the same bot with another number of shards) run already: {who}. "
            "Give each process shards of its own, such as --shards 0-3/8 and --shards 4-7/8, or stop the other one."
        )
    return (
        f"Another process receives with this token already: {who}. Stop it, or leave the role out here: --only names "
        "the roles of a process. Discord can be shared by shards (--shards 0-3/8); Telegram gives each update to one."
    )
