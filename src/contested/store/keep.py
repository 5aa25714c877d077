"""Keep what a coder read in a document, in one transaction a document."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from enum import StrEnum

from sqlalchemy import Connection, delete, insert, select, update

from contested.model.documents import Document
from contested.model.events import Coding
from contested.store.changes import basis_of, log_changes
from contested.store.database import Store
from contested.store.expunging.returning import without_expunged
from contested.store.passages import keep_passages
from contested.store.rows import digest, document_row, event_row, party_rows, statement_row
from contested.store.schema import MACHINE, codings, documents, events, left_out, log, parties, profiles, statements
from contested.store.settling import settle
from contested.store.view_schema import passages


class Kept(StrEnum):
    """What keeping a coding changed."""

    ADDED = "added"
    REPLACED = "replaced"
    UNCHANGED = "unchanged"


def with_own_id(document: Document) -> Document:
    """Give a document an id made of its own and its text, for where another text has its id."""
    return replace(document, id=document.id + _mark_of(document))


def has_own_id(document: Document) -> bool:
    """Was the document given an id of its own because another text had its id?"""
    return document.id.endswith(_mark_of(document))


def _mark_of(document: Document) -> str:
    return f"-{hashlib.sha256(document.text.encode()).hexdigest()[:8]}"


def tell_apart(store: Store, document: Document) -> Document:
    """Give a document an id of its own where another text is kept under its id, so that neither hides the other.

    A document of which something was expunged is given as the store has it.
    Raises: InputError: it was expunged as a whole.
    """
    document = without_expunged(store, document)
    with store.reading() as connection:
        kept = connection.scalar(select(documents.c.text).where(documents.c.id == document.id))
    return document if kept in (None, "", document.text) else with_own_id(document)


def keep_coding(
    store: Store, document: Document, coding: Coding, *, who: str, fingerprint: str = "", renew: bool = False, origin: str = ""
) -> Kept:
    """Keep a document and its coding; the machine's earlier statements on the document give way to the new ones.

    The same reading changes nothing, not even the log; only the coder's ``fingerprint``, by which the document is known
    to have been read, is brought up to date. Statements by people are never touched, and what they decided holds for the
    new reading too. With ``renew`` the document's own words give way too: a row of a table that its makers edited.
    ``origin`` names the file of an import, for the log.

    Raises: StoreError: the database cannot be used; nothing of this document was kept.
    """
    with store.writing() as connection:
        before = connection.execute(
            select(codings.c.coder, codings.c.digest, codings.c.fingerprint).where(codings.c.document == document.id)
        ).one_or_none()
        said = digest(coding)
        if before is not None and before.digest == said:
            if before.fingerprint != fingerprint:
                connection.execute(update(codings).where(codings.c.document == document.id).values(fingerprint=fingerprint))
            return Kept.UNCHANGED
        decided = basis_of(connection, document.id)
        if before is None:
            connection.execute(insert(documents).values(**document_row(document), added_at_utc=store.now()))
            keep_passages(connection, document)
        else:
            _remove_machine_reading(connection, document.id)
            if renew:
                _renew_document(connection, document)
        rest = {"notes": list(coding.notes), "document": coding.document}
        connection.execute(
            insert(codings).values(
                document=document.id, coder=coding.coder, fingerprint=fingerprint, coded_at_utc=store.now(), digest=said, rest=rest
            )
        )
        _write(connection, document, coding)
        settle(connection, document.id)
        why = f"read by {coding.coder}{origin and f' from {origin}'}" + (f", in place of {before.coder}" if before else "")
        what = Kept.ADDED if before is None else Kept.REPLACED
        connection.execute(
            insert(log).values(at_utc=store.now(), who=who, what=f"coding {what}", document=document.id, why=why)
        )
        log_changes(connection, store, who, document.id, decided)
        return what


def _renew_document(connection: Connection, document: Document) -> None:
    connection.execute(update(documents).where(documents.c.id == document.id).values(**document_row(document)))
    connection.execute(delete(passages).where(passages.c.document == document.id))
    keep_passages(connection, document)


def _remove_machine_reading(connection: Connection, document_id: str) -> None:
    connection.execute(
        delete(statements).where(statements.c.document == document_id, statements.c.origin == MACHINE)
    )
    for table in (left_out, profiles, events, parties, codings):
        connection.execute(delete(table).where(table.c.document == document_id))


def _write(connection: Connection, document: Document, coding: Coding) -> None:
    unique = {s.id: statement_row(document.id, n, s) for n, s in enumerate(coding.statements)}
    if unique:
        connection.execute(insert(statements), list(unique.values()))
    if coding.left_out:
        connection.execute(
            insert(left_out),
            [
                {"document": document.id, "position": n, "text": o.text, "first": o.start, "past": o.end, "why": o.why, "detail": o.detail}
                for n, o in enumerate(coding.left_out)
            ],
        )
    if coding.profile is not None:
        body = coding.profile.model_dump(mode="json")
        connection.execute(insert(profiles).values(document=document.id, name=coding.profile.name, body=body))
    if coding.events:
        connection.execute(insert(events), [event_row(document.id, n, e) for n, e in enumerate(coding.events)])
    if party := [row for e in coding.events for row in party_rows(document.id, e)]:
        connection.execute(insert(parties), party)
