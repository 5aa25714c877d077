"""Drafts: what one passage tells of one event, before passages are joined."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from contested.errors import TableError
from contested.model.mentions import ActMention, ActorMention, CountMention, PlaceMention, TimeMention, WeaponMention
from contested.model.vocabulary import Basis, PlacePrecision, Stance
from contested.resources import read_table

_RECENT = 100


@dataclass(frozen=True, slots=True)
class Voice:
    """A party's position on the event: its name, the words for it, and whether the whole telling is its own.

    ``accused`` are those that an accusation names as the authors, ``side`` the body that a speaking person belongs to,
    ``by_others`` that a report names somebody else as the doer ("the shots were fired by youths").
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
    side: ActorMention | None = None
    by_others: bool = False


@dataclass(frozen=True, slots=True)
class Toll:
    """A count with the party that asserts it, None for the document's own voice."""

    count: CountMention
    asserted_by: str | None
    of: str | None
    victim: ActorMention | None = None


@dataclass(frozen=True, slots=True)
class Draft:
    """What one passage tells of one event. ``acts[0]`` is the leading act; ``told`` are the sentence indices.

    ``own_time``/``own_place`` tell that the passage itself dates and places the act; ``anaphoric`` that it only points
    back to one, ``harm_only`` that it tells what an act did to people, ``spoken`` that it gives a party's words,
    ``headline`` that it may be the headline of what follows, ``topic`` that the act is only what something is about,
    ``reported`` that the date is that of the saying, ``sequel`` that it came after what was told before,
    ``stands_alone`` that a noun is told as news by itself: as a whole sentence, or as what is announced.
    """

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
    spoken: bool = False
    headline: bool = False
    topic: bool = False
    reported: bool = False
    sequel: bool = False
    stands_alone: bool = False
    issuer: ActorMention | None = None

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


def merge(event: Draft, told: Draft, joins: JoinTable) -> Draft:
    """Add what a later passage tells to an event."""
    aside = told.anaphoric or told.spoken or told.harm_only
    action = event.action if aside else joins.better(event.action, told.action)
    if joins.rows[event.action].general and not joins.rows[told.action].general and joins.rows[told.action].rank > joins.rows[event.action].rank:
        action = told.action
    return replace(
        event,
        acts=event.acts + told.acts,
        action=action,
        told=event.told + tuple(t for t in told.told if t not in event.told),
        agents=event.agents if told.action == "weapons_disrupted" != event.action else _union(event.agents, told.agents),
        patients=event.patients if told.harm_only and event.patients else _union(event.patients, told.patients),
        weapons=event.weapons + tuple(w for w in told.weapons if w.name not in {x.name for x in event.weapons}),
        tolls=event.tolls + told.tolls,
        voices=event.voices + told.voices,
        time=event.time if event.own_time or not told.own_time else told.time,
        own_time=event.own_time or told.own_time,
        basis=event.basis if event.own_time or not told.own_time else told.basis,
        place=event.place if aside and event.own_place else _finer_place(event.place, told.place),
        own_place=event.own_place or told.own_place,
        harm_only=event.harm_only and told.harm_only,
    )


def _finer_place(left: PlaceMention | None, right: PlaceMention | None) -> PlaceMention | None:
    if left is None or right is None:
        return left or right
    coarse = ("country", "division1", "region")
    exact = (PlacePrecision.EXACT, PlacePrecision.NEIGHBOURHOOD)
    if right.precision in exact and left.precision not in exact and right.admin1 == left.admin1:
        return right
    return right if left.kind in coarse and right.kind not in coarse else left


def _union(left: Sequence[ActorMention], right: Sequence[ActorMention]) -> tuple[ActorMention, ...]:
    names = {a.name for a in left}
    return (*left, *(a for a in right if a.name not in names))


def same_place(left: PlaceMention | None, right: PlaceMention | None) -> bool:
    """May two place mentions denote the same place: the same name, or one the division around the other?"""
    if left is None or right is None:
        return False
    if left.name == right.name or left.text == right.text:
        return True
    coarse = {left.kind, right.kind} & {"division1", "region", "country"}
    return bool(coarse) and left.kind != right.kind and (left.admin1 == right.admin1 or left.country == right.country)


def share_actor(left: Sequence[ActorMention], right: Sequence[ActorMention]) -> bool:
    """Decide whether an actor stands on both sides, by its name."""
    return not {a.name for a in left}.isdisjoint(a.name for a in right)


def elaborate(headline: Draft, told: Draft, joins: JoinTable) -> Draft:
    """Let the passage that tells an event in full stand for its headline: its act, date and place win."""
    merged = merge(headline, told, joins)
    general = joins.rows[told.action].general and not joins.rows[headline.action].general
    return replace(
        merged,
        action=headline.action if general or told.harm_only or headline.action == "assassination" else told.action,
        time=told.time if told.own_time else merged.time,
        own_time=merged.own_time,
        basis=told.basis if told.own_time else merged.basis,
        place=told.place or headline.place,
        headline=False,
    )


def recent(events: Sequence[Draft]) -> range:
    """Give the places of the events made last: a passage goes on with none made long before, so that cost stays linear."""
    return range(max(0, len(events) - _RECENT), len(events))
