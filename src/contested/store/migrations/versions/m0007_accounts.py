"""Let a team have accounts: names with roles and passwords, and the sessions that are open."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    """Add the two tables; a store without accounts is used as before."""
    op.create_table(
        "accounts",
        sa.Column("name", sa.String, primary_key=True),
        sa.Column("folded", sa.String, nullable=False, index=True, unique=True),
        sa.Column("role", sa.String, nullable=False),
        sa.Column("password", sa.Text, nullable=False),
        sa.Column("temporary", sa.Boolean, nullable=False),
        sa.Column("made_at_utc", sa.DateTime, nullable=False),
    )
    op.create_table(
        "sign_ins",
        sa.Column("id", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("key", sa.String(64), nullable=False, index=True),
        sa.Column("account", sa.String, nullable=False, index=True),
        sa.Column("opened_at_utc", sa.DateTime, nullable=False),
        sa.Column("seen_at_utc", sa.DateTime, nullable=False),
        sa.Column("browser", sa.Text, nullable=False),
    )
