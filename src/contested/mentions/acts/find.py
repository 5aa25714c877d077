"""Find the words that name an act, and choose the row of the act table that fits their arguments."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from contested.language.frames import Frame, frame_of
from contested.mentions.acts.denotes import Denotations
from contested.mentions.acts.means import find_means
from contested.mentions.acts.modality import find_refusal
from contested.mentions.acts.table import ActRow, ActTable
from contested.model.mentions import ActMention, WeaponMention
from contested.model.syntax import Analysis, Sentence, Token

_REACH = 10
_ENTERING = frozenset({"into", "onto"})
_LINKS = frozenset({"of", "to", "in", "from"})
_STRENGTH = {"act": 1.0, "means": 0.9, "harm": 0.7, "effect": 0.6}
_BEINGS = frozenset({"person", "people", "force", "group"})
_VERB_TAGS = frozenset({"VB", "VBD", "VBG", "VBN", "VBP", "VBZ"})


def find_acts(
    analysis: Analysis, table: ActTable, denotes: Denotations, weapons: Mapping[int, Sequence[WeaponMention]]
) -> tuple[ActMention, ...]:
    """Find every act named in a document, the refused ones with the reason; ``weapons`` by sentence index."""
    found: list[ActMention] = []
    for sentence in analysis.sentences:
        acts = tuple(_in_sentence(sentence, table, denotes))
        found.extend(acts)
        found.extend(find_means(sentence, weapons.get(sentence.index, ()), acts, table))
    return tuple(sorted(found, key=lambda a: (a.start, a.end)))


def _in_sentence(sentence: Sentence, table: ActTable, denotes: Denotations) -> Iterator[ActMention]:
    for token in sentence.tokens:
        form = _form(token)
        if not form or _is_of_people(sentence, token):
            continue
        rows = next((r for w in _spellings(token) if (r := table.rows.get((form, w)))), ())
        if not rows:
            continue
        frame = frame_of(sentence, token.i)
        for row in rows:
            tail = _tail(sentence, token.i, row.tail, form)
            if tail is None or not _fits(row, sentence, frame, denotes, form):
                continue
            refused = find_refusal(sentence, token.i, table.modality)
            last = max(tail, default=token.i)
            first = min((*tail, token.i))
            start, end = sentence.tokens[first].start, sentence.tokens[max(last, token.i)].end
            yield ActMention(
                sentence.index, start, end, sentence.text[start - sentence.start : end - sentence.start], token.i, row.where,
                row.action, _voice(form, frame), _STRENGTH[row.role], refused[0] if refused else None,
            )
            break


def _spellings(token: Token) -> tuple[str, ...]:
    """Give the forms under which a word may stand in the table; the lemmatizer takes "raped" for a form of "rap"."""
    lower = token.lower
    return (token.lemma.lower(), lower, lower[:-1]) if lower.endswith("ed") else (token.lemma.lower(), lower)


def _form(token: Token) -> str:
    if token.tag == "VBN" and token.dep == "pcomp":
        return ""
    if token.tag in _VERB_TAGS and token.pos in ("VERB", "AUX"):
        return "" if token.dep in ("amod", "compound") and token.tag != "VBN" else "verb" if token.dep not in ("amod", "compound") else ""
    if token.pos in ("NOUN", "PROPN") and token.dep not in ("compound", "nmod") and not _is_month(token):
        return "noun"
    return "verb" if token.pos == "ADJ" and token.tag == "VBN" and token.dep not in ("amod", "compound") else ""


def _is_of_people(sentence: Sentence, token: Token) -> bool:
    """Does a participle with an article stand for people: "the wounded were flown out"?"""
    if token.tag not in ("VBN", "JJ") or token.dep not in ("nsubj", "nsubjpass", "dobj", "pobj"):
        return False
    return any(sentence.tokens[c].dep == "det" for c in sentence.children[token.i])


def _is_month(token: Token) -> bool:
    return token.lower == "march" and token.text[0] == "M" and token.pos == "PROPN"


def _tail(sentence: Sentence, head: int, words: tuple[str, ...], form: str) -> tuple[int, ...] | None:
    """Find the further words of a phrase near its head: after it, or before it for a noun; None if one is missing."""
    found: list[int] = []
    at = head
    for word in words:
        hit = _nearby(sentence, at, head, word, form)
        if hit is None:
            return None
        found.append(hit)
        at = max(hit, head)
    return tuple(found)


def _nearby(sentence: Sentence, at: int, head: int, word: str, form: str) -> int | None:
    tokens = sentence.tokens
    if form == "noun":
        near = range(head + 1, min(len(tokens), head + 4)) if at > head or word in _LINKS else range(head - 1, max(-1, head - 3), -1)
        return next((i for i in near if _is(tokens[i], word)), None)
    for i in range(at + 1, min(len(tokens), at + _REACH)):
        if _is(tokens[i], word):
            return i
    for child in sentence.children[head]:
        if tokens[child].dep in ("nsubjpass", "dobj", "prt", "nsubj") and _is(tokens[child], word):
            return child
    return None


def _is(token: Token, word: str) -> bool:
    return token.lemma.lower() == word or token.lower == word


def _fits(row: ActRow, sentence: Sentence, frame: Frame, denotes: Denotations, form: str) -> bool:
    if row.active_only and frame.passive:
        return False
    if not row.needs or form == "noun":
        return True
    subject_needs = {n.removesuffix("_subject") for n in row.needs if n.endswith("_subject")}
    object_needs = {n for n in row.needs if not n.endswith(("_subject", "_reflexive"))}
    if subject_needs:
        subjects = frame.patients if frame.passive else frame.agents
        if not any(denotes.of(sentence, i) & subject_needs for i in subjects):
            return False
        if not object_needs:
            return True
    if "person_reflexive" in row.needs:
        return any(sentence.tokens[i].lower.endswith(("self", "selves")) for i in frame.patients)
    patients = frame.patients + frame.after(frozenset(row.tail)) if subject_needs else _patients(row, frame)
    if "none" in object_needs and not frame.patients and not any(t in _ENTERING for t in row.tail):
        return True
    return any(_is_kind(sentence, i, object_needs, denotes) for i in patients)


def _is_kind(sentence: Sentence, i: int, kinds: set[str], denotes: Denotations) -> bool:
    """Does the token denote one of the kinds, or a part of a place ("the bridge of Gao", "most of the town")?"""
    denoted = denotes.of(sentence, i)
    if denoted & kinds:
        return True
    if "place" not in kinds or denoted & _BEINGS:
        return False
    below = (c for p in sentence.children[i] if sentence.tokens[p].lower in ("of", "in") for c in sentence.children[p])
    return any("place" in denotes.of(sentence, c) and sentence.tokens[c].pos == "PROPN" for c in below)


def _patients(row: ActRow, frame: Frame) -> tuple[int, ...]:
    """Find what a row's needs are about: the object, or else what follows the row's own prepositions."""
    if "subj" in row.patient and not row.tail:
        return frame.patients if frame.passive else frame.agents
    return frame.patients + frame.after(frozenset(row.tail)) or frame.after(row.patient)


def _voice(form: str, frame: Frame) -> str:
    if form == "noun":
        return "noun"
    return "passive" if frame.passive else "active"
