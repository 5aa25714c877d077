"""Responsible release: what of the codings each audience is given, and the check that nothing else slipped out."""
