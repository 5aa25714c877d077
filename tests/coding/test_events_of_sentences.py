"""Sentences to events: act by weapon and victim, own date and place, what is one event and what is two."""

from __future__ import annotations

import pytest

from coded_sentences import code_text, coded_rows, document_of, the_pipeline

ACTIONS = [
    ("Gunmen attacked a bar in Goma with grenades on 3 May.", "grenade_attack"),
    ("Gunmen shot dead the mayor of Goma on 3 May.", "assassination"),
    ("Soldiers opened fire on protesters in Goma on 3 May.", "force_against_protesters"),
    ("Two bound men were shot by rebels in Goma on 3 May.", "execution"),
    ("Government jets bombed the market of Goma on 3 May.", "air_strike"),
    ("On 3 May the Karo Front announced there would be more attacks on the army.", "threat"),
    ("A drone fired on a lorry near Goma on 3 May.", "drone_strike"),
    ("The Karo Front seized a ferry off Goma on 3 May.", "hijacking"),
    ("Soldiers shot four surrendering rebels in Goma on 3 May.", "execution"),
    ("Soldiers freed two hostages in Goma on 3 May.", "rescue"),
    ("On 3 May police forced their way into a union hall in Goma and detained nine people.", "arrest"),
    ("Rockets fired from the hills hit a mill in Goma on 3 May.", "shelling"),
    ("On 3 May the Karo Front announced that its attacks would be suspended.", "ceasefire"),
    ("Rebels entered Goma on 3 May, killing nine people with machetes.", "stabbing"),
    ("The Karo Front entered Goma on 3 May.", "territory_seized"),
]


@pytest.mark.parametrize(("text", "action"), ACTIONS)
def test_action_of_the_event(text: str, action: str) -> None:
    assert [e.action for e in code_text(text).events] == [action]


PLACED = [
    ("Rebels ambushed a patrol near Bunia, in the hills north of Goma, on 3 May.", [("ambush", "2024-05-03", "Bunia")]),
    ("Two students from Goma were kidnapped in Bunia on 3 May.", [("abduction", "2024-05-03", "Bunia")]),
    ("A spokesman in Kinshasa said that rebels ambushed a patrol in Bunia on 3 May.", [("ambush", "2024-05-03", "Bunia")]),
    (
        "Rebels ambushed a patrol in Bunia on 2 May and shelled a camp in Goma on 3 May.",
        [("ambush", "2024-05-02", "Bunia"), ("shelling", "2024-05-03", "Goma")],
    ),
    ("An accord between the Karo Front and the army, published today, was signed in Bunia on 30 April.", [("agreement", "2024-04-30", "Bunia")]),
    ("Rebels burned Kelda, a small village near Bunia, on 3 May.", [("arson", "2024-05-03", "Kelda")]),
    ("Some 140 families left the camp in Bunia on 3 May.", [("displacement", "2024-05-03", "Bunia")]),
    ("Two battalions left Bunia for Goma on 3 May.", [("withdrawal", "2024-05-03", "Bunia")]),
    ("The Karo Front declared a truce of ten days from 9 May.", [("ceasefire", "2024-05-05", None)]),
    ("Rebels abducted six nurses in Bunia on 2 May. As at yesterday nobody had claimed it. The following day they burned a mill in Goma.", [
        ("abduction", "2024-05-02", "Bunia"), ("arson", "2024-05-03", "Goma")]),
]


@pytest.mark.parametrize(("text", "rows"), PLACED)
def test_date_and_place_of_the_event(text: str, rows: list[tuple[str, str, str]]) -> None:
    assert coded_rows(text) == rows


ONE_EVENT = [
    "A car bomb exploded in Bunia on 3 May, killing four people. The blast wounded nine others.",
    "Rebels ambushed a patrol in Bunia on 3 May. Two soldiers were killed. The army denied any loss.",
    "Rebels attacked a camp in Bunia on 3 May. They killed six soldiers and took three prisoner.",
    "Gunmen shot a judge in Bunia on 3 May. The Karo Front claimed the attack on 4 May.",
    "[Radio Kelda, Friday 3] Bus attacked in Bunia. Gunmen fired on a bus in Bunia on Thursday evening.",
]


@pytest.mark.parametrize("text", ONE_EVENT)
def test_passages_that_tell_one_event(text: str) -> None:
    assert len(code_text(text).events) == 1


def test_sequel_is_another_event() -> None:
    text = "Rebels attacked a camp in Bunia on 3 May. Helicopters then struck the village of Komanda."
    assert [e.action for e in code_text(text).events] == ["armed_attack", "air_strike"]


def test_later_death_of_a_victim_keeps_date_and_place() -> None:
    rows = coded_rows("A mine exploded under a lorry in Bunia on 1 May. Two drivers were injured, one of whom died in hospital in Goma on 3 May.")
    assert rows == [("mine_explosion", "2024-05-01", "Bunia")]


LOG = """BORDER LOG, DEMOCRATIC REPUBLIC OF THE CONGO
Week 18, Monday 29 April to Sunday 5 May 2024

29/04 06:40 BUNIA. Gunmen burned a mill.

01/05 22:15 to 23:00 GOMA. A guard was shot dead.

03/05 09:20 BUKAVU. Rebels abducted a nurse.
"""


def test_entries_of_a_log_open_with_day_and_place() -> None:
    assert coded_rows(LOG) == [("arson", "2024-04-29", "BUNIA"), ("shooting", "2024-05-01", "GOMA"), ("abduction", "2024-05-03", "BUKAVU")]


def test_what_somebody_was_convicted_of_is_no_event_without_a_date() -> None:
    text = "A court in Goma convicted a trader of the murders at the mill on 3 May."
    assert [e.action for e in code_text(text).events] == ["conviction"]


ASIDES = [
    "Gunmen shelled Goma on 3 May. Another wave could follow, and experts warned that the town might fall.",
    "Gunmen shelled Goma on 3 May. Shots were heard before the raiders left.",
    "Gunmen shelled Goma on 3 May. One who saw it spoke of the rebels.",
]


@pytest.mark.parametrize("text", ASIDES)
def test_warnings_of_what_could_come_and_moments_are_no_events(text: str) -> None:
    assert {e.action for e in code_text(text).events} <= {"shelling", "shooting"}


def test_place_with_its_toll_takes_the_act_told_before() -> None:
    rows = coded_rows("Missiles hit four towns of Ukraine on 3 May.\n\nKharkiv: three dead, 13 injured.\n\nOdesa: one dead, six injured.")
    assert [(a, p) for a, _, p in rows][1:] == [("shelling", "Kharkiv"), ("shelling", "Odesa")]


def test_outlook_tells_no_events() -> None:
    coding = code_text("Report\n\nOUTLOOK\n\nRebels attacked Bunia on 3 May and more raids are likely.\n")
    assert coding.events == ()
    assert "predicted" in {x.why for x in coding.left_out}


def test_nothing_without_a_date() -> None:
    document = document_of("The front advocates violence and the rebels attacked the army.", published=None)
    assert the_pipeline().code(document).events == ()


def test_every_value_opens_its_words() -> None:
    text = "Rebels ambushed a patrol in Bunia on 3 May, killing two soldiers, the army said."
    event = code_text(text).events[0]
    for evidence in (*event.evidence, *event.date.evidence, *event.action_evidence, *event.casualties[0].evidence):
        assert text[evidence.start : evidence.end] == evidence.text
