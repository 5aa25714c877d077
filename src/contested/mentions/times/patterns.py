"""The forms of dates, written over the letters that the scanner gives to words (``lexicon.LETTERS``).

Further letters: d a number from 1 to 31, z one from 32 to 99, x any other number, o "26th", Y a year of four digits,
g "1990s", I an ISO date, J "13/2/2025", Z "131830Z", l a clock time, and the marks themselves; _ is any other word. In
one place of a sentence the first form of the list that fits is taken, so longer forms stand before their parts.
"""

from __future__ import annotations

import re

_MONTH = r"[Mm]\.?"
_WEEKDAY = r"(?:t?[Ww]\.?,?)?"
_DAY = r"t?[do]"
_YEAR = r"(?:,?O?Y|'?z|O?[CQh]+u)?"
_PORTION = rf"e(?:j|[Oi]t?)?{_MONTH}(?:,?O?Y)?"
_LINK = r"[j/v]"

FORMS: tuple[tuple[str, str], ...] = (
    ("iso", r"I(?:jI)?"),
    ("numeric", r"J"),
    ("military", rf"Z{_MONTH}[zY]"),
    ("habit", r"y[uPWw]|U"),
    (
        "days",
        rf"{_WEEKDAY}{_DAY}(?:O?{_MONTH})?(?:,?Y)?{_LINK}{_WEEKDAY}{_DAY}O?{_MONTH}{_YEAR}"
        rf"|K{_WEEKDAY}{_DAY}(?:O?{_MONTH})?(?:,?Y)?&{_WEEKDAY}{_DAY}O?{_MONTH}{_YEAR}",
    ),
    ("days_us", rf"{_MONTH}[do](?:,?Y)?{_LINK}(?:{_MONTH})?[do]{_YEAR}(?![Mm])|K{_MONTH}[do](?:,?Y)?&(?:{_MONTH})?[do]{_YEAR}"),
    ("day_list", rf"{_WEEKDAY}{_DAY}(?:,{_DAY})*,?&{_WEEKDAY}{_DAY}O?{_MONTH}{_YEAR}"),
    ("day_month", rf"{_WEEKDAY}{_DAY}O?{_MONTH}{_YEAR}"),
    ("month_day", rf"{_WEEKDAY}{_MONTH}t?[do](?![,.]?{_MONTH}){_YEAR}"),
    ("ordinals", r"t?o[j/]t?o|to&t?o"),
    ("portions", rf"{_PORTION}[jv&]t?{_PORTION}"),
    ("portion", rf"e(?:j|[Oi]t?)?{_MONTH}{_YEAR}|e(?:j|[Oi]t?)?(?:h?u(?:O?Y)?|[CQ]u|Y|S(?:O?Y)?)"),
    ("share", rf"[fQ]n?u[Oi](?:t?{_MONTH}{_YEAR}|t?h?u|Y|[CQ]u)"),
    ("months", rf"K?{_MONTH}(?:,?Y)?[j&/v]{_MONTH}{_YEAR}"),
    ("month_year", rf"{_MONTH},?(?:O?Y|O?[CQh]u)"),
    ("last_month", r"[QRCD][Mm]|t[Mm][BF]"),
    ("season", r"[QCR]?S(?:,?O?Y|O?[CQh]u)?"),
    ("holiday", r"H(?:,?Y)?"),
    ("years", r"Y[j/v](?:Y|[dz])|KY&Y"),
    ("decade", r"e?(?:jO)?t?g"),
    ("overnight", rf"V(?:[jc]?t?[Ww]|[jc]?t?[do]O?{_MONTH}{_YEAR}|j?T)?"),
    ("day_word", r"TP?"),
    ("weekday_day", r"[Ww],?t?[do]"),
    ("weekdays", r"K?[Ww]P?[j/v&]t?e?[Ww]P?"),
    ("weekday", r"[QRCD]?[Ww]P?[RQ]?(?:C?u)?"),
    ("weekend", r"[QRCDh]*kB?"),
    ("so_far", r"qCu"),
    ("day_before", r"i?t[uP][BF]h?"),
    ("counted", r"~?nu(?:[LEFB]|G)h?|u[LEG]"),
    ("next", r"t?[RD](?:[uP]|[Ww])|[QC]u"),
    ("past_days", r"[tC][QRD]nu"),
    ("the_days", r"th?nu|[hC]nu"),
    ("covered", r"(?<![DQ])t?A"),
    ("later_in", r"[LE](?:i?th*|h)u"),
    ("same_and_next", r"t?h+u&c?t?(?:R[uP]?|uF)"),
    ("same", r"t?h+[uP](?![OBF])"),
    ("ordinal", r"to(?:Oh?C?t?u)?"),
    ("month", r"[Mm]\.?"),
    ("year", r"Y"),
    ("midnight", r"[BF]P"),
    ("night", r"[it]+P(?![OrBF])"),
    ("duration", r"nu|d?ku|[dxz]u"),
    ("clock", r"l|P"),
)
EXPRESSIONS = re.compile("|".join(f"(?P<{name}>{form})" for name, form in FORMS))
TRIGGERS = re.compile(r"[AMmWwSHuPTVUIJZgYolkf]")
"""A sentence without one of these letters holds no date."""
PREFIX = re.compile(r"(?:P[Or]?t?)$")
"""A part of the day over a date: "night of", "on the evening of the"."""
