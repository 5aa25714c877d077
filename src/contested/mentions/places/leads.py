"""Where the entries of a log or list name their place: "07/09 06:40 KELDA. ...", "3. Alma, near the mill, 08:30. ..."."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from contested.model.syntax import Sentence

_BEFORE = frozenset(
    {"near", "off", "outside", "around", "above", "on", "at", "in", "of", "to", "the", "late", "early", "morning", "noon", "afternoon", "evening", "night",
     "dawn", "dusk", "midnight", "hrs", "h", "approx", "about", "shortly", "after", "before", "mon", "tue", "wed", "thu", "fri", "sat", "sun", "nr"}
)
_CLOSERS = frozenset({":", ".", ",", "(", "/", ";"})
_LONGEST = 14


def lead_sentences(sentences: Sequence[Sentence]) -> Mapping[int, int]:
    """Give the sentences in which the entries of a document can name their place, with their blocks: the first, or the second after a number."""
    found: dict[int, int] = {}
    blocks: dict[int, list[Sentence]] = {}
    for sentence in sentences:
        blocks.setdefault(sentence.block, []).append(sentence)
    for block, inside in blocks.items():
        first = 1 if len(inside) > 1 and _is_number(inside[0]) else 0
        if len(inside) > first:
            found[inside[first].index] = block
    return found


def opens_entry(sentence: Sentence, start: int, end: int) -> bool:
    """Do only a number, a date and a time stand before the words from ``start`` to ``end`` (offsets), and a stop after them?"""
    before = [t for t in sentence.tokens if t.start < start]
    after = next((t for t in sentence.tokens if t.start >= end), None)
    if len(before) > _LONGEST or (after is not None and after.text not in _CLOSERS):
        return False
    return all(not t.text[0].isalpha() or t.text.lower() in _BEFORE or t.lower.endswith("day") for t in before)


def _is_number(sentence: Sentence) -> bool:
    return len(sentence.tokens) <= 2 and sentence.tokens[0].text.strip("().").isdigit()
