"""Whom the prose says the actor fights, threatens or attacks: states, named bodies and their short forms."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from contested.coding.profile.items import evidence
from contested.coding.profile.subject import Subject
from contested.coding.profile.tables import ProfileTables
from contested.model.events import ProfileItem
from contested.model.syntax import Analysis, Sentence

_AGENTS = frozenset({"it", "they"})
_RELATIVE = frozenset({"who", "which", "that"})
_GENERAL = frozenset({"group", "movement", "organisation", "organization", "party", "militia", "faction", "members", "fighters", "militants"})
_TARGET_PREPS = frozenset({"against", "on", "at", "with", "of", "from"})
_NOT_BELOW = frozenset({"relcl", "advcl", "nsubj", "nsubjpass", "punct", "aux", "mark"})
_BELONG_PREPS = frozenset({"of", "to", "by", "from", "against"})
_PLURAL_ADJECTIVE = re.compile(r"-(?:backed|affiliated|led|linked|controlled|aligned|held)$")


def find_opponents(analysis: Analysis, subject: Subject, tables: ProfileTables, known: Sequence[ProfileItem]) -> tuple[ProfileItem, ...]:
    """Give the opponents that the prose tells and the infobox (``known``) does not, in the order of the text."""
    reader = _Reader(analysis, subject, tables)
    found: list[ProfileItem] = []
    for sentence in analysis.sentences:
        for name, start, end in reader.targets(sentence):
            if not any(_same(name, item.name) for item in (*known, *found)) and not any(_same(name, n) for n in subject.names):
                found.append(ProfileItem(name=name, evidence=(evidence(analysis.document.text, start, end),)))
    return tuple(found)


def _same(left: str, right: str) -> bool:
    """Is one name the other, or the other with words left out?"""
    a, b = set(left.lower().split()) - {"the", "new"}, set(right.lower().split()) - {"the", "new"}
    return a <= b or b <= a


def long_forms(text: str) -> dict[str, str]:
    """Learn the short forms that a text explains: "Free Hill Army (FHA)"."""
    pattern = r"((?:[A-ZÀ-Þ][\w'’-]*)(?:\s+(?:(?:of|the|for|and|in|al|de|del)\s+){0,2}[A-ZÀ-Þ][\w'’-]*){1,8})\s*\(([A-Z][A-Za-z-]{1,9})\)"
    return {m[2]: m[1] for m in reversed(list(re.finditer(pattern, text)))}


class _Reader:
    """Read the targets of one document's sentences."""

    def __init__(self, analysis: Analysis, subject: Subject, tables: ProfileTables) -> None:
        self._tables = tables
        self._long = long_forms(analysis.document.text)
        self._names = frozenset(n.lower() for n in subject.names)
        self._named = re.compile("|".join(re.escape(n) for n in subject.names))
        self._body = tables.words["body"]
        self._long_names = tuple(dict.fromkeys(self._long.values()))

    def targets(self, sentence: Sentence) -> Iterator[tuple[str, int, int]]:
        """Give the names (with their offsets) of what the actor's acts in a sentence fall on."""
        for token in sentence.tokens:
            verb = token.pos == "VERB" and token.lemma.lower() in self._tables.words["oppose_verb"]
            noun = token.pos in ("NOUN", "PROPN") and token.lemma.lower() in self._tables.words["oppose_noun"]
            if not (verb or noun) or not self._is_agent(sentence, token.i):
                if token.lemma.lower() == "target" and token.pos == "NOUN" and self._is_agent(sentence, token.i):
                    yield from self._below(sentence, token.i, frozenset({"of", "from", "for"}))
                continue
            if verb:
                for child in sentence.children[token.i]:
                    if sentence.tokens[child].dep in ("dobj", "obj"):
                        yield from self._in_phrase(sentence, child)
            yield from self._below(sentence, token.i, _TARGET_PREPS if verb or token.lemma.lower() == "assassination" else _TARGET_PREPS - {"of", "from"})

    def _below(self, sentence: Sentence, i: int, preps: frozenset[str]) -> Iterator[tuple[str, int, int]]:
        for child in sentence.children[i]:
            if sentence.tokens[child].dep == "prep" and sentence.tokens[child].lower in preps:
                for thing in sentence.children[child]:
                    if sentence.tokens[thing].dep == "pobj":
                        yield from self._in_phrase(sentence, thing)

    def _is_agent(self, sentence: Sentence, i: int) -> bool:
        """Is the actor the subject of the word, or of the verb that it hangs on?"""
        for j in (i, *sentence.ancestors(i)):
            subjects = [c for c in sentence.children[j] if sentence.tokens[c].dep == "nsubj" or (sentence.tokens[c].dep == "nsubjpass" and j != i)]
            if subjects and any(sentence.tokens[c].lower in _RELATIVE for c in subjects):
                if not self._says_what_it_is(sentence, sentence.tokens[j].head):
                    return False
                continue
            if subjects:
                return any(self._is_actor(sentence, c) for c in subjects)
        return False

    def _says_what_it_is(self, sentence: Sentence, i: int) -> bool:
        """Is the word what the actor is said to be ("X is a group that fights Y"; "X, a group that ...")?"""
        return sentence.tokens[i].dep in ("attr", "appos")

    def _is_actor(self, sentence: Sentence, i: int) -> bool:
        token = sentence.tokens[i]
        if token.lower in _AGENTS:
            return True
        if token.lower in _GENERAL and not any(sentence.tokens[c].tag == "CD" for c in sentence.children[i]):
            below = sentence.subtree(i)
            own = any(sentence.tokens[c].lower in ("the", "its", "their") for c in sentence.children[i])
            return own or self._mentions(sentence, below)
        return self._mentions(sentence, sentence.subtree(i)) and token.lower not in ("member", "leader")

    def _mentions(self, sentence: Sentence, tokens: Sequence[int]) -> bool:
        start, end = sentence.tokens[tokens[0]].start, sentence.tokens[tokens[-1]].end
        return self._named.search(sentence.text, start - sentence.start, end - sentence.start) is not None

    def _in_phrase(self, sentence: Sentence, head: int) -> Iterator[tuple[str, int, int]]:
        """Give the names in a phrase, without its relative clauses and places."""
        kept: list[int] = []
        stack = [head]
        while stack:
            i = stack.pop()
            kept.append(i)
            for child in sentence.children[i]:
                token = sentence.tokens[child]
                place = token.dep == "prep" and token.lower not in _BELONG_PREPS
                if token.dep not in _NOT_BELOW and not place:
                    stack.append(child)
        yield from self._names_in(sentence, sorted(kept))

    def _names_in(self, sentence: Sentence, kept: Sequence[int]) -> Iterator[tuple[str, int, int]]:
        """Part the kept tokens into runs of name words, and judge each run."""
        run: list[int] = []
        for i in (*kept, -1):
            if run and (i < 0 or i != run[-1] + 1 or not self._is_name_word(sentence, i)):
                yield from self._judge(sentence, run)
                run = []
            if i >= 0 and self._is_name_word(sentence, i) and (run or sentence.tokens[i].text[0].isupper()):
                run.append(i)

    def _is_name_word(self, sentence: Sentence, i: int) -> bool:
        token = sentence.tokens[i]
        lower_ok = token.lower in self._tables.words["force"] or token.lower in ("al", "-", "'", "ul", "transitional", "interim", "military", "'at")
        return token.text[0].isupper() or lower_ok or (token.text[0] in "-'" and len(token.text) < 4)

    def _judge(self, sentence: Sentence, run: Sequence[int]) -> Iterator[tuple[str, int, int]]:
        """Decide whether a run of capitalised words is a body or a state."""
        start, end = sentence.tokens[run[0]].start, sentence.tokens[run[-1]].end
        words = sentence.text[start - sentence.start : end - sentence.start]
        texts = [sentence.tokens[i].text for i in run]
        for name in self._long_names:
            if name in words:
                yield name, start, end
                return
        if self._long.get(texts[0]) and (len(texts) == 1 or not texts[1][0].isupper()):
            yield self._long[texts[0]], start, end
        elif words in self._tables.states or (len(texts) == 1 and texts[0] in self._tables.states):
            yield self._tables.states[words], start, end
        elif (state := self._state_of(texts)) is not None:
            yield (words if texts[-1] in ("government", "authorities") else state), start, end
        elif (len(texts) == 1 and words.isupper() and len(words) > 2) or (len(texts) > 1 and any(t in self._body for t in texts) and texts[0][0].isupper() and not _PLURAL_ADJECTIVE.search(words)):
            yield words, start, end

    def _state_of(self, texts: Sequence[str]) -> str | None:
        """Give the state of "Ostrian soldiers": its adjective and then a word for what is the state's."""
        for i, text in enumerate(texts):
            if text in self._tables.adjectives and any(t in self._tables.words["force"] for t in texts[i + 1 :]):
                return self._tables.adjectives[text]
        return None
