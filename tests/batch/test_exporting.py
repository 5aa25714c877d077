"""Reading a store for exports gives what reading it document by document gives."""

from pathlib import Path

from contested.batch.exporting import StoredReadings
from contested.batch.importing import ImportOptions, import_files
from contested.batch.reports import CodeOptions
from contested.store.ask import all_readings
from contested.store.database import open_store

HEADER = "event_id_cnty,event_date,event_type,sub_event_type,actor1,country,location,latitude,longitude,fatalities,notes\n"


def test_many_documents_at_a_time_are_the_same_documents(tmp_path: Path, store_address: str) -> None:
    rows = (f"MLI{n},2023-05-04,Battles,Armed clash,Harrow Front,Mali,Kayes,14.45,-11.44,{n},Clash {n}.\n" for n in range(450))
    (tmp_path / "held.csv").write_text(HEADER + "".join(rows))
    list(import_files([tmp_path / "held.csv"], ImportOptions(CodeOptions(store_address))))
    readings = StoredReadings(open_store(store_address))
    assert list(readings) == list(all_readings(readings.store))
    assert len(list(readings)) == 450
