"""PDF -> plain text, page after page; refused where it holds pictures of text only."""

from __future__ import annotations

import io
import logging
import re
from collections.abc import Iterator
from itertools import pairwise

from contested.errors import InputError
from contested.reading.raw import MAX_BYTES, Raw, Rendered, too_large

_MIN_CHARS_A_PAGE = 20
_SPACES = re.compile(r"[ \t\u00a0]+")
_PAGE_NUMBER = re.compile(r"^(?:page\s+)?\d{1,4}(?:\s*(?:/|of)\s*\d{1,4})?$", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.!?:;][\"”’)\]]*$")
_HYPHENATED = re.compile(r"[a-z]-$")


def read_pdf(raw: Raw) -> Rendered:
    """Read the text of a PDF, lines joined to paragraphs and page numbers dropped.

    Raises: InputError: damaged, encrypted, or without text (pages are pictures).
    """
    from pypdf import PdfReader
    from pypdf.errors import DependencyError, PyPdfError

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        reader = PdfReader(io.BytesIO(raw.data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise InputError("the PDF is locked with a password", where=raw.where, fix="Save a copy without one.")
        pages = list(_bounded((page.extract_text() for page in reader.pages), raw.where))
        title = (reader.metadata.title if reader.metadata else None) or None
    except InputError:
        raise
    except (PyPdfError, DependencyError, ValueError, KeyError, TypeError, AttributeError, RecursionError, OverflowError, IndexError) as err:
        raise InputError("the PDF is damaged", where=raw.where, fix="Save it anew, or give its text.") from err
    if sum(len(page.strip()) for page in pages) < _MIN_CHARS_A_PAGE:
        raise InputError("the PDF holds no text, only pictures of pages", where=raw.where, fix="Run OCR on it first.")
    return Rendered("\n\n".join("\n".join(_paragraphs(page)) for page in pages) + "\n", "application/pdf", title)


def _bounded(pages: Iterator[str], where: str) -> Iterator[str]:
    size = 0
    for page in pages:
        size += len(page)
        if size > MAX_BYTES:
            raise too_large(where)
        yield page


def _paragraphs(page: str) -> Iterator[str]:
    """Join the lines that a page's width broke; a short line or an empty one ends a paragraph."""
    lines = [_SPACES.sub(" ", line).strip() for line in page.splitlines()]
    lines = [line for line in lines if not _PAGE_NUMBER.match(line)]
    width = max((len(line) for line in lines), default=0)
    open_line = ""
    for line, after in pairwise([*lines, ""]):
        open_line = f"{open_line[:-1]}{line}" if _HYPHENATED.search(open_line) else f"{open_line} {line}".strip()
        full = len(line) > 0.7 * width and not (_SENTENCE_END.search(line) and len(line) < 0.85 * width)
        if not (line and after and (full or after[:1].islower())):
            yield open_line
            open_line = ""
