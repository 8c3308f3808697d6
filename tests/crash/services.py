"""A PostgreSQL, Redis or NATS of the run's own on a free port, that may be stopped and started. Used by settings.py.

The shared servers of a development machine are left alone: others use them.
"""

from __future__ import annotations

import asyncio
import contextlib
import os
import pwd
import shutil
import socket
import subprocess
import tempfile
from abc import ABC, abstractmethod
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.e2e.program import eventually, free_port

_POSTGRES_FOLDERS = "/usr/lib/postgresql"


class ServiceMissing(Exception):
    """A server's program is not installed; the text says which."""


@dataclass
class Service(ABC):
    """A server. `stop` is sudden: what it had not written to disk is gone."""

    name: str
    folder: Path
    port: int = field(default_factory=free_port)
    stops: int = 0

    @property
    @abstractmethod
    def url(self) -> str:
        """What the configuration is given."""

    @abstractmethod
    async def start(self) -> None:
        """Start it, and wait until it takes connections."""

    @abstractmethod
    async def stop(self) -> None:
        """Stop it at once."""

    async def listening(self) -> None:
        """Wait until somebody listens on the port."""

        async def is_open() -> bool:
            with socket.socket() as probe:
                probe.settimeout(0.5)
                return probe.connect_ex(("127.0.0.1", self.port)) == 0

        await eventually(is_open, f"{self.name} on port {self.port}", every=0.1)


@dataclass
class Postgres(Service):
    """A cluster of its own, with fsync as in production. It will not run as root, hence `_user`."""

    @property
    def url(self) -> str:
        return f"postgresql+asyncpg://postgres@127.0.0.1:{self.port}/postgres"

    async def create(self) -> None:
        """Make the cluster."""
        shutil.chown(self.folder, _user().get("user") or os.getuid())
        await _run(_postgres("initdb"), "-D", self._data, "-U", "postgres", "-A", "trust", "-N", **self._as)

    async def start(self) -> None:
        settings = f"-p {self.port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={self.folder}"
        log = self.folder / "log"
        await _run(
            _postgres("pg_ctl"), "-D", self._data, "-l", log, "-o", settings, "-w", "start", **self._as
        )

    async def stop(self) -> None:
        self.stops += 1
        await _run(_postgres("pg_ctl"), "-D", self._data, "-m", "immediate", "-w", "stop", **self._as)

    @property
    def _data(self) -> Path:
        return self.folder / "data"

    @property
    def _as(self) -> dict[str, Any]:
        return {"cwd": self.folder, **_user()}


@dataclass
class Broker(Service):
    """Redis, which keeps nothing over a stop here, or NATS with JetStream, which keeps its streams on disk."""

    process: asyncio.subprocess.Process | None = None

    @property
    def url(self) -> str:
        return f"{self.name}://127.0.0.1:{self.port}"

    async def start(self) -> None:
        port = str(self.port)
        commands: dict[str, list[str | Path]] = {
            "redis": [
                "redis-server",
                "--port",
                port,
                "--bind",
                "127.0.0.1",
                "--save",
                "",
                "--dir",
                self.folder,
            ],
            "nats": ["nats-server", "-a", "127.0.0.1", "-p", port, "-js", "-sd", self.folder],
        }
        command = commands[self.name]
        program = shutil.which(str(command[0]))
        if program is None:
            raise ServiceMissing(f"{command[0]} is not installed")
        with (self.folder / "log").open("ab") as log:
            self.process = await asyncio.create_subprocess_exec(
                program, *command[1:], stdin=asyncio.subprocess.DEVNULL, stdout=log, stderr=log
            )
        await self.listening()

    async def stop(self) -> None:
        self.stops += 1
        if self.process is not None and self.process.returncode is None:
            self.process.kill()
            await self.process.wait()


@contextlib.asynccontextmanager
async def own(name: str) -> AsyncIterator[Service]:
    """A running "postgres", "redis" or "nats" in a temporary folder. Raises ServiceMissing."""
    folder = Path(tempfile.mkdtemp(prefix=f"headsup-{name}-"))
    service: Service
    if name == "postgres":
        service = Postgres(name, folder)
        await service.create()
    else:
        service = Broker(name, folder)
    try:
        await service.start()
        yield service
    finally:
        with contextlib.suppress(subprocess.CalledProcessError):
            await service.stop()
        shutil.rmtree(folder, ignore_errors=True)


def _user() -> dict[str, Any]:
    if os.getuid() != 0:
        return {}
    try:
        account = pwd.getpwnam("postgres")
    except KeyError:
        raise ServiceMissing("PostgreSQL does not run as root, and there is no account `postgres`") from None
    return {"user": account.pw_uid, "group": account.pw_gid}


def _postgres(program: str) -> str:
    found = sorted(Path(_POSTGRES_FOLDERS).glob(f"*/bin/{program}"), key=lambda path: int(path.parts[-3]))
    where = str(found[-1]) if found else shutil.which(program)
    if where is None:
        raise ServiceMissing(f"PostgreSQL's {program} is not installed")
    return where


async def _run(*command: str | Path, **how: Any) -> None:
    process = await asyncio.create_subprocess_exec(
        *command, stdin=asyncio.subprocess.DEVNULL, stdout=asyncio.subprocess.DEVNULL,
        stderr=asyncio.subprocess.DEVNULL, **how,
    )  # fmt: skip
    if await process.wait() != 0:
        raise subprocess.CalledProcessError(process.returncode or 1, [str(part) for part in command])
