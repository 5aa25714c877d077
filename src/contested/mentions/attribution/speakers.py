"""Find who speaks: the words for the speaker of a cue, one for each coordinated speaker."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from contested.mentions.attribution.tables import AttributionTables
from contested.model.syntax import Sentence, Token

_SUBJECTS = frozenset({"nsubj", "csubj", "expl"})
_PASSIVE_SUBJECTS = frozenset({"nsubjpass", "csubjpass"})
_CONTROLLED = frozenset({"advcl", "xcomp", "conj", "ccomp", "acomp", "oprd", "attr", "pcomp", "prep", "acl"})
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_LEADING = frozenset({"DET", "PRON", "NUM", "PUNCT", "ADV", "CCONJ", "SCONJ", "PART", "SYM"})
_KEPT_BELOW = frozenset({"compound", "amod", "poss", "case", "nmod", "nummod", "flat", "det", "quantmod", "npadvmod"})
_OWNER_PREPOSITIONS = frozenset({"for", "of", "in", "with", "from", "at"})
_AUTHOR_PREPOSITIONS = frozenset({"by", "from", "of"})
_RELATIVES = frozenset({"which", "who", "that"})
_BETWEEN = frozenset({"at", "first", "later", "then", "since"})
_NAMES = frozenset({"PERSON", "ORG", "GPE", "NORP"})
_NAMING = frozenset({"call", "name", "style", "know"})


@dataclass(frozen=True, slots=True)
class Speaker:
    """Words for a speaker: token ``head``, offsets, and the trimmed words; ``head`` -1 where only implied."""

    head: int
    start: int
    end: int
    text: str


IMPLIED = Speaker(-1, -1, -1, "")


def subject_of(sentence: Sentence, i: int, patient: bool = False) -> int | None:
    """Give the head token of who does verb ``i``: its subject, its agent, or the subject it shares or inherits."""
    seen: set[int] = set()
    while i not in seen:
        seen.add(i)
        token = sentence.tokens[i]
        found = _own_subject(sentence, i, patient)
        if found is not None:
            return found
        if _is_passive(sentence, i):
            return None
        if token.dep in ("relcl", "acl") and sentence.tokens[token.head].pos in ("NOUN", "PROPN", "PRON"):
            named = sentence.tokens[token.head].ent == "PERSON"
            return token.head if token.tag == "VBG" or token.dep == "relcl" or named else None
        if token.pos == "ADJ" and token.dep == "amod":
            return token.head
        if token.dep not in _CONTROLLED or (token.dep != "conj" and token.tag in _FINITE):
            return None
        i = token.head
    return None


def _own_subject(sentence: Sentence, i: int, patient: bool) -> int | None:
    tokens = sentence.tokens
    for k in sentence.children[i]:
        if tokens[k].dep == "agent":
            return next((p for p in sentence.children[k] if tokens[p].dep == "pobj"), None)
    wanted = _SUBJECTS | _PASSIVE_SUBJECTS if patient else _SUBJECTS
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
    return any(sentence.tokens[k].dep in ("auxpass", "nsubjpass") for k in sentence.children[i])


def nearest_before(sentence: Sentence, i: int) -> int | None:
    """Find the noun right before a verb whose subject the parser did not see (capitals, headlines, notes, commas).

    Of coordinated nouns ("an officer and two residents said") it is the first.
    """
    tokens = sentence.tokens
    at = i - 1
    if at > 0 and tokens[at].text == "," and tokens[at - 1].ent in ("PERSON", "ORG") and tokens[at - 1].pos == "PROPN":
        at -= 1
    while at >= 0 and (tokens[at].pos in ("AUX", "ADV", "PART") or tokens[at].lower in _BETWEEN):
        at -= 1
    if at < 0 or not (tokens[at].pos in ("NOUN", "PROPN") or (tokens[at].pos != "CCONJ" and tokens[at].text.isupper())):
        return None
    while tokens[at].dep == "conj" and tokens[tokens[at].head].pos in ("NOUN", "PROPN"):
        at = tokens[at].head
    return at


def stands_after(sentence: Sentence, i: int, tables: AttributionTables) -> int | None:
    """Find a speaker that follows the verb and was parsed as its object: "..., informed the ministry"."""
    tokens = sentence.tokens
    if i < 2 or tokens[i - 1].text not in ",\"''":
        return None
    for k in sentence.children[i]:
        words = sentence.subtree(k)
        if tokens[k].dep == "dobj" and words[0] == i + 1 and tokens[i + 1].pos != "NUM":
            speaks = tables.is_a(tokens[k].lemma.lower(), "source") or tokens[k].ent in ("ORG", "PERSON")
            return k if speaks else None
    return None


def adjacent_apposition(sentence: Sentence, head: int, i: int) -> int:
    """Take the last of "among them a priest, the mayor said": an apposition without closing comma is the subject."""
    for k in sentence.children[head]:
        if sentence.tokens[k].dep == "appos" and sentence.subtree(k)[-1] == i - 1 and k > head + 1:
            return k
    return head


def coordinated(sentence: Sentence, head: int) -> list[int]:
    """Give a noun and the nouns coordinated with it; words of one name stay together."""
    found = [head]
    tokens = sentence.tokens
    at = head
    while True:
        after = [k for k in sentence.children[at] if tokens[k].dep == "conj" and tokens[k].pos in ("NOUN", "PROPN", "PRON")]
        if not after or (tokens[at].ent and tokens[at].ent == tokens[after[0]].ent and _one_entity(tokens, at, after[0])):
            return found
        found.append(after[0])
        at = after[0]


def _one_entity(tokens: tuple[Token, ...], a: int, b: int) -> bool:
    return all(t.ent == tokens[a].ent for t in tokens[a:b]) and tokens[b].pos == "PROPN"


def describe_speaker(sentence: Sentence, head: int, tables: AttributionTables) -> Speaker | None:
    """Give the words of the speaker at a noun: a named person, the body a spokesman speaks for, or the noun itself.

    None for the document's own voice, for nobody ("no one", "there"), and for a text whose author is not told.
    """
    tokens = sentence.tokens
    lemma = tokens[head].lemma.lower()
    if lemma in tables.nouns["unnamed"] or (tokens[head].ent in ("DATE", "TIME", "CARDINAL") and tokens[head].pos == "NUM"):
        return None
    if any(tokens[k].lower in ("no", "neither") for k in sentence.children[head]):
        return None
    if tables.is_a(lemma, "own") and _is_own_voice(sentence, head):
        return None
    if lemma == "one" and not any(tokens[k].dep in ("prep", "relcl") for k in sentence.children[head]):
        return None
    named = _named_person(sentence, head)
    if named is not None:
        return _spanned(sentence, named, tables)
    if tables.is_a(lemma, "carrier"):
        author = _author(sentence, head, tables)
        return None if author is None else describe_speaker(sentence, author, tables)
    if tables.is_a(lemma, "spokesman"):
        body = _body(sentence, head)
        if body is not None:
            return body
    return _spanned(sentence, head, tables)


def _is_own_voice(sentence: Sentence, head: int) -> bool:
    token = sentence.tokens[head]
    if token.pos == "PRON":
        return True
    deps = {sentence.tokens[k].dep: sentence.tokens[k] for k in sentence.children[head]}
    if "poss" in deps or "compound" in deps or "prep" in deps:
        return "poss" in deps and deps["poss"].lower in ("our", "my")
    return "det" in deps and deps["det"].lower in ("the", "this")


def _named_person(sentence: Sentence, head: int) -> int | None:
    """Find a name that stands beside a description: "the minister, Jan Roe", "a faction calling itself X"."""
    tokens = sentence.tokens
    if tokens[head].pos == "PROPN" and tokens[head].ent in _NAMES:
        return None
    for k in sentence.children[head]:
        if tokens[k].dep == "appos" and tokens[k].pos == "PROPN" and tokens[k].ent in _NAMES and _is_beside(tokens, head, k):
            return k
        if tokens[k].dep == "acl" and tokens[k].lemma in _NAMING:
            named = [c for c in sentence.children[k] if tokens[c].dep in ("oprd", "dobj", "attr") and tokens[c].pos == "PROPN"]
            if named:
                return named[-1]
    return _name_after_comma(tokens, _last_of_name(sentence, head))


def _is_beside(tokens: tuple[Token, ...], head: int, k: int) -> bool:
    between = tokens[head + 1 : k]
    return any(t.text in ",(" for t in between) and not any(t.pos in ("VERB", "AUX") for t in between)


def _name_after_comma(tokens: tuple[Token, ...], last: int) -> int | None:
    """Read ", Jan Roe," after a description that the parser did not join with it."""
    if last + 2 >= len(tokens) or tokens[last + 1].text != "," or tokens[last + 2].ent != "PERSON":
        return None
    at = last + 2
    while at + 1 < len(tokens) and tokens[at + 1].ent == "PERSON":
        at += 1
    closed = at + 1 == len(tokens) or tokens[at + 1].text in ",.;"
    return at if closed and tokens[at].pos == "PROPN" else None


def _author(sentence: Sentence, head: int, tables: AttributionTables) -> int | None:
    """Find whose text it is: "the group's video", "a letter from", "signed by", or who issued it."""
    tokens = sentence.tokens
    for k in sentence.children[head]:
        token = tokens[k]
        if token.dep == "poss":
            return k
        if token.dep == "relcl" and (issuer := _own_subject(sentence, k, False)) not in (None, head):
            return issuer
        if token.dep == "acl" and (agent := _own_subject(sentence, k, False)) is not None:
            return agent
        if token.dep in ("prep", "agent") and token.lower in _AUTHOR_PREPOSITIONS:
            return next((p for p in sentence.children[k] if tokens[p].dep == "pobj"), None)
    named = [k for k in sentence.children[head] if tokens[k].dep == "compound" and tokens[k].pos == "PROPN"]
    if named:
        return named[-1]
    above = tokens[tokens[head].head]
    if tokens[head].dep in ("dobj", "pobj"):
        verb = above if tokens[head].dep == "dobj" else tokens[above.head]
        subject = subject_of(sentence, verb.i) if verb.pos == "VERB" else None
        return None if subject == head or subject is None or tables.is_a(tokens[subject].lemma, "carrier") else subject
    return None


def _body(sentence: Sentence, head: int) -> Speaker | None:
    """Find the body a spokesman speaks for, before ("the army's") or after ("for the army") the word."""
    tokens = sentence.tokens
    for k in sentence.children[head]:
        if tokens[k].dep == "poss" and tokens[k].pos != "PRON":
            return _spanned(sentence, k, None)
        if tokens[k].dep == "prep" and tokens[k].lower in _OWNER_PREPOSITIONS and k > head:
            for p in sentence.children[k]:
                if tokens[p].dep == "pobj" and not any(tokens[c].dep == "poss" for c in sentence.children[p]):
                    return _spanned(sentence, p, None)
    before = [k for k in sentence.children[head] if k < head and tokens[k].dep in ("compound", "amod", "nmod")]
    while before and not tokens[before[0]].text[:1].isupper() and tokens[before[0]].pos == "ADJ":
        before.pop(0)
    if not before:
        return None
    first = min(sentence.subtree(before[0]))
    while first < head - 1 and (tokens[first].pos in _LEADING or tokens[first].text in "\"'[(#"):
        first += 1
    return _between(sentence, first, head - 1, head - 1)


def _body_before_name(sentence: Sentence, first: int, head: int, tables: AttributionTables) -> Speaker | None:
    """Read "interior ministry spokesman Jan Roe": the words before the spokesman's title name the body."""
    tokens = sentence.tokens
    for k in range(first + 1, head):
        if tables.is_a(tokens[k].lower, "spokesman"):
            return _between(sentence, first, k - 1, _last_noun(tokens, first, k))
    return None


def _last_noun(tokens: tuple[Token, ...], first: int, end: int) -> int:
    return next((j for j in range(end - 1, first - 1, -1) if tokens[j].pos in ("NOUN", "PROPN") and tokens[j + 1].text != ")"), end - 1)


def _spanned(sentence: Sentence, head: int, tables: AttributionTables | None) -> Speaker:
    """Take the words around a head that belong to its name, without article, number, title and distant phrases."""
    tokens = sentence.tokens
    first = head
    for k in reversed(sentence.children[head]):
        if k < head and tokens[k].dep in _KEPT_BELOW:
            first = min(first, min(sentence.subtree(k)))
    last = _last_of_name(sentence, head)
    while first < head and (
        tokens[first].pos in _LEADING or tokens[first].text in "\"'[(#" or tokens[first].ent in ("DATE", "TIME")
    ):
        first += 1
    if tables and tokens[head].pos == "PROPN" and tokens[head].ent != "ORG":
        body = _body_before_name(sentence, first, head, tables)
        if body is not None:
            return body
        titles = [k for k in range(first, head) if tables.is_a(tokens[k].lower.rstrip("."), "title")]
        first = titles[-1] + 1 if titles else first
    return _between(sentence, first, last, head)


def _last_of_name(sentence: Sentence, head: int) -> int:
    """Find where a name ends: with its "of" phrase, the rest of its entity, or a part joined by a hyphen."""
    tokens = sentence.tokens
    last = head
    for k in sentence.children[head]:
        if k == last + 1 and tokens[k].dep == "appos" and tokens[k].pos == "PROPN":
            last = k
        if k == last + 1 and tokens[k].dep == "prep" and tokens[k].lower in ("of", "for"):
            below = [j for j in sentence.subtree(k) if not _is_aside(tokens, j)]
            if len(below) <= 8 and below == list(range(k, k + len(below))):
                last = below[-1]
    while last + 1 < len(tokens) and tokens[head].ent == "ORG" and tokens[last + 1].ent == "ORG" and last == head:
        if tokens[last + 1].pos not in ("PROPN", "DET") or tokens[last + 1].text == '"' or tokens[last + 1].text.isupper():
            break
        head = last = last + 1
    while last + 2 < len(tokens) and tokens[last + 1].text == "-" and tokens[last].end == tokens[last + 1].start == tokens[last + 2].start - 1:
        last += 2
    return last


def _is_aside(tokens: tuple[Token, ...], j: int) -> bool:
    return tokens[j].dep in ("relcl", "acl") or tokens[j].text in ",("


def _between(sentence: Sentence, first: int, last: int, head: int) -> Speaker:
    start, end = sentence.tokens[first].start, sentence.tokens[last].end
    words = sentence.text[start - sentence.start : end - sentence.start]
    if words.count('"') == 1 and last + 1 < len(sentence.tokens) and sentence.tokens[last + 1].text == '"':
        end = sentence.tokens[last + 1].end
        words = sentence.text[start - sentence.start : end - sentence.start]
    return Speaker(head, start, end, " ".join(words.split()))


def phrase_after(sentence: Sentence, i: int, last: int) -> int | None:
    """Find the head noun of the phrase after the words up to ``last``: the object of the preposition, or the nearest."""
    tokens = sentence.tokens
    for k in sentence.children[last]:
        if tokens[k].dep in ("pobj", "dobj") and k > last:
            return k
    nouns: Iterable[Token] = tokens[last + 1 : last + 7]
    found: int | None = None
    for token in nouns:
        if token.pos in ("NOUN", "PROPN", "PRON"):
            found = token.i
            if token.dep not in ("compound", "poss", "nmod", "amod"):
                return found
        elif found is not None and token.pos != "PART":
            break
    return found
