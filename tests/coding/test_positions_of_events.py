"""Who takes which position on an event, read from whole texts."""

from __future__ import annotations

import pytest

from coded_sentences import code_text

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
    (BOMBED + "\n\nThe price of bread rose again.\n\nA spokesman for the Red Column claimed responsibility for the 2 April bombing.", [("Red Column", "claims")]),
]


@pytest.mark.parametrize(("text", "claims"), OF_THE_FIRST_EVENT)
def test_positions_on_an_event(text: str, claims: list[tuple[str, str]]) -> None:
    event = code_text(text).events[0]
    found = [(c.party.casefold(), str(c.stance)) for c in event.claims]
    assert len(found) == len(claims)
    assert all(party.casefold() in name and stance == said for (name, said), (party, stance) in zip(found, claims, strict=True))
