"""DOCX -> plain text in the one shape: styles give title and headings; table rows one a line."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from typing import Any

from contested.errors import InputError
from contested.reading.raw import MAX_BYTES, Raw, Rendered

_MAX_UNPACKED = 4 * MAX_BYTES
_SPACES = re.compile(r"\s+")
_FIX = "Save it anew as .docx, or give its text."


def read_word(raw: Raw) -> Rendered:
    """Read a Word document.

    Raises: InputError: it is another kind of archive, damaged, or unpacks to an absurd size (a zip bomb).
    """
    _require_sane_archive(raw)
    from docx import Document as open_document

    try:
        document = open_document(io.BytesIO(raw.data))
        lines = list(_lines(document))
    except Exception as err:  # python-docx lets the errors of zipfile, lxml and its own parts through
        raise InputError("the Word document is damaged", where=raw.where, fix=_FIX) from err
    title = next((line.strip("= ") for line in lines if line.startswith("= ")), None) or document.core_properties.title or None
    return Rendered("\n".join(lines) + "\n", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", title)


def _require_sane_archive(raw: Raw) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(raw.data)) as archive:
            entries = archive.infolist()
    except (zipfile.BadZipFile, ValueError, OSError) as err:
        raise InputError("the archive is damaged", where=raw.where, fix=_FIX) from err
    if "word/document.xml" not in {e.filename for e in entries}:
        raise InputError("it is an archive, not a Word document", where=raw.where, fix="Unpack it and give its files.")
    size = sum(e.file_size for e in entries)
    if size > _MAX_UNPACKED or (size > 1_000_000 and size > 150 * max(1, len(raw.data))):
        raise InputError(f"it unpacks to {size // 1_000_000} MB", where=raw.where, fix="Do not open files from strangers; give its text.")


def _lines(document: Any) -> Iterator[str]:
    from docx.table import Table

    for part in document.iter_inner_content():
        if isinstance(part, Table):
            yield from (f"| {' | '.join(_clean(cell.text) for cell in row.cells)} |" for row in part.rows)
        elif words := _clean(part.text):
            yield from _paragraph(words, (part.style.name or "") if part.style is not None else "")


def _paragraph(words: str, style: str) -> Iterator[str]:
    if style == "Title":
        yield from (f"= {words} =", "")
    elif style.startswith("Heading") and style[-1:].isdigit():
        mark = "=" * min(6, int(style[-1]) + 1)
        yield from ("", f"{mark} {words} {mark}")
    elif style.startswith("List"):
        yield f"- {words}"
    else:
        yield from (words, "")


def _clean(words: str) -> str:
    return _SPACES.sub(" ", words).strip()
