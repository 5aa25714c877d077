"""Each form of a date in a report of Thursday 20 March 2025."""

from datetime import date

import pytest

PUBLISHED = date(2025, 3, 20)

FORMS = [
    ("On 4 February 2024 rebels shelled the camp.", "2024-02-04", "2024-02-04", "day"),
    ("On Feb. 4 rebels shelled the camp.", "2025-02-04", "2025-02-04", "day"),
    ("The raid of 25/2/2025 was disputed.", "2025-02-25", "2025-02-25", "day"),
    ("The log for 2025-03-02 lists one shooting.", "2025-03-02", "2025-03-02", "day"),
    ("In early March gunmen burned two farms.", "2025-03-01", "2025-03-10", "week"),
    ("A bridge was mined in mid-February.", "2025-02-11", "2025-02-20", "week"),
    ("In late February a convoy was hit.", "2025-02-21", "2025-02-28", "week"),
    ("In the first days of March shops closed.", "2025-03-01", "2025-03-07", "week"),
    ("At the end of February a convoy was hit.", "2025-02-22", "2025-02-28", "week"),
    ("In the second half of January clashes continued.", "2025-01-16", "2025-01-31", "week"),
    ("Fighters attacked between 3 and 5 March.", "2025-03-03", "2025-03-05", "day"),
    ("Fighting lasted from 4 to 6 March.", "2025-03-04", "2025-03-06", "day"),
    ("On the night of 24-25 February a bomb exploded.", "2025-02-24", "2025-02-25", "day"),
    ("On the night of 3/4 March drones came.", "2025-03-03", "2025-03-04", "day"),
    ("Shelling killed two people overnight.", "2025-03-19", "2025-03-20", "day"),
    ("Overnight into Saturday a depot burned.", "2025-03-14", "2025-03-15", "day"),
    ("Last night a mayor was shot.", "2025-03-19", "2025-03-19", "day"),
    ("This morning a patrol was ambushed.", "2025-03-20", "2025-03-20", "day"),
    ("In the small hours of Tuesday rockets fell.", "2025-03-18", "2025-03-18", "day"),
    ("Late on Thursday gunmen stormed the market.", "2025-03-20", "2025-03-20", "day"),
    ("At the weekend villagers fled.", "2025-03-15", "2025-03-16", "week"),
    ("This week two men were found dead.", "2025-03-17", "2025-03-23", "week"),
    ("Last week three men were abducted.", "2025-03-10", "2025-03-16", "week"),
    ("In March last year the group split.", "2024-03-01", "2024-03-31", "month"),
    ("Last October soldiers shot a farmer.", "2024-10-01", "2024-10-31", "month"),
    ("In May the ferry was attacked.", "2024-05-01", "2024-05-31", "month"),
    ("The governor has been held since Tuesday.", "2025-03-18", "2025-03-20", "day"),
    ("So far this year 40 people have died.", "2025-01-01", "2025-03-20", "year"),
    ("The army fought there in spring 2014.", "2014-03-01", "2014-05-31", "month"),
    ("In the 1990s the region was quiet.", "1990-01-01", "1999-12-31", "year"),
    ("The group killed many between 1968 and 2010.", "1968-01-01", "2010-12-31", "year"),
    ("For three days from the 4th the town was shelled.", "2025-03-04", "2025-03-06", "day"),
    ("On or about 5 March the bridge was blown up.", "2025-03-05", "2025-03-05", "day"),
    ("Two soldiers died on New Year's Eve.", "2024-12-31", "2024-12-31", "day"),
    ("The summit will open on Friday.", "2025-03-21", "2025-03-21", "day"),
    ("Five people have died since the revolt began in January.", "2025-01-01", "2025-03-20", "month"),
    ("In March 12 soldiers died.", "2025-03-01", "2025-03-31", "month"),
    ("On March 12 gunmen killed a judge.", "2025-03-12", "2025-03-12", "day"),
    ("On Friday 12 people were hurt.", "2025-03-14", "2025-03-14", "day"),
    ("Later in the month a bus was burned.", "2025-03-01", "2025-03-31", "month"),
    ("Three weeks ago a bus was burned.", "2025-02-27", "2025-02-27", "day"),
]


@pytest.mark.parametrize(("text", "first", "last", "precision"), FORMS, ids=[f[0] for f in FORMS])
def test_form_resolves_against_the_day_of_the_report(read, text, first, last, precision):
    found = [m for m in read(text, PUBLISHED).mentions if m.first]
    assert [(str(m.first), str(m.last), m.precision.value) for m in found] == [(first, last, precision)]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Police patrol the bridge every Friday.", "recurring"),
        ("The siege lasted three weeks.", "duration"),
        ("Shells fell at 14:30 on the port.", "clock"),
        ("The raid of 4/2/2025 was disputed.", "partial"),
    ],
)
def test_words_without_a_day_are_kept_without_a_date(read, text, kind):
    assert [(m.kind, m.first) for m in read(text, PUBLISHED).mentions] == [(kind, None)]


@pytest.mark.parametrize("text", ["They must leave by 30 April.", "The curfew lasts until 30 April."])
def test_deadline_lies_ahead(read, text):
    assert [(m.kind, m.first) for m in read(text, PUBLISHED).mentions] == [("deadline", date(2025, 4, 30))]


@pytest.mark.parametrize(
    "text",
    [
        "The 17 November Movement denied it.",
        "Troops of the 4th Brigade entered the port.",
        "Rebels may attack the port.",
        "It killed 2000 people.",
        "He met June Marlow there.",
    ],
)
def test_names_counts_and_ordinals_are_no_dates(read, text):
    assert read(text, PUBLISHED).mentions == ()


def test_words_of_a_date_are_the_words_of_the_document(read):
    text = "Two men died in the\nsmall hours of Tuesday, 18 March 2025, near Alma."
    for mention in read(text, PUBLISHED).mentions:
        assert text[mention.start : mention.end] == mention.text
