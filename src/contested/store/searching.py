"""Search the words of documents, and the names of actors, places and documents."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Connection, and_, func, inspect, literal_column, nulls_last, or_, select, text

from contested.store.ask import NOT_REJECTED
from contested.store.database import Store
from contested.store.rows import folded
from contested.store.schema import documents, events, parties
from contested.store.view_schema import PASSAGE_WORDS, passages

_WORD = re.compile(r'"([^"]+)"|([^\s"]+)')
_OPEN, _CLOSE = "\x02", "\x03"
_AROUND_CHARS, _SNIPPET_WORDS = 90, 30


@dataclass(frozen=True, slots=True)
class FoundName:
    """A name, and in how many events it stands; ``country`` is that of a place."""

    name: str
    events: int
    country: str | None = None


@dataclass(frozen=True, slots=True)
class FoundDocument:
    """A document whose title, name or publisher holds the words."""

    document: str
    title: str
    publisher: str | None


@dataclass(frozen=True, slots=True)
class FoundPassage:
    """A passage of a document that holds the words. ``parts`` are its text in pieces, each with whether it is a found word."""

    document: str
    title: str
    first: int
    past: int
    beginning: str
    parts: tuple[tuple[str, bool], ...]


@dataclass(frozen=True, slots=True)
class FoundPassages:
    """The best passages, and how many there are."""

    total: int
    passages: tuple[FoundPassage, ...]


def search_actors(store: Store, wanted: str, most: int = 10) -> tuple[FoundName, ...]:
    """Give names of parties that hold all the words, those in most events first."""
    p = parties.c
    held = [p.folded.contains(folded(word), autoescape=True) for word in _words(wanted)]
    query = select(p.name, func.count()).where(*held).group_by(p.name).order_by(func.count().desc(), p.name).limit(most)
    with store.reading() as connection:
        return tuple(FoundName(*row) for row in connection.execute(query)) if held else ()


def search_places(store: Store, wanted: str, most: int = 10) -> tuple[FoundName, ...]:
    """Give places of events whose name holds all the words, those of most events first."""
    e = events.c
    held = [func.lower(e.place).contains(word.lower(), autoescape=True) for word in _words(wanted)]
    query = (
        select(e.place, func.count(), e.country).where(NOT_REJECTED, *held).group_by(e.place, e.country)
        .order_by(func.count().desc(), e.place).limit(most)
    )  # fmt: skip
    with store.reading() as connection:
        return tuple(FoundName(*row) for row in connection.execute(query)) if held else ()


def search_documents(store: Store, wanted: str, most: int = 10) -> tuple[FoundDocument, ...]:
    """Give documents whose title, name or publisher holds all the words, the latest published first."""
    d = documents.c
    held = [or_(*(func.lower(c).contains(word.lower(), autoescape=True) for c in (d.title, d.name, d.publisher))) for word in _words(wanted)]
    query = select(d.id, func.coalesce(d.title, d.name), d.publisher).where(*held).order_by(nulls_last(d.published.desc()), d.name).limit(most)
    with store.reading() as connection:
        return tuple(FoundDocument(*row) for row in connection.execute(query)) if held else ()


def search_passages(store: Store, wanted: str, most: int = 20) -> FoundPassages:
    """Give the passages that hold all the words: words in quotation marks stand together, the last may be the beginning of one.

    Case and, in SQLite, marks over letters make no difference. The best come first where the database ranks them.
    """
    words = _words(wanted)
    if not words:
        return FoundPassages(0, ())
    with store.reading() as connection:
        indexed = connection.dialect.name == "sqlite" and inspect(connection).has_table(PASSAGE_WORDS)
        return _ranked(connection, _match(wanted), most) if indexed else _scanned(connection, words, most)


def _words(wanted: str) -> list[str]:
    found = (together or word for together, word in _WORD.findall(wanted))
    return [word for word in found if any(c.isalnum() for c in word)]


def _match(wanted: str) -> str:
    """Write the words for FTS5: each between quotation marks, so that no sign in them means anything."""
    words = [f'"{word}"' for word in _words(wanted)]
    open_ended = not wanted.rstrip().endswith('"') and wanted == wanted.rstrip()
    return " ".join([*words[:-1], f"{words[-1]}*" if open_ended else words[-1]])


def _ranked(connection: Connection, match: str, most: int) -> FoundPassages:
    total = connection.execute(text(f"SELECT count(*) FROM {PASSAGE_WORDS} WHERE {PASSAGE_WORDS} MATCH :match"), {"match": match}).scalar() or 0
    snippet: ColumnElement[str] = literal_column(f"snippet({PASSAGE_WORDS}, 0, char(2), char(3), '…', {_SNIPPET_WORDS})").label("snippet")
    found = (
        select(literal_column("rowid").label("id"), snippet).select_from(text(PASSAGE_WORDS)).where(text(f"{PASSAGE_WORDS} MATCH :match"))
        .order_by(text("rank")).limit(most).subquery()
    )  # fmt: skip
    query = (
        select(passages, found.c.snippet, func.coalesce(documents.c.title, documents.c.name).label("title"))
        .join_from(found, passages, passages.c.id == found.c.id).join(documents, documents.c.id == passages.c.document)
    )  # fmt: skip
    rows = connection.execute(query, {"match": match}).all()
    return FoundPassages(total, tuple(FoundPassage(r.document, r.title, r.first, r.past, r.words[:80], _parts(r.snippet)) for r in rows))


def _parts(snippet: str) -> tuple[tuple[str, bool], ...]:
    pieces = re.split(f"{_OPEN}([^{_CLOSE}]*){_CLOSE}", snippet)
    return tuple((piece, n % 2 == 1) for n, piece in enumerate(pieces) if piece)


def _scanned(connection: Connection, words: Sequence[str], most: int) -> FoundPassages:
    """Look through all passages, for databases without an index of words."""
    held: ColumnElement[bool] = and_(*(func.lower(passages.c.words).contains(word.lower(), autoescape=True) for word in words))
    total = connection.scalar(select(func.count()).select_from(passages).where(held)) or 0
    query = (
        select(passages, func.coalesce(documents.c.title, documents.c.name).label("title"))
        .join(documents, documents.c.id == passages.c.document).where(held).order_by(passages.c.id).limit(most)
    )  # fmt: skip
    rows = connection.execute(query).all()
    return FoundPassages(total, tuple(FoundPassage(r.document, r.title, r.first, r.past, r.words[:80], _cut(r.words, words)) for r in rows))


def _cut(passage: str, words: Sequence[str]) -> tuple[tuple[str, bool], ...]:
    """Cut the stretch around the first found word into pieces."""
    found = re.compile("|".join(re.escape(word) for word in words), re.IGNORECASE)
    first = found.search(passage)
    start = max(0, first.start() - _AROUND_CHARS) if first else 0
    end = (first.end() if first else 0) + _AROUND_CHARS
    shown = ("…" if start else "") + passage[start:end] + ("…" if end < len(passage) else "")
    return _parts(found.sub(lambda match: f"{_OPEN}{match[0]}{_CLOSE}", shown))
