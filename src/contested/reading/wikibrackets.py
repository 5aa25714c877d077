"""Make the brackets of wikitext match, so that a template left open costs neither time nor the rest of the article."""

from __future__ import annotations

import re

_BRACKET = re.compile(r"\{\||\|\}(?!\})|\{\{|\}\}|\[\[|\]\]")
_CLOSES = {"}}": "{{", "]]": "[[", "|}": "{|"}
_MAX_DEPTH = 20


def balance_brackets(text: str) -> str:
    """Drop brackets that nothing closes or opens, and what is nested deeper than any article; linear in the text.

    A template that is left open loses the rest of its line, which is its name.
    """
    cuts: list[tuple[int, int]] = []
    open_marks: list[tuple[str, int, int]] = []
    for match in _BRACKET.finditer(text):
        mark = match[0]
        if mark not in _CLOSES:
            if len(open_marks) < _MAX_DEPTH:
                open_marks.append((mark, *match.span()))
            else:
                cuts.append(match.span())
            continue
        depth = _depth_of(_CLOSES[mark], open_marks)
        if depth is None:
            cuts.append(match.span())
            continue
        cuts.extend(_cut(text, *left) for left in open_marks[depth + 1 :])
        del open_marks[depth:]
    cuts.extend(_cut(text, *left) for left in open_marks)
    return _without(text, sorted(cuts))


def _depth_of(opening: str, open_marks: list[tuple[str, int, int]]) -> int | None:
    """Find the innermost open bracket that this one closes; a link never reaches over a template's end."""
    for depth in range(len(open_marks) - 1, -1, -1):
        if open_marks[depth][0] == opening:
            return depth
        if opening == "[[":
            return None
    return None


def _cut(text: str, mark: str, start: int, end: int) -> tuple[int, int]:
    """Say what goes with a bracket left open."""
    if mark == "[[":
        return start, end
    line_end = text.find("\n", end)
    stop = line_end if line_end >= 0 else len(text)
    first_bar = text.find("|", end, stop)
    return start, first_bar if first_bar >= 0 else stop


def _without(text: str, cuts: list[tuple[int, int]]) -> str:
    kept, at = [], 0
    for start, end in cuts:
        if end > at:
            kept.append(text[at : max(at, start)])
            at = end
    return "".join([*kept, text[at:]])
