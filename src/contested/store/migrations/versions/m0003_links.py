"""Keep which events of different documents were joined, by whom and why; pairs that wait; copied texts."""

import sqlalchemy as sa
from alembic import op

from contested.store.migrations.append_only import guard

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Create the tables of linking, and let nobody change or remove a merge."""
    op.create_table(
        "merges",
        sa.Column("id", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("at_utc", sa.DateTime, nullable=False),
        sa.Column("who", sa.String, nullable=False),
        sa.Column("kind", sa.String, nullable=False),
        sa.Column("left_document", sa.String, nullable=False, index=True),
        sa.Column("left_event", sa.String, nullable=False),
        sa.Column("right_document", sa.String, nullable=False, index=True),
        sa.Column("right_event", sa.String, nullable=False),
        sa.Column("sides", sa.JSON, nullable=False),
        sa.Column("score", sa.Float),
        sa.Column("levels", sa.JSON, nullable=False),
        sa.Column("why", sa.Text, nullable=False),
        sa.Column("undoes", sa.Integer),
    )
    op.create_table(
        "links",
        sa.Column("state", sa.String, primary_key=True),
        sa.Column("left_document", sa.String, primary_key=True),
        sa.Column("left_event", sa.String, primary_key=True),
        sa.Column("right_document", sa.String, primary_key=True),
        sa.Column("right_event", sa.String, primary_key=True),
        sa.Column("relation", sa.String, primary_key=True),
        sa.Column("bits", sa.Float, nullable=False),
        sa.Column("levels", sa.JSON, nullable=False),
        sa.Column("reversed", sa.Boolean, nullable=False),
    )
    op.create_table(
        "copies",
        sa.Column("document", sa.String, primary_key=True),
        sa.Column("original", sa.String, nullable=False, index=True),
        sa.Column("share", sa.Float, nullable=False),
    )
    guard("merges", "merges are append-only")
