"""The program ``contested``: its commands, and how errors end it."""

from __future__ import annotations

import os
import sys
from typing import Annotated

import typer

from contested import __version__
from contested.cli import (
    accounts,
    actors,
    claims,
    code,
    compare,
    copy,
    evaluate,
    events,
    explain,
    export,
    expunge,
    history,
    identities,
    imports,
    link,
    places,
    report,
    serve,
    sources,
    tables,
)
from contested.errors import ContestedError

FAULT, STOPPED = 2, 130

app = typer.Typer(
    name="contested",
    help="Turn narrative reports of political violence into event data that keeps apart what happened, who says so and who denies it.",
    no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False, context_settings={"help_option_names": ["-h", "--help"]},
)
app.command("code")(code.code)
app.command("events")(events.events)
app.command("actors")(actors.actors)
app.command("claims")(claims.claims)
app.command("sources")(sources.sources)
app.command("explain")(explain.explain)
app.command("link")(link.link)
app.command("identities")(identities.identities)
app.command("compare")(compare.compare)
app.command("history")(history.history)
app.command("report")(report.report)
app.command("serve")(serve.serve)
app.command("export")(export.export)
app.command("copy")(copy.copy)
app.command("expunge")(expunge.expunge)
app.command("import")(imports.import_)
app.command("evaluate")(evaluate.evaluate)
app.add_typer(accounts.app, name="accounts")
app.add_typer(places.app, name="places")
app.add_typer(tables.app, name="tables")


def _show_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"contested {__version__}")
        raise typer.Exit


@app.callback()
def _contested(
    version: Annotated[bool, typer.Option("--version", callback=_show_version, is_eager=True, help="Show the version and leave.")] = False,
) -> None:
    pass


def run(arguments: list[str] | None = None) -> int:
    """Run a command and give its exit code: 0, 2 for an error that the user can mend, 130 when stopped."""
    try:
        code = app(args=arguments, prog_name="contested", standalone_mode=False)
    except ContestedError as err:
        return _fail(str(err))
    except typer.TyperException as err:
        message = " ".join(err.format_message().replace("Value error, ", "").split())
        return _fail(f"{message} See contested --help.")
    except (KeyboardInterrupt, typer.Abort):
        _fail("stopped; what was finished is kept.")
        return STOPPED
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    return code if isinstance(code, int) else 0


def _fail(message: str) -> int:
    typer.echo(f"contested: {message}", err=True)
    return FAULT
