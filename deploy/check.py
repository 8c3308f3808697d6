"""Looks over what deploy/ ships: the systemd units, the compose file, the dashboard and the alert rules.

Called by `make check` (`python -m deploy.check`) and by tests/operating. Units go through `systemd-analyze verify`; the
compose file through `docker compose config` where that is installed, and always through the checks below, which know what
this project wants of it. Where systemd-analyze is missing it says so, and with HEADSUP_CI set that is a failure.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml  # type: ignore[import-untyped]

DEPLOY = Path(__file__).parent
INSTALLED = "/opt/headsup/.venv/bin/headsup"
SERVICE_KEYS = frozenset(
    {"build", "cap_drop", "command", "depends_on", "environment", "healthcheck", "image", "init", "networks"}
    | {
        "ports",
        "profiles",
        "read_only",
        "restart",
        "security_opt",
        "stop_grace_period",
        "tmpfs",
        "user",
        "volumes",
    }
)
"""Keys of a service that this compose file uses; another one is a slip or wants a look here first."""


def units(folder: Path) -> Iterator[str]:
    """What systemd-analyze says of the units; with the program's path where this environment has it."""
    here = Path(sys.executable).with_name("headsup")
    with tempfile.TemporaryDirectory() as made:
        names = []
        for path in sorted(folder.glob("headsup*")):
            (Path(made) / path.name).write_text(
                path.read_text("utf-8").replace(INSTALLED, str(here)), "utf-8"
            )
            names.append(path.name.replace("@.", "@worker."))
        if "headsup@worker.service" in names:
            (Path(made) / "headsup@worker.service").symlink_to("headsup@.service")
        if len(names) < 4:
            yield f"{folder} holds {len(names)} units: {', '.join(names)}"
        environment = os.environ | {"SYSTEMD_UNIT_PATH": f"{made}:"}
        done = subprocess.run(
            [_found("systemd-analyze"), "verify", "--man=no", *(str(Path(made) / name) for name in names)],
            capture_output=True,
            text=True,
            env=environment,
            check=False,
        )
    complaints = [line for line in (done.stdout + done.stderr).splitlines() if line.strip()]
    yield from (f"systemd-analyze: {line.replace(made, 'deploy/systemd')}" for line in complaints)
    if done.returncode and not complaints:
        yield f"systemd-analyze: exit status {done.returncode}"


def compose(path: Path) -> Iterator[str]:
    """What is wrong with the compose file, as far as its text shows."""
    text = path.read_text("utf-8")
    try:
        whole = yaml.safe_load(text)
    except yaml.YAMLError as error:
        yield f"{path.name} is not YAML: {error}"
        return
    services: dict[str, Any] = whole.get("services") or {}
    if not {"bot", "postgres", "redis"} <= set(services):
        yield "the services bot, postgres and redis are wanted"
    for kind in ("volumes", "networks"):
        used = {
            each.split(":")[0]
            for service in services.values()
            for each in service.get(kind, [])
            if not each.startswith((".", "/"))
        }
        for name in used ^ set(whole.get(kind) or {}):
            yield f"{kind}: {name} is used and not declared, or declared and not used"
    for name, service in services.items():
        yield from (f"services.{name}: {each}" for each in _service(service, services))
    example = (path.parent / "env.example").read_text("utf-8")
    for variable in set(re.findall(r"\$\{([A-Z_]+)", text)) - set(
        re.findall(r"^([A-Z_]+)=", example, re.MULTILINE)
    ):
        yield f"${{{variable}}} is not in env.example"


def _service(service: dict[str, Any], services: dict[str, Any]) -> Iterator[str]:
    for key in set(service) - SERVICE_KEYS:
        yield f"unknown key {key}"
    image = str(service.get("image", ""))
    if not image or (image != "headsup" and ":" not in image):
        yield "an image with a version is wanted"
    if "no-new-privileges:true" not in service.get("security_opt", []):
        yield "no-new-privileges is wanted"
    if service.get("restart") != "unless-stopped":
        yield "it is not restarted"
    if image != "headsup" and "test" not in service.get("healthcheck", {}):
        yield "a health check is wanted"
    for port in service.get("ports", []):
        if not str(port).startswith("127.0.0.1:"):
            yield f"port {port} is open to others; write 127.0.0.1:…"
    for other, condition in service.get("depends_on", {}).items():
        if other not in services:
            yield f"depends on {other}, which there is not"
        elif condition != {"condition": "service_healthy"}:
            yield f"waits for {other} to be started, not to be well"
    for key, value in service.get("environment", {}).items():
        if not isinstance(value, str):
            yield f"environment {key}: quote the value"


def docker_compose(path: Path) -> Iterator[str]:
    """What `docker compose config` says; nothing where there is none."""
    if not _has_compose():
        return
    done = subprocess.run(
        [_found("docker"), "compose", "-f", str(path), "--profile", "workers", "config", "--quiet"],
        capture_output=True,
        text=True,
        env=os.environ | {"POSTGRES_PASSWORD": "x"},
        check=False,
    )
    if done.returncode:
        yield f"docker compose config: {done.stderr.strip()}"


def _has_compose() -> bool:
    docker = shutil.which("docker")
    return (
        docker is not None
        and not subprocess.run([docker, "compose", "version"], capture_output=True).returncode
    )


def metrics_in(text: str) -> set[str]:
    """The metrics that a dashboard, a rule or a document names."""
    return set(re.findall(r"\bheadsup_[a-z_]+\b(?!\.)", text))


def known_metrics() -> set[str]:
    """The names under which the program's metrics are scraped."""
    from bot import metrics

    names = set()
    for family in metrics.REGISTRY.collect():
        suffixes = {"counter": ["_total"], "histogram": ["_bucket", "_sum", "_count"]}.get(family.type, [""])
        names |= {family.name + suffix for suffix in suffixes}
    return names


def metrics_shown(folder: Path) -> Iterator[str]:
    """Metrics in dashboard and rules that there are not."""
    dashboard = folder / "grafana" / "headsup.json"
    rules = folder / "prometheus" / "alerts.yml"
    panels = json.loads(dashboard.read_text("utf-8"))["panels"]
    if len({panel["id"] for panel in panels}) != len(panels):
        yield f"{dashboard.name}: two panels have one id"
    yaml.safe_load(rules.read_text("utf-8"))
    for path in (dashboard, rules):
        named = metrics_in(path.read_text("utf-8"))
        if not named:
            yield f"{path.name} names no metric"
        for name in sorted(named - known_metrics()):
            yield f"{path.name}: there is no metric {name}"


def _found(program: str) -> str:
    path = shutil.which(program)
    if path is None:
        raise FileNotFoundError(program)
    return path


def main() -> int:
    """Print what is wrong; -> exit status."""
    problems, notices = [*compose(DEPLOY / "compose.yaml"), *metrics_shown(DEPLOY)], []
    try:
        problems += units(DEPLOY / "systemd")
    except FileNotFoundError:
        notices.append("systemd-analyze is not here, so the units are not verified: apt-get install systemd")
    problems += docker_compose(DEPLOY / "compose.yaml")
    if os.environ.get("HEADSUP_CI"):
        problems, notices = problems + notices, []
    if not _has_compose():
        notices.append("docker compose is not here: the compose file was checked by its text alone")
    for each in [*notices, *problems]:
        sys.stderr.write(f"deploy: {each}\n")
    if not problems:
        sys.stdout.write("deploy: no fault found in units, compose file, dashboard and rules\n")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
