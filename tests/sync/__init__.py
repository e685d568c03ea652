"""The line between a terminal and head office."""
