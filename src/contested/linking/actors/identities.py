"""Which name a body goes by on a day, as the bonds in force say."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date

from contested.linking.actors.records import ActorRelation, Bond
from contested.model.events import Event, Party

_ONE_WAY = frozenset({ActorRelation.SAME, ActorRelation.MERGED, ActorRelation.SPLIT})


@dataclass(frozen=True, slots=True)
class Identities:
    """Bonds in the order in which they were made; of two that name one body otherwise, the later decides.

    A body that was renamed goes by its old name before that day and by its new one from then on; one that merged goes by
    the other's name from then on; one that split off, by the other's name before.
    """

    bonds: tuple[Bond, ...] = ()
    _by_name: dict[str, tuple[Bond, ...]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        by_name: dict[str, tuple[Bond, ...]] = {}
        for bond in self.bonds:
            for name in dict.fromkeys((bond.left, bond.right)):
                by_name[name] = (*by_name.get(name, ()), bond)
        object.__setattr__(self, "_by_name", by_name)

    def __bool__(self) -> bool:
        return bool(self.bonds)

    def name_on(self, name: str, day: date | None) -> str:
        """Give the name under which a body was known on a day; the name itself where nothing was decided."""
        seen = {name}
        while (following := self._next(name, day)) is not None and following not in seen:
            seen.add(following)
            name = following
        return name

    def _next(self, name: str, day: date | None) -> str | None:
        for bond in reversed(self._by_name.get(name, ())):
            if bond.relation in _ONE_WAY and bond.left == name and bond.holds(day):
                return bond.right
            if bond.relation is ActorRelation.RENAMED and (day is not None or bond.start is None):
                new = bond.right if bond.start is None or (day is not None and day >= bond.start) else bond.left
                if new != name:
                    return new
        return None

    def names_of(self, name: str) -> tuple[str, ...]:
        """Give every name that one body has gone by at any time, the given one first."""
        found, waiting = {name: None}, [name]
        while waiting:
            for bond in self._by_name.get(waiting.pop(), ()):
                if bond.relation in _ONE_WAY or bond.relation is ActorRelation.RENAMED:
                    new = [n for n in (bond.left, bond.right) if n not in found]
                    found |= dict.fromkeys(new)
                    waiting += new
        return tuple(found)

    @property
    def wholes(self) -> dict[str, tuple[str, ...]]:
        """Give what each body is part of, at any time."""
        found: dict[str, tuple[str, ...]] = {}
        for bond in self.bonds:
            if bond.relation is ActorRelation.PART_OF:
                found[bond.left] = (*found.get(bond.left, ()), bond.right)
        return found

    def without(self, unspeakable: Callable[[str], bool]) -> Identities:
        """Leave away the bonds of names that may not be told."""
        return Identities(tuple(b for b in self.bonds if not unspeakable(b.left) and not unspeakable(b.right)))


NOBODY = Identities()


def known_by(event: Event, identities: Identities) -> Event:
    """Name the parties and speakers of an event as they were known on its first day; the words as written stay."""
    if not identities:
        return event
    day = event.date.start

    def named(name: str) -> str:
        return identities.name_on(name, day)

    def parties(given: Iterable[Party]) -> tuple[Party, ...]:
        return tuple({p.name: p for p in (g.model_copy(update={"name": named(g.name)}) for g in given)}.values())

    return event.model_copy(
        update={
            "perpetrators": parties(event.perpetrators), "targets": parties(event.targets),
            "claims": tuple(c.model_copy(update={"party": named(c.party)}) for c in event.claims),
            "casualties": tuple(
                c.model_copy(update={"of": named(c.of) if c.of else None, "asserted_by": named(c.asserted_by) if c.asserted_by else None})
                for c in event.casualties
            ),
        }
    )  # fmt: skip
