"""Kill the program with SIGKILL at random moments of coding, linking, importing, changing tables and exporting.

Each work is done in a process of its own on a fresh copy of the same store, killed, and then done again to its end. After the
kill the store must open undamaged and hold all that was reported as finished; after the second run it must hold what an
undisturbed run leaves, and an export must be whole.

Usage: python tests/faults/kills.py [TIMES [SEED]]      (default: 20 of each work, 100 in all)
"""

from __future__ import annotations

import hashlib
import json
import os
import random
import shutil
import signal
import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from alembic import command
from alembic.config import Config

sys.path.insert(0, str(Path(__file__).parents[1]))
from contested.batch.exporting import StoredReadings
from contested.batch.importing import ImportOptions, import_files
from contested.batch.reports import CodeOptions
from contested.batch.runner import Run, code_documents
from contested.exchange.layouts import export
from contested.exchange.manifest import find_damage, read_manifest
from contested.linking.across.link import LinkResources
from contested.linking.across.names import ActorNames
from contested.linking.across.tables import LinkTables
from contested.model.documents import Document
from contested.model.events import Coding
from contested.store import database
from contested.store.ask import find_coding
from contested.store.database import Store, log_lines, open_store
from contested.store.engines import make_engine, store_url
from contested.store.keep import keep_coding
from contested.store.linking import link_store
from contested.store.rows import document_row, event_row
from contested.store.schema import HEAD, documents, events, metadata
from tellings import telling

DOCUMENTS, ROWS = 24, 24
DERIVED = ("documents", "codings", "statements", "left_out", "events", "parties", "passages", "merges", "links", "copies")
NOT_COMPARED = {"id", "at_utc", "added_at_utc", "coded_at_utc"}
RESOURCES = LinkResources(LinkTables.load(), ActorNames({}, {}))
HEADER = "event_id_cnty,event_date,event_type,sub_event_type,actor1,country,location,latitude,longitude,fatalities,notes\n"
Report = Callable[[str], None]


@dataclass(frozen=True)
class Work:
    """Something that is done to a store in a folder; ``prepare`` makes the folder, ``do`` reports what is finished."""

    name: str
    prepare: Callable[[Path], None]
    do: Callable[[Path, Report], None]


def _document(name: str) -> Document:
    text = "A fuel convoy was hit. " * 20
    return Document(name, f"{name}.txt", text, hashlib.sha256(name.encode()).hexdigest())


class _Coder:
    def code(self, document: Document) -> Coding:
        event = telling(document.id, place=f"Oakford {int(document.id[1:]) // 3}").event
        return Coding(document=document.name, sha256=document.sha256, coder="rules 1", events=(event,))


@contextmanager
def opened(folder: Path) -> Iterator[Store]:
    store = open_store(str(folder / "c.db"))
    try:
        yield store
    finally:
        store.close()


def code(folder: Path, report: Report) -> None:
    with opened(folder) as store:
        run = Run(_Coder, known=lambda d: find_coding(store, d.id), keep=lambda d, c: keep_coding(store, d, c, who="ada"))
        for outcome in code_documents([_document(f"d{n}") for n in range(DOCUMENTS)], run):
            report(outcome.document.id)  # type: ignore[union-attr]


def code_quietly(folder: Path) -> None:
    code(folder, lambda _: None)


def link(folder: Path, report: Report) -> None:
    with opened(folder) as store:
        link_store(store, RESOURCES)
        report("linked")


def make_table(folder: Path) -> None:
    rows = (f"MLI{n},2023-05-{1 + n % 28:02},Battles,Armed clash,Harrow Front,Mali,Kayes,14.45,-11.44,{n},Clash {n}.\n" for n in range(ROWS))
    (folder / "held.csv").write_text(HEADER + "".join(rows))


def import_table(folder: Path, report: Report) -> None:
    for result in import_files([folder / "held.csv"], ImportOptions(CodeOptions(str(folder / "c.db")), coder="ours")):
        report(result.name)  # type: ignore[union-attr]


def make_old(folder: Path) -> None:
    engine = make_engine(store_url(str(folder / "c.db")), 5)
    with engine.connect().execution_options(immediate=True) as connection, connection.begin():
        config = Config()
        config.set_main_option("script_location", str(Path(database.__file__).parent / "migrations"))
        config.attributes["connection"] = connection
        command.upgrade(config, "0001")
        for n in range(DOCUMENTS):
            document = _document(f"d{n}")
            row = event_row(document.id, 0, _Coder().code(document).events[0])
            columns = ("document", "id", "position", "date_start", "date_end", "country", "action", "status", "confidence", "body")
            connection.execute(documents.insert().values(**document_row(document), added_at_utc=database.now_utc()))
            connection.execute(events.insert().values({c: row[c] for c in columns}))
    engine.dispose()


def migrate(folder: Path, report: Report) -> None:
    with opened(folder):
        report(HEAD)


def make_exported(folder: Path) -> None:
    code_quietly(folder)
    with opened(folder) as store:
        export(StoredReadings(store), "geojson", folder / "out")


def export_again(folder: Path, report: Report) -> None:
    with opened(folder) as store:
        export(StoredReadings(store), "csv", folder / "out")
        report("exported")


WORKS = (
    Work("coding", lambda folder: open_store(str(folder / "c.db")).close(), code),
    Work("linking", code_quietly, link),
    Work("import", make_table, import_table),
    Work("change of tables", make_old, migrate),
    Work("export", make_exported, export_again),
)


def state(folder: Path) -> str:
    """Hash what the store holds, numbers and moments aside, and the export beside it."""
    with opened(folder) as store, store.reading() as connection:
        tables = {name: list(connection.execute(metadata.tables[name].select()).mappings()) for name in DERIVED}
    plain = {n: sorted(json.dumps({k: v for k, v in r.items() if n == "documents" or k not in NOT_COMPARED}, default=str) for r in rows) for n, rows in tables.items()}
    plain["documents"] = sorted(str(r["id"]) for r in tables["documents"])
    if (folder / "out").is_dir():
        plain["export"] = [f"{f.name} {f.sha256}" for f in read_manifest(folder / "out").files]
        plain["folders"] = sorted(p.name for p in folder.iterdir() if p.is_dir())
    return hashlib.sha256(json.dumps(plain).encode()).hexdigest()


def run_in_process(work: Work, folder: Path, kill_after_s: float | None) -> tuple[float, list[str]]:
    """Do a work in a process of its own, killed after some seconds if asked; give its seconds and what it reported."""
    reading, writing = os.pipe()
    begun = time.perf_counter()
    child = os.fork()
    if child == 0:
        os.close(reading)
        try:
            work.do(folder, lambda done: os.write(writing, f"{done}\n".encode()) and None)
            os._exit(0)
        except BaseException as err:
            os.write(2, f"{work.name}: {err!r}\n".encode())
            os._exit(1)
    os.close(writing)
    if kill_after_s is not None:
        time.sleep(kill_after_s)
        os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    seconds = time.perf_counter() - begun
    with os.fdopen(reading) as pipe:
        reported = pipe.read().split("\n")[:-1]
    assert kill_after_s is not None or status == 0, f"{work.name} failed"
    return seconds, reported


def check_after_kill(work: Work, folder: Path, reported: list[str]) -> None:
    """Check that the store is undamaged and holds what was reported, each once, and that an export is a whole one."""
    if (folder / "c.db").exists():
        with sqlite3.connect(folder / "c.db") as plain:
            assert plain.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        plain.close()
    with opened(folder) as store:
        added = [document for _, _, what, document, _ in log_lines(store) if what == "coding added"]
        assert len(added) == len(set(added))
        if work.name in ("coding", "import"):
            assert set(reported) <= set(added), f"lost: {set(reported) - set(added)}"
    if (folder / "out").is_dir():
        assert find_damage(folder / "out") == ()


def kill_at_random(work: Work, times: int, chance: random.Random) -> int:
    """Kill a work at some random moments; give how many of the kills came before its end."""
    with tempfile.TemporaryDirectory(prefix="contested-kills-") as name:
        start, undisturbed = Path(name) / "start", Path(name) / "undisturbed"
        start.mkdir()
        work.prepare(start)
        shutil.copytree(start, undisturbed)
        seconds, _ = run_in_process(work, undisturbed, None)
        expected, early = state(undisturbed), 0
        for n in range(times):
            folder = Path(name) / f"killed{n}"
            shutil.copytree(start, folder)
            taken, reported = run_in_process(work, folder, chance.uniform(0, seconds))
            early += taken < seconds
            check_after_kill(work, folder, reported)
            run_in_process(work, folder, None)
            assert state(folder) == expected, f"{work.name}, killed after {taken:.3f} s: the second run left something else"
            shutil.rmtree(folder)
    return early


def main(times: int = 20, seed: int = 0) -> None:
    """Kill every work and print what held."""
    chance = random.Random(seed)
    for work in WORKS:
        begun = time.perf_counter()
        early = kill_at_random(work, times, chance)
        print(f"{work.name}: killed {times} times, {early} before its end; nothing finished was lost, every second run completed ({time.perf_counter() - begun:.0f} s)", flush=True)


if __name__ == "__main__":
    main(*(int(a) for a in sys.argv[1:3]))
