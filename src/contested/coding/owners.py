"""Which act of a sentence the other words belong to."""

from __future__ import annotations

from collections.abc import Mapping

from contested.model.syntax import Sentence

UNOWNED, SPEECH, AWAY = -1, -2, -3


def find_owners(sentence: Sentence, groups: Mapping[int, int], cues: frozenset[int]) -> tuple[int, ...]:
    """Give each token the group whose act it depends on, SPEECH where a cue of attribution comes first, or UNOWNED.

    AWAY stands for what befell a victim later and elsewhere ("one of whom died in hospital on Friday").
    ``groups`` maps the head token of an act to its group; ``cues`` are the tokens of verbs of saying.
    """
    owner: dict[int, int] = {}
    for i in range(len(sentence.tokens)):
        path: list[int] = []
        at = i
        while at not in owner:
            path.append(at)
            if at in groups:
                owner[at] = groups[at]
            elif at in cues:
                owner[at] = SPEECH
            elif sentence.tokens[at].head == at:
                owner[at] = UNOWNED
            else:
                at = sentence.tokens[at].head
        for step in path:
            owner.setdefault(step, owner[at])
    return tuple(owner[i] for i in range(len(sentence.tokens)))
