"""Who does what to whom in a sentence: the arguments of a verb or of a noun that names a deed."""

from __future__ import annotations

import calendar
from dataclasses import dataclass

from contested.model.syntax import Sentence

_HAVE = frozenset({"has", "have", "had", "having", "'ve", "'d"})
_DATED = frozenset({"on", "in", "between", "from", "since", "by", "at"})
_CALENDAR = frozenset(w.lower() for w in (*calendar.month_name, *calendar.day_name, *calendar.month_abbr) if w)
_SUBJECTS = ("nsubj", "csubj")
_WITH_OBJECT = frozenset({"abduct", "arrest", "destroy", "detain", "displace", "injure", "kidnap", "kill", "loot", "take", "wound"})
_BLAMING = frozenset({"accuse", "suspect", "convict", "blame", "charge", "acquit"})
_CONTROLLED = ("xcomp", "advcl", "conj", "pcomp")


@dataclass(frozen=True, slots=True)
class Frame:
    """Arguments of a token, each by the indices of its head tokens, conjuncts included, in the order of the text.

    ``agents`` are subjects of an active verb or the ``by`` phrase; ``patients`` the objects, or the subjects of a
    passive. ``preps`` are (preposition, head token) pairs. ``inherited`` tells that the subject was taken from
    another verb.
    """

    agents: tuple[int, ...]
    patients: tuple[int, ...]
    preps: tuple[tuple[str, int], ...]
    passive: bool
    inherited: bool = False

    def after(self, words: frozenset[str]) -> tuple[int, ...]:
        """Give the heads of the phrases after any of these prepositions."""
        return tuple(i for prep, i in self.preps if prep in words)


def conjuncts(sentence: Sentence, i: int) -> tuple[int, ...]:
    """Give token i and the tokens coordinated with it."""
    found = [i]
    for child in sentence.children[i]:
        token = sentence.tokens[child]
        if token.dep == "conj" and token.pos not in ("VERB", "AUX"):
            found.extend(conjuncts(sentence, child))
        elif token.dep == "appos" and token.ent == "PERSON" and sentence.tokens[i].tag == "NN":
            found.extend(conjuncts(sentence, child)[1:])
    return tuple(found)


def _antecedent(sentence: Sentence, i: int) -> int:
    """Put the noun that a relative clause hangs on in the place of its pronoun."""
    if sentence.tokens[i].tag not in ("WDT", "WP"):
        return i
    for above in sentence.ancestors(i):
        if sentence.tokens[above].dep == "relcl":
            return sentence.tokens[above].head
    return i


def _spread(sentence: Sentence, heads: list[int]) -> tuple[int, ...]:
    return tuple(dict.fromkeys(c for h in heads for c in conjuncts(sentence, _antecedent(sentence, h))))


def is_passive(sentence: Sentence, i: int) -> bool:
    """Decide whether a verb is passive: by its own auxiliaries, as a bare participle, or as part of a passive chain."""
    token = sentence.tokens[i]
    deps = {sentence.tokens[c].dep for c in sentence.children[i]}
    if deps & {"nsubjpass", "auxpass", "csubjpass", "agent"}:
        return True
    if _lacks_its_object(sentence, i, deps):
        return True
    if token.tag != "VBN" or "dobj" in deps:
        return False
    if "nsubj" in deps:
        return token.dep in ("ccomp", "ROOT", "advcl", "conj") and not _has_auxiliary(sentence, i)
    if token.dep in ("acl", "oprd", "amod"):
        return True
    if token.dep in ("conj", "advcl", "ccomp", "ROOT", "relcl"):
        if _has_auxiliary(sentence, i):
            return False
        return token.dep != "conj" or is_passive(sentence, token.head)
    return False


def _lacks_its_object(sentence: Sentence, i: int, deps: set[str]) -> bool:
    """Is a verb that always has an object told in short: "two traders killed, goods looted"?"""
    token = sentence.tokens[i]
    if token.lemma.lower() not in _WITH_OBJECT or token.tag not in ("VBD", "VBN") or token.dep in ("relcl", "acl", "amod", "xcomp", "advcl"):
        return False
    if deps & {"dobj", "aux", "ccomp", "prt", "oprd"} or "nsubj" not in deps:
        return False
    return not any(sentence.tokens[c].dep == "conj" and sentence.tokens[c].pos == "VERB" for c in sentence.children[i])


def _has_auxiliary(sentence: Sentence, i: int) -> bool:
    return any(sentence.tokens[c].dep == "aux" and sentence.tokens[c].lower in _HAVE for c in sentence.children[i])


def _misread_subject(sentence: Sentence, i: int) -> list[int]:
    """Find the subject that the parser took into a date: "On 8 September seven missiles fell"."""
    for child in sentence.children[i]:
        token = sentence.tokens[child]
        if child >= i:
            break
        if token.dep != "prep" or token.lower not in _DATED:
            continue
        for below in sentence.children[child]:
            noun = sentence.tokens[below]
            inside = sentence.subtree(below)
            if noun.dep == "pobj" and noun.pos in ("NOUN", "PROPN") and noun.lower not in _CALENDAR and any(sentence.tokens[k].lower in _CALENDAR for k in inside):
                return [below]
    return []


def _misread_object(sentence: Sentence, i: int) -> list[int]:
    """Find the name that the parser took for an adverb: "had taken Kupyansk"."""
    after = i + 1
    if after >= len(sentence.tokens) or is_passive(sentence, i):
        return []
    end = next((c for c in sentence.children[i] if c >= after), -1)
    name = sentence.tokens[end] if end >= 0 else None
    if name is None or name.pos != "PROPN" or name.dep not in ("advmod", "npadvmod") or name.lower in _CALENDAR or min(sentence.subtree(end)) != after:
        return []
    return [end]


def frame_of(sentence: Sentence, i: int) -> Frame:
    """Find the arguments of token i."""
    token = sentence.tokens[i]
    if token.pos not in ("VERB", "AUX"):
        return Frame((), (), _preps(sentence, i), False)
    passive = is_passive(sentence, i)
    kids = [(c, sentence.tokens[c]) for c in sentence.children[i]]
    subjects = [c for c, t in kids if t.dep in _SUBJECTS]
    passive_subjects = [c for c, t in kids if t.dep in ("nsubjpass", "csubjpass")]
    objects = [c for c, t in kids if t.dep in ("dobj", "dative", "attr") and t.pos not in ("ADP", "VERB")] or _misread_object(sentence, i)
    by = [p for c, t in kids if t.dep == "agent" for p in sentence.children[c] if sentence.tokens[p].dep == "pobj"]
    inherited = False
    if passive:
        patients = passive_subjects or subjects or _misread_subject(sentence, i)
        if not patients:
            patients, inherited = _passive_patient(sentence, i), True
        return Frame(_spread(sentence, by), _spread(sentence, patients + objects), _preps(sentence, i), True, inherited)
    if not subjects:
        subjects = _misread_subject(sentence, i) or _before_auxiliary(sentence, i) or _before_participle(sentence, i)
    if not subjects:
        subjects, inherited = _controller(sentence, i), True
    if token.dep in ("relcl", "acl") and not objects and inherited and token.tag != "VBG":
        objects = [token.head] if subjects and token.head not in subjects else objects
    return Frame(_spread(sentence, subjects), _spread(sentence, objects), _preps(sentence, i), False, inherited)


def _before_auxiliary(sentence: Sentence, i: int) -> list[int]:
    """Find the subject that the parser hung on the auxiliary: "Women had earlier in the day blocked the road"."""
    auxiliaries = [c for c in sentence.children[i] if sentence.tokens[c].dep == "aux" and sentence.tokens[c].lower in _HAVE]
    return [s for a in auxiliaries for s in sentence.children[a] if sentence.tokens[s].dep == "nsubj"]


def _before_participle(sentence: Sentence, i: int) -> list[int]:
    """Find the subject that the parser gave to a participle behind it: "Soldiers chasing the attackers killed eight"."""
    token = sentence.tokens[i]
    if token.tag not in ("VBD", "VBZ", "VBP") or token.dep in ("conj", "relcl"):
        return []
    for other in sentence.tokens[:i]:
        if other.tag == "VBG" and (other.head == i or (other.head == token.head and other.dep == token.dep)):
            children = [sentence.tokens[c] for c in sentence.children[other.i]]
            subjects = [c.i for c in children if c.dep == "nsubj" and c.i < other.i]
            if subjects and not any(c.dep == "aux" or (c.dep == "mark" and other.dep != "ccomp") for c in children):
                return subjects
    return []


def _passive_patient(sentence: Sentence, i: int) -> list[int]:
    token = sentence.tokens[i]
    if token.dep in ("acl", "relcl", "amod"):
        return [token.head]
    if token.dep == "conj":
        above = frame_of(sentence, token.head)
        return list(above.patients[:1] if above.passive else above.agents[:1])
    if token.dep in ("advcl", "oprd", "xcomp"):
        return list(frame_of(sentence, token.head).agents[:1])
    return []


def _controller(sentence: Sentence, i: int) -> list[int]:
    """Find the subject of a verb that has none of its own: of "killing", "to attack", "and fled"."""
    token = sentence.tokens[i]
    if token.dep == "acl":
        above = sentence.tokens[token.head].head
        if token.tag == "VB" and sentence.tokens[above].pos == "VERB":
            return list(frame_of(sentence, above).agents)
        return [token.head]
    if token.dep == "relcl":
        return _purpose(sentence, i) or [token.head]
    if token.dep == "pcomp":
        above = sentence.tokens[token.head].head
        if sentence.tokens[above].pos != "VERB":
            return []
        outer = frame_of(sentence, above)
        return list(outer.patients if sentence.tokens[above].lemma in _BLAMING and outer.patients else outer.agents)
    if token.dep not in _CONTROLLED or sentence.tokens[token.head].pos not in ("VERB", "AUX"):
        return []
    outer = frame_of(sentence, token.head)
    return list(outer.patients if outer.passive and token.dep in ("conj", "advcl") else outer.agents)


def _purpose(sentence: Sentence, i: int) -> list[int]:
    """Find who acts in an infinitive of purpose behind an instrument: "blocked the road with a corpse to protest"."""
    token = sentence.tokens[i]
    prep = sentence.tokens[token.head].head
    if token.tag != "VB" or sentence.tokens[prep].lower != "with" or sentence.tokens[sentence.tokens[prep].head].pos != "VERB":
        return []
    return list(frame_of(sentence, sentence.tokens[prep].head).agents)


def _preps(sentence: Sentence, i: int) -> tuple[tuple[str, int], ...]:
    found: list[tuple[str, int]] = []
    for child in sentence.children[i]:
        token = sentence.tokens[child]
        if token.dep in ("prep", "agent", "dative") and token.pos in ("ADP", "SCONJ"):
            found.extend(_objects_of(sentence, child, token.lower))
        elif token.dep == "poss":
            found.extend(("poss", c) for c in conjuncts(sentence, child))
        elif token.dep in ("compound", "nmod", "amod") and sentence.tokens[i].pos not in ("VERB", "AUX"):
            found.append(("compound", child))
        elif token.dep == "acl" and sentence.tokens[i].pos not in ("VERB", "AUX"):
            found.extend((token.lower, c) for o in sentence.children[child] if sentence.tokens[o].dep == "dobj" for c in conjuncts(sentence, o))
            found.extend(_preps(sentence, child))
    return tuple(found)


def _objects_of(sentence: Sentence, prep: int, word: str) -> list[tuple[str, int]]:
    found: list[tuple[str, int]] = []
    for child in sentence.children[prep]:
        token = sentence.tokens[child]
        if token.dep in ("pobj", "pcomp"):
            found.extend((word, c) for c in conjuncts(sentence, child))
        elif token.dep in ("prep", "conj") and token.pos in ("ADP", "SCONJ"):
            found.extend(_objects_of(sentence, child, token.lower))
    return found
