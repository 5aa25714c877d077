"""Which names are proposed as one body, and why."""

from dataclasses import replace

import pytest

from contested.linking.across.names import ActorNames, words_of
from contested.linking.actors.comparing import ActorWeights, compare_actors, name_level
from contested.linking.actors.link import link_actors
from contested.linking.actors.records import ActorLinks, ActorRelation, ActorSeen
from contested.linking.actors.seeing import changes_told, names_met, see_actors
from contested.model.events import Profile, ProfileItem
from tellings import telling

WEIGHTS = ActorWeights.load()
NAMES = ActorNames({words_of("Reed Company"): "Reed Company", words_of("Reed Co"): "Reed Company", words_of("Moss Guard"): "Moss Guard"}, {})
GROUP = ActorSeen("", 1, frozenset({"group"}), frozenset({"ML"}))


def seen(name: str, **changes: object) -> ActorSeen:
    return replace(GROUP, name=name, **changes)  # type: ignore[arg-type]


def link(*actors: ActorSeen, met: tuple[frozenset[str], ...] = (), ruled: tuple[frozenset[str], ...] = ()) -> ActorLinks:
    return link_actors(actors, met, (), ruled, WEIGHTS, NAMES)


@pytest.mark.parametrize(
    ("left", "right", "level"),
    [
        ("Hárrow Front", "the Harrow Front", "same"), ("HVF", "Harrow Valley Front", "initials"), ("Harrow Front", "Harrow Valley Front", "within"),
        ("Harrow Front fighters in Kaya", "Harrow Front", "described"), ("Jamaat al-Qasimi", "Jamaat al-Qasemi", "alike"),
        ("Malian Rangers", "Malian Scouts", "partly"), ("12th Vale Brigade", "3rd Vale Brigade", "numbered"), ("Harrow Front", "Moss Guard", "other"),
    ],
)
def test_names_are_compared_by_their_letters(left: str, right: str, level: str) -> None:
    assert name_level(left, right) == level


def test_a_shortened_name_waits_until_two_documents_give_both_in_one_place() -> None:
    short, full = seen("Valley Front"), seen("Harrow Valley Front")
    assert [(p.left, p.right, p.relation) for p in link(short, full).waiting] == [("Valley Front", "Harrow Valley Front", ActorRelation.UNSURE)]
    (joined,) = link(short, full, met=(frozenset(("Valley Front", "Harrow Valley Front")),)).joined
    assert (joined.left, joined.right, joined.score > 0.9) == ("Valley Front", "Harrow Valley Front", True)


def test_what_the_tables_or_a_profile_know_is_joined_and_what_they_part_is_not() -> None:
    assert [p.right for p in link(seen("Reed Co"), seen("Reed Company")).joined] == ["Reed Company"]
    assert link(seen("Reed Company"), seen("Moss Guard")).waiting == ()
    aliased = seen("Harrow Front", aliases={"The Lanterns": False})
    assert [(p.left, p.right) for p in link(aliased, seen("The Lanterns")).joined] == [("The Lanterns", "Harrow Front")]


def test_a_former_name_is_proposed_as_a_renaming() -> None:
    (pair,) = link(seen("Harrow Front", aliases={"The Lanterns": True}), seen("The Lanterns")).waiting
    assert pair.relation is ActorRelation.RENAMED


def test_a_unit_is_proposed_as_a_part() -> None:
    pair = compare_actors(seen("Harrow Front"), seen("Northern Brigade of the Harrow Front"), False, WEIGHTS, NAMES)
    assert (pair.left, pair.relation) == ("Northern Brigade of the Harrow Front", ActorRelation.PART_OF)


def test_names_told_side_by_side_are_two_bodies() -> None:
    assert link(seen("Valley Front"), seen("Harrow Valley Front", beside=frozenset({"Valley Front"}))).waiting == ()


def test_contradictions_are_shown_and_rulings_kept_out() -> None:
    a, b, c = seen("Reed Co"), seen("Reed Company"), seen("REED COMPANY LTD", aliases={"Reed Co": False}, beside=frozenset({"Reed Company"}))
    found = link(a, b, c)
    assert len(found.joined) == 1
    (one,) = found.contradictions
    assert {one.against.left, one.against.right} == {"Reed Company", "REED COMPANY LTD"}
    assert link(a, b, ruled=(frozenset(("Reed Co", "Reed Company")),)).joined == ()


def test_names_are_gathered_from_tellings_and_profiles() -> None:
    profile = Profile(name="Reed Company", aliases=(ProfileItem(name="Lanterns", qualifier="formerly"),))
    found = {a.name: a for a in see_actors([telling("wire", targets=("civilians", "Vale Army"))], [profile])}
    assert sorted(found) == ["Reed Company", "Vale Army"]
    assert (found["Reed Company"].countries, found["Reed Company"].beside) == (frozenset({"GB"}), frozenset({"civilians", "Vale Army"}))
    assert found["Reed Company"].aliases == {"Lanterns": True}


def test_two_names_in_one_place_of_an_incident_have_met() -> None:
    assert names_met([[telling("wire"), telling("radio", authors=("RC",))]]) == {frozenset(("Reed Company", "RC"))}


def test_mergers_and_splits_that_are_told_wait_for_a_person() -> None:
    split = telling("wire", action="split", authors=("Splinter Front",), targets=("Reed Company",))
    merger = telling("radio", action="merger", authors=("Reed Company", "Moss Guard"), targets=())
    told = [(p.left, p.relation, p.right, str(p.day)) for p in changes_told([split, merger])]
    assert told == [
        ("Splinter Front", ActorRelation.SPLIT, "Reed Company", "2021-05-03"), ("Reed Company", ActorRelation.MERGED, "Moss Guard", "2021-05-03"),
    ]  # fmt: skip
