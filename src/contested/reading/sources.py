"""What a user names -> documents: a file, standard input (``-``), an http(s) address, ``wikipedia:TITLE``."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from contested.errors import InputError
from contested.model.documents import Document
from contested.reading.formats import read_raw
from contested.reading.raw import MAX_BYTES, Raw, read_limited, too_large
from contested.reading.web import WIKIPEDIA_API, fetch_address, fetch_article

if TYPE_CHECKING:
    import httpx

_CHUNK = 1 << 20
_WIKIPEDIA = "wikipedia:"


def read_documents(
    source: str, *, stdin: BinaryIO | None = None, client: httpx.Client | None = None, wikipedia_api: str = WIKIPEDIA_API
) -> Iterator[Document]:
    """Give every document of a source that can be read.

    Raises: InputError: the first thing that could not be read, after all the others were given.
    """
    failure: InputError | None = None
    for found in read_all([source], stdin=stdin, client=client, wikipedia_api=wikipedia_api):
        if isinstance(found, Document):
            yield found
        else:
            failure = failure or found
    if failure:
        raise failure


def read_all(
    sources: Iterable[str], *, stdin: BinaryIO | None = None, client: httpx.Client | None = None, wikipedia_api: str = WIKIPEDIA_API
) -> Iterator[Document | InputError]:
    """Give every document of every source in order; what cannot be read is an error in its place, and costs no other."""
    for source in sources:
        try:
            raw = _open_source(source, stdin, client, wikipedia_api)
        except InputError as err:
            yield err
            continue
        yield from read_raw(raw)


def _open_source(source: str, stdin: BinaryIO | None, client: httpx.Client | None, wikipedia_api: str) -> Raw:
    """Get the bytes of a source."""
    if source == "-":
        stream = stdin if stdin is not None else sys.stdin.buffer
        return Raw(read_limited(iter(lambda: stream.read(_CHUNK), b""), "standard input"), "standard input", "stdin", "stdin")
    if source.lower().startswith(("http://", "https://")):
        return fetch_address(source, client)
    if source.lower().startswith(_WIKIPEDIA):
        return fetch_article(source[len(_WIKIPEDIA) :].strip(), client, wikipedia_api)
    return _read_file(source)


def _read_file(source: str) -> Raw:
    path = Path(source)
    try:
        if path.is_dir():
            raise InputError("it is a folder", where=source, fix=f"Give its files: {source.rstrip('/')}/*")
        if path.stat().st_size > MAX_BYTES:
            raise too_large(source)
        with path.open("rb") as file:
            data = read_limited(iter(lambda: file.read(_CHUNK), b""), source)
    except FileNotFoundError as err:
        raise InputError("there is no such file", where=source, fix="Check the path.") from err
    except (OSError, ValueError) as err:
        reason = getattr(err, "strerror", None) or str(err)
        raise InputError(f"it cannot be opened ({reason})", where=source, fix="Check its path and its permissions.") from err
    return Raw(data, source, path.stem, path.name)
