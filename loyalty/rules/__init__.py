"""A program's rules as values: what a shop can set, field by field."""
