"""What a party's own words assert."""

from __future__ import annotations

from contested.coding.drafts import Draft, Toll, Voice
from contested.coding.own_words import OWN_WORDS, issued
from contested.model.mentions import ActMention, ActorMention, CountMention
from contested.model.vocabulary import ActorKind, CasualtyKind, Stance

ARMY = ActorMention(0, 0, 4, "army", 0, "name", "Malian Armed Forces", ActorKind.FORCE, "table")
ACT = ActMention(0, 50, 56, "attack", 1, "acts.csv:1", "ambush", "noun", 0.9)
DEAD = Toll(CountMention(0, 60, 70, "four dead", 3, "counts", CasualtyKind.KILLED, 4, 4, None), None, None)


def test_the_issuer_asserts_the_event_and_its_toll() -> None:
    event = issued(Draft((ACT,), "ambush", (0,), tolls=(DEAD,)), ARMY)
    assert [(v.party, v.stance, v.whole, v.rule) for v in event.voices] == [("Malian Armed Forces", Stance.REPORTS, True, OWN_WORDS)]
    assert [t.asserted_by for t in event.tolls] == ["Malian Armed Forces"]


def test_what_the_issuer_quotes_from_another_is_not_its_own() -> None:
    quoted = Voice("Karo Front", Stance.CLAIMS, "event", 0, 1, None, whole=True)
    assert issued(Draft((ACT,), "ambush", (0,), voices=(quoted,)), ARMY).voices == (quoted,)
