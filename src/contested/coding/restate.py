"""Acts that were refused as mere words, but are events by being announced: threats and announced changes (codebook 2)."""

from __future__ import annotations

from dataclasses import replace

from contested.coding.roles import Roles
from contested.language.frames import frame_of
from contested.model.mentions import ActMention, ActorMention
from contested.model.syntax import Sentence
from contested.model.vocabulary import ActorKind, Refusal

ANNOUNCED = frozenset({"restructuring", "ceasefire", "talks_suspended", "dissolution", "merger", "curfew", "formation"})
_ANNOUNCING = frozenset({"announce", "declare", "decree", "state", "say", "agree", "decide", "accept", "reveal", "proclaim", "make"})
VIOLENT = frozenset(
    {"armed_attack", "ambush", "shooting", "assassination", "execution", "massacre", "bombing", "suicide_bombing", "shelling", "air_strike",
     "drone_strike", "abduction", "arson", "clash", "stabbing", "property_destruction"}
)
_SAYING = frozenset({"announce", "state", "say", "declare", "warn", "vow", "promise", "add", "threaten", "reveal", "pledge", "swear"})
_STOPPING = frozenset({"suspend", "stop", "halt", "cease", "end", "pause"})
_PROMISED = frozenset({"will", "would", "shall", "'ll"})
_ARMED = frozenset({ActorKind.GROUP, ActorKind.FORCE, ActorKind.PERSON})


def restate(act: ActMention, sentence: Sentence, roles: Roles) -> ActMention:
    """Give the act as it counts: an announced change took place by its announcement, a promised attack is a threat."""
    if act.refusal in (Refusal.PLANNED, Refusal.PREDICTED) and act.action in ANNOUNCED and is_announced(act, sentence):
        return replace(act, refusal=None)
    if act.refusal is Refusal.PREDICTED and act.action in VIOLENT and _is_stopped(act, sentence):
        return replace(act, refusal=None, action="ceasefire") if is_announced(act, sentence) else act
    if act.refusal is Refusal.PREDICTED and act.action in VIOLENT and _is_promised(act, sentence, roles):
        return replace(act, refusal=None, action="threat", rule=act.rule)
    return act


def _is_stopped(act: ActMention, sentence: Sentence) -> bool:
    """Is the promise that the attacks end?"""
    return sentence.tokens[sentence.tokens[act.head].head].lemma in _STOPPING and sentence.tokens[act.head].dep in ("nsubj", "nsubjpass", "dobj")


def is_announced(act: ActMention, sentence: Sentence) -> bool:
    """Does a verb of announcing stand over the act?"""
    return any(sentence.tokens[i].lemma in _ANNOUNCING for i in sentence.ancestors(act.head))


def _is_promised(act: ActMention, sentence: Sentence, roles: Roles) -> bool:
    """Does an armed body announce that it, or nobody named, will attack?"""
    verb = next((i for i in (act.head, *sentence.ancestors(act.head)) if sentence.tokens[i].pos in ("VERB", "AUX")), None)
    if verb is None or not any(sentence.tokens[c].lower in _PROMISED for c in sentence.children[verb] if sentence.tokens[c].dep == "aux"):
        return False
    saying = next((i for i in sentence.ancestors(verb) if sentence.tokens[i].lemma in _SAYING), None)
    speakers = roles.actors_at(frame_of(sentence, saying).agents) if saying is not None else ()
    if not any(s.kind in _ARMED for s in speakers):
        return False
    agents = roles.actors_at(frame_of(sentence, act.head).agents) if act.form != "noun" else ()
    return not agents or any(a.name == s.name for a in agents for s in speakers)


def promiser(act: ActMention, sentence: Sentence, roles: Roles) -> tuple[ActorMention, ...]:
    """Give who announces what the act says."""
    saying = next((i for i in sentence.ancestors(act.head) if sentence.tokens[i].lemma in _SAYING), None)
    return roles.actors_at(frame_of(sentence, saying).agents) if saying is not None else ()
