"""A world on each database engine (`world`), or on the embedded one alone (`small_world`)."""

from tests.handlers.worlds import (
    postgres_database,
    ready_url,
    small_world,
    sqlite_template,
    sqlite_url,
    world,
)

__all__ = ["postgres_database", "ready_url", "small_world", "sqlite_template", "sqlite_url", "world"]
