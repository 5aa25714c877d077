"""What told words are about, where that is no act: who was hit, a cause, or an outlook."""

from __future__ import annotations

from collections.abc import Sequence

from contested.mentions.attribution.contents import Content
from contested.mentions.attribution.told import subject_of_told
from contested.model.syntax import Sentence, Token

CAUSES = frozenset({"accident", "failure", "malfunction", "fault", "illness", "disease", "misunderstanding", "leak", "suicide"})
_HIT = frozenset({"they", "he", "she", "those", "victim", "dead", "target", "detainee", "deceased", "body", "casualty"})
_HAPPENINGS = frozenset(
    {"attack", "fight", "fighting", "clash", "combat", "strike", "raid", "shooting", "incident", "casualty", "victim", "death", "loss", "truth", "killing", "shelling",
     "explosion", "bombing", "massacre", "operation", "injury", "damage", "fatality", "doubt", "need", "reason", "evidence", "ceasefire", "agreement"}
)


def tells_cause(tokens: Sequence[Token]) -> bool:
    """Tell "it fell because of a fault" from what somebody did."""
    return any(t.lower in ("because", "due", "owing") for t in tokens) and any(t.lemma.lower() in CAUSES for t in tokens)


def is_outlook(sentence: Sentence, root: int) -> bool:
    """Tell what somebody expects, or will look into, from what happened: "said it had opened an inquiry"."""
    token = sentence.tokens[root]
    if token.lemma in ("expect", "fear", "hope", "intend", "plan"):
        return True
    return any(sentence.tokens[k].dep == "dobj" and sentence.tokens[k].lemma in ("inquiry", "enquiry", "investigation", "probe") for k in sentence.children[root])


def tells_identity(sentence: Sentence, content: Content) -> bool:
    """Tell "they were apple pickers", "the target was a camp" and "there were no fighters there": who or what was hit."""
    root = sentence.tokens[content.root]
    if root.lemma != "be":
        return False
    below = [sentence.tokens[k] for k in sentence.children[content.root]]
    attribute = next((t for t in below if t.dep == "attr" and t.pos in ("NOUN", "PROPN")), None)
    subject = subject_of_told(sentence, content.root)
    if attribute is None or subject is None:
        return False
    if subject.dep == "expl":
        return any(sentence.tokens[k].lower == "no" for k in sentence.children[attribute.i]) and attribute.lemma not in _HAPPENINGS
    return subject.lower in _HIT or subject.lemma in _HIT
