"""The claims ledger of an incident: facts by speakers, from every document that tells it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from contested.assessing.chains import chain_of
from contested.assessing.policies.accounts import side_of
from contested.assessing.status import Side
from contested.linking.across.names import generic
from contested.linking.across.records import Telling
from contested.linking.sides import speaks_for
from contested.model.spans import Evidence
from contested.model.vocabulary import Stance


class Position(StrEnum):
    """What a speaker does with a fact. Only ``NOT_FOUND`` is derived; silence stands on words of a document."""

    ASSERTS = "asserts"
    CLAIMS = "claims"
    CONFIRMS = "confirms"
    DENIES = "denies"
    DISPUTES = "disputes"
    SILENT = "silent"
    NOT_FOUND = "not found"


_OF_STANCE = {
    Stance.CLAIMS: Position.CLAIMS, Stance.REPORTS: Position.ASSERTS, Stance.ACCUSES: Position.ASSERTS, Stance.ACKNOWLEDGES: Position.CONFIRMS,
    Stance.CONFIRMS: Position.CONFIRMS, Stance.DENIES: Position.DENIES, Stance.DISPUTES: Position.DISPUTES, Stance.NO_COMMENT: Position.SILENT,
    Stance.RETRACTS: Position.DENIES,
}  # fmt: skip
_OWN_VOICE = frozenset({"reported", "disputed", "corroborated"})
_SILENT_KINDS = frozenset({"civilians", "person", "source"})
_INTEREST = {Side.PERPETRATOR: "own side", Side.VICTIM: "victim's side", Side.THIRD: "third party"}


@dataclass(frozen=True, slots=True)
class Publication:
    """Who published a document, and when; ``name`` stands in where the publisher is not known."""

    name: str
    publisher: str | None = None
    published: date | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """One position of one speaker on one fact, as one document gives it.

    ``chain`` is the way that it came: the publisher, the one whose text it repeats, then whom it cites and whom those cite.
    ``interest`` is the side the speaker is on.
    """

    fact: str
    speaker: str
    position: Position
    value: str
    interest: str
    document: str
    publisher: str
    chain: tuple[str, ...]
    seen: date | None
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """What a speaker holds of a fact: its entries, and the days on which it was first and last seen to."""

    position: Position
    entries: tuple[Entry, ...] = ()

    @property
    def first_seen(self) -> date | None:
        """Give the earliest day of publication."""
        return min((e.seen for e in self.entries if e.seen), default=None)

    @property
    def last_seen(self) -> date | None:
        """Give the latest day of publication."""
        return max((e.seen for e in self.entries if e.seen), default=None)


@dataclass(frozen=True, slots=True)
class Ledger:
    """Facts by speakers: ``cells`` has an entry for every pair of them. Parties to the act who were not heard stand last."""

    facts: tuple[str, ...]
    speakers: tuple[str, ...]
    cells: Mapping[tuple[str, str], Cell]


def build_ledger(members: Sequence[Telling], publications: Mapping[str, Publication]) -> Ledger:
    """Lay out who holds what of an incident, in the order of publication."""
    ordered = sorted(members, key=lambda m: (publications[m.ref.document].published or date.max, m.ref))
    parties = {p.name for m in members for p in m.event.perpetrators}, {t.name for m in members for t in m.event.targets}
    entries = [e for m in ordered for e in _entries(m, publications, *parties)]
    facts, heard = tuple(dict.fromkeys(e.fact for e in entries)), tuple(dict.fromkeys(e.speaker for e in entries))
    speakers = (*heard, *_unheard(ordered, heard))
    return Ledger(facts, speakers, {(f, s): _cell([e for e in entries if (e.fact, e.speaker) == (f, s)]) for f in facts for s in speakers})


def _unheard(members: Sequence[Telling], heard: Sequence[str]) -> Iterator[str]:
    """Give the named bodies that did it or were hit and for whom nobody speaks in these documents."""
    parties = (p for m in members for p in (*m.event.perpetrators, *m.event.targets))
    named = dict.fromkeys(p.name for p in parties if p.kind not in _SILENT_KINDS and p.name[:1].isupper() and not generic(p.name))
    return (name for name in named if not any(speaks_for(s, name) for s in heard))


def _cell(entries: Sequence[Entry]) -> Cell:
    return Cell(entries[-1].position, tuple(entries)) if entries else Cell(Position.NOT_FOUND)


def _entries(member: Telling, publications: Mapping[str, Publication], perpetrators: set[str], targets: set[str]) -> Iterator[Entry]:
    event, where = member.event, publications[member.ref.document]
    own = where.publisher or where.name
    first = publications.get(member.copy_of or "")
    printed = tuple(dict.fromkeys((own, first.publisher or first.name) if first else (own,)))

    def entry(fact: str, speaker: str | None, position: Position, value: str, evidence: tuple[Evidence, ...]) -> Entry:
        chain = tuple(dict.fromkeys((*printed, *(chain_of(event, speaker, evidence) if speaker else ()))))
        interest = _INTEREST[side_of(speaker or own, perpetrators, targets)]
        return Entry(fact, speaker or own, position, value, interest, member.ref.document, own, chain, where.published, evidence)

    if event.status.value in _OWN_VOICE:
        yield entry("event", None, Position.ASSERTS, event.action.replace("_", " "), event.evidence)
    for party in event.perpetrators if event.status.value in _OWN_VOICE else ():
        yield entry("responsibility", None, Position.ASSERTS, party.name, party.evidence)
    for claim in event.claims:
        yield entry(claim.about, claim.party, _OF_STANCE[claim.stance], claim.stance.value.replace("_", " "), claim.evidence)
    for toll in event.casualties:
        value = _number(toll.low, toll.high) + (f" of {toll.of}" if toll.of else "")
        own_side = toll.asserted_by is not None and side_of(toll.asserted_by, perpetrators, targets) is Side.PERPETRATOR
        yield entry(toll.kind.value, toll.asserted_by, Position.CLAIMS if own_side else Position.ASSERTS, value, toll.evidence)


def _number(low: int | None, high: int | None) -> str:
    if low is None or high is None:
        return f"up to {high}" if low is None else f"{low} or more"
    return str(low) if low == high else f"{low} to {high}"
