"""Values in the short words of a table."""

from __future__ import annotations

from collections.abc import Iterable

from contested.model.events import Casualty, Event, EventDate, EventPlace, Party
from contested.model.vocabulary import Basis, DatePrecision

DOUBTFUL_BELOW = 0.5


def date_words(date: EventDate) -> str:
    """Write a date as short as its precision: "2021-05-03", "2021-05", "2021-05-01 to 10", "2021"."""
    if date.start is None or date.end is None:
        return "undated"
    first, last = date.start.isoformat(), date.end.isoformat()
    whole = {DatePrecision.MONTH: 7, DatePrecision.YEAR: 4}.get(date.precision)
    if whole and first[:whole] == last[:whole]:
        words = first[:whole]
    elif first == last:
        words = first
    else:
        words = f"{first} to {last[8:] if first[:8] == last[:8] else last}"
    reported = " (reported)" if date.basis is Basis.REPORT else ""
    return words + reported + doubt_mark(date.confidence)


def doubt_mark(confidence: float) -> str:
    """Give the question mark that follows a value which is more likely wrong than right."""
    return " ?" if confidence < DOUBTFUL_BELOW else ""


def place_words(place: EventPlace | None) -> str:
    """Write a place with its division and country as far as they are known."""
    if place is None:
        return ""
    return ", ".join(dict.fromkeys(part for part in (place.name, place.admin1, place.country) if part)) + doubt_mark(place.confidence)


def party_words(parties: Iterable[Party]) -> str:
    """Write names, one after the other."""
    return "; ".join(p.name + doubt_mark(p.confidence) for p in parties)


def number_words(low: int | None, high: int | None) -> str:
    """Write a range of people: "12", "12 or more", "up to 12", "12 to 15", or "some"."""
    if low is None:
        return "some" if high is None else f"up to {high}"
    if high is None:
        return f"{low} or more"
    return str(low) if low == high else f"{low} to {high}"


def toll_words(casualties: Iterable[Casualty]) -> str:
    """Write tolls with whom they count and who says so."""
    return "; ".join(_toll(c) for c in casualties)


def _toll(casualty: Casualty) -> str:
    words = f"{number_words(casualty.low, casualty.high)} {casualty.kind.value}"
    speaker = f" ({casualty.asserted_by})" if casualty.asserted_by else ""
    return words + speaker + doubt_mark(casualty.confidence)


def action_words(event: Event) -> str:
    """Write the act; a question mark follows where the coding is doubtful."""
    total = " (total)" if event.aggregate else ""
    return event.action.replace("_", " ") + total + doubt_mark(min(event.confidence, event.action_confidence))
