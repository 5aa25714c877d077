"""Which lower-case words are ordinary words of English, so that a name in capitals can be told from them."""

from __future__ import annotations

from typing import Any

_ENDINGS = ("", "s", "es", "ed", "d", "ing", "er", "ers", "ly", "n't", "'s")
_SHORTENED = (("ies", "y"), ("ied", "y"), ("ing", "e"), ("ting", "t"), ("ned", "n"), ("ped", "p"), ("ted", "t"))


class OrdinaryWords:
    """Decide by the word lists of the parser's own lemmatizer, less the names of countries and peoples."""

    def __init__(self, lemmas: frozenset[str], names: frozenset[str]) -> None:
        self._lemmas, self._names = lemmas, names

    @classmethod
    def of_parser(cls, parser: Any, names: frozenset[str]) -> OrdinaryWords | None:
        """Take the word lists of a spaCy pipeline; None where its lemmatizer has none."""
        if "lemmatizer" not in getattr(parser, "pipe_names", ()):
            return None
        tables = parser.get_pipe("lemmatizer").lookups
        if not tables.has_table("lemma_index"):
            return None
        index = tables.get_table("lemma_index")
        found = {w for words in index.values() for w in words} | set(parser.Defaults.stop_words)
        return cls(frozenset(found), names)

    def __call__(self, word: str) -> bool:
        if word in self._names:
            return False
        for ending in _ENDINGS:
            stem = word.removesuffix(ending) if ending else word
            if stem and (stem != word or not ending) and stem in self._lemmas:
                return True
        return any(word.endswith(end) and word[: -len(end)] + put in self._lemmas for end, put in _SHORTENED)
