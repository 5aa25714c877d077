"""Find the subject of a cue: the token at the head of the words for who speaks."""

from __future__ import annotations

from contested.mentions.attribution.tables import AttributionTables
from contested.model.syntax import Sentence, Token

_SUBJECTS = frozenset({"nsubj", "csubj", "expl"})
_PASSIVE_SUBJECTS = frozenset({"nsubjpass", "csubjpass"})
_CONTROLLED = frozenset({"advcl", "xcomp", "conj", "ccomp", "acomp", "oprd", "attr", "pcomp", "prep", "acl"})
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_BETWEEN = frozenset({"at", "first", "later", "then", "since"})
_BEARERS = frozenset({"caller", "man", "woman", "voice", "person", "letter", "message", "statement", "text", "communique", "communiqué", "leaflet", "post", "note"})
_RELATIVES = frozenset({"which", "who", "that"})


def subject_of(sentence: Sentence, i: int, patient: bool = False) -> int | None:
    """Give the head token of who does verb ``i``: its subject, its agent, or the subject it shares or inherits."""
    seen: set[int] = set()
    while i not in seen:
        seen.add(i)
        token = sentence.tokens[i]
        found = own_subject(sentence, i, patient)
        if found is not None:
            return found
        if _is_passive(sentence, i):
            return None
        if token.dep in ("relcl", "acl") and sentence.tokens[token.head].pos in ("NOUN", "PROPN", "PRON"):
            return token.head if token.tag != "VBN" or token.dep == "relcl" else None
        if token.pos == "ADJ" and token.dep == "amod":
            return token.head
        if token.dep not in _CONTROLLED or (token.dep != "conj" and token.tag in _FINITE):
            return None
        i = token.head
    return None


def own_subject(sentence: Sentence, i: int, patient: bool) -> int | None:
    """Give the agent or subject that stands under verb ``i`` itself; the passive's subject where ``patient``."""
    tokens = sentence.tokens
    for k in sentence.children[i]:
        if tokens[k].dep == "agent":
            return next((p for p in sentence.children[k] if tokens[p].dep == "pobj"), None)
    wanted = _SUBJECTS if _is_passive(sentence, i) and not patient else _SUBJECTS | _PASSIVE_SUBJECTS
    subjects = [k for k in sentence.children[i] if tokens[k].dep in wanted and not _ends_initials(tokens, k)]
    before = [k for k in subjects if k < i]
    return _antecedent(sentence, (before[-1:] or subjects)[0]) if subjects else None


def _ends_initials(tokens: tuple[Token, ...], k: int) -> bool:
    """Tell the last part of a hyphenated abbreviation ("ABC-I") from the pronoun."""
    return tokens[k].text == "I" and k > 0 and tokens[k - 1].text == "-"


def _antecedent(sentence: Sentence, k: int) -> int:
    """Step from a relative pronoun to what it stands for."""
    token = sentence.tokens[k]
    clause = sentence.tokens[token.head]
    if token.lower in _RELATIVES and token.tag in ("WDT", "WP", "IN", "DT"):
        while clause.dep == "conj":
            clause = sentence.tokens[clause.head]
        if clause.dep == "relcl":
            return clause.head
    return k


def _is_passive(sentence: Sentence, i: int) -> bool:
    return any(sentence.tokens[k].dep == "auxpass" for k in sentence.children[i])


def nearest_before(sentence: Sentence, i: int) -> int | None:
    """Find the noun right before a verb whose subject the parser did not see (capitals, headlines, notes, commas).

    Of coordinated nouns ("an officer and two residents said") it is the first.
    """
    tokens = sentence.tokens
    at = _before_abbreviation(tokens, i - 1)
    if at > 0 and tokens[at].text == "," and tokens[at - 1].ent in ("PERSON", "ORG") and tokens[at - 1].pos == "PROPN":
        at -= 1
    while at >= 0 and (tokens[at].pos in ("AUX", "ADV", "PART") or tokens[at].lower in _BETWEEN):
        at -= 1
    if at < 0 or not (tokens[at].pos in ("NOUN", "PROPN") or (tokens[at].pos != "CCONJ" and tokens[at].text.isupper())):
        return None
    while tokens[at].dep == "conj" and tokens[tokens[at].head].pos in ("NOUN", "PROPN"):
        at = tokens[at].head
    return at


def _before_abbreviation(tokens: tuple[Token, ...], at: int) -> int:
    """Step over an abbreviation in brackets: "the National News Agency (NNA) | said"."""
    return at - 3 if at > 2 and tokens[at].text == ")" and tokens[at - 2].text == "(" else at


def stands_after(sentence: Sentence, i: int, tables: AttributionTables) -> int | None:
    """Find a speaker that follows the verb and was parsed as its object: "..., informed the ministry"."""
    tokens = sentence.tokens
    told = any(tokens[k].dep == "ccomp" and k > i for k in sentence.children[i])
    if i < 2 or told or tokens[i].lemma == "tell" or tokens[i - 1].text not in ",\"''":
        return None
    for k in sentence.children[i]:
        words = sentence.subtree(k)
        if tokens[k].dep == "dobj" and words[0] == i + 1 and tokens[i + 1].pos != "NUM":
            speaks = tables.is_a(tokens[k].lemma.lower(), "source") or tokens[k].ent in ("ORG", "PERSON")
            return k if speaks else None
    return None


def claimed_for(sentence: Sentence, i: int, subject: int) -> int | None:
    """Find in whose name an unnamed person or a text claims: "a caller claimed the attack for the Front"."""
    tokens = sentence.tokens
    if tokens[subject].pos == "PROPN" or tokens[subject].lemma.lower() not in _BEARERS:
        return None
    objects = [k for k in sentence.children[i] if tokens[k].dep == "dobj"]
    for k in (*sentence.children[i], *(c for o in objects for c in sentence.children[o])):
        if tokens[k].lower in ("for", "of") and tokens[k].dep == "prep":
            noun = next((p for p in sentence.children[k] if tokens[p].dep == "pobj"), None)
            if noun is not None and tokens[noun].pos == "PROPN" and tokens[noun].ent not in ("DATE", "GPE", "LOC", "TIME"):
                return noun
    return None


def adjacent_apposition(sentence: Sentence, head: int, i: int) -> int:
    """Take the last of "among them a priest, the mayor said": an apposition without closing comma is the subject."""
    for k in sentence.children[head]:
        if sentence.tokens[k].dep == "appos" and sentence.subtree(k)[-1] == i - 1 and k > head + 1 and sentence.tokens[i - 1].text != ",":
            return k
    return head
