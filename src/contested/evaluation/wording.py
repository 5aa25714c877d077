"""Values of a coding in short words, for the tables and pages that compare coders."""

from __future__ import annotations

from collections.abc import Iterable

from contested.evaluation.records import JudgedClaim, JudgedDate, JudgedEvent, JudgedName, JudgedPlace, JudgedToll


def event_words(event: JudgedEvent) -> str:
    """Say what an event is: act, date and place."""
    values = event.values
    parts = (values.action, date_words(values.date), place_words(values.place))
    return " ".join(p for p in parts if p)


def date_words(date: JudgedDate) -> str:
    """Write a date: "2021-05-03", "2021-05-01 to 2021-05-10" or "undated"."""
    if not date.start:
        return "undated"
    return date.start if date.start == date.end else f"{date.start} to {date.end}"


def place_words(place: JudgedPlace | None) -> str:
    """Write a place as the text has it; "" where there is none."""
    return place.text if place else ""


def names_words(names: Iterable[JudgedName]) -> str:
    """Write names, one after the other."""
    return "; ".join(n.name or "" for n in names)


def toll_words(toll: JudgedToll) -> str:
    """Write a toll: "12+ killed of soldiers, says Army"."""
    low, high = toll.low, toll.high
    number = str(low) if low == high else f"up to {high}" if low is None else f"{low}+" if high is None else f"{low}-{high}"
    whose = f" of {toll.of}" if toll.of else ""
    speaker = f", says {toll.asserted_by}" if toll.asserted_by else ""
    return f"{number} {toll.kind}{whose}{speaker}"


def claim_words(claim: JudgedClaim) -> str:
    """Write a claim: "Army denies responsibility"."""
    return " ".join(p for p in (claim.party, claim.stance, claim.about) if p)
