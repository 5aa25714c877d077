"""Fill a store with many invented events: dates, places, parties, tolls by several speakers, claims and denials.

The same numbers give the same store. The events are told by invented sentences, so that every value has its words.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from datetime import date, timedelta
from random import Random

from contested.assessing.status import derive_status
from contested.linking.sides import speaks_for
from contested.model.documents import Block, BlockKind, Document
from contested.model.events import Casualty, Claim, Coding, Event, EventDate, EventPlace, Party, Profile, ProfileItem
from contested.model.spans import Evidence
from contested.model.vocabulary import Basis, CasualtyKind, DatePrecision, PlacePrecision, Stance
from contested.store.database import Store
from contested.store.keep import keep_coding

EVENTS_A_DOCUMENT = 50
_FIRST = date(2012, 1, 1)
_ACTS = ("ambush", "armed_attack", "shooting", "bombing", "drone_strike", "clash", "mine_explosion", "abduction", "arrest", "shelling")
_COUNTRIES = {"SY": (35.0, 38.0), "NG": (9.5, 8.0), "ML": (16.0, -2.0), "CO": (4.5, -73.0), "PH": (8.0, 125.0), "SS": (7.5, 30.0)}
_FORCES = ("Army", "National Guard", "Border Police", "Gendarmerie", "Coast Command")
_WORDS = ("Reed", "Lake", "Hill", "Dawn", "River", "Cedar", "Stone", "Harbour", "Plain", "Salt", "Amber", "Falcon")
_KINDS = ("Front", "Brigade", "Company", "Movement", "Column")
GROUPS = tuple(f"{word} {kind}" for word in _WORDS for kind in _KINDS)
_TOWNS = tuple(f"{first}{last}" for first in ("Ab", "Bel", "Cor", "Dur", "Em", "Far", "Gal", "Hus") for last in ("amar", "isk", "onde", "ul", "eth", "ova"))


def fill_many(store: Store, events: int) -> None:
    """Keep about this many events, in documents of ``EVENTS_A_DOCUMENT``."""
    for number in range(-(-events // EVENTS_A_DOCUMENT)):
        document, coding = invent(number)
        keep_coding(store, document, coding, who="bench")


def invent(number: int) -> tuple[Document, Coding]:
    """Invent the report of that number, and what is coded in it."""
    dice = Random(number)
    written: list[str] = []
    events = tuple(_event(dice, n, written) for n in range(EVENTS_A_DOCUMENT))
    text = "\n\n".join(written)
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    document = Document(
        f"report-{number}", f"report-{number}.txt", text, sha256, title=f"Weekly summary {number}", publisher=f"Monitor {number % 40}",
        published=_FIRST + timedelta(days=number % 5000), blocks=tuple(_blocks(written)),
    )  # fmt: skip
    name = GROUPS[number % len(GROUPS)]
    allies = tuple(ProfileItem(name=dice.choice(GROUPS), since=str(dice.randrange(2010, 2024)), qualifier=dice.choice((None, "alleged"))) for _ in range(3))
    profile = Profile(name=name, allies=allies, opponents=(ProfileItem(name=f"{dice.choice(_WORDS)} Army"),))
    return document, Coding(document=document.id, sha256=sha256, coder="bench 1", profile=profile if number % 4 == 0 else None, events=events)


def _blocks(written: list[str]) -> Iterator[Block]:
    start = 0
    for one in written:
        yield Block(BlockKind.PARAGRAPH, start, start + len(one))
        start += len(one) + 2


def _event(dice: Random, number: int, written: list[str]) -> Event:
    country = dice.choice(list(_COUNTRIES))
    town, group, force = dice.choice(_TOWNS), dice.choice(GROUPS), f"{dice.choice(_WORDS)} {dice.choice(_FORCES)}"
    action, day, killed = dice.choice(_ACTS), _FIRST + timedelta(days=int(4800 * dice.random() ** 0.7)), int(dice.paretovariate(1.1)) - 1
    other = killed + dice.randrange(0, 9)
    told = f"On {day.day} {day:%B %Y} fighters of the {group} struck a post of the {force} near {town}, killing {killed}."
    answer = f"The {force} denied it and spoke of {other} dead."
    start = sum(len(w) + 2 for w in written)
    text = f"{told} {answer}"
    written.append(text)

    def words(part: str) -> tuple[Evidence, ...]:
        at = text.index(part)
        return (Evidence(start=start + at, end=start + at + len(part), text=part),)

    denied = dice.random() < 0.3
    claims = (Claim(party=force, stance=Stance.DENIES, about="event", evidence=words("denied")),) if denied else ()
    status, because = derive_status(claims, [group], [force], own_voice=True, same_side=speaks_for)
    latitude, longitude = _COUNTRIES[country]
    shift = Random(f"{country}{town}")
    return Event(
        id=f"{action}-{number:03}", action=action, action_evidence=words("struck"), date=_date(dice, day),
        place=EventPlace(
            text=town, name=f"{town} ({country})", country=country, latitude=round(latitude + shift.uniform(-3, 3), 4),
            longitude=round(longitude + shift.uniform(-3, 3), 4), precision=dice.choice((PlacePrecision.TOWN, PlacePrecision.DISTRICT, PlacePrecision.REGION)), evidence=words(town),
        ) if dice.random() < 0.85 else None,
        perpetrators=(Party(name=group, text=group, kind="group", evidence=words(group)),), targets=(Party(name=force, text=force, kind="force", evidence=words(force)),),
        casualties=_tolls(killed, other, force) if dice.random() < 0.6 else (), claims=claims, status=status, because=because,
        confidence=round(0.4 + 0.6 * dice.random(), 2), evidence=words(told),
    )  # fmt: skip


def _date(dice: Random, day: date) -> EventDate:
    if dice.random() < 0.03:
        return EventDate(start=None, end=None, precision=DatePrecision.UNKNOWN, basis=Basis.OCCURRENCE)
    if dice.random() < 0.1:
        first = day.replace(day=1)
        last = (first + timedelta(days=32)).replace(day=1) - timedelta(days=1)
        return EventDate(start=first, end=last, precision=DatePrecision.MONTH, basis=Basis.OCCURRENCE)
    return EventDate(start=day, end=day, precision=DatePrecision.DAY, basis=Basis.OCCURRENCE)


def _tolls(killed: int, other: int, force: str) -> tuple[Casualty, ...]:
    return (
        Casualty(kind=CasualtyKind.KILLED, low=killed, high=killed),
        Casualty(kind=CasualtyKind.KILLED, low=other, high=other, asserted_by=force),
    )
