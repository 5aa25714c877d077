"""Why a sentence without an event has none: there is always an answer."""

from __future__ import annotations

from collections.abc import Sequence

from contested.model.documents import BlockKind
from contested.model.syntax import Sentence
from contested.report.why.lookup import Lookup
from contested.report.why.records import Lost

_PARTS = {
    BlockKind.TITLE: "it is the title, which only repeats what the text tells",
    BlockKind.HEADING: "it is a heading: it gives dates and places to what stands below, and is no telling of its own",
    BlockKind.INFOBOX: "it is a line of the infobox: it goes into the profile of the actor, not into events",
    BlockKind.DATELINE: "it is the date line: it gives the place and day of the report",
    BlockKind.REFERENCE: "it is a reference, not the text itself",
    BlockKind.BOILERPLATE: "it is not part of the report's own text (a menu, a notice, a credit)",
}
_WORDS_SHOWN = 6


def why_nothing(at: Lookup, sentence: Sentence, lost: Sequence[Lost]) -> str:
    """Say why no event is told in a sentence, as what follows "Nothing was coded here because"."""
    kind = at.trace.analysis.document.blocks[sentence.block].kind
    if kind in _PARTS:
        return _PARTS[kind]
    acts = [x for x in lost if x.kind == "act"]
    if not acts:
        return _no_act(sentence)
    reasons = dict.fromkeys(x.why for x in acts)
    if len(reasons) > 1:
        return "; ".join(f"“{x.text}” was not taken: {x.why}" for x in acts)
    named = ", ".join(f"“{x.text}”" for x in acts)
    which = "the act that it names" if len(acts) == 1 else "the acts that it names"
    return f"{which}, {named}, did not count: {acts[0].why}"


def _no_act(sentence: Sentence) -> str:
    looked = [t.text for t in sentence.tokens if t.pos in ("VERB", "NOUN") and t.text.isalpha()][:_WORDS_SHOWN]
    if not looked:
        return "it has no verb or noun that could name an act"
    seen = ", ".join(f"“{w}”" for w in looked)
    return f"none of its words, with the objects they have here, names an act (looked at {seen}); a row in acts.csv would teach one"
