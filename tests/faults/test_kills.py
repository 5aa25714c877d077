"""The program killed at a random moment of each of its works; ``python tests/faults/kills.py`` does it a hundred times."""

from __future__ import annotations

import os
import random

import pytest
from kills import WORKS, Work, kill_at_random

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="this system cannot fork a process")


@pytest.mark.parametrize("work", WORKS, ids=lambda work: work.name)
def test_what_was_finished_is_kept_and_running_again_completes(work: Work) -> None:
    kill_at_random(work, 2, random.Random())
