"""Statements of an event -> the values chosen, status, confidence."""
