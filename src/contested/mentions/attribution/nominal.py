"""Attributions without a verb: "according to X", "X's denial", "the first count by X", "X: ...", "Claim. ..."."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from contested.mentions.attribution.contents import Content, segment
from contested.mentions.attribution.matters import tells_cause
from contested.mentions.attribution.names import IMPLIED, Speaker
from contested.mentions.attribution.speakers import coordinated, describe_speaker, phrase_after
from contested.mentions.attribution.stances import IDENTITY
from contested.mentions.attribution.tables import AttributionTables, PhraseRow
from contested.mentions.attribution.told import is_own_deed
from contested.model.syntax import Sentence, Token
from contested.model.vocabulary import Stance

_LABELS = frozenset({"claim", "denial", "admission", "retraction", "confirmation"})
_FIELDS = {Stance.CLAIMS: "responsibility", Stance.DENIES: "responsibility"}
_LABEL_WORDS = 8
LABEL = " label"
VERSION = " own version"
LABELLED = "label before a colon"
_LABEL_ALONE = 3
_NEGATED_WITHIN = 5
_REPLIES = frozenset({"reply", "answer", "response", "comment", "statement", "reaction", "word"})
_GIVING = frozenset({"citing", "quoting"})


@dataclass(frozen=True, slots=True)
class Found:
    """An attribution by token indices: cue ``first``..``last``, content ``told`` as offsets (-1, -1 where none)."""

    first: int
    last: int
    speakers: tuple[Speaker, ...]
    stance: Stance
    told: tuple[int, int]
    about: str
    rule: str


def find_phrases(sentence: Sentence, tables: AttributionTables) -> Iterator[Found]:
    """Give the prepositional phrases that name a speaker."""
    tokens = sentence.tokens
    for token in tokens:
        for row in tables.phrases.get(token.lower, ()):
            last = token.i + len(row.words) - 1
            if tuple(t.lower for t in tokens[token.i : last + 1]) == row.words:
                found = _phrase(sentence, token.i, last, row, tables)
                if found is not None:
                    yield found
                break


def _phrase(sentence: Sentence, first: int, last: int, row: PhraseRow, tables: AttributionTables) -> Found | None:
    head = phrase_after(sentence, first, last)
    if head is None:
        return None
    heads = coordinated(sentence, head)
    if row.words[0] in _GIVING and not all(_can_be_cited(sentence, h, tables) for h in heads):
        return None
    speakers = tuple(s for h in heads if (s := describe_speaker(sentence, h, tables)) is not None)
    if not speakers:
        return None
    told = _told_around(sentence, first, max(sentence.subtree(head))) if row.told else (-1, -1)
    inside = [t for t in sentence.tokens if told[0] <= t.start < told[1]]
    if row.stance is Stance.REPORTS and inside and tells_cause(inside):
        return Found(first, last, speakers, Stance.DISPUTES, told, "event", f"{row.where} {IDENTITY}")
    return Found(first, last, speakers, row.stance, told, "", row.where)


def _can_be_cited(sentence: Sentence, head: int, tables: AttributionTables) -> bool:
    """Tell "citing a police officer" from "citing supply difficulties"."""
    token = sentence.tokens[head]
    spoken = any(tables.is_a(token.lemma.lower(), role) for role in ("source", "spokesman", "staff", "carrier", "title", "own"))
    return spoken or token.pos == "PROPN" or bool(token.ent)


def _told_around(sentence: Sentence, first: int, after: int) -> tuple[int, int]:
    """Give the clause around a phrase: what follows it at the start of a sentence, what precedes it elsewhere."""
    tokens = sentence.tokens
    low, high = segment(sentence, first)
    end = high - 1 if tokens[high - 1].text not in ".;" else high - 2
    if first - low <= 2 and not any(t.pos in ("NOUN", "PROPN", "VERB", "NUM") for t in tokens[low:first]):
        start = min(after + 1, end)
        while start < end and tokens[start].text in ",:":
            start += 1
        return tokens[start].start, tokens[end].end
    rest = tokens[after + 1 : high]
    if rest and rest[0].text == "," and len(rest) > 2 and rest[1].pos not in ("CCONJ", "SCONJ", "PRON", "DET", "PROPN"):
        return tokens[low].start, tokens[end].end
    last = first - 1
    while last > low and tokens[last].text in ",(-–—":
        last -= 1
    return tokens[low].start, tokens[last].end


def find_nouns(sentence: Sentence, tables: AttributionTables) -> Iterator[Found]:
    """Give the nouns that take a position for their owner ("the group's denial") or give its toll."""
    for token in sentence.tokens:
        if token.tag != "NN":
            continue
        lemma = token.lemma.lower()
        if lemma not in tables.positions and lemma not in tables.counts:
            continue
        owner = _owner(sentence, token)
        if owner is None:
            continue
        told = _told_by_noun(sentence, token)
        speakers = tuple(
            s for h in coordinated(sentence, owner) if (s := describe_speaker(sentence, h, tables)) is not None
        )
        if not speakers:
            continue
        if lemma in tables.positions:
            stance, where = tables.positions[lemma]
            if stance is Stance.REPORTS and _tells_own_deed(sentence, token):
                stance = Stance.CLAIMS
                yield Found(token.i, token.i, speakers, stance, told, "event", where + VERSION)
                continue
            yield Found(token.i, token.i, speakers, stance, told, _FIELDS.get(stance, ""), where)
        elif any(t.pos == "NUM" for t in sentence.tokens[slice(*segment(sentence, token.i))]):
            low, high = segment(sentence, token.i)
            scope = sentence.tokens[low].start, sentence.tokens[high - 1].end
            yield Found(token.i, token.i, speakers, Stance.REPORTS, scope, "killed", tables.counts[lemma])


def _owner(sentence: Sentence, token: Token) -> int | None:
    tokens = sentence.tokens
    for k in sentence.children[token.i]:
        if tokens[k].dep == "poss" and tokens[k].pos != "PRON":
            return k
        if tokens[k].lower in ("by", "from") and tokens[k].dep in ("prep", "agent"):
            return next((p for p in sentence.children[k] if tokens[p].dep == "pobj"), None)
    return None


def _clause_of_noun(sentence: Sentence, token: Token) -> int | None:
    """Find the verb of "the army's version is that it struck a depot"."""
    verb = sentence.tokens[token.head]
    if token.dep != "nsubj" or verb.lemma != "be":
        return None
    return next((k for k in sentence.children[verb.i] if sentence.tokens[k].dep == "ccomp" and k > verb.i), None)


def _tells_own_deed(sentence: Sentence, token: Token) -> bool:
    root = _clause_of_noun(sentence, token)
    if root is None:
        return False
    below = sentence.subtree(root)
    return is_own_deed(sentence, Content(below[0], below[-1], root, clause=True, final=False))


def _told_by_noun(sentence: Sentence, token: Token) -> tuple[int, int]:
    tokens = sentence.tokens
    if (root := _clause_of_noun(sentence, token)) is not None:
        below = sentence.subtree(root)
        return tokens[below[0]].start, tokens[below[-1]].end
    for k in sentence.children[token.i]:
        if tokens[k].dep in ("acl", "ccomp", "relcl") or (tokens[k].dep == "prep" and tokens[k].lower in ("of", "for")):
            below = sentence.subtree(k)
            return tokens[below[0]].start, tokens[below[-1]].end
    return -1, -1


def find_label(sentence: Sentence, block_start: bool, tables: AttributionTables) -> Found | None:
    """Give what a log's label says ("Claim. Act: ...", "Army spokesman: ..."), or None."""
    tokens = sentence.tokens
    lemma = tokens[0].lemma.lower()
    if lemma in _LABELS and (len(tokens) <= 2 or tokens[1].lower in (".", ":", "of")):
        stance, where = tables.positions[lemma]
        told = (tokens[1].start, sentence.end) if len(tokens) > 2 else (-1, -1)
        return Found(0, 0, (IMPLIED,), stance, told, _FIELDS.get(stance, ""), where + LABEL)
    return _before_colon(sentence, block_start, tables)


def _before_colon(sentence: Sentence, block_start: bool, tables: AttributionTables) -> Found | None:
    tokens = sentence.tokens
    low = 0
    for at, token in enumerate(tokens[:-1]):
        if token.text == ";":
            low = at + 1
        if token.text != ":" or not 0 < at - low <= _LABEL_WORDS:
            continue
        words = tokens[low:at]
        if any(t.pos in ("VERB", "AUX", "NUM") or t.text in ',."' for t in words):
            continue
        head = _label_head(words, block_start and low == 0, tables)
        if head is None or (tokens[at + 1].text.isdigit() and at + 2 < len(tokens) and tokens[at + 2].text == ":"):
            continue
        speaker = describe_speaker(sentence, head, tables)
        told = tokens[at + 1 : segment(sentence, at + 1)[1]]
        if speaker is None or not any(t.pos in ("VERB", "NUM") or t.text == '"' or t.lower == "no" for t in told):
            return None
        return Found(at, at, (speaker,), _labelled_stance(told), (told[0].start, told[-1].end), "", LABELLED)
    return None


def _labelled_stance(told: tuple[Token, ...]) -> Stance:
    """Read what follows a label: "no reply", "no losses", "our men were not there"."""
    opening = [t.lower for t in told[:_NEGATED_WITHIN]]
    if "no" in opening and any(t.lemma.lower() in _REPLIES for t in told[:_NEGATED_WITHIN]):
        return Stance.NO_COMMENT
    if opening[0] == "no" and not any(t.pos in ("VERB", "AUX") for t in told):
        return Stance.REPORTS
    return Stance.DENIES if any(w in ("no", "not", "never", "n't") for w in opening) else Stance.REPORTS


def _label_head(words: tuple[Token, ...], opening: bool, tables: AttributionTables) -> int | None:
    """Find the speaker in the words before a colon; at the start of a block a bare name is a place or a heading."""
    sources = tables.nouns["source"] | tables.nouns["spokesman"]
    for token in words:
        if token.lemma.lower() in sources or token.lower in sources:
            person = [t.i for t in words if t.i > token.i and t.pos == "PROPN"]
            return person[-1] if person else token.i
    last = words[-1]
    if (
        opening
        or any(t.pos != "PROPN" and not (t.text == "-" or t.text.isupper()) for t in words)
        or not (last.ent in ("ORG", "PERSON", "NORP") or last.text.isupper())
    ):
        return None
    return words[-1].i


def label_head(sentence: Sentence) -> int | None:
    """Find the speaker in a sentence that is nothing but a label: "RLF:"; a common noun is none."""
    words = sentence.tokens[:-1]
    if not 0 < len(words) <= _LABEL_ALONE or sentence.tokens[-1].text != ":" or any(t.pos not in ("NOUN", "PROPN") for t in words):
        return None
    return words[-1].i if words[-1].text.isupper() and len(words[-1].text) > 1 else None
