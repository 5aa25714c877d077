"""Tolls: how many were killed, injured, missing, abducted, captured, arrested or displaced, and whose they were."""

from contested.mentions.counts.find import find_counts
from contested.mentions.counts.tables import CountTables

__all__ = ["CountTables", "find_counts"]
