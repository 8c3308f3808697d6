"""Databases that are ready to use, as the handlers' tests have them."""

from __future__ import annotations

from tests.handlers.databases import postgres_database, ready_url, sqlite_template, sqlite_url

__all__ = ["postgres_database", "ready_url", "sqlite_template", "sqlite_url"]
