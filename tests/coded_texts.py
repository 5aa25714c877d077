"""Texts read and coded as a file would be, and what their codings say without offsets."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from contested.batch.pipeline import Pipeline
from contested.model.documents import Document
from contested.model.events import Coding
from contested.model.spans import Evidence
from contested.reading.formats import read_raw
from contested.reading.raw import Raw

_PLACED = ("id", "sha256", "document", "start_char", "evidence", "action_evidence", "confidence", "action_confidence")


def read(text: str, name: str = "report.txt") -> Document:
    """Read a text as a file of that name."""
    (found,) = read_raw(Raw(text.encode(), name, name.split(".")[0], name))
    assert isinstance(found, Document), found
    return found


def code(pipeline: Pipeline, text: str, name: str = "report.txt") -> Coding:
    """Read and code a text."""
    return pipeline.code(read(text, name))


def said(coding: Coding) -> list[Any]:
    """Give the events in the order of the text, without ids, offsets and confidence."""
    return [_bare(event.model_dump(mode="json")) for event in coding.events]


def _bare(value: Any) -> Any:
    if isinstance(value, dict):
        return {k: _bare(v) for k, v in value.items() if k not in _PLACED}
    return [_bare(v) for v in value] if isinstance(value, list) else value


def spans(value: Any) -> Iterator[tuple[int, int, str]]:
    """Give every span in a record, however deep."""
    if isinstance(value, Evidence):
        yield value.start, value.end, value.text
    elif isinstance(value, list | tuple | dict):
        for one in value.values() if isinstance(value, dict) else value:
            yield from spans(one)
    elif hasattr(type(value), "model_fields"):
        if {"start", "end", "why"} <= set(type(value).model_fields):
            yield value.start, value.end, value.text
        for name in type(value).model_fields:
            yield from spans(getattr(value, name))


def misplaced(document: Document, coding: Coding) -> list[tuple[int, int, str]]:
    """List the spans of a coding, statements included, whose words are not those of the document at their offsets."""
    return [s for s in spans(coding) if document.text[s[0] : s[1]] != s[2] or s[0] >= s[1]]
