"""The perpetrators and targets of an event, when all that is told of it is known (codebook 5)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from contested.coding.drafts import Draft
from contested.model.mentions import ActorMention
from contested.model.vocabulary import ActorKind, CasualtyKind, Stance

ALL_PERPETRATORS = frozenset({"ceasefire", "agreement", "negotiation", "merger", "talks_suspended", "protest", "curfew"})
MADE_BY_ITSELF = frozenset({"formation", "dissolution", "restructuring"})
_NO_NAME = frozenset({"men", "man", "people", "persons", "youths", "individuals", "attackers", "assailants", "gunmen", "insurgents", "militants", "fighters", "terrorists", "one", "others", "miscreants"})
_EXPLOSIVE = frozenset({"bombing", "suicide_bombing", "shelling", "air_strike", "drone_strike", "grenade_attack", "mine_explosion", "massacre", "armed_attack", "shooting", "poisoning", "chemical_attack"})
_HARM = frozenset({CasualtyKind.KILLED, CasualtyKind.INJURED, CasualtyKind.ABDUCTED, CasualtyKind.ARRESTED})


@dataclass(frozen=True, slots=True)
class Sides:
    """Who did it, and to whom."""

    perpetrators: tuple[ActorMention, ...]
    targets: tuple[ActorMention, ...]


def settle_parties(event: Draft) -> Sides:
    """Decide the parties: owners stand for their things, claimants and accused are perpetrators, victims are targets."""
    agents = list(_doers(event.agents))
    patients = list(_owners(event.patients))
    if event.action in MADE_BY_ITSELF:
        agents, patients = (patients or agents), []
    elif event.action in ALL_PERPETRATORS:
        agents, patients = agents + patients, []
    agents += [a for v in event.voices for a in _authors(event, v.stance, v.about, v.speaker, v.accused)]
    perpetrators = _each_once(agents)
    names = {a.name for a in perpetrators}
    targets = [p for p in _each_once(patients) if p.name not in names]
    if not targets:
        targets = list(_victims(event, names))
    return Sides(perpetrators, tuple(targets))


def _doers(agents: Iterable[ActorMention]) -> Iterator[ActorMention]:
    for agent in _owners(agents):
        if agent.kind is ActorKind.UNKNOWN or agent.rule == "object" or agent.name.casefold() in _NO_NAME:
            continue
        yield agent


def _owners(actors: Iterable[ActorMention]) -> Iterator[ActorMention]:
    """Let the owner of a thing, or the members of a pair, stand for it."""
    for actor in actors:
        if actor.members:
            for member in actor.members:
                yield replace(actor, name=member, members=(), rule=f"{actor.rule} of {member}", kind=ActorKind.GROUP)
        else:
            yield actor


def _authors(
    event: Draft, stance: Stance, about: str, speaker: ActorMention | None, accused: tuple[ActorMention, ...]
) -> Iterator[ActorMention]:
    if stance is Stance.ACCUSES:
        yield from _doers(accused)
    elif stance is Stance.CLAIMS and about == "responsibility" and speaker:
        yield from _doers((speaker,))


def _victims(event: Draft, perpetrators: set[str]) -> Iterator[ActorMention]:
    """Name the people that the tolls count; "civilians" where only people are told."""
    if event.action not in _EXPLOSIVE and event.action not in ("abduction", "arrest", "execution", "ambush", "force_against_protesters"):
        return
    for toll in event.tolls:
        if toll.victim and toll.victim.name not in perpetrators and toll.victim.kind is not ActorKind.UNKNOWN:
            yield from (p for p in _owners((toll.victim,)) if p.name not in perpetrators)
            return
    people = next((t for t in event.tolls if t.count.kind in _HARM and (t.count.high is None or t.count.high > 0)), None)
    if people and event.action in _EXPLOSIVE:
        count = people.count
        yield ActorMention(count.sentence, count.start, count.end, count.text, count.head, "people", "civilians", ActorKind.CIVILIANS, "syntax")


def _each_once(actors: Iterable[ActorMention]) -> tuple[ActorMention, ...]:
    found: dict[str, ActorMention] = {}
    for actor in actors:
        found.setdefault(actor.name.casefold(), actor)
    return tuple(found.values())
