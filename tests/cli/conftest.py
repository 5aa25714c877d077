"""The program run in a folder of its own, with a coder that finds one ambush in every text that tells of one."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Iterator
from datetime import date
from hashlib import sha256
from pathlib import Path

import pytest

from cli_program import REPORT, Contested, Ran
from contested.batch import reports
from contested.cli.app import run
from contested.errors import InputError
from contested.model.documents import Document
from contested.model.events import (
    Casualty,
    Claim,
    Coding,
    Event,
    EventDate,
    EventPlace,
    LeftOut,
    Party,
    Profile,
    ProfileItem,
)
from contested.model.spans import Evidence
from contested.model.vocabulary import Basis, CasualtyKind, DatePrecision, Stance, Status


class AmbushCoder:
    """Finds the word "ambushed", and says the same of every ambush."""

    def code(self, document: Document) -> Coding:
        if os.environ.get("CODER") == "breaks":
            raise ZeroDivisionError

        def words(text: str) -> tuple[Evidence, ...]:
            start = document.text.index(text)
            return (Evidence(start=start, end=start + len(text), text=text),)

        base = Coding(document=document.name, sha256=document.sha256, coder="fake")
        if "ambushed" not in document.text:
            return base
        event = Event(
            id=f"ambush-{sha256(document.id.encode()).hexdigest()[:8]}", action="ambush", action_evidence=words("ambushed"),
            date=EventDate(start=date(2021, 5, 3), end=date(2021, 5, 3), precision=DatePrecision.DAY, basis=Basis.OCCURRENCE),
            place=EventPlace(text="Oakford", name="Oakford", country="GB", evidence=words("Oakford")),
            perpetrators=(Party(name="Reed Company", text="Reed Company", evidence=words("Reed Company")),),
            casualties=(Casualty(kind=CasualtyKind.KILLED, low=2, high=None, asserted_by="Reed Company"),),
            claims=(Claim(party="army", stance=Stance.DENIES, about="event", evidence=words("denied")),),
            status=Status.DISPUTED, because=("the army denies it",), confidence=0.4, evidence=words(document.text.split(".")[0] + "."),
        )
        return base.model_copy(
            update={
                "events": (event,), "left_out": (LeftOut(text="raids", start=0, end=5, why="predicted"),),
                "profile": Profile(name="Reed Company", aliases=(ProfileItem(name="RC", evidence=words("Reed Company")),)),
            }
        )


def _read(sources: list[str], *, stdin: io.BufferedIOBase) -> Iterator[Document | InputError]:
    for source in sources:
        if source != "-" and not Path(source).is_file():
            yield InputError("there is no such file", where=source, fix="Check the path.")
            continue
        content = stdin.read() if source == "-" else Path(source).read_bytes()
        digest = sha256(content).hexdigest()
        yield Document(Path(source).stem, Path(source).name, content.decode(), digest)


@pytest.fixture
def contested(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Contested:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(reports, "_load_pipeline", lambda _tables, _gazetteer: AmbushCoder())
    monkeypatch.setattr(reports, "_build_gazetteer", lambda _options: None)
    monkeypatch.setattr("contested.reading.sources.read_all", _read)
    (tmp_path / "a.txt").write_text(REPORT, encoding="utf-8")
    (tmp_path / "b.txt").write_text("Nothing happened in Larch.", encoding="utf-8")

    def call(*arguments: str, stdin: str = "") -> Ran:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin.encode())))
        code = run(list(arguments))
        printed = capsys.readouterr()
        return Ran(code, printed.out, printed.err)

    return call
