"""What an export wrote: rows and hash of each file, so that a reader can tell whether anything is missing."""

from __future__ import annotations

import hashlib
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

from contested.errors import InputError

MANIFEST = "manifest.json"


class FileEntry(BaseModel):
    """One file of an export. ``rows`` counts records (not the header line); ``size`` is in bytes."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: str
    rows: int
    size: int
    sha256: str


class ReleaseTerms(BaseModel):
    """Whom an export is for: the audience, the finest level of place in it, and how much was withheld from it."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    audience: str
    places: str
    documents_dropped: int
    names_withheld: int


class Manifest(BaseModel):
    """An export: its layout, the version of the program that wrote it, what it holds and in which files.

    ``policy`` is the name and version of the rule by which tolls, dates, places and statuses were chosen for ``incidents``.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    layout: str
    version: str
    documents: int
    events: int
    incidents: int = 0
    policy: str = ""
    release: ReleaseTerms | None = None
    files: tuple[FileEntry, ...]


def read_manifest(folder: Path) -> Manifest:
    """Read the manifest of an export folder.

    Raises: InputError: there is none, or it is not one of this program's.
    """
    path = folder / MANIFEST
    try:
        return Manifest.model_validate_json(path.read_bytes())
    except OSError as err:
        raise InputError("the folder has no manifest", where=str(path), fix="Export into it again.") from err
    except ValidationError as err:
        raise InputError("the manifest is not one of this program's", where=str(path), fix="Export again.") from err


def manifest_hash(folder: Path) -> str:
    """Name an export by the hash of its manifest, which holds the hashes of its files."""
    return f"manifest sha256 {hashlib.sha256((folder / MANIFEST).read_bytes()).hexdigest()}"


def find_damage(folder: Path) -> tuple[str, ...]:
    """Name the files of an export that are missing or no longer what the manifest says, each with why."""
    damage = []
    for entry in read_manifest(folder).files:
        path = folder / entry.name
        if not path.is_file():
            damage.append(f"{entry.name} is missing")
        elif hashlib.sha256(path.read_bytes()).hexdigest() != entry.sha256:
            damage.append(f"{entry.name} has changed since the export")
    return tuple(damage)
