"""The configuration: what is wrong is named with its key and the nearest right one, and secrets do not show."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest
from pydantic import BaseModel

from bot.config import Config, ConfigError, load

ROOT = Path(__file__).parents[2]
EXAMPLE = ROOT / "config.example.toml"


def _file(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "config.toml"
    path.write_text(text, "utf-8")
    return path


@pytest.fixture(autouse=True)
def _no_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    import os

    for name in [name for name in os.environ if name.startswith("HEADSUP_")]:
        monkeypatch.delenv(name)
    monkeypatch.chdir(tmp_path)


def test_without_a_file_everything_has_its_default(tmp_path: Path) -> None:
    assert load() == Config()


def test_the_example_is_the_defaults(tmp_path: Path) -> None:
    assert load(EXAMPLE) == Config()


def _forms(path: tuple[str, ...]) -> tuple[str, ...]:
    """How a key may be written: with a value, as a list of tables, as a table, as a table of tables."""
    key = ".".join(path)
    return f"{path[-1]} =", f"[[{key}]]", f"[{key}]", f"[{key}."


def test_the_example_has_every_key() -> None:
    text = EXAMPLE.read_text("utf-8")
    missing = []

    def walk(model: type[BaseModel], path: tuple[str, ...]) -> None:
        for name, field in model.model_fields.items():
            annotation = field.annotation
            if isinstance(annotation, type) and issubclass(annotation, BaseModel):
                walk(annotation, (*path, name))
            elif path and not any(form in text for form in _forms((*path, name))):
                missing.append(".".join((*path, name)))

    walk(Config, ())
    assert missing == []
    assert len(text) > 1000


def test_every_key_of_the_example_is_explained() -> None:
    lines = EXAMPLE.read_text("utf-8").splitlines()
    tables = [number for number, line in enumerate(lines) if line.startswith("[")]
    assert len(tables) > 5
    assert sum(line.startswith("#") for line in lines) > len(tables)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("[databse]\nurl = 'x'", ["databse", "did you mean 'database'"]),
        ("[discord]\ntokn = 'x'", ["discord.tokn", "did you mean 'token'"]),
        ("[limits]\nreports_per_our = 3", ["limits.reports_per_our", "reports_per_hour"]),
        (
            "[policy.combining.adult_contexts]\non = true",
            ["policy.combining.adult_contexts", "adult_context"],
        ),
        ("[log]\nqqq = 1", ["log.qqq", "known keys: level, format"]),
        ("[log]\nlevel = 'loud'", ["log.level", "'debug'"]),
        ("[http]\nport = 99999", ["http.port"]),
        ("[limits]\npersons = 0", ["limits.persons"]),
        ("[queue]\nurl = 'carrier-pigeon://'", ["queue.url", "memory://"]),
        ("[log\nlevel=1", ["is not TOML", "config.toml"]),
    ],
)
def test_what_is_wrong_is_named_with_what_would_be_right(tmp_path: Path, text: str, says: list[str]) -> None:
    with pytest.raises(ConfigError) as caught:
        load(_file(tmp_path, text))
    for each in says:
        assert each in str(caught.value)


def test_several_mistakes_are_told_at_once(tmp_path: Path) -> None:
    with pytest.raises(ConfigError) as caught:
        load(_file(tmp_path, "[log]\nlevel = 'loud'\n[http]\nport = 'x'"))
    assert len(str(caught.value).splitlines()) == 2


def test_a_feed_with_a_wrong_key_is_named_by_its_place(tmp_path: Path) -> None:
    feeds = "[[feeds]]\nkind = 'rss'\nurl = 'https://a.example/f'\n[[feeds]]\nkind = 'rss'\nurll = 'https://b.example/f'"
    with pytest.raises(ConfigError, match=r"feeds, entry 2: .*urll"):
        load(_file(tmp_path, feeds)).configured_feeds()
    with pytest.raises(ConfigError, match=r"feeds, entry 1"):
        load(_file(tmp_path, "[[feeds]]\nkind = 'rsss'\nurl = 'https://a.example/f'")).configured_feeds()


def test_a_file_that_is_not_there_says_what_to_copy(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=r"config\.example\.toml"):
        load(tmp_path / "none.toml")


def test_the_environment_goes_before_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HEADSUP_LOG__LEVEL", "debug")
    monkeypatch.setenv("HEADSUP_DISCORD__TOKEN", "hunter2")
    loaded = load(_file(tmp_path, "[log]\nlevel = 'error'\nformat = 'json'"))
    assert (loaded.log.level, loaded.log.format) == ("debug", "json")
    assert loaded.discord.token is not None
    assert loaded.discord.token.get_secret_value() == "hunter2"


@pytest.mark.parametrize(
    ("name", "near"),
    [
        ("HEADSUP_DISCORD__TOKN", "HEADSUP_DISCORD__TOKEN"),
        ("HEADSUP_DISCORD_TOKEN", "HEADSUP_DISCORD__TOKEN"),
    ],
)
def test_a_misspelt_variable_is_an_error_and_its_value_is_not_shown(
    monkeypatch: pytest.MonkeyPatch, name: str, near: str
) -> None:
    monkeypatch.setenv(name, "hunter2")
    with pytest.raises(ConfigError) as caught:
        load()
    assert name in str(caught.value)
    assert near in str(caught.value)
    assert "hunter2" not in str(caught.value)


@pytest.mark.parametrize(
    "text",
    [
        "[discord]\ntoken = 'hunter2'",
        "[discord]\ntoken = ['hunter2']",
        "[[feeds]]\nkind = 'civitai_bounties'\napi_key = 'hunter2'",
        "[[feeds]]\nkind = 'civitai_bounties'\napi_key = 'hunter2'\nnonsense = 1",
    ],
)
def test_a_secret_shows_neither_in_the_configuration_nor_in_an_error(tmp_path: Path, text: str) -> None:
    shown = ""
    try:
        loaded = load(_file(tmp_path, text))
        shown += repr(loaded.discord) + str(loaded.discord)
        shown += repr(loaded.configured_feeds())
    except ConfigError as error:
        shown += str(error)
    assert shown
    assert "hunter2" not in shown


def test_a_whole_configuration_does_not_print_a_feeds_secrets(tmp_path: Path) -> None:
    loaded = load(_file(tmp_path, "[[feeds]]\nkind = 'civitai_bounties'\napi_key = 'hunter2'"))
    assert "hunter2" not in repr(loaded)


def test_policy_rows_replace_the_table(tmp_path: Path) -> None:
    rows = "[[policy.rows]]\nname = 'all'\nneeds = ['likeness']\nseverity = 'high'"
    assert [row.name for row in load(_file(tmp_path, rows)).policy.rows] == ["all"]


def test_how_likely_a_request_for_a_watched_person_must_be_is_configured(tmp_path: Path) -> None:
    policy = load(_file(tmp_path, "[policy.watched]\nlikeness = 0.4")).policy
    assert policy.for_watched({"likeness": 0.8, "sexual": 0.5}) == {"likeness": 0.4, "sexual": 0.5}
    with pytest.raises(ConfigError, match="watched"):
        load(_file(tmp_path, "[policy.watched]\nlikeness = 40"))
    with pytest.raises(ConfigError, match="watched"):
        load(_file(tmp_path, "[policy.watched]\nlikenes = 0.4"))


def test_a_sources_least_probabilities_stand_beside_the_others(tmp_path: Path) -> None:
    least = load(_file(tmp_path, "[policy.least.rss]\nlikeness = 0.6")).policy.least
    assert dict(least["rss"]) == {"likeness": 0.6}
    assert "civitai_models" in least
    off = load(_file(tmp_path, "[policy.least.civitai_models]")).policy.least
    assert dict(off["civitai_models"]) == {}


@pytest.mark.parametrize(
    ("table", "named"),
    [
        ("[policy.least.civitai_model]\nlikeness = 0.6", "civitai_models"),
        ("[policy.least.report]\nlikeness = 0.6", "no source"),
        ("[policy.least.rss]\nlikenes = 0.6", "likeness"),
        ("[policy.least.rss]\nlikeness = 75", "less than 1"),
    ],
)
def test_a_least_probability_that_makes_no_sense_is_named(tmp_path: Path, table: str, named: str) -> None:
    with pytest.raises(ConfigError, match=named):
        load(_file(tmp_path, table))


def test_the_example_is_toml_that_other_tools_read() -> None:
    values: dict[str, Any] = tomllib.loads(EXAMPLE.read_text("utf-8"))
    assert set(values) <= set(Config.model_fields)
