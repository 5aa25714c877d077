"""Bytes or an address -> Document. Only here is a source opened."""
