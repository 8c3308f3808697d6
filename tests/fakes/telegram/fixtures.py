"""Pytest plugin: the `fake_telegram` fixture, which fails a test that ends with violations of the Bot API."""

from __future__ import annotations

import contextlib
import os
import warnings
from collections.abc import AsyncIterator

import pytest

from tests.fakes import spec
from tests.fakes.discord.fixtures import DescriptionMissing
from tests.fakes.telegram.server import FakeTelegram


@contextlib.asynccontextmanager
async def checked() -> AsyncIterator[FakeTelegram]:
    """A Telegram of one's own; at its end, violations fail the test."""
    if not spec.available(spec.TELEGRAM_FILE):
        notice = (
            f"no {spec.TELEGRAM_FILE} in {spec.folder()} (HEADSUP_SPECS): calls are not checked against it"
        )
        if os.environ.get("HEADSUP_CI"):
            pytest.fail(notice)
        warnings.warn(notice, DescriptionMissing, stacklevel=1)
    async with FakeTelegram() as fake:
        yield fake
        violations = list(fake.violations)
    if violations:
        pytest.fail("Telegram's API would not have it:\n  " + "\n  ".join(violations), pytrace=False)


@pytest.fixture
async def fake_telegram() -> AsyncIterator[FakeTelegram]:
    """A Telegram of this test's own."""
    async with checked() as fake:
        yield fake
