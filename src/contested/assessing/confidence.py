"""How sure a statement is: the share of statements like it that were right in reports coded by hand.

The table confidence.csv holds, for each property, what each feature of a statement adds to the log odds of its being
right. It is made by tools/calibrate.py; what counts as a feature is decided here and in features.py.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from contested.assessing.features import features_of
from contested.coding.drafts import Draft
from contested.errors import TableError
from contested.model.statements import Statement
from contested.model.vocabulary import Property
from contested.resources import read_table

BIAS = "always"
COLUMNS = ("property", "feature", "log_odds", "seen", "right")
FAMILY_COLUMNS = ("action", "family", "acled_armed_target", "acled_civilian_target", "plover", "gtd", "definition")


@dataclass(frozen=True, slots=True)
class ConfidenceTable:
    """What each feature adds to the log odds, by property; ``families`` are those of the actions."""

    weights: Mapping[Property, Mapping[str, float]]
    families: Mapping[str, str]

    @classmethod
    def load(cls, extra: Sequence[Path] = ()) -> ConfidenceTable:
        """Read confidence.csv and the families of actions. Raises: TableError: a row is no number or no property."""
        weights: dict[Property, dict[str, float]] = {}
        for row in read_table("confidence.csv", COLUMNS, extra):
            try:
                weights.setdefault(Property(row["property"]), {})[row["feature"]] = float(row["log_odds"])
            except ValueError as err:
                raise TableError(str(err), where=row.where, fix="Make the table anew with tools/calibrate.py.") from err
        return cls(weights, {r["action"]: r["family"] for r in read_table("actions.csv", FAMILY_COLUMNS, extra)})

    def probability(self, prop: Property, features: Iterable[str]) -> float | None:
        """Give the probability, 0 to 1, that a statement with these features is right; None for a property not in the table."""
        weights = self.weights.get(prop)
        if weights is None:
            return None
        odds = weights.get(BIAS, 0.0) + sum(weights.get(f, 0.0) for f in features)
        return round(1 / (1 + math.exp(-odds)), 3)


def weigh(statements: Iterable[Statement], event: Draft, table: ConfidenceTable) -> tuple[Statement, ...]:
    """Give the statements of an event their confidence by the table; those that it does not know keep their own."""
    family = table.families.get(event.action, "")
    return tuple(_weighed(s, table.probability(s.property, features_of(s, event, family))) for s in statements)


def _weighed(statement: Statement, confidence: float | None) -> Statement:
    return statement if confidence is None else statement.model_copy(update={"confidence": confidence})
