"""Cells to values: numbers with a comma or a point, days in the forms that datasets use."""

from __future__ import annotations

import re
from datetime import date, datetime

from contested.errors import InputError
from contested.exchange.incoming.sheet import SheetRow
from contested.reading.published import parse_date

_FORMS = ("%Y-%m-%d", "%d-%m-%Y", "%d/%m/%Y", "%d.%m.%Y", "%Y/%m/%d", "%d-%b-%Y", "%Y%m%d")
_CLOCK = re.compile(r"[T ]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:\s*(?:Z|[+-]\d{2}:?\d{2}))?$")


def read_day(row: SheetRow, column: str) -> date:
    """Read a day: 2024-03-05, 05-03-2024 or 5/3/2024 (day first), 5 March 2024; a time of day is left away.

    Raises: InputError: it is no day, or one where day and month cannot be told apart from a month first.
    """
    words = _CLOCK.sub("", row[column].strip())
    for form in _FORMS:
        try:
            return datetime.strptime(words, form).date()
        except ValueError:
            continue
    found = parse_date(words)
    if found is None:
        raise InputError(f"the column '{column}' holds {row[column][:40]!r}, no day", where=row.where, fix="Write it as 2024-03-05.")
    return found


def read_number(row: SheetRow, column: str) -> float | None:
    """Read a number with a decimal point or comma; None for an empty cell.

    Raises: InputError: it is no number.
    """
    words = row[column].replace("\u00a0", "").replace(" ", "")
    if not words:
        return None
    if "," in words:
        words = words.replace(",", "") if "." in words and words.rindex(".") > words.rindex(",") else words.replace(".", "").replace(",", ".")
    try:
        return float(words)
    except ValueError as err:
        raise InputError(f"the column '{column}' holds {row[column][:40]!r}, no number", where=row.where, fix="Write it in digits.") from err


def read_count(row: SheetRow, column: str) -> int | None:
    """Read a whole number of people, nought or more; None for an empty cell.

    Raises: InputError: it is no such number.
    """
    number = read_number(row, column)
    if number is not None and (number < 0 or number != int(number)):
        raise InputError(f"the column '{column}' holds {row[column][:40]!r}, no number of people", where=row.where, fix="Write it in digits.")
    return None if number is None else int(number)


def read_degrees(row: SheetRow, column: str, most: int) -> float | None:
    """Read latitude (``most`` 90) or longitude (180) in degrees; None for an empty cell.

    Raises: InputError: it is no number, or beyond the poles or the date line.
    """
    number = read_number(row, column)
    if number is not None and abs(number) > most:
        raise InputError(f"the column '{column}' holds {row[column][:40]!r}, more than {most} degrees", where=row.where, fix="Check the decimal sign.")
    return number
