import pickle
from pathlib import Path

import pytest

from contested.errors import StoreError
from contested.mentions.places import Gazetteer


def test_find_gives_the_most_populous_first(gazetteer: Gazetteer) -> None:
    assert [h.entry.country for h in gazetteer.find("Kani")] == ["JP", "MM"]


def test_find_folds_transliteration(gazetteer: Gazetteer) -> None:
    assert [h.entry.name for h in gazetteer.find("Tartous")] == ["Ţarţūs"]


def test_find_alike_stays_in_the_country(gazetteer: Gazetteer) -> None:
    assert [h.entry.name for h in gazetteer.find_alike("Shaykh Muskin", "SY")] == ["Shaykh Miskīn"]
    assert gazetteer.find_alike("Shaykh Muskin", "MM") == ()


def test_an_unknown_name_finds_nothing(gazetteer: Gazetteer) -> None:
    assert gazetteer.find("Nowhereville") == ()


def test_a_gazetteer_can_be_sent_to_another_process(gazetteer: Gazetteer) -> None:
    assert pickle.loads(pickle.dumps(gazetteer)).find("Berlin")[0].entry.country == "DE"


def test_a_damaged_index_says_what_to_do(tmp_path: Path) -> None:
    bad = tmp_path / "base.sqlite"
    bad.write_bytes(b"no database" * 100)
    with pytest.raises(StoreError, match="Delete the folder"):
        Gazetteer([bad]).find("Homs")
