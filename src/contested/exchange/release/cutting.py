"""Cut a document's text down to what a coding quotes, with words replaced, and find the quoted words again in it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from contested.model.events import Coding

GAP = "\n"
Stretch = tuple[int, int]


class Edit(NamedTuple):
    """A stretch of a text, and what stands in its place."""

    start: int
    end: int
    mark: str


class CutText:
    """A text after its edits, which do not overlap; knows where each position went."""

    def __init__(self, text: str, edits: Iterable[Edit]) -> None:
        self._old, self._edits = text, sorted(edits)
        pieces: list[str] = []
        self._moved: list[int] = []
        at = length = 0
        for edit in self._edits:
            pieces += [text[at : edit.start], edit.mark]
            length += edit.start - at
            self._moved.append(length)
            length, at = length + len(edit.mark), edit.end
        self.text = "".join([*pieces, text[at:]])
        self._starts = [e.start for e in self._edits]

    def holds(self, start: int, end: int, words: str) -> bool:
        """Did these words stand there in the old text?"""
        return self._old[start:end] == words

    def moved(self, start: int, end: int) -> Stretch:
        """Give where a stretch of the old text stands; one that begins or ends inside an edit takes in the whole mark."""
        return self._position(start, last=False), self._position(end, last=True)

    def _position(self, old: int, *, last: bool) -> int:
        n = bisect_right(self._starts, old - last) - 1
        if n < 0:
            return old
        edit, new = self._edits[n], self._moved[n]
        inside = old < edit.end or (last and old == edit.end)
        if inside:
            return new + (len(edit.mark) if last else 0)
        return new + len(edit.mark) + old - edit.end


def quoted(coding: Coding) -> Iterator[Stretch]:
    """Give every stretch of the text that the coding quotes."""
    return _stretches(coding.model_dump())


def _stretches(value: Any) -> Iterator[Stretch]:
    if isinstance(value, dict):
        if {"start", "end", "text"} <= value.keys():
            yield value["start"], value["end"]
        for below in value.values():
            yield from _stretches(below)
    elif isinstance(value, (list, tuple)):
        for below in value:
            yield from _stretches(below)


def cut(text: str, kept: Iterable[Stretch], edits: Sequence[Edit]) -> CutText:
    """Leave away all but the kept stretches (a line break stands for what is gone) and make the edits in them.

    An edit that reaches beyond a kept stretch is kept whole, so that no part of a replaced word shows.
    """
    told = _joined(kept, len(text))
    touching = [e for e in edits if any(e.start < end and start < e.end for start, end in told)]
    told = _joined([*told, *((e.start, e.end) for e in touching)], len(text))
    edges = [0, *(edge for stretch in told for edge in stretch), len(text)]
    gaps = [Edit(start, end, GAP) for start, end in zip(edges[::2], edges[1::2], strict=True) if start < end]
    return CutText(text, [*touching, *gaps])


def _joined(stretches: Iterable[Stretch], length: int) -> list[Stretch]:
    found: list[Stretch] = []
    for start, end in sorted((max(0, s), min(e, length)) for s, e in stretches):
        if start >= end:
            continue
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found
