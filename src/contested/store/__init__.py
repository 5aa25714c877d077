"""Documents, statements and what is derived from them, kept in a database so that nothing is lost."""
