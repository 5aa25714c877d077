"""Dates that lean on headings, date lines and what was told before."""

from datetime import date

from contested.mentions.times.intervals import day_interval

ARTICLE = """= Front for the River =

Front for the River
- Leader: A. Marlow
- Founded: 3 May 2012
- Allies: River Guard

The Front for the River is an armed group.

== History ==
Five days after the founding of the group, its fighters attacked a barge.

== Attacks ==
=== 2013 ===
==== March ====
On the 3rd a bomb went off. On 9 March, two days after the port had been seized, a truck burned.

=== 2014 ===
On 30 June the group attacked a post. In the following May it dissolved.
"""

WIRE = """LAKE PROVINCE NEWS
Week of 2 to 8 June 2025

PORT ALMA, June 7 - Gunmen shot a trader late on Thursday, police said.

The trader died the following morning.

KELDA, June 8 (Radio Lake) - Soldiers burned a boat yesterday.

A third man was hurt.
"""

LOG = """DAILY LOG
Monday 3 March 2025
Soldiers searched houses.

Tuesday 4 March 2025
A third man had been arrested on Sunday.
"""

LIST = """- 3 May 2021: A bomb kills two in Alma. The army says on the next day that it arrested six.
- Night of 5-6 May: Raid on a camp.
- 9 May: Drones hit a depot. In the night before, a guard was shot.
"""


def days(times):
    return [(m.text, str(m.first)) for m in times.mentions if m.first]


def test_headings_and_infobox_complete_dates(read):
    assert days(read(ARTICLE)) == [
        ("Five days after", "2012-05-08"),
        ("the 3rd", "2013-03-03"),
        ("9 March", "2013-03-09"),
        ("two days after", "2013-03-07"),
        ("30 June", "2014-06-30"),
        ("following May", "2015-05-01"),
    ]


def test_heading_date_is_that_of_the_innermost_dated_heading(read):
    times = read(ARTICLE)
    blocks = [m for frame in times.frames if (m := frame.heading_mention)]
    assert [str(m.first) for m in blocks] == ["2013-01-01", "2013-03-01", "2013-03-01", "2014-01-01", "2014-01-01"]


def test_date_lines_set_the_day_that_days_count_from(read):
    assert days(read(WIRE))[-3:] == [
        ("Thursday", "2025-06-05"),
        ("the following morning", "2025-06-06"),
        ("yesterday", "2025-06-07"),
    ]


def test_sentence_without_a_date_takes_that_of_its_story(read):
    assert read(WIRE).contexts[-1].first == date(2025, 6, 7)


def test_heading_day_holds_for_sentences_without_a_date(read):
    times = read(LOG)
    assert [str(c.first) for c in times.contexts if c][1:] == ["2025-03-03", "2025-03-04", "2025-03-04"]
    assert days(times)[-1] == ("Sunday", "2025-03-02")


def test_lead_of_an_item_holds_for_the_item(read):
    assert days(read(LIST)) == [
        ("3 May 2021", "2021-05-03"),
        ("the next day", "2021-05-04"),
        ("Night of 5-6 May", "2021-05-05"),
        ("9 May", "2021-05-09"),
        ("In the night before", "2021-05-08"),
    ]


def test_year_and_month_come_from_the_sentences_before(read):
    text = "The revolt began in 1998. In March rebels took the fort. On 4 April they lost it. In January 1999 it broke. On the 7th it ended."
    assert [d for _, d in days(read(text))] == ["1998-01-01", "1998-03-01", "1998-04-04", "1999-01-01", "1999-01-07"]


def test_report_in_passing_does_not_move_the_story(read):
    text = "On 8 May 2020 a man blew up a car. The group said on the following day that it had sent him. Two days later a bridge fell."
    assert [d for _, d in days(read(text))] == ["2020-05-08", "2020-05-09", "2020-05-10"]


def test_event_dates_of_the_caller_are_asked_first(read):
    text = "Two days after the battle of Kelda, the mayor resigned."
    times = read(text, event_dates=lambda words: day_interval(date(2019, 7, 1)) if "Kelda" in words else None)
    assert days(times) == [("Two days after", "2019-07-03")]


def test_event_told_before_dates_what_is_counted_from_it(read):
    text = "On 1 July 2019 the town of Kelda fell. The army regrouped. Three days after the fall of Kelda, a mine exploded."
    assert days(read(text))[-1] == ("Three days after", "2019-07-04")


def test_reporting_period_is_what_the_first_paragraphs_say(read):
    text = "Situation in Alma\n\n1. This report covers the days from 4 April to 9 June 2021.\n\n2. During the reporting period nine villages were burned."
    assert days(read(text))[-1] == ("the reporting period", "2021-04-04")


def test_military_stamp_and_months_in_capitals(read):
    text = "ROUNDUP\n031200Z JUN 91\n\nALMA, 3 JUN 91 (RADIO LAKE) -- A BOMB EXPLODED LAST NIGHT. A JUDGE WAS SHOT ON SATURDAY.\n"
    assert [d for _, d in days(read(text))][-2:] == ["1991-06-02", "1991-06-01"]


def test_weekday_of_an_undated_text_is_the_nearest_to_the_day_told(read):
    text = "Statement No. 7\n\nPraise be. On Saturday 14 August 2021 men left a post. On the same day they took another.\n\nOn Sunday aircraft bombed a mill.\n\nThe bus station was hit on Friday."
    assert [d for _, d in days(read(text))] == ["2021-08-14", "2021-08-14", "2021-08-15", "2021-08-13"]
