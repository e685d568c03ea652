"""Terminals' entries in head office's books: taken in once, folded once, checked again."""
