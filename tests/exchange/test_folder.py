"""An export is there whole or not at all, and its manifest tells what it holds."""

import hashlib
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from contested.errors import OutputError, UsageError
from contested.exchange.folder import open_export, write_atomically
from contested.exchange.layouts import LAYOUTS, export
from contested.exchange.manifest import find_damage, read_manifest
from contested.exchange.readings import Reading
from contested.model.events import Coding
from exchange_readings import INTERNAL, bare


@pytest.mark.parametrize("layout", sorted(LAYOUTS))
def test_the_manifest_counts_and_hashes_every_file(layout: str, coding: Coding, tmp_path: Path) -> None:
    manifest = export(bare([coding]), layout, tmp_path / "out", INTERNAL)
    assert (manifest.documents, manifest.events) == (1, 1 if layout == "ucdp" else 2)
    assert {p.name for p in (tmp_path / "out").iterdir()} == {"manifest.json", *(f.name for f in manifest.files)}
    for file in manifest.files:
        raw = (tmp_path / "out" / file.name).read_bytes()
        assert (len(raw), hashlib.sha256(raw).hexdigest()) == (file.size, file.sha256)
    assert read_manifest(tmp_path / "out") == manifest


@pytest.mark.parametrize("layout", sorted(LAYOUTS))
def test_the_same_codings_give_the_same_bytes(layout: str, coding: Coding, tmp_path: Path) -> None:
    assert export(bare([coding]), layout, tmp_path / "a", INTERNAL) == export(bare([coding]), layout, tmp_path / "b", INTERNAL)


def test_an_earlier_export_is_replaced(coding: Coding, tmp_path: Path) -> None:
    export(bare([coding]), "csv", tmp_path / "out", INTERNAL)
    export(bare([coding]), "geojson", tmp_path / "out", INTERNAL)
    assert sorted(p.name for p in (tmp_path / "out").iterdir()) == ["events.geojson", "evidence.csv", "manifest.json"]
    assert [p.name for p in tmp_path.iterdir()] == ["out"]


def test_a_folder_with_other_files_is_left_alone(coding: Coding, tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("mine")
    with pytest.raises(OutputError, match=r"no earlier export \(notes\.txt\)"):
        export(bare([coding]), "csv", tmp_path, INTERNAL)
    assert [p.name for p in tmp_path.iterdir()] == ["notes.txt"]


def test_a_file_in_the_way_is_an_error(coding: Coding, tmp_path: Path) -> None:
    (tmp_path / "out").write_text("mine")
    with pytest.raises(OutputError, match="a file where the folder should be"):
        export(bare([coding]), "csv", tmp_path / "out", INTERNAL)
    with pytest.raises(OutputError, match="cannot be written"):
        export(bare([coding]), "csv", tmp_path / "out" / "deeper", INTERNAL)


def test_a_failure_in_the_middle_leaves_the_earlier_export(coding: Coding, tmp_path: Path) -> None:
    before = export(bare([coding]), "csv", tmp_path / "out", INTERNAL)

    class Broken:
        passes = 0

        def __iter__(self) -> Iterator[Reading]:
            yield from bare([coding])
            self.passes += 1
            if self.passes == 2:
                raise OSError(28, "No space left on device")

    with pytest.raises(OutputError, match="no space left on device"):
        export(Broken(), "csv", tmp_path / "out", INTERNAL)
    assert read_manifest(tmp_path / "out") == before
    assert find_damage(tmp_path / "out") == ()
    assert [p.name for p in tmp_path.iterdir()] == ["out"]


def test_damage_is_named(coding: Coding, tmp_path: Path) -> None:
    export(bare([coding]), "csv", tmp_path / "out", INTERNAL)
    (tmp_path / "out" / "claims.csv").unlink()
    (tmp_path / "out" / "events.csv").write_text("")
    assert find_damage(tmp_path / "out") == ("events.csv has changed since the export", "claims.csv is missing")


def test_an_unknown_layout_names_the_known(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"no layout 'xlsx'.*csv, ftm, geojson"):
        export(bare([]), "xlsx", tmp_path / "out")


def test_a_file_is_replaced_whole(tmp_path: Path) -> None:
    write_atomically(tmp_path / "page.html", "é")
    assert (tmp_path / "page.html").read_bytes() == "é".encode()
    (tmp_path / "folder").mkdir()
    with pytest.raises(OutputError, match="cannot be written"):
        write_atomically(tmp_path / "folder", "x")
    assert sorted(p.name for p in tmp_path.iterdir()) == ["folder", "page.html"]


def test_what_a_killed_program_left_is_tidied_and_an_earlier_export_comes_back(coding: Coding, tmp_path: Path) -> None:
    dead = subprocess.Popen([sys.executable, "-c", ""])
    dead.wait()
    export(bare([coding]), "csv", tmp_path / "out", INTERNAL)
    left, other = tmp_path / f".out-{dead.pid}-abc", tmp_path / f".out-{os.getpid()}-abc"
    left.mkdir()
    other.mkdir()
    (tmp_path / "out").rename(left / "earlier")
    with open_export(tmp_path / "out"):
        assert find_damage(tmp_path / "out") == ()
    assert sorted(p.name for p in tmp_path.iterdir()) == [other.name, "out"]
