"""Bellingcat's auto-archiver: its CSV (status, metadata, media) or its spreadsheet's; archive address and hash are kept."""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from contested.errors import InputError
from contested.exchange.incoming.record import Found, Import, Incoming, Remark, short_hash
from contested.exchange.incoming.sheet import Sheet, SheetRow
from contested.exchange.incoming.texts import flat_html, told
from contested.reading.published import parse_date
from contested.reading.raw import Raw, Rendered

PROGRAM_COLUMNS = frozenset({"status", "metadata", "media"})
_NAMES: Mapping[str, tuple[str, ...]] = {
    "url": ("url", "link", "source_url"), "text": ("text_content", "content", "text", "textual_content"),
    "title": ("upload_title", "title"), "published": ("upload_timestamp", "timestamp", "upload_date"),
    "archive": ("archive_location", "archive_url", "cdn_url", "archive"), "hash": ("hash", "sha256", "archive_hash"),
}  # fmt: skip
_MOMENT = re.compile(r"datetime\.datetime\((\d+), (\d+), (\d+)[^()]*(?:\([^()]*\)[^()]*)?\)")
_HASH = re.compile(r"(?:sha-?256\s*:\s*)?([0-9a-f]{64})", re.IGNORECASE)


def is_auto_archiver(sheet: Sheet) -> bool:
    """Does a table have the columns of the program, or those of its spreadsheet?"""
    columns = set(sheet.columns)
    return columns >= PROGRAM_COLUMNS or (bool(columns & set(_NAMES["url"])) and bool(columns & set(_NAMES["archive"])))


def read_auto_archiver(sheet: Sheet) -> Import:
    """Give a document for each archived page with words; those without are counted in a remark."""
    wordless = 0
    for row in sheet.rows():
        if isinstance(row, InputError):
            yield row
            continue
        try:
            values = _program_values(row) if row.cells.keys() >= PROGRAM_COLUMNS else _sheet_values(row)
        except InputError as err:
            yield err
            continue
        if values["text"] or values["title"]:
            yield _document(row, values)
        else:
            wordless += 1
    if wordless:
        yield Remark(sheet.where, f"{wordless} archived pages have no words and were left away")


def _sheet_values(row: SheetRow) -> dict[str, str]:
    return {value: next((row[c] for c in columns if row[c]), "") for value, columns in _NAMES.items()}


def _program_values(row: SheetRow) -> dict[str, str]:
    metadata, media = _literal(row, "metadata", {}), _literal(row, "media", [])
    first = next((m for m in media if isinstance(m, dict)), {}) if isinstance(media, list) else {}
    if not isinstance(metadata, dict):
        raise InputError("the column 'metadata' holds no record", where=row.where, fix="Give the file as auto-archiver wrote it.")
    addresses = first.get("urls") or [metadata.get("_archive_url") or ""]
    digest = (first.get("properties") or {}).get("hash") or metadata.get("hash") or ""
    return {
        "url": str(metadata.get("url") or ""), "text": str(metadata.get("content") or ""), "title": str(metadata.get("title") or ""),
        "published": str(metadata.get("timestamp") or ""), "archive": str(addresses[0]), "hash": str(digest),
    }  # fmt: skip


def _literal(row: SheetRow, column: str, empty: Any) -> Any:
    """Read a cell that holds JSON, or a record as that program's language writes it; no code is run."""
    words = row[column]
    if not words:
        return empty
    try:
        return json.loads(words)
    except ValueError:
        plain = _MOMENT.sub(lambda m: f"'{int(m[1]):04d}-{int(m[2]):02d}-{int(m[3]):02d}'", words)
    try:
        return ast.literal_eval(plain)
    except (ValueError, SyntaxError, MemoryError, RecursionError) as err:
        raise InputError(f"the column '{column}' cannot be read", where=row.where, fix="Give the file as auto-archiver wrote it.") from err


def _document(row: SheetRow, values: Mapping[str, str]) -> Found:
    title, text = values["title"], flat_html(values["text"]) if "<" in values["text"] else values["text"]
    words = text if title and text.startswith(title) else "\n\n".join(w for w in (title, text) if w)
    ident = f"archived-{short_hash(values['url'], words)}"
    raw = Raw("\x1f".join(row.cells.values()).encode("utf-8", "surrogatepass"), row.where, ident, ident, url=values["url"] or None)
    found = told(raw, Rendered(words, "text/plain", title=title or None, published=_day(values["published"]), url=values["url"] or None))
    if not isinstance(found, Incoming):
        return found
    digest = _HASH.search(values["hash"])
    archived = replace(found.document, archive_url=values["archive"] or None, archive_sha256=digest.group(1).lower() if digest else None)
    return Incoming(archived)


def _day(words: str) -> date | None:
    return parse_date(words) if words else None
