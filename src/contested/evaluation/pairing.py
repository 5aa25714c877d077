"""Which values, and which events, of two coders are to be compared with each other."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from contested.evaluation.records import JudgedEvent
from contested.evaluation.sameness import dates_overlap, same_date, same_place
from contested.resources import read_table

ACTION_COLUMNS = ("action", "family", "acled_armed_target", "acled_civilian_target", "plover", "gtd", "definition")
LEAST_LIKENESS = 0.5
V = TypeVar("V")


@dataclass(frozen=True, slots=True)
class ActionKinds:
    """How near two actions are: ``families`` and ``types`` (the first level of the ACLED type) by action."""

    families: Mapping[str, str]
    types: Mapping[str, str]

    @classmethod
    def load(cls) -> ActionKinds:
        """Read the table of actions. Raises: TableError: a row is malformed."""
        rows = read_table("actions.csv", ACTION_COLUMNS)
        return cls({r["action"]: r["family"] for r in rows}, {r["action"]: r["acled_armed_target"].split("/")[0] for r in rows})

    def nearness(self, left: str, right: str) -> float:
        """Give 1 for the same action, 0.7 for the same type, 0.4 for the same family, else 0."""
        if left == right:
            return 1.0
        if left not in self.types or right not in self.types:
            return 0.0
        if self.types[left] == self.types[right]:
            return 0.7
        return 0.4 if self.families[left] == self.families[right] else 0.0


def pair_values(gold: Sequence[V], coded: Sequence[V], same: Callable[[V, V], bool]) -> tuple[tuple[int, int], ...]:
    """Pair off as many values as can be, one to one: (index in gold, index in coded)."""
    taken_by: dict[int, int] = {}

    def place(i: int, tried: set[int]) -> bool:
        for j in range(len(coded)):
            if j in tried or not same(gold[i], coded[j]):
                continue
            tried.add(j)
            if j not in taken_by or place(taken_by[j], tried):
                taken_by[j] = i
                return True
        return False

    for i in range(len(gold)):
        place(i, set())
    return tuple(sorted((i, j) for j, i in taken_by.items()))


def find_quote(quote: str, text: str) -> tuple[int, int] | None:
    """Find where a quotation first stands in the text, line breaks aside."""
    found = re.search(r"\s+".join(re.escape(w) for w in quote.split(" ")), text)
    return found.span() if found else None


def pair_events(gold: Sequence[JudgedEvent], coded: Sequence[JudgedEvent], text: str, kinds: ActionKinds) -> tuple[tuple[int, int], ...]:
    """Pair events one to one, the likest first: by the words that tell them, action, date and place.

    Of equally like pairs the later ones go first. A gold event without a quotation is found by date and action only.
    """
    quotes = [find_quote(g.quote, text) for g in gold]
    likely = [
        (value, i, j)
        for i, g in enumerate(gold)
        for j, c in enumerate(coded)
        if (value := _likeness(g, c, quotes[i], kinds)) >= LEAST_LIKENESS
    ]
    pairs: list[tuple[int, int]] = []
    left, right = set(range(len(gold))), set(range(len(coded)))
    for _, i, j in sorted(likely, reverse=True):
        if i in left and j in right:
            pairs.append((i, j))
            left.discard(i)
            right.discard(j)
    return tuple(sorted(pairs))


def _likeness(gold: JudgedEvent, coded: JudgedEvent, quote: tuple[int, int] | None, kinds: ActionKinds) -> float:
    """Weigh how likely both are one event: words 0.4, action 0.3, date 0.2, place 0.1; 0 without words or day in common."""
    told = quote is not None and any(start < quote[1] and quote[0] < end for start, end in coded.spans)
    date = _date_likeness(gold, coded)
    listed = coded.values.action in gold.alternatives.action
    action = 1.0 if listed else kinds.nearness(gold.values.action, coded.values.action)
    if not told and not (date == 1.0 and action >= 0.7):
        return 0.0
    return 0.4 * told + 0.3 * action + 0.2 * date + 0.1 * same_place(gold.values.place, coded.values.place)


def _date_likeness(gold: JudgedEvent, coded: JudgedEvent) -> float:
    if is_right_date(gold, coded):
        return 1.0
    return 0.5 if dates_overlap(gold.values.date, coded.values.date) else 0.0


def is_right_date(gold: JudgedEvent, coded: JudgedEvent) -> bool:
    """Is the coded date the gold one, or one of its alternatives?"""
    date = coded.values.date
    listed = bool(date.start) and any(same_date(d, date) for d in gold.alternatives.date)
    return listed or same_date(gold.values.date, date)
