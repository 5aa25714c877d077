"""The graph of an actor's ties, and its names over time."""

from __future__ import annotations

from datetime import date

from contested.model.events import Event, EventDate, Party, Profile, ProfileItem
from contested.model.vocabulary import Basis, DatePrecision
from contested.store.ask import StoredEvent
from contested.store.ties import Meeting
from contested.web.ties import names_over_time, ties_of


def _event(day: date, text: str) -> StoredEvent:
    when = EventDate(start=day, end=day, precision=DatePrecision.DAY, basis=Basis.OCCURRENCE)
    return StoredEvent("d", "d.txt", Event(id=f"e-{day}", action="ambush", date=when, perpetrators=(Party(name="Reed Company", text=text),)))


def test_ties_stand_on_their_sides_with_dates_and_alleged() -> None:
    profile = Profile(
        name="Reed Company", allies=(ProfileItem(name="Hill Front", qualifier="alleged", since="2019"),), opponents=(ProfileItem(name="Coast Guard"),),
        subgroups=(ProfileItem(name="Reed Scouts"),),
    )  # fmt: skip
    graph = ties_of([profile], [Meeting("Coast Guard", 2, 1, date(2019, 5, 1), date(2021, 1, 1))])
    told = {t.name: (t.side, t.note, t.alleged) for t in graph.ties}
    assert told == {
        "Hill Front": ("left", "alleged; since 2019", True), "Coast Guard": ("right", "acts against it in 2, hit by it in 1, 2019–2021", False),
        "Reed Scouts": ("below", "", False),
    }  # fmt: skip


def test_more_ties_than_there_is_room_for_are_counted() -> None:
    graph = ties_of([Profile(name="R", allies=tuple(ProfileItem(name=f"A{n}") for n in range(20)))], [])
    assert (len(graph.ties), graph.left_out) == (16, 4)


def test_names_are_those_that_texts_use_and_no_pronouns() -> None:
    told = [_event(date(2020, 1, 1), "RC"), _event(date(2021, 1, 1), "the group"), _event(date(2022, 1, 1), "It"), _event(date(2024, 1, 1), "RC"), _event(date(2022, 1, 1), "فرقة القصب")]
    names = names_over_time(("Reed Company",), told)
    assert [(n.name, n.events, n.first, n.last) for n in names] == [
        ("RC", 2, date(2020, 1, 1), date(2024, 1, 1)), ("فرقة القصب", 1, date(2022, 1, 1), date(2022, 1, 1)),
    ]  # fmt: skip
    assert (names[0].start, names[0].end) == (0.0, 1.0)
