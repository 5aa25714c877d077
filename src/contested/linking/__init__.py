"""Statements -> events and actors."""
