"""Make a store to take pictures of review in: reports that tell the same events, linked, and one coded by two people."""

from __future__ import annotations

import json
import tempfile
from importlib import resources
from pathlib import Path

from contested.batch.pipeline import load_pipeline
from contested.linking.across.link import LinkResources
from contested.model.values import ActionValue, CasualtyValue
from contested.model.vocabulary import CasualtyKind, Property
from contested.reading.sources import read_documents
from contested.samples import sample_documents
from contested.store.database import Store, open_store
from contested.store.decisions import NewDecision, decide
from contested.store.keep import keep_coding
from contested.store.linking import link_store
from contested.store.rounds import StartFrom, coding_of, find_round, finish_coding, open_round
from contested.store.verdicts import Said, Verdict

TWICE, REPORTS = "lake-group-article", 60


def make_review_store(path: Path) -> None:
    """Code the samples and some reports of the linking set, link them, and code one twice, differently."""
    store, pipeline = open_store(str(path)), load_pipeline()
    with tempfile.TemporaryDirectory() as folder:
        some = Path(folder) / "reports.jsonl"
        told = resources.files("contested.samples").joinpath("linking", "documents.jsonl").read_text(encoding="utf-8").splitlines()
        some.write_text("\n".join(line for line in told[:REPORTS] if json.loads(line)), encoding="utf-8")
        for source in (*sample_documents(), some):
            for document in read_documents(str(source)):
                keep_coding(store, document, pipeline.code(document), who="ada")
    link_store(store, LinkResources.load())
    _code_twice(store)
    store.close()


def _code_twice(store: Store) -> None:
    number = open_round(store, TWICE, ("ada", "bo"), StartFrom.MACHINE, who="cy")
    found = find_round(store, number)
    assert found is not None
    event = next(e.event for e in coding_of(store, found, "bo") if e.event.action == "armed_attack")
    other = Said(CasualtyValue(kind=CasualtyKind.KILLED, low=3, high=5), "residents")
    decide(store, TWICE, event.id, NewDecision(Verdict.CORRECT, Property.ACTION, (Said(ActionValue(action="execution")),)), who="bo", round_id=number)
    decide(store, TWICE, event.id, NewDecision(Verdict.CORRECT, Property.CASUALTY, (other,)), who="bo", round_id=number)
    decide(store, TWICE, coding_of(store, found, "ada")[3].event.id, NewDecision(Verdict.REJECT), who="ada", round_id=number)
    for coder in found.coders:
        finish_coding(store, number, who=coder)
