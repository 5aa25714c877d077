"""Readings for tests of exports: codings with a document each, told whole."""

from collections.abc import Sequence
from dataclasses import replace

from contested.assessing.policies.reading import read_policy
from contested.exchange.collection import Collection
from contested.exchange.incidents import ALL_APART, Grouping, Incident
from contested.exchange.readings import Reading, bare_document
from contested.exchange.release.releasing import Audience, Release, Terms
from contested.model.events import Coding, Event

INTERNAL = Terms(Audience.INTERNAL)


def bare(codings: Sequence[Coding]) -> list[Reading]:
    """Give each coding a document of its name, with an id of its own."""
    return [(replace(bare_document(c), id=f"{c.document}-{n}"), c) for n, c in enumerate(codings, 1)]


def incident_of(coding: Coding, event: Event, policy: str = "acled") -> Incident:
    """Give the incident of a single event of a coding, as a policy has it."""
    (one,) = incidents_of([(bare_document(coding), coding.model_copy(update={"events": (event,)}))], policy)
    return one


def incidents_of(readings: Sequence[Reading], policy: str, grouping: Grouping = ALL_APART) -> list[Incident]:
    """Give the incidents of readings told whole."""
    return list(Collection(Release(readings, INTERNAL), read_policy(policy), grouping).incidents())
