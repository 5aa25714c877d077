"""Words of the sources: numbers, victims, days, and how an act is told."""

from __future__ import annotations

import random
from collections.abc import Mapping
from datetime import date

NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
SINGULAR = {"policemen": "policeman", "fishermen": "fisherman", "passengers by": "passenger", "young men": "young man", "children": "child"}
NO_FIGHTERS = ("Force", "Forces", "Army", "Police", "police", "Militia", "Houthis", "Guard", "Army,", "army", "Houthi forces")


def number_words(number: int, *, spelled: bool) -> str:
    """Write a number as reports do: spelled below ten, where the source does so."""
    return NUMBERS[number] if spelled and number < len(NUMBERS) else str(number)


def people(number: int, victims: str, *, spelled: bool) -> str:
    """Write "seven soldiers", "one soldier", or "a judge"."""
    if victims in ("judge", "mayor"):
        return f"a {victims}"
    if number == 1:
        return f"one {SINGULAR.get(victims, victims.removesuffix('s'))}"
    return f"{number_words(number, spelled=spelled)} {victims}"


def sentence(words: str) -> str:
    """Begin with a capital."""
    return words[:1].upper() + words[1:]


def long_day(day: date) -> str:
    """Write "3 May 2021"."""
    return f"{day.day} {day:%B %Y}"


def author(name: str, text: str) -> str:
    """Write the perpetrator as the sentence wants it: with its article, and without "fighters" after a state's force."""
    if any(name.endswith(w) for w in NO_FIGHTERS):
        text = text.replace("{P} fighters", "{P}").replace("{P} gunmen", "{P}").replace("{P} aircraft", "{P}")
    article = "" if name in ("Houthi forces", "Houthis") else "the "
    for word in ("by", "of", "between", "when"):
        text = text.replace(f"{word} {{P}}", f"{word} {article}{{P}}")
    return text


def told(row: Mapping[str, str], wordings: Mapping[tuple[str, str], str], action: str, form: str, values: Mapping[str, str]) -> str:
    """Word the act of a row."""
    text = author(values["P"], wordings[action, form])
    if text.startswith("{P}") and values["P"] != "Houthi forces" and values["P"] != "Houthis":
        text = "the " + text
    were = "was" if values["V"].split()[0] in ("one", "a", "1") else "were"
    force = f"the {row['target']}" if row["target"][0].isupper() else "its rivals"
    return text.format(P=values["P"], S=row["scene"], T=values["T"], V=values["V"], WERE=were, F=force)


def pick(chance: random.Random, *choices: str) -> str:
    """Choose one of several wordings."""
    return choices[chance.randrange(len(choices))]
