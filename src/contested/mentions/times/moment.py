"""Where a reader stands when a date comes: what headings, date lines and earlier sentences make of its missing parts."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from contested.mentions.times.intervals import Interval, month_interval, safe_date, year_interval
from contested.model.vocabulary import DatePrecision

_FORWARD = 0.85  # told in order, the next date is more often ahead than back
_SOON, _LONG_AGO = 14, 300
_BACKWARD = 2.0  # under a heading or date line, what is ahead has mostly not happened yet


@dataclass(frozen=True, slots=True)
class Moment:
    """What holds where a date stands.

    ``named`` is the last date named at all. ``reference`` is the day from which "today" counts, ``near`` that a heading, date line or lead gives it (not only
    the document); ``told`` is the last date of the narrative, ``told_day`` the last that is known to the day,
    ``told_here`` that the paragraph tells it; ``heading`` what the headings give, ``period`` what the document's head
    says that it covers, ``bound`` the day after which nothing in it has happened; ``future`` that the verb looks ahead.
    """

    reference: date | None = None
    near: bool = False
    told: Interval | None = None
    told_day: Interval | None = None
    told_here: bool = False
    told_at_dawn: bool = False
    named: Interval | None = None
    heading: Interval | None = None
    period: Interval | None = None
    bound: date | None = None
    future: bool = False

    @property
    def running(self) -> Interval | None:
        """Give the narrative's date where it still holds: in the paragraph, or in a text without days over it."""
        return self.told if self.told_here or not self.near else None

    @property
    def day(self) -> date | None:
        """Give the day from which days are counted when the text names none."""
        if self.reference:
            return self.reference
        base = self.told_day or self.told or self.heading
        return base.last if base else None

    def years(self) -> tuple[int, ...]:
        """Give the years that a date without one may belong to, in order."""
        found: set[int] = set()
        for span in (self.heading, self.told, self.period):
            if span:
                found.update(range(span.first.year - 1, min(span.last.year, span.first.year + 30) + 2))
        for day in (self.reference, self.bound):
            if day:
                found.update((day.year - 1, day.year, day.year + 1))
        return tuple(sorted(found))

    def choose(self, options: Iterable[Interval]) -> tuple[Interval, str] | None:
        """Choose among dates that differ in what the text leaves out, and say what decided: heading, text, document."""
        left = tuple(options)
        if not left:
            return None
        if self.future and self.reference:
            ahead = [o for o in left if o.last >= self.reference]
            return (ahead[0], "document") if ahead else (left[-1], "document")
        if self.bound:
            left = self._not_after(self.bound, left)
        if self.heading and (inside := [o for o in left if o.overlaps(self.heading)]):
            return self._nearest(inside, self.running or self.heading), "heading"
        told = self.running
        if self.period and (told is None or told.overlaps(self.period)):
            left = tuple(o for o in left if o.overlaps(self.period)) or left
        if told:
            return self._nearest(left, told), "text"
        if self.heading:
            return self._nearest(left, self.heading, _BACKWARD), "heading"
        day = self.reference or (self.period.last if self.period else None)
        if day is None:
            return None
        return ([o for o in left if o.first <= day] or left[:1])[-1], "document"

    def _not_after(self, bound: date, options: tuple[Interval, ...]) -> tuple[Interval, ...]:
        """Leave out what lies after the document, save what follows within days and else would be a year away."""
        kept = tuple(o for o in options if o.first <= bound)
        ahead = tuple(o for o in options if bound < o.first <= bound + timedelta(days=_SOON))
        if ahead and (not kept or (bound - kept[-1].last).days > _LONG_AGO):
            return ahead
        return kept or options[:1]

    def _nearest(self, options: Iterable[Interval], base: Interval, forward: float = _FORWARD) -> Interval:
        def distance(option: Interval) -> float:
            if option.overlaps(base):
                return 0.0
            if option.first > base.last:
                return (option.first - base.last).days * forward
            return float((base.first - option.last).days)

        return min(options, key=distance)

    def month(self, month: int) -> tuple[Interval, str] | None:
        """Give the year to a month."""
        return self.choose(month_interval(year, month) for year in self.years())

    def date(self, month: int, day: int, weekday: int | None = None) -> tuple[Interval, str] | None:
        """Give the year to a day and month; a weekday beside it rules years out."""
        days = [d for year in self.years() if (d := safe_date(year, month, day))]
        fitting = [d for d in days if weekday is None or d.weekday() == weekday] or days
        return self.choose(Interval(d, d, DatePrecision.DAY) for d in fitting)

    def current_month(self) -> tuple[Interval, str] | None:
        """Give the month that "the 26th" or "the month" belongs to."""
        told = self.running
        heading = self.heading
        if heading and _within_months(heading) and not (told and told.overlaps(heading)):
            return month_interval(heading.first.year, heading.first.month), "heading"
        if told and told.precision is not DatePrecision.YEAR:
            return month_interval(told.last.year, told.last.month), "text"
        if self.reference:
            return month_interval(self.reference.year, self.reference.month), "document"
        for span in (told, self.period):
            if span and _within_months(span):
                return month_interval(span.first.year, span.first.month), "text"
        return None

    def current_year(self) -> tuple[Interval, str] | None:
        """Give the year that "the year" or "the first quarter" belongs to."""
        if self.heading and self.heading.first.year == self.heading.last.year:
            return year_interval(self.heading.first.year), "heading"
        told = self.running
        if told:
            return year_interval(told.first.year), "text"
        for day in (self.reference, self.period.first if self.period else None):
            if day:
                return year_interval(day.year), "document"
        return None

    def day_of_month(self, day: int, weekday: int | None = None) -> tuple[Interval, str] | None:
        """Give month and year to "the 26th" or "Friday 13"."""
        current = self.current_month()
        if current is None:
            return None
        whole, source = current
        options = [o for step in (-1, 0, 1) if (o := _day_in(whole, step, day))]
        if weekday is not None:
            options = [o for o in options if o.first.weekday() == weekday]
        elif source != "document":
            options = [o for o in options if o.overlaps(whole)]
        if source == "document" and self.reference:
            limit = self.reference + timedelta(days=1)
            kept = [o for o in options if (o.first >= self.reference) == self.future or (o.first <= limit and not self.future)]
            options = (kept[:1] if self.future else kept[-1:]) or options
        if self.period and (inside := [o for o in options if o.overlaps(self.period)]):
            options = inside
        return (self._nearest(options, whole), source) if options else None


def _within_months(span: Interval) -> bool:
    return span.precision is not DatePrecision.YEAR and (span.last - span.first).days <= 62


def _day_in(whole: Interval, step: int, day: int) -> Interval | None:
    month = month_interval(whole.first.year, whole.first.month + step)
    found = safe_date(month.first.year, month.first.month, day)
    return Interval(found, found, DatePrecision.DAY) if found else None
