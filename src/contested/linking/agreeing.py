"""Whether what two passages tell agrees: their days, their places, and the people they name."""

from __future__ import annotations

from collections.abc import Sequence

from contested.coding.drafts import Draft, same_place, share_actor
from contested.mentions.attribution.nominal import VERSION
from contested.model.mentions import ActorMention, TimeMention
from contested.model.vocabulary import ActorKind


def is_elsewhere(event: Draft, draft: Draft) -> bool:
    """Do both tell a place of their own, and not the same?"""
    return draft.own_place and event.own_place and not at_same_place(event, draft)


def in_same_division(event: Draft, draft: Draft) -> bool:
    """Is the passage's place, which no list knows, in no other division than the event's?"""
    a, b = event.place, draft.place
    return a is not None and b is not None and (a.admin1 == b.admin1 or b.admin1 is None) and b.kind == "unlisted"


def within_days(event: Draft, draft: Draft, most: int) -> bool:
    """Are the dates at most so many days apart, as far as both are told?"""
    if not (event.time and draft.time and event.time.first and draft.time.first):
        return True
    return abs((draft.time.first - event.time.first).days) <= most


def agree(event: Draft, draft: Draft) -> bool:
    """Is there no contradiction of date or place?"""
    if event.own_time and draft.own_time and not overlap(event.time, draft.time):
        return False
    return not (event.own_place and draft.own_place) or at_same_place(event, draft)


def on_same_days(event: Draft, draft: Draft) -> bool:
    """Do both tell a date of their own, with a day in common?"""
    return event.own_time and draft.own_time and overlap(event.time, draft.time)


def overlap(left: TimeMention | None, right: TimeMention | None) -> bool:
    """Have two dates a day in common?"""
    if left is None or right is None or not (left.first and left.last and right.first and right.last):
        return False
    return left.first <= right.last and right.first <= left.last


def at_same_place(event: Draft, draft: Draft) -> bool:
    """May both places be the same?"""
    return same_place(event.place, draft.place)


def are_other_people(event: Draft, draft: Draft) -> bool:
    """Do both passages name who did it, or to whom, and differently?

    The losses of those who did it are no other people, and a version of what happened may name another target.
    """
    if draft.spoken and not draft.agents and _are_doers(event, draft.patients):
        return False
    if not event.agents and any(v.rule.endswith(VERSION) for v in draft.voices):
        return False
    doers = [tuple(a for a in agents if not a.rule.startswith("object")) for agents in (event.agents, draft.agents)]
    return any(left and right and not share_actor(left, right) for left, right in (doers, (event.patients, draft.patients)))


def _are_doers(event: Draft, people: Sequence[ActorMention]) -> bool:
    """Are they those who did it, by name or as the fighters of a group that did ("11 rebels had been shot")?"""
    group = any(a.kind is ActorKind.GROUP for a in event.agents)
    return bool(people) and (share_actor(event.agents, people) or (group and all(p.kind is ActorKind.GROUP and p.name.islower() for p in people)))
