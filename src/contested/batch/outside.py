"""Find organisations, people and places in texts that others marked, beside the language model's own entities.

Usage: python -m contested.batch.outside FOLDER     (a folder of the re3d dataset)
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from contested.batch.pipeline import Pipeline, load_pipeline
from contested.errors import ContestedError
from contested.evaluation.re3d import MarkedText, read_marked_texts
from contested.evaluation.scoring import Counts
from contested.evaluation.spans import Entity, EntityType, Match, hold_spans
from contested.mentions.bundle import Mentions
from contested.model.syntax import Analysis, Sentence
from contested.model.vocabulary import ActorKind
from contested.reading.build import build_document
from contested.reading.raw import Raw, Rendered

PEOPLE = frozenset({ActorKind.PERSON, ActorKind.OFFICE})
LABELS = (
    dict.fromkeys(("ORG", "NORP"), EntityType.ORGANISATION)
    | {"PERSON": EntityType.PERSON}
    | dict.fromkeys(("GPE", "LOC", "FAC"), EntityType.LOCATION)
)


@dataclass(frozen=True, slots=True)
class Comparison:
    """How many texts were coded, the events in them, and the counts of both finders under each way to match."""

    texts: int
    events: int
    ours: Mapping[Match, Mapping[EntityType, Counts]]
    model: Mapping[Match, Mapping[EntityType, Counts]]


def compare_on(texts: Sequence[MarkedText], pipeline: Pipeline) -> Comparison:
    """Run the whole pipeline on every text, and hold what it and the language model found against what is marked.

    Raises: ContestedError: a text cannot be read or coded.
    """
    ours: list[Entity] = []
    model: list[Entity] = []
    events = 0
    for text in texts:
        raw = Raw(text.text.encode(), text.id, text.id, f"{text.id}.txt")
        trace = pipeline.trace(build_document(raw, Rendered(text.text, "text/plain", text.title)))
        events += len(trace.coding.events)
        ours.extend(found_entities(text.id, trace.mentions))
        model.extend(model_entities(text.id, trace.analysis))
    gold = [e for text in texts for e in text.entities]
    return Comparison(len(texts), events, *({m: hold_spans(gold, found, m) for m in Match} for found in (ours, model)))


def found_entities(document: str, mentions: Mentions) -> Iterator[Entity]:
    """Give the program's actors and places as typed spans: people and offices are persons, other actors organisations."""
    for found in mentions.actors.values():
        for actor in found:
            yield Entity(document, EntityType.PERSON if actor.kind in PEOPLE else EntityType.ORGANISATION, actor.start, actor.end)
    for places in mentions.places.values():
        for place in places:
            yield Entity(document, EntityType.LOCATION, place.start, place.end)


def model_entities(document: str, analysis: Analysis) -> Iterator[Entity]:
    """Give the language model's own entities: ORG and NORP are organisations, GPE, LOC and FAC places."""
    for sentence in analysis.sentences:
        for label, start, end in _runs(sentence):
            if label in LABELS:
                yield Entity(document, LABELS[label], start, end)


def _runs(sentence: Sentence) -> Iterator[tuple[str, int, int]]:
    """Give the stretches of tokens that carry one label."""
    label, start, end = "", 0, 0
    for token in sentence.tokens:
        if token.ent != label:
            if label:
                yield label, start, end
            label, start = token.ent, token.start
        end = token.end
    if label:
        yield label, start, end


def lines(comparison: Comparison) -> Iterator[str]:
    """Write the table: a row a type, ours beside the model's, overlapping and exact."""
    yield f"{comparison.texts} texts coded without a fault, {comparison.events} events"
    for match in Match:
        yield f"\n{match.value:14}{'precision':>10}{'recall':>8}{'F1':>7}   language model alone: {'precision':>10}{'recall':>8}{'F1':>7}{'gain':>7}"
        ours, model = comparison.ours[match], comparison.model[match]
        for name, a, b in (*((t.value, ours[t], model[t]) for t in EntityType), ("all", total(ours.values()), total(model.values()))):
            yield f"{name:14}{a.precision:10.3f}{a.recall:8.3f}{a.f1:7.3f}{'':25}{b.precision:10.3f}{b.recall:8.3f}{b.f1:7.3f}{100 * (a.f1 - b.f1):+7.1f}"


def total(counts: Iterable[Counts]) -> Counts:
    """Add counts up."""
    return sum(counts, Counts())


def main(arguments: Sequence[str]) -> int:
    """Print the table of one folder; 2 where it cannot be read."""
    try:
        texts = read_marked_texts(Path(arguments[0] if arguments else "../shared/outside/re3d"))
        print("\n".join(lines(compare_on(texts, load_pipeline()))))
    except ContestedError as err:
        print(err, file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
