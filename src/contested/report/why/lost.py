"""The candidates of a sentence that made no value, each with the reason."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from contested.coding.drafts import Draft
from contested.mentions.acts.modality import find_refusal
from contested.model.mentions import ActMention, Mention, PlaceMention, TimeMention
from contested.model.syntax import Sentence
from contested.model.vocabulary import Refusal
from contested.report.why.lookup import Lookup, Told
from contested.report.why.records import Lost
from contested.report.why.wording import REFUSALS, range_words, rule_words
from contested.resources import Row

_UNDATING = {"duration": "it says how long, not when", "recurring": "it says how often, not when", "clock": "it gives an hour, not a day", "deadline": "it is a deadline"}
_AWAY = frozenset({"from", "towards", "toward", "via", "through", "since"})


@dataclass(frozen=True)
class RefusingWords:
    """The rows of modality.csv, to name the one that refused an act."""

    rows: tuple[Row, ...]

    @property
    def modality(self) -> Mapping[tuple[str, str], Refusal]:
        """Give the refusals by (where, word), as the finder of acts wants them."""
        return {(r["where"], r["word"]): Refusal(r["kind"]) for r in self.rows}

    def row_for(self, word: str, refusal: str) -> str:
        """Give the row (file:line) of a word; "" where a rule without a table refused."""
        return next((r.where for r in self.rows if r["word"] in word.lower() and r["kind"] == refusal), "")


def lost_candidates(at: Lookup, sentence: Sentence, words: RefusingWords) -> tuple[Lost, ...]:
    """List what the sentence offered and was not taken: acts, dates, places, tolls, positions, weapons, parties."""
    told, n, mentions = at.told_in(sentence.index), sentence.index, at.trace.mentions
    return (
        *_acts(at, sentence, words),
        *(Lost("time", t.text, _why_no_time(t, told), rule_words(t.rule)) for t in mentions.times.get(n, ()) if not _dates(t, told)),
        *(Lost("place", p.text, _why_no_place(p, told), rule_words(p.rule)) for p in mentions.places.get(n, ()) if not _places(p, told)),
        *_unused("toll", mentions.counts.get(n, ()), at, lambda d: [t.count for t in d.tolls]),
        *_unused("weapon", mentions.weapons.get(n, ()), at, lambda d: d.weapons),
        *_positions(at, sentence),
    )


def _acts(at: Lookup, sentence: Sentence, words: RefusingWords) -> Iterator[Lost]:
    passage = at.passage(sentence.index)
    if passage is None:
        return
    refused = {(a.start, a.end): a for a in passage.refused}
    yield from (refused_act(sentence, a, words) for a in passage.refused)
    unfit = {(a.start, a.end): reason for d, reason in at.trace.linked.refused if d.sentence == sentence.index for a in d.acts}
    for act in at.trace.mentions.acts.get(sentence.index, ()):
        span = (act.start, act.end)
        told = at.event_of(act)
        if span in refused or (told and told.draft.action == act.action):
            continue
        if told:
            yield Lost("act", act.text, _why_other_act(act, told), rule_words(act.rule))
        elif span in unfit:
            yield Lost("act", act.text, REFUSALS[unfit[span]], rule_words(act.rule))
        else:
            yield Lost("act", act.text, _why_aside(at, sentence), rule_words(act.rule))


def refused_act(sentence: Sentence, act: ActMention, words: RefusingWords) -> Lost:
    """Explain why an act was refused by the words around it, naming the word and its row."""
    why = REFUSALS.get(str(act.refusal), str(act.refusal))
    hit = find_refusal(sentence, act.head, words.modality)
    if hit is None or hit[0] is not act.refusal:
        return Lost("act", act.text, why, rule_words(act.rule))
    return Lost("act", act.text, f"{why} (“{hit[1]}”)", words.row_for(hit[1], str(act.refusal)) or rule_words(act.rule))


def _why_other_act(act: ActMention, told: Told) -> str:
    mine, coded = (a.replace("_", " ") for a in (act.action, told.draft.action))
    return f"it is part of {told.id}, coded as {coded} and not as {mine}: the means, the victim or a more telling act decides"


def _why_aside(at: Lookup, sentence: Sentence) -> str:
    if at.told_in(sentence.index):
        return "it belongs to an event that is coded by another word, or only says when or why that took place"
    return "it only dates, explains or names something else"


def _dates(time: TimeMention, told: Iterable[Told]) -> bool:
    return any(t.draft.time is not None and (t.draft.time.start, t.draft.time.end) == (time.start, time.end) for t in told)


def _why_no_time(time: TimeMention, told: tuple[Told, ...]) -> str:
    if time.kind in _UNDATING:
        return _UNDATING[time.kind]
    if time.first is None:
        return "nothing in the text tells which day it is"
    if not told:
        return "no event is told here that it could date"
    others = ", ".join(f"{t.event.action} by “{t.draft.time.text}”" if t.draft.time else f"{t.event.action}, undated" for t in told)
    same = any(t.draft.time and t.draft.time.first == time.first and t.draft.time.last == time.last for t in told)
    if same:
        return f"it says the same as the date that was taken ({range_words(time.first, time.last)})"
    return f"other words stand nearer to the act or were told first: {others}"


def _places(place: PlaceMention, told: Iterable[Told]) -> bool:
    return any(t.draft.place is not None and (t.draft.place.text == place.text or t.draft.place.name == place.name) for t in told)


def _why_no_place(place: PlaceMention, told: tuple[Told, ...]) -> str:
    if not told:
        return "no event is told here that it could place"
    if place.cue in _AWAY:
        return f"“{place.cue}” makes it where somebody came from or went, not where the act took place"
    taken = ", ".join(f"{t.event.action} at {t.draft.place.text}" for t in told if t.draft.place)
    if not taken:
        return "its words belong to a party, a speaker or another act, not to an act that was coded"
    return f"another place is finer or stands nearer to the act: {taken}"


def _unused(kind: str, mentions: Iterable[Mention], at: Lookup, used: Callable[[Draft], Iterable[Mention]]) -> Iterator[Lost]:
    taken = {(m.start, m.end) for t in at.events for m in used(t.draft)}
    for mention in mentions:
        if (mention.start, mention.end) not in taken:
            yield Lost(kind, mention.text, _why_unused(kind, at.told_in(mention.sentence)), rule_words(mention.rule))


def _why_unused(kind: str, told: tuple[Told, ...]) -> str:
    if not told:
        return f"no event is told here that the {kind} could belong to"
    return f"the {kind} is already coded from other words, or belongs to an act that was not coded"


def _positions(at: Lookup, sentence: Sentence) -> Iterator[Lost]:
    taken = [(v.start, v.end) for t in at.events for v in t.draft.voices]
    told = at.told_in(sentence.index)
    for m in at.trace.mentions.attributions.get(sentence.index, ()):
        if any(start <= m.start and m.end <= end for start, end in taken):
            continue
        if not m.speaker:
            why = "nobody is named who takes the position"
        elif not told:
            why = "no event was found that the position is about"
        else:
            why = "the position is about something else than the events told here"
        yield Lost("position", m.text, why, rule_words(m.rule))
