"""Actors of different documents: which names are one body, in which time, and why."""
