"""Measure linking: agreement with gold from gold events and from texts, beside three simple rules; and its cost.

Usage: python benchmarks/linking.py [--cost]
    --cost also links 10,000 and 100,000 made-up events, and the smaller number by comparing every pair of a country and month.
"""

from __future__ import annotations

import random
import resource
import sys
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import combinations
from pathlib import Path
from time import perf_counter

from contested.batch.pipeline import load_pipeline
from contested.evaluation.linking import LinkingSet, Scored, named_as_gold, read_set, score, to_text, with_copies
from contested.linking.across.comparing import compare
from contested.linking.across.link import LinkResources, link_tellings
from contested.linking.across.records import Ref, Telling
from contested.linking.across.traits import traits_of
from contested.model.events import Event
from contested.reading.sources import read_documents

FOLDER = Path(__file__).parents[1] / "src/contested/samples/linking"
BAR_GOLD, BAR_TEXTS = 0.90, 0.75


def main() -> int:
    """Print the tables; 1 if a bar is missed."""
    resources, gold = LinkResources.load(), read_set(FOLDER)
    pairs = sum(len(g) * (len(g) - 1) // 2 for g in gold.groups)
    print(f"{len(gold.groups)} incidents, {len(gold.texts)} documents, {len(gold.events)} tellings, {pairs} pairs of reports of one incident\n")
    from_gold = score(gold.events, gold.groups, resources)
    print("From gold events\n" + to_text(from_gold))
    from_texts = _from_texts(gold, resources)
    print("From the texts (coded, then linked)\n" + to_text(from_texts))
    if "--cost" in sys.argv:
        _cost(gold, resources)
    best, coded = from_gold[0], from_texts[0]
    return 0 if min(best.pairs.f1, best.items.f1) >= BAR_GOLD and coded.pairs.f1 >= BAR_TEXTS else 1


def _from_texts(gold: LinkingSet, resources: LinkResources) -> list[Scored]:
    """Code the documents, link what was coded, and name the coded events as gold does before scoring."""
    pipeline = load_pipeline()
    documents = list(read_documents(str(FOLDER / "documents.jsonl")))
    coded = [Telling(Ref(d.id, e.id), e) for d in documents for e in pipeline.code(d).events]
    named = named_as_gold([(t.ref, t.event.evidence) for t in coded], gold.events)
    renamed = [Telling(named.get(t.ref, t.ref), t.event) for t in coded]
    return score(with_copies(renamed, gold.texts), gold.groups, resources)


def _cost(gold: LinkingSet, resources: LinkResources) -> None:
    seconds = {}
    for number in (10_000, 100_000):
        tellings = many(gold.events, number)
        begun = perf_counter()
        found = link_tellings(tellings, resources)
        seconds[number] = perf_counter() - begun
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(f"{number:>7} events linked in {seconds[number]:.1f} s, {len(found.merges)} merges, peak memory {memory:.0f} MB")
    print(f"ten times the events cost {seconds[100_000] / seconds[10_000]:.1f} times the time")
    print(f"every pair of a country and month, 10,000 events: {_every_pair(many(gold.events, 10_000), resources):.1f} s")


def _every_pair(tellings: Sequence[Telling], resources: LinkResources) -> float:
    begun = perf_counter()
    blocks = defaultdict(list)
    for telling in tellings:
        place, day = telling.event.place, telling.event.date.start
        blocks[place.country if place else None, day.strftime("%Y-%m") if day else None].append(traits_of(telling, resources.names))
    for block in blocks.values():
        for a, b in combinations(block, 2):
            compare(a, b, resources.tables, resources.names)
    return perf_counter() - begun


def many(events: Sequence[Telling], number: int) -> list[Telling]:
    """Repeat the set, two rounds a month, each somewhere else: a collection grows in time."""
    rounds = -(-number // len(events))
    return [_moved(t, n) for n in range(rounds) for t in events][:number]


def _moved(telling: Telling, n: int) -> Telling:
    chance = random.Random(n)
    days, north, east = 15 * n, chance.uniform(-9, 9), chance.uniform(-9, 9)
    event = telling.event
    moved = event.date.model_copy(update={"start": _later(event.date.start, days), "end": _later(event.date.end, days)})
    place = event.place
    if place is not None:
        where = {"latitude": (place.latitude or 0) + north, "longitude": (place.longitude or 0) + east}
        place = place.model_copy(update={"name": f"{place.name} {n}", "text": f"{place.text} {n}", **where})
    changed: Event = event.model_copy(update={"date": moved, "place": place})
    return replace(telling, ref=Ref(f"{telling.ref.document}-{n}", telling.ref.event), event=changed, copy_of=telling.copy_of and f"{telling.copy_of}-{n}")


def _later(day: date | None, days: int) -> date | None:
    return day + timedelta(days=days) if day else None


if __name__ == "__main__":
    sys.exit(main())
