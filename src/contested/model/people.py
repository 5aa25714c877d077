"""What a person may do in a store that a team shares."""

from __future__ import annotations

from enum import StrEnum


class Role(StrEnum):
    """A reader sees everything, a coder decides and adds too, a lead also keeps the accounts and lets out what is withheld."""

    READER = "reader"
    CODER = "coder"
    LEAD = "lead"

    def may(self, needed: Role) -> bool:
        """May this role do what another may?"""
        order = tuple(Role)
        return order.index(self) >= order.index(needed)
