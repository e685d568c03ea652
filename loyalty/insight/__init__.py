"""Figures about the program: what may calculate with more than whole numbers."""
