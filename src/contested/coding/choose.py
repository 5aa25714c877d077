"""Which of a sentence's dates and places are the event's."""

from __future__ import annotations

from collections.abc import Sequence

from contested.coding.owners import SPEECH, UNOWNED
from contested.model.mentions import AttributionMention, Mention, PlaceMention, TimeMention
from contested.model.syntax import Sentence

_NO_DATE_KINDS = frozenset({"duration", "recurring", "clock", "deadline"})
_EVENT_CUES = frozenset({"in", "at", "near", "on", "outside", "inside", "around", "between", "of", "over", "within", "across", "against", "into", "to", "along", "under", "off", "above", "beside", "west of", "east of", "north of", "south of"})
_AWAY_CUES = frozenset({"from", "towards", "toward", "via", "through", "since"})


def choose_time(
    sentence: Sentence, group: int, owners: Sequence[int], heads: frozenset[int], times: Sequence[TimeMention],
    speech: Sequence[AttributionMention],
) -> tuple[TimeMention | None, bool]:
    """Choose the time of a group of acts: (time, whether it is only the time of the report)."""
    best: tuple[float, TimeMention, bool] | None = None
    for time in times:
        if time.first is None or time.kind in _NO_DATE_KINDS:
            continue
        score, reported = _time_score(sentence, group, owners, heads, time, speech)
        if best is None or score > best[0]:
            best = (score, time, reported)
    if best is None or best[0] <= 0:
        return None, False
    return best[1], best[2]


def _time_score(
    sentence: Sentence, group: int, owners: Sequence[int], heads: frozenset[int], time: TimeMention, speech: Sequence[AttributionMention]
) -> tuple[float, bool]:
    owner = owners[time.head] if 0 <= time.head < len(owners) else UNOWNED
    distance = min(abs(time.head - h) for h in heads) if time.head >= 0 else 50
    nearness = 1.0 / (2 + distance)
    if owner == group:
        return 3 + nearness, False
    if owner == SPEECH:
        return 1.5 + nearness, True
    if owner == UNOWNED:
        return 2 + nearness, False
    first = min(heads)
    if 0 <= time.head < first and not any(owners[i] not in (owner, UNOWNED) for i in range(time.head)):
        return 1 + nearness, False
    if 0 <= time.head < first:
        return 0.5 + nearness, False
    return 0.0, False


def choose_place(
    sentence: Sentence, group: int, owners: Sequence[int], heads: frozenset[int], places: Sequence[PlaceMention],
    speech: Sequence[AttributionMention], agent_spans: Sequence[Mention],
) -> PlaceMention | None:
    """Choose the place of a group of acts: the most specific one that the words tie to the act, or None."""
    best: tuple[float, int] | None = None
    for n, place in enumerate(places):
        score = _place_score(sentence, group, owners, heads, place, speech, agent_spans)
        if score > 0 and (best is None or score > best[0]):
            best = (score, n)
    return places[best[1]] if best else None


_FINENESS = {"facility": 0.6, "feature": 0.3, "settlement": 0.8, "unlisted": 0.8, "division2": 0.4, "division1": 0.0, "region": 0.1, "country": -1.2}


def _place_score(
    sentence: Sentence, group: int, owners: Sequence[int], heads: frozenset[int], place: PlaceMention,
    speech: Sequence[AttributionMention], agent_spans: Sequence[Mention],
) -> float:
    owner = owners[place.head] if 0 <= place.head < len(owners) else UNOWNED
    distance = min(abs(place.head - h) for h in heads) if place.head >= 0 else 50
    if any(s.speaker_start <= place.start and place.end <= s.speaker_end for s in speech):
        return 0.0
    if any(a.start <= place.start and place.end <= a.end for a in agent_spans) and place.cue not in ("in", "at", "near"):
        return 0.0
    base = {group: 3.0, UNOWNED: 2.0, SPEECH: -2.0}.get(owner, 0.9)
    if owner not in (group, UNOWNED, SPEECH) and place.head > max(heads):
        base = 0.5
    if place.cue in _AWAY_CUES:
        base -= 2.2
    elif place.cue in _EVENT_CUES:
        base += 0.5
    elif not place.cue:
        base -= 0.4
    return base + _FINENESS.get(place.kind, 0.0) + 0.5 / (2 + distance)
