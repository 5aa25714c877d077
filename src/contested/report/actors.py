"""Actors of a collection: in how many events each acts, is hit or speaks; and the profiles of documents."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from contested.model.events import Coding, Event, ProfileItem
from contested.model.vocabulary import Stance
from contested.report.excerpts import Excerpts

_ITEM_FIELDS = (
    ("also called", "aliases"), ("leaders", "leaders"), ("ideology", "ideology"), ("designated by", "designated_by"),
    ("allies", "allies"), ("opponents", "opponents"), ("opponents named in the text", "opponents_in_text"),
    ("wars", "wars"), ("subgroups", "subgroups"), ("supporters", "supporters"), ("related groups", "related"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class ActorRow:
    """How often one name occurs, in events (``acts``, ``hit``) and in claims."""

    name: str
    acts: int
    hit: int
    asserts: int
    rejects: int
    silent: int


@dataclass(frozen=True, slots=True)
class ProfileEntry:
    """One value of a profile with its qualifiers and the references of its quotations."""

    text: str
    note: str
    refs: str


@dataclass(frozen=True, slots=True)
class ProfileView:
    """A document's actor: label and entries of each field that has any."""

    name: str
    document: str
    fields: tuple[tuple[str, tuple[ProfileEntry, ...]], ...]


def tally_actors(events: Sequence[Event]) -> tuple[ActorRow, ...]:
    """Count the parties of events by name, the most frequent first."""
    acts: Counter[str] = Counter()
    hit: Counter[str] = Counter()
    asserts: Counter[str] = Counter()
    rejects: Counter[str] = Counter()
    silent: Counter[str] = Counter()
    for event in events:
        acts.update({p.name for p in event.perpetrators})
        hit.update({p.name for p in event.targets})
        for claim in event.claims:
            against = claim.stance in (Stance.DENIES, Stance.DISPUTES, Stance.RETRACTS)
            kept = silent if claim.stance is Stance.NO_COMMENT else rejects if against else asserts
            kept[claim.party] += 1
    counters = (acts, hit, asserts, rejects, silent)
    names = {name for counter in counters for name in counter}
    rows = [ActorRow(name, *(counter[name] for counter in counters)) for name in names]
    return tuple(sorted(rows, key=lambda r: (-(r.acts + r.hit), -(r.asserts + r.rejects + r.silent), r.name)))


def view_profile(coding: Coding, excerpts: Excerpts) -> ProfileView | None:
    """Prepare the profile of a document's actor, None where the document is about none."""
    profile = coding.profile
    if profile is None:
        return None
    fields: list[tuple[str, tuple[ProfileEntry, ...]]] = []
    for label, name in (("founded", "founded"), ("dissolved", "dissolved")):
        if value := getattr(profile, name):
            fields.append((label, (ProfileEntry(value, "", excerpts.refs(coding.document, profile.evidence.get(name, ()))),)))
    for label, name in _ITEM_FIELDS:
        if entries := tuple(_entries(getattr(profile, name), coding.document, excerpts)):
            fields.append((label, entries))
    if plan := profile.planned_structure:
        said = f"said on {plan.stated_on}" if plan.stated_on else ""
        entry = ProfileEntry(f"{plan.groups} groups", said, excerpts.refs(coding.document, plan.evidence))
        fields.append(("announced structure", (entry,)))
    return ProfileView(profile.name, coding.document, tuple(fields))


def _entries(items: Sequence[ProfileItem], document: str, excerpts: Excerpts) -> Iterator[ProfileEntry]:
    for item in items:
        notes = (
            item.qualifier, item.about, f"part of {item.part_of}" if item.part_of else None,
            f"led by {item.leader}" if item.leader else None, f"since {item.since}" if item.since else None,
        )  # fmt: skip
        yield ProfileEntry(item.name, "; ".join(n for n in notes if n), excerpts.refs(document, item.evidence))
