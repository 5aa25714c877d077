"""Commands: each parses, calls one library function, prints."""
