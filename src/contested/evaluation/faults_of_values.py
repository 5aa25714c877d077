"""What is wrong with the values of an event that both codings have."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum
from typing import Any, TypeVar

from contested.evaluation.records import JudgedClaim, JudgedEvent, JudgedName, JudgedToll
from contested.evaluation.sameness import dates_overlap, is_vague, same_claim, same_name, same_toll
from contested.evaluation.scoring import Match, same_party
from contested.evaluation.wording import claim_words, date_words, names_words, place_words, toll_words

V = TypeVar("V")


class ValueFault(StrEnum):
    """What can be wrong with a value."""

    ACT = "wrong act"
    DATE_ANCHOR = "wrong date anchor"
    DATE_WIDTH = "date too wide or too narrow"
    DATE_MISSED = "date missed"
    PLACE = "wrong place"
    PLACE_MISSED = "place missed"
    PLACE_MADE_UP = "place made up"
    ROLE_SWAPPED = "role swapped"
    PARTY = "wrong party"
    PARTY_MISSED = "party missed"
    PARTY_MADE_UP = "party made up"
    FIGURE = "wrong figure"
    TOLL_MISSED = "toll missed"
    TOLL_MADE_UP = "toll made up"
    TOLL_ELSEWHERE = "toll at another event"
    TOLL_SPEAKER = "toll of another speaker"
    STANCE = "wrong stance"
    CLAIM_UNATTACHED = "claim unattached"
    CLAIM_MISSED = "claim missed"
    CLAIM_MADE_UP = "claim made up"
    STATUS = "wrong status"


Found = tuple[ValueFault, str, str]


def value_faults(
    gold: JudgedEvent, coded: JudgedEvent, matches: Mapping[str, Match], others: Sequence[JudgedEvent]
) -> Iterator[Found]:
    """List the errors in the values of a coded event as (kind, what gold has, what was coded).

    ``others`` are the coder's other events of the document: what is missing here may stand there.
    """
    g, c = gold.values, coded.values
    if not matches["action"].counts.right:
        yield ValueFault.ACT, g.action, c.action
    yield from _of_date(gold, coded, matches["date"])
    yield from _of_place(gold, coded, matches["place"])
    yield from _of_parties(gold, coded, matches)
    yield from _of_tolls(gold, coded, matches["casualties"], others)
    yield from _of_claims(gold, coded, matches["claims"], others)
    if not matches["status"].counts.right:
        yield ValueFault.STATUS, g.status, c.status


def _of_date(gold: JudgedEvent, coded: JudgedEvent, match: Match) -> Iterator[Found]:
    g, c = gold.values.date, coded.values.date
    if match.counts.right:
        return
    near = ValueFault.DATE_WIDTH if dates_overlap(g, c) else ValueFault.DATE_ANCHOR
    yield near if c.start else ValueFault.DATE_MISSED, date_words(g), date_words(c)


def _of_place(gold: JudgedEvent, coded: JudgedEvent, match: Match) -> Iterator[Found]:
    g, c = gold.values.place, coded.values.place
    counts = match.counts
    if counts.right or not (counts.gold or counts.coded):
        return
    kind = ValueFault.PLACE_MISSED if is_vague(c) else ValueFault.PLACE if g else ValueFault.PLACE_MADE_UP
    yield kind, place_words(g), place_words(c)


def _of_parties(gold: JudgedEvent, coded: JudgedEvent, matches: Mapping[str, Match]) -> Iterator[Found]:
    for slot, opposite in (("perpetrators", "targets"), ("targets", "perpetrators")):
        wanted, found = _versions(gold, slot)[matches[slot].version], getattr(coded.values, slot)
        other_side: Sequence[JudgedName] = getattr(coded.values, opposite)
        meant_there: Sequence[JudgedName] = getattr(gold.values, opposite)
        missing, extra = _left_over(wanted, found, matches[slot])
        extra = [name for name in extra if not any(same_party(m, name) for m in meant_there)]
        for name in missing:
            if any(same_party(name, o) for o in other_side):
                yield ValueFault.ROLE_SWAPPED, f"{slot}: {name.name}", f"{opposite}: {names_words(other_side)}"
            elif extra:
                yield ValueFault.PARTY, f"{slot}: {name.name}", f"{slot}: {extra.pop(0).name}"
            else:
                yield ValueFault.PARTY_MISSED, f"{slot}: {name.name}", names_words(found)
        for name in extra:
            yield ValueFault.PARTY_MADE_UP, names_words(wanted), f"{slot}: {name.name}"


def _of_tolls(gold: JudgedEvent, coded: JudgedEvent, match: Match, others: Sequence[JudgedEvent]) -> Iterator[Found]:
    wanted: Sequence[JudgedToll] = _versions(gold, "casualties")[match.version]
    found = coded.values.casualties
    missing, extra = _left_over(wanted, found, match)
    for toll in missing:
        near = next((t for t in extra if t.kind == toll.kind), None)
        if near:
            extra.remove(near)
            yield ValueFault.FIGURE, toll_words(toll), toll_words(near)
        elif any(same_toll(toll, t) for e in others for t in e.values.casualties):
            yield ValueFault.TOLL_ELSEWHERE, toll_words(toll), ""
        else:
            yield ValueFault.TOLL_MISSED, toll_words(toll), ""
    for toll in extra:
        yield ValueFault.TOLL_MADE_UP, "", toll_words(toll)
    for i, j in match.pairs:
        if not _same_speaker(wanted[i].asserted_by, found[j].asserted_by):
            yield ValueFault.TOLL_SPEAKER, toll_words(wanted[i]), toll_words(found[j])


def _same_speaker(left: str | None, right: str | None) -> bool:
    return same_name(left, right) if left and right else left == right


def _of_claims(gold: JudgedEvent, coded: JudgedEvent, match: Match, others: Sequence[JudgedEvent]) -> Iterator[Found]:
    wanted: Sequence[JudgedClaim] = _versions(gold, "claims")[match.version]
    missing, extra = _left_over(wanted, coded.values.claims, match)
    for claim in missing:
        near = next((c for c in extra if same_name(claim.party, c.party)), None)
        if near:
            extra.remove(near)
            yield ValueFault.STANCE, claim_words(claim), claim_words(near)
        elif any(same_claim(claim, c) for e in others for c in e.values.claims):
            yield ValueFault.CLAIM_UNATTACHED, claim_words(claim), ""
        else:
            yield ValueFault.CLAIM_MISSED, claim_words(claim), ""
    for claim in extra:
        yield ValueFault.CLAIM_MADE_UP, "", claim_words(claim)


def _versions(gold: JudgedEvent, slot: str) -> list[Any]:
    return [getattr(gold.values, slot), *getattr(gold.alternatives, slot)]


def _left_over(wanted: Sequence[V], found: Sequence[V], match: Match) -> tuple[list[V], list[V]]:
    """Give what was wanted and not found, and what was found and not wanted."""
    right, got = {i for i, _ in match.pairs}, {j for _, j in match.pairs}
    return [w for i, w in enumerate(wanted) if i not in right], [f for j, f in enumerate(found) if j not in got]
