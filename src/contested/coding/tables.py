"""The tables that coding needs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from contested.coding.drafts import JoinTable
from contested.coding.issuers import load_offices
from contested.coding.refine import load_prominent
from contested.coding.sections import SectionTable
from contested.coding.states import load_capitals
from contested.mentions.acts.table import ActTable


@dataclass(frozen=True, slots=True)
class Tables:
    """The tables that coding needs."""

    acts: ActTable
    joins: JoinTable
    prominent: frozenset[str]
    sections: SectionTable
    capitals: Mapping[str, str]
    offices: frozenset[str]

    @classmethod
    def load(cls, extra: Sequence[Path] = ()) -> Tables:
        """Read the tables of acts, of joining, of prominent roles, of sections, of states and of press offices."""
        return cls(ActTable.load(extra), JoinTable.load(extra), load_prominent(extra), SectionTable.load(extra), load_capitals(extra), load_offices(extra))
