"""Figures in a sentence: numbers, number words, vague words, ranges and bounds, by codebook 5."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from contested.mentions.counts.tables import CountTables, Figure, word_set

_DIGITS = re.compile(r"x?(\d{1,3}(?:[,. ]\d{3})+|\d{1,7})(\+?)[xcf]?")
_SPAN = re.compile(r"(\d{1,4})[-–—](\d{1,4})")
_MONTHS = word_set("january february march april may june july august september october november december "
    "jan feb mar apr jun jul aug sep sept oct nov dec")
_NOT_AFTER = word_set("no. no # nr nr. number page article resolution section year years aged age chapter under-")
_NOT_BEFORE = word_set("% per percent pm am a.m. p.m. hrs hours o'clock st nd rd th million billion km m kg mm years-old - / : year-old")


@dataclass(frozen=True, slots=True)
class Quantity:
    """Tokens ``start`` to ``end`` (exclusive) that give a figure.

    ``any`` marks "any", "anyone"; ``vague`` a word such as "several"; ``digits`` a figure in digits.
    """

    start: int
    end: int
    low: int | None
    high: int | None
    any: bool = False
    vague: bool = False
    digits: bool = False


def find_quantities(lower: Sequence[str], tables: CountTables) -> tuple[Quantity, ...]:
    """Find the figures of a sentence, left to right, without overlap; dates, clock times and shares are none."""
    found: list[Quantity] = []
    i = 0
    while i < len(lower):
        word = lower[i]
        if word in tables.figures or word[0].isdigit() or word == "between" or word == "from" or word[0] == "x":
            quantity = _quantity(lower, i, tables)
            if quantity:
                found.append(quantity)
                i = quantity.end
                continue
        i += 1
    return tuple(found)


def rows_at(lower: Sequence[str], i: int, tables: CountTables, roles: tuple[str, ...]) -> Figure | None:
    """Give the longest row with one of the roles that stands at token i."""
    if i >= len(lower):
        return None
    for row in tables.figures.get(lower[i], ()):
        if row.role in roles and tuple(lower[i : i + len(row.words)]) == row.words:
            return row
    return None


def _quantity(lower: Sequence[str], i: int, tables: CountTables) -> Quantity | None:
    if i and lower[i - 1] == "how":
        return None
    if lower[i] in ("between", "from"):
        if i and lower[i] == "from" and rows_at(lower, i - 1, tables, ("revising",)):
            return None
        return _range(lower, i + 1, tables, ("and", "to"), i)
    bounds: list[str] = []
    at = i
    while row := rows_at(lower, at, tables, ("minimum", "maximum", "about")):
        if not _value(lower, at + len(row.words), tables) and not rows_at(
            lower, at + len(row.words), tables, ("minimum", "maximum", "about")
        ):
            break
        bounds.append(row.role)
        at += len(row.words)
    moved = i > 0 and lower[i - 1] == "from"
    ranged = _range(lower, at, tables, ("-", "–", "or") if moved else ("to", "-", "–", "or"), i)
    if ranged:
        return ranged
    value = _value(lower, at, tables)
    if value is None:
        return None
    return _bounded(lower, replace(value, start=i), bounds, tables)


def _bounded(lower: Sequence[str], value: Quantity, bounds: Sequence[str], tables: CountTables) -> Quantity:
    after = rows_at(lower, value.end, tables, ("after",))
    if after:
        bounds = (*bounds, after.value)
        value = replace(value, end=value.end + len(after.words))
    if rows_at(lower, value.end, tables, ("possible",)):
        return replace(value, end=value.end + 1, low=0)
    if "minimum" in bounds and value.low is not None:
        return replace(value, high=None)
    if "maximum" in bounds and value.high is not None:
        return replace(value, low=None)
    return value


def _range(lower: Sequence[str], i: int, tables: CountTables, joints: tuple[str, ...], start: int) -> Quantity | None:
    first = _value(lower, i, tables)
    if first is None or first.low is None or first.end + 1 >= len(lower) or lower[first.end] not in joints:
        return None
    second = _value(lower, first.end + 1, tables)
    if second is None or second.low is None or second.low <= first.low or first.vague or second.vague:
        return None
    if lower[first.end] == "or" and second.low - first.low > max(3, first.low):
        return None
    return Quantity(start, second.end, first.low, second.low, digits=first.digits)


def _value(lower: Sequence[str], i: int, tables: CountTables) -> Quantity | None:
    if i >= len(lower):
        return None
    if span := _SPAN.fullmatch(lower[i]):
        low, high = int(span[1]), int(span[2])
        return Quantity(i, i + 1, low, high, digits=True) if low < high and not 1900 <= low <= 2100 else None
    row = rows_at(lower, i, tables, ("exact", "vague", "zero", "any"))
    if row and not (row.role in ("exact", "vague") and _is_multiple(lower, i + len(row.words), row, tables)):
        return _from_row(lower, i, row)
    return _digits(lower, i) or _number_words(lower, i, tables)


def _is_multiple(lower: Sequence[str], i: int, row: Figure, tables: CountTables) -> bool:
    """Tell whether "some" or "a hundred" goes on as "some fifty", "a hundred and six"."""
    if row.words[-1] == "hundred":
        return rows_at(lower, i + 1, tables, ("number",)) is not None and lower[i] == "and"
    return row.words == ("some",) and (rows_at(lower, i, tables, ("number",)) is not None or lower[i : i + 1] == ["dozen"])


def _from_row(lower: Sequence[str], i: int, row: Figure) -> Quantity | None:
    end = i + len(row.words)
    if row.role == "any":
        return Quantity(i, end, 0, 0, any=True)
    value = int(row.value)
    return Quantity(i, end, value, None if row.role == "vague" else value, vague=row.role == "vague")


def _digits(lower: Sequence[str], i: int) -> Quantity | None:
    match = _DIGITS.fullmatch(lower[i])
    if not match:
        return None
    before, after = lower[i - 1] if i else "", lower[i + 1] if i + 1 < len(lower) else ""
    value = int(re.sub(r"\D", "", match[1]))
    plain_year = len(match[1]) == 4 and match[1].isdigit() and 1900 <= value <= 2100
    if after == "year" or (after == "years" and lower[i + 2 : i + 3] == ["old"]):
        return None
    clock = match[1].startswith("0") and len(match[1]) > 1
    dated = before in _MONTHS and not (lower[i][0] == "x" or (i >= 2 and lower[i - 2].isdigit() and not plain_year))
    if clock or plain_year or dated or before in _NOT_AFTER or after in _NOT_BEFORE | _MONTHS:
        return None
    if before in ("-", "–", "/", ":", "$", "€", "£") and i >= 2 and lower[i - 2][-1:].isdigit():
        return None
    return Quantity(i, i + 1, value, None if match[2] else value, digits=True)


def _number_words(lower: Sequence[str], i: int, tables: CountTables) -> Quantity | None:
    implied = int(lower[i] == "a" and rows_at(lower, i + 1, tables, ("times",)) is not None)
    total, part, at, words = 0, implied, i + implied, implied
    while at < len(lower):
        row = rows_at(lower, at, tables, ("number", "times"))
        if row is None:
            joint = lower[at] in ("-", "and") and words and at + 1 < len(lower)
            if not joint or not _goes_on(lower, at, part, total, tables):
                break
            at += 1
            continue
        number = int(row.value)
        if row.role == "times":
            if not words:
                return None
            part *= number
            if number >= 1000:
                total, part = total + part, 0
        elif words and part and (part % 100 == 0 or (part % 10 == 0 and number < 10)):
            part += number
        elif words and part:
            break
        else:
            part += number
        words += 1
        at += 1
    if not words or (lower[at : at + 1] and lower[at] in _NOT_BEFORE | _MONTHS):
        return None
    return Quantity(i, at, total + part, total + part)


def _goes_on(lower: Sequence[str], at: int, part: int, total: int, tables: CountTables) -> bool:
    follows = rows_at(lower, at + 1, tables, ("number",))
    if follows is None:
        return False
    if lower[at] == "-":
        return part % 10 == 0 and int(follows.value) < 10 and part > 0
    return (part >= 100 and part % 100 == 0) or (total >= 1000 and part == 0)
