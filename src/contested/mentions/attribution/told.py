"""Read the clause that is told: whether it denies, whose deed it is, whom it names as the author."""

from __future__ import annotations

from collections.abc import Sequence

from contested.mentions.attribution.contents import Content
from contested.model.syntax import Sentence, Token

FUTURE = frozenset({"will", "would", "shall", "may", "might", "should", "must", "'ll", "'d", "can", "could", "wo"})
AUTHORSHIP = frozenset(
    {
        "responsible",
        "behind",
        "blame",
        "responsibility",
        "involvement",
        "involve",
        "involved",
        "authorship",
        "do",
        "part",
        "hand",
        "role",
        "link",
        "own",
        "fire",
        "author",
        "attribute",
        "perpetrator",
        "culprit",
    }
)
_NEGATIVE = frozenset({"no", "nobody", "nothing", "none", "neither", "nowhere"})
_UNSURE = frozenset(
    {
        "know",
        "mean",
        "intend",
        "want",
        "think",
        "believe",
        "expect",
        "see",
        "wish",
        "understand",
        "clear",
        "hear",
        "seek",
        "plan",
    }
)
_KNOWLEDGE = frozenset({"clue", "idea", "doubt", "knowledge", "information", "detail", "comment", "confirmation", "word"})
_PREDICATES = frozenset({"responsible", "behind", "blame", "guilty"})
_TRUE = frozenset({"true", "so", "correct", "accurate", "case", "right"})
_UNTRUE = frozenset(
    {"untrue", "false", "baseless", "unfounded", "groundless", "fabricated", "fabrication", "fake", "invented", "invention", "lie", "lies", "propaganda", "nonsense", "wrong", "incorrect", "staged"}
)
_TOLD = frozenset({"this", "that", "it", "report", "claim", "account", "allegation", "accusation", "story", "statement", "news", "charge", "rumour", "rumor", "information", "footage", "video"})
_TAKES_PLACE = frozenset({"take", "happen", "occur", "exist", "carry", "be", "make", "conduct"})
_OBJECTING = frozenset({"speak", "insist", "maintain", "reject", "dispute", "blame"})
_AIMING = frozenset({"aim", "target", "hit", "strike", "attack"})
_OWN = frozenset({"its", "their", "his", "her", "our", "my"})
_NO_DEEDS = frozenset(
    {
        "check",
        "look",
        "investigate",
        "examine",
        "study",
        "review",
        "regret",
        "condemn",
        "await",
        "be",
        "have",
        "lose",
        "suffer",
        "see",
        "hear",
        "know",
        "receive",
        "expect",
        "want",
        "need",
        "hope",
        "believe",
        "think",
        "come",
        "find",
        "sustain",
        "live",
        "remain",
        "stay",
        "flee",
        "count",
        "say",
        "die",
        "fear",
    }
)


def is_future(sentence: Sentence, content: Content) -> bool:
    """Tell whether what is told has yet to come, or only may be."""
    return content.root >= 0 and any(
        sentence.tokens[k].dep == "aux" and sentence.tokens[k].lower in FUTURE for k in sentence.children[content.root]
    )


def has_done(sentence: Sentence, root: int) -> bool:
    """Tell "would have done" from "would do"."""
    return any(
        sentence.tokens[k].dep == "aux" and sentence.tokens[k].lower in ("have", "'ve") for k in sentence.children[root]
    )


def subject_of_told(sentence: Sentence, root: int) -> Token | None:
    """Give the subject of the verb that is told."""
    tokens = sentence.tokens
    return next((tokens[k] for k in sentence.children[root] if tokens[k].dep in ("nsubj", "nsubjpass", "expl")), None)


def denies(sentence: Sentence, content: Content, cue: int) -> bool:
    """Tell whether what is told is that something did not happen (and not that it is unknown or unwanted)."""
    if content.root < 0:
        return False
    return any(_root_denies(sentence, content, root, cue) for root in _that_clauses(sentence, content.root))


def _that_clauses(sentence: Sentence, root: int) -> list[int]:
    """Give the verb of what is told, and of a clause told before it that the parser put under it ("that A, that B")."""
    tokens = sentence.tokens
    beside = [
        k
        for k in sentence.children[root]
        if k < root and tokens[k].dep == "advcl" and any(tokens[j].lower == "that" for j in sentence.children[k])
    ]
    return [root, *beside]


def says_untrue(sentence: Sentence, at: int) -> bool:
    """Tell "this is not true", "the report was fabricated" and "no such attack took place", wherever the speaker is named."""
    tokens = sentence.tokens
    below = sentence.children[at]
    subject = subject_of_told(sentence, at)
    if subject is None:
        return False
    if any(tokens[j].lower == "such" for j in sentence.children[subject.i]) and any(tokens[j].lower == "no" for j in sentence.children[subject.i]):
        return tokens[at].lemma in _TAKES_PLACE
    if subject.lemma.lower() not in _TOLD or not (subject.lower in ("this", "that", "it") or subject.pos == "NOUN"):
        return False
    called = {tokens[k].lower for k in below if tokens[k].dep in ("acomp", "attr", "oprd")} | {tokens[at].lower}
    if any(tokens[k].dep == "neg" for k in below):
        return bool(called & _TRUE)
    return bool(called & _UNTRUE)


def _root_denies(sentence: Sentence, content: Content, at: int, cue: int) -> bool:
    if says_untrue(sentence, at):
        return True
    if content.final and content.last < cue and not _is_own(sentence, subject_of_told(sentence, at)):
        return any(
            sentence.tokens[j].lower == "no" and sentence.tokens[k].lemma in AUTHORSHIP
            for k in sentence.children[at]
            for j in sentence.children[k]
        )
    tokens = sentence.tokens
    root = tokens[at]
    sees_none = root.lemma == "see" and any(
        tokens[j].lower == "no" for k in sentence.children[at] for j in sentence.children[k]
    )
    if (root.lemma in _UNSURE and not sees_none) or any(
        tokens[k].dep == "aux" and tokens[k].lower in FUTURE for k in sentence.children[at]
    ):
        return False
    for k in sentence.children[at]:
        token = tokens[k]
        if token.dep == "neg" or token.lower in _NEGATIVE:
            return token.lower != "no" or root.lemma != "say"
        if token.dep in ("nsubj", "nsubjpass", "dobj", "attr") and any(
            tokens[j].lower in ("no", "none", "neither") for j in sentence.children[k]
        ):
            return not knows_nothing(sentence, root.i)
    return False


def knows_nothing(sentence: Sentence, root: int) -> bool:
    """Tell "it had no details", which is silence, from "there was no attack"."""
    tokens = sentence.tokens
    for k in sentence.children[root]:
        if tokens[k].dep in ("dobj", "attr", "nsubj") and tokens[k].lemma in _KNOWLEDGE:
            return any(tokens[j].lower in ("no", "any", "neither") for j in sentence.children[k])
    return False


def _is_own(sentence: Sentence, subject: Token | None) -> bool:
    if subject is None:
        return False
    if subject.lower in ("it", "we"):
        return True
    return any(
        sentence.tokens[k].lower in _OWN and sentence.tokens[k].dep == "poss" for k in sentence.children[subject.i]
    )


def denies_identity(sentence: Sentence, content: Content) -> bool:
    """Tell "that those killed were not fighters" from "that it was not behind it"."""
    root = sentence.tokens[content.root]
    if root.lemma != "be" or _is_own(sentence, subject_of_told(sentence, content.root)):
        return False
    below = [sentence.tokens[k] for k in sentence.children[content.root]]
    return any(t.dep == "attr" and t.tag in ("NNS", "NNPS") for t in below) and any(t.dep == "neg" for t in below)


def harm_denied(sentence: Sentence, content: Content, cue: int) -> bool:
    """Tell whether a second clause denies what came of the own deed: "its men fired in the air and no one was hurt"."""
    return any(sentence.tokens[k].dep == "conj" and _root_denies(sentence, content, k, cue) for k in sentence.children[content.root])


def is_partial(sentence: Sentence, last: int) -> bool:
    """Tell an admission that at once rejects a part: "confirmed only that", "admits that ..., but speaks of ..."."""
    tokens = sentence.tokens
    if last + 1 < len(tokens) and tokens[last + 1].lower == "only":
        return True
    return any(t.lower == "but" and tokens[t.i + 1].lemma in _OBJECTING for t in tokens[last + 1 : -1])


def aims_only_at(sentence: Sentence, content: Content) -> bool:
    """Tell "that only barracks had been hit", which rejects what others say was the target."""
    opening = sentence.tokens[content.first : content.first + 2]
    return any(t.lower == "only" for t in opening) and sentence.tokens[content.root].lemma in _AIMING


def sets_apart(tokens: Sequence[Token]) -> bool:
    """Tell "a chance meeting and not an ambush": a name for what happened that rejects another."""
    return any(t.lower == "not" for t in tokens) and not any(t.pos == "VERB" for t in tokens)


def is_own_deed(sentence: Sentence, content: Content, *, confirmed: bool = False) -> bool:
    """Tell whether the speaker says that its own side did it; ``confirmed``: that "they" did, in a confirmation."""
    if content.root < 0:
        return False
    root = sentence.tokens[content.root]
    subject = subject_of_told(sentence, content.root)
    if root.dep == "xcomp" and root.lemma not in _NO_DEEDS:
        return True
    if subject is None:
        return any(sentence.tokens[k].lower == "own" for k in sentence.children[content.root])
    if subject.dep != "nsubj":
        return False
    if names_author(sentence, content):
        return _is_own(sentence, subject) or subject.lower in ("he", "she", "they", "i")
    own = _is_own(sentence, subject) or (confirmed and subject.lower == "they")
    return own and root.lemma not in _NO_DEEDS


def names_author(sentence: Sentence, content: Content) -> bool:
    """Tell "was behind it", "was responsible", "was to blame", "its men did it", "were its own"."""
    if content.root < 0:
        return False
    tokens = sentence.tokens
    root = tokens[content.root]
    below = [tokens[k] for k in sentence.children[content.root]]
    if root.lemma == "be":
        return any(t.lower in _PREDICATES or t.lower == "own" for t in below) or any(
            tokens[j].lower in ("blame", "responsible") for t in below for j in sentence.children[t.i]
        )
    if root.lemma == "fire" and any(t.lower == "first" for t in below):
        return True
    return root.lemma == "do" and any(t.dep == "dobj" and t.lower in ("it", "this", "that") for t in below)
