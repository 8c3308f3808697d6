"""Pytest plugin: the `fake_discord` fixture. Loaded by tests/conftest.py through `pytest_plugins`.

A test that ends with violations of Discord's API description, or of the rules that the description leaves
out, fails. Without the description only those own rules are checked, which a warning says; with HEADSUP_CI
set the test fails instead.
"""

from __future__ import annotations

import os
import warnings
from collections.abc import AsyncIterator

import pytest

from tests.fakes import spec
from tests.fakes.discord.server import FakeDiscord


class DescriptionMissing(UserWarning):
    """The fake's traffic was not checked against the API description."""


@pytest.fixture
async def fake_discord() -> AsyncIterator[FakeDiscord]:
    """A Discord of this test's own."""
    if not spec.available():
        notice = (
            f"no {spec.DISCORD_FILE} in {spec.folder()} (HEADSUP_SPECS): bodies are not checked against it"
        )
        if os.environ.get("HEADSUP_CI"):
            pytest.fail(notice)
        warnings.warn(notice, DescriptionMissing, stacklevel=1)
    async with FakeDiscord() as fake:
        yield fake
        violations = list(fake.violations)
    if violations:
        pytest.fail("Discord's API would not have it:\n  " + "\n  ".join(violations), pytrace=False)
