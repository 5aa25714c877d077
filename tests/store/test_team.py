"""Several people and programs at one store at the same moment: no decision and no reading is lost, on both databases."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from threading import Barrier, Thread

from contested.model.documents import Document
from contested.model.events import Coding
from contested.store.ask import find_coding, find_events, list_sources
from contested.store.browse import events_of_document
from contested.store.database import Store, log_lines, open_store
from contested.store.decisions import NewDecision, decide, decisions_of, unattached
from contested.store.keep import keep_coding
from contested.store.verdicts import Verdict

TIMES = 12


def at_once(address: str, works: Sequence[Callable[[Store], object]]) -> None:
    """Do all works at the same moment, each with a store of its own; what any of them raises is raised."""
    start, faults = Barrier(len(works)), []

    def one(work: Callable[[Store], object]) -> None:
        store = open_store(address)
        try:
            start.wait(20)
            work(store)
        except BaseException as err:
            faults.append(err)
        finally:
            store.close()

    threads = [Thread(target=one, args=(work,)) for work in works]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if faults:
        raise faults[0]


def deciding(who: str, verdict: Verdict) -> Callable[[Store], object]:
    return lambda store: [decide(store, "doc1", "e1", NewDecision(verdict, why=f"{who} {n}"), who=who) for n in range(TIMES)]


def coding_again(document: Document, coding: Coding) -> Callable[[Store], object]:
    return lambda store: [keep_coding(store, document, coding.model_copy(update={"coder": f"rules {n}"}), who="coder") for n in range(2, TIMES)]


def test_two_people_decide_while_a_coder_reads_anew(store_address: str, document: Document, coding: Coding) -> None:
    store = open_store(store_address)
    keep_coding(store, document, coding, who="ada")
    at_once(store_address, [deciding("ada", Verdict.ACCEPT), deciding("bo", Verdict.REJECT), coding_again(document, coding)])
    made = decisions_of(store, "doc1")
    assert sorted(d.why for d in made) == sorted(f"{who} {n}" for who in ("ada", "bo") for n in range(TIMES))
    assert unattached(store, "doc1") == ()
    (found,) = events_of_document(store, "doc1")
    assert found.reviewed == ("accepted" if made[-1].verdict is Verdict.ACCEPT else "rejected")
    assert sum(what.startswith("decision") for _, _, what, _, _ in log_lines(store)) == 2 * TIMES
    store.close()


def test_two_coders_of_the_same_reports_keep_each_once(store_address: str, document: Document, coding: Coding) -> None:
    def all_of_them(store: Store) -> None:
        for n in range(TIMES):
            keep_coding(store, replace(document, id=f"doc{n}"), coding, who="coder")

    at_once(store_address, [all_of_them, all_of_them, all_of_them])
    store = open_store(store_address)
    assert len(list_sources(store)) == len(find_events(store)) == len(log_lines(store)) - 1 == TIMES
    store.close()


def test_who_reads_meanwhile_sees_whole_readings(store_address: str, document: Document, coding: Coding) -> None:
    store = open_store(store_address)
    keep_coding(store, document, coding, who="ada")
    empty = coding.model_copy(update={"events": (), "coder": "nothing"})

    def writing(one: Store) -> None:
        for n in range(TIMES):
            keep_coding(one, document, (empty, coding)[n % 2], who="coder")

    def reading(one: Store) -> None:
        for _ in range(4 * TIMES):
            seen = find_coding(one, "doc1")
            assert seen is not None
            assert (seen.coder, len(seen.events)) in {("nothing", 0), ("rules 1", 1)}

    at_once(store_address, [writing, reading, reading])
    store.close()
