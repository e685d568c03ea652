"""Sync: what a terminal and head office say to each other, and the machine that says it."""
