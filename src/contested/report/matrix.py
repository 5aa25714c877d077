"""Who says what of one event: facts as rows, speakers as columns."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from contested.model.events import Casualty, Claim, Event
from contested.model.spans import Evidence
from contested.model.vocabulary import Stance
from contested.report.excerpts import Excerpts
from contested.report.labels import count_label, words

OWN_VOICE = "the document itself"
_TONES = {
    Stance.DENIES: "against", Stance.DISPUTES: "against", Stance.RETRACTS: "against", Stance.NO_COMMENT: "silent",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Position:
    """One entry of a cell; ``tone`` is "for", "against" or "silent"."""

    text: str
    tone: str
    refs: str


@dataclass(frozen=True, slots=True)
class Row:
    """One fact; ``cells`` has one entry for each speaker of the matrix, possibly empty."""

    fact: str
    cells: tuple[tuple[Position, ...], ...]


@dataclass(frozen=True, slots=True)
class Matrix:
    """Positions on one event. Empty where nobody is cited."""

    speakers: tuple[str, ...]
    rows: tuple[Row, ...]


def build_matrix(event: Event, document: str, excerpts: Excerpts) -> Matrix:
    """Lay out the claims and tolls of an event by fact and speaker, in the order of the text."""
    entries = [(c.about, c.party, _stance(c, document, excerpts)) for c in event.claims]
    entries += [(t.kind.value, t.asserted_by or OWN_VOICE, _number(t, document, excerpts)) for t in event.casualties]
    speakers = tuple(dict.fromkeys(speaker for _, speaker, _ in entries))
    if set(speakers) <= {OWN_VOICE}:
        return Matrix((), ())
    facts = dict.fromkeys(fact for fact, _, _ in entries)
    rows = tuple(
        Row(words(fact), tuple(tuple(p for f, s, p in entries if (f, s) == (fact, speaker)) for speaker in speakers))
        for fact in facts
    )
    return Matrix(speakers, rows)


def _stance(claim: Claim, document: str, excerpts: Excerpts) -> Position:
    return _position(words(claim.stance.value), _TONES.get(claim.stance, "for"), claim.evidence, document, excerpts)


def _number(toll: Casualty, document: str, excerpts: Excerpts) -> Position:
    text = count_label(toll.low, toll.high) + (f" ({toll.of})" if toll.of else "")
    return _position(text, "for", toll.evidence, document, excerpts)


def _position(text: str, tone: str, spans: Sequence[Evidence], document: str, excerpts: Excerpts) -> Position:
    return Position(text, tone, excerpts.refs(document, spans))
