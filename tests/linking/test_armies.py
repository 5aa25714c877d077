"""Ministries of defence that fight."""

from __future__ import annotations

from contested.coding.drafts import Draft
from contested.linking.armies import as_armies
from contested.model.mentions import ActMention, ActorMention
from contested.model.vocabulary import ActorKind


def body(name: str, rule: str = "roles.csv:1") -> ActorMention:
    return ActorMention(0, 0, 4, name, 0, rule, name, ActorKind.GOVERNMENT, "syntax", "ML")


def force(iso: str, branch: str) -> ActorMention:
    return ActorMention(0, 0, 0, "", -1, "actors.csv:1", f"{iso} {branch}", ActorKind.FORCE, "table", iso)


def doers(action: str, agent: ActorMention) -> list[str]:
    act = ActMention(0, 50, 56, "attack", 1, "acts.csv:1", action, "noun", 0.9)
    return [a.name for a in as_armies(Draft((act,), action, (0,), agents=(agent,)), force).agents]


def test_the_armed_forces_stand_for_the_ministry_of_defence() -> None:
    assert doers("shelling", body("Malian defence ministry")) == ["ML military"]


def test_the_ministry_of_interior_stands_for_itself() -> None:
    assert doers("clash", body("Malian Ministry of the Interior")) == ["Malian Ministry of the Interior"]


def test_a_state_strikes_by_its_armed_forces_and_threatens_by_itself() -> None:
    state = body("Mali", "countries.csv:9")
    assert (doers("air_strike", state), doers("threat", state)) == (["ML military"], ["Mali"])
