"""Find who speaks: the words for the speaker of a cue, one for each coordinated speaker."""

from __future__ import annotations

from collections.abc import Iterable

from contested.mentions.attribution.names import Speaker, between, first_of_name, last_of_name
from contested.mentions.attribution.spokesmen import body_before_name, body_of, is_spokesman
from contested.mentions.attribution.subjects import own_subject, subject_of
from contested.mentions.attribution.tables import AttributionTables
from contested.model.syntax import Sentence, Token

_AUTHOR_PREPOSITIONS = frozenset({"by", "from", "of"})
_LINKED = frozenset({"link", "affiliate", "associate", "connect", "align"})
_NAMES = frozenset({"PERSON", "ORG", "GPE", "NORP"})
_NAMING = frozenset({"call", "name", "style", "know"})


def coordinated(sentence: Sentence, head: int) -> list[int]:
    """Give a noun and the nouns coordinated with it; words of one name stay together."""
    found = [head]
    tokens = sentence.tokens
    at = head
    while True:
        after = [
            k for k in sentence.children[at] if tokens[k].dep == "conj" and tokens[k].pos in ("NOUN", "PROPN", "PRON")
        ]
        if not after or (
            tokens[at].ent and tokens[at].ent == tokens[after[0]].ent and _one_entity(tokens, at, after[0])
        ):
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
    if _cannot_speak(sentence, head, tables):
        return None
    speaks = is_spokesman(sentence, head, tables)
    named = _named_person(sentence, head)
    if named is not None and not (speaks and named > head):
        return _spanned(sentence, named, tables)
    if tables.is_a(lemma, "carrier"):
        author = _author(sentence, head, tables)
        return None if author is None else describe_speaker(sentence, author, tables)
    if speaks:
        body = body_of(sentence, head, tables)
        if body is not None:
            return body
    return _spanned(sentence, head if named is None else named, tables)


def _cannot_speak(sentence: Sentence, head: int, tables: AttributionTables) -> bool:
    token = sentence.tokens[head]
    lemma = token.lemma.lower()
    if lemma in tables.nouns["unnamed"] or lemma in tables.nouns["inert"] or token.ent in ("DATE", "TIME"):
        return True
    if token.pos == "NUM" and token.ent == "CARDINAL":
        return True
    below = [sentence.tokens[k] for k in sentence.children[head]]
    if any(t.lower == "no" or (t.lower == "neither" and t.dep == "det") for t in below):
        return True
    if lemma == "one":
        return not any(t.dep in ("prep", "relcl") for t in below)
    return tables.is_a(lemma, "own") and _is_own_voice(sentence, head)


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
        if (
            tokens[k].dep == "appos"
            and tokens[k].pos == "PROPN"
            and tokens[k].ent in _NAMES
            and _is_beside(tokens, head, k)
        ):
            return k
        if tokens[k].dep == "acl" and tokens[k].lemma in _NAMING:
            named = [
                c
                for c in sentence.children[k]
                if tokens[c].dep in ("oprd", "dobj", "attr") and tokens[c].pos == "PROPN"
            ]
            if named:
                return named[-1]
    return _name_after_comma(tokens, last_of_name(sentence, head))


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
        if token.dep == "relcl" and (issuer := own_subject(sentence, k, False)) not in (None, head):
            return issuer
        if token.dep == "acl" and (agent := own_subject(sentence, k, False)) is not None:
            return agent
        if token.dep == "acl" and token.lemma in _LINKED:
            linked = [p for c in sentence.children[k] if tokens[c].dep == "prep" for p in sentence.children[c] if tokens[p].dep == "pobj"]
            if linked:
                return linked[0]
        if token.dep in ("prep", "agent") and (author := _author_after(sentence, k)) is not None:
            return author
    named = [k for k in sentence.children[head] if tokens[k].dep == "compound" and tokens[k].pos == "PROPN"]
    if named:
        return named[-1]
    above = tokens[tokens[head].head]
    if tokens[head].dep in ("dobj", "pobj"):
        verb = above if tokens[head].dep == "dobj" else tokens[above.head]
        subject = subject_of(sentence, verb.i) if verb.pos == "VERB" else None
        return None if subject == head or subject is None or tables.is_a(tokens[subject].lemma, "carrier") else subject
    return None


def _author_after(sentence: Sentence, k: int) -> int | None:
    """Find whose text it is after a preposition: "by X", "from X" but not from a town, "in the name of X"."""
    tokens = sentence.tokens
    noun = next((p for p in sentence.children[k] if tokens[p].dep == "pobj"), None)
    if noun is None:
        return None
    if tokens[noun].lower in ("name", "behalf"):
        below = (p for c in sentence.children[noun] if tokens[c].lower == "of" for p in sentence.children[c] if tokens[p].dep == "pobj")
        return next(below, None)
    if tokens[k].lower not in _AUTHOR_PREPOSITIONS or (tokens[k].lower == "from" and tokens[noun].ent == "GPE"):
        return None
    return noun


def _spanned(sentence: Sentence, head: int, tables: AttributionTables) -> Speaker:
    """Take the words of a name, without the title before it; of a named spokesman the body that he speaks for."""
    tokens = sentence.tokens
    first = first_of_name(sentence, head)
    if tokens[head].pos == "PROPN" and tokens[head].ent != "ORG":
        body = body_before_name(sentence, first, head, tables)
        if body is not None:
            return body
        titles = (
            []
            if tables.is_a(tokens[head].lemma.lower(), "source")
            else [k for k in range(first, head) if tables.is_a(tokens[k].lower.rstrip("."), "title")]
        )
        first = titles[-1] + 1 if titles else first
    return between(sentence, first, last_of_name(sentence, head), head)


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
