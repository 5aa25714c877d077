"""Calendar arithmetic by codebook 3."""

from datetime import date

import pytest

from contested.mentions.times.intervals import (
    day_interval,
    month_interval,
    portion_interval,
    shift_interval,
    week_interval,
)


@pytest.mark.parametrize(
    ("portion", "first", "last"),
    [("early", 1, 10), ("mid", 11, 20), ("late", 21, 29), ("start", 1, 7), ("end", 23, 29)],
)
def test_portions_of_a_leap_february(portion, first, last):
    span = portion_interval(month_interval(2024, 2), portion)
    assert (span.first.day, span.last.day) == (first, last)


def test_month_runs_over_the_end_of_the_year():
    assert month_interval(2024, 13).first == date(2025, 1, 1)


def test_month_earlier_is_the_whole_month():
    span = shift_interval(day_interval(date(2024, 3, 31)), -1, "month")
    assert (span.first, span.last) == (date(2024, 2, 1), date(2024, 2, 29))


def test_week_is_monday_to_sunday():
    assert week_interval(date(2025, 3, 20)).first == date(2025, 3, 17)
