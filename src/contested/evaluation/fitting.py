"""Fit what each feature tells of a statement's being right: logistic regression, held against unseen documents."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from contested.evaluation.reliability import Judged

BIAS = "always"
PENALTY = 4.0
LEAST_SEEN = 8
_ROUNDS = 30
_SETTLED = 1e-6


@dataclass(frozen=True, slots=True)
class Example:
    """One judged statement: its document, its property and features, and whether it was right."""

    document: str
    judged: Judged
    features: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Weight:
    """What a feature adds to the log odds; ``seen`` examples had it, and this share of them was ``right``."""

    property: str
    feature: str
    log_odds: float
    seen: int
    right: float


def fit(examples: Iterable[Example]) -> tuple[Weight, ...]:
    """Fit the weights of every property, ordered by property and feature; features seen fewer than 8 times are left out."""
    by_property: dict[str, list[Example]] = {}
    for example in examples:
        by_property.setdefault(example.judged.property, []).append(example)
    return tuple(w for name in sorted(by_property) for w in _fit_property(name, by_property[name]))


def predict(example: Example, weights: Mapping[tuple[str, str], float]) -> float:
    """Give the probability that an example is right by weights under (property, feature)."""
    odds = sum(weights.get((example.judged.property, f), 0.0) for f in (BIAS, *example.features))
    return 1 / (1 + math.exp(-odds))


def leave_documents_out(examples: Sequence[Example]) -> tuple[Judged, ...]:
    """Judge each document's statements with the confidence that the other documents alone give them."""
    return tuple(j for name in sorted({e.document for e in examples}) for j in _unseen(name, examples))


def _unseen(document: str, examples: Sequence[Example]) -> Iterator[Judged]:
    weights = {(w.property, w.feature): w.log_odds for w in fit(e for e in examples if e.document != document)}
    for example in examples:
        if example.document == document:
            yield replace(example.judged, confidence=predict(example, weights))


def _fit_property(name: str, examples: Sequence[Example]) -> Iterator[Weight]:
    having: dict[str, list[bool]] = {}
    for example in examples:
        for feature in (BIAS, *example.features):
            having.setdefault(feature, []).append(example.judged.right)
    features = [BIAS, *sorted(f for f, right in having.items() if f != BIAS and len(right) >= LEAST_SEEN)]
    for feature, odds in zip(features, _solve(features, examples), strict=True):
        right = having[feature]
        yield Weight(name, feature, round(odds, 3), len(right), round(sum(right) / len(right), 3))


def _solve(features: Sequence[str], examples: Sequence[Example]) -> list[float]:
    """Find the log odds that fit best, by Newton's steps; large ones are penalised, except what always holds."""
    import numpy as np

    at = {f: n for n, f in enumerate(features)}
    x = np.zeros((len(examples), len(features)))
    x[:, 0] = 1
    for row, example in enumerate(examples):
        x[row, [at[f] for f in example.features if f in at]] = 1
    y = np.array([float(e.judged.right) for e in examples])
    penalty = np.full(len(features), PENALTY)
    penalty[0] = 0.01
    weights = np.zeros(len(features))
    for _ in range(_ROUNDS):
        p = 1 / (1 + np.exp(-x @ weights))
        slope = x.T @ (y - p) - penalty * weights
        curve = (x * (p * (1 - p))[:, None]).T @ x + np.diag(penalty)
        step = np.linalg.solve(curve, slope)
        weights += step
        if float(np.abs(step).max()) < _SETTLED:
            break
    return [float(w) for w in weights]
