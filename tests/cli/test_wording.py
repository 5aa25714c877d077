"""Values in the short words of a table."""

from __future__ import annotations

from datetime import date

import pytest

from contested.cli.show.one_event import marked
from contested.cli.show.wording import date_words, number_words, party_words, place_words
from contested.model.events import EventDate, EventPlace, Party
from contested.model.spans import Evidence
from contested.model.vocabulary import Basis, DatePrecision


@pytest.mark.parametrize(
    ("start", "end", "precision", "words"),
    [
        (date(2021, 5, 3), date(2021, 5, 3), DatePrecision.DAY, "2021-05-03"),
        (date(2021, 5, 3), date(2021, 5, 4), DatePrecision.DAY, "2021-05-03 to 04"),
        (date(2021, 5, 31), date(2021, 6, 1), DatePrecision.DAY, "2021-05-31 to 2021-06-01"),
        (date(2021, 5, 1), date(2021, 5, 31), DatePrecision.MONTH, "2021-05"),
        (date(2021, 5, 1), date(2021, 6, 30), DatePrecision.MONTH, "2021-05-01 to 2021-06-30"),
        (date(2021, 1, 1), date(2021, 12, 31), DatePrecision.YEAR, "2021"),
        (None, None, DatePrecision.UNKNOWN, "undated"),
    ],
)
def test_dates_are_as_short_as_their_precision(start: date | None, end: date | None, precision: DatePrecision, words: str) -> None:
    assert date_words(EventDate(start=start, end=end, precision=precision, basis=Basis.OCCURRENCE)) == words


def test_the_date_of_a_report_is_marked() -> None:
    day = date(2021, 5, 3)
    assert date_words(EventDate(start=day, end=day, precision=DatePrecision.DAY, basis=Basis.REPORT)) == "2021-05-03 (reported)"


@pytest.mark.parametrize(
    ("low", "high", "words"), [(12, 12, "12"), (12, None, "12 or more"), (None, 12, "up to 12"), (3, 5, "3 to 5"), (None, None, "some")]
)
def test_tolls_show_their_range(low: int | None, high: int | None, words: str) -> None:
    assert number_words(low, high) == words


def test_a_place_that_is_its_own_division_is_named_once() -> None:
    assert place_words(EventPlace(text="Larch", name="Larch", admin1="Larch", country="GB")) == "Larch, GB"


def test_words_that_are_coded_twice_are_marked_once() -> None:
    sentence = Evidence(start=10, end=30, text="Raiders hit Oakford.")
    spans = [Evidence(start=10, end=17, text="Raiders"), Evidence(start=10, end=21, text="Raiders hit"), sentence]
    assert marked(sentence, spans) == "«Raiders hit» Oakford."


def test_a_value_that_is_more_likely_wrong_than_right_has_a_question_mark() -> None:
    parties = (Party(name="Elm Front", text="they", confidence=0.49), Party(name="Reed Company", text="it", confidence=0.5))
    assert party_words(parties) == "Elm Front ?; Reed Company"
