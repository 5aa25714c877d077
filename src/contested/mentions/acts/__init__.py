"""Words that name an act: which row of the actions table, and whether it took place."""

from contested.mentions.acts.find import find_acts
from contested.mentions.acts.table import ActTable

__all__ = ["ActTable", "find_acts"]
