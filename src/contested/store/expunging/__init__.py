"""Take words, events or whole documents out of a store for good, for people's safety: out of every table and of the file's bytes."""
