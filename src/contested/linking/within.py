"""Inside one document: which passages tell the same event."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from contested.coding.drafts import Draft, elaborate, merge, recent
from contested.coding.passages import BARE_TOLL, Passage
from contested.coding.tables import Tables
from contested.linking.acting import settle_action
from contested.linking.attaching import about_tolls, attach, attach_ahead, attach_denial
from contested.linking.continuing import tells_details
from contested.linking.homes import find_detail, find_home, latest_first
from contested.linking.placing import Places, Surroundings
from contested.linking.unfit import refusal_of, refusal_of_lead
from contested.linking.unnamed import name_from_before
from contested.model.mentions import TimeMention
from contested.model.syntax import Analysis
from contested.model.vocabulary import Refusal

Context = Callable[[int], TimeMention | None]
_EXPLOSIVE = frozenset({"air_strike", "shelling", "drone_strike", "bombing"})
_ABOVE = 30


@dataclass(frozen=True, slots=True)
class Linked:
    """The events of a document, and the passages that made none with the reason."""

    events: tuple[Draft, ...]
    refused: tuple[tuple[Draft, Refusal], ...]


def link_passages(analysis: Analysis, passages: Sequence[Passage], tables: Tables, context: Context, places: Places) -> Linked:
    """Join the passages of a document that tell one event, in the order of the text.

    ``context`` gives the date that holds for a sentence without one of its own, ``places`` the places of each sentence.
    """
    joins = tables.joins
    around = Surroundings(analysis, places)
    events: list[Draft] = []
    refused: list[tuple[Draft, Refusal]] = []
    early: list[Passage] = []
    for passage in sorted(passages, key=lambda p: (p.summary, p.sentence)):
        block = analysis.sentences[passage.sentence].block
        for draft in passage.drafts:
            home = find_home(draft, events, analysis, joins, block)
            if home is None and passage.summary and (home := find_detail(_with_context(draft, context), events, joins)) is not None:
                draft = replace(draft, harm_only=True)
            if home is not None:
                if draft.harm_only and not events[home].harm_only:
                    draft = replace(draft, voices=about_tolls(draft.voices, draft.tolls))
                detailed = tells_details(events[home], draft, joins)
                events[home] = elaborate(events[home], draft, joins) if detailed else merge(events[home], draft, joins)
                continue
            if attach_denial(draft, passage, events, analysis, joins):
                continue
            draft = _with_context(_as_above(draft, events, refused, analysis), context)
            if reason := refusal_of(draft, joins) or refusal_of_lead(draft, analysis, joins):
                refused.append((draft, reason))
            else:
                events.append(around.locate(draft, events))
        if (passage.voices or passage.tolls) and not attach(passage, events, analysis, joins):
            early.append(passage)
    for passage in early:
        attach_ahead(passage, events, analysis)
    return Linked(tuple(replace(e, action=settle_action(e, tables.acts)) for e in name_from_before(events, analysis)), tuple(refused))


def _with_context(draft: Draft, context: Context) -> Draft:
    return draft if draft.time else replace(draft, time=context(draft.sentence))


def _as_above(draft: Draft, events: Sequence[Draft], refused: Sequence[tuple[Draft, Refusal]], analysis: Analysis) -> Draft:
    """Let a place with its toll take the act that the section told before: "the count by district"."""
    if draft.acts[0].rule != BARE_TOLL:
        return draft
    blocks = analysis.document.blocks
    headings = blocks[analysis.sentences[draft.sentence].block].headings
    above = [*events[-_ABOVE:], *(d for d, _ in refused[-_ABOVE:])]
    here = [
        above[n] for n in latest_first(above, recent(above))
        if blocks[analysis.sentences[above[n].sentence].block].headings == headings and above[n].time and above[n].acts[0].rule != BARE_TOLL
    ]
    if not here:
        return draft
    event = next((e for e in here if e.action in _EXPLOSIVE), here[0])
    return replace(draft, action=event.action, agents=event.agents, time=event.time)
