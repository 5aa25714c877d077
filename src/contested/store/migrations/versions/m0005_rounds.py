"""Let several decisions be made as one, and two people code a document without seeing each other's decisions."""

import sqlalchemy as sa
from alembic import op

from contested.store.migrations.append_only import guard

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Add the columns of batches and double codings to decisions, and the table of double codings, which nobody may change."""
    for name in ("batch", "round", "settles"):
        op.add_column("decisions", sa.Column(name, sa.Integer))
    op.create_table(
        "rounds",
        sa.Column("id", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("at_utc", sa.DateTime, nullable=False),
        sa.Column("who", sa.String, nullable=False),
        sa.Column("document", sa.String, nullable=False, index=True),
        sa.Column("step", sa.String, nullable=False),
        sa.Column("round", sa.Integer, index=True),
        sa.Column("coders", sa.JSON),
        sa.Column("start_from", sa.String),
    )
    guard("rounds", "double codings are append-only")
