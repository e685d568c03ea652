"""Caring for people, as values: what went wrong for somebody, and what a shop writes to whom."""
