"""The only SQL of figures: counted in SQLite, on a connection that cannot write the books."""
