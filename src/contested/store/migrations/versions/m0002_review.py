"""Let events be filtered by place and ordered by doubt, and keep what people decide about them."""

import math
from typing import Any

import sqlalchemy as sa
from alembic import op

from contested.store.migrations.append_only import guard

revision = "0002"
down_revision = "0001"

_EVENTS = sa.table(
    "events", sa.column("document"), sa.column("id"), sa.column("confidence", sa.Float), sa.column("status"), sa.column("body", sa.JSON),
    sa.column("place", sa.Text), sa.column("place_precision", sa.String), sa.column("latitude", sa.Float), sa.column("longitude", sa.Float),
    sa.column("killed", sa.Integer), sa.column("doubt", sa.Float),
)


def upgrade() -> None:
    """Add the columns and fill them from the events as they are; let nobody change or remove a decision."""
    with op.batch_alter_table("events") as events:
        events.add_column(sa.Column("place", sa.Text))
        events.add_column(sa.Column("place_precision", sa.String))
        events.add_column(sa.Column("latitude", sa.Float))
        events.add_column(sa.Column("longitude", sa.Float))
        events.add_column(sa.Column("killed", sa.Integer))
        events.add_column(sa.Column("doubt", sa.Float))
        events.add_column(sa.Column("reviewed", sa.String))
        events.add_column(sa.Column("machine", sa.JSON))
    op.create_index("ix_events_doubt", "events", ["doubt"])
    op.create_index("ix_events_reviewed", "events", ["reviewed"])
    op.create_index("ix_parties_name", "parties", ["name"])
    # All that filters and counts ask for, so that they are answered without reading the bodies.
    op.create_index(
        "events_to_count", "events",
        ["reviewed", "date_start", "date_end", "country", "action", "status", "confidence", "killed", "latitude", "longitude", "place",
         "place_precision", "document", "position", "id"],
    )
    _decisions()
    _fill()


def _decisions() -> None:
    op.create_table(
        "decisions",
        sa.Column("id", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("at_utc", sa.DateTime, nullable=False),
        sa.Column("who", sa.String, nullable=False, index=True),
        sa.Column("document", sa.String, nullable=False, index=True),
        sa.Column("event", sa.String, nullable=False),
        sa.Column("action", sa.String, nullable=False),
        sa.Column("spans", sa.JSON, nullable=False),
        sa.Column("verdict", sa.String, nullable=False),
        sa.Column("property", sa.String),
        sa.Column("said", sa.JSON, nullable=False),
        sa.Column("why", sa.Text, nullable=False),
        sa.Column("undoes", sa.Integer),
    )
    guard("decisions", "decisions are append-only")


def _fill() -> None:
    bind = op.get_bind()
    for row in bind.execute(sa.select(_EVENTS.c.document, _EVENTS.c.id, _EVENTS.c.status, _EVENTS.c.body)).all():
        place = row.body.get("place") or {}
        killed = _killed(row.body)
        sure = [row.body["confidence"], row.body["date"]["confidence"]]
        sure += [part["confidence"] for part in (*row.body["perpetrators"], *row.body["targets"], *row.body["casualties"])]
        sure += [place["confidence"]] if place else []
        weight = 1 + math.log10(1 + (killed or 0)) + (0.5 if row.status == "disputed" else 0)
        bind.execute(
            sa.update(_EVENTS).where(_EVENTS.c.document == row.document, _EVENTS.c.id == row.id).values(
                place=place.get("name"), place_precision=place.get("precision"), latitude=place.get("latitude"),
                longitude=place.get("longitude"), killed=killed, doubt=round((1 - min(sure)) * weight, 4),
            )
        )  # fmt: skip


def _killed(body: dict[str, Any]) -> int | None:
    numbers = [n for c in body["casualties"] if c["kind"] == "killed" for n in (c["low"], c["high"]) if n is not None]
    return max(numbers, default=None)
