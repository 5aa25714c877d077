"""Which groups of persons are joined to a victim by "and", "with" or commas, and how those of one side add up."""

from __future__ import annotations

from dataclasses import replace

from contested.mentions.counts.groups import Group, Scene
from contested.mentions.counts.neighbours import group_right, tells_its_own
from contested.mentions.counts.tables import word_set
from contested.mentions.counts.triggers import Trigger

_JOINTS = frozenset((",", "and", "&", "as", "well", "along", "together", "with", "plus", "/"))
_DEATHS = word_set("loss losses death deaths casualty casualties injury injuries")


def company_of(scene: Scene, trigger: Trigger) -> tuple[Group, ...]:
    """Give those who are named behind the verb: "was killed along with two others"."""
    at = trigger.end
    if scene.lower[at : at + 2] not in (("along", "with"), ("together", "with")):
        return ()
    group = group_right(scene, at + 2)
    return (group, *(g for g in _joined(scene, scene.groups.index(group), 1, at))) if group in scene.groups else ()


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


def chain_of(scene: Scene, group: Group, trigger: Trigger) -> tuple[Group, ...]:
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
        if step > 0 and second.end > verb and tells_its_own(scene, second):
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
