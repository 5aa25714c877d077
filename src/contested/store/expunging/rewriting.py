"""Put blocks in the place of words in every row of a store, and let quotations say what the texts then have."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from sqlalchemy import Connection

from contested.store.expunging.masking import Words, change_strings, mask, original_anew, quoted_anew
from contested.store.expunging.tables import Row, TableRows, tables_of

_NAMING = frozenset({"merges", "log"})
_OFFSETS = {"left_out": "text", "passages": "words"}


@dataclass(frozen=True, slots=True)
class Rewriting:
    """What was done so far: rows changed or removed by table, documents with another text."""

    counts: Counter[str]
    documents: list[str]


def mask_words(connection: Connection, words: Words, rewriting: Rewriting) -> None:
    """Mask words wherever they stand: texts, names, ids, codings, decisions, reasons, the log."""
    texts = {r["id"]: mask(r["text"], spans) for r in _documents(connection) if (spans := words.spans(r["text"]))}
    rewriting.documents.extend(words.masked(one) for one in texts)
    _change_all(connection, texts, lambda value: change_strings(value, words.masked), rewriting)


def mask_spans(connection: Connection, document: str, spans: list[tuple[int, int]], rewriting: Rewriting) -> None:
    """Mask some spans of a document's text, and whatever quotes them."""
    texts = {r["id"]: mask(r["text"], spans) for r in _documents(connection) if r["id"] == document}
    rewriting.documents.extend(texts)
    _change_all(connection, texts, lambda value: value, rewriting)


def replace_strings(connection: Connection, change: Callable[[str], str], rewriting: Rewriting) -> None:
    """Change strings in the tables whose rows name documents of others: merges and the log."""
    _change_all(connection, {}, lambda value: change_strings(value, change), rewriting, _NAMING)


def _documents(connection: Connection) -> list[Row]:
    (table,) = (t for t in tables_of(connection) if t.name == "documents")
    return list(replace(table, columns=("id", "text"), json_columns=frozenset()).rows())


def _change_all(
    connection: Connection, texts: Mapping[str, str], change: Callable[[object], object], rewriting: Rewriting, only: frozenset[str] = frozenset()
) -> None:
    for table in tables_of(connection):
        if only and table.name not in only:
            continue
        changed = [(row, after) for row in table.rows() if (after := _changed(table, row, texts, change)) != row]
        for before, after in changed:
            table.put(before, after)
        rewriting.counts[table.name] += len(changed)


def _changed(table: TableRows, row: Row, texts: Mapping[str, str], change: Callable[[object], object]) -> Row:
    document = row["id"] if table.name == "documents" else row.get("document")
    text = texts.get(document) if isinstance(document, str) else None
    after = dict(row)
    if text is not None:
        after = {c: quoted_anew(v, text) if c in table.json_columns else v for c, v in row.items()}
        if table.name == "documents":
            after["text"] = text
        if table.name in _OFFSETS:
            after[_OFFSETS[table.name]] = text[row["first"] : row["past"]]
        if table.name == "statements":
            after["original"] = original_anew(row, after)
    return {c: change(v) for c, v in after.items()}
