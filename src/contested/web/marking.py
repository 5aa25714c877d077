"""Mark the words of a document that coded values stand on, as HTML in which nothing of the document can act."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup, escape

from contested.model.documents import Block, BlockKind, Document
from contested.web.shown import ShownEvent

_TAGS = {BlockKind.TITLE: "h2", BlockKind.HEADING: "h3"}


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of text on which the same values stand. ``values`` are their ids, ``events`` numbers of those telling it."""

    start: int
    end: int
    kinds: tuple[str, ...]
    values: tuple[str, ...]
    events: tuple[str, ...]


def marked_text(document: Document, events: Sequence[ShownEvent], within: tuple[int, int] | None = None) -> Markup:
    """Write the blocks of a document as HTML with marks; only the blocks that touch ``within``, if it is given.

    A sentence carries the numbers of the events that it tells in ``data-e``, a mark the ids of its values in ``data-v``.
    Every block says in ``data-p`` where it begins, so that words selected in it are found in the text.
    """
    segments = segments_of(events)
    starts = [s.start for s in segments]
    blocks = document.blocks or (Block(BlockKind.PARAGRAPH, 0, len(document.text)),)
    chosen = [b for b in blocks if within is None or (b.start < within[1] and within[0] < b.end)]
    return Markup("\n".join(_block(document.text, block, segments, starts) for block in chosen))


def segments_of(events: Sequence[ShownEvent]) -> list[Segment]:
    """Cut the marked text where marks begin and end, so that marks that overlap never need to nest."""
    edges: dict[int, list[tuple[bool, str, str]]] = {}
    for start, end, kind, mark in _marks(events):
        edges.setdefault(start, []).append((True, kind, mark))
        edges.setdefault(end, []).append((False, kind, mark))
    found: list[Segment] = []
    active: dict[tuple[str, str], int] = {}
    last = 0
    for position in sorted(edges):
        if active:
            found.append(_segment(last, position, active))
        for begins, kind, mark in edges[position]:
            active[kind, mark] = active.get((kind, mark), 0) + (1 if begins else -1)
            if not active[kind, mark]:
                del active[kind, mark]
        last = position
    return found


def _marks(events: Sequence[ShownEvent]) -> Iterator[tuple[int, int, str, str]]:
    for shown in events:
        for span in shown.event.evidence:
            if span.start < span.end:
                yield span.start, span.end, "", str(shown.number)
        for value in shown.values:
            for span in value.evidence:
                if span.start < span.end:
                    yield span.start, span.end, value.kind, value.id


def _segment(start: int, end: int, active: dict[tuple[str, str], int]) -> Segment:
    kinds = tuple(dict.fromkeys(kind for kind, _ in active if kind))
    values = tuple(mark for kind, mark in active if kind)
    return Segment(start, end, kinds, values, tuple(mark for kind, mark in active if not kind))


def _block(text: str, block: Block, segments: Sequence[Segment], starts: Sequence[int]) -> str:
    tag = _TAGS.get(block.kind, "p")
    inside = "".join(_pieces(text, block, segments, starts))
    return f'<{tag} dir="auto" class="{block.kind.value}" data-p="{block.start}">{inside}</{tag}>'


def _pieces(text: str, block: Block, segments: Sequence[Segment], starts: Sequence[int]) -> Iterator[str]:
    at = block.start
    told: tuple[str, ...] = ()
    for n in range(max(0, bisect_right(starts, block.start) - 1), len(segments)):
        segment = segments[n]
        if segment.start >= block.end:
            break
        start, end = max(segment.start, block.start), min(segment.end, block.end)
        if start >= end:
            continue
        yield from _turn(told, segment.events, text[at:start])
        told, at = segment.events, end
        yield _piece(text[start:end], segment)
    yield from _turn(told, (), text[at : block.end])


def _turn(told: tuple[str, ...], next_told: tuple[str, ...], between: str) -> Iterator[str]:
    """End a sentence and begin another, unless the same events are told on without words between."""
    if told == next_told and not between:
        return
    if told:
        yield "</span>"
    yield str(escape(between))
    if next_told:
        yield f'<span data-e="{" ".join(next_told)}">'


def _piece(words: str, segment: Segment) -> str:
    if not segment.values:
        return str(escape(words))
    kinds = " ".join([f"k-{kind}" for kind in segment.kinds])
    return f'<mark class="{kinds}" data-v="{" ".join(segment.values)}">{escape(words)}</mark>'
