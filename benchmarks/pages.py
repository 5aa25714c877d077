"""Server time and weight of each page, with the sample reports kept several hundred times, and a document of 200 KB.

Usage: python benchmarks/pages.py [COPIES]
"""

from __future__ import annotations

import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path
from statistics import median

from starlette.testclient import TestClient

from contested.batch.pipeline import Pipeline, load_pipeline
from contested.model.documents import Document
from contested.model.events import Coding
from contested.reading.formats import read_raw
from contested.reading.raw import Raw
from contested.reading.sources import read_documents
from contested.samples import sample_documents
from contested.store.ask import EventFilter
from contested.store.browse import count_events
from contested.store.database import Store, open_store
from contested.store.keep import keep_coding
from contested.web.app import create_app
from contested.web.serving import make_application

COPIES, TIMES, LONG_CHARS = 300, 9, 200_000
PAGES = (
    "/explore", "/explore?status=disputed&order=toll", "/explore?actor=army", "/explore?page=40", "/explore/spots.json", "/explore/days.json",
    "/documents", "/documents/lake-group-article-1", "/documents/long", "/claims/lake-group-article-1", "/review", "/review/many?sure=0.7", "/double", "/links", "/incidents", "/actors",
    "/actor?name=Kanem Lake Front", "/explore.json", "/review.json",
)  # fmt: skip


def fill(store: Store, pipeline: Pipeline, copies: int) -> None:
    """Code each sample once and keep it under many names; and all of them joined up to a long document."""
    read = [d for sample in sample_documents() for d in read_documents(str(sample))]
    coded = [(d, pipeline.code(d)) for d in read]
    for n in range(copies):
        for document, coding in coded:
            _keep(store, document, coding, f"{document.id}-{n}")
    body = "\n\n".join(d.text for d in read)
    text = "\n\n".join([body] * (LONG_CHARS // len(body) + 1))
    for document in read_raw(Raw(text.encode(), "long.txt", "long", "long.txt")):
        if isinstance(document, Document):
            keep_coding(store, document, pipeline.code(document), who="bench")


def _keep(store: Store, document: Document, coding: Coding, name: str) -> None:
    statements = tuple(s.model_copy(update={"document": name}) for s in coding.statements)
    keep_coding(store, replace(document, id=name, name=f"{name}.txt"), coding.model_copy(update={"document": name, "statements": statements}), who="bench")


def measure(store: Store) -> None:
    """Print the median server time and the size of each page."""
    made_of = make_application(store, 8000)
    client = TestClient(create_app(made_of), base_url="http://127.0.0.1:8000")
    client.get(f"/open?token={made_of.sessions.token}")
    print(f"{count_events(store, EventFilter())} events")
    for address in PAGES:
        taken = []
        for _ in range(TIMES):
            start = time.perf_counter()
            answer = client.get(address)
            taken.append((time.perf_counter() - start) * 1000)
            assert answer.status_code == 200, f"{address}: {answer.status_code}"
        print(f"{median(taken):7.0f} ms {len(answer.content) / 1000:7.0f} KB  {address}")


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        opened = open_store(str(Path(folder) / "pages.db"))
        fill(opened, load_pipeline(), int(sys.argv[1]) if len(sys.argv) > 1 else COPIES)
        measure(opened)
