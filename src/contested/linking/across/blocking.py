"""Choose the pairs that are worth comparing, so that the cost grows with the number of events and not with its square."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from contested.linking.across.traits import Traits

BUCKET_DAYS = 4
WIDEST_DAYS = 100
CELLS_PER_DEGREE = 4
CROWDED = 250
Key = tuple[str, ...]


def candidate_pairs(events: Sequence[Traits]) -> Iterator[tuple[int, int]]:
    """Give pairs of indices of events of different documents that share a place or an actor and lie within days.

    A place is shared by a word of its name, a division, or a cell of a quarter of a degree or the one beside it; an actor
    counts too, and so does a name in the sentences of an event without a place. Dates that span more than ``WIDEST_DAYS`` are compared with none. A block of
    more than ``CROWDED`` events is passed over unless it is that of a town: its events share finer blocks too.
    """
    blocks: dict[Key, list[int]] = defaultdict(list)
    for n, event in enumerate(events):
        for key in _keys(event):
            blocks[key].append(n)
    seen: set[int] = set()
    total = len(events)
    for key, members in blocks.items():
        if len(members) > CROWDED and key[0] != "name":
            continue
        for at, a in enumerate(members):
            for b in members[at + 1 :]:
                code = a * total + b
                if code not in seen and events[a].ref.document != events[b].ref.document:
                    seen.add(code)
                    yield a, b


def _keys(event: Traits) -> Iterator[Key]:
    places = list(_places(event))
    for bucket in _buckets(event):
        for place in places:
            yield *place, bucket


def _buckets(event: Traits) -> list[str]:
    """Give the stretches of days in which an event may lie, with those that touch it, so that neighbours meet."""
    if event.first is None or event.last is None or event.last - event.first > WIDEST_DAYS:
        return []
    first, last = (event.first - 2) // BUCKET_DAYS, (event.last + 1) // BUCKET_DAYS
    return [str(n) for n in range(first, last + 1)]


def _places(event: Traits) -> Iterator[Key]:
    country = event.country or ""
    for word in sorted(event.place_words | event.named_nearby):
        yield "name", word
    for word in sorted(event.admin1):
        yield "division", country, word
    if event.point:
        yield from _cells(event.point)
    yield from (("author", author) for author in sorted(event.authors))
    if not event.town:
        yield "country", country


def _cells(point: tuple[float, float]) -> Iterator[Key]:
    """Give the cell of a point and the next ones on its nearer sides: points within an eighth of a degree share one."""
    y, x = point[0] * CELLS_PER_DEGREE, point[1] * CELLS_PER_DEGREE
    for row in {int(y // 1), int((y + (0.5 if y % 1 >= 0.5 else -0.5)) // 1)}:
        for column in {int(x // 1), int((x + (0.5 if x % 1 >= 0.5 else -0.5)) // 1)}:
            yield "cell", str(row), str(column)
