"""Find the verbs by which a sentence attributes something."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from contested.mentions.attribution.tables import AttributionTables, CueRow
from contested.model.syntax import Sentence, Token

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "expl"})
_GAP_WORDS = 12
_STOPS = frozenset(";.:")
_NEGATIONS = frozenset({"no", "nothing", "neither", "none", "never", "nor", "not", "n't", "nobody", "hardly"})


@dataclass(frozen=True, slots=True)
class Cue:
    """A row of the verbs that matches at token ``i``; ``last`` is the index of its last token."""

    row: CueRow
    i: int
    last: int


def find_cues(sentence: Sentence, tables: AttributionTables) -> list[Cue]:
    """Give the cues of a sentence in the order of the text; words inside a longer cue make none of their own."""
    found: list[Cue] = []
    spent: set[int] = set()
    for token in sentence.tokens:
        rows = tables.verbs.get(token.lemma.lower()) or tables.verbs.get(token.lower)
        if rows is None and is_capitals(token) and token.lower in tables.forms:
            rows = tables.verbs[tables.forms[token.lower]]
        if rows is None or token.i in spent or not _may_be_verb(sentence, token, tables):
            continue
        for row in rows:
            matched = _match(sentence.tokens, token.i, row)
            if matched is None or (not matched and token.pos == "NOUN" and not is_capitals(token) and not is_note(sentence, token, tables)):
                continue
            cue = Cue(row, token.i, matched[-1] if matched else token.i)
            if row.stance is not None or len(rows) == 1 or _may_be_negated(sentence, cue):
                found.append(cue)
                spent.update(matched)
                break
    return found


def _may_be_negated(sentence: Sentence, cue: Cue) -> bool:
    """Tell "gave no figures" and "neither side gave figures", which are silence, from "gave a figure of 12"."""
    return is_negated(sentence, cue) or any(t.lower in ("no", "neither", "none") for t in sentence.tokens[: cue.i])


def is_capitals(token: Token) -> bool:
    """Tell a word set in capitals."""
    return len(token.text) > 2 and token.text.isupper()


def _may_be_verb(sentence: Sentence, token: Token, tables: AttributionTables) -> bool:
    """Tell a verb (or an adjective that takes its place) from a noun of the same form; capitals mislead the tagger."""
    if token.pos == "AUX":
        return token.dep in ("ROOT", "ccomp", "conj", "advcl", "relcl")
    if is_capitals(token) and token.lower == token.lemma.lower() and token.dep == "ROOT" and token.tag == "VB":
        return False
    if token.pos == "VERB" or token.tag.startswith("V"):
        return token.dep not in ("amod", "aux", "auxpass")
    if is_note(sentence, token, tables):
        return True
    if token.tag == "NNS":
        return token.dep == "ROOT" or is_capitals(token)
    if token.pos == "ADJ":
        return token.dep in ("acomp", "ROOT", "amod", "oprd", "acl", "conj", "advcl")
    return is_capitals(token) and (token.dep in ("ROOT", "ccomp", "conj") or token.lower in tables.forms)


def is_note(sentence: Sentence, token: Token, tables: AttributionTables) -> bool:
    """Tell the verb of notes that the tagger takes for a noun: "Health staff report x6 killed"."""
    if token.tag not in ("NN", "NNP") or not 0 < token.i < len(sentence.tokens) - 1:
        return False
    before, after = sentence.tokens[token.i - 1], sentence.tokens[token.i + 1]
    number = after.pos == "NUM" or after.tag == "CD" or (after.text[:1] == "x" and after.text[1:].isdigit())
    return number and tables.is_a(before.lemma.lower(), "source")


def _match(tokens: tuple[Token, ...], i: int, row: CueRow) -> list[int] | None:
    matched: list[int] = []
    at = i + 1
    for words, gap in row.rest:
        reach = at + _GAP_WORDS + 1 if gap else at + 1
        while at < min(reach, len(tokens)) and not _is(tokens[at], words):
            if tokens[at].text in _STOPS:
                return None
            at += 1
        if at >= min(reach, len(tokens)):
            return None
        matched.append(at)
        at += 1
    return matched


def _is(token: Token, words: frozenset[str]) -> bool:
    return token.lower in words or token.lemma.lower() in words


def outer_cues(sentence: Sentence, cues: Sequence[Cue]) -> dict[int, int]:
    """Give the verbs that the parser joined to what was told although they go on with the cue that tells it.

    "The army denies that planes flew and blames the rebels": "blames" goes with "denies", whose tense it has, not
    with "flew". Keys and values are token indices of cues.
    """
    tokens = sentence.tokens
    verbs = {c.i for c in cues}
    found: dict[int, int] = {}
    for cue in cues:
        token = tokens[cue.i]
        if token.dep not in ("conj", "advcl") or any(tokens[k].dep in SUBJECTS for k in sentence.children[cue.i]):
            continue
        told = tokens[token.head]
        while told.dep == "conj":
            told = tokens[told.head]
        if told.dep != "ccomp" or told.head not in verbs or told.head > cue.i:
            continue
        if token.tag == "VBG" or (token.tag == tokens[told.head].tag and token.dep == "conj"):
            found[cue.i] = told.head
    return found


def is_negated(sentence: Sentence, cue: Cue) -> bool:
    """Tell whether the cue is denied: by "not", by "no" inside it, or because a helper verb above it is."""
    tokens = sentence.tokens
    if any(tokens[k].dep == "neg" or tokens[k].lower in ("neither", "never") for k in sentence.children[cue.i]):
        return True
    if any(t.lower in _NEGATIONS for t in tokens[cue.i + 1 : cue.last + 1]):
        return True
    token = tokens[cue.i]
    if token.dep == "conj" and any(tokens[k].lower == "nor" and k < cue.i for k in sentence.children[token.head]):
        return True
    if token.dep in ("acomp", "xcomp", "attr", "oprd") or (token.dep == "conj" and token.pos == "ADJ"):
        return any(tokens[k].dep == "neg" for k in sentence.children[token.head])
    return False
