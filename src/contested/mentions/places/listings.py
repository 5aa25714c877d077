"""Which words of a sentence the lists know: places, the people of countries, and names of anything else."""

from __future__ import annotations

from collections.abc import Iterator

from contested.mentions.places.words import Listed, PlaceWords


def demonym_at(lower: list[str], first: int, end: int, words: PlaceWords) -> tuple[str, int] | None:
    """Find the country whose people are named from ``first`` on, with the number of words; none where a place has the name."""
    for length in range(min(words.longest.get(lower[first], 0), end - first), 0, -1):
        key = tuple(lower[first : first + length])
        if key in words.listed:
            return None
        if key in words.demonyms:
            return words.demonyms[key], length
    return None


def listed_at(lower: list[str], first: int, end: int, words: PlaceWords) -> tuple[Listed, int] | None:
    """Find the longest name of a listed place from ``first`` on, with its number of words."""
    for length in range(min(words.longest.get(lower[first], 0), end - first), 0, -1):
        listed = words.listed.get(tuple(lower[first : first + length]))
        if listed:
            return listed, length
    return None


def countries_in(lower: list[str], first: int, end: int, words: PlaceWords) -> Iterator[str]:
    """Give the countries of the peoples and listed places named in a run."""
    for i in range(first, end):
        if found := demonym_at(lower, i, end, words):
            yield found[0]
        elif (listed := listed_at(lower, i, end, words)) and listed[0].entry.country:
            yield listed[0].entry.country


def names_other(lower: list[str], first: int, end: int, words: PlaceWords) -> bool:
    """Does a run name a body, a person or a time?"""
    not_at = words.not_at
    if lower[end - 1] in not_at["end"] or lower[first] in not_at["start"]:
        return True
    if any(w in not_at["any"] for w in lower[first:end]):
        return True
    return end - first == 1 and lower[first] in not_at["alone"]
