"""To whom it was done: owners stand for their things, people for the houses they live in (codebook 5)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from contested.coding.drafts import Draft
from contested.model.mentions import ActMention, ActorMention
from contested.model.vocabulary import ActorKind, CasualtyKind

OBJECT = "object"
_EXPLOSIVE = frozenset(
    {"bombing", "suicide_bombing", "shelling", "air_strike", "drone_strike", "grenade_attack", "mine_explosion", "massacre",
     "armed_attack", "shooting", "poisoning", "chemical_attack"}
)
_HARMING = _EXPLOSIVE | {"abduction", "arrest", "execution", "assassination", "ambush", "stabbing", "torture", "sexual_violence", "displacement", "arson"}
_HARM = frozenset({CasualtyKind.KILLED, CasualtyKind.INJURED, CasualtyKind.ABDUCTED, CasualtyKind.ARRESTED, CasualtyKind.CAPTURED})
_LIVED_IN = frozenset(
    {"house", "houses", "home", "homes", "flat", "flats", "apartment", "apartments", "dwelling", "dwellings", "hut", "huts", "tent",
     "tents", "village", "villages", "hamlet", "street", "streets", "neighbourhood", "neighborhood", "quarter", "yard", "garden",
     "room", "farm", "farms", "building", "buildings"}
)
_MERE_THINGS = frozenset(
    {"car", "cars", "vehicle", "vehicles", "motorcycle", "front", "port", "airport", "bridge", "road", "camp", "camps", "base", "bases",
     "position", "positions", "headquarters", "checkpoint", "checkpoints", "post", "posts", "area", "town", "city", "device", "devices",
     "weapon", "weapons", "rocket", "rockets", "drone", "drones", "missile", "missiles", "bomb", "bombs", "explosives", "gate", "site"}
)
_WEAPONS = frozenset(
    {"artillery", "shell", "shells", "strike", "strikes", "airstrike", "airstrikes", "shelling", "bombardment", "barrage", "gunboat", "gunboats",
     "warship", "warships", "helicopter", "helicopters", "jet", "jets", "aircraft"}
)
_PUBLIC = frozenset(
    {"market", "markets", "bazaar", "marketplace", "cafe", "café", "restaurant", "pub", "bar", "bars", "shop", "shops", "mall", "supermarket",
     "square", "park", "stop", "queue", "wedding", "funeral", "playground", "stadium", "motel", "guesthouse", "club", "nightclub", "centre",
     "center", "crowd", "gathering", "arcade"}
)
_PEOPLE = frozenset({"people", "persons", "person", "residents", "citizens", "individuals", "civilian", "locals", "passers-by", "bystanders", "others"})
_TELLERS = frozenset({ActorKind.PERSON, ActorKind.OFFICE, ActorKind.SOURCE, ActorKind.GOVERNMENT})
_NOBODY = frozenset({"men", "man", "one", "suicide bomber", "attackers"})
_FROM_AFAR = frozenset({"shelling", "air_strike", "drone_strike"})
_LISTED = frozenset({"designation", "sanction"})
_PARTS = frozenset({"women", "children", "men", "girls", "boys", "minors", "infants", "elderly people", "families"})
_UNTOUCHED = frozenset({"territory_seized", "territory_regained", "weapons_disrupted", "siege", "withdrawal", "deployment", "base_established"})


def targets_of(event: Draft, doers: frozenset[str]) -> tuple[ActorMention, ...]:
    """Name whom the event hit: bodies, institutions and persons that its words name, or else the people counted."""
    named = list(_parties(event, doers))
    bodies = [v for v in _counted(event, doers) if v.kind in (ActorKind.FORCE, ActorKind.GROUP, ActorKind.PERSON, ActorKind.OFFICE)]
    if event.action == "force_against_protesters" and all(n.kind is ActorKind.CIVILIANS for n in named):
        return (_people(event, "protesters"),)
    if event.action == "weapons_disrupted":
        return _once([n for n in named if n.kind is not ActorKind.CIVILIANS])
    if named and all(n.name == "civilians" for n in named) and bodies:
        return _once([*bodies[:1], *(named if event.action != "suicide_bombing" else ())])
    if named and event.action in _FROM_AFAR and all(_is_bystander(n, event) for n in named):
        return (replace(named[0], name="civilians"),)
    if named:
        listed = [n for n in named if not n.name.islower()] if event.action in _LISTED else []
        return _once(listed or named)
    if event.action not in _HARMING:
        return ()
    return _once(bodies[:2] or list(_counted(event, doers))[:1] or list(_anybody(event)))


def _is_bystander(victim: ActorMention, event: Draft) -> bool:
    """Is it one person whom fire from afar happened to hit, told of by what he or she is: "a shepherd"?"""
    return victim.kind is ActorKind.CIVILIANS and victim.via == "role" and victim.name.islower() and any(t.victim and t.victim.name == victim.name and t.count.low == 1 for t in event.tolls)


def _parties(event: Draft, doers: frozenset[str]) -> Iterator[ActorMention]:
    tellers = {(v.speaker.sentence, v.speaker.start) for v in event.voices if v.speaker and v.speaker.kind in _TELLERS}
    for patient in owners_of(p for p in event.patients if (p.sentence, p.start) not in tellers):
        name = patient.name.casefold()
        head = name.split(" of ")[0].split(" ")[-1]
        if name in doers or patient.kind is ActorKind.UNKNOWN or name in _NOBODY:
            continue
        if patient.rule != OBJECT:
            yield replace(patient, name="civilians") if name in _PEOPLE and patient.kind is ActorKind.CIVILIANS else patient
        elif event.action in _UNTOUCHED or (patient.name.islower() and head in _MERE_THINGS | _WEAPONS):
            continue
        elif patient.name.islower() and (head in _LIVED_IN or (head in _PUBLIC and event.action in _EXPLOSIVE and _anyone_hurt(event))):
            yield replace(patient, name="civilians", kind=ActorKind.CIVILIANS)
        else:
            yield patient


def _counted(event: Draft, doers: frozenset[str]) -> Iterator[ActorMention]:
    """Give the parties whose people the tolls count."""
    for toll in event.tolls:
        victim = toll.victim
        if victim is None or victim.kind is ActorKind.UNKNOWN or victim.rule == OBJECT or toll.count.kind not in _HARM or (toll.count.part_of_previous and victim.kind is ActorKind.CIVILIANS):
            continue
        for party in owners_of((victim,)):
            if party.name.casefold() not in doers:
                yield party


def _anybody(event: Draft) -> Iterator[ActorMention]:
    """Say "civilians" where only people are told of."""
    if _anyone_hurt(event) and event.action in _EXPLOSIVE:
        yield _people(event, "civilians")


def _anyone_hurt(event: Draft) -> bool:
    return any(t.count.kind in _HARM and (t.count.high is None or t.count.high > 0) for t in event.tolls)


def _people(event: Draft, name: str) -> ActorMention:
    """Make a party of people whom no words name; its words are those of the toll, or of the act."""
    told: Iterable[ActMention] = event.acts
    count = next((t.count for t in event.tolls if t.count.kind in _HARM), None)
    source = count or next(iter(told))
    return ActorMention(source.sentence, source.start, source.end, source.text, source.head, "people", name, ActorKind.CIVILIANS, "syntax")


def owners_of(actors: Iterable[ActorMention]) -> Iterator[ActorMention]:
    """Let the owner of a thing, or the members of a pair, stand for it."""
    for actor in actors:
        if not actor.members:
            yield actor
        for member in actor.members:
            yield replace(actor, name=member, members=(), rule=f"{actor.rule} of {member}", kind=ActorKind.GROUP)


def _once(actors: Sequence[ActorMention]) -> tuple[ActorMention, ...]:
    """Give each party once, without parts of the civilians and without shorter names of the same thing."""
    found: dict[str, ActorMention] = {}
    for actor in actors:
        found.setdefault(actor.name.casefold(), actor)
    return tuple(a for name, a in found.items() if not ((name in _PARTS and "civilians" in found) or any(o.endswith(f" {name}") and a.rule == OBJECT for o in found)))
