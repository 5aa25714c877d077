"""Write an export so that it is there whole or not at all.

Files go into a hidden folder beside the one asked for, which is renamed when all are written: a full disk or a killed
program leaves what was there before.
"""

from __future__ import annotations

import csv
import glob
import hashlib
import io
import os
import shutil
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from contested import __version__
from contested.errors import InputError, OutputError
from contested.exchange.cells import Cell, cell_text
from contested.exchange.incidents import Incident
from contested.exchange.manifest import MANIFEST, FileEntry, Manifest, ReleaseTerms, read_manifest
from contested.exchange.readings import Reading

_EARLIER = "earlier"


class ExportFile:
    """One file being written; counts its rows and hashes its bytes."""

    def __init__(self, path: Path) -> None:
        self.name, self.rows, self.size = path.name, 0, 0
        self._hash = hashlib.sha256()
        self._file = path.open("xb")

    def write(self, text: str, *, rows: int = 0) -> None:
        """Append text as UTF-8 and count ``rows`` records."""
        raw = text.encode("utf-8")
        self._file.write(raw)
        self._hash.update(raw)
        self.rows, self.size = self.rows + rows, self.size + len(raw)

    def write_row(self, values: Sequence[Cell], *, header: bool = False) -> None:
        """Append one CSV line of formula-proof cells."""
        line = io.StringIO()
        csv.writer(line, lineterminator="\n").writerow([cell_text(v) for v in values])
        self.write(line.getvalue(), rows=0 if header else 1)

    def close(self) -> None:
        """Push the bytes to the disk; once is enough."""
        if self._file.closed:
            return
        self._file.flush()
        os.fsync(self._file.fileno())
        self._file.close()

    def entry(self) -> FileEntry:
        """Describe the file for the manifest."""
        return FileEntry(name=self.name, rows=self.rows, size=self.size, sha256=self._hash.hexdigest())


class ExportFolder:
    """The folder being written. Layouts open files in it; it counts documents, events and incidents."""

    def __init__(self, path: Path) -> None:
        self.path, self.events, self.incidents = path, 0, 0
        self._documents: set[str] = set()
        self._files: list[ExportFile] = []
        self._adopted: list[FileEntry] = []

    def open(self, name: str) -> ExportFile:
        """Begin a file."""
        file = ExportFile(self.path / name)
        self._files.append(file)
        return file

    def open_table(self, name: str, columns: Sequence[str]) -> ExportFile:
        """Begin a CSV file with its header."""
        file = self.open(name)
        file.write_row(columns, header=True)
        return file

    def count(self, reading: Reading) -> None:
        """Count a document with its events."""
        self._documents.add(reading[0].id)
        self.events += len(reading[1].events)

    def count_incident(self, incident: Incident, *, tellings: bool = True) -> None:
        """Count an incident, and its events and their documents where those are not counted as readings."""
        self.incidents += 1
        if tellings:
            self._documents.update(t.document.id for t in incident.told)
            self.events += len(incident.told)

    def adopt(self, name: str, rows: int) -> None:
        """Take a file that another library wrote into the folder, with its number of records, into the manifest."""
        path = self.path / name
        with path.open("rb") as file:
            os.fsync(file.fileno())
            digest = hashlib.file_digest(file, "sha256").hexdigest()
        self._adopted.append(FileEntry(name=name, rows=rows, size=path.stat().st_size, sha256=digest))

    def entries(self) -> tuple[FileEntry, ...]:
        """Describe the files as they are now."""
        return (*(file.entry() for file in self._files), *self._adopted)

    def close(self) -> None:
        """Close all files."""
        for file in self._files:
            file.close()

    def finish(self, layout: str, policy: str, terms: ReleaseTerms) -> Manifest:
        """Close all files and write the manifest."""
        self.close()
        manifest = Manifest(
            layout=layout, version=__version__, documents=len(self._documents), events=self.events, incidents=self.incidents, policy=policy,
            release=terms, files=self.entries(),
        )  # fmt: skip
        (self.path / MANIFEST).write_text(manifest.model_dump_json(indent=2) + "\n", encoding="utf-8")
        return manifest


@contextmanager
def open_export(folder: Path) -> Iterator[ExportFolder]:
    """Give a folder to write into that takes the place of ``folder`` when the block ends without an error.

    ``folder`` may be absent, empty, or hold an earlier export and nothing else (then it is replaced).
    Raises: OutputError: it holds other files, or cannot be written.
    """
    target = Path(os.path.abspath(folder))
    _check_replaceable(target)
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        _tidy(target)
        with tempfile.TemporaryDirectory(prefix=f".{target.name}-{os.getpid()}-", dir=target.parent) as temporary:
            staged = Path(temporary) / target.name
            staged.mkdir()
            out = ExportFolder(staged)
            try:
                yield out
            finally:
                out.close()
            _swap(staged, target, Path(temporary) / _EARLIER)
    except OSError as err:
        reason = (err.strerror or str(err)).lower()
        raise OutputError(
            f"the export cannot be written ({reason})", where=str(folder), fix="Choose a folder with room to write to."
        ) from err


def write_atomically(path: Path, text: str) -> None:
    """Write a file as UTF-8 so that it is there whole or as it was.

    Raises: OutputError: it cannot be written.
    """
    temporary = path.with_name(f".{path.name}-{os.getpid()}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            with temporary.open("w", encoding="utf-8", newline="\n") as file:
                file.write(text)
                file.flush()
                os.fsync(file.fileno())
            temporary.replace(path)
        finally:
            temporary.unlink(missing_ok=True)
    except OSError as err:
        reason = (err.strerror or str(err)).lower()
        raise OutputError(
            f"the file cannot be written ({reason})", where=str(path), fix="Choose a place with room to write to."
        ) from err


def _check_replaceable(target: Path) -> None:
    if not target.exists():
        return
    if not target.is_dir():
        raise OutputError("there is a file where the folder should be", where=str(target), fix="Choose another name.")
    present = {p.name for p in target.iterdir()}
    if not present:
        return
    try:
        expected = {MANIFEST, *(entry.name for entry in read_manifest(target).files)}
    except InputError:
        expected = set()
    if strangers := sorted(present - expected):
        raise OutputError(
            f"the folder holds files that are no earlier export ({', '.join(strangers[:3])})", where=str(target),
            fix="Choose a new or empty folder.",
        )  # fmt: skip


def _tidy(target: Path) -> None:
    """Remove what a killed program left beside the folder; if it was killed while changing folders, the earlier one comes back."""
    for left in target.parent.glob(f".{glob.escape(target.name)}-*-*"):
        number = left.name.removeprefix(f".{target.name}-").partition("-")[0]
        if not number.isdigit() or _runs(int(number)):
            continue
        if not target.exists() and (left / _EARLIER).is_dir():
            (left / _EARLIER).rename(target)
        shutil.rmtree(left, ignore_errors=True)


def _runs(process: int) -> bool:
    """Does a process of this number run? Where that cannot be asked without harm, it is taken to."""
    if os.name != "posix":
        return True
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True


def _swap(staged: Path, target: Path, earlier: Path) -> None:
    if target.exists():
        target.rename(earlier)
    try:
        staged.rename(target)
    except OSError:
        if earlier.exists():
            earlier.rename(target)
        raise
    shutil.rmtree(earlier, ignore_errors=True)
