"""Names that bodies go by, each in its time."""

from datetime import date

import pytest

from contested.linking.actors.identities import Identities, known_by
from contested.linking.actors.records import ActorRelation, Bond
from contested.model.vocabulary import Stance
from tellings import telling

DAY = date(2020, 6, 1)
BEFORE, AFTER = date(2020, 5, 31), date(2020, 6, 1)


@pytest.mark.parametrize(
    ("bond", "name", "before", "after", "undated"),
    [
        (Bond("RC", "Reed Company", ActorRelation.SAME), "RC", "Reed Company", "Reed Company", "Reed Company"),
        (Bond("RC", "Reed Company", ActorRelation.SAME, None, DAY), "RC", "Reed Company", "RC", "RC"),
        (Bond("Reed", "Vale", ActorRelation.MERGED, DAY), "Reed", "Reed", "Vale", "Reed"),
        (Bond("Reed", "Vale", ActorRelation.MERGED, DAY), "Vale", "Vale", "Vale", "Vale"),
        (Bond("Splinter", "Reed", ActorRelation.SPLIT, None, DAY), "Splinter", "Reed", "Splinter", "Splinter"),
        (Bond("Reed", "New Reed", ActorRelation.RENAMED, DAY), "Reed", "Reed", "New Reed", "Reed"),
        (Bond("Reed", "New Reed", ActorRelation.RENAMED, DAY), "New Reed", "Reed", "New Reed", "New Reed"),
        (Bond("Brigade", "Reed", ActorRelation.PART_OF), "Brigade", "Brigade", "Brigade", "Brigade"),
        (Bond("Reed", "Vale", ActorRelation.DIFFERENT), "Reed", "Reed", "Reed", "Reed"),
    ],
)
def test_a_name_is_that_of_its_day(bond: Bond, name: str, before: str, after: str, undated: str) -> None:
    identities = Identities((bond,))
    assert (identities.name_on(name, BEFORE), identities.name_on(name, AFTER), identities.name_on(name, None)) == (before, after, undated)


def test_bonds_are_followed_and_a_circle_ends() -> None:
    bonds = (Bond("RC", "Reed", ActorRelation.SAME), Bond("Reed", "Vale", ActorRelation.MERGED, DAY), Bond("Vale", "RC", ActorRelation.SAME))
    assert Identities(bonds[:2]).name_on("RC", AFTER) == "Vale"
    assert Identities(bonds).name_on("RC", BEFORE) == "Reed"
    assert set(Identities(bonds[:2]).names_of("Vale")) == {"Vale", "Reed", "RC"}


def test_the_later_decision_counts() -> None:
    bonds = (Bond("RC", "Reed", ActorRelation.SAME), Bond("RC", "Rail Company", ActorRelation.SAME))
    assert Identities(bonds).name_on("RC", DAY) == "Rail Company"


def test_an_event_bears_the_names_of_its_day_and_keeps_its_words() -> None:
    told = telling("wire", authors=("RC", "Reed Company"), speaker="RC", claims=(("RC", Stance.CLAIMS, "event"),)).event
    event = known_by(told, Identities((Bond("RC", "Reed Company", ActorRelation.SAME),)))
    assert [p.name for p in event.perpetrators] == ["Reed Company"]
    assert (event.claims[0].party, event.casualties[0].asserted_by, event.evidence) == ("Reed Company", "Reed Company", told.evidence)


def test_bonds_of_names_that_may_not_be_told_are_left_away() -> None:
    bonds = (Bond("Omar", "Omar Sesay", ActorRelation.SAME), Bond("RC", "Reed", ActorRelation.SAME))
    assert Identities(bonds).without(lambda n: "Sesay" in n).bonds == bonds[1:]
