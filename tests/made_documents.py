"""Documents with hand-made events, as long as a test wants them."""

from __future__ import annotations

from datetime import date, timedelta

from contested.model.documents import Block, BlockKind, Document
from contested.model.events import Coding, Event, EventDate, EventPlace, Party
from contested.model.spans import Evidence
from contested.model.vocabulary import DatePrecision
from contested.store.database import Store
from contested.store.keep import keep_coding

SENTENCE = "On {day:%d %B %Y} gunmen of the Reed Company ambushed an army patrol near Homs, as told in note {number:04}."


def keep_made(store: Store, name: str, number: int, first: date = date(2020, 1, 1)) -> list[str]:
    """Keep a document in which each paragraph tells one ambush of its own day; give the ids of the events."""
    sentences = [SENTENCE.format(day=first + timedelta(days=n), number=n) for n in range(number)]
    starts = [sum(len(s) + 2 for s in sentences[:n]) for n in range(number)]
    blocks = tuple(Block(BlockKind.PARAGRAPH, at, at + len(s)) for at, s in zip(starts, sentences, strict=True))
    document = Document(name, f"{name}.txt", "\n\n".join(sentences), name.ljust(64, "0"), blocks=blocks)
    events = tuple(_event(n, at, s, first + timedelta(days=n)) for n, (at, s) in enumerate(zip(starts, sentences, strict=True)))
    keep_coding(store, document, Coding(document=document.name, sha256=document.sha256, coder="rules 1", events=events), who="ada")
    return [e.id for e in events]


def _event(number: int, at: int, sentence: str, day: date) -> Event:
    def words(part: str) -> tuple[Evidence, ...]:
        start = at + sentence.index(part)
        return (Evidence(start=start, end=start + len(part), text=part),)

    return Event(
        id=f"ambush-{number:04}", action="ambush", action_evidence=words("ambushed"), confidence=0.7,
        date=EventDate(start=day, end=day, precision=DatePrecision.DAY, basis="occurrence", evidence=words(sentence[3:19])),  # type: ignore[arg-type]
        place=EventPlace(text="Homs", name="Homs", country="SY", latitude=34.73, longitude=36.72, evidence=words("Homs")),
        perpetrators=(Party(name="Reed Company", text="Reed Company", evidence=words("Reed Company")),),
        targets=(Party(name="army", text="army patrol", evidence=words("army patrol")),), evidence=words(sentence),
    )  # fmt: skip
