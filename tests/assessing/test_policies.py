"""What named policies make of the same accounts."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from contested.assessing.policies.comparing import differences
from contested.assessing.policies.deriving import derive
from contested.assessing.policies.reading import policy_names, read_policy
from contested.errors import TableError, UsageError
from contested.model.vocabulary import Stance
from tellings import telling

OWN_WORD = telling("group", killed=20, speaker="Reed Company", claims=(("Reed Company", Stance.CLAIMS, "event"),))
WIRE, COPY, ARMY = telling("wire", killed=7), telling("paper", killed=7, copy_of="wire"), telling("army", killed=3, speaker="Vale Army")
ALL = (OWN_WORD, WIRE, COPY, ARMY)


@pytest.mark.parametrize(
    ("policy", "figures"),
    [("acled", (3, 3, 3)), ("ucdp", (3, 7, 20)), ("by_source", (3, None, 20)), ("independent_only", (3, 3, 7))],
)
def test_each_policy_derives_its_own_figures(policy: str, figures: tuple[int | None, ...]) -> None:
    derived = derive(ALL, read_policy(policy))
    assert (derived.low, derived.best, derived.high) == figures


def test_the_dead_of_an_attacked_force_are_of_side_b_and_add_up_to_the_best() -> None:
    deaths = derive(ALL, read_policy("ucdp")).deaths
    assert (deaths.a, deaths.b, deaths.civilians, deaths.unknown) == (0, 7, 0, 0)


def test_the_dead_of_another_force_of_the_same_state_are_of_its_side() -> None:
    told = telling("wire", targets=("Valian Army",))
    tolls = (told.event.casualties[0].model_copy(update={"of": "Valian Armed Forces"}),)
    deaths = derive((replace(told, event=told.event.model_copy(update={"casualties": tolls})),), read_policy("ucdp")).deaths
    assert (deaths.a, deaths.b, deaths.unknown) == (0, 7, 0)


@pytest.mark.parametrize(("of", "civilians"), [("traders", 7), ("displaced people", 7), ("soldiers", 0), ("Moss Guard", 0)])
def test_dead_who_are_no_party_are_civilians_if_their_noun_says_so(of: str, civilians: int) -> None:
    told = telling("wire", targets=("village market",))
    tolls = (told.event.casualties[0].model_copy(update={"of": of}),)
    deaths = derive((replace(told, event=told.event.model_copy(update={"casualties": tolls})),), read_policy("ucdp")).deaths
    assert (deaths.civilians, deaths.unknown) == (civilians, 7 - civilians)


def test_what_was_left_out_is_said() -> None:
    because = derive(ALL, read_policy("independent_only")).because
    assert "left out: Reed Company (in group): 20, the perpetrator's side" in because
    assert "left out: own voice (in paper): 7, a copied text" in because


def test_grades_come_with_their_reasons() -> None:
    derived = derive((*ALL, telling("reply", killed=None, claims=(("Vale Army", Stance.DENIES, "event"),))), read_policy("ucdp"))
    assert (derived.harm.value, derived.attribution.value, derived.occurrence.value) == ("contested", "contested", "disputed")
    assert derived.occurrence.because == ("Vale Army denies that it happened",)


def test_policies_that_differ_say_where_and_why() -> None:
    found = differences(derive(ALL, read_policy("acled")), derive(ALL, read_policy("ucdp")))
    assert [(d.field, d.left, d.right) for d in found] == [("killed", "3", "3 to 20, best 7"), ("deaths by side", "0 / 3 / 0 / 0", "0 / 7 / 0 / 0")]
    assert "the smallest of 3: Vale Army (in army): 3" in found[0].why


def test_a_policy_of_ones_own_is_a_text_file(tmp_path: Path) -> None:
    file = tmp_path / "mine.toml"
    file.write_text('name = "mine"\nversion = "2"\n[sources]\nleave_out = ["victim"]\n[toll]\nfigure = "largest"\n')
    assert derive(ALL, read_policy(str(file))).best == 20
    file.write_text('name = "mine"\nversion = "2"\n[toll]\nfigures = "largest"\n')
    with pytest.raises(TableError, match="a policy has no 'figures'"):
        read_policy(str(file))


def test_an_unknown_policy_is_told_what_there_is() -> None:
    assert policy_names() == ("acled", "by_source", "independent_only", "ucdp")
    with pytest.raises(UsageError, match=r"no policy .acledd.\. Choose one of acled, by_source"):
        read_policy("acledd")
