"""Who is listed as the author because of a position: who claims, is accused, or denies having done it (codebook 5)."""

from __future__ import annotations

from collections.abc import Sequence

from contested.coding.drafts import Draft, Voice
from contested.linking.sides import SELF_TOLD, speaks_for, tells_on_enemy
from contested.model.mentions import ActorMention
from contested.model.vocabulary import ActorKind, Stance

BODIES = frozenset({ActorKind.FORCE, ActorKind.GROUP, ActorKind.GOVERNMENT})
_ABLE = BODIES | {ActorKind.ORGANISATION, ActorKind.PERSON}
_OF_THE_EVENT = frozenset({"event", "responsibility"})
POLICING = frozenset({"arrest", "raid", "rescue", "weapons_disrupted", "territory_regained", "curfew", "conviction", "deployment"})
_SUFFERED = frozenset({"bombing", "suicide_bombing", "mine_explosion", "grenade_attack", "ambush", "assassination", "abduction", "shelling"})
_TOLLS = frozenset({"killed", "arrested", "captured", "abducted"})
_TAKING = frozenset({"arrest", "abduction"})
_OWNING = frozenset({Stance.CLAIMS, Stance.CONFIRMS, Stance.ACKNOWLEDGES})
_WON = frozenset({"territory_seized", "territory_regained", "weapons_disrupted", "rescue"})
_DENIABLE = frozenset(
    {"armed_attack", "ambush", "shooting", "assassination", "execution", "massacre", "stabbing", "bombing", "suicide_bombing",
     "grenade_attack", "mine_explosion", "shelling", "air_strike", "drone_strike", "chemical_attack", "poisoning", "arson",
     "property_destruction", "looting", "torture", "sexual_violence", "abduction", "hijacking", "death_in_custody", "displacement",
     "force_against_protesters", "surrender"}
)


def authors_of(event: Draft, doers: Sequence[ActorMention], victims: Sequence[ActorMention]) -> tuple[ActorMention, ...]:
    """Find those who are authors by the positions taken; ``doers`` and ``victims`` are those that the acts name.

    Who claims the event of an unnamed doer did it; who denies it was accused of it; the accused are listed whatever
    else is said. The victims' side is never its own author by a denial.
    """
    found: list[ActorMention] = []
    for voice in event.voices:
        found.extend(a for a in voice.accused if voice.stance is Stance.ACCUSES and a.name != voice.party)
    known = bool(doers or found)
    victims = (*victims, *(t.victim for t in event.tolls if t.victim and t.victim.kind in BODIES))
    for voice in event.voices:
        speaker = voice.side or voice.speaker
        if speaker is None or speaker.kind not in _ABLE or _is_among(voice, victims):
            continue
        if event.action == "weapons_disrupted" and voice.about == "responsibility":
            continue
        if _makes_author(event, voice, speaker, doers, known):
            found.append(speaker)
    if not known and not found and event.issuer and _is_own_work(event):
        found.append(event.issuer)
    return tuple(found)


def _makes_author(event: Draft, voice: Voice, speaker: ActorMention, doers: Sequence[ActorMention], known: bool) -> bool:
    """Does the position make its speaker an author: a claim, a denial or admission while no doer is named, its own work?"""
    if voice.stance is Stance.CLAIMS and (voice.about == "responsibility" or (voice.about == "event" and not known)):
        return True
    if voice.about in _OF_THE_EVENT and not doers:
        if voice.stance is Stance.DENIES and event.action in _DENIABLE and speaker.kind in BODIES | {ActorKind.ORGANISATION}:
            return True
        if voice.stance is Stance.ACKNOWLEDGES and speaker.kind in BODIES | {ActorKind.ORGANISATION}:
            return True
    if not known and event.action in _DENIABLE and tells_on_enemy(voice, event):
        return True
    if not known and voice.about in _TOLLS and _owns_toll(event, voice, speaker):
        return True
    return not known and _tells_own(event, voice, speaker)


def _owns_toll(event: Draft, voice: Voice, speaker: ActorMention) -> bool:
    """Does a body claim those killed by an attack of nobody named, or own to holding those taken?"""
    if speaker.kind not in BODIES:
        return False
    if voice.about == "killed":
        return voice.stance is Stance.CLAIMS and event.action in _DENIABLE
    return voice.stance in _OWNING and event.action in _TAKING


def _is_own_work(event: Draft) -> bool:
    """Does the body whose own words these are tell of its work without naming itself: "14 suspects were arrested"?"""
    if any(a.kind is ActorKind.UNKNOWN for a in event.agents) or event.issuer is None:
        return False
    if event.issuer.kind is ActorKind.GROUP or event.action in POLICING or event.action in SELF_TOLD:
        return True
    return event.action not in _SUFFERED and any(p.kind is ActorKind.GROUP for p in event.patients)


def _tells_own(event: Draft, voice: Voice, speaker: ActorMention) -> bool:
    """Is the teller the doer: of a threat or a change in its own ranks, of police work, of a fight that it admits?"""
    if voice.about not in _OF_THE_EVENT:
        return False
    if event.action in SELF_TOLD:
        return voice.stance in (Stance.REPORTS, Stance.CLAIMS)
    if speaker.kind not in BODIES:
        return False
    own = voice.stance in (Stance.REPORTS, Stance.CONFIRMS, Stance.CLAIMS)
    if speaker.kind is ActorKind.GROUP:
        return own and event.action in _WON
    return own and speaker.kind is ActorKind.FORCE and event.action in POLICING | {"clash"}


def _is_among(voice: Voice, victims: Sequence[ActorMention]) -> bool:
    return any(speaks_for(voice.party, v.name) for v in victims)


