"""Mentions -> statements."""
