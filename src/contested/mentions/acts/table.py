"""The tables of act words and of the words that take an act back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from contested.errors import TableError
from contested.model.mentions import ActMention
from contested.model.vocabulary import Refusal
from contested.resources import Row, read_table

MEANS_RULE = "means of attack as subject"
ROLES = frozenset({"act", "harm", "effect", "means"})
FORMS = frozenset({"verb", "active", "noun"})
PLACES_OF_MODALITY = frozenset({"aux", "adverb", "governor", "noun", "mark", "determiner", "object"})


@dataclass(frozen=True, slots=True)
class ActRow:
    """One row of acts.csv; ``tail`` are the words that must follow the head."""

    tail: tuple[str, ...]
    needs: frozenset[str]
    action: str
    agent: frozenset[str]
    patient: frozenset[str]
    role: str
    where: str
    active_only: bool = False


@dataclass(frozen=True, slots=True)
class ActTable:
    """Act words by (form, head lemma), longest phrase first; modality words by (where, word)."""

    rows: Mapping[tuple[str, str], tuple[ActRow, ...]]
    by_rule: Mapping[str, ActRow]
    modality: Mapping[tuple[str, str], Refusal]
    actions: frozenset[str]

    @classmethod
    def load(cls, extra: Sequence[Path] = ()) -> ActTable:
        """Read actions.csv, acts.csv and modality.csv. Raises TableError with file and line for an unknown code."""
        actions = frozenset(r["action"] for r in read_table("actions.csv", ACTION_COLUMNS, extra))
        found: dict[tuple[str, str], list[ActRow]] = {}
        for row in read_table("acts.csv", ("words", "form", "needs", "action", "args", "role"), extra):
            head, act = _act_row(row, actions)
            found.setdefault(("noun" if row["form"] == "noun" else "verb", head), []).append(act)
        modality = {
            (r["where"], r["word"]): _refusal(r) for r in read_table("modality.csv", ("word", "kind", "where"), extra)
        }
        ordered = {k: tuple(sorted(v, key=lambda a: (-len(a.tail), not a.needs))) for k, v in found.items()}
        by_rule = {act.where: act for acts in ordered.values() for act in acts}
        by_rule[MEANS_RULE] = _MEANS
        return cls(ordered, by_rule, modality, actions)

    def row_of(self, act: ActMention) -> ActRow:
        """Give the row that named the act."""
        return self.by_rule[act.rule]

    def role_of(self, act: ActMention) -> str:
        """Tell whether the words name the deed ("act"), its harm, its effect, or the weapon's motion ("means")."""
        return self.by_rule[act.rule].role


_PLACES_OF_IMPACT = frozenset({"in", "at", "on", "near", "outside", "under", "into", "against"})
_MEANS = ActRow((), frozenset(), "", frozenset({"none"}), _PLACES_OF_IMPACT | {"obj"}, "means", MEANS_RULE)
ACTION_COLUMNS = ("action", "family", "acled_armed_target", "acled_civilian_target", "plover", "gtd", "definition")


def _act_row(row: Row, actions: frozenset[str]) -> tuple[str, ActRow]:
    for column, allowed in (("action", actions), ("form", FORMS), ("role", ROLES)):
        if row[column] not in allowed:
            raise TableError(f"unknown {column} {row[column]!r}", where=row.where, fix=f"Allowed: {', '.join(sorted(allowed))}.")
    agent, mark, patient = row["args"].partition(">")
    if not mark:
        raise TableError(f"args {row['args']!r} has no '>'", where=row.where, fix="Write it as agent>patient.")
    head, *tail = row["words"].split(" ")
    if row["form"] == "noun" and tail:
        head, tail = _noun_head(row["words"].split(" "))
    needs = frozenset(n for n in row["needs"].split("|") if n)
    return head, ActRow(tuple(tail), needs, row["action"], frozenset(agent.split("+")), frozenset(patient.split("+")), row["role"], row.where, row["form"] == "active")


def _noun_head(words: list[str]) -> tuple[str, list[str]]:
    """Name the head of a noun phrase: the word before "of", "to", "in", "from", or else the last one."""
    for n, word in enumerate(words):
        if word in ("of", "to", "in", "from") and n:
            return words[n - 1], [*words[: n - 1], *words[n:]]
    return words[-1], words[:-1]


def _refusal(row: Row) -> Refusal:
    if row["where"] not in PLACES_OF_MODALITY:
        raise TableError(f"unknown where {row['where']!r}", where=row.where, fix=f"Allowed: {', '.join(sorted(PLACES_OF_MODALITY))}.")
    try:
        return Refusal(row["kind"])
    except ValueError as err:
        raise TableError(f"unknown kind {row['kind']!r}", where=row.where, fix="See the head of modality.csv.") from err
