"""Noun phrases: the head, the words before it, and the phrases that hang on it by "of", "in", "under"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from contested.mentions.actors.words import word_set
from contested.model.syntax import Sentence

NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})
_ABSORBED = word_set(
    """
    compound amod nmod nummod det advmod quantmod npadvmod case punct predet expl
    """
)
_LEFT = word_set(
    """
    compound amod nmod nummod det advmod quantmod poss case predet punct nsubj
    """
)
_CONNECTORS = word_set(
    """
    of for the and & in de del la du des al el - – 's ' to against da do von y e et
    """
)
_LOCATIVE = word_set(
    """
    in at near towards toward outside around into inside off between on across from
    """
)
_LINKS = frozenset({"of", "for", "against"})
_HYPHENS = frozenset({"-", "–"})


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase: tokens ``first`` to ``last`` (included) with its ``head``; the head is its last noun."""

    first: int
    last: int
    head: int


def find_phrases(sentence: Sentence) -> Iterator[Phrase]:
    """Give the noun phrases of a sentence, in the order of their heads; none is a modifier inside another."""
    for token in sentence.tokens:
        if token.pos in NOMINAL:
            if token.dep not in _ABSORBED or _plural_head(sentence, token.i):
                yield Phrase(left_edge(sentence, token.i), token.i, token.i)
        elif (token.tag == "CD" and token.dep in ("nsubj", "nsubjpass", "dobj")) or (
            token.pos == "ADJ" and token.dep in ("nsubj", "nsubjpass", "dobj", "pobj")
        ):
            yield Phrase(left_edge(sentence, token.i), token.i, token.i)


def _plural_head(sentence: Sentence, i: int) -> bool:
    """Is a noun that the parser calls a modifier in truth a phrase, because its head is a verb or stands before it?"""
    token = sentence.tokens[i]
    head = sentence.tokens[token.head]
    return (head.i < i and token.dep in ("nmod", "npadvmod") and token.pos == "PROPN") or (
        token.dep in ("compound", "nmod") and head.pos in ("VERB", "AUX")
    )


def left_edge(sentence: Sentence, head: int) -> int:
    """Give the first token of the noun phrase that ends in ``head``."""
    tokens = sentence.tokens
    left = head
    for j in range(head - 1, -1, -1):
        token = tokens[j]
        above = token.head
        if token.dep not in _LEFT or (token.pos in ("VERB", "AUX") and token.dep not in ("amod", "compound")):
            break
        if token.dep == "nsubj" and token.pos not in ("DET",):
            break
        if not (left <= above <= head or (token.dep == "case" and left <= tokens[above].head <= head)):
            break
        if (token.dep == "punct" and (token.text not in "-–'\"" or _is_dash(sentence, j))) or (token.lower == "dead" and j > 0 and tokens[j - 1].pos == "VERB"):
            break
        left = j
    while left < head and tokens[left].dep in ("punct", "case", "advmod") and tokens[left].text not in ("-",):
        left += 1
    while left < head and tokens[left].ent in ("DATE", "TIME") and tokens[head].ent != tokens[left].ent:
        left += 1
    return _whole_word(sentence, left) if tokens[left].text in _HYPHENS else left


def _is_dash(sentence: Sentence, i: int) -> bool:
    """Stands a hyphen free between words, so that it parts them: "6 March - Police"?"""
    tokens = sentence.tokens
    return tokens[i].text in _HYPHENS and i > 0 and tokens[i - 1].end < tokens[i].start


def _whole_word(sentence: Sentence, left: int) -> int:
    """Go back to where a word begins whose first part the parser hung elsewhere: "Hill Front-linked gunmen"."""
    tokens = sentence.tokens
    while left > 0 and tokens[left - 1].end == tokens[left].start and (tokens[left].text in _HYPHENS or tokens[left - 1].text in _HYPHENS):
        left -= 1
    while left > 0 and tokens[left].text[0].isupper() and tokens[left - 1].text[0].isupper() and tokens[left - 1].dep in ("compound", "amod"):
        left -= 1
    return left


def capital_span(sentence: Sentence, head: int, upper: bool) -> tuple[int, int]:
    """Give the tokens of the capitalised name around ``head``: left over compounds, right over "of the North"."""
    tokens = sentence.tokens
    first = last = head
    while (
        first > 0
        and _named(sentence, first - 1, upper)
        and (
            tokens[first - 1].dep != "punct"
            or (tokens[first - 1].text == "-" and tokens[first - 2].text[-1:].isalpha() and not _is_dash(sentence, first - 1))
        )
        and not _boundary(sentence, first - 1, head)
    ):
        first -= 1
    while first < head and tokens[first].text in _CONNECTORS:
        first += 1
    while (after := _continues(sentence, last, upper)) is not None:
        last = after
    return first, last


def _boundary(sentence: Sentence, i: int, head: int) -> bool:
    """Does a name end before the token: is it in another clause than the head?"""
    token = sentence.tokens[i]
    return (
        token.dep in ("case", "det", "poss")
        or token.pos in ("DET", "VERB", "AUX", "SCONJ", "ADP", "CCONJ", "PRON")
        or not token.head >= i
    )


def _named(sentence: Sentence, i: int, upper: bool) -> bool:
    token = sentence.tokens[i]
    if upper:
        return token.pos in ("PROPN", "NOUN", "ADJ", "NUM")
    return (
        token.text[0].isupper()
        or (token.text[0].isdigit() and token.text[-2:] in ("st", "nd", "rd", "th"))
        or token.text in ("-", "–")
        or token.text in ("al", "el", "de", "del", "la")
        or (token.pos == "NUM" and i == 0)
    )


def _continues(sentence: Sentence, last: int, upper: bool) -> int | None:
    """Give the last token of "of the Upper North" after ``last``, if the name goes on so."""
    tokens = sentence.tokens
    i = last + 1
    if (
        i >= len(tokens)
        or tokens[i].text.lower() not in _LINKS
        or (upper and tokens[i].text.lower() not in ("of", "for"))
    ):
        return None
    i += 1
    while i < len(tokens) and tokens[i].text.lower() in ("the", "and", "al", "-"):
        i += 1
    end = None
    while (
        i < len(tokens)
        and (tokens[i].text[0].isupper() or tokens[i].text == "-")
        and tokens[i].pos in ("PROPN", "NOUN", "ADJ", "PUNCT")
    ):
        end = i if tokens[i].text != "-" else end
        i += 1
        if (
            end is not None
            and i + 1 < len(tokens)
            and tokens[i].text == "and"
            and tokens[i + 1].text[0].isupper()
            and tokens[i + 1].dep == "conj"
            and tokens[i + 1].head == end
            and tokens[end].text[0].isupper()
            and not upper
            and tokens[i + 1].text not in ("The",)
        ):
            i += 1
    return end


def linked(sentence: Sentence, head: int, prepositions: frozenset[str]) -> Iterator[int]:
    """Give the heads of the phrases that hang on ``head`` by one of the prepositions."""
    for child in sentence.children[head]:
        token = sentence.tokens[child]
        if token.dep == "prep" and token.text.lower() in prepositions:
            for below in sentence.children[child]:
                if sentence.tokens[below].dep == "pobj":
                    yield below


def governor(sentence: Sentence, i: int) -> int:
    """Give the token that a phrase depends on, past coordination."""
    tokens = sentence.tokens
    while tokens[i].dep in ("conj", "appos") and tokens[i].head != i:
        i = tokens[i].head
    return tokens[i].head


def function_of(sentence: Sentence, i: int) -> str:
    """Give the dependency of a phrase, past coordination."""
    tokens = sentence.tokens
    while tokens[i].dep == "conj" and tokens[i].head != i:
        i = tokens[i].head
    return tokens[i].dep


def in_place(sentence: Sentence, i: int) -> bool:
    """Does a name stand where places do: after "in", "near", "towards"?"""
    tokens = sentence.tokens
    while tokens[i].dep in ("conj", "appos") and tokens[i].head != i:
        i = tokens[i].head
    if i > 0 and tokens[0].text.lower() in _LOCATIVE and all(t.dep in ("compound", "nmod") for t in tokens[:i]):
        return True
    return tokens[i].dep == "pobj" and tokens[tokens[i].head].text.lower() in _LOCATIVE


def find_place_words(sentences: Iterable[Sentence]) -> frozenset[str]:
    """Give the single names of a document that somewhere stand as a place: no person or body bears them."""
    found = set()
    for sentence in sentences:
        for token in sentence.tokens:
            if (
                token.pos == "PROPN"
                and token.dep == "pobj"
                and sentence.tokens[token.head].text.lower() in _LOCATIVE
                and not sentence.children[token.i]
            ):
                found.add(token.text)
    return frozenset(found)
