"""Status of an event by the order of codebook 6."""

import json
from pathlib import Path

import pytest

from contested.assessing.status import derive_status
from contested.model.events import Claim
from contested.model.vocabulary import Stance, Status

GOLD = Path(__file__).parents[3] / "shared" / "gold"


def claim(party: str, stance: str, about: str = "event") -> Claim:
    return Claim(party=party, stance=Stance(stance), about=about)


CASES = [
    ([], "reported"),
    ([("Red Cross", "reports", "killed")], "reported"),
    ([("Harrow Front", "no_comment", "event")], "reported"),
    ([("witnesses", "reports", "event")], "alleged"),
    ([("Coast Guard", "accuses", "responsibility")], "alleged"),
    ([("Harrow Front", "claims", "responsibility")], "claimed"),
    ([("Harrow Front", "acknowledges", "event")], "claimed"),
    ([("Harrow Front", "claims", "event"), ("Red Cross", "reports", "killed")], "claimed"),
    ([("Harrow Front", "claims", "event"), ("Coast Guard", "acknowledges", "event")], "corroborated"),
    ([("Harrow Front", "claims", "killed"), ("witnesses", "accuses", "responsibility")], "corroborated"),
    ([("witnesses", "reports", "event"), ("doctors", "reports", "event")], "alleged"),
    ([("Harrow Front", "claims", "event"), ("Coast Guard", "denies", "killed")], "disputed"),
    ([("Coast Guard", "accuses", "responsibility"), ("Harrow Front", "denies", "responsibility")], "disputed"),
]


@pytest.mark.parametrize(("claims", "status"), CASES)
def test_status_follows_the_order_of_the_codebook(claims: list[tuple[str, str, str]], status: str) -> None:
    given = [claim(*c) for c in claims]
    assert derive_status(given, ["Harrow Front"], ["Coast Guard"])[0] == Status(status)


def test_a_later_admission_lifts_the_denial() -> None:
    claims = [claim("Harrow Front", "denies"), claim("witnesses", "reports"), claim("Harrow Front", "acknowledges")]
    assert derive_status(claims, ["Harrow Front"])[0] is Status.CORROBORATED


def test_a_denial_after_an_admission_stands() -> None:
    claims = [claim("Harrow Front", "acknowledges"), claim("Harrow Front", "denies")]
    assert derive_status(claims, ["Harrow Front"])[0] is Status.DISPUTED


def test_a_retracted_claim_asserts_nothing() -> None:
    claims = [claim("Harrow Front", "claims"), claim("Harrow Front", "retracts")]
    assert derive_status(claims, ["Harrow Front"])[0] is Status.REPORTED


def test_rivals_who_accuse_each_other_corroborate_the_act() -> None:
    claims = [claim("Harrow Front", "accuses", "responsibility"), claim("Coast Guard", "accuses", "responsibility")]
    assert derive_status(claims, ["Harrow Front", "Coast Guard"])[0] is Status.CORROBORATED


def test_a_sentence_attributed_as_a_whole_is_its_speakers() -> None:
    assert derive_status([], ["Harrow Front"], own_voice=False, attributed_to=["police"]) == (
        Status.ALLEGED, ("the sentence as a whole is attributed to police",),
    )  # fmt: skip
    assert derive_status([], ["Harrow Front"], own_voice=False, attributed_to=["Harrow Front"])[0] is Status.CLAIMED


def test_a_toll_alone_asserts_the_act_where_the_document_does_not() -> None:
    toll = [claim("Harrow Front", "claims", "killed")]
    assert derive_status(toll, ["Harrow Front"])[0] is Status.REPORTED
    assert derive_status(toll, ["Harrow Front"], own_voice=False)[0] is Status.CLAIMED


def test_because_names_who_stands_where() -> None:
    claims = [claim("Harrow Front", "claims"), claim("Coast Guard", "denies", "killed")]
    assert derive_status(claims, ["Harrow Front"], ["Coast Guard"])[1] == ("Coast Guard denies the number killed",)
    assert derive_status(claims[:1], ["Harrow Front"])[1] == (
        "Harrow Front (perpetrator's side) claims it for its own side", "no other side asserts it",
    )  # fmt: skip


def test_a_ministry_can_speak_for_its_force() -> None:
    claims = [claim("Harrow Front", "claims"), claim("Ports Ministry", "acknowledges")]
    speaks_for = {("Ports Ministry", "Coast Guard")}
    status, _ = derive_status(
        claims, ["Harrow Front"], ["Coast Guard"], same_side=lambda a, b: a == b or (a, b) in speaks_for
    )
    assert status is Status.CORROBORATED


@pytest.mark.skipif(not GOLD.is_dir(), reason="the folder of gold files is not beside the repository")
def test_status_of_gold_claims_agrees_with_the_gold_status() -> None:
    right = total = 0
    for path in sorted(GOLD.glob("*.json")):
        for event in json.loads(path.read_text(encoding="utf-8"))["events"]:
            claims = [claim(c["party"], c["stance"], c["about"]) for c in event["claims"]]
            status, _ = derive_status(claims, event["perpetrators"], event["targets"])
            right += status in [event["status"], *(event.get("alternatives") or {}).get("status", [])]
            total += 1
    assert right / total > 0.97
