"""Find what waits for review, and count actors by role, from indexes that hold all that is asked."""

from alembic import op

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    """Put two indexes of several columns in the place of three of one."""
    op.drop_index("ix_events_reviewed", "events")
    op.drop_index("ix_events_doubt", "events")
    op.create_index("events_to_review", "events", ["reviewed", "doubt", "document", "position", "id"])
    op.drop_index("ix_parties_name", "parties")
    op.create_index("parties_by_name", "parties", ["name", "role"])
