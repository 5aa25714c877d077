"""Where the words of a name begin and end."""

from __future__ import annotations

from dataclasses import dataclass

from contested.model.syntax import Sentence, Token

_LEADING = frozenset({"DET", "PRON", "NUM", "PUNCT", "ADV", "CCONJ", "SCONJ", "PART", "SYM"})
_KEPT_BELOW = frozenset({"compound", "amod", "poss", "case", "nmod", "nummod", "flat", "det", "quantmod", "npadvmod"})


@dataclass(frozen=True, slots=True)
class Speaker:
    """Words for a speaker: token ``head``, offsets, and the trimmed words; ``head`` -1 where only implied."""

    head: int
    start: int
    end: int
    text: str


IMPLIED = Speaker(-1, -1, -1, "")


def first_of_name(sentence: Sentence, head: int) -> int:
    """Find where a name begins, without article, number, bracket and date."""
    first = head
    for k in reversed(sentence.children[head]):
        if k < head and sentence.tokens[k].dep in _KEPT_BELOW:
            first = min(first, min(sentence.subtree(k)))
    return without_leading(sentence.tokens, first, head)


def whole_name(sentence: Sentence, head: int) -> Speaker:
    """Give the words around a head that belong to its name."""
    return between(sentence, first_of_name(sentence, head), last_of_name(sentence, head), head)


def without_leading(tokens: tuple[Token, ...], first: int, head: int) -> int:
    """Step over articles, numbers, brackets and a date that the parser drew into the phrase."""
    dated = [k for k in range(first, head) if tokens[k].ent in ("DATE", "TIME")]
    first = dated[-1] + 1 if dated else first
    while first < head and (tokens[first].pos in _LEADING or tokens[first].text in "\"'[(#"):
        first += 1
    return first


def last_of_name(sentence: Sentence, head: int) -> int:
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
        if (
            tokens[last + 1].pos not in ("PROPN", "DET")
            or tokens[last + 1].text == '"'
            or tokens[last + 1].text.isupper()
        ):
            break
        head = last = last + 1
    while (
        last + 2 < len(tokens)
        and tokens[last + 1].text == "-"
        and tokens[last].end == tokens[last + 1].start == tokens[last + 2].start - 1
    ):
        last += 2
    return last


def _is_aside(tokens: tuple[Token, ...], j: int) -> bool:
    return tokens[j].dep in ("relcl", "acl") or tokens[j].text in ",("


def between(sentence: Sentence, first: int, last: int, head: int) -> Speaker:
    start, end = sentence.tokens[first].start, sentence.tokens[last].end
    words = sentence.text[start - sentence.start : end - sentence.start]
    if words.count('"') == 1 and last + 1 < len(sentence.tokens) and sentence.tokens[last + 1].text == '"':
        end = sentence.tokens[last + 1].end
        words = sentence.text[start - sentence.start : end - sentence.start]
    return Speaker(head, start, end, " ".join(words.split()))
