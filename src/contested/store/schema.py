"""The tables of the store, in SQL that SQLite and PostgreSQL share.

What people and coders said (``documents``, ``statements``, ``left_out``, ``decisions``, ``log``) is the record; ``events``,
``parties`` and ``profiles`` are derived from it and kept as JSON beside the columns that questions are asked of. Where a
person decided otherwise, ``events.body`` is the event as decided and ``events.machine`` as the machine read it.
"""

from __future__ import annotations

from sqlalchemy import JSON, Column, Date, DateTime, Float, Index, Integer, MetaData, String, Table, Text

HEAD = "0008"
KNOWN_VERSIONS = ("0001", "0002", "0003", "0004", "0005", "0006", "0007", HEAD)
MACHINE = "machine"
PERSON = "person"

POLICIES = ("acled", "by_source", "independent_only", "ucdp")
ENDS = ("low", "best", "high")
FIGURES = tuple(f"{policy}_{end}" for policy in POLICIES for end in ENDS)
"""Columns of events: how many were killed under each of the program's policies."""

metadata = MetaData()

documents = Table(
    "documents", metadata,
    Column("id", String, primary_key=True),
    Column("name", String, nullable=False, index=True),
    Column("sha256", String(64), nullable=False, index=True),
    Column("title", Text),
    Column("publisher", Text),
    Column("published", Date, index=True),
    Column("language", String, nullable=False),
    Column("url", Text),
    Column("text", Text, nullable=False),
    Column("rest", JSON, nullable=False),
    Column("added_at_utc", DateTime, nullable=False),
)

codings = Table(
    "codings", metadata,
    Column("document", String, primary_key=True),
    Column("coder", String, nullable=False),
    Column("fingerprint", String, nullable=False),
    Column("coded_at_utc", DateTime, nullable=False),
    Column("digest", String(64), nullable=False),
    Column("rest", JSON, nullable=False),
)

statements = Table(
    "statements", metadata,
    Column("document", String, primary_key=True),
    Column("id", String(16), primary_key=True),
    Column("position", Integer, nullable=False),
    Column("origin", String, nullable=False),
    Column("subject", String, nullable=False),
    Column("property", String, nullable=False),
    Column("original", Text, nullable=False),
    Column("value", JSON, nullable=False),
    Column("speaker", Text),
    Column("stance", String),
    Column("evidence", JSON, nullable=False),
    Column("coder", String, nullable=False),
    Column("rule", Text, nullable=False),
    Column("confidence", Float, nullable=False),
    Index("statements_of_subject", "document", "subject", "property"),
)

left_out = Table(
    "left_out", metadata,
    Column("document", String, primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("text", Text, nullable=False),
    Column("first", Integer, nullable=False),
    Column("past", Integer, nullable=False),
    Column("why", String, nullable=False, index=True),
    Column("detail", Text, nullable=False),
)

profiles = Table(
    "profiles", metadata,
    Column("document", String, primary_key=True),
    Column("name", Text, nullable=False),
    Column("body", JSON, nullable=False),
)

events = Table(
    "events", metadata,
    Column("document", String, primary_key=True),
    Column("id", String, primary_key=True),
    Column("position", Integer, nullable=False),
    Column("date_start", Date, index=True),
    Column("date_end", Date),
    Column("country", String),
    Column("action", String, nullable=False),
    Column("status", String, nullable=False),
    Column("confidence", Float, nullable=False),
    Column("body", JSON, nullable=False),
    Column("place", Text),
    Column("place_precision", String),
    Column("latitude", Float),
    Column("longitude", Float),
    Column("killed", Integer),
    Column("doubt", Float),
    Column("reviewed", String),
    Column("machine", JSON(none_as_null=True)),
    Column("month", Integer),
    *(Column(name, Integer) for name in FIGURES),
    Index(
        "events_to_count", "reviewed", "date_start", "date_end", "country", "action", "status", "confidence", "killed", "latitude",
        "longitude", "place", "place_precision", "document", "position", "id",
    ),
    Index("events_to_review", "reviewed", "doubt", "document", "position", "id"),
    Index(
        "events_by_month", "month", "status", "reviewed", "date_start", "date_end", "country", "action", "confidence", "place", "document", "id",
        "killed", "latitude", "longitude", *FIGURES,
    ),
)

parties = Table(
    "parties", metadata,
    Column("document", String, primary_key=True),
    Column("event", String, primary_key=True),
    Column("role", String, primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("name", Text, nullable=False),
    Column("folded", Text, nullable=False, index=True),
    Index("parties_by_name", "name", "role"),
)

decisions = Table(
    "decisions", metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("at_utc", DateTime, nullable=False),
    Column("who", String, nullable=False, index=True),
    Column("document", String, nullable=False, index=True),
    Column("event", String, nullable=False),
    Column("action", String, nullable=False),
    Column("spans", JSON, nullable=False),
    Column("verdict", String, nullable=False),
    Column("property", String),
    Column("said", JSON, nullable=False),
    Column("why", Text, nullable=False),
    Column("undoes", Integer),
    Column("batch", Integer),
    Column("round", Integer),
    Column("settles", Integer),
)

log = Table(
    "log", metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("at_utc", DateTime, nullable=False),
    Column("who", String, nullable=False),
    Column("what", String, nullable=False),
    Column("document", String, index=True),
    Column("why", Text, nullable=False),
)
