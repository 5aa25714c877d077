"""The tables of linking: ``merges`` is the record of who joined or parted what; ``links`` and ``copies`` are derived anew."""

from __future__ import annotations

from sqlalchemy import JSON, Boolean, Column, DateTime, Float, Integer, String, Table, Text

from contested.store.schema import metadata

merges = Table(
    "merges", metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("at_utc", DateTime, nullable=False),
    Column("who", String, nullable=False),
    Column("kind", String, nullable=False),
    Column("left_document", String, nullable=False, index=True),
    Column("left_event", String, nullable=False),
    Column("right_document", String, nullable=False, index=True),
    Column("right_event", String, nullable=False),
    Column("sides", JSON, nullable=False),
    Column("score", Float),
    Column("levels", JSON, nullable=False),
    Column("why", Text, nullable=False),
    Column("undoes", Integer),
)  # fmt: skip

links = Table(
    "links", metadata,
    Column("state", String, primary_key=True),
    Column("left_document", String, primary_key=True),
    Column("left_event", String, primary_key=True),
    Column("right_document", String, primary_key=True),
    Column("right_event", String, primary_key=True),
    Column("relation", String, primary_key=True),
    Column("bits", Float, nullable=False),
    Column("levels", JSON, nullable=False),
    Column("reversed", Boolean, nullable=False),
)  # fmt: skip

copies = Table(
    "copies", metadata,
    Column("document", String, primary_key=True),
    Column("original", String, nullable=False, index=True),
    Column("share", Float, nullable=False),
)  # fmt: skip
