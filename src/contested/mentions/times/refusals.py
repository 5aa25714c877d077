"""Words that look like a date and are none: names, counts, ordinals before a noun."""

from __future__ import annotations

from contested.mentions.times.clauses import Clause
from contested.mentions.times.scan import Expression, Scanned

_BEFORE_MONTH = frozenset("isrvbOFBKjep&")
_BEFORE_YEAR = frozenset("isrvbOFBKje~(&Qu")
_BEFORE_SEASON = frozenset("itQCRuOhe")
_BEFORE_SHORT_DAY = frozenset("cbsvr,(:jRQ")


def accept(scanned: Scanned, expression: Expression, clause: Clause) -> Expression | None:
    """Give the expression, a shorter one where only a part of it is a date, or None where none is."""
    rule, first = expression.rule, expression.first
    before = scanned.letters[first - 1] if first else ""
    letters = scanned.letters[first : expression.last]
    if rule in ("month_day", "weekday_day") and not (rule == "month_day" and before == "c") and clause.counts_next_noun():
        shorter = Expression("month" if rule == "month_day" else "weekday", first, expression.last - 1)
        return shorter if before in _BEFORE_MONTH or rule == "weekday_day" else None
    if not _capitals(scanned, expression):
        return None
    if rule in ("next", "same") and scanned.text[: scanned.pieces[expression.last - 1].end].endswith("s"):
        return None
    if rule == "month" and _is_no_month(scanned, expression, clause, before):
        return None
    if rule == "weekday" and _is_no_weekday(scanned, expression, before):
        return None
    if rule == "year" and before not in _BEFORE_YEAR:
        return None
    if rule == "season" and before not in _BEFORE_SEASON and expression.last - first == 1:
        return None
    if rule == "night" and clause.is_spent():
        return None
    if rule in ("ordinal", "ordinals") and clause.orders_next_noun():
        return None
    if rule == "day_month" and clause.names_something():
        return None
    if rule in ("day_month", "days", "day_list") and letters.endswith("z") and clause.counts_next_noun():
        return Expression(rule, first, expression.last - 1)
    return expression


def _capitals(scanned: Scanned, expression: Expression) -> bool:
    """Do all names of months and weekdays begin with a capital?"""
    return all(p.capital for p in scanned.pieces[expression.first : expression.last] if p.letter in "MmWw")


def _is_no_month(scanned: Scanned, expression: Expression, clause: Clause, before: str) -> bool:
    unsure = scanned.pieces[expression.first].letter == "m"
    if unsure and before not in _BEFORE_MONTH:
        return True
    return clause.is_person() and before not in _BEFORE_MONTH


def _is_no_weekday(scanned: Scanned, expression: Expression, before: str) -> bool:
    letters = scanned.letters[expression.first : expression.last]
    if letters != "w":
        return False
    after = scanned.letters[expression.last : expression.last + 1]
    return bool(before) and before not in _BEFORE_SHORT_DAY and after != ":"
