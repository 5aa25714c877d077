"""Who is listed as perpetrator and as target."""

from __future__ import annotations

from contested.coding.drafts import Draft, Toll, Voice
from contested.linking.parties import settle_parties
from contested.model.mentions import ActMention, ActorMention, CountMention
from contested.model.vocabulary import ActorKind, CasualtyKind, Stance


def actor(name: str, kind: ActorKind = ActorKind.GROUP, rule: str = "name", members: tuple[str, ...] = ()) -> ActorMention:
    return ActorMention(0, 0, 4, name, 0, rule, name, kind, "table", members=members)


def voice(speaker: ActorMention, stance: Stance, about: str = "event", accused: tuple[ActorMention, ...] = ()) -> Voice:
    return Voice(speaker.name, stance, about, 0, 1, speaker, accused=accused)


def told(action: str, **parts: object) -> Draft:
    act = ActMention(0, 50, 56, "attack", 1, "acts.csv:1", action, "noun", 0.9)
    return Draft((act,), action, (0,), **parts)  # type: ignore[arg-type]


def names(event: Draft) -> tuple[list[str], list[str]]:
    sides = settle_parties(event)
    return [p.name for p in sides.perpetrators], [t.name for t in sides.targets]


def killed(victim: ActorMention | None = None) -> Toll:
    count = CountMention(0, 60, 70, "four dead", 3, "counts", CasualtyKind.KILLED, 4, 4, None)
    return Toll(count, None, None, victim)


FRONT, COLUMN, ARMY = actor("Karo Front"), actor("Red Column"), actor("Malian Armed Forces", ActorKind.FORCE)


def test_who_claims_the_deed_of_nameless_men_did_it() -> None:
    gunmen = actor("gunmen", ActorKind.UNKNOWN)
    assert names(told("shooting", agents=(gunmen,), voices=(voice(FRONT, Stance.CLAIMS, "responsibility"),)))[0] == ["Karo Front"]


def test_who_denies_was_accused() -> None:
    assert names(told("bombing", voices=(voice(FRONT, Stance.DENIES),)))[0] == ["Karo Front"]


def test_a_denial_beside_a_named_doer_accuses_nobody_else() -> None:
    assert names(told("bombing", agents=(COLUMN,), voices=(voice(FRONT, Stance.DENIES),)))[0] == ["Red Column"]


def test_the_side_of_the_victims_is_no_author() -> None:
    assert names(told("bombing", patients=(ARMY,), voices=(voice(ARMY, Stance.DENIES),))) == ([], ["Malian Armed Forces"])


def test_the_accused_is_listed_and_the_accuser_is_not() -> None:
    assert names(told("ambush", voices=(voice(ARMY, Stance.ACCUSES, "responsibility", (FRONT,)),)))[0] == ["Karo Front"]


def test_an_issuer_did_the_work_that_its_statement_tells() -> None:
    assert names(told("arrest", issuer=ARMY))[0] == ["Malian Armed Forces"]


def test_an_issuer_did_not_bomb_its_own_patrol() -> None:
    assert names(told("bombing", issuer=ARMY, patients=(actor("patrol"),)))[0] == []


def test_all_who_sign_are_perpetrators_and_nobody_is_a_target() -> None:
    assert names(told("agreement", agents=(FRONT,), patients=(ARMY,))) == (["Karo Front", "Malian Armed Forces"], [])


def test_two_who_fight_stand_on_two_sides() -> None:
    assert names(told("clash", agents=(FRONT, ARMY))) == (["Karo Front"], ["Malian Armed Forces"])


def test_the_owner_of_a_thing_is_the_target() -> None:
    station = actor("police station", ActorKind.ORGANISATION, "object", ("Malian police",))
    assert names(told("bombing", agents=(FRONT,), patients=(station,)))[1] == ["Malian police"]


def test_people_stand_for_the_house_they_live_in() -> None:
    assert names(told("shelling", patients=(actor("house", ActorKind.ORGANISATION, "object"),)))[1] == ["civilians"]


def test_a_market_is_its_people_only_where_somebody_was_hurt() -> None:
    market = actor("market", ActorKind.ORGANISATION, "object")
    assert names(told("bombing", patients=(market,), tolls=(killed(),)))[1] == ["civilians"]
    assert names(told("bombing", patients=(market,)))[1] == ["market"]


def test_a_vehicle_without_an_owner_gives_way_to_its_victims() -> None:
    car = actor("car", ActorKind.ORGANISATION, "object")
    assert names(told("bombing", patients=(car,), tolls=(killed(ARMY),)))[1] == ["Malian Armed Forces"]


def test_force_against_a_protest_falls_on_the_protesters() -> None:
    assert names(told("force_against_protesters", agents=(ARMY,)))[1] == ["protesters"]


def test_bystanders_are_no_perpetrators() -> None:
    assert names(told("shooting", agents=(actor("driver", ActorKind.CIVILIANS),)))[0] == []


def test_who_reports_a_won_place_took_it() -> None:
    assert names(told("territory_seized", voices=(voice(FRONT, Stance.REPORTS),)))[0] == ["Karo Front"]


def test_who_claims_the_dead_of_a_nameless_attack_is_its_author() -> None:
    assert names(told("bombing", voices=(voice(FRONT, Stance.CLAIMS, "killed"),)))[0] == ["Karo Front"]


def test_who_tells_is_not_hit_by_that() -> None:
    mayor = actor("mayor", ActorKind.OFFICE)
    assert names(told("bombing", patients=(mayor,), voices=(voice(mayor, Stance.REPORTS),)))[1] == []


def test_debris_makes_nobody_the_launcher() -> None:
    people = actor("civilians", ActorKind.CIVILIANS)
    assert names(told("weapons_disrupted", patients=(people,), agents=(ARMY,))) == (["Malian Armed Forces"], [])


def test_settlers_who_burn_are_named_and_mere_people_are_not() -> None:
    settlers, people = actor("settlers", ActorKind.CIVILIANS), actor("people", ActorKind.CIVILIANS)
    assert names(told("shooting", agents=(settlers, people)))[0] == ["settlers"]


def test_parts_of_the_civilians_and_shorter_names_of_a_thing_are_not_listed_beside_the_whole() -> None:
    people = [actor(n, ActorKind.CIVILIANS) for n in ("civilians", "women", "children")]
    pipes = [actor(n, ActorKind.ORGANISATION, "object") for n in ("pipeline", "Karo pipeline")]
    assert names(told("displacement", patients=tuple(people)))[1] == ["civilians"]
    assert names(told("bombing", patients=tuple(pipes)))[1] == ["Karo pipeline"]


def test_a_list_of_groups_is_no_target_beside_the_group_put_on_it() -> None:
    kind = actor("foreign terrorist organisation")
    assert names(told("designation", patients=(COLUMN, kind)))[1] == ["Red Column"]
