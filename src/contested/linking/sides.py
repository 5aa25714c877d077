"""Whose side a party is on, and the stance that follows from it (codebook 6)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from contested.coding.drafts import Draft, Voice
from contested.model.mentions import ActorMention
from contested.model.vocabulary import ActorKind, Stance

_OWN_SIDE_WORDS = frozenset({"the", "of", "and", "for", "in", "al"})


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


def settle_voices(event: Draft) -> tuple[Voice, ...]:
    """Decide between claiming and reporting by the speaker's side, and give each position once.

    The perpetrator's side claims; anybody else reports. Who claims responsibility is the perpetrator's side by that.
    """
    doers = [a for a in event.agents if a.kind is not ActorKind.UNKNOWN]
    quiet = event.action in SELF_TOLD
    seen: dict[tuple[str, Stance], Voice] = {}
    for voice in event.voices:
        own = _is_own(voice, doers)
        stance = voice.stance
        if stance is Stance.REPORTS and own:
            stance = Stance.CLAIMS
        elif stance is Stance.CLAIMS and not own and doers and voice.about != "responsibility":
            stance = Stance.REPORTS
        if quiet and own and stance in (Stance.CLAIMS, Stance.REPORTS):
            continue
        settled = replace(voice, stance=stance)
        seen.setdefault((settled.party, settled.stance), settled)
    return tuple(seen.values())


def _is_own(voice: Voice, doers: Iterable[ActorMention]) -> bool:
    for doer in doers:
        if speaks_for(voice.party, doer.name):
            return True
        if voice.speaker and doer.country and voice.speaker.country == doer.country and _official(voice.speaker) and _official(doer):
            return True
        if voice.speaker and doer.name in voice.speaker.members:
            return True
    return False


def _official(actor: ActorMention) -> bool:
    return actor.kind in (ActorKind.FORCE, ActorKind.GOVERNMENT)
