"""Store 10,000 documents and ask for their events, beside the obvious alternative: a file of JSON for each, read through.

Usage: python benchmarks/store.py [DOCUMENTS]
    The reports of the linking set are coded once and kept under many names, each round at other days. The same is measured
    with a tenth of the documents, to say how the cost grows. --store ADDRESS measures another database (its store is emptied).
"""

from __future__ import annotations

import json
import resource
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from time import perf_counter, process_time

from contested.batch.pipeline import load_pipeline
from contested.exchange.json_files import json_text
from contested.model.documents import Document
from contested.model.events import Coding, Event
from contested.reading.sources import read_documents
from contested.store.ask import EventFilter, find_events
from contested.store.browse import count_events, page_of_events
from contested.store.database import Store, open_store
from contested.store.keep import keep_coding

REPORTS = Path(__file__).parents[1] / "src/contested/samples/linking/documents.jsonl"
DOCUMENTS = 10_000
Reading = tuple[Document, Coding]


def many(coded: Sequence[Reading], number: int) -> Iterator[Reading]:
    """Repeat codings under other names, each round two weeks later."""
    for n in range(number):
        document, coding = coded[n % len(coded)]
        round_ = n // len(coded)
        name = f"{document.id}-{round_}"
        events = tuple(_later(e, 14 * round_) for e in coding.events)
        statements = tuple(s.model_copy(update={"document": name}) for s in coding.statements)
        moved = coding.model_copy(update={"document": name, "events": events, "statements": statements})
        yield replace(document, id=name, name=f"{name}.txt"), moved


def _later(event: Event, days: int) -> Event:
    def moved(day: date | None) -> date | None:
        return day + timedelta(days=days) if day else None

    return event.model_copy(update={"date": event.date.model_copy(update={"start": moved(event.date.start), "end": moved(event.date.end)})})


def fill_store(readings: Sequence[Reading], store: Store) -> float:
    """Keep readings as the program does, one transaction each; give the seconds."""
    begin, spent = perf_counter(), process_time()
    for document, coding in readings:
        keep_coding(store, document, coding, who="bench")
    print(f"{len(readings)} documents kept: {(process_time() - spent) * 1000 / len(readings):.1f} ms of the processor each")
    return perf_counter() - begin


def write_files(readings: Sequence[Reading], folder: Path) -> float:
    """Write a file for each document; give the seconds."""
    begin = perf_counter()
    for document, coding in readings:
        (folder / f"{document.id}.json").write_text(json_text(coding), encoding="utf-8")
    return perf_counter() - begin


def from_files(folder: Path, fits: Callable[[dict[str, object]], bool]) -> int:
    """Count events by reading every file."""
    return sum(fits(e) for f in folder.glob("*.json") for e in json.loads(f.read_text(encoding="utf-8"))["events"])


def _country(event: dict[str, object]) -> object:
    place = event.get("place")
    return place.get("country") if isinstance(place, dict) else None


def _in_may(event: dict[str, object]) -> bool:
    day = event["date"]
    start, end = (str(day[k] or "") for k in ("start", "end")) if isinstance(day, dict) else ("", "")
    return bool(start) and start <= "2024-05-31" and end >= "2024-05-01"


def measure(readings: Sequence[Reading], store: Store) -> dict[str, tuple[float, float]]:
    """Time each work in the store and with files, in seconds."""
    may = EventFilter(first=date(2024, 5, 1), last=date(2024, 5, 31))
    country = max((c for c in (e.place.country for _, r in readings for e in r.events if e.place) if c), key=str)
    asked: dict[str, tuple[Callable[[], int], Callable[[dict[str, object]], bool]]] = {
        "events of one month": (lambda: len(find_events(store, may)), _in_may),
        "the first page of a country's events": (lambda: len(page_of_events(store, EventFilter(country=country))), lambda e: _country(e) == country),
        "bombings, counted": (lambda: count_events(store, EventFilter(action="bombing")), lambda e: e["action"] == "bombing"),
    }
    with tempfile.TemporaryDirectory() as folder:
        times = {"kept": (fill_store(readings, store), write_files(readings, Path(folder)))}
        for name, (ask, fits) in asked.items():
            found, ours = _timed(ask)
            counted, theirs = _timed(lambda fits=fits: from_files(Path(folder), fits))  # type: ignore[misc]
            assert found == counted or "page" in name, f"{name}: {found} in the store, {counted} in the files"
            times[name] = (ours, theirs)
    return times


def _timed(work: Callable[[], int]) -> tuple[int, float]:
    begin = perf_counter()
    return work(), perf_counter() - begin


def main(arguments: Sequence[str]) -> None:
    """Measure and print."""
    numbers = [int(a) for a in arguments if a.isdigit()]
    number = numbers[0] if numbers else DOCUMENTS
    address = arguments[arguments.index("--store") + 1] if "--store" in arguments else None
    pipeline = load_pipeline()
    coded = [(d, pipeline.code(d)) for d in read_documents(str(REPORTS)) if isinstance(d, Document)]
    with tempfile.TemporaryDirectory() as folder:
        small = measure(list(many(coded, number // 10)), open_store(str(Path(folder) / "small.db")))
        store = open_store(address or str(Path(folder) / "large.db"))
        readings = list(many(coded, number))
        large = measure(readings, store)
        size = sum(f.stat().st_size for f in Path(folder).glob("large.db*")) / 1e6
    events = sum(len(c.events) for _, c in readings)
    print(f"{number} documents, {events} events ({store.engine.dialect.name}{f', {size:.0f} MB' if size else ''})")
    print(f"{'':38s} {'store':>9s} {'files':>9s}   times the cost of a tenth")
    for name, (ours, theirs) in large.items():
        print(f"{name:38s} {ours:7.3f} s {theirs:7.3f} s   {ours / small[name][0]:6.1f}")
    print(f"kept: {1000 * large['kept'][0] / number:.1f} ms a document; peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")


if __name__ == "__main__":
    main(sys.argv[1:])
