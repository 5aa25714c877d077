"""PDF -> plain text, page after page; refused where it holds pictures of text only."""

from __future__ import annotations

import io
import logging
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from contested.errors import InputError
from contested.reading.raw import MAX_BYTES, Raw, Rendered, too_large

_MIN_CHARS_A_PAGE = 20
_SPACES = re.compile(r"[ \t\u00a0]+")
_PAGE_NUMBER = re.compile(r"^(?:page\s+)?\d{1,4}(?:\s*(?:/|of)\s*\d{1,4})?$", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.!?:;][\"”’)\]]*$")
_NUMBER = re.compile(r"\d+")
_NO_TITLE = re.compile(r"$|about:blank$|untitled|microsoft (?:word|powerpoint)|.*\.(?:docx?|rtf|odt|indd|pdf|tmp|qxd)$|[\d\W]+$", re.IGNORECASE)
_EDGE = 3
_RUNNING_PAGES, _RUNNING_SHARE = 3, 0.2
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
    lines = list(_without_running_lines([_lines(page) for page in pages]))
    return Rendered("\n".join(_paragraphs(lines)).rstrip("\n") + "\n", "application/pdf", None if _NO_TITLE.match(title or "") else title)


def _bounded(pages: Iterator[str], where: str) -> Iterator[str]:
    size = 0
    for page in pages:
        size += len(page)
        if size > MAX_BYTES:
            raise too_large(where)
        yield page


def _lines(page: str) -> list[str]:
    lines = [_SPACES.sub(" ", line).strip() for line in page.splitlines()]
    return [line for line in lines if not _PAGE_NUMBER.match(line)]


def _without_running_lines(pages: Sequence[list[str]]) -> Iterator[list[str]]:
    """Drop the heads and feet that pages repeat, whatever numbers stand in them."""
    often = Counter(key for lines in pages for key in {_NUMBER.sub("#", line) for line in _edges(lines)})
    least = max(_RUNNING_PAGES, len(pages) * _RUNNING_SHARE)
    running = {key for key, n in often.items() if n >= least}
    for lines in pages:
        first, last = 0, len(lines)
        while first < min(last, _EDGE) and _NUMBER.sub("#", lines[first]) in running:
            first += 1
        while last > max(first, len(lines) - _EDGE) and _NUMBER.sub("#", lines[last - 1]) in running:
            last -= 1
        yield lines[first:last]


def _edges(lines: list[str]) -> list[str]:
    return [line for line in (*lines[:_EDGE], *lines[-_EDGE:]) if line]


def _paragraphs(pages: Sequence[list[str]]) -> Iterator[str]:
    """Join the lines that a page's width broke, also over the end of a page; a short line or an empty one ends a paragraph."""
    open_line = ""
    for lines, following in pairwise([*pages, []]):
        width = max((len(line) for line in lines), default=0)
        over = next((line for line in following if line), "")
        for n, (line, after) in enumerate(pairwise([*lines, over])):
            open_line = f"{open_line[:-1]}{line}" if _HYPHENATED.search(open_line) else f"{open_line} {line}".strip()
            ended = _SENTENCE_END.search(line) is not None
            full = len(line) > 0.7 * width and not (ended and (len(line) < 0.85 * width or n == len(lines) - 1))
            if not (line and after and (full or after[:1].islower())):
                yield open_line
                open_line = ""
        if not open_line:
            yield ""
