"""Which group of persons a word of harm speaks of: by syntax where the parse is sound, else by neighbourhood."""

from __future__ import annotations

from dataclasses import replace

from contested.mentions.counts.groups import Group, Scene
from contested.mentions.counts.tables import CountTables, word_set
from contested.mentions.counts.triggers import Trigger

_STEP_RIGHT = word_set('" “ ” ( a the also only as : least both')
_STEP_LEFT = frozenset(
    ["was", "were", "been", "being", "be", "is", "are", "had", "has", "have", "having", "also", "then", "later", "reportedly", "who", "that", "which", "all", "confirmed", "feared", "found", "still", "now", "either", "reported", "left", "(", '"', "”", "as"]
)
_JOINTS = frozenset((",", "and", "&", "as", "well", "along", "together", "with", "plus", "/"))
_PERSONAL = word_set("he she him her")
_TAKEN = word_set("from by gunpoint hostage away captive")
_STATES = word_set("dead missing inj wia kia mia injured wounded killed hurt")
_BODIES = word_set("body corpse corpses remains")
_DEATHS = word_set("loss losses death deaths casualty casualties injury injuries")
_ATTACHING = word_set("of from in at by with near for")
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
    return merge_by_side(_chain(scene, group, trigger) + _company(scene, trigger))


def _company(scene: Scene, trigger: Trigger) -> tuple[Group, ...]:
    """Give those who are named behind the verb: "was killed along with two others"."""
    at = trigger.end
    if scene.lower[at : at + 2] not in (("along", "with"), ("together", "with")):
        return ()
    group = _right(scene, at + 2)
    return (group, *(g for g in _joined(scene, scene.groups.index(group), 1, at))) if group in scene.groups else ()


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


def merge_by_side(groups: tuple[Group, ...]) -> tuple[Group, ...]:
    """Add up joined groups of one side ("a monk and two novices" are three); two sides stay two groups."""
    merged: list[Group] = []
    for group in groups:
        last = merged[-1] if merged else None
        if last is None or not _same_side(last.side, group.side):
            merged.append(group)
            continue
        low = None if last.low is None or group.low is None else last.low + group.low
        high = None if last.high is None or group.high is None else last.high + group.high
        noun = (last.noun[0] if last.noun else last.start, group.end)
        side = last.side if last.side not in ("", "any") else group.side
        merged[-1] = replace(last, end=group.end, low=low, high=high, noun=noun, side=side)
    return tuple(merged)


def _same_side(one: str, other: str) -> bool:
    return one == other or one in ("", "any") or other in ("", "any")


def _is_human_name(scene: Scene, group: Group) -> bool:
    return group.named and scene.sentence.tokens[group.head].ent == "PERSON"


def _of_object(scene: Scene, trigger: Trigger) -> Group | None:
    if trigger.gap:
        return next((g for g in scene.groups if g.start > trigger.start), None) if not trigger.passive else _subject(scene, trigger)
    tag, follows = scene.sentence.tokens[trigger.start].tag, scene.lower[trigger.end : trigger.end + 2]
    if follows[:1] == ("of",) and tag != "VBN":
        return _right(scene, trigger.end + 1)
    if follows in (("himself", "and"), ("herself", "and"), ("themselves", "and")):
        return _right(scene, trigger.end + 2)
    if trigger.passive:
        return _subject(scene, trigger) or _right(scene, trigger.end)
    if tag == "VBG" or scene.lower[trigger.start].endswith("ing"):
        return _right(scene, trigger.end) or _child(scene, trigger, ("dobj",))
    right = _right(scene, trigger.end)
    if _thing_follows(scene, trigger):
        return None
    if right and right.vague and not right.counted and scene.sentence.tokens[trigger.start].dep == "amod":
        return None
    left = _left(scene, trigger.start) if tag in ("VBN", "VBD", "JJ", "NN") or not right else None
    if left and tag in ("VB", "VBZ", "VBP"):
        left = None
    if left and scene.lower[trigger.start - 1] in ("who", "that", "which"):
        left = None
    telegraphic = left is not None and left.counted and right is not None and _telegraphic(trigger, right)
    if right and not telegraphic and not _tells_its_own(scene, right):
        return right
    if left and left.counted and (left.end == trigger.start or not _child(scene, trigger, ("dobj",))):
        return left
    return _child(scene, trigger, ("dobj",)) or left or _passive_elder(scene, trigger) or _over_part(scene, trigger)


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


def _tells_its_own(scene: Scene, group: Group) -> bool:
    """Tell whether another verb follows the group, so that it is that verb's subject ("killed, five wounded")."""
    if group.end >= len(scene.lower):
        return False
    token, word = scene.sentence.tokens[group.end], scene.lower[group.end]
    if word in _STATES and group.noun is None:
        return True
    if word in ("dead", "missing") or token.tag in ("VBD", "VBZ", "VBP", "MD"):
        return token.tag != "VBD" or not _reduced(scene, group)
    return token.tag == "VBN" and group.counted and group.noun is None


def _reduced(scene: Scene, group: Group) -> bool:
    return scene.lower[group.end] in ("who", "that")


def _passive_elder(scene: Scene, trigger: Trigger) -> Group | None:
    """Give the subject of the passive verb that this one is joined to ("were seized and shot")."""
    token = scene.sentence.tokens[trigger.start]
    if token.dep != "conj" or token.tag not in ("VBN", "VBD"):
        return None
    elder = scene.sentence.tokens[token.head]
    for child in scene.sentence.children[elder.i]:
        if scene.sentence.tokens[child].dep in ("nsubjpass",):
            return _group_for(scene, child)
    return None


def _subject(scene: Scene, trigger: Trigger) -> Group | None:
    found = _plain_subject(scene, trigger)
    if found and found not in scene.groups and not found.definite:
        found = _nearest_left(scene, trigger.start) or found
    return _whole(scene, found) if found else None


def _plain_subject(scene: Scene, trigger: Trigger) -> Group | None:
    near = _left(scene, trigger.start)
    attached = near is not None and near.start > 0 and scene.lower[near.start - 1] in _ATTACHING
    if near and (near.counted or (near.definite and not attached)):
        return near
    found = _child(scene, trigger, ("nsubjpass", "nsubj"))
    if found:
        return found
    token = scene.sentence.tokens[trigger.start]
    if token.dep in ("relcl", "acl"):
        return _group_for(scene, token.head)
    if token.dep == "conj":
        elder = [c for c in scene.sentence.children[token.head] if scene.sentence.tokens[c].dep in ("nsubjpass", "nsubj")]
        if elder and not near:
            return _group_for(scene, elder[0])
    return near or _nearest_left(scene, trigger.start)


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
    left = _left(scene, trigger.start)
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
            return _right(scene, at + 1) or _group_for_noun(scene, at + 1)
        return None
    return inside


def _group_for_noun(scene: Scene, i: int) -> Group | None:
    """Give the head of the phrase behind "of": one person where it is a singular noun."""
    for k in range(i, min(i + 6, len(scene.lower))):
        token = scene.sentence.tokens[k]
        if token.dep == "pobj":
            return _group_for(scene, k)
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


def _child(scene: Scene, trigger: Trigger, roles: tuple[str, ...]) -> Group | None:
    for child in scene.sentence.children[trigger.start]:
        if scene.sentence.tokens[child].dep in roles:
            return _group_for(scene, child)
    return None


def _group_for(scene: Scene, i: int) -> Group | None:
    """Give the group that covers the token, or make one of a pronoun; of a relative pronoun its antecedent."""
    group = scene.group_at(i)
    if group:
        return group
    token, word = scene.sentence.tokens[i], scene.lower[i]
    if token.pos == "NOUN":
        plural = token.tag == "NNS"
        return Group(i, i + 1, i, 2 if plural else 1, None if plural else 1, (i, i + 1), "", vague=plural)
    if word in ("who", "that", "which", "whom"):
        verb = scene.sentence.tokens[token.head]
        return scene.group_at(verb.head) if verb.dep == "relcl" else _nearest_left(scene, i)
    if word in _PERSONAL:
        return Group(i, i + 1, i, 1, 1, None, "any", definite=True)
    if word in ("they", "them"):
        return Group(i, i + 1, i, None, None, None, "any", definite=True, vague=True)
    return None


def _right(scene: Scene, i: int) -> Group | None:
    """Give the group that begins at token i, over quotes and articles."""
    steps = 0
    while i < len(scene.lower) and steps < 4:
        group = scene.group_at(i)
        if group:
            return group if group.start == i else None
        if scene.lower[i] not in _STEP_RIGHT and scene.sentence.tokens[i].pos != "ADV":
            break
        i, steps = i + 1, steps + 1
    if i >= len(scene.lower):
        return None
    if scene.lower[i] in ("him", "them") or (scene.lower[i] == "her" and scene.sentence.tokens[i].dep == "dobj"):
        return _group_for(scene, i)
    return None


def _left(scene: Scene, i: int) -> Group | None:
    """Give the group that ends before token i, over auxiliaries and adverbs."""
    i -= 1
    steps = 0
    while i >= 0 and steps < 5:
        group = scene.group_at(i)
        if group or scene.lower[i] in ("he", "she", "they"):
            return group or _group_for(scene, i)
        if scene.lower[i] not in _STEP_LEFT and scene.sentence.tokens[i].pos != "ADV":
            return None
        i, steps = i - 1, steps + 1
    return None


def _nearest_left(scene: Scene, i: int) -> Group | None:
    """Give the last group of the clause before token i that is no part of another."""
    for k in range(i - 1, max(-1, i - 25), -1):
        if scene.lower[k] in (";", ":", "."):
            return None
        group = scene.group_at(k)
        loose = group is not None and group.start > 0 and scene.lower[group.start - 1] in _ATTACHING and not group.side
        if group and not loose and group.side != "thing" and not group.part and not (group.named and not group.side):
            return group
    return None


def _chain(scene: Scene, group: Group, trigger: Trigger) -> tuple[Group, ...]:
    """Give the group with those that are joined to it by "and", "with" or commas."""
    n = scene.groups.index(group) if group in scene.groups else -1
    if n < 0:
        return (group,)
    after = _joined(scene, n, 1, trigger.start)
    before = _joined(scene, n, -1, trigger.start) if group.start < trigger.start else []
    chain = [*reversed(before), group, *after]
    return tuple(g for g in chain if g is group or not g.part)


def _joined(scene: Scene, n: int, step: int, verb: int) -> list[Group]:
    """Give the groups joined to group n on one side; ``verb`` is the token of the word of harm."""
    found: list[Group] = []
    pending: list[Group] = []
    while 0 <= n + step < len(scene.groups):
        first, second = (scene.groups[n], scene.groups[n + 1]) if step > 0 else (scene.groups[n - 1], scene.groups[n])
        between = scene.lower[first.end : second.start]
        new = second if step > 0 else first
        if not between or not set(between) <= _JOINTS or new.side == "thing" or new.part:
            break
        if _unfit(scene, new) and not _is_beside(scene, first, second):
            break
        if step > 0 and second.end > verb and _tells_its_own(scene, second):
            break
        if _is_bare(scene, new) or _is_bare(scene, first if step > 0 else second):
            break
        if between == (",",) and first.counted and not second.counted and second.vague:
            break
        if between in (("with",), ("as",)):
            break
        apposed = between == (",",) and second.named and not first.named
        if not apposed:
            pending.append(new)
        if "and" in between or "with" in between or "&" in between or (step < 0 and found):
            found.extend(pending)
            pending = []
        n += step
    return found


def _is_beside(scene: Scene, first: Group, second: Group) -> bool:
    """Tell whether a name stands between commas beside the person it names, or before "and three others"."""
    if second.named and scene.lower[first.end : second.start] == (",",) and first.side and not first.counted:
        return scene.lower[second.end : second.end + 1] == (",",)
    return first.named and "others" in scene.lower[second.start : second.end]


def _is_bare(scene: Scene, group: Group) -> bool:
    """Tell whether the group is a figure alone, which counts persons told elsewhere, or counts deaths themselves."""
    return group.counted and group.noun is None and group.side == "" and not scene.lower[group.end - 1].startswith("other")


def _unfit(scene: Scene, group: Group) -> bool:
    """Tell whether a name is no person's, or a noun counts deaths: no link of a chain of victims."""
    if scene.lower[group.head] in _DEATHS:
        return True
    return group.named and not group.side and scene.sentence.tokens[group.head].ent != "PERSON"
