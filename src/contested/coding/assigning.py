"""To which of a sentence's events its tolls and positions belong."""

from __future__ import annotations

from collections.abc import Sequence

from contested.coding.drafts import Toll, Voice
from contested.coding.given import Given
from contested.coding.grouping import Group
from contested.coding.voices import CONTINUED, covers, is_about_toll, toll_of, voices_of_mention
from contested.model.mentions import AttributionMention, CountMention


def assign_tolls(given: Given, groups: Sequence[Group], owners: Sequence[int]) -> dict[int, tuple[Toll, ...]]:
    """Give each figure to the group of acts whose toll it is, by the group's number; -1 for an event told elsewhere."""
    found: dict[int, list[Toll]] = {}
    last = -1
    for count in given.counts:
        owner = _owner_of_count(given, count, groups, owners, last)
        last = owner
        found.setdefault(owner, []).append(toll_of(count, given.speech, given.roles, given.speaker))
    return {n: tuple(ts) for n, ts in found.items()}


def _owner_of_count(given: Given, count: CountMention, groups: Sequence[Group], owners: Sequence[int], last: int) -> int:
    if not groups:
        return -1
    if count.part_of_previous and last >= 0:
        return last
    for i in (count.governor, count.head):
        if 0 <= i < len(owners) and owners[i] >= 0 and _takes_tolls(given, groups[owners[i]]):
            return owners[i]
    able = [n for n, g in enumerate(groups) if _takes_tolls(given, g)]
    if not able:
        return -1
    at = max(count.governor, count.head, 0)
    before = [n for n in able if min(groups[n].heads) <= at]
    return before[-1] if before else able[0]


def _takes_tolls(given: Given, group: Group) -> bool:
    return given.tables.joins.rows[group.acts[0].action].family in (
        "violence", "taking", "custody", "territory", "siege", "displacement", "disruption", "protest", "escape", "withdrawal")


def assign_voices(given: Given, groups: Sequence[Group]) -> dict[int, list[Voice]]:
    """Give each position to the groups of acts that it is about, by their numbers; -1 for an event told elsewhere."""
    found: dict[int, list[Voice]] = {}
    for mention in given.speech:
        homes = [n for n, g in enumerate(groups) if any(covers(mention, a.start, a.end) for a in g.acts)]
        homes = _told_not_recalled(given, homes, groups)
        only_toll = is_about_toll(mention)
        if only_toll and homes:
            homes = homes[:1]
        if not homes:
            homes = _nearest_home(given, mention, groups)
            whole = False
        else:
            whole = not only_toll
        for n in homes or [-1]:
            lead = n < 0 or any(covers(mention, a.start, a.end) for a in groups[n].acts[:1])
            voices = voices_of_mention(mention, given.speaker(mention), given.roles, given.all_actors, whole=whole and lead)
            found.setdefault(n, []).extend(voices)
    return found


def _told_not_recalled(given: Given, homes: Sequence[int], groups: Sequence[Group]) -> list[int]:
    """Leave out acts that are only recalled by "the ..." beside one that is told: "said that the march had been calm until they fired"."""
    told = [n for n in homes if any(a.form != "noun" or not given.telling.is_anaphoric(a, dated=False) for a in groups[n].acts)]
    return told if told and any(a.form != "noun" for n in told for a in groups[n].acts) else list(homes)


def _nearest_home(given: Given, mention: AttributionMention, groups: Sequence[Group]) -> list[int]:
    """Find the event that "claimed the attack" or "denied it" is about inside its own sentence."""
    able = [n for n, g in enumerate(groups) if _takes_tolls(given, g) and not _describes_speaker(given, mention, g)]
    if not able:
        return []
    before = [n for n in able if min(groups[n].heads) < max(mention.head, 0)]
    return before[-1:] or able[:1]


def _describes_speaker(given: Given, mention: AttributionMention, group: Group) -> bool:
    """Do the acts only stand in a clause about the speaker: "the brigade, which did the fighting, called that untrue"?"""
    speakers = {m.speaker_head for m in given.speech if m.speaker_head >= 0 and m.rule != CONTINUED} if mention.speaker_head >= 0 else set()
    clauses = [c for s in speakers for c in given.sentence.children[s] if given.sentence.tokens[c].dep == "relcl"]
    return any(set(group.heads) <= set(given.sentence.subtree(c)) for c in clauses)
