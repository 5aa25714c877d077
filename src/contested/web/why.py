"""Why an event has its status, step by step with the words it stands on, and what each policy makes of its dead."""

from __future__ import annotations

from dataclasses import dataclass

from contested.assessing.policies.deriving import derive
from contested.assessing.policies.reading import own_policies
from contested.linking.across.records import Ref, Telling
from contested.model.events import Event
from contested.model.spans import Evidence
from contested.model.vocabulary import Status
from contested.report.excerpts import Excerpts
from contested.store.tolls import Figure
from contested.web.overview import figure_label

RULES = {
    Status.DISPUTED: "Somebody denies or disputes it and has not taken that back.",
    Status.CORROBORATED: "Sides that stand against each other both assert it.",
    Status.CLAIMED: "The side that did it asserts it, and no other side does.",
    Status.ALLEGED: "Others assert it, but neither the side that is said to have done it nor the document itself.",
    Status.REPORTED: "The document says so in its own voice, and cites nobody for more than the toll.",
}


@dataclass(frozen=True, slots=True)
class Reason:
    """One step: in plain words, with the references of its quotations ("" where it has none)."""

    text: str
    refs: str


@dataclass(frozen=True, slots=True)
class PolicyCount:
    """What a policy makes of the killed of an event: the figure in words, its grade, and how it came about."""

    policy: str
    title: str
    figure: Figure
    text: str
    harm: str
    because: tuple[str, ...]
    differs: bool


def why_status(event: Event, document: str, excerpts: Excerpts) -> tuple[Reason, ...]:
    """Give the steps to the status: who asserts or rejects what, in whose words, and the rule that follows."""
    steps = tuple(Reason(reason, excerpts.refs(document, _words(event, reason))) for reason in event.because)
    return (*steps, Reason(RULES[event.status], ""))


def count_by_policies(event: Event, chosen: str, document: str = "") -> tuple[PolicyCount, ...]:
    """Count the killed of an event by each of the program's policies, and mark those that differ from the chosen one."""
    telling = (Telling(Ref(document, event.id), event),)
    made = {policy.name: derive(telling, policy) for policy in own_policies()}
    figures = {name: Figure(d.low, d.best, d.high) for name, d in made.items()}
    return tuple(
        PolicyCount(
            p.name, p.title, figures[p.name], figure_label(figures[p.name]) or "no number", made[p.name].harm.value, made[p.name].because,
            figures[p.name].differs(figures[chosen]),
        )
        for p in own_policies()
    )  # fmt: skip


def _words(event: Event, reason: str) -> tuple[Evidence, ...]:
    """Find the words of the claims that a reason speaks of: a reason begins with the party that takes the position."""
    named = [c for c in event.claims if reason.startswith((f"{c.party} ", f"the sentence as a whole is attributed to {c.party}"))]
    longest = max((len(c.party) for c in named), default=0)
    return tuple(dict.fromkeys(e for c in named if len(c.party) == longest for e in c.evidence))
