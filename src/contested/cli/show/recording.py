"""What leaves a store, written down in its log."""

from __future__ import annotations

import getpass
from contextlib import AbstractContextManager

from contested.cli.show.output import tell
from contested.store.database import Store
from contested.store.journal import recorded_export


def recorded(store: Store, told: str) -> AbstractContextManager[list[str]]:
    """Write an export down in the log, with what came of it; tell the person where the log cannot be written."""
    return recorded_export(store, getpass.getuser(), told, lambda: tell("the store may not be written to: this export is not in its log"))
