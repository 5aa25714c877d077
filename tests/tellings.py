"""Events made by hand for tests of linking and policies."""

from __future__ import annotations

from datetime import date

from contested.linking.across.records import Ref, Telling
from contested.model.events import Casualty, Claim, Event, EventDate, EventPlace, Party
from contested.model.spans import Evidence
from contested.model.vocabulary import Basis, CasualtyKind, DatePrecision, PlacePrecision, Stance

DAY = date(2021, 5, 3)


def telling(
    document: str, *, action: str = "ambush", day: date = DAY, place: str | None = "Oakford", authors: tuple[str, ...] = ("Reed Company",),
    targets: tuple[str, ...] = ("Vale Army",), killed: int | None = 7, speaker: str | None = None, said: str = "A fuel convoy was hit.",
    claims: tuple[tuple[str, Stance, str], ...] = (), copy_of: str | None = None, aggregate: bool = False, start: int = 0,
) -> Telling:  # fmt: skip
    """Make an event told from ``start`` of its document; its id is the document's name with "-e", and the start if it is not nought."""
    ident = f"{document}-e{start or ''}"
    words = (Evidence(start=start, end=start + len(said), text=said),)
    where = EventPlace(text=place, name=place, admin1="Westmark", country="GB", precision=PlacePrecision.TOWN) if place else None
    tolls = (Casualty(kind=CasualtyKind.KILLED, low=killed, high=killed, asserted_by=speaker),) if killed is not None else ()
    event = Event(
        id=ident, action=action, place=where, casualties=tolls, evidence=words, aggregate=aggregate,
        date=EventDate(start=day, end=day, precision=DatePrecision.DAY, basis=Basis.OCCURRENCE),
        perpetrators=tuple(Party(name=n, text=n) for n in authors), targets=tuple(Party(name=n, text=n) for n in targets),
        claims=tuple(Claim(party=p, stance=s, about=a, evidence=words) for p, s, a in claims),
    )  # fmt: skip
    return Telling(Ref(document, ident), event, copy_of)
