"""Whoever was named as somebody's trusted contact can refuse, once and for all."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

import storage.types

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "contact_refusals",
        sa.Column("account_hash", sa.String(length=64), nullable=False),
        sa.Column("at", storage.types.UtcDateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("account_hash", name=op.f("pk_contact_refusals")),
    )


def downgrade() -> None:
    op.drop_table("contact_refusals")
