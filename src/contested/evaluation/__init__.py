"""Agreement with gold and between coders."""
