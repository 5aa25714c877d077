"""Gold, codings and documents that lie in folders, side by side."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from contested.errors import InputError
from contested.evaluation.pairing import ActionKinds
from contested.evaluation.records import JudgedCoding, read_coding
from contested.evaluation.scoring import Comparison, compare
from contested.reading.encoding import decode


@dataclass(frozen=True, slots=True)
class GoldFile:
    """The right answers for one document, and the document."""

    path: Path
    document: Path
    coding: JudgedCoding


def read_gold(gold: Path, documents: Path | None = None) -> tuple[GoldFile, ...]:
    """Read every NAME.json of a folder; the documents lie in ``documents``, or in a folder of that name beside.

    Raises: InputError: a folder is missing or holds no gold, a document is missing, a file is no coding.
    """
    paths = sorted(gold.glob("*.json")) if gold.is_dir() else []
    if not paths:
        raise InputError("there are no right answers (*.json) in the folder", where=str(gold), fix="Check the path after --gold.")
    folder = documents or gold.parent / "documents"
    found = []
    for path in paths:
        coding = read_coding(path)
        document = folder / coding.document
        if not coding.document or not document.is_file():
            raise InputError("the document is not there", where=str(document), fix="Name the folder of the documents with --documents.")
        found.append(GoldFile(path, document, coding))
    return tuple(found)


def compare_all(gold: tuple[GoldFile, ...], coded: Callable[[GoldFile], JudgedCoding]) -> Iterator[Comparison]:
    """Compare each document's gold with what ``coded`` gives for it."""
    kinds = ActionKinds.load()
    for one in gold:
        text = decode(one.document.read_bytes(), str(one.document))
        yield compare(one.path.stem, text, one.coding, coded(one), kinds)


def coded_in(folder: Path) -> Callable[[GoldFile], JudgedCoding]:
    """Find codings as NAME.json in a folder; a document without one counts as coded with nothing.

    Raises: InputError: there is no such folder.
    """
    if not folder.is_dir():
        raise InputError("there is no such folder of codings", where=str(folder), fix="Check the path after --coded.")

    def find(one: GoldFile) -> JudgedCoding:
        path = folder / one.path.name
        return read_coding(path) if path.is_file() else JudgedCoding(one.coding.document, ())

    return find
