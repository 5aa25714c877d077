"""Both codings on the text, on one page that asks nothing of the network."""

from __future__ import annotations

from contested.evaluation.evaluation import evaluate
from contested.evaluation.page import render_page
from judged_events import TEXT, compared, event

TOLD = {"quote": "", "evidence": [{"start": 0, "end": TEXT.index(" The army")}]}


def page(*coded: dict[str, object]) -> str:
    return render_page(evaluate([compared([event()], list(coded))]), gold="Ana", coded="Bo <b>")


def test_words_of_one_coder_are_marked_apart_from_those_of_both() -> None:
    html = page(event(**TOLD))
    assert '<span class="both">ambushed an army convoy</span>' in html
    assert '<span class="coded"> near Larch, killing 12 soldiers.</span>' in html


def test_slots_that_differ_are_marked_wrong_on_both_sides() -> None:
    html = page(event(**TOLD, status="claimed"))
    assert html.count('<dt>status</dt><dd class="wrong">') == 2
    assert html.count('<dt>date</dt><dd class="right">2023-05-04') == 2


def test_an_event_of_one_coder_only_stands_alone() -> None:
    assert page().count('class="card alone"') == 1


def test_nothing_is_loaded_and_names_are_escaped() -> None:
    html = page(event(**TOLD))
    assert "default-src 'none'" in html
    assert "http" not in html.replace("http-equiv", "")
    assert "Bo &lt;b&gt;" in html
    assert TEXT.split()[0] in html
