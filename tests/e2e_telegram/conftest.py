"""One running program for the tests of this folder that leave it as they found it, and fresh ones for the others.

Both end with the same checks: every call was one that Telegram's API takes, nothing was logged as an error, no preview
and no live link stands in a group, and no watched word can be read in log, metrics or database.
"""

from __future__ import annotations

import contextlib
import os
import warnings
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager
from pathlib import Path

import pytest
import pytest_asyncio

from tests.e2e_telegram.world import World, running_world
from tests.fakes import spec
from tests.fakes.discord.fixtures import DescriptionMissing

NewWorld = Callable[..., AbstractAsyncContextManager[World]]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """All tests here run in one event loop, in which the fakes that they share live."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.asyncio(loop_scope="package"), append=False)


def _described() -> None:
    if spec.available(spec.TELEGRAM_FILE):
        return
    notice = f"no {spec.TELEGRAM_FILE} in {spec.folder()} (HEADSUP_SPECS): calls are not checked against it"
    if os.environ.get("HEADSUP_CI"):
        pytest.fail(notice)
    warnings.warn(notice, DescriptionMissing, stacklevel=1)


@pytest_asyncio.fixture(scope="package", loop_scope="package")
async def shared_world(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[World]:
    """The program that the tests share."""
    _described()
    async with running_world(tmp_path_factory.mktemp("headsup")) as world:
        yield world
        leaks = await world.leaks()
    if leaks:
        pytest.fail("\n".join(leaks), pytrace=False)


@pytest_asyncio.fixture(loop_scope="package")
async def world(shared_world: World) -> AsyncIterator[World]:
    """The shared world; what went wrong in it since the last test fails the test."""
    yield shared_world
    _fail_for(shared_world.complaints())


@pytest_asyncio.fixture(loop_scope="package")
async def fresh_world(tmp_path: Path) -> AsyncIterator[NewWorld]:
    """Makes a world of the test's own: `async with fresh_world() as world`."""
    _described()

    @contextlib.asynccontextmanager
    async def make(**how: str) -> AsyncIterator[World]:
        async with running_world(tmp_path / "headsup", **how) as made:
            yield made
            _fail_for([*made.complaints(), *await made.leaks()])

    yield make


def _fail_for(complaints: list[str]) -> None:
    if complaints:
        pytest.fail("\n".join(complaints), pytrace=False)
