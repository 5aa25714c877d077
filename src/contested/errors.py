"""What can go wrong that a user can do something about.

ContestedError
├── InputError        a document cannot be read
│   └── LanguageError a document is in a language that cannot be coded
├── TableError        a table of words has a bad row
├── StoreError        the database cannot be used
│   ├── NoStoreError  there is no store, and none shall be made
│   └── ReadOnlyStoreError  the store may not be written to
├── OutputError       a result cannot be written
│   └── WithheldError words that are to be withheld stand in an export
└── UsageError        the command was called with something it does not know
"""

from __future__ import annotations


class ContestedError(Exception):
    """An error with what, where, and what to do, on one line each."""

    def __init__(self, what: str, *, where: str = "", fix: str = "") -> None:
        self.what, self.where, self.fix = what, where, fix
        super().__init__(str(self))

    def __str__(self) -> str:
        place = f"{self.where}: " if self.where else ""
        remedy = f" {self.fix}" if self.fix else ""
        return f"{place}{self.what}.{remedy}"


class InputError(ContestedError):
    """A document cannot be read."""


class LanguageError(InputError):
    """A document is in a language that cannot be coded."""


class TableError(ContestedError):
    """A table of words has a bad row; ``where`` is file:line."""


class StoreError(ContestedError):
    """The database cannot be used."""


class NoStoreError(StoreError):
    """There is no store where one was named, and none shall be made."""


class ReadOnlyStoreError(StoreError):
    """The store may be read, not written to."""


class OutputError(ContestedError):
    """A result cannot be written."""


class WithheldError(OutputError):
    """Words that are to be withheld stand in the files of an export; nothing was written."""


class UsageError(ContestedError):
    """The command was called with something it does not know."""
