"""Print the codings of reports one by one, in each form."""

from __future__ import annotations

import sys
from collections import Counter
from typing import Protocol

from contested.batch.runner import Coded
from contested.cli.options import Format
from contested.cli.show.event_table import print_events
from contested.cli.show.output import print_csv_row, tell
from contested.exchange.event_rows import EVENT_COLUMNS, event_row
from contested.exchange.json_files import json_text
from contested.exchange.json_lines import json_line
from contested.model.events import Coding
from contested.store.keep import has_own_id

_SHOWN_LEFT_OUT = 8
_SHOWN_WORDS = 70


class Printer(Protocol):
    """Prints codings as they come."""

    def show(self, coded: Coded) -> None: ...

    def finish(self) -> None: ...


def printer_for(format: Format, *, several: bool) -> Printer:
    """Choose the printer of a form; ``several`` tells that more than one report was named."""
    if format is Format.JSON:
        return JsonPrinter(several)
    if format is Format.JSONL:
        return LinePrinter()
    return CsvPrinter() if format is Format.CSV else TablePrinter()


class TablePrinter:
    """A table of events for each document, then what was left out and why."""

    def show(self, coded: Coded) -> None:
        """Print one document's events."""
        coding = coded.coding
        sys.stdout.write(f"{coded.document.title or coding.document} ({coding.document})\n")
        for note in coding.notes:
            tell(f"{coding.document}: {note}")
        if coding.events:
            print_events(coding.events)
        elif not coding.notes:
            tell(f"{coding.document}: no event found")
        for line in left_out_lines(coding, coded.document.text):
            sys.stdout.write(line + "\n")
        kept = f", {coded.kept}" if coded.kept else ""
        if kept and has_own_id(coded.document):
            kept += f" as {coded.document.id}: another text has that name"
        sys.stdout.write(f"{len(coding.events)} events, {len(coding.left_out)} acts left out{kept}\n\n")
        sys.stdout.flush()

    def finish(self) -> None:
        """Nothing follows the last table."""


def left_out_lines(coding: Coding, text: str) -> list[str]:
    """Say which acts were not coded and why, the first few with their line in the text."""
    if not coding.left_out:
        return []
    reasons = Counter(o.why for o in coding.left_out).most_common()
    lines = [f"Left out: {', '.join(f'{number} {why}' for why, number in reasons)}"]
    for o in coding.left_out[:_SHOWN_LEFT_OUT]:
        words = " ".join(o.text.split())
        quote = words if len(words) <= _SHOWN_WORDS else words[: _SHOWN_WORDS - 1] + "…"
        detail = f" ({o.detail})" if o.detail else ""
        lines.append(f"  line {text.count(chr(10), 0, o.start) + 1}: “{quote}” {o.why}{detail}")
    if len(coding.left_out) > _SHOWN_LEFT_OUT:
        lines.append(f"  and {len(coding.left_out) - _SHOWN_LEFT_OUT} more; --format json lists all")
    return lines


class LinePrinter:
    """One line of JSON a document."""

    def show(self, coded: Coded) -> None:
        """Print one document."""
        sys.stdout.write(json_line(coded.coding) + "\n")

    def finish(self) -> None:
        """Nothing follows the last line."""


class CsvPrinter:
    """One row an event, under one header."""

    def __init__(self) -> None:
        print_csv_row(EVENT_COLUMNS)

    def show(self, coded: Coded) -> None:
        """Print one document's events."""
        for event in coded.coding.events:
            print_csv_row(event_row(coded.coding.document, event))

    def finish(self) -> None:
        """Nothing follows the last row."""


class JsonPrinter:
    """The object of a single document, or a list of objects."""

    def __init__(self, several: bool) -> None:
        self._several = several
        self._held: str | None = None
        self._printed = 0

    def show(self, coded: Coded) -> None:
        """Print one document; the first is held until it is known whether others follow."""
        if self._held is not None:
            self._several = True
            self._print(self._held)
        self._held = json_text(coded.coding).rstrip("\n")

    def finish(self) -> None:
        """Print the last document and end the list."""
        if not self._several:
            sys.stdout.write(f"{self._held}\n" if self._held is not None else "")
            return
        if self._held is not None:
            self._print(self._held)
        sys.stdout.write("\n]\n" if self._printed else "[]\n")

    def _print(self, document: str) -> None:
        sys.stdout.write(",\n" if self._printed else "[\n")
        sys.stdout.write(document)
        self._printed += 1
