"""Which stance follows from whose side a party is on."""

from __future__ import annotations

from dataclasses import replace

from contested.coding.drafts import Draft, Voice
from contested.coding.own_words import OWN_WORDS
from contested.linking.sides import settle_voices, speaks_for
from contested.model.mentions import ActMention, ActorMention
from contested.model.vocabulary import ActorKind, Stance


def actor(name: str, kind: ActorKind = ActorKind.GROUP) -> ActorMention:
    return ActorMention(0, 0, 4, name, 0, "name", name, kind, "table")


def voice(party: ActorMention, stance: Stance, about: str = "event", rule: str = "") -> Voice:
    return Voice(party.name, stance, about, 0, 1, party, rule=rule)


def told(action: str, *voices: Voice, agents: tuple[ActorMention, ...] = ()) -> Draft:
    act = ActMention(0, 50, 56, "attack", 1, "acts.csv:1", action, "noun", 0.9)
    return Draft((act,), action, (0,), agents=agents, voices=voices)


def settled(event: Draft, *perpetrators: ActorMention) -> list[tuple[str, str]]:
    return [(v.party, str(v.stance)) for v in settle_voices(event, perpetrators)]


FRONT, ARMY, NURSE = actor("Karo Front"), actor("Malian Armed Forces", ActorKind.FORCE), actor("nurse", ActorKind.CIVILIANS)


def test_the_side_that_did_it_claims_and_others_report() -> None:
    event = told("ambush", voice(FRONT, Stance.REPORTS), voice(NURSE, Stance.REPORTS), agents=(FRONT,))
    assert settled(event) == [("Karo Front", "claims"), ("nurse", "reports")]


def test_a_settled_author_claims_what_it_tells() -> None:
    assert settled(told("arrest", voice(ARMY, Stance.REPORTS)), ARMY) == [("Malian Armed Forces", "claims")]


def test_nobody_claims_its_own_threat() -> None:
    assert settled(told("threat", voice(FRONT, Stance.REPORTS), agents=(FRONT,))) == []


def test_a_fuller_position_stands_for_the_report_of_the_same_party() -> None:
    event = told("bombing", voice(ARMY, Stance.REPORTS), voice(ARMY, Stance.CONFIRMS), voice(ARMY, Stance.REPORTS, "killed"))
    assert settled(event) == [("Malian Armed Forces", "confirms"), ("Malian Armed Forces", "reports")]


def test_an_issuer_that_denies_does_not_also_report_in_its_own_words() -> None:
    event = told("bombing", voice(ARMY, Stance.REPORTS, rule=OWN_WORDS), voice(ARMY, Stance.DENIES))
    assert settled(event) == [("Malian Armed Forces", "denies")]


def test_officials_of_one_state_are_one_side_but_its_hospitals_are_not() -> None:
    ministry = actor("Malian Ministry of Defence", ActorKind.GOVERNMENT)
    health = actor("Malian Health Ministry", ActorKind.GOVERNMENT)
    event = told("air_strike", voice(ministry, Stance.REPORTS), voice(health, Stance.REPORTS), agents=(ARMY,))
    assert settled(event) == [("Malian Ministry of Defence", "claims"), ("Malian Health Ministry", "reports")]


def test_a_group_that_gives_the_losses_of_an_army_claims_them() -> None:
    event = replace(told("ambush", voice(FRONT, Stance.REPORTS, "killed")), patients=(ARMY,))
    assert settled(event) == [("Karo Front", "claims")]


def test_an_office_that_makes_a_truce_known_takes_no_position() -> None:
    envoy = replace(voice(actor("peace commissioner", ActorKind.OFFICE), Stance.REPORTS), whole=True)
    assert settled(told("ceasefire", envoy)) == []


def test_who_disputes_does_not_also_acknowledge() -> None:
    event = told("shooting", voice(FRONT, Stance.ACKNOWLEDGES), voice(FRONT, Stance.DISPUTES))
    assert settled(event) == [("Karo Front", "disputes")]


def test_a_part_speaks_for_the_body_it_is_named_after() -> None:
    assert speaks_for("the Karo Front", "Karo Front")
    assert not speaks_for("Karo Front", "Karo Council")
