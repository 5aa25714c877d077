"""Measure linking on a set of documents with gold: the program beside three simple rules."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from contested.evaluation.clusters import Agreement, b_cubed, grouped_by, pairwise
from contested.linking.across.clustering import groups_of
from contested.linking.across.comparing import distance_km
from contested.linking.across.copies import Text, find_copies
from contested.linking.across.link import LinkResources, link_tellings
from contested.linking.across.names import words_of
from contested.linking.across.records import Ref, Telling
from contested.linking.across.tables import LinkTables
from contested.model.events import Event, EventPlace
from contested.model.spans import Evidence

WINDOW_KM, WINDOW_DAYS = 5.0, 1
Group = tuple[Ref, ...]


@dataclass(frozen=True, slots=True)
class LinkingSet:
    """Texts, the gold events that they tell, and the right groups of them."""

    texts: tuple[Text, ...]
    events: tuple[Telling, ...]
    groups: tuple[Group, ...]


@dataclass(frozen=True, slots=True)
class Scored:
    """How one way of grouping did."""

    name: str
    pairs: Agreement
    items: Agreement


def read_set(folder: Path) -> LinkingSet:
    """Read documents.jsonl, gold.jsonl and clusters.json of a folder."""
    documents = [json.loads(line) for line in (folder / "documents.jsonl").read_text(encoding="utf-8").splitlines()]
    golds = [json.loads(line) for line in (folder / "gold.jsonl").read_text(encoding="utf-8").splitlines()]
    clusters: dict[str, list[list[str]]] = json.loads((folder / "clusters.json").read_text(encoding="utf-8"))
    texts = tuple(Text(d["id"], d["text"], date.fromisoformat(d["date"])) for d in documents)
    tellings = [Telling(Ref(g["document"], e["id"]), _event(e)) for g in golds for e in g["events"]]
    return LinkingSet(texts, with_copies(tellings, texts), tuple(tuple(Ref(*m) for m in group) for group in clusters.values()))


def with_copies(tellings: Iterable[Telling], texts: Sequence[Text]) -> tuple[Telling, ...]:
    """Note which tellings stand in a text that repeats another."""
    copied = {c.document: c.original for c in find_copies(texts)}
    return tuple(Telling(t.ref, t.event, copied.get(t.ref.document)) for t in tellings)


def _event(plain: Mapping[str, Any]) -> Event:
    """Make an event of gold: names alone stand for parties."""
    parties = {role: [{"name": n, "text": n} for n in plain[role]] for role in ("perpetrators", "targets", "weapons")}
    place = {"name": plain["place"]["text"], **plain["place"]} if plain["place"] else None
    kept = {k: plain[k] for k in ("id", "action", "date", "casualties", "claims", "status", "evidence")}
    return Event.model_validate({**kept, **parties, "place": place})


def score(tellings: Sequence[Telling], gold: Sequence[Group], resources: LinkResources) -> list[Scored]:
    """Score the program's groups and those of three simple rules against the right ones."""
    by_ref = {t.ref: t for t in tellings}
    made: dict[str, list[Group]] = {"contested link": link_groups(tellings, resources)}
    for name, rule in simple_rules(resources.tables).items():
        made[name] = grouped_by(by_ref, lambda a, b, rule=rule: rule(by_ref[a].event, by_ref[b].event))  # type: ignore[misc]
    return [Scored(name, pairwise(gold, groups), b_cubed(gold, groups)) for name, groups in made.items()]


def link_groups(tellings: Sequence[Telling], resources: LinkResources) -> list[Group]:
    """Group events by linking them, single ones among them."""
    groups = groups_of(link_tellings(tellings, resources).merges)
    joined = {ref for group in groups for ref in group}
    return [*groups, *((t.ref,) for t in tellings if t.ref not in joined)]


def simple_rules(tables: LinkTables) -> dict[str, Callable[[Event, Event], bool]]:
    """Give the rules to stand beside: same day and place; windows on time, space and type; an exact key."""
    return {
        "same day and place": lambda a, b: a.date.start == b.date.start and _same_words(a.place, b.place),
        "windows (1 day, 5 km, type)": lambda a, b: _near_days(a, b) and _near(a.place, b.place) and _type(a, b, tables),
        "exact key": lambda a, b: _key(a) == _key(b) and a.date.start is not None,
    }


def _same_words(a: EventPlace | None, b: EventPlace | None) -> bool:
    return bool(a and b) and words_of(a.name if a else "") == words_of(b.name if b else "")


def _near_days(a: Event, b: Event) -> bool:
    return bool(a.date.start and b.date.start) and abs((a.date.start - b.date.start).days) <= WINDOW_DAYS  # type: ignore[operator]


def _near(a: EventPlace | None, b: EventPlace | None) -> bool:
    if a and b and a.latitude is not None and b.latitude is not None and a.longitude is not None and b.longitude is not None:
        return distance_km((a.latitude, a.longitude), (b.latitude, b.longitude)) <= WINDOW_KM
    return _same_words(a, b)


def _type(a: Event, b: Event, tables: LinkTables) -> bool:
    return tables.families.get(a.action) == tables.families.get(b.action)


def _key(event: Event) -> tuple[Any, ...]:
    place = event.place
    author = event.perpetrators[0].name if event.perpetrators else ""
    return event.date.start, words_of(place.name) if place else None, event.action, author


def named_as_gold(coded: Sequence[tuple[Ref, Sequence[Evidence]]], gold: Sequence[Telling]) -> dict[Ref, Ref]:
    """Match coded events with gold ones told by the same words; each gold event is matched once."""
    there: dict[str, list[Telling]] = {}
    for telling in gold:
        there.setdefault(telling.ref.document, []).append(telling)
    named: dict[Ref, Ref] = {}
    for ref, spans in coded:
        for telling in there.get(ref.document, ()):
            if telling.ref not in named.values() and any(_overlap(a, b) for a in spans for b in telling.event.evidence):
                named[ref] = telling.ref
                break
    return named


def _overlap(a: Evidence, b: Evidence) -> bool:
    return a.start < b.end and b.start < a.end


def to_text(scored: Sequence[Scored]) -> str:
    """Write a table: precision, recall and F1 over pairs, and B-cubed."""
    head = f"{'':30}{'pairs: P':>10}{'R':>7}{'F1':>7}{'B3: P':>9}{'R':>7}{'F1':>7}"
    lines = [
        f"{s.name:30}{s.pairs.precision:>10.3f}{s.pairs.recall:>7.3f}{s.pairs.f1:>7.3f}{s.items.precision:>9.3f}{s.items.recall:>7.3f}{s.items.f1:>7.3f}"
        for s in scored
    ]
    return "\n".join((head, *lines)) + "\n"
