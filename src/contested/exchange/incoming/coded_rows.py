"""Rows of event datasets as documents with a coding each: the row's own notes are the document, and its only evidence."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from functools import cache

import pycountry

from contested.errors import InputError
from contested.exchange.incoming.record import Incoming
from contested.exchange.incoming.sheet import Sheet, SheetRow
from contested.model.documents import Document
from contested.model.events import Coding, Event, EventDate
from contested.model.spans import Evidence
from contested.model.vocabulary import Basis, DatePrecision
from contested.resources import read_table


def read_rows(sheet: Sheet, read: Callable[[SheetRow], Incoming]) -> Iterator[Incoming | InputError]:
    """Give what ``read`` makes of each row; a row that cannot be read is an error in its place."""
    for row in sheet.rows():
        try:
            yield row if isinstance(row, InputError) else read(row)
        except InputError as err:
            yield err


def coded_row(row: SheetRow, dataset: str, key: str, event: Event, coder: str, notes: str, publisher: str | None, *, own: bool = False) -> Incoming:
    """Make the document and coding of a row. ``own`` rows were exported by this program, so they may be passed on."""
    name = f"{dataset}:{key}"
    words = "\x1f".join(f"{c}={v}" for c, v in sorted(row.cells.items()))
    digest = hashlib.sha256(words.encode()).hexdigest()
    document = Document(
        id=name, name=name, text=notes, sha256=digest, publisher=publisher, media_type="text/csv", licensed=None if own else dataset,
    )  # fmt: skip
    told = event.model_copy(update={"evidence": (Evidence(start=0, end=len(notes), text=notes),) if notes else ()})
    return Incoming(document, Coding(document=name, sha256=digest, coder=coder, events=(told,)))


def dated(start: date, end: date, precision: DatePrecision) -> EventDate:
    """Give the date of a row, both ends included."""
    return EventDate(start=start, end=end, precision=precision, basis=Basis.OCCURRENCE)


def month_of(day: date) -> tuple[date, date]:
    """Give the first and last day of the month."""
    following = (day.replace(day=28) + timedelta(days=4)).replace(day=1)
    return day.replace(day=1), following - timedelta(days=1)


@cache
def country_code(name: str, number: str = "") -> str | None:
    """Find ISO 3166-1 alpha-2 by the numeric code, else by the English name; None where neither is known."""
    if number.strip().isdigit() and (found := pycountry.countries.get(numeric=number.strip().zfill(3))):
        return str(found.alpha_2)
    plain = name.split("(")[0].strip()
    if (known := _names().get(plain.casefold())) is not None:
        return known
    try:
        return str(pycountry.countries.lookup(plain).alpha_2) if plain else None
    except LookupError:
        return None


@cache
def _names() -> dict[str, str]:
    """Give codes by the names in countries.csv, and by those that only the datasets have."""
    rows = read_table("countries.csv", ("iso", "name", "demonyms", "capitals", "other_names"))
    named = {n.casefold(): r["iso"] for r in rows for n in (r["name"], *r["other_names"].split("|")) if n}
    return named | {n.casefold(): iso for n, iso in _OTHER_NAMES.items()}


_OTHER_NAMES = {
    "Democratic Republic of Congo": "CD", "Republic of Congo": "CG", "Congo": "CG", "Bosnia-Herzegovina": "BA", "Burma": "MM",
    "Kingdom of eSwatini": "SZ",
}  # fmt: skip
