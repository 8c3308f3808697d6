"""A fetcher that may talk to servers on loopback, without pauses, and reads in this process."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from feeds import Fetcher, FetchSettings


@pytest.fixture
async def fetch() -> AsyncIterator[Fetcher]:
    settings = FetchSettings(
        allow_private=("127.0.0.1",), gap=0, parser_processes=0, contact="test@example.org"
    )
    async with Fetcher(settings) as fetcher:
        yield fetcher
