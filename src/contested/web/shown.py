"""Events as pages show them: every value with its words, its kind and where it stands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from contested.model.events import Casualty, Claim, Event, EventPlace, Party
from contested.model.spans import Evidence
from contested.model.vocabulary import Basis
from contested.report.labels import count_label, date_label, title, words
from contested.store.ask import StoredEvent

DOUBTFUL_BELOW = 0.5
KINDS = {
    "act": "act", "date": "date", "place": "place", "by": "perpetrator", "against": "target", "with": "weapon",
    "toll": "toll", "says": "position taken",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class ShownValue:
    """One value: ``id`` names it on the page, ``kind`` is one of ``KINDS``; ``note`` stands beside it."""

    id: str
    kind: str
    text: str
    note: str
    confidence: float
    evidence: tuple[Evidence, ...]

    @property
    def doubtful(self) -> bool:
        """Is it more likely wrong than right?"""
        return self.confidence < DOUBTFUL_BELOW


@dataclass(frozen=True, slots=True)
class ShownEvent:
    """One event. ``number`` counts from 0 on the page."""

    number: int
    document: str
    name: str
    event: Event
    title: str
    when: str
    values: tuple[ShownValue, ...]
    reviewed: str | None

    @property
    def toll(self) -> str:
        """The tolls in one line."""
        return ", ".join(dict.fromkeys(v.text for v in self.values if v.kind == "toll"))

    def of_kind(self, kind: str) -> tuple[ShownValue, ...]:
        """Give the values of one kind."""
        return tuple(v for v in self.values if v.kind == kind)


def show_events(found: Sequence[StoredEvent]) -> tuple[ShownEvent, ...]:
    """Prepare events for a page, numbered in their order."""
    return tuple(show_event(n, stored) for n, stored in enumerate(found))


def show_event(number: int, stored: StoredEvent) -> ShownEvent:
    """Prepare one event for a page."""
    event = stored.event
    values = tuple(
        ShownValue(f"{number}.{n}", kind, text, note, confidence, evidence)
        for n, (kind, text, note, confidence, evidence) in enumerate(_values(event))
    )
    return ShownEvent(number, stored.document, stored.name, event, title(event), date_label(event.date), values, stored.reviewed)


_Value = tuple[str, str, str, float, tuple[Evidence, ...]]


def _values(event: Event) -> Iterator[_Value]:
    date = event.date
    yield "act", words(event.action), "", event.action_confidence, event.action_evidence
    yield "date", date_label(date), "date of the report" if date.basis is Basis.REPORT else "", date.confidence, date.evidence
    if event.place:
        yield "place", place_label(event.place), place_note(event.place), event.place.confidence, event.place.evidence
    for kind, parties in (("by", event.perpetrators), ("against", event.targets), ("with", event.weapons)):
        for party in parties:
            yield kind, party.name, _as_written(party), party.confidence, party.evidence
    for toll in event.casualties:
        yield "toll", toll_label(toll), f"says {toll.asserted_by}" if toll.asserted_by else "", toll.confidence, toll.evidence
    for claim in event.claims:
        yield "says", claim.party, claim_label(claim), claim.confidence, claim.evidence


def place_label(place: EventPlace) -> str:
    """Write a place with what it lies in: "Oakford, Northshire, GB"."""
    return ", ".join(dict.fromkeys(part for part in (place.text, place.admin1, place.country) if part))


def place_note(place: EventPlace) -> str:
    """Say how finely a place is known."""
    return f"known to {place.precision.value}" if place.latitude is not None else "not in the gazetteer"


def toll_label(toll: Casualty) -> str:
    """Write a toll: "12–15 killed (police)"."""
    return f"{count_label(toll.low, toll.high)} {toll.kind.value}" + (f" ({toll.of})" if toll.of else "")


def claim_label(claim: Claim) -> str:
    """Write a position: "denies · responsibility"."""
    return f"{words(claim.stance.value)} · {words(claim.about)}"


def _as_written(party: Party) -> str:
    return f"“{party.text}”" if party.text.casefold() != party.name.casefold() else ""
