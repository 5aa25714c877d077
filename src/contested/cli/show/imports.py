"""What an import did, printed: changes on standard output, the sum and faults on standard error."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from enum import StrEnum
from typing import TYPE_CHECKING, TypeVar

import typer

from contested.errors import UsageError

if TYPE_CHECKING:
    from contested.batch.importing import Result

_Choice = TypeVar("_Choice", bound=StrEnum)
_FAULT = 2


def chosen(kind: type[_Choice], word: str, option: str) -> _Choice:
    """Take a word that an option allows.

    Raises: UsageError: it is none of them.
    """
    try:
        return kind(word)
    except ValueError as err:
        raise UsageError(f"{option} cannot be '{word}'", fix=f"Choose one of {', '.join(kind)}.") from err


def show_imports(results: Iterator[Result], *, dry_run: bool) -> int:
    """Print what became of each document; give the exit code."""
    from contested.batch.importing import Change, Imported
    from contested.exchange.incoming.record import Remark

    counts: Counter[str] = Counter()
    faults = 0
    for result in results:
        if isinstance(result, Imported):
            counts[result.change] += 1
            if dry_run and result.change is not Change.UNCHANGED:
                typer.echo(f"{result.change}: {result.name}" + ("" if result.events is None else f", {result.events} events"))
            for line in result.differences:
                typer.echo(f"  {line}")
        elif isinstance(result, Remark):
            typer.echo(f"contested: {result.where}: {result.words}", err=True)
        else:
            faults += 1
            typer.echo(f"contested: {result}", err=True)
    would = "would be " if dry_run else ""
    typer.echo(", ".join(f"{counts[c]} {would if c != 'unchanged' else ''}{c}" for c in ("added", "replaced", "unchanged")), err=True)
    return _FAULT if faults else 0
