"""The configuration: `config.toml` and environment variables (HEADSUP_DISCORD__TOKEN). Read once, by `bot.composition`.

An unknown key is an error that names it and the nearest known one. Every key is in `config.example.toml`, with its
default; a test holds the two together. Secrets are SecretStr: they print as stars.
"""

from __future__ import annotations

import difflib
import os
import re
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, SecretStr, ValidationError, field_validator
from pydantic_settings import BaseSettings, PydanticBaseSettingsSource, SettingsConfigDict

from feeds import SettingsError, adapters
from feeds import settings as feed_settings
from feeds.webhooks import WebhookSettings
from handlers.feed_kinds import CHANNELS, WEBHOOK, Configured
from handlers.settings import Alerting, Limits, Retention
from intent import Policy

DEFAULT_PATH = Path("config.toml")
PREFIX = "HEADSUP_"


class ConfigError(Exception):
    """The configuration cannot be used: which key, what is wrong, what to do."""


class ShardsError(ValueError):
    """Shards are not written as they should be."""


def read_shards(text: str) -> tuple[list[int], int]:
    """`0-3/8` or `0,2,5/8`: shards of how many; -> (their numbers, how many there are). Raises ShardsError."""
    found = re.fullmatch(r"\s*(\d{1,5}(?:\s*[-,]\s*\d{1,5})*)\s*/\s*(\d{1,5})\s*", text)
    if found is None:
        raise ShardsError("write which shards of how many, counted from 0: 0-3/8 or 0,2,5/8")
    count = int(found[2])
    ids: list[int] = []
    for part in found[1].split(","):
        ends = [int(end) for end in part.split("-")]
        if len(ends) > 2 or ends[0] > ends[-1]:
            raise ShardsError(f"{part.strip()} is no range; write the lower number first: 0-3/8")
        ids += range(ends[0], ends[-1] + 1)
    if max(ids) >= count:
        raise ShardsError(f"of {count} shards the last is {count - 1}: they are counted from 0")
    if len(set(ids)) < len(ids):
        raise ShardsError("a shard is named twice")
    return ids, count


def sources() -> frozenset[str]:
    """What posts may come from, as `feeds.Item.source` has it: kinds of feeds, webhooks, watched channels."""
    return frozenset({WEBHOOK, *CHANNELS, *adapters()})


class Table(BaseModel):
    """The base of every table: unknown keys are errors."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class DatabaseSettings(Table):
    """`[database]`"""

    url: str = "sqlite+aiosqlite:///headsup.sqlite3"


class KeySettings(Table):
    """`[keys]`"""

    file: Path = Path("headsup.key")


class QueueSettings(Table):
    """`[queue]`"""

    url: str = "memory://"
    prefix: str = Field("headsup", pattern=r"^[A-Za-z0-9_-]{1,40}$")

    @field_validator("url")
    @classmethod
    def _known(cls, url: str) -> str:
        if url.split("://")[0] not in ("memory", "redis", "rediss", "nats"):
            raise ValueError("write memory://, redis://host:6379/0 or nats://host:4222")
        return url


class DiscordSettings(Table):
    """`[discord]`"""

    token: SecretStr | None = None
    api_url: str | None = None
    shards: str | None = None
    home: str | None = None
    watch_channels: bool = False

    @field_validator("shards")
    @classmethod
    def _shards(cls, shards: str | None) -> str | None:
        if shards:
            read_shards(shards)
        return shards or None


class TelegramSettings(Table):
    """`[telegram]`"""

    token: SecretStr | None = None
    api_url: str | None = None
    home: str | None = None
    webhook_url: str | None = None
    webhook_secret: SecretStr | None = None
    messages_per_second: int = Field(30, ge=1)
    group_messages_per_minute: int = Field(20, ge=1)

    @field_validator("webhook_url")
    @classmethod
    def _has_path(cls, url: str | None) -> str | None:
        if url and (not url.startswith(("https://", "http://")) or url.count("/") < 3 or url.endswith("/")):
            raise ValueError("write an address with a path of its own: https://headsup.example.org/telegram")
        return url or None

    @field_validator("webhook_secret")
    @classmethod
    def _allowed(cls, secret: SecretStr | None) -> SecretStr | None:
        if secret is not None and not re.fullmatch(r"[A-Za-z0-9_-]{16,256}", secret.get_secret_value()):
            raise ValueError("16 to 256 letters, digits, _ and -")
        return secret


class HttpSettings(Table):
    """`[http]`"""

    host: str = "127.0.0.1"
    port: int = Field(8787, ge=0, le=65535)
    public_url: str = ""

    @field_validator("public_url")
    @classmethod
    def _reachable(cls, url: str) -> str:
        if url and not url.startswith(("https://", "http://")):
            raise ValueError("write the address that others reach: https://headsup.example.org")
        return url


class LogSettings(Table):
    """`[log]`"""

    level: Literal["debug", "info", "warning", "error"] = "info"
    format: Literal["auto", "console", "json"] = "auto"


class IntentSettings(Table):
    """`[intent]`"""

    model: str | None = None
    threads: int = Field(2, ge=1, le=64)
    device: str = "cpu"
    label_map: dict[str, str] = {}
    thresholds: dict[str, float] = {}


class WatchlistSettings(Table):
    """`[watchlists]`"""

    index: Path | None = Path("headsup.index")


class FetchTable(Table):
    """`[fetch]`"""

    user_agent: str = "Headsup/0.1"
    contact: str = ""
    allow_private: tuple[str, ...] = ()
    floor_seconds: float = Field(600.0, ge=0)
    gap_seconds: float = Field(2.0, ge=0)


class FeedTable(BaseModel):
    """`[[feeds]]`: kind and name, and the settings of that kind."""

    model_config = ConfigDict(extra="allow", frozen=True)

    kind: str
    name: str = ""

    def __repr_args__(self) -> Iterator[tuple[str, object]]:
        """Without the settings, which may hold secrets."""
        yield from (("kind", self.kind), ("name", self.name))


class Config(BaseSettings):
    """All of it."""

    model_config = SettingsConfigDict(
        env_prefix=PREFIX, env_nested_delimiter="__", extra="forbid", frozen=True, env_ignore_empty=True
    )

    database: DatabaseSettings = DatabaseSettings()
    keys: KeySettings = KeySettings()
    queue: QueueSettings = QueueSettings()
    discord: DiscordSettings = DiscordSettings()
    telegram: TelegramSettings = TelegramSettings()
    http: HttpSettings = HttpSettings()
    log: LogSettings = LogSettings()
    intent: IntentSettings = IntentSettings()
    policy: Policy = Policy()
    limits: Limits = Limits()
    retention: Retention = Retention()
    alerting: Alerting = Alerting()
    watchlists: WatchlistSettings = WatchlistSettings()
    fetch: FetchTable = FetchTable()
    feeds: tuple[FeedTable, ...] = ()
    webhooks: tuple[WebhookSettings, ...] = ()

    @field_validator("policy")
    @classmethod
    def _sources_exist(cls, policy: Policy) -> Policy:
        known = sources()
        for source in policy.least.keys() - known:
            near = difflib.get_close_matches(source, known, 1)
            hint = f"did you mean {near[0]!r}?" if near else f"known: {', '.join(sorted(known))}"
            raise ValueError(f"least: there is no source {source!r}; {hint}")
        return policy

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """The environment goes before the file."""
        return env_settings, init_settings

    def configured_feeds(self) -> list[Configured]:
        """The feeds, checked by their adapters. Raises ConfigError that names the feed and the key."""
        checked = []
        for number, table in enumerate(self.feeds, 1):
            try:
                settings = feed_settings(table.kind, table.model_extra or {})
            except SettingsError as error:
                raise ConfigError(f"feeds, entry {number}: {error}") from None
            checked.append(Configured(table.kind, table.name or settings.address() or table.kind, settings))
        names = [each.name for each in self.webhooks]
        repeated = next((name for name in names if names.count(name) > 1), None)
        if repeated is not None:
            raise ConfigError(f"webhooks: the name {repeated!r} is given twice; it is part of the address.")
        return checked + [Configured(WEBHOOK, each.address(), each) for each in self.webhooks]


def load(path: Path | None = None) -> Config:
    """The configuration of a file (default: ./config.toml if it exists) and the environment. Raises ConfigError."""
    source = path or (DEFAULT_PATH if DEFAULT_PATH.exists() else None)
    values: dict[str, Any] = {}
    if source is not None:
        try:
            values = tomllib.loads(source.read_text("utf-8"))
        except FileNotFoundError:
            raise ConfigError(
                f"There is no configuration file {source}. Copy config.example.toml and fill it in."
            ) from None
        except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
            raise ConfigError(f"{source} is not TOML: {error}.") from None
    unknown = list(_unknown_environment())
    if unknown:
        raise ConfigError("\n".join(unknown))
    try:
        return Config(**values)
    except ValidationError as error:
        raise ConfigError(
            "\n".join(_explain(problem) for problem in error.errors(include_url=False, include_input=False))
        ) from None


def _explain(problem: Mapping[str, Any]) -> str:
    path = [part for part in problem["loc"] if isinstance(part, str)]
    key = ".".join(path)
    if problem["type"] != "extra_forbidden":
        return f"{key}: {problem['msg']}"
    near = difflib.get_close_matches(path[-1], _known(path[:-1]), 1, cutoff=0.5)
    hint = f"did you mean {near[0]!r}?" if near else f"known keys: {', '.join(_known(path[:-1]))}"
    return f"{key}: there is no such key; {hint}"


def _known(path: list[str]) -> list[str]:
    model: Any = Config
    for part in path:
        field = model.model_fields.get(part)
        annotation = field.annotation if field is not None else None
        if not (isinstance(annotation, type) and issubclass(annotation, BaseModel)):
            return []
        model = annotation
    return list(model.model_fields)


_OTHER_VARIABLES = frozenset({"HEADSUP_MASTER_KEY", "HEADSUP_CI", "HEADSUP_SPECS", "HEADSUP_CONFIG"})


def _unknown_environment() -> Iterator[str]:
    """Misspelt environment variables, which pydantic-settings passes over in silence."""
    for name in os.environ:
        if not name.startswith(PREFIX) or name in _OTHER_VARIABLES:
            continue
        path = name.removeprefix(PREFIX).lower().split("__")
        known = [f"{table}__{key}" for table in Config.model_fields for key in _known([table])] + list(
            Config.model_fields
        )
        if "__".join(path[:2]) in known or (path[0] in known and len(path) == 1):
            continue
        near = difflib.get_close_matches("__".join(path), known, 1)
        hint = f" Did you mean {PREFIX}{near[0].upper()}?" if near else ""
        yield f"The environment variable {name} is not known.{hint}"
