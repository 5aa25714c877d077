"""Choose the stretch of text around a quotation, so that words are read in their context."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence

from contested.model.documents import Document
from contested.model.spans import Evidence

LONGEST_CHARS = 420
_SENTENCE_END = re.compile(r"[.!?…][\"'”’)\]]*\s+(?=[^\s\da-z])")
Excerpt = tuple[str, str, bool, bool]


class Excerpts:
    """Collects excerpts, each once, while the views of events and actors are made.

    ``records`` are (document, text, more before, more after); a reference "3:10:25" is the words from character 10
    to 25 of excerpt 3.
    """

    def __init__(self, documents: Mapping[str, Document]) -> None:
        self.records: list[Excerpt] = []
        self._documents = documents
        self._cuts: dict[str, list[int]] = {}
        self._known: dict[tuple[str, int, int, str], int] = {}

    def refs(self, document: str, spans: Sequence[Evidence]) -> str:
        """Give the references of spans, separated by blanks; "" for none."""
        return " ".join(self._ref(document, span) for span in spans)

    def _ref(self, document: str, span: Evidence) -> str:
        source = self._documents.get(document)
        if source is None or source.text[span.start : span.end] != span.text:
            return f"{self._index(document, 0, 0, span.text, (False, False))}:0:{len(span.text)}"
        cuts = self._cuts.setdefault(document, cut_points(source.text))
        first = bisect_right(cuts, span.start) - 1
        last = max(bisect_right(cuts, span.end - 1), first + 1)
        raw = source.text[cuts[first] : cuts[last]]
        start, end = cuts[first] + len(raw) - len(raw.lstrip()), cuts[first] + len(raw.rstrip())
        more = (_inside_line(source.text, start, -1), _inside_line(source.text, end, 1))
        index = self._index(document, start, end, source.text[start:end], more)
        return f"{index}:{span.start - start}:{span.end - start}"

    def _index(self, document: str, start: int, end: int, text: str, more: tuple[bool, bool]) -> int:
        key = (document, start, end, text if not end else "")
        if key not in self._known:
            self._known[key] = len(self.records)
            self.records.append((document, text, *more))
        return self._known[key]


def cut_points(text: str) -> list[int]:
    """Choose where a text may be cut into excerpts: at line ends, and at sentence ends in long lines.

    The first is 0 and the last the length of the text, in code points.
    """
    cuts = [0]
    start = 0
    for line in text.splitlines(keepends=True):
        if len(line) > LONGEST_CHARS:
            for match in _SENTENCE_END.finditer(line):
                if start + match.end() - cuts[-1] > LONGEST_CHARS // 2:
                    cuts.append(start + match.end())
        start += len(line)
        cuts.append(start)
    return cuts if len(cuts) > 1 else [0, 0]


def _inside_line(text: str, edge: int, step: int) -> bool:
    """Does the line go on beyond an excerpt's edge?"""
    i = edge - 1 if step < 0 else edge
    while 0 <= i < len(text) and text[i] in " \t":
        i += step
    return 0 <= i < len(text) and text[i] not in "\r\n"
