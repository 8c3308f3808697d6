"""Fixtures: a world on each database engine (`world`), or on the embedded one alone (`small_world`)."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from tests.handlers.databases import postgres_database, ready_url, sqlite_template, sqlite_url
from tests.handlers.harness import World, open_world

__all__ = ["postgres_database", "ready_url", "small_world", "sqlite_template", "sqlite_url", "world"]


@pytest.fixture
async def world(ready_url: str) -> AsyncIterator[World]:
    """A house on each engine."""
    async with open_world(ready_url) as made:
        yield made


@pytest.fixture
async def small_world(sqlite_url: str) -> AsyncIterator[World]:
    """A house on SQLite, for what the engine has no part in."""
    async with open_world(sqlite_url) as made:
        yield made
