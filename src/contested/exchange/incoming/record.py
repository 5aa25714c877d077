"""What an import gives: a document, with a coding where somebody has coded it already."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass

from contested.errors import InputError
from contested.model.documents import Document
from contested.model.events import Coding


@dataclass(frozen=True, slots=True)
class Incoming:
    """A document to be kept; ``coding`` is None where the program is still to read it."""

    document: Document
    coding: Coding | None = None


@dataclass(frozen=True, slots=True)
class Remark:
    """Something that the user should know of a file that was read all the same."""

    where: str
    words: str


Found = Incoming | InputError | Remark
Import = Iterator[Found]


def short_hash(*parts: str) -> str:
    """Give 10 hexadecimal digits for some words."""
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:10]
