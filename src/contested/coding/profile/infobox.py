"""Fields of a profile from the lines of an infobox."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from contested.coding.profile.days import find_dates
from contested.coding.profile.items import Item, evidence, profile_item, split_items
from contested.coding.profile.tables import ProfileTables
from contested.model.documents import Document, InfoboxField
from contested.model.events import ProfileItem
from contested.model.spans import Evidence

_ENTITY_FIELDS = ("aliases", "leaders", "ideology", "allies", "opponents", "designated_by", "subgroups", "supporters", "related")
_HEDGES = frozenset({"alleged", "allegedly", "denied", "disputed", "suspected", "claimed"})


def read_items(document: Document, tables: ProfileTables) -> dict[str, tuple[ProfileItem, ...]]:
    """Give the items of each field that holds names, in the order of the infobox; a name once a field."""
    found: dict[str, list[ProfileItem]] = {name: [] for name in _ENTITY_FIELDS}
    for line in document.infobox:
        field = tables.fields.get(line.key.lower())
        if field and field.name in found:
            for item in split_items(line.value, line.start):
                known = {i.name for i in found[field.name]}
                if item.name not in known:
                    found[field.name].append(profile_item(document.text, item, field.qualifier))
    return {name: tuple(items) for name, items in found.items()}


def read_wars(document: Document, tables: ProfileTables) -> tuple[ProfileItem, ...]:
    """Give the wars; one with more stars is part of the one before it with fewer. Years stay in the name."""
    wars: list[ProfileItem] = []
    for line in _lines(document, tables, "wars"):
        above: list[Item] = []
        for item in split_items(line.value, line.start):
            hedges = [n for n in item.notes if n.lower() in _HEDGES]
            years = "".join(f" ({n})" for n in item.notes if n not in hedges)
            while above and above[-1].depth >= item.depth:
                above.pop()
            named = Item(item.name + years, item.start, item.end, item.depth)
            wars.append(
                ProfileItem(
                    name=named.name, qualifier=", ".join(hedges) or None, part_of=above[-1].name if above else None,
                    evidence=(evidence(document.text, item.start, item.end),),
                )
            )
            above.append(named)
    return tuple(wars)


def read_span(document: Document, tables: ProfileTables) -> dict[str, tuple[str, Evidence]]:
    """Give ``founded`` and ``dissolved`` with their words, as far as the infobox tells them."""
    found: dict[str, tuple[str, Evidence]] = {}
    for line in _lines(document, tables, "dates", "founded", "dissolved"):
        field = tables.fields[line.key.lower()].name
        dates = [d for d in find_dates(line.value) if d.iso]
        ended = "present" not in line.value.lower() and len(dates) > 1
        for name, date in (("founded", dates[0] if dates else None), ("dissolved", dates[-1] if ended else None)):
            chosen = dates[0] if field == name and dates else date if field == "dates" else None
            if chosen and chosen.iso and name not in found:
                words = evidence(document.text, line.start + chosen.start, line.start + chosen.end)
                found[name] = (chosen.iso, words)
    return found


def _lines(document: Document, tables: ProfileTables, *fields: str) -> Iterator[InfoboxField]:
    for line in document.infobox:
        field = tables.fields.get(line.key.lower())
        if field and field.name in fields:
            yield line


def without_repeats(items: Sequence[ProfileItem]) -> tuple[ProfileItem, ...]:
    """Keep the first item of each name."""
    return tuple({i.name: i for i in reversed(items)}[n] for n in dict.fromkeys(i.name for i in items))
