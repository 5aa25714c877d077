"""How the tests call the program, and the report that they give it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

REPORT = "Reed Company ambushed a patrol near Oakford on 3 May 2021. The army denied it."


@dataclass(frozen=True)
class Ran:
    """What a run of the program printed, and its exit code."""

    code: int
    out: str
    err: str


Contested = Callable[..., Ran]
