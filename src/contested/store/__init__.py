"""Records <-> database."""
