"""Actors and their profiles, printed."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

from contested.cli.options import Format
from contested.cli.show.event_table import print_events
from contested.cli.show.identities import actor_records
from contested.cli.show.output import console, print_records, print_table
from contested.errors import UsageError
from contested.model.events import Profile, ProfileItem
from contested.model.spans import Evidence
from contested.store.actors import events_of_body
from contested.store.ask import ActorCount, EventFilter, find_profiles
from contested.store.database import Store
from contested.store.identities import find_identities

_LISTS = (
    "aliases", "leaders", "ideology", "designated_by", "allies", "opponents", "opponents_in_text", "wars", "subgroups",
    "supporters", "related",
)
_PLAIN = ("founded", "dissolved")


def show_actors(found: Sequence[tuple[ActorCount, tuple[str, ...]]], format: Format) -> None:
    """Print every actor with its number of events as perpetrator, target and claimant, and what else it is called there."""
    records = [
        {"actor": a.name, "perpetrator": a.perpetrator, "target": a.target, "claimant": a.claimant, "also": "; ".join(also)} for a, also in found
    ]
    print_records(records, format, "no actor was found")


def show_actor(store: Store, name: str, format: Format) -> None:
    """Print the profiles of an actor with their quotations, and the events in which it appears.

    Raises: UsageError: no document speaks of such an actor.
    """
    profiles = find_profiles(store, name)
    events = [f.event for f in events_of_body(store, EventFilter(actor=name))]
    if not profiles and not events:
        raise UsageError(f"no actor is named '{name}'", fix="contested actors lists all.")
    if format is not Format.TABLE:
        print_records([{"document": d, **json.loads(p.model_dump_json())} for d, p in profiles], format, "")
        return
    for document, profile in profiles:
        console().print(f"{profile.name} ({document})")
        print_table(("field", "value", "words"), list(_rows(profile)))
    words = name.casefold()
    bonds = [b for b in actor_records(find_identities(store)) if words in b["name"].casefold() or words in b["of"].casefold()]
    if bonds:
        print_records(bonds, format, "")
    if events:
        print_events(events)


def _rows(profile: Profile) -> Iterator[tuple[str, str, str]]:
    yield "name", profile.name, _quote(profile.evidence.get("name", ()))
    for field in _PLAIN:
        if value := getattr(profile, field):
            yield field, str(value), _quote(profile.evidence.get(field, ()))
    for field in _LISTS:
        for item in getattr(profile, field):
            yield field.replace("_", " "), _item(item), _quote(item.evidence)
    if planned := profile.planned_structure:
        stated = f", stated on {planned.stated_on}" if planned.stated_on else ""
        yield "planned structure", f"{planned.groups} groups{stated}", _quote(planned.evidence)


def _item(item: ProfileItem) -> str:
    details = (
        item.qualifier, f"part of {item.part_of}" if item.part_of else None, f"leader {item.leader}" if item.leader else None,
        f"since {item.since}" if item.since else None, f"about {item.about}" if item.about else None,
    )
    told = ", ".join(d for d in details if d)
    return f"{item.name} ({told})" if told else item.name


def _quote(words: Sequence[Evidence]) -> str:
    return " […] ".join(f"“{' '.join(e.text.split())}”" for e in words)
