"""What deploy/ ships: units, compose file, dashboard and rules hold together, and the check would notice if they did not."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Iterable
from pathlib import Path

import pytest
import yaml  # type: ignore[import-untyped]

from bot.config import load
from deploy import check, rehearse
from tests.bot.test_commands import COMMANDS
from tests.conftest import missing

DEPLOY = check.DEPLOY
ROOT = DEPLOY.parent
UNITS = sorted((DEPLOY / "systemd").iterdir())


@pytest.fixture
def shipped(tmp_path: Path) -> Path:
    """A copy of deploy/ to damage."""
    return Path(shutil.copytree(DEPLOY, tmp_path / "deploy"))


def _needs_systemd() -> None:
    if shutil.which("systemd-analyze") is None:
        missing("systemd-analyze is not installed; install it with: apt-get install systemd")


def test_everything_that_is_shipped_passes_the_check() -> None:
    _needs_systemd()
    assert [*check.units(DEPLOY / "systemd")] == []
    assert [*check.compose(DEPLOY / "compose.yaml")] == []
    assert [*check.metrics_shown(DEPLOY)] == []
    assert [*check.docker_compose(DEPLOY / "compose.yaml")] == []


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("headsup.service", "ProtectSystem=strict", "ProtectSystem=very"),
        ("headsup.service", "ExecStart=/opt/headsup/.venv/bin/headsup", "ExecStart=/nowhere/headsup"),
        ("headsup@.service", "ExecStart=", "ExecStrat="),
        ("headsup-backup.timer", "OnCalendar=*-*-* 03:30:00", "OnCalendar=nightly-ish"),
    ],
)
def test_a_slip_in_a_unit_is_found(shipped: Path, file: str, old: str, new: str) -> None:
    _needs_systemd()
    _change(shipped / "systemd" / file, old, new)
    assert [*check.units(shipped / "systemd")] != []


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ('"127.0.0.1:8787:8787"', '"8787:8787"', "open to others"),
        ("    networks: [inside]\n    security_opt", "    networks: [insde]\n    security_opt", "insde"),
        ("  postgres: {}\n", "", "postgres is used and not declared"),
        ("cap_drop", "cap_dorp", "unknown key"),
        ("service_healthy", "service_started", "not to be well"),
        ("${HEADSUP_DISCORD__TOKEN:-}", "${HEADSUP_TOKEN:-}", "env.example"),
        ("image: redis:7-alpine", "image: redis", "version"),
        ("name: headsup", "name: [", "not YAML"),
    ],
)
def test_a_slip_in_the_compose_file_is_found(shipped: Path, old: str, new: str, says: str) -> None:
    _change(shipped / "compose.yaml", old, new)
    assert any(says in each for each in check.compose(shipped / "compose.yaml"))


def test_a_metric_that_there_is_not_is_found(shipped: Path) -> None:
    _change(shipped / "grafana" / "headsup.json", "headsup_items_waiting", "headsup_items_wait")
    assert [*check.metrics_shown(shipped)] == ["headsup.json: there is no metric headsup_items_wait"]


def _change(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def _environment() -> Iterable[tuple[str, str]]:
    services = yaml.safe_load((DEPLOY / "compose.yaml").read_text("utf-8"))["services"]
    for service in services.values():
        yield from (each for each in service.get("environment", {}).items() if each[0].startswith("HEADSUP_"))


def test_the_containers_environment_is_a_configuration(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    given = dict(_environment())
    assert len(given) >= 6
    for name, value in given.items():
        monkeypatch.setenv(name, re.sub(r"\$\{[^}]*\}", "filled", value))
    config = load()
    assert config.queue.url == "redis://redis:6379/0"
    assert config.database.url.startswith("postgresql+asyncpg://headsup:filled@postgres/")


def test_every_command_in_units_and_containers_exists() -> None:
    lines = [
        line.split("headsup/.venv/bin/headsup ")[1].split()
        for unit in UNITS
        for line in unit.read_text("utf-8").splitlines()
        if line.startswith("ExecStart=")
    ]
    assert len(lines) == 3
    services = yaml.safe_load((DEPLOY / "compose.yaml").read_text("utf-8"))["services"]
    lines += [
        each["command"] for each in services.values() if each["image"] == "headsup" and "command" in each
    ]
    for words in lines:
        command = next(each for each in COMMANDS if tuple(words[: len(each)]) == each)
        options = {option for parameter in COMMANDS[command].params for option in parameter.opts}
        assert {word for word in words if word.startswith("--")} <= options, words


@pytest.mark.parametrize(
    "unit", [each for each in UNITS if each.suffix == ".service"], ids=lambda each: each.name
)
def test_a_unit_may_do_little(unit: Path) -> None:
    _needs_systemd()
    named = unit.name.replace("@.", "@worker.")
    path = unit
    if named != unit.name:
        path = unit.with_name(named)
    done = subprocess.run(
        ["systemd-analyze", "security", "--offline=true", "--threshold=25", str(path if path.exists() else unit)],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    level = re.search(r"exposure level for \S+ ([\d.]+)", done.stdout + done.stderr)
    assert level, done.stdout + done.stderr
    assert float(level.group(1)) < 2.5


@pytest.mark.parametrize("name", ["headsup.service", "headsup@.service"])
def test_the_bot_is_started_again_however_often_it_failed(name: str) -> None:
    lines = (DEPLOY / "systemd" / name).read_text("utf-8").splitlines()
    assert {"Restart=always", "StartLimitIntervalSec=0"} <= {*lines}
    assert not [line for line in lines if line.startswith("StartLimitBurst")]


def test_the_rehearsal_knows_every_step_of_the_dockerfile() -> None:
    steps = rehearse.instructions(rehearse.DOCKERFILE.read_text("utf-8"))
    names = [name for name, _ in steps]
    assert names[0] == "FROM"
    assert names.count("RUN") >= 4
    assert set(names) - rehearse.NO_STEPS == {"ARG", "ENV", "WORKDIR", "COPY", "RUN"}
    assert "USER" in names
    assert "HEALTHCHECK" in names
    text = rehearse.DOCKERFILE.read_text("utf-8")
    assert "--require-hashes --only-binary :all:" in text
    assert "apt-get" not in text


def test_the_image_takes_every_package_and_nothing_private() -> None:
    copied = {
        rest.split()[0]
        for name, rest in rehearse.instructions(rehearse.DOCKERFILE.read_text("utf-8"))
        if name == "COPY"
    }
    pyproject = (ROOT / "pyproject.toml").read_text("utf-8")
    wheel = re.search(r"packages = \[([^\]]*)\]\n\n\[tool.ruff\]", pyproject)
    assert wheel
    packages = set(re.findall(r'"(\w+)"', wheel.group(1)))
    assert len(packages) == 7
    assert packages <= copied
    allowed = (DEPLOY / "Dockerfile.dockerignore").read_text("utf-8").splitlines()
    assert "*" in allowed
    assert {each[1:] for each in allowed if each.startswith("!")} >= packages | {"requirements.lock"}


def test_a_rehearsal_refuses_a_step_that_it_does_not_know(tmp_path: Path) -> None:
    build = rehearse.Build(tmp_path)
    with pytest.raises(SystemExit, match="ADD"):
        build.carry_out("ADD", "https://example.org/x /x")
    build.carry_out("ARG", "APP=/opt/x")
    build.carry_out("WORKDIR", "$APP")
    build.carry_out("RUN", "touch made")
    assert (tmp_path / "opt" / "x" / "made").exists()
    with pytest.raises(SystemExit, match="status 3"):
        build.carry_out("RUN", "exit 3")
