"""Events as a page shows them: every value with its words and the references of its quotations."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from contested.assessing.policies.deriving import derive
from contested.assessing.policies.reading import own_policies
from contested.exchange.figures import largest, totals
from contested.exchange.geojson import is_coarse, radius_km
from contested.linking.across.records import Ref, Telling
from contested.model.events import Casualty, Claim, Coding, Event, Party
from contested.model.vocabulary import Basis, CasualtyKind
from contested.report.excerpts import Excerpts
from contested.report.labels import count_label, date_label, spread_label, title, toll_kinds, words
from contested.report.matrix import Matrix, build_matrix


@dataclass(frozen=True, slots=True)
class ValueView:
    """One value: its words, a remark beside it, and the references of its quotations ("" where it has none)."""

    text: str
    refs: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class EventView:
    """One event of the page. ``number`` counts from 0 in the order of the page; ``sort_date`` is ISO 8601 or ""."""

    number: int
    document: str
    act: str
    title: str
    date: ValueView
    sort_date: str
    place: ValueView | None
    perpetrators: tuple[ValueView, ...]
    targets: tuple[ValueView, ...]
    weapons: tuple[ValueView, ...]
    toll: str
    deaths: int
    tolls: tuple[ValueView, ...]
    claims: tuple[ValueView, ...]
    matrix: Matrix
    status: str
    because: tuple[str, ...]
    aggregate: bool
    doubtful: bool
    refs: str
    search: str
    point: dict[str, Any]


DOUBTFUL_BELOW = 0.5


def view_event(number: int, coding: Coding, event: Event, excerpts: Excerpts) -> EventView:
    """Prepare one event; its quotations are collected in ``excerpts``."""
    document = coding.document
    when = date_label(event.date)
    note = "date of the report" if event.date.basis is Basis.REPORT else ""
    people = [*event.perpetrators, *event.targets]
    searched = [event.action, when, *(p.name for p in people), *(c.party for c in event.claims), event.status.value]
    place = event.place
    return EventView(
        number=number,
        document=document,
        act=words(event.action),
        title=title(event),
        date=ValueView(when, excerpts.refs(document, event.date.evidence), note),
        sort_date=event.date.start.isoformat() if event.date.start else "",
        place=_place(event, excerpts, document),
        perpetrators=tuple(_party(p, excerpts, document) for p in event.perpetrators),
        targets=tuple(_party(p, excerpts, document) for p in event.targets),
        weapons=tuple(_party(p, excerpts, document) for p in event.weapons),
        toll=", ".join(f"{spread_label(totals(event, k))} {k.value}" for k in toll_kinds(event)),
        deaths=largest(totals(event, CasualtyKind.KILLED)) or 0,
        tolls=tuple(_toll(c, excerpts, document) for c in event.casualties),
        claims=tuple(_claim(c, excerpts, document) for c in event.claims),
        matrix=build_matrix(event, document, excerpts),
        status=event.status.value,
        because=event.because,
        aggregate=event.aggregate,
        doubtful=event.confidence < DOUBTFUL_BELOW,
        refs=excerpts.refs(document, event.evidence or event.action_evidence),
        search=" ".join([*searched, *([place.text, place.name, place.admin1 or ""] if place else [])]).casefold(),
        point=_point(number, event),
    )  # fmt: skip


def _place(event: Event, excerpts: Excerpts, document: str) -> ValueView | None:
    place = event.place
    if place is None:
        return None
    wider = [part for part in (place.admin1, place.country) if part and part != place.text]
    found = place.latitude is not None
    note = f"known to {place.precision.value}" if found else "not in the gazetteer"
    return ValueView(", ".join([place.text, *wider]), excerpts.refs(document, place.evidence), note)


def _party(party: Party, excerpts: Excerpts, document: str) -> ValueView:
    note = f"“{party.text}”" if party.text.casefold() != party.name.casefold() else ""
    return ValueView(party.name, excerpts.refs(document, party.evidence), note)


def _toll(toll: Casualty, excerpts: Excerpts, document: str) -> ValueView:
    of = f" ({toll.of})" if toll.of else ""
    text = f"{count_label(toll.low, toll.high)} {toll.kind.value}{of}"
    return ValueView(text, excerpts.refs(document, toll.evidence), f"says {toll.asserted_by}" if toll.asserted_by else "")


def _claim(claim: Claim, excerpts: Excerpts, document: str) -> ValueView:
    return ValueView(
        claim.party, excerpts.refs(document, claim.evidence), f"{words(claim.stance.value)} · {words(claim.about)}"
    )


def _figures(event: Event) -> dict[str, tuple[int | None, int | None, int | None]] | None:
    """Give low, best and high of the killed by each of the program's policies; None where nobody gives a number."""
    telling = (Telling(Ref("", event.id), event),)
    made = {policy.name: derive(telling, policy) for policy in own_policies()} if event.casualties else {}
    return {name: (d.low, d.best, d.high) for name, d in made.items() if d.accounts} or None


def _point(number: int, event: Event) -> dict[str, Any]:
    """Give what map and timeline draw: the dates, and the point with the radius in km that it stands for."""
    place, date = event.place, event.date
    found = place if place and place.latitude is not None and place.longitude is not None else None
    return {
        "n": number, "t": title(event), "s": event.status.value, "from": str(date.start) if date.start else None,
        "to": str(date.end) if date.end else None, "label": date_label(date), "place": place.name if place else "",
        "lat": found.latitude if found else None, "lon": found.longitude if found else None, "km": radius_km(place), "coarse": is_coarse(place),
        "k": _figures(event),
    }  # fmt: skip
