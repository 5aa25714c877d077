"""Who speaks for a body, and for which: "a spokesman for the army", "the army's press officer", "army spokesman Jan Roe"."""

from __future__ import annotations

from contested.mentions.attribution.names import Speaker, between, whole_name, without_leading
from contested.mentions.attribution.tables import AttributionTables
from contested.model.syntax import Sentence, Token

_OWNER_PREPOSITIONS = frozenset({"for", "of"})
_PLACE_PREPOSITIONS = frozenset({"in", "with", "from", "at"})
_BEFORE = frozenset({"compound", "amod", "nmod"})


def is_spokesman(sentence: Sentence, i: int, tables: AttributionTables) -> bool:
    """Tell a word for somebody who speaks for a body: "spokesman", "press officer", "director of public relations"."""
    tokens = sentence.tokens
    lemma = tokens[i].lemma.lower()
    if tables.is_a(lemma, "spokesman"):
        return True
    if not tables.is_a(lemma, "staff"):
        return False
    below = [k for k in sentence.children[i] if tokens[k].dep in ("compound", "nmod", "amod")]
    below += [p for k in sentence.children[i] if tokens[k].lower == "of" for p in sentence.children[k]]
    return any(tables.is_a(tokens[k].lower, "press") for k in below)


def body_of(sentence: Sentence, head: int, tables: AttributionTables) -> Speaker | None:
    """Find the body a spokesman speaks for, before ("the army's") or after ("for the army") the word."""
    owner = next((k for k in sentence.children[head] if sentence.tokens[k].dep == "poss" and sentence.tokens[k].pos != "PRON"), None)
    if owner is not None:
        return whole_name(sentence, owner)
    return _after(sentence, head, _OWNER_PREPOSITIONS, tables) or _before(sentence, head, tables) or _after(sentence, head, _PLACE_PREPOSITIONS, tables)


def _after(sentence: Sentence, head: int, prepositions: frozenset[str], tables: AttributionTables) -> Speaker | None:
    tokens = sentence.tokens
    for k in sentence.children[head]:
        if tokens[k].dep != "prep" or tokens[k].lower not in prepositions or k < head:
            continue
        for p in sentence.children[k]:
            if tokens[p].dep == "pobj" and not tables.is_a(tokens[p].lower, "press") and not any(tokens[c].dep == "poss" for c in sentence.children[p]):
                return whole_name(sentence, p)
    return None


def _before(sentence: Sentence, head: int, tables: AttributionTables) -> Speaker | None:
    """Read the words before: "interior ministry spokesman", "Police Public Relations Officer"."""
    tokens = sentence.tokens
    before = [k for k in sentence.children[head] if k < head and tokens[k].dep in _BEFORE]
    while before and not tokens[before[0]].text[:1].isupper() and tokens[before[0]].pos == "ADJ":
        before.pop(0)
    if not before:
        return None
    first = without_leading(tokens, min(sentence.subtree(before[0])), head - 1)
    last = head - 1
    while last >= first and tables.is_a(tokens[last].lower, "press"):
        last -= 1
    return between(sentence, first, last, last) if last >= first else None


def body_before_name(sentence: Sentence, first: int, head: int, tables: AttributionTables) -> Speaker | None:
    """Read "interior ministry spokesman Jan Roe": the words before the spokesman's title name the body."""
    tokens = sentence.tokens
    for k in range(first + 1, head):
        press = tables.is_a(tokens[k].lower, "staff") and tables.is_a(tokens[k - 1].lower, "press")
        if tables.is_a(tokens[k].lower, "spokesman") or press:
            while k > first and tables.is_a(tokens[k - 1].lower, "press"):
                k -= 1
            return between(sentence, first, k - 1, _last_noun(tokens, first, k)) if k > first else None
    return None


def _last_noun(tokens: tuple[Token, ...], first: int, end: int) -> int:
    return next(
        (j for j in range(end - 1, first - 1, -1) if tokens[j].pos in ("NOUN", "PROPN") and tokens[j + 1].text != ")"),
        end - 1,
    )
