"""A community that moved keeps the id that it had before, by which the configuration may still name it; what members
reported on Telegram is from a chat, which is not public, as what is watched there."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("communities", sa.Column("former_id", sa.String(length=64), nullable=True))
    op.execute("UPDATE items SET source = 'telegram_chat' WHERE source = 'telegram_channel'")


def downgrade() -> None:
    op.drop_column("communities", "former_id")
