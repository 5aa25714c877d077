"""What is exported: documents, each with what was coded in it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from contested.model.documents import Document
from contested.model.events import Coding

Reading = tuple[Document, Coding]
Readings = Iterable[Reading]


@dataclass(frozen=True, slots=True)
class Keyed:
    """A document as an audience is given it, with the ids that document and events have in the store."""

    document_id: str
    event_ids: tuple[str, ...]
    reading: Reading


def bare_document(coding: Coding) -> Document:
    """Make a document for a coding that came without one: its name and hash, no text."""
    return Document(id=coding.document, name=coding.document, text="", sha256=coding.sha256)


def source_name(document: Document) -> str:
    """Name the source as a reader would: the publisher, else the document's own name."""
    return document.publisher or document.name
