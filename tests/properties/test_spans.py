"""Every value opens its words: each span's text is the document's text at its offsets."""

from __future__ import annotations

from pathlib import Path

import pytest

from coded_texts import misplaced, spans
from contested.batch.pipeline import Pipeline
from contested.reading.sources import read_documents
from contested.samples import sample_documents

SHARED = Path(__file__).parents[3] / "shared/documents"


def holds(pipeline: Pipeline, path: Path) -> int:
    (document,) = read_documents(str(path))
    coding = pipeline.code(document)
    assert misplaced(document, coding) == []
    assert [e.id for e in coding.events if not (e.evidence and e.action_evidence)] == []
    assert all(p.evidence for e in coding.events for p in (*e.perpetrators, *e.targets, *e.weapons))
    assert all(c.evidence for e in coding.events for c in e.casualties)
    assert all(c.evidence for e in coding.events for c in e.claims)
    return len(list(spans(coding)))


@pytest.mark.parametrize("path", sample_documents(), ids=lambda p: p.stem)
def test_spans_of_a_sample_are_its_words(pipeline: Pipeline, path: Path) -> None:
    assert holds(pipeline, path) > 100


@pytest.mark.skipif(not SHARED.is_dir(), reason="the other documents are not here (../shared/documents)")
def test_spans_of_every_other_document_are_its_words(pipeline: Pipeline) -> None:
    assert sum(holds(pipeline, path) for path in sorted(SHARED.glob("*.txt"))) > 5_000
