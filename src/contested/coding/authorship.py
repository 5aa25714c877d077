"""Whose deed a noun tells of by the verb above it: who planned or ordered it, who is convicted or accused of it."""

from __future__ import annotations

from contested.language.frames import frame_of
from contested.model.syntax import Sentence

_PLANNING = frozenset({"plan", "order", "mastermind", "organise", "organize", "orchestrate", "direct", "command", "coordinate", "commit", "plot"})
_ANSWERING = frozenset(
    {"convict", "sentence", "accuse", "charge", "try", "jail", "imprison", "indict", "arrest", "detain", "suspect", "want", "condemn", "hold", "blame"}
)
_FOR = frozenset({"for", "of", "over", "in", "with", "to"})
_NOMINAL = frozenset({"NOUN", "PROPN", "ADP", "ADJ", "NUM", "VERB", "AUX", "SCONJ"})


def answerable(sentence: Sentence, noun: int) -> tuple[int, ...]:
    """Give the tokens for those whom the words above a noun make its authors: "sentenced A for the killing of"; () if none."""
    below = noun
    for above in sentence.ancestors(noun):
        token = sentence.tokens[above]
        if token.pos == "VERB":
            if token.lemma in _PLANNING and sentence.tokens[below].dep == "dobj":
                return _planner(sentence, above)
            if token.lemma in _ANSWERING and sentence.tokens[below].dep == "prep" and sentence.tokens[below].lower in _FOR:
                return frame_of(sentence, above).patients
            if sentence.tokens[below].dep not in ("pcomp", "prep", "dobj", "pobj"):
                return ()
        elif token.pos not in _NOMINAL or token.dep not in ("prep", "pobj", "pcomp", "dobj", "appos", "conj"):
            return ()
        below = above
    return ()


def _planner(sentence: Sentence, verb: int) -> tuple[int, ...]:
    """Give who planned: the subject, or whom the verb over "having planned it" accuses."""
    token = sentence.tokens[verb]
    if token.dep == "pcomp":
        above = sentence.tokens[token.head].head
        if sentence.tokens[above].lemma in _ANSWERING:
            return frame_of(sentence, above).patients
    return frame_of(sentence, verb).agents
