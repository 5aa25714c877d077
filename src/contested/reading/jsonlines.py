"""JSON lines, or a JSON array, of documents: {"id", "title", "date", "text", "url", "publisher"}."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import date
from typing import Any

from contested.errors import InputError
from contested.model.documents import Document
from contested.reading.build import build_document
from contested.reading.published import parse_date
from contested.reading.raw import Raw, Rendered

_FIELDS = ("id", "title", "date", "text", "url", "publisher")
_SHAPE = 'Each document is {"id", "title", "date", "text", "url", "publisher"}; only "text" must be there.'
_BETWEEN = re.compile(r"[\s,]*")


def read_json(raw: Raw, text: str) -> Iterator[Document | InputError]:
    """Give each document, or the error that names its line; a bad one costs the others nothing."""
    pieces = _array_pieces(raw, text) if text.lstrip().startswith("[") else _line_pieces(raw, text)
    any_piece = False
    for number, line, piece in pieces:
        any_piece = True
        yield piece if isinstance(piece, InputError) else _read_piece(raw, number, line, piece)
    if not any_piece:
        yield InputError("there are no documents in it", where=raw.where, fix=_SHAPE)


def _line_pieces(raw: Raw, text: str) -> Iterator[tuple[int, int, str | InputError]]:
    """Cut JSON lines apart: (number of the document, its line, its words)."""
    stripped = text.strip()
    if _is_one_object(stripped):
        yield 1, 1, stripped
        return
    number = 0
    for line, words in enumerate(text.split("\n"), 1):
        if words.strip():
            number += 1
            yield number, line, words.strip()


def _is_one_object(text: str) -> bool:
    """Is the whole text a single JSON object, written over several lines?"""
    if "\n" not in text or not text.startswith("{"):
        return False
    first = text.split("\n", 1)[0]
    if first.rstrip().endswith("}"):
        return False
    try:
        return isinstance(json.loads(text), dict)
    except (ValueError, RecursionError):
        return False


def _array_pieces(raw: Raw, text: str) -> Iterator[tuple[int, int, str | InputError]]:
    """Cut an array apart, object by object; after an object that cannot be read the rest is lost."""
    decoder, number, line = json.JSONDecoder(), 0, 1
    at, counted = text.index("[") + 1, 0
    while True:
        match = _BETWEEN.match(text, at)
        at = match.end() if match else at
        line += text.count("\n", counted, at)
        counted = at
        if text.startswith("]", at):
            return
        number += 1
        try:
            _, end = decoder.raw_decode(text, at)
        except (ValueError, RecursionError):
            yield number, line, _damaged(raw, line)
            return
        yield number, line, text[at:end]
        at = end


def _damaged(raw: Raw, line: int) -> InputError:
    return InputError("the JSON is damaged or cut off", where=f"{raw.where}:{line}", fix="Repair or remove that line.")


def _read_piece(raw: Raw, number: int, line: int, piece: str) -> Document | InputError:
    where = f"{raw.where}:{line}"
    try:
        record = json.loads(piece)
    except (ValueError, RecursionError):
        return _damaged(raw, line)
    try:
        return _document(raw, number, where, record, piece)
    except InputError as err:
        return err


def _document(raw: Raw, number: int, where: str, record: Any, piece: str) -> Document:
    if not isinstance(record, dict) or not isinstance(record.get("text"), str):
        raise InputError('there is no "text"', where=where, fix=_SHAPE)
    values: dict[str, str | None] = {name: _words(record.get(name), name, where) for name in _FIELDS}
    ident = values["id"] or f"{raw.id}-{number}"
    own = Raw(piece.encode("utf-8", "surrogatepass"), where, ident, f"{raw.name}#{ident}", url=values["url"])
    rendered = Rendered(
        record["text"], "application/json", values["title"], values["publisher"], _published(values["date"], where), values["url"]
    )
    return build_document(own, rendered)


def _words(value: Any, name: str, where: str) -> str | None:
    if value is None or value == "":
        return None
    if isinstance(value, int) and name == "id":
        return str(value)
    if not isinstance(value, str):
        raise InputError(f'"{name}" is not a string', where=where, fix=_SHAPE)
    return value


def _published(words: str | None, where: str) -> date | None:
    if words is None:
        return None
    day = parse_date(words)
    if day is None:
        raise InputError(f'"date" is {words[:40]!r}, not a day', where=where, fix="Write it as 2024-03-05, or leave it out.")
    return day
