"""Texts as they are: cables, tables, lists, captions, footnotes, broken lines, quotes within quotes, other scripts, long reports."""

from __future__ import annotations

import pytest

from coded_texts import code, misplaced, read
from contested.batch.pipeline import Pipeline
from contested.model.events import Event

CABLE = """UNCLAS KINSHASA 001142

SUBJECT: REBELS RAID ARMY CAMP NEAR BUNIA; TWELVE SOLDIERS DEAD

1. SUMMARY: ON MARCH 14, 2009, FIGHTERS OF THE UNITED RIVER FRONT (URF) ATTACKED AN ARMY CAMP NEAR BUNIA, KILLING TWELVE SOLDIERS. THE URF CLAIMED RESPONSIBILITY. END SUMMARY.

2. ON MARCH 16 A ROADSIDE BOMB KILLED THREE CIVILIANS IN GOMA, ACCORDING TO POLICE. THE GOVERNOR BLAMED THE URF.
"""
TABLE = """Incidents, May 2022

Date | Place | What happened
--- | --- | ---
3 May 2022 | Kadugli | Gunmen attacked a bus, 4 killed
9 May 2022 | El Obeid | Shelling of a market, 11 killed
"""
TABS = "Date\tPlace\tIncident\tToll\n3 May 2022\tKadugli\tArmed men attacked a bus\t4 killed\n9 May 2022\tEl Obeid\tDrone strike on a market\t11 killed\n"
LIST = """Security incidents in the week of 2 to 8 May 2022

- 3 May, Kadugli: armed attack on a bus, four killed
- 5 May, Dilling: abduction of two aid workers
"""
NUMBERED = """Report of the panel on Sudan

41. On 3 May 2022, gunmen attacked a bus near Kadugli. Four passengers were killed.

(a) On 11 May 2022, two aid workers were abducted in Dilling.
"""
BULLETS = """What happened in April 2021

• On 9 April, a roadside bomb killed two soldiers near Mueda.
* On 12 April, police shot dead three protesters in Nampula.
– On 20 April, militants abducted five women from a village near Macomia.
"""
BYLINE = """Blast at bus station kills nine in Quetta

By Nadia Rahim and Tom Okafor
Published 4 June 2018, 10:15

Photo: Rescue workers carry a victim after a blast at the bus station in Quetta. (Salim Baloch/Courier)

QUETTA, Pakistan - A bomb killed nine people at a bus station in Quetta on Monday, police said.

Additional reporting by Omar Khalil in Islamabad. Editing by Jane Smith
"""
FOOTNOTES = """On 3 May 2022,[12] gunmen attacked a bus near Kadugli,[13] killing four passengers.[14][15]

[12] Radio Kordofan, 4 May 2022.
[13] Interview with a survivor.
"""
BROKEN = """On 3 May 2022, gun-
men attacked a bus near Kad-
ugli, killing four pas-
sengers.

On 9 May 2022 the Sud-
anese army shelled a mar-
ket in El Obeid, killing
seven people.
"""
QUOTES = """The spokesman said on 4 May 2022: "Our commander told us: 'On 3 May the army shelled the village of Dilling and killed six farmers. It called them "terrorists".' We reject that lie."

The army denied it. "We did not fire," Colonel Adam Musa said.
"""
ARABIC = "On 3 May 2022, fighters of Jabhat al-Nasr (جبهة النصر) ambushed a convoy near Kadugli (كادقلي), killing four soldiers.\n"
CYRILLIC = "On 9 May 2022, Russian forces shelled Kramatorsk (Краматорськ), killing seven people; the mayor, Олександр Петренко, was not hurt.\n"
ACCENTS = "On 11 May 2022, José Núñez-Peña, the mayor of Tumaco, was shot dead in Tumaco by the Ejército Señal (ES), police said.\n"


def brief(event: Event) -> tuple[str, str, str, int | None]:
    place = event.place.text if event.place else ""
    return event.action, str(event.date.start), place, event.casualties[0].low if event.casualties else None


@pytest.mark.parametrize(
    ("text", "events"),
    [
        (CABLE, [("armed_attack", "2009-03-14", "BUNIA", 12), ("bombing", "2009-03-16", "GOMA", 3)]),
        (TABLE, [("armed_attack", "2022-05-03", "Kadugli", 4), ("shelling", "2022-05-09", "El Obeid", 11)]),
        (TABS, [("armed_attack", "2022-05-03", "Kadugli", 4), ("drone_strike", "2022-05-09", "El Obeid", 11)]),
        (LIST, [("armed_attack", "2022-05-03", "Kadugli", 4), ("abduction", "2022-05-05", "Dilling", 2)]),
        (NUMBERED, [("armed_attack", "2022-05-03", "Kadugli", 4), ("abduction", "2022-05-11", "Dilling", 2)]),
        (BULLETS, [("bombing", "2021-04-09", "Mueda", 2), ("force_against_protesters", "2021-04-12", "Nampula", 3), ("abduction", "2021-04-20", "Macomia", 5)]),
        (BYLINE, [("bombing", "2018-06-04", "QUETTA", 9)]),
        (FOOTNOTES, [("armed_attack", "2022-05-03", "Kadugli", 4)]),
        (BROKEN, [("armed_attack", "2022-05-03", "Kad-\nugli", 4), ("shelling", "2022-05-09", "El Obeid", 7)]),
        (QUOTES, [("shelling", "2022-05-03", "Dilling", 6)]),
        (ARABIC, [("ambush", "2022-05-03", "Kadugli", 4)]),
        (CYRILLIC, [("shelling", "2022-05-09", "Kramatorsk", 7)]),
        (ACCENTS, [("assassination", "2022-05-11", "Tumaco", 1)]),
    ],
    ids=["cable", "table", "tabs", "list", "numbered", "bullets", "byline", "footnotes", "broken", "quotes", "arabic", "cyrillic", "accents"],
)
def test_events_are_found_in_every_form(pipeline: Pipeline, text: str, events: list[tuple[str, str, str, int | None]]) -> None:
    document = read(text)
    coding = pipeline.code(document)
    assert [brief(e) for e in coding.events] == events
    assert misplaced(document, coding) == []


@pytest.mark.parametrize(
    ("text", "perpetrator"), [(CABLE, "United River Front"), (ARABIC, "Jabhat al-Nasr"), (ACCENTS, "Ejército Señal")], ids=["cable", "arabic", "accents"]
)
def test_names_are_whole_in_every_script(pipeline: Pipeline, text: str, perpetrator: str) -> None:
    assert [p.name for p in code(pipeline, text).events[0].perpetrators] == [perpetrator]


def test_a_denial_of_quoted_words_disputes_them(pipeline: Pipeline) -> None:
    (event,) = code(pipeline, QUOTES).events
    assert event.status == "disputed"


def test_a_later_toll_does_not_erase_an_earlier_one(pipeline: Pipeline) -> None:
    text = "A car bomb exploded outside a hotel in Baidoa on 3 May 2022, killing five people, police said.\n\nPolice later raised the toll to eleven.\n"
    (event,) = code(pipeline, text).events
    assert [c.low for c in event.casualties] == [5, 11]


def long_report(paragraphs: int) -> str:
    towns = ("Kadugli", "El Obeid", "Nyala", "Dilling", "Kassala")
    one = "On {day} {month} {year}, gunmen attacked a bus near {town}, killing {toll} passengers. The army said that the road had been closed for hours."
    months = ("March", "May", "July", "October")
    return "\n\n".join(
        one.format(day=1 + n % 28, month=months[n % 4], year=1990 + n // 112, town=towns[n % 5], toll=2 + n % 9) for n in range(paragraphs)
    )


def test_a_long_report_is_coded_to_its_end(pipeline: Pipeline) -> None:
    assert len(code(pipeline, long_report(300)).events) > 270
