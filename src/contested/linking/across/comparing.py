"""Compare two events of different documents: a level for each respect, the weights summed to a probability."""

from __future__ import annotations

import math

from contested.linking.across.names import ActorNames, alike_places, generic, same_actor, words_of
from contested.linking.across.records import Comparison, Level, Relation, pair_of
from contested.linking.across.tables import PRIOR, LinkTables
from contested.linking.across.traits import Traits

SAME_KM, ALIKE_KM, NEAR_KM = 2.0, 8.0, 30.0
DAYS_OFF = 3
JOINED_BITS, DOUBTFUL_BITS = 4.0, -1.0
_EARTH_DIAMETER_KM = 12742.0
_FIGHTS = frozenset({"clash", "armed_attack", "ambush"})
_MANY = 2


def compare(left: Traits, right: Traits, tables: LinkTables, names: ActorNames) -> Comparison:
    """Weigh two events. At 16 to 1 or more they are the same, below 1 to 2 different, and between a person is asked."""
    if left.ref > right.ref:
        left, right = right, left
    levels = (
        Level("date", date_level(left, right)), Level("place", place_level(left, right)), Level("act", act_level(left, right, tables)),
        Level("author", author_level(left, right, names)), Level("target", target_level(left, right, names)),
        Level("toll", toll_level(left, right)), Level("words", words_level(left, right)),
        Level("text", "copy" if left.source == right.source and left.ref.document != right.ref.document else "own"),
    )  # fmt: skip
    bits = tables.bits[PRIOR] + sum(tables.bits[level] for level in levels)
    relation, turned = _relation(left, right, levels, bits)
    return Comparison(pair_of(left.ref, right.ref), relation, round(bits, 3), levels, turned)


def _relation(left: Traits, right: Traits, levels: tuple[Level, ...], bits: float) -> tuple[Relation, bool]:
    if left.aggregate != right.aggregate:
        inside = levels[0].level in ("same", "overlap") and levels[1].level in ("same", "alike", "within") and levels[2].level != "other"
        return (Relation.PART_OF, left.aggregate) if inside and levels[3].level != "other" else (Relation.DIFFERENT, False)
    if bits >= JOINED_BITS:
        return Relation.SAME, False
    return (Relation.UNSURE if bits >= DOUBTFUL_BITS else Relation.DIFFERENT), False


def date_level(left: Traits, right: Traits) -> str:
    """Compare days: the same, overlapping, one or a few days off, or apart."""
    if left.first is None or left.last is None or right.first is None or right.last is None:
        return "unknown"
    gap = max(left.first, right.first) - min(left.last, right.last)
    if gap <= 0:
        short = left.last - left.first <= 1 and right.last - right.first <= 1
        return "same" if short and (left.first == right.first or left.last == right.last) else "overlap"
    if gap <= DAYS_OFF and (left.reported or right.reported):
        return "reported"
    return "day_off" if gap == 1 else "days_off" if gap <= DAYS_OFF else "apart"


def place_level(left: Traits, right: Traits) -> str:
    """Compare places: by name and by kilometres where both are towns, by containment where one is coarser.

    A place without coordinates whose sentences name the other is taken to lie there: "the Palm hotel in Oster".
    """
    named = left.town and right.town and any(a == b for a in left.places for b in right.places)
    if left.country and right.country and left.country != right.country:
        return "namesake" if named else "other"
    if not left.places or not right.places:
        return "mentioned" if _mentioned(left, right) or _mentioned(right, left) else "unknown"
    if left.town != right.town:
        return _containment(left, right)
    if not left.town:
        return "region" if any(alike_places(a, b) for a in left.places for b in right.places) else "other"
    km = distance_km(left.point, right.point) if left.point and right.point else None
    if named:
        return "same" if km is None or km <= NEAR_KM else "namesake"
    if km is not None:
        return "same" if km <= SAME_KM else "alike" if km <= ALIKE_KM else "near" if km <= NEAR_KM else "other"
    if left.admin1 and right.admin1 and not left.admin1 & right.admin1:
        return "other"
    spelled = any(alike_places(a, b) for a in left.places for b in right.places)
    inside = (not left.point and _mentioned(right, left)) or (not right.point and _mentioned(left, right))
    return "alike" if spelled or inside else "other"


def _mentioned(placed: Traits, other: Traits) -> bool:
    return any(words_of(name) <= other.named_nearby for name in placed.places)


def _containment(left: Traits, right: Traits) -> str:
    wide, town = (right, left) if left.town else (left, right)
    if wide.place_words & (town.admin1 | town.place_words) or (wide.admin1 and wide.admin1 & town.admin1):
        return "within"
    return "other" if town.admin1 else "unknown"


def distance_km(left: tuple[float, float], right: tuple[float, float]) -> float:
    """Measure the great circle between two (latitude, longitude) in degrees, in kilometres."""
    lat_a, lon_a, lat_b, lon_b = (math.radians(x) for x in (*left, *right))
    chord = math.sin((lat_b - lat_a) / 2) ** 2 + math.cos(lat_a) * math.cos(lat_b) * math.sin((lon_b - lon_a) / 2) ** 2
    return _EARTH_DIAMETER_KM * math.asin(min(1.0, math.sqrt(chord)))


def act_level(left: Traits, right: Traits, tables: LinkTables) -> str:
    """Compare acts by the table of acts that can be one, then by their families."""
    if left.action == right.action:
        return "same"
    kin = tables.families.get(left.action, left.action) == tables.families.get(right.action, right.action)
    return tables.acts.get((left.action, right.action), "family" if kin else "other")


def author_level(left: Traits, right: Traits, names: ActorNames) -> str:
    """Compare perpetrators; in a fight the sides may be told the other way round."""
    level = party_level(left.authors, right.authors, names)
    if level == "other" and (left.action in _FIGHTS or right.action in _FIGHTS):
        crossed = (party_level(left.authors, right.targets, names), party_level(left.targets, right.authors, names))
        return "swapped" if "same" in crossed or "kin" in crossed else level
    return level


def party_level(left: frozenset[str], right: frozenset[str], names: ActorNames) -> str:
    """Compare bodies: any in common, any of one family, none told, or others. "The army" alone tells nobody apart."""
    if not left or not right:
        return "unknown"
    if left & right or any(same_actor(a, b) for a in left for b in right):
        return "same"
    if any(names.kin(a, b) for a in left for b in right):
        return "kin"
    return "unknown" if all(map(generic, left)) or all(map(generic, right)) else "other"


def target_level(left: Traits, right: Traits, names: ActorNames) -> str:
    """Compare targets; "farmers" and "a village" may be the same people, so only named bodies can be others."""
    level = party_level(left.targets, right.targets, names)
    named = all(any(t[:1].isupper() for t in side) for side in (left.targets, right.targets))
    return level if level != "other" or named else "unknown"


def toll_level(left: Traits, right: Traits) -> str:
    """Compare numbers of dead, or of taken where nobody died: the nearest two that the sources give count."""
    if not left.tolls or not right.tolls:
        return "unknown"
    return min((_tolls_apart(a, b) for a in left.tolls for b in right.tolls), key=("same", "close", "far").index)


def _tolls_apart(a: tuple[int, int], b: tuple[int, int]) -> str:
    if a == b or (a[0] == b[0]):
        return "same"
    low, high = sorted((a[0], b[0]))
    overlapping = max(a[0], b[0]) <= min(a[1], b[1])
    return "close" if overlapping or high <= 2 * low or high - low <= 2 else "far"


def words_level(left: Traits, right: Traits) -> str:
    """Compare the telling words of the sentences."""
    if not left.words or not right.words:
        return "unknown"
    shared = len(left.words & right.words)
    return "many" if shared >= _MANY else "some" if shared else "none"
