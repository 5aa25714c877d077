from collections.abc import Callable

from contested.model.mentions import PlaceMention
from contested.model.vocabulary import PlacePrecision

Finder = Callable[[str], tuple[PlaceMention, ...]]


def _named(mentions: tuple[PlaceMention, ...], text: str) -> PlaceMention:
    return next(m for m in mentions if m.text == text)


def test_the_country_of_the_text_beats_a_bigger_town_elsewhere(find: Finder) -> None:
    kani = _named(find("Myanmar's army returned on Monday. Three soldiers were killed in Kani and two in Monywa."), "Kani")
    assert (kani.country, kani.admin1, kani.kind, kani.cue) == ("MM", "Sagaing", "settlement", "in")


def test_another_spelling_finds_the_town(find: Finder) -> None:
    town = _named(find("A mine exploded near Al-Sheykh Maskin in southern Syria."), "Al-Sheykh Maskin")
    assert (town.name, town.latitude, town.precision) == ("Shaykh Miskīn", 32.8, PlacePrecision.TOWN)


def test_a_part_of_a_province_is_a_region_without_coordinates(find: Finder) -> None:
    homs = _named(find("Shells fell in western Homs, Syria, on Friday."), "western Homs")
    assert (homs.precision, homs.latitude) == (PlacePrecision.REGION, None)


def test_an_unlisted_village_keeps_the_division_that_the_text_gives(find: Finder) -> None:
    village = _named(find("Gunmen burned a barn in the village of Umm Hatar in the Talkalakh District of Homs Governorate, Syria."), "Umm Hatar")
    assert (village.kind, village.admin1, village.country, village.latitude) == ("unlisted", "Homs", "SY", None)


def test_a_facility_keeps_its_words_and_the_division_of_its_town(find: Finder) -> None:
    station = _named(find("Grenades were thrown at the Latakia police station in Syria."), "Latakia police station")
    assert (station.kind, station.precision, station.admin1, station.latitude) == ("facility", PlacePrecision.EXACT, "Latakia", None)


def test_demonyms_bodies_and_persons_are_no_places(find: Finder) -> None:
    found = find("Syrian officers of the Homs Brigade met General Idris Haddad. Israeli troops watched in May.")
    assert [m.text for m in found] == []


def test_offsets_are_those_of_the_document(find: Finder) -> None:
    text = "= Report =\n\nA bomb went off near Tartous, Syria."
    assert all(text[m.start : m.end] == m.text for m in find(text))
    assert _named(find(text), "Tartous").cue == "near"
