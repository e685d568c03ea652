"""The tables of head office, the engine under them, and what is said differently to PostgreSQL."""
