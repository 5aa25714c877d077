"""One event as one row of cells, in the columns that listings, GeoJSON and the tables share."""

from __future__ import annotations

from collections.abc import Sequence

from contested.exchange.cells import Cell
from contested.exchange.figures import largest, smallest, totals
from contested.exchange.schemes import names
from contested.model.events import Event
from contested.model.spans import Evidence
from contested.model.vocabulary import CasualtyKind

EVENT_COLUMNS = (
    "document", "event", "action", "date_start", "date_end", "date_precision", "date_basis", "place_text",
    "place_name", "admin1", "country", "latitude", "longitude", "place_precision", "perpetrators", "targets",
    "weapons", "killed_smallest", "killed_largest", "injured_smallest", "injured_largest", "status", "because",
    "aggregate", "confidence", "quotation",
)  # fmt: skip
CLAIM_COLUMNS = ("document", "event", "party", "stance", "about", "confidence", "quotation")
CASUALTY_COLUMNS = (
    "document", "event", "kind", "low", "high", "of", "asserted_by", "confidence", "quotation",
)  # fmt: skip


def event_row(document: str, event: Event) -> tuple[Cell, ...]:
    """Give the cells of one event, in the order of EVENT_COLUMNS."""
    killed, injured = totals(event, CasualtyKind.KILLED), totals(event, CasualtyKind.INJURED)
    return (
        document, event.id, event.action, *date_cells(event), *place_cells(event), names(event.perpetrators),
        names(event.targets), names(event.weapons), smallest(killed), largest(killed), smallest(injured),
        largest(injured), event.status.value, "; ".join(event.because), event.aggregate, round(event.confidence, 3),
        joined_words(event.evidence),
    )  # fmt: skip


def date_cells(event: Event) -> tuple[Cell, ...]:
    """Give start, end, precision and basis of an event's date."""
    return event.date.start, event.date.end, event.date.precision.value, event.date.basis.value


def place_cells(event: Event) -> tuple[Cell, ...]:
    """Give words, name, division, country, latitude, longitude and precision of an event's place; None where it has none."""
    place = event.place
    if place is None:
        return (None,) * 7
    coordinates = (place.latitude, place.longitude)
    return place.text, place.name, place.admin1, place.country, *coordinates, place.precision.value


def joined_words(spans: Sequence[Evidence]) -> str:
    """Write spans in one line, with " […] " where words between them are left away."""
    return " […] ".join(" ".join(s.text.split()) for s in spans)
