"""RSS 2.0, RDF and Atom files: one document an item."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from datetime import date
from email.utils import parsedate_to_datetime

from contested.errors import InputError
from contested.exchange.incoming.record import Found, Import, short_hash
from contested.exchange.incoming.texts import flat_html, told
from contested.reading.published import parse_date
from contested.reading.raw import Raw, Rendered

_BODIES = ("encoded", "content", "description", "summary")
_DAYS = ("pubDate", "published", "date", "updated")
_DECLARATIONS = (b"<!doctype", b"<!entity")


def is_feed(data: bytes) -> bool:
    """Do the bytes begin as a feed?"""
    head = data[:4096].lower()
    return any(tag in head for tag in (b"<rss", b"<feed", b"<rdf:rdf"))


def read_feed(data: bytes, where: str) -> Import:
    """Give a document for each item.

    Raises: InputError: it is no XML, or declares entities, which feeds do not need and attacks do.
    """
    if any(d in data[:100_000].lower() for d in _DECLARATIONS):
        raise InputError("the feed declares a document type or entities", where=where, fix="Remove the declaration.")
    try:
        root = ET.fromstring(data)
    except (ET.ParseError, LookupError, ValueError) as err:
        raise InputError(f"the XML is damaged ({err})", where=where, fix="Save the feed again.") from err
    head = next((e for e in root if _tag(e) == "channel"), root)
    publisher = _text(head, "title")
    items = [e for e in root.iter() if _tag(e) in ("item", "entry")]
    if not items:
        raise InputError("there are no items in the feed", where=where, fix="Save the feed again.")
    for number, item in enumerate(items, 1):
        yield _item(item, publisher, f"{where}: item {number}")


def _item(item: ET.Element, publisher: str | None, where: str) -> Found:
    title, body = _text(item, "title"), max((flat_html(_text(item, b) or "") for b in _BODIES), key=len)
    words = "\n\n".join(t for t in (flat_html(title) if title else "", body) if t)
    link = _link(item)
    ident = f"feed-{short_hash(_text(item, 'guid') or _text(item, 'id') or link or words, words)}"
    raw = Raw(ET.tostring(item), where, ident, ident, url=link)
    rendered = Rendered(words, "application/rss+xml", title=flat_html(title) if title else None, publisher=publisher, published=_day(item), url=link)
    return told(raw, rendered)


def _tag(element: ET.Element) -> str:
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def _text(parent: ET.Element, tag: str) -> str | None:
    found = next((e for e in parent if _tag(e) == tag), None)
    return ("".join(found.itertext()).strip() or None) if found is not None else None


def _link(item: ET.Element) -> str | None:
    links = [e for e in item if _tag(e) == "link"]
    best = next((e for e in links if e.get("rel") in (None, "alternate")), links[0] if links else None)
    found = (best.get("href") or (best.text or "").strip()) if best is not None else ""
    return found if found.startswith(("http://", "https://")) else None


def _day(item: ET.Element) -> date | None:
    for tag in _DAYS:
        words = _text(item, tag)
        if not words:
            continue
        try:
            return parsedate_to_datetime(words).date()
        except (ValueError, TypeError):
            found = parse_date(words)
            if found:
                return found
    return None
