"""Take out whole rows: those of a document, or of an event and of what only its sentences tell."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from sqlalchemy import Connection, select

from contested.errors import UsageError
from contested.linking.across.records import Ref
from contested.store.expunging.returning import mark_of
from contested.store.expunging.rewriting import Rewriting, mask_spans, replace_strings
from contested.store.expunging.tables import Row, tables_of
from contested.store.schema import documents, events, parties

Spans = list[tuple[int, int]]
_DOCUMENT_COLUMNS = ("document", "left_document", "right_document", "original")
_OF_TEXT = frozenset({"documents", "passages", "codings", "profiles", "log"})
_OF_NAMES = frozenset({"actor_links", "actor_pairs"})
_LEAST = 8


def remove_document(connection: Connection, document: str, rewriting: Rewriting) -> None:
    """Remove a document with all that was made and decided of it; in merges and the log its mark stands for its id and name."""
    row = connection.execute(select(documents.c.name, documents.c.sha256).where(documents.c.id == document)).one()
    mark = mark_of(row.sha256)

    def of_it(table: str, row: Row) -> bool:
        return row["id"] == document if table == "documents" else table != "log" and document in [row.get(c) for c in _DOCUMENT_COLUMNS]

    borne = _names_borne(connection, document)
    _remove(connection, of_it, rewriting)
    _remove_identities(connection, borne, rewriting)
    named = [f"{re.escape(document)}(?=:)", *(re.escape(w) for w in (row.name, document) if "." in w or len(w) >= _LEAST)]
    pattern = re.compile(rf"(?<!\w)(?:{'|'.join(named)})(?!\w)")
    _blank_reasons(connection, lambda row: row["document"] == document or (row["what"].startswith("link") and pattern.search(row["why"])), rewriting)
    replace_strings(connection, lambda text: mark if text == document else pattern.sub(mark, text), rewriting)


def remove_event(connection: Connection, event: Ref, rewriting: Rewriting) -> None:
    """Remove an event, the sentences that tell it, and whatever else stands in no other sentence.

    Raises: UsageError: there is no such event.
    """
    body = connection.scalar(select(events.c.body).where(events.c.document == event.document, events.c.id == event.event))
    if body is None:
        raise UsageError(f"there is no event {event}", fix="Write it as DOCUMENT:EVENT; contested link --format json lists them.")
    spans = _spans(body["evidence"])
    told = connection.execute(select(events.c.id, events.c.body).where(events.c.document == event.document)).all()
    gone = {event.event, *(row.id for row in told if _inside(_spans(row.body["evidence"]), spans))}

    def of_it(table: str, row: Row) -> bool:
        refs = [(row.get(f"{side}document"), row.get(f"{side}event")) for side in ("", "left_", "right_")]
        if table in _OF_TEXT or not any(document == event.document for document, _ in refs):
            return False
        named = any(document == event.document and one in gone for document, one in refs)
        return named or (table == "events" and row["id"] in gone) or _told_only_here(table, row, gone, spans)

    reasons = {row["why"] for t in tables_of(connection) if t.name in ("decisions", "merges") for row in t.rows() if of_it(t.name, row)}
    borne = _names_borne(connection, event.document)
    _remove(connection, of_it, rewriting)
    _remove_identities(connection, borne, rewriting)
    _blank_reasons(connection, lambda row: row["document"] == event.document and _tells(row, reasons, gone), rewriting)
    mask_spans(connection, event.document, spans, rewriting)


def _told_only_here(table: str, row: Row, gone: Iterable[str], spans: Spans) -> bool:
    if table == "statements":
        return row["subject"] in gone or _inside(_spans(row["evidence"]), spans)
    if table == "decisions":
        return _inside([(start, end) for start, end in row["spans"]], spans)
    return table == "left_out" and _inside([(row["first"], row["past"])], spans)


def _tells(row: Row, reasons: Iterable[str], gone: Iterable[str]) -> bool:
    return row["why"] in reasons or any(one in row["why"] for one in gone) or any(row["why"].endswith(f": {reason}") for reason in reasons if reason)


def _spans(evidence: Iterable[dict[str, int]]) -> Spans:
    return [(e["start"], e["end"]) for e in evidence]


def _inside(inner: Spans, outer: Spans) -> bool:
    return bool(inner) and all(any(start <= s and e <= end for start, end in outer) for s, e in inner)


def _remove(connection: Connection, goes: Callable[[str, Row], bool], rewriting: Rewriting) -> None:
    for table in tables_of(connection):
        rows = [row for row in table.rows() if goes(table.name, row)]
        for row in rows:
            table.remove(row)
        rewriting.counts[table.name] += len(rows)


def _names_borne(connection: Connection, document: str) -> frozenset[str]:
    return frozenset(connection.scalars(select(parties.c.name).where(parties.c.document == document).distinct()))


def _remove_identities(connection: Connection, borne: frozenset[str], rewriting: Rewriting) -> None:
    """Remove what was decided of names that no event bears any more, and what the log tells of it."""
    gone = borne - frozenset(connection.scalars(select(parties.c.name).where(parties.c.name.in_(borne)).distinct()))
    if gone:
        _remove(connection, lambda table, row: table in _OF_NAMES and bool(gone & {row["left"], row["right"]}), rewriting)
        _blank_reasons(connection, lambda row: row["what"].startswith("actors") and any(name in row["why"] for name in gone), rewriting)


def _blank_reasons(connection: Connection, tells: Callable[[Row], object], rewriting: Rewriting) -> None:
    """Take the reasons out of lines of the log: who did what and when stays."""
    (table,) = (t for t in tables_of(connection) if t.name == "log")
    for row in [row for row in table.rows() if tells(row)]:
        table.put(row, row | {"why": ""})
        rewriting.counts["log"] += 1
