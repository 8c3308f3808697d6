"""How Alembic reaches the database: over the connection that `storage.database` hands it, and no other way."""

from __future__ import annotations

from alembic import context
from sqlalchemy import Connection

from storage.schema import Base

connection = context.config.attributes.get("connection")
if not isinstance(connection, Connection):
    raise RuntimeError("Run migrations with `headsup db upgrade`.")
context.configure(
    connection=connection,
    target_metadata=Base.metadata,
    render_as_batch=connection.dialect.name == "sqlite",
    transaction_per_migration=False,
    compare_type=True,
)
with context.begin_transaction():
    context.run_migrations()
