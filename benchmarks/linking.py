"""Measure linking: agreement with gold from gold events and from texts, beside three simple rules; and its cost.

Usage: python benchmarks/linking.py [--cost]
    --cost also links 10,000 and 100,000 made-up events, and says what comparing every pair would cost.
"""

from __future__ import annotations

import random
import re
import resource
import sys
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from time import perf_counter, process_time

from contested.batch.pipeline import load_pipeline
from contested.evaluation.linking import LinkingSet, Scored, named_as_gold, read_set, score, to_text, with_copies
from contested.linking.across.comparing import compare
from contested.linking.across.link import LinkResources, link_tellings
from contested.linking.across.records import Ref, Telling
from contested.linking.across.traits import traits_of
from contested.model.events import Event
from contested.reading.sources import read_documents

FOLDER = Path(__file__).parents[1] / "src/contested/samples/linking"
_OTHER_SCENE = re.compile(r"convoy|market|school|church|hospital|bus|bazaar|camp")
BAR_GOLD, BAR_TEXTS, SAMPLE = 0.90, 0.75, 20_000


def main() -> int:
    """Print the tables; 1 if a bar is missed."""
    resources, gold = LinkResources.load(), read_set(FOLDER)
    pairs = sum(len(g) * (len(g) - 1) // 2 for g in gold.groups)
    print(f"{len(gold.groups)} incidents, {len(gold.texts)} documents, {len(gold.events)} tellings, {pairs} pairs of reports of one incident\n")
    from_gold = score(gold.events, gold.groups, resources)
    print("From gold events\n" + to_text(from_gold))
    print("From gold events, and a twin of every third incident: a day later, same town, group and act, another scene and toll\n" + to_text(_with_twins(gold, resources)))
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


def _with_twins(gold: LinkingSet, resources: LinkResources) -> list[Scored]:
    chosen = gold.groups[::3]
    wanted = {ref for group in chosen for ref in group}
    twins = [_twin(t) for t in gold.events if t.ref in wanted]
    groups = [tuple(Ref(f"twin-{r.document}", r.event) for r in group) for group in chosen]
    return score((*gold.events, *twins), (*gold.groups, *groups), resources)


def _twin(telling: Telling) -> Telling:
    event = telling.event
    tolls = tuple(c.model_copy(update={"low": (c.low or 0) + 3, "high": (c.high or 0) + 3}) for c in event.casualties)
    later = {"start": _later(event.date.start, 1), "end": _later(event.date.end, 1)}
    told = tuple(e.model_copy(update={"text": _OTHER_SCENE.sub("depot", e.text)}) for e in event.evidence)
    changed = event.model_copy(update={"casualties": tolls, "date": event.date.model_copy(update=later), "evidence": told})
    return replace(telling, ref=Ref(f"twin-{telling.ref.document}", telling.ref.event), event=changed, copy_of=telling.copy_of and f"twin-{telling.copy_of}")


def _cost(gold: LinkingSet, resources: LinkResources) -> None:
    seconds = {}
    for number in (10_000, 100_000):
        tellings = many(gold.events, number)
        begun, spent = perf_counter(), process_time()
        found = link_tellings(tellings, resources)
        taken, seconds[number] = perf_counter() - begun, process_time() - spent
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(f"{number:>7} events linked in {taken:.1f} s ({seconds[number]:.1f} s of the processor), {len(found.merges)} merges, peak memory {memory:.0f} MB")
    print(f"ten times the events cost {seconds[100_000] / seconds[10_000]:.1f} times the processor's time")
    print(f"comparing every pair of 10,000 events instead: {_every_pair(many(gold.events, 10_000), resources):.0f} s, by a sample of {SAMPLE} pairs")


def _every_pair(tellings: Sequence[Telling], resources: LinkResources) -> float:
    """Give the seconds that comparing every pair would take."""
    traits = [traits_of(t, resources.names) for t in tellings]
    chance = random.Random(0)
    sample = [chance.sample(traits, 2) for _ in range(SAMPLE)]
    begun = perf_counter()
    for a, b in sample:
        compare(a, b, resources.tables, resources.names)
    return (perf_counter() - begun) / SAMPLE * len(traits) * (len(traits) - 1) / 2


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
