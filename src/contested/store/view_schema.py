"""The table that searches ask: the words of documents by passage, derived from their texts."""

from __future__ import annotations

from sqlalchemy import Column, Integer, String, Table, Text

from contested.store.schema import metadata

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
