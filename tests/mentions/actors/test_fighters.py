"""Nameless fighters, and names that are places."""

from __future__ import annotations

from collections.abc import Callable

from contested.model.mentions import ActorMention

Reader = Callable[..., tuple[ActorMention, ...]]


def test_nameless_fighters_are_those_of_the_group_that_the_title_names(read: Reader) -> None:
    text = "Boko Haram: a timeline\n\n3 May: Insurgents stormed the mill.\n\n4 May: Unknown militants burnt it.\n"
    assert [a.name for a in read(text) if a.text in ("Insurgents", "Unknown militants")] == ["Boko Haram", "Unknown militants"]


def test_a_name_beside_a_place_is_no_person(read: Reader) -> None:
    assert [a.name for a in read("They sent missiles against Mosul, Zirgan and Pirdo.") if a.kind.value == "person"] == []


def test_they_who_were_abducted_are_the_people_and_not_their_captors(read: Reader) -> None:
    text = "The Karo Front is holding four teachers. They had been abducted from a school."
    assert [a.name for a in read(text) if a.text == "They"] == ["teachers"]
