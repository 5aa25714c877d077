from datetime import date

import pytest

from contested.reading.published import find_published, parse_date
from contested.reading.structure import find_blocks

BODY = "\n\nThe patrol came under fire in the evening near the old mill, and two guards were wounded.\n"


@pytest.mark.parametrize(
    ("head", "day"),
    [
        ("21 Aug 2024 16:48 GMT\n\nTown overrun, officer says", date(2024, 8, 21)),
        ("DAILY REPORT No. 7\nTuesday 4 March 2025", date(2025, 3, 4)),
        ("031200Z MAY 91\nSUBJECT: ROUNDUP", date(1991, 5, 3)),
        ("WAR NOTES: SATURDAY, 30 DECEMBER 2023\n(closed on Monday 1 January, 13:00)", date(2024, 1, 1)),
        ("Bulletin of the press cell, 4-10 November 2019", date(2019, 11, 10)),
        ("Geneva, 4 March 2025", date(2025, 3, 4)),
        ("Published: March 5, 2024", date(2024, 3, 5)),
        ("Town overrun\n\nOSTER, 3 March 2021 (Agency) -- Men fled.", date(2021, 3, 3)),
        ("CHRONOLOGY, 1 TO 3 MAY 2020\n\nFriday 1 May\nCalm.\n\nSaturday 2 May\nShots.", date(2020, 5, 3)),
        ("= Hill War =\n\n4 March 2025", None),
        ("1 May 2020\nCalm.\n\n2 May 2020\nShots.", None),
        ("Notes from the hills", None),
        ("On Saturday 14 August 2021 men attacked a post. On Sunday they left.", None),
    ],
)
def test_day_of_publication(head: str, day: date | None) -> None:
    text = head + BODY
    found = find_published(text, find_blocks(text))
    assert (found.day if found else None) == day


@pytest.mark.parametrize(
    ("words", "day"),
    [("2024-03-05T10:00:00Z", date(2024, 3, 5)), ("5 March 2024", date(2024, 3, 5)), ("yesterday", None), ("31 Feb 2024", None)],
)
def test_parse_date(words: str, day: date | None) -> None:
    assert parse_date(words) == day
