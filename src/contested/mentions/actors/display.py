"""The name under which a document's actor is shown: the fullest form that the document itself uses."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from contested.mentions.actors.name_index import Hit, SentenceKeys, name_keys
from contested.mentions.actors.tables import Actor
from contested.model.vocabulary import ActorKind

_FORMAL = frozenset({"forces", "force", "army", "guard", "corps", "navy", "police", "gendarmerie"})


def display_names(
    hits: Sequence[Sequence[Hit[Actor]]],
    keys: Sequence[SentenceKeys],
    elsewhere: Sequence[tuple[SentenceKeys, Sequence[Hit[Actor]]]] = (),
) -> list[list[Hit[Actor]]]:
    """Show every actor of the tables under the fullest of its names that the document uses.

    A force of a state that the document only abbreviates keeps its name in the table; other bodies keep the
    abbreviation, which is all that the document tells of them. ``elsewhere`` are names outside sentences (an infobox).
    """
    shown: dict[Actor, Actor] = {}
    for sentence, found in (*zip(keys, hits, strict=True), *elsewhere):
        for hit in found:
            form = _form(sentence, hit)
            held = shown.get(hit.value)
            if held is None or _fuller(form, held.name, hit.value):
                shown[hit.value] = replace(hit.value, name=form)
    final = {actor: _settle(actor, best) for actor, best in shown.items()}
    return [[Hit(h.first, h.last, final[h.value]) for h in found] for found in hits]


def _form(sentence: SentenceKeys, hit: Hit[Actor]) -> str:
    """Give the spelling of the tables for the form that stands in the text."""
    lows, ups = sentence.token_of.index(hit.first), len(sentence.token_of) - 1 - sentence.token_of[::-1].index(hit.last)
    keys = sentence.keys[lows : ups + 1]
    actor = hit.value
    for name in (actor.name, *actor.aliases, *actor.abbreviations):
        if name_keys(name) == keys:
            return name
    return actor.name


def _fuller(form: str, held: str, actor: Actor) -> bool:
    """Is a form fuller than the one held: the table's own name, no abbreviation any more, the same words and more?"""
    if form in actor.abbreviations:
        return False
    if held.isupper() and " " not in held and " " in form:
        return True
    if held == actor.name:
        return False
    return form == actor.name or held in actor.abbreviations or set(name_keys(held)) < set(name_keys(form))


def _settle(actor: Actor, best: Actor) -> Actor:
    if actor.kind is not ActorKind.FORCE or not actor.branch:
        return best
    formal = " " in best.name and _FORMAL & set(name_keys(best.name))
    return best if formal or (best.name not in actor.abbreviations and actor.branch != "military") else actor
