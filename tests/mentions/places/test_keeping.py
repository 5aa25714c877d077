import io
import threading
import zipfile
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest

from contested.errors import InputError, TableError
from contested.mentions.places import keeping
from contested.mentions.places.building import Progress, write_index
from contested.mentions.places.entries import NamedEntry

_ROW = "9001\tTell Example\tTell Example\tTall Ithbat\t35.1\t36.4\tP\tPPL\tSY\t\t11\t\t\t\t120\t\t\tAsia/Damascus\t2020-01-01\n"


@pytest.fixture(autouse=True)
def _small_base(monkeypatch: pytest.MonkeyPatch) -> None:
    def build(path: Path, progress: Progress | None = None) -> None:
        entries: list[NamedEntry] = []
        write_index(path, entries, divisions={"SY.11": "Homs"})

    monkeypatch.setattr(keeping, "build_base", build)


def test_a_country_file_adds_its_places(tmp_path: Path) -> None:
    archive = tmp_path / "SY.zip"
    with zipfile.ZipFile(archive, "w") as z:
        z.writestr("readme.txt", "columns")
        z.writestr("SY.txt", _ROW)
    assert keeping.add_country(str(archive), tmp_path / "g") == 1
    entry = keeping.open_gazetteer(tmp_path / "g").find("Tell Ithbat")[0].entry
    assert (entry.name, entry.admin1, entry.latitude) == ("Tell Example", "Homs", 35.1)


def test_a_bad_row_names_file_and_line_and_changes_nothing(tmp_path: Path) -> None:
    file = tmp_path / "SY.txt"
    file.write_text(_ROW + "one\ttwo\n", encoding="utf-8")
    with pytest.raises(TableError, match=r"SY\.txt:2"):
        keeping.add_country(str(file), tmp_path / "g")
    assert keeping.open_gazetteer(tmp_path / "g").find("Tell Example") == ()


def test_a_users_list_comes_before_the_rest(tmp_path: Path) -> None:
    rows = tmp_path / "mine.csv"
    rows.write_text("name,alternate names,latitude,longitude,admin1,country\nTalfit,Talfeet|Talfite,33.5,36.5,Rif Dimashq,SY\n", encoding="utf-8")
    assert keeping.add_list(rows, tmp_path / "g") == 1
    entry = keeping.open_gazetteer(tmp_path / "g").find("Talfeet")[0].entry
    assert (entry.name, entry.admin1, entry.source) == ("Talfit", "Rif Dimashq", "mine.csv")


@pytest.mark.parametrize(
    ("row", "message"),
    [("X,,95,10,,SY", "95"), ("X,,1,,,SY", "only one of"), ("X,,1,1,,Syria", "alpha-2"), ("X,1,1", "3 values")],
)
def test_a_bad_list_names_file_and_line(tmp_path: Path, row: str, message: str) -> None:
    rows = tmp_path / "mine.csv"
    rows.write_text(f"name,alternate names,latitude,longitude,admin1,country\n{row}\n", encoding="utf-8")
    with pytest.raises(TableError, match=rf"mine\.csv:2.*{message}"):
        keeping.add_list(rows, tmp_path / "g")


def test_a_missing_file_and_a_damaged_archive_are_refused(tmp_path: Path) -> None:
    (tmp_path / "SY.zip").write_bytes(b"PK\x03\x04 not an archive")
    with pytest.raises(InputError, match="cannot be read"):
        keeping.add_country(str(tmp_path / "LB.txt"), tmp_path / "g")
    with pytest.raises(InputError, match="damaged"):
        keeping.add_country(str(tmp_path / "SY.zip"), tmp_path / "g")


@pytest.fixture
def server() -> Iterator[str]:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as z:
        z.writestr("SY.txt", _ROW)

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            found = self.path == "/SY.zip"
            self.send_response(200 if found else 404)
            self.end_headers()
            self.wfile.write(packed.getvalue() if found else b"")

        def log_message(self, *_: object) -> None:
            return

    http = HTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=http.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{http.server_port}"
    http.shutdown()


def test_a_country_file_is_fetched_from_an_address(tmp_path: Path, server: str) -> None:
    assert keeping.add_places(f"{server}/SY.zip", tmp_path) == 1
    assert keeping.open_gazetteer(tmp_path).find("Tell Example")[0].entry.source == "GeoNames"


def test_a_code_stands_for_the_public_address(tmp_path: Path, server: str, monkeypatch: pytest.MonkeyPatch) -> None:
    assert keeping.COUNTRY_FILE == "https://download.geonames.org/export/dump/{CC}.zip"
    monkeypatch.setattr(keeping, "COUNTRY_FILE", server + "/{CC}.zip")
    assert keeping.add_places("sy", tmp_path) == 1


def test_an_address_without_the_file_says_what_to_do(tmp_path: Path, server: str) -> None:
    with pytest.raises(InputError, match=r"404.*Check the address"):
        keeping.add_places(f"{server}/XX.zip", tmp_path)


def test_adding_again_replaces(tmp_path: Path) -> None:
    file = tmp_path / "SY.txt"
    for name in ("Tell Example", "Tell Other"):
        file.write_text(_ROW.replace("Tell Example", name), encoding="utf-8")
        keeping.add_places(str(file), tmp_path / "g")
    gazetteer = keeping.open_gazetteer(tmp_path / "g")
    assert (gazetteer.find("Tell Example"), gazetteer.find("Tell Other")[0].entry.name) == ((), "Tell Other")


def test_an_index_of_another_version_is_built_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    rows = tmp_path / "mine.csv"
    rows.write_text("name,alternate names,latitude,longitude,admin1,country\nTalfit,,33.5,36.5,,SY\n", encoding="utf-8")
    keeping.add_places(str(rows), tmp_path / "g")
    monkeypatch.setattr(keeping, "_SHAPE", "another")
    assert keeping.open_gazetteer(tmp_path / "g").find("Talfit")[0].entry.country == "SY"
