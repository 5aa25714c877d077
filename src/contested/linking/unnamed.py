"""Parties that an event leaves to what was told before: "the parties", who frees those taken, who strikes again (codebook 5)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from contested.coding.drafts import Draft
from contested.linking.parties import settle_parties
from contested.model.mentions import ActorMention
from contested.model.syntax import Analysis
from contested.model.vocabulary import ActorKind

_JOINT = frozenset({"ceasefire", "agreement", "negotiation", "talks_suspended"})
_TAKING = frozenset({"abduction", "arrest", "hijacking"})
_IN_HAND = frozenset({"prisoner_release", "death_in_custody"})
_PARTIES = frozenset({"parties", "sides", "both", "two", "negotiators", "delegations"})
_BODIES = frozenset({ActorKind.FORCE, ActorKind.GROUP, ActorKind.GOVERNMENT})
_EXCHANGED = re.compile(r"\b(?:sides|parties) (?:\w+ ){0,2}(?:exchanged|swapped|traded)\b", re.IGNORECASE)
_ANYBODY = frozenset({"men", "man", "women", "woman", "people", "person", "persons", "civilians", "victims", "captives", "hostages", "pair", "group", "others"})
_REACH = 12
_BEFORE = 100
_PAIR = 2


def name_from_before(events: Sequence[Draft], analysis: Analysis) -> tuple[Draft, ...]:
    """Fill in the doers that earlier events of the document tell, in the order of the text."""
    named: dict[int, Draft] = {}
    told: list[Draft] = []
    for n in sorted(range(len(events)), key=lambda n: events[n].sentence):
        named[n] = _named(events[n], told[-_BEFORE:], analysis)
        told.append(named[n])
    return tuple(named[n] for n in range(len(events)))


def _named(event: Draft, before: Sequence[Draft], analysis: Analysis) -> Draft:
    if event.action in _JOINT and not _bodies((*event.agents, *event.patients)):
        says = _says_parties(event, analysis)
        agents = () if event.issuer or (event.agents and not says) else _talking(before) or (_fighting(before) if says else ())
    elif event.action == "prisoner_release" and _EXCHANGED.search(analysis.sentences[event.sentence].text):
        agents = () if _bodies(event.agents) else _fighting(before)
    elif event.action in _IN_HAND:
        return _in_hand(event, before)
    else:
        return event
    return replace(event, agents=agents) if agents else event


def _talking(before: Sequence[Draft]) -> tuple[ActorMention, ...]:
    """Give the parties of the latest talks or agreement that named at least two."""
    for event in reversed(before):
        parties = _bodies((*event.agents, *event.patients))
        if event.action in _JOINT and len(parties) >= _PAIR:
            return parties
    return ()


def _fighting(before: Sequence[Draft]) -> tuple[ActorMention, ...]:
    """Give the two bodies that most events before set against others; none where a third is told of as often."""
    told = [a for e in before for a in _bodies((*e.agents, *e.patients, *_speaking(e)))]
    most = Counter(_side(a) for a in told).most_common(_PAIR + 1)
    if len(most) < _PAIR or (len(most) > _PAIR and most[_PAIR][1] == most[_PAIR - 1][1]):
        return ()
    return tuple(next(a for a in told if _side(a) == side) for side, _ in most[:_PAIR])


def _side(body: ActorMention) -> str:
    """Give the key of a side: a state's bodies together, others by name."""
    return body.country if body.country and body.kind is not ActorKind.GROUP else body.name


def _speaking(event: Draft) -> tuple[ActorMention, ...]:
    sides = (v.side or v.speaker for v in event.voices)
    return tuple(s for s in sides if s)


def _in_hand(event: Draft, before: Sequence[Draft]) -> Draft:
    """Let those who took people free them, and those taken be freed: by the latest taking, not far before."""
    taking = next((e for e in reversed(before) if e.action in _TAKING and event.sentence - e.told[-1] <= _REACH), None)
    if taking is None:
        return event
    held = tuple(p for p in taking.patients if p.rule != "object")
    patients = held if held and all(p.name in _ANYBODY for p in event.patients) else event.patients
    takers = _bodies(event.agents) or _bodies(settle_parties(taking).perpetrators)
    return replace(event, agents=takers or event.agents, patients=patients)


def _says_parties(event: Draft, analysis: Analysis) -> bool:
    tokens = analysis.sentences[event.sentence].tokens
    return any(t.lower in _PARTIES and t.pos in ("NOUN", "PRON", "NUM") for t in tokens)


def _bodies(actors: Sequence[ActorMention]) -> tuple[ActorMention, ...]:
    found: dict[str, ActorMention] = {}
    for actor in actors:
        if actor.kind in _BODIES and actor.rule != "object" and not (actor.name.islower() and actor.via == "role"):
            found.setdefault(actor.name, actor)
    return tuple(found.values())
