"""The tables that views ask: what each policy makes of an event, and the words of documents by passage. All is derived."""

from __future__ import annotations

from sqlalchemy import Column, Index, Integer, String, Table, Text

from contested.store.schema import metadata

figures = Table(
    "figures", metadata,
    Column("policy", String, primary_key=True),
    Column("document", String, primary_key=True),
    Column("event", String, primary_key=True),
    Column("low", Integer),
    Column("best", Integer),
    Column("high", Integer),
    Index("figures_of_document", "document", "event"),
)  # fmt: skip

passages = Table(
    "passages", metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("document", String, nullable=False, index=True),
    Column("first", Integer, nullable=False),
    Column("past", Integer, nullable=False),
    Column("words", Text, nullable=False),
)  # fmt: skip

PASSAGE_WORDS = "passage_words"
"""The index of the words of passages, which SQLite keeps by itself (FTS5, triggers); other databases have none."""
