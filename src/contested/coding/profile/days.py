"""Dates of a profile as ISO prefixes ("2024-12-29", "2011-10", "1959"); what is missing comes from the text above."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from contested.model.documents import Document
from contested.reading.headings import heading_words

_NAMES = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)"
_DAY = r"(\d{1,2})(?:st|nd|rd|th)?"
_WRITTEN = re.compile(
    rf"\b(?P<iso>\d{{4}}-\d\d(?:-\d\d)?)\b|\b{_DAY}\s+(?:of\s+)?(?P<month>{_MONTH})\b\.?(?:,?\s+(?P<year>\d{{4}}))?"
    rf"|\b(?P<us_month>{_MONTH})\.?\s+{_DAY}\b(?:,?\s+(?P<us_year>\d{{4}}))?|\b(?P<only_month>{_MONTH})\s+(?P<month_year>\d{{4}})\b"
    r"|\bthe\s+(\d{1,2})(?:st|nd|rd|th)\b|\b(?P<only_year>1[5-9]\d\d|20\d\d)\b"
)
_YEAR = re.compile(r"\b(1[5-9]\d\d|20\d\d)\b")
_MONTH_NAMED = re.compile(rf"\b({_MONTH})\b")
_LOOK_BACK = 2_000


@dataclass(frozen=True, slots=True)
class Written:
    """A date as written: offsets in the text it was read in; parts that are not told are None."""

    start: int
    end: int
    year: int | None
    month: int | None
    day: int | None

    @property
    def iso(self) -> str | None:
        """Give the prefix, where the year is known."""
        if self.year is None:
            return None
        return "-".join([f"{self.year:04}", *(f"{part:02}" for part in (self.month, self.day) if part)])


def find_dates(text: str) -> Iterator[Written]:
    """Give the dates written in a text, in order."""
    for match in _WRITTEN.finditer(text):
        if match["iso"]:
            parts = [int(p) for p in match["iso"].split("-")]
            yield Written(*match.span(), parts[0], parts[1], parts[2] if len(parts) > 2 else None)
            continue
        day = match[2] or match[6] or match[10]
        month = match["month"] or match["us_month"] or match["only_month"]
        year = match["year"] or match["us_year"] or match["month_year"] or match["only_year"]
        yield Written(*match.span(), int(year) if year else None, _number(month), int(day) if day else None)


def resolve(written: Written, document: Document, offset: int, block: int) -> str | None:
    """Give the ISO prefix of a date at ``offset`` of the document; year and month come from the text before, or the headings."""
    at = offset + written.start
    before = document.text[:at]
    month, year = written.month, written.year
    if month is None and written.day is not None:
        months = _MONTH_NAMED.findall(before[-_LOOK_BACK:])
        month = _number(months[-1]) if months else None
        if month is None:
            return None
    if year is None:
        heads = [heading_words(document.text, document.blocks[h]) for h in reversed(document.blocks[block].headings)]
        years = [y for h in heads[:-1] for y in _YEAR.findall(h)] or _YEAR.findall(before)[::-1] or [y for h in heads for y in _YEAR.findall(h)]
        year = int(years[0]) if years else None
    return Written(0, 0, year, month, written.day).iso


def _number(month: str | None) -> int | None:
    return _NAMES.index(month[:3].lower()) + 1 if month else None
