"""A store of many short reports of different publishers, every twentieth of which tells what the one before it told.

Every second of those retellings names nobody, so that linking leaves it to a person.
"""

from __future__ import annotations

import hashlib
from datetime import date, timedelta

from contested.model.documents import Block, BlockKind, Document
from contested.model.events import Casualty, Coding, Event, EventDate, EventPlace, Party
from contested.model.spans import Evidence
from contested.model.vocabulary import Basis, CasualtyKind, DatePrecision, PlacePrecision
from contested.store.database import Store
from contested.store.keep import keep_coding

RETOLD = 20
_ACTS = (("ambush", "ambushed"), ("shelling", "shelled"), ("bombing", "bombed"), ("armed_attack", "attacked"))
_GROUPS = tuple(f"{word} {kind}" for word in ("Reed", "Cedar", "Dawn", "Salt") for kind in ("Front", "Brigade", "Column"))
_TOWNS = tuple(f"{first}{last}" for first in ("Ab", "Bel", "Cor", "Dur", "Em", "Far", "Gal", "Hus") for last in ("amar", "isk", "onde", "ul", "eth"))


def keep_many(store: Store, number: int) -> None:
    """Keep that many reports of one event each, read by nobody: their codings are made, not coded."""
    for n in range(number):
        again = n % RETOLD == RETOLD - 1
        told = n - 1 if again else n
        keep_coding(store, *_report(f"note-{n:04}", told, again), who="ada")


def _report(name: str, told: int, again: bool) -> tuple[Document, Coding]:
    (action, verb), group, town = _ACTS[told % 4], _GROUPS[told % 12], _TOWNS[told % 40]
    day = date(2012, 1, 1) + timedelta(days=2 * told)
    vague = again and told % 40 > RETOLD
    later, killed = day + timedelta(days=again), 2 + told % 7 + 6 * vague
    text = f"On {later.day} {later:%B %Y} men of the {group} {verb} an army post in {town}, killing {killed}. The army spoke of {killed + 2} dead."
    if again:
        who = "gunmen" if vague else f"men of the {group}"
        text = f"An army post in {town} was lost when {who} {verb} it on {later.day} {later:%B %Y}, killing {killed}. The army spoke of {killed + 2} dead."

    def words(part: str) -> tuple[Evidence, ...]:
        start = text.index(part)
        return (Evidence(start=start, end=start + len(part), text=part),)

    event = Event(
        id=f"{action}-000", action=action, action_evidence=words(verb), confidence=0.6 + told % 4 / 10, evidence=words(text),
        date=EventDate(start=later, end=later, precision=DatePrecision.DAY, basis=Basis.OCCURRENCE, evidence=words(f"{later.day} {later:%B %Y}")),
        place=EventPlace(text=town, name=town, country="TD", latitude=10 + told % 40 / 8, longitude=16 + told % 12 / 4, precision=PlacePrecision.TOWN, evidence=words(town)),
        perpetrators=(Party(name=group, text=group, evidence=words(group)),) if not vague else (), targets=(Party(name="army", text="army", evidence=words("army")),),
        casualties=(
            Casualty(kind=CasualtyKind.KILLED, low=killed, high=killed, evidence=words(f"killing {killed}")),
            Casualty(kind=CasualtyKind.KILLED, low=killed + 2, high=killed + 2, asserted_by="army", evidence=words(f"{killed + 2} dead")),
        ),
    )  # fmt: skip
    sha256 = hashlib.sha256(f"{name}\n{text}".encode()).hexdigest()
    document = Document(name, f"{name}.txt", text, sha256, publisher=f"Monitor {told % 30 + again}", published=later, blocks=(Block(BlockKind.PARAGRAPH, 0, len(text)),))
    return document, Coding(document=name, sha256=sha256, coder="made 1", events=(event,))
