"""Keep which names of actors are one body, in which time, by whose decision and why; pairs that wait."""

import sqlalchemy as sa
from alembic import op

from contested.store.migrations.append_only import guard

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    """Create the tables of identities, and let nobody change or remove a decision."""
    op.create_table(
        "actor_links",
        sa.Column("id", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("at_utc", sa.DateTime, nullable=False),
        sa.Column("who", sa.String, nullable=False),
        sa.Column("relation", sa.String, nullable=False),
        sa.Column("left", sa.Text, nullable=False, index=True),
        sa.Column("right", sa.Text, nullable=False, index=True),
        sa.Column("valid_from", sa.Date),
        sa.Column("valid_to", sa.Date),
        sa.Column("score", sa.Float),
        sa.Column("levels", sa.JSON, nullable=False),
        sa.Column("why", sa.Text, nullable=False),
        sa.Column("undoes", sa.Integer),
    )
    op.create_table(
        "actor_pairs",
        sa.Column("position", sa.Integer, primary_key=True),
        sa.Column("state", sa.String, nullable=False),
        sa.Column("left", sa.Text, nullable=False),
        sa.Column("right", sa.Text, nullable=False),
        sa.Column("relation", sa.String, nullable=False),
        sa.Column("bits", sa.Float, nullable=False),
        sa.Column("levels", sa.JSON, nullable=False),
        sa.Column("day", sa.Date),
    )
    guard("actor_links", "decisions about actors are append-only")
