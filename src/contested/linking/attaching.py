"""Positions and tolls that tell no act of their own: which events of the document they belong to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from contested.coding.drafts import Draft, JoinTable, Toll, Voice, recent, same_place
from contested.coding.passages import Passage
from contested.mentions.attribution.nominal import LABEL
from contested.model.documents import BlockKind
from contested.model.mentions import PlaceMention, TimeMention
from contested.model.syntax import Analysis, Sentence
from contested.model.vocabulary import ActorKind, CasualtyKind, Stance

HARMING = frozenset(
    {"violence", "taking", "custody", "territory", "siege", "displacement", "disruption", "protest", "escape", "withdrawal"}
)
_OF_AUTHORS = frozenset({Stance.CLAIMS, Stance.ACCUSES, Stance.DENIES, Stance.ACKNOWLEDGES, Stance.DISPUTES, Stance.RETRACTS})
_HURT: frozenset[str] = frozenset({CasualtyKind.KILLED, CasualtyKind.INJURED})
_HURTING = frozenset({"violence", "territory", "siege", "protest", "custody"})
_TAKEN: frozenset[str] = frozenset({CasualtyKind.ABDUCTED, CasualtyKind.MISSING, CasualtyKind.ARRESTED, CasualtyKind.CAPTURED})
_TAKING = frozenset({"taking", "custody"})
_AGAINST = HARMING - {"disruption", "protest", "displacement", "escape", "withdrawal"}
ONLY_THINGS = frozenset({"looting", "arson", "property_destruction"})
_POLICING = frozenset({"arrest", "raid", "rescue", "weapons_disrupted"})
_CONCERNED = frozenset({ActorKind.FORCE, ActorKind.GROUP, ActorKind.GOVERNMENT})
_TELLING = frozenset({Stance.REPORTS, Stance.CLAIMS, Stance.CONFIRMS})
_ALL = frozenset({"both", "all", "two", "three", "four", "five", "these", "those"})
_ACTS = frozenset(
    {"act", "action", "assault", "attack", "blast", "bombing", "explosion", "incident", "killing", "kidnapping", "operation", "raid", "shelling",
     "shooting", "strike"}
)
_SAID = frozenset({"allegation", "accusation", "claim", "charge", "report"})
_THESE = frozenset({"these", "those", "both", "all", "the"})
_COARSE = frozenset({"country", "region", "division1"})
_AHEAD = 3
_FURTHER = 8
_SPOKEN = frozenset({"threat", "call_to_arms"})
_OPENS_REMARK = ("[", "(")


def attach(passage: Passage, events: list[Draft], analysis: Analysis, joins: JoinTable) -> bool:
    """Give positions and tolls without an act of their own to the events that they are about.

    Those are the events of the same block, or of the block before where the passage only adds a remark to it: the one
    whose place the words name, all of them where the words say so ("claimed both operations"), or else the latest.
    Returns: whether there is such an event so far, or nothing to give.
    """
    sentence = analysis.sentences[passage.sentence]
    able = _told_in(sentence.block, events, analysis)
    if not able or _only_spoken(passage, able, events):
        able = _told_before(sentence, events, analysis) or able
    able = _named_further_up(passage, sentence, able, events, analysis, joins) or able or _unowned_before(passage, sentence, events, analysis, joins)
    if any(t.count.kind in _HURT and t.count.high != 0 for t in passage.tolls) and not any(_can_hurt(events[n], joins) for n in able):
        able = [n for n in _told_before(sentence, events, analysis) if _can_hurt(events[n], joins)] or able
    voices = tuple(v for v in about_tolls(passage.voices, passage.tolls) if not _is_beside(v))
    if not voices and not passage.tolls:
        return True
    passage = replace(passage, voices=voices)
    chosen = _chosen(passage, sentence, able, events, joins)
    for n in chosen:
        event = events[n]
        told = event.told if passage.sentence in event.told else (*event.told, passage.sentence)
        tolls = passage.tolls if joins.rows[event.action].family in HARMING else ()
        events[n] = replace(event, voices=event.voices + passage.voices, tolls=event.tolls + tolls, told=told)
    return bool(chosen)


def attach_denial(draft: Draft, passage: Passage, events: list[Draft], analysis: Analysis, joins: JoinTable) -> bool:
    """Give the denial of an act told before to its event: "denied having fired on the city" tells no new shooting.

    Returns: whether there is such an event, harmful as what is denied and at no other place.
    """
    denials = tuple(v for v in draft.voices if v.stance is Stance.DENIES and v.whole)
    if not denials or draft.own_time or draft.tolls or joins.rows[draft.action].family not in HARMING:
        return False
    places = (draft.place,) if draft.own_place and draft.place else ()
    voices = tuple(replace(v, whole=False) for v in draft.voices)
    spoken = Passage(passage.sentence, (), voices, places=places)
    sentence = analysis.sentences[passage.sentence]
    able = [n for n in (*_told_in(sentence.block, events, analysis), *_told_before(sentence, events, analysis)) if _is_harming(events[n], joins)]
    if places:
        able = [n for n in able if _names_place(places, events[n])] or _named_further_up(spoken, sentence, able, events, analysis, joins)
    able = [n for n in able if not tells_alone(denials, events[n])]
    for n in able[:1]:
        events[n] = replace(events[n], voices=events[n].voices + voices, told=tuple(dict.fromkeys((*events[n].told, passage.sentence))))
    return bool(able)


def _can_hurt(event: Draft, joins: JoinTable) -> bool:
    """Is it an act that hurts people, or one that is told to have hurt some?"""
    if any(t.count.kind in _HURT for t in event.tolls):
        return True
    return joins.rows[event.action].family in _HURTING and event.action not in ONLY_THINGS


def tells_alone(denials: Sequence[Voice], event: Draft) -> bool:
    """Is the event told by nobody but who now denies something, and so not what is denied?"""
    parties = {v.party for v in denials if v.stance is Stance.DENIES}
    return bool(parties and event.voices) and all(v.party in parties and v.whole and v.stance is not Stance.DENIES for v in event.voices)


def _is_harming(event: Draft, joins: JoinTable) -> bool:
    return joins.rows[event.action].family in HARMING and not event.aggregate


def attach_ahead(passage: Passage, events: list[Draft], analysis: Analysis) -> None:
    """Give positions that open a paragraph ("Claim. Act: ...") to the event that it tells next."""
    block = analysis.sentences[passage.sentence].block
    voices = tuple(v for v in passage.voices if v.stance in _OF_AUTHORS)
    ahead = [n for n in recent(events) if passage.sentence < events[n].sentence <= passage.sentence + _AHEAD and analysis.sentences[events[n].sentence].block == block]
    for n in sorted(ahead, key=lambda n: events[n].sentence)[:1]:
        events[n] = replace(events[n], voices=events[n].voices + voices)


def _is_beside(voice: Voice) -> bool:
    """Does somebody who is no party to the conflict only tell something else, neither an act nor a toll?"""
    concerned = voice.speaker is not None and voice.speaker.kind in _CONCERNED
    return voice.stance is Stance.REPORTS and voice.about == "event" and not concerned


def about_tolls(voices: Sequence[Voice], tolls: Sequence[Toll]) -> tuple[Voice, ...]:
    """Let a party that only gives a toll speak about it, not about the event."""
    if not tolls:
        return tuple(voices)
    kinds = {t.asserted_by: t.count.kind for t in reversed(tolls)}
    first = tolls[0].count.kind
    return tuple(replace(v, about=kinds.get(v.party, first)) if v.stance in _TELLING and v.about == "event" else v for v in voices)


def latest_first(events: Sequence[Draft]) -> list[int]:
    """Order the events by where they were last told, the latest first."""
    return sorted(recent(events), key=lambda n: (events[n].told[-1], n), reverse=True)


def _told_in(block: int, events: Sequence[Draft], analysis: Analysis) -> list[int]:
    return [n for n in latest_first(events) if analysis.sentences[events[n].told[-1]].block == block]


def _told_before(sentence: Sentence, events: Sequence[Draft], analysis: Analysis) -> list[int]:
    """Give the events of the block before, where the block of the sentence can be a remark on it."""
    block = analysis.document.blocks[sentence.block]
    if block.kind is BlockKind.ITEM and not sentence.text.startswith(_OPENS_REMARK):
        return []
    return [n for n in latest_first(events) if analysis.sentences[events[n].told[-1]].block == sentence.block - 1]


def _only_spoken(passage: Passage, able: Sequence[int], events: Sequence[Draft]) -> bool:
    """Is a denial told where only threats and calls are, which nobody denies?"""
    return any(v.stance is Stance.DENIES for v in passage.voices) and all(events[n].action in _SPOKEN for n in able)


def _named_further_up(
    passage: Passage, sentence: Sentence, able: Sequence[int], events: Sequence[Draft], analysis: Analysis, joins: JoinTable
) -> list[int]:
    """Find the event further up whose place or day a position names, where none of the nearer ones fits."""
    if not any(v.stance in _OF_AUTHORS and not v.whole for v in passage.voices) or any(_names_place(passage.places, events[n]) for n in able):
        return []
    further = [
        n
        for n in latest_first(events)
        if 0 < sentence.block - analysis.sentences[events[n].told[-1]].block <= _FURTHER and _is_harming(events[n], joins)
    ]
    named = [n for n in further if _names_place(passage.places, events[n])]
    if named or passage.places or able or not _owns(passage):
        return named[:1]
    return [n for n in further if _names_day(passage.times, events[n]) and events[n].action not in _POLICING][:1]


def _unowned_before(passage: Passage, sentence: Sentence, events: Sequence[Draft], analysis: Analysis, joins: JoinTable) -> list[int]:
    """Find what "claimed responsibility" means after other paragraphs: the latest act that nobody is known to have done."""
    if not _owns(passage) or analysis.document.blocks[sentence.block].kind is BlockKind.ITEM:
        return []
    near = (n for n in latest_first(events) if sentence.block - analysis.sentences[events[n].told[-1]].block <= _AHEAD)
    return [n for n in near if _is_harming(events[n], joins) and not _named(events[n]) and events[n].action not in _POLICING][:1]


def _named(event: Draft) -> bool:
    """Does a body named in the act do it?"""
    return any(a.kind in _CONCERNED for a in event.agents)


def _owns(passage: Passage) -> bool:
    """Does somebody named claim responsibility?"""
    return any(v.stance is Stance.CLAIMS and v.about == "responsibility" and not v.rule.endswith(LABEL) for v in passage.voices)


def _names_day(times: Sequence[TimeMention], event: Draft) -> bool:
    """Does a position name the day of the event: "claimed Monday's attack"?"""
    return event.time is not None and any(t.first is not None and t.first == t.last == event.time.first for t in times)


def _chosen(passage: Passage, sentence: Sentence, able: Sequence[int], events: Sequence[Draft], joins: JoinTable) -> list[int]:
    """Choose among events, the latest first."""
    if any(v.stance in _OF_AUTHORS for v in passage.voices):
        able = [n for n in able if not events[n].aggregate] or able
    harming = [n for n in able if joins.rows[events[n].action].family in HARMING]
    if harming and (passage.tolls or any(v.stance in _OF_AUTHORS for v in passage.voices)):
        able = harming
    families = _families_meant(passage)
    able = [n for n in able if joins.rows[events[n].action].family in families] or able
    named = [n for n in able if _names_place(passage.places, events[n])]
    if named:
        return named[:1]
    if len(able) > 1 and _means_told(sentence):
        return sorted(n for n in able if events[n].told[-1] == events[able[0]].told[-1])
    if len(able) > 1 and _means_all(sentence):
        return sorted(able)
    return list(able[:1])


def _families_meant(passage: Passage) -> frozenset[str]:
    """Tell what kind of act a position or toll is about: people taken, people hurt, or in doubt any act against somebody."""
    kinds = {str(t.count.kind) for t in passage.tolls} or {v.about for v in passage.voices}
    if kinds & _HURT:
        return _HURTING
    if kinds & _TAKEN:
        return _TAKING
    return _AGAINST if any(v.stance in _OF_AUTHORS or v.stance is Stance.NO_COMMENT for v in passage.voices) else frozenset()


def _names_place(places: Sequence[PlaceMention], event: Draft) -> bool:
    return event.place is not None and any(p.kind not in _COARSE and same_place(p, event.place) for p in places)


def _means_told(sentence: Sentence) -> bool:
    """Do the words mean all that was said right before: "rejected these allegations"?"""
    return any(t.lemma in _SAID and t.tag == "NNS" and any(sentence.tokens[c].lower in _THESE for c in sentence.children[t.i]) for t in sentence.tokens)


def _means_all(sentence: Sentence) -> bool:
    """Do the words mean several acts: "both operations", "the two attacks", "these killings"?"""
    for token in sentence.tokens:
        if token.tag == "NNS" and token.lemma in _ACTS:
            return any(sentence.tokens[c].lower in _ALL for c in sentence.children[token.i])
    return False
