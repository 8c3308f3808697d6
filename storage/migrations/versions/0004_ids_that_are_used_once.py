"""An id that a button of some old message carries is never given to another row, also on SQLite."""

from __future__ import annotations

from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

TABLES = ("feeds", "cases", "reports", "proofs", "alerts")


def upgrade() -> None:
    _make_anew(counted=True)


def downgrade() -> None:
    _make_anew(counted=False)


def _make_anew(*, counted: bool) -> None:
    if op.get_bind().dialect.name != "sqlite":
        return  # a server's sequences never go back
    for name in TABLES:
        with op.batch_alter_table(name, recreate="always", table_kwargs={"sqlite_autoincrement": counted}):
            pass
