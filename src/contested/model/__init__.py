"""Frozen records and the closed lists of the field; imports nothing else of the package."""
