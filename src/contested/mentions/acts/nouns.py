"""What common nouns denote by themselves, where no mention was found at them: people, units, settlements."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from contested.mentions.places.words import PlaceType

Nouns = Mapping[str, frozenset[str]]
_PERSON = frozenset({"person", "people"})
_FIGHTER = frozenset({"person", "force"})
_UNIT = frozenset({"force", "group"})
_TOWN = frozenset({"place", "town"})
_CRAFT = frozenset({"thing", "craft"})
_CRAFTS = ("airliner", "boat", "bus", "coaster", "dhow", "ferry", "freighter", "minibus", "plane", "ship", "tanker", "train", "trawler", "tugboat", "vessel", "yacht")
_HOME = frozenset({"thing", "home"})
_HOMES = ("area", "camp", "district", "home", "house", "neighborhood", "neighbourhood", "quarter", "region", "zone")
_SETTLED = frozenset({"settlement", "division1", "division2"})
_BY_SIDE = {"civil": _PERSON, "any": _PERSON, "army": _FIGHTER, "police": _FIGHTER, "militant": _FIGHTER}
_UNITS = (
    "battalion", "bn", "brigade", "column", "commando", "company", "contingent", "coy", "detachment", "division", "force", "garrison", "marine",
    "paratrooper", "platoon", "regiment", "reinforcement", "squad", "squadron", "troop", "unit",
)


def common_nouns(sides: Mapping[str, str], types: Iterable[PlaceType]) -> Nouns:
    """Give the kinds that a noun denotes: ``sides`` are the nouns behind a figure, ``types`` those of places."""
    found = {noun: _BY_SIDE[side] for noun, side in sides.items() if side in _BY_SIDE}
    found |= {t.word: _TOWN for t in types if t.kind in _SETTLED}
    homes = {n: _HOME | found.get(n, _HOME) for n in _HOMES}
    return found | homes | dict.fromkeys(_CRAFTS, _CRAFT) | dict.fromkeys(_UNITS, _UNIT) | {"hh": _PERSON, "household": _PERSON, "family": _PERSON}
