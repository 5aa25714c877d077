"""Where two policies part ways, and why."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from contested.assessing.policies.records import Derived


@dataclass(frozen=True, slots=True)
class Difference:
    """A field that two policies derive differently from the same events, as words, with the reasons of both."""

    field: str
    left: str
    right: str
    why: str


def differences(left: Derived, right: Derived) -> tuple[Difference, ...]:
    """Give the fields in which two derivations of one incident differ."""
    why = f"{left.policy}: {'; '.join(left.because)}. {right.policy}: {'; '.join(right.because)}"
    return tuple(Difference(f, a, b, why) for (f, a), (_, b) in zip(_fields(left), _fields(right), strict=True) if a != b)


def _fields(d: Derived) -> Iterator[tuple[str, str]]:
    yield "killed", killed_words(d)
    yield "deaths by side", f"{d.deaths.a} / {d.deaths.b} / {d.deaths.civilians} / {d.deaths.unknown}"
    yield "date", f"{d.date.start} to {d.date.end}" if d.date.start != d.date.end else str(d.date.start)
    yield "place", d.place.name if d.place else ""
    yield "status", d.status.value
    yield "harm", d.harm.value
    yield "attribution", d.attribution.value
    yield "occurrence", d.occurrence.value


def killed_words(d: Derived) -> str:
    """Write low, best and high: "5 to 11, best 7"; a dash where nobody gives a number."""
    if d.low is None and d.high is None:
        return "-"
    span = str(d.low) if d.low == d.high else f"{d.low} to {d.high}"
    return span if d.best is None or d.low == d.high else f"{span}, best {d.best}"
