"""Two people's codings are paired by words, act, date and place, and their differences named by field."""

from __future__ import annotations

from datetime import date

from contested.evaluation.coders import compare_coders
from contested.evaluation.pairing import ActionKinds
from contested.model.events import Event, EventDate, EventPlace, Party
from contested.model.spans import Evidence
from contested.model.vocabulary import Basis, DatePrecision, PlacePrecision

TEXT = "On 3 May gunmen shelled Oakford. On 9 May the army raided a farm near Elmton."
KINDS = ActionKinds.load()


def _event(name: str, start: int, end: int, day: int, action: str = "shelling", by: str = "Reed Company") -> Event:
    day_of = EventDate(start=date(2021, 5, day), end=date(2021, 5, day), precision=DatePrecision.DAY, basis=Basis.OCCURRENCE)
    place = EventPlace(text="Oakford", name="Oakford", precision=PlacePrecision.TOWN)
    evidence = (Evidence(start=start, end=end, text=TEXT[start:end]),)
    return Event(id=name, action=action, date=day_of, place=place, perpetrators=(Party(name=by, text=by),), evidence=evidence)


SHELLED = _event("m1", 0, 32, 3)
RAIDED = _event("m2", 33, 77, 9, "raid", "army")


def test_what_both_have_alike_differs_in_nothing() -> None:
    found = compare_coders(TEXT, [SHELLED, RAIDED], [SHELLED, RAIDED], [SHELLED, RAIDED], KINDS)
    assert [(p.machine and p.machine.id, p.differing) for p in found.pairs] == [("m1", ()), ("m2", ())]
    assert (found.events.right, found.events.gold, found.events.coded) == (2, 2, 2)
    assert {a.field: a.equal for a in found.agreement}["perpetrators"] == 1.0


def test_each_field_that_differs_is_named_and_another_spelling_is_not() -> None:
    other = SHELLED.model_copy(update={"action": "clash", "perpetrators": (Party(name="the Reed Company", text="x"),), "weapons": (Party(name="mortar", text="mortars"),)})
    (pair,) = compare_coders(TEXT, [SHELLED], [other], [SHELLED], KINDS).pairs
    assert pair.differing == ("action", "weapons")


def test_an_event_that_one_alone_has_and_one_that_neither_has_are_told() -> None:
    found = compare_coders(TEXT, [SHELLED], [], [SHELLED, RAIDED], KINDS)
    assert [(bool(p.left), bool(p.right), p.machine and p.machine.id, p.differing) for p in found.pairs] == [
        (True, False, "m1", ("event",)), (False, False, "m2", ()),
    ]  # fmt: skip


def test_events_coded_from_nothing_stand_for_those_that_the_machine_read() -> None:
    own, theirs = SHELLED.model_copy(update={"id": "a1"}), SHELLED.model_copy(update={"id": "b1"})
    (pair,) = compare_coders(TEXT, [own], [theirs], [SHELLED], KINDS).pairs
    assert (pair.left, pair.right, pair.machine) == (own, theirs, SHELLED)
