"""Which lower-case words are ordinary words of English, so that a name in capitals can be told from them."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import Any

_ENDINGS = ("", "s", "es", "ed", "d", "ing", "er", "ers", "ly", "n't", "'s")
_SHORTENED = (("ies", "y"), ("ied", "y"), ("ing", "e"), ("ting", "t"), ("ned", "n"), ("ped", "p"), ("ted", "t"))
_NOT_TOWNS = frozenset(
    ["aba", "anchorage", "archway", "aurora", "bade", "bata", "bender", "bole", "boulder", "carrefour", "centurion", "chico", "commonwealth", "corona", "cypress", "delta", "derby", "enterprise", "ganja", "hub", "independence", "lakeland", "lander", "lira", "mango", "manta", "mantilla", "mascara", "mesa", "mesquite", "metro", "mobile", "nada", "paradise", "pest", "phoenix", "ponce", "providence", "pueblo", "reading", "riverside", "ruse", "saga", "saki", "sari", "savannah", "tours", "van", "vista", "warder"]
)
_REMEMBERED = 20_000


def _never(_word: str) -> bool:
    return False


class OrdinaryWords:
    """Decide by the word lists of the parser's own lemmatizer, less the names of countries, peoples and large towns.

    The lists hold many towns as nouns ("goma", "karachi"): ``is_town`` is asked of words that are nouns only.
    """

    def __init__(
        self, lemmas: frozenset[str], names: frozenset[str], nouns_only: frozenset[str] = frozenset(), is_town: Callable[[str], bool] = _never
    ) -> None:
        self._lemmas, self._names = lemmas, names
        self._nouns_only = nouns_only - _NOT_TOWNS
        self._is_town = lru_cache(_REMEMBERED)(is_town)

    @classmethod
    def of_parser(cls, parser: Any, names: frozenset[str], is_town: Callable[[str], bool] = _never) -> OrdinaryWords | None:
        """Take the word lists of a spaCy pipeline; None where its lemmatizer has none."""
        if "lemmatizer" not in getattr(parser, "pipe_names", ()):
            return None
        tables = parser.get_pipe("lemmatizer").lookups
        if not tables.has_table("lemma_index"):
            return None
        index = tables.get_table("lemma_index")
        others = {w for kind in ("verb", "adj", "adv") for w in index.get(kind, ())} | set(parser.Defaults.stop_words)
        nouns = set(index.get("noun", ()))
        return cls(frozenset(nouns | others), names, frozenset(nouns - others), is_town)

    def __call__(self, word: str) -> bool:
        if word in self._names or (word in self._nouns_only and self._is_town(word)):
            return False
        for ending in _ENDINGS:
            stem = word.removesuffix(ending) if ending else word
            if stem and (stem != word or not ending) and stem in self._lemmas:
                return True
        return any(word.endswith(end) and word[: -len(end)] + put in self._lemmas for end, put in _SHORTENED)
