"""The entries of a log that open with a bare day and month: "07/09 06:40 KELDA. ..."."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date

from contested.mentions.times.intervals import Interval, safe_date
from contested.model.documents import BlockKind, Document

_ENTRY = re.compile(r"\W{0,3}((\d{1,2})([/.])(\d{1,2})(?:\3(\d{2}|\d{4}))?)(?=[,:]?\s+(?:\d{1,2}[:.h]\d{2}|\d{4}\b|[A-Z]|(?:late|early|morning|noon|afternoon|evening|night|dawn|near)\b))")
_FEWEST = 2
_KINDS = (BlockKind.PARAGRAPH, BlockKind.ITEM)


def entry_days(document: Document, period: Interval | None, closing: date | None) -> Mapping[int, tuple[int, int, date]]:
    """Give for each entry, by block, where its day stands (start and end, offsets) and the day itself.

    Day and month are read in the order in which all entries are dates and lie in the ``period`` that the head gives, or
    else the day first. Nothing where fewer than two blocks open so, or where neither period nor ``closing`` gives a year.
    """
    opened = {n: m for n, b in enumerate(document.blocks) if b.kind in _KINDS and (m := _ENTRY.match(document.text, b.start, b.end))}
    head = period.first if period else closing
    if len(opened) < _FEWEST or head is None:
        return {}
    for day_first in (True, False):
        days = {n: _day(m, head.year, day_first) for n, m in opened.items()}
        found = {n: (opened[n].start(1), opened[n].end(1), d) for n, d in days.items() if d and (not period or period.first <= d <= period.last)}
        if len(found) == len(opened):
            return found
    return {}


def _day(match: re.Match[str], year: int, day_first: bool) -> date | None:
    first, second = int(match[2]), int(match[4])
    stated = int(match[5]) if match[5] else year
    full = stated if stated >= 100 else 2000 + stated if stated < 70 else 1900 + stated
    return safe_date(full, second, first) if day_first else safe_date(full, first, second)
