"""The table of double codings: rows say that one was opened, that a coder is done, that it was closed; none is ever changed."""

from __future__ import annotations

from sqlalchemy import JSON, Column, DateTime, Integer, String, Table

from contested.store.schema import metadata

rounds = Table(
    "rounds", metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("at_utc", DateTime, nullable=False),
    Column("who", String, nullable=False),
    Column("document", String, nullable=False, index=True),
    Column("step", String, nullable=False),
    Column("round", Integer, index=True),
    Column("coders", JSON(none_as_null=True)),
    Column("start_from", String),
)  # fmt: skip
