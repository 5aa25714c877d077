"""Who takes which position on an event, read from whole texts."""

from __future__ import annotations

from dataclasses import replace

import pytest

from coded_sentences import code_text, document_of, the_pipeline

SHELLED = "On 2 April a shell hit a school in Dori and killed four children. "
BOMBED = "On 2 April a bomb killed four soldiers near Kirkuk. "

OF_THE_FIRST_EVENT = [
    (SHELLED + "An army spokesman, Colonel Jan Roe, said that his men had not fired. Roe blamed the Karo Front.", [("Army", "denies"), ("Army", "accuses")]),
    (SHELLED + "The police command's public relations officer, Superintendent Jan Roe, confirmed the attack.", [("Police", "confirms")]),
    (SHELLED + 'The Defence Ministry denied the attack. "We do not fire on schools," spokesman Jan Roe said.', [("Defence Ministry", "denies")]),
    (SHELLED + "The Karo Front said the shell had come from an army post.", [("Karo Front", "accuses")]),
    (SHELLED + "The army said that nobody was hurt.", [("Army", "denies")]),
    (SHELLED + "The army said it had no details.", [("Army", "no_comment")]),
    (BOMBED + "The Red Column claimed the attack in a message to reporters in Basra.", [("Red Column", "claims")]),
    (BOMBED + "A video posted by accounts linked with the Red Column claimed responsibility.", [("Red Column", "claims")]),
    (SHELLED + "The army's version is that it hit a depot.", [("Army", "claims")]),
    ("Soldiers of the Malian army shot at a crowd in Dori on 2 April. The army said the shots were fired by smugglers.", [("Army", "disputes")]),
    (BOMBED + "A caller to a Basra newspaper claimed the bombing for the Red Column.", [("Red Column", "claims")]),
    (BOMBED + "The Karo Front has neither confirmed nor denied the bombing.", [("Karo Front", "no_comment")]),
    ("Soldiers of the Malian army shot four men near Dori on 2 April. Their families said they were shepherds.", [("families", "disputes")]),
    ("Soldiers of the Malian army shot four men near Dori on 2 April. The army said the dead were bandits.", [("Army", "disputes")]),
    ("Soldiers of the Malian army shot four men near Dori on 2 April. Medics: 2 killed.", [("Medics", "reports")]),
    ("On 2 April a helicopter was shot down near Dori, the Karo Front said. It fell because of a fault, according to the army.", [("Karo Front", "claims"), ("Army", "disputes")]),
    (SHELLED + "The army said it had opened an inquiry.", []),
    (SHELLED + "Residents feared, they said, that more would come.", []),
    (SHELLED + "Karo Front: no reply so far.", [("Karo Front", "no_comment")]),
    (BOMBED + "\n\nThe price of bread rose again.\n\nA spokesman for the Red Column claimed responsibility for the 2 April bombing.", [("Red Column", "claims")]),
]


@pytest.mark.parametrize(("text", "claims"), OF_THE_FIRST_EVENT)
def test_positions_on_an_event(text: str, claims: list[tuple[str, str]]) -> None:
    event = code_text(text).events[0]
    found = [(c.party.casefold(), str(c.stance)) for c in event.claims]
    assert len(found) == len(claims)
    assert all(party.casefold() in name and stance == said for (name, said), (party, stance) in zip(found, claims, strict=True))


def test_whoever_wrote_the_document_takes_no_position() -> None:
    text = "Notes from the Observer Team, 5 May 2024\n\nA shell hit a school in Dori on 2 May. The observer team counted two dead, the mayor three."
    assert [c.party for c in code_text(text).events[0].claims] == []


def test_where_the_fire_came_from_is_not_the_place() -> None:
    event = code_text(SHELLED + "Rockets also came from the north, in the area of Djibo, the mayor said.").events[0]
    assert event.place is not None
    assert event.place.text == "Dori"


ISSUED = "Communique of the Karo Front.\n\n"


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("On 2 April our fighters struck an army post near Dori and killed three soldiers.", "claims"),
        ("We did not lay the mine that killed a boy on 2 April near Dori.", "denies"),
    ],
)
def test_what_we_did_or_did_not_is_the_issuers_own(text: str, stance: str) -> None:
    document = replace(document_of(ISSUED + text), issuer="Karo Front")
    event = the_pipeline().code(document).events[0]
    assert [(c.party, str(c.stance)) for c in event.claims] == [("Karo Front", stance)]
