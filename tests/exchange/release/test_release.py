"""What each audience is given, in every layout, and the check of the written files."""

import sqlite3
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from contested.errors import InputError, UsageError, WithheldError
from contested.exchange.collection import Collection
from contested.exchange.folder import ExportFolder
from contested.exchange.layouts import LAYOUTS, Layout, export
from contested.exchange.readings import Reading
from contested.exchange.release.places import PlaceLevel
from contested.exchange.release.releasing import PUBLIC, Audience, Release, Terms
from contested.exchange.release.scan import file_texts
from contested.exchange.release.terms_in import read_terms
from contested.model.documents import Document, Sensitivity
from contested.model.events import Casualty, Claim, Coding, Event, EventDate, EventPlace, LeftOut, Party
from contested.model.spans import Evidence
from contested.model.vocabulary import Basis, CasualtyKind, DatePrecision, PlacePrecision, Stance

TOLD = "Governor Tarek Osmani said gunmen shot Yusuf al-Idrisi, 34, a baker, in Upper Vale. Idrisi's sister Mariam Idrisi called +49 151 2345678."


def span(text: str) -> Evidence:
    return Evidence(start=TOLD.index(text), end=TOLD.index(text) + len(text), text=text)


@pytest.fixture
def reading() -> Reading:
    event = Event(
        id="shooting-1", action="shooting",
        date=EventDate(start=None, end=None, precision=DatePrecision.UNKNOWN, basis=Basis.REPORT),
        place=EventPlace(
            text="Upper Vale", name="Upper Vale", admin1="Valeland", country="ML", latitude=14.4512, longitude=-11.4431,
            precision=PlacePrecision.TOWN, evidence=(span("Upper Vale"),),
        ),
        perpetrators=(Party(name="Harrow Front", text="gunmen", kind="group"),),
        targets=(Party(name="Yusuf al-Idrisi", text="Yusuf al-Idrisi", kind="person", evidence=(span("Yusuf al-Idrisi"),)),),
        casualties=(Casualty(kind=CasualtyKind.KILLED, low=1, high=1, of="Yusuf al-Idrisi", asserted_by="Tarek Osmani", evidence=(span("shot"),)),),
        claims=(
            Claim(party="Tarek Osmani", stance=Stance.REPORTS, about="event", evidence=(span("Governor Tarek Osmani said"),)),
            Claim(party="Mariam Idrisi", stance=Stance.ACCUSES, about="event", evidence=(span("Mariam Idrisi"),)),
        ),
        because=("Mariam Idrisi accuses Harrow Front",), evidence=(Evidence(start=0, end=len(TOLD), text=TOLD),),
    )  # fmt: skip
    name = "yusuf-al-idrisi-shot.txt"
    left = LeftOut(text="YUSUF AL-IDRISI\nwas buried", start=0, end=5, why="background")
    coding = Coding(document=name, sha256="1" * 64, coder="rules 1", events=(event,), left_out=(left,))
    document = Document(
        id=name, name=name, text=TOLD, sha256="1" * 64, title="Who killed Yusuf Al Idrisi?", publisher="Vale Herald",
        url="https://vale.example/yusuf-al-idrisi",
    )  # fmt: skip
    return document, coding


def written(folder: Path) -> str:
    files = [p for p in folder.rglob("*") if p.is_file()]
    return "\n".join([str(p.relative_to(folder)) for p in files] + [t for p in files for t in file_texts(p)])


@pytest.mark.parametrize("layout", sorted(LAYOUTS.keys() - {"ucdp"}))
def test_names_of_private_people_are_nowhere_in_a_public_export(layout: str, reading: Reading, tmp_path: Path) -> None:
    manifest = export([reading], layout, tmp_path / "out")
    text = written(tmp_path / "out").casefold()
    assert [w for w in ("yusuf", "idrisi", "mariam", "151 2345678") if w in text] == []
    assert "harrow front" in text
    assert manifest.release is not None
    assert (manifest.release.audience, manifest.release.names_withheld) == ("public", 2)


def test_nothing_is_left_in_the_bytes_of_a_database(reading: Reading, tmp_path: Path) -> None:
    export([reading], "sqlite", tmp_path / "out")
    assert b"idrisi" not in (tmp_path / "out" / "contested.db").read_bytes().lower()
    connection = sqlite3.connect(tmp_path / "out" / "contested.db")
    assert connection.execute("SELECT count(*) FROM events_fts WHERE events_fts MATCH 'yusuf'").fetchone() == (0,)
    connection.close()


def test_people_in_office_keep_their_names(reading: Reading, tmp_path: Path) -> None:
    export([reading], "json", tmp_path / "out")
    assert "Governor Tarek Osmani said gunmen shot [name withheld], 34" in written(tmp_path / "out")


@pytest.mark.parametrize(
    ("audience", "names", "contacts", "words"), [("public", False, False, False), ("partner", True, False, False), ("internal", True, True, True)]
)
def test_each_audience_is_given_more(audience: str, names: bool, contacts: bool, words: bool, reading: Reading, tmp_path: Path) -> None:
    export([reading], "jsonl", tmp_path / "out", read_terms(audience))
    text, documents = written(tmp_path / "out"), (tmp_path / "out" / "documents.jsonl").read_text()
    assert ("Yusuf al-Idrisi" in text, "2345678" in text, "Governor" in documents) == (names, contacts, words)


def test_a_coarsened_place_takes_the_other_places_of_its_sentences_along(reading: Reading, tmp_path: Path) -> None:
    document, coding = reading
    said = "Elmham: On Monday the Harrow Front drove to Little Oakford in Valeland and shot at the Harrow Front."
    event = coding.events[0].model_copy(update={"evidence": (Evidence(start=0, end=len(said), text=said),)})
    export([(document, coding.model_copy(update={"events": (event,)}))], "json", tmp_path / "out", Terms(places=PlaceLevel.REGION))
    told = "[place withheld]: On Monday the Harrow Front drove to [place withheld] in Valeland and shot at the Harrow Front."
    assert told in written(tmp_path / "out")


def test_newspapers_and_publishers_are_no_private_people(reading: Reading, tmp_path: Path) -> None:
    document, coding = reading
    names = ("Vale Courier", "Amber Lane", "Marsh Road")
    claims = tuple(Claim(party=n, stance=Stance.REPORTS, about="event") for n in names[:2])
    event = coding.events[0].model_copy(update={"claims": claims, "because": ()})
    export([(replace(document, publisher="Amber Lane", title="Marsh Road, 3 May"), coding.model_copy(update={"events": (event,)}))], "jsonl", tmp_path / "out")
    assert [n for n in names if n not in written(tmp_path / "out")] == []


def test_public_figures_are_told_and_further_names_withheld(reading: Reading, tmp_path: Path) -> None:
    terms = replace(PUBLIC, public_figures=("Yusuf al-Idrisi",), withhold=("Tarek Osmani",))
    export([reading], "json", tmp_path / "out", terms)
    text = written(tmp_path / "out")
    assert ("Yusuf al-Idrisi" in text, "Osmani" in text, "Mariam" in text) == (True, False, False)


def test_sensitive_and_dropped_documents_are_left_away(reading: Reading, tmp_path: Path) -> None:
    secret = (replace(reading[0], sensitivity=Sensitivity.PARTNER), reading[1])
    assert [export([secret], "csv", tmp_path / a, read_terms(a)).documents for a in Audience] == [0, 1, 1]
    assert export([reading], "csv", tmp_path / "dropped", Terms(drop_sources=("Vale Herald",))).documents == 0


@pytest.mark.parametrize(
    ("level", "precision", "name", "latitude", "acled"),
    [("town", "town", "Upper Vale", 14.4512, 1), ("district", "district", "Valeland", 14.375, 2), ("region", "region", "Valeland", 14.5, 3), ("country", "country", "ML", None, 3)],
)
def test_places_are_coarsened_with_their_precision(
    level: str, precision: str, name: str, latitude: float | None, acled: int, reading: Reading, tmp_path: Path
) -> None:
    ((_, coding),) = Release([reading], Terms(places=PlaceLevel(level)))
    place = coding.events[0].place
    assert place is not None
    assert (place.precision, place.name, place.latitude) == (precision, name, latitude)
    export([reading], "acled", tmp_path / "out", Terms(places=PlaceLevel(level)))
    text = written(tmp_path / "out")
    assert ("Upper Vale" in text) == (level == "town")
    assert f",{acled},Vale Herald," in text


def test_documents_named_after_people_keep_ids_of_their_own(reading: Reading, tmp_path: Path) -> None:
    document, coding = reading
    other = replace(document, id="mariam-idrisi.txt", name="mariam-idrisi.txt", sha256="2" * 64)
    export([reading, (other, coding.model_copy(update={"sha256": "2" * 64}))], "sqlite", tmp_path / "out")
    connection = sqlite3.connect(tmp_path / "out" / "contested.db")
    assert connection.execute("SELECT id FROM documents ORDER BY id").fetchall() == [("document-111111111111",), ("document-222222222222",)]
    connection.close()


def leaking(write: Callable[[Collection, ExportFolder], None]) -> Layout:
    return Layout("json", "a layout that leaks", write)


def test_a_name_in_a_written_file_fails_the_export(reading: Reading, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def write(readings: Collection, out: ExportFolder) -> None:
        list(readings)
        out.open("extra.txt").write("For YUSUF  al Idrisi")

    monkeypatch.setattr("contested.exchange.layouts.LAYOUTS", {"json": leaking(write)})
    with pytest.raises(WithheldError, match=r"withheld names stand in the written files \(extra\.txt\), so nothing was exported"):
        export([reading], "json", tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_a_name_in_a_file_name_fails_the_export(reading: Reading, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def write(readings: Collection, out: ExportFolder) -> None:
        list(readings)
        out.open("yusuf_al_idrisi.txt")

    monkeypatch.setattr("contested.exchange.layouts.LAYOUTS", {"json": leaking(write)})
    with pytest.raises(WithheldError):
        export([reading], "json", tmp_path / "out")


def test_terms_are_checked(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"no audience 'press'\. Choose one of public, partner, internal"):
        read_terms("press")
    with pytest.raises(UsageError, match="no level of place 'street'"):
        read_terms("public", "street")
    with pytest.raises(InputError, match="file of names cannot be read"):
        read_terms("public", public_figures=tmp_path / "none.txt")
