"""Find what is told: the words of a sentence that an attribution covers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from contested.mentions.attribution.cues import Cue
from contested.model.syntax import Sentence

_CLAUSES = frozenset({"ccomp", "parataxis", "dep", "xcomp", "advcl"})
_OBJECTS = frozenset({"dobj", "attr", "oprd", "dative", "nsubjpass"})
_CONTRASTS = frozenset({"while", "though", "although", "whereas"})
_GAP = 3
_ANAPHORS = frozenset({"it", "this", "that", "so", "both", "these", "them"})
_EDGES = frozenset({",", '"', "''", "``", "'", "-", "--", "–", "—", ".", ":", "that", ";"})


@dataclass(frozen=True, slots=True)
class Content:
    """What is told, as token indices ``first``..``last`` (both included; -1 where only referred to).

    ``root`` is the verb (or object noun) of it, -1 if none; ``clause`` tells a clause from an object; ``final`` that
    the attribution follows or interrupts it ("..., police said").
    """

    first: int
    last: int
    root: int
    clause: bool
    final: bool


def find_content(
    sentence: Sentence, cue: Cue, subject: int | None, later: Sequence[Cue], outer: Mapping[int, int]
) -> Content | None:
    """Give the content of a cue, or None where nothing is told; ``outer`` as ``outer_cues`` gives it."""
    tokens = sentence.tokens
    low, high = segment(sentence, cue.i)
    if tokens[cue.i].dep in ("relcl", "acl"):
        high = min(high, sentence.subtree(cue.i)[-1] + 1)
    left = _left_edge(sentence, cue.i, subject)
    after, before = _clauses(sentence, cue, low, high, subject)
    obj = next((k for k in sentence.children[cue.i] if tokens[k].dep in _OBJECTS and k != subject), None)
    if obj is not None and cue.row.content != "clause":
        after = before = None
    elif after is None:
        if before is not None and before < left:
            return _told_before(sentence, cue, low, high, left, before, subject)
        if tokens[cue.i].dep == "parataxis":
            return _told_before(sentence, cue, low, high, left, tokens[cue.i].head, subject)
    if obj is None and after is None and tokens[cue.i].dep == "relcl" and cue.row.content in ("any", "claim"):
        return Content(-1, -1, tokens[cue.i].head, False, False)
    stop = _stop(sentence, cue, high, after, later, outer)
    if after is not None:
        first = next((k for k in sentence.subtree(after) if k > cue.last), after)
        return _trimmed(sentence, first, stop - 1, after, clause=True)
    if obj is not None and tokens[obj].lower in _ANAPHORS and not sentence.children[obj] and cue.row.content != "toll":
        return Content(-1, -1, obj, False, False)
    if (
        obj is None
        and cue.last == cue.i
        and left > low + 1
        and tokens[left - 1].text in _EDGES
        and _is_closing(sentence, cue, subject, high)
    ):
        return _told_before(sentence, cue, low, high, left, -1, subject)
    first = _after_speaker(sentence, cue, subject)
    if first >= stop:
        return None
    return _trimmed(sentence, first, stop - 1, -1 if obj is None else obj, clause=False)


def segment(sentence: Sentence, i: int) -> tuple[int, int]:
    """Give the stretch between semicolons that token ``i`` stands in, as first index and end."""
    tokens = sentence.tokens
    low = i
    while low > 0 and tokens[low - 1].text != ";":
        low -= 1
    high = i
    while high < len(tokens) and tokens[high].text != ";":
        high += 1
    return low, high


def _clauses(sentence: Sentence, cue: Cue, low: int, high: int, subject: int | None) -> tuple[int | None, int | None]:
    tokens = sentence.tokens
    after = before = None
    below = sentence.children[cue.i]
    for k in below if cue.last == cue.i else (*below, *sentence.children[cue.last]):
        if tokens[k].dep not in _CLAUSES or k == subject or not low <= k < high:
            continue
        if k < cue.i:
            if tokens[k].dep in ("ccomp", "parataxis"):
                before = k
        elif (after is None and tokens[k].dep in ("ccomp", "parataxis")) or (
            after is None and _is_claimed_deed(sentence, cue, k)
        ):
            after = k
    if after is None and cue.row.content == "clause":
        after = _distant_clause(sentence, cue.last, high)
    return after, before


def _distant_clause(sentence: Sentence, last: int, high: int) -> int | None:
    """Find the "that" clause which the parser joined to an adverbial ("said in a letter sent to us that ...")."""
    for token in sentence.tokens[last + 1 : high]:
        if token.lower == "that" and token.dep == "mark":
            return token.head if token.head > token.i else None
        if token.text == "," or (token.tag in ("VBZ", "VBP", "VBD") and token.dep not in ("acl", "relcl")):
            return None
    return None


def _is_claimed_deed(sentence: Sentence, cue: Cue, k: int) -> bool:
    """Tell "claimed to have attacked" and "denied having fired" from "told them to leave"."""
    return sentence.tokens[k].dep == "xcomp" and cue.row.content != "clause"


def _told_before(
    sentence: Sentence, cue: Cue, low: int, high: int, left: int, root: int, subject: int | None
) -> Content | None:
    tokens = sentence.tokens
    tail = _after_speaker(sentence, cue, subject)
    interrupted = root > cue.i or (
        tail < high - 1
        and tokens[tail].text == ","
        and tokens[tail + 1].pos not in ("CCONJ", "ADP", "SCONJ")
        and any(t.pos in ("VERB", "AUX") for t in tokens[tail:high])
        and tokens[cue.i].dep == "parataxis"
    )
    host = tokens[root] if root >= 0 else None
    first = min(sentence.subtree(root)) if host is not None and host.dep == "relcl" else low
    return _trimmed(
        sentence, min(first, left - 1), high - 1 if interrupted else left - 1, root, clause=True, final=True
    )


def _left_edge(sentence: Sentence, i: int, subject: int | None) -> int:
    if subject is None or subject > i:
        return i
    words = sentence.subtree(subject)
    is_near = sentence.tokens[subject].head == i or i - words[-1] <= _GAP
    return words[0] if words[-1] < i and is_near else i


def _after_speaker(sentence: Sentence, cue: Cue, subject: int | None) -> int:
    """Give the first token after the cue and a speaker that follows it."""
    if subject is not None and subject > cue.i and sentence.tokens[subject].head in (cue.i, *sentence.children[cue.i]):
        return max(cue.last, max(sentence.subtree(subject))) + 1
    return cue.last + 1 if cue.row.content != "toll" else cue.i + 1


def _is_closing(sentence: Sentence, cue: Cue, subject: int | None, high: int) -> bool:
    """Tell whether nothing but adverbials follows the cue."""
    at = _after_speaker(sentence, cue, subject)
    rest = sentence.tokens[at:high]
    return not rest or rest[0].text in _EDGES or not any(t.pos in ("VERB", "AUX") for t in rest)


def _stop(
    sentence: Sentence, cue: Cue, high: int, after: int | None, later: Sequence[Cue], outer: Mapping[int, int]
) -> int:
    """Find where a content that follows its cue ends: at the next thing that the sentence says of the speaker."""
    tokens = sentence.tokens
    inside = frozenset(sentence.subtree(after)) if after is not None else frozenset()
    stop = high
    for k in sentence.children[cue.i]:
        if k <= cue.last or k in inside:
            continue
        words = sentence.subtree(k)
        if (tokens[k].dep == "conj" and tokens[k].pos in ("VERB", "AUX") and not _goes_on(sentence, k, after)) or (
            tokens[k].dep == "advcl" and tokens[words[0]].lower in _CONTRASTS and words[0] > cue.last
        ):
            stop = min(stop, words[0])
    for other in later:
        words = sentence.subtree(other.i)
        if outer.get(other.i) == cue.i:
            stop = min(stop, other.i)
        elif tokens[other.i].dep == "advcl" and tokens[words[0]].lower in _CONTRASTS and words[0] > cue.last:
            stop = min(stop, words[0])
        elif other.i > cue.last and other.i not in inside and tokens[other.i].dep in ("conj", "ccomp", "ROOT", "advcl"):
            own = next((k for k in sentence.children[other.i] if tokens[k].dep in ("nsubj", "nsubjpass")), other.i)
            edge = min(min(sentence.subtree(own)), other.i)
            if edge > cue.last:
                stop = min(stop, edge)
    return stop


def _goes_on(sentence: Sentence, k: int, after: int | None) -> bool:
    """Tell a clause that continues what is told from one that tells what the speaker did next."""
    kids = [sentence.tokens[c] for c in sentence.children[k]]
    if any(t.dep == "mark" and t.lower == "that" for t in kids):
        return True
    return after is not None and any(t.dep in ("nsubj", "nsubjpass") for t in kids)


def _trimmed(
    sentence: Sentence, first: int, last: int, root: int, *, clause: bool, final: bool = False
) -> Content | None:
    tokens = sentence.tokens
    while first <= last and (
        tokens[first].text in _EDGES or (tokens[first].lower == "that" and tokens[first].dep == "mark")
    ):
        first += 1
    while last >= first and (tokens[last].text in ",;:.-–—" or tokens[last].pos == "CCONJ"):
        last -= 1
    return Content(first, last, root, clause, final) if first <= last else None
