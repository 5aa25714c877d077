"""A coder that counts words in place of reading."""

from __future__ import annotations

import os

from contested.errors import InputError, TableError
from contested.model.documents import Document
from contested.model.events import Coding


class CountingCoder:
    """Notes the number of words; refuses empty documents, and breaks on the word "bug"."""

    coder = "count 1"

    def code(self, document: Document) -> Coding:
        if not document.text:
            raise InputError("the document is empty", where=document.name)
        if "bug" in document.text:
            raise ZeroDivisionError
        return Coding(document=document.name, sha256=document.sha256, coder=self.coder, notes=(str(len(document.text.split())),))


def made(name: str, text: str) -> Document:
    return Document(name, name, text, "0" * 64)


def refuse() -> CountingCoder:
    """Fail to load, as with a bad table."""
    raise TableError("a bad row", where="acts.csv:3", fix="Mend it.")


def die() -> CountingCoder:
    """End the process while loading."""
    os._exit(1)
