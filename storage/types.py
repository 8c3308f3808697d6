"""Column types that behave alike on SQLite and PostgreSQL. Used by `schema.py` alone."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import BigInteger, DateTime, Dialect, Integer
from sqlalchemy.types import TypeDecorator

BigId = BigInteger().with_variant(Integer, "sqlite")
"""A 64-bit id; SQLite counts up only what is declared INTEGER."""


class UtcDateTime(TypeDecorator[datetime]):
    """An aware UTC datetime. SQLite stores none with a zone, so it is stripped there and put back on reading.

    Raises ValueError for a naive datetime: whoever made it does not know what it means.
    """

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a datetime for the database needs a time zone")
        value = value.astimezone(UTC)
        return value.replace(tzinfo=None) if dialect.name == "sqlite" else value

    def process_result_value(self, value: Any, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        assert isinstance(value, datetime)  # noqa: S101 - narrows what the driver returns
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)
