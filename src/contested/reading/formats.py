"""Which format the bytes are in, and the documents in them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from enum import StrEnum
from pathlib import PurePath

from contested.errors import InputError
from contested.model.documents import Document
from contested.reading.build import build_document
from contested.reading.encoding import decode
from contested.reading.jsonlines import read_json
from contested.reading.pages import read_page
from contested.reading.pdf import read_pdf
from contested.reading.raw import Raw, Rendered
from contested.reading.wikitext import read_wikitext
from contested.reading.word import read_word


class Format(StrEnum):
    """A format that can be read; the value is its name for users."""

    TEXT = "text"
    HTML = "html"
    WIKITEXT = "wikitext"
    PDF = "pdf"
    WORD = "docx"
    JSON = "json"


_ENDINGS = {
    ".htm": Format.HTML, ".html": Format.HTML, ".xhtml": Format.HTML, ".json": Format.JSON, ".jsonl": Format.JSON,
    ".md": Format.TEXT, ".markdown": Format.TEXT, ".mediawiki": Format.WIKITEXT, ".ndjson": Format.JSON,
    ".txt": Format.TEXT, ".text": Format.TEXT, ".wiki": Format.WIKITEXT, ".wikitext": Format.WIKITEXT, ".mw": Format.WIKITEXT,
}  # fmt: skip
_MEDIA_TYPES = {
    "application/json": Format.JSON, "application/x-ndjson": Format.JSON, "application/jsonl": Format.JSON,
    "application/xhtml+xml": Format.HTML, "text/html": Format.HTML, "text/x-wiki": Format.WIKITEXT,
}  # fmt: skip
_HTML = re.compile(rb"^\s*(?:<!--.{0,500}?-->\s*)?(?:<\?xml[^>]{0,200}>\s*)?<(?:!doctype\s+html|html)\b", re.IGNORECASE | re.DOTALL)
_WIKITEXT = re.compile(rb"^\{\{\s*infobox\b|^'''[^'\n]{2,100}'''.*\[\[", re.IGNORECASE | re.MULTILINE)
_JSON = re.compile(rb'^\s*(?:\[\s*)?\{\s*"')
_LEGACY = {b"\xd0\xcf\x11\xe0": "an old Word or Office file", b"{\\rtf": "an RTF file", b"\x1f\x8b": "a gzip archive"}
_SNIFFED = 4096


def read_raw(raw: Raw) -> Iterator[Document | InputError]:
    """Give the documents in the bytes of a source; one that cannot be read is an error in its place."""
    try:
        if not raw.data.strip():
            raise InputError("it is empty", where=raw.where, fix="Give a file with a report in it.")
        found = find_format(raw)
        if found is Format.JSON:
            yield from read_json(raw, _json_text(raw))
        else:
            yield build_document(raw, _READERS[found](raw))
    except InputError as err:
        yield err


def find_format(raw: Raw) -> Format:
    """Tell the format by what the bytes begin with, then by the media type, then by the ending of the name.

    Raises: InputError: a known format that cannot be read; says what to save it as.
    """
    for start, what in _LEGACY.items():
        if raw.data.startswith(start):
            raise InputError(f"it is {what}", where=raw.where, fix="Save it as .docx, .pdf or .txt.")
    if b"%PDF-" in raw.data[:1024]:
        return Format.PDF
    if raw.data.startswith(b"PK\x03\x04"):
        return Format.WORD
    head = raw.data[:_SNIFFED].removeprefix(b"\xef\xbb\xbf")
    ending = _ENDINGS.get(PurePath(raw.name).suffix.lower())
    if ending in (None, Format.TEXT):
        return _MEDIA_TYPES.get(raw.media_type) or _sniffed(head, ending)
    return ending


def _sniffed(head: bytes, ending: Format | None) -> Format:
    if _HTML.match(head):
        return Format.HTML
    if _WIKITEXT.search(head):
        return Format.WIKITEXT
    return Format.JSON if ending is None and _JSON.match(head) else Format.TEXT


def _read_text(raw: Raw) -> Rendered:
    markdown = raw.name.lower().endswith((".md", ".markdown"))
    return Rendered(decode(raw.data, raw.where, raw.encoding), "text/markdown" if markdown else "text/plain")


def _json_text(raw: Raw) -> str:
    """Decode JSON; bytes that are not UTF-8 stay visible, so that only their own line is refused."""
    if raw.data.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\0" in raw.data[:_SNIFFED]:
        return decode(raw.data, raw.where)
    return raw.data.decode("utf-8-sig", "surrogateescape")


_READERS: Mapping[Format, Callable[[Raw], Rendered]] = {
    Format.TEXT: _read_text, Format.HTML: read_page, Format.WIKITEXT: read_wikitext, Format.PDF: read_pdf, Format.WORD: read_word,
}  # fmt: skip
