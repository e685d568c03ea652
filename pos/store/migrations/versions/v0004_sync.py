"""What a terminal with a head office proved, must tell, and knows of elsewhere: new tables."""

from __future__ import annotations

from pos.store.migrations.adding import add_tables

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    add_tables(4)
