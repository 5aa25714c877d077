"""A document taken apart into sentences and tokens with their syntax."""

from __future__ import annotations

from dataclasses import dataclass

from contested.model.documents import Document


@dataclass(frozen=True, slots=True)
class Token:
    """One token. ``head`` and ``i`` index ``Sentence.tokens``; ``start``/``end`` are document offsets.

    ``pos``, ``tag``, ``dep`` are Universal POS, Penn Treebank tag and ClearNLP dependency label as spaCy's
    English models give them; ``ent`` is the label of the named entity the token is in, or "".
    """

    i: int
    text: str
    lemma: str
    pos: str
    tag: str
    dep: str
    head: int
    start: int
    end: int
    ent: str = ""

    @property
    def lower(self) -> str:
        """Give the token's words in lower case."""
        return self.text.lower()


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence; ``block`` indexes ``Document.blocks``, ``index`` the analysis' sentences.

    ``children[i]`` are the indices of the tokens that depend on token i, in the order of the text.
    """

    index: int
    start: int
    end: int
    text: str
    tokens: tuple[Token, ...]
    block: int
    children: tuple[tuple[int, ...], ...] = ()

    def subtree(self, i: int) -> tuple[int, ...]:
        """Give the indices of the tokens under token i, itself included, in the order of the text."""
        found = [i]
        stack = [i]
        while stack:
            below = self.children[stack.pop()]
            found.extend(below)
            stack.extend(below)
        return tuple(sorted(found))

    def ancestors(self, i: int) -> tuple[int, ...]:
        """Give the heads above token i, nearest first."""
        found: list[int] = []
        while self.tokens[i].head != i:
            i = self.tokens[i].head
            found.append(i)
        return tuple(found)


@dataclass(frozen=True, slots=True)
class Analysis:
    """A document with its sentences, in the order of the text."""

    document: Document
    sentences: tuple[Sentence, ...]
