"""Options of the commands that write for an audience."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from contested.cli.options import with_options

if TYPE_CHECKING:
    from contested.exchange.manifest import ReleaseTerms
    from contested.exchange.release.releasing import Terms

_TERMS: dict[str, tuple[Any, Any]] = {
    "audience": (
        Annotated[
            str,
            typer.Option(
                "--audience",
                help="public: names of private people and contacts are withheld. partner: contacts are. "
                "internal: nothing is, and texts come along.",
            ),
        ], "public",
    ),
    "places": (
        Annotated[
            str, typer.Option("--places", help="The finest level of place that is told: exact (as coded), town, district, region or country.")
        ], "exact",
    ),
    "public_figures": (
        Annotated[
            Path | None,
            typer.Option("--public-figures", metavar="FILE", help="A text file of names, one a line, that may be told although private."),
        ], None,
    ),
    "withhold": (
        Annotated[
            Path | None, typer.Option("--withhold", metavar="FILE", help="A text file of further names, one a line, to withhold everywhere.")
        ], None,
    ),
    "drop_sources": (
        Annotated[
            Path | None,
            typer.Option("--drop-sources", metavar="FILE", help="A text file of documents or publishers, one a line, to leave away whole."),
        ], None,
    ),
}  # fmt: skip


def with_terms(command: Callable[..., None]) -> Callable[..., None]:
    """Add the options that say whom a release is for to a command, which is given them as ``terms``."""
    return with_options(command, _TERMS, "terms", _terms)


def _terms(audience: str, places: str, public_figures: Path | None, withhold: Path | None, drop_sources: Path | None) -> Terms:
    from contested.exchange.release.terms_in import read_terms

    return read_terms(audience, places, public_figures=public_figures, withhold=withhold, drop_sources=drop_sources)


def tell_withheld(cut: ReleaseTerms | None) -> None:
    """Say on standard error what an audience was not given."""
    if cut and (cut.names_withheld or cut.documents_dropped):
        typer.echo(f"for {cut.audience}: {cut.names_withheld} names withheld, {cut.documents_dropped} documents left away", err=True)
