"""The ground that head office is tested on: a real PostgreSQL and a real browser."""
