"""Who takes which position, by the words that say so."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from contested.model.mentions import AttributionMention

Reader = Callable[[str], tuple[AttributionMention, ...]]

POSITIONS = [
    ("The Interior Ministry said on Friday that four guards had died.", [("Interior Ministry", "reports", "killed")]),
    (
        "Police and witnesses said a bomb exploded in the market.",
        [("Police", "reports", "event"), ("witnesses", "reports", "event")],
    ),
    ("Two farmers were shot dead near the river, according to a nurse.", [("nurse", "reports", "")]),
    ("Gunmen burned the town hall, say residents.", [("residents", "reports", "event")]),
    ("The Red Dawn Front claimed responsibility for the bombing.", [("Red Dawn Front", "claims", "responsibility")]),
    ("The Red Dawn Front said it had carried out the raid.", [("Red Dawn Front", "claims", "event")]),
    ("The front said that it was behind the blast.", [("front", "claims", "responsibility")]),
    ("The army denied any involvement in the killings.", [("army", "denies", "responsibility")]),
    ("The army said it had nothing to do with the fire.", [("army", "denies", "responsibility")]),
    ("The ministry said nobody had died in the raid.", [("ministry", "denies", "killed")]),
    ("The government called the footage fabricated.", [("government", "denies", "")]),
    ("The governor blamed the rebels for the attack.", [("governor", "accuses", "responsibility")]),
    ("Residents hold the militia responsible.", [("Residents", "accuses", "responsibility")]),
    ("The militia acknowledged the attack.", [("militia", "acknowledges", "event")]),
    ("The Health Ministry put the dead at 31.", [("Health Ministry", "reports", "killed")]),
    ("The union disputes this figure.", [("union", "disputes", "event")]),
    ("The ministry withdrew the statement on Monday.", [("ministry", "retracts", "event")]),
    ("The clinic gave a figure of 12 dead.", [("clinic", "reports", "killed")]),
    ("The front said in a letter sent to reporters that it had shot two guards.", [("front", "claims", "event")]),
    (
        "The ministry said that it was checking the report.",
        [("ministry", "reports", "event"), ("it", "no_comment", "event")],
    ),
    ("The rebels' denial came a day later.", [("rebels", "denies", "responsibility")]),
    ("The mayor said that the dead were not fighters.", [("mayor", "disputes", "targets")]),
    ("The army said its men fired warning shots and that nobody was hurt.", [("army", "disputes", "event")]),
    ("The militia confirmed only that there was fighting.", [("militia", "disputes", "event")]),
    ("The army told reporters that only barracks had been hit.", [("army", "disputes", "targets")]),
    ("The guard spoke of a chance meeting and not of an ambush.", [("guard", "disputes", "event")]),
    ("The Red Dawn Front owned up to the attack.", [("Red Dawn Front", "claims", "responsibility")]),
    ("The guards confirmed that they had fired the rockets.", [("guards", "claims", "event")]),
    ("This is not true, the ministry said.", [("ministry", "denies", "event")]),
    ("The front said the report was fabricated.", [("front", "denies", "event")]),
    ('"No such raid took place," the governor said.', [("governor", "denies", "event")]),
    ("No one was hurt, police said.", [("police", "reports", "event")]),
]


@pytest.mark.parametrize(("text", "expected"), POSITIONS)
def test_position_is_read_from_its_words(read: Reader, text: str, expected: list[tuple[str, str, str]]) -> None:
    assert [(m.speaker, m.stance.value, m.about) for m in read(text)] == expected


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The army declined to comment.", "army"),
        ("The coalition has not commented on the strike.", "coalition"),
        ("The front has published no figures.", "front"),
        ("The ministry did not respond to questions.", "ministry"),
        ("The police could not confirm the report.", "police"),
        ("The army has yet to comment.", "army"),
        ("There was no word from the rebels.", "rebels"),
    ],
)
def test_silence_is_a_position(read: Reader, text: str, speaker: str) -> None:
    assert [(m.speaker, m.stance.value) for m in read(text)] == [(speaker, "no_comment")]


@pytest.mark.parametrize(
    "text",
    [
        "No one has claimed responsibility for the bombing.",
        "There was no claim of responsibility.",
        "We counted 14 dead in the hospital.",
        "The governor condemned the attack and called for calm.",
        "The rebels threatened to attack the port.",
        "The army told residents to leave the valley.",
        "If the ministry confirms the deaths, the toll will rise.",
        "The attack claimed 14 lives.",
        "The minister rejected the offer.",
    ],
)
def test_no_position_without_a_party_and_a_fact(read: Reader, text: str) -> None:
    assert read(text) == ()
