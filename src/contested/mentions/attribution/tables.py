"""The words by which positions are taken, as the program looks them up."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from contested.errors import TableError
from contested.model.vocabulary import Stance
from contested.resources import Row, read_table

_VERB_COLUMNS = ("cue", "stance", "negated", "content", "speaker", "about")
_CONTENTS = ("clause", "any", "claim", "toll", "deed", "none")
_SPEAKERS = ("subject", "patient", "issuer")
_ROLES = (
    "carrier",
    "spokesman",
    "staff",
    "press",
    "own",
    "plea",
    "position",
    "count",
    "killed",
    "injured",
    "toll",
    "undeed",
    "title",
    "unnamed",
    "source",
    "inert",
)


@dataclass(frozen=True, slots=True)
class CueRow:
    """One row of the verbs: ``rest`` are the words after the verb, each with whether others may stand before it."""

    rest: tuple[tuple[frozenset[str], bool], ...]
    stance: Stance | None
    negated: Stance | None
    content: str
    speaker: str
    about: str
    where: str


@dataclass(frozen=True, slots=True)
class PhraseRow:
    """One row of the phrases; ``told`` when the rest of the clause is what the speaker says."""

    words: tuple[str, ...]
    stance: Stance
    told: bool
    where: str


@dataclass(frozen=True, slots=True)
class AttributionTables:
    """Cues by their first word, longest first, and nouns by role (``positions`` with stance and table row); ``forms`` are regular forms of the verbs."""

    verbs: Mapping[str, tuple[CueRow, ...]]
    phrases: Mapping[str, tuple[PhraseRow, ...]]
    nouns: Mapping[str, frozenset[str]]
    forms: Mapping[str, str]
    positions: Mapping[str, tuple[Stance, str]]
    counts: Mapping[str, str]

    @classmethod
    def load(cls, extra_dirs: Sequence[Path] = ()) -> AttributionTables:
        """Read the tables of the package and of the user's folders.

        Raises: TableError: a row has an unknown stance, content, speaker or role; names file and line.
        """
        verbs: defaultdict[str, list[CueRow]] = defaultdict(list)
        for row in read_table("attribution_verbs.csv", _VERB_COLUMNS, extra_dirs):
            verbs[row["cue"].split()[0]].append(_cue(row))
        phrases: defaultdict[str, list[PhraseRow]] = defaultdict(list)
        for row in read_table("attribution_phrases.csv", ("phrase", "stance", "content"), extra_dirs):
            words = tuple(row["phrase"].split())
            phrases[words[0]].append(PhraseRow(words, _stance(row, "stance"), row["content"] == "clause", row.where))
        nouns: dict[str, set[str]] = {role: set() for role in _ROLES}
        positions: dict[str, tuple[Stance, str]] = {}
        counts: dict[str, str] = {}
        for row in read_table("attribution_nouns.csv", ("noun", "role", "stance"), extra_dirs):
            nouns[_one_of(row, "role", _ROLES)].add(row["noun"])
            if row["role"] == "position":
                positions[row["noun"]] = (_stance(row, "stance"), row.where)
            elif row["role"] == "count":
                counts[row["noun"]] = row.where
        return cls(
            {word: tuple(sorted(rows, key=lambda r: -len(r.rest))) for word, rows in verbs.items()},
            {word: tuple(sorted(rows, key=lambda r: -len(r.words))) for word, rows in phrases.items()},
            {role: frozenset(words) for role, words in nouns.items()},
            {form: verb for verb in verbs for form in _regular_forms(verb)},
            positions,
            counts,
        )

    def is_a(self, word: str, role: str) -> bool:
        """Tell whether a noun's lemma has a role."""
        return word in self.nouns[role]


def _regular_forms(verb: str) -> tuple[str, ...]:
    """Give the regular past and third person, for text in capitals whose words the tagger does not know."""
    if verb.endswith("y") and verb[-2:-1] not in "aeiou":
        return verb[:-1] + "ied", verb[:-1] + "ies"
    return verb + ("d" if verb.endswith("e") else "ed"), verb + "s"


def _cue(row: Row) -> CueRow:
    rest: list[tuple[frozenset[str], bool]] = []
    gap = False
    for word in row["cue"].split()[1:]:
        if word == "...":
            gap = True
        else:
            rest.append((frozenset(word.split("/")), gap))
            gap = False
    return CueRow(
        tuple(rest),
        _stance(row, "stance") if row["stance"] else None,
        _stance(row, "negated") if row["negated"] else None,
        _one_of(row, "content", _CONTENTS),
        _one_of(row, "speaker", _SPEAKERS),
        row["about"],
        row.where,
    )


def _stance(row: Row, column: str) -> Stance:
    return Stance(_one_of(row, column, tuple(Stance)))


def _one_of(row: Row, column: str, allowed: Sequence[str]) -> str:
    if row[column] not in allowed:
        raise TableError(
            f"unknown {column} {row[column]!r}", where=row.where, fix=f"Write one of {', '.join(allowed)}."
        )
    return row[column]
