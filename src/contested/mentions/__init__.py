"""Sentences -> mentions, one file or folder a kind."""
