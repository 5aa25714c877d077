"""Import what others hold into a store: codings are kept as they are, documents are coded by the program."""

from __future__ import annotations

import getpass
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path

from sqlalchemy import select

from contested.batch.difference import difference
from contested.batch.reports import CodeOptions, code_inputs
from contested.batch.runner import Coded
from contested.errors import ContestedError, InputError, NoStoreError
from contested.exchange.incoming.detect import ImportFormat, read_import
from contested.exchange.incoming.record import Incoming, Remark
from contested.exchange.incoming.stating import with_statements
from contested.model.documents import Document, Sensitivity
from contested.model.events import Coding
from contested.store.ask import find_coding, find_document
from contested.store.database import Store, open_store
from contested.store.expunging.returning import without_expunged
from contested.store.keep import keep_coding
from contested.store.rows import digest
from contested.store.schema import codings, log


class Change(StrEnum):
    """What an import does with a document."""

    ADDED = "added"
    REPLACED = "replaced"
    UNCHANGED = "unchanged"


@dataclass(frozen=True, slots=True)
class Imported:
    """A document of the import, what became of it, and what is different from before."""

    name: str
    change: Change
    events: int | None
    differences: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ImportOptions:
    """How files are imported. ``coder`` names who coded what is coded already; ``dry_run`` changes no store."""

    coding: CodeOptions
    format: ImportFormat = ImportFormat.AUTO
    coder: str | None = None
    sensitivity: Sensitivity = Sensitivity.PUBLIC
    dry_run: bool = False


Result = Imported | Remark | ContestedError


def import_files(files: Sequence[Path], options: ImportOptions) -> Iterator[Result]:
    """Import files in order; give what became of each document, remarks, and what could not be read.

    The same file again changes nothing. Raises: ContestedError: the store or the pipeline cannot be used.
    """
    address = options.coding.store or ""
    store = _open(address, options.dry_run)
    try:
        for file in files:
            counts = dict.fromkeys(Change, 0)
            for result in _import_file(file, store, options):
                if isinstance(result, Imported):
                    counts[result.change] += 1
                yield result
            if store and not options.dry_run and any(counts.values()):
                _log(store, file, counts)
    finally:
        if store:
            store.close()


def _open(address: str, dry_run: bool) -> Store | None:
    try:
        return open_store(address, create=not dry_run)
    except NoStoreError:
        return None


def _import_file(file: Path, store: Store | None, options: ImportOptions) -> Iterator[Result]:
    waiting: list[Document] = []
    try:
        for found in read_import(file, options.format, options.coder):
            if not isinstance(found, Incoming):
                yield found
                continue
            document = replace(found.document, sensitivity=options.sensitivity)
            if found.coding is None:
                waiting.append(document)
            else:
                coding = found.coding.model_copy(update={"coder": options.coder}) if options.coder else found.coding
                yield _keep(store, document, coding, options.dry_run, file.name)
    except InputError as err:
        yield err
    yield from _planned(store, waiting) if options.dry_run else _code(waiting, options)


def _keep(store: Store | None, document: Document, coding: Coding, dry_run: bool, origin: str) -> Imported | InputError:
    coding = with_statements(document, coding)
    if store and _is_kept(store, document, coding):
        return Imported(document.name, Change.UNCHANGED, len(coding.events))
    try:
        document = without_expunged(store, document) if store else document
    except InputError as err:
        return err
    document, before = _place(store, document, coding)
    if before is not None and before.events == coding.events and before.coder == coding.coder:
        return Imported(document.name, Change.UNCHANGED, len(coding.events))
    told = difference(before, coding)
    change = Change.ADDED if before is None else Change.REPLACED
    if store and not dry_run:
        made = with_statements(document, coding)
        change = Change(keep_coding(store, document, made, who=getpass.getuser(), fingerprint="imported", renew=before is not None, origin=origin).value)
    return Imported(document.name, change, len(coding.events), told)


def _is_kept(store: Store, document: Document, coding: Coding) -> bool:
    """Is this very coding in the store? One question, for files of a hundred thousand rows."""
    with store.reading() as connection:
        kept = connection.scalar(select(codings.c.digest).where(codings.c.document == document.id))
    return kept is not None and kept == digest(coding)


def _place(store: Store | None, document: Document, coding: Coding) -> tuple[Document, Coding | None]:
    """Choose the id under which a coding is kept: its document's, unless another coder's reading of it is there."""
    before = find_coding(store, document.id) if store else None
    if before is None or store is None:
        return document, None
    known = find_document(store, document.id)
    may_follow = document.media_type == "text/csv" or (known is not None and known.text in (document.text, ""))
    if before.coder == coding.coder and (may_follow or before.events == coding.events):
        return document, before
    other = replace(document, id=f"{document.id}@{coding.coder}", text=document.text or (known.text if known else ""))
    return other, find_coding(store, other.id)


def _planned(store: Store | None, waiting: Sequence[Document]) -> Iterator[Imported]:
    for document in waiting:
        before = find_document(store, document.id) if store else None
        if before is None:
            yield Imported(document.name, Change.ADDED, None)
        elif before.text == document.text:
            yield Imported(document.name, Change.UNCHANGED, None)
        else:
            yield Imported(document.name, Change.REPLACED, None, (f"text of {len(before.text)} characters → {len(document.text)}",))


def _code(waiting: Sequence[Document], options: ImportOptions) -> Iterator[Result]:
    if not waiting:
        return
    for outcome in code_inputs(waiting, options.coding, reports=len(waiting)):
        if isinstance(outcome, Coded):
            yield Imported(outcome.document.name, Change(outcome.kept or Change.UNCHANGED), len(outcome.coding.events))
        else:
            yield outcome.error


def _log(store: Store, file: Path, counts: dict[Change, int]) -> None:
    told = ", ".join(f"{n} {change}" for change, n in counts.items())
    with store.writing() as connection:
        connection.execute(log.insert().values(at_utc=store.now(), who=getpass.getuser(), what="import", why=f"{file.name}: {told}"))
