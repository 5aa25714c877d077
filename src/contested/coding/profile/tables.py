"""The tables that a profile is read by: keys of infoboxes, words of prose, names of states."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from contested.mentions.actors.tables import COUNTRY_COLUMNS
from contested.resources import read_table


@dataclass(frozen=True, slots=True)
class Field:
    """What a key of an infobox fills, and the qualifier that its items bear."""

    name: str
    qualifier: str | None


@dataclass(frozen=True, slots=True)
class ProfileTables:
    """Keys to fields; kinds to words; names and adjectives of states to the state."""

    fields: Mapping[str, Field]
    words: Mapping[str, frozenset[str]]
    states: Mapping[str, str]
    adjectives: Mapping[str, str]

    @classmethod
    def load(cls, extra: Sequence[Path] = ()) -> ProfileTables:
        """Read the tables, with the rows of a user's folders."""
        rows = read_table("profile_fields.csv", ("key", "field", "qualifier"), extra)
        words: dict[str, frozenset[str]] = {}
        for row in read_table("profile_words.csv", ("kind", "words"), extra):
            words[row["kind"]] = words.get(row["kind"], frozenset()) | frozenset(row["words"].split("|"))
        states: dict[str, str] = {}
        adjectives: dict[str, str] = {}
        for row in read_table("countries.csv", COUNTRY_COLUMNS, extra):
            states |= {n: row["name"] for n in (row["name"], *row["other_names"].split("|")) if n}
            adjectives |= {n: row["name"] for n in row["demonyms"].split("|") if n}
        return cls({r["key"]: Field(r["field"], r["qualifier"] or None) for r in rows}, words, states, adjectives)

    def any_of(self, kind: str) -> str:
        """Give the words of a kind as alternatives of a pattern, longest first."""
        return "|".join(re.escape(w) for w in sorted(self.words[kind], key=lambda w: (-len(w), w)))
