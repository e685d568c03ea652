"""Tests of the repository itself: imports, sizes, docstrings, set-up, the README's commands."""
