"""Drafts: what one passage tells of one event, before passages are joined."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from contested.errors import TableError
from contested.model.mentions import ActMention, ActorMention, CountMention, PlaceMention, TimeMention, WeaponMention
from contested.model.vocabulary import Basis, Stance
from contested.resources import read_table


@dataclass(frozen=True, slots=True)
class Voice:
    """A party's position on the event: its name, the words for it, and whether the whole telling is its own.

    ``accused`` are those that an accusation names as the authors.
    """

    party: str
    stance: Stance
    about: str
    start: int
    end: int
    speaker: ActorMention | None
    whole: bool = False
    rule: str = ""
    accused: tuple[ActorMention, ...] = ()


@dataclass(frozen=True, slots=True)
class Toll:
    """A count with the party that asserts it, None for the document's own voice."""

    count: CountMention
    asserted_by: str | None
    of: str | None
    victim: ActorMention | None = None


@dataclass(frozen=True, slots=True)
class Draft:
    """What one passage tells of one event. ``acts[0]`` is the leading act; ``told`` are the sentence indices."""

    acts: tuple[ActMention, ...]
    action: str
    told: tuple[int, ...]
    agents: tuple[ActorMention, ...] = ()
    patients: tuple[ActorMention, ...] = ()
    weapons: tuple[WeaponMention, ...] = ()
    tolls: tuple[Toll, ...] = ()
    voices: tuple[Voice, ...] = ()
    time: TimeMention | None = None
    own_time: bool = False
    basis: Basis = Basis.OCCURRENCE
    place: PlaceMention | None = None
    own_place: bool = False
    anaphoric: bool = False
    harm_only: bool = False
    aggregate: bool = False

    @property
    def sentence(self) -> int:
        """Give the sentence of the leading act."""
        return self.acts[0].sentence


@dataclass(frozen=True, slots=True)
class JoinRow:
    """How an action joins with others: see joining.csv."""

    general: bool
    rank: int
    family: str


@dataclass(frozen=True, slots=True)
class JoinTable:
    """Rows of joining.csv by action."""

    rows: Mapping[str, JoinRow]

    @classmethod
    def load(cls, extra: Sequence[Path] = ()) -> JoinTable:
        """Read joining.csv. Raises TableError with file and line for a rank that is no number."""
        rows = {}
        for row in read_table("joining.csv", ("action", "general", "rank", "family"), extra):
            if not row["rank"].isdigit():
                raise TableError(f"rank {row['rank']!r} is no whole number", where=row.where, fix="Write 0 to 100.")
            rows[row["action"]] = JoinRow(row["general"] == "true", int(row["rank"]), row["family"])
        return cls(rows)

    def better(self, left: str, right: str) -> str:
        """Choose the action by which an event told with both is coded."""
        return left if self.rows[left].rank >= self.rows[right].rank else right

    def can_be_same(self, left: str, right: str) -> bool:
        """Can two passages with these actions tell one event?"""
        if left == right:
            return True
        a, b = self.rows[left], self.rows[right]
        return a.family == b.family and (a.general or b.general)
