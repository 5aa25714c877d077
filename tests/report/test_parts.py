"""Labels, excerpts and tallies of the page."""

from datetime import date
from itertools import pairwise

import pytest

from contested.exchange.figures import Total
from contested.model.documents import Document
from contested.model.events import Claim, Coding, Event, EventDate, Party
from contested.model.spans import Evidence
from contested.model.vocabulary import Basis, DatePrecision, Stance
from contested.report.actors import ActorRow, tally_actors
from contested.report.excerpts import Excerpts, cut_points
from contested.report.labels import count_label, date_label, spread_label


@pytest.mark.parametrize(
    ("start", "end", "precision", "label"),
    [
        ("2024-05-04", "2024-05-04", "day", "4 May 2024"),
        ("2024-05-03", "2024-05-05", "day", "3–5 May 2024"),
        ("2024-05-31", "2024-06-02", "week", "31 May–2 Jun 2024"),
        ("2023-12-31", "2024-01-01", "day", "31 Dec 2023–1 Jan 2024"),
        ("2024-02-01", "2024-02-29", "month", "Feb 2024"),
        ("2024-06-01", "2024-08-31", "month", "Jun–Aug 2024"),
        ("2024-01-01", "2024-12-31", "year", "2024"),
        (None, None, "unknown", "no date"),
    ],
)
def test_dates_are_written_no_finer_than_known(start: str | None, end: str | None, precision: str, label: str) -> None:
    first, last = (date.fromisoformat(d) if d else None for d in (start, end))
    when = EventDate(start=first, end=last, precision=DatePrecision(precision), basis=Basis.OCCURRENCE)
    assert date_label(when) == label


@pytest.mark.parametrize(
    ("low", "high", "label"),
    [(12, 12, "12"), (12, 15, "12–15"), (12, None, "12+"), (None, 12, "up to 12"), (3200, 3200, "3,200")],
)
def test_counts(low: int | None, high: int | None, label: str) -> None:
    assert count_label(low, high) == label


def test_the_spread_of_several_speakers() -> None:
    assert spread_label([Total("army", 0, 0), Total("rebels", 47, 47)]) == "0–47"
    assert spread_label([Total("army", 12, 12), Total("rebels", 31, None)]) == "12–31+"


def test_long_lines_are_cut_at_sentence_ends() -> None:
    line = "Shots were heard in the hills. " * 30
    cuts = cut_points(line + "\nEnd.")
    assert cuts[0] == 0
    assert cuts[-1] == len(line) + 5
    assert all((line + "\nEnd.")[cut - 2] in ".\n " for cut in cuts[1:-1])
    assert max(b - a for a, b in pairwise(cuts)) <= 420


def test_words_of_one_paragraph_share_an_excerpt() -> None:
    text = "= Vale =\n\nNine died in Vale. Ten fled.\n"
    excerpts = Excerpts({"v": Document(id="v", name="v", text=text, sha256="")})
    spans = [Evidence(start=s, end=s + len(w), text=w) for w in ("Nine", "Ten") for s in [text.index(w)]]
    assert excerpts.refs("v", spans) == "0:0:4 0:19:22"
    assert excerpts.records == [("v", "Nine died in Vale. Ten fled.", False, False)]


def test_actors_are_counted_by_part_played() -> None:
    claims = (
        Claim(party="Front", stance=Stance.CLAIMS, about="event"),
        Claim(party="Guard", stance=Stance.DENIES, about="event"),
        Claim(party="Guard", stance=Stance.NO_COMMENT, about="killed"),
    )
    when = EventDate(start=None, end=None, precision=DatePrecision.UNKNOWN, basis=Basis.REPORT)
    front, guard = Party(name="Front", text="it"), Party(name="Guard", text="guards")
    event = Event(id="1", action="raid", date=when, perpetrators=(front,), targets=(guard,), claims=claims)
    second = Event(id="2", action="raid", date=when, perpetrators=(front,))
    coding = Coding(document="d", sha256="", coder="c", events=(event, second))
    assert tally_actors(coding.events) == (ActorRow("Front", 2, 0, 1, 0, 0), ActorRow("Guard", 0, 1, 0, 1, 1))
