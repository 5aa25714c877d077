"""Incidents as exports tell them: the tellings of one event, what a policy makes of them, and one event for all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from contested.assessing.policies.deriving import derive
from contested.assessing.policies.records import Derived, Policy
from contested.assessing.policies.uniting import unite
from contested.exchange.readings import Keyed
from contested.linking.across.records import Ref, Telling, incident_id
from contested.linking.actors.identities import NOBODY, Identities, known_by
from contested.model.documents import Document
from contested.model.events import Coding, Event


@dataclass(frozen=True, slots=True)
class Grouping:
    """What the store knows across documents, by its own ids: the first event of each event's incident, copied texts, identities.

    An event that is not there is an incident of its own.
    """

    firsts: Mapping[Ref, Ref] = field(default_factory=dict)
    copies: Mapping[str, str] = field(default_factory=dict)
    identities: Identities = NOBODY

    def key(self, ref: Ref) -> str:
        """Give the key of an event's incident: the hexadecimal digits of its id in the store."""
        return incident_id(self.firsts.get(ref, ref)).removeprefix("incident-")


ALL_APART = Grouping()


@dataclass(frozen=True, slots=True)
class Told:
    """One telling of an incident: the event as it is exported, and the document that tells it."""

    document: Document
    coding: Coding
    event: Event
    source: str


@dataclass(frozen=True, slots=True)
class Incident:
    """An incident under a policy. ``event`` is made of all tellings; words stand in ``told`` only, earliest publication first."""

    key: str
    event: Event
    derived: Derived
    told: tuple[Told, ...]

    @property
    def sources(self) -> int:
        """Count the independent sources: a text that repeats another is none of its own."""
        return len({t.source for t in self.told})


def assemble(readings: Iterable[Keyed], grouping: Grouping, policy: Policy) -> Iterator[Incident]:
    """Give the incidents of some readings, in the order in which their last tellings come.

    An incident is given as soon as all its tellings are there, so that a large store need not be held at once; tellings
    that the readings leave out are waited for to the end.
    """
    sizes = _sizes(grouping)
    waiting: dict[str, list[tuple[Ref, Told]]] = {}
    for keyed in readings:
        document, coding = keyed.reading
        for event_id, event in zip(keyed.event_ids, coding.events, strict=True):
            ref = Ref(keyed.document_id, event_id)
            key = grouping.key(ref)
            told = waiting.setdefault(key, [])
            told.append((ref, Told(document, coding, event, keyed.document_id)))
            if len(told) == sizes.get(key, 1):
                yield _incident(key, waiting.pop(key), grouping, policy)
    for key, told in waiting.items():
        yield _incident(key, told, grouping, policy)


def _sizes(grouping: Grouping) -> dict[str, int]:
    sizes: dict[str, int] = {}
    for ref in grouping.firsts:
        key = grouping.key(ref)
        sizes[key] = sizes.get(key, 0) + 1
    return sizes


def _incident(key: str, found: Sequence[tuple[Ref, Told]], grouping: Grouping, policy: Policy) -> Incident:
    ordered = sorted(found, key=lambda f: (f[1].document.published is None, str(f[1].document.published), f[0]))
    first_of: dict[str, str] = {}
    told, tellings = [], []
    for ref, one in ordered:
        origin = first_of.setdefault(grouping.copies.get(ref.document, ref.document), one.document.id)
        told.append(replace(one, source=origin))
        tellings.append(Telling(Ref(one.document.id, one.event.id), known_by(one.event, grouping.identities), origin if origin != one.document.id else None))
    derived = derive(tellings, policy)
    return Incident(key, unite(key, tellings, derived), derived, tuple(told))
