"""Explain sentences of a traced document."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from contested.assessing.trace import Trace
from contested.model.mentions import Mention
from contested.model.syntax import Sentence
from contested.report.why.chosen import told_events
from contested.report.why.lookup import Lookup
from contested.report.why.lost import RefusingWords, lost_candidates
from contested.report.why.nothing import why_nothing
from contested.report.why.records import Explanation, Found
from contested.report.why.wording import meaning, rule_words
from contested.resources import read_table

MODALITY_COLUMNS = ("word", "kind", "where")


def explain(trace: Trace, sentences: Iterable[int] | None = None, tables: Sequence[Path] = ()) -> tuple[Explanation, ...]:
    """Explain sentences by their index, or all: what was found, which events were made of it, what lost and why.

    Args: tables: the user's folders of tables, to name the row of a word that refused an act.
    """
    at, words = Lookup(trace), RefusingWords(read_table("modality.csv", MODALITY_COLUMNS, tables))
    wanted = range(len(trace.analysis.sentences)) if sentences is None else sentences
    return tuple(_explain(at, trace.analysis.sentences[n], words) for n in wanted)


def sentences_on_line(trace: Trace, line: int) -> tuple[int, ...]:
    """Find the sentences with words on a line of the text (from 1); none where the line is blank or beyond the end."""
    lines = trace.analysis.document.text.split("\n")
    if not 1 <= line <= len(lines):
        return ()
    start = sum(len(x) + 1 for x in lines[: line - 1])
    return Lookup(trace).sentences_at(start, start + len(lines[line - 1]))


def sentences_of_event(trace: Trace, event: str) -> tuple[int, ...]:
    """Find the sentences that tell an event; none where the document has no event of this id."""
    return next((tuple(sorted(t.draft.told)) for t in Lookup(trace).events if t.id == event), ())


def _explain(at: Lookup, sentence: Sentence, words: RefusingWords) -> Explanation:
    told = told_events(at, sentence)
    lost = lost_candidates(at, sentence, words)
    return Explanation(
        at.trace.analysis.document.name, at.line(sentence.start), sentence.start, sentence.end, " ".join(sentence.text.split()),
        tuple(_found(at, sentence)), told, lost, "" if told else why_nothing(at, sentence, lost),
    )


def _found(at: Lookup, sentence: Sentence) -> Iterator[Found]:
    mentions, n = at.trace.mentions, sentence.index
    every: list[Mention] = [
        *mentions.acts.get(n, ()), *mentions.times.get(n, ()), *mentions.places.get(n, ()), *mentions.actors.get(n, ()),
        *mentions.counts.get(n, ()), *mentions.weapons.get(n, ()), *mentions.attributions.get(n, ()),
    ]  # fmt: skip
    for mention in every:
        kind, words = meaning(mention)
        yield Found(kind, " ".join(mention.text.split()), words, rule_words(mention.rule))
