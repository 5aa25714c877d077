"""Which of a sentence's dates is the event's."""

from __future__ import annotations

from collections.abc import Sequence

from contested.coding.owners import AWAY, SPEECH, UNOWNED
from contested.coding.setting import Setting
from contested.model.mentions import TimeMention

_NO_DATE_KINDS = frozenset({"duration", "recurring", "clock", "deadline"})
_SPOKEN_OF = frozenset({"ceasefire", "threat", "call_to_arms"})
_HOLDING = frozenset({"from", "for", "until", "till", "by", "effective", "before", "to", "through", "midnight", "as"})
_DECLARED = frozenset({"ceasefire", "threat", "call_to_arms", "curfew"})


def choose_time(setting: Setting, action: str, times: Sequence[TimeMention]) -> tuple[TimeMention | None, bool, bool]:
    """Choose the time of a group of acts: (time, whether it is only that of the report, whether it stands at the act)."""
    best: tuple[float, TimeMention, bool] | None = None
    for time in times:
        if time.first is None or time.kind in _NO_DATE_KINDS:
            continue
        if action in _SPOKEN_OF and _holds_from(setting, time):
            continue
        score, reported = _time_score(setting, time)
        if action in _DECLARED and _is_start(setting, time):
            score -= 1.7
        if best is None or score > best[0]:
            best = (score, time, reported)
    if best is None or best[0] <= 0:
        return None, False, False
    return best[1], best[2], best[0] >= 3


def _is_start(setting: Setting, time: TimeMention) -> bool:
    """Is the date, after the act, only that from which what was declared holds?"""
    return time.head > max(setting.heads)


def _holds_from(setting: Setting, time: TimeMention) -> bool:
    """Is the date, after the act, that from which or until which what was declared holds: "a truce from 3 May"?"""
    if not _is_start(setting, time):
        return False
    tokens = setting.sentence.tokens
    over = [i for i in setting.sentence.ancestors(time.head) if i > max(setting.heads)]
    words = {t.lower for t in tokens if time.start <= t.start < time.end} | {tokens[i].lower for i in over}
    return bool(words & _HOLDING) or any(tokens[i].lower == "force" for i in range(time.head - 4, time.head))


def _time_score(setting: Setting, time: TimeMention) -> tuple[float, bool]:
    if setting.is_of_refused(time):
        return 0.0, False
    owner = setting.owner(time)
    if owner == AWAY:
        return 0.0, False
    nearness = 1.0 / (2 + setting.distance(time))
    if owner == setting.group:
        return (0.0, False) if setting.is_aside(time) else (3 + nearness, False)
    if owner == SPEECH:
        return (2.2 if setting.governs(time) else 1.5) + nearness, True
    if owner == UNOWNED:
        return (2.0 if time.head < min(setting.heads) or setting.governs(time) else 0.8) + nearness, False
    first = min(setting.heads)
    if 0 <= time.head < first:
        between = any(setting.owners[i] not in (owner, UNOWNED) for i in range(time.head))
        return (0.5 if between else 1) + nearness, False
    return 0.0, False
