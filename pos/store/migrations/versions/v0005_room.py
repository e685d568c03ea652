"""The manager's room: new tables only."""

from __future__ import annotations

from pos.store.migrations.adding import add_tables

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    add_tables(5)
