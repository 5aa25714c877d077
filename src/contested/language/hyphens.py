"""Words that the end of a line broke: the parser gets them whole, their tokens keep the place of both parts."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Sequence

from contested.language.casing import IsCommon

_BREAK = re.compile(r"([^\W\d_]*[a-z])(-[ \t]*\r?\n[ \t]*)([a-z]+)")
Cut = tuple[int, int]


def hyphens_at_line_ends(text: str, is_common: IsCommon | None = None) -> tuple[Cut, ...]:
    """Give the (start, end) of what breaks words: hyphen and line end ("gun-/men"), or the line end alone ("car-/bomb").

    The hyphen stays where both parts are ordinary words and the whole is none, by ``is_common``; a name loses it.
    """
    if "-\n" not in text and "- \n" not in text and "-\r" not in text:
        return ()
    return tuple((match.start(2) + _keeps_hyphen(match[1], match[3], is_common), match.end(2)) for match in _BREAK.finditer(text))


def _keeps_hyphen(left: str, right: str, is_common: IsCommon | None) -> bool:
    if is_common is None or left[0].isupper() or is_common((left + right).lower()):
        return False
    return min(len(left), len(right)) > 2 and is_common(left.lower()) and is_common(right) and not right.endswith("men")


def without(text: str, cuts: Sequence[Cut]) -> str:
    """Take stretches out of a text; ``cuts`` are in order and do not overlap."""
    kept = [0, *(end for _, end in cuts)]
    return "".join(text[begin:end] for begin, end in zip(kept, [*(start for start, _ in cuts), len(text)], strict=True))


def offsets_before(cuts: Sequence[Cut]) -> Callable[[int], int]:
    """Give the function from an offset after the cuts to the offset of the same character before them."""
    if not cuts:
        return int
    firsts: list[int] = []
    removed = [0]
    for start, end in cuts:
        firsts.append(start - removed[-1])
        removed.append(removed[-1] + end - start)
    return lambda offset: offset + removed[bisect_right(firsts, offset)]
