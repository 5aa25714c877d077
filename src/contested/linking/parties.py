"""The perpetrators and targets of an event, when all that is told of it is known (codebook 5)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from contested.coding.drafts import Draft
from contested.linking.blame import authors_of
from contested.linking.victims import owners_of, targets_of
from contested.model.mentions import ActorMention
from contested.model.vocabulary import ActorKind

ALL_PERPETRATORS = frozenset({"ceasefire", "agreement", "negotiation", "merger", "talks_suspended", "protest", "curfew"})
MADE_BY_ITSELF = frozenset({"formation", "dissolution", "restructuring"})
_NO_NAME = frozenset(
    {"men", "man", "people", "persons", "youths", "individuals", "attackers", "assailants", "gunmen", "insurgents", "militants", "fighters",
     "terrorists", "one", "others", "miscreants", "soldiers", "captain", "guards", "combatants",
     "parties", "sides"}
)
_CROWD_ACTS = frozenset({"protest", "riot", "looting", "arson", "property_destruction", "clash", "escape", "negotiation", "agreement", "ceasefire", "displacement"})
_CROWDS = frozenset(
    {"crowd", "crowds", "mob", "mobs", "protesters", "demonstrators", "rioters", "residents", "villagers", "youth", "youths", "herders", "farmers",
     "peasants", "settlers", "smugglers", "traffickers", "prisoners", "inmates", "detainees", "escapees", "schoolgirls", "students", "workers",
     "strikers", "looters", "supporters", "vigilantes", "tribesmen"}
)
_VIOLENT_PEOPLE = frozenset(
    {"mob", "mobs", "herders", "herdsmen", "pastoralists", "settlers", "smugglers", "traffickers", "looters", "rioters", "vigilantes", "tribesmen",
     "hunters", "kidnappers", "rustlers", "prisoners", "inmates", "loyalists", "supporters"}
)
_MACHINES = frozenset(
    {"aircraft", "helicopter", "helicopters", "gunship", "gunships", "jet", "jets", "plane", "planes", "warplane", "warplanes", "drone", "drones",
     "tank", "tanks", "artillery", "gunboat", "gunboats", "warship", "warships", "frigate", "vessel", "vessels", "boat", "boats", "craft",
     "vehicle", "vehicles", "convoy", "patrol", "patrols", "column", "pick-ups", "pickups", "snipers", "guns", "batteries", "assets"}
)
_BODIES = frozenset({ActorKind.FORCE, ActorKind.GROUP, ActorKind.GOVERNMENT, ActorKind.ORGANISATION})
_PAIR = 2
_UNNAMED = ("unknown ", "unidentified ", "masked ", "armed ")


@dataclass(frozen=True, slots=True)
class Sides:
    """Who did it, and to whom."""

    perpetrators: tuple[ActorMention, ...]
    targets: tuple[ActorMention, ...]


def settle_parties(event: Draft) -> Sides:
    """Decide the parties: owners stand for their things, claimants and accused are perpetrators, victims are targets."""
    doers = list(_doers(event.action, (a for a in event.agents if not _is_counted(a, event))))
    if event.action in MADE_BY_ITSELF:
        doers = list(_doers(event.action, event.patients)) or doers
        return Sides(_each_once(doers or authors_of(event, (), ())), ())
    if event.action in ALL_PERPETRATORS:
        doers += () if event.action == "curfew" else _doers(event.action, event.patients)
        return Sides(_each_once(doers or authors_of(event, (), ())), ())
    patients = [p for p in owners_of(event.patients) if p.kind is not ActorKind.CIVILIANS]
    if event.action == "clash":
        return _opponents(event, doers, list(_doers(event.action, event.patients)))
    doers += authors_of(event, doers, patients)
    perpetrators = _each_once(doers)
    return Sides(perpetrators, targets_of(event, frozenset(p.name.casefold() for p in perpetrators)))


def _is_counted(agent: ActorMention, event: Draft) -> bool:
    """Are these the words for people that a toll counts ("of whom ten soldiers, injured")?"""
    if event.action in _CROWD_ACTS | {"surrender"}:
        return False
    return any(t.count.of_start < agent.end and agent.start < t.count.of_end for t in event.tolls if t.count.sentence == agent.sentence)


def _opponents(event: Draft, doers: Sequence[ActorMention], against: Sequence[ActorMention]) -> Sides:
    """Part the two sides of a fight, in the order of the text."""
    first = list(_each_once(doers))
    if len(first) > 1 and not any(a.kind in _BODIES and not a.name.islower() for a in against):
        return Sides(tuple(first[:1]), tuple(first[1:]))
    if not first and len(against) > 1:
        both = _each_once(against)
        return Sides(both[:1], both[1:])
    if not first and not against and len(both := _fighting(event)) == _PAIR:
        return Sides(both[:1], both[1:])
    first += authors_of(event, first, against)
    perpetrators = _each_once(first)[:2]
    return Sides(perpetrators, targets_of(event, frozenset(p.name.casefold() for p in perpetrators)))


def _fighting(event: Draft) -> tuple[ActorMention, ...]:
    """Find the armed bodies that speak of a fight or whose losses are told, where its own words name no side."""
    told = [*(v.side or v.speaker for v in event.voices), *(t.victim for t in event.tolls)]
    return _each_once(a for a in told if a and a.kind in (ActorKind.FORCE, ActorKind.GROUP) and a.via != "role")


def _doers(action: str, agents: Iterable[ActorMention]) -> Iterator[ActorMention]:
    for agent in owners_of(agents):
        name = agent.name.casefold()
        if agent.kind is ActorKind.UNKNOWN or (agent.rule.startswith("object") and not _is_machine(agent)) or name in _NO_NAME or _is_unnamed(agent.name):
            continue
        if agent.kind is not ActorKind.CIVILIANS:
            yield agent
        elif action == "protest":
            yield replace(agent, name="protesters") if name in ("civilians", "people") else agent
        elif set(name.split()) & (_CROWDS if action in _CROWD_ACTS else _VIOLENT_PEOPLE):
            yield agent


def _is_machine(agent: ActorMention) -> bool:
    """Is it the owner of a thing that men fight with: "helicopters of the Air Force"?"""
    return agent.rule != "object" and not _MACHINES.isdisjoint(agent.text.casefold().split(" of ")[0].split()[-1:])


def _is_unnamed(name: str) -> bool:
    """Do the words only say that nobody knows who it was: "unknown persons", "armed men", but not "armed herders"?"""
    return name.startswith(_UNNAMED) and (not name.startswith("armed ") or name.split()[-1] in _NO_NAME)


def _each_once(actors: Iterable[ActorMention]) -> tuple[ActorMention, ...]:
    found: dict[str, ActorMention] = {}
    for actor in actors:
        found.setdefault(actor.name.casefold(), actor)
    return tuple(found.values())
