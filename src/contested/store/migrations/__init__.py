"""Changes of the store's tables, oldest first; a change that was released is never edited."""
