"""Acts that were refused as mere words, but are events by being announced: threats and announced changes (codebook 2)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from contested.coding.roles import Roles
from contested.coding.voices import covers, speaker_of
from contested.language.frames import frame_of
from contested.model.mentions import ActMention, AttributionMention
from contested.model.syntax import Sentence
from contested.model.vocabulary import ActorKind, Refusal

ANNOUNCED = frozenset({"restructuring", "ceasefire", "talks_suspended", "dissolution", "merger", "curfew", "formation"})
_ANNOUNCING = frozenset({"announce", "declare", "decree", "state", "say", "agree", "decide", "accept", "reveal", "proclaim", "make"})
_VIOLENT = frozenset(
    {"armed_attack", "ambush", "shooting", "assassination", "execution", "massacre", "bombing", "suicide_bombing", "shelling", "air_strike",
     "drone_strike", "abduction", "arson", "clash", "stabbing", "property_destruction"}
)
_PROMISED = frozenset({"will", "would", "shall", "'ll"})
_ARMED = frozenset({ActorKind.GROUP, ActorKind.FORCE, ActorKind.PERSON})


def restate(act: ActMention, sentence: Sentence, speech: Sequence[AttributionMention], roles: Roles) -> ActMention:
    """Give the act as it counts: an announced change took place by its announcement, a promised attack is a threat."""
    if act.refusal in (Refusal.PLANNED, Refusal.PREDICTED) and act.action in ANNOUNCED and _is_announced(act, sentence):
        return replace(act, refusal=None)
    if act.refusal is Refusal.PREDICTED and act.action in _VIOLENT and _is_promised(act, sentence, speech, roles):
        return replace(act, refusal=None, action="threat", rule=act.rule)
    return act


def _is_announced(act: ActMention, sentence: Sentence) -> bool:
    return any(sentence.tokens[i].lemma in _ANNOUNCING for i in sentence.ancestors(act.head))


def _is_promised(act: ActMention, sentence: Sentence, speech: Sequence[AttributionMention], roles: Roles) -> bool:
    """Does a body announce that it (or nobody named) will attack?"""
    verb = next((i for i in (act.head, *sentence.ancestors(act.head)) if sentence.tokens[i].pos in ("VERB", "AUX")), None)
    if verb is None or not any(sentence.tokens[c].lower in _PROMISED for c in sentence.children[verb] if sentence.tokens[c].dep == "aux"):
        return False
    voice = next((m for m in speech if covers(m, act.start, act.end)), None)
    if voice is None:
        return False
    name, speaker = speaker_of(voice, roles)
    if speaker is None or speaker.kind not in _ARMED:
        return False
    agents = roles.actors_at(frame_of(sentence, act.head).agents) if act.form != "noun" else ()
    return not agents or any(a.name == name for a in agents)
