"""Forms that name a day, month, season or year: absolute, or with parts that the context gives."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from contested.mentions.times.intervals import (
    Interval,
    day_interval,
    month_interval,
    months_interval,
    portion_interval,
    safe_date,
    season_interval,
    share_interval,
    year_interval,
)
from contested.mentions.times.moment import Moment
from contested.mentions.times.words import Resolved, Words
from contested.model.vocabulary import DatePrecision

_NOTHING = Resolved(None, "partial")


def partial(found: tuple[Interval, str] | None) -> Resolved:
    """Tell a date whose missing part the context gave."""
    return Resolved(found[0], "partial", found[1]) if found else _NOTHING


def stated_year(words: Words, now: Moment) -> int | None:
    """Give the year that an expression states: "2014", "87", "last year", "of that year"."""
    year = words.number("Yz")
    if year is not None:
        return year
    if words.string("u") != "year" or not words.has("QCh"):
        return None
    if words.has("h"):
        current = now.told or now.heading
        return current.first.year if current else None
    return now.day.year - int(words.has("Q")) if now.day else None


def iso(words: Words, now: Moment) -> Resolved:
    """Read "2025-02-04"."""
    try:
        days = [date.fromisoformat(str(p.value)) for p in words.pieces if p.letter == "I"]
    except ValueError:
        return _NOTHING
    return Resolved(day_interval(days[0], days[-1]), "absolute")


def numeric(words: Words, now: Moment) -> Resolved:
    """Read "13/2/2025" or "13.2.2025"; "4/2/2025" may be February or April and stays without a date."""
    raw = words.string("J")
    first, second, year = (int(n) for n in raw.replace(".", "/").split("/"))
    if "." in raw or first > 12 or first == second:
        day, month = first, second
    elif second > 12:
        day, month = second, first
    else:
        return _NOTHING
    found = safe_date(year, month, day)
    return Resolved(day_interval(found), "absolute") if found else _NOTHING


def military(words: Words, now: Moment) -> Resolved:
    """Read a date-time group, "131830Z AUG 87"."""
    found = safe_date(words.number("Yz") or 1, words.number("Mm") or 1, int(words.string("Z")[:2]))
    return Resolved(day_interval(found), "absolute") if found else _NOTHING


def day_month(words: Words, now: Moment) -> Resolved:
    """Read "4 February 2025", "February 4", "Tuesday the 4th of March last year"."""
    month, day = words.number("Mm") or 1, words.number("do") or 1
    year = stated_year(words, now)
    if year is None:
        return partial(now.date(month, day, words.number("Ww")))
    found = safe_date(year, month, day)
    return Resolved(day_interval(found), "absolute") if found else _NOTHING


def days(words: Words, now: Moment) -> Resolved:
    """Read a range or list of days: "4 to 6 May", "30 April - 2 May 2014", "March 3-5", "15 and 16 June"."""
    numbers, months, years = words.numbers("do"), words.numbers("Mm"), words.numbers("Yz")
    year = years[-1] if years else stated_year(words, now)
    weekdays = words.numbers("Ww")
    if year is None:
        closing = now.date(months[-1], numbers[-1], weekdays[-1] if weekdays else None)
        if closing is None:
            return _NOTHING
        last, source = closing[0].last, closing[1]
    else:
        end = safe_date(year, months[-1], numbers[-1])
        if end is None:
            return _NOTHING
        last, source = end, ""
    begin_year = years[0] if len(years) > 1 else last.year - int(months[0] > months[-1])
    first = safe_date(begin_year, months[0], numbers[0])
    if first is None or first > last:
        return _NOTHING
    return Resolved(day_interval(first, last), "partial" if source else "absolute", source)


def ordinals(words: Words, now: Moment) -> Resolved:
    """Read "the 25th and 26th"."""
    first, last = (now.day_of_month(day) for day in (words.numbers("o")[0], words.numbers("o")[-1]))
    if not first or not last or last[0].last < first[0].first:
        return _NOTHING
    return Resolved(day_interval(first[0].first, last[0].last), "partial", first[1])


def ordinal(words: Words, now: Moment) -> Resolved:
    """Read "the 26th", "the 28th of that month"."""
    if words.has("h") and now.named and now.named.precision is not DatePrecision.YEAR:
        found = safe_date(now.named.last.year, now.named.last.month, words.number("o") or 1)
        return partial((day_interval(found), "text") if found else None)
    return partial(now.day_of_month(words.number("o") or 1))


def weekday_day(words: Words, now: Moment) -> Resolved:
    """Read "Friday 13", "Friday, the 29th"."""
    return partial(now.day_of_month(words.number("do") or 1, words.number("Ww")))


def month(words: Words, now: Moment) -> Resolved:
    """Read "March 2025", "August last year", "in May", and "the May before"."""
    number = words.number("Mm") or 1
    year = stated_year(words, now)
    if year is not None:
        return Resolved(month_interval(year, number), "absolute")
    return partial(now.month(number))


def last_month(words: Words, now: Moment) -> Resolved:
    """Read "last October", "the following September", "the May before"."""
    number = words.number("Mm") or 1
    ahead = words.has("RF")
    base = now.told or now.period or now.heading
    if words.has("Q") and now.reference:
        start = now.reference
    elif base:
        start = base.first
    elif now.reference:
        start = now.reference
    else:
        return _NOTHING
    year = start.year + (int(number <= start.month) if ahead else -int(number >= start.month))
    return Resolved(month_interval(year, number), "relative", "text")


def months(words: Words, now: Moment) -> Resolved:
    """Read "January to June 2023", "January and February", "June 2012 - January 2013"."""
    numbers, years = words.numbers("Mm"), words.numbers("Yz")
    closing = (month_interval(years[-1], numbers[-1]), "") if years else now.month(numbers[-1])
    if closing is None:
        return _NOTHING
    year = years[0] if len(years) > 1 else closing[0].first.year - int(numbers[0] > numbers[-1])
    span = months_interval(month_interval(year, numbers[0]), closing[0])
    return Resolved(span, "partial" if closing[1] else "absolute", closing[1])


def whole(words: Words, now: Moment) -> tuple[Interval, str] | None:
    """Give the month, season or year that a portion is cut from, and what gave its missing parts."""
    year = stated_year(words, now)
    number = words.number("Mm")
    if number is not None:
        return (month_interval(year, number), "") if year is not None else now.month(number)
    if (first := words.number("S")) is not None:
        return (season_interval(year, first), "") if year is not None else _season(first, now)
    if year is not None:
        return year_interval(year), ""
    units = [str(p.value) for p in words.pieces if p.letter == "u"]
    unit = units[-1] if units else "year"
    if words.has("Q") and unit in ("month", "week") and not words.has("f") and now.day:
        earlier = month_interval(now.day.year, now.day.month - 1)
        return (earlier, "document") if unit == "month" else None
    if unit == "month":
        return now.current_month()
    return now.current_year() if unit == "year" else None


def portion(words: Words, now: Moment) -> Resolved:
    """Read "early March", "mid-May 2009", "the end of the month", "late 2024"."""
    found = whole(words, now)
    if found is None:
        return _NOTHING
    span = portion_interval(found[0], words.string("e"))
    return Resolved(span, "partial" if found[1] else "absolute", found[1])


def portions(words: Words, now: Moment) -> Resolved:
    """Read "from mid-March to early May 2014"."""
    cut = [n for n, p in enumerate(words.pieces) if p.letter == "e"][-1]
    closing = portion(Words(words.pieces[cut:]), now)
    if closing.span is None:
        return _NOTHING
    opening = portion(Words(words.pieces[:cut]), replace(now, told=closing.span, told_here=True, bound=closing.span.last))
    if opening.span is None or opening.span.first > closing.span.last:
        return closing
    return Resolved(Interval(opening.span.first, closing.span.last, DatePrecision.WEEK), closing.kind, closing.source)


def share(words: Words, now: Moment) -> Resolved:
    """Read "the first days of March", "second half of January 2009", "the last week of August"."""
    place = words.number("f") or -1
    head = next(i for i, p in enumerate(words.pieces) if p.letter == "u")
    found = whole(Words(words.pieces[head + 1 :]), now)
    if found is None:
        return _NOTHING
    unit = str(words.pieces[head].value)
    count = words.number("n")
    if count and unit in ("day", "week"):
        length = timedelta(days=count * (7 if unit == "week" else 1) - 1)
        first = found[0].first if place > 0 else found[0].last - length
        return Resolved(Interval(first, first + length, DatePrecision.WEEK), "partial", found[1])
    return Resolved(share_interval(found[0], unit, place), "partial" if found[1] else "absolute", found[1])


def part_of_year(words: Words, now: Moment) -> Resolved:
    """Read a heading such as "First quarter" or "Second half"."""
    current = now.current_year()
    if current is None:
        return _NOTHING
    return Resolved(share_interval(current[0], words.string("u"), words.number("f") or -1), "partial", current[1])


def season(words: Words, now: Moment) -> Resolved:
    """Read "spring 2014", "last summer", "the summer"."""
    first = words.number("S") or 1
    year = stated_year(words, now)
    if year is not None:
        return Resolved(season_interval(year, first), "absolute")
    return partial(_season(first, now))


def _season(first: int, now: Moment) -> tuple[Interval, str] | None:
    return now.choose(season_interval(year, first) for year in now.years())


def holiday(words: Words, now: Moment) -> Resolved:
    """Read "Christmas Day", "New Year's Eve 2015"."""
    number, day = (int(n) for n in words.string("H").split("-"))
    year = words.number("Y")
    if year is None:
        return partial(now.date(number, day))
    return Resolved(day_interval(date(year, number, day)), "absolute")


def years(words: Words, now: Moment) -> Resolved:
    """Read "2012-2014", "between 1968 and 2010", "2022-23"."""
    found = words.numbers("Y")
    last = found[-1]
    if len(found) == 1:
        last = found[0] // 100 * 100 + (words.number("dz") or 0) % 100
    if last < found[0]:
        return _NOTHING
    return Resolved(year_interval(found[0], last), "absolute")


def decade(words: Words, now: Moment) -> Resolved:
    """Read "the 1990s", "the late 1990s"."""
    first = words.number("g") or 1
    cut = {"early": (0, 3), "mid": (4, 6), "late": (7, 9)}.get(words.string("e"), (0, 9))
    return Resolved(year_interval(first + cut[0], first + cut[1]), "absolute")


def year(words: Words, now: Moment) -> Resolved:
    """Read a bare year."""
    return Resolved(year_interval(words.number("Y") or 1), "absolute")
