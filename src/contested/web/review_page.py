"""One decision a screen: an event beside its text, with all that can be decided about it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from starlette.responses import HTMLResponse

from contested.assessing.parting import FIELDS
from contested.model.documents import Document
from contested.model.events import Event
from contested.model.vocabulary import CasualtyKind, DatePrecision, PlacePrecision, Property
from contested.report.labels import words
from contested.resources import read_table
from contested.store.ask import StoredEvent
from contested.store.recoding import ACTION_COLUMNS
from contested.store.verdicts import Decision
from contested.web.marking import marked_text
from contested.web.pages import page
from contested.web.shown import ShownEvent, claim_label, show_event, toll_label

AROUND_CHARS = 500
MOST_TO_JOIN = 40
_WORDS_SHOWN = 90
_BOTH = frozenset({Property.PERPETRATOR, Property.TARGET, Property.WEAPON})


@dataclass(frozen=True, slots=True)
class Place:
    """Where a review goes on: addresses of the next event, the next but this one, and of any event by its id."""

    next: str
    skip: str
    event: str
    round: int | None = None


@dataclass(frozen=True, slots=True)
class PartedValue:
    """A value in the dialog that splits an event: its key, its words, and where it goes unless somebody says otherwise."""

    key: str
    kind: str
    text: str
    part: str


def review_page(
    found: StoredEvent, document: Document, others: Sequence[StoredEvent], place: Place, *, who: str, counts: Mapping[str, int],
    decisions: Sequence[Decision],
) -> HTMLResponse:  # fmt: skip
    """Show an event for review; ``others`` are the events of its document, ``decisions`` those about it."""
    shown = show_event(0, found)
    return page(
        "review.html.j2", shown=shown, document=document, text=marked_text(document, (shown,), around(document, (shown,))), counts=counts,
        place=place, decisions=decisions, who=who, parts_of=list(_parts(found.event)), others=_nearest(found, others), **choices(),
    )  # fmt: skip


def choices() -> dict[str, Any]:
    """Give the closed lists that the dialogs choose from."""
    return {
        "actions": read_table("actions.csv", ACTION_COLUMNS), "date_precisions": list(DatePrecision),
        "place_precisions": list(PlacePrecision), "toll_kinds": list(CasualtyKind),
    }  # fmt: skip


def around(document: Document, shown: Sequence[ShownEvent]) -> tuple[int, int]:
    """Choose the stretch of text to show: all that the events stand on, and some before and after it."""
    spans = [e for one in shown for e in (one.event.evidence or [e for v in one.values for e in v.evidence])]
    if not spans:
        return 0, min(len(document.text), 4 * AROUND_CHARS)
    return max(0, min(e.start for e in spans) - AROUND_CHARS), max(e.end for e in spans) + AROUND_CHARS


def _parts(event: Event) -> list[PartedValue]:
    return [
        PartedValue(f"{prop}.{n}", "sentence" if prop is Property.TOLD else prop.value, _text(prop, value), "both" if prop in _BOTH else "first")
        for prop, field in FIELDS.items()
        for n, value in enumerate(getattr(event, field))
    ]


def _text(prop: Property, value: Any) -> str:
    match prop:
        case Property.CASUALTY:
            return toll_label(value) + (f", says {value.asserted_by}" if value.asserted_by else "")
        case Property.CLAIM:
            return f"{value.party} {claim_label(value)}"
        case Property.TOLD:
            text: str = value.text
            return text if len(text) <= _WORDS_SHOWN else f"{text[:_WORDS_SHOWN]}…"
    return words(str(value.name))


def _nearest(found: StoredEvent, others: Sequence[StoredEvent]) -> list[ShownEvent]:
    """Choose the events that this one could be joined to: those told nearest to it first."""
    rest = [o for o in others if o.event.id != found.event.id and o.reviewed != "rejected"]
    here = _start(found.event)
    return [show_event(n, o) for n, o in enumerate(sorted(rest, key=lambda o: abs(_start(o.event) - here))[:MOST_TO_JOIN])]


def _start(event: Event) -> int:
    return min((e.start for e in event.evidence), default=0)
