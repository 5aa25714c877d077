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


def test_the_city_of_a_name_is_not_its_province(find: Finder) -> None:
    found = find("A patrol was shot at in the Homs Governorate of Syria. Mortars hit the city of Homs, and two died west of the city of Homs.")
    assert [(m.kind, m.cue) for m in found if m.text == "Homs"] == [("settlement", "in"), ("settlement", "west of")]


def test_a_list_of_towns_is_no_containment(find: Finder) -> None:
    found = find("Clashes were reported in Homs, Latakia and Tartous, Syria.")
    assert [m.admin1 for m in found if m.kind == "settlement"] == ["Homs", "Latakia", "Tartus"]


def test_an_opening_name_with_its_division_is_a_place(find: Finder) -> None:
    place = _named(find("NIGERIA\n\nDuwari, Borno. Raiders burned forty houses at dawn."), "Duwari")
    assert (place.kind, place.admin1, place.country) == ("unlisted", "Borno", "NG")


def test_an_opening_preposition_is_no_part_of_the_name(find: Finder) -> None:
    place = _named(find("Near Tartous, two strikes destroyed a depot in Syria."), "Tartous")
    assert place.cue == "near"


def test_capitals_do_not_matter(find: Finder) -> None:
    place = _named(find("SYRIA\n\nTHREE SHELLS FELL NEAR TARTOUS ON TUESDAY NIGHT."), "TARTOUS")
    assert (place.name, place.country) == ("Ţarţūs", "SY")


def test_the_same_text_gives_the_same_places(find: Finder) -> None:
    text = "Gunmen entered Kani, in Myanmar's Sagaing Region, and left for Monywa."
    assert find(text) == find(text)
