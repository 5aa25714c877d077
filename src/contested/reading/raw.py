"""Bytes as they came from a source, and what a reader makes of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from contested.errors import InputError

MAX_BYTES = 50_000_000


@dataclass(frozen=True, slots=True)
class Raw:
    """The bytes of one source. ``where`` is how the user named it; ``encoding`` and ``media_type`` what the source says."""

    data: bytes
    where: str
    id: str
    name: str
    media_type: str = ""
    encoding: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Rendered:
    """Plain text in the one shape that ``structure`` knows, and what the format said about it."""

    text: str
    media_type: str
    title: str | None = None
    publisher: str | None = None
    published: date | None = None
    url: str | None = None


def too_large(where: str) -> InputError:
    """Give the error for a source over the limit."""
    return InputError(f"it is larger than {MAX_BYTES // 1_000_000} MB", where=where, fix="Split it into its reports.")


def read_limited(chunks: Iterable[bytes], where: str) -> bytes:
    """Join chunks of bytes.

    Raises: InputError: they are more than ``MAX_BYTES``; no more than that is ever held.
    """
    parts: list[bytes] = []
    size = 0
    for chunk in chunks:
        size += len(chunk)
        if size > MAX_BYTES:
            raise too_large(where)
        parts.append(chunk)
    return b"".join(parts)
