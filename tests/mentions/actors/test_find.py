"""Who is meant by the words of a sentence."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from contested.language.syntax import Parser, analyse
from contested.mentions.actors import ActorTables, find_actors
from contested.model.documents import Document
from contested.model.mentions import ActorMention
from contested.model.vocabulary import ActorKind
from contested.reading.structure import find_blocks

Reader = Callable[..., tuple[ActorMention, ...]]
SHARED = Path(__file__).parents[4] / "shared" / "documents"


def name_of(mentions: tuple[ActorMention, ...], text: str) -> str | None:
    return next((m.name for m in mentions if m.text == text), None)


@pytest.mark.parametrize(
    ("sentence", "text", "name"),
    [
        ("Israeli soldiers shot a farmer near the fence.", "Israeli soldiers", "Israel Defense Forces"),
        ("Nigerian troops raided the camp.", "Nigerian troops", "Nigerian Armed Forces"),
        ("Police in Nigeria arrested the mayor.", "Police", "Nigeria Police Force"),
        ("The army of Chad shelled the island.", "The army", "Chadian National Army"),
        ("The Defence Ministry of Kenya denied it.", "Defence Ministry of Kenya", "Defence Ministry of Kenya"),
        (
            "Ghana was calm, but the interior ministry gave no toll.",
            "the interior ministry",
            "Ghanaian interior ministry",
        ),
        ("HTS units left the town.", "HTS units", "HTS"),
        ("Five members of the Taliban fled.", "Five members", "Taliban"),
        ("A Rwandan military spokesman denied this.", "A Rwandan military spokesman", "Rwanda Defence Force"),
        ("A hospital official said that two had died.", "A hospital official", "hospital official"),
        ("Two worshippers died in the church.", "Two worshippers", "worshippers"),
        ("The administrator of Kinta district resigned.", "The administrator", "administrator of Kinta district"),
        ("Moscow denied the report.", "Moscow", "Russia"),
    ],
)
def test_descriptions_are_named(read: Reader, sentence: str, text: str, name: str) -> None:
    assert name_of(read(sentence), text) == name


@pytest.mark.parametrize(
    ("sentence", "text", "kind"),
    [
        ("Gunmen stormed the school.", "Gunmen", ActorKind.UNKNOWN),
        ("Unidentified men took the teacher.", "Unidentified men", ActorKind.UNKNOWN),
        ("Villagers buried the dead.", "Villagers", ActorKind.CIVILIANS),
        ("Residents said that the road was closed.", "Residents", ActorKind.SOURCE),
        ("The governor resigned.", "The governor", ActorKind.OFFICE),
        ("Major Sami Haddo said that the road was closed.", "Sami Haddo", ActorKind.PERSON),
        ("The Lower Dune Brigade burned a truck.", "Lower Dune Brigade", ActorKind.GROUP),
    ],
)
def test_kinds(read: Reader, sentence: str, text: str, kind: ActorKind) -> None:
    assert [m.kind for m in read(sentence) if m.text == text] == [kind]


def test_an_abbreviation_is_learned_before_its_definition(read: Reader) -> None:
    found = read("The PFD attacked a camp. The People's Front of the Delta (PFD) was founded in 1999.")
    assert name_of(found, "PFD") == "People's Front of the Delta"


@pytest.mark.parametrize(
    "text",
    [
        "A band calling itself the Hawks of Morava burned a bridge. The Hawks of Morava fled.",
        "The Movement for the Upper Dale (better known by its French initials, MHV) burned a bridge. MHV fled.",
        "MUD (Movement for the Upper Dale) burned a bridge. MUD fled.",
    ],
)
def test_other_names_are_learned(read: Reader, text: str) -> None:
    assert read(text)[-1].name in ("Hawks of Morava", "Movement for the Upper Dale")


def test_a_name_is_shown_as_fully_as_the_document_has_it(read: Reader) -> None:
    found = read("The ELN burned a truck.\n\nThe National Liberation Army left the town.")
    assert [m.name for m in found if m.kind is ActorKind.GROUP] == ["National Liberation Army"] * 2


def test_a_spokesman_speaks_for_his_body(read: Reader) -> None:
    found = read("UNHCR spokesman Tomas Berg said that 40 people had fled.")
    assert {"UNHCR", "Tomas Berg"} <= {m.name for m in found}


def test_the_owner_goes_with_the_object(read: Reader) -> None:
    found = read("Rebels attacked a checkpoint belonging to HTS.")
    assert [m.members for m in found if m.text == "a checkpoint"] == [("HTS",)]


@pytest.mark.parametrize("later", ["the group", "the rebels", "the movement", "it"])
def test_coreference_to_the_group(read: Reader, later: str) -> None:
    found = read(f"The Taliban burned a bridge. On Monday {later} denied this.")
    assert found[-1].name == "Taliban"


def test_its_fighters_are_the_group(read: Reader) -> None:
    assert read("Boko Haram denied this. Its fighters left.")[-1].name == "Boko Haram"


def test_he_is_the_person_last_named(read: Reader) -> None:
    assert read("General Ana Lopes spoke. She said that the army had left Peru.")[1].name == "Ana Lopes"


def test_own_troops_are_the_issuer(read: Reader) -> None:
    assert name_of(read("Own troops engaged a party of terrorists.", issuer="Delta Army"), "Own troops") == "Delta Army"


def test_places_and_times_are_no_actors(read: Reader) -> None:
    found = read("In March shells fell near Wadi Sor and in Kenya, between Tuesday and Friday.")
    assert found == ()


def test_each_conjunct_is_a_mention(read: Reader) -> None:
    assert [m.name for m in read("Hamas and Hezbollah fired rockets.")] == ["Hamas", "Hezbollah"]


def test_the_same_text_gives_the_same_mentions(read: Reader) -> None:
    text = "Mali's army and JNIM clashed. The group fled. Police in Gao said they held two men."
    assert read(text) == read(text)


def test_spans_are_the_words_of_the_document(parser: Parser, tables: ActorTables) -> None:
    if not SHARED.is_dir():
        pytest.skip("the shared documents are not beside the repository")
    for path in sorted(SHARED.glob("*.txt"))[:6]:
        text = path.read_text(encoding="utf-8")
        analysis = analyse(Document(id="d", name=path.name, text=text, sha256="", blocks=find_blocks(text)), parser)
        mentions = find_actors(analysis, tables)
        assert all(text[m.start : m.end] == m.text for m in mentions)


def test_a_list_of_abbreviations_is_read(read: Reader) -> None:
    found = read("RWF burned a boat.\n\nAbbrev: RWF River Watch Front; LDB Lower Dune Brigade")
    assert found[0].name == "River Watch Front"


def test_a_nickname_is_the_person(read: Reader) -> None:
    found = read('Juan Rojas, alias "Flaco", led the raid. On Monday "Flaco" surrendered.')
    assert found[-1].name == "Juan Rojas"


def test_a_surname_takes_up_the_full_name(read: Reader) -> None:
    found = read("Minister Ana Lopes resigned. On Monday Lopes said that she had been threatened.")
    assert [m.name for m in found if m.text == "Lopes"] == ["Ana Lopes"]


def test_the_heading_tells_the_country(read: Reader) -> None:
    found = read(
        "WEEKLY ROUND-UP\n\nPERU\n\nSoldiers closed the road to the mine near the river.\n\nCHILE\n\nSoldiers left the town at dawn."
    )
    assert [m.name for m in found if m.text == "Soldiers"] == ["Peruvian Armed Forces", "Chilean Armed Forces"]


@pytest.mark.parametrize(
    "text", ["", "...", "( ) [ -- ]", "THE (X)", "'s of the", "\u0301\u0301 (", "12 (34) - -", "a" * 3000]
)
def test_odd_texts_give_no_fault(read: Reader, text: str) -> None:
    assert all(m.text for m in read(text))


def test_three_letters_need_their_country(read: Reader) -> None:
    found = read("Kenya said that two men were KIA near the border.")
    assert "Kachin Independence Army" not in {m.name for m in found}
