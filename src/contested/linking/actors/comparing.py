"""Compare two names of actors: a level for each respect, the weights summed to a probability."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from contested.errors import TableError
from contested.linking.across.names import ActorNames, generic, initials, numbered_apart, particular_words, words_of
from contested.linking.across.records import Level
from contested.linking.actors.records import ActorPair, ActorRelation, ActorSeen
from contested.resources import read_table

COLUMNS = ("axis", "level", "bits", "why")
PRIOR = Level("prior", "pair")
JOINED_BITS, DOUBTFUL_BITS = 4.0, -1.0
_ALIKE, _CONSONANTS = 88.0, 4
_UNITS = frozenset(
    ["battalion", "brigade", "brigades", "command", "company", "corps", "division", "faction", "force", "front", "regiment", "squad", "unit", "wing"]
)
_DESCRIBED = re.compile(r"\s+(?=[a-z]+s\b)(?!as\b|is\b)")
"""Where a name goes over into a description: "Reed Front| fighters in Oakford"."""
_ARMED, _STATE = frozenset({"group"}), frozenset({"force", "government", "office"})


@dataclass(frozen=True, slots=True)
class ActorWeights:
    """``bits`` and ``why`` by level, as the table linking_actors.csv has them."""

    bits: Mapping[Level, float]
    why: Mapping[Level, str]

    @classmethod
    def load(cls, extra: Sequence[Path] = ()) -> ActorWeights:
        """Read the table; a user's row replaces the program's own. Raises: TableError: a weight is no number."""
        rows = {Level(r["axis"], r["level"]): r for r in read_table("linking_actors.csv", COLUMNS, extra)}
        try:
            return cls({k: float(r["bits"]) for k, r in rows.items()}, {k: r["why"] for k, r in rows.items()})
        except ValueError as err:
            raise TableError(f"a weight is no number ({err})", where="linking_actors.csv", fix="Write a number, such as 1.5.") from err


def compare_actors(left: ActorSeen, right: ActorSeen, met: bool, weights: ActorWeights, names: ActorNames) -> ActorPair:
    """Weigh two names. At 16 to 1 or more they are one body, below 1 to 2 two, and between a person is asked.

    The fuller name, else the one that the tables know or that more events bear, is put right: by it the other is to be known. ``met`` says that
    two documents tell one incident with the one name and the other in the same role.
    """
    if worth(left, names) > worth(right, names):
        left, right = right, left
    alike = name_level(left.name, right.name)
    together = alike not in ("same", "described") and (right.name in left.beside or left.name in right.beside)
    levels = (
        Level("name", alike), Level("table", table_level(left.name, right.name, names)),
        Level("profile", "alias" if right.name in (left.aliases or ()) or left.name in (right.aliases or ()) else "unknown"),
        Level("kind", _kind_level(left, right)), Level("country", _country_level(left, right)),
        Level("company", "together" if together else "incident" if met else "none"),
    )  # fmt: skip
    bits = weights.bits[PRIOR] + sum(weights.bits[level] for level in levels)
    if _is_unit(left.name, right.name) or _is_unit(right.name, left.name):
        unit, whole = (left, right) if _is_unit(left.name, right.name) else (right, left)
        return ActorPair(unit.name, whole.name, ActorRelation.PART_OF, round(min(bits, JOINED_BITS - 1), 3), levels)
    former = (left.aliases or {}).get(right.name) or (right.aliases or {}).get(left.name)
    relation = ActorRelation.RENAMED if former else ActorRelation.SAME if bits >= JOINED_BITS else ActorRelation.UNSURE
    return ActorPair(left.name, right.name, relation if bits >= DOUBTFUL_BITS else ActorRelation.DIFFERENT, round(bits, 3), levels)


def worth(actor: ActorSeen, names: ActorNames) -> tuple[bool, bool, int, bool, int, str]:
    """Order names by how well they name a body: without description, with a profile, the fullest, the tables' own, the most told."""
    known = names.fullest.get(words_of(actor.name)) == actor.name
    return not _DESCRIBED.search(actor.name), bool(actor.aliases), len(particular_words(actor.name)), known, actor.events, actor.name


def name_level(left: str, right: str) -> str:
    """Compare two names by their letters."""
    from rapidfuzz import fuzz

    a, b = words_of(left), words_of(right)
    if a == b:
        return "same"
    if numbered_apart(left, right):
        return "numbered"
    if initials(left) == right.casefold() or initials(right) == left.casefold():
        return "initials"
    bare_left, bare_right = (_DESCRIBED.split(n)[0] for n in (left, right))
    if (bare_left, bare_right) != (left, right) and words_of(bare_left) == words_of(bare_right):
        return "described"
    if (a < b and particular_words(left)) or (b < a and particular_words(right)):
        return "within"
    mine, yours = particular_words(left), particular_words(right)
    if mine and yours and fuzz.token_sort_ratio(" ".join(sorted(a)), " ".join(sorted(b))) >= _ALIKE:
        return "alike"
    if mine and yours and _consonants(left) == _consonants(right) and len(_consonants(left)) >= _CONSONANTS:
        return "consonants"
    return "partly" if mine & yours else "other"


def _consonants(name: str) -> str:
    """Write a name's consonants in the order of its words, doubled ones once."""
    bare = "".join(sorted(re.sub(r"[aeiouyhw]", "", w.replace("q", "k").replace("z", "s")) for w in words_of(name)))
    return re.sub(r"(.)\1+", r"\1", bare)


def table_level(left: str, right: str, names: ActorNames) -> str:
    """Compare two names by the tables of actors."""
    one, other = (names.fullest.get(words_of(n)) for n in (left, right))
    if one is None or other is None:
        return "unknown"
    if one == other:
        return "one"
    return "kin" if names.kin(one, other) else "others"


def _kind_level(left: ActorSeen, right: ActorSeen) -> str:
    if not left.kinds or not right.kinds:
        return "unknown"
    if left.kinds & right.kinds or (left.kinds & _STATE and right.kinds & _STATE):
        return "same"
    told = left.kinds | right.kinds
    return "other" if "person" in told or (told & _ARMED and told & _STATE) else "unknown"


def _country_level(left: ActorSeen, right: ActorSeen) -> str:
    if not left.countries or not right.countries:
        return "unknown"
    return "shared" if left.countries & right.countries else "apart"


def _is_unit(unit: str, whole: str) -> bool:
    more = words_of(unit) - words_of(whole)
    return words_of(whole) < words_of(unit) and bool(more & _UNITS) and not generic(whole)
