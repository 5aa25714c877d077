"""Write docs/commands.md from the commands' own help, so that the two cannot part."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import typer

from contested.cli.app import app

HEADER = (
    "# Commands\n\nGenerated from the commands' help by `make docs`; do not edit.\n\n"
    "Results go to standard output; progress and messages go to standard error. "
    "Exit codes: 0 done (also when no event was found), 2 something could not be read, written or understood, 130 stopped.\n"
)


def commands_page() -> str:
    """Give the page in Markdown: every command with its arguments and options."""
    root = typer.main.get_command(app)
    return HEADER + "".join(f"\n{section}" for section in _sections(root, "contested"))


def _sections(command: Any, name: str) -> Iterator[str]:
    below = getattr(command, "commands", None)
    if below is None:
        yield _section(command, name)
        return
    for word, sub in below.items():
        yield from _sections(sub, f"{name} {word}")


def _section(command: Any, name: str) -> str:
    arguments = [p for p in command.params if p.param_type_name == "argument"]
    options = [p for p in command.params if p.param_type_name == "option"]
    usage = " ".join([name, "[OPTIONS]", *(p.metavar or p.name.upper() for p in arguments)])
    told = " ".join(command.help.split())
    lines = [f"## {name}\n", f"    {usage}\n", f"{told}\n", "| | |", "|---|---|"]
    lines += [f"| `{p.metavar or p.name.upper()}` | {_escaped(p.help)} |" for p in arguments]
    lines += [f"| `{'`, `'.join(p.opts)}` | {_escaped(p.help)} |" for p in options]
    return "\n".join(lines) + "\n"


def _escaped(words: str) -> str:
    return words.replace("|", "\\|")


if __name__ == "__main__":
    print(commands_page(), end="")
