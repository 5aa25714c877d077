"""Words in a sentence that make a toll, and whether they tell of what happened."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from contested.mentions.counts.groups import Scene
from contested.mentions.counts.tables import GAP, CountTables, Harm, word_set

_BE = word_set("was were been being be is are am got gets get wuz 's 're")
_MODALS = word_set("will would could can may might should shall must 'll 'd wo ca")
_NOT = word_set("not n't never nor neither hardly n’t")
_BETWEEN = word_set("has have had having do did does done also later then since") | _BE | _MODALS | _NOT
_UNREAL = word_set("if unless whether should lest")
_INTENT = word_set("vow vowed vows vowing threaten threatened threatens threatening plan planned plans planning want wanted wants "
    "try tried attempt attempted attempting order ordered urge urged call called risk fear intend intended refuse "
    "refused promise promised swear swore failed")
_OTHER_SENSE = word_set("at on upon to for out over back elsewhere in into up part place down off apart under short along aback note "
    "control charge advantage action steps responsibility office shelter refuge effect")
_COMBAT = word_set("combat battle action fighting clashes")
_FACTIVE = word_set("managed manages manage went proceeded continued continue claim claimed claims")


@dataclass(frozen=True, slots=True)
class Trigger:
    """Tokens ``start`` to ``end`` that match a row; ``gap`` tells that the victims stand between them.

    ``passive`` tells of a form of "be" before it, ``negated`` of "not" and the like.
    """

    start: int
    end: int
    harm: Harm
    gap: bool
    passive: bool
    negated: bool


def find_triggers(scene: Scene, tables: CountTables) -> tuple[Trigger, ...]:
    """Find the words that make tolls, left to right; what is only planned, threatened or supposed is left out."""
    found: list[Trigger] = []
    taken: set[int] = set()
    for i, word in enumerate(scene.lower):
        if i in taken or word not in tables.harms:
            continue
        for harm in _preferred(scene, i, tables.harms[word]):
            places = _match(scene, i, harm)
            if places is None or (len(places) == 1 and _other_sense(scene, i, harm)):
                continue
            taken.update(places)
            passive, negated, unreal = _verb_group(scene, i)
            if not (unreal and harm.shape in ("object", "subject", "state")):
                gap = places[-1] - places[0] >= len(places)
                found.append(Trigger(i, i + 1 if gap else places[-1] + 1, harm, gap, passive, negated))
            break
    return tuple(found)


def _preferred(scene: Scene, i: int, harms: Sequence[Harm]) -> Sequence[Harm]:
    """Put the rows of a verb before those of its noun where a figure follows: "police arrest two suspects"."""
    follows = scene.group_at(i + 1)
    if follows is None or not follows.counted or follows.start != i + 1:
        return harms
    return sorted(harms, key=lambda h: (-len(h.pattern), h.shape != "object"))


def _other_sense(scene: Scene, i: int, harm: Harm) -> bool:
    """Tell whether the next word gives a weak verb another sense ("shot at", "fell on", "taken to hospital")."""
    if harm.strength not in ("weak", "from") or harm.shape not in ("object", "subject"):
        return False
    token, after = scene.sentence.tokens[i], scene.lower[i + 1 : i + 4]
    if harm.shape == "subject" and token.pos not in ("VERB", "AUX"):
        return True
    if not after or after[0] not in _OTHER_SENSE:
        return False
    if after[0] == "at" and after[1:2] in (["least"], ["most"], ("least",), ("most",)):
        return False
    return not (after[0] == "in" and (harm.shape == "object" or any(w in _COMBAT for w in after[1:]))) and not (
        after[0] in ("on", "for") and harm.shape == "object" and harm.strength == "weak"
    )


def _match(scene: Scene, i: int, harm: Harm) -> list[int] | None:
    """Give the tokens that match the row at token i, None if it does not match."""
    places, at, lower = [i], i + 1, scene.lower
    for n, forms in enumerate(harm.pattern[1:], 1):
        if not forms:
            tail = _after_gap(scene, at, harm.pattern[n + 1])
            if tail is None:
                return None
            at = tail
        elif at < len(lower) and lower[at] in forms:
            places.append(at)
            at += 1
        else:
            return None
    return places


def _after_gap(scene: Scene, at: int, forms: frozenset[str]) -> int | None:
    for k in range(at + 1, min(at + GAP + 1, len(scene.lower))):
        if scene.sentence.tokens[k - 1].pos in ("VERB", "AUX") or scene.lower[k - 1] in (";", "."):
            return None
        if scene.lower[k] in forms:
            return k
    return None


def _verb_group(scene: Scene, i: int) -> tuple[bool, bool, bool]:
    """Tell of the verb at token i whether it is passive, negated, and whether it is not told as fact."""
    lower, tokens = scene.lower, scene.sentence.tokens
    passive = negated = unreal = False
    perfect = False
    k = i - 1
    while k >= 0 and i - k <= 6:
        word = lower[k]
        if word in ("to",):
            unreal = unreal or (not perfect and lower[k - 1] not in _FACTIVE and tokens[i].tag not in ("VBG",) and k + 1 <= i)
            break
        if word in _BETWEEN:
            passive = passive or (word in _BE and word not in ("'s",))
            negated = negated or word in _NOT
            unreal = unreal or word in _MODALS
            perfect = perfect or word in ("have", "having")
        elif tokens[k].pos != "ADV" and word not in ("also",):
            break
        k -= 1
    if k >= 0 and lower[k] in _INTENT and tokens[i].tag == "VBG":
        unreal = True
    return passive, negated, unreal or _supposed(scene, i) or _joined_intent(scene, i)


def _supposed(scene: Scene, i: int) -> bool:
    """Tell whether "if" or the like stands before the verb in the same clause."""
    for k in range(i - 1, -1, -1):
        if scene.lower[k] in (",", ";", ":", "-", "–"):
            return False
        if scene.lower[k] in _UNREAL:
            return True
    return False


def _joined_intent(scene: Scene, i: int) -> bool:
    """Tell whether a bare verb is joined to one that is only intended ("vowed to hunt and kill them")."""
    token = scene.sentence.tokens[i]
    if token.tag != "VB" or token.dep != "conj" or token.head >= i:
        return False
    return scene.lower[token.head - 1] == "to" or any(scene.lower[c] in _MODALS for c in scene.sentence.children[token.head])
