"""Ministries of defence that fight: their state's armed forces did it (codebook 5)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from contested.coding.drafts import Draft, Voice
from contested.linking.sides import name_words
from contested.model.mentions import ActorMention
from contested.model.vocabulary import ActorKind

ForceOf = Callable[[str, str], ActorMention | None]
_FOUGHT = frozenset(
    {"shelling", "air_strike", "drone_strike", "armed_attack", "clash", "ambush", "bombing", "weapons_disrupted", "territory_seized",
     "territory_regained", "siege", "withdrawal", "deployment", "shooting", "raid"}
)
_DEFENCE = frozenset({"defence", "defense"})
_MINISTRY = frozenset({"ministry", "minister"})
_STRIKES = frozenset({"shelling", "air_strike", "drone_strike"})
_STATE = frozenset({"government", "regime"})
_MOST_WORDS = 2


def as_armies(event: Draft, force_of: ForceOf) -> Draft:
    """Let the armed forces of a state stand for its ministry of defence where the ministry is said to fight."""
    if event.action not in _FOUGHT:
        return event
    struck = event.action in _STRIKES
    agents = tuple(_army(a, force_of, struck=struck) or a for a in event.agents)
    return replace(event, agents=agents, voices=tuple(_of_army(v, force_of, struck=struck) for v in event.voices))


def _of_army(voice: Voice, force_of: ForceOf, *, struck: bool) -> Voice:
    army = _army(voice.speaker, force_of) if voice.speaker and voice.side is None else None
    accused = tuple(_army(a, force_of, struck=struck) or a for a in voice.accused)
    return replace(voice, side=army or voice.side, accused=accused)


def _army(body: ActorMention, force_of: ForceOf, *, struck: bool = False) -> ActorMention | None:
    """Name the armed forces of which a body is the ministry, or of the state that struck from afar."""
    words = name_words(body.name)
    bare = len(words) <= _MOST_WORDS and bool(words & _MINISTRY)
    state = struck and (body.rule.startswith("countries.csv") or bool(words & _STATE))
    if body.kind is not ActorKind.GOVERNMENT or not body.country or not (bare or state or (words & _MINISTRY and words & _DEFENCE)):
        return None
    army = force_of(body.country, "military")
    return replace(body, name=army.name, kind=ActorKind.FORCE) if army else None
