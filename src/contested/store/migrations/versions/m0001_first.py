"""Lay out documents, codings, statements, what was left out, profiles, events, parties and the log."""

import sqlalchemy as sa
from alembic import op

from contested.store.migrations.append_only import guard

revision = "0001"
down_revision = None

def upgrade() -> None:
    """Create the first tables, and let nobody change or remove a line of the log."""
    _documents()
    _readings()
    _derived()
    op.create_table(
        "log",
        sa.Column("id", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("at_utc", sa.DateTime, nullable=False),
        sa.Column("who", sa.String, nullable=False),
        sa.Column("what", sa.String, nullable=False),
        sa.Column("document", sa.String, index=True),
        sa.Column("why", sa.Text, nullable=False),
    )
    guard("log", "the log is append-only")


def _documents() -> None:
    op.create_table(
        "documents",
        sa.Column("id", sa.String, primary_key=True),
        sa.Column("name", sa.String, nullable=False, index=True),
        sa.Column("sha256", sa.String(64), nullable=False, index=True),
        sa.Column("title", sa.Text),
        sa.Column("publisher", sa.Text),
        sa.Column("published", sa.Date, index=True),
        sa.Column("language", sa.String, nullable=False),
        sa.Column("url", sa.Text),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("rest", sa.JSON, nullable=False),
        sa.Column("added_at_utc", sa.DateTime, nullable=False),
    )
    op.create_table(
        "codings",
        sa.Column("document", sa.String, primary_key=True),
        sa.Column("coder", sa.String, nullable=False),
        sa.Column("fingerprint", sa.String, nullable=False),
        sa.Column("coded_at_utc", sa.DateTime, nullable=False),
        sa.Column("digest", sa.String(64), nullable=False),
        sa.Column("rest", sa.JSON, nullable=False),
    )


def _readings() -> None:
    op.create_table(
        "statements",
        sa.Column("document", sa.String, primary_key=True),
        sa.Column("id", sa.String(16), primary_key=True),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("origin", sa.String, nullable=False),
        sa.Column("subject", sa.String, nullable=False),
        sa.Column("property", sa.String, nullable=False),
        sa.Column("original", sa.Text, nullable=False),
        sa.Column("value", sa.JSON, nullable=False),
        sa.Column("speaker", sa.Text),
        sa.Column("stance", sa.String),
        sa.Column("evidence", sa.JSON, nullable=False),
        sa.Column("coder", sa.String, nullable=False),
        sa.Column("rule", sa.Text, nullable=False),
        sa.Column("confidence", sa.Float, nullable=False),
    )
    op.create_index("statements_of_subject", "statements", ["document", "subject", "property"])
    op.create_table(
        "left_out",
        sa.Column("document", sa.String, primary_key=True),
        sa.Column("position", sa.Integer, primary_key=True),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("first", sa.Integer, nullable=False),
        sa.Column("past", sa.Integer, nullable=False),
        sa.Column("why", sa.String, nullable=False, index=True),
        sa.Column("detail", sa.Text, nullable=False),
    )


def _derived() -> None:
    op.create_table(
        "profiles",
        sa.Column("document", sa.String, primary_key=True),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("body", sa.JSON, nullable=False),
    )
    op.create_table(
        "events",
        sa.Column("document", sa.String, primary_key=True),
        sa.Column("id", sa.String, primary_key=True),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("date_start", sa.Date, index=True),
        sa.Column("date_end", sa.Date),
        sa.Column("country", sa.String, index=True),
        sa.Column("action", sa.String, nullable=False, index=True),
        sa.Column("status", sa.String, nullable=False, index=True),
        sa.Column("confidence", sa.Float, nullable=False),
        sa.Column("body", sa.JSON, nullable=False),
    )
    op.create_table(
        "parties",
        sa.Column("document", sa.String, primary_key=True),
        sa.Column("event", sa.String, primary_key=True),
        sa.Column("role", sa.String, primary_key=True),
        sa.Column("position", sa.Integer, primary_key=True),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("folded", sa.Text, nullable=False, index=True),
    )
