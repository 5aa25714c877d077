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
