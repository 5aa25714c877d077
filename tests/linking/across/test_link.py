"""Which events of different documents are one."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from contested.linking.across.clustering import Rulings, groups_of
from contested.linking.across.comparing import compare
from contested.linking.across.link import LinkResources, link_tellings
from contested.linking.across.names import ActorNames
from contested.linking.across.records import Relation, Telling, pair_of
from contested.linking.across.tables import LinkTables
from contested.linking.across.traits import traits_of
from tellings import DAY, telling

RESOURCES = LinkResources(LinkTables.load(), ActorNames({}, {}))
NEXT_DAY = DAY + timedelta(days=1)


def relation(left: Telling, right: Telling) -> Relation:
    traits = (traits_of(t, RESOURCES.names) for t in (left, right))
    return compare(*traits, RESOURCES.tables, RESOURCES.names).relation


def groups(*tellings: Telling, rulings: Rulings | None = None) -> list[tuple[str, ...]]:
    merges = link_tellings(tellings, RESOURCES, rulings).merges
    return [tuple(ref.document for ref in group) for group in groups_of(merges)]


@pytest.mark.parametrize(
    "other",
    [telling("b", killed=11, place="Oakforde"), telling("b", action="clash", authors=("Vale Army",), targets=("Reed Company",)),
     telling("b", action="armed_attack", authors=()), telling("b", place=None, said="At Oakford a fuel convoy was hit."),
     telling("b", place="Palm hotel", said="By the Palm hotel in Oakford a fuel convoy was hit.")],
    ids=["toll and spelling", "sides swapped", "no author", "place only in the words", "a building of the town"],
)  # fmt: skip
def test_honest_disagreement_leaves_events_the_same(other: Telling) -> None:
    assert relation(telling("a"), other) is Relation.SAME


@pytest.mark.parametrize(
    "other",
    [telling("b", day=NEXT_DAY, action="bombing", said="A bakery was bombed."), telling("b", place="Elmham", said="A school was raided.", killed=2),
     telling("b", action="protest", authors=("students",), killed=None, said="Students marched.")],
    ids=["same town next day", "same group another village", "another act"],
)  # fmt: skip
def test_tempting_others_are_not_the_same(other: Telling) -> None:
    assert relation(telling("a"), other) is not Relation.SAME


def test_the_order_of_documents_changes_nothing() -> None:
    tellings = [telling("a"), telling("b", killed=9), telling("c", place="Oakforde"), telling("d", place="Elmham", said="A mill burned.")]
    assert groups(*tellings) == groups(*reversed(tellings)) == [("a", "b", "c")]


def test_two_events_of_one_document_are_kept_apart_and_the_contradiction_is_shown() -> None:
    first, second = telling("a"), telling("a", killed=2, said="Two more died when a fuel convoy was hit.", start=60)
    found = link_tellings([first, second, telling("b"), telling("c", killed=2)], RESOURCES)
    assert all(len({r.document for r in g}) == len(g) for g in groups_of(found.merges))
    assert found.contradictions


def test_what_people_ruled_holds_over_the_weights() -> None:
    a, b, c = telling("a"), telling("b"), telling("c", place="Elmham", day=date(2021, 6, 1))
    assert groups(a, b, rulings=Rulings(apart=frozenset({pair_of(a.ref, b.ref)}))) == []
    assert groups(a, c, rulings=Rulings(same=(pair_of(a.ref, c.ref),))) == [("a", "c")]


def test_a_total_holds_its_parts_and_a_release_follows_its_abduction() -> None:
    taken = telling("a", action="abduction", targets=("farmers",))
    freed = telling("b", action="prisoner_release", day=date(2021, 7, 1), targets=("farmers",), killed=None)
    related = link_tellings([taken, freed, telling("c", action="abduction", targets=("farmers",), killed=40, aggregate=True)], RESOURCES).related
    told = {(c.relation, (c.pair.right if c.reversed else c.pair.left).document, (c.pair.left if c.reversed else c.pair.right).document) for c in related}
    assert told == {(Relation.FOLLOWS, "b", "a"), (Relation.PART_OF, "a", "c")}
