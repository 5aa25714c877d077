"""Which group of persons stands at, before or behind a word, over the small words between."""

from __future__ import annotations

from contested.mentions.counts.groups import Group, Scene
from contested.mentions.counts.tables import word_set
from contested.mentions.counts.triggers import Trigger

_STEP_RIGHT = word_set('" “ ” ( a the also only as : least both')
_STEP_LEFT = frozenset(
    ["was", "were", "been", "being", "be", "is", "are", "had", "has", "have", "having", "also", "then", "later", "reportedly", "who", "that", "which", "all", "confirmed", "feared", "found", "still", "now", "either", "reported", "left", "(", '"', "”", "as"]
)
_PERSONAL = word_set("he she him her")
_STATES = word_set("dead missing inj wia kia mia injured wounded killed hurt")
ATTACHING = word_set("of from in at by with near for")


def tells_its_own(scene: Scene, group: Group) -> bool:
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


def child_group(scene: Scene, trigger: Trigger, roles: tuple[str, ...]) -> Group | None:
    """Give the group that stands to the trigger in one of the roles, as the parse says."""
    for child in scene.sentence.children[trigger.start]:
        if scene.sentence.tokens[child].dep in roles:
            return group_for(scene, child)
    return None


def group_for(scene: Scene, i: int) -> Group | None:
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
        return scene.group_at(verb.head) if verb.dep == "relcl" else nearest_left(scene, i)
    if word in _PERSONAL:
        return Group(i, i + 1, i, 1, 1, None, "any", definite=True)
    if word in ("they", "them"):
        return Group(i, i + 1, i, None, None, None, "any", definite=True, vague=True)
    return None


def group_right(scene: Scene, i: int) -> Group | None:
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
        return group_for(scene, i)
    return None


def group_left(scene: Scene, i: int) -> Group | None:
    """Give the group that ends before token i, over auxiliaries and adverbs."""
    i -= 1
    steps = 0
    while i >= 0 and steps < 5:
        group = scene.group_at(i)
        if group or scene.lower[i] in ("he", "she", "they"):
            return group or group_for(scene, i)
        if scene.lower[i] not in _STEP_LEFT and scene.sentence.tokens[i].pos != "ADV":
            return None
        i, steps = i - 1, steps + 1
    return None


def nearest_left(scene: Scene, i: int) -> Group | None:
    """Give the last group of the clause before token i that is no part of another."""
    for k in range(i - 1, max(-1, i - 25), -1):
        if scene.lower[k] in (";", ":", "."):
            return None
        group = scene.group_at(k)
        loose = group is not None and group.start > 0 and scene.lower[group.start - 1] in ATTACHING and not group.side
        if group and not loose and group.side != "thing" and not group.part and not (group.named and not group.side):
            return group
    return None
