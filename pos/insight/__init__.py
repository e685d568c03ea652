"""Figures for the manager's room and the reports: use cases over `pos.store.insight`."""
