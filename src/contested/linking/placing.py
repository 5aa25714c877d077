"""Where an event took place when its own sentence does not say: the lead of its paragraph, what was told before, the heading."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from contested.coding.drafts import Draft
from contested.coding.locating import NOWHERE
from contested.mentions.places.leads import lead_sentences, opens_entry
from contested.model.mentions import PlaceMention
from contested.model.syntax import Analysis, Sentence

Places = Mapping[int, Sequence[PlaceMention]]
_NOT_INHERITED = NOWHERE | {"ceasefire", "agreement", "prisoner_release", "conviction"}
_COARSE = frozenset({"country", "region"})
_FEATURES = frozenset({"settlement", "unlisted", "facility", "division2"})
_RECENT = 60
_TOWNS = frozenset({"settlement", "unlisted"})
_SETTLEMENTS = frozenset({"town", "city", "village", "hamlet"})
_DEFINITE = frozenset({"the", "same", "that", "this"})
_FROM = frozenset({"from", "towards", "toward", "via", "through"})
_FAR = 8
_LEAD_MARKS = (":", ".", ",", " (")


class Surroundings:
    """The places that a document names, and the headings and leads that hold for a sentence."""

    def __init__(self, analysis: Analysis, places: Places) -> None:
        self._analysis, self._places = analysis, places
        self._first_of_block: dict[int, int] = {}
        self._of_block: dict[int, list[Sentence]] = {}
        for sentence in analysis.sentences:
            self._first_of_block.setdefault(sentence.block, sentence.index)
            self._of_block.setdefault(sentence.block, []).append(sentence)
        leads = lead_sentences(analysis.sentences)
        self._entries = {b: n for n, b in leads.items() if analysis.sentences[n].text[:1].isdigit() or n > self._first_of_block[b]}

    def locate(self, draft: Draft, events: Sequence[Draft]) -> Draft:
        """Give the draft the place that holds for it, where it has none of its own."""
        if draft.place is not None or draft.aggregate or draft.action in _NOT_INHERITED:
            return draft
        if draft.own_time and any(e.told[0] == draft.sentence for e in events[-_RECENT:]):
            return draft
        block = self._analysis.sentences[draft.sentence].block
        place = self._lead(block) or self._told_before(draft, block, events) or self._heading(block) or self._same_settlement(draft)
        return replace(draft, place=place)

    def _lead(self, block: int) -> PlaceMention | None:
        """Find the place that opens a paragraph: "Kani. The fighting ...", "- Izghe, Borno. Men ..."."""
        if place := self._entry_lead(block):
            return place
        first = self._analysis.sentences[self._first_of_block[block]]
        for place in self._places.get(first.index, ())[:2]:
            after = self._analysis.document.text[place.end : place.end + 2]
            if place.start - first.start <= 1 and after.startswith(_LEAD_MARKS) and place.kind not in _COARSE:
                return place
        return None

    def _entry_lead(self, block: int) -> PlaceMention | None:
        """Find the place of an entry of a log or list: "07/09 06:40 KELDA. ...", "3. Alma, 08:30. ..."."""
        lead = self._entries.get(block)
        if lead is None:
            return None
        sentence = self._analysis.sentences[lead]
        named = (p for p in self._places.get(lead, ()) if p.kind not in _COARSE and opens_entry(sentence, p.start, p.end))
        return next(named, None)

    def _told_before(self, draft: Draft, block: int, events: Sequence[Draft]) -> PlaceMention | None:
        """Find the place of the event told before in the paragraph, or named in an earlier sentence of it."""
        here = [e for e in events[-_RECENT:] if e.place is not None and self._analysis.sentences[e.told[0]].block == block and e.told[0] <= draft.sentence]
        if here:
            return max(here, key=lambda e: e.told[0]).place
        for n in range(draft.sentence - 1, self._first_of_block[block] - 1, -1):
            named = [p for p in self._places.get(n, ()) if p.kind in _FEATURES and p.cue in ("in", "at", "near", "on", "to", "outside")]
            if named:
                return named[0]
        return None

    def _same_settlement(self, draft: Draft) -> PlaceMention | None:
        """Find what "the town", "the same city" means: the settlement that the text named last before."""
        sentence = self._analysis.sentences[draft.sentence]
        nouns = (t.i for t in sentence.tokens if t.lower in _SETTLEMENTS)
        if not any(sentence.tokens[c].lower in _DEFINITE for n in nouns for c in sentence.children[n]):
            return None
        for n in range(draft.sentence - 1, max(-1, draft.sentence - _FAR), -1):
            named = [p for p in self._places.get(n, ()) if p.kind in _TOWNS and p.cue not in _FROM]
            if named:
                return named[0]
        return None

    def _heading(self, block: int) -> PlaceMention | None:
        """Find the place that the nearest heading names alone."""
        headings = self._analysis.document.blocks[block].headings
        for sentence in self._of_block.get(headings[-1], ()) if headings else ():
            named = [p for p in self._places.get(sentence.index, ()) if p.kind not in _COARSE]
            if len(named) == 1 and len(sentence.tokens) <= 5:
                return named[0]
        return None
