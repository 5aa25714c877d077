"""Facts by speakers."""

from __future__ import annotations

from datetime import date

from contested.assessing.ledger import Position, Publication, build_ledger
from contested.model.vocabulary import Stance
from tellings import telling


def test_a_ledger_keeps_speaker_publisher_and_interest_apart_and_derives_only_what_is_missing() -> None:
    wire = telling("wire", claims=(("Reed Company", Stance.DENIES, "responsibility"), ("police", Stance.NO_COMMENT, "event")))
    army = telling("radio", killed=3, speaker="Vale Army")
    published = {"wire": Publication("wire.txt", "Harbour Wire", date(2021, 5, 4)), "radio": Publication("radio.txt", None, date(2021, 5, 6))}
    ledger = build_ledger((wire, army), published)
    assert ledger.facts == ("event", "responsibility", "killed")
    assert ledger.cells["responsibility", "Reed Company"].position is Position.DENIES
    assert ledger.cells["event", "police"].position is Position.SILENT
    assert ledger.cells["event", "Vale Army"].position is Position.NOT_FOUND
    (toll,) = ledger.cells["killed", "Vale Army"].entries
    assert (toll.value, toll.chain, toll.interest) == ("3", ("radio.txt", "Vale Army"), "victim's side")
    assert ledger.cells["event", "Harbour Wire"].first_seen == date(2021, 5, 4)


def test_a_party_to_the_act_that_nobody_heard_has_a_column_of_its_own() -> None:
    ledger = build_ledger((telling("wire", authors=("Reed Company", "gunmen"), targets=("Vale Army", "farmers")),), {"wire": Publication("wire.txt")})
    assert ledger.speakers == ("wire.txt", "Reed Company", "Vale Army")
    assert {ledger.cells[f, "Vale Army"].position for f in ledger.facts} == {Position.NOT_FOUND}


def test_a_copied_text_names_the_one_it_repeats() -> None:
    published = {"wire": Publication("wire.txt", "Harbour Wire"), "paper": Publication("paper.txt", "Vale Post")}
    ledger = build_ledger((telling("wire"), telling("paper", copy_of="wire")), published)
    assert {e.chain for e in ledger.cells["event", "Vale Post"].entries} == {("Vale Post", "Harbour Wire")}
