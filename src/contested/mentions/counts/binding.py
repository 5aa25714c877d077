"""Which group of persons a word of harm speaks of: by syntax where the parse is sound, else by neighbourhood."""

from __future__ import annotations

from dataclasses import replace

from contested.mentions.counts.chains import chain_of, company_of, merge_by_side
from contested.mentions.counts.groups import Group, Scene
from contested.mentions.counts.neighbours import (
    ATTACHING,
    child_group,
    group_for,
    group_left,
    group_right,
    nearest_left,
    tells_its_own,
)
from contested.mentions.counts.tables import CountTables, word_set
from contested.mentions.counts.triggers import Trigger

_TAKEN = word_set("from by gunpoint hostage away captive")
_BODIES = word_set("body corpse corpses remains")
_ANAPHORS = word_set("them whom these those which")
_NO_PERSON = frozenset(("GPE", "LOC", "DATE", "TIME", "MONEY", "PERCENT", "QUANTITY", "WORK_OF_ART", "EVENT", "LANGUAGE"))


def victims(scene: Scene, trigger: Trigger, tables: CountTables) -> tuple[Group, ...]:
    """Give the groups that the trigger's harm befell, of one side each; empty where the sentence names none."""
    shape, covering = trigger.harm.shape, scene.group_at(trigger.start)
    if covering and covering.part:
        return ()
    if shape == "object":
        group = _of_object(scene, trigger)
    elif shape == "subject":
        group = _of_subject(scene, trigger)
    elif shape == "state":
        group = _of_state(scene, trigger)
    else:
        group = _of_noun(scene, trigger)
    if group is None or not suits(scene, group, trigger):
        return ()
    return merge_by_side(chain_of(scene, group, trigger) + company_of(scene, trigger))


def suits(scene: Scene, group: Group, trigger: Trigger) -> bool:
    """Tell whether the group can be the victim: persons, and as sure as the row's strength asks."""
    if group.side == "thing" or ("injured" in trigger.harm.kinds and scene.sentence.tokens[group.head].lemma.lower() in _BODIES):
        return False
    strength, number = trigger.harm.strength, group.low or group.high or 0
    if group.named and scene.sentence.tokens[group.head].ent in _NO_PERSON and not group.side:
        return False
    if strength == "many":
        return group.counted and number >= 20 and group.side in ("civil", "any")
    if strength == "people":
        return group.side in ("civil", "any") and (group.counted or not group.definite) and not group.named
    if strength == "from":
        after = scene.lower[trigger.end : max(trigger.end, group.end) + 5]
        return (group.side != "" or group.counted) and any(w in _TAKEN for w in after) and not group.named
    if strength == "weak" and group.high != 0:
        who = "who" in scene.lower[group.end : group.end + 3]
        return bool(group.side) or (group.counted and (group.noun is None or who)) or _is_human_name(scene, group)
    return True


def _is_human_name(scene: Scene, group: Group) -> bool:
    return group.named and scene.sentence.tokens[group.head].ent == "PERSON"


def _of_object(scene: Scene, trigger: Trigger) -> Group | None:
    if trigger.gap:
        return next((g for g in scene.groups if g.start > trigger.start), None) if not trigger.passive else _subject(scene, trigger)
    tag, follows = scene.sentence.tokens[trigger.start].tag, scene.lower[trigger.end : trigger.end + 2]
    if follows[:1] == ("of",) and tag != "VBN":
        return group_right(scene, trigger.end + 1)
    if follows in (("himself", "and"), ("herself", "and"), ("themselves", "and")):
        return group_right(scene, trigger.end + 2)
    if trigger.passive:
        return _subject(scene, trigger) or group_right(scene, trigger.end)
    if tag == "VBG" or scene.lower[trigger.start].endswith("ing"):
        return group_right(scene, trigger.end) or child_group(scene, trigger, ("dobj",))
    right = group_right(scene, trigger.end)
    if _thing_follows(scene, trigger):
        return None
    if right and right.vague and not right.counted and scene.sentence.tokens[trigger.start].dep == "amod":
        return None
    left = group_left(scene, trigger.start) if tag in ("VBN", "VBD", "JJ", "NN") or not right else None
    if left and tag in ("VB", "VBZ", "VBP"):
        left = None
    if left and scene.lower[trigger.start - 1] in ("who", "that", "which"):
        left = None
    telegraphic = left is not None and left.counted and right is not None and _telegraphic(trigger, right)
    if right and not telegraphic and not tells_its_own(scene, right):
        return right
    if left and left.counted and (left.end == trigger.start or not child_group(scene, trigger, ("dobj",))):
        return left
    return child_group(scene, trigger, ("dobj",)) or left or _passive_elder(scene, trigger) or _over_part(scene, trigger)


def _over_part(scene: Scene, trigger: Trigger) -> Group | None:
    """Give the whole in "26 people, of whom ten soldiers, injured", the man in "a guard, J. Doe, abducted in May"."""
    if trigger.start < 2 or scene.lower[trigger.start - 1] not in (",", ")"):
        return None
    part = scene.group_at(trigger.start - 2)
    if part and part.part:
        return _whole(scene, part)
    token = scene.sentence.tokens[trigger.start]
    return scene.group_at(token.head) if token.dep == "acl" and token.tag == "VBN" else None


def _thing_follows(scene: Scene, trigger: Trigger) -> bool:
    at = trigger.end
    if scene.lower[at : at + 1] in (("the",), ("a",), ("some",), ("several",)):
        at += 1
    group = scene.group_at(at)
    return group is not None and group.side == "thing"


def _telegraphic(trigger: Trigger, right: Group) -> bool:
    """Tell "two soldiers killed Friday" and "three killed and the rebels fled" from an active verb."""
    return right.start != trigger.end or (right.named and not right.side)


def _passive_elder(scene: Scene, trigger: Trigger) -> Group | None:
    """Give the subject of the passive verb that this one is joined to ("were seized and shot")."""
    token = scene.sentence.tokens[trigger.start]
    if token.dep != "conj" or token.tag not in ("VBN", "VBD"):
        return None
    elder = scene.sentence.tokens[token.head]
    for child in scene.sentence.children[elder.i]:
        if scene.sentence.tokens[child].dep in ("nsubjpass",):
            return group_for(scene, child)
    return None


def _subject(scene: Scene, trigger: Trigger) -> Group | None:
    found = _plain_subject(scene, trigger)
    if found and found not in scene.groups and not found.definite:
        found = nearest_left(scene, trigger.start) or found
    return _whole(scene, found) if found else None


def _plain_subject(scene: Scene, trigger: Trigger) -> Group | None:
    near = group_left(scene, trigger.start)
    attached = near is not None and near.start > 0 and scene.lower[near.start - 1] in ATTACHING
    if near and (near.counted or (near.definite and not attached)):
        return near
    found = child_group(scene, trigger, ("nsubjpass", "nsubj"))
    if found:
        return found
    token = scene.sentence.tokens[trigger.start]
    if token.dep in ("relcl", "acl"):
        return group_for(scene, token.head)
    if token.dep == "conj":
        elder = [c for c in scene.sentence.children[token.head] if scene.sentence.tokens[c].dep in ("nsubjpass", "nsubj")]
        if elder and not near:
            return group_for(scene, elder[0])
    return near or nearest_left(scene, trigger.start)


def _of_subject(scene: Scene, trigger: Trigger) -> Group | None:
    if trigger.gap:
        inside = next((g for g in scene.groups if trigger.start < g.start <= trigger.start + 2), None)
        if inside and inside.counted:
            return inside
    found = _subject(scene, trigger)
    return found if found and (found in scene.groups or found.definite) else None


def _of_state(scene: Scene, trigger: Trigger) -> Group | None:
    inside = scene.group_at(trigger.start)
    if inside and inside.counted:
        return inside
    left = group_left(scene, trigger.start)
    if left and (left.counted or left.end < trigger.start):
        return _whole(scene, left)
    if trigger.passive or scene.sentence.tokens[trigger.start].dep in ("acomp", "oprd", "ccomp"):
        return _subject(scene, trigger)
    return None


def _of_noun(scene: Scene, trigger: Trigger) -> Group | None:
    if scene.sentence.tokens[trigger.start].dep == "compound":
        return None
    inside = scene.group_at(trigger.start)
    if inside and inside.counted and scene.lower[inside.head] in ("case", "cases"):
        return replace(inside, side="")
    at = trigger.end
    if inside is None or not inside.counted:
        if scene.lower[at : at + 1] == ("of",) or scene.lower[at : at + 1] == ("to",):
            return group_right(scene, at + 1) or _group_for_noun(scene, at + 1)
        return None
    return inside


def _group_for_noun(scene: Scene, i: int) -> Group | None:
    """Give the head of the phrase behind "of": one person where it is a singular noun."""
    for k in range(i, min(i + 6, len(scene.lower))):
        token = scene.sentence.tokens[k]
        if token.dep == "pobj":
            return group_for(scene, k)
    return None


def _whole(scene: Scene, group: Group) -> Group:
    """Step back from "including two nurses" to the group that they are part of."""
    while group in scene.groups and (n := scene.groups.index(group)) > 0:
        before = scene.groups[n - 1]
        aside = scene.lower[group.start - 1] == "," and scene.lower[group.end : group.end + 1] == (",",)
        if group.part and not aside and not _ANAPHORS.isdisjoint(scene.lower[group.start : group.end]):
            break
        if not group.part and not (before.part and _no_verb(scene, before.end, group.start)):
            break
        if before.side == "thing":
            break
        group = before
    return group


def _no_verb(scene: Scene, start: int, end: int) -> bool:
    return all(t.pos not in ("VERB", "AUX", "CCONJ") for t in scene.sentence.tokens[start:end])
