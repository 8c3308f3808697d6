"""/healthz, /readyz and /metrics, and what a log may say."""

from __future__ import annotations

import asyncio
import json
import logging
from collections.abc import AsyncIterator, Callable, Iterator
from pathlib import Path

import aiohttp
import pytest
import structlog

from bot import http, logs
from bot.config import HttpSettings, LogSettings
from handlers import processes, work
from tests.handlers.harness import JORUNN, MEMBER, World, item


@pytest.fixture
async def ready() -> dict[str, bool]:
    """Which platform is connected, as the test says."""
    return {"discord": True}


@pytest.fixture
async def address(small_world: World, ready: dict[str, bool]) -> AsyncIterator[str]:
    """The listener of a house."""
    runner = await http.start(HttpSettings(port=0), small_world.house, {"discord": lambda: ready["discord"]})
    yield f"http://127.0.0.1:{runner.addresses[0][1]}"
    await runner.cleanup()


async def _get(url: str) -> tuple[int, str]:
    async with aiohttp.ClientSession() as session, session.get(url) as answer:
        return answer.status, await answer.text()


async def test_alive_is_ok(address: str) -> None:
    assert await _get(f"{address}/healthz") == (200, "ok\n")


async def test_ready_says_which_part_is_not(small_world: World, address: str, ready: dict[str, bool]) -> None:
    status, body = await _get(f"{address}/readyz")
    assert status == 200
    assert json.loads(body)["database"] is True
    ready["discord"] = False
    status, body = await _get(f"{address}/readyz")
    assert status == 503
    assert json.loads(body)["discord"] is False
    assert (await _get(f"{address}/healthz"))[0] == 200


def _replace_by_folder(path: Path) -> None:
    for suffix in ("", "-wal", "-shm"):
        Path(f"{path}{suffix}").unlink(missing_ok=True)
    path.mkdir()


async def test_not_ready_without_the_database(small_world: World, address: str) -> None:
    path = small_world.house.database.path
    assert path is not None
    await small_world.house.database.close()
    _replace_by_folder(path)
    status, body = await _get(f"{address}/readyz")
    assert status == 503
    assert json.loads(body)["database"] is False


async def test_metrics_count_and_name_nobody(small_world: World, address: str) -> None:
    world = small_world
    await world.feed("board")
    await world.setup()
    await world.watch()
    await world.arrives("board", item("[likeness] a model of Jorunn Valderhaug", author="poster-with-a-name"))
    await world.command(MEMBER, "report", text="[likeness] words", reason="a reason")
    status, body = await _get(f"{address}/metrics")
    assert status == 200
    assert 'headsup_alerts_owed{state="sent"} 3.0' in body
    assert "headsup_persons_indexed 1.0" in body
    for secret in ("Jorunn", "jorunn", "poster", "board", "guild", "words", JORUNN.account, MEMBER.account):
        assert secret not in body


async def test_a_state_that_no_alert_is_in_any_more_is_shown_as_none(
    small_world: World, address: str
) -> None:
    world = small_world
    await world.feed("board")
    await world.setup()
    world.queue.held = True
    await world.arrives("board", item("[likeness] a model of somebody"))
    await work.screen(world.house)
    assert 'headsup_alerts_owed{state="owed"} 1.0' in (await _get(f"{address}/metrics"))[1]
    world.queue.held = False
    await work.sweep(world.house)
    body = (await _get(f"{address}/metrics"))[1]
    assert 'headsup_alerts_owed{state="owed"} 0.0' in body
    assert 'headsup_alerts_owed{state="dead"} 0.0' in body


async def test_metrics_are_there_without_the_database_and_say_what_is_gone(
    small_world: World, address: str, ready: dict[str, bool]
) -> None:
    ready["discord"] = False
    path = small_world.house.database.path
    assert path is not None
    await small_world.house.database.close()
    _replace_by_folder(path)
    status, body = await _get(f"{address}/metrics")
    assert status == 200
    assert 'headsup_ready{part="database"} 0.0' in body
    assert 'headsup_ready{part="discord"} 0.0' in body


def _logged(capsys: pytest.CaptureFixture[str]) -> str:
    captured = capsys.readouterr()
    return captured.out + captured.err


@pytest.fixture
def json_logs() -> Iterator[Callable[[], None]]:
    """Sets logging up as the program does, once the test's own capture stands; taken back afterwards."""
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    yield lambda: logs.configure(LogSettings(format="json", level="debug"))
    root.handlers[:], root.level = handlers, level
    structlog.reset_defaults()


def test_an_exception_is_logged_without_its_message(
    capsys: pytest.CaptureFixture[str], json_logs: Callable[[], None]
) -> None:
    json_logs()
    try:
        raise ValueError("Jorunn Valderhaug")
    except ValueError as error:
        structlog.get_logger("x").error("it failed", error=type(error).__name__, exc_info=error)
    text = _logged(capsys)
    assert "Jorunn" not in text
    line = json.loads(text)
    assert line["error"] == "ValueError"
    assert "test_an_exception" in line["at"]


def test_a_librarys_warning_is_logged_without_its_text(
    capsys: pytest.CaptureFixture[str], json_logs: Callable[[], None]
) -> None:
    json_logs()
    try:
        raise ValueError("https://secret.example/token")
    except ValueError:
        logging.getLogger("discord.http").exception("We failed with %s", "https://secret.example/token")
    logging.getLogger("aiohttp.access").info("GET https://secret.example/token")
    text = _logged(capsys)
    assert "secret" not in text
    assert "ValueError" in text
    assert len(text.splitlines()) == 1


def test_that_a_library_was_cancelled_is_no_fault(
    capsys: pytest.CaptureFixture[str], json_logs: Callable[[], None]
) -> None:
    json_logs()
    try:
        raise asyncio.CancelledError
    except asyncio.CancelledError:
        logging.getLogger("sqlalchemy.pool").exception("Exception during reset or similar")
    assert _logged(capsys) == ""


async def test_a_whole_scenario_logs_ids_and_codes_alone(
    small_world: World, capsys: pytest.CaptureFixture[str], json_logs: Callable[[], None]
) -> None:
    json_logs()
    world = small_world
    await world.feed("board")
    await world.setup()
    await world.watch()
    await world.arrives(
        "board", item("[likeness] a model of Jorunn Valderhaug", title="A title"), item("[broken] x")
    )
    await world.fails("board", RuntimeError("https://secret.example/token"))
    text = _logged(capsys)
    assert "item screened" in text
    for secret in ("Jorunn", "A title", "secret.example", JORUNN.account, "a model of", "Headsup has a note"):
        assert secret not in text


async def test_the_metrics_say_which_roles_live_in_whatever_process(small_world: World, address: str) -> None:
    async def seen() -> dict[str, str]:
        lines = (await _get(f"{address}/metrics"))[1].splitlines()
        return dict(line.split('"')[1::2][:1] + line.split()[-1:] for line in lines if "_processes{" in line)

    for owner, roles in (("a", ["worker", "http"]), ("b", ["worker"]), ("c", ["telegram"])):
        await processes._enter((await small_world.another(owner)).house, roles, [])
    assert await seen() == {
        "discord": "0.0",
        "telegram": "1.0",
        "scheduler": "0.0",
        "worker": "2.0",
        "http": "1.0",
    }
    small_world.clock.advance(minutes=2)
    assert set((await seen()).values()) == {"0.0"}
