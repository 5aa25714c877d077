"""Server time and weight of each page of the application with 100,000 invented events in the store, and a document of 200 KB.

Usage: python benchmarks/pages.py [EVENTS]

Pages are asked again and again (the median counts); filters are each asked once right after somebody wrote to the store,
so that nothing is remembered (``cold``, the least of three), and then again. The weight of a page is that of all that a browser fetches for it,
uncompressed. Exits with 1 where a limit is passed: 100 ms for the pages at the median, 300 ms for filters, 1 MB.
"""

from __future__ import annotations

import re
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

from many_events import fill_many
from starlette.testclient import TestClient

from contested.batch.pipeline import load_pipeline
from contested.model.documents import Document
from contested.reading.formats import read_raw
from contested.reading.raw import Raw
from contested.reading.sources import read_documents
from contested.samples import sample_documents
from contested.store.ask import EventFilter
from contested.store.browse import count_events
from contested.store.database import Store, open_store
from contested.store.journal import note
from contested.store.keep import keep_coding
from contested.web.app import create_app
from contested.web.serving import make_application, settle

EVENTS, TIMES, LONG_CHARS = 100_000, 7, 200_000
PAGE_MS, FILTER_MS, WEIGHT_BYTES = 100.0, 300.0, 1_000_000
PAGES = (
    "/explore", "/explore?page=40", "/charts", "/export", "/documents", "/documents/report-3", "/documents/long", "/claims/report-3",
    "/events/report-3/{event}", "/review", "/review/many?sure=0.7", "/double", "/links", "/incidents", "/actors", "/actor?name=Reed Front", "/search?q=reed patrol", "/add",
)  # fmt: skip
FILTERS = (
    "status=disputed&order=toll", "country=SY&from=2015-01-01&to=2018-01-01", "actor=reed", "place=belisk", "source=Monitor 3", "sure=0.9",
    "box=30,30,40,40", "reviewed=no&action=ambush", "policy=ucdp&against=acled", "policy=acled&changed=yes",
)  # fmt: skip
FETCHED = re.compile(r'(?:src|href|data-spots|data-world)="(/(?:static|explore/spots)[^"]*)"')


def fill(store: Store, events: int) -> None:
    """Keep the invented events, and the samples joined up to one long document."""
    fill_many(store, events)
    body = "\n\n".join(d.text for sample in sample_documents() for d in read_documents(str(sample)))
    text = "\n\n".join([body] * (LONG_CHARS // len(body) + 1))
    for document in read_raw(Raw(text.encode(), "long.txt", "long", "long.txt")):
        if isinstance(document, Document):
            keep_coding(store, document, load_pipeline().code(document), who="bench")


def measure(store: Store) -> bool:
    """Print server times and weights; say whether all keep their limits."""
    made_of = make_application(store, 8000)
    client = TestClient(create_app(made_of), base_url="http://127.0.0.1:8000")
    client.get(f"/open?token={made_of.sessions.token}")
    settle()
    print(f"{count_events(store, EventFilter()):,} events\n\n   again     weight  page")
    event = client.get("/documents/report-3.json").json()["events"][0]["event"]["id"]
    times = [_page(client, address.replace("{event}", event)) for address in PAGES]
    print("\n    cold    again  filter")
    cold = [_filter(client, store, asked) for asked in FILTERS]
    typical, slowest = median(ms for ms, _ in times), max(cold)
    heaviest = max(weight for _, weight in times)
    print(f"\npages {typical:.0f} ms at the median (limit {PAGE_MS:.0f}), the slowest cold filter {slowest:.0f} ms (limit {FILTER_MS:.0f}),")
    print(f"the heaviest page {heaviest / 1000:.0f} KB (limit {WEIGHT_BYTES / 1000:.0f})")
    return typical < PAGE_MS and slowest < FILTER_MS and heaviest < WEIGHT_BYTES


def _page(client: TestClient, address: str) -> tuple[float, int]:
    taken = [_timed(client, address) for _ in range(TIMES)]
    answer = client.get(address)
    parts = {part.replace("&amp;", "&") for part in FETCHED.findall(answer.text)}
    weight = len(answer.content) + sum(len(client.get(part).content) for part in parts)
    print(f"{median(taken):5.0f} ms {weight / 1000:7.0f} KB  {address}")
    return median(taken), weight


def _filter(client: TestClient, store: Store, asked: str) -> float:
    taken = []
    for _ in range(3):
        note(store, "bench", "bench", "a line that makes every remembered answer old")
        taken.append(_timed(client, f"/explore?{asked}"))
    cold, again = min(taken), _timed(client, f"/explore?{asked}")
    print(f"{cold:5.0f} ms {again:5.0f} ms  {asked}")
    return cold


def _timed(client: TestClient, address: str) -> float:
    start = time.perf_counter()
    answer = client.get(address)
    assert answer.status_code == 200, f"{address}: {answer.status_code}"
    return (time.perf_counter() - start) * 1000


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        opened = open_store(str(Path(folder) / "pages.db"))
        fill(opened, int(sys.argv[1]) if len(sys.argv) > 1 else EVENTS)
        kept = measure(opened)
    sys.exit(not kept)
