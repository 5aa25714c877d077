"""Explanations of invented sentences: what was taken, what lost, and why nothing was coded."""

from __future__ import annotations

from collections.abc import Callable
from hashlib import sha256

import pytest

from contested.batch.pipeline import Pipeline, load_pipeline
from contested.model.documents import Block, BlockKind, Document
from contested.report.why import Explanation, explain
from contested.report.why.explain import sentences_of_event, sentences_on_line
from contested.report.why.text import to_text
from contested.samples import sample_documents

Explain = Callable[[str], Explanation]


@pytest.fixture(scope="module")
def pipeline() -> Pipeline:
    return load_pipeline()


def document(text: str, kind: BlockKind = BlockKind.PARAGRAPH) -> Document:
    blocks = (Block(kind, 0, len(text)),)
    return Document("d", "report.txt", text, sha256(text.encode()).hexdigest(), blocks=blocks)


@pytest.fixture(scope="module")
def explained(pipeline: Pipeline) -> Explain:
    return lambda text: explain(pipeline.trace(document(text)))[0]


AMBUSH = "On 4 May 2023, rebels ambushed a convoy of the Chadian army near Bol, killing three soldiers."


def test_every_value_names_its_words_and_what_made_it(explained: Explain) -> None:
    (told,) = explained(AMBUSH).told
    values = {v.field: v for v in told.values}
    assert (told.action, values["date"].value, values["date"].text) == ("ambush", "2023-05-04 (day)", "4 May 2023")
    assert values["date"].how == "stands with the act"
    assert values["action"].rule.startswith("acts.csv:")
    assert all(0 <= v.confidence <= 1 for v in told.values)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("The rebels did not attack the town of Bol on 4 May 2023.", "the text denies that it took place (“not”)"),
        ("The group plans to attack the town of Bol in May 2023.", "it is a plan or an intention"),
        ("In May 2023 the rebels could attack the town of Bol.", "it is only possible, conditional or demanded (“could”)"),
        ("Rebels attacked a village.", "nothing dates it"),
    ],
)
def test_nothing_coded_has_the_reason_of_the_act_that_lost(explained: Explain, text: str, why: str) -> None:
    explanation = explained(text)
    assert explanation.told == ()
    assert why in explanation.nothing


def test_the_row_of_the_refusing_word_is_named(explained: Explain) -> None:
    (lost,) = [x for x in explained("The rebels did not attack the town of Bol on 4 May 2023.").lost if x.kind == "act"]
    assert lost.rule.startswith("modality.csv:")


def test_a_sentence_without_an_act_says_what_was_looked_at(explained: Explain) -> None:
    assert "names an act (looked at “market”, “sells”, “fish”)" in explained("The market sells fish.").nothing


def test_a_heading_is_no_telling(pipeline: Pipeline) -> None:
    (explanation,) = explain(pipeline.trace(document("Attacks in May 2023", BlockKind.HEADING)))
    assert explanation.nothing.startswith("it is a heading")




@pytest.mark.parametrize("path", sample_documents(), ids=lambda p: p.stem)
def test_every_sentence_of_the_samples_has_events_or_a_reason(pipeline: Pipeline, path: object) -> None:
    from contested.reading.sources import read_documents

    (read,) = read_documents(str(path))
    trace = pipeline.trace(read)
    explanations = explain(trace)
    assert [e.text for e in explanations if not e.told and not e.nothing] == []
    assert {t.event for e in explanations for t in e.told} == {e.id for e in trace.coding.events}
    assert "Nothing was coded here because" in to_text(explanations)


def test_sentences_are_found_by_line_and_by_event(pipeline: Pipeline) -> None:
    trace = pipeline.trace(document(f"{AMBUSH}\n\nThe market sells fish."))
    (event,) = trace.coding.events
    assert (sentences_on_line(trace, 1), sentences_on_line(trace, 2), sentences_on_line(trace, 3)) == ((0,), (), (1,))
    assert sentences_on_line(trace, 9) == ()
    assert (sentences_of_event(trace, event.id), sentences_of_event(trace, "ambush-0")) == ((0,), ())
