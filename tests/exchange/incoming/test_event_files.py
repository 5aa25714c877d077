"""ACLED and UCDP GED files that a user holds."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from contested.errors import InputError
from contested.exchange.acled import COLUMNS as ACLED
from contested.exchange.incoming.detect import read_import
from contested.exchange.incoming.record import Incoming, Remark
from contested.exchange.layouts import export
from contested.exchange.readings import Reading
from contested.exchange.release.releasing import PUBLIC
from contested.exchange.ucdp import COLUMNS as UCDP
from contested.model.events import Event
from contested.model.vocabulary import DatePrecision, PlacePrecision
from exchange_readings import INTERNAL

CLASH = {
    "event_id_cnty": "MLI900", "event_date": "2023-05-04", "time_precision": "1", "event_type": "Battles", "sub_event_type": "Armed clash",
    "actor1": "HF: Harrow Front", "inter1": "Rebel group", "actor2": "Military Forces of Mali (2021-)", "inter2": "State forces",
    "assoc_actor_2": "Dozo Militia; Village Guard", "iso": "466", "country": "Mali", "admin1": "Kayes", "location": "Kayes",
    "latitude": "14.45", "longitude": "-11.44", "geo_precision": "2", "source": "Vale Herald", "notes": "Harrow Front fought soldiers.",
    "fatalities": "7",
}  # fmt: skip
DEATHS = {
    "id": "5501", "type_of_violence": "3", "side_a": "Harrow Front", "side_b": "Civilians", "where_prec": "4", "where_coordinates": "Kayes",
    "adm_1": "Kayes region", "latitude": "14.45", "longitude": "-11.44", "country": "Mali", "date_prec": "4", "date_start": "2023-05-04",
    "date_end": "2023-05-04", "best": "5", "high": "9", "low": "3", "source_headline": "Villagers killed near Kayes", "event_clarity": "2",
}  # fmt: skip


def sheet(cells: dict[str, str], columns: tuple[str, ...], separator: str = ",") -> str:
    def quoted(cell: str) -> str:
        return f'"{cell}"' if separator in cell else cell

    return separator.join(columns) + "\n" + separator.join(quoted(cells.get(c, "")) for c in columns) + "\n"


@pytest.fixture
def read(tmp_path: Path) -> Callable[[str | bytes], Reading]:
    def reading(text: str | bytes) -> Reading:
        path = tmp_path / "held.csv"
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        found = [f for f in read_import(path) if not isinstance(f, Remark)]
        assert isinstance(found[0], Incoming), found[0]
        assert found[0].coding is not None
        return found[0].document, found[0].coding

    return reading


def one(reading: Reading) -> Event:
    return reading[1].events[0]


def test_a_row_is_a_coding_by_the_data_set(read: Callable[[str], Reading]) -> None:
    document, coding = read(sheet(CLASH, ACLED))
    event = one((document, coding))
    assert (coding.coder, document.id, document.publisher, document.licensed) == ("ACLED", "acled:MLI900", "Vale Herald", "acled")
    assert (event.action, event.casualties[0].low, event.evidence[0].text) == ("clash", 7, "Harrow Front fought soldiers.")
    assert [(t.name, t.kind) for t in event.targets] == [("Military Forces of Mali", "force"), ("Dozo Militia", ""), ("Village Guard", "")]
    assert (event.perpetrators[0].name, event.perpetrators[0].text) == ("Harrow Front", "HF: Harrow Front")
    assert event.place is not None
    assert (event.place.country, event.place.precision) == ("ML", PlacePrecision.DISTRICT)


def test_numbers_for_actors_mean_the_same_as_labels(read: Callable[[str], Reading]) -> None:
    assert read(sheet(CLASH | {"inter1": "2", "inter2": "1"}, ACLED))[1].events == read(sheet(CLASH, ACLED))[1].events


@pytest.mark.parametrize("day", ["2023-05-04", "04-05-2023", "4/5/2023", "04.05.2023", "4 May 2023", "2023-05-04T00:00:00Z"])
def test_days_in_any_form(day: str, read: Callable[[str], Reading]) -> None:
    assert one(read(sheet(CLASH | {"event_date": day}, ACLED))).date.start == date(2023, 5, 4)


def test_a_byte_order_mark_semicolons_and_decimal_commas(read: Callable[[str | bytes], Reading]) -> None:
    text = sheet(CLASH | {"latitude": "14,45", "longitude": "-11,44"}, ACLED, ";")
    place = one(read(b"\xef\xbb\xbf" + text.encode())).place
    assert place is not None
    assert (place.latitude, place.longitude) == (14.45, -11.44)


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (("fatalities", "fatality"), "the column 'fatalities' is missing. Is it 'fatality'?"),
        (("fatalities,", ""), "the column 'fatalities' is missing"),
        (("notes,", "actor1,"), "the column 'actor1' is there twice"),
    ],
)
def test_a_missing_or_renamed_column_is_named(change: tuple[str, str], told: str, tmp_path: Path) -> None:
    path = tmp_path / "held.csv"
    path.write_text(sheet(CLASH, ACLED).replace(*change, 1))
    with pytest.raises(InputError, match=told.replace("?", r"\?")):
        list(read_import(path))


def test_an_extra_column_is_told_and_costs_nothing(tmp_path: Path) -> None:
    path = tmp_path / "held.csv"
    path.write_text(sheet(CLASH | {"my notes": "x"}, (*ACLED, "my notes")))
    remark, row = read_import(path)
    assert remark == Remark(f"{path}:1", "the column 'my_notes' is not in this layout and was left away")
    assert isinstance(row, Incoming)


@pytest.mark.parametrize(
    ("cells", "told"),
    [
        ({"fatalities": "many"}, "the column 'fatalities' holds 'many', no number"),
        ({"event_date": "05/2023"}, "the column 'event_date' holds '05/2023', no day"),
        ({"latitude": "1445"}, "the column 'latitude' holds '1445', more than 90 degrees"),
        ({"sub_event_type": "Skirmish"}, "the column 'sub_event_type' holds 'Skirmish'"),
        ({"inter1": "9"}, "the column 'inter1' holds '9'"),
    ],
)
def test_a_bad_cell_costs_its_row_only(cells: dict[str, str], told: str, tmp_path: Path) -> None:
    path = tmp_path / "held.csv"
    path.write_text(sheet(CLASH | cells, ACLED) + sheet(CLASH | {"event_id_cnty": "MLI901"}, ACLED).split("\n", 1)[1])
    bad, good = read_import(path)
    assert isinstance(bad, InputError)
    assert str(bad).startswith(f"{path}:2: {told}")
    assert isinstance(good, Incoming)


def test_ucdp_rows_keep_best_beside_the_range(read: Callable[[str], Reading]) -> None:
    reading = read(sheet(DEATHS, UCDP))
    event = one(reading)
    assert reading[1].coder == "UCDP GED"
    assert [(c.low, c.high, c.asserted_by) for c in event.casualties] == [(5, 5, None), (3, 9, "range of reports")]
    assert (event.date.start, event.date.end, event.date.precision) == (date(2023, 5, 1), date(2023, 5, 31), DatePrecision.MONTH)
    assert (event.targets[0].kind, event.aggregate) == ("civilians", True)


def test_a_ucdp_file_without_a_header_is_known_by_its_width(read: Callable[[str], Reading]) -> None:
    assert one(read(sheet(DEATHS, UCDP).split("\n", 1)[1])).id == "5501"


def test_what_others_hold_is_never_passed_on(read: Callable[[str], Reading], tmp_path: Path) -> None:
    held = read(sheet(CLASH, ACLED))
    assert export([held], "acled", tmp_path / "public", PUBLIC).events == 0
    assert export([held], "acled", tmp_path / "internal", INTERNAL).events == 1


def test_the_columns_survive_a_round_trip(read: Callable[[str], Reading], tmp_path: Path) -> None:
    export([read(sheet(CLASH, ACLED))], "acled", tmp_path / "out", INTERNAL)
    again = one(read((tmp_path / "out" / "events.csv").read_text()))
    first = one(read(sheet(CLASH, ACLED)))
    assert (again.date, again.place, again.casualties, again.action) == (first.date, first.place, first.casualties, first.action)
    assert [p.name for p in again.targets] == [p.name for p in first.targets]
    export([read(sheet(DEATHS, UCDP))], "ucdp", tmp_path / "ged", INTERNAL)
    deaths = one(read((tmp_path / "ged" / "events.csv").read_text()))
    assert [(c.low, c.high) for c in deaths.casualties] == [(5, 5), (3, 9)]
