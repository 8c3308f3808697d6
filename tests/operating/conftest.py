"""Worlds around a running program for the tests of this folder, which do to it what an operator does."""

from __future__ import annotations

import inspect
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio

from tests.conftest import own_postgres
from tests.e2e.conftest import fresh_world

__all__ = ["fresh_world"]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """All tests here run in one event loop, as those of tests/e2e do."""
    for item in items:
        function = getattr(item, "function", None)
        if Path(__file__).parent in item.path.parents and inspect.iscoroutinefunction(function):
            item.add_marker(pytest.mark.asyncio(loop_scope="package"), append=False)


@pytest_asyncio.fixture(params=["sqlite", "postgresql"], loop_scope="package")
async def engine_url(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[str]:
    """An empty database of the test's own, on each engine."""
    if request.param == "sqlite":
        (tmp_path / "headsup").mkdir(exist_ok=True)
        yield f"sqlite+aiosqlite:///{tmp_path}/headsup/headsup.sqlite3"
        return
    async with own_postgres() as url:
        yield url
