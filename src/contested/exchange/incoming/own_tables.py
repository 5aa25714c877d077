"""The project's own tables (CSV, SQLite, Parquet) read back as documents and codings."""

from __future__ import annotations

import csv
import sqlite3
from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from contested.exchange.incoming.record import Import, Incoming
from contested.exchange.incoming.sheet import plain_cell
from contested.exchange.sqlite import FILE
from contested.exchange.tables import CASUALTIES, CLAIMS, DOCUMENTS, EVENTS, EVIDENCE
from contested.model.documents import Document
from contested.model.events import Casualty, Claim, Coding, Event, EventDate, EventPlace, Party
from contested.model.spans import Evidence

Row = Mapping[str, str]
Rows = dict[str, list[Row]]
_READ = (DOCUMENTS, EVENTS, CLAIMS, CASUALTIES, EVIDENCE)


def read_own_tables(folder: Path, layout: str) -> Import:
    """Give the documents and codings of an export of layout csv, croissant, sqlite or parquet.

    Tables hold no texts, profiles and kinds of parties, nor what was left out; everything else comes back as it was.
    """
    tables = {t.name: list(_rows(folder, layout, t.name)) for t in _READ}
    events: Rows = defaultdict(list)
    for row in tables[EVENTS.name]:
        events[row["document_id"]].append(row)
    parts = {t.name: _by(tables[t.name], "row" if t is EVIDENCE else "event_id") for t in (CLAIMS, CASUALTIES, EVIDENCE)}
    for row in tables[DOCUMENTS.name]:
        document = _document(row)
        coded = tuple(_event(e, {name: rows.get(e["id"], []) for name, rows in parts.items()}) for e in events[row["id"]])
        yield Incoming(document, Coding(document=document.name, sha256=document.sha256, coder=row["coder"], events=coded))


def _rows(folder: Path, layout: str, table: str) -> Iterator[Row]:
    if layout == "sqlite":
        connection = sqlite3.connect(f"{(folder / FILE).resolve().as_uri()}?mode=ro", uri=True)
        try:
            connection.row_factory = sqlite3.Row
            yield from (_plain(dict(r)) for r in connection.execute(f'SELECT * FROM "{table}" ORDER BY rowid'))
        finally:
            connection.close()
    elif layout == "parquet":
        import duckdb

        with duckdb.connect(":memory:") as memory:
            result = memory.execute("SELECT * FROM read_parquet(?)", [str(folder / f"{table}.parquet")])
            names = [d[0] for d in result.description or ()]
            yield from (_plain(dict(zip(names, r, strict=True))) for r in result.fetchall())
    else:
        with (folder / f"{table}.csv").open(encoding="utf-8", newline="") as file:
            yield from ({k: plain_cell(v) for k, v in r.items()} for r in csv.DictReader(file))


def _plain(row: Mapping[str, Any]) -> Row:
    return {k: "" if v is None else str(v).lower() if isinstance(v, bool) else str(v) for k, v in row.items()}


def _by(rows: list[Row], column: str) -> Rows:
    found: Rows = defaultdict(list)
    for row in rows:
        found[row[column]].append(row)
    return found


def _document(row: Row) -> Document:
    return Document(
        id=row["id"], name=row["name"], text="", sha256=row["sha256"], title=row["title"] or None, publisher=row["publisher"] or None,
        published=_day(row["published"]), language=row["language"], url=row["url"] or None, archive_url=row["archive_url"] or None,
    )  # fmt: skip


def _event(row: Row, parts: Mapping[str, list[Row]]) -> Event:
    words = _Words(parts[EVIDENCE.name])
    return Event.model_validate(
        {
            "id": row["event"], "action": row["action"], "action_evidence": words.of("action"), "date": _date(row, words), "place": _place(row, words),
            "perpetrators": _parties(row["perpetrators"], "perpetrator", words), "targets": _parties(row["targets"], "target", words),
            "weapons": _parties(row["weapons"], "weapon", words), "casualties": [_toll(r, words) for r in parts[CASUALTIES.name]],
            "claims": [_claim(r, words) for r in parts[CLAIMS.name]], "status": row["status"],
            "because": [b for b in row["because"].split("; ") if b], "aggregate": row["aggregate"] in ("true", "1"),
            "confidence": float(row["confidence"]), "evidence": words.of("event"),
        }
    )  # fmt: skip


class _Words:
    """The spans of an event by what they tell."""

    def __init__(self, rows: list[Row]) -> None:
        self._rows = rows

    def of(self, field: str, **cells: str) -> tuple[Evidence, ...]:
        """Give the spans of a field, of the rows with these cells."""
        wanted = (r for r in self._rows if r["field"] == field and all(r[c] == v for c, v in cells.items()))
        return tuple(Evidence(start=int(r["start"]), end=int(r["end"]), text=r["quotation"]) for r in wanted)


def _date(row: Row, words: _Words) -> EventDate:
    given = {"start": _day(row["date_start"]), "end": _day(row["date_end"]), "precision": row["date_precision"], "basis": row["date_basis"]}
    return EventDate.model_validate(given | {"evidence": words.of("date")})


def _place(row: Row, words: _Words) -> EventPlace | None:
    if not row["place_name"]:
        return None
    degrees = {c: float(row[c]) if row[c] else None for c in ("latitude", "longitude")}
    given = {"text": row["place_text"], "name": row["place_name"], "admin1": row["admin1"] or None, "country": row["country"] or None}
    return EventPlace.model_validate(given | degrees | {"precision": row["place_precision"], "evidence": words.of("place")})


def _parties(names: str, field: str, words: _Words) -> list[Party]:
    found = [(name, words.of(field, value=name)) for name in names.split("; ") if name]
    return [Party(name=name, text=spans[0].text if spans else name, evidence=spans) for name, spans in found]


def _toll(row: Row, words: _Words) -> Casualty:
    low, high = (int(row[c]) if row[c] else None for c in ("low", "high"))
    given = {"kind": row["kind"], "low": low, "high": high, "of": row["of"] or None, "asserted_by": row["asserted_by"] or None}
    spans = words.of(row["kind"], value=f"{row['low']}-{row['high']}", speaker=row["asserted_by"])
    return Casualty.model_validate(given | {"confidence": float(row["confidence"]), "evidence": spans})


def _claim(row: Row, words: _Words) -> Claim:
    given = {"party": row["party"], "stance": row["stance"], "about": row["about"], "confidence": float(row["confidence"])}
    return Claim.model_validate(given | {"evidence": words.of("claim", value=row["about"], speaker=row["party"], stance=row["stance"])})


def _day(words: str) -> date | None:
    return date.fromisoformat(words) if words else None
