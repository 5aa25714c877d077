"""Options that several commands share, each with its help."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from enum import StrEnum
from functools import wraps
from inspect import Parameter, signature
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

if TYPE_CHECKING:
    from contested.store.ask import EventFilter


class Format(StrEnum):
    """How results are printed."""

    TABLE = "table"
    JSON = "json"
    JSONL = "jsonl"
    CSV = "csv"


_DAY = ["%Y-%m-%d"]
StoreOption = Annotated[str, typer.Option("--store", metavar="PATH", help="The store: a file, or postgresql://USER@HOST/NAME.")]
FormatOption = Annotated[Format, typer.Option("--format", help="How to print the result.")]
TablesOption = Annotated[
    list[Path] | None, typer.Option("--tables", metavar="DIR", help="A folder of tables that adds to the program's own; may be given again.")
]
ConfidenceOption = Annotated[float, typer.Option("--min-confidence", min=0, max=1, help="Leave away events that are less sure than this.")]
DEFAULT_STORE = "contested.db"
_FILTER: dict[str, tuple[Any, Any]] = {
    "first": (
        Annotated[datetime | None, typer.Option("--from", formats=_DAY, metavar="YYYY-MM-DD", help="Only events of this day and later.")], None,
    ),
    "last": (Annotated[datetime | None, typer.Option("--to", formats=_DAY, metavar="YYYY-MM-DD", help="Only events of this day and earlier.")], None),
    "country": (
        Annotated[str | None, typer.Option("--country", metavar="CC", help="Only events in this country (two letters, ISO 3166-1).")], None,
    ),
    "action": (Annotated[str | None, typer.Option("--action", help="Only events of this act, for instance ambush.")], None),
    "actor": (Annotated[str | None, typer.Option("--actor", help="Only events with an actor whose name holds these words.")], None),
    "status": (
        Annotated[
            str | None, typer.Option("--status", help="Only events of this status: disputed, corroborated, claimed, alleged or reported.")
        ], None,
    ),
    "min_confidence": (ConfidenceOption, 0.0),
}  # fmt: skip


def with_event_filter(command: Callable[..., None]) -> Callable[..., None]:
    """Add the options that choose events to a command, which is given what they choose as ``wanted``."""
    return with_options(command, _FILTER, "wanted", event_filter)


def with_options(
    command: Callable[..., None], added: Mapping[str, tuple[Any, Any]], parameter: str, gather: Callable[..., Any]
) -> Callable[..., None]:
    """Add options (name to annotation and default) to a command, which is given what ``gather`` makes of them as ``parameter``."""
    own = signature(command, eval_str=True, locals={"EventFilter": Any, "Terms": Any})
    kept = [p for p in own.parameters.values() if p.name != parameter]
    more = [Parameter(n, Parameter.POSITIONAL_OR_KEYWORD, default=d, annotation=a) for n, (a, d) in added.items()]

    @wraps(command)
    def run(**given: Any) -> None:
        chosen = {name: given.pop(name) for name in added}
        command(**given, **{parameter: gather(**chosen)})

    run.__signature__ = own.replace(parameters=[*kept, *more])  # type: ignore[attr-defined]
    run.__annotations__ = {p.name: p.annotation for p in (*kept, *more)}
    return run


def event_filter(
    first: datetime | None, last: datetime | None, country: str | None, action: str | None, actor: str | None,
    status: str | None, min_confidence: float,
) -> EventFilter:
    """Gather the options that choose events.

    Raises: UsageError: a status or an act that the codebook does not have.
    """
    from contested.cli.vocabulary import check_action, check_status
    from contested.store.ask import EventFilter

    return EventFilter(
        first.date() if first else None, last.date() if last else None, country, check_action(action),
        check_status(status), actor, min_confidence,
    )
