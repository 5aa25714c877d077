"""Records in and out, one file a format."""
