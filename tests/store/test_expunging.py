"""What is expunged is in no table, in no byte of the file, and does not come back; what remains fits together."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy.exc import IntegrityError

from contested.errors import InputError, StoreError, UsageError
from contested.linking.across.link import LinkResources
from contested.linking.across.names import ActorNames
from contested.linking.across.records import Ref
from contested.linking.across.tables import LinkTables
from contested.linking.actors.records import ActorRelation, Bond
from contested.model.documents import Document
from contested.model.events import Coding, Party
from contested.model.spans import Evidence
from contested.model.values import PartyValue
from contested.model.vocabulary import Property
from contested.store.ask import all_readings, find_coding, find_document, find_events
from contested.store.database import Store, log_lines, open_store
from contested.store.decisions import NewDecision, decide
from contested.store.expunging.erasing import erase_freed
from contested.store.expunging.expunge import Target, expunge, look
from contested.store.expunging.masking import Words
from contested.store.expunging.tables import tables_of
from contested.store.identities import all_actor_links, decide_actors
from contested.store.keep import keep_coding, tell_apart
from contested.store.linking import link_store
from contested.store.merges import Kind, rule
from contested.store.rows import folded
from contested.store.verdicts import Said, Verdict

TEXT = "On 3 May 2021 Réed Company fighters shot Inés Márquez near Oakford. The army denied it. INÉS MÁRQUEZ had warned of them."
NAME = Target(words=Words.of(["Ines Marquez"]))
RESOURCES = LinkResources(LinkTables.load(), ActorNames({}, {}))


def words(text: str) -> tuple[Evidence, ...]:
    return (Evidence(start=TEXT.index(text), end=TEXT.index(text) + len(text), text=text),)


@pytest.fixture
def victim(document: Document) -> Document:
    return replace(document, id="ines-marquez-1", name="Ines-Marquez-1.txt", text=TEXT, sha256="b" * 64, title="The death of Inés Márquez", blocks=())


@pytest.fixture
def told(coding: Coding) -> Coding:
    first = coding.events[0].model_copy(
        update={
            "evidence": words("On 3 May 2021 Réed Company fighters shot Inés Márquez near Oakford."),
            "targets": (Party(name="Inés Márquez", text="Inés Márquez", evidence=words("Inés Márquez")),),
        }
    )
    second = first.model_copy(update={"id": "e2", "action": "threat", "targets": (), "evidence": words("INÉS MÁRQUEZ had warned of them.")})
    return coding.model_copy(update={"events": (first, second), "sha256": "b" * 64, "statements": (), "left_out": ()})


@pytest.fixture
def kept(store: Store, document: Document, coding: Coding, victim: Document, told: Coding) -> Store:
    keep_coding(store, document, coding, who="ada")
    keep_coding(store, victim, told, who="ada")
    who = Said(PartyValue(name="Inés Márquez", text="Inés Márquez"), spans=((41, 53),))
    decide(store, victim.id, "e1", NewDecision(Verdict.CORRECT, Property.TARGET, (who,), "Ines Marquez's family says so"), who="bo")
    rule(store, Kind.MERGE, Ref("doc1", "e1"), Ref(victim.id, "e1"), who="bo", why="inés márquez in both")
    link_store(store, RESOURCES)
    return store


def everything(store: Store) -> str:
    """Give all that the tables hold, without case and marks."""
    with store.reading() as connection:
        return folded(json.dumps([row for t in tables_of(connection) for row in t.rows()], ensure_ascii=False, default=str))


FORMS = tuple(form for name in ("Márquez", "MÁRQUEZ", "márquez", "marquez") for form in (name.encode(), json.dumps(name)[1:-1].encode()))


def forms_in(store: Store) -> list[bytes]:
    """Give the spellings of the name that are in the bytes of a store's file or of its write-ahead log."""
    path = Path(store.where)
    found = b"".join(p.read_bytes() for p in path.parent.iterdir() if p.name.startswith(path.name))
    assert b"oakford" in found.lower()
    return [form for form in FORMS if form in found]


def test_a_name_goes_in_every_spelling_and_its_place_stays(kept: Store, victim: Document) -> None:
    done = expunge(kept, NAME, who="ada", why="the family is threatened")
    assert not {"ines", "marquez"} & set(everything(kept).replace("-", " ").split())
    assert done.documents == ("████████████-1",)
    (document,) = (d for d, _ in all_readings(kept) if d.id != "doc1")
    assert document.text.startswith("On 3 May 2021 Réed Company fighters shot ████ ███████ near Oakford.")
    (event,) = (f.event for f in find_events(kept) if f.document == document.id and f.event.id == "e1")
    assert event.targets[0].name == "████ ███████"
    for evidence in (*event.evidence, *event.targets[0].evidence):
        assert evidence.text == document.text[evidence.start : evidence.end]
    assert log_lines(kept)[-1][1:] == ("ada", "expunge words", "████████████-1", "the family is threatened")


@pytest.mark.parametrize("target", [NAME, Target(event=Ref("report", "e1")), Target(document="report")])
def test_no_byte_of_the_file_holds_it_after(sqlite_store: Store, document: Document, coding: Coding, victim: Document, told: Coding, target: Target) -> None:
    one = replace(victim, id="report", name="report.txt", title=None, text=TEXT[:67])
    keep_coding(sqlite_store, document, coding, who="ada")
    keep_coding(sqlite_store, one, told.model_copy(update={"events": told.events[:1]}), who="ada")
    who = Said(PartyValue(name="Inés Márquez", text="Inés Márquez"), spans=((41, 53),))
    decide(sqlite_store, "report", "e1", NewDecision(Verdict.CORRECT, Property.TARGET, (who,), "the words of Inés Márquez's kin"), who="bo")
    assert forms_in(sqlite_store)
    expunge(sqlite_store, target, who="ada", why="safety")
    assert forms_in(sqlite_store) == []


def test_a_document_goes_with_all_that_was_made_of_it_and_is_refused_after(kept: Store, victim: Document) -> None:
    expunge(kept, Target(document=victim.id), who="ada", why="its author asked")
    assert "marquez" not in everything(kept)
    assert find_document(kept, victim.id) is None
    assert [d.id for d, _ in all_readings(kept)] == ["doc1"]
    assert log_lines(kept)[-1][1:] == ("ada", "expunge document", f"sha256:{'b' * 64}", "its author asked")
    with pytest.raises(InputError, match=r"this document was expunged from the store on .* by ada"):
        tell_apart(kept, replace(victim, id="other", name="other.txt"))


def test_an_event_goes_with_its_sentences_and_the_rest_stays(kept: Store, victim: Document) -> None:
    expunge(kept, Target(event=Ref(victim.id, "e1")), who="ada", why="safety")
    document, coding = find_document(kept, victim.id), find_coding(kept, victim.id)
    assert document is not None
    assert coding is not None
    assert document.text[68:] == TEXT[68:]
    assert set(document.text[:67]) == {"█", " "}
    assert [e.id for e in coding.events] == ["e2"]
    assert "company fighters shot" not in everything(kept)
    assert "family says so" not in everything(kept)


@pytest.mark.parametrize("target", [NAME, Target(event=Ref("ines-marquez-1", "e1")), Target(document="ines-marquez-1")])
def test_what_was_decided_of_a_name_goes_with_it(kept: Store, target: Target) -> None:
    (other,) = {p.name for f in find_events(kept) if f.document == "doc1" for p in f.event.perpetrators[:1]}
    decide_actors(kept, Bond("Inés Márquez", other, ActorRelation.DIFFERENT), who="bo", why="a victim of theirs")
    expunge(kept, target, who="ada", why="safety")
    assert [r for r in all_actor_links(kept) if "Inés" in r.left] == []


def test_what_was_masked_is_read_as_masked_again(kept: Store, victim: Document) -> None:
    expunge(kept, NAME, who="ada", why="safety")
    again = tell_apart(kept, victim)
    assert (again.id, "Márquez" in again.text) == ("████████████-1", False)


def test_a_look_changes_nothing_and_counts(kept: Store) -> None:
    before = everything(kept)
    found = look(kept, NAME)
    assert everything(kept) == before
    assert (found.rows["documents"], found.rows["decisions"], found.rows["merges"]) == (1, 1, 1)
    assert not look(kept, Target(words=Words.of(["Nobody Known"]))).found


def test_the_record_is_closed_again_after(kept: Store) -> None:
    expunge(kept, NAME, who="ada", why="safety")
    for table in ("log", "decisions", "merges"):
        with pytest.raises((IntegrityError, StoreError), match="append-only"), kept.writing() as connection:
            connection.exec_driver_sql(f"DELETE FROM {table}")


def test_the_search_does_not_find_it(sqlite_store: Store, victim: Document, told: Coding) -> None:
    keep_coding(sqlite_store, victim, told, who="ada")
    expunge(sqlite_store, NAME, who="ada", why="safety")
    with sqlite_store.reading() as connection:
        found = "SELECT count(*) FROM passage_words WHERE passage_words MATCH '{}'"
        assert connection.exec_driver_sql(found.format("marquez")).scalar() == 0
        assert connection.exec_driver_sql(found.format("oakford")).scalar() == 1


def test_a_file_that_another_program_reads_is_told_and_erased_the_next_time(sqlite_store: Store, victim: Document, told: Coding) -> None:
    keep_coding(sqlite_store, victim, told, who="ada")
    other = open_store(sqlite_store.where)
    impatient = open_store(sqlite_store.where, wait_s=0.1)
    with other.reading() as reader:
        reader.exec_driver_sql("SELECT count(*) FROM log").scalar()
        with pytest.raises(StoreError, match=r"bytes may still be in the file. Close that program"):
            expunge(impatient, NAME, who="ada", why="safety")
    other.close()
    expunge(impatient, NAME, who="ada", why="safety")
    assert forms_in(sqlite_store) == []


def test_a_writer_in_the_way_of_erasing_is_told(sqlite_store: Store, victim: Document, told: Coding) -> None:
    keep_coding(sqlite_store, victim, told, who="ada")
    impatient, other = open_store(sqlite_store.where, wait_s=0.1), open_store(sqlite_store.where)
    with other.writing(), pytest.raises(StoreError, match=r"bytes may still be in the file \(another program is writing"):
        erase_freed(impatient)
    for one in (impatient, other):
        one.close()


@pytest.mark.parametrize(
    ("target", "why", "refusal"),
    [
        (NAME, "MARQUEZ, INES is not it; inés márquez is", "the reason tells what shall go"),
        (NAME, " ", "no reason is given"),
        (Target(document="none"), "safety", "there is no document none"),
        (Target(event=Ref("doc1", "none")), "safety", "there is no event doc1:none"),
        (Target(), "safety", "nothing is named"),
    ],
)
def test_what_cannot_be_done_is_refused(kept: Store, target: Target, why: str, refusal: str) -> None:
    before = everything(kept)
    with pytest.raises(UsageError, match=refusal):
        expunge(kept, target, who="ada", why=why)
    assert everything(kept) == before


def test_documents_that_would_be_named_alike_are_told(kept: Store, victim: Document, told: Coding) -> None:
    keep_coding(kept, replace(victim, id="INES-MARQUEZ-1"), told, who="ada")
    before = everything(kept)
    with pytest.raises(UsageError, match=r"two documents would be named alike .* Expunge one of them"):
        expunge(kept, NAME, who="ada", why="safety")
    assert everything(kept) == before


def test_words_too_short_to_be_told_apart_are_refused() -> None:
    with pytest.raises(UsageError, match="too short"):
        Words.of(["-a."])
    assert Words.of(["Jane Doe"]).spans("janedoe, JANE_DOE and Jane  Doe's; not Jane Doerr") == [(0, 7), (9, 17), (22, 31)]
