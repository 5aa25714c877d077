"""What was taken out does not come back when the same file is read again."""

from __future__ import annotations

from sqlalchemy import exists, select

from contested.errors import InputError
from contested.model.documents import Document
from contested.store.database import Store
from contested.store.rows import document_of
from contested.store.schema import documents, log

EXPUNGED_DOCUMENT, EXPUNGED_WORDS, EXPUNGED_EVENT = "expunge document", "expunge words", "expunge event"


def mark_of(sha256: str) -> str:
    """Name an expunged document by the hash of its file."""
    return f"sha256:{sha256}"


def without_expunged(store: Store, document: Document) -> Document:
    """Give a document as the store has it where words or an event were taken out of it, else as it is.

    Raises: InputError: the whole document was expunged.
    """
    with store.reading() as connection:
        gone = (log.c.what == EXPUNGED_DOCUMENT, log.c.document == mark_of(document.sha256))
        line = connection.execute(select(log.c.at_utc, log.c.who).where(*gone)).first()
        masked = exists().where(log.c.document == documents.c.id, log.c.what.in_((EXPUNGED_WORDS, EXPUNGED_EVENT)))
        kept = connection.execute(select(documents).where(documents.c.sha256 == document.sha256, masked)).first()
    if line is not None:
        raise InputError(
            f"this document was expunged from the store on {line.at_utc:%Y-%m-%d} by {line.who}", where=document.name,
            fix="Code it with --dry-run, or into another store, if you must.",
        )  # fmt: skip
    return document_of(kept._asdict()) if kept is not None else document
