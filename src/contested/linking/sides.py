"""Whose side a party is on, and the stance that follows from it (codebook 6)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from contested.coding.drafts import Draft, Toll, Voice
from contested.coding.own_words import OWN_WORDS
from contested.mentions.attribution.stances import IDENTITY
from contested.model.mentions import ActorMention
from contested.model.vocabulary import ActorKind, CasualtyKind, Stance

_CONTRARY = frozenset({Stance.DENIES, Stance.DISPUTES, Stance.ACCUSES, Stance.CLAIMS})
_FULLER = frozenset({Stance.CONFIRMS, Stance.ACKNOWLEDGES, Stance.NO_COMMENT, Stance.CLAIMS, Stance.DENIES, Stance.DISPUTES})
_GRANTS = frozenset({Stance.ACKNOWLEDGES, Stance.CONFIRMS})
_GROUND = frozenset({"territory_seized", "territory_regained"})
_UNITS = frozenset({"division", "brigade", "battalion", "regiment", "headquarters", "corps"})
_KIN = frozenset({"family", "familie", "relative", "lawyer", "mother", "father", "brother", "sister", "widow", "son", "daughter", "wife", "parent"})
_TELLING = frozenset({Stance.CLAIMS, Stance.REPORTS})
_MERE = frozenset({Stance.CLAIMS, Stance.REPORTS, Stance.CONFIRMS, Stance.NO_COMMENT})
_OWN_SIDE_WORDS = frozenset({"the", "of", "and", "for", "in", "al"})
_CIVIL = frozenset({"health", "emergencies", "emergency", "hospital", "hospitals", "human", "rights", "medical", "relief"})
_GENERAL = frozenset({"national", "armed", "free", "united", "ministry", "interior", "defence", "defense", "foreign", "federal", "special", "security", "state"})

SELF_TOLD = frozenset(
    {"threat", "call_to_arms", "ceasefire", "agreement", "negotiation", "talks_suspended", "formation", "dissolution", "restructuring",
     "merger", "split", "allegiance", "leadership_change", "designation", "sanction", "curfew", "accusation", "conviction"}
)


def name_words(name: str) -> frozenset[str]:
    """Give the words of a name that count for comparison."""
    return frozenset(w for w in name.casefold().replace("-", " ").replace("'s", "").split() if w not in _OWN_SIDE_WORDS)


def speaks_for(party: str, body: str) -> bool:
    """Is the party the body itself, or named as a part of it?"""
    a, b = name_words(party), name_words(body)
    return bool(a and b) and (a == b or a < b or b < a)


def settle_voices(event: Draft, perpetrators: Sequence[ActorMention] = ()) -> tuple[Voice, ...]:
    """Decide between claiming, accusing and reporting by the speaker's side, and give each position once.

    The perpetrator's side claims; anybody else reports. A threat or a truce is told by whoever tells it: only who
    rejects it takes a position. Who claims responsibility is the perpetrator's side by that.
    ``perpetrators`` are the settled ones, by whom a party that nobody named in the act may turn out to be its author.
    """
    doers = [a for a in event.agents if a.kind is not ActorKind.UNKNOWN]
    doers += [p for p in perpetrators if p not in doers]
    seen: dict[tuple[str, Stance], Voice] = {}
    for voice in _without_empty(event.voices):
        own = _is_own(voice, doers)
        stance = _stance(voice, doers, own=own or (not doers and (tells_on_enemy(voice, event) or _tells_of_ground(voice, event))))
        if event.action in SELF_TOLD and stance in _MERE and not (own and voice.rule == OWN_WORDS):
            continue
        stance = _contested(replace(voice, stance=stance), event, own=own)
        settled = replace(voice, stance=stance)
        seen.setdefault((settled.party, settled.stance), settled)
    return tuple(seen.values())


def tells_on_enemy(voice: Voice, event: Draft) -> bool:
    """Does an armed group give the losses of an armed body, or what it took, while nobody else is named as the author?"""
    if voice.speaker is None or voice.speaker.kind is not ActorKind.GROUP or voice.whole or event.issuer:
        return False
    hit = [p for p in event.patients if p.kind in (ActorKind.FORCE, ActorKind.GOVERNMENT, ActorKind.ORGANISATION) and (p.rule != "object" or p.members or not p.name.islower())]
    hit += [t.victim for t in event.tolls if t.victim and t.asserted_by == voice.party and t.victim.kind is ActorKind.FORCE]
    return bool(hit) and not any(speaks_for(voice.party, p.name) for p in (*event.patients, *hit))


def _tells_of_ground(voice: Voice, event: Draft) -> bool:
    """Does an armed body make known that ground was taken, which nobody else is said to have taken?"""
    speaker = voice.side or voice.speaker
    if speaker is None or event.action not in _GROUND or event.issuer:
        return False
    return speaker.kind in (ActorKind.GROUP, ActorKind.FORCE) and not any(speaks_for(voice.party, p.name) for p in event.patients)


def _stance(voice: Voice, doers: Sequence[ActorMention], *, own: bool) -> Stance:
    if voice.stance is Stance.REPORTS and own:
        return Stance.CLAIMS
    if voice.stance is Stance.CLAIMS and not own and doers and voice.about != "responsibility":
        return Stance.REPORTS
    return voice.stance


def _contested(voice: Voice, event: Draft, *, own: bool) -> Stance:
    """Read a rejection from the side that speaks: who says nobody was hurt where others count the hurt, or the victims' own side."""
    if voice.stance is Stance.DISPUTES and voice.rule.endswith(IDENTITY) and not (own or _is_kin(voice) or _told_before(voice, event)):
        return Stance.REPORTS
    if voice.stance in _TELLING and _denies_harm(voice.party, event.tolls):
        return Stance.DENIES if voice.about in ("killed", "injured") else Stance.DISPUTES
    if own and voice.by_others and voice.stance is Stance.CLAIMS and not event.issuer:
        return Stance.DISPUTES
    victim = voice.speaker and not own and any(speaks_for(voice.party, p.name) for p in event.patients)
    if voice.stance is Stance.DENIES and victim and voice.about == "event":
        return Stance.DISPUTES
    return voice.stance


def _is_kin(voice: Voice) -> bool:
    """Do the relatives or lawyers of those hit speak?"""
    return bool(_KIN & {w.removesuffix("s") for w in voice.party.casefold().split()})


def _told_before(voice: Voice, event: Draft) -> bool:
    """Has another party told the event before, so that who was hit is in dispute?"""
    return any(v.party != voice.party and v.start < voice.start and v.stance in _TELLING | {Stance.ACKNOWLEDGES, Stance.ACCUSES} for v in event.voices)


def _denies_harm(party: str, tolls: Sequence[Toll]) -> bool:
    """Does a party count no dead, or nobody at all, where another counts some, of the same people as far as they are told?"""
    own = [t for t in tolls if t.asserted_by == party]
    nobody = all(t.count.high == 0 for t in own)
    none = [t for t in own if t.count.high == 0 and (nobody or t.count.kind is CasualtyKind.KILLED)]
    return any(
        t.asserted_by != party and t.count.kind == n.count.kind and (t.count.low or 0) > 0 and (not t.of or not n.of or t.of == n.of)
        for n in none for t in tolls
    )


def _without_empty(voices: Sequence[Voice]) -> Sequence[Voice]:
    """Leave out a mere report of a party that takes a fuller position on the same event, and what it grants where it disputes."""
    contrary = {v.party for v in voices if v.stance in _CONTRARY}
    fuller = {v.party for v in voices if v.stance in _FULLER}
    parted = {v.party for v in voices if v.stance is Stance.DISPUTES}
    voices = [v for v in voices if not (v.party in parted and v.stance in _GRANTS and v.about == "event")]
    return [v for v in voices if not (v.party in contrary if v.rule == OWN_WORDS else _is_bare(v) and v.party in fuller)]


def _is_bare(voice: Voice) -> bool:
    return voice.stance is Stance.REPORTS and voice.about == "event"


def _is_own(voice: Voice, doers: Iterable[ActorMention]) -> bool:
    for doer in doers:
        if speaks_for(voice.party, doer.name) or (voice.side and voice.side.name == doer.name):
            return True
        if voice.speaker and _of_one_state(voice.speaker, doer):
            return True
        if voice.speaker and doer.kind is ActorKind.FORCE and _is_unit(voice.speaker):
            return True
        if voice.side and (speaks_for(voice.side.name, doer.name) or _of_one_state(voice.side, doer)):
            return True
        if voice.speaker and doer.name in voice.speaker.members:
            return True
    return False


def _is_unit(speaker: ActorMention) -> bool:
    """Is it a unit of a force that is named without its state: "the Fourth Division", "Defence Headquarters"?"""
    return speaker.kind is ActorKind.ORGANISATION and speaker.country is None and bool(name_words(speaker.name) & _UNITS)


def _of_one_state(speaker: ActorMention, doer: ActorMention) -> bool:
    """Are both officials of one state, by its code or by the name that both open with ("Syrian Army", "Syrian ministry")?"""
    if not (_official(speaker) and (_official(doer) or doer.kind is ActorKind.ORGANISATION)) or name_words(speaker.name) & _CIVIL:
        return False
    if speaker.country and doer.country:
        return speaker.country == doer.country
    first = speaker.name.split()[0]
    return first[:1].isupper() and first == doer.name.split()[0] and first.casefold() not in _GENERAL


def _official(actor: ActorMention) -> bool:
    return actor.kind in (ActorKind.FORCE, ActorKind.GOVERNMENT)
