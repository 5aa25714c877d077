"""The blind evaluation set (evaluation/reports): is every coding well formed, and does it speak of its text?"""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from contested.evaluation.folders import GoldFile, read_gold
from contested.evaluation.pairing import ActionKinds
from contested.evaluation.records import JudgedEvent
from contested.model.vocabulary import CasualtyKind, PlacePrecision, Stance, Status

REPORTS = Path(__file__).parents[2] / "evaluation/reports"
REJECTIONS = {Stance.DENIES, Stance.DISPUTES}


def squeezed(document: Path) -> str:
    return " ".join(document.read_text(encoding="utf-8").split())


@pytest.fixture(scope="module")
def reports() -> tuple[GoldFile, ...]:
    return read_gold(REPORTS / "gold")


@pytest.fixture(scope="module")
def events(reports: tuple[GoldFile, ...]) -> list[tuple[str, JudgedEvent]]:
    return [(f"{one.path.stem}: {event.id}", event) for one in reports for event in one.coding.events]


def test_every_document_has_its_coding(reports: tuple[GoldFile, ...]) -> None:
    assert {one.document.name for one in reports} == {path.name for path in (REPORTS / "documents").iterdir()}
    assert {one.path.stem for one in reports} == {one.document.stem for one in reports}


def test_a_report_has_200_to_450_words_and_5_to_12_events(reports: tuple[GoldFile, ...]) -> None:
    sizes = {one.path.stem: (len(squeezed(one.document).split()), len(one.coding.events)) for one in reports}
    assert {name: size for name, size in sizes.items() if not (200 <= size[0] <= 450 and 5 <= size[1] <= 12)} == {}


def test_a_quote_stands_once_in_its_text(reports: tuple[GoldFile, ...]) -> None:
    counts = {
        f"{one.path.stem}: {event.id}": squeezed(one.document).count(event.quote)
        for one in reports for event in one.coding.events
    }
    assert {name: count for name, count in counts.items() if count != 1} == {}


def test_a_place_has_its_words_in_the_text(reports: tuple[GoldFile, ...]) -> None:
    missing = [
        (one.path.stem, event.values.place.text)
        for one in reports for event in one.coding.events
        if event.values.place and event.values.place.text not in squeezed(one.document)
    ]
    assert missing == []


def test_an_event_is_named_once(reports: tuple[GoldFile, ...]) -> None:
    for one in reports:
        assert len({event.id for event in one.coding.events}) == len(one.coding.events), one.path.stem


def test_words_of_the_codebook_are_its_own(events: list[tuple[str, JudgedEvent]]) -> None:
    actions = ActionKinds.load().families
    for name, event in events:
        assert {event.values.action, *event.alternatives.action} <= set(actions), name
        assert {event.values.status, *event.alternatives.status} <= set(Status), name
        assert {toll.kind for toll in event.values.casualties} <= set(CasualtyKind), name
        assert {claim.stance for claim in event.values.claims} <= set(Stance), name
        assert event.values.place is None or event.values.place.precision in set(PlacePrecision), name


def test_dates_are_days_and_do_not_end_before_they_start(events: list[tuple[str, JudgedEvent]]) -> None:
    for name, event in events:
        for day in (event.values.date, *event.alternatives.date):
            assert date.fromisoformat(day.start or "") <= date.fromisoformat(day.end or ""), name


def test_a_status_follows_from_the_claims(events: list[tuple[str, JudgedEvent]]) -> None:
    for name, event in events:
        stances = {claim.stance for claim in event.values.claims}
        assert (event.values.status == Status.DISPUTED) == bool(stances & REJECTIONS), name
        assert event.values.status == Status.REPORTED or stances - {Stance.NO_COMMENT}, name


def test_who_gives_a_toll_is_a_party(events: list[tuple[str, JudgedEvent]]) -> None:
    for name, event in events:
        parties = {claim.party for claim in event.values.claims}
        assert {toll.asserted_by for toll in event.values.casualties} <= {None, *parties}, name
