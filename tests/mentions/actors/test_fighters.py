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


def test_men_in_a_guise_are_nobody_known(read: Reader) -> None:
    text = "Men dressed as soldiers shot a farmer in Gao. Gunmen posing as policemen robbed a bank."
    assert [a.kind.value for a in read(text) if a.text in ("soldiers", "policemen")] == ["unknown", "unknown"]


def test_the_object_of_a_deed_is_who_was_told_of_before(read: Reader) -> None:
    text = "Salma Noor, a teacher, left the mosque. Masked men abducted her near the market."
    assert [a.name for a in read(text) if a.text == "her"] == ["Salma Noor"]


def test_officers_told_of_after_police_are_police(read: Reader) -> None:
    text = "A bomb hit a police truck in Gao, Mali. It killed five officers and an army officer."
    assert [a.name for a in read(text) if a.text == "five officers"] == ["Malian National Police"]


def test_a_group_is_named_by_the_words_before_its_noun(read: Reader) -> None:
    assert [a.name for a in read("Members of the Kan Daji vigilante group stormed the mill.") if a.text == "Members"] == ["Kan Daji"]


def test_troops_of_two_countries_are_two_forces(read: Reader) -> None:
    troops = next(a for a in read("Malian and French troops retook the town.") if a.text == "troops")
    assert troops.members == ("Malian Armed Forces", "French Armed Forces")


def test_a_quoted_ministry_is_the_groups_before_it(read: Reader) -> None:
    text = 'The Karo Front (KF) met. The KF "ministry of defence" denied it.'
    assert "Karo Front" in [a.name for a in read(text) if a.text.endswith("ministry")]


def test_a_version_of_a_party_tells_what_it_did(read: Reader) -> None:
    assert [a.name for a in read("Ghana was calm. Mali's version is that it struck a camp.") if a.text == "it"] == ["Mali"]


def test_men_of_a_gang_are_named_by_what_it_is_known_as(read: Reader) -> None:
    assert "Los Grises" in [a.name for a in read("Men of the gang known as Los Grises shot a farmer.") if a.text == "Men"]


def test_the_side_of_a_country_is_its_armed_forces(read: Reader) -> None:
    assert [a.name for a in read("Mali was calm. The ministry blames the Nigerien side.") if a.text == "the Nigerien side"] == ["Nigerien Armed Forces"]


def test_peacekeepers_stand_for_their_mission(read: Reader) -> None:
    text = "UNIFIL closed a road. Two Ghanaian peacekeepers were wounded."
    assert [a.name for a in read(text) if a.text == "Two Ghanaian peacekeepers"] == ["UNIFIL"]


def test_they_who_were_let_go_are_those_held(read: Reader) -> None:
    assert [a.name for a in read("Police hold four teachers. They were let go at dawn.") if a.text == "They"] == ["teachers"]


def test_kin_tell_what_was_done_to_their_own(read: Reader) -> None:
    text = "Salman Noor is missing. Noor's brother says that masked men took him from his house."
    assert [a.name for a in read(text) if a.text == "him"] == ["Salman Noor"]


def test_he_is_rather_a_person_named_than_one_described(read: Reader) -> None:
    text = "Imran Lone denied it, a lawyer said. He was arrested in May."
    assert [a.name for a in read(text) if a.text == "He"] == ["Imran Lone"]


def test_a_bare_number_counts_those_told_of_before_in_the_sentence(read: Reader) -> None:
    text = "Gunmen killed three teachers and abducted two others in Kidal."
    assert [a.name for a in read(text) if a.text == "others"] == ["teachers"]
