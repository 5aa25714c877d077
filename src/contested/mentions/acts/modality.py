"""Did the act take place, by the words? Negated, planned, predicted, hypothetical and habitual acts are refused."""

from __future__ import annotations

from collections.abc import Mapping

from contested.model.syntax import Sentence
from contested.model.vocabulary import Refusal

Modality = Mapping[tuple[str, str], Refusal]
_CLIMB = ("xcomp", "advcl", "conj", "ccomp", "pcomp", "acl", "relcl", "oprd", "prep", "pobj", "dobj", "nsubj", "nsubjpass", "appos", "npadvmod", "attr")
_FUTURE = frozenset({"will", "'ll", "shall"})
_PERFECT = frozenset({"have", "has", "had", "having"})
_NOT = frozenset({"not", "n't", "hardly", "scarcely"})
_TURNS = frozenset(
    {"time", "minute", "hour", "day", "night", "morning", "evening", "week", "weekend", "month", "year", "spring", "summer", "autumn", "winter", "season",
     "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"}
)
_AT_EACH = frozenset({"after", "before", "during", "on", "at", "with"})
_HAPPENING = frozenset({"be", "happen", "occur", "materialise", "materialize", "come", "follow", "take"})
_SOUGHT = frozenset({"in", "for", "over"})
_DONE = frozenset({"VBD", "VBN"})


def find_refusal(sentence: Sentence, i: int, modality: Modality) -> tuple[Refusal, str] | None:
    """Decide whether the act at token i is taken back, and by which word; None where it stands as told."""
    return _own(sentence, i, modality) or _above(sentence, i, modality)


def _without(sentence: Sentence, i: int) -> bool:
    """Is the act what did not happen: "without warning", "without firing"?"""
    token = sentence.tokens[i]
    if token.dep in ("nsubj", "nsubjpass", "dobj"):
        token = sentence.tokens[token.head]
    return token.dep in ("pcomp", "pobj") and sentence.tokens[token.head].lower == "without"


def _own(sentence: Sentence, i: int, modality: Modality) -> tuple[Refusal, str] | None:
    """Look at the act's own auxiliaries, adverbs and determiners, and at the determiner of its subject."""
    if _without(sentence, i):
        return Refusal.NEGATED, "without"
    if sentence.tokens[i].lemma == "be" and any(sentence.tokens[c].lower == "since" for c in sentence.children[i]):
        return Refusal.BACKGROUND, "since"
    if _is_of_the_past(sentence, i):
        return Refusal.BACKGROUND, "in the past"
    if sentence.tokens[i].pos == "VERB" and _is_each_time(sentence, i):
        return Refusal.HABITUAL, "every"
    perfect = any(sentence.tokens[c].lower in _PERFECT for c in sentence.children[i])
    for child in sentence.children[i]:
        token = sentence.tokens[child]
        word = token.lower
        if token.dep in ("aux", "auxpass"):
            found = modality.get(("aux", word))
            if found and not (perfect and found is not Refusal.HYPOTHETICAL):
                return found, token.text
        elif (token.dep in ("neg", "advmod", "preconj", "npadvmod") and (found := modality.get(("adverb", word)))) or (token.dep == "det" and (found := modality.get(("determiner", word)))) or (token.dep == "mark" and (found := modality.get(("mark", word)))):
            return found, token.text
        elif token.dep == "advmod" and _has_not(sentence, child):
            return Refusal.NEGATED, f"not {token.text}"
        elif token.dep in ("nsubj", "nsubjpass") and (hit := _negated_noun(sentence, child, modality)):
            return hit
        elif token.dep == "dobj" and word in ("nothing", "nobody"):
            return Refusal.NEGATED, token.text
    return None


def _is_of_the_past(sentence: Sentence, i: int) -> bool:
    """Is the act told for no time but "in the past"?"""
    preps = (c for c in sentence.children[i] if sentence.tokens[c].lower == "in")
    return any(sentence.tokens[k].lower == "past" and sentence.tokens[k].pos == "NOUN" for p in preps for k in sentence.children[p])


def _is_each_time(sentence: Sentence, i: int) -> bool:
    """Is the act told for "every week", "every few days", not once for "every house"?"""
    tokens = sentence.tokens
    nouns = (tokens[tokens[k].head] for k in sentence.subtree(i) if k > i and tokens[k].lower == "every")
    return any(n.lemma.lower() in _TURNS or tokens[n.head].lower in _AT_EACH for n in nouns)


def _has_not(sentence: Sentence, i: int) -> bool:
    """Does "not" stand with the word itself: "not yet dissolved", "not one of them"?"""
    return any(sentence.tokens[c].lower in _NOT for c in sentence.children[i])


def _negated_noun(sentence: Sentence, i: int, modality: Modality) -> tuple[Refusal, str] | None:
    token = sentence.tokens[i]
    if token.lower in ("nobody", "none", "nothing", "neither") or _has_not(sentence, i):
        return Refusal.NEGATED, token.text
    for child in sentence.children[i]:
        below = sentence.tokens[child]
        if below.dep == "det" and below.tag == "DT" and below.lower in ("no", "neither") and modality.get(("determiner", below.lower)):
            return Refusal.NEGATED, below.text
    return None


def _above(sentence: Sentence, i: int, modality: Modality) -> tuple[Refusal, str] | None:
    """Climb from the act to what governs it: "plans to attack", "fear of attacks", "if they attack"."""
    at = i
    for _ in range(8):
        token = sentence.tokens[at]
        head = token.head
        if head == at or token.dep not in _CLIMB or (token.dep == "acl" and token.tag == "VBD"):
            return None
        above = sentence.tokens[head]
        if above.lower == "wanted" and token.dep == "prep" and token.lower in _SOUGHT:
            return None
        if above.pos in ("VERB", "AUX", "ADJ"):
            hit = _by_governor(sentence, at, head, modality)
            if hit:
                return hit
            if token.dep in ("relcl", "ccomp") and not (token.dep == "ccomp" and sentence.tokens[at].pos in ("VERB", "AUX") and _is_quote_of(above.lemma)):
                return None
            if token.dep == "advcl" and sentence.tokens[at].pos in ("VERB", "AUX") and token.tag in _DONE:
                return None
        elif above.pos == "NOUN" and token.dep in ("prep", "acl", "pobj") and (kind := modality.get(("noun", above.lemma))):
            return kind, above.text
        if token.dep in ("relcl", "acl", "appos"):
            return None
        at = head
    return None


def _is_quote_of(lemma: str) -> bool:
    return lemma in ("deny", "reject", "expect", "predict", "fear", "warn")


def _was_carried_out(sentence: Sentence, at: int, head: int) -> bool:
    """Does somebody's plan tell of a deed that everybody knows: "who planned the murder of the judge"?"""
    definite = any(sentence.tokens[c].lower == "the" for c in sentence.children[at])
    return definite and sentence.tokens[head].lemma == "plan" and sentence.tokens[head].tag == "VBD" and sentence.tokens[head].dep in ("relcl", "acl")


def _by_governor(sentence: Sentence, at: int, head: int, modality: Modality) -> tuple[Refusal, str] | None:
    above = sentence.tokens[head]
    token = sentence.tokens[at]
    infinitive = token.tag == "VB" and any(sentence.tokens[c].lower == "to" for c in sentence.children[at])
    perfect = any(sentence.tokens[c].lower in _PERFECT for c in sentence.children[at] if sentence.tokens[c].dep == "aux")
    if token.dep in ("xcomp", "ccomp", "advcl", "pcomp", "acl") and infinitive and not perfect:
        used = above.lemma.lower() == "use" and any(sentence.tokens[c].dep in ("auxpass", "dobj") for c in sentence.children[head])
        if (found := modality.get(("governor", above.lemma.lower()))) and not used:
            return found, above.text
        if above.pos == "AUX" and above.lemma == "be" and token.dep == "xcomp":
            return Refusal.PLANNED, f"{above.text} to"
        if token.dep == "advcl":
            return Refusal.PLANNED, "to"
    if token.pos not in ("VERB", "AUX") and token.dep in ("prep", "dobj", "nsubjpass", "pobj", "conj"):
        passive_subject = token.dep == "nsubjpass" and above.tag == "VBN"
        if (token.dep != "nsubjpass" or passive_subject) and (found := modality.get(("object", above.lemma.lower()))):
            return None if found is Refusal.PLANNED and _was_carried_out(sentence, at, head) else (found, above.text)
    if above.pos == "ADJ" and token.dep in ("nsubj", "xcomp", "prep") and (found := modality.get(("governor", above.lemma.lower()))):
        return found, above.text
    if token.dep in ("dobj", "conj", "xcomp", "prep", "pobj", "nsubj", "nsubjpass", "attr", "advcl"):
        for child in sentence.children[head]:
            below = sentence.tokens[child]
            if below.dep == "aux" and token.dep in ("xcomp", "conj", "dobj", "nsubj", "nsubjpass", "attr", "advcl", "prep") and (found := modality.get(("aux", below.lower))):
                if (token.dep == "conj" and token.tag in _DONE) or (token.dep == "advcl" and token.tag in _DONE):
                    continue
                if not any(sentence.tokens[c].lower in _PERFECT for c in sentence.children[head]):
                    return found, below.text
            copula = token.dep == "nsubj" and above.lemma in _HAPPENING and token.pos == "NOUN"
            if below.dep == "neg" and (copula or token.dep in ("dobj", "xcomp", "nsubjpass", "attr", "pobj", "prep")):
                return Refusal.NEGATED, below.text
    return None
