"""The passages of a document that a search looks through: its blocks, or all of its text where it has none."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import Connection, insert

from contested.model.documents import Block, BlockKind, Document
from contested.store.rows import Row
from contested.store.view_schema import passages


def keep_passages(connection: Connection, document: Document) -> None:
    """Keep the passages of a document that is new to the store."""
    if rows := list(passage_rows(document)):
        connection.execute(insert(passages), rows)


def passage_rows(document: Document) -> Iterator[Row]:
    """Give a row for each block that has words."""
    for block in document.blocks or (Block(BlockKind.PARAGRAPH, 0, len(document.text)),):
        words = document.text[block.start : block.end]
        if words.strip():
            yield {"document": document.id, "first": block.start, "past": block.end, "words": words}
