from functools import cache
from typing import Any

import pytest

from contested.coding.profile import code_profile
from contested.language.syntax import Parser, analyse, load_parser
from contested.model.events import Profile, ProfileItem
from contested.reading.formats import read_raw
from contested.reading.raw import Raw

ARTICLE = """= River Front =

River Front
- Native Name: جبهة النهر
- Leaders: Ann Moor † (2015–2019), Karl Lund (since 2019), *Deputy: Jon Vik
- Active: 2015–present
- Ideology: 20px Ostrian nationalism, Socialism (until 2018)
- Allies: State allies:, 23px Nordia, , Hill Army (alleged)
- Opponents: , 23px Ostria , * 22px Ostrian Armed Forces, ** Coast Guard
- Battles: Ostrian civil war, * Siege of Oster (2016), ** Battle of the mill (alleged)
- Designated By: Ostria, European Union
- Split From: Old Front

The River Front (RF; Ostrian: Elvefronten) is an armed movement in Ostria that fights the Lake Militia. It is supported by Nordia.

== History ==
The group was formed in May 2015. In June 2017 the River Front attacked a convoy of the Ostrian Armed Forces near Oster and threatened the United Kingdom and France.
=== 2018 ===
On 3 March it established the Delta Brigade, led by Jon Vik.
=== 2019 ===
In 2019 the group declared war on the Kingdom Guard (KG). On 2 May 2019 its spokesman said that it would form twenty-four battalions.

== See also ==
- List of armed groups in Ostria
- Lake Militia – rival of the front
- Mill Guard and Bridge Alliance - two groups of the same valley
"""


@cache
def parser() -> Parser:
    return load_parser()


def profile_of(text: str) -> Profile | None:
    (document,) = read_raw(Raw(text.encode(), "a.txt", "a", "a.txt"))
    if isinstance(document, Exception):
        raise document
    return code_profile(document, analyse(document, parser()))


@pytest.fixture(scope="module")
def profile() -> Profile:
    found = profile_of(ARTICLE)
    assert found is not None
    return found


def pairs(items: tuple[ProfileItem, ...], field: str = "qualifier") -> list[tuple[str, Any]]:
    return [(item.name, getattr(item, field)) for item in items]


def test_names_in_every_script(profile: Profile) -> None:
    assert (profile.name, [a.name for a in profile.aliases]) == ("River Front", ["جبهة النهر", "RF", "Elvefronten"])


def test_infobox_litter_is_dropped_and_qualifiers_stay(profile: Profile) -> None:
    assert pairs(profile.leaders) == [("Ann Moor", "2015–2019"), ("Karl Lund", "since 2019"), ("Jon Vik", "deputy")]
    assert pairs(profile.ideology) == [("Ostrian nationalism", None), ("Socialism", "until 2018")]
    assert pairs(profile.allies) == [("Nordia", None), ("Hill Army", "alleged")]
    assert [o.name for o in profile.opponents] == ["Ostria", "Ostrian Armed Forces", "Coast Guard"]
    assert [d.name for d in profile.designated_by] == ["Ostria", "European Union"]


def test_wars_are_nested(profile: Profile) -> None:
    assert pairs(profile.wars, "part_of") == [
        ("Ostrian civil war", None), ("Siege of Oster (2016)", "Ostrian civil war"), ("Battle of the mill", "Siege of Oster (2016)"),
    ]  # fmt: skip
    assert profile.wars[2].qualifier == "alleged"


def test_prose_makes_the_founding_finer(profile: Profile) -> None:
    assert (profile.founded, profile.dissolved) == ("2015-05", None)


def test_opponents_in_the_prose(profile: Profile) -> None:
    assert [o.name for o in profile.opponents_in_text] == ["Lake Militia", "United Kingdom", "France", "Kingdom Guard"]


def test_subgroups_supporters_and_structure(profile: Profile) -> None:
    (brigade,) = profile.subgroups
    assert (brigade.name, brigade.leader, brigade.since) == ("Delta Brigade", "Jon Vik", "2018-03-03")
    assert [s.name for s in profile.supporters] == ["Nordia"]
    assert profile.planned_structure is not None
    assert (profile.planned_structure.groups, str(profile.planned_structure.stated_on)) == (24, "2019-05-02")


def test_related_groups(profile: Profile) -> None:
    assert [r.name for r in profile.related] == ["Lake Militia", "Mill Guard", "Bridge Alliance", "Old Front"]
    assert profile.related[-1].qualifier == "split from"


def test_every_item_opens_its_words(profile: Profile) -> None:
    items = [i for value in dict(profile).values() if isinstance(value, tuple) for i in value]
    spans = [e for i in items for e in i.evidence] + [e for words in profile.evidence.values() for e in words]
    assert len(spans) > 25
    assert all(ARTICLE[e.start : e.end] == e.text for e in spans)


@pytest.mark.parametrize(
    "text",
    [
        "= Siege of Oster =\n\nSiege of Oster\n- Date: 3 March 2016\n- Result: Victory\n- Combatant1: Ostria\n\nThe siege of Oster was an attack by the River Front group.\n",
        "= Karl Lund =\n\nKarl Lund was an Ostrian militant and leader of the River Front group in the hills.\n",
        "= Oster =\n\nOster is a town in Ostria, which the River Front group held for a year.\n",
        "Hill Army attacks Oster\n\nFighters of the Hill Army (HA) attacked a checkpoint on Monday. The Hill Army had given no warning.\n",
        "Abuses by the Hill Army in 2020\n\nThe Hill Army (HA) was founded in 2004. Its men burned four farms.\n",
        "No heading at all here.\n",
    ],
)
def test_documents_about_no_actor_have_no_profile(text: str) -> None:
    assert profile_of(text) is None


def test_log_of_one_group() -> None:
    found = profile_of(
        "HA: log of statements\n\nThe Hill Army (HA) was founded in 1979.\n\n1. Issued 4 May 1990. Says that it burned the mill.\n\n"
        "2. Issued 7 June 1995. Announces that its dissolution is final.\n"
    )
    assert found is not None
    assert (found.name, found.founded, found.dissolved) == ("Hill Army", "1979", "1995-06-07")


def test_backgrounder_without_infobox() -> None:
    found = profile_of(
        "What to know about the Hill Army\n\nThe Hill Army is an insurgent group that was founded in 2004. Its leader, Per Dahl, was killed in March 2012. "
        "He was succeeded by Ola Strand. It was designated as a terrorist organization by Nordia and the European Union.\n"
    )
    assert found is not None
    assert pairs(found.leaders) == [("Per Dahl", "leader until 2012-03"), ("Ola Strand", None)]
    assert [d.name for d in found.designated_by] == ["Nordia", "European Union"]
