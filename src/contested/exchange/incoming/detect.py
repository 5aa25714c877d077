"""Which format a file is in, and what it gives."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

from contested.errors import InputError
from contested.exchange.incoming.acled_file import NEEDED as ACLED_NEEDED
from contested.exchange.incoming.acled_file import read_acled
from contested.exchange.incoming.auto_archiver import is_auto_archiver, read_auto_archiver
from contested.exchange.incoming.feeds import is_feed, read_feed
from contested.exchange.incoming.inception import is_inception, read_inception
from contested.exchange.incoming.label_studio import is_label_studio, read_label_studio
from contested.exchange.incoming.own import read_own
from contested.exchange.incoming.record import Import, Incoming
from contested.exchange.incoming.sheet import Sheet, read_sheet
from contested.exchange.incoming.telegram import is_telegram, read_telegram
from contested.exchange.incoming.ucdp_file import NEEDED as UCDP_NEEDED
from contested.exchange.incoming.ucdp_file import read_ucdp
from contested.exchange.ucdp import COLUMNS as UCDP_COLUMNS
from contested.model.documents import Document
from contested.reading.formats import read_raw
from contested.reading.raw import Raw

_FIX = "Give an ACLED or UCDP GED file, a Telegram export, a feed, auto-archiver's CSV, annotations, JSON lines, or a folder that was exported."


class ImportFormat(StrEnum):
    """A format that can be imported; AUTO tells it by the file."""

    AUTO = "auto"
    ACLED = "acled"
    UCDP = "ucdp"
    TELEGRAM = "telegram"
    FEED = "feed"
    AUTO_ARCHIVER = "auto-archiver"
    LABEL_STUDIO = "label-studio"
    INCEPTION = "inception"
    DOCUMENTS = "documents"
    OWN = "own"


@dataclass(frozen=True, slots=True)
class _Json:
    format: ImportFormat
    fits: Callable[[Any], bool]


_JSON_FORMATS = (
    _Json(ImportFormat.TELEGRAM, is_telegram), _Json(ImportFormat.LABEL_STUDIO, is_label_studio), _Json(ImportFormat.INCEPTION, is_inception),
)  # fmt: skip


def read_import(path: Path, format: ImportFormat = ImportFormat.AUTO, coder: str | None = None) -> Import:
    """Read a file or exported folder.

    Args:   coder: the name for the coder of what is coded already; else the file's own, or the data set's name.
    Raises: InputError: the file cannot be opened or is in no known format.
    """
    if path.is_dir():
        yield from read_own(path)
        return
    try:
        data = path.read_bytes()
    except OSError as err:
        raise InputError(f"it cannot be opened ({(err.strerror or str(err)).lower()})", where=str(path), fix="Check the path.") from err
    if not data.strip():
        raise InputError("it is empty", where=str(path), fix=_FIX)
    if format is ImportFormat.FEED or (format is ImportFormat.AUTO and is_feed(data)):
        yield from read_feed(data, str(path))
    elif path.suffix.lower() in (".json", ".jsonl", ".ndjson") or format in (ImportFormat.DOCUMENTS, *(j.format for j in _JSON_FORMATS)):
        yield from _read_json(path, data, format, coder)
    else:
        yield from _read_sheet(read_sheet(data, str(path), columns_without_header=UCDP_COLUMNS), format, coder)


def _read_json(path: Path, data: bytes, format: ImportFormat, coder: str | None) -> Import:
    value = _parsed(data)
    found = next((j.format for j in _JSON_FORMATS if format in (ImportFormat.AUTO, j.format) and j.fits(value)), None)
    if found is None and format not in (ImportFormat.AUTO, ImportFormat.DOCUMENTS):
        raise InputError(f"it is no {format.value} file", where=str(path), fix=_FIX)
    if found is ImportFormat.TELEGRAM:
        yield from read_telegram(value, str(path))
    elif found is ImportFormat.LABEL_STUDIO:
        yield from read_label_studio(value, str(path), coder)
    elif found is ImportFormat.INCEPTION:
        yield from read_inception(value, str(path), coder)
    else:
        for item in read_raw(Raw(data, str(path), path.stem, path.name)):
            yield Incoming(item) if isinstance(item, Document) else item


def _parsed(data: bytes) -> Any:
    """Give the JSON value, None for JSON lines and damaged files, which the reader of documents tells apart."""
    try:
        return json.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        return None


def _read_sheet(sheet: Sheet, format: ImportFormat, coder: str | None) -> Import:
    kind = _sheet_format(sheet) if format is ImportFormat.AUTO else format
    if kind is ImportFormat.ACLED:
        return read_acled(sheet, coder or "ACLED")
    if kind is ImportFormat.UCDP:
        return read_ucdp(sheet, coder or "UCDP GED")
    if kind is ImportFormat.AUTO_ARCHIVER:
        return read_auto_archiver(sheet)
    raise InputError("the columns are of no known layout", where=f"{sheet.where}:1", fix=_FIX)


def _sheet_format(sheet: Sheet) -> ImportFormat | None:
    """Tell a layout by most of its columns, so that one that is missing can be named."""
    columns = set(sheet.columns)
    shares = ((len(columns & set(n)) / len(n), f) for n, f in ((ACLED_NEEDED, ImportFormat.ACLED), (UCDP_NEEDED, ImportFormat.UCDP)))
    share, best = max(shares)
    if share >= 0.6:
        return best
    return ImportFormat.AUTO_ARCHIVER if is_auto_archiver(sheet) else None
