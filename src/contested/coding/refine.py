"""The action by which an event is coded, from its acts, weapons and victims (codebook 2)."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from contested.language.frames import frame_of
from contested.model.mentions import ActMention, ActorMention, WeaponMention
from contested.model.syntax import Sentence
from contested.model.vocabulary import ActorKind
from contested.resources import read_table

_GENERAL = frozenset({"armed_attack"})
_FINER = {
    "bombing": ("suicide_bombing", "grenade_attack", "mine_explosion", "air_strike", "drone_strike", "shelling"),
    "shelling": ("drone_strike", "air_strike", "grenade_attack"),
    "air_strike": ("drone_strike",),
    "shooting": (),
}
_EXPLOSIVE = frozenset({"bombing", "suicide_bombing", "grenade_attack", "shelling", "air_strike", "drone_strike"})
_FIRED = frozenset({"shooting", "arson", "property_destruction", "armed_attack", "shelling"})
_BY_ITSELF = frozenset({"drone_strike", "air_strike", "shelling"})
_FROM_AIR = frozenset({"armed_attack", "bombing"})
_FORCED_ENTRY = ("forced their way", "force their way", "broke into", "break into")
_HELD = frozenset({"hostage", "hostages", "captive", "captives", "abductee", "abductees"})
_AGAINST_CROWDS = frozenset({"shooting", "armed_attack"})
_SHOT = frozenset({"shooting", "armed_attack"})
_CROWD = frozenset({"protesters", "protester", "demonstrators", "demonstrator", "crowd", "crowds", "marchers", "protestors", "rally"})
_MARCH = frozenset({"march", "rally", "protest", "demonstration", "sit-in"})
_POWER = frozenset({"bound", "blindfolded", "handcuffed", "execution-style", "lined"})
_SURRENDERED = frozenset({"surrendering", "surrendered", "captured", "captive", "captives", "prisoner", "prisoners", "detainee", "detainees"})
_PLAIN_RANKS = frozenset({"sepoy", "private", "constable", "naik", "corporal", "sergeant", "soldier", "policeman", "driver", "worker", "farmer", "watchman"})
_CHOSEN = frozenset({"shooting", "armed_attack", "bombing", "stabbing"})
_PARTNERS = frozenset({"wife", "husband", "driver", "bodyguard", "guard", "son", "daughter", "brother", "companion", "aide"})


def load_prominent(extra: Sequence[Path] = ()) -> frozenset[str]:
    """Read the roles whose holder, attacked alone, makes an assassination."""
    return frozenset(r["word"] for r in read_table("prominent.csv", ("word",), extra))


def refine_action(
    lead: ActMention, acts: Sequence[ActMention], agents: Sequence[ActorMention], patients: Sequence[ActorMention],
    weapons: Sequence[WeaponMention], sentence: Sentence, prominent: frozenset[str],
) -> str:
    """Choose the action: the weapon beats the general word; a chosen, prominent victim makes an assassination."""
    named = [w.action for w in weapons if w.action]
    action = lead.action
    if action in _GENERAL and named:
        action = named[0]
    elif action == "property_destruction" and any(n in _EXPLOSIVE for n in named):
        action = next(n for n in named if n in _EXPLOSIVE)
    elif action in _FINER:
        action = next((n for n in named if n in _FINER[action]), action)
    if action in _FIRED and (thrown := _thrown_by(lead, weapons, sentence)):
        action = thrown
    if action in _FROM_AIR and any("air force" in a.text.casefold() for a in agents):
        action = "air_strike"
    if action in ("abduction", "arrest") and any(a.kind is ActorKind.FORCE for a in agents) and _is_lawful(lead, patients):
        action = "arrest"
    if action == "armed_attack" and not named and lead.text.casefold().startswith(_FORCED_ENTRY) and any(a.kind is ActorKind.FORCE for a in agents):
        return "raid"
    if action == "prisoner_release" and any(a.kind is ActorKind.FORCE for a in agents) and _are_hostages(patients):
        return "rescue"
    if action in _AGAINST_CROWDS and _hits_crowd(patients, sentence):
        return "force_against_protesters"
    if action in _SHOT and (_are_bound(sentence) or _gave_up(patients)):
        return "execution"
    if action == "execution" and sentence.tokens[lead.head].lemma == "find" and "body" not in lead.text.casefold() and not _are_bound(sentence) and _is_chosen(patients, sentence, prominent):
        return "assassination"
    if action in _CHOSEN and _kills(acts, action) and _is_chosen(patients, sentence, prominent):
        return "assassination"
    if action == "assassination" and not _is_single(patients, sentence):
        return "shooting" if any(a.action == "shooting" for a in acts) else "armed_attack"
    return action


def _thrown_by(lead: ActMention, weapons: Sequence[WeaponMention], sentence: Sentence) -> str | None:
    """Give the action of the weapon that itself does the deed: "a drone fired on a lorry", "missiles set a depot alight"."""
    doers = set(frame_of(sentence, lead.head).agents)
    return next((w.action for w in weapons if w.head in doers and w.action in _BY_ITSELF), None)


def _is_lawful(lead: ActMention, patients: Sequence[ActorMention]) -> bool:
    """May what soldiers do to people be an arrest: no kidnapping by its word, and no taking of other soldiers?"""
    words = lead.text.casefold()
    if "kidnap" in words or "abduct" in words:
        return False
    return not (patients and all(p.kind is ActorKind.FORCE for p in patients))


def _are_hostages(patients: Sequence[ActorMention]) -> bool:
    return any(w in _HELD for p in patients for w in p.text.casefold().split())


def _hits_crowd(patients: Sequence[ActorMention], sentence: Sentence) -> bool:
    if any(w in _CROWD for p in patients for w in p.name.casefold().split()):
        return True
    return any(t.lemma.lower() in _MARCH and t.pos == "NOUN" and _is_setting(sentence, t.i) for t in sentence.tokens)


def _is_setting(sentence: Sentence, i: int) -> bool:
    """Is a march where it happened, or what was broken up: "during a rally", "to break up a march"?"""
    token = sentence.tokens[i]
    above = sentence.tokens[token.head]
    return (token.dep == "pobj" and above.lower in ("during", "at", "in")) or (token.dep == "dobj" and above.lemma in ("break", "disperse", "stop"))


def _are_bound(sentence: Sentence) -> bool:
    """Were the victims in the killer's power: bound, lined up, taken out, shot in the head?"""
    words = [t.lower for t in sentence.tokens]
    if _POWER & set(words):
        return True
    return any(words[n : n + 3] in (["in", "the", "head"], ["to", "the", "head"]) or words[n : n + 2] == ["taken", "out"] for n in range(len(words)))


def _gave_up(patients: Sequence[ActorMention]) -> bool:
    """Are the victims named as people who had given up or were held?"""
    return any(w in _SURRENDERED for p in patients for w in p.text.casefold().split())


def _kills(acts: Sequence[ActMention], action: str) -> bool:
    words = {w for a in acts for w in a.text.casefold().split()}
    return bool(words & {"killed", "dead", "murdered", "shot", "gunned", "killing", "shooting", "assassinated", "death", "kills"})


def _is_chosen(patients: Sequence[ActorMention], sentence: Sentence, prominent: frozenset[str]) -> bool:
    """Is the victim one person, named or of a prominent office, perhaps with company?"""
    return any(_is_prominent(p, sentence, prominent) for p in patients[:2])


def _is_prominent(actor: ActorMention, sentence: Sentence, prominent: frozenset[str]) -> bool:
    if actor.kind not in (ActorKind.PERSON, ActorKind.OFFICE, ActorKind.CIVILIANS, ActorKind.SOURCE):
        return False
    head = sentence.tokens[actor.head] if actor.head >= 0 else None
    if head is None or head.tag in ("NNS", "NNPS"):
        return False
    if actor.kind is ActorKind.PERSON and actor.name[:1].isupper():
        return not {sentence.tokens[c].lemma.lower() for c in sentence.children[head.i]} & _PLAIN_RANKS
    around = {head.lemma.lower()} | {sentence.tokens[c].lemma.lower() for c in sentence.children[head.i]}
    return bool(around & prominent)


def _is_single(patients: Sequence[ActorMention], sentence: Sentence) -> bool:
    """May the victims have been chosen one by one: is there none, or the first no plural?"""
    if not patients or patients[0].head < 0:
        return True
    return patients[0].kind is ActorKind.PERSON or sentence.tokens[patients[0].head].tag not in ("NNS", "NNPS")
