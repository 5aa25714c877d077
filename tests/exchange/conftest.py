"""One invented coding, with a denial, a coarse place and a cell that looks like a formula."""

from datetime import date

import pytest

from contested.model.events import Casualty, Claim, Coding, Event, EventDate, EventPlace, LeftOut, Party
from contested.model.spans import Evidence
from contested.model.vocabulary import Basis, CasualtyKind, DatePrecision, PlacePrecision, Stance, Status


def span(start: int, text: str) -> Evidence:
    return Evidence(start=start, end=start + len(text), text=text)


@pytest.fixture
def coding() -> Coding:
    raid = Event(
        id="raid", action="armed_attack",
        date=EventDate(
            start=date(2023, 5, 4), end=date(2023, 5, 4), precision=DatePrecision.DAY, basis=Basis.OCCURRENCE,
            evidence=(span(3, "4 May 2023"),),
        ),
        place=EventPlace(
            text="Upper Vale", name="Upper Vale", admin1="Vale", country="ZZ", latitude=-6.25, longitude=39.5,
            precision=PlacePrecision.DISTRICT, evidence=(span(20, "Upper Vale"),),
        ),
        perpetrators=(Party(name="Harrow Front", text="the Front", evidence=(span(40, "the Front"),)),),
        targets=(Party(name="=Coast Guard", text="guards"), Party(name="Côte Rangers", text="rangers")),
        casualties=(
            Casualty(kind=CasualtyKind.KILLED, low=9, high=9, asserted_by="Harrow Front", evidence=(span(60, "nine"),)),
            Casualty(kind=CasualtyKind.KILLED, low=2, high=None, asserted_by="Coast Guard"),
        ),
        claims=(Claim(party="Coast Guard", stance=Stance.DENIES, about="killed", evidence=(span(80, "denied"),)),),
        status=Status.DISPUTED, because=("Coast Guard denies the number killed",), confidence=0.81234,
        evidence=(span(0, "On 4 May 2023\nin Upper Vale"),),
    )  # fmt: skip
    vow = Event(
        id="vow", action="threat",
        date=EventDate(start=None, end=None, precision=DatePrecision.UNKNOWN, basis=Basis.REPORT),
    )  # fmt: skip
    left = LeftOut(text="may attack again", start=100, end=116, why="predicted")
    return Coding(document="reports/vale.txt", sha256="0" * 64, coder="rules 1", events=(raid, vow), left_out=(left,))
