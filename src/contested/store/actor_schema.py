"""The tables of actors' identities: ``actor_links`` is the record of who decided what; ``actor_pairs`` is derived anew."""

from __future__ import annotations

from sqlalchemy import JSON, Column, Date, DateTime, Float, Integer, String, Table, Text

from contested.store.schema import metadata

actor_links = Table(
    "actor_links", metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("at_utc", DateTime, nullable=False),
    Column("who", String, nullable=False),
    Column("relation", String, nullable=False),
    Column("left", Text, nullable=False, index=True),
    Column("right", Text, nullable=False, index=True),
    Column("valid_from", Date),
    Column("valid_to", Date),
    Column("score", Float),
    Column("levels", JSON, nullable=False),
    Column("why", Text, nullable=False),
    Column("undoes", Integer),
)  # fmt: skip

actor_pairs = Table(
    "actor_pairs", metadata,
    Column("position", Integer, primary_key=True),
    Column("state", String, nullable=False),
    Column("left", Text, nullable=False),
    Column("right", Text, nullable=False),
    Column("relation", String, nullable=False),
    Column("bits", Float, nullable=False),
    Column("levels", JSON, nullable=False),
    Column("day", Date),
)  # fmt: skip
