"""Cues that take no position: planned, wished for, commanded, or no speech at all."""

from __future__ import annotations

from contested.mentions.attribution.cues import Cue
from contested.mentions.attribution.told import FUTURE
from contested.model.syntax import Sentence

_ANSWERING = frozenset({"answer", "reply", "respond"})


def is_unreal(sentence: Sentence, cue: Cue) -> bool:
    """Tell a cue that is planned, conditional, wished for, or a command ("told them to leave")."""
    tokens = sentence.tokens
    kids = [tokens[k] for k in sentence.children[cue.i]]
    if any(t.dep == "aux" and t.lower in FUTURE for t in kids) or any(
        t.dep == "mark" and t.lower in ("if", "unless", "whether") for t in kids
    ):
        return True
    if cue.row.content == "clause" and any(
        t.dep in ("xcomp", "ccomp")
        and t.i > cue.i
        and any(sentence.tokens[k].tag == "TO" for k in sentence.children[t.i])
        for t in kids
    ):
        return True
    if any(t.tag == "TO" and t.dep == "aux" for t in kids):
        return tokens[tokens[cue.i].head].lemma not in ("go", "continue")
    above = tokens[tokens[cue.i].head]
    return tokens[cue.i].dep == "pcomp" and above.lower in ("without", "of", "for", "from", "before", "after")


def is_no_speech(sentence: Sentence, cue: Cue) -> bool:
    """Tell "answered with shelling" and "a man claiming to be their leader", which say nothing of an event."""
    lemma = sentence.tokens[cue.i].lemma.lower()
    after = [t.lower for t in sentence.tokens[cue.last + 1 : cue.last + 3]]
    if lemma in _ANSWERING:
        return after[:1] in (["with"], ["by"], ["to"])
    if lemma == "suspect":
        return after[:1] in (["to"], ["of"])
    return lemma == "claim" and after == ["to", "be"]


def is_planned(sentence: Sentence, cue: Cue) -> bool:
    """Tell a silence that is only announced."""
    return any(sentence.tokens[k].lower in ("will", "shall", "may", "might") for k in sentence.children[cue.i])
