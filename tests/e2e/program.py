"""`headsup run` as a process of its own: its configuration, start, end and sudden end, its log and its database.

Used by world.py and by the tests that kill it. What a test does to the database from outside (a feed becomes due, a
lease runs out) stands for time that passes, which a running process cannot be told.
"""

from __future__ import annotations

import asyncio
import base64
import contextlib
import json
import os
import secrets
import signal
import socket
import sysconfig
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import aiohttp
from sqlalchemy import select, update

from storage import Database
from storage import schema as tables

HEADSUP = Path(sysconfig.get_path("scripts")) / "headsup"
PATIENCE = 30.0
"""Seconds that anything may take on a busy machine before a test gives up on it."""
START_PATIENCE = 60.0
"""The same for the start of a process."""


def free_port() -> int:
    """A port that nobody listens on just now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    return port


@dataclass
class Program:
    """One installation: folder, configuration, key, database. `start`, `kill` and `stop` may be called in turn."""

    folder: Path
    database_url: str
    api_url: str
    token: str
    feeds: list[dict[str, str | bool]]
    allowed: list[str]
    home: str | None = None
    extra: str = ""
    port: int = field(default_factory=free_port)
    key: str = field(default_factory=lambda: base64.b64encode(secrets.token_bytes(32)).decode())
    process: asyncio.subprocess.Process | None = None
    only: tuple[str, ...] = ()
    variables: dict[str, str] = field(default_factory=dict)
    """More of the environment."""
    _complained: int = 0

    def __post_init__(self) -> None:
        self.folder.mkdir(parents=True, exist_ok=True)
        self.config.write_text(self._toml(), "utf-8")
        self.database = Database(self.database_url)

    @property
    def config(self) -> Path:
        """The operator's configuration file."""
        return self.folder / "config.toml"

    @property
    def log(self) -> Path:
        """What the process wrote to stderr, over all its starts."""
        return self.folder / "log.jsonl"

    @property
    def url(self) -> str:
        """Where /readyz, /healthz and /metrics are."""
        return f"http://127.0.0.1:{self.port}"

    @property
    def environment(self) -> dict[str, str]:
        """What the process sees of the environment."""
        kept = {name: value for name, value in os.environ.items() if not name.startswith("HEADSUP_")}
        kept["PYTHONFAULTHANDLER"] = "1"
        secret = {"HEADSUP_MASTER_KEY": self.key, "HEADSUP_DISCORD__TOKEN": self.token}
        return kept | secret | self.variables

    def _toml(self) -> str:
        lines = [
            f'database = {{ url = "{self.database_url}" }}',
            f"http = {{ port = {self.port} }}",
            'log = { format = "json", level = "info" }',
            "intent = { threads = 1 }",
            'alerting = { profile_sites = ["127.0.0.1"], vouching = ["*"] }',
            self.extra,
            f'[discord]\napi_url = "{self.api_url}"',
            f'home = "{self.home}"' if self.home else "",
            "[fetch]\ngap_seconds = 0\nfloor_seconds = 3600",
            f"allow_private = {json.dumps(self.allowed)}",
        ]
        for feed in self.feeds:
            lines.append("[[feeds]]")
            lines += [f"{key} = {json.dumps(value)}" for key, value in feed.items()]
        return "\n".join(lines) + "\n"

    # --- the process ----------------------------------------------------------------------------------------

    async def start(self) -> None:
        """Start it and wait until it says that it is ready."""
        await self.spawn()
        await self.ready()

    async def spawn(self) -> None:
        """Start it, and wait for nothing."""
        roles = [argument for role in self.only for argument in ("--only", role)]
        with self.log.open("ab") as log:
            self.process = await asyncio.create_subprocess_exec(
                HEADSUP, "run", "--config", self.config, *roles,
                cwd=self.folder, env=self.environment, stdin=asyncio.subprocess.DEVNULL, stdout=log, stderr=log,
            )  # fmt: skip

    async def ready(self) -> None:
        """Wait for /readyz to answer 200."""

        async def is_ready() -> bool:
            if not self.running:
                raise AssertionError(f"headsup run ended by itself:\n{self.log_text()[-4000:]}")
            with contextlib.suppress(aiohttp.ClientError):
                return (await self.get("/readyz"))[0] == 200
            return False

        await eventually(is_ready, "/readyz", timeout=START_PATIENCE, every=0.1)

    @property
    def running(self) -> bool:
        """Whether the process lives."""
        return self.process is not None and self.process.returncode is None

    async def kill(self) -> None:
        """kill -9."""
        assert self.process is not None
        if self.process.returncode is None:
            self.process.kill()
        await self.process.wait()

    async def stop(self) -> int:
        """SIGTERM, as a supervisor does it; -> exit status."""
        assert self.process is not None
        if self.process.returncode is None:
            self.process.send_signal(signal.SIGTERM)
        try:
            return await asyncio.wait_for(self.process.wait(), PATIENCE)
        except TimeoutError:
            self.process.kill()
            raise AssertionError(f"headsup run did not end at SIGTERM:\n{self.log_text()[-4000:]}") from None

    async def close(self) -> None:
        """The end of the test."""
        if self.running:
            await self.kill()
        await self.database.close()

    async def command(self, *arguments: str) -> tuple[int, str]:
        """Another `headsup` command with the same configuration; -> (exit status, what it printed)."""
        process = await asyncio.create_subprocess_exec(
            HEADSUP, *arguments, "--config", self.config,
            cwd=self.folder, env=self.environment, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.STDOUT,
        )  # fmt: skip
        ended = asyncio.ensure_future(process.communicate())
        try:
            output, _ = await asyncio.wait_for(asyncio.shield(ended), START_PATIENCE)
        except TimeoutError:
            process.send_signal(signal.SIGABRT)  # faulthandler writes where it hangs
            output, _ = await ended
            raise AssertionError(f"headsup {arguments[0]} hangs:\n{output.decode()}") from None
        return process.returncode or 0, output.decode()

    async def get(self, path: str) -> tuple[int, str]:
        """(status, body) of one of its own pages."""
        async with aiohttp.ClientSession() as session, session.get(self.url + path) as answer:
            return answer.status, await answer.text()

    # --- what it wrote --------------------------------------------------------------------------------------

    def log_text(self) -> str:
        """The whole log."""
        return self.log.read_text("utf-8", "replace") if self.log.exists() else ""

    def events(self) -> list[dict[str, Any]]:
        """The log's lines; one that is not JSON fails the test."""
        lines = self.log_text().splitlines()  # a process that ends for a reason says it in plain words
        return [json.loads(line) for line in lines if line.startswith("{")]

    def new_errors(self) -> list[dict[str, Any]]:
        """Lines of level error since the last call."""
        events = self.events()
        fresh, self._complained = events[self._complained :], len(events)
        return [event for event in fresh if event.get("level") in ("error", "critical")]

    # --- time that passes -----------------------------------------------------------------------------------

    async def feed(self, name: str) -> tables.Feed | None:
        """The feed's row."""
        async with self.database.read() as session:
            return (await session.scalars(select(tables.Feed).where(tables.Feed.name == name))).one_or_none()

    async def feed_is_known(self, name: str) -> None:
        """Waits until the first poll, the baseline, is over."""

        async def polled() -> bool:
            row = await self.feed(name)
            return row is not None and row.progress is not None and row.lease_owner is None

        await eventually(polled, f"the first poll of {name}")

    async def feed_is_polled(self, name: str) -> None:
        """Waits until a poll that has begun is over and its items are stored."""

        async def over() -> bool:
            row = await self.feed(name)
            return row is not None and row.lease_owner is None and row.next_poll_at > datetime.now(UTC)

        await eventually(over, f"the end of a poll of {name}")

    async def make_due(self, name: str) -> None:
        """The feed's interval is over."""
        async with self.database.write() as session:
            now = datetime.now(UTC)
            await session.execute(
                update(tables.Feed).where(tables.Feed.name == name).values(next_poll_at=now)
            )

    async def leases_run_out(self) -> None:
        """The minute passes for which a process that was killed still holds what it had in hand."""
        async with self.database.write() as session:
            past = datetime.now(UTC)
            for table in (tables.Alert, tables.Feed):
                await session.execute(
                    update(table).where(table.lease_until.is_not(None)).values(lease_until=past)
                )

    async def alerts_become_due(self, kind: str) -> None:
        """What was put off (a snooze, a pause after a fault) is due now."""
        async with self.database.write() as session:
            await session.execute(
                update(tables.Alert)
                .where(tables.Alert.kind == kind, tables.Alert.state == "owed")
                .values(due_at=datetime.now(UTC))
            )

    async def alerts(self, kind: str, state: str) -> int:
        """How many alerts of this kind are in this state."""
        async with self.database.read() as session:
            query = select(tables.Alert.id).where(tables.Alert.kind == kind, tables.Alert.state == state)
            return len((await session.scalars(query)).all())

    async def is_settled(self, message_ref: int | str) -> bool:
        """Whether the alert that became this message is known to be sent."""
        async with self.database.read() as session:
            query = select(tables.Alert.state).where(tables.Alert.message_ref == str(message_ref))
            return (await session.scalars(query)).one_or_none() == "sent"

    async def was_put_off(self, outcome: str) -> bool:
        """Whether an alert that is still owed, later, has been tried with this outcome."""
        async with self.database.read() as session:
            query = (
                select(tables.Alert.id)
                .join(tables.Delivery, tables.Delivery.alert_id == tables.Alert.id)
                .where(tables.Delivery.outcome == outcome, tables.Alert.state == "owed")
                .where(tables.Alert.due_at > datetime.now(UTC))
            )
            return (await session.scalars(query)).first() is not None


async def eventually(
    condition: Callable[[], Awaitable[bool]], what: str, *, timeout: float = PATIENCE, every: float = 0.05
) -> None:
    """Waits until the condition holds; AssertionError names `what` it waited for."""
    deadline = time.monotonic() + timeout
    while not await condition():
        if time.monotonic() > deadline:
            raise AssertionError(f"waited {timeout:g} s for {what}")
        await asyncio.sleep(every)
