"""One offline HTML page: both codings side by side on the text, with the tables of agreement."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib import resources
from itertools import pairwise

from jinja2 import Environment, FunctionLoader, StrictUndefined
from markupsafe import Markup

from contested.evaluation.evaluation import Evaluation
from contested.evaluation.pairing import find_quote
from contested.evaluation.records import JudgedEvent
from contested.evaluation.scoring import MEASURES, SLOTS, Comparison, Match, all_slots, match_slots
from contested.evaluation.wording import claim_words, date_words, names_words, place_words, toll_words


@dataclass(frozen=True, slots=True)
class Cell:
    """One slot of an event in words; ``state`` is "right", "wrong" or "" where it is not compared."""

    slot: str
    words: str
    state: str


@dataclass(frozen=True, slots=True)
class Card:
    """An event beside the text. ``number`` is that of its pair, 0 where the other coder does not have it."""

    title: str
    number: int
    optional: bool
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text, and who points at it: "gold", "coded", "both" or ""."""

    text: str
    by: str


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the document between the events that each coder sees told first in it."""

    number: int
    pieces: tuple[Piece, ...]
    gold: tuple[Card, ...]
    coded: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """One document of the page."""

    name: str
    event_f1: float
    slot_f1: float
    lines: tuple[Line, ...]


def render_page(evaluation: Evaluation, *, gold: str, coded: str) -> str:
    """Render the page; ``gold`` and ``coded`` are the names of the two coders. The same evaluation gives the same page."""
    environment = Environment(
        loader=FunctionLoader(_asset), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    return environment.get_template("compare.html.j2").render(
        gold=gold, coded=coded, style=Markup(_asset("compare.css")), measures=MEASURES, evaluation=evaluation,
        every=all_slots(evaluation.scores), sheets=[_sheet(c) for c in evaluation.comparisons],
    )


def _asset(name: str) -> str:
    return resources.files(__package__).joinpath("assets", name).read_text(encoding="utf-8")


def _sheet(comparison: Comparison) -> Sheet:
    pairs = {i: (n, j) for n, (i, j) in enumerate(comparison.pairs, 1)}
    back = {j: (n, i) for i, (n, j) in pairs.items()}
    gold_events, coded_events = comparison.gold.events, comparison.coded.events
    left = [(_start(e, comparison.text), _gold_card(e, pairs.get(i), coded_events)) for i, e in enumerate(gold_events)]
    right = [(_start(e, comparison.text), _coded_card(e, back.get(j), gold_events)) for j, e in enumerate(coded_events)]
    marks = {"gold": _spans(gold_events, comparison.text), "coded": _spans(coded_events, comparison.text)}
    lines = tuple(_lines(comparison.text, left, right, marks))
    return Sheet(comparison.name, comparison.scores["event"].f1, all_slots(comparison.scores).f1, lines)


def _gold_card(event: JudgedEvent, pair: tuple[int, int] | None, coded: Sequence[JudgedEvent]) -> Card:
    matches = match_slots(event, coded[pair[1]]) if pair else {}
    return Card(event.values.action, pair[0] if pair else 0, event.optional, tuple(_cells(event, matches)))


def _coded_card(event: JudgedEvent, pair: tuple[int, int] | None, gold: Sequence[JudgedEvent]) -> Card:
    matches = match_slots(gold[pair[1]], event) if pair else {}
    return Card(event.values.action, pair[0] if pair else 0, False, tuple(_cells(event, matches)))


def _cells(event: JudgedEvent, matches: dict[str, Match]) -> Iterator[Cell]:
    values = event.values
    words = {
        "action": values.action, "date": date_words(values.date), "place": place_words(values.place),
        "perpetrators": names_words(values.perpetrators), "targets": names_words(values.targets),
        "casualties": "; ".join(toll_words(t) for t in values.casualties), "claims": "; ".join(claim_words(c) for c in values.claims),
        "status": values.status,
    }  # fmt: skip
    for slot in SLOTS:
        counts = matches[slot].counts if matches else None
        same = counts is not None and counts.right == counts.gold == counts.coded
        if words[slot] or not same:
            yield Cell(slot, words[slot] or "—", ("right" if same else "wrong") if counts else "")


def _start(event: JudgedEvent, text: str) -> int:
    spans = _spans([event], text)
    return min((s for s, _ in spans), default=0)


def _spans(events: Sequence[JudgedEvent], text: str) -> list[tuple[int, int]]:
    quotes = (find_quote(e.quote, text) for e in events if e.quote and not e.spans)
    return [*(s for e in events for s in e.spans), *(q for q in quotes if q)]


def _lines(
    text: str, left: Sequence[tuple[int, Card]], right: Sequence[tuple[int, Card]], marks: dict[str, list[tuple[int, int]]]
) -> Iterator[Line]:
    at = 0
    for number, line in enumerate(text.splitlines(keepends=True), 1):
        end = at + len(line)
        if line.strip():
            pieces = tuple(_pieces(text, at, at + len(line.rstrip()), marks))
            yield Line(number, pieces, _within(left, at, end), _within(right, at, end))
        at = end


def _within(cards: Sequence[tuple[int, Card]], start: int, end: int) -> tuple[Card, ...]:
    return tuple(card for at, card in cards if start <= at < end)


def _pieces(text: str, start: int, end: int, marks: dict[str, list[tuple[int, int]]]) -> Iterator[Piece]:
    """Cut a line where somebody's words begin or end."""
    edges = {start, end, *(max(start, min(end, e)) for spans in marks.values() for span in spans for e in span)}
    cuts = sorted(edges)
    for first, last in pairwise(cuts):
        by = [who for who, spans in marks.items() if any(s <= first and last <= e for s, e in spans)]
        yield Piece(text[first:last], "both" if len(by) == 2 else "".join(by))
