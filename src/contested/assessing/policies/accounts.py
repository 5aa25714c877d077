"""Gather from the events of one incident who says how many were killed, and from which side."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from contested.assessing.policies.records import Account, Deaths, Policy
from contested.assessing.status import Side
from contested.linking.across.names import particular_words
from contested.linking.across.records import Telling
from contested.linking.sides import speaks_for
from contested.model.events import Casualty, Event
from contested.model.vocabulary import ActorKind, CasualtyKind
from contested.resources import read_table

RANGE_OF_REPORTS = "range of reports"
"""The speaker of a range that a dataset gives beside its own number: it widens the range, and is no account of its own."""
_ARMED = frozenset({ActorKind.FORCE.value, ActorKind.GROUP.value, ActorKind.GOVERNMENT.value})


def accounts_of(members: Sequence[Telling], policy: Policy) -> tuple[Account, ...]:
    """Give the accounts that count under a policy: one for each source and speaker, the later number of a speaker last."""
    perpetrators = {p.name for m in members for p in m.event.perpetrators}
    targets = {t.name for m in members for t in m.event.targets}
    found: dict[tuple[str, str | None], Account] = {}
    for member in members:
        if policy.copies_once and member.copy_of and any(o.ref.document == member.copy_of for o in members):
            continue
        for speaker, low, high, words in totals(member.event, policy.vague):
            account = Account(member.ref.document, member.source, speaker, side_of(speaker, perpetrators, targets), low, high, words)
            found[member.ref.document, speaker] = account
    return tuple(a for a in found.values() if a.side not in policy.leave_out)


def side_of(speaker: str | None, perpetrators: set[str], targets: set[str]) -> Side:
    """Tell from which side a speaker speaks; a document's own voice is a third party's."""
    if speaker is None:
        return Side.THIRD
    if any(speaks_for(speaker, p) for p in sorted(perpetrators)):
        return Side.PERPETRATOR
    return Side.VICTIM if any(speaks_for(speaker, t) for t in sorted(targets)) else Side.THIRD


def totals(event: Event, vague: Mapping[str, int]) -> Iterator[tuple[str | None, int | None, int | None, str]]:
    """Add up the killed of each speaker: a number for no group is the whole, else the groups are summed."""
    spoken: dict[str | None, dict[str | None, Casualty]] = {}
    for casualty in event.casualties:
        if casualty.kind is CasualtyKind.KILLED:
            spoken.setdefault(casualty.asserted_by, {})[casualty.of] = casualty
    for speaker, groups in spoken.items():
        counted = [groups[None]] if None in groups else list(groups.values())
        ends = [_range(c, vague) for c in counted]
        lows, highs = [low for low, _ in ends if low is not None], [high for _, high in ends if high is not None]
        words = " ".join(e.text for c in counted for e in c.evidence)
        yield speaker, sum(lows) if lows else None, sum(highs) if len(highs) == len(ends) else None, words


def _range(casualty: Casualty, vague: Mapping[str, int]) -> tuple[int | None, int | None]:
    if casualty.high is None:
        said = {w for e in casualty.evidence for w in re.findall(r"\w+", e.text.casefold())}
        for word, number in vague.items():
            if word in said:
                return number, None
    return casualty.low, casualty.high


def deaths_by_side(members: Sequence[Telling], best: Account | None) -> Deaths:
    """Split the chosen account by whose the dead were, as its own event tells; what it leaves open is unknown."""
    event = next((m.event for m in members if best and m.ref.document == best.document), None)
    if event is None or best is None:
        return Deaths()
    sums = {"a": 0, "b": 0, "civilians": 0, "unknown": 0}
    split = [c for c in event.casualties if c.kind is CasualtyKind.KILLED and c.asserted_by == best.speaker and c.of]
    for casualty in split:
        sums[_side_of_dead(casualty.of or "", event)] += casualty.low or 0
    rest = best.number - sum(sums.values())
    if rest < 0:
        return Deaths(unknown=best.number)
    sums[_side_of_all(event)] += rest
    return Deaths(**sums)


def _side_of_dead(of: str, event: Event) -> str:
    for same in (speaks_for, _of_one_state):
        if any(same(of, p.name) for p in event.perpetrators):
            return "a"
        for target in event.targets:
            if same(of, target.name):
                return "b" if _armed(target.name, target.kind) else "civilians"
    return "civilians" if not of[:1].isupper() and any(w in _civil_words() for w in of.casefold().split()) else "unknown"


@cache
def _civil_words() -> frozenset[str]:
    """Nouns for people who are civilians whatever else is said of them, one and many."""
    rows = read_table("roles.csv", ("noun", "plural", "role", "branch"))
    armed = {r["noun"] for r in rows if r["role"] in ("member", "force", "unit", "fighter", "group")}
    nouns = {(r["noun"], r["plural"]) for r in rows if r["role"] == "civilians" and r["noun"] not in armed}
    return frozenset(w for one, many in nouns for w in (one, many or f"{one}s"))


def _of_one_state(left: str, right: str) -> bool:
    """Are two names but for the kind of force the same ("Nigerian Armed Forces", "Nigerian Army")?"""
    mine, yours = particular_words(left), particular_words(right)
    return bool(mine) and mine == yours


def _side_of_all(event: Event) -> str:
    armed = [_armed(t.name, t.kind) for t in event.targets]
    if event.action == "clash" or not armed or (any(armed) and not all(armed)):
        return "unknown"
    return "b" if all(armed) else "civilians"


def _armed(name: str, kind: str) -> bool:
    return kind in _ARMED if kind else name[:1].isupper()
