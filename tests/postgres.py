"""A database of one's own on the PostgreSQL of this machine (trust). For tests, storms and benchmarks."""

from __future__ import annotations

import os
import secrets
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import asyncpg


@asynccontextmanager
async def own_database(purpose: str) -> AsyncIterator[str]:
    """An empty database that is dropped again; -> its URL."""
    user = os.environ.get("PGUSER", "postgres")
    name = f"headsup_{purpose}_{secrets.token_hex(6)}"
    admin = await asyncpg.connect(host="127.0.0.1", port=5432, user=user, database="postgres")
    try:
        await admin.execute(f'CREATE DATABASE "{name}"')
        yield f"postgresql+asyncpg://{user}@127.0.0.1:5432/{name}"
        await admin.execute(f'DROP DATABASE "{name}" WITH (FORCE)')
    finally:
        await admin.close()
