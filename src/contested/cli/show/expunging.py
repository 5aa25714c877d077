"""What would be expunged, the question, and what was."""

from __future__ import annotations

import getpass
import sys
from collections.abc import Sequence

import typer

from contested.cli.show.linking import ref_of
from contested.cli.show.output import tell
from contested.errors import UsageError
from contested.store.database import Store, log_lines, open_store
from contested.store.expunging.expunge import Expunged, Target, expunge, look
from contested.store.expunging.masking import Words
from contested.store.journal import WRITTEN


def target_of(words: Sequence[str], event: str | None, document: str | None) -> Target:
    """Say what shall go.

    Raises: UsageError: not exactly one of words, an event and a document is named.
    """
    if sum(map(bool, (words, event, document))) != 1:
        raise UsageError("what shall go is not clear", fix="Give words, or --event, or --document: one of them.")
    if words:
        return Target(words=Words.of(words))
    return Target(event=ref_of(event)) if event else Target(document=document)


def ask_and_expunge(address: str, target: Target, why: str, *, ask: bool) -> None:
    """Tell what would go, ask, and take it out.

    Raises: UsageError: nobody can be asked. typer.Abort: the answer is no.
    """
    store = open_store(address, create=False)
    found = look(store, target)
    tell(_rows(found) if found.found else "no row of the store holds it; its bytes are erased all the same")
    if ask and not sys.stdin.isatty():
        raise UsageError("nobody can be asked", fix="Read what would go, then give --yes.")
    if ask:
        typer.confirm("Take this out for good?", abort=True, err=True)
    expunge(store, target, who=getpass.getuser(), why=why)
    tell("it is out of the store; the log says who, when and why")
    _tell_of_copies(store)


def _rows(found: Expunged) -> str:
    told = ", ".join(f"{number} of {table.replace('_', ' ')}" for table, number in found.rows.items() if number)
    return f"rows to be removed or changed: {told}"


def _tell_of_copies(store: Store) -> None:
    written = [why for _, _, what, _, why in log_lines(store) if what == WRITTEN]
    for why in written:
        tell(f"an earlier export may hold it still: {why}")
    tell("copies and backups of the store hold it still, and the reports themselves: see to them")
