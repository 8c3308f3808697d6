"""Pytest plugin: the `fake_discord` fixture. Loaded by tests/conftest.py through `pytest_plugins`.

A test that ends with violations of Discord's API description, or of the rules that the description leaves
out, fails. Without the description only those own rules are checked, which the run's summary says.
"""

from __future__ import annotations

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
        warnings.warn(
            f"{spec.DISCORD_FILE} is not in {spec.folder()}: bodies are not checked against it "
            "(set HEADSUP_SPECS to its folder)",
            DescriptionMissing,
            stacklevel=1,
        )
    async with FakeDiscord() as fake:
        yield fake
        violations = list(fake.violations)
    if violations:
        pytest.fail("Discord's API would not have it:\n  " + "\n  ".join(violations), pytrace=False)
