"""What an item asks of a person found in it is kept beside the match, so far it was what it asks of anybody; and an alert
has a copy of its own of what the person may see."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

_BATCH = 1000


def upgrade() -> None:
    with op.batch_alter_table("finding_persons", schema=None) as batch_op:
        batch_op.add_column(sa.Column("labels", sa.JSON(), nullable=False, server_default="[]"))
        batch_op.add_column(sa.Column("likeness", sa.Double(), nullable=False, server_default="0"))
    op.add_column("alerts", sa.Column("sealed_copy", sa.LargeBinary(), nullable=True))
    _fill(op.get_bind())


def _fill(connection: sa.Connection) -> None:
    named = sa.table(
        "finding_persons", sa.column("item_id"), sa.column("labels", sa.JSON), sa.column("likeness")
    )
    found = sa.table(
        "findings", sa.column("item_id"), sa.column("labels", sa.JSON), sa.column("intent", sa.JSON)
    )
    query = sa.select(found).where(sa.exists().where(named.c.item_id == found.c.item_id))
    change = (
        sa.update(named)
        .where(named.c.item_id == sa.bindparam("item"))
        .values(labels=sa.bindparam("held"), likeness=sa.bindparam("p"))
    )
    rows = connection.execute(query).all()
    for start in range(0, len(rows), _BATCH):
        connection.execute(
            change,
            [
                {"item": row.item_id, "held": row.labels or [], "p": _likeness(row.intent)}
                for row in rows[start : start + _BATCH]
            ],
        )


def _likeness(intent: object) -> float:
    return float(intent.get("likeness", 0.0)) if isinstance(intent, dict) else 0.0


def downgrade() -> None:
    with op.batch_alter_table("alerts", schema=None) as batch_op:
        batch_op.drop_column("sealed_copy")
    with op.batch_alter_table("finding_persons", schema=None) as batch_op:
        batch_op.drop_column("likeness")
        batch_op.drop_column("labels")
