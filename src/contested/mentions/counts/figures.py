"""Figures that stand apart from their persons: "put the dead at 19", "raised it to 43", "officials say 46"."""

from __future__ import annotations

from collections.abc import Sequence

from contested.mentions.counts.groups import Group, Scene
from contested.mentions.counts.quantities import rows_at
from contested.mentions.counts.tables import CountTables, word_set
from contested.model.vocabulary import CasualtyKind

_CONNECTORS = word_set("at to of from as : is was were are than")
_TOLLS = word_set("toll count losses casualties dead injured wounded killed")
_DEFINING = word_set("the of civilian civilians' total army military its their")
_FILLERS = frozenset(["this", "of", "to", "at", "now", "that", "only", "a", "an", "the", "at", "to", "there", "were", "was", "had", "been", "about", "had", "and", ",", '"', "“", "down", "up", "first", "now", "he", "she", "it", "they"])
_REACH = 9


def find_figures(
    scene: Scene,
    taken_kinds: Sequence[tuple[Group, CasualtyKind]],
    tables: CountTables,
    context: tuple[CasualtyKind, ...],
) -> tuple[tuple[tuple[CasualtyKind, ...], Group, int], ...]:
    """Give (kinds, group, governor) of the figures in a sentence that no verb or noun has taken yet.

    ``context`` are the kinds of the toll told before, for figures that do not say what they count.
    """
    found: list[tuple[tuple[CasualtyKind, ...], Group, int]] = []
    taken = frozenset(g for g, _ in taken_kinds)
    for group in scene.groups:
        if group in taken or not group.counted or group.any or group.high == 0 or group.side == "thing":
            continue
        passed = frozenset(g for _, g, _ in found)
        near = _nearest(scene, group, taken_kinds) or tuple(found[-1][0] if found else ()) or context
        told = _after_noun(scene, group, tables, near, passed)
        if told is None and group.noun is None:
            told = _after_verb(scene, group, tables, near, bool(found))
        if told:
            found.append((told[0], group, told[1]))
    return tuple(found)


def _nearest(
    scene: Scene, group: Group, taken: Sequence[tuple[Group, CasualtyKind]]
) -> tuple[CasualtyKind, ...]:
    """Give the kind of the last toll told before the figure in the same sentence."""
    before = [(g.start, kind) for g, kind in taken if g.start < group.start]
    return (max(before)[1],) if before else ()


def _after_noun(
    scene: Scene, group: Group, tables: CountTables, context: Sequence[CasualtyKind], passed: frozenset[Group]
) -> tuple[tuple[CasualtyKind, ...], int] | None:
    """Look back from the figure over "at", "to", "of" to the noun that it gives the size of."""
    lower = scene.lower
    before = group.start - 1
    while before > 0 and lower[before] in ("now", "about"):
        before -= 1
    bounded = lower[group.start] in ("above", "over", "under", "below")
    if before < 1 or not (lower[before] in _CONNECTORS or bounded) or (group.noun and group.side == ""):
        return None
    for k in range(before if bounded else before - 1, max(-1, before - _REACH), -1):
        between = scene.group_at(k)
        if lower[k] in (";", ".") or (between and between.counted and between not in passed):
            return None
        for harm in tables.harms.get(lower[k], ()):
            if len(harm.pattern) > 1 or (group.noun and lower[k] not in _TOLLS) or (k and lower[k - 1] in ("no", "any")):
                continue
            if harm.shape == "toll" or (harm.shape == "noun" and lower[k].endswith("s") and lower[before] != "of"):
                kinds = harm.kinds or _of_number(lower, k, tables) or tuple(context)
                return (kinds, k) if kinds else None
            if harm.shape in ("object", "state") and (k == 0 or lower[k - 1] in _DEFINING) and (k > 0 or lower[k + 1] == ":"):
                return (harm.kinds, k)
    return None


def _of_number(lower: Sequence[str], k: int, tables: CountTables) -> tuple[CasualtyKind, ...]:
    """Give the kinds that "the number of dead", "the count of the wounded" names."""
    for word in lower[k + 1 : k + 5]:
        for harm in tables.harms.get(word, ()):
            if harm.kinds and len(harm.pattern) == 1 and harm.strength != "many":
                return harm.kinds
    return ()


def _after_verb(
    scene: Scene, group: Group, tables: CountTables, context: Sequence[CasualtyKind], told: bool
) -> tuple[tuple[CasualtyKind, ...], int] | None:
    """Look back from a bare figure to a verb of saying or revising; needs a toll told before."""
    lower = scene.lower
    if not context:
        return None
    after = lower[group.end : group.end + 4]
    if after and scene.sentence.tokens[group.end].pos in ("NOUN", "PROPN", "ADJ", "SYM"):
        return None
    if after[1:2] == ("the",) and "first" in after and "count" in lower[group.end : group.end + 5]:
        return tuple(context), group.head
    if told and lower[max(0, group.start - 2) : group.start] in (("and", "at"), ("and", "to"), (",", "to"), (",", "at")):
        return tuple(context), group.head
    for k in range(group.start - 1, max(-1, group.start - 6), -1):
        row = rows_at(lower, k, tables, ("saying", "revising"))
        if row:
            near = lower[group.start - 1]
            good = row.role == "saying" or near in ("to", "at", "later", "of", "from")
            return (tuple(context), k) if good else None
        if lower[k] not in _FILLERS:
            return None
    return None
