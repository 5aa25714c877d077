"""HTML page -> plain text in the one shape, with the page's title, site and date; scripts and navigation dropped."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

from contested.errors import InputError
from contested.reading.encoding import decode
from contested.reading.raw import Raw, Rendered

_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)")
_NEVER_OPEN = frozenset(
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr", "p", "li", "td", "th", "tr", "dt", "dd", "option", "tbody", "thead", "tfoot"]
)
_MAX_DEPTH = 1_000
_SPACES = re.compile(r"\s+")
_CHARSET = re.compile(rb"<meta[^>]{0,200}charset=[\"']?([\w-]{2,20})", re.IGNORECASE)
_FIX = "Save the article's text as a .txt file."


def read_page(raw: Raw) -> Rendered:
    """Read the article of a page.

    Raises: InputError: the tags are nested too deep to be a page, or there is no article in it.
    """
    said = _CHARSET.search(raw.data[:4096])
    html = decode(raw.data, raw.where, raw.encoding or (said[1].decode("ascii") if said else None))
    if _depth(html) > _MAX_DEPTH:
        raise InputError(f"its tags are nested more than {_MAX_DEPTH} deep", where=raw.where, fix=_FIX)
    page = _extract(html, raw.url)
    lines = list(_body_lines(page.body, page.title)) if page is not None else []
    if not any(line and not line.startswith("==") for line in lines):
        raise InputError("there is no article text in the page", where=raw.where, fix=_FIX)
    title = _clean(page.title or "") or None
    text = "\n".join([f"= {title} =", "", *lines] if title else lines) + "\n"
    return Rendered(text, "text/html", title, page.sitename or page.hostname, _day(page.date), page.url or raw.url)


def _depth(html: str) -> int:
    """Count how deep the tags are nested at most; one pass."""
    depth = deepest = 0
    for match in _TAG.finditer(html):
        if match[2].lower() not in _NEVER_OPEN:
            depth = max(0, depth - 1) if match[1] else depth + 1
            deepest = max(deepest, depth)
            if deepest > _MAX_DEPTH:
                return deepest
    return deepest


def _extract(html: str, url: str | None) -> Any:
    """Let trafilatura find the article; None where there is none or the page cannot be parsed."""
    import trafilatura

    dates = {"extensive_search": False, "original_date": True, "max_date": "2100-01-01"}
    return trafilatura.bare_extraction(
        html, url=url, with_metadata=True, include_comments=False, include_tables=True, date_extraction_params=dates
    )


def _body_lines(body: Any, title: str | None) -> Iterator[str]:
    """Render the article: headings, one paragraph a line, list items, rows of tables."""
    for part in body:
        words = _clean(" ".join(part.itertext())) if part.tag not in ("list", "table") else ""
        if part.tag == "head":
            if words and words != title:
                yield from ("", f"{_mark(part)} {words} {_mark(part)}")
        elif part.tag == "list":
            yield from (f"- {item}" for child in part if (item := _clean(" ".join(child.itertext()))))
        elif part.tag == "table":
            rows = (" | ".join(_clean(" ".join(cell.itertext())) for cell in row) for row in part.iter("row"))
            yield from (f"| {row} |" for row in rows if row.strip(" |"))
        elif words:
            yield words


def _mark(head: Any) -> str:
    level = (head.get("rend") or "h2")[-1:]
    return "=" * min(6, max(2, int(level))) if level.isdigit() else "=="


def _clean(words: str) -> str:
    return _SPACES.sub(" ", words).strip()


def _day(words: str | None) -> date | None:
    try:
        return date.fromisoformat(words[:10]) if words else None
    except ValueError:
        return None
