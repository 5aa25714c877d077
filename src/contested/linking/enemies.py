"""The other side of a fight, where only one side is told: by whom the rest of the document sets against it (codebook 2, 5)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence, Set
from dataclasses import dataclass, replace

from contested.coding.drafts import Draft
from contested.linking.armies import ForceOf
from contested.linking.parties import settle_parties
from contested.model.mentions import ActorMention
from contested.model.vocabulary import ActorKind, Stance

OTHER_SIDE = "the other side of the fight"
OWN_UNIT = "a unit of the document's issuer"
STATE_FLIES = "aircraft of the state"
_STRIKES = frozenset({"shelling", "air_strike", "drone_strike"})
_FIGHTS = _STRIKES | frozenset(
    {"clash", "armed_attack", "ambush", "bombing", "suicide_bombing", "shooting", "territory_seized", "territory_regained", "siege", "raid",
     "weapons_disrupted", "grenade_attack", "mine_explosion", "abduction", "assassination", "massacre", "execution", "threat"}
)
_GROUND = frozenset({"territory_regained", "siege"})
_STATE = frozenset({ActorKind.FORCE, ActorKind.GOVERNMENT})
_BODIES = _STATE | {ActorKind.GROUP}
_FLYING = re.compile(r"intercept|shoot|shot|down|repel|destroy", re.IGNORECASE)
_MILITARY = frozenset(
    {"tank", "tanks", "checkpoint", "checkpoints", "post", "posts", "outpost", "outposts", "barracks", "garrison", "base", "bases", "position",
     "positions", "headquarters", "hideout", "hideouts", "camp", "camps", "trench", "trenches", "bunker", "bunkers", "convoy", "patrol"}
)
_CIVIL_WORDS = frozenset({"refugee", "displaced", "idp", "transit", "training", "mining", "cattle", "civilian", "police", "border", "medical"})
_UNITS = frozenset({"party", "detachment", "unit", "platoon", "squad", "company", "team", "column", "contingent", "vehicle", "picket"})
_FLOWN = frozenset({"jet", "jets", "helicopter", "helicopters", "warplane", "warplanes", "gunship", "gunships", "aircraft"})
_CODE = 2
_HIT, _SPOKE = 2, 1
_SURE = 2
_OFTEN = 2


@dataclass(frozen=True, slots=True)
class _Sides:
    """Who is set against whom in a document, who attacks whom, and the words that name each side."""

    against: dict[str, Counter[str]]
    attackers: dict[str, Counter[str]]
    named: dict[str, list[ActorMention]]
    doers: dict[str, list[ActorMention]]
    force_of: ForceOf

    def enemy_of(self, body: ActorMention, sentence: int, least: int = 1) -> ActorMention | None:
        """Name the one side that is set against a body, at least so often and twice as often as any other."""
        return self._first(self.against.get(_side(body)), sentence, least)

    def attacker_of(self, side: str, sentence: int, least: int = 1) -> ActorMention | None:
        """Name the one side that attacks another."""
        return self._first(self.attackers.get(side), sentence, least)

    def _first(self, rivals: Counter[str] | None, sentence: int, least: int) -> ActorMention | None:
        ranked = rivals.most_common(2) if rivals else ()
        if not ranked or ranked[0][1] < least or (len(ranked) > 1 and ranked[0][1] < _SURE * ranked[1][1]):
            return None
        return self._words(ranked[0][0], sentence)

    def _words(self, side: str, sentence: int) -> ActorMention:
        """Give the side by the words that named it last before a sentence; a state by its armed forces."""
        told = self.named[side]
        before = [a for a in told if a.sentence <= sentence]
        words = replace(before[-1] if before else told[0], rule=OTHER_SIDE, members=())
        army = self.force_of(side, "military") if words.kind in _STATE and words.country == side else None
        if army is None:
            return words
        shown = next((a.name for a in told if a.rule == army.rule), army.name)
        usual = Counter(a.name for a in self.doers.get(side, ()) if a.kind is ActorKind.FORCE).most_common(1)
        return replace(words, name=usual[0][0] if usual and usual[0][1] >= _SURE else shown, kind=ActorKind.FORCE)


def oppose(events: Sequence[Draft], force_of: ForceOf) -> tuple[Draft, ...]:
    """Fill in the side that an event leaves out, where the document's other events leave no doubt who it is.

    ``force_of`` names a force of a state by its code and branch. Only these are filled: who launched what was shot down,
    whose ground was taken, the other side of a clash, the owner of military things, and who struck a state at war.
    """
    sides = _sides(events, force_of)
    return tuple(_opposed(e, sides) for e in events)


def _sides(events: Sequence[Draft], force_of: ForceOf) -> _Sides:
    sides = _Sides({}, {}, {}, {}, force_of)
    for event in events:
        settled = settle_parties(event)
        spoke = (v.side or v.speaker for v in event.voices)
        doers, hit, speaking = ([a for a in actors if a and _is_body(a)] for actors in (settled.perpetrators, settled.targets, spoke))
        for body in (*doers, *hit, *speaking):
            sides.named.setdefault(_side(body), []).append(body)
        if event.action not in _FIGHTS:
            continue
        for doer in doers:
            sides.doers.setdefault(_side(doer), []).append(doer)
        _weigh(sides, event, {_side(a) for a in doers}, {_side(b) for b in hit}, {_side(s) for s in speaking})
    return sides


def _weigh(sides: _Sides, event: Draft, doers: Set[str], hit: Set[str], speaking: Set[str]) -> None:
    """Count who stands against whom in an event: a target more than one who speaks of it, or the state that is struck."""
    attack = event.action != "weapons_disrupted"
    for doer in doers:
        for other in (hit | speaking) - doers:
            weight = _HIT if other in hit else _SPOKE
            sides.against.setdefault(doer, Counter())[other] += weight
            sides.against.setdefault(other, Counter())[doer] += weight
            if attack:
                sides.attackers.setdefault(other, Counter())[doer] += weight
        state = event.place.country if event.place else None
        if event.action in _STRIKES and state and state not in doers | hit | speaking:
            sides.attackers.setdefault(state, Counter())[doer] += _SPOKE


def _is_body(actor: ActorMention) -> bool:
    return actor.kind in _BODIES and not (actor.name.islower() and actor.via == "role")


def _side(body: ActorMention) -> str:
    """Give the key of a side: a state by its code, all its bodies together; else the name."""
    return body.country if body.kind in _STATE and body.country else body.name.casefold()


def _opposed(event: Draft, sides: _Sides) -> Draft:
    settled = settle_parties(event)
    doers = [p for p in settled.perpetrators if _is_body(p)]
    hit = [t for t in settled.targets if _is_body(t)]
    if not doers and (owner := _launched_by(event)):
        return replace(event, patients=(*event.patients, owner))
    if event.issuer and not hit and _side(event.issuer) not in {_side(d) for d in doers} and (own := _own_unit(event)):
        return replace(event, patients=(*(p for p in event.patients if p != own), replace(own, name=event.issuer.name, kind=event.issuer.kind, rule=OWN_UNIT)))
    if not doers and not settled.perpetrators:
        found = _flyer(event, sides) or _striker(event, sides)
        return replace(event, agents=(*event.agents, found)) if found else event
    if event.action == "surrender" and not settled.targets:
        taker = _other_speaker(event, doers)
        return replace(event, patients=(*event.patients, taker)) if taker else event
    if hit or not doers:
        return event
    thing = _ownerless(event)
    enemy = sides.enemy_of(doers[0], event.sentence) if thing else _launcher(event, doers[0], sides) or _holder(event, doers[0], sides)
    if enemy is None or enemy.name in {p.name for p in settled.perpetrators}:
        return event
    return replace(event, patients=(*(p for p in event.patients if p != thing), enemy))


def _own_unit(event: Draft) -> ActorMention | None:
    """Find the unit or post that was hit in a statement of the body that it belongs to: "a patrol was targeted"."""
    if event.action not in _FIGHTS - _GROUND:
        return None
    units = (p for p in event.patients if not p.members and p.name.islower() and p.name.split()[-1] in _MILITARY | _UNITS)
    return next((p for p in units if not _CIVIL_WORDS & set(p.name.split())), None)


def _flyer(event: Draft, sides: _Sides) -> ActorMention | None:
    """Find whose a jet or a helicopter was, of which no more is said: the state's, where no other state strikes it."""
    machine = next((a for a in event.agents if a.rule == "object" and a.name.casefold().split()[-1] in _FLOWN), None)
    state = event.place.country if event.place else None
    if machine is None or state is None or any(s != state for s in sides.attackers.get(state, ()) if len(s) == _CODE):
        return None
    force = sides.force_of(state, "air_force")
    return replace(machine, name=force.name, kind=ActorKind.FORCE, rule=STATE_FLIES, country=state) if force else None


def _striker(event: Draft, sides: _Sides) -> ActorMention | None:
    """Find who struck from afar a state that is at war with one other state, where nobody is named for it."""
    state = event.place.country if event.place else None
    if event.action not in _STRIKES or not state or any(a.kind is ActorKind.UNKNOWN for a in event.agents):
        return None
    enemy = sides.attacker_of(state, event.sentence, _OFTEN)
    return enemy if enemy and enemy.kind in _STATE and enemy.country != state else None


def _other_speaker(event: Draft, doers: Sequence[ActorMention]) -> ActorMention | None:
    """Find to whom fighters gave themselves up: the armed body that tells of it."""
    sides = {_side(d) for d in doers}
    told = (v.side or v.speaker for v in event.voices)
    return next((s for s in told if s and s.kind in (ActorKind.GROUP, ActorKind.FORCE) and _side(s) not in sides), None)


def _launched_by(event: Draft) -> ActorMention | None:
    """Find who says that the drones or rockets which were shot down were its own."""
    if event.action != "weapons_disrupted":
        return None
    owner = next((v.side or v.speaker for v in event.voices if v.stance is Stance.CLAIMS and v.about == "responsibility"), None)
    return owner if owner and _is_body(owner) else None


def _launcher(event: Draft, doer: ActorMention, sides: _Sides) -> ActorMention | None:
    """Find whose drones or rockets were shot down: who says they were its own, else the enemy of who shot them down."""
    if event.action != "weapons_disrupted":
        return None
    owner = _launched_by(event)
    if owner and _side(owner) != _side(doer):
        return owner
    return sides.attacker_of(_side(doer), event.sentence) if any(_FLYING.search(a.text) for a in event.acts) else None


def _ownerless(event: Draft) -> ActorMention | None:
    """Find military things that were hit and that nobody is said to own: tanks, posts, camps."""
    if event.action not in _FIGHTS - _GROUND:
        return None
    for thing in event.patients:
        words = thing.name.casefold().split()
        if thing.rule == "object" and not thing.members and words and words[-1] in _MILITARY and not _CIVIL_WORDS & set(words):
            return thing
    return None


def _holder(event: Draft, doer: ActorMention, sides: _Sides) -> ActorMention | None:
    """Find the other side of a clash, or who lost the ground."""
    if event.action == "clash":
        return sides.enemy_of(doer, event.sentence)
    return sides.enemy_of(doer, event.sentence, _OFTEN) if event.action in _GROUND else None
