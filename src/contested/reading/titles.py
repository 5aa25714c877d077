"""Where the title and the infobox of a text stand."""

from __future__ import annotations

from contested.reading.lines import Line, runs_on
from contested.reading.marks import DATELINE, FIELD, HEADER, HEADING_CHARS, ITEM, MARKING, STAMP, ends_sentence, is_row

_TITLE_WORDS = 20
PREAMBLE_LINES = 4


def find_infobox_lines(lines: tuple[Line, ...]) -> range:
    """Find three or more field lines in a row near the top of an article."""
    first = next((i for i, line in enumerate(lines[:5]) if FIELD.match(line.text)), None)
    if first is None or first > 3:
        return range(0)
    last = first
    while last < len(lines) and FIELD.match(lines[last].text):
        last += 1
    return range(first, last) if last - first >= 3 else range(0)


def find_title(lines: tuple[Line, ...]) -> int:
    """Find the line that is the title: the first that is no stamp, marking or header; -1 where there is none."""
    for i, line in enumerate(lines[:PREAMBLE_LINES]):
        if STAMP.match(line.text) or MARKING.match(line.text):
            continue
        if HEADER.match(line.text):
            if line.text[:4].upper() == "SUBJ":
                return i
            continue
        return i if _can_be_title(lines, i) else -1
    return -1


def _can_be_title(lines: tuple[Line, ...], i: int) -> bool:
    line = lines[i]
    if i + 1 == len(lines) or len(line.text) > HEADING_CHARS or len(line.text.split()) > _TITLE_WORDS:
        return False
    if ITEM.match(line.text) or FIELD.match(line.text) or ends_sentence(line.text.rstrip("?")):
        return False
    if (dateline := DATELINE.match(line.text)) and (dateline["date"] or dateline["source"]):
        return False
    if line.text.endswith((",", ";")) or is_row(line.text):
        return False
    return not (runs_on(lines, i) and (lines[i + 1].text[:1].islower() or _group_length(lines, i) > 2))


def _group_length(lines: tuple[Line, ...], i: int) -> int:
    """Count the lines that stand together from line i on, up to three."""
    return next((n for n in (1, 2) if i + n >= len(lines) or lines[i + n].blank_before), 3)
