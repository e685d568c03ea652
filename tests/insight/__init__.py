"""Figures and models against published tables, and against laws that must hold."""
