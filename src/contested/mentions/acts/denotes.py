"""What the heads of noun phrases denote, for the choice between the rows of the act table."""

from __future__ import annotations

from collections.abc import Iterable

from contested.mentions.acts.nouns import Nouns
from contested.model.mentions import ActorMention, PlaceMention, WeaponMention
from contested.model.syntax import Sentence
from contested.model.vocabulary import ActorKind

_ACTOR_KINDS = {
    ActorKind.PERSON: frozenset({"person"}),
    ActorKind.CIVILIANS: frozenset({"person", "people"}),
    ActorKind.OFFICE: frozenset({"person"}),
    ActorKind.SOURCE: frozenset({"person"}),
    ActorKind.UNKNOWN: frozenset({"person", "force"}),
    ActorKind.FORCE: frozenset({"person", "force", "group"}),
    ActorKind.GROUP: frozenset({"person", "force", "group"}),
    ActorKind.GOVERNMENT: frozenset({"group"}),
    ActorKind.ORGANISATION: frozenset({"group", "thing"}),
}
_PLACES = {"facility": frozenset({"place", "thing"}), "settlement": frozenset({"place", "town"})}
_THING = frozenset({"thing"})
_WEAPON = frozenset({"weapon", "arms"})
_OF_WEAPON = frozenset({"weapon"})
_NAME = frozenset({"place", "person", "group", "thing"})
_BY_ENTITY = {"PERSON": frozenset({"person"}), "ORG": frozenset({"group", "thing"}), "NORP": frozenset({"group", "person"}),
              "GPE": frozenset({"place"}), "LOC": frozenset({"place"}), "FAC": frozenset({"place", "thing"})}
_HIM = frozenset({"he", "him", "she", "her"})
_PERSON = frozenset({"person"})
_PEOPLE = frozenset({"person", "people"})
_PRONOUN = frozenset({"person", "force", "group", "thing", "weapon"})
_COUNT = frozenset({"person", "force", "group", "weapon", "thing"})
_OTHER = frozenset({"other", "another"})
_QUANTITIES = frozenset(
    {"all", "bag", "batch", "box", "cache", "cent", "consignment", "couple", "crate", "haul", "kilo", "kilogram", "load", "sack", "shipment", "stock", "stockpile",
     "ton", "tonne", "truckload", "dozen", "half", "handful", "hundred", "lot", "majority", "many", "most", "number", "part", "percent", "rest",
     "remainder", "score", "several", "some", "ten", "third", "thousand", "total"}
)


class Denotations:
    """Look up what the token at (sentence, index) denotes."""

    def __init__(
        self, actors: Iterable[ActorMention], places: Iterable[PlaceMention], weapons: Iterable[WeaponMention], nouns: Nouns | None = None
    ) -> None:
        self._nouns = nouns or {}
        self._kinds: dict[tuple[int, int], frozenset[str]] = {}
        for actor in actors:
            kinds = _THING if actor.rule == "object" else _ACTOR_KINDS[actor.kind]
            self._add(actor.sentence, actor.head, kinds)
        for place in places:
            self._add(place.sentence, place.head, _PLACES.get(place.kind, frozenset({"place"})))
        for weapon in weapons:
            self._add(weapon.sentence, weapon.head, _WEAPON)

    def _add(self, sentence: int, head: int, kinds: frozenset[str]) -> None:
        if head >= 0:
            self._kinds[sentence, head] = self._kinds.get((sentence, head), frozenset()) | kinds

    def of(self, sentence: Sentence, i: int) -> frozenset[str]:
        """Give the kinds that token i may denote; a name or pronoun that nothing knows may be several."""
        known = self._kinds.get((sentence.index, i))
        token = sentence.tokens[i]
        if known:
            return known | self._nouns.get(token.lemma.lower(), known) if known == _THING else known
        if (counted := _counted(sentence, i)) is not None:
            return self.of(sentence, counted)
        if any("weapon" in self._kinds.get((sentence.index, c), ()) for c in sentence.children[i] if sentence.tokens[c].dep == "compound"):
            return _OF_WEAPON
        if token.pos == "PROPN":
            return _BY_ENTITY.get(token.ent, _NAME)
        if token.tag in ("WDT", "WP"):
            return _THING
        if token.lower in _HIM:
            return _PERSON
        if token.pos in ("PRON", "DET"):
            return _PRONOUN
        if token.pos == "NUM" or token.lemma.lower() in _OTHER:
            return _COUNT
        if _is_who(sentence, i):
            return _PEOPLE
        return self._nouns.get(token.lemma.lower()) or self._nouns.get(token.lower, _THING)


def _is_who(sentence: Sentence, i: int) -> bool:
    """Does a relative clause with "who" tell that a noun denotes people?"""
    clauses = (c for c in sentence.children[i] if sentence.tokens[c].dep == "relcl")
    return any(sentence.tokens[k].lower in ("who", "whom") for c in clauses for k in sentence.children[c])


def _counted(sentence: Sentence, i: int) -> int | None:
    """Find what a quantity counts: "dozens of men", "80 per cent of the troops", "most of the village"."""
    if sentence.tokens[i].lemma.lower() not in _QUANTITIES:
        return None
    below = (c for p in sentence.children[i] if p > i and sentence.tokens[p].lower == "of" for c in sentence.children[p])
    return next((c for c in below if c > i and sentence.tokens[c].dep == "pobj"), None)
