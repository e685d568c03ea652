"""Receipts that members bring, what judges them, and what customers answer: new tables only."""

from __future__ import annotations

from pos.store.migrations.adding import add_tables

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    add_tables(3)
