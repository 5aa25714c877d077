"""Code a report again, and explain its sentences."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from contested.assessing.trace import Trace
from contested.batch.reports import check_folders
from contested.errors import UsageError
from contested.model.documents import Document
from contested.report.why.explain import explain, sentences_of_event, sentences_on_line
from contested.report.why.records import Explanation

_WITH_LINE = re.compile(r"(?P<source>.+):(?P<line>\d+)")
_FIX = "Give a FILE, FILE:LINE, or the id of an event with --store."


class Tracer(Protocol):
    """What explaining needs of a pipeline."""

    def trace(self, document: Document) -> Trace: ...


@dataclass(frozen=True, slots=True)
class ExplainOptions:
    """Where events are looked up, and what the coder knows besides its own tables."""

    store: str
    tables: tuple[Path, ...] = ()
    gazetteer: Path | None = None


def explain_target(target: str, options: ExplainOptions) -> tuple[Explanation, ...]:
    """Explain a file, the sentences on one of its lines (FILE:LINE), or an event of the store by its id.

    Raises: UsageError: no such file, line or event. ContestedError: the file or the store cannot be read.
    """
    check_folders(options.tables)
    source, line = _split(target)
    if not _is_source(source):
        return _explain_event(target, options)
    from contested.reading.sources import read_documents

    pipeline = _load(options)
    found: list[Explanation] = []
    for document in read_documents(source):
        trace = pipeline.trace(document)
        wanted = None if line is None else sentences_on_line(trace, line)
        found.extend(explain(trace, wanted, options.tables))
    if not found:
        raise UsageError("there are no words on this line", where=target, fix="Lines are those of the text as it was read; a page of text starts with line 1.")
    return tuple(found)


def _split(target: str) -> tuple[str, int | None]:
    hit = _WITH_LINE.fullmatch(target)
    if hit is None or Path(target).exists() or not _is_source(hit["source"]):
        return target, None
    return hit["source"], int(hit["line"])


def _is_source(source: str) -> bool:
    return source == "-" or source.startswith(("http://", "https://", "wikipedia:")) or Path(source).is_file()


def _explain_event(beginning: str, options: ExplainOptions) -> tuple[Explanation, ...]:
    from contested.store.ask import events_named, find_document
    from contested.store.database import open_store

    if not Path(options.store).exists() and "://" not in options.store:
        raise UsageError("there is no such file, and no store with events", where=beginning, fix=_FIX)
    store = open_store(options.store, create=False)
    found = events_named(store, beginning)
    if len(found) != 1:
        many = ", ".join(f"{f.name}:{f.event.id}" for f in found[:5])
        raise UsageError(f"{len(found)} events have an id that begins so", where=beginning, fix=f"Choose one: {many}." if found else _FIX)
    document = find_document(store, found[0].document)
    if document is None:
        raise UsageError("the store does not hold the document of this event", where=beginning, fix="Code the report again.")
    trace = _load(options).trace(document)
    told = sentences_of_event(trace, found[0].event.id)
    return explain(trace, told or _evident(trace, [(e.start, e.end) for e in found[0].event.evidence]), options.tables)


def _evident(trace: Trace, spans: Sequence[tuple[int, int]]) -> tuple[int, ...]:
    """Find the sentences that told an event which the present coder makes no more."""
    return tuple(s.index for s in trace.analysis.sentences if any(s.start < end and start < s.end for start, end in spans))


def _load(options: ExplainOptions) -> Tracer:
    from contested.batch.pipeline import load_pipeline

    return load_pipeline(tables=options.tables, gazetteer=options.gazetteer)
