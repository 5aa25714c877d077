"""Find texts that repeat another: syndicated stories, reposts, press releases printed as they are."""

from __future__ import annotations

import hashlib
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

SHINGLE_WORDS = 5
KEPT_HASHES = 24
LEAST_SHARE = 0.6
LEAST_WORDS = 12
CROWDED = 200
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Text:
    """The text of a document, and when it was published."""

    document: str
    words: str
    published: date | None = None


@dataclass(frozen=True, slots=True)
class Copy:
    """A document whose text repeats another's: ``share`` of the shingles of the shorter text stand in both."""

    document: str
    original: str
    share: float


def find_copies(texts: Iterable[Text]) -> tuple[Copy, ...]:
    """Give the texts that repeat an earlier one: at least three fifths of the five-word shingles of the shorter are shared.

    The original is the one published first (then the longer, then by id). Candidates share one of the two dozen smallest
    hashes of their shingles (bottom-k sketch), so the cost grows with the number of texts.
    """
    ordered = sorted(texts, key=lambda t: (t.published or date.max, -len(t.words), t.document))
    shingles = {t.document: _shingles(t.words) for t in ordered}
    rank = {t.document: n for n, t in enumerate(ordered)}
    original: dict[str, Copy] = {}
    for early, late in sorted(_candidates(shingles, rank), key=lambda pair: (rank[pair[1]], rank[pair[0]])):
        share = _share(shingles[early], shingles[late])
        if share >= LEAST_SHARE and late not in original:
            first = original[early].original if early in original else early
            original[late] = Copy(late, first, round(share, 3))
    return tuple(original[d] for d in sorted(original))


def _shingles(text: str) -> frozenset[int]:
    words = [w.casefold() for w in _WORD.findall(text)]
    if len(words) < LEAST_WORDS:
        return frozenset()
    pieces = (" ".join(words[n : n + SHINGLE_WORDS]) for n in range(len(words) - SHINGLE_WORDS + 1))
    return frozenset(int.from_bytes(hashlib.blake2b(p.encode(), digest_size=8).digest(), "big") for p in pieces)


def _candidates(shingles: Mapping[str, frozenset[int]], rank: Mapping[str, int]) -> set[tuple[str, str]]:
    holders: dict[int, list[str]] = defaultdict(list)
    for document, found in shingles.items():
        for one in sorted(found)[:KEPT_HASHES]:
            holders[one].append(document)
    return {pair for documents in holders.values() if 1 < len(documents) <= CROWDED for pair in _pairs(documents, rank)}


def _pairs(documents: Sequence[str], rank: Mapping[str, int]) -> Iterator[tuple[str, str]]:
    ordered = sorted(documents, key=lambda d: rank[d])
    return ((a, b) for n, a in enumerate(ordered) for b in ordered[n + 1 :])


def _share(left: frozenset[int], right: frozenset[int]) -> float:
    return len(left & right) / max(1, min(len(left), len(right)))
