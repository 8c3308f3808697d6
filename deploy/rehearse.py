"""The Dockerfile's steps without Docker, in an empty directory; then `headsup --help` and a bot whose /healthz answers.

`make rehearse` (`python -m deploy.rehearse`). ARG, ENV, WORKDIR, COPY and RUN are carried out as they stand, with the paths
of the ARGs inside the directory and everything that `COPY` takes from the repository alone; what needs no steps is read
past, and anything else fails, so that the file and this reading of it cannot drift apart.
"""

from __future__ import annotations

import contextlib
import json
import os
import re
import shlex
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).parents[1]
DOCKERFILE = ROOT / "deploy" / "Dockerfile"
NO_STEPS = frozenset(["FROM", "USER", "VOLUME", "EXPOSE", "STOPSIGNAL", "HEALTHCHECK", "ENTRYPOINT", "CMD"])
PATIENCE = 180.0
"""Seconds that a start may take on a busy machine."""


def instructions(text: str) -> list[tuple[str, str]]:
    """(instruction, the rest) of each, continued lines joined."""
    joined = re.sub(r"\\\n", " ", re.sub(r"^\s*#.*\n", "", text, flags=re.MULTILINE))
    return [
        (words[0].upper(), words[1].strip())
        for line in joined.splitlines()
        if (words := line.strip().split(maxsplit=1))
    ]


@dataclass
class Build:
    """A build in a folder: `values` are its ARGs and ENVs, `where` its WORKDIR."""

    folder: Path
    values: dict[str, str] = field(default_factory=dict)
    environment: dict[str, str] = field(default_factory=dict)
    where: Path = Path()
    steps: int = 0

    def carry_out(self, name: str, rest: str) -> None:
        """One instruction. Raises SystemExit if it fails or is not known here."""
        if name in NO_STEPS:
            return
        do = {
            "ARG": self._arg,
            "ENV": self._env,
            "WORKDIR": self._workdir,
            "COPY": self._copy,
            "RUN": self._run,
        }
        if name not in do:
            raise SystemExit(f"rehearse: {name} is not known here")
        self.steps += 1
        do[name](rest)

    def _expand(self, text: str) -> str:
        return re.sub(r"\$\{?([A-Z_]+)\}?", lambda found: self.values[found.group(1)], text)

    def _arg(self, rest: str) -> None:
        name, _, default = rest.partition("=")
        mine = {"ACCOUNT": str(os.getuid())}
        inside = str(self.folder) + default if default.startswith("/") else default
        self.values[name] = mine.get(name, inside)

    def _env(self, rest: str) -> None:
        given = dict(word.split("=", 1) for word in shlex.split(self._expand(rest)))
        self.values |= given
        self.environment |= given

    def _workdir(self, rest: str) -> None:
        self.where = Path(self._expand(rest))
        self.where.mkdir(parents=True, exist_ok=True)

    def _copy(self, rest: str) -> None:
        *sources, target = shlex.split(self._expand(rest))
        for source in sources:
            origin, into = ROOT / source, self.where / target
            if origin.is_dir():
                ignored = shutil.ignore_patterns("__pycache__", "*.sqlite3*", "*.key", "*.index")
                shutil.copytree(origin, into, ignore=ignored)
            else:
                shutil.copy(origin, into)

    def _run(self, rest: str) -> None:
        kept = {
            name: value
            for name, value in os.environ.items()
            if not name.startswith(("HEADSUP_", "PYTHON", "VIRTUAL"))
        }
        own = str(Path(sys.executable).parent)  # a python3 of the system, not of the environment this runs in
        kept["PATH"] = ":".join(each for each in kept["PATH"].split(":") if each != own)
        done = subprocess.run(
            ["/bin/sh", "-ec", rest], cwd=self.where, env=kept | self.values, check=False
        )  # fmt: skip
        if done.returncode:
            raise SystemExit(f"rehearse: a step failed with status {done.returncode}: {rest}")


def rehearse(folder: Path) -> None:
    """Build in the folder, then run what was built."""
    build = Build(folder)
    for name, rest in instructions(DOCKERFILE.read_text("utf-8")):
        _say(f"{name} {rest}" if name not in NO_STEPS else f"({name})")
        build.carry_out(name, rest)
    if build.steps < 10:
        raise SystemExit(f"rehearse: the Dockerfile has {build.steps} steps only")
    app, data = Path(build.values["APP"]), Path(build.values["DATA"])
    if not data.is_dir() or data.stat().st_mode & 0o077:
        raise SystemExit("rehearse: the data folder is missing, or open to others")
    _begin(app / ".venv" / "bin" / "headsup", data)


def _begin(headsup: Path, data: Path) -> None:
    """What an operator does first: help, a key, the bot; its health is asked as the HEALTHCHECK asks."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    environment = {
        "PATH": "/usr/bin:/bin",
        "HOME": str(data),
        "HEADSUP_HTTP__PORT": str(port),
        "LANG": "C.UTF-8",
    }

    def command(*arguments: str) -> str:
        return subprocess.run(
            [headsup, *arguments], cwd=data, env=environment, check=True, capture_output=True, text=True
        ).stdout

    if "doctor" not in command("--help"):
        raise SystemExit("rehearse: `headsup --help` does not say what there is")
    command("keys", "new")
    with subprocess.Popen([headsup, "run"], cwd=data, env=environment) as bot:
        try:
            answer = _answer(f"http://127.0.0.1:{port}/healthz", bot)
            ready = json.loads(_answer(f"http://127.0.0.1:{port}/readyz", bot))
        finally:
            bot.send_signal(signal.SIGTERM)
    if bot.returncode:
        raise SystemExit(f"rehearse: the bot ended with status {bot.returncode}")
    command("db", "backup", "backups")
    _say(
        f"/healthz answered {answer.strip()!r}, /readyz {ready}; it stopped at SIGTERM, and a backup was made"
    )


def _answer(url: str, bot: subprocess.Popen[bytes]) -> str:
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        if bot.poll() is not None:
            raise SystemExit(f"rehearse: the bot ended by itself with status {bot.returncode}")
        with contextlib.suppress(OSError), urllib.request.urlopen(url, timeout=5) as answer:  # noqa: S310
            return str(answer.read().decode())
        time.sleep(0.2)
    raise SystemExit(f"rehearse: {url} did not answer in {PATIENCE:g} s")


def _say(text: str) -> None:
    sys.stdout.write(f"rehearse: {text}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    with tempfile.TemporaryDirectory(prefix="headsup-rehearsal-") as made:
        rehearse(Path(made))
